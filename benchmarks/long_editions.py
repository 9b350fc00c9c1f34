"""Time and memory of comparing two long editions, extraction included, as a Markdown table.

usage: python benchmarks/long_editions.py [--pages N,...]

The editions are PDFs that it makes, always the same: running text and tables of numbers by turns.
The second has three tenths of its longer numbers changed by a tenth, a page left out and one put
in. Seconds are processor time of this process; memory is the peak of a process of its own.
"""

import argparse
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import regex
from pages.generator import long
from pages.generator.printing import printed

from extractor.cli.pipeline import load_pipeline

SEED = 7
NUMBER = regex.compile(r"\d{1,3},\d{3}")
CHANGED = 0.3
KIB_PER_MB = 1000 / 1.024


def editions(pages: int) -> tuple[str, str]:
    """Return two editions of so many pages."""
    old = long.pages(pages, (long.prose, long.table))
    rng = Random(SEED)  # noqa: S311 - no secret hangs on it
    new = [NUMBER.sub(lambda match: _changed(match[0], rng), page) for page in old]
    del new[pages // 3]
    new.insert(pages // 2, f"= 999 {long.words(rng, 3).title()}\n\n{long.prose(rng)}")
    return long.document(old), long.document(new)


def _changed(number: str, rng: Random) -> str:
    if rng.random() >= CHANGED:
        return number
    return f"{int(number.replace(',', '')) * rng.choice((9, 11)) // 10:,}"


def compare(old: Path, new: Path) -> None:
    """Read and compare two files; print a row of what it took."""
    pipeline = load_pipeline()
    from extractor.editions.compare import diff  # noqa: PLC0415  # after the pipeline

    started = time.process_time()
    one, other = ((file.name, pipeline.extract(file)) for file in (old, new))
    read = time.process_time()
    found = diff(one, other)
    done = time.process_time()
    status = Path("/proc/self/status").read_text("utf-8")  # as only this process itself can tell
    peak = int(status.partition("VmHWM:")[2].split()[0]) / KIB_PER_MB
    types = Counter(name for change in found.figures for name in change.types)
    told = ", ".join(f"{count} {name}" for name, count in types.most_common(4))
    counts = found.old.figures + found.new.figures
    print(f"{counts} | {read - started:.1f} | {done - read:.1f} | {peak:.0f} | {told} |")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", default="30,100,300")
    parser.add_argument("--compare", nargs=2, type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.compare:
        compare(*asked.compare)
        return
    print("| pages of each | figures | read, s | compare, s | peak memory, MB | told |")
    print("|---|---|---|---|---|---|")
    for pages in map(int, asked.pages.split(",")):
        with TemporaryDirectory() as folder:
            files = [Path(folder) / f"{name}.pdf" for name in ("old", "new")]
            for file, source in zip(files, editions(pages), strict=True):
                file.write_bytes(printed(source, tagged=True)[0])
            print(f"| {pages} | ", end="", flush=True)
            subprocess.run([sys.executable, __file__, "--compare", *map(str, files)], check=True)


if __name__ == "__main__":
    main()
