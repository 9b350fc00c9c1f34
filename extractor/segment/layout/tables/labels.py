"""Labels of rows: those drawn as one cell though each names a row, and those of two levels."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from extractor.readers.geometry import Range
from extractor.readers.source import Rule
from extractor.segment.layout.lines import Line
from extractor.segment.layout.tables.cells import Cell, Table, is_numeric
from extractor.segment.layout.tables.going_on import reads_on
from extractor.segment.layout.tables.rows import Row

SAME_LINE = 0.2  # type sizes between the baselines of a label and of its row
LEAST_LABELLED = 4  # rows of a cell that may begin beside the heads, above its first label
NEXT_ROW = 3.0  # type sizes from a line to the row above it or below it, at most


def part_labels(table: Table) -> None:
    """Part each cell over several rows whose lines are one label a row, in line with its values."""
    baselines: dict[int, list[float]] = defaultdict(list)
    for cell in table.cells:
        if cell.row_span == 1:
            baselines[cell.row] += [line.baseline for line in cell.lines]
    cells: list[Cell] = []
    for cell in table.cells:
        labels = _labels(cell, baselines) if 1 < cell.row_span <= len(cell.lines) + 1 else []
        rows = range(cell.row, cell.row + cell.row_span)
        cells += [
            Cell(row, cell.col, 1, cell.col_span, lines)
            for row, lines in zip(rows, labels, strict=False)
        ] or [cell]
    table.cells = cells


def _labels(cell: Cell, baselines: Mapping[int, Sequence[float]]) -> list[list[Line]]:
    """Return the lines of a cell row by row; nothing where a row has no label of its own."""
    labels: list[list[Line]] = []
    lines = list(cell.lines)
    for row in range(cell.row, cell.row + cell.row_span):
        bottom = max(baselines.get(row, ()), default=None)
        if bottom is None:
            return []
        label = [x for x in lines if x.baseline <= bottom + SAME_LINE * x.size]
        below_heads = cell.row == row == 0 and cell.row_span >= LEAST_LABELLED
        if not (below_heads and not label) and not any(_on(x, baselines[row]) for x in label):
            return []
        if labels and labels[-1] and reads_on(labels[-1][-1].text, label[0].text):
            return []
        labels.append(label)
        del lines[: len(label)]
    labels[-1] += lines
    return labels


def _on(line: Line, baselines: Sequence[float]) -> bool:
    return any(abs(line.baseline - baseline) <= SAME_LINE * line.size for baseline in baselines)


def part_crossed(table: Table, rules: Sequence[Rule]) -> None:
    """Part each cell over several rows where a line runs over it: its text is of the first row.

    The rules are level lines, the edges of colours among them.
    """
    cells: list[Cell] = []
    for cell in table.cells:
        cells.append(cell)
        if cell.row_span == 1 or not cell.lines:
            continue
        across = table.columns[cell.col][0], table.columns[cell.col + cell.col_span - 1][1]
        for row in range(cell.row + 1, cell.row + cell.row_span):
            if _is_crossed(across, _between_rows(table, row), rules):
                cells += [
                    Cell(r, c)
                    for r in range(row, cell.row + cell.row_span)
                    for c in range(cell.col, cell.col + cell.col_span)
                ]
                cell.row_span = row - cell.row
                break
    table.cells = cells


def _between_rows(table: Table, row: int) -> Range:
    """Return from where to where the white between a row and the one above it runs."""
    above = [
        x.baseline for c in table.cells if c.row == row - 1 and c.row_span == 1 for x in c.lines
    ]
    below = [line.top for cell in table.row(row) for line in cell.lines]
    return max(above, default=0.0), min(below, default=0.0)


def _is_crossed(across: Range, white: Range, rules: Sequence[Rule]) -> bool:
    """Whether a line runs over a cell from side to side, and on over the next column."""
    return any(
        white[0] < rule.box[1] < white[1] and rule.box[0] <= across[0] and across[1] < rule.box[2]
        for rule in rules
    )


def with_sublabels(
    rows: Sequence[Row], columns: Sequence[Range], rules: Sequence[Rule]
) -> list[Range]:
    """Return the columns, the first parted where lines between rows begin at labels within it."""
    x = sublabels_at(rows, columns, rules)
    if x is None:
        return list(columns)
    left, right = columns[0]
    pieces = [piece for row in rows for piece in row.pieces if piece.left < right]
    outer = left, max(piece.right for piece in pieces if piece.right <= x)
    return [outer, (min(piece.left for piece in pieces if piece.left >= x), right), *columns[1:]]


def sublabels_at(
    rows: Sequence[Row], columns: Sequence[Range], rules: Sequence[Rule]
) -> float | None:
    """Return where lines between rows begin before labels in the first column; None for nowhere.

    Such a line leaves open, on its left, the label that names the rows above and below it.
    """
    left, right = columns[0]
    for x in sorted({rule.box[0] for rule in rules if rule.box[2] >= columns[-1][0]}):
        beyond = any(x <= piece.left < right for row in rows for piece in row.pieces)
        before = any(piece.right <= x for row in rows for piece in row.pieces)
        if beyond and before and left < x and _part_labels(rows, rules, (x, right)):
            return x
    return None


def _part_labels(rows: Sequence[Row], rules: Sequence[Rule], within: Range) -> bool:
    """Whether every line that begins at a place runs between two labels right of that place."""
    reach = NEXT_ROW * rows[0].size
    places = [rule.box[1] for rule in rules if rule.box[0] == within[0]]
    return all(
        _has_label(rows, (y - reach, y), within) and _has_label(rows, (y, y + reach), within)
        for y in places
    )


def _has_label(rows: Sequence[Row], band: Range, within: Range) -> bool:
    return any(
        within[0] <= piece.left < within[1] and not is_numeric(piece.text)
        for row in rows
        if band[0] < row.baseline <= band[1]
        for piece in row.pieces
    )


def span_sublabels(rows: Sequence[Row]) -> None:
    """Let each label without one of the next level beside it stand over both columns of labels."""
    for row in rows:
        if 0 in row.cells and 1 not in row.cells:
            row.spans[0] = max(row.spans[0], 2)
