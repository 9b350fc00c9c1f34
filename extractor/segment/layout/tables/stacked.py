"""Pieces of one table right below each other: coloured rows and rules had parted them."""

from collections.abc import Sequence

from extractor.readers.geometry import Range, around, shared, sideways
from extractor.readers.source import Rule
from extractor.segment.layout.lines import Line
from extractor.segment.layout.tables.cells import Table
from extractor.segment.layout.tables.continued import append_rows, has_own_head, is_same_column

NEAR = 1.0  # type sizes between two pieces of one table at most
DOUBLE = 0.4  # type sizes between the two lines of a double one, at most
EDGE_PT = 1.5  # from the edge of a table to the line that draws it
LINED = 0.9  # of a table's width a line along its edge covers


def join_stacked(
    tables: Sequence[Table], lines: Sequence[Line], rules: Sequence[Rule]
) -> list[Table]:
    """Return the tables, each without heads of its own joined to the one right above it.

    Args:
        tables: The tables of a page.
        lines: The lines outside them: what stands between two tables keeps them apart.
        rules: The drawn lines of the page: two of them with white between close two tables.
    """
    joined: list[Table] = []
    for table in sorted(tables, key=lambda table: table.box[1]):
        above = next((one for one in joined if _goes_on(one, table, lines, rules)), None)
        if above is None:
            joined.append(table)
        else:
            append_rows(above, table)
            above.box = around((above.box, table.box))
    return joined


def _goes_on(above: Table, table: Table, lines: Sequence[Line], rules: Sequence[Rule]) -> bool:
    if above.n_cols != table.n_cols or has_own_head(table) or not above.header_rows:
        return False
    gap = table.box[1] - above.box[3]
    size = min((line.size for cell in table.cells for line in cell.lines), default=0.0)
    reach = DOUBLE if _are_closed(above, table, rules) else NEAR
    if not -size < gap <= reach * size:
        return False
    between = any(above.box[3] < line.baseline < table.box[1] for line in lines)
    columns = list(zip(_columns(above), _columns(table), strict=True))
    return not between and all(
        is_same_column(one, other) for one, other in columns if one and other
    )


def _are_closed(above: Table, table: Table, rules: Sequence[Rule]) -> bool:
    """Whether a line is drawn below the upper table, and another over the lower one."""
    return all(
        sum(
            shared(sideways(rule.box), sideways(one.box))
            for rule in rules
            if max(abs(rule.box[1] - edge), abs(rule.box[3] - edge)) <= EDGE_PT
        )
        >= LINED * (one.box[2] - one.box[0])
        for one, edge in ((above, above.box[3]), (table, table.box[1]))
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
