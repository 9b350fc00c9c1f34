"""The document: canonical text in reading order, and what every stretch of it is."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.mapped import GlyphRuns, Locator, Mapped
from extractor.readers.source import Box
from extractor.segment.draft import Furniture, NotePlace
from extractor.segment.identity import place_name
from schemas.base import Piece
from schemas.document import BlockType, CaptionOf, Header, MediaType, Page
from schemas.extraction import LedgerStatus, ReadWarning

Span = tuple[int, int]
"""A stretch of the canonical text: first character, one past the last."""


@dataclass(slots=True)
class Block:
    """A block of the canonical text."""

    id: str
    type: BlockType
    span: Span
    section: int | None
    """Index in `Document.sections`."""
    level: int | None = None
    table: int | None = None
    """Index in `Document.tables`."""
    ref: str | None = None
    page: int | None = None
    group: int | None = None
    """Of a key figure's parts (value, label, as-of line): number of their key figure."""


@dataclass(slots=True)
class Section:
    """A heading and what stands below it."""

    id: str
    title: str
    number: str | None
    level: int
    parent: int | None
    """Index in `Document.sections`."""
    span: Span
    """Of the heading."""


@dataclass(slots=True)
class Cell:
    """A cell of a table; `span` is None for a blank one."""

    row: int
    col: int
    row_span: int
    col_span: int
    header: Header | None
    span: Span | None
    text: str


@dataclass(slots=True)
class Table:
    """A table."""

    id: str
    block: int
    """Index in `Document.blocks`."""
    n_rows: int
    n_cols: int
    cells: list[Cell]
    title: str | None = None
    title_span: Span | None = None
    note_span: Span | None = None
    """Of a line above the table that states a date or a unit only."""
    unit: str | None = None
    magnitude: str | None = None
    total_rows: list[int] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    caption_id: str | None = None
    continued_pages: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Mark:
    """A footnote mark that stood before `text[at]`."""

    at: int
    label: str
    pieces: tuple[Piece, ...]
    footnote: int | None
    """Index in `Document.footnotes`; None for a mark without its note."""


@dataclass(slots=True)
class Footnote:
    """A footnote."""

    id: str
    label: str
    block: int
    span: Span
    urls: list[str]
    place: NotePlace = "foot"


@dataclass(slots=True)
class Caption:
    """A caption; its credit is apart."""

    id: str
    block: int
    span: Span
    credit: str | None
    credit_year: str | None
    credit_span: Span | None
    of: CaptionOf | None
    table: int | None = None
    """Index in `Document.tables` of the table that the page shows it at; None: only order tells."""


@dataclass(slots=True)
class Plotted:
    """A number, or a name, of a chart, which is all of a block."""

    chart: int
    """Number of the chart in the document."""
    block: int
    """Index in `Document.blocks`."""
    series: Span | None
    """Of the name of its series; None where the drawing leaves it open, or of a name."""
    category: Span | None


@dataclass(slots=True)
class Link:
    """A link over a stretch of text."""

    span: Span
    url: str


@dataclass(slots=True, kw_only=True)
class Document:
    """The document as segmented."""

    sha256: str
    media_type: MediaType
    encoding: str | None
    pages: tuple[Page, ...]
    mapped: Mapped
    locator: Locator
    blocks: list[Block]
    sections: list[Section]
    tables: list[Table]
    captions: list[Caption]
    footnotes: list[Footnote]
    marks: list[Mark]
    links: list[Link]
    furniture: list[Furniture]
    warnings: list[ReadWarning]
    title: str | None = None
    title_span: Span | None = None
    plotted: list[Plotted] = field(default_factory=list)
    """The numbers and names of charts, in order."""
    dropped_digits: list[tuple[LedgerStatus, tuple[Piece, ...]]] = field(default_factory=list)
    """Digits of marks and bullets that are not in the text: (ledger status, pieces)."""
    _runs: GlyphRuns = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.write(self.mapped)

    def write(self, mapped: Mapped) -> None:
        """Take what is given for the canonical text."""
        self.mapped = mapped
        self._runs = GlyphRuns(mapped)

    @property
    def text(self) -> str:
        """The canonical text."""
        return self.mapped.text

    def pieces(self, start: int, end: int) -> tuple[Piece, ...]:
        """Return the pieces of the source that `text[start:end]` was read from."""
        return self.locator.pieces(self._runs.spans(start, end))

    def boxes(self, start: int, end: int) -> list[tuple[int, Box]] | None:
        """Return the page and the box of each piece; None where they are not all that it tells."""
        return self.locator.boxes(self._runs.spans(start, end))

    def place(self, span: Span) -> str:
        """Return where in the source a stretch of text begins, as identifiers name it."""
        glyph = self._runs.first(*span)
        return "" if glyph is None else place_name(self.locator.page(glyph), glyph)

    def quote(self, span: Span) -> str:
        """Return the text of a span."""
        return self.text[span[0] : span[1]]

    def section_path(self, index: int | None) -> Sequence[Section]:
        """Return a section and those it is nested in, the innermost first."""
        path: list[Section] = []
        while index is not None:
            path.append(self.sections[index])
            index = self.sections[index].parent
        return path
