"""What a reader gives: the physical document, before anybody says what is a section or a figure.

There are three kinds, because three things are given: a Markdown file tells its structure, a text
dump tells lines, a PDF tells marks on pages. `extractor.segment` makes one `Document` of each.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, Self

from extractor.mapped import Locator, Mapped
from schemas.document import Page
from schemas.extraction import Finding, ReadWarning

GlyphSpan = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """What every source tells of its file."""

    sha256: str
    encoding: str | None
    locator: Locator
    warnings: tuple[ReadWarning, ...] = ()
    findings: tuple[Finding, ...] = ()
    """What two readers of the same file disagree on, where two were asked for."""
    engine: str | None = None
    """The distribution that read the characters, where there is a choice."""
    raw: str = ""
    """The decoded file; empty for a PDF."""

    def warned(self, warnings: tuple[ReadWarning, ...]) -> Self:
        """Return the source with warnings put before its own."""
        return replace(self, warnings=(*warnings, *self.warnings))


# --- Markdown ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class InlineLink:
    """A link over `text[start:end]` of its inline."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Inline:
    """A run of text with its markup resolved; soft and hard line breaks are newlines."""

    text: Mapped
    links: tuple[InlineLink, ...] = ()
    bold: tuple[tuple[int, int], ...] = ()
    italic: tuple[tuple[int, int], ...] = ()
    superscript: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkdownBlock:
    """A block as the markup tells it."""

    kind: Literal["heading", "paragraph", "list_item", "table", "image", "rule", "footnote", "code"]
    level: int = 0
    """Of a heading 1 to 6; of a list item its depth from 1."""
    inline: Inline = field(default_factory=lambda: Inline(text=Mapped()))
    rows: tuple[tuple[Inline, ...], ...] = ()
    """Of a table: the rows, the header row first where there is one."""
    spans: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    """Of a table: how many rows and columns a spanning cell covers, by its first row and column."""
    header_rows: int = 0
    label: str | None = None
    """Of a footnote definition: its label."""
    label_glyphs: GlyphSpan | None = None
    line: int = 0
    """First line of the block in the file, from 0."""
    blank_before: int = 0
    """Number of blank lines before the block: debris of a page break shows in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkdownSource(SourceFile):
    """A Markdown file: blocks in order."""

    blocks: tuple[MarkdownBlock, ...]


# --- text dump --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class DumpLine:
    """One line of plain text, its ending newline left out, its leading and trailing spaces kept."""

    text: Mapped
    page: int
    """Page by form feeds, from 1; 1 throughout where there are none."""
    number: int
    """Line of the file, from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DumpSource(SourceFile):
    """A plain text: lines in order."""

    lines: tuple[DumpLine, ...]
    pages: tuple[Page, ...]


# --- PDF --------------------------------------------------------------------------------------

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points from the top left of the page."""


# Words, lines, shapes and tags are never changed. They are not frozen, because to make what is
# frozen takes three times as long, and a page has hundreds.


@dataclass(slots=True, unsafe_hash=True)
class Word:
    """A run of glyphs without a gap, of one size and font, on one baseline."""

    text: str
    box: Box
    size: float
    """Type size in points."""
    font: str
    bold: bool
    italic: bool
    color: str
    """`#rrggbb` of the fill."""
    glyph: int
    """First glyph; the word has one glyph a character of `text`, consecutive."""
    upright: bool = True
    glued: bool = False
    """Whether it touches the word before it on its line (a superscript mark, a change of font)."""
    baseline: float = 0.0
    """Where the glyphs stand, from the top; of a turned word the bottom of its first glyph."""
    raised: bool = False
    """Whether its digits are small raised forms of the font, in the size of the words beside."""
    initial: float = 0.0
    """Of a word whose large initial reaches down over lines: where that ends, from the top."""


@dataclass(slots=True, unsafe_hash=True)
class Rule:
    """A straight drawn line or the edge of a filled box."""

    box: Box
    width: float


@dataclass(slots=True, unsafe_hash=True)
class Shape:
    """A filled rectangle, or a picture."""

    box: Box
    kind: Literal["fill", "image", "curve"]
    color: str | None = None


@dataclass(frozen=True, slots=True)
class PdfLink:
    """A link annotation."""

    box: Box
    url: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A candidate of a table: the boxes of its cells by row and column; None for none drawn."""

    box: Box
    cells: tuple[tuple[Box | None, ...], ...]


@dataclass(slots=True, kw_only=True, unsafe_hash=True)
class Tag:
    """An element of a tagged PDF's structure tree, as far as it stands on one page."""

    role: str
    """Its standard role as PDF names it (`H2`, `P`, `LI`, `TD`), or `Artifact`."""
    place: tuple[int, ...]
    """Its way from the root of the tree: one element has one place on all its pages."""
    glyphs: tuple[GlyphSpan, ...] = ()
    """Its glyphs and those of its children, in the order of the tree."""
    children: tuple["Tag", ...] = ()
    level: int = 0
    """Of a heading 1 to 6; of one without a number, and of all else, 0."""
    alt: str | None = None
    """What the file says in place of a picture; None where it says nothing."""
    rows: int = 1
    """Of a table's cell: the rows that it spans."""
    columns: int = 1
    """Of a table's cell: the columns that it spans."""


@dataclass(slots=True, kw_only=True)
class PdfPage:
    """The marks on one page, which the layout takes off it once it has made use of them.

    Those of a long document are as large as all that is made of them.
    """

    page: Page
    words: tuple[Word, ...]
    rules: tuple[Rule, ...] = ()
    shapes: tuple[Shape, ...] = ()
    links: tuple[PdfLink, ...] = ()
    grids: tuple[Grid, ...] = ()
    tags: tuple[Tag, ...] = ()
    """The page's part of the structure tree; empty where there is none, or none to be trusted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfSource(SourceFile):
    """A PDF: pages in order, the outline as (level, title, page)."""

    pages: tuple[PdfPage, ...]
    outline: tuple[tuple[int, str, int], ...] = ()
    title: str | None = None
    """The title in the file's metadata: a hint, often wrong."""


Source = MarkdownSource | DumpSource | PdfSource
