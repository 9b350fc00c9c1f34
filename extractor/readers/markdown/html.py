"""Blocks of HTML in Markdown: headings, paragraphs, list items, tables out of their tags."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

import regex

from extractor.mapped import Mapped
from extractor.readers.markdown.tags import BREAKING, TAG, Tag, made

INVISIBLE = regex.compile(
    r"""
    <!-- .*? (?: --> | \Z )
    | < (?P<name> script | style | head | title ) \b .*? (?: </ (?P=name) > | \Z )
    """,
    regex.X | regex.S | regex.I,
)
MAX_SPAN = 1000  # columns or rows that one cell may cover; HTML allows no more columns
MAX_GRID = 100_000  # cells; a table that claims to cover more is read without its spans

_CONTAINER_NAMES = """
    div section article main header footer aside nav center figure figcaption blockquote ul ol dl
    details summary pre address form fieldset thead tbody tfoot body html
"""
_CONTAINERS = frozenset(_CONTAINER_NAMES.split())
_BLOCKS = (BREAKING | _CONTAINERS) - {"br"}
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])


@dataclass(slots=True)
class HtmlCell:
    """A cell of an HTML table, its inline markup unread."""

    content: Mapped
    is_header: bool = False
    row_span: int = 1
    col_span: int = 1


@dataclass(slots=True)
class HtmlPart:
    """A block of HTML, its inline markup unread."""

    kind: Literal["heading", "paragraph", "list_item", "table", "rule"]
    content: Mapped = field(default_factory=Mapped)
    level: int = 0
    rows: list[list[HtmlCell]] = field(default_factory=list)
    header_rows: int = 0


def parts(source: Mapped) -> Iterator[HtmlPart]:
    """Return the blocks of a stretch of HTML in order."""
    visible = source.without(match.span() for match in INVISIBLE.finditer(source.text))
    return _Splitter(visible).parts()


class _Splitter:
    """Cuts HTML at the tags that open or close a block."""

    def __init__(self, source: Mapped) -> None:
        self._source = source
        self._at = 0
        self._open = "p"
        self._lists = 0
        self._tables = 0
        self._table = HtmlPart("table")
        self._cell: HtmlCell | None = None

    def parts(self) -> Iterator[HtmlPart]:
        """Return the blocks in order."""
        for match in TAG.finditer(self._source.text):
            tag = made(match)
            if self._tables:
                yield from self._in_table(tag, match.span())
            elif tag.name == "table":
                yield from self._cut(match.start())
                self._open_table(tag, match.end())
            elif tag.name in _BLOCKS:
                yield from self._cut(match.start())
                self._at = match.end()
                yield from self._enter(tag)
        yield from self._rest()

    def _cut(self, end: int) -> Iterator[HtmlPart]:
        """Give what stands before a tag as a block of the kind that is open."""
        content = self._source[self._at : end].strip()
        self._at = end
        if not len(content):
            return
        if self._open in _HEADINGS:
            yield HtmlPart("heading", content, int(self._open[1]))
        elif self._open == "li":
            yield HtmlPart("list_item", content, max(1, self._lists))
            self._open = "p"  # what follows in the item is a paragraph of its own
        else:
            yield HtmlPart("paragraph", content)

    def _enter(self, tag: Tag) -> Iterator[HtmlPart]:
        if tag.name in {"ul", "ol"}:
            self._lists = max(0, self._lists + (-1 if tag.closes else 1))
        elif tag.name == "hr":
            yield HtmlPart("rule")
        self._open = "p" if tag.closes else tag.name

    def _open_table(self, tag: Tag, at: int) -> None:
        if not tag.closes:
            self._tables, self._at = 1, at
            self._table = HtmlPart("table")

    def _in_table(self, tag: Tag, span: tuple[int, int]) -> Iterator[HtmlPart]:
        if tag.name == "table":
            self._tables += -1 if tag.closes else 1
            if not self._tables:
                self._close_cell(span[0])
                yield self._table
                self._at, self._open = span[1], "p"
        elif self._tables == 1:  # a table within a cell is text of the cell
            yield from self._structure(tag, span)

    def _structure(self, tag: Tag, span: tuple[int, int]) -> Iterator[HtmlPart]:
        if tag.name not in {"tr", "td", "th", "caption"}:
            return
        if self._cell is None and tag.name == "caption" and tag.closes:
            yield from self._cut(span[0])
        self._close_cell(span[0])
        self._at = span[1]
        if tag.closes:
            return
        is_cell = tag.name in {"td", "th"}
        if tag.name == "tr" or (is_cell and not self._table.rows):
            self._table.rows.append([])
        if is_cell:
            self._cell = HtmlCell(
                Mapped(), tag.name == "th", _span_of(tag, "rowspan"), _span_of(tag, "colspan")
            )
            self._table.rows[-1].append(self._cell)

    def _close_cell(self, end: int) -> None:
        if self._cell is not None:
            self._cell.content = self._source[self._at : end].strip()
            self._cell = None

    def _rest(self) -> Iterator[HtmlPart]:
        if self._tables:  # the table is not closed: what was read of it counts
            self._close_cell(len(self._source))
            yield self._table
        else:
            yield from self._cut(len(self._source))


@dataclass(slots=True)
class Grid:
    """The cells of a table by row and column, blank where a spanning cell covers."""

    rows: list[list[Mapped]] = field(default_factory=list)
    spans: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    """How many rows and columns a spanning cell covers, by its first row and column."""


def grid(part: HtmlPart) -> Grid:
    """Return the cells of a table as they tile it."""
    widest = sum(cell.col_span * cell.row_span for row in part.rows for cell in row)
    spans = widest <= MAX_GRID
    found = Grid()
    below: dict[int, int] = {}  # for a column, in how many more rows a cell from above covers it
    for at, row in enumerate(part.rows):
        line: list[Mapped] = []
        _skip_covered(line, below)
        for cell in row:
            width = cell.col_span if spans else 1
            height = min(cell.row_span, len(part.rows) - at) if spans else 1
            if width * height > 1:
                found.spans[at, len(line)] = height, width
            for column in range(len(line), len(line) + width):
                below[column] = cell.row_span - 1 if spans else 0
            line += [cell.content, *[Mapped()] * (width - 1)]
            _skip_covered(line, below)
        found.rows.append(line)
    return found


def _skip_covered(line: list[Mapped], below: dict[int, int]) -> None:
    while below.get(len(line), 0) > 0:
        below[len(line)] -= 1
        line.append(Mapped())


def header_rows(part: HtmlPart) -> int:
    """Return how many rows at the top of a table hold header cells only."""
    count = 0
    for row in part.rows:
        if not row or not all(cell.is_header for cell in row):
            break
        count += 1
    return count


def _span_of(tag: Tag, name: str) -> int:
    value = tag.attribute(name).strip()
    return min(MAX_SPAN, max(1, int(value))) if value.isascii() and value.isdigit() else 1
