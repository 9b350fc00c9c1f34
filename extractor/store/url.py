"""The address of a database: which kind it is of, and how it is reached."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

import regex
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from extractor.errors import UsageError

EXAMPLE = "sqlite:///planfacts.db"
BUSY_SECONDS = 60  # for which a loader waits for another one to be done with the file
POSTGRES_PORT = 5432
DRIVERS = {"sqlite": "sqlite", "duckdb": "duckdb", "postgresql": "postgresql+pg8000"}
"""SQLAlchemy's names of what speaks to each kind of database."""
EXTRAS = {"duckdb": "duckdb", "postgresql": "postgres"}
"""The extras of this package that bring a driver."""
NAMES = {"postgres": "postgresql", "postgresql+pg8000": "postgresql", "sqlite+pysqlite": "sqlite"}

_KIND = regex.compile(r"[\w+.\-]*+(?=:)")


@dataclass(frozen=True, slots=True)
class Address:
    """Where a database is."""

    kind: str
    url: URL
    """For SQLAlchemy."""
    arguments: Mapping[str, object]
    """For the driver, besides."""
    shown: str
    """For people: the address without password and options."""


def address(given: str) -> Address:
    """Return the address that a user gave.

    Raises:
        UsageError: It is no address, or of a kind of database that we do not know.
    """
    try:
        url = make_url(given)
    except (ArgumentError, ValueError) as fault:
        # What cannot be read may hold a password anywhere: no more than its kind is told.
        kind = _KIND.match(given)
        raise UsageError(
            f"{kind.group() + ':...' if kind else 'the address'}: is no address of a database such"
            f" as {EXAMPLE} or postgresql://user:password@host/name"
        ) from fault
    shown = url.set(query={}).render_as_string()
    kind_name = NAMES.get(url.drivername, url.drivername)
    if kind_name not in DRIVERS:
        raise UsageError(
            f"{shown}: {url.drivername} is no database that is known here (sqlite, duckdb,"
            " postgresql)"
        )
    url = url.set(drivername=DRIVERS[kind_name])
    if kind_name == "postgresql":
        return _postgres(url, shown)
    arguments = {"timeout": BUSY_SECONDS} if kind_name == "sqlite" else {}
    return Address(kind_name, url, arguments, shown)


def database_file(given: str) -> str | None:
    """Return the file of a database; None where it is on a server or in memory.

    Raises:
        UsageError: It is no address.
    """
    where = address(given)
    return None if where.kind == "postgresql" else where.url.database


def _postgres(url: URL, shown: str) -> Address:
    """Return the address of a server; `?host=/folder` is one of a socket in that folder.

    Raises:
        UsageError: It has an option that we do not know.
    """
    options = dict(url.query)
    folder = options.pop("host", None)
    if options:
        raise UsageError(f"{shown}: {', '.join(sorted(options))}: no such option (only host)")
    arguments: dict[str, object] = {}
    if isinstance(folder, str) and folder.startswith("/"):
        port = url.port or POSTGRES_PORT
        arguments["unix_sock"] = str(PurePosixPath(folder) / f".s.PGSQL.{port}")
    elif isinstance(folder, str):
        url = url.set(host=folder)
    return Address("postgresql", url.set(query={}), arguments, shown)
