"""Text that never loses the way back: every character knows the glyphs it was read from.

A *glyph* is a place in the source, counted from 0: a code point of a decoded text file, or a
character drawn on a page of a PDF. Cleaning (white space, hyphenation, escapes) makes new text out
of old, and the glyphs travel along; a `Locator` turns glyphs into the pieces that an anchor shows.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from schemas.base import Piece

NOWHERE = -1  # glyph of a character that stands for nothing in the source, such as a joining space


BLOCK = 1 << 16  # characters that are looked at together


def glyph_numbers(glyphs: Iterable[int] = ()) -> "array[int]":
    """Return numbers of glyphs packed: a long document has millions, none that needs 8 bytes."""
    return array("i", glyphs)


@dataclass(slots=True, unsafe_hash=True)
class Mapped:
    """A text whose i-th character was read from glyphs `starts[i]` up to, not including, `ends[i]`.

    `starts[i]` is `NOWHERE` for a character that was put in (a space where two lines were joined).
    """

    text: str = ""
    starts: "array[int]" = field(default_factory=glyph_numbers)
    ends: "array[int]" = field(default_factory=glyph_numbers)

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
        return cls(text, glyph_numbers(range(start, end)), glyph_numbers(range(start + 1, end + 1)))

    @classmethod
    def put_in(cls, text: str) -> "Mapped":
        """Return a text that stands for nothing in the source."""
        nowhere = glyph_numbers([NOWHERE]) * len(text)
        return cls(text, nowhere, nowhere[:])

    @classmethod
    def one(cls, character: str, start: int, end: int) -> "Mapped":
        """Return one character read from glyphs `start` up to `end` (an entity, an escape)."""
        return cls(character, glyph_numbers([start]), glyph_numbers([end]))

    @classmethod
    def concat(cls, parts: Iterable["Mapped"]) -> "Mapped":
        """Return the parts one after the other."""
        text: list[str] = []
        starts, ends = glyph_numbers(), glyph_numbers()
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
        self._breaks = _breaks(mapped)

    def spans(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the glyph spans of a stretch of text, in order, merged where they touch."""
        starts, found, at = self._starts, list[tuple[int, int]](), start
        end = min(end, len(starts))
        while True:
            while at < end and starts[at] == NOWHERE:
                at += 1
            if at >= end:
                return found
            stop = min(self._breaks[bisect_right(self._breaks, at)], end)
            last = stop - 1
            while starts[last] == NOWHERE:
                last -= 1
            found.append((starts[at], self._ends[last]))
            at = stop

    def first(self, start: int, end: int) -> int | None:
        """Return the first glyph of a stretch of text; None where it has none."""
        return next((glyph for glyph in self._starts[start:end] if glyph != NOWHERE), None)


def _breaks(mapped: Mapped) -> "array[int]":
    """Return the characters at which a run of glyphs begins, and the end of the text."""
    firsts, lasts = np.frombuffer(mapped.starts, "i"), np.frombuffer(mapped.ends, "i")
    found, before = array("i"), NOWHERE
    for at in range(0, len(firsts), BLOCK):
        places = at + np.flatnonzero(firsts[at : at + BLOCK] != NOWHERE)
        if len(places):
            run_on = np.concatenate(([before], lasts[places[:-1]]))
            found.frombytes(places[firsts[places] != run_on].astype("i").tobytes())
            before = lasts[places[-1]]
    found.append(len(firsts))
    return found


class Locator(Protocol):
    """Turns glyph spans into the pieces of the source that an anchor shows."""

    def pieces(self, spans: Sequence[tuple[int, int]]) -> tuple[Piece, ...]:
        """Return the pieces of the given glyph spans, in order, merged where they touch."""

    def boxes(
        self, spans: Sequence[tuple[int, int]], /
    ) -> list[tuple[int, tuple[float, float, float, float]]] | None:
        """Return the page and the box of each piece; None where they are not all that it tells."""

    def page(self, glyph: int, /) -> int | None:
        """Return the page that a glyph stands on; None in a source without pages."""
