"""The golden of one page: what a person read on it, unit by unit, in the order of reading.

It holds facts about a page that is not ours to ship: boxes, values, short labels. The words come
from the document itself when the golden is used, from under the boxes. One file a page.
"""

from itertools import product
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from schemas.base import Record
from schemas.document import CaptionOf, Header

SHORT = 40
"""Characters of a label or value that is kept as it is; a longer text is kept as a hash."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points from the top left; it holds what has its middle in it."""


class Unit(Record):
    """A stretch of the page that is read in one go."""

    boxes: tuple[Box, ...] = Field(min_length=1)
    """Where it is printed, in order: one box, or one for each column it runs through."""


class ProseUnit(Unit):
    """A paragraph, also a source line or note under a table, or a list item."""

    type: Literal["paragraph", "list_item"]
    """Which of the two."""
    bullet: str | None = None
    """The printed bullet or number of a list item, no part of its text; None for a paragraph."""


class HeadingUnit(Unit):
    """A heading, or the document's title."""

    type: Literal["title", "heading"]
    """Which of the two."""
    level: int | None
    """Depth in the whole document, 1 at the top; None for the title."""
    text: str | None = Field(default=None, max_length=SHORT)
    """The text, to hold the box against; None where it is longer than 40 characters."""


class CaptionUnit(Unit):
    """A caption, its credit included."""

    type: Literal["caption"]
    """Always `caption`."""
    of: CaptionOf | None
    """What it belongs to; None where a reader cannot tell."""
    table: int | None = None
    """Place in `units` of the table it belongs to; None where that is no table, or none here."""
    credit: str | None = None
    """Who made the picture, without sign and year; None where no credit is printed."""
    credit_year: str | None = None
    """The year of the credit; None where none is printed."""


class FootnoteUnit(Unit):
    """A footnote, label included in its boxes."""

    type: Literal["footnote"]
    """Always `footnote`."""
    label: str | None
    """The printed label; None for the rest of a note that began on an earlier page."""


class PageNumber(Record):
    """A number that stands for itself, and what it counts."""

    box: Box
    """The number."""
    printed: str = Field(max_length=SHORT)
    """The number as printed, to hold the box against."""
    label_boxes: tuple[Box, ...] = Field(min_length=1)
    """Its label."""
    as_of_boxes: tuple[Box, ...] = ()
    """The line that says when; empty where none is printed."""


class KeyFigureUnit(Unit):
    """Numbers set large with their label; the boxes hold all in the order of reading."""

    type: Literal["key_figure"]
    """Always `key_figure`."""
    numbers: tuple[PageNumber, ...] = Field(min_length=1)
    """The numbers; `291 (26.0%)` are two."""


class GraphicUnit(Unit):
    """Words inside a chart, a map or a drawing: they are read, but in no order of their own."""

    type: Literal["graphic"]
    """Always `graphic`."""


class PageCell(Record):
    """A cell that is not blank, or a blank one that spans."""

    row: int = Field(ge=0)
    """Row on this page, from 0."""
    col: int = Field(ge=0)
    """Column, from 0."""
    row_span: int = Field(ge=1, default=1)
    """Rows covered."""
    col_span: int = Field(ge=1, default=1)
    """Columns covered."""
    header: Header | None = None
    """Whether it heads a column; None for any other cell (row labels are not judged)."""
    box: Box | None = None
    """Its words; None for a blank cell."""
    text: str | None = Field(default=None, max_length=SHORT)
    """The text as a person reads it; None where it is blank or longer than 40 characters."""
    inner: int | None = None
    """Place in `units` of a table that fills the cell, which itself is blank; None for none."""
    sha256: str | None = Field(default=None, pattern=r"^[0-9a-f]{16}$")
    """First 16 digits of the hash of a longer text (a run of white space one space); None else."""


class TableUnit(Unit):
    """A table, or what of it stands on this page."""

    type: Literal["table"]
    """Always `table`."""
    n_rows: int = Field(ge=1)
    """Rows on this page, header included."""
    n_cols: int = Field(ge=1)
    """Columns, labels included."""
    cells: tuple[PageCell, ...] = Field(min_length=1)
    """Every cell that is not blank, by row and column."""
    repeated_rows: int = Field(ge=0, default=0)
    """Header rows that only repeat those of an earlier page; a reader may leave them out."""

    @model_validator(mode="after")
    def _tiles(self) -> Self:
        """Refuse cells that overlap or leave the table."""
        taken: set[tuple[int, int]] = set()
        for cell in self.cells:
            places = set(
                product(
                    range(cell.row, cell.row + cell.row_span),
                    range(cell.col, cell.col + cell.col_span),
                )
            )
            if taken & places:
                raise ValueError(f"another cell stands at row {cell.row}, column {cell.col}")
            if cell.row + cell.row_span > self.n_rows or cell.col + cell.col_span > self.n_cols:
                raise ValueError(f"row {cell.row}, column {cell.col} leaves the table")
            taken |= places
        return self


AnyUnit = Annotated[
    ProseUnit | HeadingUnit | CaptionUnit | FootnoteUnit | KeyFigureUnit | GraphicUnit | TableUnit,
    Field(discriminator="type"),
]


class PageMark(Record):
    """A footnote mark: it is no part of the text it follows."""

    label: str
    """The printed label."""
    box: Box
    """Where it is printed."""


class PageGolden(Record):
    """What a person read on one page."""

    schema_version: Literal["planfacts-page-golden/1"] = "planfacts-page-golden/1"
    """Version of this schema."""
    file: str
    """File name of the document."""
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    """Hash of the document's bytes."""
    page: int = Field(ge=1)
    """The page, counted from 1."""
    curated_by: str
    """Who read the page."""
    note: str = ""
    """Where a careful reader could differ, or what the page is chosen for."""
    compounds: tuple[str, ...] = ()
    """Words that keep the hyphen at which a line breaks them."""
    units: tuple[AnyUnit, ...] = Field(min_length=1)
    """Every unit, in the order of reading; furniture is none."""
    orders: tuple[tuple[int, ...], ...] = ()
    """Other orders of the units, by their places, that a careful reader may give as well."""
    marks: tuple[PageMark, ...] = ()
    """Every footnote mark, in the order of reading."""
    furniture: tuple[Box, ...] = ()
    """Running heads, page numbers, logos and hidden words: in no unit."""

    @model_validator(mode="after")
    def _orders_all(self) -> Self:
        """Refuse an order that does not name each unit once."""
        for order in self.orders:
            if sorted(order) != list(range(len(self.units))):
                raise ValueError(f"the order {order} does not name each unit once")
        return self
