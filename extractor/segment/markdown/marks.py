"""Footnote marks in inline text, in whatever form they are printed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
GLUED_NUMBER = regex.compile(
    r"(?<= \p{Ll} | \p{L} [.,;:)”»’\"'%] | [%)] [.,;:]? ) (?P<label> \d{1,3} ) (?= [\s.,;:)] | $ )",
    regex.X,
)
GLUED = "glued"
NUMBER = regex.compile(r"\d{1,3}+")
LABEL = regex.compile(r"[(\[]?+ (?P<label> \d{1,3} | [*†‡]{1,3} | [a-z] ) [)\]]?+", regex.X)
BETWEEN_MARKS = regex.compile(r"[\s,;]++")
STRAY = regex.compile(r"\*++ | (?<! \w ) __++ | __++ (?! \w )", regex.X)

# After these a raised 2 or 3 is an area or a volume, whatever the notes are called.
UNIT = regex.compile(r"(?<! \p{L} ) (?: [kcdmh]?m | ft | in | mi | yd ) $", regex.X)


@dataclass(frozen=True, slots=True)
class Found:
    """A mark, or the label at the head of a definition."""

    start: int
    end: int
    label: str
    form: str


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of the document's footnotes."""

    known: frozenset[str]
    glued: frozenset[str]
    """Those of notes without markup, whose marks may be glued to a word."""


def cuts(inline: Inline, labels: Labels) -> list[Cut]:
    """Return the footnote marks in inline text, and the stray emphasis marks: neither is text."""
    found = [
        Cut(mark.start, mark.end, mark.label)
        for mark in marks_of(inline)
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


def calls(block: MarkdownBlock) -> Iterator[Found]:
    """Give the marks of a block that do not open it."""
    for inline in (block.inline, *(cell for row in block.rows for cell in row)):
        for mark in marks_of(inline):
            before = inline.text.text[: mark.start]
            is_apart = not before[-1:].strip() and mark.form == "symbol"
            if (before.strip() or block.rows) and not is_apart:
                yield mark


def marks_of(inline: Inline) -> list[Found]:
    """Return everything that may be a mark, in order, none within another."""
    text = inline.text.text
    found = [Found(m.start(), m.end(), m["label"], "caret") for m in CARET.finditer(text)]
    found += [Found(m.start(), m.end(), m["label"], "bracket") for m in BRACKETED.finditer(text)]
    found += [Found(m.start(), m.end(), m["label"], "raised") for m in TEX.finditer(text)]
    found += [
        Found(m.start(), m.end(), m[0].translate(SUPERSCRIPTS), "raised")
        for m in RAISED.finditer(text)
    ]
    for start, end in inline.superscript:
        found += _in_superscript(text, start, end)
    found += [
        Found(link.start, link.end, text[link.start : link.end].strip("[]^"), "link")
        for link in inline.links
        if NUMBER.fullmatch(text[link.start : link.end].strip("[]^"))
    ]
    found += [
        Found(m.start(), m.end(), m[0], "symbol")
        for m in SYMBOL.finditer(text)
        if _is_printed(inline.text, *m.span())
    ]
    found += [Found(m.start(), m.end(), m["label"], GLUED) for m in GLUED_NUMBER.finditer(text)]
    out: list[Found] = []
    for mark in sorted(found, key=lambda f: (f.start, -f.end)):
        if not out or mark.start >= out[-1].end:
            out.append(mark)
    return out


def _is_printed(text: Mapped, start: int, end: int) -> bool:
    """Say whether symbols are printed ones: two bare asterisks are stray emphasis."""
    return end - start == 1 or text.text[start] != "*" or text.ends[start] - text.starts[start] > 1


def _in_superscript(text: str, start: int, end: int) -> Iterator[Found]:
    """Give the marks of a superscript, which may hold several (`1,2`)."""
    words = [(start + m.start(), m[0]) for m in regex.finditer(r"[^\s,;]++", text[start:end])]
    matches = [(at, word, LABEL.fullmatch(word)) for at, word in words]
    if all(match for _, _, match in matches):
        for at, word, match in matches:
            if match is not None:
                yield Found(at, at + len(word), match["label"], "raised")


def _is_mark(inline: Inline, mark: Found, labels: Labels) -> bool:
    before = inline.text.text[: mark.start]
    known = mark.label in labels.known
    match mark.form:
        case "caret":
            known = True
        case "raised":
            known = _is_raised_mark(before, mark.label, known=known)
        case "glued":
            known = mark.label in labels.glued
        case "symbol":
            known = known and bool(before[-1:].strip())
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
