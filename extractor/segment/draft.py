"""A block before it has its place in the canonical text: what the three segmenters give.

Each segmenter (`markdown`, `dump`, `layout`) gives drafts in true reading order: paragraphs whole
(joined over lines, columns, pages and footnotes), hyphenation mended, footnote marks taken out of
the text, furniture apart. What does not depend on the format is done after it, once for all:
captions, key figures, sections, the canonical text.
"""

from dataclasses import dataclass, field, replace
from typing import Literal

from extractor.mapped import Mapped
from schemas.base import Piece
from schemas.document import BlockType, CaptionOf, Header
from schemas.extraction import LedgerStatus

GlyphSpan = tuple[int, int]
NotePlace = Literal["foot", "beside", "end"]
"""Where a footnote stands: at its page's foot, near what calls it, or in a list of endnotes."""


@dataclass(slots=True)
class DraftMark:
    """A footnote mark that stood before `content.text[at]`; it is not part of the content."""

    at: int
    label: str
    glyphs: GlyphSpan


@dataclass(slots=True)
class DraftLink:
    """A link over `content.text[start:end]`."""

    start: int
    end: int
    url: str


@dataclass(slots=True)
class DraftText:
    """A text with what hangs on it."""

    content: Mapped = field(default_factory=Mapped)
    marks: list[DraftMark] = field(default_factory=list)
    links: list[DraftLink] = field(default_factory=list)
    bold: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class DraftCell(DraftText):
    """A cell of a table; a blank one has an empty content."""

    row: int = 0
    col: int = 0
    row_span: int = 1
    col_span: int = 1
    header: Header | None = None
    """`column`, `row` or None for a body cell."""
    page: int | None = None


@dataclass(slots=True)
class DraftTable:
    """A table: its cells by row and column, a spanning cell once."""

    cells: list[DraftCell]
    n_rows: int
    n_cols: int
    continued_pages: list[int] = field(default_factory=list)


@dataclass(slots=True)
class DraftPlotted:
    """The place of a number in a chart; without names where it has none, as the names have."""

    chart: int
    """Number of the chart in the document."""
    series: "Draft | None"
    category: "Draft | None"


@dataclass(slots=True)
class Draft(DraftText):
    """A block in reading order."""

    type: BlockType = "paragraph"
    page: int | None = None
    level: int | None = None
    """Of a heading its depth as far as the format tells (1 is the top), of a list item its own."""
    number: str | None = None
    """Printed number of a heading (`2.1`), which stays in the content."""
    label: str | None = None
    """Printed label of a footnote, which is not in the content."""
    label_glyphs: GlyphSpan | None = None
    note_place: NotePlace = "foot"
    urls: list[str] = field(default_factory=list)
    """Addresses that belong to a footnote beyond those in its text."""
    table: DraftTable | None = None
    bullet: GlyphSpan | None = None
    """The bullet or number glyph of a list item, which is not in the content."""
    bullet_digits: bool = False
    """Whether the bullet is a printed number."""
    italic: bool = False
    """Whether the whole text is set in italics: a hint for captions."""
    small: bool = False
    """Whether the whole text, no remark, is set in smaller type than the body: a hint likewise."""
    near_picture: bool = False
    """Whether a picture stands right before, after or beside: a hint for captions."""
    caption_of: CaptionOf | None = None
    """Of a caption without a label: what it stands at."""
    table_at: "Draft | None" = None
    """Of a caption the table that the page shows it at; None where only the order tells."""
    separated: bool = False
    """Whether a page break or a drawn rule stands right before: ends a key figure's label."""
    plotted: DraftPlotted | None = None
    """Of a number or a name of a chart: its place there."""
    lines: list[int] = field(default_factory=list)
    """Offsets in the content at which a printed line begins, the first (0) left out."""


def line_spans(draft: Draft) -> list[tuple[int, int]]:
    """Return the printed lines of a draft, the spaces between them left out."""
    starts = [0, *draft.lines]
    ends = [*draft.lines, len(draft.content)]
    text = draft.content.text
    return [
        (start, start + len(text[start:end].rstrip()))
        for start, end in zip(starts, ends, strict=True)
        if text[start:end].strip()
    ]


def slice_of(draft: Draft, start: int, end: int) -> Draft:
    """Return a stretch of a draft as a draft of its own."""

    def inside(a: int, b: int) -> tuple[int, int]:
        return max(a, start) - start, min(b, end) - start

    return replace(
        draft,
        content=draft.content[start:end],
        marks=[
            DraftMark(m.at - start, m.label, m.glyphs) for m in draft.marks if start < m.at <= end
        ],
        links=[
            DraftLink(*inside(k.start, k.end), k.url)
            for k in draft.links
            if k.start < end and start < k.end
        ],
        bold=[inside(a, b) for a, b in draft.bold if a < end and start < b],
        lines=[at - start for at in draft.lines if start < at < end],
    )


@dataclass(slots=True)
class Furniture:
    """A running head, page number, logo debris or alternative text: not part of the text."""

    text: str
    pieces: tuple[Piece, ...]
    page: int | None = None
    status: LedgerStatus = "furniture"
    """Ledger status of its digits: `furniture`, or `url` for a bare list of addresses."""


@dataclass(slots=True)
class Drafts:
    """What a segmenter gives."""

    blocks: list[Draft]
    furniture: list[Furniture] = field(default_factory=list)
    warnings: list[tuple[str, str, int | None]] = field(default_factory=list)
    """(code, message, page)."""
