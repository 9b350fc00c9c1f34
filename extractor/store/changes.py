"""What became of the figures of an edition whose place another one took."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from extractor.store.bulk import write
from extractor.store.database import Database
from extractor.store.model.changes import COMPARISONS, FIGURE_CHANGES
from extractor.store.model.documents import EDITIONS, VERSIONS
from extractor.store.readback import read_back
from extractor.store.rows.kept import Row
from schemas.diff import Diff, FigureChange
from schemas.extraction import Extraction

Named = tuple[str, Extraction]
Compare = Callable[[Named, Named], Diff]
"""Tells what changed from one edition to another, each given with its name."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A version, and that of the edition that it took the place of."""

    new: int
    old: int


def record_changes(database: Database, sha256: str, compare: Compare) -> int:
    """Add what changed to a file from the editions before it, where that is not there yet.

    Returns:
        How many of its versions were compared; none if it took the place of no other edition.

    Raises:
        StoreError: The database could not be read, or it could not be added.
    """
    with database.transaction() as connection:
        steps = _steps(connection, sha256)
        told = [(_named(connection, step.old), _named(connection, step.new)) for step in steps]
    for step, (old, new) in zip(steps, told, strict=True):
        _add(database, step, compare(old, new))
    return len(steps)


def _steps(connection: Connection, sha256: str) -> list[_Step]:
    """Return the versions of a file that are to be compared with that of another one."""
    old = VERSIONS.alias("old")
    asked = (
        select(VERSIONS.c.version_id, old.c.version_id)
        .select_from(VERSIONS.join(old, VERSIONS.c.replaces == old.c.version_id))
        .where(VERSIONS.c.sha256 == sha256, old.c.sha256 != sha256)
        .where(VERSIONS.c.version_id.not_in(select(COMPARISONS.c.version_id)))
    )
    return [_Step(*row) for row in connection.execute(asked)]


def _named(connection: Connection, version_id: int) -> Named:
    both = EDITIONS.join(VERSIONS, VERSIONS.c.sha256 == EDITIONS.c.sha256)
    name = select(EDITIONS.c.file_name).select_from(both).where(VERSIONS.c.version_id == version_id)
    return str(connection.execute(name).scalar_one()), read_back(connection, version_id)


def _add(database: Database, step: _Step, diff: Diff) -> None:
    row = (step.new, step.old, diff.relation, diff.likeness)
    with database.transaction() as connection:
        asked = select(COMPARISONS).where(COMPARISONS.c.version_id == step.new)
        if connection.execute(asked).first() is None:
            write(connection, COMPARISONS, [row])
            rows = [_row(step, at, change) for at, change in enumerate(diff.figures)]
            write(connection, FIGURE_CHANGES, rows)


def _row(step: _Step, ordinal: int, change: FigureChange) -> Row:
    return (
        *(step.new, ordinal, step.old),
        None if change.old is None else change.old.id,
        None if change.new is None else change.new.id,
        ",".join(change.types),
        *(change.score, change.difference, change.percent, change.group),
    )
