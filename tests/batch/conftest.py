"""Batches of small invented documents, read in this process or in others."""

import json
import signal
from collections.abc import Callable, Generator, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from extractor.batch import Job, Outcome, Scheduler, run
from extractor.batch.command import Request, run_batch
from extractor.output import ExitCode

POISON = '''
"""Documents that do harm, by their first word; all others are read as they are."""
import ctypes
import os
import re
import time
from multiprocessing import parent_process
from pathlib import Path

from extractor.batch import run as well
from extractor.batch.helpers import Helpers


def harm(word, begun):
    begun.with_suffix(".new").write_text(str(os.getpid()))
    begun.with_suffix(".new").rename(begun)
    held = []
    while True:
        held.append(b"x" * (20_000_000 if word == b"HELP1" else 0))
        time.sleep(0.05)
        if word == b"never":
            yield b""


def run(job):
    word = Path(job.source).read_bytes()[:5]
    if word == b"HANGS":
        re.match("(a+)+$", "a" * 60 + "b")
    if word == b"BOMBS":
        held = []
        while True:
            held.append(b"x" * 20_000_000)
    if word == b"CRASH":
        ctypes.string_at(0)
    if word == b"EXITS":
        os._exit(7)
    if word == b"LATE!":
        Path(job.folder, "begun").touch()
        while parent_process().is_alive():
            time.sleep(0.01)
        outcome = well(job)
        Path(job.folder, "told").write_text(str(outcome.reason))
    if word[:4] == b"HELP":
        with Helpers(job.processes - 1) as helpers:
            list(helpers.begin(lambda: harm(word, Path(job.folder, "begun"))))
    if word == b"FAULT":
        raise LookupError("no such thing")
    return well(job)
'''


class Here:
    """Does jobs in this process, one after the other."""

    def __init__(self) -> None:
        self.done: list[Job] = []

    def run(self, jobs: Iterable[Job | None]) -> Generator[tuple[Job, Outcome], None, None]:
        for job in jobs:
            if job is not None:
                self.done.append(job)
                yield job, run(job)


def write_plan(path: Path, number: int, year: int = 2031) -> Path:
    """Write a small plan; plans of one number are editions of one document."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f"# Northland Humanitarian Response Plan, District {number}\n\n"
        f"Published in May {year}.\n\n## Needs\n\n"
        f"In {year} the plan needs USD {number + 3} million for {100 * number + year} people.\n\n"
        f"| district | people |\n|---|---|\n| North | {number + 7} |\n| South | {year} |\n"
    )
    return path


@pytest.fixture(scope="session", autouse=True)
def interruptible() -> Iterator[None]:
    """Hear Ctrl-C, here and in what is begun here.

    What runs in the background of a script is begun deaf to it, and so is all that it begins.
    """
    usual = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, usual)


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """A folder of five plans, in a tree."""
    folder = tmp_path / "plans"
    for number, name in enumerate(("a.md", "b.md", "north/c.md", "north/east/d.md", "south/e.md")):
        write_plan(folder / name, number)
    return folder


@pytest.fixture
def here() -> Here:
    """What does jobs in this process."""
    return Here()


Batch = Callable[..., ExitCode]


@pytest.fixture
def batch(tmp_path: Path, here: Here) -> Batch:
    """Run a batch in this process, into a folder that stays the same in a test."""

    def run_one(*given: Path | str, scheduler: Scheduler | None = None, **more: object) -> ExitCode:
        asked: dict[str, Any] = {"output": str(tmp_path / "out"), "quiet": True, **more}
        return run_batch(Request(given=tuple(map(str, given)), **asked), scheduler or here)

    return run_one


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """The folder of results."""
    return tmp_path / "out"


@pytest.fixture
def poison(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Job], Outcome]:
    """What does jobs of documents that do harm; other processes can import it too."""
    import importlib

    folder = tmp_path / "modules"
    folder.mkdir()
    (folder / "planfacts_poison.py").write_text(POISON)
    monkeypatch.syspath_prepend(folder)
    return importlib.import_module("planfacts_poison").run


def manifest(out: Path) -> dict[str, dict[str, Any]]:
    """Return the lines of a manifest by the names of the documents."""
    lines = [json.loads(line) for line in (out / "manifest.jsonl").read_text().splitlines()]
    assert len(lines) == len({line["source"] for line in lines}), "one line a document"
    return {Path(line["source"]).name: line for line in lines}


def results(out: Path) -> dict[str, bytes]:
    """Return the results by their names."""
    return {
        str(path.relative_to(out)): path.read_bytes()
        for path in sorted(out.rglob("*.json"))
        if ".planfacts" not in path.parts
    }
