"""A diff as CSV: a row for each figure and each part, none of which a spreadsheet runs."""

import csv
from collections.abc import Iterator
from io import StringIO

from extractor.cells import safe
from extractor.editions import shown
from schemas.diff import Diff, FigureChange, FigureSide, TableChange, TextChange

SIDE = ("value", "low", "high", "unit", "modifier", "as_of", "quote", "page", "line", "id")
HEAD = (
    *("part", "types", "label", "section", "kind", "difference", "percent", "score", "group"),
    *(f"{side}_{name}" for side in ("old", "new") for name in SIDE),
)


def spreadsheet(diff: Diff) -> str:
    """Return the figures and parts of a diff as CSV with a head; only the head, if unrelated."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEAD)
    if diff.relation != "unrelated":
        for cells in _rows(diff):
            writer.writerow([safe(cells.get(name)) for name in HEAD])
    return out.getvalue()


def _rows(diff: Diff) -> Iterator[dict[str, object]]:
    for change in diff.figures:
        yield _figure("figure", change)
    for change in diff.rolled:
        yield _figure("rolled", change)
    for name, changed in shown.parts_of(diff):
        for part in changed:
            yield from _part(name.removesuffix("s"), part)


def _figure(part: str, change: FigureChange) -> dict[str, object]:
    side = change.new or change.old
    cells: dict[str, object] = {
        "part": part,
        "types": " ".join(change.types),
        "label": shown.row(change).label,
        "section": shown.section(change),
        "kind": None if side is None else side.kind,
        "difference": change.difference,
        "percent": change.percent,
        "score": change.score,
        "group": change.group,
    }
    return cells | _side("old", change.old) | _side("new", change.new)


def _side(name: str, side: FigureSide | None) -> dict[str, object]:
    return {} if side is None else {f"{name}_{each}": getattr(side, each) for each in SIDE}


def _part(name: str, change: TableChange | TextChange) -> Iterator[dict[str, object]]:
    """Yield a row for a part, if it changed as a whole, and for each of its lines."""
    if change.types:
        yield {
            "part": name,
            "types": " ".join(change.types),
            "label": shown.renamed(change),
            "old_quote": change.old,
            "old_page": change.old_page,
            "old_id": change.old_id,
            "new_quote": change.new,
            "new_page": change.new_page,
            "new_id": change.new_id,
        }
    for line in change.lines if isinstance(change, TableChange) else ():
        yield {
            "part": line.axis,
            "types": line.type,
            "label": shown.renamed(change),
            "old_quote": line.old,
            "new_quote": line.new,
            "old_id": change.old_id,
            "new_id": change.new_id,
        }
