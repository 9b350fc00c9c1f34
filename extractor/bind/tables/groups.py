"""The groups of rows of a table: what stands alone in its row is of the rows below it."""

from collections.abc import Collection, Mapping, Sequence

from extractor.bind.tables.headers import YEAR, numbers_rows
from extractor.bind.tables.numeric import is_numeric
from extractor.segment.document import Cell, Table
from extractor.segment.titles import is_total, named_by_total


def row_groups(table: Table, headers: Mapping[int, Sequence[Cell]]) -> dict[int, Cell]:
    """Return for each row the group it stands in: the last row above that has a label only.

    One of a year goes on to the next row that opens with a year.
    """
    by_row: dict[int, list[Cell]] = {}
    for cell in table.cells:
        if cell.text:
            by_row.setdefault(cell.row, []).append(cell)
    of_years = _has_year_groups(by_row, headers)
    group: Cell | None = None
    found: dict[int, Cell] = {}
    for row in range(table.n_rows):
        cells = by_row.get(row, [])
        if group is not None and YEAR.match(group.text) and _opens_with_year(cells):
            group = None
        if len(cells) == 1 and table.n_cols > 1 and _opens_group(cells[0], of_years=of_years):
            group = cells[0]
        elif group is not None:
            found[row] = group
    spanned = {
        row for c in table.cells if c.col == 0 for row in range(c.row + 1, c.row + c.row_span)
    }
    for row in _wider_totals(by_row, found, spanned):
        del found[row]
    return found


def _wider_totals(
    by_row: Mapping[int, list[Cell]], groups: Mapping[int, Cell], spanned: Collection[int]
) -> list[int]:
    """Return the rows of totals of more than the group they stand in: all of its rows are added.

    Such is a total behind another sum of its group, and the only total of several groups, where it
    names nothing, or what that sum does: `Total men` and `Total women` are of one group.
    `spanned` are the rows that a label above spans.
    """
    added: dict[int, set[str]] = {}
    found: list[int] = []
    heads = list(dict.fromkeys(group.row for group in groups.values()))
    for row, group in sorted(groups.items()):
        cells = by_row.get(row, [])
        total = bool(cells) and cells[0].col == 0 and is_total(cells[0].text)
        bare = len(cells) > 1 and cells[0].col > 0 and is_numeric(cells[0].text)
        unlabelled = bare and row not in spanned
        named = named_by_total(cells[0].text) if total else ""
        before = added.get(group.row, set())
        last = row == max(by_row) and len(heads) > 1 and not added
        if total and ((len(before) == 1 and named in {"", *before}) or (last and not named)):
            found.append(row)
        if total or unlabelled:
            added.setdefault(group.row, set()).add(named)
    return found


def _opens_group(cell: Cell, *, of_years: bool) -> bool:
    """Say whether a cell that is alone in its row is of the rows below: words, or their year."""
    named = not is_numeric(cell.text) or (of_years and YEAR.match(cell.text) is not None)
    return cell.header != "column" and cell.col == 0 and named


def _has_year_groups(by_row: dict[int, list[Cell]], headers: Mapping[int, Sequence[Cell]]) -> bool:
    """Say whether a year alone in its row is that of the rows below.

    It is not where years label rows with values, nor where the first column numbers its rows.
    """
    if any(numbers_rows(head.text, first=True) for head in headers.get(0, [])[-1:]):
        return False
    return not any(
        is_numeric(cell.text)
        for cells in by_row.values()
        if _opens_with_year(cells)
        for cell in cells
        if cell.col
    )


def _opens_with_year(cells: list[Cell]) -> bool:
    return any(
        c.col == 0 and c.header != "column" and YEAR.match(c.text) is not None for c in cells
    )
