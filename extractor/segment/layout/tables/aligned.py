"""Tables of texts that no lines draw: cells that stand in line and begin as cells do."""

from collections.abc import Sequence

import regex

from extractor.readers.geometry import Range, gaps, median, merged_ranges, sideways
from extractor.readers.source import Rule
from extractor.segment.layout.lines import Line
from extractor.segment.layout.tables.cells import Cell, Table, compacted, has_words
from extractor.segment.layout.tables.drawn import Drawn
from extractor.segment.layout.tables.extents import WRAP_REACH, header_start, is_prose, rules_over
from extractor.segment.layout.tables.framing import columns_of, framed
from extractor.segment.layout.tables.glossaries import is_glossary
from extractor.segment.layout.tables.lookalikes import (
    are_axes,
    are_headed_columns,
    has_leader,
    is_bar_chart,
    is_bulleted,
    is_column_chart,
    is_contents,
)
from extractor.segment.layout.tables.rows import Row
from extractor.segment.layout.tables.streams import without

ROW_REACH = 3.2  # type sizes from one row to the next
SIZE_JUMP = 1.25  # the rows of a table are set in like sizes
GUTTER = 0.6  # type sizes of white between columns, at least
LEAST_ROWS = 3
LEAST_COLUMNS = 3
LEAST_COLUMNS_MARKED = 2  # where rules or a head of its own mark the table off
FILLED = 0.5  # of the cells hold text
LOWER_CASE = 0.2  # of the cells may open in lower case; running text cut in pieces does mostly
MOST_WORDS = 25.0  # words a cell, on average
IN_LINE = 0.7  # of the cells of a column begin, end or are centred at one place
LINE_REACH = 0.6  # type sizes within which texts stand in line
KEY_FIGURES = 1.3  # of the body's type

OPENS_LOWER = regex.compile(r"^ \W{0,2} \p{Ll} \p{L}", regex.X)


def aligned_tables(
    lines: Sequence[Line], found: Sequence[Sequence[Row]], drawn: Drawn
) -> tuple[list[Table], list[Line]]:
    """Return the tables of texts among the lines of a page, and the lines outside them.

    Args:
        lines: The lines of the page.
        found: Their rows, as `streams` parts them.
        drawn: What is drawn on the page.
    """
    tables: list[Table] = []
    taken: set[int] = set()
    for stream in found:
        for first, last in _runs(stream):
            table = _table(stream, first, last, drawn)
            if table is not None and median(_sizes(table)) < KEY_FIGURES * drawn.body:
                tables.append(table)
                taken |= {w.glyph for c in table.cells for line in c.lines for w in line.words}
    if not tables:
        return [], list(lines)
    return tables, [rest for line in lines if (rest := without(line, taken)) is not None]


def _sizes(table: Table) -> list[float]:
    return [line.size for cell in table.cells for line in cell.lines]


def _runs(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """Return the first and last index of runs of rows that share the white between columns."""
    runs: list[tuple[int, int]] = []
    i = 0
    while i < len(rows):
        last = _run_from(rows, i) if len(rows[i].pieces) > 1 else i
        if last > i:
            runs.append((i, last))
        i = last + 1
    return runs


def _run_from(rows: Sequence[Row], first: int) -> int:
    """Return the last row of the run that a row opens."""
    covered: list[Range] = []
    last = first
    for i in range(first, len(rows)):
        row = rows[i]
        if i > first and not _near(rows[i - 1], row):
            break
        both = merged_ranges([*covered, *(sideways(piece.box) for piece in row.pieces)])
        if len(gaps(both, GUTTER * row.size)) < max(1, len(gaps(covered, GUTTER * row.size)) - 1):
            if len(row.pieces) > 1 or is_prose(row.pieces[0]) or i > last + 1:
                break
            continue  # a label over the columns, if the run goes on below it
        covered = both
        last = i
    while (
        last > first and len(rows[last].pieces) == 1 and not _is_close(rows[last - 1], rows[last])
    ):
        last -= 1
    return last


def _is_close(above: Row, row: Row) -> bool:
    """Whether a line stands as near to the one above as lines of one cell do."""
    return row.baseline - above.baseline <= WRAP_REACH * row.size


def _near(above: Row, row: Row) -> bool:
    larger, smaller = max(above.size, row.size), min(above.size, row.size)
    return row.baseline - above.baseline <= ROW_REACH * larger and larger <= SIZE_JUMP * smaller


def _table(rows: Sequence[Row], first: int, last: int, drawn: Drawn) -> Table | None:
    body = [row for row in rows[first : last + 1] if len(row.pieces) > 1]
    columns = columns_of(body)
    if len(body) < LEAST_ROWS or len(columns) < LEAST_COLUMNS_MARKED:
        return None
    listed = any(map(has_leader, body)) or is_contents(body) or is_bulleted(body)
    charted = is_bar_chart(body, drawn.shapes) or is_column_chart(body, drawn.shapes)
    if listed or charted or are_axes(body, columns):
        return None
    level = rules_over(body, drawn.rules)
    top = header_start(rows, first, columns, level)
    table = compacted(framed(rows[top : last + 1], columns, drawn.rules))
    if table is None or not has_words(table):
        return None
    marked = _is_ruled(body, level) or _has_head(body, len(columns)) or is_glossary(body)
    enough = table.n_cols >= (LEAST_COLUMNS_MARKED if marked else LEAST_COLUMNS)
    is_table = enough and table.n_rows >= LEAST_ROWS and reads_as_cells(table)
    return table if is_table and not are_headed_columns(table) else None


def _is_ruled(body: Sequence[Row], level: Sequence[Rule]) -> bool:
    """Whether a rule runs among the rows."""
    return any(
        body[0].baseline < (rule.box[1] + rule.box[3]) / 2 < body[-1].baseline for rule in level
    )


def _has_head(body: Sequence[Row], n_columns: int) -> bool:
    """Whether the first row alone is bold, and every row has text in every column."""
    if any(len(row.pieces) != n_columns for row in body):
        return False
    bold = [all(piece.bold for piece in row.pieces) for row in body]
    return bold[0] and sum(bold) * 2 < len(bold)


def reads_as_cells(table: Table) -> bool:
    """Whether the cells of a table are filled, stand in line and open as cells do."""
    filled = [cell for cell in table.cells if cell.lines]
    if len(filled) < FILLED * table.n_rows * table.n_cols:
        return False
    lower = sum(OPENS_LOWER.match(cell.text) is not None for cell in filled)
    words = sum(len(line.words) for cell in filled for line in cell.lines)
    if lower > LOWER_CASE * len(filled) or words > MOST_WORDS * len(filled):
        return False
    return all(_in_line(filled, column) for column in range(table.n_cols))


def _in_line(filled: Sequence[Cell], column: int) -> bool:
    """Whether most cells of a column begin, end or are centred at one place."""
    boxes = [
        line.box
        for cell in filled
        if cell.col == column and cell.col_span == 1
        for line in cell.lines[:1]
    ]
    if len(boxes) < LEAST_ROWS:
        return True
    size = median([line.size for cell in filled for line in cell.lines])
    for places in (
        [box[0] for box in boxes],
        [box[2] for box in boxes],
        [(box[0] + box[2]) / 2 for box in boxes],
    ):
        usual = median(places)
        if sum(abs(x - usual) <= LINE_REACH * size for x in places) >= IN_LINE * len(places):
            return True
    return False
