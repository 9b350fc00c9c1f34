"""Two numbers parted by a stroke that have one measure.

Those that rise are a range (`50/60 Hz`, `8/16 GB`), others two amounts (`120/80 mmHg`).
"""

from dataclasses import replace
from decimal import Decimal

import regex

from extractor.figures.amount import Amounts
from extractor.figures.amount_reading import as_item
from extractor.figures.found import Found
from extractor.figures.numeral import is_fraction
from extractor.figures.reading import Reading
from extractor.figures.term import Term, Terms

_FIRST = regex.compile(r"(?P<number> [1-9][0-9]{0,3} ) / (?= [1-9][0-9]{0,3} \ ?[^\s0-9])", regex.X)
_RANGE = "measure.range"
_YEAR = regex.compile(r"(?:19|20)[0-9]{2}")


class Alternatives:
    """Finds such numbers in one language."""

    def __init__(self, terms: Terms, amounts: Amounts) -> None:
        self._terms, self._amounts = terms, amounts

    def read(self, text: str, at: int) -> Found | None:
        """Return what both numbers are; None for a fraction of a unit (`3/4 inch`) or a year."""
        stroke = _FIRST.match(text, at)
        if stroke is None or _YEAR.fullmatch(stroke["number"]):
            return None
        last = self._terms.second(text, stroke.end(), join_and=False)
        if last is None or not _is_alternative(int(stroke["number"]), last):
            return None
        found = self._amounts.read(text, last, last.start)
        shared = found.figures if found else ()
        if found is None or len(shared) != 1 or shared[0].value is None:
            return None
        number = replace(last.number, span=stroke.span("number"), value=Decimal(stroke["number"]))
        first = as_item(shared[0], replace(last, start=at, number=number))
        rises = number.value < last.number.value
        figures = (_as_range(first, shared[0]),) if rises else (first, *shared)
        return Found(found.end, figures, found.explained)


def _as_range(low: Reading, high: Reading) -> Reading:
    """Return one figure of two alternatives that rise."""
    span = (low.span[0], high.span[1])
    return replace(high, span=span, value=None, low=low.value, high=high.value, rule=_RANGE)


def _is_alternative(first: int, last: Term) -> bool:
    """Say whether a number before a measure is no part of it, as it is in a fraction."""
    printed = last.number.printed
    if last.kind != "measure" or not printed.isdecimal():
        return False
    return not is_fraction(first, int(printed))
