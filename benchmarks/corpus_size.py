"""What a document costs in batches of 1, 10, 100 and 1,000, as a Markdown table.

usage: python benchmarks/corpus_size.py [--documents N,...] [--pages N] [--jobs N] [--json FILE]

The documents are PDFs that it makes, always the same, of N pages each (default 2: running text, and
a table of numbers), no two alike. Each batch begins with nothing and loads what it reads into a new
SQLite database. The processor's time is that of all processes of the batch; only Linux tells it.
"""

import argparse
import ctypes
import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil
import pypdfium2
from pages.generator import long
from pages.generator.printing import printed_apart
from results import Results, json_option

COLUMNS = {
    "documents": ",",
    "pages": ",",
    "figures": ",",
    "seconds": ".1f",
    "clock_ms_a_document": ".0f",
    "processor_ms_a_document": ".0f",
    "pages_a_second": ".1f",
}
LOT = 100  # documents that are printed together
ADOPT = 36  # PR_SET_CHILD_SUBREAPER: processes whose parent has ended become ours


@dataclass(frozen=True, slots=True)
class Batch:
    """What a batch took, and what it did."""

    clock: float
    processor: float
    pages: int
    figures: int


def make_documents(count: int, pages: int, folder: Path) -> Iterator[Path]:
    """Write documents into a folder, and yield their files."""
    for first in range(0, count, LOT):
        many = min(LOT, count - first)
        made = long.pages(many * pages, (long.prose, long.table), long.SEED + first)
        every = printed_apart(long.document(made), tagged=False)
        for number, data in enumerate(_cut(every, pages), first):
            file = folder / f"plan-{number:05}.pdf"
            file.write_bytes(data)
            yield file


def _cut(made: bytes, pages: int) -> Iterator[bytes]:
    """Yield so many pages at a time as documents of their own."""
    with pypdfium2.PdfDocument(made) as every:
        for at in range(0, len(every), pages):
            with pypdfium2.PdfDocument.new() as one:
                one.import_pages(every, list(range(at, at + pages)))
                written = io.BytesIO()
                one.save(written)
            yield written.getvalue()


def measured(sources: Path, out: Path, jobs: int | None) -> Batch:
    """Run a batch over a folder, and return what it took.

    Raises:
        SystemExit: It failed.
    """
    command = [sys.executable, "-m", "extractor", "batch", str(sources), "-o", str(out)]
    command += ["--to", f"sqlite:///{out}.db"]
    command += ["--quiet", *(["--jobs", str(jobs)] if jobs else [])]
    before, clock, processor = _begun(), time.perf_counter(), _children()
    if code := subprocess.run(command, check=False).returncode:
        sys.exit(code)
    clock = time.perf_counter() - clock
    while orphans := _begun() - before:
        for number in orphans:
            os.waitpid(number, 0)
    lines = (out / "manifest.jsonl").read_text("utf-8").splitlines()
    told = [json.loads(line) for line in lines]
    pages, figures = (sum(line.get(name) or 0 for line in told) for name in ("pages", "figures"))
    return Batch(clock, _children() - processor, pages, figures)


def _begun() -> set[int]:
    """Return the processes that are ours to wait for."""
    return {process.pid for process in psutil.Process().children()}


def _children() -> float:
    """Return the processor time of those that ended."""
    times = os.times()
    return times.children_user + times.children_system


def main() -> None:
    """Measure, print, and keep what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", default="1,10,100,1000")
    parser.add_argument("--pages", type=int, default=2)
    parser.add_argument("--jobs", type=int)
    json_option(parser)
    asked = parser.parse_args()
    counts = [int(count) for count in asked.documents.split(",")]
    told = {"pages": asked.pages, "jobs": asked.jobs, "seed": long.SEED}
    found = Results("corpus", COLUMNS, told)
    ctypes.CDLL(None).prctl(ADOPT, 1, 0, 0, 0)
    with TemporaryDirectory() as scratch:
        made = Path(scratch, "made")
        made.mkdir()
        every = list(make_documents(max(counts), asked.pages, made))
        for count in counts:
            sources = Path(scratch, f"plans-{count}")
            sources.mkdir()
            for file in every[:count]:
                (sources / file.name).hardlink_to(file)
            _add(found, count, measured(sources, Path(scratch, f"out-{count}"), asked.jobs))
    found.keep(asked.json)


def _add(found: Results, count: int, batch: Batch) -> None:
    found.add(
        documents=count,
        pages=batch.pages,
        figures=batch.figures,
        seconds=round(batch.clock, 2),
        clock_ms_a_document=round(1000 * batch.clock / count, 1),
        processor_ms_a_document=round(1000 * batch.processor / count, 1),
        pages_a_second=round(batch.pages / batch.clock, 2),
    )


if __name__ == "__main__":
    main()
