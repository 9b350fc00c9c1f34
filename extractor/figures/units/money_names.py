"""What the names of money that a language pack adds mean in a document."""

from collections.abc import Mapping
from dataclasses import replace

from extractor.figures.lexicon import Currencies, Pack
from extractor.figures.reading import NumberFormat
from extractor.figures.shared_money import cfa_of, meant

_CFA = "XOF"  # what the signs of the CFA franc mean until the document says whose they are


def with_names(currencies: Currencies, pack: Pack, numbers: NumberFormat) -> Currencies:
    """Return the currencies with the names that the pack adds, as the document means them."""
    told = {**currencies.names, **money_names(pack, "currencies", numbers)}
    cfa = cfa_of(numbers.moneys)
    signs = {sign: cfa if code == _CFA else code for sign, code in currencies.signs.items()}
    return replace(currencies, names=with_meant(told, numbers), signs=signs)


def with_meant(names: Mapping[str, str | None], numbers: NumberFormat) -> dict[str, str | None]:
    """Return the names of money with what those of several countries mean in the document."""
    shared = {
        name: meant(name, numbers.moneys) for name, code in names.items() if code in (None, _CFA)
    }
    return {**names, **{name: code for name, code in shared.items() if code}}


def money_names(pack: Pack, section: str, numbers: NumberFormat) -> dict[str, str | None]:
    """Return the names of a table with their money, as the document means a bare dollar."""
    meant_by = {"$": numbers.dollar, "?": None}
    names = pack.section(section).inverted()
    return {name.casefold(): meant_by.get(code, code) for name, code in names.items()}
