"""The items of sentences: which words of a sentence are told of which of its figures."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import regex

from extractor.data.tables import load
from extractor.editions.sentences import Sentences
from schemas.extraction import Extraction
from schemas.figure import Figure

BRACKETS = regex.compile(r"\([^()]*+\)")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Item:
    """The words that a figure has for itself, and those of the other figures of its sentence."""

    own: str = ""
    others: str = ""


class Items:
    """The items of the sentences of a document."""

    def __init__(self, extraction: Extraction, sentences: Sentences) -> None:
        """Keep where figures stand in sentences."""
        self._text = extraction.text
        self._sentences = sentences
        told = [f.anchor for f in extraction.figures if f.cell is None]
        self._spans: list[Span] = sorted((each.start, each.end) for each in told)
        self._starts = [start for start, _ in self._spans]
        self._known: dict[Span, dict[int, Item]] = {}

    def of(self, figure: Figure) -> Item:
        """Return the item that a figure stands in; an empty one for a cell of a table."""
        if figure.cell is not None:
            return Item()
        span = self._sentences.of(figure)
        if span not in self._known:
            self._known[span] = dict(self._items(*span))
        return self._known[span].get(figure.anchor.start, Item())

    def _items(self, start: int, end: int) -> Iterator[tuple[int, Item]]:
        """Yield of each figure of a sentence, by where it begins, what is told of it."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        spans = self._spans[first:last]
        gaps = [
            parted(self._text[one[1] : max(other[0], one[1])]) for one, other in pairwise(spans)
        ]
        if not spans:
            return
        before = [self._text[start : spans[0][0]], *(right for _, right in gaps)]
        after = [*(left for left, _ in gaps), self._text[spans[-1][1] : end]]
        told = [f"{left} {right}" for left, right in zip(before, after, strict=True)]
        for at, (begin, _) in enumerate(spans):
            yield begin, Item(told[at], " ".join((*told[:at], *told[at + 1 :])))


def parted(between: str) -> tuple[str, str]:
    """Return what stands between two figures, as far as it is told of the first and the second.

    They are parted at the last sign or joining word outside of brackets; both have all where there
    is none.

    >>> parted(" wells repaired, and latrines built: "), parted(" of ")
    ((' wells repaired, and latrines built', ' '), (' of ', ' of '))
    """
    bare = BRACKETS.sub(lambda match: " " * len(match[0]), between)
    signs = list(_joint().finditer(bare))
    if not signs:
        return between, between
    return between[: signs[-1].start()], between[signs[-1].end() :]


@cache
def _joint() -> regex.Pattern[str]:
    joins = {word for told in load("editions.toml")["present"].values() for word in told["joins"]}
    return regex.compile(rf"[,;:،؛]|\b(?:{'|'.join(sorted(joins))})\b", regex.IGNORECASE)
