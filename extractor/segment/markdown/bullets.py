"""List items that recognition left within a paragraph: lines that open with a bullet or `(a)`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from extractor.readers.source import Inline, MarkdownBlock
from extractor.segment.markdown.marks import part_of

OUTER = "•●▪■◼➢➤►▶∙·"
INNER = "◦○‣–—o"
MIN_LABELLED = 2  # lines; one `(a)` at the head of a line may be a reference

BULLET = regex.compile(
    rf"^ [\ \t]*+ (?P<mark> [{OUTER}{INNER}\uf0a7\uf0b7\uf0d8] ) [\s]++ (?= \S )", regex.X | regex.M
)
LABELLED = regex.compile(
    r"^ [\ \t]*+ (?P<mark> \( (?: \p{Ll} | [ivx]{1,5} | \d{1,2} ) \) ) [\s]++ (?= \S )",
    regex.X | regex.M,
)


@dataclass(frozen=True, slots=True)
class _Head:
    """The mark that opens an item."""

    start: int
    """Of the line."""
    mark: tuple[int, int]
    end: int
    """Of the mark and the space after it."""
    level: int


def split_bullets(blocks: Sequence[MarkdownBlock]) -> list[MarkdownBlock]:
    """Return the blocks with every paragraph that holds items cut into them."""
    return [part for block in blocks for part in _parts(block)]


def _parts(block: MarkdownBlock) -> Iterator[MarkdownBlock]:
    heads = _heads(block.inline) if block.kind == "paragraph" else []
    if not heads:
        yield block
        return
    text = block.inline.text
    if text.text[: heads[0].start].strip():
        yield replace(block, inline=part_of(block.inline, 0, heads[0].start))
    ends = [head.start for head in heads[1:]] + [len(text)]
    for head, end in zip(heads, ends, strict=True):
        start, after = head.mark
        yield replace(
            block,
            kind="list_item",
            level=head.level,
            inline=part_of(block.inline, head.end, end),
            label=text.text[start:after],
            label_glyphs=(text.starts[start], text.ends[after - 1]),
        )


def _heads(inline: Inline) -> list[_Head]:
    text = inline.text.text
    marks = list(BULLET.finditer(text))
    outer = [m for m in marks if m["mark"] not in INNER]
    if not outer:
        # A letter o may be a word, and one dash may open an aside.
        marks = [m for m in marks if m["mark"] != "o"]
        marks = marks if marks and not text[: marks[0].start()].strip() else []
    if marks:
        return [_head(m, 2 if outer and m["mark"] in INNER else 1) for m in marks]
    labelled = list(LABELLED.finditer(text))
    return [_head(m, 1) for m in labelled] if len(labelled) >= MIN_LABELLED else []


def _head(match: "regex.Match[str]", level: int) -> _Head:
    return _Head(match.start(), match.span("mark"), match.end(), level)
