"""When two figures hold, and whether reports of a series tell a state again or count anew."""

from dataclasses import dataclass

import regex

from extractor.editions.edition import Side
from extractor.editions.facets import Facet, value_of, words
from extractor.editions.lists import stems
from extractor.editions.times import Time, relation
from extractor.editions.values import is_same_value

YEARS = regex.compile(r"\d{4}(?:/\d{4})?")
MONTH = len("2031-05")
PLANNED = ("in_need", "targeted", "required")
STANDING = (*PLANNED, "funded")
BESIDE = 0.7  # what a word counts for that stands next to a figure


def time_of(old: Facet, new: Facet) -> Time:
    """Say how the times of two figures stand to each other."""
    a, b = (value_of(facet.figure.as_of) for facet in (old, new))
    time = relation(a, b, flows=is_flow(old) and is_flow(new))
    planned = _status(old) == _status(new) and _status(old) in PLANNED
    # What a plan says holds for its period, whenever it is told.
    return "same" if time == "moment" and planned and is_same_value(old, new) else time


def is_flow(facet: Facet) -> bool:
    """Say whether what a figure counts is counted anew in every stretch of time."""
    return _status(facet) == "reached" or _has(facet, "flows")


def is_standing(facet: Facet) -> bool:
    """Say whether a figure is of a plan, or is a state or running total."""
    return facet.figure.kind == "date" or _status(facet) in STANDING or _has(facet, "totals")


def is_total(side: Side, facet: Facet) -> bool:
    """Say whether a running total is told, by a word beside it or before it in its paragraph."""
    if facet.figure.kind in ("date", "duration") or _has(facet, "flows"):
        return False
    told = {*words(side.facets.before(facet.figure)), *side.facets.title(facet.figure)}
    return _has(facet, "running") or not stems("running").isdisjoint(told)


def _are_months(one: Facet, other: Facet) -> bool:
    """Say whether both are of a month, in which things happen; a day is one they are told as of."""
    return all(f.figure.as_of and len(f.figure.as_of.value) == MONTH for f in (one, other))


def _status(facet: Facet) -> str | None:
    return value_of(facet.figure.status)


def _has(facet: Facet, name: str) -> bool:
    """Say whether a word of a list is among those that tell what a figure is."""
    told, beside = stems(name), {word for word, weight in facet.near.items() if weight > BESIDE}
    return not told.isdisjoint(facet.what) or not told.isdisjoint(beside)


@dataclass(frozen=True, slots=True)
class Times:
    """Says how the times of figures of two editions stand to each other."""

    old: Side
    new: Side

    @property
    def are_reports(self) -> bool:
        """Whether both report again and again, at two times."""
        both = self.old.is_of_series and self.new.is_of_series
        return both and self.old.issued != self.new.issued

    def time(self, one: Facet, other: Facet) -> Time:
        """Say how the times stand, by what the editions as a whole tell of theirs too."""
        if one.figure.kind == "date":
            return self._dates(one, other)
        time = time_of(one, other)
        return self._told_again(one, other, time) if self.are_reports else time

    def _dates(self, one: Facet, other: Facet) -> Time:
        """Say what became of a date: moved on with the edition, or the same event at another."""
        a, b = one.figure.value or "", other.figure.value or ""
        if a == b:
            return "same"
        own = self.old.is_own_date(one.figure) and self.new.is_own_date(other.figure)
        years = YEARS.fullmatch(a) and YEARS.fullmatch(b) and relation(a, b) == "next"
        return "next" if own or years else "moment"

    def _told_again(self, one: Facet, other: Facet, time: Time) -> Time:
        """Return how the times stand of what two reports of a series tell, each of its time.

        A running total is told at another moment; what happened is counted anew, if the numbers are
        not the same; what a plan needs or aims at holds for the plan.
        """
        if time in ("untold", "silent"):
            elsewhere = relation(self.old.time_elsewhere(one), self.new.time_elsewhere(other))
            if self._is_total(one, other) or elsewhere == "moment":
                return "moment"
        elif not (time == "moment" and _are_months(one, other)):
            return time
        stands = is_standing(one) or is_standing(other) or is_same_value(one, other)
        return time if stands else "next"

    def _is_total(self, one: Facet, other: Facet) -> bool:
        return any(is_total(side, facet) for side, facet in ((self.old, one), (self.new, other)))
