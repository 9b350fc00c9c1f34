"""The scales of charts: numbers in even steps at even distances along a drawing, which say nothing.

They are no figures of the document. What they measure stands at the bars or lines, or nowhere.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

import regex

from extractor.readers.geometry import Range, around, downwards, shared, sideways
from extractor.readers.source import Box, PdfPage, Word
from extractor.segment.layout.baselines import lines_left
from extractor.segment.layout.lines import Line

TICK = regex.compile(
    r"""
    [-–−]? [$€£]? (?P<number> \d{1,3} (?: (?P<mark> [.,\s]) \d{3} )* | \d* [.,]? \d+ ) %?
    """,
    regex.X,
)
NUMBERS = regex.compile(r"[\d\s.,$€£%–−-]{1,160}+", regex.X)
MINUS = "-–−"
LEAST_TICKS = 4
ALIGNED_PT = 1.5  # between the edges, or the middles, of the numbers of a scale
EVEN = 0.06  # share by which the distances of two numbers differ at most
EVEN_PT = 1.5
ROW_LABEL = 14.0  # type sizes left of a number in which no row of a table begins
CORNER = 4.0  # type sizes between the last number of one scale and the other
DRAWING_PT = 60.0  # from a scale to what is drawn


@dataclass(frozen=True, slots=True)
class Tick:
    """A number that may be one of a scale."""

    value: Decimal
    words: tuple[Word, ...]
    box: Box

    def middle(self, *, upright: bool) -> float:
        """Where it stands along a scale that stands, or lies."""
        low, high = downwards(self.box) if upright else sideways(self.box)
        return (low + high) / 2


@dataclass(frozen=True, slots=True)
class Scale:
    """The numbers of an axis."""

    ticks: tuple[Tick, ...]
    upright: bool

    @property
    def box(self) -> Box:
        """Around its numbers."""
        return around(tick.box for tick in self.ticks)

    @property
    def counts(self) -> bool:
        """Whether its numbers may count items: they begin elsewhere than at 0, or go by ones."""
        values = [tick.value for tick in self.ticks]
        return Decimal(0) not in values or abs(values[1] - values[0]) == 1


def scales(lines: Sequence[Line], turned: Sequence[Line], page: PdfPage) -> set[int]:
    """Return the first glyphs of the words of the scales on a page.

    Args:
        lines: The level lines of the page that stand in no table.
        turned: The labels that run up or down.
        page: The page, with what is drawn on it.
    """
    if not (page.shapes or page.rules):
        return set()
    ticks = list(_ticks([*lines, *turned]))
    if len(ticks) < LEAST_TICKS:
        return set()
    found = [
        *(run for run in _runs(ticks, upright=True) if not _has_labels(run, lines)),
        *_runs(ticks, upright=False),
    ]
    told = [one for one in found if _is_drawn(one, page) and not one.counts]
    told += [one for one in found if one.counts and any(_meet(one, other) for other in found)]
    return {word.glyph for one in told for tick in one.ticks for word in tick.words}


def without(lines: Sequence[Line], glyphs: set[int], page: int) -> list[Line]:
    """Return the lines of a page without the words that begin with some glyphs."""
    words = [word for line in lines for word in line.words if word.glyph not in glyphs]
    return lines_left(lines, words, page)


def _ticks(lines: Iterable[Line]) -> Iterator[Tick]:
    """Yield the numbers that stand alone, and those of lines of nothing else."""
    for line in lines:
        if not NUMBERS.fullmatch(line.text):
            continue
        whole = _value(line.text)
        if whole is not None:
            yield Tick(whole, tuple(line.words), line.box)
            continue
        values = [_value(word.text) for word in line.words]
        for value, word in zip(values, line.words, strict=True):
            if value is not None:
                yield Tick(value, (word,), word.box)


def _value(text: str) -> Decimal | None:
    """Return the number that a text is; in which way its marks are read is all the same to steps.

    >>> _value("1.500"), _value(".25"), _value("$2,000"), _value("7 of 9")
    (Decimal('1500'), Decimal('0.25'), Decimal('2000'), None)
    """
    found = TICK.fullmatch(text)
    if found is None:
        return None
    number = found["number"]
    plain = number.replace(found["mark"], "") if found["mark"] else number.replace(",", ".")
    value = Decimal(plain)
    return -value if text[0] in MINUS else value


def _runs(ticks: Sequence[Tick], *, upright: bool) -> Iterator[Scale]:
    """Yield the runs of numbers that stand in a line, each a step from the last.

    Of those that share a number the longest is it: at their left edges only the numbers of three
    digits stand in a line of a scale from 0 to 1,200.
    """
    found = [run for edge in (0, 1, 2) for run in _aligned(ticks, edge, upright=upright)]
    taken: set[int] = set()
    for run in sorted(found, key=len, reverse=True):
        if taken.isdisjoint(map(id, run)):
            taken.update(map(id, run))
            yield Scale(tuple(run), upright)


def _aligned(ticks: Sequence[Tick], edge: int, *, upright: bool) -> Iterator[list[Tick]]:
    """Yield the even runs of the numbers that have an edge, or the middle, in a line."""
    places = [(_edge(tick, edge, upright=upright), tick) for tick in ticks]
    places.sort(key=lambda one: one[0])
    column: list[tuple[float, Tick]] = []
    for place in [*places, None]:
        if place is not None and (not column or place[0] - column[-1][0] <= ALIGNED_PT):
            column.append(place)
            continue
        yield from _even([tick for _, tick in column], upright)
        column = [place] if place is not None else []


def _edge(tick: Tick, edge: int, *, upright: bool) -> float:
    """Return where a number begins, ends or has its middle across a scale."""
    low, high = sideways(tick.box) if upright else downwards(tick.box)
    return (low, high, (low + high) / 2)[edge]


def _even(ticks: Sequence[Tick], upright: bool) -> Iterator[list[Tick]]:  # noqa: FBT001 - as above
    """Yield the runs of numbers at even distances and in even steps."""
    if len(ticks) < LEAST_TICKS:
        return
    placed = sorted(
        ((tick.middle(upright=upright), tick) for tick in ticks), key=lambda one: one[0]
    )
    steps = [(b[0] - a[0], b[1].value - a[1].value) for a, b in pairwise(placed)]
    run = [placed[0][1]]
    for at, (gap, step) in enumerate(steps):
        first = len(run) == 1
        alike = first or (
            step == steps[at - 1][1] and abs(gap - steps[at - 1][0]) <= max(EVEN_PT, EVEN * gap)
        )
        if step != 0 and alike:
            run.append(placed[at + 1][1])
            continue
        if len(run) >= LEAST_TICKS:
            yield run
        run = [placed[at + 1][1]] if step == 0 else [placed[at][1], placed[at + 1][1]]
    if len(run) >= LEAST_TICKS:
        yield run


def _has_labels(scale: Scale, lines: Sequence[Line]) -> bool:
    """Whether words stand before most numbers, as the labels of the rows of a table do."""
    worded = [line for line in lines if any(map(str.isalpha, line.text))]
    labelled = sum(any(_labels(line, tick) for line in worded) for tick in scale.ticks)
    return 2 * labelled > len(scale.ticks)


def _labels(line: Line, tick: Tick) -> bool:
    level = shared(downwards(line.box), downwards(tick.box)) > 0
    return level and 0 <= tick.box[0] - line.right < ROW_LABEL * line.size


def _is_drawn(scale: Scale, page: PdfPage) -> bool:
    """Whether something is drawn along a scale, at its side."""
    along, across = _sides(scale.box, upright=scale.upright)
    drawn = [*(shape.box for shape in page.shapes), *(rule.box for rule in page.rules)]
    sides = (_sides(box, upright=scale.upright) for box in drawn)
    return any(shared(along, one) > 0 and -shared(across, two) < DRAWING_PT for one, two in sides)


def _sides(box: Box, *, upright: bool) -> tuple[Range, Range]:
    """Return where a box runs along a scale that stands, or lies, and where across it."""
    down, side = downwards(box), sideways(box)
    return (down, side) if upright else (side, down)


def _meet(one: Scale, other: Scale) -> bool:
    """Whether one scale stands and the other lies below it: they meet in a corner."""
    if one.upright == other.upright:
        return False
    stands, lies = (one, other) if one.upright else (other, one)
    size = max(word.size for tick in lies.ticks for word in tick.words)
    below = -CORNER * size < lies.box[1] - stands.box[3] < CORNER * size
    pitch = lies.ticks[1].middle(upright=False) - lies.ticks[0].middle(upright=False)
    left = 0 <= lies.ticks[0].middle(upright=False) - stands.box[0] <= pitch + CORNER * size
    right = 0 <= stands.box[2] - lies.ticks[-1].middle(upright=False) <= pitch + CORNER * size
    return below and (left or right)
