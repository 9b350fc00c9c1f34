"""A page as the search for furniture sees it: its lines, its turned labels, its edges."""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile
from operator import itemgetter

from extractor.readers.source import Box
from extractor.segment.layout.lines import Line

EDGE_SHARE = 0.18  # of the page's height, at the top and at the bottom
MOST_STRIPS = 6  # so many lines from the edge at most


@dataclass(slots=True)
class PrintedPage:
    """A page: what stands on it."""

    number: int
    width: float
    height: float
    lines: list[Line]
    turned: list[Line] = field(default_factory=list)
    """The labels that run up or down."""
    tables: Sequence[Box] = ()
    """Boxes of drawn tables: what stands in them is no furniture."""

    def edges(self) -> "tuple[Edge, Edge]":
        """Return the lines near the top and near the bottom."""
        order = sorted(self.lines, key=lambda line: line.top)
        top = [line for line in order if line.bottom < EDGE_SHARE * self.height]
        bottom = [line for line in reversed(order) if line.top > (1 - EDGE_SHARE) * self.height]
        return (
            Edge("top", self, top[: MOST_STRIPS * 2]),
            Edge("bottom", self, bottom[: MOST_STRIPS * 2]),
        )


@dataclass(slots=True)
class Edge:
    """The lines near one edge of a page, the outermost first."""

    name: str
    sheet: PrintedPage
    lines: list[Line]
    _away: list[tuple[float, int]] | None = field(
        default=None, init=False, repr=False, compare=False
    )

    def depth(self, line: Line) -> float:
        """Return how far from the edge a line stands."""
        return line.baseline if self.name == "top" else self.sheet.height - line.baseline

    def stands_apart(self, line: Line, gap: float, known: Collection[int] = ()) -> bool:
        """Whether white of so many type sizes parts a line, outermost, from all further in.

        What is `known` to be furniture, by its identity, counts for nothing.
        """
        depth = self.depth(line)
        away = self._from_edge()
        outer = takewhile(lambda other: other[0] < depth - line.size / 2, away)
        if any(id_ not in known for _, id_ in outer):
            return False
        further = islice(away, bisect_right(away, depth + line.size / 2, key=itemgetter(0)), None)
        inward = next((far - depth for far, id_ in further if id_ not in known), None)
        return inward is None or inward > gap * line.size

    def _from_edge(self) -> list[tuple[float, int]]:
        """Return the depth of each line of the page and its identity, the outermost first."""
        if self._away is None:
            self._away = sorted((self.depth(line), id(line)) for line in self.sheet.lines)
        return self._away
