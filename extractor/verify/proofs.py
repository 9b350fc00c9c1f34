"""The list of the proofs: what is held against the text, against the bytes, and read again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from extractor.readers.source import PdfSource, Source
from extractor.verify.boxes import Glyphs
from extractor.verify.claims import Claim, claimed_by_blocks, marks, outside, unread
from extractor.verify.failure import Failure, Fault
from extractor.verify.offsets import Offsets
from extractor.verify.references import astray
from extractor.verify.texts import misquoted, retold, unaccounted
from schemas.base import Piece
from schemas.document import DocumentInfo, Page
from schemas.extraction import Extraction


class Bytes(Protocol):
    """The characters of a source, by their places."""

    def fault(self, quote: str, pieces: Sequence[Piece], *, mark: bool = False) -> Fault | None:
        """Return what is wrong with the pieces that a quote is said to be in; None for nothing."""

    def misplaced(self, pieces: Sequence[Piece]) -> Fault | None:
        """Return which of some pieces is not in the source; None for none."""


def characters(source: Source, given: Extraction) -> Bytes:
    """Return the characters of a source, which may be used up afterwards."""
    return (
        Glyphs(source, marks(given), claimed_by_blocks(given))
        if isinstance(source, PdfSource)
        else Offsets(source.raw)
    )


def told_of_itself(extraction: Extraction, claimed: Sequence[Claim]) -> Iterator[Failure]:
    """Yield what fails without a look at the source: text, references, ledger."""
    yield from misquoted(extraction.text, claimed)
    yield from retold(extraction)
    yield from astray(extraction)
    yield from unaccounted(extraction)


def another_document(info: DocumentInfo, source: Source) -> Iterator[Failure]:
    """Yield what an extraction tells of its file that is not so: hash, codec, pages."""
    if info.sha256 != source.sha256:
        yield Failure("document", Fault("hash", "sha256", info.sha256, source.sha256))
    if info.encoding != source.encoding:
        fault = Fault("offset", "encoding", str(source.encoding), str(info.encoding))
        yield Failure("document", fault)
    pages = _pages(source)
    if len(pages) != len(info.pages):
        fault = Fault("page", "pages", str(len(pages)), str(len(info.pages)))
        yield Failure("document", fault)
    for page, told in zip(pages, info.pages, strict=False):
        if _shape(page) != _shape(told):
            where = f"page {page.number}"
            yield Failure("document", Fault("page", where, _shape(page), _shape(told)))


def _pages(source: Source) -> Sequence[Page]:
    if isinstance(source, PdfSource):
        return [page.page for page in source.pages]
    return getattr(source, "pages", ())


def _shape(page: Page) -> str:
    return f"number {page.number}, {page.width} x {page.height}"


@dataclass(slots=True)
class Standing:
    """Holds every place that an extraction tells against the characters of its source."""

    source: Bytes
    fallen: set[str] = field(default_factory=set)
    """What has an anchor whose quote is not where it says."""
    anchors: int = 0
    standing: int = 0
    _known: dict[tuple[str, tuple[Piece, ...]], Fault | None] = field(default_factory=dict)

    def failures(self, extraction: Extraction, claimed: Sequence[Claim]) -> Iterator[Failure]:
        """Yield what is not printed where it is said to be."""
        for claim in claimed:
            self.anchors += 1
            fault = self._fault(claim.anchor.quote, claim.anchor.source)
            if fault is None:
                self.standing += 1
            else:
                self.fallen.add(claim.what)
                yield Failure(claim.what, fault)
        for printed in outside(extraction):
            fault = self.source.fault(printed.text, printed.source, mark=printed.mark)
            if fault is not None:
                yield Failure(printed.what, fault)
        for what, pieces in unread(extraction):
            fault = self.source.misplaced(pieces)
            if fault is not None:
                yield Failure(what, fault)

    def _fault(self, quote: str, source: tuple[Piece, ...]) -> Fault | None:
        """Return what is wrong; a header binds all its cells, and is looked up once."""
        key = quote, source
        if key not in self._known:
            self._known[key] = self.source.fault(quote, source)
        return self._known[key]
