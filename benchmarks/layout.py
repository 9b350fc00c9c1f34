"""How well pages are read: generated plans and golden pages, the field's metrics, and peers.

usage: python benchmarks/layout.py [--seeds dev|judged|N,N,…|N-N | --pages [NAME] | --held-out]
                                   [--peers] [--only PART] [--keep DIR]

Prints a Markdown table, readers by metrics. Development seeds are 1 to 40. The judged ones, 1000 to
1039, are never looked at page by page: of them only totals are printed and nothing is kept.
`--pages` measures on the golden pages in golden/pages whose names hold NAME; `--held-out` on those
of the documents that nobody develops on (docs/heldout.md), of which also only totals are printed.
`--peers` reads the same pages with the peers, in an environment that is made once in --cache.
`--keep` writes each PDF, its truth and what each reader made of it otherwise.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from pages import golden
from pages.measuring import Keep, as_table, of_pages, of_seeds
from pages.readers import peers
from pages.readers.base import readers
from pages.truth import PARTS

DEVELOPMENT = range(1, 41)
JUDGED = range(1000, 1040)


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


def arguments() -> argparse.Namespace:
    """Return what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--seeds", "--seed", default="dev")
    what.add_argument("--pages", nargs="?", const="", metavar="NAME")
    what.add_argument("--held-out", action="store_true")
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()))
    parser.add_argument("--only", choices=PARTS)
    parser.add_argument("--keep", type=Path)
    return parser.parse_args()


def main() -> None:
    """Measure and print."""
    asked = arguments()
    seeds = seeds_of(asked.seeds)
    if asked.keep:
        judged = asked.pages is None and any(seed in JUDGED for seed in seeds)
        if judged or asked.held_out:
            sys.exit("what judges is not kept: nobody looks at its pages")
        asked.keep.mkdir(parents=True, exist_ok=True)
    keep = Keep(asked.keep, asked.only) if asked.keep else None
    with readers(asked.cache if asked.peers else None) as every:
        if asked.held_out:
            totals = of_pages(golden.page_paths(held_out=True), every, None)
        elif asked.pages is None:
            totals = of_seeds(seeds, every, keep)
        else:
            paths = [path for path in golden.page_paths() if asked.pages in path.name]
            totals = of_pages(paths, every, keep)
    print(as_table(totals, asked.only))
    for peer, why in peers.absent().items() if asked.peers else ():
        print(f"\n{peer}: not measured: {why}")
    for name, total in totals.items():
        for error in total.errors:
            print(f"{name}: {error}", file=sys.stderr)


if __name__ == "__main__":
    main()
