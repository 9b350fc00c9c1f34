"""Which figures of documents are one thing at several times."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.editions.facets import value_of, words
from extractor.editions.likeness import Vocabulary
from extractor.editions.meaning import Meaning
from extractor.editions.pairing import pairs
from extractor.editions.values import is_same_value
from extractor.history.found import Found, Told

TITLES = 0.5  # share of the words of two titles that editions of one document have in common

At = tuple[int, int]
"""A figure: the position of its document, and its own among what that says."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What a figure is of, as it is named."""

    measure: tuple[str, str | None, str | None]
    """Kind, unit and base of a rate; what a count counts is one of the words."""
    place: str | None
    status: str | None
    beyond: frozenset[str]
    """The words that name it and that were not asked for."""

    @classmethod
    def of(cls, found: Found) -> "Thing":
        """Return what a figure is of."""
        figure = found.facet.figure
        unit = None if figure.kind == "count" else figure.unit
        measure = (figure.kind, unit, value_of(figure.per))
        return cls(measure, found.place, found.status, found.met.beyond)


class Grouping:
    """Puts figures of documents together that are one thing.

    Those that are named alike are; and those that the comparison of two editions pairs, so that a
    series goes on where a later edition words it otherwise.
    """

    def __init__(self, documents: Sequence[Told]) -> None:
        """Take the documents in order of their dates."""
        self._documents = documents
        self._things = [[Thing.of(found) for found in told.found] for told in documents]

    def groups(self) -> list[list[At]]:
        """Return the figures that are one thing, those of each in order of the documents."""
        for later in range(len(self._documents)):
            earlier = self._edition_before(later)
            if earlier is not None:
                self._join_pairs(earlier, later)
        return list(self._members().values())

    def _members(self) -> dict[Thing, list[At]]:
        members: defaultdict[Thing, list[At]] = defaultdict(list)
        for document, things in enumerate(self._things):
            for at, thing in enumerate(things):
                members[thing].append((document, at))
        return members

    def _edition_before(self, later: int) -> int | None:
        """Return the last document before one that is an edition of the same, by its title."""
        ours = _title(self._documents[later])
        for earlier in reversed(range(later)):
            theirs = _title(self._documents[earlier])
            if ours and len(ours & theirs) >= TITLES * len(ours | theirs):
                return earlier
        return None

    def _join_pairs(self, earlier: int, later: int) -> None:
        old, new = ([each.facet for each in self._documents[at].found] for at in (earlier, later))
        for pair in pairs(old, new, Meaning(Vocabulary(old, new))):
            one, other = self._things[earlier][pair.old], self._things[later][pair.new]
            if one != other and one.measure == other.measure and self._may_join(one, other):
                self._things = [
                    [one if thing == other else thing for thing in things]
                    for things in self._things
                ]

    def _may_join(self, one: Thing, other: Thing) -> bool:
        """Say whether no document tells both of one time, with other values: then they are two."""
        members = self._members()
        values: dict[tuple[int, str | None], Found] = {}
        for document, at in (*members[one], *members[other]):
            found = self._documents[document].found[at]
            first = values.setdefault((document, value_of(found.facet.figure.as_of)), found)
            if not is_same_value(first.facet, found.facet):
                return False
        return True


def _title(told: Told) -> frozenset[str]:
    return frozenset(words(told.edition.title or ""))
