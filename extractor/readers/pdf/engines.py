"""Which reader gives the characters of a page: PDFium, pdfplumber, or both to compare them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.readers.options import Engine
from extractor.readers.pdf.chars import CharReader, Chars
from extractor.readers.pdf.compared import disagreements
from extractor.readers.pdf.opening import Opened
from extractor.readers.source import Box
from schemas.base import BoxPiece
from schemas.extraction import Finding, ReadWarning

if TYPE_CHECKING:
    from extractor.readers.pdf.plumber import PlumberReader


@dataclass(slots=True)
class Engines:
    """Reads the characters of the pages of one file."""

    engine: Engine = "pdfium"
    plumber: "PlumberReader | None" = None
    """None where PDFium alone is asked for."""
    compare: bool = False
    findings: list[Finding] = field(default_factory=list)
    """The digits on which the two disagree."""
    warnings: list[ReadWarning] = field(default_factory=list)

    @property
    def distribution(self) -> str:
        """The distribution whose characters are taken."""
        return "pypdfium2" if self.engine == "pdfium" else "pdfplumber"

    def chars(self, index: int, reader: CharReader) -> Chars:
        """Return the characters of a page (from 0); `reader` is PDFium's."""
        if self.plumber is None:
            return reader.read()
        from extractor.readers.pdf.plumber import DamagedPageError  # noqa: PLC0415

        number = index + 1
        try:
            plumbed = self.plumber.read(index, reader.view)
        except DamagedPageError:
            message = f"page {number} is damaged for pdfplumber and was read by PDFium alone"
            self.warnings.append(
                ReadWarning(code="page-engine-failed", message=message, page=number)
            )
            return reader.read()
        if not self.compare:
            return plumbed
        own = reader.read()
        self.findings += (
            Finding(
                code="engines-disagree",
                severity="warning",
                message=(
                    f"page {number}: PDFium reads {one.one or 'no digits'},"
                    f" pdfplumber {one.other or 'no digits'}"
                ),
                figures=(),
                source=(BoxPiece(page=number, bbox=_rounded(one.box)),),
            )
            for one in disagreements(own, plumbed)
        )
        return own if self.engine == "pdfium" else plumbed


@contextmanager
def chosen_engines(
    path: Path, document: Opened, *, engine: Engine, cross_check: bool
) -> Iterator[Engines]:
    """Give what reads the characters of an open PDF.

    Raises:
        UnreadableSourceError: pdfplumber is asked for and cannot open the file.
    """
    if engine == "pdfium" and not cross_check:
        yield Engines()
        return
    # Without it pdfplumber is not imported: that takes 17 MB and a fifth of a second.
    from extractor.readers.pdf.plumber import plumber_reader  # noqa: PLC0415

    with plumber_reader(path, document.readable) as plumber:
        yield Engines(engine, plumber, compare=cross_check)


def _rounded(box: Box) -> Box:
    x0, y0, x1, y1 = (round(side, 2) for side in box)
    return x0, y0, x1, y1
