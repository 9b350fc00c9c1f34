"""How many calls of functions it takes to read documents: the same number on any machine.

usage: python benchmarks/calls.py [--json FILE] FILE...

Counted are all calls, of Python's functions and of those written in C, from the bytes of each file
to those of its extraction. What is made once a process (patterns, tables of words) is made before,
by reading the first file without counting. Other versions of Python or of libraries call otherwise.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from results import Results, json_option, told

from extractor.cli.pipeline import load_pipeline
from extractor.output import serialise
from extractor.publish import Outcome, Publication

COLUMNS = {"file": "", "pages": "", "figures": "", "calls": ",", "calls_a_page": ",.0f"}
Published = Callable[[Path], Publication]
HASHING = "PYTHONHASHSEED"  # sets are walked in another order with another one


def counted(file: Path, published: Published) -> dict[str, int]:
    """Return how many calls it takes to read a file, and what they found."""
    outcomes: list[Outcome] = []
    calls = calls_of(lambda: outcomes.append(read(file, published)))
    (outcome,) = outcomes
    figures = outcome.kinds.total()
    each = calls // (outcome.pages or 1)
    return {"pages": outcome.pages, "figures": figures, "calls": calls, "calls_a_page": each}


def read(file: Path, published: Published) -> Outcome:
    """Read a file and write its extraction to nowhere; return what was found."""
    publication = published(file)
    for _ in serialise(publication, "json"):
        pass
    return publication.outcome


def calls_of(work: Callable[[], object]) -> int:
    """Return how many calls some work makes."""
    calls = 0

    def count(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return calls


def main() -> None:
    """Count, print, and keep what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    json_option(parser)
    parser.add_argument("files", nargs="+", type=Path)
    asked = parser.parse_args()
    if os.environ.get(HASHING) != "0":
        line, fixed = [sys.executable, *sys.argv], {**os.environ, HASHING: "0"}
        sys.exit(subprocess.run(line, check=False, env=fixed).returncode)
    published = load_pipeline().published
    read(asked.files[0], published)
    found = Results("calls", COLUMNS)
    for file in asked.files:
        found.add(file=told(file), **counted(file, published))
    found.keep(asked.json)


if __name__ == "__main__":
    main()
