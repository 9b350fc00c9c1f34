"""How a finding is worded."""

from collections.abc import Iterable
from typing import Literal

from extractor.check.intervals import Term, plain, printed
from schemas.extraction import Finding
from schemas.figure import Figure

Severity = Literal["error", "warning", "info"]


def finding(
    code: str,
    severity: Severity,
    message: str,
    figures: Iterable[Figure],
    numbers: tuple[Term, Term] | None = None,
) -> Finding:
    """Return a finding; `numbers` is the value as stated and the value as computed."""
    stated, computed = numbers or (None, None)
    return Finding(
        code=code,
        severity=severity,
        message=message,
        figures=tuple(dict.fromkeys(figure.id for figure in figures)),
        stated=None if stated is None else plain(stated.value),
        computed=None if computed is None else plain(computed.value),
        tolerance=None
        if stated is None or computed is None
        else plain(stated.half + computed.half),
    )


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
