"""Processor time and memory of the command, and the share of each stage, as Markdown tables.

usage: python benchmarks/speed.py [--runs N] [--stages | --text | --peers] [--json FILE] [FILE]...

Times are processor time, user and system together. Of the command they are those of the child
process, the best of N runs (default 3); memory is its peak. With --stages every PDF is read in
this one process, stage by stage, and pdfplumber lists the characters of the same pages beside it:
the last column is the time of the whole in parts of that. Without files: what is shipped in
corpus/, and the documents of PLANFACTS_CORPUS or ../shared/corpus where they are. With --text the
words a second of grammar and binder are taken: of the files; without any, of the texts in corpus/
and of lines of figures. With --peers other readers read the same PDFs, in an environment that is
made once in --cache.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from reading_speed import print_readers
from results import Results, json_option, told
from spent import cost
from stages import print_stages
from text_speed import print_texts

from extractor.golden.store import corpus_of_others

ROOT = Path(__file__).parents[1]
PYTHON = sys.executable
IMPORTS = ("pydantic", "spacy", "pdfplumber", "extractor.pipeline")


def documents(named: Sequence[Path]) -> list[Path]:
    """Return the documents to read."""
    if named:
        return list(named)
    shipped = sorted(ROOT.glob("corpus/*/plan.*"))
    others = corpus_of_others(ROOT)
    return [p for p in shipped if p.suffix in {".pdf", ".md", ".txt"}] + sorted(
        others.glob("*.txt")
    )


def pdfs(named: Sequence[Path]) -> list[Path]:
    """Return the PDFs whose stages are measured."""
    if named:
        return list(named)
    others = corpus_of_others(ROOT)
    return [*sorted(ROOT.glob("corpus/*/*.pdf")), *sorted(others.glob("pdf/*.pdf"))]


def commands(files: Sequence[Path]) -> Iterator[tuple[str, list[str]]]:
    """Yield what is measured: its name and its command."""
    yield "python, nothing done", [PYTHON, "-c", ""]
    for module in IMPORTS:
        yield f"import {module}", [PYTHON, "-c", f"import {module}"]
    yield "planfacts --help", [PYTHON, "-m", "extractor", "--help"]
    for file in files:
        kilobytes = file.stat().st_size // 1000
        command = [PYTHON, "-m", "extractor", "extract", str(file), "--quiet"]
        yield f"extract {told(file)} ({kilobytes} kB)", command


def print_commands(files: Sequence[Path], runs: int) -> Results:
    """Print what the command takes to start, and to read each file, the best of some runs."""
    found = Results("commands", {"what": "", "seconds": ".2f", "megabytes": ".0f"})
    for name, command in commands(files):
        best = min(cost(command) for _ in range(runs))
        found.add(what=name, seconds=round(best.seconds, 3), megabytes=round(best.megabytes, 1))
    return found


def main() -> None:
    """Measure, print, and keep what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    what = parser.add_mutually_exclusive_group()
    parser.add_argument("--runs", type=int, default=3)
    what.add_argument("--stages", action="store_true")
    what.add_argument("--text", action="store_true")
    what.add_argument("--peers", action="store_true")
    parser.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()))
    json_option(parser)
    parser.add_argument("files", nargs="*", type=Path)
    asked = parser.parse_args()
    if asked.stages:
        found = print_stages(pdfs(asked.files))
    elif asked.text:
        found = print_texts(asked.files, asked.runs)
    elif asked.peers:
        found = print_readers(pdfs(asked.files), asked.runs, asked.cache)
    else:
        found = print_commands(documents(asked.files), asked.runs)
    found.keep(asked.json)


if __name__ == "__main__":
    main()
