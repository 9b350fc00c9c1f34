"""The address of a database: which kind it is of, and how it is reached."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from ssl import create_default_context
from urllib.parse import parse_qsl, unquote

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

OPTIONS = ("host", "sslmode", "sslrootcert", "connect_timeout", "statement_timeout")
"""What the address of a server may tell after `?`."""
MODES = {"disable": False, "prefer": None, "require": True, "verify-ca": None, "verify-full": None}
"""What the driver is told: no TLS, TLS if the server has it, or TLS; of any certificate."""
VERIFYING = ("verify-ca", "verify-full")
"""The modes in which a certificate has to be of one who is trusted."""

_KIND = regex.compile(r"[\w+.\-]*+(?=:)")
_URI = regex.compile(
    r"file:(?://[^/?\#]*+)?+(?P<name>[^?\#]*+)(?:\?(?P<options>[^\#]*+))?+.*+", regex.DOTALL
)
"""What SQLite takes for a name and options in one, both with signs in the form `%3A`."""
_MEMORY = regex.compile(r"(?::memory:.*+)?+", regex.DOTALL)
"""The names that stand for no file: none at all, and those in memory (which may be named)."""
IN_MEMORY = frozenset({("mode", "memory"), ("vfs", "memdb")})
"""The options by which SQLite takes a name for one of a database in memory."""


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
        UsageError: It is no address, of a kind of database that we do not know, or of one that
            would be gone when the command ends.
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
    if _MEMORY.fullmatch(_name(url)) or not IN_MEMORY.isdisjoint(_options(url)):
        raise UsageError(
            f"{shown}: is gone when the command ends: a database of this kind needs a file"
            f" ({kind_name}:///FILE)"
        )
    arguments = {"timeout": BUSY_SECONDS} if kind_name == "sqlite" else {}
    return Address(kind_name, url, arguments, shown)


def _name(url: URL) -> str:
    """Return the name of a file, without what else may be told in it."""
    uri = _URI.fullmatch(url.database or "")
    return unquote(uri["name"]) if uri else url.database or ""


def _options(url: URL) -> Iterator[tuple[str, str]]:
    """Yield the options of an address, and of its name; one may be told several times."""
    for name, told in url.query.items():
        for value in (told,) if isinstance(told, str) else told:
            yield unquote(name), unquote(value)
    uri = _URI.fullmatch(url.database or "")
    yield from parse_qsl(uri["options"] or "") if uri else ()


def database_file(given: str) -> str | None:
    """Return the file of a database; None where it is on a server.

    Raises:
        UsageError: It is no address.
    """
    where = address(given)
    return None if where.kind == "postgresql" else where.url.database


def _postgres(url: URL, shown: str) -> Address:
    """Return the address of a server; `?host=/folder` is one of a socket in that folder.

    Raises:
        UsageError: It has an option that we do not know, or that tells nothing that can be used.
    """
    options = dict(url.query)
    told = {name: value for name, value in options.items() if isinstance(value, str)}
    unknown = sorted(options.keys() - OPTIONS) or sorted(options.keys() - told.keys())
    if unknown:
        raise UsageError(
            f"{shown}: {', '.join(unknown)}: no such option, or told twice (there are"
            f" {', '.join(OPTIONS)})"
        )
    try:
        arguments = {**_timed(told), **_secured(told)}
    except (ValueError, OSError) as fault:
        raise UsageError(f"{shown}: {fault}") from fault
    host = told.get("host", "")
    if host.startswith("/"):
        port = url.port or POSTGRES_PORT
        arguments["unix_sock"] = str(PurePosixPath(host) / f".s.PGSQL.{port}")
    elif host:
        url = url.set(host=host)
    return Address("postgresql", url.set(query={}), arguments, shown)


def _timed(told: Mapping[str, str]) -> dict[str, object]:
    """Return for how long the server is waited for, and a statement of ours by the server."""
    arguments: dict[str, object] = {}
    if "connect_timeout" in told:
        if not told["connect_timeout"].isdecimal() or int(told["connect_timeout"]) == 0:
            raise ValueError("connect_timeout: is no number of seconds")
        arguments["timeout"] = int(told["connect_timeout"])
    if "statement_timeout" in told:
        arguments["startup_params"] = {"statement_timeout": told["statement_timeout"]}
    return arguments


def _secured(told: Mapping[str, str]) -> dict[str, object]:
    """Return how a connection is kept from being read, in the words of PostgreSQL's own clients."""
    mode, root = told.get("sslmode", "prefer"), told.get("sslrootcert")
    if mode not in MODES:
        raise ValueError(f"sslmode: is none of {', '.join(MODES)}")
    if mode not in VERIFYING:
        if root is not None:
            raise ValueError("sslrootcert: is used by sslmode verify-ca and verify-full alone")
        return {"ssl_context": MODES[mode]}
    try:
        context = create_default_context(cafile=root)
    except OSError as fault:
        raise ValueError(f"sslrootcert: no certificates can be read from {root}") from fault
    context.check_hostname = mode == "verify-full"
    return {"ssl_context": context}
