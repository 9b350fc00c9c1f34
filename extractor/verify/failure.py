"""What a proof has to tell when it fails."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from schemas.base import BoxPiece, Piece

Proof = Literal[
    "hash",
    "page",
    "box",
    "offset",
    "text",
    "printed",
    "second engine",
    "value",
    "reference",
    "ledger",
    "read again",
]
"""`box` and `offset`: it is in the file and as tight as the characters; `text`: the quote is the
text between its offsets; `printed`: the characters there are those of the quote; `second engine`:
so are its digits by pdfplumber; `value`: they are read as that figure; `reference`: an id leads
somewhere; `ledger`: every run of digits is in it; `read again`: the rest is what the file gives."""

LONGEST_SHOWN = 70  # characters of what was expected and found


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at a place."""

    proof: Proof
    where: str
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class Failure:
    """A proof that failed, and of what."""

    what: str
    """The figure or part by its id (`figure fig-3f9a…`), or the document."""
    fault: Fault

    def line(self) -> str:
        """Return the failure as one line."""
        fault = self.fault
        expected, found = shown(fault.expected), shown(fault.found)
        place = f", {fault.where}" if fault.where else ""
        return f"{self.what}{place}: {fault.proof}: expected {expected}, found {found}"


def shown(text: str) -> str:
    r"""Return a text on one line and of a length to be read.

    >>> shown("12\t7")
    "'12\\t7'"
    """
    if len(text) > LONGEST_SHOWN:
        text = text[: LONGEST_SHOWN - 1] + "…"
    return repr(text)


def place_of(pieces: Sequence[Piece]) -> str:
    """Return where pieces are, the first of several told.

    >>> place_of([BoxPiece(page=2, bbox=(1, 2, 3, 4.5))])
    'page 2 [1.0, 2.0, 3.0, 4.5]'
    """
    if not pieces:
        return ""
    first = pieces[0]
    if isinstance(first, BoxPiece):
        place = f"page {first.page} {list(first.bbox)}"
    else:
        place = f"offset {first.start}-{first.end}"
    return place if len(pieces) == 1 else f"{place} and {len(pieces) - 1} more"
