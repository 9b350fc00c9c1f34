"""What all parts of a publication share: how its records are made, and the anchors in them."""

from array import array
from collections.abc import Iterable, Sequence
from typing import TypeVar, cast

from extractor.segment.document import Document, Span
from schemas.base import Anchor, Maker, Piece

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
        self._boxes = _Boxes("" if kept else doc.text)

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
    """The boxes of stretches of text, packed: a long document has 100,000s."""

    def __init__(self, text: str) -> None:
        self._packed = array("d", (0.0,))
        """Of each stretch its end, the number of its boxes, and of each box its page and sides."""
        self._at = array("i", [0]) * (len(text) + 1)
        """Where in there the stretch is that was asked for last from a character; 0 for none."""

    def of(self, doc: Document, span: Span) -> tuple[Piece, ...]:
        """Return the pieces of a stretch of text as they are written."""
        start, end = span
        at, packed = self._at[start], self._packed
        if at and packed[at] == end:
            first = at + 2
            return _unpacked(packed[first : first + NUMBERS * int(packed[at + 1])].tolist())
        boxes = doc.boxes(start, end)
        if boxes is None:
            return doc.pieces(start, end)
        self._at[start] = len(packed)
        packed.extend((end, len(boxes)))
        for page, box in boxes:
            packed.append(page)
            packed.extend(box)
        return cast(tuple[Piece, ...], [{"page": page, "bbox": box} for page, box in boxes])


def _unpacked(numbers: Sequence[float]) -> tuple[Piece, ...]:
    """Return boxes as `schemas.base.plain` makes them, without the call that each would take."""
    written = [
        {"page": int(numbers[i]), "bbox": numbers[i + 1 : i + NUMBERS]}
        for i in range(0, len(numbers), NUMBERS)
    ]
    return cast(tuple[Piece, ...], written)
