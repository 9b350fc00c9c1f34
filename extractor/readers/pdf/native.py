"""PDFium's functions that are called for every character or drawn line, bound without ceremony.

The binding that comes with PDFium checks and converts each argument and makes an object of each
pointer it returns; over the characters of a page that takes longer than PDFium itself. Here a
handle goes in as a `Handle` and comes back as the number of its address (0 or None for none), and
what PDFium writes to is given by its address.
"""

import ctypes
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

Foreign = Any
"""What is of PDFium's own binding, which has no types."""


class Handle(ctypes.c_void_p):
    """What PDFium knows a thing by."""


ADDRESS = ctypes.c_void_p
WHOLE, NUMBER, DECIMAL = ctypes.c_int, ctypes.c_uint, ctypes.c_double
PLACE = ctypes.c_ssize_t
"""An address as a number, 0 for none."""


def handle(pointer: Foreign) -> Handle:
    """Return the plain handle of a pointer that PDFium's own binding gave."""
    return ctypes.cast(pointer, Handle)


def page_object(thing: Handle) -> Foreign:
    """Return an object of a page as PDFium's own binding takes it."""
    return ctypes.cast(thing, pdfium.FPDF_PAGEOBJECT)


def addresses(numbers: "ctypes.Array[Any]") -> range:
    """Return the address of each number of an array."""
    first = ctypes.addressof(numbers)
    return range(first, first + ctypes.sizeof(numbers), ctypes.sizeof(numbers) // len(numbers))


class Room:
    """Memory that PDFium writes to, a row a call.

    The pointers to it are made once: to make one takes longer than most calls.
    """

    ROWS = 512

    def __init__(self, kind: type[Foreign], columns: int, *, whole: bool = False) -> None:
        """Make room for numbers of a kind; `whole` if PDFium takes one pointer for all of a row."""
        memory, size = (kind * (columns * self.ROWS))(), ctypes.sizeof(kind)
        self._table = np.frombuffer(memory, np.dtype(kind)).reshape(self.ROWS, columns)
        self._pointers = [
            [ctypes.byref(memory, size * (row * columns + column)) for row in range(self.ROWS)]
            for column in range(1 if whole else columns)
        ]

    def filled(
        self, function: Callable[..., int], *arguments: Sequence[Foreign]
    ) -> tuple[NDArray[np.bool_], NDArray[Foreign]]:
        """Call a function once for each row of arguments.

        Returns:
            Whether each call gave something, and a row of the numbers that it gave.
        """
        told: list[int] = []
        rows = [self._table[:0]]
        for start in range(0, len(arguments[0]), self.ROWS):
            some = [column[start : start + self.ROWS] for column in arguments]
            told += map(function, *some, *self._pointers)
            rows.append(self._table[: len(some[0])].copy())
        return np.array(told, np.bool_), np.concatenate(rows)


class Rooms:
    """The rooms that the readers of a document share."""

    def __init__(self) -> None:
        self.box = Room(ctypes.c_float, 4, whole=True)
        self.ink = Room(ctypes.c_double, 4)
        self.origin = Room(ctypes.c_double, 2)
        self.matrix = Room(ctypes.c_float, 6, whole=True)
        self.color = Room(ctypes.c_uint, 4)


def _bound(
    function: Foreign, result: type[Foreign], *arguments: type[Foreign]
) -> Callable[..., Foreign]:
    """Return a function of PDFium; without declared arguments handles and numbers go unconverted.

    Unlike PDFium's own binding it keeps the interpreter's lock: to let it go costs as much again.
    """
    prototype = ctypes.PYFUNCTYPE(result, *arguments)
    return prototype(ctypes.cast(function, ctypes.c_void_p).value or 0)


char_count = _bound(pdfium.FPDFText_CountChars, WHOLE)
char_code = _bound(pdfium.FPDFText_GetUnicode, NUMBER)
char_owner = _bound(pdfium.FPDFText_GetTextObject, PLACE)
char_unmapped = _bound(pdfium.FPDFText_HasUnicodeMapError, WHOLE)
char_loose_box = _bound(pdfium.FPDFText_GetLooseCharBox, WHOLE)
char_ink_box = _bound(pdfium.FPDFText_GetCharBox, WHOLE)
char_origin = _bound(pdfium.FPDFText_GetCharOrigin, WHOLE)
char_matrix = _bound(pdfium.FPDFText_GetMatrix, WHOLE)
char_color = _bound(pdfium.FPDFText_GetFillColor, WHOLE)
char_size = _bound(pdfium.FPDFText_GetFontSize, DECIMAL)
chars_written = _bound(pdfium.FPDFText_GetText, WHOLE)

text_mode = _bound(pdfium.FPDFTextObj_GetTextRenderMode, WHOLE)
text_font = _bound(pdfium.FPDFTextObj_GetFont, PLACE)

page_object_count = _bound(pdfium.FPDFPage_CountObjects, WHOLE)
page_object_at = _bound(pdfium.FPDFPage_GetObject, ADDRESS)
form_object_count = _bound(pdfium.FPDFFormObj_CountObjects, WHOLE, ADDRESS)
form_object_at = _bound(pdfium.FPDFFormObj_GetObject, ADDRESS)
object_kind = _bound(pdfium.FPDFPageObj_GetType, WHOLE, ADDRESS)
object_marked = _bound(pdfium.FPDFPageObj_GetMarkedContentID, WHOLE)
mark_count = _bound(pdfium.FPDFPageObj_CountMarks, WHOLE)
object_matrix = _bound(pdfium.FPDFPageObj_GetMatrix, WHOLE, *[ADDRESS] * 2)
object_bounds = _bound(pdfium.FPDFPageObj_GetBounds, WHOLE, *[ADDRESS] * 5)
object_fill = _bound(pdfium.FPDFPageObj_GetFillColor, WHOLE, *[ADDRESS] * 5)
object_is_transparent = _bound(pdfium.FPDFPageObj_HasTransparency, WHOLE, ADDRESS)
object_clip = _bound(pdfium.FPDFPageObj_GetClipPath, ADDRESS, ADDRESS)
clip_paths = _bound(pdfium.FPDFClipPath_CountPaths, WHOLE, ADDRESS)
clip_length = _bound(pdfium.FPDFClipPath_CountPathSegments, WHOLE, ADDRESS, WHOLE)
clip_segment = _bound(pdfium.FPDFClipPath_GetPathSegment, ADDRESS, ADDRESS, WHOLE, WHOLE)
object_line_width = _bound(pdfium.FPDFPageObj_GetStrokeWidth, WHOLE, *[ADDRESS] * 2)

path_draw_mode = _bound(pdfium.FPDFPath_GetDrawMode, WHOLE, *[ADDRESS] * 3)
path_length = _bound(pdfium.FPDFPath_CountSegments, WHOLE, ADDRESS)
path_segment = _bound(pdfium.FPDFPath_GetPathSegment, ADDRESS, ADDRESS, WHOLE)
segment_kind = _bound(pdfium.FPDFPathSegment_GetType, WHOLE, ADDRESS)
segment_point = _bound(pdfium.FPDFPathSegment_GetPoint, WHOLE, *[ADDRESS] * 3)
segment_closes = _bound(pdfium.FPDFPathSegment_GetClose, WHOLE, ADDRESS)
