"""The last rows of a table at the head of the next page: too few there to be told for a table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import regex

from extractor.readers.geometry import around
from extractor.segment.layout.lines import Line
from extractor.segment.layout.paragraphs import Unit
from extractor.segment.layout.tables.cells import Cell, Table, is_numeric
from extractor.segment.layout.tables.framing import place
from extractor.segment.layout.tables.rows import Row, rows_of

MOST_ROWS = 2  # more are told for a table
ALIKE = 0.08  # share by which the type of the rows differs from the table's at most
IN_LINE_PT = 3.0  # between the ends of numbers of one column, or of labels

LETTER = regex.compile(r"\p{L}")


@dataclass(slots=True)
class Leftover:
    """What the head of a page has of the table before it."""

    units: int = 0
    """How many units at the head of the page it is."""
    rows: list[Row] = field(default_factory=list)
    repeated: list[Line] = field(default_factory=list)
    """The lines of heads said again."""

    def part(self, table: Table) -> Table:
        """Return the rows as a part of their table."""
        cells: list[Cell] = []
        for r, row in enumerate(self.rows):
            for column in range(table.n_cols):
                lines = row.cells.get(column, [])
                named = column == 0 and any(LETTER.search(line.text) for line in lines)
                cells.append(Cell(r, column, lines=lines, header="row" if named else None))
        page = self.rows[0].pieces[0].page
        box = around(row.box for row in self.rows)
        return Table(box, page, cells, len(self.rows), table.n_cols, pages=[page])


def leftover(table: Table, after: Sequence[Unit]) -> Leftover | None:
    """Return the rows of a table with which the next page begins; None where it has none.

    Each has a label where the table's labels begin, and numbers in line with its columns.
    """
    found = Leftover()
    heads = [
        _said(line.text for cell in table.row(r) for line in cell.lines)
        for r in range(table.header_rows)
    ]
    for unit in after:
        rows = rows_of(unit.lines) if unit.fixed is None and not unit.role else []
        new = [row for row in rows if _said(p.text for p in row.pieces) not in heads]
        if not rows or not all(_is_row(row, table) for row in new):
            break
        found.repeated += [p for row in rows if row not in new for p in row.pieces]
        found.rows += new
        found.units += 1
    return found if 0 < len(found.rows) <= MOST_ROWS else None


def _said(texts: Iterable[str]) -> str:
    return " ".join(" ".join(texts).split()).casefold()


def _is_row(row: Row, table: Table) -> bool:
    """Whether a line reads as a row of a table: a label and numbers in line with its columns."""
    label, *numbers = row.pieces
    size = next((cell.lines[0].size for cell in reversed(table.cells) if cell.lines), 0.0)
    if not numbers or len(table.columns) != table.n_cols or is_numeric(label.text):
        return False
    if abs(row.size - size) > ALIKE * size or not all(is_numeric(p.text) for p in numbers):
        return False
    place(row, table.columns)
    alone = all(len(pieces) == 1 for pieces in row.cells.values())
    return (
        alone
        and max(row.spans.values()) == 1
        and all(_in_line(pieces[0], column, table) for column, pieces in row.cells.items())
    )


def _in_line(piece: Line, column: int, table: Table) -> bool:
    """Whether a label begins, or a number begins, ends or is centred, as others of its column."""
    return any(
        min(map(abs, _off(piece, line)[: 3 if column else 1])) <= IN_LINE_PT
        for cell in table.cells
        if cell.col == column and cell.col_span == 1
        for line in cell.lines
    )


def _off(one: Line, other: Line) -> tuple[float, float, float]:
    """Return how far two lines are apart at their left ends, their right ends, their middles."""
    left, right = one.left - other.left, one.right - other.right
    return left, right, (left + right) / 2
