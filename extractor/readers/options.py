"""How a document is to be read: what a caller may ask for beside the file."""

from typing import TypedDict


class ReadOptions(TypedDict, total=False):
    """What a reader may be asked for; what is not said is off."""

    password: str | None
    """Opens an encrypted PDF."""
    ocr: bool
    """Whether the pages of a PDF that have no text are read in their picture."""
