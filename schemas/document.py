"""The document as read: its pages, blocks, sections, tables, captions and footnotes."""

from typing import Literal

from pydantic import Field

from schemas.base import Anchor, Piece, Record, Reference

BlockType = Literal[
    "title",
    "heading",
    "paragraph",
    "list_item",
    "key_figure",
    "table",
    "caption",
    "footnote",
    "furniture",
]


MediaType = Literal["application/pdf", "text/markdown", "text/plain"]
Header = Literal["column", "row"]
CaptionOf = Literal["table", "figure", "photo", "map", "chart"]


class Page(Record):
    """One page of the source."""

    number: int = Field(ge=1)
    """Page index, counted from 1."""
    label: str | None = None
    """The page number as printed or as the file labels it; None where neither tells."""
    width: float | None = None
    """Points; None where the source has no geometry."""
    height: float | None = None
    """Points; None where the source has no geometry."""
    ocr: bool = False
    """Whether its words were read in its picture, because it has no text."""


class DocumentInfo(Record):
    """What the document is, and which bytes were read."""

    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    """Hash of the source file's bytes."""
    media_type: MediaType
    """What the content was recognised as, whatever the file's ending."""
    encoding: str | None = None
    """The codec the text was decoded with; None for a PDF."""
    title: str | None = None
    """The document's own title; None where none was recognised."""
    publisher: str | None = None
    """The organisation that speaks; None where the document does not tell."""
    published: str | None = None
    """ISO 8601 date at its own precision; None where the document does not tell."""
    edition: str | None = None
    """The edition or revision as printed; None where none is printed."""
    period: str | None = None
    """The period that the document covers, an ISO 8601 date or interval; None where not told."""
    language: str | None = None
    """ISO 639-1 code of the main language; None where it was not recognised."""
    pages: tuple[Page, ...] = ()
    """The pages in order; empty where the source has none (Markdown)."""
    provenance: Literal["bbox", "offset"]
    """Whether anchors point to boxes on pages or to offsets in the file."""


class Block(Record):
    """A unit of reading: a heading, a paragraph, a list item, a whole table."""

    id: str
    """Stable identifier, made from content and place."""
    type: BlockType
    """What kind of block it is."""
    text: str
    """The block's text; equal to the anchor's quote."""
    anchor: Anchor | None
    """Where it stands; None only for furniture, which is not part of the text."""
    section_id: str | None
    """The section it stands in; None before the first heading and for furniture."""
    level: int | None = None
    """Depth of a heading (1 is the top) or list item (1 is the outermost); None for other types."""
    table_id: str | None = None
    """The table of a table block; None for other types."""
    ref: str | None = None
    """Id of the caption or footnote record of such a block; None for other types."""
    source: tuple[Piece, ...] = ()
    """For furniture, where it is printed; empty for blocks with an anchor."""


class Section(Record):
    """A heading and what stands below it."""

    id: str
    """Stable identifier."""
    title: str
    """The heading's text, its printed number left out."""
    number: str | None
    """The heading's printed number (`2.1`); None where it has none."""
    level: int = Field(ge=1)
    """Depth; 1 is the top."""
    parent_id: str | None
    """The section this one is nested in; None at the top."""
    anchor: Anchor
    """Where the heading stands."""


class TableCell(Record):
    """One cell; a spanning cell stands once, at its first row and column."""

    row: int = Field(ge=0)
    """Row, counted from 0."""
    col: int = Field(ge=0)
    """Column, counted from 0."""
    row_span: int = Field(ge=1, default=1)
    """Rows covered."""
    col_span: int = Field(ge=1, default=1)
    """Columns covered."""
    text: str
    """The cell's text; empty for a blank cell."""
    header: Header | None
    """Whether the cell heads a column or a row; None for a body cell."""
    anchor: Anchor | None
    """Where the text stands; None for a blank cell."""


class Table(Record):
    """A table, whole, also when it runs over several pages."""

    id: str
    """Stable identifier."""
    title: str | None
    """Title or the heading that governs it; None where it has neither."""
    unit: str | None
    """Unit stated for the whole table (`USD`, `percent`, `people`); None where none is stated."""
    magnitude: str | None
    """Factor stated for the whole table, plain digits (`1000`); None where none is stated."""
    n_rows: int
    """Number of rows, header rows included."""
    n_cols: int
    """Number of columns, label columns included."""
    cells: tuple[TableCell, ...]
    """Every cell, by row and column."""
    total_rows: tuple[int, ...]
    """Rows that are labelled as a total."""
    notes: tuple[str, ...]
    """Ids of the blocks that hold the table's notes."""
    caption_id: str | None
    """The table's caption; None where it has none."""
    continued_pages: tuple[int, ...]
    """Further pages that the table runs on to; empty for a table on one page."""
    anchor: Anchor | None
    """Where the table's text stands; None for a table whose cells are all blank."""


class Caption(Record):
    """The caption of a table, figure, photo or map."""

    id: str
    """Stable identifier."""
    text: str
    """The caption, credit line included."""
    credit: str | None
    """Who made the picture (`IOM/Jane Roe`), year left out; None where no credit is printed."""
    credit_year: str | None
    """The year in the credit; None where it has none."""
    of: CaptionOf | None
    """What it belongs to; None where the document does not tell."""
    block_id: str
    """The caption's block."""
    anchor: Anchor
    """Where it stands."""


class Footnote(Record):
    """A footnote, with every mark that calls it."""

    id: str
    """Stable identifier."""
    label: str
    """The printed label (`3`, `*`)."""
    text: str
    """The note without its label."""
    urls: tuple[str, ...]
    """Addresses in or behind the note."""
    references: tuple[Reference, ...]
    """The marks that call it."""
    anchor: Anchor
    """Where the note stands."""
