"""What became of a figure that stands in both editions."""

from dataclasses import dataclass
from decimal import Decimal
from typing import get_args

from extractor.editions.edition import Side, named
from extractor.editions.facets import Facet, value_of
from extractor.editions.parts import Parts
from extractor.editions.series import Times
from extractor.editions.stems import words
from extractor.editions.times import Time, stretch
from extractor.editions.values import difference, is_one_unit, way
from schemas.diff import ChangeType
from schemas.figure import Figure

KINDS_OF_PLACE = {"prose": "text", "list": "text", "heading": "text"}
ORDER: tuple[ChangeType, ...] = get_args(ChangeType)


@dataclass(frozen=True, slots=True)
class Change:
    """What holds of a pair."""

    types: tuple[ChangeType, ...]
    difference: Decimal | None = None
    percent: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Judge:
    """Says what became of the figures of two editions."""

    old: Side
    new: Side
    tables: Parts
    """Which table became which."""
    sections: Parts
    """Which section became which."""
    times: Times
    translated: bool = False
    """Whether one is a translation of the other: then words and places are not compared."""

    def change(self, one: Facet, other: Facet) -> Change:
        """Return what became of a figure, and by how much it changed."""
        a, b = one.figure, other.figure
        time: Time = "same" if self.translated else self.times.time(one, other)
        compared = not self.translated
        holds: dict[ChangeType, bool] = {
            "next_period": time == "next",
            "redated": time == "moment" or (self.translated and _is_other_date(a, b)),
            "modifier_changed": a.modifier != b.modifier,
            "resourced": compared and self._is_resourced(a, b, time),
            "moved": compared and self._is_moved(one, other),
        }
        told = {each for each, does in holds.items() if does}
        told.update(self._valued(one, other, time))
        types = tuple(each for each in ORDER if each in told)
        return Change(types or ("unchanged",), *difference(one, other))

    def part(self, one: Facet, other: Facet, joined: ChangeType) -> Change:
        """Return what became of a whole and a part: their values and words are not compared."""
        kept = {each for each in self.change(one, other).types if each in ("moved", "redated")}
        return Change(tuple(each for each in ORDER if each in kept | {joined}))

    def _valued(self, one: Facet, other: Facet, time: Time) -> list[ChangeType]:
        """Return how the value changed; that of the next period is not compared."""
        a, b = one.figure, other.figure
        if a.kind == "date":
            return []
        if not is_one_unit(a, b):
            both_money = a.kind == b.kind == "money" and a.unit and b.unit
            return ["currency_changed" if both_money else "unit_changed"]
        moved = None if time == "next" else way(one, other)
        if moved is None:
            return []
        return [moved, "restated"] if moved != "rounded" and self._is_restated(a, b) else [moved]

    def _is_restated(self, one: Figure, other: Figure) -> bool:
        """Say whether both tell of one time that was over before the old edition came out."""
        ours, theirs = value_of(one.as_of), value_of(other.as_of)
        if ours is None or ours != theirs:
            return False
        return stretch(ours) is not None and self.old.is_past(ours)

    def _is_resourced(self, one: Figure, other: Figure, time: Time) -> bool:
        """Say whether a figure stands on another word.

        That a source alone came or went says so only of the same number: of the next one it may
        have been told elsewhere, or by a mark that stands at another.
        """
        ours, theirs = (frozenset(named(s.value) for s in f.sources) for f in (one, other))
        if ours and theirs:
            return not any(_is_one_source(one, other) for one in ours for other in theirs)
        alone = (ours - self.new.names) | (theirs - self.old.names)
        return bool(alone) and time in ("same", "untold", "silent")

    def _is_moved(self, one: Facet, other: Facet) -> bool:
        """Say whether a figure stands in another kind of place, in another table or section."""
        a, b = one.figure, other.figure
        zones = [KINDS_OF_PLACE.get(figure.zone, figure.zone) for figure in (a, b)]
        if zones[0] != zones[1]:
            return True
        if a.cell is not None and b.cell is not None:
            became, was = self.tables.became, self.tables.came_from
            kept = became.get(one.home, other.home), was.get(other.home, one.home)
            return kept != (other.home, one.home)
        if a.section_id is None or b.section_id is None or a.zone == "footnote":
            return False
        return self._is_other_section(a.section_id, b.section_id)

    def _is_other_section(self, ours: str, theirs: str) -> bool:
        """Say whether two sections are parts of none that is the other, and of other titles."""
        became, was = self.sections.became.get(ours), self.sections.came_from.get(theirs)
        old, new = self.old.facets.above(ours), self.new.facets.above(theirs)
        if not (old and new):  # one is not there
            return False
        if became in new or was in old:  # one was parted into sections below it
            return False
        titles = self.old.facets.sections[ours].title, self.new.facets.sections[theirs].title
        one, other = (frozenset(words(title)) for title in titles)
        return len(one & other) * 2 < len(one | other)


def _is_one_source(one: str, other: str) -> bool:
    """Say whether two sources share most of their words: a month of another edition may differ."""
    ours, theirs = frozenset(one.split()), frozenset(other.split())
    return len(ours & theirs) * 2 > min(len(ours), len(theirs))


def _is_other_date(one: Figure, other: Figure) -> bool:
    return one.kind == "date" and one.value != other.value
