"""Series of numbers that overlap: where both editions tell a time, no other is taken for it."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence

from extractor.editions.compared import UNIT
from extractor.editions.facets import Facet, value_of
from extractor.editions.once import once

ELSEWHERE = 0.5  # what is left of two figures at two times, where both editions tell one of those


class Overlaps:
    """The times at which each edition tells the same thing."""

    def __init__(self, old: Sequence[Facet], new: Sequence[Facet]) -> None:
        """Look which times are told of what in each edition."""
        self._ours, self._theirs = _times(old), _times(new)

    def left(self, one: Facet, other: Facet) -> float:
        """Return what is left of a score where one of the two times is told in both editions."""
        ours, theirs = _told(one), _told(other)
        if ours is None or theirs is None or ours[1] == theirs[1]:
            return 1.0
        there, here = self._theirs[theirs[0]], self._ours[ours[0]]
        if one.figure.kind == "date":
            overlap = ours[1] in there or theirs[1] in here
        else:
            overlap = ours[0] == theirs[0] and not here.isdisjoint(there)
        return ELSEWHERE if overlap else 1.0


def _times(facets: Sequence[Facet]) -> Mapping[Hashable, set[str]]:
    found: defaultdict[Hashable, set[str]] = defaultdict(set)
    for facet in facets:
        told = _told(facet)
        if told is not None:
            found[told[0]].add(told[1])
    return found


@once
def _told(facet: Facet) -> tuple[Hashable, str] | None:
    """Return what a figure tells, and when.

    A date in a sentence tells itself, in the place that it stands in.
    """
    figure = facet.figure
    if figure.kind == "date":
        is_told = figure.value is not None and not facet.is_label
        return (facet.home, figure.value or "") if is_told else None
    when = facet.plan or value_of(figure.as_of)
    what = frozenset(word for word, weight in facet.what.items() if weight >= UNIT)
    if when is None or not what:
        return None
    return (figure.kind, what, facet.place, facet.group, len(when)), when  # years beside years
