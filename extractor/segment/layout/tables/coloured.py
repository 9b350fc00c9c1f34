"""Tables with colour behind some of their rows: whose cells tell the columns of them all."""

from collections.abc import Sequence
from itertools import pairwise

from extractor.readers.pdf.grids import Line as Drawn
from extractor.readers.pdf.grids import connected_grids
from extractor.readers.source import Grid
from extractor.segment.layout.lines import Line
from extractor.segment.layout.tables.rows import Row, rows_of

SAME_PLACE_PT = 2.5
LEAST_GRIDS = 2  # that have the same columns
LEAST_COLUMNS = 3
CROSSED = 0.1  # of the rows between the coloured ones have a text that crosses an edge of theirs


def coloured_grid(
    run: Sequence[Drawn], grids: Sequence[Grid], lines: Sequence[Line]
) -> Grid | None:
    """Return the grid of a run of level lines after the cells that colours draw in it.

    Where heads are centred and numbers stand to the right, the white between texts tells little.

    Args:
        run: Level lines with the same ends, one above each row.
        grids: Those of the page, among them the coloured rows.
        lines: The lines of text of the page.

    Returns:
        None where no two coloured rows have the same columns, or the other rows do not fit them.
    """
    inside = [grid for grid in grids if _is_row_of(grid, run)]
    edges = max((_edges(grid) for grid in inside), key=len, default=[])
    alike = sum(len(_edges(grid)) == len(edges) for grid in inside)
    if len(edges) <= LEAST_COLUMNS or alike < LEAST_GRIDS:
        return None
    if not all(any(_same(x, edge) for edge in edges) for grid in inside for x in _edges(grid)):
        return None
    level, upright = list(run), [Drawn(x, run[0].at, run[-1].at) for x in (edges[0], edges[-1])]
    crossed = n_bands = 0
    for above, below in pairwise(run):
        if any(grid.box[1] < (above.at + below.at) / 2 < grid.box[3] for grid in inside):
            continue
        band = rows_of(line for line in lines if _between(line, above, below))
        free = [x for x in edges if not any(_crosses(row, x) for row in band)]
        upright += [Drawn(x, above.at, below.at) for x in free]
        crossed += len(free) < len(edges)
        n_bands += 1
    if crossed > CROSSED * n_bands:
        return None
    for grid in inside:
        for x0, y0, x1, y1 in {cell for row in grid.cells for cell in row if cell}:
            level += [Drawn(y0, x0, x1), Drawn(y1, x0, x1)]
            upright += [Drawn(x0, y0, y1), Drawn(x1, y0, y1)]
    made = connected_grids(level, upright)
    return max(made, key=lambda grid: len(grid.cells) * len(grid.cells[0]), default=None)


def _is_row_of(grid: Grid, run: Sequence[Drawn]) -> bool:
    """Whether a grid of several cells runs from side to side of a table, within it."""
    left, top, right, bottom = grid.box
    across = _same(left, run[0].start) and _same(right, run[0].end)
    within = run[0].at - SAME_PLACE_PT <= top and bottom <= run[-1].at + SAME_PLACE_PT
    return across and within and len(grid.cells[0]) > 1


def _edges(grid: Grid) -> list[float]:
    """Return where the columns of a grid begin, and where the last ends."""
    cells = [cell for row in grid.cells for cell in row if cell]
    return sorted({x for cell in cells for x in (cell[0], cell[2])})


def _same(one: float, other: float) -> bool:
    return abs(one - other) <= SAME_PLACE_PT


def _between(line: Line, above: Drawn, below: Drawn) -> bool:
    middle = line.baseline - 0.3 * line.size
    return above.at < middle < below.at and above.start <= line.right and line.left <= above.end


def _crosses(row: Row, x: float) -> bool:
    return any(piece.left < x < piece.right for piece in row.pieces)
