"""Tables from grids that are drawn: which grid is a table, and the words in its cells."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from extractor.readers.geometry import Range, area, holds, shared, sideways
from extractor.readers.source import Box, Grid, PdfPage, Shape, Word
from extractor.segment.layout.baselines import page_lines
from extractor.segment.layout.lines import Line
from extractor.segment.layout.tables.cells import (
    Cell,
    Table,
    cell_lines,
    compacted,
    has_words,
    is_numeric,
)
from extractor.segment.layout.tables.extents import is_prose
from extractor.segment.layout.tables.refined import refined
from extractor.segment.layout.tables.rows import rows_of

LEAST_FILLED = 0.3  # of the cells of a table hold text
LEAST_CELLS = 4  # with text
PROSE_WORDS = 70  # words a cell on average; more is a page set in boxes
CURVES_OF_CHART = 12  # curved shapes in a grid make it a chart
SLACK_PT = 1.0
NUMBERS_FIRST = 0.6  # of the lines of a first column that names nothing
LABELLED = 0.6  # of them have words beside them, outside the grid
NEXT_ROW = 2.6  # type sizes from a grid to the row that goes on with it, at most
SAME_LINE = 0.3  # type sizes between the baselines of a number and its label


def ruled_tables(
    page: PdfPage, grids: Sequence[Grid], words: Sequence[Word]
) -> tuple[list[Table], list[Word]]:
    """Return the tables that grids make of a page's words, and the words outside them."""
    number = page.page.number
    tables: list[Table] = []
    rest = list(words)
    for grid in sorted(grids, key=lambda grid: -area(grid.box)):
        if len(grid.cells) < 2 or len(grid.cells[0]) < 2:  # noqa: PLR2004
            continue
        inside = [w for w in rest if holds(grid.box, w.box, slack_pt=SLACK_PT)]
        table = _table(grid, inside, number)
        if table is None or _is_chart(grid.box, page.shapes, table):
            continue
        table = compacted(refined(table, _columns(grid), page.rules))
        if table and _is_table(table) and not _is_part(table, grid, _free(rest, grid, page.grids)):
            taken = {w.glyph for c in table.cells for line in c.lines for w in line.words}
            rest = [w for w in rest if w.glyph not in taken]
            tables.append(table)
    return tables, rest


def _table(grid: Grid, words: Sequence[Word], page: int) -> Table | None:
    grid = _closed(grid, words)
    places: dict[Box, list[tuple[int, int]]] = defaultdict(list)
    for r, row in enumerate(grid.cells):
        for c, box in enumerate(row):
            if box is not None:
                places[box].append((r, c))
    if len(places) < LEAST_CELLS:
        return None
    held: dict[Box, list[Word]] = {box: [] for box in places}
    tops = [top for top, _ in _rows(grid)]
    lefts = [left for left, _ in _columns(grid)]
    for word in words:
        x, y = (word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2
        r, c = bisect_right(tops, y) - 1, bisect_right(lefts, x) - 1
        box = grid.cells[max(r, 0)][max(c, 0)]
        if box is not None:
            held[box].append(word)
    cells = [_cell(spots, cell_lines(held[box], page)) for box, spots in places.items()]
    columns = _columns(grid)
    return Table(grid.box, page, cells, len(grid.cells), len(grid.cells[0]), columns, [page])


def _closed(grid: Grid, words: Sequence[Word]) -> Grid:
    """Return a grid with cells where an upright is missing, if no word there crosses its place."""
    if all(box for row in grid.cells for box in row):
        return grid
    columns, rows = _columns(grid), _rows(grid)
    cells: list[tuple[Box | None, ...]] = []
    for (top, bottom), row in zip(rows, grid.cells, strict=True):
        held = [w for w in words if top < (w.box[1] + w.box[3]) / 2 < bottom]
        crossed = any(w.box[0] < x < w.box[2] for w in held for x, _ in columns)
        made = [(left, top, right, bottom) for left, right in columns]
        free = top < bottom and any(row) and not crossed
        cells.append(
            tuple(
                new if box is None and free and new[0] < new[2] else box
                for box, new in zip(row, made, strict=True)
            )
        )
    return Grid(grid.box, tuple(cells))


def _columns(grid: Grid) -> list[Range]:
    """Return from where to where each column of a grid runs."""
    columns = zip(*grid.cells, strict=True)
    return _extents([[(b[0], b[2]) for b in column if b] for column in columns], grid.box[0])


def _rows(grid: Grid) -> list[Range]:
    """Return from where to where each row of a grid runs."""
    return _extents([[(b[1], b[3]) for b in row if b] for row in grid.cells], grid.box[1])


def _extents(parts: Sequence[Sequence[Range]], start: float) -> list[Range]:
    """Return what the cells of each part have in common; of a part without cells, nothing."""
    found: list[Range] = []
    for ranges in parts:
        if ranges:
            found.append((max(low for low, _ in ranges), min(high for _, high in ranges)))
        else:
            low = found[-1][1] if found else start
            found.append((low, low))
    return found


def _cell(spots: Sequence[tuple[int, int]], lines: list[Line]) -> Cell:
    rows, cols = [r for r, _ in spots], [c for _, c in spots]
    return Cell(
        row=min(rows),
        col=min(cols),
        row_span=max(rows) - min(rows) + 1,
        col_span=max(cols) - min(cols) + 1,
        lines=lines,
    )


def _is_chart(box: Box, shapes: Sequence[Shape], table: Table) -> bool:
    curves = sum(shape.kind == "curve" and holds(box, shape.box) for shape in shapes)
    filled = sum(bool(cell.lines) for cell in table.cells)
    return curves >= CURVES_OF_CHART and curves > filled


def _is_table(table: Table) -> bool:
    """Whether a grid with text reads as a table, and not as boxes that a page is set in."""
    filled = [cell for cell in table.cells if cell.lines]
    if table.n_rows < 2 or table.n_cols < 2 or len(filled) < LEAST_CELLS:  # noqa: PLR2004
        return False
    numbers = sum(is_numeric(cell.text) for cell in filled)
    if len(filled) < LEAST_FILLED * len(table.cells) and numbers < LEAST_CELLS:
        return False
    words = sum(len(line.words) for cell in filled for line in cell.lines)
    if not has_words(table):
        return False
    return words / len(filled) <= PROSE_WORDS or table.n_rows > 3  # noqa: PLR2004


def _free(words: Sequence[Word], grid: Grid, others: Sequence[Grid]) -> list[Word]:
    """Return the words that no other grid of several rows encloses: those are another table's."""
    closed = [
        other.box
        for other in others
        if len(other.cells) > 1 and len(other.cells[0]) > 1 and other.box[1] >= grid.box[3]
    ]
    return [w for w in words if not any(holds(box, w.box, slack_pt=SLACK_PT) for box in closed)]


def _is_part(table: Table, grid: Grid, words: Sequence[Word]) -> bool:
    """Whether the rest of a table stands outside its grid: its labels, or more of its rows."""
    inside = {w.glyph for cell in table.cells for line in cell.lines for w in line.words}
    outside = [word for word in words if word.glyph not in inside]
    return _lacks_labels(table, outside) or _goes_on_below(grid, outside, table.page)


def _goes_on_below(grid: Grid, words: Sequence[Word], page: int) -> bool:
    """Whether rows in the columns of a grid follow it, that no lines enclose.

    Often only the heads of a table, or every other row, stand in boxes or on a colour.
    """
    left, _, right, bottom = grid.box
    below = [w for w in words if left <= w.box[0] and w.box[2] <= right and w.baseline > bottom]
    near = [w for w in below if w.baseline - bottom <= NEXT_ROW * w.size]
    row = next((row for row in rows_of(page_lines(near, page)) if len(row.pieces) > 1), None)
    if row is None:
        return False
    columns = _columns(grid)
    over = [
        [c for c, column in enumerate(columns) if shared(sideways(p.box), column) > 0]
        for p in row.pieces
    ]
    single = {found[0] for found in over if len(found) == 1}
    prose = any(is_prose(piece) for piece in row.pieces)
    return not prose and len(single) == len(over) > 1 and len(single) * 2 >= len(columns)


def _lacks_labels(table: Table, words: Sequence[Word]) -> bool:
    """Whether a grid is drawn round numbers whose labels stand outside it, on their lines.

    Statements of accounts colour a year's column, or rule off its sums: that is no table's frame.
    """
    lines = [line for cell in table.cells if cell.col == 0 for line in cell.lines]
    if sum(is_numeric(line.text) for line in lines) < NUMBERS_FIRST * len(lines):
        return False
    before = [word for word in words if word.box[2] <= table.box[0] + SLACK_PT]
    beside = sum(
        any(abs(word.baseline - line.baseline) <= SAME_LINE * line.size for word in before)
        for line in lines
    )
    return beside >= LABELLED * len(lines)
