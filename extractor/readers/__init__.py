"""Readers: a file becomes a `Source`; the content decides which reader, never the file's ending."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import regex

from extractor.errors import UnreadableSourceError, UsageError
from extractor.readers import dump, markdown
from extractor.readers.decode import decode
from extractor.readers.options import ReadOptions
from extractor.readers.source import Source
from schemas.extraction import ReadWarning

if TYPE_CHECKING:
    from pdfplumber.page import Page

    from extractor.readers.pdf.pictures import PagePicture

__all__ = ["file_bytes", "page_pictures", "pdf_page", "read"]

PDF_MAGIC = b"%PDF-"
PDF_MAGIC_WITHIN = 1024  # bytes; ISO 32000 lets junk stand before the header, readers accept 1 kB

MARKDOWN_SHARE = 0.02  # of the lines that are not blank carry Markdown marks
MARKDOWN_LINES = 3  # so many marked lines leave no doubt in a short text
HEADED = regex.compile(
    r"\s*+ \#{1,3}+ [ ] \p{L} [^\n]*+ (?: \n[ \t]*+\n | \Z )", regex.X
)  # nor does a heading that opens it


def read(path: Path, **options: Unpack[ReadOptions]) -> Source:
    """Read a file with the one reader that its content calls for.

    Raises:
        UnreadableSourceError: the file is missing, no file, empty, binary, damaged, encrypted or
            without text; the message names the file and the fault.
        UsageError: what is asked for needs an extra that is not installed.
    """
    data = file_bytes(path)
    if _is_pdf(data):
        # PDF libraries are heavy; a text must not pay for them.
        from extractor.readers import pdf  # noqa: PLC0415

        return pdf.read(path, data, **options)
    decoded = decode(path, data)
    marked, written = markdown.markdown_marks(decoded.text), _written_lines(decoded.text)
    enough = marked >= MARKDOWN_LINES or HEADED.match(decoded.text) is not None
    is_markdown = enough and marked >= MARKDOWN_SHARE * written
    warnings = decoded.warnings
    if is_markdown != (marked > 0):
        kind = "Markdown" if is_markdown else "plain text"
        message = f"{marked} of {written} lines carry Markdown marks; read as {kind}"
        warnings = (*warnings, ReadWarning(code="format-in-doubt", message=message))
    reader = markdown.read if is_markdown else dump.read
    sha256 = hashlib.sha256(data).hexdigest()
    source = reader(path, decoded.text, sha256=sha256, encoding=decoded.encoding)
    return source.warned(warnings)


def pdf_page(path: Path, number: int, *, password: str | None = None) -> "Page":
    """Return one page (from 1) of a PDF as pdfplumber's page, to look at or to ask for tables.

    Raises:
        UnreadableSourceError: the file or the page cannot be read.
        UsageError: the file is no PDF, or has no such page.
    """
    data = file_bytes(path)
    if not _is_pdf(data):
        raise UsageError(f"{path}: is no PDF: only the pages of a PDF can be drawn")
    from extractor.readers.pdf.plumbed import filled_page  # noqa: PLC0415

    return filled_page(path, data, number, password=password)


def page_pictures(
    path: Path, *, resolution: int, most_pixels: int, password: str | None = None
) -> "Iterator[PagePicture]":
    """Return the pages of a PDF as pictures, drawn when asked for.

    Raises:
        UnreadableSourceError: The file cannot be read.
    """
    from extractor.readers.pdf import pictures  # noqa: PLC0415

    return pictures.page_pictures(
        path,
        file_bytes(path),
        resolution=resolution,
        most_pixels=most_pixels,
        password=password,
    )


def _is_pdf(data: bytes) -> bool:
    return PDF_MAGIC in data[:PDF_MAGIC_WITHIN]


def file_bytes(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        UnreadableSourceError: it is missing, no file, empty, or may not be read.
    """
    if path.is_dir():
        raise UnreadableSourceError(f"{path}: is a folder, not a file")
    if path.exists() and not path.is_file():
        # A pipe would be waited for without end, and could not be read twice.
        raise UnreadableSourceError(f"{path}: is no regular file")
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableSourceError(f"{path}: no such file") from None
    except OSError as error:
        raise UnreadableSourceError(f"{path}: {error.strerror or error}") from error
    if not data:
        raise UnreadableSourceError(f"{path}: the file is empty")
    return data


def _written_lines(text: str) -> int:
    return sum(1 for line in text.splitlines() if line.strip())
