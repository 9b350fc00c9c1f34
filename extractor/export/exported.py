"""What is exported, and what its things are called: names that are the same in every run."""

import base64
import binascii
from dataclasses import dataclass
from urllib.parse import quote

import regex

from extractor.errors import UsageError
from schemas.extraction import Extraction

OURS = "urn:planfacts:"
"""The names that we give begin so; those of one document go on with its hash."""

_ADDRESS = regex.compile(r"[A-Za-z][A-Za-z0-9+.\-]*+:[^\s<>\"{}|\\^`]++")


@dataclass(frozen=True, slots=True)
class Exported:
    """An extraction, and how its document is called outside of this program."""

    extraction: Extraction
    address: str | None = None
    """Where the document is published; None where the user does not tell."""
    long: bool = False
    """Whether a table has a row for each number, in place of one for each figure."""

    def __post_init__(self) -> None:
        """Refuse an address that is none, and what nothing has read.

        Raises:
            UsageError: The address is not absolute, or holds what has to be written as `%20`; the
                extraction names no software.
        """
        if not self.extraction.engine:
            raise UsageError("the extraction does not say what read the document: engine is empty")
        if self.address is not None and _ADDRESS.fullmatch(self.address) is None:
            raise UsageError(f"{self.address!r} is no address such as https://example.org/plan.pdf")

    @property
    def document(self) -> str:
        """The document: its address, else a name made of its hash (RFC 6920)."""
        if self.address is not None:
            return self.address
        digest = binascii.unhexlify(self.extraction.document.sha256)
        return f"ni:///sha-256;{base64.urlsafe_b64encode(digest).decode().rstrip('=')}"

    def name(self, *parts: str) -> str:
        """Return what a thing read from the document is called."""
        return ours(self.extraction.document.sha256, *parts)


def ours(*parts: str) -> str:
    """Return a name of ours; what a name cannot hold is written in its stead.

    >>> ours("software", "a b", "1.0")
    'urn:planfacts:software:a%20b:1.0'
    """
    return OURS + ":".join(quote(part, safe="") for part in parts)


def software(extraction: Extraction) -> str:
    """Return what this program is called, in the version that read the document."""
    first = extraction.engine[0]
    return ours("software", first.name, first.version)
