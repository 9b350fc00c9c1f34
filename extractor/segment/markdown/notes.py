"""Footnotes: their definitions, in whatever form, and the marks that call them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from extractor.mapped import Mapped
from extractor.readers.source import Inline, InlineLink, MarkdownBlock
from extractor.segment.markdown.cleaned import Cut

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

CARET = regex.compile(r"\[\^ (?P<label> [^\]\s\[]{1,40}+ ) \]", regex.X)
BRACKETED = regex.compile(r"\[ (?P<label> \d{1,3} ) \]", regex.X)
RAISED = regex.compile(r"[⁰¹²³⁴-⁹]{1,3}+")
TEX = regex.compile(
    r"\$ \s? \^ \s? (?: \{ \s? )? (?P<label> \d{1,3} ) (?: \s? \} )? \s? \$", regex.X
)
SYMBOL = regex.compile(r"[*†‡]{1,3}+", regex.X)
NUMBER = regex.compile(r"\d{1,3}+")
LABEL = regex.compile(r"[(\[]?+ (?P<label> \d{1,3} | [*†‡]{1,3} | [a-z] ) [)\]]?+", regex.X)
BETWEEN_MARKS = regex.compile(r"[\s,;]++")
STRAY = regex.compile(r"\*++ | (?<! \w ) __++ | __++ (?! \w )", regex.X)

# After these a raised 2 or 3 is an area or a volume, whatever the notes are called.
UNIT = regex.compile(r"(?<! \p{L} ) (?: [kcdmh]?m | ft | in | mi | yd ) $", regex.X)


@dataclass(frozen=True, slots=True)
class _Found:
    """A mark, or the label at the head of a definition."""

    start: int
    end: int
    label: str
    form: str


def split_notes(blocks: Sequence[MarkdownBlock]) -> list[MarkdownBlock]:
    """Return the blocks with every paragraph of notes cut into its footnotes."""
    called = {found.label for block in blocks for found in _calls(block)}
    out: list[MarkdownBlock] = []
    for i, block in enumerate(blocks):
        if block.label == "*" in called and _is_alone(blocks, i):
            out.append(replace(block, kind="footnote", level=0))
        else:
            out.extend(list(_notes_of(block, called)) or [block])
    return out


def _is_alone(blocks: Sequence[MarkdownBlock], i: int) -> bool:
    """Say whether a list item is no list: an asterisk with a note is written as one."""
    near = [blocks[j].kind for j in (i - 1, i + 1) if 0 <= j < len(blocks)]
    return blocks[i].kind == "list_item" and "list_item" not in near


def defined_labels(blocks: Iterable[MarkdownBlock]) -> frozenset[str]:
    """Return the labels of the document's footnotes."""
    return frozenset(b.label for b in blocks if b.kind == "footnote" and b.label)


def cuts(inline: Inline, labels: frozenset[str]) -> list[Cut]:
    """Return the footnote marks in inline text, and the stray emphasis marks: neither is text."""
    found = [
        Cut(mark.start, mark.end, mark.label)
        for mark in _marks(inline)
        if _is_mark(inline, mark, labels)
    ]
    text = inline.text.text
    found += [
        Cut(first.end, second.start)
        for first, second in pairwise(found)
        if BETWEEN_MARKS.fullmatch(text, first.end, second.start)
    ]
    taken = {at for cut in found for at in range(cut.start, cut.end)}
    found += [
        Cut(*match.span())
        for match in STRAY.finditer(text)
        if match.start() not in taken and _is_stray(inline.text, *match.span())
    ]
    return found


def _calls(block: MarkdownBlock) -> Iterator[_Found]:
    """Give the marks of a block that do not open it."""
    for inline in (block.inline, *(cell for row in block.rows for cell in row)):
        for mark in _marks(inline):
            before = inline.text.text[: mark.start]
            is_apart = not before[-1:].strip() and mark.form == "symbol"
            if (before.strip() or block.rows) and not is_apart:
                yield mark


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


def _heads(inline: Inline) -> Iterator[_Found]:
    """Give the labels that open a line."""
    text = inline.text.text
    for mark in _marks(inline):
        line = text[text.rfind("\n", 0, mark.start) + 1 : mark.start]
        if not line.strip() and text[mark.end : mark.end + 1] not in {"", "\n"}:
            yield mark


def _marks(inline: Inline) -> list[_Found]:
    """Return everything that may be a mark, in order, none within another."""
    text = inline.text.text
    found = [_Found(m.start(), m.end(), m["label"], "caret") for m in CARET.finditer(text)]
    found += [_Found(m.start(), m.end(), m["label"], "bracket") for m in BRACKETED.finditer(text)]
    found += [_Found(m.start(), m.end(), m["label"], "raised") for m in TEX.finditer(text)]
    found += [
        _Found(m.start(), m.end(), m[0].translate(SUPERSCRIPTS), "raised")
        for m in RAISED.finditer(text)
    ]
    for start, end in inline.superscript:
        found += _in_superscript(text, start, end)
    found += [
        _Found(link.start, link.end, text[link.start : link.end].strip("[]^"), "link")
        for link in inline.links
        if NUMBER.fullmatch(text[link.start : link.end].strip("[]^"))
    ]
    found += [
        _Found(m.start(), m.end(), m[0], "symbol")
        for m in SYMBOL.finditer(text)
        if _is_printed(inline.text, *m.span())
    ]
    out: list[_Found] = []
    for mark in sorted(found, key=lambda f: (f.start, -f.end)):
        if not out or mark.start >= out[-1].end:
            out.append(mark)
    return out


def _is_printed(text: Mapped, start: int, end: int) -> bool:
    """Say whether symbols are printed ones: two bare asterisks are stray emphasis."""
    return end - start == 1 or text.text[start] != "*" or text.ends[start] - text.starts[start] > 1


def _in_superscript(text: str, start: int, end: int) -> Iterator[_Found]:
    """Give the marks of a superscript, which may hold several (`1,2`)."""
    words = [(start + m.start(), m[0]) for m in regex.finditer(r"[^\s,;]++", text[start:end])]
    matches = [(at, word, LABEL.fullmatch(word)) for at, word in words]
    if all(match for _, _, match in matches):
        for at, word, match in matches:
            if match is not None:
                yield _Found(at, at + len(word), match["label"], "raised")


def _is_mark(inline: Inline, mark: _Found, labels: frozenset[str]) -> bool:
    before = inline.text.text[: mark.start]
    known = mark.label in labels
    match mark.form:
        case "caret":
            return True
        case "raised":
            return _is_raised_mark(before, mark.label, known=known)
        case "symbol":
            return known and before[-1:].strip() != ""
        case _:
            return known


def _is_raised_mark(before: str, label: str, *, known: bool) -> bool:
    if label in {"2", "3"} and UNIT.search(before[-4:]):
        return False
    return known or (label.isdigit() and bool(before.strip()) and not before[-1:].isdigit())


def _is_stray(text: Mapped, start: int, end: int) -> bool:
    """Say whether marks of emphasis pair with nothing: they are glued to one side only."""
    is_escaped = text.ends[start] - text.starts[start] > 1
    left = text.text[start - 1 : start].strip() if start else ""
    right = text.text[end : end + 1].strip()
    return not is_escaped and bool(left) != bool(right)


def part_of(inline: Inline, start: int, end: int) -> Inline:
    """Return `text[start:end]` of inline content with what hangs on it."""

    def moved(spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
        clipped = ((max(a, start) - start, min(b, end) - start) for a, b in spans)
        return tuple((a, b) for a, b in clipped if a < b)

    return Inline(
        text=inline.text[start:end],
        links=tuple(
            InlineLink(start=a, end=b, url=link.url)
            for link in inline.links
            for a, b in moved([(link.start, link.end)])
        ),
        bold=moved(inline.bold),
        italic=moved(inline.italic),
        superscript=moved(inline.superscript),
    )
