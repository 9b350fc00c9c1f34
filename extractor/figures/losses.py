"""Losses of money, which accounts print in brackets behind its sign: `$(2,300)`."""

from dataclasses import replace
from typing import Final

import regex

from extractor.figures.neighbours import ALL, NONE
from extractor.figures.number import ONE, Number
from extractor.figures.numeral import Numbers

LOSSES: Final = frozenset("$€£¥ ")
"""What may stand before the bracket of a loss."""
_YEAR = regex.compile(r"(?:19|20)[0-9]{2}")


def lost(text: str, sign: str, number: Number, numbers: Numbers) -> Number | None:
    """Return a number in brackets behind money as what was lost, with its magnitude.

    Behind a blank it must have one and be no label, of a year or note, of the magnitude:
    `EUR (3.2) million`, but not `EUR (2)`, `EUR (2) million` or `$ (2015) million`.
    """
    span = (number.span[0], number.end + 1)
    value = replace(number, value=-number.value, span=span, behind=ALL)
    value = numbers.spelled.with_magnitude(text, value)
    value = numbers.with_abbreviation(text, value, money=True)
    spaced, scaled = sign == " ", value.factor != ONE
    if spaced and not scaled:
        return None
    label = spaced or _YEAR.fullmatch(number.printed) is not None
    if scaled and label and number.printed.isdecimal():
        return None
    return replace(value, behind=NONE)
