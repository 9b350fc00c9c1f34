"""Offsets: what stands there in the decoded file is the quote, markup apart."""

import html
from collections.abc import Sequence

import regex

from extractor.verify.failure import Fault, place_of
from extractor.verify.spelling import spelled
from schemas.base import OffsetPiece, Piece

OPENING, CLOSING = ("\\", "&"), ";"  # an escape or an entity stands for a character
_MARKUP = regex.compile(r"[*_~`\\]++")


class Offsets:
    """A decoded text file."""

    def __init__(self, raw: str) -> None:
        self._raw = raw

    def fault(self, quote: str, pieces: Sequence[Piece], *, mark: bool = False) -> Fault | None:
        """Return what is wrong with the pieces a quote is said to be in; None for nothing.

        What calls a note (`mark`) is written in many ways: only its letters and digits are told.
        """
        if not pieces:
            return Fault("offset", "", "an offset in the file", "none")
        if (bad := self.misplaced(pieces)) is not None:
            return bad
        offsets = [piece for piece in pieces if isinstance(piece, OffsetPiece)]
        there = "".join(self._raw[piece.start : piece.end] for piece in offsets)
        if mark:
            found = _letters(quote) in _letters(there)
        else:
            found = _bare(quote) in (_bare(there), _bare(html.unescape(there)))
        if not found:
            return Fault("printed", place_of(pieces), quote, there)
        return None if mark else self._frayed(quote, offsets)

    def _frayed(self, quote: str, pieces: Sequence[OffsetPiece]) -> Fault | None:
        """Return what is wrong at the outer ends of pieces, which nothing but the quote is in."""
        quote = quote.strip()  # that of a table may begin and end with blank cells
        first, last = self._raw[pieces[0].start], self._raw[pieces[-1].end - 1]
        if first not in (quote[:1], *OPENING) or last not in (quote[-1:], CLOSING):
            return Fault("offset", place_of(pieces), quote, f"from {first!r} to {last!r}")
        return None

    def misplaced(self, pieces: Sequence[Piece]) -> Fault | None:
        """Return which of some pieces is not in the file; None for none."""
        for piece in pieces:
            if not isinstance(piece, OffsetPiece):
                return Fault("offset", place_of([piece]), "an offset in the file", "a box")
            if not piece.start < piece.end <= len(self._raw):
                within = f"offsets within 0-{len(self._raw)}"
                return Fault("offset", place_of([piece]), within, f"{piece.start}-{piece.end}")
        return None


def _bare(text: str) -> str:
    """Return what is compared of a text: markup inside of it is no part of a quote."""
    return _MARKUP.sub("", spelled(text))


def _letters(text: str) -> str:
    return "".join(character for character in spelled(text) if character.isalnum())
