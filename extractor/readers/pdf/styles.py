"""How the characters of a text object are set: font, size, weight, colour, direction."""

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import atan2, degrees, hypot, isfinite

import numpy as np
import pypdfium2.raw as pdfium
import regex

from extractor.readers.pdf.columns import Numbers, Whole
from extractor.readers.pdf.native import (
    Foreign,
    Handle,
    Rooms,
    char_color,
    char_matrix,
    char_origin,
    char_size,
    text_font,
    text_mode,
)
from extractor.readers.pdf.view import Matrix, View, compose

QUARTER = 90.0  # degrees
UPRIGHT_DEGREES = 8.0  # text that leans less than this is read as level
BOLD_WEIGHT = 600
ITALIC_FLAG = 1 << 6  # PDF 32000, table 123
INVISIBLE_MODE = 3  # text render mode "neither fill nor stroke"
STROKED_MODES = (1, 2)
FONT_NAME_BYTES = 256
BLACK = (0, 0, 0, 255)

_BOLD = regex.compile(
    r"""
    bold | black | heavy | demi (?! light )
      | - (?: bd | blk | hv ) (?! \p{L} )               # as foundries shorten it
      | ^ (?: cm | sf | ec ) (?: ss )? (?: bx | b\d )   # bold extended, as TeX names it
    """,
    regex.X | regex.I,
)
_ITALIC = regex.compile(r"italic | oblique | (?<![a-z]) ital? \b", regex.X | regex.I)
_SUBSET = regex.compile(r"^ [A-Z]{6} \+", regex.X)


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
    turn: int | None = 0
    """Quarter turns against the clock; None for text that leans otherwise."""


@dataclass(frozen=True, slots=True)
class Font:
    """What a font says of the text that is set in it."""

    name: str
    bold: bool
    italic: bool


_Look = tuple[float, ...]
"""All that PDFium tells of how a text object is set: most of a page is set in a few ways."""


class StyleReader:
    """Reads the styles of the text objects of one page."""

    def __init__(self, textpage: Foreign, view: View, rooms: Rooms) -> None:
        self._page = textpage
        self._view = view
        self._rooms = rooms
        self._fonts: dict[int, Font] = {}
        self._numbers: dict[Style, int] = {}

    @property
    def styles(self) -> tuple[Style, ...]:
        """The different styles that were read."""
        return tuple(self._numbers)

    def read(self, places: Sequence[int], things: Sequence[Handle]) -> tuple[Whole, Numbers]:
        """Return the number of each text object's style, and where its first character stands.

        Args:
            places: The index of the first character of each object.
            things: The objects.
        """
        at = [self._page] * len(places), places
        looks = self._looks(at, things)
        known = {look: self._number(look) for look in dict.fromkeys(looks)}
        x, y = self._rooms.origin.filled(char_origin, *at)[1].T
        _, b, _, d, _, f = self._view.matrix
        return np.array([known[look] for look in looks], np.int64), b * x + d * y + f

    def _looks(
        self, at: tuple[Sequence[Foreign], Sequence[int]], things: Sequence[Handle]
    ) -> list[_Look]:
        matrix = self._rooms.matrix.filled(char_matrix, *at)[1]
        colored, color = self._rooms.color.filled(char_color, *at)
        color[~colored] = BLACK
        return list(
            zip(
                *matrix.T[:4].tolist(),
                *color.T[:3].tolist(),
                map(char_size, *at),
                map(text_font, things),
                map(text_mode, things),
                strict=True,
            )
        )

    def _number(self, look: _Look) -> int:
        """Return the number of a style; what is alike in all that counts has one."""
        a, b, c, d, *color, size, address, mode = look
        matrix: Matrix = compose((a, b, c, d, 0.0, 0.0), self._view.matrix)
        lean = degrees(atan2(-matrix[1], matrix[0]))
        font = self._font(int(address))
        style = Style(
            font=font.name,
            size=_type_size(size * hypot(c, d)),
            bold=font.bold or mode in STROKED_MODES,
            italic=font.italic,
            color="#{:02x}{:02x}{:02x}".format(*map(int, color)),
            upright=abs(lean) <= UPRIGHT_DEGREES,
            drawn=mode != INVISIBLE_MODE,
            turn=turn_of(lean),
        )
        return self._numbers.setdefault(style, len(self._numbers))

    def _font(self, address: int) -> Font:
        known = self._fonts.get(address)
        if known is None:
            known = self._fonts[address] = _read_font(address)
        return known


def _type_size(size: float) -> float:
    """Return a type size; type of a negative one is as large, and upside down."""
    return round(abs(size), 2) if isfinite(size) else 0.0


def turn_of(lean: float) -> int | None:
    """Return the quarter turns of text that leans so many degrees; None for none of them.

    >>> turn_of(-2.0), turn_of(90.5), turn_of(-90.0), turn_of(-180.0), turn_of(45.0)
    (0, 1, 3, 2, None)
    """
    turns = round(lean / QUARTER)
    return turns % 4 if abs(lean - turns * QUARTER) <= UPRIGHT_DEGREES else None


@lru_cache(maxsize=256)  # a document has few fonts, and every page asks for its own
def named_font(name: str) -> Font:
    """Return what the name of a font says of it.

    >>> [named_font(name).bold for name in ("ABCDEF+CMBX12", "Neue-Bd", "Demi-It", "CMR12")]
    [True, True, True, False]
    """
    name = _SUBSET.sub("", name)
    return Font(name, bold=bool(_BOLD.search(name)), italic=bool(_ITALIC.search(name)))


def _read_font(address: int) -> Font:
    if not address:
        return named_font("")
    font = ctypes.cast(address, pdfium.FPDF_FONT)
    buffer = ctypes.create_string_buffer(FONT_NAME_BYTES)
    length = pdfium.FPDFFont_GetBaseFontName(font, buffer, FONT_NAME_BYTES)
    raw = buffer.raw[: max(0, min(length, FONT_NAME_BYTES) - 1)]
    named = named_font(raw.decode("utf-8", "replace"))
    flags = max(0, pdfium.FPDFFont_GetFlags(font))
    return Font(
        named.name,
        bold=named.bold or pdfium.FPDFFont_GetWeight(font) >= BOLD_WEIGHT,
        italic=named.italic or bool(flags & ITALIC_FLAG),
    )
