"""The document as read: its blocks, sections, tables, captions, footnotes and named things."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from extractor.entities import Mention
from extractor.entities.areas import area_name
from extractor.publish.records import Records
from extractor.segment.document import Cell, Mark
from extractor.segment.identity import Identities
from schemas.base import Reference
from schemas.document import Block, Caption, Footnote, Section, Table, TableCell
from schemas.extraction import Entity


class Parts:
    """Makes the parts of a document, each record when its turn comes."""

    def __init__(self, records: Records) -> None:
        self._doc, self._records = records.doc, records
        self._ids = Identities(self._doc.sha256)

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks in reading order, then the furniture."""
        doc, records, new = self._doc, self._records, self._records.made(Block)
        for block in doc.blocks:
            yield new(
                id=block.id,
                type=block.type,
                text=doc.quote(block.span),
                anchor=records.anchor(block.span),
                section_id=records.section_id(block.section),
                level=block.level,
                table_id=None if block.table is None else doc.tables[block.table].id,
                ref=block.ref,
            )
        for one in doc.furniture:
            yield new(
                # Hashed as what it is: a block of the text may say the same on the same page.
                id=self._ids.make("fur", one.text, one.pieces).replace("fur-", "blk-"),
                type="furniture",
                text=one.text,
                anchor=None,
                section_id=None,
                source=one.pieces,
            )

    def sections(self) -> Iterator[Section]:
        """Yield the sections in reading order."""
        new = self._records.made(Section)
        for section in self._doc.sections:
            yield new(
                id=section.id,
                title=section.title,
                number=section.number,
                level=section.level,
                parent_id=self._records.section_id(section.parent),
                anchor=self._records.anchor(section.span),
            )

    def tables(self) -> Iterator[Table]:
        """Yield the tables in reading order."""
        new = self._records.made(Table)
        for table in self._doc.tables:
            yield new(
                id=table.id,
                title=table.title,
                unit=table.unit,
                magnitude=table.magnitude,
                n_rows=table.n_rows,
                n_cols=table.n_cols,
                cells=self._cells(table.cells),
                total_rows=tuple(table.total_rows),
                notes=tuple(table.notes),
                caption_id=table.caption_id,
                continued_pages=tuple(table.continued_pages),
                anchor=self._records.anchor(self._doc.blocks[table.block].span),
            )

    def _cells(self, cells: Sequence[Cell]) -> tuple[TableCell, ...]:
        new, anchor = self._records.made(TableCell), self._records.anchor
        return self._records.listed(
            new(
                row=cell.row,
                col=cell.col,
                row_span=cell.row_span,
                col_span=cell.col_span,
                text=cell.text,
                header=cell.header,
                anchor=anchor(cell.span) if cell.span else None,
            )
            for cell in cells
        )

    def captions(self) -> Iterator[Caption]:
        """Yield the captions in reading order."""
        new = self._records.made(Caption)
        for caption in self._doc.captions:
            yield new(
                id=caption.id,
                text=self._doc.quote(caption.span),
                credit=caption.credit,
                credit_year=caption.credit_year,
                of=caption.of,
                block_id=self._doc.blocks[caption.block].id,
                anchor=self._records.anchor(caption.span),
            )

    def footnotes(self) -> Iterator[Footnote]:
        """Yield the footnotes in reading order."""
        new, new_reference = self._records.made(Footnote), self._records.made(Reference)
        called: dict[int | None, list[Mark]] = defaultdict(list)
        for mark in self._doc.marks:
            called[mark.footnote].append(mark)
        for index, note in enumerate(self._doc.footnotes):
            yield new(
                id=note.id,
                label=note.label,
                text=self._doc.quote(note.span),
                urls=tuple(note.urls),
                references=tuple(new_reference(at=m.at, source=m.pieces) for m in called[index]),
                anchor=self._records.anchor(note.span),
            )

    def entities(self, mentions: Sequence[Mention]) -> Iterator[Entity]:
        """Yield the named things, each with all its mentions."""
        new = self._records.made(Entity)
        grouped: dict[tuple[str, str, str | None], list[Mention]] = {}
        for mention in mentions:
            code = mention.code or mention.area
            grouped.setdefault((mention.type, _entity_value(mention), code), []).append(mention)
        for (kind, value, code), same in grouped.items():
            yield new(
                id=self._ids.make("ent", f"{kind}:{value}", ()),
                type=same[0].type,
                value=value,
                code=code,
                mentions=tuple(self._records.anchor(m.span) for m in same),
            )


def _entity_value(mention: Mention) -> str:
    """Return the name that all mentions of an entity share."""
    if mention.area is not None:
        return area_name(mention.area)
    return mention.value.lower() if mention.type == "population" else mention.value
