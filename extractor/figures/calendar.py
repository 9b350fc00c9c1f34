"""Points in time as printed, each with the first and the last moment of its own precision."""

import calendar
from dataclasses import dataclass, replace
from typing import Literal

Part = Literal["day", "month", "year", "months", "years"]


@dataclass(frozen=True, slots=True)
class Point:
    """A day, month, year, or a part of a year; what is not printed is None."""

    end: int
    """One past its last character."""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    months: int = 1
    """Number of months from `month` on, for quarters, halves and seasons."""
    years: int = 1
    """Number of years from `year` on, for decades and fiscal years."""
    form: str = "year"

    @property
    def is_whole(self) -> bool:
        """Whether its year is known and its day exists."""
        if self.year is None:
            return False
        if self.day is None:
            return True
        return self.month is not None and 1 <= self.day <= days_in(self.year, self.month)

    def first(self) -> str:
        """Return its beginning as ISO 8601 at its own precision."""
        return _iso(self.year, self.month, self.day)

    def last(self) -> str:
        """Return its end as ISO 8601 at its own precision."""
        if self.month is not None and self.months > 1:
            ahead = self.month - 1 + self.months - 1
            return _iso((self.year or 0) + ahead // 12, ahead % 12 + 1, None)
        if self.years > 1:
            return _iso((self.year or 0) + self.years - 1, None, None)
        return self.first()

    def value(self) -> str:
        """Return the point, or the interval that it is."""
        first, last = self.first(), self.last()
        return first if first == last else f"{first}/{last}"

    def completed(self, other: "Point") -> "Point":
        """Return the point with what it leaves to the other end of a range: year, month."""
        month = other.month if self.month is None and self.day is not None else self.month
        return replace(self, year=self.year or other.year, month=month)


def days_in(year: int, month: int) -> int:
    """Return the number of days of a month.

    >>> days_in(2024, 2)
    29
    """
    return calendar.monthrange(year, month)[1]


def _iso(year: int | None, month: int | None, day: int | None) -> str:
    parts = [f"{year:04d}"] if year is not None else []
    parts += [f"{part:02d}" for part in (month, day) if part is not None]
    return "-".join(parts)
