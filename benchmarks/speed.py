"""Processor time and memory of the command, as a Markdown table.

usage: python benchmarks/speed.py [--runs N] [FILE]...

Times are those of the child process, user and system together, the best of N runs (default 3);
memory is its peak. Without files: what is shipped in corpus/, and the text documents of
PLANFACTS_CORPUS or ../shared/corpus where they are.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

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
    others = Path(os.environ.get("PLANFACTS_CORPUS", ROOT.parent / "shared" / "corpus"))
    return [p for p in shipped if p.suffix in {".pdf", ".md", ".txt"}] + sorted(
        others.glob("*.txt")
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
    parser.add_argument("files", nargs="*", type=Path)
    asked = parser.parse_args()
    print("| what | processor seconds | peak memory, MB |\n|---|---|---|")
    for name, command in commands(documents(asked.files)):
        best = min(cost(command) for _ in range(asked.runs))
        print(f"| {name} | {best.seconds:.2f} | {best.megabytes:.0f} |", flush=True)


if __name__ == "__main__":
    main()
