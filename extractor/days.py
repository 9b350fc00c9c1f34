"""The first and the last day of what ISO 8601 tells at its own precision."""

from calendar import monthrange
from functools import lru_cache

import regex

Days = tuple[str | None, str | None]
"""First and last day (`2031-05-01`); None for an end that is open or no day."""

UNTOLD: Days = (None, None)
DECEMBER = 12
_DATE = regex.compile(
    r"""
    (?P<year> (?! 0000 ) \d{4}+ )
    (?: - (?P<month> 0[1-9] | 1[0-2] ) (?: - (?P<day> 0[1-9] | [12]\d | 3[01] ) )?+ )?+
    """,
    regex.VERBOSE | regex.ASCII,
)


@lru_cache(maxsize=8192)  # one header dates many figures
def days(when: str | None) -> Days:
    """Return the first and the last day of a date or interval.

    >>> days("2031-02"), days("2031-03/..")
    (('2031-02-01', '2031-02-28'), ('2031-03-01', None))
    >>> days("2031/2033"), days("2031-02-30")
    (('2031-01-01', '2033-12-31'), (None, None))
    """
    if when is None:
        return UNTOLD
    first, slash, last = when.partition("/")
    return _ends(first)[0], _ends(last if slash else first)[1]


def _ends(date: str) -> Days:
    match = _DATE.fullmatch(date)
    if match is None:
        return UNTOLD
    year, month, day = match["year"], match["month"], match["day"]
    longest = monthrange(int(year), int(month or DECEMBER))[1]
    if day and int(day) > longest:
        return UNTOLD
    first = f"{year}-{month or '01'}-{day or '01'}"
    return first, f"{year}-{month or DECEMBER}-{day or longest}"
