"""Money beside a number: signs, codes and names before it and behind."""

from decimal import Decimal
from functools import cache
from typing import Final

import regex

from extractor.figures.lexicon import Pack, Words, load_currencies
from extractor.figures.listed import Listed
from extractor.figures.number import ONE, Number
from extractor.figures.phrases import LazyPattern, after, linked, longest_first, past_stop
from extractor.figures.reading import NumberFormat, Span
from extractor.figures.units.doubtful import is_priced, pence, small_money
from extractor.figures.units.money_names import money_names, with_names
from extractor.figures.units.unit import HUNDREDTH, MINOR, Unit, initial, initials

# Codes that are also words or names (SDG 5, COP 28, "ALL 12 regions"): a small whole number after
# one of them is no amount of money.
_SMALL: Final = Decimal(1000)
_WORDLIKE: Final = frozenset(
    "ALL ANG BAM COP CUP GEL LAK MAD MOP PEN RON SDG SOS TOP TRY MGA BOB".split()
)
_LETTERS: Final = frozenset(("N", "Q", "R", "Sh", "Sh.", "Shs", "Shs."))
"""Signs of money that are short words: only a long or scaled number behind them is an amount."""

_SCALES: Final = {
    "M": Decimal(1_000_000),
    "T": Decimal(1000),
    "k": Decimal(1000),
    "K": Decimal(1000),
}
"""Letters glued to the front of a code of money."""
_SCALED_WORDS: Final = frozenset(("MARS", "TARS", "MILS", "MYER"))
"""Such letters and codes that are words or names."""
_YEAR = regex.compile(r"(?:19|20)[0-9]{2}")

_NEXT_NUMBER = r"(?! [\p{L}0-9] | \ ? [+-]? [0-9] | \( [0-9.,]++ \) )"  # 2024 $(730)
_NUMBER = regex.compile(r"\ ?[+-]?[0-9]")
_MOST_BLANKS = 2  # between the name of a money and its number
_GROUPS = regex.compile(r"[0-9][ ,.'][0-9]{3}(?![0-9])")


class Moneys:
    """Finds the money of numbers in one language."""

    def __init__(self, pack: Pack, numbers: NumberFormat) -> None:
        self._currencies = with_names(load_currencies(pack.code), pack, numbers)
        self._dollar = numbers.dollar
        of = linked(pack.section("number").words("partitives"))
        self._link = LazyPattern(of, regex.X | regex.I)
        self._sign_before = _sign_before(tuple(self._currencies.signs))
        self._sign_ends = frozenset(sign[-1] for sign in self._currencies.signs)
        self._codes = Listed(self._currencies.codes)
        codes = self._currencies.codes - _WORDLIKE
        scaled = frozenset(scale + code for scale in _SCALES for code in codes)
        self._scaled_codes = Listed(scaled - _SCALED_WORDS)
        self._capitalised = Listed(name.capitalize() for name in self._currencies.names)
        self._names = Listed(self._currencies.names, same=str.casefold)
        self._sign_after = after(
            [sign for sign in self._currencies.signs if sign not in _LETTERS],
            gap=rf"\ ? (?: {of} )?",
            end=_NEXT_NUMBER,
            cased=True,
        )
        self._minor = money_names(pack, "minor", numbers)
        self._minor_after, self._minor_initials = (
            after(self._minor, gap=r"[\ -]?"),
            initials(self._minor),
        )

    def before(self, text: str, at: int, floor: int) -> Unit | None:
        """Return the money sign, code or name that stands before a number, not before `floor`."""
        last = text[at - 2 if text[at - 1] == " " else at - 1]
        match = self._sign_before.match(text, floor, at) if last in self._sign_ends else None
        if match:
            code = self._code_before(text, match.start(), floor)
            start = code[0] if code else match.start()
            named = text[slice(*code)] if code else None
            form = "letter_prefix" if match["phrase"] in _LETTERS else "sign_prefix"
            return self._money(match["phrase"], start, at, form, named)
        if code := self._code_before(text, at, floor):
            return self._money(None, code[0], at, "code_prefix", text[slice(*code)])
        return self._scaled_before(text, at, floor) or self._named_before(text, at, floor)

    def _named_before(self, text: str, at: int, floor: int) -> Unit | None:
        """Return the money whose name stands before a place: `Euro 500`."""
        if name := self._name_before(text, at, floor):
            value = self._currencies.names[text[slice(*name)].casefold()]
            return Unit("money", value, name[0], at, "name_prefix")
        return None

    def _code_before(self, text: str, at: int, floor: int) -> Span | None:
        """Return where a code stands before a place, a blank or hyphen between or none."""
        end = at - (at > floor and text[at - 1] in " -")
        start = self._codes.before(text, end, floor)
        return None if start is None else (start, end)

    def _scaled_before(self, text: str, at: int, floor: int) -> Unit | None:
        """Return a code with its magnitude before a number: `MEUR 60.5`, `TEUR 350`."""
        end = at - (at > floor and text[at - 1] == " ")
        start = self._scaled_codes.before(text, end, floor) if text[end - 1].isupper() else None
        if start is None:
            return None
        scale, code = _SCALES[text[start]], text[start + 1 : end]
        return Unit("money", code, start, at, "code_prefix", scale)

    def _name_before(self, text: str, at: int, floor: int) -> Span | None:
        """Return where the name of a money stands before a place, a blank or two between."""
        end = at
        while end > max(floor, at - _MOST_BLANKS) and text[end - 1] == " ":
            end -= 1
        start = self._capitalised.before(text, end, floor) if end < at else None
        return None if start is None else (start, end)

    def _money(self, sign: str | None, start: int, end: int, form: str, code: str | None) -> Unit:
        known = code or (self._currencies.signs[sign] if sign else None)
        if known is None and sign == "$":
            known, form = self._dollar, f"dollar_{form}"
        return Unit("money", known, start, end, form)

    def after(self, text: str, at: int) -> Unit | None:
        """Return the code, name or sign of money that follows a place."""
        code = self._listed_after(self._codes, text, at)
        if code and not _NUMBER.match(text, code[1]):
            return Unit("money", text[slice(*code)], at, code[1], "code_suffix")
        if named := self._listed_after(self._names, text, at):
            name = text[slice(*named)].casefold()
            end = past_stop(text, named[1])
            value = self._currencies.names[name]
            if value is None and name.startswith(("dollar", "dólar")):
                value = self._dollar
            return Unit("money", value, at, end, "name_suffix")
        if match := self._sign_after.match(text, at):
            return self._money(match["phrase"], at, match.end(), "sign_suffix", None)
        return None

    def minor(self, text: str, at: int) -> Unit | None:
        """Return hundredths of a money; `20p` are pence where pounds or prices are told."""
        if initial(text, at) in self._minor_initials and (
            match := self._minor_after.match(text, at)
        ):
            money = self._minor[match["phrase"].casefold()]
            if money == self._dollar:
                money = self._dollar_or_euro(text)
            return Unit("money", money, at, match.end(), MINOR, HUNDREDTH)
        if text[at] not in "pc":
            return None
        end = pence(text, at) if text[at] == "p" else small_money(text, at)
        money = "GBP" if text[at] == "p" else self._dollar_or_euro(text)
        return Unit("money", money, at, end, MINOR, HUNDREDTH) if end else None

    def _dollar_or_euro(self, text: str) -> str:
        return "EUR" if "€" in text and "$" not in text else self._dollar

    def _listed_after(self, listed: Listed, text: str, at: int) -> Span | None:
        """Return where a listed name stands: `5 euros`, `5-euro`, `5 millions d'euros`."""
        start = at + (text[at : at + 1] in (" ", "-"))
        link = self._link.match(text, start)
        for place in (link.end(), start) if link else (start,):
            if end := listed.after(text, place):
                return place, end
        return None


def is_money(text: str, unit: Unit, number: Number) -> bool:
    """Say whether a code or letter before a number means money, and is no word or name."""
    if unit.form == "letter_prefix":
        cents = unit.name == "ZAR" and number.quantum == HUNDREDTH  # R15.50, but camp R15
        if number.factor != ONE or _GROUPS.search(number.printed):
            return True
        return cents and is_priced(text, unit.start)
    if unit.scale != ONE and number.factor == ONE and _YEAR.fullmatch(number.printed):
        return False  # thousands are no year
    doubtful = unit.form == "code_prefix" and unit.name in _WORDLIKE
    whole_and_small = number.value < _SMALL and number.factor == ONE and number.quantum == ONE
    return not (doubtful and whole_and_small)


@cache
def _sign_before(signs: Words) -> LazyPattern:
    lettered = [sign for sign in signs if sign[0].isalpha()]
    bare = [sign for sign in signs if not sign[0].isalpha()]
    return LazyPattern(
        r"(?r) (?P<phrase> (?<![\p{L}0-9]) \L<lettered> | \L<bare> ) \ ?",
        regex.X,
        lettered=longest_first(lettered),
        bare=longest_first(bare),
    )
