"""Watermarks and stamps: large lines across the pages, in one place or aslant."""

from collections import Counter
from collections.abc import Sequence

from extractor.readers.geometry import holds
from extractor.readers.source import Word
from extractor.segment.layout.lines import Line

WATERMARK_SIZE = 1.8  # times the body's type
SAME_PLACE_PT = 4.0
LEAST_PAGES = 2
LEAST_SHARE = 0.5  # of the pages
ASLANT = 2.0  # type sizes: what is both wider and higher runs neither along a page nor up or down


def watermarks(pages: Sequence[Sequence[Line]], body: float) -> set[int]:
    """Return the identities of the large lines that stand in one place on most pages, or aslant.

    So are pieces of them where something on the page covers the rest.
    """
    large = [[line for line in lines if line.size >= WATERMARK_SIZE * body] for lines in pages]
    places = Counter(key for lines in large for key in {_place(line) for line in lines})
    least = max(LEAST_PAGES, LEAST_SHARE * len(pages))
    known = {
        _place(line): line for lines in large for line in lines if places[_place(line)] >= least
    }
    return {
        id(line)
        for lines in large
        for line in lines
        if _place(line) in known
        or all(map(_is_aslant, line.words))
        or any(_is_piece(line, whole) for whole in known.values())
    }


def _place(line: Line) -> tuple[str, int, int]:
    return (
        line.text.casefold(),
        round(line.left / SAME_PLACE_PT),
        round(line.baseline / SAME_PLACE_PT),
    )


def _is_aslant(word: Word) -> bool:
    left, top, right, bottom = word.box
    return not word.upright and min(right - left, bottom - top) > ASLANT * word.size


def _is_piece(line: Line, whole: Line) -> bool:
    """Whether a line is some of another's letters, in the same type and at their place."""
    return (
        line.size == whole.size
        and line.color == whole.color
        and line.text.casefold() in whole.text.casefold()
        and holds(whole.box, line.box)
    )
