"""Tables that go on on the next page, their header repeated there or not: one table each."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.segment.draft import DraftCell, DraftTable
from extractor.segment.dump.lines import Line
from extractor.segment.dump.tables import Found


@dataclass(slots=True)
class Whole:
    """Tables, those cut by a page's end made one."""

    tables: list[Found] = field(default_factory=list)
    repeated: list[DraftCell] = field(default_factory=list)
    """Cells of the headers that are printed again: they are not part of the tables."""


def join(found: Sequence[Found], lines: Sequence[Line], body: Sequence[Line]) -> Whole:
    """Return the tables, each with its rows on the pages that follow.

    Between the parts stands no line of the body: notes and running heads only.
    """
    text = {id(line) for line in body}
    whole = Whole()
    for part in found:
        last = whole.tables[-1] if whole.tables else None
        if last is not None and lines[part.first].sheet > lines[last.last - 1].sheet:
            between = lines[last.last : part.first]
            apart = all(id(line) not in text for line in between)
            head = _repeated_rows(last.table, part.table)
            if apart and head is not None:
                whole.repeated += [cell for cell in part.table.cells if cell.row < head]
                _take_on(last, part, head)
                continue
        whole.tables.append(part)
    return whole


def _repeated_rows(table: DraftTable, more: DraftTable) -> int | None:
    """Return how many rows of a table repeat the header of the one before.

    None where the two cannot be one table: other columns, or a header of its own.
    """
    own = _header(more)
    if more.n_cols != table.n_cols or own != _header(table)[: len(own)]:
        return None
    return len({row for row, _, _ in own})


def _header(table: DraftTable) -> list[tuple[int, int, str]]:
    """Return the rows that head the columns: row, column and text of each cell."""
    return [
        (cell.row, cell.col, cell.content.text.casefold())
        for cell in table.cells
        if cell.header == "column"
    ]


def _take_on(table: Found, part: Found, head: int) -> None:
    """Add the rows of the part on the next page, its repeated header left out."""
    own, more = table.table, part.table
    for cell in more.cells:
        if cell.row >= head:
            cell.row += own.n_rows - head
            own.cells.append(cell)
    own.n_rows += more.n_rows - head
    page = more.cells[-1].page
    if page is not None and page != own.cells[0].page and page not in own.continued_pages:
        own.continued_pages.append(page)
    table.last = part.last
