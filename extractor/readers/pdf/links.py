"""Link annotations and the outline."""

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from extractor.readers.pdf.view import View
from extractor.readers.source import PdfLink

LONGEST_URL_BYTES = 4_096
MOST_LINKS = 5_000  # of one page
MOST_ENTRIES = 5_000  # of the outline
DEEPEST_ENTRY = 12


def page_links(document: pypdfium2.PdfDocument, page: object, view: View) -> Iterator[PdfLink]:
    """Yield the page's links that lead out of the document."""
    at = ctypes.c_int(0)
    link = pdfium.FPDF_LINK()
    rect = pdfium.FS_RECTF()
    for _ in range(MOST_LINKS):
        if not pdfium.FPDFLink_Enumerate(page, at, link):
            return
        action = pdfium.FPDFLink_GetAction(link)
        if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
            continue
        url = _address(document, action)
        if url and pdfium.FPDFLink_GetAnnotRect(link, rect):
            yield PdfLink(view.box(rect.left, rect.bottom, rect.right, rect.top), url)


def _address(document: pypdfium2.PdfDocument, action: object) -> str:
    buffer = ctypes.create_string_buffer(LONGEST_URL_BYTES)
    length = pdfium.FPDFAction_GetURIPath(document, action, buffer, LONGEST_URL_BYTES)
    if not 1 < length <= LONGEST_URL_BYTES:
        return ""
    return buffer.raw[: length - 1].decode("utf-8", "replace").strip()


def outline(document: pypdfium2.PdfDocument) -> tuple[tuple[int, str, int], ...]:
    """Return the outline's entries as (level from 1, title, page from 1)."""
    entries: list[tuple[int, str, int]] = []
    for bookmark in document.get_toc(max_depth=DEEPEST_ENTRY):
        target = bookmark.get_dest()
        index = target.get_index() if target else None
        title = " ".join(bookmark.get_title().split())
        if title and index is not None and index >= 0:
            entries.append((bookmark.level + 1, title, index + 1))
        if len(entries) >= MOST_ENTRIES:
            break
    return tuple(entries)
