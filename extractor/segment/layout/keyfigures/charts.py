"""Numbers in charts and on maps, each with its name: only where the drawing leaves no doubt."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extractor.readers.geometry import (
    area,
    holds,
    median,
)
from extractor.readers.source import Box, PdfPage, Shape
from extractor.segment.captions import opens_caption
from extractor.segment.layout.keyfigures.sides import label_at
from extractor.segment.layout.keyfigures.values import KeyFigure, Value, reads_as_value
from extractor.segment.layout.lines import Line

LEAST_BARS = 3
LEAST_PLACES = 2
NEAR_BAR = 1.2  # type sizes between a bar's end and its number at most
NAME_REACH = 2.5  # type sizes between a bar's foot and its name at most
WIDEST_NAME = 14.0  # type sizes from a bar that lies to its name at most
LARGEST_BAR = 0.2  # of the page
LEAST_BAR_PT = 2.0
MAP_SHARE = 0.03, 0.75  # of the page
MOST_WORDS = 90  # in a map; more is text on a ground
CLOSE_NAME = 0.9  # heights of the number between it and the name of its place at most


@dataclass(slots=True)
class _Bar:
    """A bar with its number, and the lines of its name."""

    box: Box
    value: Line
    name: list[Line] = field(default_factory=list)


def chart_figures(lines: Sequence[Line], page: PdfPage) -> list[KeyFigure]:
    """Return the numbers at bars and in maps with their names."""
    if not page.shapes:
        return []
    values = [line for line in lines if reads_as_value(line.text) and not _in_table(line, page)]
    if not values:
        return []
    chosen = {id(value) for value in values}
    texts = [line for line in lines if id(line) not in chosen and _may_name(line)]
    found = [*_bars(values, texts, page, upright=False), *_bars(values, texts, page, upright=True)]
    taken = {id(line) for figure in found for line in figure.value}
    left = [value for value in values if id(value) not in taken]
    return found + _places(left, texts, page)


def _may_name(line: Line) -> bool:
    """Whether a line may name a bar or a place: words that open no caption of the drawing."""
    return any(c.isalpha() for c in line.text) and not opens_caption(line.text)


def _in_table(line: Line, page: PdfPage) -> bool:
    return any(
        len(grid.cells) > 1 and len(grid.cells[0]) > 1 and holds(grid.box, line.box)
        for grid in page.grids
    )


def _bars(
    values: Sequence[Line], texts: Sequence[Line], page: PdfPage, *, upright: bool
) -> list[KeyFigure]:
    """Return the figures of bars that stand, or lie, where each has one number and one name."""
    whole = (page.page.width or 0.0) * (page.page.height or 0.0)
    shapes = [shape for shape in page.shapes if _may_be_bar(shape, whole)]
    bars: list[_Bar] = []
    for value in values:
        ends = [shape.box for shape in shapes if _at_end(shape.box, value, upright=upright)]
        if len(ends) == 1:
            bars.append(_Bar(ends[0], value))
    figures: list[KeyFigure] = []
    for chart in _charts(bars, upright=upright):
        _name(chart, texts, upright=upright)
        reached = {round(bar.box[1] if upright else bar.box[2]) for bar in chart}
        # Bars all of one length are the coloured rows or columns of a table.
        if len(chart) >= LEAST_BARS and len(reached) > 1 and all(bar.name for bar in chart):
            figures += [KeyFigure([bar.value], bar.name) for bar in chart]
    return figures


def _may_be_bar(shape: Shape, page_area: float) -> bool:
    x0, y0, x1, y1 = shape.box
    drawn = shape.kind == "fill" and min(x1 - x0, y1 - y0) >= LEAST_BAR_PT
    return drawn and area(shape.box) < LARGEST_BAR * page_area


def _at_end(bar: Box, value: Line, *, upright: bool) -> bool:
    """Whether a number stands at the end of a bar: above it, or right of it."""
    near = NEAR_BAR * value.size
    middle = (value.left + value.right) / 2, (value.top + value.bottom) / 2
    if upright:
        gap = bar[1] - value.bottom
        return -0.4 * value.size < gap < near and bar[0] - near < middle[0] < bar[2] + near
    gap = value.left - bar[2]
    return -0.4 * value.size < gap < near and bar[1] - 1 < middle[1] < bar[3] + 1


def _charts(bars: Sequence[_Bar], *, upright: bool) -> list[list[_Bar]]:
    """Return the bars in charts: those that begin at one line."""
    charts: list[list[_Bar]] = []
    for bar in sorted(bars, key=lambda bar: bar.box[3] if upright else bar.box[0]):
        start = bar.box[3] if upright else bar.box[0]
        last = charts[-1][-1].box if charts else None
        if last and abs(start - (last[3] if upright else last[0])) <= LEAST_BAR_PT:
            charts[-1].append(bar)
        else:
            charts.append([bar])
    return charts


def _name(chart: Sequence[_Bar], texts: Sequence[Line], *, upright: bool) -> None:
    """Give each line of a name to the bar whose middle is nearest.

    What lies beyond the names beside bars that lie is text of another column.
    """
    size = median([bar.value.size for bar in chart])
    widths = [(b.box[2] - b.box[0]) if upright else (b.box[3] - b.box[1]) for b in chart]
    for text in sorted(texts, key=lambda line: line.top):
        if upright:
            gap = text.top - max(bar.box[3] for bar in chart)
            away = [abs(text.left + text.right - bar.box[0] - bar.box[2]) / 2 for bar in chart]
            reach = NAME_REACH * size
        else:
            gap = min(bar.box[0] for bar in chart) - text.right
            away = [abs(text.top + text.bottom - bar.box[1] - bar.box[3]) / 2 for bar in chart]
            reach = WIDEST_NAME * size
        nearest = min(range(len(chart)), key=lambda at: away[at])
        if -0.5 * size < gap < reach and away[nearest] <= max(widths[nearest] / 2, size):
            chart[nearest].name.append(text)
    if not upright:
        beside = [max(bar.name, key=lambda line: line.right).left for bar in chart if bar.name]
        for bar in chart:
            bar.name = [line for line in bar.name if line.right > min(beside)]


def _places(values: Sequence[Line], texts: Sequence[Line], page: PdfPage) -> list[KeyFigure]:
    """Return the numbers on maps, each with the name of its place right above or below it."""
    whole = (page.page.width or 0.0) * (page.page.height or 0.0)
    figures: list[KeyFigure] = []
    for shape in page.shapes:
        if shape.kind == "fill" or not MAP_SHARE[0] < area(shape.box) / whole < MAP_SHARE[1]:
            continue
        inside = [value for value in values if holds(shape.box, value.box)]
        names = [text for text in texts if holds(shape.box, text.box)]
        words = sum(len(line.words) for line in names)
        if len(inside) >= LEAST_PLACES and words <= MOST_WORDS:
            taken = {id(line) for figure in figures for line in figure.value}
            named = _named([v for v in inside if id(v) not in taken], names)
            figures += [replace(figure, drawing=shape.box) for figure in named]
    return figures


def _named(values: Sequence[Line], names: Sequence[Line]) -> list[KeyFigure]:
    """Return the numbers with their names, where all have theirs on one side."""
    for side in ("above", "below"):
        found = [label_at(side, Value([value]), names) for value in values]
        close = [
            label if label and label.far < CLOSE_NAME * value.size else None
            for label, value in zip(found, values, strict=True)
        ]
        lines = [id(line) for label in close if label for line in label.lines]
        if all(close) and len(lines) == len(set(lines)) >= LEAST_PLACES:
            return [
                KeyFigure([value], list(label.lines))
                for value, label in zip(values, close, strict=True)
                if label
            ]
    return []
