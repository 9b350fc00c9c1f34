"""Marked content: which piece of the structure tree a drawn thing belongs to, by the file."""

import ctypes

import pypdfium2.raw as pdfium

from extractor.readers.pdf.native import Handle, mark_count, object_marked, page_object

UNMARKED = -1
ARTIFACT = -2  # marked as no part of the text: running heads, page numbers, watermarks

MOST_MARKS = 16  # of one object
ARTIFACT_NAME = "Artifact"
CUT_NAME = "CutOut"  # marks where `tame` cut something out
MOST_SEARCHED = 50_000  # objects of a page
DEEPEST_SEARCHED = 12  # forms in each other
LONGEST_NAME_BYTES = 64


def marked_content(thing: Handle) -> int:
    """Return the number of the marked content of an object of a page, UNMARKED or ARTIFACT."""
    number: int = object_marked(thing)
    if number >= 0:
        return number
    marks = range(min(mark_count(thing), MOST_MARKS))
    names = (_name(pdfium.FPDFPageObj_GetMark(page_object(thing), i)) for i in marks)
    return ARTIFACT if ARTIFACT_NAME in names else UNMARKED


def is_cut(holder: object) -> bool:
    """Whether something of a page was cut out before it was read."""
    left = [MOST_SEARCHED]
    count = pdfium.FPDFPage_CountObjects(holder)
    things = (pdfium.FPDFPage_GetObject(holder, i) for i in range(count))
    return any(_has_cut(thing, 0, left) for thing in things)


def _has_cut(thing: object, depth: int, left: list[int]) -> bool:
    left[0] -= 1
    if left[0] < 0 or depth > DEEPEST_SEARCHED:
        return False
    marks = min(pdfium.FPDFPageObj_CountMarks(thing), MOST_MARKS)
    if any(_name(pdfium.FPDFPageObj_GetMark(thing, i)) == CUT_NAME for i in range(marks)):
        return True
    if pdfium.FPDFPageObj_GetType(thing) != pdfium.FPDF_PAGEOBJ_FORM:
        return False
    held = range(max(0, pdfium.FPDFFormObj_CountObjects(thing)))
    return any(_has_cut(pdfium.FPDFFormObj_GetObject(thing, i), depth + 1, left) for i in held)


def _name(mark: object) -> str:
    raw, length = ctypes.create_string_buffer(LONGEST_NAME_BYTES), ctypes.c_ulong()
    buffer = ctypes.cast(raw, ctypes.POINTER(pdfium.FPDF_WCHAR))
    if not pdfium.FPDFPageObjMark_GetName(mark, buffer, LONGEST_NAME_BYTES, length):
        return ""
    return raw.raw[: max(0, min(length.value, LONGEST_NAME_BYTES) - 2)].decode(
        "utf-16-le", "replace"
    )
