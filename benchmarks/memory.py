"""Peak memory of `planfacts extract` on long PDFs, which it makes itself, as a Markdown table.

usage: python benchmarks/memory.py [--pages N,...] [--json FILE] [FILE]...

The PDFs are tagged, of N pages (default 500) each, and always the same: running text with
footnotes, a table of numbers on every page, and both by turns. Files that are named are measured
in their place. Memory is the peak of the resident memory of the command, its imports included;
only Linux tells it.
"""

import argparse
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from pages.generator import long
from pages.generator.long import document, prose, table
from pages.generator.printing import printed_apart
from results import Results, json_option
from spent import KIB_PER_MB

# Of a child the system counts what the process had that began it: only the child itself can tell.
MEASURED = """
import sys
from extractor.cli import cli
cli.main(["extract", sys.argv[1], "-o", sys.argv[2], "--quiet"], standalone_mode=False)
status = open("/proc/self/status").read()
print(status.partition("VmHWM:")[2].split()[0])
"""


def documents(pages: int) -> Iterator[tuple[str, bytes]]:
    """Yield PDFs of so many pages, each with its name."""
    for name, kinds in (
        ("running text", (prose,)),
        ("a table on every page", (table,)),
        ("both by turns", (prose, table)),
    ):
        yield name, printed_apart(document(long.pages(pages, kinds)), tagged=True)


def peak(file: Path, folder: str) -> float:
    """Return the megabytes that extracting a file into a folder takes at most."""
    command = [sys.executable, "-c", MEASURED, str(file), folder]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    return int(told) / KIB_PER_MB


def main() -> None:
    """Measure, print, and keep what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", default="500")
    json_option(parser)
    parser.add_argument("files", nargs="*", type=Path)
    asked = parser.parse_args()
    columns = {"PDF": "", "pages": "", "file_megabytes": ".1f", "peak_megabytes": ".0f"}
    found = Results("memory", columns, {"pages": asked.pages})
    with TemporaryDirectory() as folder:
        for pages in () if asked.files else map(int, asked.pages.split(",")):
            for name, data in documents(pages):
                made = Path(folder) / "plan.pdf"
                made.write_bytes(data)
                found.add(PDF=name, pages=pages, **_taken(made, folder))
        for file in asked.files:
            found.add(PDF=file.name, **_taken(file, folder))
    found.keep(asked.json)


def _taken(file: Path, folder: str) -> dict[str, float]:
    size = round(file.stat().st_size / 1e6, 2)
    return {"file_megabytes": size, "peak_megabytes": round(peak(file, folder), 1)}


if __name__ == "__main__":
    main()
