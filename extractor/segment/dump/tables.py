"""Tables of a dump: rows whose cells stand apart by wide blanks or tabs, columns that line up."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import regex

from extractor.mapped import Mapped
from extractor.segment.draft import DraftCell, DraftTable
from extractor.segment.dump.joining import one_spaced
from extractor.segment.dump.lines import Line

CELL = regex.compile(r"\S++ (?: [ \u00a0] \S++ )*+", regex.X)
FIGURE = regex.compile(r"^ [^\p{L}]{0,4} (?: [A-Z]{3} \s? )? [(+\-−–]? \s? \p{Sc}? \s? \d [\d.,'’\s\u00a0/%()+\-–]*+ \p{L}{0,2} [*%]? $", regex.X)
BLANK_SIGN = regex.compile(r"^ (?: [\-–—.…]{1,3} | n/?a | nd | tbc | tbd | nil ) $", regex.X | regex.I)
MIN_ROWS = 3
FIGURE_ROWS = 0.5  # of the rows hold a number in a column of its own
LABEL_LINES = 2  # lines in a row with text in one column only
MAX_CELL = 90  # characters of a cell, on the average; longer ones are sentences
MAX_LINE = 600  # characters of a row
TAB = 12  # columns that a tab moves a cell at least, so that it never touches its neighbour


@dataclass(slots=True)
class Segment:
    """A run of words on a line, apart from the others."""

    start: int
    end: int
    """Columns of the page."""
    mapped: Mapped

    @property
    def is_figure(self) -> bool:
        """Whether it is a number, or a sign for none."""
        text = self.mapped.text
        return len(text) <= 40 and (FIGURE.match(text) or BLANK_SIGN.match(text)) is not None


@dataclass(slots=True)
class Row:
    """A line as cells."""

    line: Line
    segments: list[Segment]
    cells: dict[int, tuple[Segment, int]] = field(default_factory=dict)
    """By column: the segment and the number of columns it spans."""

    @property
    def figures(self) -> int:
        """Number of cells after the first that are numbers."""
        return sum(segment.is_figure for segment in self.segments[1:])


@dataclass(slots=True)
class Found:
    """A table, and the lines it was read from (first, one past the last)."""

    first: int
    last: int
    table: DraftTable


def find(lines: Sequence[Line]) -> list[Found]:
    """Return the tables that stand in the lines, in order."""
    found: list[Found] = []
    for first, last in _stretches(lines):
        rows = [Row(line, segments(line)) for line in lines[first:last]]
        table = _table(rows)
        if table is not None:
            found.append(Found(first, last, table))
    return found


def segments(line: Line) -> list[Segment]:
    """Return the runs of words of a line that two blanks or a tab part."""
    if len(line.text) > MAX_LINE:
        return []
    found: list[Segment] = []
    shift = line.indent
    counted = 0
    for match in CELL.finditer(line.text):
        tabs = line.text.count("\t", counted, match.start())
        shift += tabs * TAB
        counted = match.start()
        part = line.mapped[match.start() : match.end()]
        found.append(Segment(match.start() + shift, match.end() + shift, one_spaced(part)))
    return found


def _stretches(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Return stretches of lines most of which have cells."""
    found: list[tuple[int, int]] = []
    i = 0
    while i < len(lines):
        end = _stretch_end(lines, i)
        if end - i >= MIN_ROWS:
            found.append((i, end))
        i = max(end, i + 1)
    return found


def _stretch_end(lines: Sequence[Line], first: int) -> int:
    end, alone = first, 0
    rows_end = first
    for i in range(first, len(lines)):
        broken = i > first and (lines[i].gap > 1 or lines[i].sheet != lines[first].sheet)
        has_cells = len(segments(lines[i])) > 1
        alone = 0 if has_cells else alone + 1
        if broken or alone > LABEL_LINES or (i == first and not has_cells):
            break
        end = i + 1
        rows_end = end if has_cells else rows_end
    return rows_end


def _table(rows: list[Row]) -> DraftTable | None:
    celled = [row for row in rows if len(row.segments) > 1]
    if len(celled) < MIN_ROWS or not _holds_figures(celled):
        return None
    if not (_in_columns(rows, celled) or _in_order(rows, celled)):
        return None
    return _built(_merged(rows))


def _holds_figures(celled: Sequence[Row]) -> bool:
    with_figures = sum(row.figures > 0 for row in celled)
    characters = sum(len(segment.mapped) for row in celled for segment in row.segments)
    count = sum(len(row.segments) for row in celled)
    tabbed = all("\t" in row.line.text for row in celled)
    if characters > MAX_CELL * count:
        return False
    return tabbed or with_figures >= FIGURE_ROWS * len(celled)


def _in_columns(rows: Sequence[Row], celled: Sequence[Row]) -> bool:
    """Put the cells into columns that line up; say whether they do."""
    typical = _most_common([len(row.segments) for row in celled])
    spans = _columns([row for row in celled if len(row.segments) >= typical])
    if len(spans) < 2 or len(spans) > 2 * typical + 1:
        return False
    for row in rows:
        for segment in row.segments:
            over = [c for c, (start, end) in enumerate(spans) if segment.start < end and start < segment.end]
            first = over[0] if over else _nearest(spans, segment)
            if first in row.cells:
                return False
            row.cells[first] = (segment, max(1, len(over)))
    return True


def _columns(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """Return the stretches of the page's width that cells cover."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted((s.start, s.end) for row in rows for s in row.segments):
        if spans and start < spans[-1][1] + 1:
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
        shift = typical - len(row.segments) if _is_unlabelled(row, typical) else 0
        row.cells = {c + max(shift, 0): (segment, 1) for c, segment in enumerate(row.segments)}
    return True


def _is_unlabelled(row: Row, typical: int) -> bool:
    """Say whether a row of numbers lacks its label (or a header row its corner)."""
    return len(row.segments) == typical - 1 and row.segments[0].is_figure


def _most_common(values: Sequence[int]) -> int:
    return max(sorted(set(values)), key=values.count)


# --- rows that are one --------------------------------------------------------------------------------


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
            header = "column" if r < body else "row" if col == 0 and not segment.is_figure else None
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
    figures = [segment.mapped.text for segment in row.segments[1:] if segment.is_figure]
    return bool(figures) and all(YEAR.match(text) for text in figures)


YEAR = regex.compile(r"^ (?: FY \s? )? (?: 19 | 20 ) \d\d (?: [/–\-] \d{2,4} )? $", regex.X)
