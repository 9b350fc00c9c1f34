"""Pieces of a text file: runs of code points, merged where they touch."""

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from schemas.base import OffsetPiece

# What emphasis, code and escapes leave between two characters of one word: `T**wo`, `A\&B`.
INLINE_MARKS = regex.compile(r"[*_~`\\]++")
LONGEST_MARKS = 16  # code points; a longer run of marks is a drawn line, not markup inside a quote


@dataclass(frozen=True, slots=True)
class OffsetLocator:
    """Turns glyph spans of a decoded text file into pieces of it."""

    raw: str
    bridge: bool
    """Whether marks of emphasis, code and escapes between two characters stay inside a piece."""

    def boxes(self, _spans: Sequence[tuple[int, int]]) -> None:
        """Return None: what stands in a text has no box."""

    def pieces(self, spans: Sequence[tuple[int, int]]) -> tuple[OffsetPiece, ...]:
        """Return the pieces of the given spans, in order, merged where they touch.

        >>> OffsetLocator("T**wo** years", bridge=True).pieces([(0, 1), (3, 5), (7, 13)])
        (OffsetPiece(start=0, end=13),)
        """
        merged: list[tuple[int, int]] = []
        for start, end in spans:
            if merged and self._touch(merged[-1][1], start):
                merged[-1] = (merged[-1][0], end)
            else:
                merged.append((start, end))
        return tuple(OffsetPiece(start=start, end=end) for start, end in merged)

    @staticmethod
    def page(_glyph: int) -> None:
        """Return no page: what points into a text file is an offset."""

    def _touch(self, end: int, start: int) -> bool:
        if end == start:
            return True
        return (
            self.bridge
            and end < start <= end + LONGEST_MARKS
            and INLINE_MARKS.fullmatch(self.raw, end, start) is not None
        )
