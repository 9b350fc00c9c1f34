"""Rows and columns of a table that no lines draw: told by what stands in line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import regex

from extractor.readers.source import Box, Rule, Word
from extractor.segment.layout.geometry import Range, around, median, shared, sideways
from extractor.segment.layout.lines import Line
from extractor.segment.layout.markers import is_marker_word
from extractor.segment.layout.tables.cells import Cell, Table, is_numeric

CELL_GAP = 0.62  # type sizes between words of two cells, at least
MARKER_GAP = 3.5  # between a bullet and its text, at most
COLUMN_GAP = 0.35  # white between two columns, at least
STRAY_SHARE = 0.06  # of the rows may cross the white between two columns
COVERED = 0.4  # of a column's width a spanning text covers
CLOSE_ROWS = 0.82  # of the usual distance of rows: lines nearer than this are one row
ONE_ROW = 0.35  # type sizes between baselines of one row

GOES_ON = regex.compile(r"^ [\p{Ll}(/&%]", regex.X)
UNFINISHED = regex.compile(
    r"""
    (?: [-–/,&(]
      | \b (?: and|of|the|in|for|with|to|by|or|on | et|de|des|du|la|le|les
              | y|e|del|en|por|para | и|в|на )
    ) $
    """,
    regex.X | regex.I,
)


@dataclass(slots=True, eq=False)
class Row:
    """The pieces of text on one baseline, from left to right."""

    pieces: list[Line]
    baseline: float
    cells: dict[int, list[Line]] = field(default_factory=dict)
    """Once columns are known: the pieces by their first column."""
    spans: dict[int, int] = field(default_factory=dict)
    """Number of columns that the piece in a column covers."""

    @property
    def box(self) -> Box:
        """Around the pieces."""
        return around(piece.box for piece in self.pieces)

    @property
    def size(self) -> float:
        """The largest type of the row."""
        return max(piece.size for piece in self.pieces)


def rows_of(lines: Iterable[Line]) -> list[Row]:
    """Return the lines as rows, each parted where a column may begin."""
    rows: list[Row] = []
    pieces = [piece for line in lines for piece in parted(line)]
    for piece in sorted(pieces, key=lambda piece: (piece.baseline, piece.left)):
        if rows and piece.baseline - rows[-1].baseline <= ONE_ROW * min(piece.size, rows[-1].size):
            rows[-1].pieces.append(piece)
        else:
            rows.append(Row([piece], piece.baseline))
    for row in rows:
        row.pieces.sort(key=lambda piece: piece.left)
    return rows


def parted(line: Line) -> list[Line]:
    """Return a line in pieces, parted at gaps that no space between words fills."""
    words = sorted(line.words, key=lambda word: word.box[0])
    parts: list[list[Word]] = []
    for word in words:
        gap = word.box[0] - parts[-1][-1].box[2] if parts else 0.0
        after_marker = len(parts) == 1 and len(parts[0]) == 1 and is_marker_word(parts[0][0])
        if parts and gap < (MARKER_GAP if after_marker else CELL_GAP) * line.size:
            parts[-1].append(word)
        else:
            parts.append([word])
    if len(parts) == 1:
        return [line]
    return [Line.of(part, line.page, {w.glyph for w in part} & line.raised) for part in parts]


def columns_of(rows: Sequence[Row]) -> list[Range]:
    """Return the columns that the pieces of rows stand in, from left to right."""
    edges: list[tuple[float, int]] = []
    for row in rows:
        for piece in row.pieces:
            edges += [(piece.left, 1), (piece.right, -1)]
    allowed = int(STRAY_SHARE * len(rows))
    least = COLUMN_GAP * median([row.size for row in rows])
    columns: list[Range] = []
    depth, start = 0, 0.0
    for x, step in sorted(edges):
        before, depth = depth, depth + step
        if before <= allowed < depth:
            start = x
        elif depth <= allowed < before:
            columns.append((start, x))
    return _with_room(columns, least)


def _with_room(columns: Sequence[Range], least: float) -> list[Range]:
    joined: list[Range] = []
    for start, end in columns:
        if joined and start - joined[-1][1] < least:
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined


def place(row: Row, columns: Sequence[Range]) -> None:
    """Work out which columns each piece of a row stands in."""
    row.cells, row.spans = {}, {}
    for piece in row.pieces:
        covered = [i for i, column in enumerate(columns) if _covers(piece, column)]
        if not covered:
            covered = [_nearest(piece, columns)]
        first = covered[0]
        row.cells.setdefault(first, []).append(piece)
        row.spans[first] = max(row.spans.get(first, 1), covered[-1] - first + 1)


def _covers(piece: Line, column: Range) -> bool:
    common = shared(sideways(piece.box), column)
    narrower = min(column[1] - column[0], piece.right - piece.left)
    return common > COVERED * narrower if narrower > 0 else False


def _nearest(piece: Line, columns: Sequence[Range]) -> int:
    middle = (piece.left + piece.right) / 2
    return min(range(len(columns)), key=lambda i: abs((columns[i][0] + columns[i][1]) / 2 - middle))


def framed(rows: Sequence[Row], columns: Sequence[Range], rules: Sequence[Rule]) -> Table:
    """Return the table of some rows: wrapped rows joined, spanning texts over their columns."""
    for row in rows:
        place(row, columns)
    groups = joined_rows(list(rows), rules)
    cells: list[Cell] = []
    for r, group in enumerate(groups):
        cells += _row_cells(r, group, len(columns))
    page = rows[0].pieces[0].page
    return Table(
        box=around(row.box for row in rows),
        page=page,
        cells=cells,
        n_rows=len(groups),
        n_cols=len(columns),
        rights=[end for _, end in columns],
        pages=[page],
    )


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


def joined_rows(rows: list[Row], rules: Sequence[Rule]) -> list[list[Row]]:
    """Return the rows in groups: the lines of one row of the table together."""
    if not rows:
        return []
    first_data = next((i for i, row in enumerate(rows) if has_numbers(row)), 0)
    usual = _usual_step(rows[first_data:])
    groups = [[rows[0]]]
    for i in range(1, len(rows)):
        head = i < first_data
        joins = _one_header(rows, i, first_data) if head else _wraps(rows, i, first_data, usual)
        if joins and not _ruled_between(rows[i - 1], rows[i], rules):
            groups[-1].append(rows[i])
        else:
            groups.append([rows[i]])
    return groups


def _usual_step(rows: Sequence[Row]) -> float:
    data = [row for row in rows if has_numbers(row)]
    steps = [b.baseline - a.baseline for a, b in pairwise(data)]
    return median(steps)


def has_numbers(row: Row) -> bool:
    """Whether a number stands in a column of a row that is not its first."""
    columns = sorted(row.cells)
    return any(
        is_numeric(piece.text) for column in columns if column > 0 for piece in row.cells[column]
    )


def _one_header(rows: Sequence[Row], i: int, first_data: int) -> bool:
    """Whether a line of the header goes on with the words of the line above it."""
    above, row = rows[i - 1], rows[i]
    if any(span > 1 for span in above.spans.values()) or i >= first_data:
        return False
    if row.baseline - above.baseline > 1.6 * row.size:
        return False
    if set(row.cells) == {0} and 0 not in above.cells:
        return False
    return all(span == 1 for span in row.spans.values())


def _wraps(rows: Sequence[Row], i: int, first_data: int, usual: float) -> bool:
    """Whether a line of the body belongs to the row of the line above it."""
    above, row = rows[i - 1], rows[i]
    if i == first_data:
        return False
    numbers_above, numbers = has_numbers(above), has_numbers(row)
    if numbers_above and numbers:
        return False
    step = row.baseline - above.baseline
    close = usual > 0 and step < CLOSE_ROWS * usual
    last, first = _label(above), _label(row)
    if not numbers:
        lone = set(row.cells) == {0}
        return (close or (lone and GOES_ON.match(first) is not None)) and not _opens_next(rows, i)
    alone = set(above.cells) == {0}
    return alone and bool(
        (first and GOES_ON.match(first)) or (last and UNFINISHED.search(last)) or (close and first)
    )


def _opens_next(rows: Sequence[Row], i: int) -> bool:
    """Whether a label without numbers is nearer to the row below it than to the one above."""
    if i + 1 >= len(rows):
        return False
    up = rows[i].baseline - rows[i - 1].baseline
    down = rows[i + 1].baseline - rows[i].baseline
    return down < 0.9 * up and not has_numbers(rows[i])


def _label(row: Row) -> str:
    return " ".join(piece.text for piece in row.cells.get(0, []))


def _ruled_between(above: Row, below: Row, rules: Sequence[Rule]) -> bool:
    top = above.baseline
    bottom = below.baseline - 0.5 * below.size
    box = below.box
    return any(
        top < (rule.box[1] + rule.box[3]) / 2 < bottom
        and rule.box[2] - rule.box[0] > rule.box[3] - rule.box[1]
        and shared(sideways(rule.box), sideways(box)) > 0.5 * (box[2] - box[0])
        for rule in rules
    )
