"""How a finding is worded."""

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_HALF_EVEN, Decimal
from typing import Literal

from extractor.check.intervals import Term, plain, printed
from schemas.extraction import Finding
from schemas.figure import Figure

Severity = Literal["error", "warning", "info"]

LONG = 30  # digits; no sum of printed numbers has more, and a quotient may have any number
SPARE = 6  # digits that are told of a quotient beyond those of the value as stated


def finding(
    code: str,
    severity: Severity,
    message: str,
    figures: Iterable[Figure],
    numbers: tuple[Term, Term] | None = None,
) -> Finding:
    """Return a finding; `numbers` is the value as stated and the value as computed.

    Sums are told exactly; a quotient to some digits more than what was stated, its tolerance
    rounded up.
    """
    stated, computed = numbers or (None, None)
    told = tolerance = None
    if stated is not None and computed is not None:
        told = _cut(computed.value, stated, ROUND_HALF_EVEN)
        tolerance = _cut(stated.half + computed.half, stated, ROUND_CEILING)
    return Finding(
        code=code,
        severity=severity,
        message=message,
        figures=tuple(dict.fromkeys(figure.id for figure in figures)),
        stated=None if stated is None else plain(stated.value),
        computed=told,
        tolerance=tolerance,
    )


def _cut(value: Decimal, stated: Term, rounding: str) -> str:
    """Return a number in plain digits, a long one to `SPARE` digits more than were stated.

    >>> half = Decimal("0.05")
    >>> _cut(Decimal(f"0.{'3' * 200}"), Term(Decimal("33.3"), half), ROUND_CEILING)
    '0.33333334'
    >>> _cut(Decimal("14.123456789"), Term(Decimal(14), half), ROUND_HALF_EVEN)
    '14.123456789'
    """
    if len(value.as_tuple().digits) <= LONG:
        return plain(value)
    finest = min(_decimals(stated.value), _decimals(stated.half))
    step = Decimal(1).scaleb(finest - SPARE)
    return plain(value.quantize(step, rounding) if _decimals(value) < finest - SPARE else value)


def _decimals(value: Decimal) -> int:
    """Return the power of ten of the last decimal of a number; 0 for a whole number."""
    exponent = value.as_tuple().exponent
    return min(exponent, 0) if isinstance(exponent, int) else 0


def more_or_less(stated: Term, computed: Term) -> str:
    """Say by how much a stated value differs from a computed one.

    >>> from decimal import Decimal
    >>> half = Decimal("0.5")
    >>> more_or_less(Term(Decimal(55340), half), Term(Decimal(55330), half))
    '10 more than'
    """
    difference = stated.value - computed.value
    return f"{printed(abs(difference))} {'more' if difference > 0 else 'less'} than"


def shown(figure: Figure, value: Term) -> str:
    """Return a value for a sentence, with how it is printed where that differs."""
    full = printed(value.value)
    digits = [*filter(str.isdigit, figure.anchor.quote)]
    return (
        full
        if digits == [*filter(str.isdigit, full)]
        else f"{full} (printed {figure.anchor.quote})"
    )
