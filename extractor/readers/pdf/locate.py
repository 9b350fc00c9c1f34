"""From glyphs to the boxes that an anchor shows: one box a line."""
# ruff: noqa: FURB136 - `min` and `max` take three times as long, and every word comes by here

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
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
        sides = [
            around.reduceat(np.frombuffer(side, "f"), starts)
            for around, side in (
                (np.minimum, store.left),
                (np.minimum, store.top),
                (np.maximum, store.right),
                (np.maximum, store.bottom),
            )
        ]
        self._sides = [array("f", side.tobytes()) for side in sides]
        # Most quotes are one word, whose box as it is shown is found once, too.
        left, top, right, bottom = [side.astype(np.float64) for side in sides]
        width, height = np.array(self._limits, np.float64)[pages].T
        x0, x1 = _rounded_ranges(left, right, width)
        y0, y1 = _rounded_ranges(top, bottom, height)
        self._shown = [array("d", side.tobytes()) for side in (x0, y0, x1, y1)]

    def pieces(self, spans: Sequence[tuple[int, int]]) -> tuple[BoxPiece, ...]:
        """Return a box for each line that the glyphs stand on, in order."""
        boxes = self.boxes(spans)
        if boxes is not None:
            return tuple(new_box(page=page, bbox=bbox) for page, bbox in boxes)
        words = iter([word for word, _ in self._word_boxes(spans)])
        return tuple(
            self._piece(page, box, list(islice(words, count)))
            for page, box, count in self._lines(spans)
        )

    def boxes(self, spans: Sequence[tuple[int, int]]) -> list[tuple[int, Box]] | None:
        """Return the page and the box of each piece; None where a piece tells more than that."""
        if self._store.confidence:
            return None
        if len(spans) == 1 and (alone := self._one_word(*spans[0])) is not None:
            return [alone]
        limits = self._limits
        return [(page + 1, _rounded(box, limits[page])) for page, box, _ in self._lines(spans)]

    def page(self, glyph: int) -> int:
        """Return the page that a glyph stands on."""
        return self._pages[bisect_right(self._store.word_starts, glyph) - 1] + 1

    def glyph_boxes(self) -> Numbers:
        """Return the boxes of all glyphs: the rows are their left, top, right, bottom."""
        store = self._store
        sides = (store.left, store.top, store.right, store.bottom)
        return np.array([np.frombuffer(side, "f") for side in sides], np.float64)

    def _lines(self, spans: Sequence[tuple[int, int]]) -> list[tuple[int, Box, int]]:
        """Return the lines that the glyphs stand on: the page, the box, the number of words."""
        pages, turned = self._pages, self._store.turned
        lines: list[tuple[int, Box, int]] = []
        page, line, count = -1, (0.0, 0.0, 0.0, 0.0), 0
        for word, box in self._word_boxes(spans):
            whole = _joined(line, box, turned=bool(turned[word])) if pages[word] == page else None
            if whole is not None:
                line, count = whole, count + 1
                continue
            if count:
                lines.append((page, line, count))
            page, line, count = pages[word], box, 1
        if count:
            lines.append((page, line, count))
        return lines

    def _one_word(self, start: int, end: int) -> tuple[int, Box] | None:
        """Return page and box of glyphs of one word, as most cells of a table are; else None."""
        word = bisect_right(self._store.word_starts, start) - 1
        if not start < end <= self._ends[word]:
            return None
        page = self._pages[word]
        if start == self._store.word_starts[word] and end == self._ends[word]:
            x0, y0, x1, y1 = self._shown
            return page + 1, (x0[word], y0[word], x1[word], y1[word])
        return page + 1, _rounded(self._box(word, start, end), self._limits[page])

    def _piece(self, index: int, box: Box, words: list[int]) -> BoxPiece:
        """Return a piece of a document in which words were read by OCR."""
        page, bbox = index + 1, _rounded(box, self._limits[index])
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
            word = bisect_right(starts, start) - 1
            last = bisect_right(starts, end - 1) - 1
            if word == last:
                yield word, self._box(word, start, end)
                continue
            yield word, self._box(word, start, ends[word])
            a, b = word + 1, last  # whole words, as nearly all are
            whole = zip(left[a:b], top[a:b], right[a:b], bottom[a:b], strict=True)
            yield from zip(range(a, b), whole, strict=True)
            yield last, self._box(last, starts[last], end)

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


def _joined(one: Box, other: Box, *, turned: bool) -> Box | None:
    """Return the box around two that share a line with no more than a gap between; else None."""
    if turned:
        whole = _joined(_turned(one), _turned(other), turned=False)
        return None if whole is None else _turned(whole)
    x0, y0, x1, y1 = one
    u0, v0, u1, v1 = other
    height = y1 - y0 if y1 - y0 < v1 - v0 else v1 - v0
    if (y1 if y1 < v1 else v1) - (y0 if y0 > v0 else v0) < SAME_LINE * height:
        return None
    gap = (x0 if x0 > u0 else u0) - (x1 if x1 < u1 else u1)
    if gap > JOIN_GAP * (height if height > LEAST_HEIGHT_PT else LEAST_HEIGHT_PT):
        return None
    return (
        u0 if u0 < x0 else x0,
        v0 if v0 < y0 else y0,
        u1 if u1 > x1 else x1,
        v1 if v1 > y1 else y1,
    )


def _turned(box: Box) -> Box:
    x0, y0, x1, y1 = box
    return y0, x0, y1, x1


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


def _rounded_ranges(low: Numbers, high: Numbers, limit: Numbers) -> tuple[Numbers, Numbers]:
    """Return what `_rounded_range` returns of each range."""
    start = np.minimum(np.maximum(np.floor(low * HUNDREDTHS), 0.0), limit - 1.0) + 0.0  # no -0.0
    end = np.maximum(np.minimum(np.ceil(high * HUNDREDTHS), limit), start + 1.0)
    return start / HUNDREDTHS, end / HUNDREDTHS
