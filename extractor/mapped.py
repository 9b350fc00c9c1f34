"""Text that never loses the way back: every character knows the glyphs it was read from.

A *glyph* is a place in the source, counted from 0: a code point of a decoded text file, or a
character drawn on a page of a PDF. Cleaning (white space, hyphenation, escapes) makes new text out
of old, and the glyphs travel along; a `Locator` turns glyphs into the pieces that an anchor shows.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from schemas.base import Piece

NOWHERE = -1  # glyph of a character that stands for nothing in the source, such as a joining space


def _numbers() -> "array[int]":
    return array("l")


@dataclass(frozen=True, slots=True)
class Mapped:
    """A text whose i-th character was read from glyphs `starts[i]` up to, not including, `ends[i]`.

    `starts[i]` is `NOWHERE` for a character that was put in (a space where two lines were joined).
    """

    text: str = ""
    starts: "array[int]" = field(default_factory=_numbers)
    ends: "array[int]" = field(default_factory=_numbers)

    def __post_init__(self) -> None:
        if not len(self.text) == len(self.starts) == len(self.ends):
            raise ValueError("a mapped text needs one glyph span for each character")

    def __len__(self) -> int:
        return len(self.text)

    def __getitem__(self, part: slice) -> "Mapped":
        return Mapped(self.text[part], self.starts[part], self.ends[part])

    def __add__(self, other: "Mapped") -> "Mapped":
        return Mapped(self.text + other.text, self.starts + other.starts, self.ends + other.ends)

    @classmethod
    def of(cls, text: str, first_glyph: int = 0) -> "Mapped":
        """Return a text read as it stands, from consecutive glyphs."""
        start, end = first_glyph, first_glyph + len(text)
        return cls(text, array("l", range(start, end)), array("l", range(start + 1, end + 1)))

    @classmethod
    def put_in(cls, text: str) -> "Mapped":
        """Return a text that stands for nothing in the source."""
        nowhere = array("l", [NOWHERE]) * len(text)
        return cls(text, nowhere, nowhere[:])

    @classmethod
    def one(cls, character: str, start: int, end: int) -> "Mapped":
        """Return one character read from glyphs `start` up to `end` (an entity, an escape)."""
        return cls(character, array("l", [start]), array("l", [end]))

    @classmethod
    def concat(cls, parts: Iterable["Mapped"]) -> "Mapped":
        """Return the parts one after the other."""
        text: list[str] = []
        starts, ends = _numbers(), _numbers()
        for part in parts:
            text.append(part.text)
            starts.extend(part.starts)
            ends.extend(part.ends)
        return cls("".join(text), starts, ends)

    def strip(self, characters: str | None = None) -> "Mapped":
        """Return the text without white space (or `characters`) at its ends."""
        left = len(self.text) - len(self.text.lstrip(characters))
        return self[left : max(left, len(self.text.rstrip(characters)))]

    def without(self, spans: Iterable[tuple[int, int]]) -> "Mapped":
        """Return the text without the given spans (ascending, not overlapping)."""
        kept: list[Mapped] = []
        at = 0
        for start, end in spans:
            kept.append(self[at:start])
            at = end
        kept.append(self[at:])
        return Mapped.concat(kept)

    def glyph_spans(self, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
        """Return the glyph spans of a stretch of text, in order, merged where they touch."""
        return GlyphRuns(self).spans(start, len(self.text) if end is None else end)


class GlyphRuns:
    """Where the glyphs of a text run on, found once for all the stretches asked for."""

    def __init__(self, mapped: Mapped) -> None:
        self._starts, self._ends = mapped.starts, mapped.ends
        firsts, lasts = np.frombuffer(mapped.starts, "l"), np.frombuffer(mapped.ends, "l")
        places = np.flatnonzero(firsts != NOWHERE)
        breaks = np.flatnonzero(firsts[places[1:]] != lasts[places[:-1]])
        # The characters that stand for something; those at the breaks begin a run.
        self._places = array("i", places.astype("i").tobytes())  # half as large
        self._breaks = [*(breaks + 1).tolist(), len(self._places)]

    def spans(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the glyph spans of a stretch of text, in order, merged where they touch."""
        at, stop = bisect_left(self._places, start), bisect_left(self._places, end)
        run = bisect_right(self._breaks, at)
        found: list[tuple[int, int]] = []
        while at < stop:
            after = min(self._breaks[run], stop)
            found.append((self._starts[self._places[at]], self._ends[self._places[after - 1]]))
            at, run = after, run + 1
        return found


class Locator(Protocol):
    """Turns glyph spans into the pieces of the source that an anchor shows."""

    def pieces(self, spans: Sequence[tuple[int, int]]) -> tuple[Piece, ...]:
        """Return the pieces of the given glyph spans, in order, merged where they touch."""
