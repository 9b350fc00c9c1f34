"""What a search for tables asks of a page beside its words: what is drawn, how large it is set."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.readers.source import Box, Rule, Shape


@dataclass(frozen=True, slots=True)
class Drawn:
    """The drawn things of a page."""

    rules: Sequence[Rule]
    """Level lines, pieces joined, the edges of colours among them."""
    shapes: Sequence[Shape]
    body: float
    """The size of the document's running text."""
    boxes: Sequence[Box] = ()
    """Closed on all four sides."""
    tables: Sequence[Box] = ()
    """Around the tables found before."""
