"""How long a duration is."""

from decimal import Decimal

import regex

DURATION = regex.compile(
    r"P(?:(?P<y>[\d.]++)Y)?(?:(?P<m>[\d.]++)M)?(?:(?P<w>[\d.]++)W)?(?:(?P<d>[\d.]++)D)?"
    r"(?:T(?:(?P<h>[\d.]++)H)?(?:(?P<n>[\d.]++)M)?(?:(?P<s>[\d.]++)S)?)?"
)
DAYS = {
    "y": Decimal("365.25"),
    "m": Decimal("30.4375"),
    "w": Decimal(7),
    "d": Decimal(1),
    "h": Decimal(1) / 24,
    "n": Decimal(1) / 1440,
    "s": Decimal(1) / 86400,
}


def days(duration: str | None) -> Decimal | None:
    """Return the length of an ISO 8601 duration in days; None for what is none.

    >>> days("P18M") < days("P2Y"), days("P2W"), days("18 months")
    (True, Decimal('14'), None)
    """
    match = DURATION.fullmatch(duration or "")
    if match is None or not any(match.groupdict().values()):
        return None
    parts = {name: value for name, value in match.groupdict().items() if value}
    return sum((DAYS[name] * Decimal(value) for name, value in parts.items()), Decimal(0))
