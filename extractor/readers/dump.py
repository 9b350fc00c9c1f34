"""Plain text, also the text dump of a PDF: lines with their offsets, pages by form feeds."""

from collections.abc import Iterator
from pathlib import Path

import regex

from extractor.mapped import Mapped
from extractor.readers.offsets import OffsetLocator
from extractor.readers.source import DumpLine, DumpSource
from schemas.document import Page

LINE_END = regex.compile(r"\r\n | [\n\r\f\v\x1c-\x1e\x85\u2028\u2029]", regex.X)
NEWLINES = ("\r\n", "\n", "\r")  # what an editor counts as a line; a form feed only turns the page


def read(
    path: Path,  # noqa: ARG001  # readers are called alike
    raw: str,
    *,
    sha256: str,
    encoding: str,
) -> DumpSource:
    """Return the lines of a decoded plain text; every character keeps its code point."""
    lines = tuple(_lines(raw))
    return DumpSource(
        sha256=sha256,
        encoding=encoding,
        locator=OffsetLocator(raw, bridge=False),
        raw=raw,
        lines=lines,
        pages=tuple(Page(number=number) for number in range(1, _last_page(lines) + 1)),
    )


def _lines(raw: str) -> Iterator[DumpLine]:
    at, page, number = 0, 1, 0
    for end in LINE_END.finditer(raw):
        yield DumpLine(text=Mapped.of(raw[at : end.start()], at), page=page, number=number)
        at = end.end()
        page += end[0] == "\f"
        number += end[0] in NEWLINES
    if at < len(raw):
        yield DumpLine(text=Mapped.of(raw[at:], at), page=page, number=number)


def _last_page(lines: tuple[DumpLine, ...]) -> int:
    """Return the last page that has text: a dump often ends the last by a form feed too."""
    return max((line.page for line in lines if line.text.text.strip()), default=1)
