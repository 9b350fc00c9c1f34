"""Grids with fewer lines than the table has rows or columns: what stands in line completes them."""

from collections.abc import Sequence

from extractor.readers.source import Rule
from extractor.segment.layout.lines import Line
from extractor.segment.layout.tables.cells import Cell, Table, is_numeric
from extractor.segment.layout.tables.framing import columns_of, framed
from extractor.segment.layout.tables.headbands import part_levels
from extractor.segment.layout.tables.heads import spread_heads
from extractor.segment.layout.tables.labels import part_labels
from extractor.segment.layout.tables.rows import Row, parted, rows_of
from extractor.segment.layout.tables.wrapped import joined_rows, rows_ruled

LEAST_LINES = 2  # numbers under each other in one cell, that are rows of their own
TALL_STACK = 3  # the same, where they stand so in several columns
NUMBER_SHARE = 0.5  # of the lines of a row of the grid have a number beside them
WIDE_SHARE = 0.15  # of the lines end with several numbers: columns are missing
LEAST_WIDE = 2  # lines with several numbers in one cell: columns are missing
CROSSING_PT = 1.5


def refined(table: Table, columns: Sequence[tuple[float, float]], rules: Sequence[Rule]) -> Table:
    """Return a table with the rows and columns that its grid does not draw."""
    _part_wide_cells(table, columns)
    part_labels(table)
    if _lacks_columns(table):
        return _reframed(table, rules)
    if _lacks_rows(table):
        _reframed_rows(table, rules)
        spread_heads(table, columns, rules)
    else:
        table = _part_tall_rows(table, rules)
    part_levels(table, columns, rules)
    return table


def _part_wide_cells(table: Table, columns: Sequence[tuple[float, float]]) -> None:
    """Part cells over several columns whose pieces stand in one column each."""
    cells: list[Cell] = []
    for cell in table.cells:
        held = _by_column(cell, columns) if cell.col_span > 1 else None
        if held is None or len(held) < 2:  # noqa: PLR2004 - one piece is a spanning text
            cells.append(cell)
            continue
        cells += [
            Cell(cell.row, col, cell.row_span, 1, held.get(col, []))
            for col in range(cell.col, cell.col + cell.col_span)
        ]
    table.cells = cells


def _by_column(cell: Cell, columns: Sequence[tuple[float, float]]) -> dict[int, list[Line]] | None:
    """Return the pieces of a cell by column; None where one crosses into the next column."""
    held: dict[int, list[Line]] = {}
    for piece in (piece for line in cell.lines for piece in parted(line)):
        middle = (piece.left + piece.right) / 2
        for col in range(cell.col, cell.col + cell.col_span):
            left, right = columns[col]
            if left <= middle <= right:
                if piece.left < left - CROSSING_PT or piece.right > right + CROSSING_PT:
                    return None
                held.setdefault(col, []).append(piece)
                break
    return held


def _lacks_columns(table: Table) -> bool:
    lines = [line for cell in table.cells for line in cell.lines]
    wide = sum(
        len(pieces) > 1 and all(is_numeric(piece.text) for piece in pieces[-2:])
        for pieces in map(parted, lines)
    )
    return wide >= max(LEAST_WIDE, WIDE_SHARE * len(lines))


def _reframed(table: Table, rules: Sequence[Rule]) -> Table:
    rows = rows_of(line for cell in table.cells for line in cell.lines)
    data = [row for row in rows if any(is_numeric(piece.text) for piece in row.pieces[1:])]
    columns = columns_of(data or rows)
    if len(columns) <= table.n_cols:
        return table
    x0, y0, x1, y1 = table.box
    inside = [r for r in rules if y0 - 2 <= r.box[1] <= y1 + 2 and r.box[0] < x1 and r.box[2] > x0]
    return framed(rows, columns, inside)


def _lacks_rows(table: Table) -> bool:
    """Whether numbers stand under each other in cells of several columns."""
    stacks = [cell for cell in table.cells if _is_stack(cell, TALL_STACK)]
    return len({cell.col for cell in stacks}) > 1


def _is_stack(cell: Cell, least: int) -> bool:
    return len(cell.lines) >= least and all(is_numeric(line.text) for line in cell.lines)


def _reframed_rows(table: Table, rules: Sequence[Rule]) -> None:
    """Leave the columns of a table as they are drawn; tell its rows by what stands in line."""
    rows = _rows_by_baseline(table.cells)
    groups = joined_rows(rows, rows_ruled(rows, rules))
    cells: list[Cell] = []
    for r, group in enumerate(groups):
        col = 0
        while col < table.n_cols:
            lines = [line for row in group for line in row.cells.get(col, [])]
            span = max((row.spans.get(col, 1) for row in group), default=1)
            while span > 1 and any(
                c in row.cells for row in group for c in range(col + 1, col + span)
            ):
                span -= 1
            cells.append(Cell(r, col, 1, span, lines))
            col += span
    table.cells, table.n_rows = cells, len(groups)


def _rows_by_baseline(cells: Sequence[Cell]) -> list[Row]:
    rows: list[Row] = []
    lines = [(line, cell) for cell in cells for line in cell.lines]
    for line, cell in sorted(lines, key=lambda pair: (pair[0].baseline, pair[1].col)):
        if rows and line.baseline - rows[-1].baseline <= 0.5 * line.size:
            rows[-1].add(line)
        else:
            rows.append(Row([line], line.baseline))
        rows[-1].cells.setdefault(cell.col, []).append(line)
        rows[-1].spans[cell.col] = cell.col_span
    return rows


def _part_tall_rows(table: Table, rules: Sequence[Rule]) -> Table:
    """Part each row of the grid that holds numbers under each other into rows of their own."""
    cells: list[Cell] = []
    shift = 0
    moved: dict[int, int] = {}
    for row in range(table.n_rows):
        moved[row] = row + shift
        band = table.row(row)
        groups = _rows_in(band, rules)
        if len(groups) < 2:  # noqa: PLR2004
            continue
        for i, group in enumerate(groups):
            for cell in band:
                lines = [line for r in group for line in r.cells.get(cell.col, [])]
                cells.append(Cell(row + shift + i, cell.col, 1, cell.col_span, lines))
        shift += len(groups) - 1
    if not shift:
        return table
    parted_rows = {
        row for row in moved if moved.get(row + 1, table.n_rows + shift) - moved[row] > 1
    }
    for cell in table.cells:
        if cell.row not in parted_rows:
            end = moved.get(cell.row + cell.row_span, table.n_rows + shift)
            cell.row_span = end - moved[cell.row]
            cell.row = moved[cell.row]
            cells.append(cell)
    table.cells, table.n_rows = cells, table.n_rows + shift
    return table


def _rows_in(band: Sequence[Cell], rules: Sequence[Rule]) -> list[list[Row]]:
    """Return the rows inside a row of the grid; one where its cells hold running text."""
    if any(cell.row_span > 1 and cell.lines for cell in band):
        return []
    stacks = [cell for cell in band if _is_stack(cell, LEAST_LINES)]
    if not stacks:
        return []
    rows = _rows_by_baseline(band)
    most = max(len(cell.lines) for cell in stacks)
    return joined_rows(rows, rows_ruled(rows, rules)) if most >= NUMBER_SHARE * len(rows) else []
