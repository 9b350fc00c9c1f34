"""Pages as they are shown: what stands in form fields and on stamps is part of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from extractor.readers.pdf.links import page_links
from extractor.readers.pdf.opening import opened_page, page_view
from extractor.readers.pdf.view import View
from extractor.readers.source import PdfLink

MOST_ANNOTATIONS = 5_000  # of one page
WRITTEN = frozenset(
    {
        pdfium.FPDF_ANNOT_WIDGET,
        pdfium.FPDF_ANNOT_FREETEXT,
        pdfium.FPDF_ANNOT_STAMP,
        pdfium.FPDF_ANNOT_WATERMARK,
    }
)
HIDDEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW


@dataclass(frozen=True, slots=True)
class Shown:
    """An open page."""

    page: object
    """PDFium's page."""
    text: object
    """PDFium's characters of the page."""
    view: View
    links: tuple[PdfLink, ...]


@contextmanager
def shown_page(document: pypdfium2.PdfDocument, index: int) -> Iterator[Shown | None]:
    """Open a page (from 0), its fields and stamps made part of it; None where it is broken."""
    with opened_page(document, index) as loaded:
        if loaded is None:
            yield None
            return
        page, text = loaded
        view = page_view(page)
        links = tuple(page_links(document, page, view))
        if not _is_written_on(page) or not _flattened(page):
            yield Shown(page, text, view, links)
            return
    # What is flattened shows on the page when it is opened again; its links are gone by then.
    with opened_page(document, index) as loaded:
        yield Shown(*loaded, view, links) if loaded else None


def _flattened(page: object) -> bool:
    """Make the annotations of a page part of it, in memory; return whether there were any."""
    made = pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
    return bool(made == pdfium.FLATTEN_SUCCESS)


def _is_written_on(page: object) -> bool:
    """Whether an annotation that shows text stands on a page."""
    count = pdfium.FPDFPage_GetAnnotCount(page)
    if count > MOST_ANNOTATIONS:  # making so many part of the page takes too long
        return False
    for i in range(count):
        annotation = pdfium.FPDFPage_GetAnnot(page, i)
        written = pdfium.FPDFAnnot_GetSubtype(annotation) in WRITTEN
        visible = not pdfium.FPDFAnnot_GetFlags(annotation) & HIDDEN
        pdfium.FPDFPage_CloseAnnot(annotation)
        if written and visible:
            return True
    return False
