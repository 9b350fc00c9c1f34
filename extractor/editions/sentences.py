"""The sentences that the figures of a document stand in."""

from bisect import bisect_left
from functools import cached_property

import regex

from schemas.base import Anchor
from schemas.document import Block
from schemas.extraction import Extraction
from schemas.figure import Figure

SENTENCE_END = regex.compile(r"(?<=[.;!?؟。])\s++|\n")


class Sentences:
    """The text of a document, as its figures stand in it."""

    def __init__(self, extraction: Extraction) -> None:
        """Keep the extraction; the parts are made when they are first asked for."""
        self._extraction = extraction
        self._text = extraction.text

    @cached_property
    def blocks(self) -> dict[str, Block]:
        """The blocks by id."""
        return {block.id: block for block in self._extraction.blocks}

    def of(self, figure: Figure) -> tuple[int, int]:
        """Return the bounds of the sentence that a figure stands in."""
        within = self._within(figure)
        if within is None:
            return figure.anchor.start, figure.anchor.end
        start, end = within.start, within.end
        for match in SENTENCE_END.finditer(self._text, start, end):
            if match.end() <= figure.anchor.start:
                start = match.end()
            elif match.start() >= figure.anchor.end:
                return start, match.start()
        return start, end

    def sides(self, figure: Figure) -> tuple[str, str]:
        """Return what stands before and after a figure in its sentence."""
        start, end = self.of(figure)
        return self._text[start : figure.anchor.start], self._text[figure.anchor.end : end]

    def before(self, figure: Figure) -> str:
        """Return what stands before a figure in its paragraph or cell."""
        within = self._within(figure)
        return "" if within is None else self._text[within.start : figure.anchor.start]

    def listed(self, figure: Figure) -> list[str]:
        """Return what stands after each count of a list of one indicator, this one's first.

        Nothing for a cell, for any other figure, and where its sentence has no other of these.
        """
        if figure.kind != "count" or figure.cell is not None or figure.indicator is None:
            return []
        start, end = self.of(figure)
        first, last = (bisect_left(self._starts, each) for each in (start, end))
        ends = [*self._starts[first + 1 : last], end]
        told = {
            each.anchor.start: self._text[each.anchor.end : until]
            for each, until in zip(self._counts[first:last], ends, strict=True)
            if _is_told_alike(figure, each)
        }
        own = told.pop(figure.anchor.start, "")
        return [own, *told.values()] if told else []

    @cached_property
    def _counts(self) -> list[Figure]:
        counts = (figure for figure in self._extraction.figures if figure.kind == "count")
        return sorted(counts, key=lambda figure: figure.anchor.start)

    @cached_property
    def _starts(self) -> list[int]:
        return [figure.anchor.start for figure in self._counts]

    def _within(self, figure: Figure) -> Anchor | None:
        """Return the cell or the block that a figure stands in."""
        cell, block = figure.cell, self.blocks.get(figure.block_id)
        if cell is not None:
            return self._cells.get((cell.table_id, cell.row, cell.col))
        return None if block is None else block.anchor

    @cached_property
    def _cells(self) -> dict[tuple[str, int, int], Anchor | None]:
        return {
            (table.id, cell.row, cell.col): cell.anchor
            for table in self._extraction.tables
            for cell in table.cells
        }


def _is_told_alike(one: Figure, other: Figure) -> bool:
    """Say whether two figures are told by one indicator."""
    indicators = [figure.indicator.value for figure in (one, other) if figure.indicator]
    return len(indicators) == 2 and len(set(indicators)) == 1  # noqa: PLR2004  # both
