"""A diff as one file of HTML: both editions side by side, and the changes as a list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import get_args

from extractor.editions import shown
from extractor.editions.spread import TENTH, Spread, boxes, spread_data
from extractor.web.page import as_data, asset, environment, policy
from schemas.diff import ChangeType, Diff, FigureChange, FigureSide, TableChange, TextChange

HERE = "extractor.editions"
SCRIPTS = ("sides", "list", "main")
MOVED = frozenset({"revised_up", "revised_down", "next_period", "redated"})
MOST_BARS = 24  # of the chart of movements
FULL = Decimal(100)  # per cent: a bar over all of its half
WIDEST = Decimal(50)  # units of the chart that a bar has on each side of nothing


@dataclass(frozen=True, slots=True)
class Item:
    """A change as the list of the page shows it."""

    at: int
    row: shown.Row
    section: str
    types: tuple[str, ...]
    percent: str
    """How large it is, in per cent, without its sign; empty where that cannot be told."""
    search: str
    """What a search looks in."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A large movement as the chart shows it."""

    at: int
    row: shown.Row
    x: str
    width: str
    is_up: bool


def page(diff: Diff, old: Spread, new: Spread) -> str:
    """Return the page of a diff, which needs nothing else."""
    script = asset("extractor.web", "js", ("dom",)) + asset(HERE, "js", SCRIPTS)
    style = asset("extractor.web", "css", ("base",)) + asset(HERE, "css", ("editions",))
    changes = [each for each in diff.figures if "unchanged" not in each.types]
    if diff.relation == "unrelated":
        changes = []
    items = [_item(at, each) for at, each in enumerate(changes)]
    return (
        environment(HERE)
        .get_template("diff.html.jinja")
        .render(
            diff=diff,
            told=shown.relation(diff),
            summary=shown.summary(diff),
            items=items,
            sections=list(dict.fromkeys(item.section for item in items)),
            types=[each for each in get_args(ChangeType) if any(each in i.types for i in items)],
            words=shown.words,
            bars=list(_bars(changes)),
            parts=[(name, [_part(e) for e in told]) for name, told in shown.parts_of(diff) if told],
            data=as_data(_data(changes, old, new)),
            script=script,
            style=style,
            script_policy=policy(script),
            style_policy=policy(style),
        )
    )


def _item(at: int, change: FigureChange) -> Item:
    sides = [side for side in (change.old, change.new) if side is not None]
    row = shown.row(change)
    told = (row.label, row.old, row.new, *(shown.clean(side.line) for side in sides))
    return Item(
        at=at,
        row=row,
        section=shown.section(change),
        types=change.types,
        percent="" if change.percent is None else change.percent.removeprefix("-"),
        search=" ".join(told).casefold(),
    )


def _bars(changes: Sequence[FigureChange]) -> Iterator[Bar]:
    """Yield the largest movements, as bars to the right and to the left of nothing.

    A bar as long as can be stands for all that doubled, or more.
    """
    moved = [
        (abs(Decimal(change.percent)), at, change)
        for at, change in enumerate(changes)
        if change.percent is not None and not MOVED.isdisjoint(change.types)
    ]
    for percent, at, change in sorted(moved, key=lambda told: (-told[0], told[1]))[:MOST_BARS]:
        is_up = not (change.percent or "").startswith("-")
        width = min(percent, FULL) * WIDEST / FULL
        x = WIDEST if is_up else WIDEST - width
        yield Bar(at, shown.row(change), f"{x:.1f}", f"{width:.1f}", is_up)


def _data(changes: Sequence[FigureChange], old: Spread, new: Spread) -> dict[str, object]:
    sides = [[side for c in changes if (side := which(c)) is not None] for which in (_old, _new)]
    return {
        "sides": [
            spread_data(spread, list({side.id: side for side in told}.values()))
            for spread, told in zip((old, new), sides, strict=True)
        ],
        "changes": [[_end(each.old), _end(each.new)] for each in changes],
    }


def _old(change: FigureChange) -> FigureSide | None:
    return change.old


def _new(change: FigureChange) -> FigureSide | None:
    return change.new


def _end(side: FigureSide | None) -> dict[str, object] | None:
    """Return what the page's program lights of a figure."""
    if side is None:
        return None
    pieces = [[piece.page, *(round(edge, TENTH) for edge in piece.bbox)] for piece in boxes(side)]
    return {"id": side.id, "boxes": pieces}


def _part(change: TableChange | TextChange) -> dict[str, object]:
    lines = [
        f"{line.axis} {line.type}: {shown.line_names(line)}"
        for line in getattr(change, "lines", ())
    ]
    return {
        "types": shown.words(change.types),
        "name": shown.renamed(change),
        "pages": shown.pages(change),
        "lines": lines,
    }
