"""The charts of a page whose numbers have a series and a category each, by geometry alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from extractor.readers.geometry import around, holds
from extractor.readers.source import Box, Grid, PdfPage, Word
from extractor.segment.layout.baselines import page_lines
from extractor.segment.layout.charts.legends import WORD_GAP, Legend, legends
from extractor.segment.layout.charts.plots import Plot, legend_plots, plain_plots, turned
from extractor.segment.layout.charts.valued import valued
from extractor.segment.layout.keyfigures.values import parted, reads_as_value
from extractor.segment.layout.lines import Line

NAME_REACH = 2.5  # type sizes from the foot of standing bars to their names at most
WIDEST_NAME = 14.0  # the same of bars that lie
ROW_GAP = 0.35  # type sizes between two rows of one name at most
MOST_WORDS = 8  # of a name
SPACE = 0.45  # type sizes between two names on one line, at least
SIDE_PT = 2.0
PLOT_REACH = 2.0  # type sizes around the bars in which their numbers stand

COUNTS = regex.compile(
    r"[(\[]?+ (?: \d [\d.,%]*+ | (?: \p{L} | [ivx]++ ) [.)\]] ) [.)\]:]*+", regex.X | regex.I
)
"""A word that may count a name or be another value of it: `412`, `2.`, `(b)`, `iv.`."""


@dataclass(slots=True, eq=False)
class Chart:
    """A chart as a small table."""

    series: list[Line]
    """Their names; nothing where there is only one."""
    categories: list[list[Line]]
    """The lines of each name."""
    values: list[tuple[Line, int, int]]
    """Each with its series and its category."""
    rest: list[Line]
    """What else stands in it: the axis, further labels."""

    @property
    def lines(self) -> list[Line]:
        """All of it in the order that it is read in: series after series, as in a table."""
        named = [line for name in self.categories for line in name]
        return [*named, *self.series, *(value for value, _, _ in self.values), *self.rest]

    @property
    def words(self) -> list[Word]:
        """Every word of it."""
        return [word for line in self.lines for word in line.words]

    @property
    def box(self) -> Box:
        """Around all of it."""
        return around(line.box for line in self.lines)


def charts(lines: Sequence[Line], page: PdfPage) -> list[Chart]:
    """Return the charts of a page that have numbers at their bars, and names at their foot."""
    if not page.shapes:
        return []
    found: list[Chart] = []
    taken: set[int] = set()
    for legend, plot in _drawn(lines, page):
        left = [line for line in lines if not any(word.glyph in taken for word in line.words)]
        chart = _chart(plot, [entry.name for entry in legend], left)
        if chart is not None:
            found.append(chart)
            taken.update(word.glyph for word in chart.words)
    return found


def _drawn(lines: Sequence[Line], page: PdfPage) -> Iterator[tuple[Legend, Plot]]:
    """Yield the plots of a page with their legends, those of one colour last and without."""
    for legend in legends(page, lines):
        yield from ((legend, plot) for plot in legend_plots(page, legend))
    for plot in plain_plots(page):
        if not any(_is_table(grid) and holds(grid.box, plot.box) for grid in page.grids):
            yield [], plot


def _is_table(grid: Grid) -> bool:
    return len(grid.cells) > 1 and len(grid.cells[0]) > 1


def _chart(plot: Plot, series: list[Line], lines: Sequence[Line]) -> Chart | None:
    named = {word.glyph for name in series for word in name.words}
    near = [line for line in lines if _is_near(line, plot)]
    values = list(_values(near))
    told = valued(plot, [v for v in values if not any(w.glyph in named for w in v.words)])
    if not told:
        return None
    used = named | {word.glyph for one in told for word in one.value.words}
    free = [word for line in lines for word in line.words if word.glyph not in used]
    categories = _categories(plot, free, told[0].value)
    if categories is None:
        return None
    order = sorted(told, key=lambda one: (one.bar.series, one.bar.category))
    chart = Chart(
        series=series,
        categories=categories,
        values=[(one.value, one.bar.series, one.bar.category) for one in order],
        rest=[],
    )
    chart.rest = _rest(chart, plot, lines)
    return chart


def _values(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the numbers that stand alone, and those that stand so close that they are one line."""
    for line in parted(lines):
        if reads_as_value(line.text):
            yield line
        elif all(reads_as_value(word.text) for word in line.words):
            yield from (Line.of([word], line.page) for word in line.words)


def _is_near(line: Line, plot: Plot) -> bool:
    """Whether a line stands at the bars, or between them."""
    x0, y0, x1, y1 = plot.box
    reach = PLOT_REACH * line.size
    across = x0 - reach < line.right and line.left < x1 + reach
    return across and y0 - reach < line.bottom and line.top < y1 + reach


def _categories(plot: Plot, words: Sequence[Word], value: Line) -> list[list[Line]] | None:
    """Return the lines of the name at the foot of each category; None where one has no name."""
    foot, half = plot.hull[3], plot.pitch / 2
    standing = [(turned(word.box, upright=plot.upright), word) for word in words]
    below = sorted(
        ((box, word) for box, word in standing if box[1] + box[3] > 2 * foot),
        key=lambda one: one[0][1],
    )
    first = foot + (NAME_REACH if plot.upright else WIDEST_NAME) * value.size
    gap = ROW_GAP if plot.upright else WORD_GAP
    reach = [first] * len(plot.middles)
    names: list[list[Word]] = [[] for _ in plot.middles]
    for box, word in below:
        if box[1] > max(reach):
            break
        away = [abs((box[0] + box[2]) / 2 - middle) for middle in plot.middles]
        at = min(range(len(away)), key=lambda at: away[at])
        if away[at] <= half and box[1] <= reach[at]:
            names[at].append(word)
            reach[at] = box[3] + gap * word.size
    if not all(names):
        return None
    names = names if plot.upright else [_without_number(name) for name in names]
    if any(len(name) > MOST_WORDS for name in names) or _cuts_text(names):
        return None
    return [page_lines(name, value.page) for name in names]


def _without_number(name: list[Word]) -> list[Word]:
    """Return a name without what counts it, or another value of it, before it on its line.

    `name` is ordered from its bar outwards.
    """
    first = name[-1]
    row = [word for word in name[:-1] if abs(word.baseline - first.baseline) < first.size]
    white = min((word.box[0] for word in row), default=0.0) - first.box[2]
    apart = white > ROW_GAP * first.size and COUNTS.fullmatch(first.text) is not None
    return _without_number(name[:-1]) if apart else name


def _cuts_text(names: Sequence[Sequence[Word]]) -> bool:
    """Whether two names stand so close on a line that they are one text, no names."""
    placed = sorted(
        ((round(word.baseline), word.box[0], word.box[2], at) for at, name in enumerate(names)
         for word in name)
    )  # fmt: skip
    size = min(word.size for name in names for word in name)
    return any(
        one[0] == two[0] and one[3] != two[3] and two[1] - one[2] < SPACE * size
        for one, two in pairwise(placed)
    )


def _rest(chart: Chart, plot: Plot, lines: Sequence[Line]) -> list[Line]:
    """Return what else stands between the bars, the names and the legend."""
    hull = around([chart.box, plot.box])
    taken = {word.glyph for word in chart.words}
    inside = [line for line in lines if holds(hull, line.box) and _lies_in(hull, line.box)]
    left = [word for line in inside for word in line.words if word.glyph not in taken]
    return page_lines(left, inside[0].page) if left else []


def _lies_in(hull: Box, box: Box) -> bool:
    return hull[0] - SIDE_PT <= box[0] and box[2] <= hull[2] + SIDE_PT
