"""What goes wrong with databases: one line, exit code 2, and nothing half loaded."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import Connection, event, text

from extractor.cli import cli
from extractor.errors import StoreError, UsageError
from extractor.output import record_json
from extractor.store import connect, load
from extractor.store.database import reach
from extractor.store.url import address
from schemas.extraction import Extraction
from tests.store.conftest import asked, counted, given, run

Plan = Callable[..., Extraction]


def planfacts(*words: object) -> Result:
    return CliRunner().invoke(cli, [*map(str, words)], catch_exceptions=False)


@pytest.fixture
def file(tmp_path: Path, plan: Plan) -> Path:
    path = tmp_path / "plan.json"
    path.write_bytes(record_json(plan()))
    return path


def test_the_command_loads_once(tmp_path: Path, file: Path) -> None:
    url = f"sqlite:///{tmp_path / 'x.db'}"
    loaded = planfacts("load", file, "--to", url)
    assert (loaded.exit_code, loaded.stdout) == (0, "")
    assert loaded.stderr == "plan.json: 1 figures loaded\n"
    assert planfacts("load", file, "--to", url).stderr == "plan.json: is there already\n"
    assert planfacts("load", file, "--to", url, "--quiet").stderr == ""


def test_a_bad_file_costs_no_other(tmp_path: Path, file: Path, plan: Plan) -> None:
    astray, missing = tmp_path / "astray.json", tmp_path / "missing.pdf"
    (figure,) = plan().figures
    lost = figure.model_copy(update={"block_id": "nowhere"})
    astray.write_bytes(record_json(plan().model_copy(update={"figures": (lost,)})))
    url = f"sqlite:///{tmp_path / 'x.db'}"
    result = planfacts("load", missing, astray, file, "--to", url)
    assert result.exit_code == 3
    first, second, third = result.stderr.splitlines()
    assert first.startswith(f"planfacts: {missing}: ")
    assert second.startswith(f"planfacts: {astray}: is not loaded: figure ")
    assert third == "plan.json: 1 figures loaded"
    assert planfacts("load", missing, "--to", url).exit_code == 2


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("mysql://u:secret@host/x", "mysql://u:***@host/x: mysql is no database that is known"),
        ("postgres:u:secret@host", "postgres:...: is no address of a database"),
        ("rubbish", "the address: is no address of a database"),
        ("postgresql://u:secret@127.0.0.1:1/x", "postgresql://u:***@127.0.0.1:1/x: "),
        ("postgresql://u:secret@host/x?password=secret", "password: no such option"),
        ("sqlite:////no/folder/x.db", "sqlite:////no/folder/x.db: unable to open"),
        ("duckdb:////no/folder/x.db", "duckdb:////no/folder/x.db: IO Error"),
    ],
)
def test_a_database_that_cannot_be_reached(file: Path, url: str, said: str) -> None:
    result = planfacts("load", file, "--to", url)
    assert result.exit_code == 2
    (line,) = result.stderr.splitlines()
    assert line.startswith("planfacts: ")
    assert said in line
    assert "secret" not in line


@pytest.mark.parametrize("kind", ["sqlite", "duckdb"])
def test_a_file_that_is_no_database_stays_as_it_is(tmp_path: Path, kind: str, file: Path) -> None:
    path = tmp_path / "notes.db"
    path.write_text("No database at all, but a page of notes. " * 200, "utf-8")
    before = path.read_bytes()
    result = planfacts("load", file, "--to", f"{kind}:///{path}")
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
    assert path.read_bytes() == before


def test_a_missing_driver_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pg8000", None)
    with pytest.raises(StoreError, match=r"pip install 'planfacts\[postgres\]'"):
        connect("postgresql://u:secret@host/x")


def test_a_read_only_database(prepared: Callable[[str], str], file: Path) -> None:
    where = prepared("sqlite").removeprefix("sqlite:///")
    result = planfacts("load", file, "--to", f"sqlite:///file:{where}?mode=ro&uri=true")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "readonly" in result.stderr


def test_a_full_database_has_all_of_a_document_or_nothing(
    prepared: Callable[[str], str], tmp_path: Path, shipped: Extraction, plan: Plan
) -> None:
    path = tmp_path / "full.db"
    path.write_bytes(Path(prepared("sqlite").removeprefix("sqlite:///")).read_bytes())
    database = reach(address(f"sqlite:///{path}"))
    load(database, given(plan()), run())
    before = counted(database)
    event.listen(database.engine, "connect", _no_room)
    with pytest.raises(StoreError, match=r"full\.db: database or disk is full$"):
        load(database, given(shipped), run())
    assert counted(database) == before


def _no_room(connection: sqlite3.Connection, _record: object) -> None:
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages + 9}")


@pytest.mark.parametrize("after", ["anchors", "figures", "warnings"])
def test_a_server_that_goes_away_leaves_nothing(
    after: str, prepared: Callable[[str], str], shipped: Extraction, monkeypatch: pytest.MonkeyPatch
) -> None:
    from extractor.store import bulk

    database, other = (reach(address(prepared("postgresql"))) for _ in range(2))
    before = counted(database)
    real = bulk.write

    def write(connection: Connection, table: object, rows: object) -> None:
        if str(table) == after:
            own = connection.execute(text("SELECT pg_backend_pid()")).scalar()
            asked(other, f"SELECT pg_terminate_backend({own})")
        real(connection, table, rows)  # type: ignore[arg-type]

    monkeypatch.setattr(bulk, "write", write)
    with pytest.raises(StoreError, match=r"^postgresql://[^\n]*: [^\n]+$"):
        load(database, given(shipped), run())
    assert counted(other) == before


def test_a_server_without_the_right_to_write(prepared: Callable[[str], str], plan: Plan) -> None:
    database = reach(address(prepared("postgresql")))

    @event.listens_for(database.engine, "begin")
    def read_only(connection: Connection) -> None:
        connection.exec_driver_sql("SET TRANSACTION READ ONLY")

    with pytest.raises(StoreError, match=r"read-only transaction"):
        load(database, given(plan()), run())


def test_loaders_at_once_add_each_document_once(
    prepared: Callable[[str], str], made: Callable[..., str], tmp_path: Path, plan: Plan
) -> None:
    url = made(address(prepared("postgresql")).url.database)
    years = range(2031, 2041)
    for year in years:
        sha = f"{year:x}"[-1]
        path = tmp_path / f"{year}.json"
        path.write_bytes(record_json(plan(str(year), str(year), sha)))
    files = [str(tmp_path / f"{year}.json") for year in years]
    words = [sys.executable, "-m", "extractor", "load", "--to", url]
    loaders = [
        subprocess.Popen([*words, *order], stderr=subprocess.PIPE, text=True)
        for order in (files, files[::-1])
    ]
    told = [loader.communicate(timeout=60)[1] for loader in loaders]
    assert [loader.returncode for loader in loaders] == [0, 0], told
    assert sum(one.count("loaded") for one in told) == len(years)
    database = reach(address(url))
    assert counted(database)["versions"] == len(years)
    assert counted(database)["documents"] == 1
    assert asked(database, "SELECT value FROM current_figures") == [("2040",)]


def test_loaders_of_one_file_wait_for_each_other(
    prepared: Callable[[str], str], tmp_path: Path, plan: Plan
) -> None:
    path = tmp_path / "plans.db"
    path.write_bytes(Path(prepared("sqlite").removeprefix("sqlite:///")).read_bytes())
    plans = [plan(str(year), str(year), f"{year:x}"[-1]) for year in range(2031, 2039)]

    def add(order: list[Extraction]) -> int:
        database = reach(address(f"sqlite:///{path}"))
        return sum(load(database, given(each), run()) for each in order)

    with ThreadPoolExecutor() as loaders:
        added = [*loaders.map(add, (plans, plans[::-1]))]
    assert sum(added) == len(plans)
    assert counted(reach(address(f"sqlite:///{path}")))["versions"] == len(plans)


def test_the_address_of_a_socket() -> None:
    where = address("postgresql://u@/name?host=/run/sockets")
    assert where.arguments["unix_sock"] == "/run/sockets/.s.PGSQL.5432"
    assert where.shown == "postgresql://u@/name"
    with pytest.raises(UsageError, match="no such option"):
        address("postgresql://u@h/name?application_name=x")
