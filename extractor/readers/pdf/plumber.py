"""The characters of a page, read by pdfplumber's own reader: slower, and made by other hands."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from io import BytesIO
from math import atan2, degrees, hypot
from pathlib import Path
from typing import Any

import numpy as np
import pdfplumber
import regex
from pdfminer.psexceptions import PSException
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from extractor.errors import UnreadableSourceError
from extractor.readers.pdf.chars import PRINTED, REPLACEMENT, Chars
from extractor.readers.pdf.columns import codes_of
from extractor.readers.pdf.marked import ARTIFACT, ARTIFACT_NAME, UNMARKED
from extractor.readers.pdf.styles import UPRIGHT_DEGREES, Style, named_font, turn_of
from extractor.readers.pdf.view import View
from extractor.readers.source import Box

UNMAPPED = regex.compile(r"\(cid:\d++\)")  # what pdfminer writes for a glyph without Unicode
BLACK = "#000000"
QUARTER_DEGREES = 90

FAULTS = (
    PdfminerException,
    MalformedPDFException,
    PSException,
    # What pdfminer lets through of its own slips on damaged files.
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)

Mark = dict[str, Any]
"""A character as pdfplumber gives it."""


class DamagedPageError(Exception):
    """pdfplumber cannot read a page."""


@dataclass(frozen=True, slots=True)
class PlumberReader:
    """Reads the characters of the pages of one file.

    Text that is neither filled nor stroked, and small raised forms of a font's digits, cannot be
    told from other text here.
    """

    file: PDF

    def read(self, index: int, view: View) -> Chars:
        """Return the characters of a page (from 0) in a view; white space only shows in `space`.

        What pdfplumber takes for the page's boxes and turn does not count: of broken boxes, and of
        those that the page shares or names elsewhere, it makes something else than PDFium.

        Raises:
            DamagedPageError: The page cannot be read.
        """
        try:
            page = self.file.pages[index]
            page.mediabox = page.bbox = 0.0, 0.0, view.width, view.height
            page.page_obj.mediabox = view.media
            page.page_obj.rotate = QUARTER_DEGREES * view.turned
            marks = page.chars
            page.close()
        except FAULTS as error:
            raise DamagedPageError(str(error)) from error
        return _chars(marks, view.height)


@contextmanager
def plumber_reader(path: Path, data: bytes) -> Iterator[PlumberReader]:
    """Open a PDF with pdfplumber and close it after.

    Raises:
        UnreadableSourceError: pdfplumber cannot open it.
    """
    try:
        file = pdfplumber.open(BytesIO(data))
    except FAULTS as error:
        raise UnreadableSourceError(f"{path}: pdfplumber cannot open the PDF") from error
    try:
        yield PlumberReader(file)
    finally:
        # Closing makes all pages anew, those too that cannot be read.
        with suppress(*FAULTS):
            file.close()


def _chars(marks: Sequence[Mark], height: float) -> Chars:
    columns = _Columns()
    space = 0
    for mark in marks:
        text = UNMAPPED.sub(REPLACEMENT, mark["text"])
        if text.strip():
            columns.add(mark, text, height, space)
        space = 0 if text.strip() else PRINTED
    return columns.chars()


@dataclass(slots=True)
class _Columns:
    """The characters as they are gathered."""

    text: list[str] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    baseline: list[float] = field(default_factory=list)
    style: list[int] = field(default_factory=list)
    space: list[int] = field(default_factory=list)
    marked: list[int] = field(default_factory=list)
    numbers: dict[Style, int] = field(default_factory=dict)
    """The number of each style."""

    def add(self, mark: Mark, text: str, height: float, space: int) -> None:
        """Add the characters of a mark: a ligature is several."""
        style = _style(mark)
        x0, bottom = mark["x0"], height - mark["y0"]
        top = bottom - style.size if style.upright else height - mark["y1"]
        step = (mark["x1"] - x0) / len(text)
        self.text += text
        self.boxes += [(x0 + i * step, top, x0 + (i + 1) * step, bottom) for i in range(len(text))]
        baseline = height - mark["matrix"][5] if style.upright else bottom
        self.baseline += [baseline] * len(text)
        self.style += [self.numbers.setdefault(style, len(self.numbers))] * len(text)
        self.space += [space] + [0] * (len(text) - 1)
        self.marked += [_marked(mark)] * len(text)

    def chars(self) -> Chars:
        """Return the characters."""
        left, top, right, bottom = np.array(self.boxes, np.float64).reshape(-1, 4).T.copy()
        return Chars(
            codes=codes_of("".join(self.text)),
            left=left,
            top=top,
            right=right,
            bottom=bottom,
            baseline=np.array(self.baseline, np.float64),
            styles=tuple(self.numbers),
            style=np.array(self.style, np.int64),
            space=np.array(self.space, np.uint8),
            raised=np.zeros(len(self.text), np.bool_),
            marked=np.array(self.marked, np.int32),
            owner=np.empty(0, np.int64),
        )


def _style(mark: Mark) -> Style:
    a, b = mark["matrix"][:2]
    lean = degrees(atan2(b, a))
    font = named_font(str(mark["fontname"]))
    return Style(
        font=font.name,
        size=round(_size(mark), 2),
        bold=font.bold,
        italic=font.italic,
        color=_color(mark["non_stroking_color"]),
        upright=abs(lean) <= UPRIGHT_DEGREES,
        drawn=True,
        turn=turn_of(lean),
    )


def _size(mark: Mark) -> float:
    """Return the type size: a box leans with its text, which shares its sides between the two."""
    a, b, c, d = (abs(part) for part in mark["matrix"][:4])
    width, height = mark["x1"] - mark["x0"], mark["y1"] - mark["y0"]
    shared = a * d - b * c
    size: float = (a * height - b * width) / shared * hypot(c, d) if shared else height
    return abs(size)


def _marked(mark: Mark) -> int:
    if mark.get("mcid") is not None:
        return int(mark["mcid"])
    return ARTIFACT if mark.get("tag") == ARTIFACT_NAME else UNMARKED


def _color(parts: object) -> str:
    """Return a colour of one, three or four parts as `#rrggbb`; black where it is a pattern."""
    if not isinstance(parts, tuple) or not all(isinstance(part, int | float) for part in parts):
        return BLACK
    match parts:
        case (gray,):
            rgb = gray, gray, gray
        case (red, green, blue):
            rgb = red, green, blue
        case (cyan, magenta, yellow, key):
            rgb = tuple(1 - min(1, part + key) for part in (cyan, magenta, yellow))
        case _:
            return BLACK
    return "#" + "".join(f"{round(255 * min(1, max(0, part))):02x}" for part in rgb)
