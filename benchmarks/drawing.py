"""Charts as SVG: bars, and lines over a scale; the same bytes from the same numbers."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

WIDTH = 720
LEFT, RIGHT, TOP, BOTTOM = 70, 24, 76, 56
NAMES = 340  # room for the names of bars
VALUES = 80  # room for what is written behind the longest bar
BAR, GAP = 20, 8
PLOT = 240  # height of what lines are drawn in
STEPS = 5  # lines across
COLOURS = ("#1f6f8b", "#c8553d", "#6a994e", "#7b5ea7")
DASHES = ("", "6 3", "2 3", "8 3 2 3")  # lines are told apart without colours too
STYLE = (
    "text{font:13px system-ui,sans-serif;fill:#222}.title{font-size:16px;font-weight:600}"
    ".note{font-size:12px;fill:#555}.grid{stroke:#ddd}.axis{stroke:#888}"
)


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar with its name."""

    name: str
    value: float
    ours: bool = True
    """Whether it tells of this program; what it is held against is drawn grey."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its name, through points from left to right."""

    name: str
    points: Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands above a chart."""

    title: str
    note: str
    """What was measured, and on what."""


def written(value: float) -> str:
    """Return a number as it stands in a chart: three digits, more only before the point.

    >>> [written(each) for each in (0.1234, 12.34, 1234.5, 60)]
    ['0.123', '12.3', '1,234', '60']
    """
    digits = max(0, 2 - math.floor(math.log10(abs(value)))) if value else 0
    told = f"{value:,.{digits}f}"
    return told.rstrip("0").rstrip(".") if "." in told else told


def bars(head: Head, drawn: Sequence[Bar]) -> str:
    """Return bars from the left, one below the other, each with its value behind it."""
    most = max(bar.value for bar in drawn)
    length = WIDTH - NAMES - VALUES - RIGHT
    shapes = []
    for at, bar in enumerate(drawn):
        top = TOP + at * (BAR + GAP)
        wide = round(length * bar.value / most, 1) if most else 0
        colour = COLOURS[0] if bar.ours else "#9aa5ab"
        middle = top + BAR / 2 + 4.5
        shapes += [
            _text(NAMES - 8, middle, bar.name, anchor="end"),
            f'<rect x="{NAMES}" y="{top}" width="{wide:g}" height="{BAR}" fill="{colour}"/>',
            _text(NAMES + wide + 6, middle, written(bar.value)),
        ]
    return _whole(head, shapes, TOP + len(drawn) * (BAR + GAP) + GAP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Axes:
    """What is written along both sides of a chart of lines."""

    across: str
    up: str


def lines(head: Head, axes: Axes, drawn: Sequence[Line]) -> str:
    """Return lines over a scale that begins at nothing, the points of all marked below."""
    height = TOP + PLOT + BOTTOM + 20 * len(drawn)
    xs = sorted({x for line in drawn for x, _ in line.points})
    ups = steps(max(y for line in drawn for _, y in line.points))
    place = _Place(xs[-1], ups[-1])
    shapes = [*_grid(place, xs, ups), *_legend(drawn)]
    shapes += [
        _text((LEFT + WIDTH - RIGHT) / 2, TOP + PLOT + 40, axes.across, anchor="middle"),
        _text(LEFT, TOP - 8, axes.up, kind="note"),
    ]
    for at, line in enumerate(drawn):
        points = [(place.x(x), place.y(y)) for x, y in line.points]
        way = " ".join(f"{x:g},{y:g}" for x, y in points)
        shapes.append(f'<polyline points="{way}" fill="none" {_stroke(at)}/>')
        fill = COLOURS[at % len(COLOURS)]
        shapes += [f'<circle cx="{x:g}" cy="{y:g}" r="3.5" fill="{fill}"/>' for x, y in points]
    return _whole(head, shapes, height)


def steps(most: float) -> list[float]:
    """Return round numbers from nothing to above the highest value.

    >>> steps(371)
    [0, 100, 200, 300, 400]
    """
    rough = most / STEPS or 1
    power = 10 ** math.floor(math.log10(rough))
    step = next(each * power for each in (1, 2, 2.5, 5, 10) if each * power >= rough)
    count = math.ceil(most / step)
    return [round(at * step, 10) for at in range(max(count, 1) + 1)]


@dataclass(frozen=True, slots=True)
class _Place:
    """Places values in the picture."""

    right: float
    top: float

    def x(self, value: float) -> float:
        """Return where a value stands from the left."""
        return round(LEFT + value / self.right * (WIDTH - LEFT - RIGHT), 1)

    def y(self, value: float) -> float:
        """Return where a value stands from the top."""
        return round(TOP + PLOT * (1 - value / self.top), 1)


def _grid(place: _Place, xs: Sequence[float], ups: Sequence[float]) -> Iterator[str]:
    for up in ups:
        y = place.y(up)
        kind = "grid" if up else "axis"
        yield f'<line class="{kind}" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:g}" y2="{y:g}"/>'
        yield _text(LEFT - 8, y + 4.5, written(up), anchor="end")
    free = 0.0
    for x in xs:
        at = place.x(x)
        if at >= free:  # names that would stand on each other are left out
            yield _text(at, TOP + PLOT + 20, written(x), anchor="middle")
            free = at + 40


def _legend(drawn: Sequence[Line]) -> Iterator[str]:
    for at, line in enumerate(drawn):
        y = TOP + PLOT + BOTTOM + 20 * at
        yield f'<line x1="{LEFT}" x2="{LEFT + 34}" y1="{y}" y2="{y}" {_stroke(at)}/>'
        yield _text(LEFT + 42, y + 4.5, line.name)


def _stroke(at: int) -> str:
    dashes = DASHES[at % len(DASHES)]
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'stroke="{COLOURS[at % len(COLOURS)]}" stroke-width="2"{dashed}'


def _text(x: float, y: float, text: str, *, anchor: str = "start", kind: str = "") -> str:
    named = f' class="{kind}"' if kind else ""
    return f'<text{named} x="{x:g}" y="{y:g}" text-anchor="{anchor}">{escape(text)}</text>'


def _whole(head: Head, shapes: Sequence[str], height: int) -> str:
    """Return a picture with its title, which is read out too."""
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">',
            f"<title>{escape(head.title)}</title>",
            f"<style>{STYLE}</style>",
            f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>',
            _text(16, 24, head.title, kind="title"),
            _text(16, 42, head.note, kind="note"),
            *shapes,
            "</svg>\n",
        )
    )
