"""What the binding steps look things up in: mentions, marks, links and dates by place in the text."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.bind.collect import Collected
from extractor.bind.found import Found, Span
from extractor.bind.passage import Sentence
from extractor.bind.tables import Governing, governing
from extractor.entities import Acronym, Mention
from extractor.segment.document import Document, Section


@dataclass(slots=True)
class Context:
    """The document with its figures and entities, and the ways to find them."""

    doc: Document
    collected: Collected
    mentions: list[Mention]
    acronyms: list[Acronym]
    sentences: list[Sentence] = field(default_factory=list)
    governed: list[dict[tuple[int, int], Governing]] = field(default_factory=list)
    home: dict[int, int | None] = field(default_factory=dict)
    """Section of a block where it is another than the heading above tells (see `tells`)."""
    by_table: dict[int, list[Found]] = field(default_factory=dict)
    """The figures of each table (index in `Document.tables`), in order."""
    _mention_starts: list[int] = field(default_factory=list)
    _found_starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.governed = [governing(t) for t in self.doc.tables]
        self._mention_starts = [m.span[0] for m in self.mentions]
        self._found_starts = [f.span[0] for f in self.founds]
        for found in self.founds:
            if found.cell is not None:
                self.by_table.setdefault(found.cell[0], []).append(found)

    @property
    def founds(self) -> list[Found]:
        """Every figure, in order of the text."""
        return self.collected.founds

    def mentions_in(self, span: Span) -> Sequence[Mention]:
        """Return the mentions inside a stretch of text, in order."""
        first = bisect_left(self._mention_starts, span[0])
        last = bisect_left(self._mention_starts, span[1])
        return [m for m in self.mentions[first:last] if m.span[1] <= span[1]]

    def founds_in(self, span: Span) -> list[Found]:
        """Return the figures inside a stretch of text, in order."""
        first = bisect_left(self._found_starts, span[0])
        last = bisect_left(self._found_starts, span[1])
        return [f for f in self.founds[first:last] if f.span[1] <= span[1]]

    def headings_of(self, block: int) -> Sequence[Section]:
        """Return the sections that a block stands in, the innermost first."""
        section = self.home.get(block, self.doc.blocks[block].section)
        return self.doc.section_path(section)

    def governing_of(self, found: Found) -> Governing:
        """Return what governs the cell that a figure stands in."""
        if found.cell is None:
            raise ValueError("a figure outside tables has no governing cells")
        table, row, col = found.cell
        return self.governed[table][row, col]
