"""How well `planfacts diff` pairs and types the figures of two editions, against golden diffs.

usage: python benchmarks/editions.py [--faults] [DIFF...]

Without DIFF: golden/diffs/*.json, whose README says how it is scored. The documents are looked for
in corpus/ and where PLANFACTS_CORPUS or ../shared/corpus has them.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from extractor.editions.compare import diff
from extractor.golden.store import find_named
from extractor.pipeline import extract
from schemas.diff import Diff, FigureChange, FigureSide
from schemas.extraction import Extraction

ROOT = Path(__file__).parents[1]
COLUMNS = {
    "recall": ("paired", "pairs"),
    "precision": ("judged right", "judged"),
    "type": ("typed right", "typed"),
    "type of changed": ("changed right", "changed"),
    "added, withdrawn": ("single right", "single"),
    "look-alikes": ("apart", "look-alikes"),
}
TOUCH = 0.5  # points, and share of the lower box, that two boxes share

Marked = Mapping[str, Any]
"""A figure as a reader marked it, or an entry of a golden diff."""


@dataclass
class Score:
    """What a diff has right of a golden one."""

    golden: Marked
    found: Diff
    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        changes = self.found.figures
        self._olds = [c.old for c in changes if c.old is not None]
        self._news = [c.new for c in changes if c.new is not None]
        both = [(c.old, c.new, c) for c in changes if c.old is not None and c.new is not None]
        self._both = {(old.id, new.id): change for old, new, change in both}
        self._of_old = {old.id: change for old, _, change in both}
        self._of_new = {new.id: change for _, new, change in both}
        self._right: set[tuple[str, str]] = set()
        self._known: set[str] = set()
        self._lenient: set[str] = set()
        for entry in self.golden["entries"]:
            self._entry(entry)
        for entry in self.golden.get("not_pairs", ()):
            self._look_alike(entry)
        for side, sides in (("old", self._olds), ("new", self._news)):
            none = self.golden.get("not_figures", {}).get(side, ())
            self._lenient |= {got for each in none if (got := _locate(sides, each)) is not None}
        for old, new, change in both:
            self._judge(old, new, change)

    def share(self, right: str, of: str) -> str:
        """Return a share, with what it is a share of."""
        whole = self.counts[of]
        return f"{self.counts[right] / whole:.3f} of {whole}" if whole else "-"

    def _located(self, entry: Marked) -> tuple[str | None, str | None]:
        old, new = _locate(self._olds, entry["old"]), _locate(self._news, entry["new"])
        self._known |= {each for each in (old, new) if each is not None}
        return old, new

    def _entry(self, entry: Marked) -> None:
        old, new = self._located(entry)
        wanted = [entry[side] is not None for side in ("old", "new")]
        missing = [w and got is None for w, got in zip(wanted, (old, new), strict=True)]
        only = old or new
        if any(missing) or only is None:
            self.counts["missed by the extraction"] += 1
        elif entry.get("doubtful"):
            self._lenient |= {each for each in (old, new) if each is not None}
        elif old is not None and new is not None:
            self._right.add((old, new))
            self._pair(entry, self._both.get((old, new)) or self._of_old.get(old), new)
        elif entry.get("repeat"):
            self._lenient.add(only)
        else:
            self._single(entry, self._of_old.get(only) or self._of_new.get(only))

    def _pair(self, entry: Marked, change: FigureChange | None, new: str) -> None:
        self.counts["pairs"] += 1
        if change is None or change.new is None or change.new.id != new:
            got = "unpaired" if change is None else _told(change)
            self.faults.append(f"missed: {_marked(entry)}; got {got}")
            return
        accepted = [set(entry["types"]), *map(set, entry.get("types_ok", ()))]
        told = _of_translation(change) if self.found.relation == "translation" else change.types
        right, changed = set(told) in accepted, entry["types"] not in (["unchanged"], ["equal"])
        self.counts.update({"paired": 1, "typed": 1, "typed right": right})
        self.counts.update({"changed": changed, "changed right": changed and right})
        if not right:
            self.faults.append(f"type: {_marked(entry)}; got {', '.join(change.types)}")

    def _single(self, entry: Marked, change: FigureChange | None) -> None:
        self.counts.update({"single": 1, "single right": change is None})
        if change is not None:
            self.faults.append(f"alone: {_marked(entry)}; got {_told(change)}")

    def _look_alike(self, entry: Marked) -> None:
        old, new = self._located(entry)
        if old is None or new is None or (old, new) in self._right:
            return
        change = self._both.get((old, new))
        self.counts.update({"look-alikes": 1, "apart": change is None})
        if change is not None:
            self.faults.append(f"look-alike: {_told(change)}; {entry['why']}")

    def _judge(self, old: FigureSide, new: FigureSide, change: FigureChange) -> None:
        """Count a pair of which a reader says, or would have said, that it is one."""
        complete = old.page in self.golden.get("complete_old", ())
        complete = complete or new.page in self.golden.get("complete_new", ())
        ends = {old.id, new.id}
        if ends & self._lenient or not (complete or ends & self._known):
            return
        right = (old.id, new.id) in self._right
        self.counts.update({"judged": 1, "judged right": right})
        if not right:
            self.faults.append(f"false: {_told(change)}")


def _of_translation(change: FigureChange) -> Sequence[str]:
    """Return a change as the golden of a translation tells it."""
    return ["equal"] if change.types == ("unchanged",) else ["differs"]


def _locate(sides: Sequence[FigureSide], wanted: Marked | None) -> str | None:
    """Return the id of the figure that a reader marked; None where it was not read."""
    if wanted is None:
        return None
    there = [side for side in sides if _touches(side, wanted)]
    quote, value = wanted["quote"], wanted.get("value")
    best = min(there, key=lambda s: (s.quote != quote, s.value != value), default=None)
    return None if best is None else best.id


def _touches(side: FigureSide, wanted: Marked) -> bool:
    pieces = [piece.model_dump() for piece in side.source]
    if "start" in wanted:
        return any(p["start"] < wanted["end"] and wanted["start"] < p["end"] for p in pieces)
    here = [piece["bbox"] for piece in pieces if piece["page"] == wanted["page"]]
    return any(_overlaps(box, wanted["box"]) for box in here)


def _overlaps(one: Sequence[float], other: Sequence[float]) -> bool:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide > TOUCH and high > TOUCH * min(one[3] - one[1], other[3] - other[1])


def _marked(entry: Marked) -> str:
    sides = (entry["old"], entry["new"])
    told = [s and f"p{s.get('page', '-')} {s['quote']} ({s.get('label')})" for s in sides]
    return f"{told[0] or '-'} -> {told[1] or '-'} {', '.join(entry['types'])}"


def _told(change: FigureChange) -> str:
    told = [s and f"p{s.page} {s.quote} ({s.label})" for s in (change.old, change.new)]
    return f"{told[0]} -> {told[1]} {change.score}"


def documents(path: Path, golden: Marked) -> list[Path]:
    """Return the documents of a golden diff that are here, the old one first."""
    sides = [golden[side] for side in ("old", "new")]
    found = [find_named(path, side["name"], side["sha256"]) for side in sides]
    return [file for file in found if file is not None]


@cache
def read(path: Path) -> Extraction:
    """Return the extraction of a document, made once."""
    return extract(path)


def measured(paths: Sequence[Path]) -> Iterator[tuple[str, Score]]:
    """Yield what is measured of each golden diff of two editions whose documents are here."""
    for path in paths:
        golden = json.loads(path.read_text("utf-8"))
        there = documents(path, golden)
        if len(there) < len(("old", "new")):
            print(f"planfacts: {path.name}: skipped, its documents are not here", file=sys.stderr)
            continue
        old, new = ((file.name, read(file)) for file in there)
        yield path.stem, Score(golden, diff(old, new))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--faults", action="store_true")
    parser.add_argument("diffs", nargs="*", type=Path)
    asked = parser.parse_args()
    print("| editions |", " | ".join(COLUMNS), "| not read |")
    print("|---" * (len(COLUMNS) + 2) + "|")
    for name, score in measured(asked.diffs or sorted((ROOT / "golden/diffs").glob("*--*.json"))):
        cells = [score.share(*counts) for counts in COLUMNS.values()]
        print(f"| {name} | {' | '.join(cells)} | {score.counts['missed by the extraction']} |")
        if asked.faults:
            print("\n".join(score.faults))


if __name__ == "__main__":
    main()
