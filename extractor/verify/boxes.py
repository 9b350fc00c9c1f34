"""Boxes by PDFium: the characters that stand in a box are those of the quote, and fill it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import cast

import numpy as np
from numpy.typing import NDArray

from extractor.readers.pdf.locate import BoxLocator
from extractor.readers.source import Box, PdfPage, PdfSource, Word
from extractor.verify.failure import Fault, place_of
from extractor.verify.lines import LOOSE_PT, Line, Printed, Sides, unfilled
from extractor.verify.spelling import digits, drawn, has_leader, without_dots
from schemas.base import BoxPiece, Piece

SLANT = 0.1  # of its way along, by which a turned text goes on across it if it is slanted


class Glyphs:
    """The characters on the pages of a PDF, as they were read from its bytes."""

    def __init__(self, source: PdfSource, marks: Iterable[Piece], blocks: Iterable[Piece]) -> None:
        """Take over where the characters stand; the source may be used up afterwards.

        `marks` are where notes are called: no part of any quote, though within its lines.
        `blocks` are where blocks stand: in the lines of one there may be words of another.
        """
        sides = cast(BoxLocator, source.locator).glyph_boxes()
        self._pages = {page.page.number: _Page(page, sides) for page in source.pages}
        for pieces, told in ((marks, _Page.leave_out), (blocks, _Page.claim)):
            for piece in pieces:
                if isinstance(piece, BoxPiece) and piece.page in self._pages:
                    told(self._pages[piece.page], piece.bbox)

    def fault(self, quote: str, pieces: Sequence[Piece], *, mark: bool = False) -> Fault | None:
        """Return what is wrong with the boxes that a quote is said to be in; None for nothing.

        Of what calls a note (`mark`) the characters count that are no part of any other quote.
        """
        if not pieces:
            return Fault("box", "", "a box on a page", "none")
        if (bad := self.misplaced(pieces)) is not None:
            return bad
        boxes = [piece for piece in pieces if isinstance(piece, BoxPiece)]
        fault = self._unlike(quote, drawn(quote), boxes, self._lines(boxes, mark=mark))
        if fault is None or fault.proof != "printed" or not has_leader(quote):
            return fault
        # Two lines, or two cells, may have the dots of one leader: too few to be told by them.
        bare = (line.without_dots() for line in self._lines(boxes, mark=mark))
        wanted = "".join(without_dots(drawn(word)) for word in quote.split())
        return self._unlike(quote, wanted, boxes, bare)

    def _lines(self, boxes: Iterable[BoxPiece], *, mark: bool) -> Iterator[Line]:
        """Yield what stands in boxes, each looked up when asked for: a claim may have many."""
        for box in boxes:
            yield self._pages[box.page].line(box.bbox, mark=mark)

    def _unlike(
        self, quote: str, wanted: str, boxes: Sequence[BoxPiece], lines: Iterable[Line]
    ) -> Fault | None:
        """Return what is wrong with the words in boxes, of which some are wanted in that order."""
        at, loose, found = 0, None, list[str]()
        for box, line in zip(boxes, lines, strict=True):
            found += (word.text for word in line.words)
            read = line.read(wanted, at)
            if read is None:
                break
            at += sum(len(word.drawn) for word in read)
            loose = loose or self._not_filled(box, read)
        else:
            if at == len(wanted):
                return loose
        return Fault("printed", place_of(boxes), quote, " ".join(found))

    def row(self, piece: BoxPiece) -> str:
        """Return the digits of all the page that stand as high as a box, from left to right."""
        return self._pages[piece.page].row(piece.bbox)

    def misplaced(self, pieces: Sequence[Piece]) -> Fault | None:
        """Return which of some boxes is on no page, beside its page or empty; None for none."""
        for piece in pieces:
            if not isinstance(piece, BoxPiece):
                return Fault("box", place_of([piece]), "a box on a page", "an offset")
            page = self._pages.get(piece.page)
            if page is None:
                count = f"1 to {len(self._pages)}"
                return Fault("page", place_of([piece]), f"a page from {count}", str(piece.page))
            x0, top, x1, bottom = piece.bbox
            if not (0 <= x0 < x1 <= page.width and 0 <= top < bottom <= page.height):
                within = f"a box within {page.width} x {page.height}"
                return Fault("box", place_of([piece]), within, str(list(piece.bbox)))
        return None

    def _not_filled(self, box: BoxPiece, words: Sequence[Printed]) -> Fault | None:
        """Return that a box is not the one around the words read in it; None if it is."""
        page = self._pages[box.page]
        filled = unfilled(box.bbox, words, (page.width, page.height))
        if filled is None:
            return None
        return Fault("box", place_of([box]), str(filled), str(list(box.bbox)))


class _Page:
    """The characters of one page, found by their place."""

    def __init__(self, page: PdfPage, sides: Sides) -> None:
        self.width, self.height = page.page.width or 0.0, page.page.height or 0.0
        self._text = "".join(word.text for word in page.words)
        self._lengths = lengths = [len(word.text) for word in page.words]
        self._ends = np.cumsum(lengths).tolist()
        self._upright = [word.upright for word in page.words]
        self._word = np.repeat(np.arange(len(lengths)), lengths)
        self._sides = sides[:, list(_glyphs(page.words))]
        limits = np.array([[self.width], [self.height]] * 2)
        self._shown = np.clip(self._sides, 0.0, limits)
        middle = (self._shown[1] + self._shown[3]) / 2
        self._down = np.argsort(middle, kind="stable")
        self._y = middle[self._down]
        self._is_mark = np.zeros(len(self._text), np.bool_)
        self._claims = np.zeros(len(self._text), np.int64)

    def leave_out(self, box: Box) -> None:
        """Take what stands in a box for the mark of a note."""
        self._is_mark[self._inside(box)] = True

    def claim(self, box: Box) -> None:
        """Take what stands in a box for a part of a block."""
        self._claims[self._inside(box)] += 1

    def line(self, box: Box, *, mark: bool) -> Line:
        """Return the words, or marks, in a box."""
        inside = self._inside(box)
        inside = inside[self._is_mark[inside] == mark]
        runs: dict[int, list[int]] = {}
        for at, word in zip(inside.tolist(), self._word[inside].tolist(), strict=True):
            runs.setdefault(word, []).append(at)
        return Line.of(self._printed(run) for run in runs.values())

    def row(self, box: Box) -> str:
        """Return the digits that stand as high as a box, from left to right."""
        first, last = np.searchsorted(self._y, (box[1], box[3]))
        near = self._down[first:last]
        near = near[~self._is_mark[near]]
        along = near[np.argsort(self._sides[0, near] + self._sides[2, near], kind="stable")]
        return digits("".join(self._text[at] for at in along.tolist()))

    def _printed(self, run: Sequence[int]) -> Printed:
        text = "".join(self._text[at] for at in run)
        shared = bool((self._claims[run] > 1).all())
        word = int(self._word[run[0]])
        end = self._ends[word]
        around = self._sides[:, end - self._lengths[word] : end]
        return Printed(
            text=text,
            drawn=drawn(text),
            sides=self._sides[:, run],
            shared=shared,
            slanted=not self._upright[word] and _is_slanted(around),
            whole=len(run) == self._lengths[word],
        )

    def _inside(self, box: Box) -> NDArray[np.int64]:
        """Return the characters that lie in a box, in the order of the content.

        The box of a quote is around its characters: one that sticks out is a neighbour's.
        """
        first, last = np.searchsorted(self._y, (box[1], box[3]))
        near = self._down[first:last]
        left, top, right, bottom = self._shown[:, near]
        x0, y0, x1, y1 = box[0] - LOOSE_PT, box[1] - LOOSE_PT, box[2] + LOOSE_PT, box[3] + LOOSE_PT
        return np.sort(near[(left >= x0) & (top >= y0) & (right <= x1) & (bottom <= y1)])


def _is_slanted(sides: Sides) -> bool:
    """Whether characters go on across and down alike: by no quarter of a turn."""
    left, top, right, bottom = sides
    x, y = left + right, top + bottom
    across, down = abs(x[-1] - x[0]), abs(y[-1] - y[0])
    return bool(min(across, down) > SLANT * max(across, down))


def _glyphs(words: Sequence[Word]) -> Iterator[int]:
    for word in words:
        yield from range(word.glyph, word.glyph + len(word.text))
