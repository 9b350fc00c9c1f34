"""A PostgreSQL server whose disk is full: a real one, which is small."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import Connection, create_engine, make_url, text
from sqlalchemy.pool import NullPool

from extractor.cli import cli
from extractor.output import record_json
from extractor.store import Database, connect
from extractor.store.url import address
from schemas.extraction import Extraction
from tests.store.conftest import counted

SIZE = "48m"  # of which a new database takes 8, and its tables 3
NAME = f"planfacts_small_{os.getpid()}"


@pytest.fixture
def admin(server: str) -> Iterator[Connection]:
    """The server as who makes databases there."""
    where = address(server)
    engine = create_engine(
        where.url, connect_args=dict(where.arguments), poolclass=NullPool
    ).execution_options(isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        yield connection


@pytest.fixture
def small_disk(admin: Connection) -> Iterator[Path]:
    """A disk of the server's own that is soon full."""
    data = Path(str(admin.execute(text("SHOW data_directory")).scalar()))
    if sys.platform != "linux" or os.geteuid() != 0 or not data.is_dir():
        pytest.skip("only root can mount a disk, for a server on this machine")
    disk, owner = data.with_name(NAME), data.stat()
    disk.mkdir(exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(disk)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("this system lets nobody mount a disk")
    try:
        tables = disk / "tables"
        tables.mkdir(mode=0o700)
        os.chown(tables, owner.st_uid, owner.st_gid)
        admin.execute(text(f"CREATE TABLESPACE {NAME} LOCATION '{tables}'"))
        yield disk
        admin.execute(text(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)"))
        admin.execute(text(f"DROP TABLESPACE {NAME}"))
    finally:
        unmount = ["umount", "--lazy", str(disk)]
        subprocess.run(unmount, check=True)


@pytest.fixture
def small(server: str, admin: Connection, small_disk: Path) -> str:
    """The address of a database on that disk, with nothing in it."""
    assert small_disk.is_mount()
    admin.execute(text(f"CREATE DATABASE {NAME} TABLESPACE {NAME}"))
    return make_url(server).set(database=NAME).render_as_string(hide_password=False)


def fill(disk: Path) -> Path:
    """Leave no room on a disk; return what takes it."""
    filler = disk / "filler"
    with filler.open("wb") as file:
        for size in (1 << 20, 1 << 12):
            try:
                while True:
                    os.write(file.fileno(), b"x" * size)
            except OSError:
                continue
    return filler


def loaded(file: Path, url: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli, ["load", str(file), "--to", url], catch_exceptions=False)
    return result.exit_code, result.stderr


def rows(url: str) -> dict[str, int]:
    database: Database = connect(url)
    return counted(database)


def test_a_full_server_is_one_line_and_takes_nothing_by_halves(
    small: str, small_disk: Path, tmp_path: Path, shipped: Extraction
) -> None:
    file = tmp_path / "plan.json"
    file.write_bytes(record_json(shipped))
    connect(small)
    before = rows(small)
    filler = fill(small_disk)
    code, said = loaded(file, small)
    assert code == 2
    assert len(said.splitlines()) == 1
    assert said.startswith(f"planfacts: {address(small).shown}: could not extend file")
    assert "No space left on device" in said
    assert rows(small) == before
    filler.unlink()
    code, said = loaded(file, small)
    assert (code, said) == (0, f"plan.json: {len(shipped.figures)} figures loaded\n")
    full = fill(small_disk)
    assert loaded(file, small) == (0, "plan.json: is there already\n")
    full.unlink()


def test_a_full_server_has_no_tables_made_by_halves(
    small: str, small_disk: Path, tmp_path: Path, shipped: Extraction
) -> None:
    file = tmp_path / "plan.json"
    file.write_bytes(record_json(shipped))
    filler = fill(small_disk)
    code, said = loaded(file, small)
    assert (code, len(said.splitlines())) == (2, 1)
    assert "No space left on device" in said
    filler.unlink()
    assert loaded(file, small)[0] == 0
