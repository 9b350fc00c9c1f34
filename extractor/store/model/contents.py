"""What a document is made of: sections, blocks, tables, captions and footnotes."""

from typing import get_args

from sqlalchemy import CheckConstraint, Column, Integer, Table, Text

from extractor.store.model.base import (
    METADATA,
    ROWID,
    anchored,
    count,
    flag,
    of_version,
    one_of,
    ordinal,
    part,
    text,
    told,
    version,
    within,
    within_itself,
)
from schemas.document import BlockType, CaptionOf, Header

LISTED = "Place in reading order, from 0."
ANCHOR = "Where it stands."


def _anchor(*, optional: bool = False) -> "Column[int]":
    return count("anchor_id", ANCHOR, optional=optional)


SECTIONS = Table(
    "sections",
    METADATA,
    version(),
    part("section_id", "Unique in the version."),
    count("ordinal", LISTED),
    text("title", "The heading, its printed number left out."),
    told("printed_number", "The heading's printed number."),
    count("level", "Depth; 1 is the top."),
    told("parent_id", "The section that it is nested in."),
    _anchor(),
    anchored(),
    within_itself("sections", "parent_id", "section_id"),
    CheckConstraint("level >= 1", name="level"),
    comment="Headings and what stands below them.",
)

CAPTIONS = Table(
    "captions",
    METADATA,
    version(),
    part("caption_id", "Unique in the version."),
    count("ordinal", LISTED),
    text("text", "The caption, credit line included."),
    told("credit", "Who made the picture, year left out."),
    told("credit_year", "The year in the credit."),
    told("belongs_to", "What it belongs to."),
    _anchor(),
    anchored(),
    one_of("belongs_to", get_args(CaptionOf)),
    comment="Captions of tables, figures, photos and maps; `blocks` has their blocks.",
)

FOOTNOTES = Table(
    "footnotes",
    METADATA,
    version(),
    part("footnote_id", "Unique in the version."),
    count("ordinal", LISTED),
    text("label", "The printed label."),
    text("text", "The note without its label."),
    _anchor(),
    anchored(),
    comment="Footnotes.",
)

FOOTNOTE_URLS = Table(
    "footnote_urls",
    METADATA,
    version(),
    part("footnote_id", "The footnote."),
    ordinal(),
    text("url", "An address in or behind the note."),
    within("footnotes", "footnote_id"),
    comment="Addresses in or behind footnotes.",
)

FOOTNOTE_REFERENCES = Table(
    "footnote_references",
    METADATA,
    version(),
    part("footnote_id", "The footnote."),
    ordinal(),
    count("text_offset", "Where in the text the mark stood."),
    count("anchor_id", "Where the mark is printed."),
    within("footnotes", "footnote_id"),
    anchored(),
    comment="The marks that call footnotes.",
)

TABLES = Table(
    "tables",
    METADATA,
    version(),
    part("table_id", "Unique in the version."),
    count("ordinal", LISTED),
    told("title", "Title, or the heading that governs it."),
    told("unit", "Unit stated for the whole table."),
    told("magnitude", "Factor stated for the whole table, plain digits."),
    count("n_rows", "Number of rows, header rows included."),
    count("n_cols", "Number of columns, label columns included."),
    told("caption_id", "Its caption."),
    _anchor(optional=True),
    anchored(),
    of_version(),
    within("captions", "caption_id"),
    comment="Tables, whole, also over several pages.",
)

BLOCKS = Table(
    "blocks",
    METADATA,
    version(),
    part("block_id", "Unique in the version."),
    count("ordinal", LISTED),
    text("type", "What kind of block it is."),
    text("text", "Its text."),
    told("section_id", "The section that it stands in."),
    count("level", "Depth of a heading or list item.", optional=True),
    told("table_id", "The table of a table block."),
    told("caption_id", "The caption of a caption block."),
    told("footnote_id", "The footnote of a footnote block."),
    _anchor(),
    anchored(),
    within("sections", "section_id"),
    within("tables", "table_id"),
    within("captions", "caption_id"),
    within("footnotes", "footnote_id"),
    one_of("type", get_args(BlockType)),
    comment="Units of reading, furniture included.",
)

CELLS = Table(
    "cells",
    METADATA,
    version(),
    part("table_id", "The table."),
    ordinal("row_index", "Row, from 0."),
    ordinal("col_index", "Column, from 0."),
    count("row_span", "Rows covered."),
    count("col_span", "Columns covered."),
    text("text", "Empty for a blank cell."),
    told("header", "Whether it heads a column or a row."),
    flag("in_total_row", "Whether its row is labelled as a total."),
    _anchor(optional=True),
    within("tables", "table_id"),
    anchored(),
    one_of("header", get_args(Header)),
    CheckConstraint("row_span >= 1 AND col_span >= 1", name="spans"),
    comment="Cells; a spanning cell stands once, at its first row and column.",
    sqlite_with_rowid=ROWID,
)

TABLE_NOTES = Table(
    "table_notes",
    METADATA,
    version(),
    part("table_id", "The table."),
    ordinal(),
    Column("block_id", Text, nullable=False, comment="The block of the note."),
    within("tables", "table_id"),
    within("blocks", "block_id"),
    comment="Which blocks are notes of a table.",
)

TABLE_PAGES = Table(
    "table_pages",
    METADATA,
    version(),
    part("table_id", "The table."),
    ordinal(),
    Column("page", Integer, nullable=False, comment="A further page that it runs on to."),
    within("tables", "table_id"),
    comment="The further pages of tables over several.",
)
