"""From glyphs to the boxes that an anchor shows: one box a line."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from math import ceil, floor
from typing import NamedTuple

from extractor.readers.pdf.words import GlyphStore
from extractor.readers.source import Box
from schemas.base import BoxPiece, OcrPiece

SAME_LINE = 0.5  # share of the lower box's height that two boxes of one line have in common
JOIN_GAP = 1.5  # in heights: words further apart than this get a box each
HUNDREDTHS = 100


class BoxLocator:
    """Turns the glyph spans of a PDF into boxes on its pages."""

    def __init__(self, store: GlyphStore, sizes: Sequence[tuple[float, float]]) -> None:
        self._store = store
        self._sizes = sizes

    def pieces(self, spans: Sequence[tuple[int, int]]) -> tuple[BoxPiece, ...]:
        """Return a box for each line that the glyphs stand on, in order."""
        merged: list[_Run] = []
        for run in self._word_boxes(spans):
            if merged and _continues(merged[-1], run):
                merged[-1] = _joined(merged[-1], run)
            else:
                merged.append(run)
        return tuple(self._piece(run) for run in merged)

    def _piece(self, run: "_Run") -> BoxPiece:
        page, bbox = run.page + 1, _rounded(run.box, self._sizes[run.page])
        if run.confidence is None:
            return BoxPiece(page=page, bbox=bbox)
        return OcrPiece(page=page, bbox=bbox, confidence=run.confidence)

    def _word_boxes(self, spans: Sequence[tuple[int, int]]) -> Iterator["_Run"]:
        store = self._store
        for start, end in spans:
            word = bisect_right(store.word_starts, start) - 1
            at = start
            while at < end:
                last = word + 1 == len(store.word_starts)
                stop = end if last else min(end, store.word_starts[word + 1])
                page = bisect_right(store.page_starts, at) - 1
                yield _Run(
                    page,
                    self._box(at, stop),
                    bool(store.turned[word]),
                    store.confidence.get(store.word_starts[word]),
                )
                at, word = stop, word + 1

    def _box(self, start: int, end: int) -> Box:
        store = self._store
        return (
            min(store.left[start:end]),
            min(store.top[start:end]),
            max(store.right[start:end]),
            max(store.bottom[start:end]),
        )


class _Run(NamedTuple):
    """Glyphs side by side on a line."""

    page: int
    box: Box
    turned: bool
    confidence: float | None
    """Of the least sure word, where they were read by OCR."""


def _continues(run: _Run, other: _Run) -> bool:
    return run.page == other.page and _on_one_line(run.box, other.box, turned=other.turned)


def _joined(run: _Run, other: _Run) -> _Run:
    sure = [c for c in (run.confidence, other.confidence) if c is not None]
    box = _union(run.box, other.box)
    return _Run(run.page, box, other.turned, min(sure, default=None))


def _on_one_line(one: Box, other: Box, *, turned: bool) -> bool:
    if turned:
        return _side_by_side(
            (one[1], one[3]), (other[1], other[3]), (one[0], one[2]), (other[0], other[2])
        )
    return _side_by_side(
        (one[0], one[2]), (other[0], other[2]), (one[1], one[3]), (other[1], other[3])
    )


Range = tuple[float, float]


def _side_by_side(along: Range, other_along: Range, across: Range, other_across: Range) -> bool:
    """Whether two boxes share a line, and no more than a gap lies between them along it."""
    height = min(across[1] - across[0], other_across[1] - other_across[0])
    shared = min(across[1], other_across[1]) - max(across[0], other_across[0])
    gap = max(along[0], other_along[0]) - min(along[1], other_along[1])
    return shared >= SAME_LINE * height and gap <= JOIN_GAP * max(height, 1.0)


def _union(one: Box, other: Box) -> Box:
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )


def _rounded(box: Box, size: tuple[float, float]) -> Box:
    """Return the box in hundredths of a point, rounded outwards, on the page, never empty."""
    least = 1 / HUNDREDTHS
    x0, x1 = _rounded_range(box[0], box[2], size[0], least)
    y0, y1 = _rounded_range(box[1], box[3], size[1], least)
    return x0, y0, x1, y1


def _rounded_range(low: float, high: float, limit: float, least: float) -> Range:
    start = min(max(floor(low * HUNDREDTHS) / HUNDREDTHS, 0.0), limit - least)
    end = max(min(ceil(high * HUNDREDTHS) / HUNDREDTHS, limit), start + least)
    return round(start, 2), round(end, 2)
