"""Peak memory of `planfacts extract` on long PDFs, which it makes itself, as a Markdown table.

usage: python benchmarks/memory.py [--pages N] [FILE]...

The PDFs are tagged, of N pages (default 500) each, and always the same: running text with
footnotes, a table of numbers on every page, and both by turns. Files that are named are measured
in their place. Memory is the peak of the resident memory of the command, its imports included;
only Linux tells it.
"""

import argparse
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from pages.generator.printing import printed

KIB_PER_MB = 1000 / 1.024
# Of a child the system counts what the process had that began it: only the child itself can tell.
MEASURED = """
import sys
from extractor.cli import cli
cli.main(["extract", sys.argv[1], "-o", sys.argv[2], "--quiet"], standalone_mode=False)
status = open("/proc/self/status").read()
print(status.partition("VmHWM:")[2].split()[0])
"""
SEED = 500
PAPER = """
#set page("a4", margin: 2cm)
#set text(9.5pt, font: "Source Sans Pro")
#let at(place) = [#metadata(place) <at>]
"""
WORDS = (
    "relief plan water shelter district household response partner clinic province valley market"
    " funding assessment school harvest network committee support review council register survey"
    " drought recovery nutrition protection season basin bridge teacher midwife seed ferry"
).split()
PARAGRAPHS, SENTENCES = 5, 5
ROWS, COLUMNS = 28, 6


def documents(pages: int) -> Iterator[tuple[str, bytes]]:
    """Yield PDFs of so many pages, each with its name."""
    for name, kinds in (
        ("running text", (_prose,)),
        ("a table on every page", (_table,)),
        ("both by turns", (_prose, _table)),
    ):
        yield name, _document(pages, kinds)


def _document(pages: int, kinds: Sequence[Callable[[Random], str]]) -> bytes:
    rng = Random(SEED)  # noqa: S311 - no secret hangs on it
    made = [
        f"= {number + 1} {_words(rng, 3).title()}\n\n{kinds[number % len(kinds)](rng)}"
        for number in range(pages)
    ]
    return printed(PAPER + "\n\n#pagebreak()\n\n".join(made), tagged=True)[0]


def _prose(rng: Random) -> str:
    parts = (" ".join(_sentence(rng) for _ in range(SENTENCES)) for _ in range(PARAGRAPHS))
    return "\n\n".join(f"{part}#footnote[{_sentence(rng)}]" for part in parts)


def _table(rng: Random) -> str:
    years = [f"[{2030 + year}]" for year in range(COLUMNS)]
    head = ", ".join(["[Requirements (USD thousand)]", *years])
    rows = (
        ", ".join([f"[{_words(rng, 2).capitalize()}]", *(f"[{_number(rng)}]" for _ in years)])
        for _ in range(ROWS)
    )
    widths = f"(2fr, {', '.join('1fr' for _ in years)})"
    return f"{_sentence(rng)}\n\n#table(columns: {widths}, table.header({head}), {', '.join(rows)})"


def _sentence(rng: Random) -> str:
    people, money = f"{_number(rng)} people", f"USD {rng.randint(2, 90)} million"
    told = rng.choice((people, money, f"{rng.randint(2, 98)} per cent of the {_words(rng, 1)}"))
    return f"{_words(rng, 7)} {told} {_words(rng, 8)}.".capitalize()


def _words(rng: Random, count: int) -> str:
    return " ".join(rng.choices(WORDS, k=count))


def _number(rng: Random) -> str:
    return f"{rng.randint(1_000, 990_000):,}"


def peak(file: Path, folder: str) -> float:
    """Return the megabytes that extracting a file into a folder takes at most."""
    command = [sys.executable, "-c", MEASURED, str(file), folder]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    return int(told) / KIB_PER_MB


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=500)
    parser.add_argument("files", nargs="*", type=Path)
    asked = parser.parse_args()
    print("| PDF | file, MB | peak memory, MB |\n|---|---|---|")
    with TemporaryDirectory() as folder:
        for name, data in () if asked.files else documents(asked.pages):
            made = Path(folder) / "plan.pdf"
            made.write_bytes(data)
            _print_row(f"{name}, {asked.pages} pages", made, folder)
        for file in asked.files:
            _print_row(file.name, file, folder)


def _print_row(name: str, file: Path, folder: str) -> None:
    print(f"| {name} | {file.stat().st_size / 1e6:.1f} | {peak(file, folder):.0f} |", flush=True)


if __name__ == "__main__":
    main()
