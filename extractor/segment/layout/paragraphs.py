"""Paragraphs: lines that are read as one."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import regex

from extractor.segment.layout.charts.finding import Chart
from extractor.segment.layout.lines import Line
from extractor.segment.layout.markers import Marker
from extractor.segment.layout.order import Fixed, Region

SIZE_RATIO = 1.07  # type that differs by more is another paragraph's
DISPLAY = 1.12  # of the body's type: lines in larger type are broken at will
LEADER = regex.compile(
    r"(?: (?: [.…·_] \s? ){5,50}+ \s* [\d\p{L}]{0,6} | \s [.…·_]{2,5} \s* \d{1,4} ) \s* $", regex.X
)

LED_AMOUNT = regex.compile(
    r"""
    (?: [.…·_] \s? ){5,50}+ \s* [(-]? \p{Sc}? \s? \d{1,3} (?: [.,\ ] \d{3} )++ (?: [.,] \d{1,2} )?+
    \)? \s* $
    """,
    regex.X,
)


def leads_to_amount(text: str) -> bool:
    """Whether dots at the end of a text lead to a number with its thousands marked."""
    return text[-1:] in "0123456789)" and ".." in text and LED_AMOUNT.search(text) is not None


def leader(text: str) -> "regex.Match[str] | None":
    """Return the dots at the end of a text that lead to a page number, and the number."""
    if ".." in text or ". ." in text or "…" in text or "·" in text or "_" in text:
        return _dots(text)
    return None  # as of most texts, at little cost


@lru_cache(maxsize=1024)  # a list of contents is asked for them step by step
def _dots(text: str) -> "regex.Match[str] | None":
    return LEADER.search(text)


@dataclass(slots=True, eq=False)
class Plotting:
    """The place of a number in a chart; without names where it has none, as the names have."""

    chart: Chart
    series: "Unit | None" = None
    category: "Unit | None" = None


@dataclass(slots=True, eq=False)
class Unit:
    """Lines that are read as one: a paragraph, a heading, a list item."""

    lines: list[Line]
    region: Region
    marker: Marker | None = None
    fixed: Fixed | None = None
    full: bool = False
    """Whether the last line runs to the end of its column."""
    role: Literal["title", "front", "key_figure", "plotted"] | None = None
    """What it is where its place on the page tells: the title, a line around it, part of a chart.
    """
    plotting: "Plotting | None" = None
    """Of a number or a name of a chart: its place there."""

    @property
    def text(self) -> str:
        """The lines joined by spaces."""
        if len(self.lines) == 1:  # so it is of most
            return self.lines[0].text
        return " ".join([line.text for line in self.lines])

    @property
    def page(self) -> int:
        """The page it begins on."""
        return self.lines[0].page if self.lines else self.region.page
