"""Which number is that of which bar: the one in it, or at its end, as long as the number says."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from extractor.readers.geometry import area, median
from extractor.readers.source import Box
from extractor.segment.layout.charts.plots import Bar, Plot, turned
from extractor.segment.layout.lines import Line

END_REACH = 1.2  # type sizes between the end of a bar and its number at most
OVER_END = 0.4  # the same that the number may reach into the bar
IN_MIDDLE = 0.15  # of a bar's length that its number stands off its middle at most
SIDE_PT = 1.0
TRUE_SHARE = 0.1  # that a bar may be longer or shorter than its number says
TRUE_PT = 1.5
MOST_TRUE = 0.8  # of the numbers whose bars are as long as they say, for the others to be wrong
LEAST_VALUES = 3

DECIMALS = regex.compile(r"(?<= \d ) [.,] (?: \d{1,2} | \d{4,} ) \D*+ $ ", regex.X)
SINGLE = regex.compile(r"[^\d.,]*+ 0 [.,] \d++ \D*+", regex.X)


@dataclass(slots=True, eq=False)
class Valued:
    """A bar and its number."""

    bar: Bar
    value: Line


def valued(plot: Plot, values: Sequence[Line]) -> list[Valued]:
    """Return the bars that have one number each; none where the numbers are not of the bars."""
    stacked = plot.stacked
    found: list[Valued] = []
    for value in values:
        box = turned(value.box, upright=plot.upright)
        at = _inside(plot.bars, box)
        if at is None and not stacked:  # over a stack stands its total
            at = _at_end(plot.bars, box, value.size)
        if at is not None:
            found.append(Valued(at, value))
    of_bars: defaultdict[int, list[Valued]] = defaultdict(list)
    for one in found:
        of_bars[id(one.bar)].append(one)
    told = (_own(these, upright=plot.upright) for these in of_bars.values())
    return _true([one for one in told if one is not None])


def _own(found: Sequence[Valued], *, upright: bool) -> Valued | None:
    """Return the one number of a bar; of several the one in its middle, alone there.

    Another may be that of a part of the stack too thin to be drawn.
    """
    if len(found) == 1:
        return found[0]
    bar = found[0].bar
    reach = IN_MIDDLE * (bar.box[3] - bar.box[1])
    numbers = (turned(one.value.box, upright=upright) for one in found)
    off = [abs((box[1] + box[3]) / 2 - _middle(bar)) for box in numbers]
    centred = [one for one, away in zip(found, off, strict=True) if away <= reach]
    return centred[0] if len(centred) == 1 else None


def _inside(bars: Sequence[Bar], value: Box) -> Bar | None:
    """Return the bar that a number stands in, or that is so thin that the number covers it."""
    x, y = (value[0] + value[2]) / 2, (value[1] + value[3]) / 2
    around = [
        bar
        for bar in bars
        if bar.box[0] - SIDE_PT <= x <= bar.box[2] + SIDE_PT
        and (bar.box[1] <= y <= bar.box[3] or value[1] <= _middle(bar) <= value[3])
    ]
    return min(around, key=lambda bar: abs(_middle(bar) - y), default=None)


def _middle(bar: Bar) -> float:
    return (bar.box[1] + bar.box[3]) / 2


def _at_end(bars: Sequence[Bar], value: Box, size: float) -> Bar | None:
    """Return the one bar that a number stands over."""
    x = (value[0] + value[2]) / 2
    below = [
        bar
        for bar in bars
        if bar.box[0] - SIDE_PT <= x <= bar.box[2] + SIDE_PT
        and -OVER_END * size <= bar.box[1] - value[3] <= END_REACH * size
    ]
    return below[0] if len(below) == 1 else None


def _true(found: list[Valued]) -> list[Valued]:
    """Return those whose bars are as long as their numbers say, or longer for larger ones."""
    if len(found) < LEAST_VALUES or all(area(one.bar.box) == 0 for one in found):
        return []
    sizes = [amount(one.value.text) for one in found]
    longs = [one.bar.box[3] - one.bar.box[1] for one in found]
    scale = median([size / long for size, long in zip(sizes, longs, strict=True)])
    if scale > 0:
        true = [
            one
            for one, size, long in zip(found, sizes, longs, strict=True)
            if abs(size / scale - long) <= max(TRUE_PT, TRUE_SHARE * long)
        ]
        if len(true) >= max(LEAST_VALUES, MOST_TRUE * len(found)):
            return true
    return found if _in_order(sizes, longs) else []


def _in_order(sizes: Sequence[float], longs: Sequence[float]) -> bool:
    """Whether of any two bars the clearly longer has the larger number: the axis may be cut."""
    pairs = sorted(zip(longs, sizes, strict=True))
    largest = float("-inf")
    passed = 0
    for long, size in pairs:
        while pairs[passed][0] < long - TRUE_PT:
            largest = max(largest, pairs[passed][1])
            passed += 1
        if size < largest:
            return False
    return len(set(sizes)) > 1


def amount(text: str) -> float:
    """Return about how much a printed number is, whatever parts its digits.

    >>> amount("$13,225"), amount("41.19"), amount("1 204,5 M"), amount("0,125"), amount("$.35")
    (13225.0, 41.19, 1204.5, 0.125, 0.35)
    """
    decimals = DECIMALS.search(text) or (SINGLE.fullmatch(text) and regex.search("[.,]", text))
    point = decimals.start() if decimals else text.find(".") if "$." in text else len(text)
    whole = "".join(c for c in text[:point] if c.isdigit())
    part = "".join(c for c in text[point:] if c.isdigit())
    return float(f"{whole or 0}.{part or 0}")
