"""Turn each plan's truth into golden files, one for every form.

usage: python corpus/truth.py [--check]

Every judgement stands in `truth.toml`, which speaks of the content; this script only looks up where
each thing is printed in the PDF, the Markdown and the text dump. It fails when the digits of a line
are not those that the truth explains. `--check` compares with the committed files, without writing.
"""

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from build import CORPUS, forms_of
from plan_content import Plan, load_plan
from plan_dump import write_dump
from plan_markdown import write_markdown
from plan_pdf import PdfPlaces
from plan_places import Places, SheetPlaces
from truth_figures import FigureFinder
from truth_parts import captions, footnotes, headings, tables
from truth_reading import Truth, load_truth

from schemas.base import BoxPiece, Piece, Record
from schemas.golden import Golden, GoldenDigits, GoldenFigure

GOLDEN = CORPUS.parent / "golden"
# How each part of a golden marks what the program is known to get wrong.
GAP_FIELDS = {
    "figures": "gaps",
    "headings": "gap",
    "tables": "gap",
    "captions": "gap",
    "footnotes": "gap",
    "digits": "gap",
}


def golden_of(plan: Plan, truth: Truth, path: Path, built: bytes) -> Golden:
    """The golden of one form of a plan."""
    places = places_in(plan, path, built)
    finder = FigureFinder(plan, truth, places)
    loose = [
        GoldenDigits(source=piece, digits=digits, status=status)
        for piece, digits, status in places.loose_digits()
    ]
    return Golden(
        file=path.name,
        sha256=hashlib.sha256(built).hexdigest(),
        curated_by="hand",
        figures=_numbered(finder.figures, finder.wholes),
        headings=headings(plan, places),
        tables=tables(plan, truth, places),
        captions=captions(plan, truth, places),
        footnotes=footnotes(plan, places),
        digits=tuple(sorted([*finder.digits, *loose], key=lambda d: _reading_order(d.source))),
    )


def places_in(plan: Plan, path: Path, built: bytes) -> Places:
    """What finds the content in one form."""
    if path.suffix == ".md":
        return SheetPlaces(write_markdown(plan))
    if path.suffix == ".txt":
        return SheetPlaces(write_dump(plan))
    return PdfPlaces(plan, built)


def goldens() -> Iterator[tuple[Path, bytes]]:
    """Path and bytes of the golden of every form of every plan."""
    for source in sorted(CORPUS.glob("*/content.toml")):
        folder = source.parent
        plan, truth = load_plan(folder), load_truth(folder)
        for path, built in forms_of(folder):
            target = GOLDEN / f"{plan.name}{path.suffix}.json"
            golden = with_gaps_of(target, golden_of(plan, truth, path, built))
            written = json.dumps(golden.model_dump(mode="json"), indent=1, ensure_ascii=False)
            yield target, f"{written}\n".encode()


def with_gaps_of(committed: Path, golden: Golden) -> Golden:
    """A golden with the known gaps of the committed one: they are the program's, not the plan's."""
    if not committed.exists():
        return golden
    before = Golden.model_validate_json(committed.read_bytes())
    marked = {name: _marked_as(name, golden, before) for name in GAP_FIELDS}
    return golden.model_copy(update={**marked, "extras": before.extras})


def _marked_as(part: str, golden: Golden, before: Golden) -> tuple[Record, ...]:
    """The entries of a part with the marks of those that stood in their place."""
    name = GAP_FIELDS[part]
    entries: tuple[Record, ...] = getattr(golden, part)
    known = [getattr(entry, name) for entry in getattr(before, part)][: len(entries)]
    unknown = [getattr(entry, name) for entry in entries[len(known) :]]
    marks = zip(entries, [*known, *unknown], strict=True)
    return tuple(entry.model_copy(update={name: mark}) for entry, mark in marks)


def _numbered(
    found: list[tuple[str | None, GoldenFigure]], wholes: dict[int, str]
) -> tuple[GoldenFigure, ...]:
    """Number the figures in order of the form, and point shares to their wholes."""
    order = sorted(range(len(found)), key=lambda at: _page_or_offset(found[at][1].source[0]))
    number = {at: n for n, at in enumerate(order, start=1)}
    keys = {key: number[at] for at, (key, _) in enumerate(found) if key is not None}
    return tuple(
        found[at][1].model_copy(
            update={"n": number[at], "of": keys[wholes[at]] if at in wholes else None}
        )
        for at in order
    )


def _page_or_offset(piece: Piece) -> int:
    """What orders figures; on one page, they keep the order of the content."""
    return piece.page if isinstance(piece, BoxPiece) else piece.start


def _reading_order(piece: Piece) -> tuple[float, float, float]:
    if isinstance(piece, BoxPiece):
        return piece.page, piece.bbox[1], piece.bbox[0]
    return piece.start, 0, 0


def main(arguments: list[str]) -> int:
    """Write or check every golden; return the exit code."""
    if arguments not in ([], ["--check"]):
        sys.stderr.write(__doc__ or "")
        return 2
    differing = 0
    for path, written in goldens():
        if not arguments:
            path.write_bytes(written)
        elif not path.exists() or path.read_bytes() != written:
            differing += 1
            print(f"{path.name} is not what the truth gives")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
