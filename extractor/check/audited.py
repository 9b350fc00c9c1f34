"""A document with what the audit found in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath
from urllib.parse import quote

from schemas.base import Piece
from schemas.extraction import Extraction, Finding

GRAVE = ("error", "warning")


@dataclass(frozen=True)
class Audited:
    """One document, by the name that the user gave, and what was found in it."""

    name: str
    extraction: Extraction
    findings: tuple[Finding, ...]
    text: str | None = None
    """The decoded file, of whose lines places are told; None for a PDF and where it is not here."""
    path: PurePath | None = None
    """The file as the user named it; None for what is found between two documents."""

    @cached_property
    def places(self) -> Mapping[str, Sequence[Piece]]:
        """Where the figures stand, by id."""
        return {figure.id: figure.anchor.source for figure in self.extraction.figures}

    @property
    def uri(self) -> str:
        """The file as an address, absolute only where the user named it so."""
        if self.path is None:
            return quote(self.name)
        return self.path.as_uri() if self.path.is_absolute() else quote(self.path.as_posix())

    @property
    def is_faulty(self) -> bool:
        """Whether anything graver than an information was found."""
        return any(finding.severity in GRAVE for finding in self.findings)
