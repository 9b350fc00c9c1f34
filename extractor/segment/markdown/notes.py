"""Footnotes: their definitions, in whatever form."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.readers.source import Inline, MarkdownBlock
from extractor.segment.markdown.marks import GLUED, Found, Labels, calls, marks_of, part_of
from extractor.segment.markdown.numbered import split_numbered


def split_notes(blocks: Sequence[MarkdownBlock]) -> tuple[list[MarkdownBlock], Labels]:
    """Return the blocks with every note a footnote, and the labels that the footnotes have."""
    called = {found.label for block in blocks for found in calls(block) if found.form != GLUED}
    out: list[MarkdownBlock] = []
    for i, block in enumerate(blocks):
        if block.label == "*" in called and _is_alone(blocks, i):
            out.append(replace(block, kind="footnote", level=0))
        else:
            out.extend(list(_notes_of(block, called)) or [block])
    out, glued = split_numbered(out)
    known = frozenset(b.label for b in out if b.kind == "footnote" and b.label)
    return out, Labels(known, glued)


def _is_alone(blocks: Sequence[MarkdownBlock], i: int) -> bool:
    """Say whether a list item is no list: an asterisk with a note is written as one."""
    near = [blocks[j].kind for j in (i - 1, i + 1) if 0 <= j < len(blocks)]
    return blocks[i].kind == "list_item" and "list_item" not in near


def _notes_of(block: MarkdownBlock, called: set[str]) -> Iterator[MarkdownBlock]:
    """Give the footnotes of a paragraph: each of its lines that opens with a called label."""
    if block.kind != "paragraph" or block.label is not None:
        return
    text = block.inline.text.text
    heads = [head for head in _heads(block.inline) if head.label in called]
    if not heads or text[: heads[0].start].strip():
        return
    ends = [head.start for head in heads[1:]] + [len(text)]
    for head, end in zip(heads, ends, strict=True):
        source = block.inline.text
        yield replace(
            block,
            kind="footnote",
            inline=part_of(block.inline, head.end, end),
            label=head.label,
            label_glyphs=(source.starts[head.start], source.ends[head.end - 1]),
        )


def _heads(inline: Inline) -> Iterator[Found]:
    """Give the labels that open a line."""
    text = inline.text.text
    for mark in marks_of(inline):
        line = text[text.rfind("\n", 0, mark.start) + 1 : mark.start]
        if not line.strip() and text[mark.end : mark.end + 1] not in {"", "\n"}:
            yield mark
