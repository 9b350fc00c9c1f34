"""Heads of two levels in one row of a grid: no line parts them, their places do."""

from collections.abc import Sequence
from itertools import pairwise

from extractor.readers.geometry import Range, shared, sideways
from extractor.readers.source import Rule
from extractor.segment.layout.lines import Line
from extractor.segment.layout.tables.cells import Cell, Table
from extractor.segment.layout.tables.framing import place
from extractor.segment.layout.tables.heads import spread_heads
from extractor.segment.layout.tables.levels import OVERLAP, heads_several
from extractor.segment.layout.tables.lifted import lifted, span_levels
from extractor.segment.layout.tables.rows import Row, has_counts, parted, step
from extractor.segment.layout.tables.spans import framed_cells

SAME_LINE = 0.3  # type sizes between the baselines of heads on one line
CENTRED = 0.8  # type sizes between the middle of a text and that of the columns below it


def part_levels(table: Table, columns: Sequence[Range], rules: Sequence[Rule]) -> None:
    """Part the first row of a grid where its lines are heads over other heads.

    Args:
        table: A table as its grid draws it.
        columns: From where to where each of its columns runs.
        rules: The drawn rules of the page.
    """
    band = [cell for cell in table.cells if cell.row == 0]
    if table.n_rows == 1 or any(cell.row_span > 1 for cell in band):
        return
    heads, body = (_placed([c for c in table.cells if c.row == row], columns) for row in (0, 1))
    if len(heads) < 2 or any(map(has_counts, heads)):  # noqa: PLR2004 - one line is one level
        return
    rows, through = lifted([*heads, *body[:1]])
    rows = rows[: len(rows) - len(body[:1])]
    groups = _levels(rows, columns)
    if len(groups) == 1:
        return
    below = [cell for cell in table.cells if cell.row > 0]
    for cell in below:
        cell.row += len(groups) - 1
    table.cells = span_levels(framed_cells(groups, len(columns), {}), through) + below
    table.n_rows += len(groups) - 1
    spread_heads(table, columns, rules)


def _placed(cells: Sequence[Cell], columns: Sequence[Range]) -> list[Row]:
    """Return the lines of cells as rows; what a cell of one column holds on a line is one text."""
    rows: list[Row] = []
    lines = [
        piece
        for cell in cells
        for line in cell.lines
        for piece in (parted(line) if cell.col_span > 1 else [line])
    ]
    for line in sorted(lines, key=lambda line: line.baseline):
        if rows and line.baseline - rows[-1].baseline <= SAME_LINE * line.size:
            rows[-1].add(line)
        else:
            rows.append(Row([line], line.baseline))
    for row in rows:
        row.pieces.sort(key=lambda piece: piece.left)
        place(row, columns)
    return rows


def _levels(rows: Sequence[Row], columns: Sequence[Range]) -> list[list[Row]]:
    """Return lines of heads in groups, each of one level."""
    groups = [[rows[0]]]
    for above, row in pairwise(rows):
        # Lines of heads in the middle of their cells stand between those of longer ones.
        beside = step(above, row) < OVERLAP * row.size
        if not beside and (
            heads_several(above, row)
            or any(
                _stands_over(column, piece, row, columns)
                for column, pieces in above.cells.items()
                for piece in pieces
            )
        ):
            groups.append([row])
        else:
            groups[-1].append(row)
    return groups


def _stands_over(column: int, piece: Line, row: Row, columns: Sequence[Range]) -> bool:
    """Whether a text stands in the middle of columns that each have a text in the row below.

    It reaches over more than one of them, or does not stand in the middle of its own.
    """
    reach = CENTRED * piece.size
    over = [c for c, each in enumerate(columns) if shared(sideways(piece.box), each) > 0]
    if len(over) < 2 and _off(piece, columns[column]) <= reach:  # noqa: PLR2004
        return False
    low = high = column
    while low - 1 in row.cells and low > 1:
        low -= 1
    while high + 1 in row.cells:
        high += 1
    return any(
        _off(piece, (columns[first][0], columns[last][1])) <= reach
        for first in range(low, column + 1)
        for last in range(max(column, first + 1), high + 1)
        if first in row.cells and last in row.cells
    )


def _off(piece: Line, across: Range) -> float:
    """Return how far a text stands from the middle of a range."""
    return abs(across[0] + across[1] - piece.left - piece.right) / 2
