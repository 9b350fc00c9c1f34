"""How a document is to be read: what a caller may ask for beside the file."""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal, Protocol, TypedDict

Engine = Literal["pdfium", "pdfplumber"]
"""What reads the characters of a PDF."""


class Helpers(Protocol):
    """Processes that read pages of a long document beside this one, as copies of it."""

    count: int
    """How many there may be."""

    def begin(self, work: Callable[[], Iterable[bytes]]) -> Iterator[bytes]:
        """Have one begin, as this process is now; yield what its work yields.

        That ends early where it could not be done.
        """


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
    helpers: Helpers | None
    """Who reads pages of a long PDF beside this process; what is read does not depend on it."""
