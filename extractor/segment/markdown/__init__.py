"""The segmenter of Markdown: the blocks that the markup tells become drafts in reading order."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

import regex

from extractor.readers.markdown.blocks import FRONT_MATTER
from extractor.readers.source import Inline, MarkdownBlock, MarkdownSource
from extractor.segment.draft import Draft, Drafts, Furniture
from extractor.segment.markdown.bullets import split_bullets
from extractor.segment.markdown.cleaned import HYPHENS, Cleaned, Mend, clean
from extractor.segment.markdown.debris import mark_debris
from extractor.segment.markdown.figures import mark_key_figures
from extractor.segment.markdown.grids import table_draft
from extractor.segment.markdown.headings import mark_bold_headings, mark_capital_headings
from extractor.segment.markdown.joins import join_cut_paragraphs
from extractor.segment.markdown.marks import cuts
from extractor.segment.markdown.notes import split_notes
from extractor.segment.markdown.units import Unit

GAP = 3  # blank lines; a picture or a page's end stood there

WORD = regex.compile(r"\p{L}[\p{L}\-‐]*+")


def drafts(source: MarkdownSource) -> Drafts:
    """Return the drafts of a Markdown file. Each line is a pass over all units."""
    blocks, labels = split_notes(split_bullets(source.blocks))
    mend = _mender(blocks)
    units = [
        _unit(block, lambda inline: clean(inline, cuts(inline, labels), mend)) for block in blocks
    ]
    mark_debris(units)
    units = mark_key_figures(units)
    units = join_cut_paragraphs(units, mend)
    mark_bold_headings(units)
    mark_capital_headings(units)
    _hint(units)
    return Drafts(
        blocks=[unit.draft for unit in units if unit.is_seen],
        furniture=[
            Furniture(unit.text, source.locator.pieces(unit.draft.content.glyph_spans()))
            for unit in units
            if not unit.is_seen and unit.text
        ],
    )


def _unit(block: MarkdownBlock, read: Callable[[Inline], Cleaned]) -> Unit:
    if block.kind == "table":
        return Unit(block, table_draft(block, read))
    cleaned = read(block.inline)
    draft = Draft(
        content=cleaned.text.content,
        marks=cleaned.text.marks,
        links=cleaned.text.links,
        bold=cleaned.text.bold,
        lines=cleaned.lines,
        italic=cleaned.is_italic,
    )
    match block.kind:
        case "heading":
            draft.type, draft.level = "heading", block.level
        case "list_item":
            draft.type, draft.level = "list_item", block.level
            draft.bullet = block.label_glyphs
            draft.bullet_digits = any(c.isdigit() for c in block.label or "")
        case "footnote":
            draft.type, draft.label = "footnote", block.label
            draft.label_glyphs = block.label_glyphs
        case _:
            pass
    return Unit(block, draft, is_furniture=block.label == FRONT_MATTER)


def _mender(blocks: Sequence[MarkdownBlock]) -> Mend:
    """Return what decides whether the hyphen at a line's end belongs to the word it cuts."""
    words = frozenset(word.casefold() for text in _texts(blocks) for word in WORD.findall(text))
    return partial(_mended, words)


def _mended(words: frozenset[str], first: str, second: str) -> str:
    """Return the hyphen or nothing: the document's own words decide."""
    first, second = first.casefold(), second.casefold()
    if first + second in words:
        return ""
    is_compound = f"{first}-{second}" in words or (first in words and second in words)
    return HYPHENS[0] if is_compound else ""


def _texts(blocks: Iterable[MarkdownBlock]) -> Iterable[str]:
    for block in blocks:
        yield block.inline.text.text
        for row in block.rows:
            yield from (cell.text.text for cell in row)


def _hint(units: Sequence[Unit]) -> None:
    """Tell each draft whether a picture or a rule stands beside it."""
    for i, unit in enumerate(units):
        before = units[i - 1].block.kind if i else None
        after = units[i + 1].block.kind if i + 1 < len(units) else None
        unit.draft.near_picture = "image" in {before, after} or unit.block.blank_before >= GAP
        unit.draft.separated = before == "rule"
