"""Reading order by normalised indel similarity."""

from collections.abc import Sequence

from rapidfuzz.distance import Indel

from pages.metrics.tally import Tally
from pages.metrics.text import squeezed
from pages.truth import Reading


def similarity(truth: Sequence[str], read: Sequence[str]) -> float:
    """Return 1 less the insertions and deletions of characters per character of both texts.

    >>> similarity(["abcd"], ["cdab"])
    0.5
    """
    return Indel.normalized_similarity(squeezed("\n".join(truth)), squeezed("\n".join(read)))


def reading_order(truth: Reading, read: Reading) -> Tally:
    """Score the order of a document: the best of the orders that its truth allows."""
    if not any(truth.order):
        return Tally()
    orders = (truth.order, *truth.alternatives)
    return Tally(max(similarity(order, read.order) for order in orders), 1)
