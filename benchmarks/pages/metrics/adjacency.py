"""Tables by the relations of neighbouring cells, the measure of the ICDAR 2013 competition."""

from collections import Counter
from collections.abc import Iterator, Sequence

from pages.metrics.tally import Tally, f1
from pages.metrics.text import lettered
from pages.truth import Table

Relation = tuple[str, str, str]


def relations(table: Table) -> Counter[Relation]:
    """Return the pairs of cells beside and below each other, blank cells skipped."""
    texts = [lettered(cell.text) for cell in table.cells]
    grid = {
        (row, col): index
        for index, cell in enumerate(table.cells)
        if texts[index]
        for row in range(cell.row, cell.row + cell.row_span)
        for col in range(cell.col, cell.col + cell.col_span)
    }
    found = {
        (index, neighbour, way)
        for place, index in grid.items()
        for way, neighbour in _neighbours(grid, place)
    }
    return Counter((texts[a], texts[b], way) for a, b, way in found)


def _neighbours(
    grid: dict[tuple[int, int], int], place: tuple[int, int]
) -> Iterator[tuple[str, int]]:
    row, col = place
    last_row, last_col = max(r for r, _ in grid), max(c for _, c in grid)
    ways = {
        "right": [(row, c) for c in range(col + 1, last_col + 1)],
        "below": [(r, col) for r in range(row + 1, last_row + 1)],
    }
    for way, steps in ways.items():
        nearest = next((grid[step] for step in steps if step in grid), grid[place])
        if nearest != grid[place]:
            yield way, nearest


def adjacency(truth: Sequence[Table], read: Sequence[Table]) -> Tally:
    """Score the tables of a document by the F1 measure of all their relations."""
    wanted: Counter[Relation] = Counter()
    given: Counter[Relation] = Counter()
    for table in truth:
        wanted += relations(table)
    for table in read:
        given += relations(table)
    return f1((wanted & given).total(), wanted.total(), given.total())
