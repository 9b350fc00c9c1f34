"""Batches into a database: rows that do not depend on how often, or how, they were stopped."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from typing import Any

import pytest

from extractor.batch import loading, run
from extractor.batch.lock import locked
from extractor.errors import StoreError
from extractor.output import ExitCode
from tests.batch.conftest import Batch, Here, manifest, write_plan

SEED = 50
KILLS = 50
"""Of batches in one process each, which begins at once."""
OF_COMMAND = 3
"""Kills besides, of the command as users run it with its processes, which takes long to begin."""
DOCUMENTS = 100
FEW = 40
"""Documents where processes have to begin."""
EDITIONS = 4
"""Editions that each document has, one of which holds in the end."""

ROOT = Path(__file__).parents[2]
OWN = ("run_id", "started_at", "valid_from", "valid_to")
"""Columns that tell when it was loaded, not what."""


def corpus(folder: Path, documents: int = DOCUMENTS) -> Path:
    """Write documents with several editions each, not in the order of their years."""
    for number in range(documents):
        family, edition = divmod(number, EDITIONS)
        year = 2030 + edition * 3 % EDITIONS
        write_plan(folder / f"{family:02}" / f"{edition}.md", family, year)
    return folder


def dump(database: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows of a database; of times it is told only whether there is one."""
    connection = sqlite3.connect(database)
    names = [
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    ]
    rows = {}
    for name in sorted(names):
        cursor = connection.execute(f'SELECT * FROM "{name}"')  # noqa: S608  # a name of ours
        columns = [column for column, *_ in cursor.description]
        kept = [
            tuple(
                value is not None if column in OWN else value
                for column, value in zip(columns, row, strict=True)
            )
            for row in cursor
        ]
        # A run that was stopped leaves a line in `runs`; which one is told nowhere else.
        rows[name] = sorted(set(kept) if name == "runs" else kept, key=repr)
    connection.close()
    return rows


def test_what_is_read_is_loaded_in_order(plans: Path, batch: Batch, out: Path) -> None:
    class Backwards(Here):
        def run(self, jobs: Any) -> Any:  # noqa: ANN401
            yield from [(job, run(job)) for job in jobs][::-1]

    url = f"sqlite:///{out}/plans.db"
    assert batch(plans, url=url, scheduler=Backwards()) == ExitCode.DONE
    connection = sqlite3.connect(out / "plans.db")
    loaded = [name for (name,) in connection.execute("SELECT file_name FROM editions")]
    connection.close()
    assert sorted(loaded) == ["a.md", "b.md", "c.md", "d.md", "e.md"]
    assert [line["loaded"] for line in manifest(out).values()] == [url] * 5


def test_a_batch_that_is_started_again_changes_no_row(plans: Path, batch: Batch, out: Path) -> None:
    url = f"sqlite:///{out}/plans.db"
    batch(plans, url=url)
    before = dump(out / "plans.db")
    assert batch(plans, url=url) == ExitCode.DONE
    assert dump(out / "plans.db") == before
    assert len(before["figures"]) > 20


def test_what_a_database_has_is_not_read_back(
    plans: Path, batch: Batch, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{out}/plans.db"
    batch(plans, url=url)
    write_plan(plans / "new.md", 77)
    back = []
    usual = loading.load_extraction

    def read_back(path: Path) -> object:
        back.append(path)
        return usual(path)

    monkeypatch.setattr(loading, "load_extraction", read_back)
    assert batch(plans, url=url) == ExitCode.DONE
    assert len(back) == 1, "what is new alone"
    assert {line["loaded"] for line in manifest(out).values()} == {url}
    batch(plans, url=f"sqlite:///{out}/other.db")
    assert len(back) == 1 + 6, "another database has none of it"
    assert dump(out / "other.db")["figures"] == dump(out / "plans.db")["figures"]


def test_the_database_is_no_document(
    plans: Path, batch: Batch, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(plans)
    for _ in range(2):
        assert batch(".", url="sqlite:///plans.db") == ExitCode.DONE
    assert set(manifest(out)) == {"a.md", "b.md", "c.md", "d.md", "e.md"}


def test_results_that_were_kept_are_loaded_later(plans: Path, batch: Batch, out: Path) -> None:
    batch(plans)
    batch(plans, url=f"sqlite:///{out}/later.db")
    batch(plans, url=f"sqlite:///{out}/again.db", fresh=True)
    assert dump(out / "later.db") == dump(out / "again.db")


def test_a_database_that_goes_away_stops_the_batch_which_goes_on_later(
    plans: Path, batch: Batch, out: Path, tmp_path: Path, here: Here
) -> None:
    (tmp_path / "db").mkdir()
    url = f"sqlite:///{tmp_path}/db/plans.db"

    class Gone(Here):
        def run(self, jobs: Any) -> Any:  # noqa: ANN401
            for number, ended in enumerate(here.run(jobs)):
                if number == 2:
                    (tmp_path / "db").rename(tmp_path / "away")
                yield ended
                time.sleep(0.2)

    with pytest.raises(StoreError, match=r"plans\.db: (attempt to write|unable to open|disk I/O)"):
        batch(plans, url=url, scheduler=Gone())
    assert 0 < len(manifest(out)) < 5
    (tmp_path / "away").rename(tmp_path / "db")
    assert batch(plans, url=url) == ExitCode.DONE
    assert len(manifest(out)) == 5
    batch(plans, url=f"sqlite:///{tmp_path}/undisturbed.db")
    assert dump(tmp_path / "db" / "plans.db") == dump(tmp_path / "undisturbed.db")


def test_a_database_that_cannot_be_used_is_told_before_anything_is_read(
    plans: Path, batch: Batch, tmp_path: Path, here: Here
) -> None:
    (tmp_path / "no.db").write_text("no database")
    with pytest.raises(StoreError, match="file is not a database"):
        batch(plans, url=f"sqlite:///{tmp_path}/no.db")
    assert here.done == []


def test_what_a_database_refuses_costs_one_document(
    plans: Path, batch: Batch, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from extractor.batch import loading
    from extractor.errors import UnfitError

    load = loading.load

    def refused(database: Any, given: Any, run: Any) -> bool:  # noqa: ANN401
        if given.file_name == "b.md":
            raise UnfitError("too long")
        return load(database, given, run)

    monkeypatch.setattr(loading, "load", refused)
    assert batch(plans, url=f"sqlite:///{out}/plans.db") == ExitCode.PARTLY
    line = manifest(out)["b.md"]
    assert (line["status"], line["reason"]) == ("failed", "is not loaded: too long")
    assert line["loaded"] is None


def command(folder: Path, out: Path) -> list[str]:
    url = f"sqlite:///{out}/plans.db"
    asked = [str(folder), "-o", str(out), "--to", url, "--quiet", "--jobs", "2"]
    return [sys.executable, "-m", "extractor", "batch", *asked]


@pytest.mark.alone
def test_after_any_number_of_kills_the_database_is_that_of_an_undisturbed_run(
    tmp_path: Path,
) -> None:
    folder = corpus(tmp_path / "plans")
    told = subprocess.run(
        [
            *(sys.executable, "-m", "tests.batch.in_one_process"),
            *(folder, tmp_path, str(SEED), str(KILLS)),
        ],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
        timeout=120,
    )
    told_of = json.loads(told.stdout)
    assert told_of["kills"] == KILLS
    expected = dump(tmp_path / "undisturbed" / "plans.db")
    assert len(expected["versions"]) == DOCUMENTS
    assert sum(bool(row[-1]) for row in expected["versions"]) > 0
    for name in told_of["batches"]:
        assert dump(tmp_path / name / "plans.db") == expected, name
        lines = (tmp_path / name / "manifest.jsonl").read_text().splitlines()
        assert len(lines) == DOCUMENTS
        assert {json.loads(line)["status"] for line in lines} <= {"done", "cached"}


@pytest.mark.alone
def test_the_command_can_be_killed_with_its_processes_at_work(tmp_path: Path, batch: Batch) -> None:
    folder, out = corpus(tmp_path / "plans", FEW), tmp_path / "killed"
    started, random = command(folder, out), Random(SEED)  # noqa: S311  # moments
    for _ in range(OF_COMMAND):
        running = subprocess.Popen(started, start_new_session=True)
        before = _lines(out)
        while _lines(out) <= before and running.poll() is None:
            time.sleep(0.01)
        time.sleep(random.random() / 5)
        running.kill()
        running.wait()
        assert _ends(running.pid), "processes of a killed batch are left"
    assert subprocess.run(started, check=False).returncode == ExitCode.DONE
    batch(folder, url=f"sqlite:///{tmp_path}/undisturbed.db")
    assert dump(out / "plans.db") == dump(tmp_path / "undisturbed.db")


def _lines(out: Path) -> int:
    path = out / "manifest.jsonl"
    return len(path.read_bytes().splitlines()) if path.is_file() else 0


def _ends(group: int) -> bool:
    """Say whether all processes of a group end soon."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.02)
    return False


def test_two_batches_at_once_in_one_folder_are_refused(tmp_path: Path) -> None:
    folder, out = corpus(tmp_path / "plans", 1), tmp_path / "out"
    with locked(out / ".planfacts"):
        second = subprocess.run(command(folder, out), check=False, capture_output=True, text=True)
    assert second.returncode == ExitCode.FAILED
    assert second.stderr == (
        f"planfacts: {out}: another batch is at work there (process {os.getpid()})\n"
    )


@pytest.mark.alone
def test_ctrl_c_leaves_whole_files_and_goes_on_later(tmp_path: Path) -> None:
    folder, out = corpus(tmp_path / "plans", FEW), tmp_path / "out"
    started = command(folder, out)
    running = subprocess.Popen(started, start_new_session=True, stderr=subprocess.PIPE, text=True)
    while _lines(out) < 5:
        time.sleep(0.01)
    os.killpg(running.pid, signal.SIGINT)  # as a terminal does: to all of them
    _, said = running.communicate(timeout=30)
    assert running.returncode == ExitCode.STOPPED
    assert said == "planfacts: stopped; the same command goes on from here\n"
    assert _ends(running.pid)
    lines = manifest_lines(out)
    assert 5 <= len(lines) < FEW
    for line in lines:
        assert json.loads((out / line["output"]).read_text())["figures"]
    assert subprocess.run(started, check=False).returncode == ExitCode.DONE
    again = {line["source"]: line["status"] for line in manifest_lines(out)}
    assert len(again) == FEW
    assert all(again[line["source"]] == "cached" for line in lines)


def manifest_lines(out: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (out / "manifest.jsonl").read_text().splitlines()]
