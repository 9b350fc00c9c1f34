"""Pages and megabytes a second of planfacts and of other readers, on the same PDFs."""

import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pypdfium2
from environment import PeerError
from pages.readers import peers
from results import Results, told
from stages import REFERENCE, Stages

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


Read = Callable[[Path], Taken]


def _taken(work: Callable[[Path], object], file: Path) -> Taken:
    """Return what some work of this process takes."""
    clock, processor = time.perf_counter(), time.process_time()
    work(file)
    return Taken(time.process_time() - processor, time.perf_counter() - clock)


def _of_peer(running: peers.Peers, name: str, file: Path) -> Taken:
    return Taken(*running.spent(name, file))


@contextmanager
def _readers(cache: Path) -> Iterator[Mapping[tuple[str, str], Read]]:
    """Give each reader with what it does."""
    stages = Stages()
    with peers.running(cache) as running:
        missing = peers.absent()
        yield {
            ("planfacts", "the whole extraction, as JSON"): partial(_taken, stages.measure),
            (REFERENCE, "lists characters"): partial(_taken, stages.refer),
            **{
                (name, does): partial(_of_peer, running, name)
                for name, does in peers.DOES.items()
                if name not in missing
            },
        }


def print_readers(files: Sequence[Path], runs: int, cache: Path) -> Results:
    """Print what each reader reads in a second, the best of some runs of each file."""
    pages = sum(map(_pages, files))
    megabytes = sum(file.stat().st_size for file in files) / 1e6
    found = Results("readers", COLUMNS, {"files": [told(file) for file in files], "runs": runs})
    with _readers(cache) as readers:
        for (name, does), read in readers.items():
            try:
                taken = sum((_best(read, file, runs) for file in files), start=Taken(0, 0))
            except PeerError as fault:
                print(f"{name}: {fault}", file=sys.stderr)
                continue
            found.add(
                reader=name,
                does=does,
                pages=pages,
                pages_a_second=round(pages / taken.processor, 2),
                megabytes_a_second=round(megabytes / taken.processor, 3),
                pages_a_second_by_the_clock=round(pages / taken.clock, 2),
            )
    for peer, why in peers.absent().items():
        print(f"\n{peer}: not measured: {why}")
    return found


def _best(read: Read, file: Path, runs: int) -> Taken:
    return min(read(file) for _ in range(runs))


def _pages(file: Path) -> int:
    with pypdfium2.PdfDocument(file) as document:
        return len(document)
