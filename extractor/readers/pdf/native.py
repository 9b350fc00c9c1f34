"""PDFium's functions that are called for every character or drawn line, bound without ceremony.

The binding that comes with PDFium checks and converts each argument and makes an object of each
pointer it returns; over the characters of a page that takes longer than PDFium itself. Here a
handle goes in as a `Handle` and comes back as the number of its address (0 or None for none), and
what PDFium writes to is given by its address.
"""

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium

Foreign = Any
"""What is of PDFium's own binding, which has no types."""

Handle = ctypes.c_void_p
ADDRESS = ctypes.c_void_p
WHOLE, NUMBER, DECIMAL = ctypes.c_int, ctypes.c_uint, ctypes.c_double


def handle(pointer: Foreign) -> Handle:
    """Return the plain handle of a pointer that PDFium's own binding gave."""
    return ctypes.cast(pointer, Handle)


def page_object(address: int) -> Foreign:
    """Return an object of a page as PDFium's own binding takes it."""
    return ctypes.cast(address, pdfium.FPDF_PAGEOBJECT)


def addresses(numbers: "ctypes.Array[Any]") -> range:
    """Return the address of each number of an array."""
    first = ctypes.addressof(numbers)
    return range(first, first + ctypes.sizeof(numbers), ctypes.sizeof(numbers) // len(numbers))


def _bound(
    function: Foreign, result: type[Foreign], *arguments: type[Foreign]
) -> Callable[..., Foreign]:
    """Return a function of PDFium; without declared arguments handles and numbers go unconverted.

    Unlike PDFium's own binding it keeps the interpreter's lock: to let it go costs as much again.
    """
    prototype = ctypes.PYFUNCTYPE(result, *arguments)
    return prototype(ctypes.cast(function, ctypes.c_void_p).value or 0)


_TEXT_AT = (ADDRESS, WHOLE)  # a page's text and the index of a character

char_count = _bound(pdfium.FPDFText_CountChars, WHOLE)
char_code = _bound(pdfium.FPDFText_GetUnicode, NUMBER)
char_owner = _bound(pdfium.FPDFText_GetTextObject, ADDRESS)
char_unmapped = _bound(pdfium.FPDFText_HasUnicodeMapError, WHOLE)
char_loose_box = _bound(pdfium.FPDFText_GetLooseCharBox, WHOLE, *_TEXT_AT, ADDRESS)
char_ink_box = _bound(pdfium.FPDFText_GetCharBox, WHOLE, *_TEXT_AT, *[ADDRESS] * 4)
char_origin = _bound(pdfium.FPDFText_GetCharOrigin, WHOLE, *_TEXT_AT, *[ADDRESS] * 2)
char_matrix = _bound(pdfium.FPDFText_GetMatrix, WHOLE, *_TEXT_AT, ADDRESS)
char_color = _bound(pdfium.FPDFText_GetFillColor, WHOLE, *_TEXT_AT, *[ADDRESS] * 4)
char_size = _bound(pdfium.FPDFText_GetFontSize, DECIMAL)

text_mode = _bound(pdfium.FPDFTextObj_GetTextRenderMode, WHOLE)
text_font = _bound(pdfium.FPDFTextObj_GetFont, ADDRESS)

page_object_count = _bound(pdfium.FPDFPage_CountObjects, WHOLE)
page_object_at = _bound(pdfium.FPDFPage_GetObject, ADDRESS)
form_object_count = _bound(pdfium.FPDFFormObj_CountObjects, WHOLE, ADDRESS)
form_object_at = _bound(pdfium.FPDFFormObj_GetObject, ADDRESS)
object_kind = _bound(pdfium.FPDFPageObj_GetType, WHOLE, ADDRESS)
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
