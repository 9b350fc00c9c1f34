"""A history as text: a table with a bar for each value."""

from collections.abc import Iterator, Sequence
from dataclasses import astuple
from decimal import Decimal

import click

from extractor.editions.columns import GAP, aligned, cut, fitting
from extractor.history import shown
from schemas.history import History, HistorySeries

BAR = 16  # characters of the longest bar
EIGHTHS = " ▏▎▍▌▋▊▉"
FULL = "█"
MOST = 12  # series that are shown; a search for one word meets a hundred
LIMITS = ((8, 28), (10, 40), (0, BAR), (12, 40), (0, 6), (0, 40))
NOTE = "↳ "


def text(history: History, width: int, *, coloured: bool) -> Iterator[str]:
    """Yield the lines of a history: what was found, then the largest series."""
    yield shown.summary(history)
    for series in history.series[:MOST]:
        heading = cut(shown.label(series), width)
        yield from ("", click.style(heading, bold=True) if coloured else heading)
        yield from _table(history, series, width)
    left_out = len(history.series) - MOST
    if left_out > 0:
        yield from ("", f"{left_out} smaller series: ask more exactly, or for another --format")


def _table(history: History, series: HistorySeries, width: int) -> Iterator[str]:
    told = [astuple(row) for row in shown.rows(history, series)]
    bars = _bars(shown.values(series) or [Decimal(0)] * len(told))
    full = [(*row[:2], bar, *row[2:-1]) for row, bar in zip(told, bars, strict=True)]
    there = [at for at in range(len(LIMITS)) if any(row[at] for row in full)]
    cells = [[row[at] for at in there] for row in full]
    widths = fitting(cells, [LIMITS[at] for at in there], width - len(GAP))
    for row, (*_, notes) in zip(cells, told, strict=True):
        yield f"{GAP}{aligned(row, widths)}"
        if notes:
            yield cut(f"{GAP}{' ' * widths[0]}{GAP}{NOTE}{notes}", width)


def _bars(values: Sequence[Decimal]) -> Iterator[str]:
    """Yield a bar for each of several values, the largest as long as can be; none below zero."""
    longest = max(values) if len(values) > 1 else Decimal(0)
    for value in values:
        eighths = int(value * BAR * 8 / longest) if longest > 0 and value > 0 else 0
        yield (FULL * (eighths // 8) + EIGHTHS[eighths % 8]).strip()
