"""Tables of a dump: rows whose cells line up, or rows that are a label and as many numbers each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from extractor.mapped import Mapped
from extractor.segment.draft import DraftCell, DraftTable
from extractor.segment.dump import labelled
from extractor.segment.dump import rows as row_reading
from extractor.segment.dump.lines import Line
from extractor.segment.dump.rows import LABEL_LINES, MAX_COLUMNS, MIN_ROWS, PAIR, YEAR, Row, Segment

Header = Literal["column", "row"]

FIGURE_ROWS = 0.5  # of the rows hold a number in a column of its own
HEADER_LINES = 5  # above the first row with numbers
MAX_CELL = 90  # characters of a cell, on the average; longer ones are sentences


@dataclass(slots=True)
class Found:
    """A table, and the lines it was read from (first, one past the last)."""

    first: int
    last: int
    table: DraftTable


def find(lines: Sequence[Line]) -> list[Found]:
    """Return the tables that stand in the lines, in order."""
    split = [row_reading.apart(line) for line in lines]
    lined_up = [
        table
        for stretch in _stretches(lines, split)
        if (table := _lined_up(lines, split, *stretch))
    ]
    chosen: list[Found] = []
    for table in sorted(
        lined_up + _labelled(lines), key=lambda table: (table.first, -table.table.n_cols)
    ):
        if not chosen or table.first >= chosen[-1].last:
            chosen.append(table)
        elif table.table.n_cols > chosen[-1].table.n_cols:
            chosen[-1] = table
    return chosen


def _stretches(lines: Sequence[Line], split: Sequence[list[Segment]]) -> list[tuple[int, int]]:
    """Return stretches of lines most of which have cells."""
    found: list[tuple[int, int]] = []
    i = 0
    while i < len(lines):
        end = _stretch_end(lines, split, i) if len(split[i]) > 1 else i
        if end - i >= MIN_ROWS:
            found.append((i, end))
        i = max(end, i + 1)
    return found


def _stretch_end(lines: Sequence[Line], split: Sequence[list[Segment]], first: int) -> int:
    alone, rows_end = 0, first
    for i in range(first, len(lines)):
        line, cells = lines[i], split[i]
        broken = i > first and (line.gap > 1 or line.sheet != lines[first].sheet)
        alone = 0 if len(cells) > 1 else alone + 1
        if broken or alone > LABEL_LINES or row_reading.ends_table(line, cells):
            break
        rows_end = i + 1 if len(cells) > 1 else rows_end
    return rows_end


# --- rows whose cells line up -----------------------------------------------------------


def _lined_up(
    lines: Sequence[Line], split: Sequence[list[Segment]], first: int, last: int
) -> Found | None:
    """Return the table that stands in a stretch, the lines around it left out."""
    rows = [Row(lines[i], split[i]) for i in range(first, last)]
    if any(row_reading.is_several(segment) for row in rows for segment in row.segments[1:]):
        return None
    if not all("\t" in row.line.text for row in rows if len(row.segments) > 1):
        first, rows = _without_edges(first, rows)
    celled = [row for row in rows if len(row.segments) > 1]
    if len(celled) < MIN_ROWS or not _holds_figures(celled) or row_reading.is_contents(celled):
        return None
    if not (_in_columns(rows, celled) or _in_order(rows, celled)):
        return None
    return Found(first, first + len(rows), _built(_merged(rows)))


def _without_edges(first: int, rows: list[Row]) -> tuple[int, list[Row]]:
    """Return the rows from the header to the last one with a number."""
    numeric = [i for i, row in enumerate(rows) if row.figures]
    if not numeric:
        return first, []
    start = max(0, numeric[0] - HEADER_LINES)
    return first + start, rows[start : numeric[-1] + 1]


def _holds_figures(celled: Sequence[Row]) -> bool:
    with_figures = sum(row.figures > 0 for row in celled)
    characters = sum(len(segment.mapped) for row in celled for segment in row.segments)
    count = sum(len(row.segments) for row in celled)
    if characters > MAX_CELL * count:
        return False
    tabbed = all("\t" in row.line.text for row in celled)
    return tabbed or with_figures >= FIGURE_ROWS * len(celled)


def _in_columns(rows: Sequence[Row], celled: Sequence[Row]) -> bool:
    """Put the cells into columns that line up; say whether they do."""
    typical = row_reading.most_common([len(row.segments) for row in celled])
    spans = _columns([row for row in celled if len(row.segments) >= typical])
    if not PAIR <= len(spans) <= min(2 * typical + 1, MAX_COLUMNS):
        return False
    for row in rows:
        row.cells = {}
        for segment in row.segments:
            over = [
                c
                for c, (start, end) in enumerate(spans)
                if segment.start < end and start < segment.end
            ]
            first = over[0] if over else _nearest(spans, segment)
            if first in row.cells:
                return False
            row.cells[first] = (segment, max(1, len(over)))
    return True


def _columns(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """Return the stretches of the page's width that cells cover."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted((s.start, s.end) for row in rows for s in row.segments):
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], end))
        else:
            spans.append((start, end))
    return spans


def _nearest(spans: Sequence[tuple[int, int]], segment: Segment) -> int:
    middle = (segment.start + segment.end) / 2
    return min(range(len(spans)), key=lambda c: abs((spans[c][0] + spans[c][1]) / 2 - middle))


def _in_order(rows: Sequence[Row], celled: Sequence[Row]) -> bool:
    """Number the cells from the left, where most rows have as many; say whether they do."""
    typical = row_reading.most_common([len(row.segments) for row in celled])
    if sum(len(row.segments) == typical for row in celled) < 0.7 * len(celled):
        return False
    row_reading.number_cells(rows, typical)
    return True


def _labelled(lines: Sequence[Line]) -> list[Found]:
    """Return the tables of which only single blanks are left."""
    found = labelled.rows_of(lines)
    return [Found(first, first + len(rows), _built(rows)) for first, rows in found]


# --- rows that are one ------------------------------------------------------------------


def _merged(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with labels that run over two lines put together."""
    out: list[Row] = []
    for row in rows:
        if out and _goes_on(out[-1], row):
            _append(out[-1], row)
        else:
            out.append(row)
    return out


def _goes_on(above: Row, row: Row) -> bool:
    only = next(iter(row.cells.values()))[0] if len(row.cells) == 1 else None
    if only is None or 0 not in row.cells or row.line.gap:
        return False
    text = only.mapped.text
    return 0 in above.cells and len(above.cells) > 1 and (text[0].islower() or text[0] in "(&/")


def _append(above: Row, row: Row) -> None:
    segment, span = above.cells[0]
    more = row.cells[0][0]
    joined = Mapped.concat([segment.mapped, Mapped.put_in(" "), more.mapped])
    above.cells[0] = (Segment(segment.start, segment.end, joined), span)


def _built(rows: Sequence[Row]) -> DraftTable:
    body = _first_of_body(rows)
    n_cols = max(col + span for row in rows for col, (_, span) in row.cells.items())
    cells: list[DraftCell] = []
    for r, row in enumerate(rows):
        for col, (segment, span) in sorted(row.cells.items()):
            free = min([c for c in row.cells if c > col], default=n_cols) - col
            labels_row = col == 0 and not segment.is_figure
            header: Header | None = "column" if r < body else "row" if labels_row else None
            alone = header == "row" and len(row.cells) == 1  # it may run over blank cells
            cells.append(
                DraftCell(
                    content=segment.mapped,
                    row=r,
                    col=col,
                    col_span=1 if alone else min(span, free),
                    header=header,
                    page=row.line.page,
                )
            )
    return DraftTable(cells, len(rows), n_cols)


def _first_of_body(rows: Sequence[Row]) -> int:
    """Return the first row that does not head the columns: one of numbers, or a group's name.

    A name stands alone in its row, at the left, below a row that heads several columns.
    """
    first = next((r for r, row in enumerate(rows) if row.figures and not _is_years(row)), 0)
    while first > 1 and list(rows[first - 1].cells) == [0]:
        first -= 1
    return first


def _is_years(row: Row) -> bool:
    """Say whether the numbers of a row are years: then it heads the columns."""
    figures = [segment.mapped.text for segment in row.segments if segment.is_figure]
    return bool(figures) and all(YEAR.match(text) for text in figures)
