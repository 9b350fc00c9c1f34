"""The rows of a document: its pages, sections, blocks, tables, captions and footnotes."""

from collections.abc import Iterator

from extractor.store.model import contents, documents
from extractor.store.rows.kept import Kept, Row
from schemas.document import Block, Table
from schemas.extraction import Extraction


def add_document(kept: Kept, extraction: Extraction) -> None:
    """Keep what the document is made of."""
    kept.add(documents.TEXTS, [(extraction.text,)])
    kept.add(
        documents.COMPONENTS,
        ((i, each.name, each.version, each.role) for i, each in enumerate(extraction.engine)),
    )
    kept.add(
        documents.PAGES,
        (
            (page.number, page.label, page.width, page.height, page.ocr)
            for page in extraction.document.pages
        ),
    )
    _add_parts(kept, extraction)
    _add_notes(kept, extraction)
    _add_tables(kept, extraction.tables)
    kept.add(
        contents.BLOCKS,
        (_block(kept, ordinal, block) for ordinal, block in enumerate(extraction.blocks)),
    )


def _add_parts(kept: Kept, extraction: Extraction) -> None:
    """Keep sections and captions."""
    kept.add(
        contents.SECTIONS,
        (
            (one.id, i, one.title, one.number, one.level, one.parent_id, kept.place(one.anchor))
            for i, one in enumerate(extraction.sections)
        ),
    )
    kept.add(
        contents.CAPTIONS,
        (
            (one.id, i, one.text, one.credit, one.credit_year, one.of, kept.place(one.anchor))
            for i, one in enumerate(extraction.captions)
        ),
    )


def _add_notes(kept: Kept, extraction: Extraction) -> None:
    notes = extraction.footnotes
    kept.add(
        contents.FOOTNOTES,
        (
            (note.id, ordinal, note.label, note.text, kept.place(note.anchor))
            for ordinal, note in enumerate(notes)
        ),
    )
    kept.add(
        contents.FOOTNOTE_URLS,
        ((note.id, ordinal, url) for note in notes for ordinal, url in enumerate(note.urls)),
    )
    kept.add(
        contents.FOOTNOTE_REFERENCES,
        (
            (note.id, ordinal, mark.at, kept.source(mark.source))
            for note in notes
            for ordinal, mark in enumerate(note.references)
        ),
    )


def _block(kept: Kept, ordinal: int, block: Block) -> Row:
    place = kept.source(block.source) if block.anchor is None else kept.place(block.anchor)
    caption = block.ref if block.type == "caption" else None
    footnote = block.ref if block.type == "footnote" else None
    said = (block.id, ordinal, block.type, block.text, block.section_id, block.level)
    return (*said, block.table_id, caption, footnote, place)


def _add_tables(kept: Kept, tables: tuple[Table, ...]) -> None:
    kept.add(
        contents.TABLES,
        (_table(kept, ordinal, table) for ordinal, table in enumerate(tables)),
    )
    kept.add(contents.CELLS, (cell for table in tables for cell in _cells(kept, table)))
    kept.add(
        contents.TABLE_NOTES,
        ((table.id, i, note) for table in tables for i, note in enumerate(table.notes)),
    )
    kept.add(
        contents.TABLE_PAGES,
        ((table.id, i, page) for table in tables for i, page in enumerate(table.continued_pages)),
    )


def _table(kept: Kept, ordinal: int, table: Table) -> Row:
    said = (table.id, ordinal, table.title, table.unit, table.magnitude)
    return (*said, table.n_rows, table.n_cols, table.caption_id, kept.anchor(table.anchor))


def _cells(kept: Kept, table: Table) -> Iterator[Row]:
    totals = frozenset(table.total_rows)
    for cell in table.cells:
        place = (table.id, cell.row, cell.col, cell.row_span, cell.col_span)
        is_total = cell.row in totals
        yield (*place, cell.text, cell.header, is_total, kept.anchor(cell.anchor))
