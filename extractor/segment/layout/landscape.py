"""Pages whose text runs up or down the sheet: laid out as if the sheet were turned."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extractor.readers.geometry import shared, sideways
from extractor.readers.source import Box, Grid, PdfPage, PdfSource, Word

MOST = 2 / 3  # of a page's words run up or down it
LEAST_LINES = 3  # of several words: a chart has labels that run so, but no lines
LEAST_WORDS = 3  # of such a line
REACH = 0.2  # type sizes that a word may stand above the end of the one before it
DESCENT = 0.24  # type sizes from the baseline of text to its lower end


def turned_level(source: PdfSource) -> PdfSource:
    """Return a document with the pages turned whose text runs up or down.

    Only the layout sees them so: where a glyph stands is told by the document's own boxes.
    """
    pages = tuple(map(_turned, source.pages))
    same = all(page is old for page, old in zip(pages, source.pages, strict=True))
    return source if same else replace(source, pages=pages)


def _turned(page: PdfPage) -> PdfPage:
    across = [word for word in page.words if not word.upright]
    if len(across) <= MOST * len(page.words):  # as on nearly every page
        return page
    lines = [len(line) for line in _lines(across, up=True)]
    falling = [len(line) for line in _lines(across, up=False)]
    up = sum(lines) / len(lines) >= sum(falling) / len(falling)
    chosen = lines if up else falling
    if sum(length >= LEAST_WORDS for length in chosen) < LEAST_LINES:
        return page
    turned = Turn(page, up=up).page
    page.words = page.tags = ()  # those of the turned page are used up instead
    return turned


def _lines(words: Sequence[Word], *, up: bool) -> Iterator[list[Word]]:
    """Yield words that follow each other in one column of the sheet, up or down it."""
    line = [words[0]]
    for before, word in pairwise(words):
        one, other = (before, word) if up else (word, before)
        in_line = shared(sideways(before.box), sideways(word.box)) > 0
        if in_line and other.box[3] <= one.box[1] + REACH * word.size:
            line.append(word)
        else:
            yield line
            line = [word]
    yield line


class Turn:
    """Turns a page by a quarter, so that text that runs up or down it runs level."""

    def __init__(self, page: PdfPage, *, up: bool) -> None:
        self._up = up
        self._width, self._height = page.page.width or 0.0, page.page.height or 0.0
        self.page = replace(
            page,
            page=page.page.model_copy(update={"width": self._height, "height": self._width}),
            words=tuple(map(self._word, page.words)),
            rules=tuple(replace(rule, box=self._box(rule.box)) for rule in page.rules),
            shapes=tuple(replace(shape, box=self._box(shape.box)) for shape in page.shapes),
            links=tuple(replace(link, box=self._box(link.box)) for link in page.links),
            grids=tuple(map(self._grid, page.grids)),
        )

    def _box(self, box: Box) -> Box:
        left, top, right, bottom = box
        if self._up:
            return self._height - bottom, left, self._height - top, right
        return top, self._width - right, bottom, self._width - left

    def _word(self, word: Word) -> Word:
        box = self._box(word.box)
        baseline = box[3] - DESCENT * word.size
        return replace(word, box=box, upright=not word.upright, baseline=baseline)

    def _grid(self, grid: Grid) -> Grid:
        """Return a grid whose columns are rows, in the order in which they are read now."""
        columns = list(zip(*grid.cells, strict=True))
        rows = [column[::-1] for column in columns] if self._up else columns[::-1]
        return Grid(
            self._box(grid.box),
            tuple(tuple(self._box(box) if box else None for box in row) for row in rows),
        )
