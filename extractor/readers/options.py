"""How a document is to be read: what a caller may ask for beside the file."""

from typing import Literal, TypedDict

Engine = Literal["pdfium", "pdfplumber"]
"""What reads the characters of a PDF."""


class ReadOptions(TypedDict, total=False):
    """What a reader may be asked for; what is not said is off."""

    password: str | None
    """Opens an encrypted PDF."""
    ocr: bool
    """Whether the pages of a PDF that have no text are read in their picture."""
    engine: Engine
    """What reads the characters of a PDF: PDFium where it is not said."""
    cross_check: bool
    """Whether both engines read them, and where their digits differ is a finding."""
