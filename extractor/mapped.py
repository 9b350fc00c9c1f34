"""Text that never loses the way back: every character knows the glyphs it was read from.

A *glyph* is a place in the source, counted from 0: a code point of a decoded text file, or a
character drawn on a page of a PDF. Cleaning (white space, hyphenation, escapes) makes new text out
of old, and the glyphs travel along; a `Locator` turns glyphs into the pieces that an anchor shows.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from schemas.base import Piece

NOWHERE = -1  # glyph of a character that stands for nothing in the source, such as a joining space
RUN = 64  # characters looked at together, because arrays compare faster than numbers one by one


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
        spans: list[tuple[int, int]] = []
        size = len(self.text)
        for first, last in self._runs(start, size if end is None else min(end, size)):
            if first == NOWHERE:
                continue
            if spans and spans[-1][1] == first:
                spans[-1] = (spans[-1][0], last)
            else:
                spans.append((first, last))
        return spans

    def _runs(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield glyph spans, of many characters where they touch: most of a text runs on."""
        for at in range(start, end, RUN):
            firsts, lasts = self.starts[at : min(end, at + RUN)], self.ends[at : min(end, at + RUN)]
            if firsts[1:] == lasts[:-1]:
                yield firsts[0], lasts[-1]
            else:
                yield from zip(firsts, lasts, strict=True)


class Locator(Protocol):
    """Turns glyph spans into the pieces of the source that an anchor shows."""

    def pieces(self, spans: Sequence[tuple[int, int]]) -> tuple[Piece, ...]:
        """Return the pieces of the given glyph spans, in order, merged where they touch."""
