"""Lets readers read generated plans or golden pages, and adds up their scores."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from environment import PeerError

from pages import golden
from pages.differences import differences
from pages.generator import make
from pages.metrics import METRICS, Score, Tally, score
from pages.readers.base import Reader
from pages.truth import Part, Reading, as_json


@dataclass(slots=True)
class Totals:
    """What a reader gained over all documents."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    seconds: float = 0.0
    read: int = 0
    errors: list[str] = field(default_factory=list)
    gives: frozenset[Part] = frozenset(("order", "tables"))
    """What the reader tells; an error is held against it."""

    def add(self, found: Score, seconds: float) -> None:
        """Add the scores of one document."""
        for name, tally in found.items():
            self.tallies[name] += tally
        self.seconds += seconds
        self.read += 1


@dataclass(frozen=True, slots=True)
class Task:
    """A document, or a page of it, with its truth and what scores a reading of it."""

    path: Path
    page: int | None
    truth: Reading
    scored: Callable[[Reading], Score]


def generated(seed: int, folder: Path) -> Task:
    """Print the plan of a seed."""
    plan = make(seed)
    path = folder / f"plan-{seed}.pdf"
    path.write_bytes(plan.pdf)
    return Task(path, None, plan.truth, lambda reading: score(plan.truth, reading))


def curated(path: Path) -> Task | None:
    """Open a golden page; None where its document is not here."""
    held = golden.load_page(path)
    document = golden.document_of(held)
    if document is None:
        return None
    page = golden.open_page(held, document)
    return Task(document, held.page, page.reading(), lambda read: golden.score_page(page, read))


def measure(
    tasks: Iterable[Task], readers: Mapping[str, Reader], keep: "Keep | None"
) -> dict[str, Totals]:
    """Let every reader do every task."""
    totals = {name: Totals() for name in readers}
    for task in tasks:
        for name, reader in readers.items():
            try:
                reading, seconds = reader.read(task.path, task.page)
            except PeerError as error:  # a peer that fails has read nothing
                totals[name].errors.append(str(error))
                reading, seconds = Reading(gives=totals[name].gives), 0.0
            totals[name].gives = reading.gives
            found = task.scored(reading)
            totals[name].add(found, seconds)
            if keep:
                keep.write(task, name, reading, found)
    return totals


@dataclass(frozen=True, slots=True)
class Keep:
    """Where truths and differences are written for a person to read."""

    folder: Path
    only: Part | None

    def write(self, task: Task, name: str, reading: Reading, found: Score) -> None:
        """Write the truth of a task, and what a reader made of it otherwise."""
        stem = task.path.stem + (f"-p{task.page}" if task.page else "")
        (self.folder / f"{stem}.json").write_text(as_json(task.truth), encoding="utf-8")
        report = differences(task.truth, reading, found, self.only)
        (self.folder / f"{stem}.{name}.txt").write_text(report, encoding="utf-8")


def of_seeds(
    seeds: Iterable[int], readers: Mapping[str, Reader], keep: Keep | None
) -> dict[str, Totals]:
    """Measure on generated plans."""
    with TemporaryDirectory() as scratch:
        folder = keep.folder if keep else Path(scratch)
        return measure((generated(seed, folder) for seed in seeds), readers, keep)


def of_pages(
    paths: Iterable[Path], readers: Mapping[str, Reader], keep: Keep | None
) -> dict[str, Totals]:
    """Measure on golden pages whose documents are here."""
    tasks = (curated(path) for path in paths)
    return measure((task for task in tasks if task is not None), readers, keep)


def as_table(totals: Mapping[str, Totals], only: Part | None) -> str:
    """Return totals as a Markdown table; a reader that does not give a thing has a dash."""
    names = [name for name, part in METRICS.items() if only in (None, part)]
    rows = [["reader", *names, "seconds a page"], ["---"] * (len(names) + 2)]
    for reader, total in totals.items():
        shares = [total.tallies[name].share for name in names]
        printed = ["–" if share is None else f"{share:.3f}" for share in shares]
        rows.append([reader, *printed, f"{total.seconds / max(1, total.read):.3f}"])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
