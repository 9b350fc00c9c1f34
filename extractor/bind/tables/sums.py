"""Rows that only add up those above them: their label, if any, is that of the rows they add up."""

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

from extractor.bind.context import Context
from extractor.bind.found import Found
from extractor.bind.tables.governing import Governing
from extractor.segment.document import Cell

MIN_PARTS, MAX_PARTS = 2, 100  # rows that a sum adds up


def unlabelled_sums(context: Context, index: int) -> frozenset[int]:
    """Return the rows of a table without a label of their own that add up the rows above them.

    Accounts print such sums below a rule; a label above may seem to span them.
    """
    rows = _rows(context, index)
    values = _values(context.by_table.get(index, []))
    found: set[int] = set()
    for row in sorted(values):
        labels = rows[row].labels
        spanned = bool(labels) and all(label.row < row for label in labels)
        parts = _parts(rows, values, row, found) if spanned else []
        if len(parts) >= MIN_PARTS and _adds_up(values[row], parts):
            found.add(row)
    return frozenset(found)


def wider_sums(context: Context, index: int) -> dict[int, Cell | None]:
    """Return the rows without any label that add up more than their group, and the group they are.

    `Assets`, `Current assets`, a sum of these, and the sum of all assets. None: of all groups.
    """
    rows, values = _rows(context, index), _values(context.by_table.get(index, []))
    if all(rows[row].labels for row in values):
        return {}
    open_rows: list[tuple[int, Cell | None]] = []
    found: dict[int, Cell | None] = {}
    for row in sorted(values):
        group = rows[row].group
        parts = 0 if rows[row].labels else _added(values, row, [at for at, _ in open_rows])
        if parts:
            first, group = open_rows[-parts]
            group = group if rows[first].labels else _group_over(context, index, group)
            del open_rows[-parts:]
            if group is not rows[row].group:
                found[row] = group
        open_rows.append((row, group))
    return found


def _rows(context: Context, index: int) -> dict[int, Governing]:
    """Return what governs the rows of a table: of each row the cell with the most labels."""
    rows: dict[int, Governing] = {}
    for (row, _), what in context.collected.governed[index].items():
        if row not in rows or len(what.labels) > len(rows[row].labels):
            rows[row] = what
    return rows


def _added(values: Mapping[int, Mapping[int, Decimal]], row: int, above: Sequence[int]) -> int:
    """Return how many of the rows above a row, up from the last, it adds up; 0 for none."""
    for size in range(MIN_PARTS, min(MAX_PARTS, len(above)) + 1):
        if _adds_up(values[row], [values[at] for at in above[-size:]]):
            return size
    return 0


def _group_over(context: Context, index: int, group: Cell | None) -> Cell | None:
    """Return the group whose label stands right above that of another: `Assets`."""
    if group is None:
        return None
    over = [c for c in context.doc.tables[index].cells if c.row == group.row - 1 and c.text]
    alone = len(over) == 1 and over[0].col == 0 and over[0].header != "column"
    return over[0] if alone else None


def _values(founds: Sequence[Found]) -> dict[int, dict[int, Decimal]]:
    """Return the values of a table by row and column."""
    values: dict[int, dict[int, Decimal]] = {}
    for found in founds:
        if found.cell is not None and not found.is_time and found.reading.value is not None:
            values.setdefault(found.cell[1], {})[found.cell[2]] = Decimal(found.reading.value)
    return values


def _parts(
    rows: Mapping[int, Governing],
    values: Mapping[int, Mapping[int, Decimal]],
    row: int,
    sums: Collection[int],
) -> list[Mapping[int, Decimal]]:
    """Return the rows above a row in its group, down to the last sum."""
    parts: list[Mapping[int, Decimal]] = []
    for at in range(row - 1, max(-1, row - 1 - MAX_PARTS), -1):
        if at in sums or (at in rows and rows[at].group is not rows[row].group):
            break
        if at in values:
            parts.append(values[at])
    return parts


def _adds_up(total: Mapping[int, Decimal], parts: Sequence[Mapping[int, Decimal]]) -> bool:
    """Say whether every value of a row is the sum of those above it, or nearly so."""
    for col, value in total.items():
        above = [part[col] for part in parts if col in part]
        if len(above) < MIN_PARTS or abs(sum(above, Decimal(0)) - value) > abs(value) / 1000:
            return False
    return bool(total)
