"""Opening a PDF: what can be wrong with it is said in one line."""

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from extractor.errors import UnreadableSourceError
from extractor.readers.pdf.freed import give_back_memory
from extractor.readers.pdf.tame import tame
from extractor.readers.pdf.view import View

END_MARK, START_MARK = b"%%EOF", b"startxref"
LONGEST_LABEL_BYTES = 128
POINTS_LIMIT = 200_000.0  # beyond this a page has no size that could be meant
LETTER = (0.0, 0.0, 612.0, 792.0)


class Opened(pypdfium2.PdfDocument):  # type: ignore[misc]  # pypdfium2 ships no types
    """An open PDF."""

    cut: int = 0
    """Number of streams that were cut out, because reading them would take too much."""
    readable: bytes = b""
    """The file as it is read: not encrypted, and without the streams that were cut out."""
    most_pages: int = 0
    """How many of its pages are read at most."""

    def anew(self) -> "Opened":
        """Close the document and return it opened again.

        PDFium keeps all that it has once read of a file until that is closed: of the tags and fonts
        of a long document hundreds of megabytes.
        """
        again = Opened(self.readable)
        again.cut, again.most_pages, again.readable = self.cut, self.most_pages, self.readable
        self.close()
        return again


@contextmanager
def opened(path: Path, data: bytes, password: str | None) -> Iterator[Opened]:
    """Open a PDF and close it after; what would take too much to read is cut out of it.

    Raises:
        UnreadableSourceError: The file is truncated, damaged, or encrypted.
    """
    if _cut_short(data):
        raise UnreadableSourceError(f"{path}: the PDF is truncated, its end is missing")
    try:
        document = _tamed(path, data, password)
    except pypdfium2.PdfiumError as error:
        raise UnreadableSourceError(f"{path}: {_reason(error.err_code, password)}") from error
    try:
        yield document
    finally:
        document.close()
        give_back_memory()


def _tamed(path: Path, data: bytes, password: str | None) -> Opened:
    """Open what can be read of a PDF; of an encrypted one a copy that is not."""
    made = tame(data)
    document = Opened(made.data, password=password)
    if not made.endless and pdfium.FPDF_GetSecurityHandlerRevision(document) >= 0:
        copy = BytesIO()
        document.save(copy, flags=pdfium.FPDF_REMOVE_SECURITY)
        made = tame(copy.getvalue())
        if made.cut:
            document.close()
            document = Opened(made.data)
    document.cut, document.most_pages = made.cut, made.most_pages
    document.readable = made.data
    if made.endless:
        document.close()
        raise UnreadableSourceError(f"{path}: the PDF is damaged: a tree in it does not end")
    return document


def _cut_short(data: bytes) -> bool:
    """Whether objects stand after the last end mark, so that the file's own index is missing."""
    tail = data.rfind(b"endobj")
    return max(data.rfind(END_MARK), data.rfind(START_MARK)) < tail or tail < 0


def _reason(code: int | None, password: str | None) -> str:
    if code == pdfium.FPDF_ERR_PASSWORD:
        return (
            "the PDF is encrypted and the password is wrong"
            if password
            else "the PDF is encrypted and needs a password"
        )
    if code == pdfium.FPDF_ERR_SECURITY:
        return "the PDF is encrypted in a way that cannot be read"
    return "the PDF is damaged and cannot be read"


@contextmanager
def opened_page(
    document: pypdfium2.PdfDocument, index: int
) -> Iterator[tuple[object, object] | None]:
    """Open a page (from 0) and the characters on it; None where the page is broken."""
    page = pdfium.FPDF_LoadPage(document, index)
    text = pdfium.FPDFText_LoadPage(page) if page else None
    try:
        yield (page, text) if page and text else None
    finally:
        if text:
            pdfium.FPDFText_ClosePage(text)
        if page:
            pdfium.FPDF_ClosePage(page)


def page_view(page: object) -> View:
    """Return how a page is looked at."""
    media = _box(page, pdfium.FPDFPage_GetMediaBox)
    shown = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, shown)
    seen = shown.left, shown.bottom, shown.right, shown.top
    if not _sound(seen):
        seen = LETTER
    # PDFium does not say a media box that is inherited; it then counts in what it shows.
    crop = _box(page, pdfium.FPDFPage_GetCropBox) or media or seen
    return View.of(media or seen, crop, pdfium.FPDFPage_GetRotation(page))


def _box(page: object, read: Callable[..., int]) -> tuple[float, float, float, float] | None:
    corners = [ctypes.c_float() for _ in range(4)]
    if not read(page, *corners):
        return None
    x0, y0, x1, y1 = (corner.value for corner in corners)
    box = min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
    return box if _sound(box) else None


def _sound(box: tuple[float, float, float, float]) -> bool:
    x0, y0, x1, y1 = box
    return 0 < x1 - x0 < POINTS_LIMIT and 0 < y1 - y0 < POINTS_LIMIT


def page_label(document: pypdfium2.PdfDocument, index: int) -> str | None:
    """Return the number that the file gives a page (from 0); None where it gives none."""
    buffer = ctypes.create_string_buffer(LONGEST_LABEL_BYTES)
    length = pdfium.FPDF_GetPageLabel(document, index, buffer, LONGEST_LABEL_BYTES)
    if not 2 < length <= LONGEST_LABEL_BYTES:  # noqa: PLR2004 - two bytes end a UTF-16 text
        return None
    return buffer.raw[: length - 2].decode("utf-16-le", "replace").strip() or None
