"""How alike the words of two figures are, and what pairs figures by it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import fsum
from typing import Protocol

from extractor.editions.compared import UNIT
from extractor.editions.facets import Facet
from extractor.editions.nearby import Words

NAMED_ROW = 0.5  # of the words of a row that a sentence names if it tells of it

Candidate = tuple[int, int]
"""Positions of two figures that may be the same thing, in the old and in the new edition."""


class Likeness(Protocol):
    """Says which figures of two editions may be the same thing, and how sure that is."""

    def candidates(self, old: Sequence[Facet], new: Sequence[Facet]) -> Iterable[Candidate]:
        """Return the pairs that are worth a score, in order."""

    def score(self, one: Facet, other: Facet) -> float:
        """Return how sure it is that two figures are the same thing, from 0 up."""

    def left(self, one: Facet, other: Facet) -> float:
        """Return how far two figures tell nothing that excludes each other, from 0 to 1."""


class Vocabulary:
    """The words of two editions, and how much each tells."""

    def __init__(self, old: Sequence[Facet], new: Sequence[Facet]) -> None:
        """Count the words; what was compared once is remembered, many figures share a heading."""
        self.rarity: Mapping[str, float] = _rarities([old, new])
        self._wholes: dict[int, float] = {}
        self._compared: dict[tuple[int, int], float | None] = {}
        self._kept: list[Words] = []  # so that no other words get the address of these

    def words(self, one: Words, other: Words) -> float | None:
        """Return the share of what the words of both tell that they tell alike; None without.

        It is Dice's measure with weights: twice the sum of the smaller ones by that of all.
        """
        if not one or not other:
            return None if not one and not other else 0.0
        rarity = self.rarity
        # Exact, since the words that both have come in another order read backwards.
        shared = fsum([rarity[w] * min(one[w], other[w]) for w in one.keys() & other.keys()])
        return 2 * shared / (self._whole(one) + self._whole(other))

    def weight(self, words: Iterable[str]) -> float:
        """Return how much some words tell together."""
        return fsum(self.rarity.get(word, 1.0) for word in words)

    def held(self, cell: Facet, told: Facet) -> float:
        """Return the share of what the words of a cell tell that a sentence tells too.

        Its words are those that tell the figure, those beside it and those of the headings; a
        sentence that names no word of the row tells of another one.
        """
        row = {word: 1.0 for word in cell.heads[0].split() if word.isalpha()}
        if self._share(row, told) < NAMED_ROW:
            return 0.0
        return self._share({w: weight for w, weight in cell.what.items() if weight >= UNIT}, told)

    def _share(self, words: Words, told: Facet) -> float:
        """Return the share of words that stand about a figure; all of none."""
        whole = shared = 0.0
        for word, weight in words.items():
            rarity = self.rarity.get(word, 1.0) * weight
            near = {} if word in told.others else told.near
            present = max(each.get(word, 0.0) for each in (told.what, near, told.where))
            whole += rarity
            shared += rarity * min(present, 1.0)
        return shared / whole if whole else 1.0

    def headings(self, one: Words, other: Words) -> float | None:
        """Return the same of words that many figures share: those of the headings above them."""
        both = id(one), id(other)
        if both not in self._compared:
            self._kept += (one, other)
            self._compared[both] = self.words(one, other)
        return self._compared[both]

    def _whole(self, words: Words) -> float:
        whole = self._wholes.get(id(words))
        if whole is None:
            self._kept.append(words)
            whole = sum(self.rarity[word] * weight for word, weight in words.items())
            self._wholes[id(words)] = whole
        return whole


def _rarities(editions: Sequence[Sequence[Facet]]) -> Mapping[str, float]:
    """Return how much each word tells: less, the more figures of an edition it stands beside.

    The edition in which it stands beside more counts: of both together, a word that both have would
    tell less than one that a single one has.
    """
    found: dict[str, float] = {}
    for facets in editions:
        counts = Counter[str]()
        for facet in facets:
            counts.update(facet.what.keys() | facet.near.keys() | facet.where.keys())
        for word, count in counts.items():
            told = _rarity(count, len(facets) + 1)
            found[word] = min(found.get(word, told), told)
    return found


def _rarity(count: int, total: int) -> float:
    """Return the weight of a word that stands beside `count` of `total` figures, from 1 down."""
    return 1.0 / (1.0 + 4.0 * count / total) ** 2
