"""Heads in the middle of two lines of heads: each names a column through both."""

from collections.abc import Mapping, Sequence

from extractor.segment.layout.lines import Line
from extractor.segment.layout.tables.cells import Cell
from extractor.segment.layout.tables.rows import Row, has_counts, step

HALFWAY = 0.3  # type sizes from the middle between two lines
APART = 3.2  # type sizes between the two lines at most


def lifted(rows: Sequence[Row]) -> tuple[list[Row], dict[int, int]]:
    """Return the rows, heads between two lines put on the upper one, and the glyphs of these.

    `Donor` stands in the middle of `Core funds` and of `Paid | Due` under it: a line of its own
    to the eye of a program. Of each such glyph the place of its row among the rows is told.

    Args:
        rows: The lines of a table, each with its columns told.
    """
    found: list[Row] = []
    through: dict[int, int] = {}
    body = next((i for i, row in enumerate(rows) if has_counts(row)), 0)
    i = 0
    while i < len(rows):
        row = rows[i]
        if (
            i + 2 < body + 1
            and i + 2 < len(rows)
            and _stands_between(row, rows[i + 1], rows[i + 2])
        ):
            through |= {w.glyph: len(found) for p in rows[i + 1].pieces for w in p.words}
            row = _with_cells(row, rows[i + 1])
            i += 1
        found.append(row)
        i += 1
    return found, through


def _stands_between(above: Row, row: Row, below: Row) -> bool:
    """Whether a row stands halfway between two others in columns that these leave free.

    More texts below than above are a level of their own; as many are the rest of wrapped heads.
    """
    if len(below.pieces) <= len(above.pieces) or step(above, below) > APART * row.size:
        return False
    off = abs(above.baseline + below.baseline - 2 * row.baseline) / 2
    return off <= HALFWAY * row.size and not _taken(row) & (_taken(above) | _taken(below))


def _taken(row: Row) -> set[int]:
    return {c for first in row.cells for c in range(first, first + row.spans[first])}


def _with_cells(above: Row, row: Row) -> Row:
    pieces: list[Line] = sorted([*above.pieces, *row.pieces], key=lambda piece: piece.left)
    merged = Row(pieces, above.baseline)
    merged.cells = {**above.cells, **row.cells}
    merged.spans = {**above.spans, **row.spans}
    return merged


def span_levels(cells: list[Cell], through: Mapping[int, int]) -> list[Cell]:
    """Return the cells, those with heads that name a column through two rows spanning both."""
    spanning = [cell for cell in cells if cell.lines and cell.lines[0].words[0].glyph in through]
    below = {
        (cell.row + 1, c) for cell in spanning for c in range(cell.col, cell.col + cell.col_span)
    }
    for cell in spanning:
        cell.row_span = 2
    return [cell for cell in cells if cell.lines or (cell.row, cell.col) not in below]
