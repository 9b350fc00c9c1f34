"""Paragraphs: lines that are read as one."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import regex

from extractor.segment.layout.lines import Line
from extractor.segment.layout.markers import Marker
from extractor.segment.layout.order import Fixed, Region

SIZE_RATIO = 1.07  # type that differs by more is another paragraph's
DISPLAY = 1.12  # of the body's type: lines in larger type are broken at will
LEADER = regex.compile(
    r"(?: (?: [.…·_] \s? ){5,50}+ \s* [\d\p{L}]{0,6} | \s [.…·_]{2,5} \s* \d{1,4} ) \s* $", regex.X
)


def leader(text: str) -> "regex.Match[str] | None":
    """Return the dots at the end of a text that lead to a page number, and the number."""
    if ".." in text or ". ." in text or "…" in text or "·" in text or "_" in text:
        return _dots(text)
    return None  # as of most texts, at little cost


@lru_cache(maxsize=1024)  # a list of contents is asked for them step by step
def _dots(text: str) -> "regex.Match[str] | None":
    return LEADER.search(text)


@dataclass(slots=True, eq=False)
class Unit:
    """Lines that are read as one: a paragraph, a heading, a list item."""

    lines: list[Line]
    region: Region
    marker: Marker | None = None
    fixed: Fixed | None = None
    full: bool = False
    """Whether the last line runs to the end of its column."""
    role: Literal["title", "front", "key_figure"] | None = None
    """What it is where its place on the first pages tells: the title, or a line around it."""

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
