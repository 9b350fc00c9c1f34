"""Digits of figures by the other engine: pdfplumber's reader finds the same in the same boxes."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from extractor.readers import file_bytes
from extractor.readers.pdf.second import Digit, digits_by_plumber
from extractor.readers.source import Box
from extractor.verify.claims import figure_name
from extractor.verify.failure import Failure, Fault, place_of
from extractor.verify.spelling import digits
from schemas.base import BoxPiece, OcrPiece, Piece
from schemas.figure import Figure

SLACK_PT = 1.0  # by which the engines may place a small digit otherwise
SLACK = 0.5  # but no more than this share of a mark's sides: in small type more stands close by
LARGER = 2.0  # times as large as the box of a figure: a digit of a stamp or a watermark across it
SMALLER = 3.0  # times as small as another digit in the box: text under a stamp that is read
DRAWN_TWICE_PT = 1.0  # bold by drawing twice: equal digits nearer than this are one, and nearer
DRAWN_TWICE = 0.5  # than this share of their size: in small type the next digit is as near

Boxes = dict[BoxPiece, tuple[str, ...]]
"""By box the digits in it: in the order of the content, and along the line, to and fro."""


@dataclass(slots=True)
class SecondEngine:
    """Proves the digits of figures by pdfplumber."""

    path: Path
    password: str | None
    marks: Iterable[Piece]
    """Where notes are called: their digits are no part of a figure."""
    hiding: Collection[int] = ()
    """The pages with characters that cannot be seen, which pdfplumber does not tell from others."""
    row: Callable[[BoxPiece], str] | None = None
    """The digits by PDFium that stand as high as a box, from left to right."""
    unread: list[int] = field(default_factory=list)
    """The pages that pdfplumber could not read."""
    covered: set[int] = field(default_factory=set)
    """The pages where it found more digits than those of a figure, as some cannot be seen."""
    missed: set[int] = field(default_factory=set)
    """The pages where it reads no digits at all at the place of a figure."""
    elsewhere: set[int] = field(default_factory=set)
    """The pages where it puts digits elsewhere along their line."""
    _rows: dict[BoxPiece, str] = field(default_factory=dict)

    def failures(self, figures: Iterable[Figure]) -> Iterator[Failure]:
        """Yield the figures that have other digits by pdfplumber.

        What was read in a picture is no text for it either; such figures are passed over, and so
        are those on pages that it cannot read, and where it reads no digits: of what a form was
        filled in with, or of a font that tells it nothing. In a box on a page that hides something
        there may be other digits between those of the figure. By a font that does not tell how wide
        it is the digits may stand elsewhere along their line, all of it the same in the same order.
        """
        boxed = [(figure, boxes) for figure in figures if (boxes := _boxes(figure))]
        there = self._read(box for _, boxes in boxed for box in boxes)
        for figure, boxes in boxed:
            if not all(box in there for box in boxes):
                continue
            found = ["".join(each) for each in zip(*(there[box] for box in boxes), strict=True)]
            expected = digits(figure.anchor.quote)
            if expected in found:
                continue
            if self._among(expected, found, boxes):
                self.covered |= {box.page for box in boxes}
                continue
            if self.row is not None and all(self.row(box) == self._rows[box] for box in boxes):
                self.elsewhere |= {box.page for box in boxes}
                continue
            if not any(found):
                self.missed |= {box.page for box in boxes}
                continue
            fault = Fault("second engine", place_of(boxes), expected, found[1])
            yield Failure(figure_name(figure), fault)

    def _among(self, expected: str, found: Sequence[str], boxes: Iterable[BoxPiece]) -> bool:
        """Whether digits are among those that were found, and the others may be hidden."""
        hiding = any(box.page in self.hiding for box in boxes)
        return hiding and any(_is_part(expected, each) for each in found)

    def _read(self, boxes: Iterable[BoxPiece]) -> Boxes:
        """Return what stands in boxes, those of pages that cannot be read left out."""
        wanted: dict[int, set[BoxPiece]] = defaultdict(set)
        for box in boxes:
            wanted[box.page].add(box)
        found: Boxes = {}
        marks: dict[int, list[Box]] = defaultdict(list)
        for mark in self.marks:
            if isinstance(mark, BoxPiece):
                marks[mark.page].append(mark.bbox)
        data, numbers = file_bytes(self.path), sorted(wanted)
        for number, page in digits_by_plumber(self.path, data, numbers, password=self.password):
            if page is None:
                self.unread.append(number)
            else:
                printed = _printed(page, marks[number])
                found |= {box: tuple(printed.orders(box.bbox)) for box in wanted[number]}
                self._rows |= {box: printed.row(box.bbox) for box in wanted[number]}
        return found


def _boxes(figure: Figure) -> list[BoxPiece]:
    """Return the boxes of a figure in digits; none where they were read in a picture."""
    source = figure.anchor.source
    if not digits(figure.anchor.quote) or any(isinstance(one, OcrPiece) for one in source):
        return []
    return [one for one in source if isinstance(one, BoxPiece)]


def _is_part(some: str, all_: str) -> bool:
    """Whether a text has the characters of another in their order, others between them or not."""
    left = iter(all_)
    return all(character in left for character in some)


def _printed(page: Sequence[Digit], marks: Iterable[Box]) -> "_Digits":
    """Return the digits of a page but for those of the marks of notes."""
    printed = _Digits(page)
    for mark in marks:
        printed.leave_out(mark)
    return printed


class _Digits:
    """The digits of a page, by their middles."""

    def __init__(self, page: Sequence[Digit]) -> None:
        self._text = [digit for digit, _ in page]
        low, high = np.array([box for _, box in page], np.float64).reshape(-1, 2, 2).swapaxes(0, 1)
        self._middle = (low + high) / 2
        self._size = high - low
        reach = np.minimum(self._size * DRAWN_TWICE, DRAWN_TWICE_PT)
        self._drawn: list[list[float]] = np.hstack((self._middle, reach)).tolist()
        self._kept = np.ones(len(page), np.bool_)

    def leave_out(self, box: Box) -> None:
        """Take what stands in a box, or close to it, for no digits of the page."""
        slack_pt = min(SLACK_PT, SLACK * (box[2] - box[0]), SLACK * (box[3] - box[1]))
        self._kept &= ~self._inside(box, slack_pt)

    def orders(self, box: Box) -> Iterator[str]:
        """Yield what stands in a box: by the content, and along the line, to and fro.

        A level line runs from the left only; text that is turned runs upwards or downwards.
        """
        there = np.flatnonzero(self._kept & self._inside(box) & self._fitting(box))
        height = self._size[there, 1]
        there = there[height * SMALLER >= height.max(initial=0.0)]
        yield self._once(there)
        middle = self._middle[there]
        turned = len(there) > 1 and np.ptp(middle[:, 1]) > np.ptp(middle[:, 0])
        along = there[np.argsort(middle[:, int(turned)], kind="stable")]
        yield self._once(along)
        yield self._once(along[::-1] if turned else along)

    def row(self, box: Box) -> str:
        """Return what stands as high as a box, from left to right."""
        y = self._middle[:, 1]
        there = np.flatnonzero(self._kept & (box[1] <= y) & (y <= box[3]))
        return self._once(there[np.argsort(self._middle[there, 0], kind="stable")])

    def _inside(self, box: Box, slack_pt: float = 0.0) -> NDArray[np.bool_]:
        low, high = np.array(box[:2]) - slack_pt, np.array(box[2:]) + slack_pt
        inside: NDArray[np.bool_] = (low <= self._middle) & (self._middle <= high)
        return inside[:, 0] & inside[:, 1]

    def _fitting(self, box: Box) -> NDArray[np.bool_]:
        """Return which digits are small enough to stand in a box: others run across it."""
        most = np.array((box[2] - box[0], box[3] - box[1])) * LARGER + SLACK_PT
        fitting: NDArray[np.bool_] = self._size <= most
        return fitting[:, 0] & fitting[:, 1]

    def _once(self, ordered: NDArray[np.intp]) -> str:
        """Return digits in their order, those that are drawn twice at one place told once."""
        kept: list[int] = []
        for at in ordered.tolist():
            if not kept or not self._twice(at, kept[-1]):
                kept.append(at)
        return digits("".join(self._text[at] for at in kept))

    def _twice(self, one: int, other: int) -> bool:
        if self._text[one] != self._text[other]:
            return False
        x, y, across, down = self._drawn[one]
        return abs(x - self._drawn[other][0]) <= across and abs(y - self._drawn[other][1]) <= down
