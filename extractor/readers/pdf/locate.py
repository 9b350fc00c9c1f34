"""From glyphs to the boxes that an anchor shows: one box a line."""
# ruff: noqa: FURB136 - `min` and `max` take three times as long, and every word comes by here

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from math import ceil, floor

import numpy as np

from extractor.readers.pdf.columns import Numbers
from extractor.readers.pdf.words import GlyphStore
from extractor.readers.source import Box
from schemas.base import BoxPiece, OcrPiece, unchecked

new_box = unchecked(BoxPiece)

SAME_LINE = 0.5  # share of the lower box's height that two boxes of one line have in common
JOIN_GAP = 1.5  # in heights: words further apart than this get a box each
LEAST_HEIGHT_PT = 1.0
HUNDREDTHS = 100


class BoxLocator:
    """Turns the glyph spans of a PDF into boxes on its pages."""

    def __init__(self, store: GlyphStore, sizes: Sequence[tuple[float, float]]) -> None:
        self._store = store
        self._limits = [(round(x * HUNDREDTHS), round(y * HUNDREDTHS)) for x, y in sizes]
        starts = np.frombuffer(store.word_starts, "i")
        self._ends = store.word_starts[1:]
        self._ends.append(len(store.left))
        pages = np.searchsorted(np.frombuffer(store.page_starts, "i"), starts, "right") - 1
        self._pages = array("i", pages.astype("i").tobytes())
        # Most quotes are of whole words, whose boxes are found once.
        self._sides = [
            array("f", around.reduceat(np.frombuffer(side, "f"), starts).tobytes())
            for around, side in (
                (np.minimum, store.left),
                (np.minimum, store.top),
                (np.maximum, store.right),
                (np.maximum, store.bottom),
            )
        ]

    def pieces(self, spans: Sequence[tuple[int, int]]) -> tuple[BoxPiece, ...]:
        """Return a box for each line that the glyphs stand on, in order."""
        if len(spans) == 1 and (alone := self._in_one_word(*spans[0])) is not None:
            return alone
        return tuple(self._piece(box, words) for box, words in self._lines(spans))

    def page(self, glyph: int) -> int:
        """Return the page that a glyph stands on."""
        return self._pages[bisect_right(self._store.word_starts, glyph) - 1] + 1

    def glyph_boxes(self) -> Numbers:
        """Return the boxes of all glyphs: the rows are their left, top, right, bottom."""
        store = self._store
        sides = (store.left, store.top, store.right, store.bottom)
        return np.array([np.frombuffer(side, "f") for side in sides], np.float64)

    def _lines(self, spans: Sequence[tuple[int, int]]) -> list[tuple[Box, list[int]]]:
        """Return the lines that the glyphs stand on: the box around them, and their words."""
        pages, turned = self._pages, self._store.turned
        lines: list[tuple[Box, list[int]]] = []
        page = -1
        for word, box in self._word_boxes(spans):
            if pages[word] == page:
                line, words = lines[-1]
                if _side_by_side(line, box, turned=bool(turned[word])):
                    words.append(word)
                    lines[-1] = _union(line, box), words
                    continue
            lines.append((box, [word]))
            page = pages[word]
        return lines

    def _in_one_word(self, start: int, end: int) -> tuple[BoxPiece, ...] | None:
        """Return the box of glyphs of one word, as most cells of a table are; else None."""
        word = bisect_right(self._store.word_starts, start) - 1
        if not start < end <= self._ends[word]:
            return None
        return (self._piece(self._box(word, start, end), [word]),)

    def _piece(self, box: Box, words: list[int]) -> BoxPiece:
        index = self._pages[words[0]]
        page, bbox = index + 1, _rounded(box, self._limits[index])
        if not self._store.confidence:
            return new_box(page=page, bbox=bbox)
        sure = [self._store.confidence.get(self._store.word_starts[word]) for word in words]
        told = [one for one in sure if one is not None]
        if not told:
            return new_box(page=page, bbox=bbox)
        return OcrPiece(page=page, bbox=bbox, confidence=min(told))

    def _word_boxes(self, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, Box]]:
        """Yield the words that glyphs belong to, each with the box of those glyphs."""
        starts, ends = self._store.word_starts, self._ends
        left, top, right, bottom = self._sides
        for start, end in spans:
            word, at = bisect_right(starts, start) - 1, start
            while at < end:
                stop = ends[word]
                if stop <= end and at == starts[word]:  # as nearly all words
                    yield word, (left[word], top[word], right[word], bottom[word])
                else:
                    stop = min(end, stop)
                    yield word, self._box(word, at, stop)
                at, word = stop, word + 1

    def _box(self, word: int, start: int, end: int) -> Box:
        store = self._store
        if start == store.word_starts[word] and end == self._ends[word]:
            left, top, right, bottom = self._sides
            return left[word], top[word], right[word], bottom[word]
        return (
            min(store.left[start:end]),
            min(store.top[start:end]),
            max(store.right[start:end]),
            max(store.bottom[start:end]),
        )


def _side_by_side(one: Box, other: Box, *, turned: bool) -> bool:
    """Whether two boxes share a line, and no more than a gap lies between them along it."""
    x0, y0, x1, y1 = one
    u0, v0, u1, v1 = other
    if turned:
        x0, y0, x1, y1, u0, v0, u1, v1 = y0, x0, y1, x1, v0, u0, v1, u1
    height = y1 - y0 if y1 - y0 < v1 - v0 else v1 - v0
    if (y1 if y1 < v1 else v1) - (y0 if y0 > v0 else v0) < SAME_LINE * height:
        return False
    gap = (x0 if x0 > u0 else u0) - (x1 if x1 < u1 else u1)
    return gap <= JOIN_GAP * (height if height > LEAST_HEIGHT_PT else LEAST_HEIGHT_PT)


def _union(one: Box, other: Box) -> Box:
    x0, y0, x1, y1 = one
    u0, v0, u1, v1 = other
    return (
        u0 if u0 < x0 else x0,
        v0 if v0 < y0 else y0,
        u1 if u1 > x1 else x1,
        v1 if v1 > y1 else y1,
    )


def _rounded(box: Box, limits: tuple[int, int]) -> Box:
    """Return the box in hundredths of a point, rounded outwards, on the page, never empty."""
    x0, x1 = _rounded_range(box[0], box[2], limits[0])
    y0, y1 = _rounded_range(box[1], box[3], limits[1])
    return x0, y0, x1, y1


def _rounded_range(low: float, high: float, limit: int) -> tuple[float, float]:
    start, end = floor(low * HUNDREDTHS), ceil(high * HUNDREDTHS)
    if not 0 <= start < end <= limit:
        start = min(max(start, 0), limit - 1)
        end = max(min(end, limit), start + 1)
    return start / HUNDREDTHS, end / HUNDREDTHS
