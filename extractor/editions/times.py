"""How the times of two figures stand to each other: the same, the next, another moment."""

from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from extractor.days import days

YEAR = 366  # days, at most
OPEN = "/.."  # of a stretch that has begun and goes on
Days = tuple[date, date]
"""The first day of a stretch, and the day after its last."""
Time = Literal["same", "next", "moment", "other", "silent", "untold"]
"""`silent`: one tells its time; `untold`: none does; `other`: two stretches that are neither the
same nor one the successor of the other, or a stretch and a moment."""


def stretch(when: str) -> Days | None:
    """Return the first day of a date or interval, and the day after it; None for an open one.

    >>> stretch("2031-02")
    (datetime.date(2031, 2, 1), datetime.date(2031, 3, 1))
    >>> stretch("2031/2033")
    (datetime.date(2031, 1, 1), datetime.date(2034, 1, 1))
    """
    first, last = days(when)
    if first is None or last is None or last == str(date.max):
        return None
    return date.fromisoformat(first), date.fromisoformat(last) + timedelta(days=1)


def is_moment(when: str) -> bool:
    """Say whether a time is a day or a month, at which a state holds; a year is a stretch.

    >>> is_moment("2031-05"), is_moment("2031"), is_moment("2031-01/2031-03")
    (True, False, False)
    """
    return "/" not in when and "-" in when


def is_of_a_year(when: str) -> bool:
    """Say whether a time is a stretch of no more than a year.

    >>> is_of_a_year("2031"), is_of_a_year("2031-07/2032-06"), is_of_a_year("2031/2033")
    (True, True, False)
    """
    days = stretch(when)
    return days is not None and (days[1] - days[0]).days <= YEAR


@lru_cache(maxsize=4096)  # a document has few times
def relation(old: str | None, new: str | None, *, flows: bool = False) -> Time:
    """Say how two times stand to each other; `flows` if what is counted is counted over them.

    >>> relation("2031", "2032"), relation("2031-05", "2031-08"), relation("2031", "2031")
    ('next', 'moment', 'same')
    >>> relation("2031-05-01", "2031-05-02", flows=True), relation("2031", "2029-05")
    ('next', 'other')
    >>> relation("2030-10/..", "2031-10/.."), relation("2030-10/..", "2031-02/..")
    ('next', 'other')
    """
    if old is None or new is None:
        return "untold" if old == new else "silent"
    return "same" if old == new else _apart(old, new, flows=flows)


def _apart(old: str, new: str, *, flows: bool) -> Time:
    if old.endswith(OPEN) and new.endswith(OPEN):
        since = [stretch(when.removesuffix(OPEN)) for when in (old, new)]
        return "next" if _is_next_year(*since) else "other"
    if is_moment(old) and is_moment(new) and not flows:
        return "moment"
    if is_moment(old) != is_moment(new) and not flows:
        return "other"
    return _succession(stretch(old), stretch(new))


def _years(days: Days) -> int:
    """Return how many years a stretch is; 0 for one that is no whole years.

    >>> _years((date(2031, 1, 1), date(2034, 1, 1))), _years((date(2031, 1, 1), date(2031, 7, 1)))
    (3, 0)
    """
    first, after = days
    return after.year - first.year if (first.month, first.day) == (after.month, after.day) else 0


def _is_year_on(old: Days, new: Days) -> bool:
    """Say whether a stretch is the same part of the next year."""
    parts = [[(day.month, day.day) for day in days] for days in (old, new)]
    return parts[0] == parts[1] and abs(old[0].year - new[0].year) == 1 == abs(
        old[1].year - new[1].year
    )


def _is_next_year(old: Days | None, new: Days | None) -> bool:
    return old is not None and new is not None and _is_year_on(*sorted((old, new)))


def _succession(old: Days | None, new: Days | None) -> Time:
    """Say how two stretches stand to each other: what began together and ran on is a total."""
    if old is None or new is None:
        return "other"
    if old[0] == new[0]:
        return "moment"
    if _years(old) != _years(new) and _years(old) and _years(new):
        return "other"  # a plan of three years follows no single year of another
    first, second = sorted((old, new))
    gap, shorter = second[0] - first[1], min(each[1] - each[0] for each in (old, new))
    follows = first[1] < second[1] and gap < shorter
    return "next" if follows or _is_year_on(first, second) else "other"
