"""The canonical text: drafts in reading order become one string, and records that point into it."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extractor.mapped import NOWHERE, Mapped, glyph_numbers
from extractor.readers.source import DumpSource, MarkdownSource, PdfSource, Source
from extractor.segment import captions, notes, sections
from extractor.segment.credits import credit_of
from extractor.segment.document import (
    Block,
    Caption,
    Cell,
    Document,
    Footnote,
    Link,
    Mark,
    Plotted,
    Section,
    Span,
    Table,
)
from extractor.segment.draft import Draft, DraftCell, Drafts, DraftText
from extractor.segment.identity import Identities
from extractor.segment.leaders import without_leader
from extractor.segment.notes import Place
from schemas.base import BoxPiece
from schemas.document import MediaType, Page
from schemas.extraction import ReadWarning

BETWEEN_BLOCKS = Mapped.put_in("\n\n")
BETWEEN_ROWS = Mapped.put_in("\n")
BETWEEN_CELLS = Mapped.put_in("\t")


@dataclass(slots=True)
class _Text:
    """The canonical text as it grows."""

    parts: list[str] = field(default_factory=list)
    starts: "array[int]" = field(default_factory=glyph_numbers)
    ends: "array[int]" = field(default_factory=glyph_numbers)
    length: int = 0

    def add(self, part: Mapped) -> Span:
        """Append a text and return where it stands."""
        start = self.length
        self.parts.append(part.text)
        self.starts.extend(part.starts)
        self.ends.extend(part.ends)
        self.length += len(part)
        return start, self.length

    def mapped(self) -> Mapped:
        """Return the whole text."""
        return Mapped("".join(self.parts), self.starts, self.ends)


class Assembler:
    """Puts the drafts of one source together."""

    def __init__(self, source: Source, drafts: Drafts) -> None:
        self._source = source
        self._drafts = drafts
        self._text = _Text()
        self._ids = Identities(source.sha256)
        self._marks: list[tuple[int, str, Span]] = []
        self._tables: dict[int, int] = {}
        self._doc = Document(
            sha256=source.sha256,
            media_type=_media_type(source),
            encoding=source.encoding,
            pages=_pages(source),
            mapped=Mapped(),
            locator=source.locator,
            blocks=[],
            sections=[],
            tables=[],
            captions=[],
            footnotes=[],
            marks=[],
            links=[],
            furniture=drafts.furniture,
            warnings=[
                *source.warnings,
                *(ReadWarning(code=c, message=m, page=p) for c, m, p in drafts.warnings),
            ],
        )

    def document(self) -> Document:
        """Return the document."""
        ordered = notes.in_place(
            [d for d in self._drafts.blocks if _has_text(d)],
            by_page=isinstance(self._source, PdfSource),
        )
        self._plant_sections(ordered)
        section: int | None = None
        planted = 0
        for draft in ordered:
            if draft.type == "heading":
                section = planted
                planted += 1
            self._add(draft, section)
            draft.content, draft.table = Mapped(), None  # all of it is in the text now
        self._doc.write(self._text.mapped())
        self._tie_captions(ordered)
        self._tie_charts(ordered)
        self._resolve_marks()
        self._note_dropped(ordered)
        return self._doc

    def _plant_sections(self, ordered: list[Draft]) -> None:
        headings = [d for d in ordered if d.type == "heading"]
        sections.rank_levels(headings)
        for draft, parent in zip(headings, sections.parents(headings), strict=True):
            text = draft.content.text
            number = draft.number or sections.printed_number(text)
            self._doc.sections.append(
                Section("", sections.titled(text, number), number, draft.level or 1, parent, (0, 0))
            )

    def _add(self, draft: Draft, section: int | None) -> None:
        if self._text.length:
            self._text.add(BETWEEN_BLOCKS)
        span = self._add_table(draft) if draft.table else self._add_text(draft)
        place = self._source.locator.pieces(_first_glyph(draft))
        text = draft.content.text if not draft.table else "table"
        block = Block(
            id=self._ids.make("blk", text[:200], place),
            type=draft.type,
            span=span,
            section=section,
            level=draft.level,
            page=draft.page,
        )
        index = len(self._doc.blocks)
        self._doc.blocks.append(block)
        self._record(draft, block, index)

    def _record(self, draft: Draft, block: Block, index: int) -> None:
        if draft.type == "title" and self._doc.title is None:
            self._doc.title, self._doc.title_span = draft.content.text, block.span
        elif draft.type == "heading" and block.section is not None:
            heading = self._doc.sections[block.section]
            heading.span = block.span
            heading.id = block.id.replace("blk-", "sec-")
        elif draft.type == "table":
            block.table = len(self._doc.tables) - 1
            table = self._doc.tables[-1]
            table.block, table.id = index, block.id.replace("blk-", "tbl-")
            self._tables[id(draft)] = block.table
        elif draft.type == "caption":
            block.ref = self._add_caption(draft, block, index)
        elif draft.type == "footnote":
            block.ref = self._add_footnote(draft, block, index)

    def _add_text(self, draft: DraftText) -> Span:
        start, end = self._text.add(draft.content)
        self._marks += [(start + m.at, m.label, m.glyphs) for m in draft.marks]
        self._doc.links += [Link((start + k.start, start + k.end), k.url) for k in draft.links]
        return start, end

    def _add_table(self, draft: Draft) -> Span:
        table = draft.table
        if table is None:
            raise ValueError("a table block needs its table")
        placed = {(c.row, c.col): c for c in table.cells}
        cells: list[Cell] = []
        start = self._text.length
        for row in range(table.n_rows):
            if row:
                self._text.add(BETWEEN_ROWS)
            for col in range(table.n_cols):
                if col:
                    self._text.add(BETWEEN_CELLS)
                cell = placed.get((row, col))
                if cell is not None:
                    cells.append(self._add_cell(cell))
        self._doc.tables.append(
            Table(
                id="",
                block=0,
                n_rows=table.n_rows,
                n_cols=table.n_cols,
                cells=cells,
                continued_pages=list(table.continued_pages),
            )
        )
        return start, self._text.length

    def _add_cell(self, cell: DraftCell) -> Cell:
        text, span = cell.content.text, None
        if text:
            start, _ = self._add_text(cell)
            text = without_leader(text)
            span = start, start + len(text)
        return Cell(cell.row, cell.col, cell.row_span, cell.col_span, cell.header, span, text)

    def _add_caption(self, draft: Draft, block: Block, index: int) -> str:
        text = draft.content.text
        credit = credit_of(text)
        at = block.span[0]
        caption = Caption(
            id=block.id.replace("blk-", "cap-"),
            block=index,
            span=block.span,
            credit=credit.who if credit else None,
            credit_year=credit.year if credit else None,
            credit_span=(at + credit.span[0], at + credit.span[1]) if credit else None,
            of=captions.belongs_to(draft),
        )
        self._doc.captions.append(caption)
        return caption.id

    def _tie_captions(self, ordered: Iterable[Draft]) -> None:
        """Say of each caption which table the page shows it at."""
        written = (draft for draft in ordered if draft.type == "caption")
        for draft, caption in zip(written, self._doc.captions, strict=True):
            if draft.table_at is not None:
                caption.table = self._tables.get(id(draft.table_at))

    def _tie_charts(self, ordered: Sequence[Draft]) -> None:
        """Say of each number of a chart where the names of its series and category stand."""
        if not any(draft.plotted for draft in ordered):
            return
        spans = {id(d): block.span for d, block in zip(ordered, self._doc.blocks, strict=True)}
        self._doc.plotted = [
            Plotted(place.chart, at, spans.get(id(place.series)), spans.get(id(place.category)))
            for at, draft in enumerate(ordered)
            if (place := draft.plotted) is not None
        ]

    def _add_footnote(self, draft: Draft, block: Block, index: int) -> str:
        note = Footnote(
            id=block.id.replace("blk-", "fn-"),
            label=draft.label or "",
            block=index,
            span=block.span,
            urls=notes.addresses(draft),
            place=draft.note_place,
        )
        self._doc.footnotes.append(note)
        return note.id

    def _resolve_marks(self) -> None:
        blocks = self._doc.blocks
        called = notes.Called(self._doc)
        at_block = 0
        for at, label, glyphs in sorted(self._marks):
            while at_block < len(blocks) - 1 and blocks[at_block].span[1] < at:
                at_block += 1
            pieces = self._source.locator.pieces([glyphs])
            page = pieces[0].page if isinstance(pieces[0], BoxPiece) else blocks[at_block].page
            note = called.by(label, Place(at_block, page, at))
            self._doc.marks.append(Mark(at, label, pieces, note))
            if note is None:
                message = f"no footnote {label!r} for the mark after {self._before(at)!r}"
                self._doc.warnings.append(
                    ReadWarning(
                        code="mark-without-note",
                        message=message,
                        page=blocks[at_block].page,
                        source=pieces,
                    )
                )

    def _before(self, at: int) -> str:
        return self._doc.text[max(0, at - 20) : at].split("\n")[-1]

    def _note_dropped(self, ordered: Iterable[Draft]) -> None:
        dropped = self._doc.dropped_digits
        for _, label, glyphs in self._marks:
            if any(c.isdigit() for c in label):
                dropped.append(("footnote_marker", self._source.locator.pieces([glyphs])))
        for draft in ordered:
            if draft.label_glyphs and any(c.isdigit() for c in draft.label or ""):
                pieces = self._source.locator.pieces([draft.label_glyphs])
                dropped.append(("footnote_marker", pieces))
            if draft.bullet and draft.bullet_digits:
                dropped.append(("list_number", self._source.locator.pieces([draft.bullet])))


def _first_glyph(draft: Draft) -> list[Span]:
    """Return the first glyph of a block, as a span: it tells its page or offset, for its id."""
    texts: list[DraftText] = list(draft.table.cells) if draft.table else [draft]
    for text in texts:
        content = text.content
        for start, end in zip(content.starts, content.ends, strict=True):
            if start != NOWHERE:
                return [(start, end)]
    return []


def _has_text(draft: Draft) -> bool:
    if draft.table:
        return any(len(cell.content) for cell in draft.table.cells)
    return bool(draft.content.text.strip())


def _media_type(source: Source) -> MediaType:
    match source:
        case MarkdownSource():
            return "text/markdown"
        case DumpSource():
            return "text/plain"
        case PdfSource():
            return "application/pdf"


def _pages(source: Source) -> tuple[Page, ...]:
    match source:
        case MarkdownSource():
            return ()
        case DumpSource():
            return source.pages
        case PdfSource():
            return tuple(page.page for page in source.pages)
