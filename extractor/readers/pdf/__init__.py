"""The PDF reader: what stands on each page and where, through PDFium."""

from pathlib import Path

from extractor.readers.source import PdfSource

__all__ = ["read"]


def read(path: Path, data: bytes, *, password: str | None = None) -> PdfSource:
    """Return the pages of a PDF with their words, rules, pictures, links and grids.

    Raises:
        UnreadableSourceError: The file is truncated, damaged, encrypted, or without any text.
    """
    # The segmenter shares this package's plain geometry; only reading pays for the PDF library.
    from extractor.readers.pdf.reading import read_pdf  # noqa: PLC0415

    return read_pdf(path, data, password=password)
