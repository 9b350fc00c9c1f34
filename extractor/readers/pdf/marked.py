"""Marked content: which piece of the structure tree a drawn thing belongs to, by the file."""

import ctypes

import pypdfium2.raw as pdfium

UNMARKED = -1
ARTIFACT = -2  # marked as no part of the text: running heads, page numbers, watermarks

MOST_MARKS = 16  # of one object
ARTIFACT_NAME = "Artifact"
LONGEST_NAME_BYTES = 64


def marked_content(thing: object) -> int:
    """Return the number of the marked content of an object of a page, UNMARKED or ARTIFACT."""
    number: int = pdfium.FPDFPageObj_GetMarkedContentID(thing)
    if number >= 0:
        return number
    marks = min(pdfium.FPDFPageObj_CountMarks(thing), MOST_MARKS)
    names = (_name(pdfium.FPDFPageObj_GetMark(thing, i)) for i in range(marks))
    return ARTIFACT if ARTIFACT_NAME in names else UNMARKED


def _name(mark: object) -> str:
    raw, length = ctypes.create_string_buffer(LONGEST_NAME_BYTES), ctypes.c_ulong()
    buffer = ctypes.cast(raw, ctypes.POINTER(pdfium.FPDF_WCHAR))
    if not pdfium.FPDFPageObjMark_GetName(mark, buffer, LONGEST_NAME_BYTES, length):
        return ""
    return raw.raw[: max(0, min(length.value, LONGEST_NAME_BYTES) - 2)].decode(
        "utf-16-le", "replace"
    )
