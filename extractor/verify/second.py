"""Digits of figures by the other engine: pdfplumber's reader finds the same in the same boxes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
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
DRAWN_TWICE_PT = 1.0  # bold by drawing twice: equal digits nearer than this are one

Middles = NDArray[np.float64]
Boxes = dict[BoxPiece, tuple[str, str]]
"""By box the digits in it: in the order of the content, and from left to right."""


@dataclass(slots=True)
class SecondEngine:
    """Proves the digits of figures by pdfplumber."""

    path: Path
    password: str | None
    marks: Iterable[Piece]
    """Where notes are called: their digits are no part of a figure."""
    unread: list[int] = field(default_factory=list)
    """The pages that pdfplumber could not read."""

    def failures(self, figures: Iterable[Figure]) -> Iterator[Failure]:
        """Yield the figures that have other digits by pdfplumber.

        What was read in a picture is no text for it either; such figures are passed over, and so
        are those on pages that it cannot read.
        """
        boxed = [(figure, boxes) for figure in figures if (boxes := _boxes(figure))]
        there = self._read(box for _, boxes in boxed for box in boxes)
        for figure, boxes in boxed:
            if not all(box in there for box in boxes):
                continue
            found = ["".join(there[box][order] for box in boxes) for order in (0, 1)]
            if digits(figure.anchor.quote) not in found:
                expected = digits(figure.anchor.quote)
                fault = Fault("second engine", place_of(boxes), expected, found[1])
                yield Failure(figure_name(figure), fault)

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
                found |= _within(page, wanted[number], marks[number])
        return found


def _boxes(figure: Figure) -> list[BoxPiece]:
    """Return the boxes of a figure in digits; none where they were read in a picture."""
    source = figure.anchor.source
    if not digits(figure.anchor.quote) or any(isinstance(one, OcrPiece) for one in source):
        return []
    return [one for one in source if isinstance(one, BoxPiece)]


def _within(page: Sequence[Digit], boxes: Iterable[BoxPiece], marks: Iterable[Box]) -> Boxes:
    """Return the digits of a page in each box, but for those of the marks of notes."""
    sides = np.array([box for _, box in page], np.float64).reshape(-1, 4)
    x, y = (sides[:, 0] + sides[:, 2]) / 2, (sides[:, 1] + sides[:, 3]) / 2
    kept = np.ones(len(page), np.bool_)
    for mark in marks:
        kept &= ~_inside(x, y, mark, SLACK_PT)
    found: Boxes = {}
    for box in boxes:
        there = np.flatnonzero(kept & _inside(x, y, box.bbox)).tolist()
        placed = [(float(x[i]), page[i][0]) for i in there]
        found[box] = _once(placed), _once(sorted(placed))
    return found


def _inside(x: Middles, y: Middles, box: Box, slack_pt: float = 0.0) -> NDArray[np.bool_]:
    x0, top, x1, bottom = box
    across = (x >= x0 - slack_pt) & (x <= x1 + slack_pt)
    return across & (y >= top - slack_pt) & (y <= bottom + slack_pt)


def _once(placed: Sequence[tuple[float, str]]) -> str:
    """Return digits in their order, those that are drawn twice at one place told once."""
    kept: list[tuple[float, str]] = []
    for x, digit in placed:
        if not kept or digit != kept[-1][1] or abs(x - kept[-1][0]) > DRAWN_TWICE_PT:
            kept.append((x, digit))
    return digits("".join(digit for _, digit in kept))
