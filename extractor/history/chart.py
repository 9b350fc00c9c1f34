"""A series as a picture: its points by time and value, as shapes for the page to draw."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.editions.times import is_moment, stretch
from extractor.history import shown
from extractor.written import number, scaled
from schemas.history import HistoryPoint, HistorySeries

WIDTH, HEIGHT = 720, 240
LEFT, RIGHT, TOP, BOTTOM = 110, 60, 16, 32
STEPS = 4  # lines across, beside that of the lowest value
TIME_ROOM = 110  # between two times that are written below
RADIUS = 5


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of the chart."""

    x: float
    y: float
    at: int
    """The point of the series."""
    disagrees: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the chart, and what is written at it."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """What the page draws of a series."""

    dots: tuple[Dot, ...]
    line: str
    """The points that the line runs through."""
    values: tuple[Tick, ...]
    times: tuple[Tick, ...]

    @property
    def is_disputed(self) -> bool:
        """Whether documents disagree on any of the values."""
        return any(dot.disagrees for dot in self.dots)


def chart(series: HistorySeries) -> Chart | None:
    """Return the chart of a series; None where fewer than two points have a time and a number."""
    values = shown.values(series)
    if values is None:
        return None
    placed = [
        (at, middle, value)
        for at, (point, value) in enumerate(zip(series.points, values, strict=True))
        if (middle := _middle(point)) is not None
    ]
    if len({middle for _, middle, _ in placed}) < 2:  # noqa: PLR2004  # a line has two ends
        return None
    days = _Scale([Decimal(middle) for _, middle, _ in placed], LEFT, WIDTH - RIGHT)
    amounts = _Scale([Decimal(0), *(value for *_, value in placed)], HEIGHT - BOTTOM, TOP)
    dots = tuple(
        Dot(days.at(Decimal(m)), amounts.at(v), at, series.points[at].agreement == "disagrees")
        for at, m, v in placed
    )
    ticks = tuple(Tick(amounts.at(v), _written(series, v)) for v in amounts.steps())
    alike = _alike(series, dots)
    return Chart(dots, _line(alike), ticks, tuple(_times(series, alike)))


def _alike(series: HistorySeries, dots: Sequence[Dot]) -> list[Dot]:
    """Return the points whose times are as long as most are: a year is no part of three years."""
    lengths = [_length(series.points[dot.at].when or "") for dot in dots]
    most = max(lengths, key=lengths.count)
    return [dot for dot, length in zip(dots, lengths, strict=True) if length == most]


def _length(when: str) -> float:
    """Return the length of a time in years, to a tenth; of a month or day nothing."""
    days = stretch(when)
    return 0.0 if days is None or is_moment(when) else round((days[1] - days[0]).days / 365, 1)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Places values between two edges of the picture."""

    values: Sequence[Decimal]
    first: int
    last: int

    def at(self, value: Decimal) -> float:
        """Return where a value stands."""
        low, high = min(self.values), max(self.values)
        share = (value - low) / (high - low) if high > low else Decimal(0)
        return round(float(self.first + share * (self.last - self.first)), 1)

    def steps(self) -> list[Decimal]:
        """Return round values from the lowest to the highest, for lines across."""
        low, high = min(self.values), max(self.values)
        if high == low:
            return [low]
        rough = (high - low) / STEPS
        power = Decimal(10) ** rough.adjusted()
        step = next(power * each for each in (1, 2, 5, 10) if power * each >= rough)
        first = (low / step).to_integral_value(rounding="ROUND_CEILING")
        count = int((high / step - first).to_integral_value(rounding="ROUND_FLOOR")) + 1
        return [(first + at) * step for at in range(count)]


def _middle(point: HistoryPoint) -> int | None:
    """Return the day in the middle of the time of a point, as a number."""
    days = stretch(point.when or "")
    return None if days is None else (days[0].toordinal() + days[1].toordinal()) // 2


def _line(dots: Sequence[Dot]) -> str:
    """Return the way of the line: where values of one time differ, through their middle."""
    heights: dict[float, list[float]] = {}
    for dot in dots:
        heights.setdefault(dot.x, []).append(dot.y)
    return " ".join(f"{x:g},{sum(ys) / len(ys):.1f}" for x, ys in sorted(heights.items()))


def _written(series: HistorySeries, value: Decimal) -> str:
    digits = f"{value:f}"
    told = scaled(digits) if series.kind in ("money", "count") else number(digits)
    return f"{told}%" if series.unit == "percent" else told


def _times(series: HistorySeries, dots: Sequence[Dot]) -> Iterator[Tick]:
    """Yield when points are of, as many as there is room for."""
    last = float(-TIME_ROOM)
    for x, at in sorted({dot.x: dot.at for dot in dots}.items()):
        if x - last >= TIME_ROOM:
            yield Tick(x, shown.time(series.points[at].when))
            last = x
