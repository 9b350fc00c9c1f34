"""How well pages are read: generated plans with exact truth, and the field's metrics.

usage: python benchmarks/layout.py [--seeds dev|judged|N,N,…|N-N] [--only PART] [--keep DIR]

Prints one Markdown table, readers by metrics. Development seeds are 1 to 40. The judged ones, 1000
to 1039, are never looked at page by page: of them only totals are printed and nothing is kept.
`--keep` writes each plan's PDF, its truth and what each reader made of it otherwise.
"""

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from pages.differences import differences
from pages.generator import make
from pages.metrics import METRICS, Score, Tally, score
from pages.readers import planfacts
from pages.truth import PARTS, Part, Reading, as_json

DEVELOPMENT = range(1, 41)
JUDGED = range(1000, 1040)
Reader = Callable[[Path], Reading]


@dataclass(slots=True)
class Totals:
    """What a reader gained over all documents."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    seconds: float = 0.0
    pages: int = 0

    def add(self, found: Score) -> None:
        """Add the scores of one document."""
        for name, tally in found.items():
            self.tallies[name] += tally


def seeds_of(asked: str) -> list[int]:
    """Return the seeds that an argument names.

    >>> seeds_of("3,7-9")
    [3, 7, 8, 9]
    """
    named = {"dev": DEVELOPMENT, "judged": JUDGED}
    if asked in named:
        return list(named[asked])
    spans = (piece.partition("-") for piece in asked.split(","))
    return [s for first, _, last in spans for s in range(int(first), int(last or first) + 1)]


def table(totals: Mapping[str, Totals], only: Part | None) -> str:
    """Return the totals as a Markdown table."""
    names = [name for name, part in METRICS.items() if only in (None, part)]
    rows = [["reader", *names, "seconds a page"], ["---"] * (len(names) + 2)]
    for reader, total in totals.items():
        shares = [total.tallies[name].share for name in names]
        printed = ["–" if share is None else f"{share:.3f}" for share in shares]
        rows.append([reader, *printed, f"{total.seconds / max(1, total.pages):.3f}"])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def measure(
    seeds: Iterable[int], readers: Mapping[str, Reader], only: Part | None, keep: Path | None
) -> dict[str, Totals]:
    """Print the plan of each seed, let every reader read it, and add up the scores."""
    totals = {name: Totals() for name in readers}
    with TemporaryDirectory() as scratch:
        for seed in seeds:
            plan = make(seed)
            path = (keep or Path(scratch)) / f"plan-{seed}.pdf"
            path.write_bytes(plan.pdf)
            if keep:
                path.with_suffix(".json").write_text(as_json(plan.truth))
            for name, reader in readers.items():
                started = time.process_time()
                reading = reader(path)
                totals[name].seconds += time.process_time() - started
                totals[name].pages += plan.pages
                found = score(plan.truth, reading)
                totals[name].add(found)
                if keep:
                    report = differences(plan.truth, reading, found, only)
                    path.with_name(f"plan-{seed}.{name}.txt").write_text(report)
    return totals


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", "--seed", default="dev")
    parser.add_argument("--only", choices=PARTS)
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    seeds = seeds_of(asked.seeds)
    if asked.keep:
        if any(seed in JUDGED for seed in seeds):
            sys.exit("judged seeds are not kept: nobody looks at their pages")
        asked.keep.mkdir(parents=True, exist_ok=True)
    print(table(measure(seeds, {"planfacts": planfacts.read}, asked.only, asked.keep), asked.only))


if __name__ == "__main__":
    main()
