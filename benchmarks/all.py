"""Every benchmark of speed, memory and cost, one after the other; each keeps what it finds as JSON.

usage: python benchmarks/all.py [--to DIR] [--only NAME,...] [--cache DIR] [--small]

For a machine that does nothing else, below 20 minutes on two cores. What is read is shipped or made
anew from recorded seeds. Charts are drawn from the results by charts.py. With --small everything is
of a few pages: what that finds is that every part runs.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from charts import RESULTS
from pages.generator import long, make
from pages.generator.printing import printed
from results import ROOT, ours


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """How much is measured."""

    plans: range = range(1, 11)
    """Seeds of generated plans, which were developed on."""
    pages: int = 100
    """Of the long document, running text and tables by turns."""
    several: int = 200
    """Documents, which are read one at a time and two."""
    memory: str = "10,50,100,250,500,1000"
    """Pages of documents whose memory is measured."""
    corpus: str = "1,10,100,1000"
    """Documents of batches."""
    ranges: int = 1000
    """Pages of a document that is read by one process and by two."""
    runs: int = 3


SMALL = Sizes(plans=range(1, 2), pages=4, several=4, memory="2,4", corpus="1,4", ranges=100, runs=1)


def make_long(folder: Path, pages: int) -> Path:
    """Return a long PDF."""
    made = long.document(long.pages(pages, (long.prose, long.table)))
    file = folder / f"long-{pages}.pdf"
    file.write_bytes(printed(made, tagged=True)[0])
    return file


def make_plans(folder: Path, seeds: range) -> list[Path]:
    """Return PDFs of plans."""
    files = [folder / f"plan-{seed}.pdf" for seed in seeds]
    for seed, file in zip(seeds, files, strict=True):
        file.write_bytes(make(seed).pdf)
    return files


def commands(folder: Path, cache: Path, sizes: Sizes) -> Mapping[str, list[str]]:
    """Return what is run, by the name of its result."""
    long_file = make_long(folder, sizes.pages)
    pdfs = [
        *sorted(ROOT.glob("corpus/*/plan.pdf")),
        *make_plans(folder, sizes.plans),
        long_file,
    ]
    runs = ["--runs", str(sizes.runs)]
    ranges = ["--documents", "1", "--pages", str(sizes.ranges), "--times", "1"]
    files = [str(file) for file in pdfs]
    extraction = folder / f"{long_file.stem}.json"
    extract = [sys.executable, "-m", "extractor", "extract", str(long_file), "-o", str(folder)]
    subprocess.run([*extract, "--quiet"], check=True)
    plans = [str(file) for file in sorted(ROOT.glob("corpus/*/plan.*"))]
    shipped = [file for file in plans if not file.endswith(".typ")]
    return {
        "commands": ours("speed.py", *runs, *shipped),
        "stages": ours("speed.py", "--stages", *files),
        "text": ours("speed.py", "--text", *runs),
        "readers": ours("speed.py", "--peers", *runs, "--cache", str(cache), *files),
        "memory": ours("memory.py", "--pages", sizes.memory),
        "corpus": ours("corpus_size.py", "--documents", sizes.corpus),
        "load": ours("load.py", str(extraction)),
        "cores": ours("batch.py", "--documents", str(sizes.several)),
        "ranges": ours("batch.py", *ranges),
    }


def main() -> None:
    """Run what is asked for, and say what each took and what failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=RESULTS)
    parser.add_argument("--only", default="")
    parser.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()))
    parser.add_argument("--small", action="store_true")
    asked = parser.parse_args()
    if asked.small and asked.to == RESULTS:
        parser.error("--small: what it finds is nothing to keep; --to says where to")
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        every = commands(Path(folder), asked.cache, SMALL if asked.small else Sizes())
        only = set(asked.only.split(",")) if asked.only else set(every)
        if unknown := only - set(every):
            parser.error(f"--only {','.join(sorted(unknown))}: none of {', '.join(every)}")
        for name in every:
            if name not in only:
                continue
            print(f"\n## {name}\n", flush=True)
            began = time.perf_counter()
            line = [*every[name], "--json", str(asked.to / f"{name}.json")]
            if subprocess.run(line, check=False).returncode:
                failed.append(name)
            print(f"\n{time.perf_counter() - began:.0f} s", flush=True)
    if failed:
        sys.exit(f"failed: {', '.join(failed)}")


if __name__ == "__main__":
    main()
