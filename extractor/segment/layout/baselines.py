"""Words to lines: what stands on one baseline without a wide gap, raised marks with their word."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from extractor.readers.source import Word
from extractor.segment.layout.gutters import LEAST_GAPS, NARROWEST, Gap, behind_gutters, cut
from extractor.segment.layout.lines import Line, glued
from extractor.segment.layout.raised import raise_marks

# In parts of the type size.
SAME_BASELINE = 0.25  # of the smaller type
WIDE_GAP = 1.15  # a gap wider than this may be a gutter
LIKE_SIZE = 1.15
UNLIKE_GAP = 0.6  # the same between words in different sizes
STRETCHED_GAP = 2.5  # no wider gap in a line that justification pulls apart
EVEN = 1.6  # times the narrowest gap of such a line is the widest
STRETCHED_WORDS = 4
STRETCHED_LOWER = 0.4  # share of its words in lower case


def page_lines(words: Iterable[Word], page: int) -> list[Line]:
    """Return the lines of a page's upright words, from top to bottom, parted at wide gaps."""
    bands = _bands([w for w in words if w.upright])
    raised = raise_marks(bands)
    doubtful: list[Gap] = []
    parted = [_parts(band, doubtful) for band in bands]
    if len(doubtful) >= LEAST_GAPS and (starts := behind_gutters(doubtful, bands)):
        parted = [cut(parts, starts) for parts in parted]
    found = [
        Line.from_left(part, page, {w.glyph for w in part} & raised if raised else ())
        for parts in parted
        for part in parts
    ]
    return _downwards(found)


def lines_left(lines: Sequence[Line], words: Sequence[Word], page: int) -> list[Line]:
    """Return the lines of the words that are left of a page: a line left whole is not made again.

    Args:
        lines: The lines found before some words were taken off.
        words: The words left, all of them of the lines.
        page: The page's number.
    """
    if len(words) == sum([len(line.words) for line in lines]):  # nothing was taken off
        return list(lines)
    glyphs = {word.glyph for word in words}
    found: list[Line] = []
    rest: list[Word] = []
    for line in lines:
        left = [word for word in line.words if word.glyph in glyphs]
        if len(left) == len(line.words):
            found.append(line)
        else:
            rest += left
    return _downwards(found + page_lines(rest, page)) if rest else found


def _downwards(lines: list[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: (line.box[1], line.box[0]))


def _left(word: Word) -> float:
    return word.box[0]


def _place(word: Word) -> tuple[float, float]:
    return word.baseline, word.box[0]


def _bands(words: Iterable[Word]) -> list[list[Word]]:
    """Return the words of each baseline, from top to bottom."""
    bands: list[list[Word]] = []
    band: list[Word] = []
    for word in sorted(words, key=_place):
        if band:
            first, size = band[0], word.size
            smaller = size if size < first.size else first.size  # noqa: FURB136 - thrice as fast
            if word.baseline - first.baseline <= SAME_BASELINE * smaller:
                band.append(word)
                continue
        band = [word]
        bands.append(band)
    return bands


def _parts(band: list[Word], doubtful: list[Gap]) -> list[list[Word]]:
    """Return the words of a band in runs without a wide gap, each from left to right.

    Gaps that are as wide as a gutter, but not as wide as to part words, are added to `doubtful`.
    """
    band.sort(key=_left)
    last = band[0]
    part = [last]
    parts: list[list[Word]] = [part]
    reach = last.box[2]
    for word in band[1:]:
        left, _, right, _ = word.box
        size = word.size
        alike = last.size == size  # as of nearly all neighbours
        gap = left - reach
        if gap <= (WIDE_GAP * size if alike else _widest_gap(last, word)):
            if gap >= NARROWEST * size:
                doubtful.append((band, word))
            part.append(word)
            reach = right if right > reach else reach  # noqa: FURB136 - as above
        else:
            part = [word]
            parts.append(part)
            reach = right
        last = word
    return [band] if len(parts) > 1 and _is_stretched(band) else parts


def _is_stretched(words: Sequence[Word]) -> bool:
    """Whether words are a line of running text that justification pulls apart: evenly."""
    if len(words) < STRETCHED_WORDS:
        return False
    lower = sum([word.text[0].islower() for word in words])
    if lower < STRETCHED_LOWER * len(words):
        return False
    gaps = [
        (word.box[0] - before.box[2]) / word.size
        for before, word in pairwise(words)
        if not glued(before, word)
    ]
    return bool(gaps) and max(gaps) <= min(STRETCHED_GAP, EVEN * min(gaps))


def _widest_gap(before: Word, word: Word) -> float:
    """Return the widest gap inside a line; type of another size needs less to stand apart."""
    larger, smaller = max(before.size, word.size), min(before.size, word.size)
    if larger <= LIKE_SIZE * smaller:
        return WIDE_GAP * larger
    return min(UNLIKE_GAP * larger, WIDE_GAP * smaller)
