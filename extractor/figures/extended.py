"""What goes on behind a numeral: a power of ten, a fraction, a tolerance.

`1.3 × 10^6`, `6.2e-4`, `10⁶`, `10 1/2`, `6-1/4 cents`, `3.4 ± 0.4`.
"""

from dataclasses import replace
from decimal import Context, Decimal
from typing import Final

import regex

from extractor.figures.number import ONE, Number

OPENERS: Final = frozenset("-x×·*^eE±⁰¹²³⁴⁵⁶⁷⁸⁹⁻0123456789")
"""What such an addition begins with, a blank before it left out."""

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−", "0123456789-+-")
_TIMES_POWER = regex.compile(
    r"""
    \ ? [x×·*] \ ? 10 (?: \^ (?P<power> [+−-]? [0-9]{1,2} ) | (?P<power> [⁻⁺]? [⁰¹²³⁴-⁹]{1,2} ) )
    (?! [\p{L}0-9⁰¹²³⁴-⁹] | [.,][0-9] )
    """,
    regex.X,
)
_POWER = regex.compile(
    r"""
    (?: \^ (?P<power> [+−-]? [0-9]{1,2} )
      | (?P<power> [⁻⁺] [⁰¹²³⁴-⁹]{1,2} | [⁴-⁹] | [¹²] [⁰¹²³⁴-⁹] ) )
    (?! [\p{L}0-9⁰¹²³⁴-⁹] | [.,][0-9] )
    """,
    regex.X,
)
_EXPONENT = regex.compile(
    r"[eE] (?P<power> [+−-]? [0-9]{1,2} ) (?! [\p{L}0-9] | [.,][0-9] )", regex.X
)
_FRACTION = regex.compile(
    r"[\ -] (?P<part> [1-9] | 1[0-5] ) / (?P<whole> [2-8] | 16 ) (?! [\p{L}0-9/%] | [.,][0-9] )",
    regex.X,
)
_TOLERANCE = regex.compile(r"\ ?±\ ?[0-9]++(?:[.,][0-9]++)?+(?![0-9])")
_BASE = "10"
_TWELVE = Context(prec=12)


def extended(text: str, number: Number, sign: str) -> Number | None:
    """Return the number with what goes on behind its numeral, by its first sign; None for none."""
    if sign.isdecimal() or sign == "-":
        match = _FRACTION.match(text, number.end)
        return _with_fraction(number, match) if match else None
    if sign == "±" and (match := _TOLERANCE.match(text, number.end)):
        return replace(number, span=(number.span[0], match.end()))
    return _with_power(text, number)


def _with_fraction(number: Number, match: "regex.Match[str]") -> Number | None:
    part, whole = Decimal(match["part"]), Decimal(match["whole"])
    if part >= whole or number.quantum != ONE:
        return None
    span, value = (number.span[0], match.end()), _TWELVE.plus(number.value + part / whole)
    return Number(span, value, 1 / whole, printed=number.printed)


def _with_power(text: str, number: Number) -> Number | None:
    """Return the number times its power of ten; `10^6` and `10⁶` are that power itself."""
    if match := _TIMES_POWER.match(text, number.end):
        factor = _power(match)
        return replace(number.times(factor, match.end()), factor=ONE)
    if number.printed == _BASE and (match := _POWER.match(text, number.end)):
        value = _power(match)
        return Number((number.span[0], match.end()), value, value, printed=number.printed)
    match = _EXPONENT.match(text, number.end)
    # A whole number with a letter and another number is mostly a code: 2e10.
    if match is None or not (number.quantum < ONE or match["power"][0] in "+−-"):
        return None
    return replace(number.times(_power(match), match.end()), factor=ONE)


def _power(match: "regex.Match[str]") -> Decimal:
    return Decimal(1).scaleb(int(match["power"].translate(_SUPERSCRIPTS)))
