"""The time that a text speaks of: it tells the year of a day or month printed without one."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from extractor.figures.calendar import days_in
from extractor.figures.fiscal import FiscalYear
from extractor.figures.reading import Reading

_HALF_YEAR = 183  # days; what lies further off may as well be meant of another year
_SEASON = 92  # days around the dates of a text in which it goes on telling
_YEAR = 366
_YEAR_DIGITS = 4
_Days = tuple[date, date]
_FIRST, _LAST = date.min.year + 1, date.max.year - 1


@dataclass(frozen=True, slots=True)
class Timeframe:
    """What tells of which year a day is: dates around it, and the day that the text was issued."""

    issued: date | None = None
    """The day that the document was published; None where it does not say."""
    year: int | None = None
    """The one year that the text speaks of."""
    told: tuple[tuple[int, _Days], ...] = ()
    """The dates told to the month or day, each with where it ends in the text, in order."""
    spoken: _Days | None = None
    """From the first to the last of them, where that is no longer than a year."""
    fiscal: FiscalYear | None = None
    """The fiscal years of the document; None where they are not known."""

    def with_dates(self, readings: Iterable[Reading]) -> "Timeframe":
        """Return it with what the dates of a text tell; deadlines may lie elsewhere."""
        dates = [r for r in readings if r.kind == "date" and r.value]
        if all(r.role == "until" for r in dates):
            return self
        ends = [(r.span[1], end) for r in dates for end in (r.value or "").split("/")]
        told = tuple((at, days_of(end)) for at, end in ends if len(end) > _YEAR_DIGITS)
        years = {end[:_YEAR_DIGITS] for _, end in ends}
        spoken = _hull([days for _, days in told])
        return replace(self, year=self.year or _only(years), told=told, spoken=spoken)

    def year_of(self, at: int, month: int, day: int | None, *, ahead: bool = False) -> int | None:
        """Return the year of a day or month at a place of the text; None where nothing tells it.

        It lies near the date told last. Before the first one told it lies in the half year before
        the text was issued, else in the one year that the text speaks of, else soon after the
        issue. `ahead` says that it is a deadline, which may lie behind none of them.

        >>> Timeframe(date(2031, 2, 21)).year_of(0, 11, 30)
        2030
        """
        chosen = _near(self._last_told(at), month, day, before=_SEASON, after=_SEASON)
        if chosen is None and self.issued is not None and not ahead:
            chosen = _near((self.issued, self.issued), month, day, before=_HALF_YEAR, after=0)
        if chosen is None and not (ahead and self.issued) and _exists(self.year, month, day):
            chosen = self.year
        if chosen is None and self.issued is not None:
            issue = self.issued, self.issued
            chosen = _near(issue, month, day, before=_SEASON, after=_HALF_YEAR)
        return chosen

    def year_after(self, end: int, month: int, day: int | None) -> int | None:
        """Return the year of the first such day or month after the date that ends at a place.

        None where none that tells its month ends there.
        """
        for at, (_, last) in self.told:
            if at == end:
                first = last.month, last.day if day is not None else 0
                return last.year if (month, day or 1) > first else last.year + 1
        return None

    def _last_told(self, at: int) -> _Days | None:
        """Return the date told last before a place; all of them where the issue is not known."""
        if self.issued is None:
            return self.spoken
        position = bisect_right(self.told, at, key=lambda one: one[0])
        return self.told[position - 1][1] if position else None


UNKNOWN = Timeframe()
"""Of a text of which nothing is known."""


def issued_on(published: str | None) -> date | None:
    """Return the day of publication where a whole day is known, or the last of its month."""
    return None if published is None else days_of(published)[1]


def days_of(value: str) -> _Days:
    """Return the first and the last day of a date as ISO 8601 tells it.

    >>> days_of("2031-02")
    (datetime.date(2031, 2, 1), datetime.date(2031, 2, 28))
    """
    year, *rest = (int(part) for part in value.split("-"))
    match rest:
        case [month, day]:
            return date(year, month, day), date(year, month, day)
        case [month]:
            return date(year, month, 1), date(year, month, days_in(year, month))
        case _:
            return date(year, 1, 1), date(year, 12, 31)


def _only(years: set[str]) -> int | None:
    """Return the one year; of what goes on since a year nothing tells which one is meant."""
    return int(years.pop()) if len(years) == 1 else None


def _hull(stretches: list[_Days]) -> _Days | None:
    """Return the stretch that holds all of some; None where it is longer than a year."""
    if not stretches:
        return None
    first, last = min(f for f, _ in stretches), max(t for _, t in stretches)
    return (first, last) if (last - first).days <= _YEAR else None


def _near(
    frame: _Days | None, month: int, day: int | None, *, before: int, after: int
) -> int | None:
    """Return the one year in which a day or month lies in or nearest to a stretch of time."""
    if frame is None:
        return None
    far = {year: _off(frame, days) for year, days in _candidates(frame, month, day)}
    near = {year: abs(off) for year, off in far.items() if -before <= off <= after}
    nearest = [year for year, off in near.items() if off == min(near.values())]
    return nearest[0] if len(nearest) == 1 else None


def _candidates(frame: _Days, month: int, day: int | None) -> Iterator[tuple[int, _Days]]:
    for year in range(max(_FIRST, frame[0].year - 1), min(_LAST, frame[1].year + 1) + 1):
        if _exists(year, month, day):
            last = day or days_in(year, month)
            yield year, (date(year, month, day or 1), date(year, month, last))


def _exists(year: int | None, month: int, day: int | None) -> bool:
    return year is not None and (day is None or 1 <= day <= days_in(year, month))


def _off(frame: _Days, days: _Days) -> int:
    """Return by how many days a stretch lies before (negative) or after another; 0 for neither."""
    if days[1] < frame[0]:
        return (days[1] - frame[0]).days
    return max(0, (days[0] - frame[1]).days)
