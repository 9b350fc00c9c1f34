"""Processor time and memory of the command, and the share of each stage, as Markdown tables.

usage: python benchmarks/speed.py [--runs N] [--stages | --text] [FILE]...

Times are processor time, user and system together. Of the command they are those of the child
process, the best of N runs (default 3); memory is its peak. With --stages every PDF is read in
this one process, stage by stage, and pdfplumber lists the characters of the same pages beside it:
the last column is the time of the whole in parts of that. Without files: what is shipped in
corpus/, and the documents of PLANFACTS_CORPUS or ../shared/corpus where they are. With --text the
words a second of grammar and binder are taken: of the texts in corpus/ and of lines of figures.
"""

import argparse
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from text_speed import print_texts

from extractor.cli.pipeline import load_pipeline
from extractor.errors import UnreadableSourceError
from extractor.golden.store import corpus_of_others

ROOT = Path(__file__).parents[1]
PYTHON = sys.executable
IMPORTS = ("pydantic", "spacy", "pdfplumber", "extractor.pipeline")
KIB_PER_MB = 1000 / 1.024  # ru_maxrss is in KiB on Linux


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of a command took."""

    seconds: float
    """Processor time, user and system."""
    megabytes: float
    """Peak of the resident memory."""

    def __lt__(self, other: "Cost") -> bool:
        return self.seconds < other.seconds


def cost(command: Sequence[str]) -> Cost:
    """Run a command and return what it took.

    Raises:
        CalledProcessError: It failed.
    """
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)  # it is waited for; Popen must know
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / KIB_PER_MB)


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


class Stages:
    """The pipeline's stages, each with the time it took on one document."""

    def __init__(self) -> None:
        # As the command does: what importing makes is kept out of the collector's way.
        load_pipeline()
        self.seconds: dict[str, float] = {}

    def _timed(self, name: str, stage: Callable[[], Any]) -> Any:  # noqa: ANN401
        started = time.process_time()
        made = stage()
        self.seconds[name] = time.process_time() - started
        return made

    def measure(self, file: Path) -> int:
        """Take the time of each stage; return the number of pages."""
        import pdfplumber  # noqa: PLC0415

        from extractor import entities  # noqa: PLC0415
        from extractor.bind import bind, collect  # noqa: PLC0415
        from extractor.output import serialise  # noqa: PLC0415
        from extractor.publish import Publication  # noqa: PLC0415
        from extractor.readers import read  # noqa: PLC0415
        from extractor.segment import segment  # noqa: PLC0415

        source = self._timed("read", lambda: read(file))
        doc = self._timed("segment", lambda: segment(source))
        collected = self._timed("figures", lambda: collect(doc))
        found = self._timed("entities", lambda: entities.find(doc.text))
        context = self._timed("bind", lambda: bind(doc, collected, *found))
        published = self._timed("publish", lambda: Publication(context, source.raw))
        self._timed("write", lambda: [len(piece) for piece in serialise(published, "json")])
        with pdfplumber.open(file) as plumbed:
            self._timed("pdfplumber", lambda: [_listed(page) for page in plumbed.pages])
        return len(source.pages)


def _listed(page: Any) -> int:  # noqa: ANN401
    count = len(page.chars)
    page.close()
    return count


def print_stages(files: Sequence[Path]) -> None:
    """Print what each stage takes of a page, in milliseconds, file by file and of all."""
    stages, total, all_pages = Stages(), Counter[str](), 0
    names = ("read", "segment", "figures", "entities", "bind", "publish", "write")
    print(f"| PDF | pages | {' | '.join(names)} | whole, ms a page | pdfplumber | ratio |")
    print("|---" * (len(names) + 5) + "|")
    for file in files:
        try:
            pages = stages.measure(file)
        except UnreadableSourceError as fault:
            print(f"planfacts: {fault}", file=sys.stderr)
            continue
        total.update(stages.seconds)
        all_pages += pages
        print(_stage_row(file.stem, pages, stages.seconds, names), flush=True)
    if all_pages:
        print(_stage_row("all", all_pages, total, names))
        whole = sum(total[name] for name in names)
        print("| share | |", " | ".join(f"{total[n] / whole:.0%}" for n in names), "| | | |")


def _stage_row(name: str, pages: int, seconds: Mapping[str, float], stages: Sequence[str]) -> str:
    whole = sum(seconds[stage] for stage in stages)
    parts = [f"{1000 * seconds[stage] / pages:.1f}" for stage in stages]
    ends = [f"{1000 * one / pages:.1f}" for one in (whole, seconds["pdfplumber"])]
    return (
        f"| {' | '.join((name, str(pages), *parts, *ends))} | {whole / seconds['pdfplumber']:.2f} |"
    )


def commands(files: Sequence[Path]) -> Iterator[tuple[str, list[str]]]:
    """Yield what is measured: its name and its command."""
    yield "python, nothing done", [PYTHON, "-c", ""]
    for module in IMPORTS:
        yield f"import {module}", [PYTHON, "-c", f"import {module}"]
    yield "planfacts --help", [PYTHON, "-m", "extractor", "--help"]
    for file in files:
        kilobytes = file.stat().st_size // 1000
        command = [PYTHON, "-m", "extractor", "extract", str(file), "--quiet"]
        yield f"extract {file.parent.name}/{file.name} ({kilobytes} kB)", command


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--stages", action="store_true")
    parser.add_argument("--text", action="store_true")
    parser.add_argument("files", nargs="*", type=Path)
    asked = parser.parse_args()
    if asked.stages:
        print_stages(pdfs(asked.files))
        return
    if asked.text:
        print_texts(asked.runs)
        return
    print("| what | processor seconds | peak memory, MB |\n|---|---|---|")
    for name, command in commands(documents(asked.files)):
        best = min(cost(command) for _ in range(asked.runs))
        print(f"| {name} | {best.seconds:.2f} | {best.megabytes:.0f} |", flush=True)


if __name__ == "__main__":
    main()
