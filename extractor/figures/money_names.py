"""What the names of money that a language pack adds mean in a document."""

from dataclasses import replace

from extractor.figures.lexicon import Currencies, Pack
from extractor.figures.reading import NumberFormat
from extractor.figures.shared_money import meant


def with_names(currencies: Currencies, pack: Pack, numbers: NumberFormat) -> Currencies:
    """Return the currencies with the names that the pack adds, as the document means them."""
    told = {**currencies.names, **money_names(pack, "currencies", numbers)}
    shared = {name: meant(name, numbers.moneys) for name, code in told.items() if code is None}
    return replace(currencies, names=told | shared)


def money_names(pack: Pack, section: str, numbers: NumberFormat) -> dict[str, str | None]:
    """Return the names of a table with their money, as the document means a bare dollar."""
    meant_by = {"$": numbers.dollar, "?": None}
    names = pack.section(section).inverted()
    return {name.casefold(): meant_by.get(code, code) for name, code in names.items()}
