"""Gutters no wider than a wide word space: columns of text so near that gaps alone do not tell.

One wide gap says nothing. Many of them do that end at one place, over a stretch that no word
crosses, with running text on both sides. Rivers in justified text are crossed; of a table's columns
one is numbers or short labels.
"""

from collections.abc import Iterator, Sequence
from heapq import nlargest
from itertools import pairwise

from extractor.readers.geometry import median
from extractor.readers.source import Word

# In parts of the type size.
NARROWEST = 0.8  # gutter
HANGING = 0.3  # marks hang over the end of a line into the gutter
ALIGNED = 0.15  # starts of lines

LEAST_GAPS = 3  # that are no wider than a word space may be
MOST_PLACES = (
    200  # on a page where gaps end: more are no gutters, and each is looked for in all lines
)
LEAST_LINES = 8  # that begin behind the gutter, with none across it between them
TEXT_WORDS = 4  # on either side of a line, on average
NUMBERS = 0.3  # of the words on either side have digits at most

_Band = Sequence[Word]
Gap = tuple[_Band, Word]
"""A band, from left to right, and the word in it that stands after the gap."""


def behind_gutters(gaps: Sequence[Gap], bands: Sequence[_Band]) -> set[int]:
    """Return the first glyphs of the words that begin a column behind a narrow gutter.

    Args:
        gaps: All the gaps on a page that are as wide as a gutter, but not too wide for a line.
        bands: The words of each baseline, from top to bottom, each from left to right.
    """
    found: set[int] = set()
    for aligned in nlargest(MOST_PLACES, _aligned(gaps), key=len):
        edge, size = median([word.box[0] for _, word in aligned]), aligned[0][1].size
        near = ALIGNED * size
        lines = _lines_behind(edge, (NARROWEST - HANGING) * size, near, bands)
        if len(lines) >= LEAST_LINES and _are_texts(lines, edge - near):
            found.update(word.glyph for _, word in aligned)
            found.update(w.glyph for line in lines for w in line if abs(w.box[0] - edge) <= near)
    return found


def cut(parts: list[list[Word]], starts: set[int]) -> list[list[Word]]:
    """Return parts of a band cut before the words whose first glyphs are `starts`."""
    cuts: list[list[Word]] = []
    for part in parts:
        at = [i for i, word in enumerate(part) if i and word.glyph in starts]
        cuts += [part[start:end] for start, end in pairwise([0, *at, len(part)])]
    return cuts


def _aligned(gaps: Sequence[Gap]) -> Iterator[list[Gap]]:
    """Yield the gaps that end at one place, where they are not too few."""
    group: list[Gap] = []
    for gap in sorted(gaps, key=_end):
        if group and _end(gap) - _end(group[0]) > 2 * ALIGNED * gap[1].size:
            if len(group) >= LEAST_GAPS:
                yield group
            group = []
        group.append(gap)
    if len(group) >= LEAST_GAPS:
        yield group


def _end(gap: Gap) -> float:
    return gap[1].box[0]


def _lines_behind(edge: float, white: float, near: float, bands: Sequence[_Band]) -> list[_Band]:
    """Return the lines that begin near an edge, in the longest stretch with white before it."""
    longest: list[_Band] = []
    lines: list[_Band] = []
    for band in bands:
        if any(word.box[0] < edge - near and word.box[2] > edge - white for word in band):
            lines = []
        elif any(abs(word.box[0] - edge) <= near for word in band):
            lines.append(band)
            longest = max(longest, lines, key=len)
    return longest


def _are_texts(lines: Sequence[_Band], edge: float) -> bool:
    """Whether running text stands on both sides of an edge."""
    before = [[word for word in line if word.box[0] < edge] for line in lines]
    behind = [[word for word in line if word.box[0] >= edge] for line in lines]
    return all(_is_text([part for part in side if part]) for side in (before, behind))


def _is_text(lines: Sequence[_Band]) -> bool:
    words = [word for line in lines for word in line]
    if len(words) < TEXT_WORDS * len(lines):
        return False
    return sum([any(map(str.isdigit, word.text)) for word in words]) <= NUMBERS * len(words)
