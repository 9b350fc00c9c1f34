"""Rows that only add up those above them: the label that spans them is that of the row before."""

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

from extractor.bind.context import Context
from extractor.bind.found import Found
from extractor.bind.tables.governing import Governing

MIN_PARTS, MAX_PARTS = 2, 100  # rows that a sum adds up


def unlabelled_sums(context: Context, index: int) -> frozenset[int]:
    """Return the rows of a table without a label of their own that add up the rows above them.

    Accounts print such sums below a rule; a label above may seem to span them.
    """
    rows: dict[int, Governing] = {}
    for (row, _), what in context.collected.governed[index].items():
        if row not in rows or len(what.labels) > len(rows[row].labels):
            rows[row] = what
    values = _values(context.by_table.get(index, []))
    found: set[int] = set()
    for row in sorted(values):
        labels = rows[row].labels
        spanned = bool(labels) and all(label.row < row for label in labels)
        parts = _parts(rows, values, row, found) if spanned else []
        if len(parts) >= MIN_PARTS and _adds_up(values[row], parts):
            found.add(row)
    return frozenset(found)


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
