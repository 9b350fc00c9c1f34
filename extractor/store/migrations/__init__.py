"""Brings a database to the relational model of this version, keeping what is in it."""

from pathlib import Path

from alembic.ddl.postgresql import PostgresqlImpl
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext, MigrationStep
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from extractor.errors import StoreError

VERSION_TABLE = "planfacts_schema"
"""Has the revision of the database; not Alembic's own name, which the user's tables may have."""


class DuckDBImpl(PostgresqlImpl):
    """How Alembic speaks to DuckDB: its SQL is that of PostgreSQL."""

    __dialect__ = "duckdb"


def revision(connection: Connection) -> str | None:
    """Return the revision of a database; None if it has none of our tables."""
    return _context(connection, None).get_current_revision()


def revisions() -> list[str]:
    """Return all revisions, oldest first."""
    return [each.revision for each in reversed([*_scripts().walk_revisions()])]


def upgrade(connection: Connection, target: str | None = None) -> None:
    """Bring a database to a revision, the newest if none is named.

    Raises:
        StoreError: It has a revision that this version does not know.
    """
    known, current = revisions(), revision(connection)
    if current is not None and current not in known:
        raise StoreError(
            f"is of a newer version of planfacts (its revision is {current!r}, {known[-1]!r} is"
            " the newest that is known here)"
        )
    context = _context(connection, target or known[-1])
    with Operations.context(context):
        context.run_migrations()


def _scripts() -> ScriptDirectory:
    return ScriptDirectory(str(Path(__file__).parent))


def _context(connection: Connection, target: str | None) -> MigrationContext:
    """Return what runs the steps to a revision in the transaction of a connection."""
    scripts = _scripts()

    def steps(heads: tuple[str, ...], _context: MigrationContext) -> list[MigrationStep]:
        lower = heads[0] if heads else "base"
        missing = scripts.iterate_revisions(target, lower)
        return [
            MigrationStep.upgrade_from_script(scripts.revision_map, each)
            for each in reversed([*missing])
        ]

    options = {"version_table": VERSION_TABLE, "transactional_ddl": True, "fn": steps}
    return MigrationContext.configure(connection, opts=options)
