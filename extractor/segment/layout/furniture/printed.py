"""A page as the search for furniture sees it: its lines, its turned labels, its edges."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

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

    def depth(self, line: Line) -> float:
        """Return how far from the edge a line stands."""
        return line.baseline if self.name == "top" else self.sheet.height - line.baseline

    def stands_apart(self, line: Line, gap: float, known: Collection[int] = ()) -> bool:
        """Whether white of so many type sizes parts a line, outermost, from all further in.

        What is `known` to be furniture, by its identity, counts for nothing.
        """
        depth = self.depth(line)
        others = (other for other in self.sheet.lines if id(other) not in known)
        away = [self.depth(other) - depth for other in others]
        if min(away, default=0.0) < -line.size / 2:
            return False
        inward = [far for far in away if far > line.size / 2]
        return not inward or min(inward) > gap * line.size
