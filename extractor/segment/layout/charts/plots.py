"""Plots: the bars of a chart in the colours of its legend, by series and category."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extractor.readers.geometry import area, around, merged_ranges, shared, sideways
from extractor.readers.source import Box, PdfPage
from extractor.segment.layout.charts.legends import Legend

LEAST_BAR_PT = 0.5
LEAST_BARS = 3
LEAST_CATEGORIES = 2
LEAST_PLAIN_PT = 2.0  # the sides of a bar that no legend tells
MOST_PLAIN = 60  # bars alike on a page; more are the cells of a table
MOST_BARS = 400  # of one legend on a page: more is no chart with a number at each
LARGEST_BAR = 0.2  # of the page
SAME_PT = 1.5  # by which the thicknesses, or the feet, of the bars of a chart differ at most
UNEVEN_PT = 3.0  # by which the distances of the bars of one series are no multiples of the pitch
APART = 4.0  # times its thickness that a bar stands from the nearest of its chart, at most
LEAST_WHITE_PT = 8.0  # between two charts one over the other: a line of text stands there
WIDE_STEP = 1.3  # times the distance of two bars that the first of another chart stands away
LEGEND_REACH_PT = 90.0  # from a legend to the bars, or their names, at most


@dataclass(slots=True, eq=False)
class Bar:
    """A bar, or a part of a stacked one, turned so that it stands."""

    box: Box
    """As if bars stood: from left to right along the categories, downwards to the foot."""
    series: int
    """Entry of the legend; 0 where there is none."""
    color: str | None = None
    """What parts the bars of two charts without a legend; None where a legend tells them."""
    category: int = -1


@dataclass(slots=True, eq=False)
class Plot:
    """The bars of a chart."""

    bars: list[Bar]
    box: Box
    """Around the bars, on the page."""
    upright: bool
    """Whether the bars stand; else they lie, and begin at the left."""
    middles: list[float] = field(default_factory=list)
    """Of each category, along the bars."""
    pitch: float = 0.0
    """The distance of two categories."""

    @property
    def hull(self) -> Box:
        """Around the bars, as they stand when turned."""
        return around(bar.box for bar in self.bars)

    @property
    def stacked(self) -> bool:
        """Whether bars stand on each other."""
        first = [bar for bar in self.bars if bar.category == self.bars[0].category]
        ranges = sorted(sideways(bar.box) for bar in first)
        return any(shared(one, other) > SAME_PT for one, other in pairwise(ranges))


def turned(box: Box, *, upright: bool) -> Box:
    """Return a box as it stands where the bars stand: those that lie begin at the foot.

    >>> turned((10, 20, 50, 30), upright=False)
    (20, -50, 30, -10)
    """
    x0, y0, x1, y1 = box
    return box if upright else (y0, -x1, y1, -x0)


def legend_plots(page: PdfPage, legend: Legend) -> list[Plot]:
    """Return the plots that are drawn in the colours of a legend, near to it."""
    colors = {entry.color: at for at, entry in enumerate(legend)}
    samples = {entry.sample for entry in legend}
    largest = _largest(page)
    bars = [
        Bar(shape.box, series)
        for shape in page.shapes
        if shape.kind == "fill" and (series := colors.get(shape.color or "")) is not None
        if min(_sides(shape.box)) >= LEAST_BAR_PT and area(shape.box) < largest
        if shape.box not in samples
    ]
    if not LEAST_BARS <= len(bars) <= MOST_BARS:
        return []
    near = around(entry.box for entry in legend)
    several = [plot for plot in _plots(bars) if len({bar.series for bar in plot.bars}) > 1]
    return [plot for plot in several if _is_near(plot.box, near)]


def plain_plots(page: PdfPage) -> list[Plot]:
    """Return the plots of bars in whatever colour, one a category."""
    fills = {shape.box: shape.color for shape in page.shapes if shape.kind == "fill"}
    if len(fills) < LEAST_BARS:
        return []
    found: list[Plot] = []
    largest = _largest(page)
    for side in (0, 1):
        alike: defaultdict[int, dict[Box, None]] = defaultdict(dict)
        for box in fills:
            if min(_sides(box)) >= LEAST_PLAIN_PT and area(box) < largest:
                alike[round(_sides(box)[side])][box] = None
        for boxes in alike.values():
            if LEAST_BARS <= len(boxes) <= MOST_PLAIN:
                found += _plots([Bar(box, 0, fills[box]) for box in boxes])
    return found


def _plots(bars: Sequence[Bar]) -> list[Plot]:
    """Return the plots of bars that stand near each other, and of the parts of those.

    Which of them is a chart its numbers tell: one plot that has them, or each of its parts.
    """
    tried = (part for group in _together(bars) for part in (group, *_parts(group)))
    found = (_plot(part) for part in tried)
    return [plot for plot in found if plot is not None]


def _parts(bars: Sequence[Bar]) -> list[list[Bar]]:
    """Return the bars as those of several charts that stand near each other.

    One over the other, with white between them; or, without a legend, one behind the other, of
    another colour or after a wider step. Nothing where they are of one.
    """
    upright = _stand(bars)
    if upright is None:
        return []
    bands = _bands(bars, upright=upright)
    plain = len({bar.series for bar in bars}) == 1
    parts = [run for band in bands for run in (_runs(band, upright=upright) if plain else [band])]
    return parts if len(parts) > 1 else []


def _bands(bars: Sequence[Bar], *, upright: bool) -> list[list[Bar]]:
    """Return the bars parted where nothing stands between a foot and the tops below it."""
    boxes = [(turned(bar.box, upright=upright), bar) for bar in bars]
    bands: list[list[Bar]] = []
    reach = 0.0
    for box, bar in sorted(boxes, key=lambda one: one[0][1]):
        if bands and box[1] - reach < LEAST_WHITE_PT:
            bands[-1].append(bar)
            reach = max(reach, box[3])
        else:
            bands.append([bar])
            reach = box[3]
    return bands


def _runs(bars: Sequence[Bar], *, upright: bool) -> list[list[Bar]]:
    """Return the bars of a row parted at each wider step, and at each other colour."""
    boxes = [(turned(bar.box, upright=upright)[0], bar) for bar in bars]
    boxes.sort(key=lambda one: one[0])
    steps = [b[0] - a[0] for a, b in pairwise(boxes)]
    wide = WIDE_STEP * min(steps, default=0.0)
    runs = [[boxes[0][1]]]
    for step, (_, bar) in zip(steps, boxes[1:], strict=True):
        if step > wide or bar.color != runs[-1][-1].color:
            runs.append([])
        runs[-1].append(bar)
    return runs


def _largest(page: PdfPage) -> float:
    return LARGEST_BAR * (page.page.width or 0.0) * (page.page.height or 0.0)


def _sides(box: Box) -> tuple[float, float]:
    return box[2] - box[0], box[3] - box[1]


def _together(bars: Sequence[Bar]) -> list[list[Bar]]:
    """Return the bars in groups that stand near each other."""
    groups: list[list[Bar]] = []
    for bar in bars:
        near = [group for group in groups if any(_is_beside(other.box, bar.box) for other in group)]
        merged = [*(one for group in near for one in group), bar]
        groups = [group for group in groups if group not in near] + [merged]
    return groups


def _is_beside(one: Box, other: Box) -> bool:
    across = max(one[0], other[0]) - min(one[2], other[2])
    down = max(one[1], other[1]) - min(one[3], other[3])
    return max(across, down) <= APART * max(min(_sides(one)), min(_sides(other)))


def _is_near(box: Box, legend: Box) -> bool:
    across = max(box[0], legend[0]) - min(box[2], legend[2])
    down = max(box[1], legend[1]) - min(box[3], legend[3])
    return max(across, down) <= LEGEND_REACH_PT


def _plot(bars: list[Bar]) -> Plot | None:
    """Return the plot of some bars with their categories; None where these are not clear."""
    if len(bars) < LEAST_BARS:
        return None
    upright = _stand(bars)
    if upright is None:
        return None
    standing = [Bar(turned(bar.box, upright=upright), bar.series) for bar in bars]
    plot = Plot(standing, around(bar.box for bar in bars), upright)
    return plot if _has_one_foot(plot) and _set_categories(plot) else None


def _stand(bars: Sequence[Bar]) -> bool | None:
    """Say whether bars stand or lie; None where they are as long as wide, or of all sizes."""
    wide, high = zip(*(_sides(bar.box) for bar in bars), strict=True)
    upright = max(wide) - min(wide) <= SAME_PT
    return None if upright == (max(high) - min(high) <= SAME_PT) else upright


def _has_one_foot(plot: Plot) -> bool:
    """Whether in each place a bar begins at the foot of the plot: none hangs, none floats."""
    lows: dict[int, float] = {}
    for bar in plot.bars:
        left = round(bar.box[0])
        lows[left] = max(bar.box[3], lows.get(left, bar.box[3]))
    return max(lows.values()) - min(lows.values()) <= SAME_PT


def _set_categories(plot: Plot) -> bool:
    """Number the categories: the bars of one series stand a pitch apart, or several."""
    pitch = _pitch(plot)
    if pitch <= SAME_PT:
        return False
    start = _start(plot, pitch)
    for bar in plot.bars:
        bar.category = int((bar.box[0] - start) // pitch)
    first = min(bar.category for bar in plot.bars)
    last = max(bar.category for bar in plot.bars)
    for bar in plot.bars:
        bar.category -= first
    plot.pitch = pitch
    plot.middles = [start + (at + 0.5) * pitch for at in range(first, last + 1)]
    once = len({(bar.category, bar.series) for bar in plot.bars}) == len(plot.bars)
    return once and LEAST_CATEGORIES <= len(plot.middles) <= len(plot.bars)


def _pitch(plot: Plot) -> float:
    """Return the distance of two categories; 0 where the bars of a series stand unevenly."""
    lefts: defaultdict[int, list[float]] = defaultdict(list)
    for bar in plot.bars:
        lefts[bar.series].append(bar.box[0])
    steps = [b - a for places in lefts.values() for a, b in pairwise(sorted(places))]
    least = min(steps, default=0.0)
    if least <= SAME_PT or any(abs(s - round(s / least) * least) > UNEVEN_PT for s in steps):
        return 0.0
    return sum(steps) / sum(round(step / least) for step in steps)


def _start(plot: Plot, pitch: float) -> float:
    """Return the middle of the white before a category: the widest that comes at each pitch."""
    origin = plot.bars[0].box[0]
    begins = [(bar.box[0] - origin + SAME_PT) % pitch for bar in plot.bars]
    ends = [at + bar.box[2] - bar.box[0] for at, bar in zip(begins, plot.bars, strict=True)]
    taken = merged_ranges([*zip(begins, ends, strict=True)])
    inner, low = max(((b[0] - a[1], a[1]) for a, b in pairwise(taken)), default=(0.0, 0.0))
    outer = taken[0][0] + pitch - taken[-1][1]
    white = taken[-1][1] + outer / 2 if outer >= inner else low + inner / 2
    return origin - SAME_PT + white
