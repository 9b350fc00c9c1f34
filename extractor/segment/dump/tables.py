"""Tables of a dump: rows whose cells line up, or rows that are a label and as many numbers each."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import regex

from extractor.mapped import Mapped
from extractor.segment.draft import DraftCell, DraftTable
from extractor.segment.dump import rows as row_reading
from extractor.segment.dump.lines import Line
from extractor.segment.dump.rows import Row, Segment

Header = Literal["column", "row"]

YEAR = regex.compile(r"^ (?: FY \s? )? (?: 19 | 20 ) \d\d (?: [/–\-] \d{2,4} )? $", regex.X)
WHOLE = regex.compile(r"^\d{1,3}$")
MIN_ROWS = 3
PAIR = 2  # cells: the fewest that are a row
MAX_COLUMNS = 60
MIN_LIST_ROWS = 4  # of one number each
FIGURE_ROWS = 0.5  # of the rows hold a number in a column of its own
LABEL_LINES = 2  # lines in a row with text in one column only
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
    if not all("\t" in row.line.text for row in rows if len(row.segments) > 1):
        first, rows = _without_edges(first, rows)
    celled = [row for row in rows if len(row.segments) > 1]
    if len(celled) < MIN_ROWS or not _holds_figures(celled) or _is_contents(celled):
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


def _is_contents(rows: Sequence[Row]) -> bool:
    """Say whether the rows are a table of contents: titles, and page numbers that rise."""
    last = [row.segments[-1].mapped.text for row in rows]
    if not all(
        len(row.segments) == PAIR and WHOLE.match(text)
        for row, text in zip(rows, last, strict=True)
    ):
        return False
    pages = [int(text) for text in last]
    return all(before <= after for before, after in pairwise(pages))


def _in_columns(rows: Sequence[Row], celled: Sequence[Row]) -> bool:
    """Put the cells into columns that line up; say whether they do."""
    typical = _most_common([len(row.segments) for row in celled])
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
    typical = _most_common([len(row.segments) for row in celled])
    if sum(len(row.segments) == typical for row in celled) < 0.7 * len(celled):
        return False
    for row in rows:
        # a row of numbers lacks its label, a header row its corner
        lacks_label = len(row.segments) == typical - 1 and row.segments[0].is_figure
        row.cells = {c + lacks_label: (segment, 1) for c, segment in enumerate(row.segments)}
    return True


def _most_common(values: Sequence[int]) -> int:
    counts = Counter(values)
    return max(sorted(counts), key=counts.__getitem__)


# --- rows that are a label and numbers --------------------------------------------------


def _labelled(lines: Sequence[Line]) -> list[Found]:
    """Return the tables of which only single blanks are left: labels, each with as many numbers."""
    readings = [row_reading.label_and_figures(line) for line in lines]
    found: list[Found] = []
    for first, last in _row_runs(lines, readings):
        for start, rows in _even_rows(lines, readings, first, last):
            needed = MIN_ROWS if len(rows[0].segments) > PAIR else MIN_LIST_ROWS
            if len(rows) >= needed and not _is_contents(rows):
                top, whole = _with_header(start, rows, lines)
                _in_order(whole, whole)
                found.append(Found(top, start + len(rows), _built(whole)))
    return found


def _row_runs(
    lines: Sequence[Line], readings: Sequence[row_reading.Readings]
) -> list[tuple[int, int]]:
    """Return the runs of lines that are a label and numbers."""
    runs: list[tuple[int, int]] = []
    first = 0
    for i in range(len(lines) + 1):
        if i < len(lines) and readings[i] and (i == first or _is_next(lines, i)):
            continue
        if i > first:
            runs.append((first, i))
        first = i if i < len(lines) and readings[i] else i + 1
    return runs


def _is_next(lines: Sequence[Line], i: int) -> bool:
    return lines[i].gap <= 1 and lines[i].sheet == lines[i - 1].sheet


def _even_rows(
    lines: Sequence[Line], readings: Sequence[row_reading.Readings], first: int, last: int
) -> list[tuple[int, list[Row]]]:
    """Return the rows of a run that have as many cells as most."""
    typical = _most_common([len(reading) for i in range(first, last) for reading in readings[i]])
    runs: list[tuple[int, list[Row]]] = []
    open_run = False
    for i in range(first, last):
        fitting = next((reading for reading in readings[i] if len(reading) == typical), None)
        if fitting is None:
            open_run = False
            continue
        if not open_run:
            runs.append((i, []))
        runs[-1][1].append(Row(lines[i], fitting))
        open_run = True
    return runs


def _with_header(first: int, rows: list[Row], lines: Sequence[Line]) -> tuple[int, list[Row]]:
    """Return the rows with the line above, where it has one word for each column."""
    if first == 0 or not _is_next(lines, first):
        return first, rows
    above = lines[first - 1]
    columns = len(rows[0].segments)
    words = row_reading.words_of(above)
    if len(words) == columns - 1 and not all(YEAR.match(word.mapped.text) for word in words):
        return first, rows
    if len(words) not in (columns - 1, columns):
        return first, rows
    return first - 1, [Row(above, words), *rows]


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
    body = next((r for r, row in enumerate(rows) if row.figures and not _is_years(row)), 0)
    n_cols = max(col + span for row in rows for col, (_, span) in row.cells.items())
    cells: list[DraftCell] = []
    for r, row in enumerate(rows):
        for col, (segment, span) in sorted(row.cells.items()):
            free = min([c for c in row.cells if c > col], default=n_cols) - col
            labels_row = col == 0 and not segment.is_figure
            header: Header | None = "column" if r < body else "row" if labels_row else None
            cells.append(
                DraftCell(
                    content=segment.mapped,
                    row=r,
                    col=col,
                    col_span=min(span, free),
                    header=header,
                    page=row.line.page,
                )
            )
    return DraftTable(cells, len(rows), n_cols)


def _is_years(row: Row) -> bool:
    """Say whether the numbers of a row are years: then it heads the columns."""
    figures = [segment.mapped.text for segment in row.segments if segment.is_figure]
    return bool(figures) and all(YEAR.match(text) for text in figures)
