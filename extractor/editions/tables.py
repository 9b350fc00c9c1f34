"""What became of tables, of their rows and of their columns."""

from collections.abc import Iterator, Sequence
from typing import Literal

from extractor.editions.contents import Contents
from extractor.editions.parts import Part, Parts, changes
from schemas.diff import LineChange, PartChange, TableChange
from schemas.document import Table

Both = tuple[Contents, Contents]
Axis = Literal["row", "column"]


def table_changes(contents: Both, tables: Parts, sections: Parts) -> Iterator[TableChange]:
    """Yield the tables that are not what they were."""
    old, new = contents[0].side.facets.tables, contents[1].side.facets.tables
    for ours, theirs, types in changes(tables, sections):
        lines: tuple[LineChange, ...] = ()
        if ours and theirs and tables.became.get(ours.id) == theirs.id:
            lines = tuple(line_changes(contents, old[ours.id], new[theirs.id]))
        if types or lines:
            yield _table(ours, theirs, types, lines)


def _table(
    old: Part | None, new: Part | None, types: list[PartChange], lines: tuple[LineChange, ...]
) -> TableChange:
    return TableChange(
        types=tuple(types),
        old_id=None if old is None else old.id,
        new_id=None if new is None else new.id,
        old=None if old is None else old.title or None,
        new=None if new is None else new.title or None,
        old_page=None if old is None else old.page,
        new_page=None if new is None else new.page,
        lines=lines,
    )


def line_changes(contents: Both, old: Table, new: Table) -> Iterator[LineChange]:
    """Yield the rows, then the columns, that are not what or where they were.

    A line is the same if it has the same label, or if most of its figures are the same. The rows of
    a table that was turned are held against the columns; a line of both is told as a row then.
    """
    ours, theirs = contents
    rows, columns = ours.rows(old), ours.columns(old)
    became = theirs.rows(new), theirs.columns(new)
    straight = Parts.matched(rows, became[0]), Parts.matched(columns, became[1])
    if _lines(straight) < min(len(rows), len(columns)):
        turned = (
            Parts.matched(_numbered(rows), _numbered(became[1])),
            Parts.matched(_numbered(columns), _numbered(became[0])),
        )
        if _lines(turned) > _lines(straight):
            yield from _axis(("row", "column"), turned[0])
            yield from _axis(("column", "row"), turned[1])
            return
    yield from _axis(("row", "row"), straight[0])
    yield from _axis(("column", "column"), straight[1])


def _lines(matched: tuple[Parts, Parts]) -> int:
    return sum(len(parts.became) for parts in matched)


def _numbered(lines: Sequence[Part]) -> list[Part]:
    """Return the lines in which figures stand: not the column of what heads the rows."""
    return [line for line in lines if any(not isinstance(held, tuple) for held in line.inside)]


def _axis(axes: tuple[Axis, Axis], lines: Parts) -> Iterator[LineChange]:
    for old, new, types in changes(lines, lines):
        if old and new:
            axis: Axis = axes[0] if axes[0] == axes[1] else "row"
        else:
            axis = axes[0] if old else axes[1]
        for each in types:
            yield LineChange(
                type=each,
                axis=axis,
                old=None if old is None else old.title,
                new=None if new is None else new.title,
            )
