"""PDFium's functions that are called for every character or drawn line, bound without ceremony.

The binding that comes with PDFium checks and converts each argument and makes an object of each
pointer it returns; over the characters of a page that takes longer than PDFium itself. Here a
handle goes in and comes back as a `Handle`, and what PDFium writes to is a row of a `Room`.
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


WHOLE, NUMBER, DECIMAL = ctypes.c_int, ctypes.c_uint, ctypes.c_double
PLACE = ctypes.c_ssize_t
"""An address as a number, 0 for none."""


def handle(pointer: Foreign) -> Handle:
    """Return the plain handle of a pointer that PDFium's own binding gave."""
    return Handle(ctypes.cast(pointer, ctypes.c_void_p).value)


def argument(pointer: Foreign) -> Foreign:
    """Return a pointer of PDFium's own binding as what is passed on as it stands.

    A handle is wrapped anew for every call, which is a sixth of what a call takes.
    """
    return ctypes.c_void_p.from_param(handle(pointer).value)


def page_object(thing: Handle) -> Foreign:
    """Return an object of a page as PDFium's own binding takes it."""
    return ctypes.cast(thing, pdfium.FPDF_PAGEOBJECT)


class Room:
    """Memory that PDFium writes to, a row a call.

    A pointer to it is made once, when a row is first written to: that takes longer than most calls.
    """

    ROWS = 512

    def __init__(self, kind: type[Foreign], columns: int, *, whole: bool = False) -> None:
        """Make room for numbers of a kind; `whole` if PDFium takes one pointer for all of a row."""
        self._memory, self._size = (kind * (columns * self.ROWS))(), ctypes.sizeof(kind)
        self._table = np.frombuffer(self._memory, np.dtype(kind)).reshape(self.ROWS, columns)
        self._pointers: list[list[Foreign]] = [[] for _ in range(1 if whole else columns)]

    def filled(
        self, function: Callable[..., int], *arguments: Sequence[Foreign]
    ) -> tuple[NDArray[np.bool_], NDArray[Foreign]]:
        """Call a function once for each row of arguments.

        Returns:
            Whether each call gave something, and a row of the numbers that it gave.
        """
        count = len(arguments[0])
        if len(self._pointers[0]) < min(count, self.ROWS):
            self._point(min(count, self.ROWS))
        told: list[int] = []
        rows = np.empty((count, self._table.shape[1]), self._table.dtype)
        for start in range(0, count, self.ROWS):
            some = [column[start : start + self.ROWS] for column in arguments]
            told += map(function, *some, *self._pointers)
            rows[start : start + self.ROWS] = self._table[: count - start]
        return np.ones(count, np.bool_) if all(told) else np.array(told, np.bool_), rows

    def _point(self, rows: int) -> None:
        """Make the pointers to the first rows that are still missing."""
        columns = self._table.shape[1]
        for column, pointers in enumerate(self._pointers):
            pointers += [
                ctypes.byref(self._memory, self._size * (row * columns + column))
                for row in range(len(pointers), rows)
            ]


class Rooms:
    """The rooms that the readers of a document share."""

    def __init__(self) -> None:
        self.box = Room(ctypes.c_float, 4, whole=True)
        self.ink = Room(ctypes.c_double, 4)
        self.origin = Room(ctypes.c_double, 2)
        self.matrix = Room(ctypes.c_float, 6, whole=True)
        self.color = Room(ctypes.c_uint, 4)
        self.modes = Room(ctypes.c_int, 2)
        self.width = Room(ctypes.c_float, 1)
        self.corners = Room(ctypes.c_float, 4)
        self.point = Room(ctypes.c_float, 2)


def _bound(function: Foreign, result: type[Foreign]) -> Callable[..., Foreign]:
    """Return a function of PDFium; without declared arguments handles and numbers go unconverted.

    Unlike PDFium's own binding it keeps the interpreter's lock: to let it go costs as much again.
    """
    prototype = ctypes.PYFUNCTYPE(result)
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
page_object_at = _bound(pdfium.FPDFPage_GetObject, Handle)
form_object_count = _bound(pdfium.FPDFFormObj_CountObjects, WHOLE)
form_object_at = _bound(pdfium.FPDFFormObj_GetObject, Handle)
object_kind = _bound(pdfium.FPDFPageObj_GetType, WHOLE)
object_marked = _bound(pdfium.FPDFPageObj_GetMarkedContentID, WHOLE)
mark_count = _bound(pdfium.FPDFPageObj_CountMarks, WHOLE)
object_matrix = _bound(pdfium.FPDFPageObj_GetMatrix, WHOLE)
object_bounds = _bound(pdfium.FPDFPageObj_GetBounds, WHOLE)
object_fill = _bound(pdfium.FPDFPageObj_GetFillColor, WHOLE)
object_is_transparent = _bound(pdfium.FPDFPageObj_HasTransparency, WHOLE)
object_clip = _bound(pdfium.FPDFPageObj_GetClipPath, Handle)
clip_paths = _bound(pdfium.FPDFClipPath_CountPaths, WHOLE)
clip_length = _bound(pdfium.FPDFClipPath_CountPathSegments, WHOLE)
clip_segment = _bound(pdfium.FPDFClipPath_GetPathSegment, Handle)
object_line_width = _bound(pdfium.FPDFPageObj_GetStrokeWidth, WHOLE)

path_draw_mode = _bound(pdfium.FPDFPath_GetDrawMode, WHOLE)
path_length = _bound(pdfium.FPDFPath_CountSegments, WHOLE)
path_segment = _bound(pdfium.FPDFPath_GetPathSegment, Handle)
segment_kind = _bound(pdfium.FPDFPathSegment_GetType, WHOLE)
segment_point = _bound(pdfium.FPDFPathSegment_GetPoint, WHOLE)
segment_closes = _bound(pdfium.FPDFPathSegment_GetClose, WHOLE)

tree_children = _bound(pdfium.FPDF_StructTree_CountChildren, WHOLE)
tree_child = _bound(pdfium.FPDF_StructTree_GetChildAtIndex, Handle)
element_children = _bound(pdfium.FPDF_StructElement_CountChildren, WHOLE)
element_child = _bound(pdfium.FPDF_StructElement_GetChildAtIndex, Handle)
element_content = _bound(pdfium.FPDF_StructElement_GetChildMarkedContentID, WHOLE)
element_role = _bound(pdfium.FPDF_StructElement_GetType, WHOLE)
element_alt = _bound(pdfium.FPDF_StructElement_GetAltText, WHOLE)
element_attribute_count = _bound(pdfium.FPDF_StructElement_GetAttributeCount, WHOLE)
element_attributes = _bound(pdfium.FPDF_StructElement_GetAttributeAtIndex, Handle)
attribute = _bound(pdfium.FPDF_StructElement_Attr_GetValue, Handle)
attribute_number = _bound(pdfium.FPDF_StructElement_Attr_GetNumberValue, WHOLE)
