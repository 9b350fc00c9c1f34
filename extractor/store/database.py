"""A database that is reached: transactions, and what goes wrong with them as one line."""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from socket import socket
from sqlite3 import Connection as SQLiteConnection
from typing import Protocol

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import NoSuchModuleError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from extractor.errors import StoreError, UnfitError
from extractor.store.migrations import revision, revisions, upgrade
from extractor.store.url import EXTRAS, Address, address
from extractor.store.views import describe

LOCK = 5_160_117  # of PostgreSQL, for as long as a database is changed; no other of ours has it

FOR_WRITING = "BEGIN IMMEDIATE"
"""A loader that first reads and then writes would find that another one wrote between the two."""

REFUSED = ("22", "23")
"""How codes of PostgreSQL begin that tell of a value or a constraint."""
UNFIT = ("IntegrityError", "DataError")


@dataclass(frozen=True, slots=True)
class Database:
    """A database, by the name that is told of it."""

    engine: Engine
    address: Address
    connection: Connection | None = None
    """For all transactions; None for a new one for each."""

    @contextmanager
    def connected(self) -> Iterator["Database"]:
        """Give the database with one connection for all transactions, as many documents need it.

        One that was lost is made anew by the next transaction.

        Raises:
            StoreError: It cannot be reached.
        """
        with self._told():
            connection = self.engine.connect()
        try:
            yield replace(self, connection=connection)
        finally:
            with self._told():
                connection.close()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Give a connection; what is done with it is done whole, or not at all.

        Raises:
            UnfitError: The database refuses what is added.
            StoreError: The database could not do it; the message is one line.
        """
        with self._told():
            if self.connection is None:
                with self.engine.begin() as connection:
                    yield connection
            else:
                with self.connection.begin():
                    yield self.connection

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Tell what goes wrong with a database in one line."""
        faults = (SQLAlchemyError, self.engine.dialect.loaded_dbapi.Error, OSError)
        try:
            yield
        except StoreError as fault:
            raise StoreError(f"{self.address.shown}: {fault}") from fault
        except faults as fault:
            said = _first(getattr(fault, "orig", None) or fault)
            error = UnfitError if _is_refused(said) else StoreError
            raise error(f"{self.address.shown}: {_reason(said)}") from fault

    def prepare(self) -> None:
        """Bring the database to the relational model of this version, its views included.

        Raises:
            StoreError: It cannot be reached or changed, or is of a newer version.
        """
        with self.transaction() as connection:
            if self.address.kind == "postgresql":
                connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))
            if revision(connection) != revisions()[-1]:
                upgrade(connection)
                describe(connection)


def connect(url: str) -> Database:
    """Return the database at an address, with the relational model of this version in it.

    Raises:
        UsageError: It is no address.
        StoreError: Its driver is missing, or the database cannot be used.
    """
    database = reach(address(url))
    database.prepare()
    return database


def opened(url: str) -> Database:
    """Return a database that is there, to read in it; nothing of it is changed.

    Raises:
        UsageError: It is no address.
        StoreError: Its driver is missing, it is not there, or not of this version.
    """
    where = address(url)
    file = None if where.kind == "postgresql" else where.url.database
    if file is not None and not where.url.query and not Path(file).is_file():
        raise StoreError(f"{where.shown}: is not there")
    if where.kind == "duckdb":
        where = replace(where, arguments={**where.arguments, "read_only": True})
    database = reach(where, begin="BEGIN")
    with database.transaction() as connection:
        found, newest = revision(connection), revisions()[-1]
        if found is None:
            raise StoreError("has no tables of planfacts")
        if found != newest:
            raise StoreError(
                f"is of revision {found!r}, {newest!r} is read; `load` brings it there"
            )
    return database


def reach(where: Address, begin: str = FOR_WRITING) -> Database:
    """Return the database at an address as it is; `begin` begins a transaction of SQLite.

    Raises:
        StoreError: Its driver is not installed.
    """
    try:
        engine = create_engine(where.url, connect_args=dict(where.arguments), poolclass=NullPool)
    except (ImportError, NoSuchModuleError) as fault:
        extra = EXTRAS.get(where.kind)
        advice = f": pip install 'planfacts[{extra}]'" if extra else ""
        raise StoreError(f"{where.shown}: the driver is not installed{advice}") from fault
    if where.kind == "duckdb":
        # In the end it tells, in a hundred lines, of each of its objects that was not let go; those
        # that frozen ones lead to are not.
        atexit.register(gc.unfreeze)
    if "timeout" in where.arguments and where.kind == "postgresql":
        event.listen(engine, "connect", _wait_for_statements)
    if where.kind == "sqlite":
        event.listen(engine, "connect", _set_up)
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return Database(engine, where)


def _set_up(connection: SQLiteConnection, _record: object) -> None:
    """Have SQLite keep what the model says; it begins transactions where we say."""
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA page_size = 8192")  # of a new database; a tenth less time
    connection.execute("PRAGMA cache_size = -65536")  # 64 MB: the rows of a long document


class _Reached(Protocol):
    """A connection of the driver of PostgreSQL."""

    _usock: socket


def _wait_for_statements(connection: _Reached, _record: object) -> None:
    """Wait for what the server does as long as it takes, once it was reached."""
    connection._usock.settimeout(None)  # noqa: SLF001 - the driver has one time for both


def _first(fault: BaseException) -> BaseException:
    """Return what a server said, where the driver then failed to part from it; else the fault."""
    before: BaseException | None = fault
    while before is not None:
        if before.args and isinstance(before.args[0], dict):
            return before
        before = before.__context__
    return fault


def _is_refused(fault: BaseException) -> bool:
    """Say whether a driver tells that what was sent does not fit."""
    told = fault.args[0] if fault.args else None
    if isinstance(told, dict):  # what PostgreSQL says, by the letters of its protocol
        return str(told.get("C", "")).startswith(REFUSED)
    # The names are those of Python's database interface; not every driver has all where it should.
    return any(kind.__name__ in UNFIT for kind in type(fault).__mro__)


def _reason(said: BaseException) -> str:
    """Return what a driver says is wrong, in one line."""
    told = said.args[0] if said.args else None
    if isinstance(told, dict):
        told = f"{told.get('M', told)}" + (f" ({told['D']})" if "D" in told else "")
    lines = str(told if isinstance(told, str) else said).strip().splitlines()
    return lines[0] if lines else type(said).__name__
