"""What a report shows of one document: what was read, what was found, and its pages."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import regex

from extractor.check.audit import audit
from extractor.errors import UnreadableSourceError, UsageError
from extractor.given import find_source, has_hash, is_extraction, read_given
from extractor.readers import file_bytes
from extractor.web.pictures import Picture, pictures
from schemas.base import OffsetPiece, Piece
from schemas.extraction import Extraction, Finding

NEWLINE = regex.compile(r"\n")

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One document of a report."""

    name: str
    """The name of its file."""
    extraction: Extraction
    findings: tuple[Finding, ...]
    pictures: tuple[Picture, ...] = ()
    """Its pages; empty where it has none."""
    lines: tuple[int, ...] = ()
    """Where the lines of the decoded file end; empty for a PDF."""
    folders: tuple[str, ...] = ()
    """The folders that tell it from another document of its name; empty where none has that."""

    @property
    def label(self) -> str:
        """What it is called: no other document of the report is."""
        return "/".join((*self.folders, self.name))

    def place(self, pieces: Sequence[Piece]) -> str:
        """Return the page or the line that something is printed on."""
        first = pieces[0]
        if isinstance(first, OffsetPiece):
            return f"line {bisect_left(self.lines, first.start) + 1}"
        return f"p. {first.page}"


def read_part(file: Path, password: str | None = None) -> Part:
    """Read a document, or an extraction with its source, as a part of a report.

    Raises:
        UsageError: The source of an extraction is not beside it, or was changed.
        UnreadableSourceError: It cannot be read.
    """
    extraction = read_given(file, password=password)
    source = _source(file, extraction)
    findings = (*extraction.findings, *audit(extraction))
    if extraction.document.provenance == "bbox":
        pages = tuple(pictures(source, password))
        return Part(source.name, extraction, findings, pictures=pages)
    lines = tuple(_line_ends(source, extraction.document.encoding or "utf-8"))
    return Part(source.name, extraction, findings, lines=lines)


def told_apart(given: Sequence[tuple[Path, Part]]) -> list[Part]:
    """Return parts, each with the folders of its file that tell it from others of its name."""
    paths = [(*file.resolve().parent.parts[1:], part.name) for file, part in given]
    return [
        replace(part, folders=_shortest(path, paths)[:-1])
        for path, (_, part) in zip(paths, given, strict=True)
    ]


def _shortest(path: Names, paths: Sequence[Names]) -> Names:
    """Return as much of a path's end as no other path ends with; all of it where others do."""
    ends = (path[-length:] for length in range(1, len(path)))
    return next((end for end in ends if sum(each[-len(end) :] == end for each in paths) == 1), path)


def _source(file: Path, extraction: Extraction) -> Path:
    if not is_extraction(file):
        return file
    source = find_source(file, extraction.document.sha256)
    if not has_hash(source, extraction.document.sha256):
        raise UsageError(f"{file}: {source.name} is not what it was read from: it was changed")
    return source


def _line_ends(source: Path, encoding: str) -> Iterator[int]:
    try:
        text = file_bytes(source).decode(encoding, errors="replace").removeprefix("\ufeff")
    except (LookupError, ValueError):  # an extraction from outside may tell any
        fault = f"{source}: is in no encoding that is known here: {encoding!r}"
        raise UnreadableSourceError(fault) from None
    return (match.start() for match in NEWLINE.finditer(text))
