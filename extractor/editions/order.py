"""What changed places: everything that not every longest sequence in the same order keeps."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence


def out_of_order(places: Sequence[int]) -> list[int]:
    """Return the positions of those that changed places; all places are different.

    Of two that were exchanged neither is told to have stayed, so it is the same read backwards.

    >>> out_of_order([4, 0, 1, 2, 3]), out_of_order([0, 2, 1, 3]), out_of_order([5, 7, 9])
    ([0], [1, 2], [])
    """
    before = _longest(places)
    after = _longest([-place for place in reversed(places)])[::-1]
    longest = max(before, default=0)
    on_one = [x + y - 1 == longest for x, y in zip(before, after, strict=True)]
    ways = Counter(x for x, kept in zip(before, on_one, strict=True) if kept)
    return [at for at, kept in enumerate(on_one) if not kept or ways[before[at]] > 1]


def _longest(places: Sequence[int]) -> list[int]:
    """Return for each the length of the longest rising sequence that ends at it."""
    lowest: list[int] = []  # the last place of the best sequence of each length
    found = []
    for place in places:
        at = bisect_left(lowest, place)
        lowest[at : at + 1] = [place]
        found.append(at + 1)
    return found
