"""When two figures hold, and whether reports of a series tell a state again or count anew."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Self

import regex

from extractor.data.tables import load
from extractor.editions.ahead import tells_ahead
from extractor.editions.edition import YEAR, Side
from extractor.editions.facets import Facet, value_of
from extractor.editions.headlines import is_headline
from extractor.editions.lists import stems
from extractor.editions.nearby import AFTER
from extractor.editions.once import once
from extractor.editions.stems import words
from extractor.editions.tense import tells_of_past, tells_so_far
from extractor.editions.times import Time, is_moment, is_of_a_year, relation
from extractor.editions.values import is_same_value

MONTH = len("2031-05")
PLANNED = ("targeted", "required")
STANDING = (*PLANNED, "in_need", "funded")
SHARES = ("percent", "ratio")
BESIDE = 0.7  # what a word counts for that stands next to a figure


def time_of(old: Facet, new: Facet) -> Time:
    """Say how the times of two figures stand to each other."""
    a, b = (value_of(facet.figure.as_of) for facet in (old, new))
    time = relation(a, b, flows=a != b and is_flow(old) and is_flow(new))
    if time != "moment":
        return time
    planned = _status(old) == _status(new) and is_planned(old)
    # What a plan aims at and asks for holds for its period, whenever it is told.
    return "same" if planned else time


def is_planned(facet: Facet) -> bool:
    """Say whether a figure is what a plan aims at, or needs."""
    return _status(facet) in PLANNED


def _is_of_plan(side: Side, facet: Facet) -> bool:
    """Say whether a figure is of a plan's period: what it aims at, needs, answers or will do."""
    if is_planned(facet) or _status(facet) == "in_need":
        return True
    figure = facet.figure
    if figure.kind != "count" or figure.cell is not None or figure.per or facet.is_base:
        return False
    before, after = side.facets.sentences.sides(figure)
    return tells_ahead(before, after, side.extraction.document.language)


@once
def is_flow(facet: Facet) -> bool:
    """Say whether what a figure counts is counted anew in every stretch of time."""
    return _status(facet) == "reached" or _has(facet, "flows")


def is_standing(facet: Facet) -> bool:
    """Say whether a figure is of a plan, or is a state or running total."""
    if facet.figure.kind == "date" or _status(facet) in STANDING:
        return True
    told = stems("totals")  # "a total of" stands before whatever is counted
    after = {f"{AFTER}{word}" for word in told}
    return not told.isdisjoint(facet.what) or not after.isdisjoint(_beside(facet))


def is_total(side: Side, facet: Facet) -> bool:
    """Say whether a running total is told, by a word beside it or before it in its paragraph."""
    if facet.figure.kind in ("date", "duration") or _has(facet, "flows"):
        return False
    told = {*words(side.facets.sentences.before(facet.figure)), *side.facets.title(facet.figure)}
    return _has(facet, "running") or not stems("running").isdisjoint(told)


def _tells_lately(side: Side, facet: Facet) -> bool:
    """Say whether a sentence or a column tells of the time since the last report."""
    return _lately().search(_told(side, facet)) is not None


@cache
def _lately() -> regex.Pattern[str]:
    told = "|".join(map(regex.escape, load("editions.toml")["lately"]["phrases"]))
    return regex.compile(rf"\b(?:{told})\b", regex.IGNORECASE)


def _tells_before(side: Side, facet: Facet) -> bool:
    """Say whether a sentence or a column tells of the last time, or of a year not the plan's."""
    told = _told(side, facet)
    is_other = not set(YEAR.findall(told)) <= set(YEAR.findall(side.year or ""))
    return is_other or not stems("former").isdisjoint(words(told))


def _tells_what_was(side: Side, facet: Facet) -> bool:
    """Say whether a sentence tells what was done, or befell, and not what a plan will do."""
    if facet.figure.cell is not None or _is_of_plan(side, facet):
        return False
    before, _ = side.facets.sentences.sides(facet.figure)
    return tells_of_past(before, side.extraction.document.language)


def _told(side: Side, facet: Facet) -> str:
    """Return what stands around a figure in its sentence, and what heads its row and column."""
    facets = side.facets
    return " ".join([*facets.sentences.sides(facet.figure), *facets.heads(facet.figure)])


def _tells_so_far(side: Side, facet: Facet) -> bool:
    """Say whether the verb of a figure is of the present, as none of the past week is."""
    if facet.figure.kind in ("date", "duration") or _tells_lately(side, facet):
        return False
    before, after = side.facets.sentences.sides(facet.figure)
    return tells_so_far(before, after, side.extraction.document.language)


def _is_headline(side: Side, facet: Facet) -> bool:
    """Say whether a number stands in a line that tells a state, and no time: `57 deaths`."""
    block = side.facets.sentences.blocks.get(facet.figure.block_id)
    if block is None or facet.figure.cell is not None or _tells_lately(side, facet):
        return False
    return is_headline(block.text, side.facets.sentences.sides(facet.figure)[1])


def _are_months(one: Facet, other: Facet) -> bool:
    """Say whether both are of a month, in which things happen; a day is one they are told as of."""
    return all(f.figure.as_of and len(f.figure.as_of.value) == MONTH for f in (one, other))


def _status(facet: Facet) -> str | None:
    return value_of(facet.figure.status)


def _has(facet: Facet, name: str) -> bool:
    """Say whether a word of a list is among those that tell what a figure is."""
    told = stems(name)
    return not told.isdisjoint(facet.what) or not told.isdisjoint(_beside(facet))


def _beside(facet: Facet) -> set[str]:
    return {word for word, weight in facet.near.items() if weight > BESIDE}


@dataclass(frozen=True)
class Times:
    """Says how the times of figures of two editions stand to each other."""

    old: Side
    new: Side
    around: Mapping[tuple[str, str], Time] = field(default_factory=dict)
    """How the times stand of most numbers in two tables or paragraphs; a share goes with them."""
    are_states: bool = False
    """Whether most numbers that tell their times are states at two moments."""

    @classmethod
    def of(cls, old: Side, new: Side, paired: Iterable[tuple[Facet, Facet]]) -> Self:
        """Look how the times stand of the counts and amounts that moved."""
        alone, votes = cls(old, new), defaultdict[tuple[str, str], Counter[Time]](Counter)
        told = Counter[Time]()
        for one, other in paired if alone.are_reports else ():
            if one.figure.kind != "date" and not is_same_value(one, other):
                told[time_of(one, other)] += 1
            shares = one.figure.kind in (*SHARES, "date", "duration")
            if not shares and not is_same_value(one, other):
                votes[one.home, other.home][alone.time(one, other)] += 1
        most = {home: max(told, key=lambda t: (told[t], t)) for home, told in votes.items()}
        return cls(old, new, most, told["moment"] > told["next"])

    @cached_property
    def are_reports(self) -> bool:
        """Whether both report again and again, at two times."""
        both = self.old.is_of_series and self.new.is_of_series
        return both and self.old.issued != self.new.issued

    def time(self, one: Facet, other: Facet) -> Time:
        """Say how the times stand, by what the editions as a whole tell of theirs too."""
        if one.figure.kind == "date":
            return self._dates(one, other)
        time = time_of(one, other)
        if time in ("silent", "untold"):
            time = self._planned(one, other, time)
        if time == "silent" and self._is_state_anew(one, other):
            return "moment"
        return self._told_again(one, other, time) if self.are_reports else time

    def _planned(self, one: Facet, other: Facet, told: Time) -> Time:
        """Return how the times stand of what plans of a year tell without naming it, or one does.

        A plan of some years that is revised goes on: what it tells without a year is of no year. So
        is what was before, and what both tell alike: a standard, or a fact told again.
        """
        years = [side.year for side in (self.old, self.new)]
        ours, theirs = (value_of(facet.figure.as_of) for facet in (one, other))
        is_of_years = (ours or years[0]) == years[0] and (theirs or years[1]) == years[1]
        if not is_of_years or relation(*years) != "next":
            return told
        is_yearly = told == "silent" or all(is_of_a_year(year or "") for year in years)
        if not is_yearly or (told == "untold" and is_same_value(one, other)):
            return told
        sides = (self.old, one), (self.new, other)
        are_of_plan = any(_is_of_plan(side, facet) for side, facet in sides)
        untold = [each for each in sides if each[1].figure.as_of is None]
        is_before = any(_tells_before(side, facet) for side, facet in untold)
        # Of what was planned the new edition tells what came: `we will visit`, then `we visited`.
        is_before = is_before or any(_tells_what_was(side, facet) for side, facet in untold)
        return told if is_before or not are_of_plan else "next"

    def _is_state_anew(self, one: Facet, other: Facet) -> bool:
        """Say whether the plan of another year tells a state of some day anew, without a day."""
        told = next(filter(None, (value_of(f.figure.as_of) for f in (one, other))))
        are_anew = relation(self.old.year, self.new.year) == "next"
        return are_anew and is_moment(told) and not is_same_value(one, other)

    def _dates(self, one: Facet, other: Facet) -> Time:
        """Say what became of a date: moved on with the edition, or the same event at another."""
        a, b = one.figure.value or "", other.figure.value or ""
        if a == b:
            return "same"
        own = one.is_own_date and other.is_own_date
        moved_on = not is_moment(a) and relation(a, b) == "next"
        return "next" if own or moved_on else "moment"

    def _told_again(self, one: Facet, other: Facet, time: Time) -> Time:
        """Return how the times stand of what two reports of a series tell, each of its time.

        A running total is told at another moment; what happened is counted anew, if the numbers are
        not the same; what a plan needs or aims at holds for the plan.
        """
        if time in ("untold", "silent"):
            elsewhere = relation(self.old.time_elsewhere(one), self.new.time_elsewhere(other))
            totals = elsewhere == "moment" or self._is_total(one, other)
            if totals or self._are_states(one, other) or self._are_so_far(one, other):
                return "moment"
        elif not (time == "moment" and _are_months(one, other)):
            return time
        if is_flow(one) and is_flow(other) and one.figure.kind != "duration":
            return "next"
        stands = is_standing(one) or is_standing(other)
        return time if stands else self._as_around(one, other, time)

    def _are_states(self, one: Facet, other: Facet) -> bool:
        """Say whether both hold as of the day that the whole report says it tells of."""
        if None in (self.old.facets.reported, self.new.facets.reported):
            return False
        if is_planned(one) or is_planned(other) or one.figure.kind == "duration":
            return False
        sides = (self.old, one), (self.new, other)
        return not any(is_flow(facet) or _tells_lately(side, facet) for side, facet in sides)

    def _are_so_far(self, one: Facet, other: Facet) -> bool:
        """Say whether sentences tell what is, or has been done so far, and not what was done."""
        sides = (self.old, one), (self.new, other)
        if any(is_planned(facet) or is_flow(facet) or facet.is_base for _, facet in sides):
            return False
        return all(_tells_so_far(side, facet) for side, facet in sides)

    def _as_around(self, one: Facet, other: Facet, time: Time) -> Time:
        """Return how the times stand of what says nothing of it, by the numbers around it."""
        around = self.around.get((one.home, other.home))
        if is_same_value(one, other):
            return "next" if around == "next" and one.figure.kind != "duration" else time
        if self.are_states and _is_headline(self.old, one) and _is_headline(self.new, other):
            return "moment"
        return around or "next" if one.figure.kind in SHARES else "next"

    def _is_total(self, one: Facet, other: Facet) -> bool:
        return any(is_total(side, facet) for side, facet in ((self.old, one), (self.new, other)))
