"""Databases of older versions, with what is in them, and of newer ones."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Column, Connection, MetaData, Table, inspect, text

from extractor.errors import StoreError
from extractor.store import Database, connect, load
from extractor.store.bulk import write
from extractor.store.database import reach
from extractor.store.migrations import VERSION_TABLE, revision, revisions, upgrade
from extractor.store.model import CONTENT, METADATA, figures
from extractor.store.model.documents import DOCUMENTS, EDITIONS, RUNS, VERSIONS
from extractor.store.rows import Rows, rows_of
from extractor.store.rows.kept import Row
from extractor.store.url import address
from extractor.store.views import definitions
from schemas.extraction import Extraction
from tests.store.conftest import BEGIN, KINDS, asked, counted, given, read_back, run


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])  # Alembic cannot ask DuckDB for keys
def test_the_revisions_lead_to_the_model(kind: str, prepared: Callable[[str], str]) -> None:
    database = reach(address(prepared(kind)))
    with database.transaction() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        assert compare_metadata(context, METADATA) == []


def test_every_upgrade_keeps_what_is_there(
    address_of: Callable[[str], str], shipped: Extraction
) -> None:
    for old in revisions()[:-1]:
        database = reach(address(address_of("sqlite")))
        with database.transaction() as connection:
            upgrade(connection, old)
            before = _filled(connection, shipped)
        database = connect(database.address.shown)
        assert {**counted(database), **before} == counted(database)
        assert read_back(database) == (list(shipped.figures) if "figures" in before else [])
        assert load(database, given(shipped), run(1))
        assert {f.id for f in read_back(database)} == {f.id for f in shipped.figures}


@pytest.mark.parametrize("old", ["0001", "0004"])
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "sqlite"])
def test_other_databases_are_upgraded_with_rows_in_them(
    kind: str, old: str, address_of: Callable[[str], str], shipped: Extraction
) -> None:
    database = reach(address(address_of(kind)))
    with database.transaction() as connection:
        upgrade(connection, old)
        before = _filled(connection, shipped)
    database.prepare()
    assert {name: counted(database)[name] for name in before} == before
    assert read_back(database) == (list(shipped.figures) if "figures" in before else [])
    assert load(database, given(shipped), run(1))


def _filled(connection: Connection, extraction: Extraction) -> dict[str, int]:
    """Add rows to the tables that a database has, and return how many each has then."""
    sha, other = extraction.document.sha256, "f" * 64
    rows = {
        DOCUMENTS: {"document_id": "doc-1", "family": "old"},
        EDITIONS: {
            "sha256": other,
            "document_id": "doc-1",
            "file_name": "old.pdf",
            "media_type": "application/pdf",
            "provenance": "bbox",
            "valid_from": BEGIN,
        },
        RUNS: {"run_id": "run-old", "started_at": BEGIN, "tool_version": "0"},
        VERSIONS: {
            "version_id": 1,
            "sha256": other,
            "tool_version": "0",
            "content_sha256": sha,
            "schema_version": "1.0",
            "explained": 1,
            "run_id": "run-old",
            "valid_from": BEGIN,
        },
    }
    for table, row in rows.items():
        connection.execute(table.insert().values(**row))
    there = set(inspect(connection).get_table_names())
    for table, of_table in _rows_at(extraction, revision(connection) or ""):
        if table.name in there:
            write(connection, table, of_table)
    ours = there & set(METADATA.tables) - {"attributes"}  # of which there are fewer now
    return {
        name: connection.execute(text(f"SELECT COUNT(*) FROM {name}")).scalar_one() for name in ours
    }


def _rows_at(extraction: Extraction, at: str) -> Iterator[tuple[Table, Sequence[Row]]]:
    """Yield the rows of an extraction by table, as a revision had them."""
    rows = rows_of(1, extraction, ())
    for table in CONTENT:
        if at >= "0005" or table not in (figures.ATTRIBUTES, figures.FIGURES):
            yield table, rows.get(table, [])
        elif table is figures.FIGURES:
            yield from _once_bound(rows)


def _once_bound(rows: Rows) -> Iterator[tuple[Table, Sequence[Row]]]:
    """Yield figures, and for each its own attributes."""
    of_figures, attributes = rows[figures.FIGURES], rows[figures.ATTRIBUTES]
    own = len(figures.FIGURES.columns) - len(figures.BOUND)
    columns = [*figures.FIGURES.columns][:own]
    yield _named("figures", columns), [row[:own] for row in of_figures]
    bound = [
        (1, row[1], *attributes[number][2:])
        for row in of_figures
        for number in row[own:]
        if isinstance(number, int)
    ]
    version, _, *said = figures.ATTRIBUTES.columns
    yield _named("attributes", [version, columns[1], *said]), bound


def _named(name: str, columns: Sequence["Column[Any]"]) -> Table:
    return Table(name, MetaData(), *(Column(each.name, each.type) for each in columns))


def test_a_database_of_a_newer_version_is_refused(database: Database) -> None:
    with database.transaction() as connection:
        assert revision(connection) == revisions()[-1]
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '9999'"))
    with pytest.raises(StoreError, match=r"is of a newer version of planfacts.*'9999'"):
        database.prepare()
    assert asked(database, f"SELECT * FROM {VERSION_TABLE}") == [("9999",)]


def test_a_second_command_changes_no_table(prepared: Callable[[str], str]) -> None:
    database = reach(address(prepared("sqlite")))
    tables = "SELECT name, sql FROM sqlite_master ORDER BY name"
    before = asked(database, tables)
    database.prepare()
    assert asked(database, tables) == before


def test_comments_are_in_the_database(prepared: Callable[[str], str]) -> None:
    database = reach(address(prepared("postgresql")))
    with database.transaction() as connection:
        found = inspect(connection)
        for table in METADATA.sorted_tables:
            assert found.get_table_comment(table.name)["text"] == table.comment
            told = {column["name"]: column["comment"] for column in found.get_columns(table.name)}
            assert told == {column.name: column.comment for column in table.columns}


@pytest.mark.parametrize("kind", KINDS)
def test_every_view_is_there(kind: str, prepared: Callable[[str], str]) -> None:
    database = reach(address(prepared(kind)))
    with database.transaction() as connection:
        views = inspect(connection).get_view_names()
    assert set(definitions(kind)) <= set(views)
