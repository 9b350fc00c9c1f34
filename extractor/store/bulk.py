"""Many rows at once: each kind of database has a way that is quick."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from sqlalchemy import Column, Connection, Table
from typing_extensions import override

from extractor.store.model.base import EXACT
from extractor.store.rows.kept import Row, Rows

FITS = "-?[0-9]{1,26}([.][0-9]{1,12})?"
"""What a decimal of DuckDB holds of 38 digits; of a longer one there is the text beside it."""


VALUES = 999
"""Of one statement of SQLite: as many as each build of it takes."""
SENT = 500
"""Rows in one message to PostgreSQL."""


def write(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Add rows to a table, each in the order of its columns."""
    if rows:
        WRITERS[connection.dialect.name](connection, table, rows)


def write_all(connection: Connection, tables: Sequence[Table], rows: Rows) -> None:
    """Add rows to tables, in the order of these."""
    for table in tables:
        write(connection, table, rows.get(table, []))


def _insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Add as many rows at a time as a statement of SQLite may have values."""
    many = VALUES // len(table.columns)
    whole = len(rows) - len(rows) % many
    marks = f"({', '.join('?' * len(table.columns))})"
    into = f"INSERT INTO {_into(table)} VALUES {marks}"  # noqa: S608 - names of our own tables
    cursor: Any = connection.connection.cursor()
    if whole:
        each = (tuple(chain(*rows[at : at + many])) for at in range(0, whole, many))
        cursor.executemany(into + f", {marks}" * (many - 1), each)
    cursor.executemany(into, rows[whole:])


def _copy(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Send rows as they are written: the server adds some while others are on their way."""
    cursor: Any = connection.connection.cursor()
    cursor.execute(f"COPY {_into(table)} FROM STDIN (FORMAT csv)", stream=_sent(rows))


def _sent(rows: Sequence[Row]) -> Iterator[bytes]:
    """Yield rows as CSV, in which a text is quoted, and what is null is not and is empty."""
    for at in range(0, len(rows), SENT):
        part = io.StringIO(newline="")
        writer = csv.writer(part, quoting=csv.QUOTE_NONNUMERIC)
        some = rows[at : at + SENT]
        writer.writerows([NULL if value is None else value for value in row] for row in some)
        yield part.getvalue().encode()


class _Null:
    """What the writer of CSV takes for a number, which it does not quote, and writes as nothing."""

    def __index__(self) -> int:
        return 0

    @override
    def __str__(self) -> str:
        return ""


NULL = _Null()


def _unnest(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Send each column as one list: DuckDB takes as long for a row as for a thousand."""
    columns = ", ".join(_unnested(column, connection) for column in table.columns)
    lists = tuple([*column] for column in zip(*rows, strict=True))
    connection.exec_driver_sql(f"INSERT INTO {_into(table)} SELECT {columns}", lists)


def _unnested(column: "Column[Any]", connection: Connection) -> str:
    if column.type is EXACT:
        fits = f"CASE WHEN regexp_full_match(x, '{FITS}') THEN x END"
        return f"CAST(unnest([{fits} FOR x IN CAST(? AS VARCHAR[])]) AS DECIMAL(38, 12))"
    kind = column.type.compile(dialect=connection.dialect)
    return f"unnest(CAST(? AS {kind}[]))"


def _into(table: Table) -> str:
    return f"{table.name} ({', '.join(column.name for column in table.columns)})"


WRITERS: Mapping[str, Callable[[Connection, Table, Sequence[Row]], None]] = {
    "sqlite": _insert,
    "postgresql": _copy,
    "duckdb": _unnest,
}
