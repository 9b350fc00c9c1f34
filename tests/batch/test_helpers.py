"""Pages of a long document, read by several processes."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from pypdf import PdfReader, PdfWriter

from extractor.batch import Job, Limits, Processes
from extractor.batch.helpers import Helpers
from extractor.batch.process import Worker
from extractor.output import serialise
from extractor.pipeline import published
from extractor.readers import read
from extractor.readers.pdf import reading
from extractor.readers.pdf.handed import taken_over
from extractor.readers.pdf.tagged import IDLE_PLACES, MOST_PLACES, TagReader, TagsRead
from extractor.readers.source import Source
from schemas.extraction import PAGE_FAILED
from tests.batch.conftest import Batch
from tests.batch.test_processes import SHIPPED, Poison
from tests.test_documents import PDFS

LONG = frozenset(
    f"{name}.pdf"
    for name in (
        "chile_programa_encrypted_2025_es",
        "nyc_fy25_financial_plan_overview",
        "ocha_aa_cuba_huracanes_2025_es",
        "ocha_aa_niger_secheresse_2024_fr",
        "undp_icpe_liberia_2024",
        "waterloo_consolidated_fs_2024",
    )
)
"""Of more than 30 pages: each is read twice, which takes the gate too long. The longest stays."""

linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems end them later")


@pytest.fixture
def short_parts(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Have every document be long; what was taken from other processes is kept for the test."""
    taken: list[bytes] = []
    monkeypatch.setattr(reading, "LEAST_PAGES", 1)

    def noted(handed: bytes, *more: object) -> object:
        taken.append(handed)
        return taken_over(handed, *more)

    monkeypatch.setattr(reading, "taken_over", noted)
    return taken


def alike(one: Source, other: Source) -> bool:
    """Whether two readings are the same; nothing of a document is shown where they are not."""
    stores = [source.locator._store for source in (one, other)]  # noqa: SLF001  # all of it
    one, other = (replace(source, locator=None) for source in (one, other))
    return one == other and stores[0] == stores[1]


@pytest.mark.corpus
@pytest.mark.parametrize("name", [name for name in PDFS if name not in LONG])
def test_what_is_read_does_not_depend_on_how_many_read(
    corpus_document: Callable[[str], Path], short_parts: list[bytes], name: str
) -> None:
    path = corpus_document(name)
    alone = read(path)
    with Helpers(2) as helpers:
        together = read(path, helpers=helpers)
    assert alike(alone, together), name
    pages = len(alone.pages)
    assert len(short_parts) == pages - pages // 3, "all but the own part came from others"


def test_results_are_the_same_bytes(short_parts: list[bytes]) -> None:
    with Helpers(3) as helpers:
        together = b"".join(serialise(published(SHIPPED, helpers=helpers), "json"))
    assert short_parts
    assert together == b"".join(serialise(published(SHIPPED), "json"))


@pytest.mark.no_cover  # the slow engine is traced where it is tested
@pytest.mark.parametrize("engine", ["pdfplumber", "pdfium"])
def test_what_two_engines_tell_stays_in_order(
    short_parts: list[bytes], engine: str, tmp_path: Path
) -> None:
    path, asked = tmp_path / "plan.pdf", {"engine": engine, "cross_check": True}
    writer = PdfWriter()
    writer.append(PdfReader(SHIPPED), pages=(0, 4))
    writer.write(path)
    with Helpers(1) as helpers:
        assert alike(read(path, helpers=helpers, **asked), read(path, **asked))
    assert len(short_parts) == 2


class Broken:
    """Helpers that end before their time."""

    count = 1

    def __init__(self, told: int) -> None:
        self.told = told

    def begin(self, work: Callable[[], Iterable[bytes]]) -> Iterator[bytes]:
        with Helpers(1) as helpers:
            handed = list(helpers.begin(work))
        return iter(handed[: self.told])


@pytest.mark.parametrize("told", [0, 1, 3])
def test_pages_that_a_helper_owes_are_read_here(short_parts: list[bytes], told: int) -> None:
    assert alike(read(SHIPPED, helpers=Broken(told)), read(SHIPPED))
    assert not short_parts


def test_tags_that_may_be_others_are_read_here(
    short_parts: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = read(SHIPPED)
    monkeypatch.setattr(TagReader, "go_on_after", lambda *_: False)
    with Helpers(1) as helpers:
        assert alike(read(SHIPPED, helpers=helpers), alone)
    assert not short_parts


def test_a_search_for_tags_goes_on_only_where_it_ended() -> None:
    import pypdfium2

    tags = TagReader(pypdfium2.PdfDocument(SHIPPED))
    place, far = (0,), 5 * IDLE_PLACES
    assert tags.go_on_after(TagsRead({place: 0}, {place: far}, 10, exhausted=False))
    tags.begin()
    assert next(iter(tags._places(2 * far, place))) == far  # noqa: SLF001  # where it goes on
    read_here = tags.read_since()
    assert (read_here.began, read_here.ended) == ({place: far}, {place: far})
    for others in (
        TagsRead({place: 0}, {}, 0, exhausted=False),
        TagsRead({}, {}, MOST_PLACES - 10, exhausted=False),
        TagsRead({}, {}, 0, exhausted=True),
    ):
        assert not tags.go_on_after(others)


def test_damaged_pages_are_named_as_ever(
    short_parts: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = reading.shown_page

    @contextmanager
    def shown(document: object, index: int) -> Iterator[object]:
        with usual(document, index) as page:
            yield None if index in {0, 4} else page

    monkeypatch.setattr(reading, "shown_page", shown)
    with Helpers(1) as helpers:
        together = read(SHIPPED, helpers=helpers)
    assert alike(together, read(SHIPPED))
    failed = [warning.page for warning in together.warnings if warning.code == PAGE_FAILED]
    assert failed == [1, 5]
    assert short_parts


def test_short_documents_are_read_by_one() -> None:
    class Nobody:
        count = 3

        def begin(self, work: Callable[[], Iterable[bytes]]) -> Iterator[bytes]:
            raise AssertionError(work)

    assert len(read(SHIPPED, helpers=Nobody()).pages) < reading.LEAST_PAGES


# --- processes --------------------------------------------------------------------------------


def test_who_is_free_helps(plans: Path, batch: Batch) -> None:
    told = []

    class Noted(Processes):
        def run(self, jobs: Iterable[Job | None]) -> Iterator[tuple[Job, object]]:
            for job, outcome in super().run(jobs):
                told.append((Path(job.source).name, job.processes))
                yield job, outcome

    batch(plans / "a.md", plans / "b.md", scheduler=Noted(5))
    assert sorted(told) == [("a.md", 2), ("b.md", 3)]
    told.clear()
    batch(plans, fresh=True, scheduler=Noted(2))
    assert len(told) == 5
    assert [job for job in told[:4] if job[1] > 1] == []


def test_what_a_helper_does_wrong_ends_it_without_a_word(capfd: pytest.CaptureFixture[str]) -> None:
    def fails() -> Iterator[bytes]:
        yield b"one"
        raise LookupError

    def crashes() -> Iterator[bytes]:
        yield b"two"
        os.kill(os.getpid(), signal.SIGSEGV)

    with Helpers(2) as helpers:
        told = [helpers.begin(fails), helpers.begin(crashes)]
        assert [list(pieces) for pieces in told] == [[b"one"], [b"two"]]
        begun = helpers._begun[:]  # noqa: SLF001  # its processes
    assert capfd.readouterr() == ("", "")
    assert not any(map(psutil.pid_exists, begun))


def test_a_helper_that_ends_inside_a_piece_yields_those_before() -> None:
    def ends() -> Iterator[bytes]:
        yield b"one"
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, 0.2)
        yield bytes(2**20)  # more than the system takes before somebody reads

    with Helpers(1) as helpers:
        told = helpers.begin(ends)
        assert next(told) == b"one"
        begun = helpers._begun[0]  # noqa: SLF001  # its process
        os.waitid(os.P_PID, begun, os.WEXITED | os.WNOWAIT)
        assert list(told) == []


@pytest.mark.parametrize("refused", ["os.fork", "extractor.batch.helpers.Pipe"])
def test_pages_for_which_a_system_has_no_helper_are_read_here(
    short_parts: list[bytes], monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError

    alone = read(SHIPPED)
    monkeypatch.setattr(refused, full)
    with Helpers(2) as helpers:
        assert alike(read(SHIPPED, helpers=helpers), alone)
    assert not short_parts


def test_helpers_end_with_what_asked_for_them() -> None:
    def lasts() -> Iterator[bytes]:
        time.sleep(60)
        yield b""

    with Helpers(1) as helpers:
        helpers.begin(lasts)
        begun = helpers._begun[:]  # noqa: SLF001  # its process
        assert all(map(psutil.pid_exists, begun))
    assert len(begun) == 1
    assert not any(map(psutil.pid_exists, begun))


LASTS = """
import sys, time
from pathlib import Path
from extractor.batch.helpers import Helpers

def lasts():
    Path(sys.argv[1]).write_text("begun")
    time.sleep(60)
    yield b""

with Helpers(1) as helpers:
    list(helpers.begin(lasts))
"""


@linux
def test_helpers_end_with_a_process_that_is_killed(tmp_path: Path) -> None:
    mark = tmp_path / "begun"
    asks = subprocess.Popen([sys.executable, "-c", LASTS, str(mark)])
    last = time.monotonic() + 20
    while not mark.exists() and time.monotonic() < last:
        time.sleep(0.02)
    helpers = psutil.Process(asks.pid).children()
    asks.kill()
    asks.wait()
    assert len(helpers) == 1
    _, alive = psutil.wait_procs(helpers, 5)
    assert not alive


@linux
@pytest.mark.parametrize(
    ("word", "reason"),
    [
        (b"HELP1", "needs more than 400 MB of memory"),
        (b"HELP2", "takes longer than 2 s"),
    ],
)
def test_limits_count_helpers(tmp_path: Path, poison: Poison, word: bytes, reason: str) -> None:
    (tmp_path / "a.md").write_bytes(word)
    limits = Limits(seconds=2 if word == b"HELP2" else 60, memory_mb=400)
    job = Job(
        source=str(tmp_path / "a.md"), folder=str(tmp_path), output="a", limits=limits, processes=2
    )
    worker = Worker(poison)
    try:
        worker.begin(job)
        while not (tmp_path / "begun").exists():
            time.sleep(0.02)
        helper = psutil.Process(int((tmp_path / "begun").read_text()))
        while (outcome := worker.look()) is None:
            time.sleep(0.05)
        assert outcome.reason == reason
        assert worker.was_killed
        helper.wait(5)
    finally:
        worker.end()
