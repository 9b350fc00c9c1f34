"""No two cells of a table cover the same place."""

from typing import cast

from extractor.segment.layout.lines import Line
from extractor.segment.layout.tables.cells import Cell
from extractor.segment.layout.tables.tiled import tiled

WORDS = [cast(Line, object())]


def shape(cells: list[Cell]) -> list[tuple[int, int, int, int]]:
    return [(c.row, c.col, c.row_span, c.col_span) for c in cells]


def test_a_span_ends_above_the_words_below_it() -> None:
    over = Cell(0, 1, row_span=2, col_span=3, lines=WORDS)
    below = [Cell(1, col, lines=WORDS) for col in (1, 2, 3)]
    assert shape(tiled([over, *below]))[0] == (0, 1, 1, 3)


def test_a_span_ends_before_the_words_beside_it() -> None:
    over = Cell(0, 0, row_span=2, col_span=3, lines=WORDS)
    assert shape(tiled([over, Cell(0, 2, lines=WORDS), Cell(1, 2, lines=WORDS)]))[0] == (0, 0, 2, 2)


def test_a_blank_gives_way_to_a_span_and_stays_elsewhere() -> None:
    over = Cell(0, 0, row_span=2, lines=WORDS)
    assert shape(tiled([over, Cell(1, 0), Cell(1, 1)])) == [(0, 0, 2, 1), (1, 1, 1, 1)]
