"""Two numbers parted by a stroke that have one measure.

Those that rise are a range where things are made for both (`50/60 Hz`, `8/16 GB`); elsewhere the
first is a part of the last (`12/15 km of road`). Others are two amounts (`120/80 mmHg`).
"""

from dataclasses import replace
from decimal import Decimal

import regex

from extractor.figures.amount import Amounts
from extractor.figures.amount_reading import as_item
from extractor.figures.found import Found
from extractor.figures.numeral import is_fraction
from extractor.figures.reading import Reading, Span
from extractor.figures.term import Term, Terms

_FIRST = regex.compile(r"(?P<number> [1-9][0-9]{0,3} ) / (?= [1-9][0-9]{0,3} \ ?[^\s0-9])", regex.X)
_RANGE = "measure.range"
_MADE_FOR = frozenset(
    "V kV mV VAC VDC A mA Ah mAh Hz kHz MHz GHz W VA kVA KB kB MB GB TB kbps Mbps Gbps".split()
)
"""Units of electricity and memory, in which things are made for one or the other."""
_USED = regex.compile(  # how much of a whole is full: 12/16 GB used
    r"\b(?:us(?:ed|age)|full|filled|free|left|remaining|installed|complete)", regex.I
)
_NEAR = 25  # characters around two numbers in which such a word stands
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
        first = Decimal(stroke["number"])
        if last is None or not _is_alternative(text, (at, last.end), first, last):
            return None
        found = self._amounts.read(text, last, last.start)
        shared = found.figures if found else ()
        if found is None or len(shared) != 1 or shared[0].value is None:
            return None
        number = replace(last.number, span=stroke.span("number"), value=first)
        one = as_item(shared[0], replace(last, start=at, number=number))
        rises = first < last.number.value
        figures = (_as_range(one, shared[0]),) if rises else (one, *shared)
        return Found(found.end, figures, found.explained)


def _as_range(low: Reading, high: Reading) -> Reading:
    """Return one figure of two alternatives that rise."""
    span = (low.span[0], high.span[1])
    return replace(high, span=span, value=None, low=low.value, high=high.value, rule=_RANGE)


def _is_alternative(text: str, span: Span, first: Decimal, last: Term) -> bool:
    """Say whether a number before a measure is no part of it: of a fraction, or of a whole."""
    printed = last.number.printed
    if last.kind != "measure" or not printed.isdecimal() or is_fraction(int(first), int(printed)):
        return False
    return first >= last.number.value or _is_choice(text, span, first, last)


def _is_choice(text: str, span: Span, first: Decimal, last: Term) -> bool:
    """Say whether two numbers that rise are what a thing is made for, and no part of a whole."""
    unit = last.unit.name if last.unit else None
    if first == 1 or unit not in _MADE_FOR:
        return False
    return _USED.search(text, max(0, span[0] - _NEAR), span[1] + _NEAR) is None
