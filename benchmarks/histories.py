"""How well `planfacts history` keeps one thing together from edition to edition, and others apart.

usage: python benchmarks/histories.py [--faults] [DIFF...]

Without DIFF: golden/diffs/*.json of two editions. Of each pair that a reader found, the words of
the old figure's indicator are followed through both editions; both figures ought to stand in one
series. Look-alikes ought to be apart. What the words do not meet in both editions is not counted,
nor are pairs whose unit or currency changed, which are two series, or that were split or merged.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from editions import ROOT, Marked, documents, read

from extractor.errors import UsageError
from extractor.history.asked import Asked
from extractor.history.follow import follow
from extractor.history.found import told_by
from schemas.extraction import Extraction
from schemas.figure import Figure
from schemas.history import HistoryAsked

LEFT_OUT = {"unit_changed", "currency_changed", "split", "merged"}
HALF = 0.5  # of the height of a box that another covers


class Followed:
    """Two editions, and the histories through them."""

    def __init__(self, old: Extraction, new: Extraction) -> None:
        self.old, self.new = old, new
        self.series = cache(self._series)

    def met(self, old: Figure, new: Figure) -> bool | None:
        """Return whether two figures stand in one series; None where the words do not meet both."""
        if old.indicator is None or "date" in (old.kind, new.kind):
            return None
        series = self.series(old.indicator.value)
        ours, theirs = (
            {at for at, ids in enumerate(series) if figure.id in ids} for figure in (old, new)
        )
        return not ours.isdisjoint(theirs) if ours and theirs else None

    def _series(self, words: str) -> Sequence[frozenset[str]]:
        asked = HistoryAsked(indicators=(words,))
        try:
            finder = Asked(asked)
        except UsageError:  # of numbers and signs alone
            return ()
        both = [told_by(name, x, finder) for name, x in (("old", self.old), ("new", self.new))]
        return [
            frozenset(side.id for point in each.points for side in (point.figure, *point.again))
            for each in follow(asked, both).series
        ]


def located(extraction: Extraction, wanted: Marked) -> Figure | None:
    """Return the figure that a reader marked; None where it was not read."""
    there = [figure for figure in extraction.figures if _touches(figure, wanted)]
    return min(there, key=lambda figure: figure.anchor.quote != wanted["quote"], default=None)


def _touches(figure: Figure, wanted: Marked) -> bool:
    left, top, right, bottom = wanted["box"]
    for piece in figure.anchor.source:
        if getattr(piece, "page", None) == wanted["page"]:
            box = piece.bbox
            high = min(box[3], bottom) - max(box[1], top)
            if min(box[2], right) > max(box[0], left) and high > HALF * (bottom - top):
                return True
    return False


def measured(golden: Marked, followed: Followed) -> tuple[Counter[str], list[str]]:
    """Return what stands together and apart, and what is wrong of it."""
    counts, faults = Counter[str](), []
    for entry, wanted in _pairs(golden):
        old, new = located(followed.old, entry["old"]), located(followed.new, entry["new"])
        together = None if old is None or new is None else followed.met(old, new)
        if together is None:
            continue
        name = "pairs" if wanted else "look-alikes"
        counts.update({name: 1, f"{name} right": together is wanted})
        if together is not wanted:
            told = (entry[side].get("label") for side in ("old", "new"))
            faults.append(
                f"{name}: {entry['old']['quote']} -> {entry['new']['quote']} {list(told)}"
            )
    return counts, faults


def _pairs(golden: Marked) -> Iterator[tuple[Marked, bool]]:
    for entry in golden["entries"]:
        is_one = entry["old"] and entry["new"] and not entry.get("doubtful")
        if is_one and LEFT_OUT.isdisjoint(entry["types"]):
            yield entry, True
    yield from ((entry, False) for entry in golden.get("not_pairs", ()))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--faults", action="store_true")
    parser.add_argument("diffs", nargs="*", type=Path)
    asked = parser.parse_args()
    print("| editions | in one series | look-alikes apart |\n|---|---|---|")
    for path in asked.diffs or sorted((ROOT / "golden/diffs").glob("*--*.json")):
        golden = json.loads(path.read_text("utf-8"))
        files = documents(path, golden)
        if len(files) < len(("old", "new")) or "equal" in golden["entries"][0]["types"]:
            continue  # not at hand, or a translation
        counts, faults = measured(golden, Followed(*map(read, files)))
        shares = (
            f"{counts[f'{name} right']} of {counts[name]}" for name in ("pairs", "look-alikes")
        )
        print(f"| {path.stem} | {' | '.join(shares)} |")
        if asked.faults:
            print("\n".join(faults))


if __name__ == "__main__":
    main()
