"""How alike the words of two figures are, and what pairs figures by it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from extractor.editions.facets import Facet, Words


class Likeness(Protocol):
    """Says which figures of two editions may be the same thing, and how sure that is."""

    def candidates(self, old: Sequence[Facet], new: Sequence[Facet]) -> Sequence[tuple[int, int]]:
        """Return the pairs that are worth a score, as positions in both, in order."""

    def score(self, one: Facet, other: Facet) -> float:
        """Return how sure it is that two figures are the same thing, from 0 up."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of two editions."""

    rarity: Mapping[str, float]
    """How much each word tells."""

    def words(self, one: Words, other: Words) -> float | None:
        """Return the share of what the words of both tell that they tell alike; None without.

        It is Dice's measure with weights: twice the sum of the smaller ones by that of all.
        """
        if not one or not other:
            return None if not one and not other else 0.0
        shared = together = 0.0
        for word, weight in one.items():
            rarity = self.rarity[word]
            shared += rarity * min(weight, other.get(word, 0.0))
            together += rarity * weight
        together += sum(self.rarity[word] * weight for word, weight in other.items())
        return 2 * shared / together
