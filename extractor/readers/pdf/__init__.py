"""The PDF reader: what stands on each page and where, through PDFium."""

from pathlib import Path
from typing import Unpack

from extractor.readers.options import ReadOptions
from extractor.readers.source import PdfSource

__all__ = ["read"]


def read(path: Path, data: bytes, **options: Unpack[ReadOptions]) -> PdfSource:
    """Return the pages of a PDF with their words, rules, pictures, links and grids.

    Raises:
        UnreadableSourceError: The file is truncated, damaged, encrypted, or without any text.
        UsageError: What is asked for needs an extra that is not installed.
    """
    # The segmenter shares this package's plain geometry; only reading pays for the PDF library.
    from extractor.readers.pdf.reading import read_pdf  # noqa: PLC0415

    return read_pdf(path, data, **options)
