"""Every benchmark of speed, memory and cost, one after the other; each keeps what it finds as JSON.

usage: python benchmarks/all.py [--to DIR] [--only NAME,...] [--cache DIR]

For a machine that does nothing else, below 20 minutes on two cores. What is read is shipped or made
anew from recorded seeds. Charts are drawn from the results by charts.py.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from charts import RESULTS
from pages.generator import long, make
from pages.generator.printing import printed
from results import ROOT, ours

PLANS = range(1, 11)  # seeds of generated plans, which were developed on
PAGES = 100  # of the long document, running text and tables by turns
SEVERAL = 200  # documents, which are read one at a time and two
MEMORY = "10,50,100,250,500,1000"


def make_long(folder: Path) -> Path:
    """Return a long PDF."""
    made = long.document(long.pages(PAGES, (long.prose, long.table)))
    file = folder / f"long-{PAGES}.pdf"
    file.write_bytes(printed(made, tagged=True)[0])
    return file


def make_plans(folder: Path) -> list[Path]:
    """Return PDFs of plans."""
    files = [folder / f"plan-{seed}.pdf" for seed in PLANS]
    for seed, file in zip(PLANS, files, strict=True):
        file.write_bytes(make(seed).pdf)
    return files


def commands(folder: Path, cache: Path) -> Mapping[str, list[str]]:
    """Return what is run, by the name of its result."""
    long_file = make_long(folder)
    pdfs = [*sorted(ROOT.glob("corpus/*/plan.pdf")), *make_plans(folder), long_file]
    files = [str(file) for file in pdfs]
    extraction = folder / f"{long_file.stem}.json"
    extract = [sys.executable, "-m", "extractor", "extract", str(long_file), "-o", str(folder)]
    subprocess.run([*extract, "--quiet"], check=True)
    plans = [str(file) for file in sorted(ROOT.glob("corpus/*/plan.*"))]
    shipped = [file for file in plans if not file.endswith(".typ")]
    return {
        "commands": ours("speed.py", *shipped),
        "stages": ours("speed.py", "--stages", *files),
        "text": ours("speed.py", "--text"),
        "readers": ours("speed.py", "--peers", "--cache", str(cache), *files),
        "memory": ours("memory.py", "--pages", MEMORY),
        "corpus": ours("corpus_size.py"),
        "load": ours("load.py", str(extraction)),
        "cores": ours("batch.py", "--documents", str(SEVERAL)),
    }


def main() -> None:
    """Run what is asked for, and say what each took and what failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=RESULTS)
    parser.add_argument("--only", default="")
    parser.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()))
    asked = parser.parse_args()
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        every = commands(Path(folder), asked.cache)
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
