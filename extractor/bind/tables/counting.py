"""Numbers that count on from 1 along a row of a table: the heads of weeks, months or columns."""

from collections import defaultdict
from collections.abc import Sequence

from extractor.segment.document import Cell, Table

MIN_COUNTED = 4  # heads that count on: weeks, months, the numbers of columns


def counting_heads(table: Table) -> frozenset[tuple[int, int]]:
    """Return the places of numbers that count on from 1 along a row: heads, no figures.

    They stand in the head, or alone in a row but for its label (weeks, months, columns).
    """
    rows: dict[int, list[Cell]] = defaultdict(list)
    for cell in table.cells:
        if cell.text:
            rows[cell.row].append(cell)
    return frozenset(
        (cell.row, cell.col)
        for cells in rows.values()
        for cell in _counted(sorted(cells, key=lambda c: c.col))
    )


def _counted(cells: Sequence[Cell]) -> Sequence[Cell]:
    """Return the numbers of a row if they are 1, 2, 3 … and all that it says but for a label."""
    numbers = [cell for cell in cells if cell.text.strip("() ").isdecimal()]
    counts = [int(cell.text.strip("() ")) for cell in numbers]
    on = counts == list(range(1, len(counts) + 1))
    return numbers if on and len(numbers) >= max(MIN_COUNTED, len(cells) - 1) else []
