"""Pieces of one table right below each other: coloured rows and rules had parted them."""

from collections.abc import Sequence

from extractor.readers.geometry import Range, around
from extractor.segment.layout.lines import Line
from extractor.segment.layout.tables.cells import Table
from extractor.segment.layout.tables.continued import append_rows, has_own_head, is_same_column

NEAR = 1.0  # type sizes between two pieces of one table at most


def join_stacked(tables: Sequence[Table], lines: Sequence[Line]) -> list[Table]:
    """Return the tables, each without heads of its own joined to the one right above it.

    Args:
        tables: The tables of a page.
        lines: The lines outside them: what stands between two tables keeps them apart.
    """
    joined: list[Table] = []
    for table in sorted(tables, key=lambda table: table.box[1]):
        above = next((one for one in joined if _goes_on(one, table, lines)), None)
        if above is None:
            joined.append(table)
        else:
            append_rows(above, table)
            above.box = around((above.box, table.box))
    return joined


def _goes_on(above: Table, table: Table, lines: Sequence[Line]) -> bool:
    if above.n_cols != table.n_cols or has_own_head(table) or not above.header_rows:
        return False
    gap = table.box[1] - above.box[3]
    size = min((line.size for cell in table.cells for line in cell.lines), default=0.0)
    if not -size < gap <= NEAR * size:
        return False
    between = any(above.box[3] < line.baseline < table.box[1] for line in lines)
    columns = list(zip(_columns(above), _columns(table), strict=True))
    return not between and all(
        is_same_column(one, other) for one, other in columns if one and other
    )


def _columns(table: Table) -> list[Range | None]:
    """Return from where to where the texts of each column run; None for a blank one."""
    columns: list[Range | None] = []
    for col in range(table.n_cols):
        boxes = [
            line.box
            for cell in table.cells
            if cell.col == col and cell.col_span == 1
            for line in cell.lines
        ]
        columns.append((min(b[0] for b in boxes), max(b[2] for b in boxes)) if boxes else None)
    return columns
