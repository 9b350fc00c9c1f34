"""The blocks of a Markdown file, from the tokens of its parser."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

import regex
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.utils import EnvType

from extractor.mapped import Mapped
from extractor.readers.markdown import html
from extractor.readers.markdown.cells import pipe_cells, tab_cells
from extractor.readers.markdown.inline import ReadInline, read_inline
from extractor.readers.markdown.lines import Lines
from extractor.readers.markdown.rules import FOOTNOTE, ROWS, is_delimiter_row, parser
from extractor.readers.source import Inline, MarkdownBlock

FRONT_MATTER = "front matter"  # label of the block that holds the file's own data

Kind = Literal["heading", "paragraph", "list_item", "footnote"]

LONG_HEADING = 12  # words; a longer sentence above a line of dashes is a sentence above a rule
SENTENCE_ENDS = (".", "!", "?", "…", "。", "؟", "।")

NUMBERED_REFERENCE = regex.compile(
    r"[\ \t>]{0,40}+ (?P<mark> \[ (?P<label> \d{1,3} ) \]: ) [\ \t]*+ (?P<text> \S .*+ )", regex.X
)


@dataclass(slots=True)
class _Item:
    """An open list item."""

    label: str
    glyphs: tuple[int, int]
    line: int
    is_used: bool = False


@dataclass(slots=True)
class _Walk:
    """The walk over the tokens of one file."""

    lines: Lines
    md: MarkdownIt
    env: EnvType
    items: list[_Item] = field(default_factory=list)
    opened: Token | None = None
    """The heading or paragraph whose content comes next; None within a table."""
    read_up_to: dict[int, int] = field(default_factory=dict)
    """For a line, the column up to which the marks of list items are read."""
    covered: bytearray = field(default_factory=bytearray)
    """For each line, whether a block was read from it."""

    def read(self, content: Mapped) -> ReadInline:
        """Return the inline content of a stretch of the file."""
        return read_inline(self.md, self.env, content)

    def cover(self, lines: Iterable[int]) -> None:
        """Note that blocks were read from these lines."""
        for line in lines:
            self.covered[line] = 1

    def block(
        self, kind: Kind, line: int, content: Mapped, level: int = 0
    ) -> Iterator[MarkdownBlock]:
        """Give a block of text and, before or after it, the pictures that stand in it."""
        found = self.read(content)
        text = found.inline.text.text
        ahead = [image for at, image in found.images if not text[:at].strip()]
        behind = [image for at, image in found.images if text[:at].strip()]
        yield from self.images(ahead, line)
        if text.strip():
            yield self.placed(kind, line, found.inline, level)
        yield from self.images(behind, line)

    def images(self, images: Iterable[Inline], line: int) -> Iterator[MarkdownBlock]:
        """Give the alternative texts of pictures as blocks."""
        for image in images:
            yield MarkdownBlock(
                kind="image", inline=image, line=line, blank_before=self.lines.blank_before(line)
            )

    def placed(self, kind: Kind, line: int, inline: Inline, level: int = 0) -> MarkdownBlock:
        """Return a block of text; the first paragraph of a list item is the item."""
        item = self.items[-1] if self.items else None
        blank = self.lines.blank_before(line)
        if kind != "paragraph" or item is None or item.is_used:
            return MarkdownBlock(
                kind=kind, level=level, inline=inline, line=line, blank_before=blank
            )
        item.is_used = True
        return MarkdownBlock(
            kind="list_item",
            level=len(self.items),
            inline=inline,
            label=item.label,
            label_glyphs=item.glyphs,
            line=line,
            blank_before=blank,
        )


def read_blocks(lines: Lines) -> tuple[MarkdownBlock, ...]:
    """Return the blocks of a file in order."""
    md = parser()
    walk = _Walk(lines, md, {}, covered=bytearray(len(lines.texts) + 1))
    tokens: list[Token] = []
    data = lines.front_matter()
    md.block.parse(lines.source(data), md, walk.env, tokens)
    blocks = list(_front_matter(walk, data))
    for token in tokens:
        blocks.extend(_READ.get(token.type, _nothing)(walk, token))
    blocks.extend(_references(walk))
    blocks.extend(_left_over(walk))
    return tuple(sorted(blocks, key=lambda block: block.line))


def _front_matter(walk: _Walk, lines: int) -> Iterator[MarkdownBlock]:
    if lines:
        walk.cover(range(lines))
        text = walk.lines.content(1, "\n".join(walk.lines.texts[1 : lines - 1]))
        yield MarkdownBlock(kind="code", inline=Inline(text=text), label=FRONT_MATTER)


def _lines_of(token: Token) -> tuple[int, int]:
    first, after = token.map or (0, 0)
    return first, after


def _nothing(_walk: _Walk, _token: Token) -> Iterator[MarkdownBlock]:
    return iter(())


def _open(walk: _Walk, token: Token) -> Iterator[MarkdownBlock]:
    walk.opened = token
    walk.cover(range(*_lines_of(token)))
    return iter(())


def _read_content(walk: _Walk, token: Token) -> Iterator[MarkdownBlock]:
    opened, walk.opened = walk.opened, None
    if opened is None:  # a cell, which is read with its table
        return
    line = _lines_of(token)[0]
    content = walk.lines.content(line, token.content)
    if opened.type != "heading_open":
        yield from walk.block("paragraph", line, content)
    elif opened.markup == "-" and _is_sentence(content.text):
        yield from walk.block("paragraph", line, content)
        yield MarkdownBlock(kind="rule", line=_lines_of(opened)[1] - 1)
    else:
        yield from walk.block("heading", line, content, int(opened.tag[1]))


def _is_sentence(text: str) -> bool:
    return len(text.split()) > LONG_HEADING and text.rstrip("*_ ").endswith(SENTENCE_ENDS)


def _open_item(walk: _Walk, token: Token) -> Iterator[MarkdownBlock]:
    line = _lines_of(token)[0]
    text = walk.lines.texts[line]
    mark = f"{token.info}{token.markup}"
    start = max(0, text.find(mark, walk.read_up_to.get(line, 0)))
    walk.read_up_to[line] = start + len(mark)
    first = walk.lines.starts[line] + start
    walk.items.append(_Item(mark, (first, first + len(mark)), line))
    return iter(())


def _close_item(walk: _Walk, _token: Token) -> Iterator[MarkdownBlock]:
    item = walk.items.pop()
    walk.cover([item.line])  # an empty item is a mark without text
    return iter(())


def _read_rule(walk: _Walk, token: Token) -> Iterator[MarkdownBlock]:
    line = _lines_of(token)[0]
    walk.cover([line])
    yield MarkdownBlock(kind="rule", line=line, blank_before=walk.lines.blank_before(line))


def _read_code(walk: _Walk, token: Token) -> Iterator[MarkdownBlock]:
    first, after = _lines_of(token)
    walk.cover(range(first, after))
    content = token.content.removesuffix("\n")
    if content.strip():
        text = walk.lines.content(first + 1, content)
        yield MarkdownBlock(kind="code", inline=Inline(text=text), line=first)


def _read_footnote(walk: _Walk, token: Token) -> Iterator[MarkdownBlock]:
    first, after = _lines_of(token)
    walk.cover(range(first, after))
    found = walk.read(walk.lines.content(first, token.content))
    start = walk.lines.texts[first].find("[^")
    glyph = walk.lines.starts[first] + start
    yield MarkdownBlock(
        kind="footnote",
        inline=found.inline,
        label=token.info,
        label_glyphs=(glyph, glyph + len(f"[^{token.info}]")),
        line=first,
    )
    yield from walk.images((image for _, image in found.images), first)


def _read_table(walk: _Walk, token: Token) -> Iterator[MarkdownBlock]:
    first, after = _lines_of(token)
    yield from _rows(walk, first, [line for line in range(first, after) if line != first + 1], 1)
    walk.cover([first + 1])


def _read_rows(walk: _Walk, token: Token) -> Iterator[MarkdownBlock]:
    first, after = _lines_of(token)
    if token.markup == "\t":
        yield from _rows(walk, first, list(range(first, after)), 0, is_tabbed=True)
        return
    texts = walk.lines.texts
    rows = [line for line in range(first, after) if not is_delimiter_row(texts[line].lstrip("> "))]
    head = 1 if rows and rows[0] == first and first + 1 not in rows else 0
    yield from _rows(walk, first, rows, head)
    walk.cover(range(first, after))


def _rows(
    walk: _Walk, first: int, rows: list[int], head: int, *, is_tabbed: bool = False
) -> Iterator[MarkdownBlock]:
    walk.cover(rows)
    opens_item = walk.items[-1].line if walk.items else None
    cells = [
        tab_cells(walk.lines, line)
        if is_tabbed
        else pipe_cells(walk.lines, line, opens_item=line == opens_item)
        for line in rows
    ]
    yield from _table(walk, first, html.Grid(cells), head)


def _table(walk: _Walk, line: int, cells: html.Grid, head: int) -> Iterator[MarkdownBlock]:
    found = [[walk.read(cell) for cell in row] for row in cells.rows]
    pictures = [image for row in found for cell in row for _, image in cell.images]
    yield from walk.images(pictures, line)
    yield MarkdownBlock(
        kind="table",
        rows=tuple(tuple(cell.inline for cell in row) for row in found),
        spans=cells.spans,
        header_rows=head,
        line=line,
        blank_before=walk.lines.blank_before(line),
    )


def _read_html(walk: _Walk, token: Token) -> Iterator[MarkdownBlock]:
    first, after = _lines_of(token)
    walk.cover(range(first, after))
    source = walk.lines.content(first, token.content.removesuffix("\n"))
    for part in html.parts(source):
        if part.kind == "table":
            yield from _table(walk, first, html.grid(part), html.header_rows(part))
        elif part.kind == "rule":
            yield MarkdownBlock(kind="rule", line=first)
        else:
            yield from walk.block(part.kind, first, part.content, part.level)


def _references(walk: _Walk) -> Iterator[MarkdownBlock]:
    """Cover the definitions of link targets; one whose label is a number is a footnote."""
    defined = [*walk.env.get("references", {}).values(), *walk.env.get("duplicate_refs", [])]
    for reference in defined:
        first, after = reference["map"]
        walk.cover(range(first, after))
        match = NUMBERED_REFERENCE.match(walk.lines.texts[first])
        if match is not None:
            glyph = walk.lines.starts[first]
            yield MarkdownBlock(
                kind="footnote",
                inline=Inline(text=walk.lines.part(first, *match.span("text"))),
                label=match["label"],
                label_glyphs=(glyph + match.start("mark"), glyph + match.end("mark") - 1),
                line=first,
            )


def _left_over(walk: _Walk) -> Iterator[MarkdownBlock]:
    """Give the lines that the parser passed over (it stops at a depth) as paragraphs."""
    for line, text in enumerate(walk.lines.texts):
        if not walk.covered[line] and any(c.isalnum() for c in text):
            yield from walk.block("paragraph", line, walk.lines.part(line).strip())


_READ: dict[str, Callable[[_Walk, Token], Iterator[MarkdownBlock]]] = {
    "heading_open": _open,
    "paragraph_open": _open,
    "inline": _read_content,
    "list_item_open": _open_item,
    "list_item_close": _close_item,
    "hr": _read_rule,
    "fence": _read_code,
    "html_block": _read_html,
    "table_open": _read_table,
    FOOTNOTE: _read_footnote,
    ROWS: _read_rows,
}
