"""Tables of which only single blanks are left: rows that are a label and as many numbers each."""

from collections.abc import Sequence

from extractor.segment.dump import shape
from extractor.segment.dump.lines import Line
from extractor.segment.dump.rows import (
    LABEL_LINES,
    MIN_ROWS,
    PAIR,
    YEAR,
    Readings,
    Row,
    Segment,
    ends_table,
    is_contents,
    label_and_figures,
    most_common,
    number_cells,
    whole,
    words_of,
)

MIN_LIST_ROWS = 4  # of one number each
GROUP_WORDS = 6  # of a line that names the rows below it


def rows_of(lines: Sequence[Line]) -> list[tuple[int, list[Row]]]:
    """Return the rows of each table, its header row first, and the line that it begins on."""
    readings = [label_and_figures(line) for line in lines]
    found: list[tuple[int, list[Row]]] = []
    for first, last in _row_runs(lines, readings):
        for start, rows in _even_rows(lines, readings, first, last):
            fitting = [row for row in rows if len(row.segments) > 1]
            needed = MIN_ROWS if len(rows[0].segments) > PAIR else MIN_LIST_ROWS
            if len(fitting) >= needed and not is_contents(fitting):
                top, with_header = _with_header(start, rows, lines)
                number_cells(with_header, len(rows[0].segments))
                found.append((top, with_header))
    return found


def _row_runs(lines: Sequence[Line], readings: Sequence[Readings]) -> list[tuple[int, int]]:
    """Return the runs of lines that are a label and numbers."""
    runs: list[tuple[int, int]] = []
    first = 0
    for i in range(len(lines) + 1):
        goes_on = i < len(lines) and (i == first or _is_next(lines, i))
        if goes_on and (readings[i] or (i > first and _heads_rows(lines, readings, i))):
            continue
        if i > first:
            runs.append((first, i))
        first = i if i < len(lines) and readings[i] else i + 1
    return runs


def _heads_rows(lines: Sequence[Line], readings: Sequence[Readings], i: int) -> bool:
    """Say whether a short line without numbers names the rows below it, inside a table."""
    text = lines[i].text
    below = i + 1 < len(lines) and bool(readings[i + 1]) and _is_next(lines, i + 1)
    short = shape.words(text) <= GROUP_WORDS and not shape.ends_block(text)
    return below and short and not ends_table(lines[i], [])


def _is_next(lines: Sequence[Line], i: int) -> bool:
    return lines[i].gap <= 1 and lines[i].sheet == lines[i - 1].sheet


def _even_rows(
    lines: Sequence[Line], readings: Sequence[Readings], first: int, last: int
) -> list[tuple[int, list[Row]]]:
    """Return the rows of a run that have as many cells as most."""
    typical = most_common([len(reading) for i in range(first, last) for reading in readings[i]])
    runs: list[tuple[int, list[Row]]] = []
    between: list[Row] = []  # rows with other numbers of cells, kept whole if the table goes on
    for i in range(first, last):
        fitting = next((reading for reading in readings[i] if len(reading) == typical), None)
        if fitting is None:
            between.append(Row(lines[i], [whole(lines[i])]))
            continue
        if not runs or len(between) > LABEL_LINES:
            runs.append((i, []))
            between = []
        runs[-1][1].extend([*between, Row(lines[i], fitting)])
        between = []
    return runs


def _with_header(first: int, rows: list[Row], lines: Sequence[Line]) -> tuple[int, list[Row]]:
    """Return the rows with the line above that heads them; one that names rows may be between."""
    columns = len(rows[0].segments)
    if header := _header(first - 1, lines, columns):
        return first - 1, [Row(lines[first - 1], header), *rows]
    named = (
        first > 1 and _is_next(lines, first) and shape.words(lines[first - 1].text) <= GROUP_WORDS
    )
    header = _header(first - 2, lines, columns) if named else []
    if header and _are_years(header[1 - columns :]):
        name = Row(lines[first - 1], [whole(lines[first - 1])])
        return first - 2, [Row(lines[first - 2], header), name, *rows]
    return first, rows


def _header(at: int, lines: Sequence[Line], columns: int) -> list[Segment]:
    """Return a line as header cells: a year for each number, or a word for each column."""
    if at < 0 or not _is_next(lines, at + 1):
        return []
    words = words_of(lines[at])
    years = words[1 - columns :]
    if len(words) >= columns - 1 and _are_years(years):
        corner = [whole(lines[at], words[-columns].end)] if len(words) >= columns else []
        return [*corner, *years]
    return words if len(words) == columns else []


def _are_years(cells: Sequence[Segment]) -> bool:
    return all(YEAR.match(cell.mapped.text) for cell in cells)
