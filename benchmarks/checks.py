"""How often `planfacts check` is right: its findings against those that a person found by hand.

    python benchmarks/checks.py TRUTH... --documents DIR...

A TRUTH is a JSON file of one document, as those in `golden/findings/`.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from extractor.golden.findings import PAIRS, compare_findings, load_findings
from extractor.pipeline import extract


def _document(name: str, folders: Sequence[Path]) -> Path | None:
    found = [path for folder in folders for path in sorted(folder.rglob(name))]
    return found[0] if found else None


def main() -> None:
    """Print a line a document and the totals."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("truths", nargs="+", type=Path)
    parser.add_argument("--documents", nargs="+", type=Path, required=True)
    chosen = parser.parse_args()
    verdicts = []
    for path in chosen.truths:
        if path.stem == PAIRS or path.suffix != ".json":
            continue
        truth = load_findings(path)
        document = _document(truth.document, chosen.documents)
        if document is None:
            print(f"{path.stem}: no such document")
            continue
        one = compare_findings(truth, extract(document))
        verdicts.append(one)
        told_of = f"told {one.told}, right {one.right}"
        print(f"{path.stem}: {told_of}; required {one.required}, found {one.found}")
    told, right = (sum(getattr(v, name) for v in verdicts) for name in ("told", "right"))
    required, found = (sum(getattr(v, name) for v in verdicts) for name in ("required", "found"))
    print(f"all: {right} of {told} errors and warnings right; {found} of {required} required found")


if __name__ == "__main__":
    main()
