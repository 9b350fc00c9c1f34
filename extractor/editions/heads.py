"""What heads the rows and columns of a table."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from schemas.document import Table, TableCell

Heads = tuple[Mapping[int, Sequence[TableCell]], Mapping[int, Sequence[str]]]


def heads_of(table: Table) -> Heads:
    """Return what heads each row, cells and all, and what heads each column.

    A row without marked heads is headed by its first text that is no bare number.
    """
    rows: defaultdict[int, list[TableCell]] = defaultdict(list)
    columns: defaultdict[int, list[str]] = defaultdict(list)
    row_places = sorted({cell.row for cell in table.cells})
    column_places = sorted({cell.col for cell in table.cells})
    for cell in table.cells:
        if not cell.text:
            continue
        if cell.header == "column":
            for col in covered(column_places, cell.col, cell.col_span):
                columns[col].append(cell.text)
        elif cell.header == "row" or any(map(str.isalpha, cell.text)):
            for row in covered(row_places, cell.row, cell.row_span):
                rows[row].append(cell)
    return rows, columns


def covered(places: Sequence[int], first: int, count: int) -> Sequence[int]:
    """Return those of some lines that a cell covers: one from outside may claim any number.

    >>> covered([0, 1, 2, 5, 6], first=1, count=5)
    [1, 2, 5]
    """
    return places[bisect_left(places, first) : bisect_left(places, first + count)]


def others(cells: Sequence[TableCell], col: int) -> Iterator[str]:
    """Yield the heads of a row as a cell of it sees them: marked ones, else the first."""
    marked = [cell.text for cell in cells if cell.header == "row" and cell.col != col]
    plain = [cell.text for cell in cells if cell.col < col]
    yield from marked or plain[:1]
