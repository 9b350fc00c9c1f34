"""The same document in two languages: figures pair by value, order and place, not by words.

Names are written alike in both, so the words that both share still count a little.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from extractor.editions.edition import Side
from extractor.editions.facets import Facet
from extractor.editions.likeness import Vocabulary
from extractor.editions.values import is_same_value

ALIKE = 0.4  # share of figures whose numbers stand in both, for one to be a translation
FEW = 8  # figures; of fewer nothing is told
VALUE, KIND, ORDER, CELL, NAMES = 0.45, 0.1, 0.25, 0.2, 0.15  # what of a pair counts how much
FAR = 0.1  # of the document: what is further apart is in no order any more
WINDOW = 12  # figures before and after the same position that may be the same one
COMMON = 40  # figures of one number; of more, only those in the window may pair


def is_translation(old: Side, new: Side) -> bool:
    """Say whether two documents of two languages tell the same numbers."""
    languages = {side.extraction.document.language for side in (old, new)}
    if len(languages) != len((old, new)) or None in languages:
        return False
    ours, theirs = (_numbers(side.figures) for side in (old, new))
    smaller = min(len(ours), len(theirs))
    return smaller >= FEW and len(ours & theirs) >= ALIKE * smaller


def _around(ours: int, theirs: int) -> Iterator[tuple[int, int]]:
    """Yield each position of one document with those about it in the other."""
    for at in range(ours):
        there = at * theirs // ours
        yield from ((at, j) for j in range(max(there - WINDOW, 0), min(there + WINDOW, theirs)))


def _by_number(facets: Sequence[Facet]) -> Mapping[tuple[str, str | None], Sequence[int]]:
    found: defaultdict[tuple[str, str | None], list[int]] = defaultdict(list)
    for at, facet in enumerate(facets):
        found[facet.figure.kind, facet.figure.value].append(at)
    return found


def _numbers(facets: Sequence[Facet]) -> set[tuple[str, str | None]]:
    """Return the numbers of a document that are not met by chance: of two digits or more."""
    told = ((facet.figure.kind, facet.figure.value) for facet in facets)
    return {(kind, value) for kind, value in told if value is not None and len(value) > 1}


@dataclass(frozen=True, slots=True)
class Translation:
    """Scores figures of a document and of its translation."""

    vocabulary: Vocabulary

    def candidates(self, old: Sequence[Facet], new: Sequence[Facet]) -> Sequence[tuple[int, int]]:
        """Return the figures of one number, and those of about one position."""
        found = {*_around(len(old), len(new))}
        found.update((i, j) for j, i in _around(len(new), len(old)))
        ours, theirs = _by_number(old), _by_number(new)
        for number in ours.keys() & theirs.keys():
            if max(len(ours[number]), len(theirs[number])) <= COMMON:
                found.update(product(ours[number], theirs[number]))
        return sorted(found)

    def score(self, one: Facet, other: Facet) -> float:
        """Return how sure it is that two figures are the same one."""
        a, b = one.figure, other.figure
        if a.kind != b.kind or (a.cell is None) != (b.cell is None):
            return 0.0
        names = self.vocabulary.words({**one.what, **one.near}, {**other.what, **other.near})
        score = KIND + NAMES * (names or 0.0) + VALUE * is_same_value(one, other)
        score += ORDER * max(0.0, 1 - abs(one.order - other.order) / FAR)
        if a.cell is not None and b.cell is not None:
            score += CELL * ((a.cell.row, a.cell.col) == (b.cell.row, b.cell.col))
        return score

    def left(self, one: Facet, other: Facet) -> float:  # noqa: ARG002  # words are not compared
        """Return 1: of two languages, nothing is known to exclude each other."""
        return 1.0
