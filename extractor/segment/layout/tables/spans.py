"""Cells over several rows: lines that run over some columns only part no rows of the others."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import accumulate

from extractor.readers.geometry import Range, shared, sideways
from extractor.readers.source import Rule
from extractor.segment.layout.lines import Line
from extractor.segment.layout.tables.cells import WORD, Cell
from extractor.segment.layout.tables.going_on import reads_on
from extractor.segment.layout.tables.rows import Row, has_numbers

WHOLE_COLUMN = 0.6  # of a column's width a line covers that parts its cells
BESIDE = 0.5  # of the lines of a table have text of an open column on the row below them
LINED = 0.5  # of the rows have a line above them where lines part the rows of a table
END_PT = 4.0  # ends of lines that lie this close are at one place
X_HEIGHT = 0.3  # type sizes from a baseline up to the middle of its letters


def separators(
    rows: Sequence[Row], columns: Sequence[Range], rules: Sequence[Rule]
) -> dict[int, set[int]]:
    """Return the rows that lines over some columns run above, and those columns.

    Only lines that end where the table does are meant: the rule over a sum parts no rows.
    """
    found: dict[int, set[int]] = {}
    longest = _longest(rules)
    for rule in rules:
        x0, y0, x1, y1 = rule.box
        if y1 - y0 > x1 - x0 or not _to_a_side((x0, x1), longest):
            continue
        over = {c for c, column in enumerate(columns) if _runs_over((x0, x1), column)}
        if not over:
            continue
        row = _below((y0 + y1) / 2, rows, over)
        if row:
            found[row] = found.get(row, set()) | over
    partly = {row: over for row, over in found.items() if len(over) < len(columns)}
    return found if _opens_cells(partly, rows, len(columns)) else {}


def _runs_over(line: Range, column: Range) -> bool:
    return shared(line, column) >= WHOLE_COLUMN * (column[1] - column[0])


def _longest(rules: Sequence[Rule]) -> list[Range]:
    """Return from where to where the longest lines run."""
    longest = max((rule.box[2] - rule.box[0] for rule in rules), default=0.0)
    return [sideways(rule.box) for rule in rules if rule.box[2] - rule.box[0] >= longest - END_PT]


def _to_a_side(line: Range, longest: Sequence[Range]) -> bool:
    """Whether a line ends where one of the longest does."""
    return any(
        abs(left - line[0]) <= END_PT or abs(right - line[1]) <= END_PT for left, right in longest
    )


def _below(y: float, rows: Sequence[Row], over: set[int]) -> int | None:
    """Return the first row with text below a line in the columns it runs over; None for none."""
    above = False
    for i, row in enumerate(rows):
        below = row.baseline - X_HEIGHT * row.size > y
        if (above and not below) or over.isdisjoint(row.cells):
            continue
        if below:
            return i if above else None
        above = True
    return None


def _opens_cells(partly: Mapping[int, set[int]], rows: Sequence[Row], n_columns: int) -> bool:
    """Whether what lines leave open is mostly without text on the rows that they run above."""
    beside = sum(
        any(_begins(rows, row, c) for c in range(n_columns) if c not in over)
        for row, over in partly.items()
    )
    return not partly or beside <= BESIDE * len(partly)


def _begins(rows: Sequence[Row], row: int, column: int) -> bool:
    """Whether a text of a column begins on a row, and does not go on from the row above."""
    here, above = (rows[i].cells.get(column) for i in (row, row - 1))
    return bool(here) and not (above and reads_on(above[-1].text, here[0].text if here else ""))


def open_columns(
    groups: Sequence[Sequence[Row]], rows: Sequence[Row], lines: Mapping[int, set[int]]
) -> dict[int, set[int]]:
    """Return the groups of rows that a line over some columns runs above, and the other columns.

    Where lines part few rows, they say that sums follow, or underline: only labels may be open,
    and only beside a line under other labels. What no line ever runs over is not open either.
    """
    columns = {c for over in lines.values() for c in over}
    firsts = list(accumulate(map(len, groups), initial=0))[:-1]
    lined = sum(first in lines for first in firsts[1:]) >= LINED * len(firsts[1:])
    worded = columns if lined else _worded(rows)
    return {
        g: (columns - lines[first]) & worded
        for g, first in enumerate(firsts)
        if lines.get(first, set()) & worded and (columns - lines[first]) & worded
    }


def _worded(rows: Sequence[Row]) -> set[int]:
    """Return the columns that hold words rather than numbers, the heads aside."""
    held: dict[int, list[bool]] = defaultdict(list)
    for row in rows:
        if has_numbers(row):
            for column, pieces in row.cells.items():
                held[column] += [WORD.search(piece.text) is None for piece in pieces]
    return {column for column, numbers in held.items() if sum(numbers) * 2 < len(numbers)}


def framed_cells(
    groups: Sequence[Sequence[Row]], n_columns: int, opened: Mapping[int, set[int]]
) -> list[Cell]:
    """Return the cells of groups of rows, those that no line parts made one."""
    above: dict[int, Cell] = {}
    cells: list[Cell] = []
    for r, group in enumerate(groups):
        for cell in _row_cells(r, group, n_columns):
            over = above.get(cell.col)
            if over and cell.col in opened.get(r, ()) and over.col_span == cell.col_span == 1:
                over.row_span += 1
                over.lines += cell.lines
            else:
                cells.append(cell)
                above[cell.col] = cell
    return cells


def _row_cells(r: int, group: Sequence[Row], n_columns: int) -> list[Cell]:
    held: dict[int, list[Line]] = {}
    spans: dict[int, int] = {}
    for row in group:
        for column, pieces in row.cells.items():
            held.setdefault(column, []).extend(pieces)
            spans[column] = max(spans.get(column, 1), row.spans[column])
    cells: list[Cell] = []
    column = 0
    while column < n_columns:
        span = spans.get(column, 1)
        while span > 1 and any(c in held for c in range(column + 1, column + span)):
            span -= 1
        cells.append(Cell(r, column, 1, span, held.get(column, [])))
        column += span
    return cells
