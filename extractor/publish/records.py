"""What all parts of a publication share: how its records are made, and the anchors in them."""

from array import array
from collections.abc import Iterable, Iterator
from typing import TypeVar, cast

from extractor.segment.document import Document, Span
from schemas.base import Anchor, BoxPiece, Maker, Piece

Item = TypeVar("Item")
NUMBERS = 5  # a box is packed in: its page and its sides


class Records:
    """Makes the records of one document.

    Those that are `kept` share their anchors, as a cell does with the figure in it. Of what is
    written and let go only the boxes are remembered, in a tenth of the memory.
    """

    def __init__(self, doc: Document, made: Maker, *, kept: bool) -> None:
        self.doc = doc
        self.made = made
        self._new_anchor = made(Anchor)
        self._anchors: dict[Span, Anchor] | None = {} if kept else None
        self._boxes = _Boxes(made)

    def anchor(self, span: Span) -> Anchor:
        """Return the anchor of a stretch of text."""
        if self._anchors is None:
            return self._anchor(span, self._boxes.of(self.doc, span))
        known = self._anchors.get(span)
        if known is None:
            known = self._anchors[span] = self._anchor(span, self.doc.pieces(*span))
        return known

    def _anchor(self, span: Span, source: tuple[Piece, ...]) -> Anchor:
        start, end = span
        quote = self.doc.text[start:end]
        return self._new_anchor(start=start, end=end, quote=quote, source=source)

    def listed(self, items: Iterable[Item]) -> tuple[Item, ...]:
        """Return items as a record lists them: all at once, or one by one where none is kept."""
        return tuple(items) if self._anchors is not None else cast(tuple[Item, ...], items)

    def section_id(self, index: int | None) -> str | None:
        """Return the id of a section; None for none."""
        return None if index is None else self.doc.sections[index].id


class _Boxes:
    """The pieces of the source by stretch of text, packed: a long document has 100,000s."""

    def __init__(self, made: Maker) -> None:
        self._new = made(BoxPiece)
        self._packed = array("d")
        """Of each stretch the number of its boxes, and of each box its page and sides."""
        self._at: dict[Span, int] = {}

    def of(self, doc: Document, span: Span) -> tuple[Piece, ...]:
        """Return the pieces of a stretch of text."""
        at = self._at.get(span)
        if at is None:
            pieces = doc.pieces(*span)
            if any(type(piece) is not BoxPiece for piece in pieces):
                return pieces
            at = self._at[span] = len(self._packed)
            self._packed.append(len(pieces))
            for piece in cast(tuple[BoxPiece, ...], pieces):
                self._packed.extend((piece.page, *piece.bbox))
        return tuple(self._unpacked(at))

    def _unpacked(self, at: int) -> Iterator[BoxPiece]:
        packed, new = self._packed, self._new
        first = at + 1
        for i in range(first, first + NUMBERS * int(packed[at]), NUMBERS):
            page, left, top, right, bottom = packed[i : i + NUMBERS]
            yield new(page=int(page), bbox=(left, top, right, bottom))
