"""Pages read from right to left: their tables are found in a mirror, where column 0 is first."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractor.readers.source import Box, Grid, PdfPage, Rule, Word
from extractor.segment.layout.direction import RTL
from extractor.segment.layout.lines import Line
from extractor.segment.layout.tables.cells import Table

RTL_SHARE = 0.5  # of the words with letters


def reads_leftwards(words: Iterable[Word]) -> bool:
    """Whether most words with letters are of a script that runs to the left."""
    texts = [word.text for word in words]
    whole = "".join(texts)
    if whole.isascii() or not RTL.search(whole):
        return False
    worded = [text for text in texts if any(map(str.isalpha, text))]
    return sum(RTL.search(text) is not None for text in worded) > RTL_SHARE * len(worded)


class Mirror:
    """Turns the left and the right of a page round, and back."""

    def __init__(self, page: PdfPage, words: Sequence[Word]) -> None:
        self._width = page.page.width or 0.0
        self._words = {word.glyph: word for word in words}
        self.page = replace(
            page,
            words=(),
            rules=tuple(self.rules(page.rules)),
            shapes=tuple(replace(shape, box=self._box(shape.box)) for shape in page.shapes),
            grids=tuple(self._grid(grid) for grid in page.grids),
        )
        self.words = [self._word(word) for word in words]

    def rules(self, rules: Iterable[Rule]) -> list[Rule]:
        """Return rules in the mirror."""
        return [replace(rule, box=self._box(rule.box)) for rule in rules]

    def table(self, table: Table) -> Table:
        """Return a table found in the mirror with its words where they stand on the page."""
        table.box = self._box(table.box)
        table.columns = [(self._width - x1, self._width - x0) for x0, x1 in table.columns]
        for cell in table.cells:
            cell.lines = self.lines(cell.lines)
        return table

    def lines(self, lines: Iterable[Line]) -> list[Line]:
        """Return lines found in the mirror with their words where they stand on the page."""
        return [
            Line.of([self._words[word.glyph] for word in line.words], line.page, line.raised)
            for line in lines
        ]

    def _box(self, box: Box) -> Box:
        return self._width - box[2], box[1], self._width - box[0], box[3]

    def _word(self, word: Word) -> Word:
        return replace(word, box=self._box(word.box))

    def _grid(self, grid: Grid) -> Grid:
        rows = (tuple(self._box(box) if box else None for box in row[::-1]) for row in grid.cells)
        return Grid(self._box(grid.box), tuple(rows))
