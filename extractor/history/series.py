"""Which figures of documents are one thing at several times."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.editions.facets import Facet, value_of
from extractor.editions.likeness import Vocabulary
from extractor.editions.meaning import Meaning
from extractor.editions.pairing import pairs
from extractor.editions.stems import words
from extractor.editions.values import is_same_value
from extractor.history.found import Found, Told

NEAR = Decimal("0.9")  # of the largest value; less is another thing, not another rounding
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
        self._members: defaultdict[Thing, list[At]] = defaultdict(list)
        for document, things in enumerate(self._things):
            for at, thing in enumerate(things):
                self._members[thing].append((document, at))
        self._pairs = [each for later in range(len(documents)) for each in self._paired(later)]

    def groups(self) -> Iterator[list[At]]:
        """Yield the figures that are one thing, those of each in order of the documents."""
        for one, other in self._pairs:
            self._join(one, other)
        for members in self._members.values():
            yield from self._parted(members) if self._is_mixed(members) else [members]

    def _edition_before(self, later: int) -> int | None:
        """Return the edition before one of the same document: the last of the nearest titles.

        The plans of two countries often differ in one word of their titles.
        """
        ours = _title(self._documents[later])
        shares = [_share(ours, _title(each)) for each in self._documents[:later]]
        nearest = max(shares, default=0.0)
        if nearest < TITLES:
            return None
        return max(at for at, share in enumerate(shares) if share == nearest)

    def _paired(self, later: int) -> Iterator[tuple[At, At]]:
        """Yield the figures of a document with those that they were in the edition before it."""
        earlier = self._edition_before(later)
        if earlier is not None:
            old, new = ([e.facet for e in self._documents[at].found] for at in (earlier, later))
            for pair in pairs(old, new, Meaning(Vocabulary(old, new))):
                yield (earlier, pair.old), (later, pair.new)

    def _join(self, one: At, other: At) -> None:
        """Make one thing of two, if they can be."""
        kept, gone = self._things[one[0]][one[1]], self._things[other[0]][other[1]]
        are_apart = kept.place is not None and gone.place is not None and kept.place != gone.place
        if kept == gone or kept.measure != gone.measure or are_apart:
            return
        if self._may_join(kept, gone):
            moved = self._members.pop(gone)
            for document, at in moved:
                self._things[document][at] = kept
            self._members[kept] = sorted([*self._members[kept], *moved])

    def _is_mixed(self, members: Sequence[At]) -> bool:
        """Say whether a document tells values of one time that are too far apart for one thing.

        Then the words do not tell all: the new cases of a day and all cases are both cases.
        """
        facets: defaultdict[tuple[int, str | None], list[Facet]] = defaultdict(list)
        for document, at in members:
            facet = self._documents[document].found[at].facet
            facets[document, value_of(facet.figure.as_of)].append(facet)
        return not all(map(are_near, facets.values()))

    def _parted(self, members: Sequence[At]) -> Iterator[list[At]]:
        """Yield the figures that editions pair, a series each; what is left stays together."""
        chains = {at: [at] for at in members}
        for one, other in (*self._mentions(members), *self._pairs):
            if one in chains and other in chains and chains[one] is not chains[other]:
                chains[one] += chains[other]
                for at in chains[other]:
                    chains[at] = chains[one]
        rest = []
        for chain in {id(chain): chain for chain in chains.values()}.values():
            if len({document for document, _ in chain}) > 1:
                yield sorted(chain)
            else:
                rest += chain
        if rest:
            yield sorted(rest)

    def _mentions(self, members: Sequence[At]) -> Iterator[tuple[At, At]]:
        """Yield the figures of a document that tell one value of one time more than once."""
        first: dict[tuple[object, ...], At] = {}
        for document, at in members:
            figure = self._documents[document].found[at].facet.figure
            said = (document, value_of(figure.as_of), figure.value, figure.low, figure.high)
            yield first.setdefault(said, (document, at)), (document, at)

    def _may_join(self, one: Thing, other: Thing) -> bool:
        """Say whether no document tells both of one time, with other values: then they are two."""
        values: dict[tuple[int, str | None], Found] = {}
        for document, at in (*self._members[one], *self._members[other]):
            found = self._documents[document].found[at]
            first = values.setdefault((document, value_of(found.facet.figure.as_of)), found)
            if not is_same_value(first.facet, found.facet):
                return False
        return True


def are_near(facets: Iterable[Facet]) -> bool:
    """Say whether values are so near that they may be of one thing, however it is rounded."""
    values = [abs(facet.term.value) for facet in facets if facet.term is not None]
    return not values or min(values) >= NEAR * max(values)


def _title(told: Told) -> frozenset[str]:
    return frozenset(words(told.edition.title or ""))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of the words of two titles that both have; 0 without any."""
    return len(one & other) / len(one | other) if one and other else 0.0
