"""Where the words of the plan stand in the Markdown form and in the text dump."""

from collections.abc import Iterator
from typing import Protocol

import regex
from plan_sheet import Sheet, Stretch

from schemas.base import OffsetPiece, Piece
from schemas.extraction import LedgerStatus

DIGITS = regex.compile(r"\d++")

LooseDigits = tuple[Piece, str, LedgerStatus]
"""A run of digits outside of the content's lines: where, the digits, what they are."""


class Places(Protocol):
    """Finds the content in one form of the plan."""

    spans_are_lost: bool
    """Whether a cell that spans columns is printed as a cell of its first column."""

    def of_words(self, line: str, start: int, end: int) -> tuple[Piece, ...]:
        """Where characters `[start, end)` of a line are printed."""

    def of_block(self, name: str) -> tuple[Piece, ...]:
        """Where a table or a footnote (`note-3`, its label included) is printed."""

    def of_marks(self, note: str) -> tuple[Piece, ...]:
        """Where the marks of a footnote are printed."""

    def loose_digits(self) -> Iterator[LooseDigits]:
        """Marks, labels, running heads, page numbers, addresses behind words."""


class SheetPlaces:
    """Finds the content in a written form."""

    spans_are_lost = True

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet

    def of_words(self, line: str, start: int, end: int) -> tuple[Piece, ...]:
        """Where characters `[start, end)` of a line are printed; a cut word gives two pieces."""
        pieces: list[Stretch] = []
        for stretch in self.sheet.characters[line][start:end]:
            if pieces and pieces[-1].end == stretch.start:
                pieces[-1] = Stretch(pieces[-1].start, stretch.end)
            else:
                pieces.append(stretch)
        return tuple(map(_piece, pieces))

    def of_block(self, name: str) -> tuple[Piece, ...]:
        """Where a table or a footnote is printed."""
        return tuple(map(_piece, self.sheet.extents[name]))

    def of_marks(self, note: str) -> tuple[Piece, ...]:
        """Where the marks of a footnote are printed."""
        return tuple(_piece(mark.whole) for mark in self.sheet.marks if mark.note == note)

    def loose_digits(self) -> Iterator[LooseDigits]:
        """Every run of digits whose writer said what it is."""
        text = self.sheet.text
        for stretch, status in self.sheet.statuses:
            for match in DIGITS.finditer(text, stretch.start, stretch.end):
                yield OffsetPiece(start=match.start(), end=match.end()), match[0], status


def _piece(stretch: Stretch) -> Piece:
    return OffsetPiece(start=stretch.start, end=stretch.end)
