"""What became of tables, of their rows and of their columns."""

from collections.abc import Iterator
from typing import Literal

from extractor.editions.contents import Contents
from extractor.editions.parts import Part, Parts, changes
from schemas.diff import LineChange, PartChange, TableChange
from schemas.document import Table

Both = tuple[Contents, Contents]


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

    A line is the same if it has the same label, or if most of its figures are the same.
    """
    ours, theirs = contents
    yield from _axis("row", Parts.matched(ours.rows(old), theirs.rows(new)))
    yield from _axis("column", Parts.matched(ours.columns(old), theirs.columns(new)))


def _axis(axis: Literal["row", "column"], lines: Parts) -> Iterator[LineChange]:
    for old, new, types in changes(lines, lines):
        for each in types:
            yield LineChange(
                type=each,
                axis=axis,
                old=None if old is None else old.title,
                new=None if new is None else new.title,
            )
