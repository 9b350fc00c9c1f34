"""The cells of a structure tree's table: in which columns they stand, and what they span."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise, product

from extractor.readers.geometry import Range, around, shared, sideways
from extractor.readers.source import Box
from extractor.segment.layout.lines import Line
from extractor.segment.layout.tables.cells import YEARS, Cell, is_numeric

SLACK = 0.35  # type sizes by which neighbours may overlap


@dataclass(slots=True)
class Piece:
    """A cell as the tree has it: its text, and what it says that it spans."""

    lines: list[Line]
    rows: int
    columns: int
    box: Box = field(init=False)
    """Around its text; of a blank one nothing."""
    first: int = -1
    """The first column that it stands in; before that is known, -1."""
    last: int = -1

    def __post_init__(self) -> None:
        self.box = around(line.box for line in self.lines) if self.lines else (0.0,) * 4


def columns_of(rows: Sequence[Sequence[Piece]]) -> list[Range]:
    """Return from where to where each column runs, after the rows with the most cells."""
    widths = [sum(piece.columns for piece in row) for row in rows]
    ranges: list[list[Range]] = [[] for _ in range(max(widths))]
    for row, width in zip(rows, widths, strict=True):
        if width == len(ranges):
            for at, piece in _with_starts(row):
                if piece.lines and piece.columns == 1:
                    ranges[at].append(sideways(piece.box))
    found: list[Range] = []
    for column in ranges:
        low = found[-1][1] if found else 0.0
        lefts, rights = zip(*column, strict=True) if column else ((low,), (low,))
        found.append((min(lefts), max(rights)))
    return found


def _with_starts(row: Sequence[Piece]) -> Iterator[tuple[int, Piece]]:
    """Yield the cells of a row without gaps, each with the first column that it stands in."""
    return zip(accumulate((piece.columns for piece in row), initial=0), row, strict=False)


def stand_apart(rows: Sequence[Sequence[Piece]]) -> bool:
    """Whether cells stand beside each other within a row, and rows below each other."""
    for row in rows:
        boxes = [piece for piece in row if piece.lines]
        if any(_overlap(one, other, 0, 2) for one, other in pairwise(boxes)):
            return False
    return not any(
        _overlap(one, other, 1, 3)
        for upper, lower in pairwise(rows)
        for one in upper
        for other in lower
        if one.lines and other.lines and shared(sideways(one.box), sideways(other.box)) > 0
    )


def _overlap(one: Piece, other: Piece, start: int, end: int) -> bool:
    return one.box[end] - other.box[start] > SLACK * other.lines[0].size


def placed(
    rows: Sequence[Sequence[Piece]], columns: Sequence[Range], *, blanks: bool
) -> list[Cell]:
    """Return the cells of a tree's rows, each in its columns, and those that no cell takes.

    Trees seldom say what a cell spans. Those with blank cells leave a place out where another cell
    spans it, so what a row lacks tells; those without leave blank places out as well.

    Args:
        rows: The rows with text.
        columns: From where to where each column runs.
        blanks: Whether the tree has blank cells.
    """
    first = next(i for i, row in enumerate(rows) if len(row) > 1)
    for i, row in enumerate(rows):
        _place(row, columns, titles=i < first, widen=blanks)
    return _cells(rows, len(columns), blanks=blanks)


def _place(row: Sequence[Piece], columns: Sequence[Range], *, titles: bool, widen: bool) -> None:
    """Say in which columns the cells of a row stand."""
    if sum(piece.columns for piece in row) == len(columns):
        for at, piece in _with_starts(row):
            piece.first, piece.last = at, at + piece.columns - 1
        return
    if len(row) == 1 and (titles or (widen and _opens(row[0], columns))):
        row[0].first, row[0].last = 0, len(columns) - 1
        return
    after = 0
    for piece in (piece for piece in row if piece.lines):
        piece.first, piece.last = _window(piece, columns, after)
        after = piece.last + 1
    _place_blanks(row, len(columns))
    if widen and len(row) > 1 and all(piece.lines and piece.columns == 1 for piece in row):
        _widen(row, columns)


def _place_blanks(row: Sequence[Piece], n_cols: int) -> None:
    """Give blank cells the columns between their neighbours, where there is one for each."""
    ends = [-1, *(i for i, piece in enumerate(row) if piece.lines), len(row)]
    for before, after in pairwise(ends):
        low = row[before].last + 1 if before >= 0 else 0
        high = row[after].first if after < len(row) else n_cols
        blanks = row[before + 1 : after]
        if len(blanks) == high - low:
            for column, piece in enumerate(blanks, low):
                piece.first = piece.last = column


def _window(piece: Piece, columns: Sequence[Range], after: int) -> tuple[int, int]:
    """Return the first and the last column of a cell in a row with gaps.

    A head in the middle of its column need not stand over numbers at the right of it.
    """
    across = sideways(piece.box)
    free = range(min(after, len(columns) - 1), len(columns))
    over = [c for c in free if shared(across, columns[c]) > 0]
    nearest = max(free, key=lambda c: shared(across, columns[c]))
    first, last = (over[0], over[-1]) if over else (nearest, nearest)
    if piece.columns == 1 or piece.columns <= last - first:
        return first, last
    starts = range(max(after, last - piece.columns + 1), first + 1)
    spans = [(c, min(c + piece.columns, len(columns)) - 1) for c in starts]
    return min(spans, key=lambda span: _off_middle(span, columns, across))


def _off_middle(span: tuple[int, int], columns: Sequence[Range], across: Range) -> float:
    """Return how far a text stands from the middle of the columns of a span."""
    return abs(columns[span[0]][0] + columns[span[1]][1] - across[0] - across[1])


def _opens(piece: Piece, columns: Sequence[Range]) -> bool:
    """Whether a row's only cell stands where the name of a group of rows does.

    Of a row that a page cuts, only what goes on has words on the next one.
    """
    if not piece.lines or shared(sideways(piece.box), columns[0]) > 0:
        return True
    middle, centre = piece.box[0] + piece.box[2], columns[0][0] + columns[-1][1]
    return abs(middle - centre) <= 2 * piece.lines[0].size


def _widen(row: Sequence[Piece], columns: Sequence[Range]) -> None:
    """Let cells reach over the columns between them, in whose middle they stand."""
    for i, piece in enumerate(row):
        low = row[i - 1].last + 1 if i else piece.first
        high = row[i + 1].first - 1 if i + 1 < len(row) else len(columns) - 1
        spans = [(a, b) for a in range(low, piece.first + 1) for b in range(piece.last, high + 1)]
        across = sideways(piece.box)
        piece.first, piece.last = min(spans, key=lambda span: _off_middle(span, columns, across))
    if row[0].first == 0 and len(row) > 1:  # what a row leaves out beside its label is the label's
        row[0].last = row[1].first - 1


def _cells(rows: Sequence[Sequence[Piece]], n_cols: int, *, blanks: bool) -> list[Cell]:
    """Return the cells of all rows."""
    cells: list[Cell] = []
    above: dict[int, Cell] = {}
    for r, row in enumerate(rows):
        known = [piece for piece in row if piece.first >= 0]
        standing = {c for piece in known for c in range(piece.first, piece.last + 1)}
        if len(known) == len(row) > 1:
            left = min(standing) if blanks or not _is_sum(row) else 0
            _span(
                [cell for c, cell in above.items() if c not in standing and (blanks or c < left)], r
            )
        above = {c: cell for c, cell in above.items() if cell.row + cell.row_span > r}
        for piece in known:
            span = min(piece.rows, len(rows) - r)
            cell = Cell(r, piece.first, span, piece.last - piece.first + 1, piece.lines)
            cells.append(cell)
            above.update(dict.fromkeys(range(piece.first, piece.last + 1), cell))
    return cells + _blank(cells, len(rows), n_cols)


def _is_sum(row: Sequence[Piece]) -> bool:
    """Whether a row is numbers alone, no years that name it: a sum that needs no label."""
    texts = [line.text for piece in row for line in piece.lines]
    return all(map(is_numeric, texts)) and not any(map(YEARS.fullmatch, texts))


def _blank(cells: Sequence[Cell], n_rows: int, n_cols: int) -> list[Cell]:
    """Return the cells of the places that no cell takes."""
    taken = {
        (row, col)
        for cell in cells
        for row in range(cell.row, cell.row + cell.row_span)
        for col in range(cell.col, cell.col + cell.col_span)
    }
    places = product(range(n_rows), range(n_cols))
    return [Cell(row, col) for row, col in places if (row, col) not in taken]


def _span(cells: Sequence[Cell], row: int) -> None:
    """Let the cells above reach over a row that leaves them out.

    Where the tree has blank cells, what a row leaves out is a cell that one above it spans; where
    it has none, so are those before the row's first, unless the row is a sum. A number stands for
    one row.
    """
    for cell in {id(cell): cell for cell in cells}.values():
        if cell.row + cell.row_span == row and cell.lines and not is_numeric(cell.text):
            cell.row_span += 1
