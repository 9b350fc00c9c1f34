"""Documents in processes of their own, which are killed where they go beyond a limit."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from extractor.batch import Job, Limits, Outcome, Processes
from extractor.batch.process import Worker, servers
from extractor.output import ExitCode
from tests.batch.conftest import Batch, manifest, results, write_plan

SHIPPED = Path(__file__).parents[2] / "corpus" / "norvia-2031" / "plan.pdf"
LIMITS = Limits(seconds=4, memory_mb=500, retries=0)
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"

Poison = Callable[[Job], Outcome]


def poisoned(folder: Path) -> dict[str, str]:
    """Write documents that do harm, and return what is to be told of each."""
    writer = PdfWriter(clone_from=PdfReader(SHIPPED))
    writer.encrypt("secret")
    writer.write(folder / "encrypted.pdf")
    content = {
        "hangs.md": b"HANGS",
        "bomb.md": b"BOMBS",
        "crash.md": b"CRASH",
        "exit.md": b"EXITS",
        "fault.md": b"FAULT",
        "empty.pdf": b"",
        "picture.pdf": PNG,
        "cut.pdf": SHIPPED.read_bytes()[:3000],
    }
    for name, body in content.items():
        (folder / name).write_bytes(body)
    return {
        "hangs.md": "takes longer than 4 s",
        "bomb.md": "needs more than 500 MB of memory",
        "crash.md": "its process crashed (SIGSEGV)",
        "exit.md": "its process ended with exit code 7",
        "fault.md": "a fault of the program: LookupError: no such thing (planfacts_poison.py",
        "empty.pdf": "the file is empty",
        "picture.pdf": "is a PNG picture",
        "cut.pdf": "the PDF is truncated",
        "encrypted.pdf": "the PDF is encrypted",
    }


@pytest.mark.alone
def test_what_does_harm_costs_nothing_else(
    tmp_path: Path, batch: Batch, out: Path, poison: Poison
) -> None:
    folder = tmp_path / "plans"
    for number in range(81):
        write_plan(folder / f"{number:02}.md", number)
    expected = poisoned(folder)
    began = time.monotonic()
    ended = batch(folder, limits=LIMITS, scheduler=Processes(2, work=poison))
    took = time.monotonic() - began
    lines = manifest(out)
    assert ended == ExitCode.PARTLY
    assert len(lines) == 90
    assert {n for n, line in lines.items() if line["status"] != "done"} == set(expected)
    for name, reason in expected.items():
        assert lines[name]["status"] == "failed"
        assert lines[name]["reason"].startswith(reason), name
        assert lines[name]["output"] is None
    assert len(results(out)) == 81
    assert lines["hangs.md"]["seconds"] == pytest.approx(4, abs=2)
    assert lines["bomb.md"]["peak_memory_mb"] > 500
    assert took < 60, "bounded by the limits of those that do harm"


def test_a_process_is_used_again_and_replaced_after_it_was_killed(
    plans: Path, tmp_path: Path, poison: Poison
) -> None:
    (plans / "crash.md").write_bytes(b"CRASH")
    worker = Worker(poison)
    limits = Limits(retries=2)
    numbers = []

    def do(name: str) -> Outcome:
        job = Job(source=str(plans / name), folder=str(tmp_path), output=name, limits=limits)
        outcome = worker.carried_out(job, lambda: False)
        process = worker._process  # noqa: SLF001  # the one thing that tells it from another
        numbers.append(process.pid if process else None)
        return outcome

    try:
        told = [do(name) for name in ("a.md", "b.md", "crash.md", "north/c.md")]
    finally:
        worker.end()
    assert [one.status for one in told] == ["done", "done", "failed", "done"]
    assert [one.tries for one in told] == [1, 1, 3, 1]
    assert numbers[2] is None
    assert [one == other for one, other in pairwise(numbers)] == [True, False, False]


def test_results_do_not_depend_on_the_process(
    plans: Path, batch: Batch, out: Path, tmp_path: Path
) -> None:
    batch(plans)
    batch(plans, output=str(tmp_path / "other"), scheduler=Processes(2))
    assert results(tmp_path / "other") == results(out)
    told = [
        {name: {**line, "seconds": 0, "peak_memory_mb": 0} for name, line in manifest(at).items()}
        for at in (out, tmp_path / "other")
    ]
    assert told[0] == told[1]


def test_a_process_without_a_batch_ends(plans: Path, tmp_path: Path, poison: Poison) -> None:
    (plans / "hangs.md").write_bytes(b"HANGS")
    worker = Worker(poison)
    limits = Limits(seconds=-4.9)  # and five seconds of grace
    source = str(plans / "hangs.md")
    worker.begin(Job(source=source, folder=str(tmp_path), output="x", limits=limits))
    process = worker._process  # noqa: SLF001  # as if nobody looked at it
    try:
        assert process is not None
        process.join(20)
        assert process.exitcode == -signal.SIGALRM
    finally:
        worker.end()


def test_an_orphan_writes_nothing(plans: Path, out: Path, poison: Poison) -> None:
    out.mkdir()
    (plans / "late.md").write_bytes(b"LATE! 3 million people\n")
    job = Job(source=str(plans / "late.md"), folder=str(out), output="late.md.json")
    batch = os.fork()
    if batch == 0:
        try:
            # The server of forks is another's child: this one cannot ask it for processes.
            Worker(poison, get_context("spawn")).begin(job)
            until(out / "begun")
        finally:
            os._exit(0)  # as one that is killed: nobody ends its processes
    os.waitpid(batch, 0)
    until(out / "told")
    assert (
        (out / "told").read_text().endswith("is not written: the batch that asked for it is gone")
    )
    assert sorted(path.name for path in out.rglob("*") if path.is_file()) == ["begun", "told"]


def until(made: Path) -> None:
    """Wait until a file has something in it, or is there at all where it is a mark."""
    last = time.monotonic() + 10
    while time.monotonic() < last and not made.exists():
        time.sleep(0.01)
    time.sleep(0.05)


def test_ctrl_c_while_processes_begin_is_for_the_batch_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    masks = []

    class BegunError(Exception):
        pass

    class Process:
        def __init__(self, **_: object) -> None:
            pass

        def start(self) -> None:
            signal.pthread_kill(threading.get_ident(), signal.SIGINT)
            masks.append(signal.pthread_sigmask(signal.SIG_BLOCK, ()))
            raise BegunError

    context = servers()
    monkeypatch.setattr(context, "Process", Process)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    job = Job(source="a.md", folder=str(tmp_path), output="a.md.json")
    with pytest.raises(KeyboardInterrupt):
        Worker(context=context).begin(job)
    assert signal.SIGINT in masks[0], "processes are begun with what is blocked here"
    assert signal.pthread_sigmask(signal.SIG_BLOCK, ()) == before


def test_what_lies_beside_documents_is_not_imported(plans: Path, out: Path) -> None:
    for module in ("json", "regex", "numpy", "extractor"):
        (plans / f"{module}.py").write_text("open('imported', 'w')")
    command = Path(sys.executable).with_name("planfacts")
    asked = ["batch", "a.md", "-o", str(out), "--jobs", "1"]
    ended = subprocess.run([command, *asked], cwd=plans, check=False, capture_output=True)
    assert ended.returncode == ExitCode.DONE
    assert not (plans / "imported").exists()


def test_ctrl_c_is_not_for_the_processes(plans: Path, tmp_path: Path) -> None:
    worker = Worker()
    job = Job(source=str(plans / "a.md"), folder=str(tmp_path), output="a.json")
    try:
        worker.carried_out(job, lambda: False)
        process = worker._process  # noqa: SLF001  # as a terminal signals all of its processes
        assert process is not None
        assert process.pid is not None
        os.kill(process.pid, signal.SIGINT)
        assert worker.carried_out(job, lambda: False).status == "cached"
        assert not worker.was_killed
    finally:
        worker.end()
