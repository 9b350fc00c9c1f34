"""What stands on each page of a PDF and where, read page by page."""

import hashlib
import pickle
from array import array
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from math import ceil
from pathlib import Path
from typing import Unpack

import pypdfium2.raw as pdfium

from extractor.errors import UnreadableSourceError
from extractor.readers.options import Helpers, ReadOptions
from extractor.readers.pdf.chars import CharReader
from extractor.readers.pdf.drawn import DrawnReader
from extractor.readers.pdf.engines import Engines, chosen_engines
from extractor.readers.pdf.grids import page_grids
from extractor.readers.pdf.handed import Told, handed_over, taken_over
from extractor.readers.pdf.initials import with_initials
from extractor.readers.pdf.links import outline
from extractor.readers.pdf.locate import BoxLocator
from extractor.readers.pdf.marked import is_cut
from extractor.readers.pdf.native import Rooms
from extractor.readers.pdf.ocr import OcrEngine, ocr_engine, ocr_words, read_picture
from extractor.readers.pdf.opening import Opened, opened, page_label
from extractor.readers.pdf.shown import shown_page
from extractor.readers.pdf.spaced import with_words_joined
from extractor.readers.pdf.symbols import with_symbols
from extractor.readers.pdf.tagged import TagReader
from extractor.readers.pdf.trusted import may_cover, trusted_headings, trusted_tags
from extractor.readers.pdf.view import View
from extractor.readers.pdf.visible import visible_chars
from extractor.readers.pdf.words import GlyphStore, page_words
from extractor.readers.source import PdfPage, PdfSource, Tag, Word
from schemas.document import Page
from schemas.extraction import PAGE_FAILED, ReadWarning

PAGES_OPEN = 50  # pages that are read before PDFium has to let go of what it made of them
LEAST_PAGES = 50  # of a part that a process of its own reads
PAGES_BEFORE = 5  # a part that tell where its first tags are looked for
MOST_OPENINGS = 20  # of one document: the index of a damaged one takes long to find


def read_pdf(path: Path, data: bytes, **options: Unpack[ReadOptions]) -> PdfSource:
    """Return the pages of a PDF with their words, rules, pictures, links and grids.

    Raises:
        UnreadableSourceError: The file is truncated, damaged, encrypted, or without any text.
        UsageError: Pictures are to be read and the extra for it is not installed.
    """
    ocr, engine = options.get("ocr", False), options.get("engine", "pdfium")
    cross_check = options.get("cross_check", False)
    with (
        opened(path, data, options.get("password")) as document,
        chosen_engines(path, document, engine=engine, cross_check=cross_check) as engines,
    ):
        pages = _Pages(document, TagReader(document), engines, ocr=ocr_engine() if ocr else None)
        with closing(pages.read(None if ocr else options.get("helpers"))) as last:
            if not any(page.words for page in pages.pages):
                raise UnreadableSourceError(f"{path}: {_no_text(last, ocr=ocr)}")
            title = " ".join(last.get_metadata_value("Title").split())
            entries = outline(last)
        pages.store.marked = array("i")  # it told what the tags hold, and is as large as a side
    return PdfSource(
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=None,
        locator=BoxLocator(
            pages.store, [(p.page.width or 0.0, p.page.height or 0.0) for p in pages.pages]
        ),
        warnings=(*pages.warnings, *engines.warnings),
        findings=tuple(engines.findings),
        engine=engines.distribution,
        pages=trusted_headings(pages.pages),
        outline=entries,
        title=title or None,
    )


def _no_text(document: Opened, *, ocr: bool) -> str:
    if document.cut:
        return "the content of the PDF is more than can be read"
    if ocr:
        return "no page of the PDF has text, nor has any picture in it"
    return "no page of the PDF has text: it needs OCR (--ocr reads pictures)"


def read_page(document: Opened, index: int) -> tuple[PdfPage, GlyphStore]:
    """Return one page (from 0) of an open PDF, and the boxes of its glyphs."""
    pages = _Pages(document, TagReader(document))
    pages.add(index)
    return pages.pages[0], pages.store


def _parts(count: int, processes: int) -> list[range]:
    """Return the pages in as many parts as there are processes, none of them short.

    >>> _parts(250, 2), _parts(LEAST_PAGES + 1, 2)
    ([range(0, 125), range(125, 250)], [range(0, 51)])
    """
    parts = max(1, min(processes, count // LEAST_PAGES))
    return [range(count * i // parts, count * (i + 1) // parts) for i in range(parts)]


@dataclass(slots=True)
class _Pages:
    """Reads page after page; nothing of a page is kept in PDFium once it is read."""

    document: Opened
    tags: TagReader
    engines: Engines = field(default_factory=Engines)
    pages: list[PdfPage] = field(default_factory=list)
    warnings: list[ReadWarning] = field(default_factory=list)
    store: GlyphStore = field(default_factory=GlyphStore)
    rooms: Rooms = field(default_factory=Rooms)
    ocr: OcrEngine | None = None
    """Reads the pages that have no text; None leaves them unread."""

    def read(self, helpers: Helpers | None = None) -> Opened:
        """Read all pages, parts of them by helpers; return the document as it is open then."""
        count = min(len(self.document), self.document.most_pages)
        own, *others = _parts(count, 1 if helpers is None else 1 + helpers.count)
        handed = [helpers.begin(partial(self._handed, part)) for part in others] if helpers else []
        self._read(own)
        for part, pieces in zip(others, handed, strict=True):
            if not self._taken(part, list(pieces)):
                self._read(part)
        self.end()
        return self.document

    def _read(self, part: range) -> None:
        """Read the pages of a part."""
        for index in self._in_turn(part):
            self.add(index)

    def _in_turn(self, part: range) -> Iterator[int]:
        """Yield the pages of a part; every so often the document is opened anew before."""
        stretch = max(PAGES_OPEN, ceil(len(self.document) / MOST_OPENINGS))
        for done, index in enumerate(part):
            if done and done % stretch == 0:
                self.document = self.document.anew()
            yield index

    def _handed(self, part: range) -> Iterator[bytes]:
        """Read the pages of a part in a copy of the process that takes them; yield them as bytes.

        First comes what tells whether this one would have read the same after the pages before.
        """
        before = range(part.start)[-PAGES_BEFORE:] if self.tags.tagged else ()
        for index in reversed(before):
            self.add(index)
            if self.tags.read_since().ended:  # the search for the next one's tags begins there
                break
        self.tags.begin()
        handed = []
        for index in self._in_turn(part):
            self.pages, self.store, self.warnings = [], GlyphStore(), []
            self.engines.findings, self.engines.warnings = [], []
            self.add(index)
            handed.append(handed_over(self.pages[0], self.store, self._told()))
        yield pickle.dumps(self.tags.read_since())
        yield from handed

    def _told(self) -> Told:
        return Told(self.warnings, self.engines.findings, self.engines.warnings)

    def _taken(self, part: range, handed: Sequence[bytes]) -> bool:
        """Take the pages of a part that another process read; False if they have to be read here.

        It may have ended before its time, or have found other tags than this one would.
        """
        if len(handed) != 1 + len(part):
            return False
        if not self.tags.go_on_after(pickle.loads(handed[0])):  # noqa: S301  # our own
            return False
        for piece in handed[1:]:
            page, told = taken_over(piece, self.store)
            self.pages.append(page)
            self.warnings += told.warnings
            self.engines.findings += told.findings
            self.engines.warnings += told.doubts
        return True

    def add(self, index: int) -> None:
        """Read one page (from 0)."""
        number, label = index + 1, page_label(self.document, index)
        with shown_page(self.document, index) as shown:
            if shown is None:
                self._warn(PAGE_FAILED, f"page {number} is damaged and was not read", number)
                self.store.page_starts.append(len(self.store.left))
                self.pages.append(PdfPage(page=Page(number=number, label=label), words=()))
                return
            page, view = shown.page, shown.view
            drawn = DrawnReader(page, view, self.rooms).read()
            reader = CharReader(shown.text, view, self.rooms, tagged=self.tags.tagged)
            seen = visible_chars(self.engines.chars(index, reader), drawn, view)
            chars = with_initials(with_words_joined(with_symbols(seen.chars)))
            words = page_words(chars, self.store)
            tags = self._tags(page)
            cut = reader.cut or (self.document.cut > 0 and is_cut(page))
        if read := not words and self.ocr is not None:
            words = self._read_picture(index, view)
        if not words:
            self._warn("page-without-text", f"page {number} has no text", number)
        for code, message in seen.faults:
            self._warn(code, f"page {number}: {message}", number)
        if drawn.cut or cut:
            missed = "not all of its content" if cut else "not every drawn line"
            self._warn("page-too-rich", f"page {number}: {missed} was looked at", number)
        self.pages.append(
            PdfPage(
                page=Page(
                    number=number,
                    label=label,
                    width=round(view.width, 2),
                    height=round(view.height, 2),
                    ocr=read and bool(words),
                ),
                words=words,
                rules=tuple(drawn.rules),
                shapes=tuple(drawn.shapes),
                links=shown.links,
                grids=page_grids(drawn.rules, drawn.shapes, view.width * view.height),
                tags=tags,
            )
        )

    def end(self) -> None:
        """Say what concerns the document as a whole."""
        declared, read = len(self.document), len(self.pages)
        if read < declared:
            self._warn("pages-unread", f"pages {read + 1} to {declared} were not read", read + 1)
        if self.document.cut:
            missed = f"{self.document.cut} streams hold too much to be read and were left out"
            self._warn("content-cut", missed, None)
        if attached := pdfium.FPDFDoc_GetAttachmentCount(self.document):
            self._warn("attachments-unread", f"{attached} attached files were not read", None)
        if self.tags.exhausted:
            self._warn("tags-too-rich", "the structure tree was not read to its end", None)

    def _tags(self, page: object) -> tuple[Tag, ...]:
        first = self.store.page_starts[-1]
        marked = self.store.marked[first:]
        if not may_cover(marked):
            return ()
        return trusted_tags(self.tags.read(page, marked, first), len(marked))

    def _read_picture(self, index: int, view: View) -> tuple[Word, ...]:
        """Return the words that OCR reads on a page (from 0) without text."""
        if self.ocr is None:
            return ()
        words = ocr_words(read_picture(self.document, index, view, self.ocr), self.store)
        if words:
            sure = [self.store.confidence[word.glyph] for word in words]
            message = (
                f"page {index + 1} has no text: OCR read {len(words)} words in its picture,"
                f" {min(sure):.2f} to {max(sure):.2f} sure"
            )
            self._warn("page-read-by-ocr", message, index + 1)
        return words

    def _warn(self, code: str, message: str, page: int | None) -> None:
        self.warnings.append(ReadWarning(code=code, message=message, page=page))
