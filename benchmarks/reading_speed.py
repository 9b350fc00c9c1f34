"""Pages and megabytes a second of planfacts and of other readers, on the same PDFs."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import pypdfium2
from environment import PeerError
from pages.readers import peers
from results import Results, ours, told
from stages import REFERENCE, STAGES

KINDS = ("seconds", "clock")
COLUMNS = {
    "reader": "",
    "does": "",
    "pages": "",
    "pages_a_second": ".1f",
    "megabytes_a_second": ".2f",
    "pages_a_second_by_the_clock": ".1f",
}


@dataclass(frozen=True, slots=True)
class Taken:
    """What reading took."""

    processor: float
    """Seconds of processor time; of a peer, of those that it begins too."""
    clock: float

    def __add__(self, other: "Taken") -> "Taken":
        return Taken(self.processor + other.processor, self.clock + other.clock)

    def __lt__(self, other: "Taken") -> bool:
        return self.processor < other.processor


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader, what it does here, and what it took of all files, the best of some runs."""

    name: str
    does: str
    taken: Taken


def _ours(files: Sequence[Path], runs: int) -> Iterator[Reader]:
    """Yield planfacts and its reference, which read all files anew in a process for each run."""
    line = ours("stages.py", *map(str, files))
    printed = [subprocess.run(line, check=True, stdout=subprocess.PIPE).stdout for _ in range(runs)]
    every = [[json.loads(each) for each in one.splitlines()] for one in printed]
    for name, does, stages in (
        ("planfacts", "everything, as JSON", STAGES),
        (REFERENCE, "lists characters", (REFERENCE,)),
    ):
        totals = (
            Taken(*(sum(row[kind][s] for row in rows for s in stages) for kind in KINDS))
            for rows in every
        )
        yield Reader(name, does, min(totals))


def _others(files: Sequence[Path], runs: int, cache: Path) -> Iterator[Reader]:
    """Yield the peers; each reads a file as often as there are runs."""
    with peers.running(cache) as running:
        for name, does in peers.DOES.items():
            try:
                taken = (
                    min(Taken(*running.spent(name, file)) for _ in range(runs)) for file in files
                )
                yield Reader(name, does, sum(taken, start=Taken(0, 0)))
            except PeerError as fault:
                print(f"{name}: {fault}", file=sys.stderr)


def print_readers(files: Sequence[Path], runs: int, cache: Path) -> Results:
    """Print what each reader reads in a second."""
    pages = sum(map(_pages, files))
    megabytes = sum(file.stat().st_size for file in files) / 1e6
    found = Results("readers", COLUMNS, {"files": [told(file) for file in files], "runs": runs})
    for reader in chain(_ours(files, runs), _others(files, runs, cache)):
        found.add(
            reader=reader.name,
            does=reader.does,
            pages=pages,
            pages_a_second=round(pages / reader.taken.processor, 2),
            megabytes_a_second=round(megabytes / reader.taken.processor, 3),
            pages_a_second_by_the_clock=round(pages / reader.taken.clock, 2),
        )
    return found


def _pages(file: Path) -> int:
    with pypdfium2.PdfDocument(file) as document:
        return len(document)
