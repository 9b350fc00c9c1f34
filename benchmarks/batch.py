"""How much quicker a batch is with several documents at a time, as a Markdown table.

usage: python benchmarks/batch.py [--documents N] [--pages N] [--jobs N,...] [--times N]
       [--json FILE] [FILE...]

The documents are those given, else PDFs that corpus_size.py makes (default 400 of 4 pages). Each
batch begins with nothing; no database is loaded. The best of N times (default 2). For a machine
that does nothing else: what is measured is time by the clock, the start of Python and of the
processes included.
"""

import argparse
import json
import shutil
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus_size import make_documents
from results import Results, json_option, told

COLUMNS = {
    "jobs": ",",
    "documents": ",",
    "pages": ",",
    "seconds": ".1f",
    "pages_a_second": ".1f",
    "times_as_quick": ".2f",
}


def seconds(sources: Path, jobs: int) -> tuple[float, int]:
    """Run a batch over a folder; return what it took, and the pages that it read.

    Raises:
        SystemExit: It failed.
    """
    with TemporaryDirectory(dir=sources.parent) as out:
        command = [sys.executable, "-m", "extractor", "batch", str(sources), "-o", out]
        began = time.perf_counter()
        if code := subprocess.run(
            [*command, "--quiet", "--jobs", str(jobs)], check=False
        ).returncode:
            sys.exit(code)
        took = time.perf_counter() - began
        lines = Path(out, "manifest.jsonl").read_text("utf-8").splitlines()
    return took, sum(json.loads(line)["pages"] for line in lines)


def main() -> None:
    """Measure, print, and keep what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=400)
    parser.add_argument("--pages", type=int, default=4)
    parser.add_argument("--jobs", default="1,2")
    parser.add_argument("--times", type=int, default=2)
    json_option(parser)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    asked = parser.parse_args()
    of = {"files": list(map(told, asked.files))} if asked.files else {"pages": asked.pages}
    found = Results("batch", COLUMNS, {**of, "times": asked.times})
    with TemporaryDirectory() as scratch:
        sources = Path(scratch, "plans")
        sources.mkdir()
        for file in asked.files:
            shutil.copy(file, sources)
        made = () if asked.files else make_documents(asked.documents, asked.pages, sources)
        count = len(asked.files) + sum(1 for _ in made)
        first = 0.0
        for jobs in map(int, asked.jobs.split(",")):
            took, pages = min(seconds(sources, jobs) for _ in range(asked.times))
            first = first or took
            found.add(
                jobs=jobs,
                documents=count,
                pages=pages,
                seconds=round(took, 2),
                pages_a_second=round(pages / took, 2),
                times_as_quick=round(first / took, 3),
            )
    found.keep(asked.json)


if __name__ == "__main__":
    main()
