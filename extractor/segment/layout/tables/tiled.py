"""The last word on the cells of a table: no two of them cover the same place."""

from collections.abc import Sequence

from extractor.segment.layout.tables.cells import Cell

Place = tuple[int, int]


def tiled(cells: Sequence[Cell]) -> list[Cell]:
    """Return cells none of which covers another: spans end where words begin, blanks give way."""
    words = {(cell.row, cell.col) for cell in cells if cell.lines}
    for cell in cells:
        if cell.row_span * cell.col_span > 1:
            _cut(cell, words)
    covered = {
        place for cell in cells if cell.row_span * cell.col_span > 1 for place in _places(cell)
    }
    return [
        cell
        for cell in cells
        if cell.row_span * cell.col_span > 1 or cell.lines or (cell.row, cell.col) not in covered
    ]


def _cut(cell: Cell, words: set[Place]) -> None:
    """End the span of a cell before the first column, then the first row, of another's words."""
    beside = (col for col in range(cell.col + 1, cell.col + cell.col_span))
    end = next((col for col in beside if (cell.row, col) in words), cell.col + cell.col_span)
    cell.col_span = end - cell.col
    columns = range(cell.col, end)
    below = range(cell.row + 1, cell.row + cell.row_span)
    met = (row for row in below if any((row, col) in words for col in columns))
    cell.row_span = next(met, cell.row + cell.row_span) - cell.row


def _places(cell: Cell) -> list[Place]:
    return [
        (row, col)
        for row in range(cell.row, cell.row + cell.row_span)
        for col in range(cell.col, cell.col + cell.col_span)
    ]
