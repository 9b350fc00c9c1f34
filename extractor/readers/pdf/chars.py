"""The characters of a page, read through PDFium: what would change with the engine."""

import ctypes
import sys
from array import array
from dataclasses import dataclass, field
from math import atan2, degrees, hypot

import pypdfium2.raw as pdfium
import regex

from extractor.readers.pdf.marked import UNMARKED, marked_content
from extractor.readers.pdf.view import Matrix, View, apply, compose
from extractor.readers.source import Box

UPRIGHT_DEGREES = 8.0  # text that leans less than this is read as level
BOLD_WEIGHT = 600
ITALIC_FLAG = 1 << 6  # PDF 32000, table 123
INVISIBLE_MODE = 3  # text render mode "neither fill nor stroke"
STROKED_MODES = (1, 2)
FONT_NAME_BYTES = 256
FIGURES = frozenset("0123456789⁰¹²³⁴⁵⁶⁷⁸⁹")  # an Arabic zero is small by nature
RAISED_HEIGHT = 0.55  # type sizes; a figure's ink is higher, a superior one's is not
RAISED_CLEAR = 0.18  # type sizes between the baseline and the ink of a superior figure

_BOLD = regex.compile(r"bold | black | heavy | semibold | demi(?!light)", regex.X | regex.I)
_ITALIC = regex.compile(r"italic | oblique | (?<![a-z]) ital? \b", regex.X | regex.I)
_SUBSET = regex.compile(r"^ [A-Z]{6} \+", regex.X)
REPLACEMENT = "\ufffd"
SURROGATE = regex.compile(r"[\ud800-\udfff]")
HYPHEN_AT_LINE_END = "\x02"  # what PDFium makes of a hyphen that ends a line


@dataclass(frozen=True, slots=True)
class Style:
    """What the characters of one text object have in common."""

    font: str
    size: float
    bold: bool
    italic: bool
    color: str
    upright: bool
    drawn: bool
    """False for text that is neither filled nor stroked."""


@dataclass(slots=True)
class Chars:
    """The characters of a page in the order of the content, boxes in points from the top left."""

    text: list[str] = field(default_factory=list)
    left: "array[float]" = field(default_factory=lambda: array("d"))
    top: "array[float]" = field(default_factory=lambda: array("d"))
    right: "array[float]" = field(default_factory=lambda: array("d"))
    bottom: "array[float]" = field(default_factory=lambda: array("d"))
    baseline: "array[float]" = field(default_factory=lambda: array("d"))
    style: list[Style] = field(default_factory=list)
    space: bytearray = field(default_factory=bytearray)
    """What stood before: 0 nothing, 1 a gap that PDFium takes for a space, 2 a printed space."""
    raised: bytearray = field(default_factory=bytearray)
    """Whether a digit is a raised form of its font: told by its ink, not by its size."""
    marked: "array[int]" = field(default_factory=lambda: array("i"))
    """The marked content that it is part of, as `marked_content` tells."""
    unmapped: int = 0
    """Number of characters that the file gives no Unicode for."""


GAP, PRINTED = 1, 2


@dataclass(frozen=True, slots=True)
class _Object:
    """A text object: its style, and how its characters' boxes are made."""

    style: Style
    baseline: float
    marked: int


class CharReader:
    """Reads the characters of one page."""

    def __init__(self, textpage: object, view: View, *, tagged: bool = False) -> None:
        self._page = textpage
        self._tagged = tagged
        self._view = view
        self._objects: dict[int, _Object] = {}
        self._matrix = pdfium.FS_MATRIX()
        self._numbers = [ctypes.c_double() for _ in range(6)]
        self._name = ctypes.create_string_buffer(FONT_NAME_BYTES)

    def read(self) -> Chars:
        """Return the page's characters; white space only shows in `space`."""
        chars = Chars()
        page, loose = self._page, pdfium.FS_RECTF()
        unicode_at, object_at, box_at = (
            pdfium.FPDFText_GetUnicode,
            pdfium.FPDFText_GetTextObject,
            pdfium.FPDFText_GetLooseCharBox,
        )
        space = 0
        for i in range(max(0, pdfium.FPDFText_CountChars(page))):
            owner = object_at(page, i)
            character = self._character(i, unicode_at(page, i), chars)
            if character.isspace():
                space = max(space, PRINTED if owner else GAP)
                continue
            if not owner or not box_at(page, i, loose):
                continue
            made = self._objects.get(address := ctypes.addressof(owner.contents))
            if made is None:
                made = self._objects[address] = self._object(i, owner)
            box = self._view.box(loose.left, loose.bottom, loose.right, loose.top)
            _append(chars, character, box, made)
            chars.space.append(space)
            chars.raised.append(character in FIGURES and self._is_raised(i, made.style))
            space = 0
        return chars

    def _character(self, index: int, code: int, chars: Chars) -> str:
        character = chr(code) if 0 < code <= sys.maxunicode else REPLACEMENT
        if character == HYPHEN_AT_LINE_END:
            return "-"
        if character == REPLACEMENT or pdfium.FPDFText_HasUnicodeMapError(self._page, index) == 1:
            chars.unmapped += 1
        if character < " ":
            return " "
        return REPLACEMENT if SURROGATE.match(character) else character

    def _is_raised(self, index: int, style: Style) -> bool:
        """Whether a digit's ink is small and stands clear of the baseline."""
        left, right, bottom, top, x, y = self._numbers
        if not style.upright or not pdfium.FPDFText_GetCharBox(
            self._page, index, left, right, bottom, top
        ):
            return False
        pdfium.FPDFText_GetCharOrigin(self._page, index, x, y)
        # A page on its side has its heights along x.
        level = self._view.matrix[0] != 0
        low, high = (bottom.value, top.value) if level else (left.value, right.value)
        stand = y.value if level else x.value
        clear = min(abs(low - stand), abs(high - stand))
        return high - low < RAISED_HEIGHT * style.size and clear > RAISED_CLEAR * style.size

    def _object(self, index: int, owner: object) -> _Object:
        pdfium.FPDFText_GetMatrix(self._page, index, self._matrix)
        m = self._matrix
        matrix: Matrix = compose((m.a, m.b, m.c, m.d, 0.0, 0.0), self._view.matrix)
        lean = degrees(atan2(-matrix[1], matrix[0]))
        size = pdfium.FPDFText_GetFontSize(self._page, index) * hypot(m.c, m.d)
        x, y = self._numbers[-2:]
        pdfium.FPDFText_GetCharOrigin(self._page, index, x, y)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(owner)
        font, heavy, slanted = self._font(owner)
        style = Style(
            font=font,
            size=round(size, 2),
            bold=heavy or mode in STROKED_MODES,
            italic=slanted,
            color=self._color(index),
            upright=abs(lean) <= UPRIGHT_DEGREES,
            drawn=mode != INVISIBLE_MODE,
        )
        baseline = apply(self._view.matrix, x.value, y.value)[1]
        return _Object(style, baseline, marked_content(owner) if self._tagged else UNMARKED)

    def _font(self, owner: object) -> tuple[str, bool, bool]:
        font = pdfium.FPDFTextObj_GetFont(owner)
        if not font:
            return "", False, False
        length = pdfium.FPDFFont_GetBaseFontName(font, self._name, FONT_NAME_BYTES)
        raw = self._name.raw[: max(0, min(length, FONT_NAME_BYTES) - 1)]
        name = _SUBSET.sub("", raw.decode("utf-8", "replace"))
        bold = bool(_BOLD.search(name)) or pdfium.FPDFFont_GetWeight(font) >= BOLD_WEIGHT
        slanted = bool(_ITALIC.search(name)) or bool(
            max(0, pdfium.FPDFFont_GetFlags(font)) & ITALIC_FLAG
        )
        return name, bold, slanted

    def _color(self, index: int) -> str:
        rgba = [ctypes.c_uint() for _ in range(4)]
        if not pdfium.FPDFText_GetFillColor(self._page, index, *rgba):
            return "#000000"
        return "#{:02x}{:02x}{:02x}".format(*(part.value for part in rgba[:3]))


def _append(chars: Chars, character: str, box: Box, made: _Object) -> None:
    """Add a character; an upright one is as high as its type, whatever its font claims."""
    left, top, right, bottom = box
    if made.style.upright:
        top = bottom - made.style.size
    chars.text.append(character)
    chars.left.append(left)
    chars.top.append(top)
    chars.right.append(max(right, left))
    chars.bottom.append(bottom)
    chars.baseline.append(made.baseline if made.style.upright else bottom)
    chars.style.append(made.style)
    chars.marked.append(made.marked)
