"""How often `planfacts check` is right: its findings against those that a person found by hand.

    python benchmarks/checks.py TRUTH... --documents DIR...

A TRUTH is a JSON file of one document: its `findings`, each with a `code`, whether it is
`required`, the severities that are right (`severity_ok`) and the `figures`, by offset (`start`,
`end`) or by page and box (`source`).
"""

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractor.check.audit import audit
from extractor.pipeline import extract
from schemas.base import OffsetPiece, Piece
from schemas.extraction import Extraction, Finding

Truth = Mapping[str, Any]

MEANT = {"difference_mismatch": ("total_mismatch", "change_mismatch")}
"""What a finding is called here, and in the truths, whose codes say the kind of sum."""


@dataclass(frozen=True, slots=True)
class Score:
    """What of one document was found, and what of it is right."""

    told: int
    """Errors and warnings."""
    right: int
    """Those of them that a person found too, at a severity that is right."""
    required: int
    found: int
    """Of what must be found, how much was, at a severity that is right."""


def score(truth: Truth, extraction: Extraction) -> Score:
    """Return how the findings of a document compare with those of a person."""
    findings = audit(extraction)
    graver = [each for each in findings if each.severity != "info"]
    known = truth["findings"]
    required = [each for each in known if each["required"]]
    return Score(
        told=len(graver),
        right=sum(any(_fits(each, one, extraction) for one in known) for each in graver),
        required=len(required),
        found=sum(any(_fits(each, one, extraction) for each in findings) for one in required),
    )


def _fits(finding: Finding, truth: Truth, extraction: Extraction) -> bool:
    """Say whether a finding is of the figure that a person found, and as grave."""
    pieces = {figure.id: figure.anchor.source for figure in extraction.figures}
    named = [piece for each in finding.figures[:1] for piece in pieces[each]]
    places = [place for figure in truth["figures"] for place in _places(figure)]
    meets = any(_meets(piece, place) for piece in named for place in places)
    codes = (finding.code, *MEANT.get(finding.code, ()))
    return meets and truth["code"] in codes and finding.severity in truth["severity_ok"]


def _places(figure: Truth) -> Iterator[Mapping[str, Any]]:
    yield from figure.get("source", [figure] if "start" in figure else [])


def _meets(piece: Piece, place: Mapping[str, Any]) -> bool:
    if isinstance(piece, OffsetPiece):
        return "start" in place and piece.start < place["end"] and place["start"] < piece.end
    if place.get("page") != piece.page:
        return False
    (x0, top, x1, bottom), (a0, a_top, a1, a_bottom) = piece.bbox, place["bbox"]
    return x0 < a1 and a0 < x1 and top < a_bottom and a_top < bottom


def _document(name: str, folders: Sequence[Path]) -> Path | None:
    stem = Path(name).stem
    found = [path for folder in folders for path in sorted(folder.glob(f"{stem}.*"))]
    return found[0] if found else None


def main() -> None:
    """Print a line a document and the totals."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("truths", nargs="+", type=Path)
    parser.add_argument("--documents", nargs="+", type=Path, required=True)
    chosen = parser.parse_args()
    scores = []
    for path in chosen.truths:
        truth = json.loads(path.read_text("utf-8"))
        document = _document(path.stem, chosen.documents)
        if document is None or "document" not in truth:
            print(f"{path.stem}: no such document")
            continue
        one = score(truth, extract(document))
        scores.append(one)
        told_of = f"told {one.told}, right {one.right}"
        print(f"{path.stem}: {told_of}; required {one.required}, found {one.found}")
    told, right = (sum(getattr(s, name) for s in scores) for name in ("told", "right"))
    required, found = (sum(getattr(s, name) for s in scores) for name in ("required", "found"))
    print(f"all: {right} of {told} errors and warnings right; {found} of {required} required found")


if __name__ == "__main__":
    main()
