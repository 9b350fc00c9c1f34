"""Footnotes without markup: `4 Office of Lorn` below the text, a list under the heading Notes."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import regex

from extractor.readers.source import MarkdownBlock
from extractor.segment.markdown.marks import GLUED, calls, part_of

MAX_CALLS = 2  # a number that is glued to words more often calls no note
NOTE_LINE = regex.compile(
    r"^ [\ \t]*+ (?P<label> \d{1,3} ) [.)]? [\s]++ (?= [\p{Lu}\p{Lo}\"'“«] | https?: )",
    regex.X | regex.M,
)
_NOTE_HEADINGS = """
    notes endnotes footnotes references sources citations bibliography
    notas referencias fuentes bibliografía referências fontes
    références bibliographie
    примечания источники сноски примітки джерела виноски
    anmerkungen quellen fußnoten
"""
NOTE_HEADINGS = frozenset(_NOTE_HEADINGS.split())
WORD = regex.compile(r"\p{L}++")


@dataclass(slots=True)
class _Sequence:
    """The numbered notes found so far."""

    called: set[str] = field(default_factory=set)
    """Labels that a raised or bracketed mark calls."""
    glued: Counter[str] = field(default_factory=Counter)
    """How often a number glued to a word may call a label."""
    by_glue: set[str] = field(default_factory=set)
    """Labels of the notes that only such numbers call."""
    last: int = 0
    in_notes: bool = False
    """Whether the section is one of notes."""
    below_rule: bool = False
    """Whether a drawn rule stands right above, or notes that stand below one."""

    def pass_over(self, block: MarkdownBlock) -> None:
        """Note what a block that is no note says of the notes to come."""
        for mark in calls(block):
            if mark.form == GLUED:
                self.glued[mark.label] += 1
            elif mark.label.isdigit():
                self.called.add(mark.label)
        if block.kind == "heading":
            names = {word.casefold() for word in WORD.findall(block.inline.text.text)}
            self.in_notes = bool(names & NOTE_HEADINGS)
        self.below_rule = block.kind == "rule"

    def take(self, label: str) -> bool:
        """Say whether a number opens the next note."""
        number = int(label)
        is_next = number in {1, self.last + 1}
        is_glued = 0 < self.glued[label] <= MAX_CALLS
        if not is_next or not (label in self.called or is_glued):
            return False
        if label not in self.called:
            self.by_glue.add(label)
        self.last = number
        return True


def split_numbered(blocks: Sequence[MarkdownBlock]) -> tuple[list[MarkdownBlock], frozenset[str]]:
    """Return the blocks with notes that open with a bare number made footnotes.

    A number opens a note where a mark above calls it and the numbers go on from note to note. The
    labels that only a number glued to a word calls are returned as well.
    """
    found = _Sequence()
    out: list[MarkdownBlock] = []
    for block in blocks:
        notes = list(_notes(found, block))
        out.extend(notes or [block])
        if not notes:
            found.pass_over(block)
    return out, frozenset(found.by_glue)


def _notes(found: _Sequence, block: MarkdownBlock) -> Iterator[MarkdownBlock]:
    if block.kind == "list_item":
        label = (block.label or "").rstrip(".)")
        if (found.in_notes or found.below_rule) and label.isdigit() and found.take(label):
            yield replace(block, kind="footnote", level=0, label=label)
    elif block.kind == "paragraph" and block.label is None:
        yield from _lines(found, block)


def _lines(found: _Sequence, block: MarkdownBlock) -> Iterator[MarkdownBlock]:
    text = block.inline.text
    heads: list[regex.Match[str]] = []
    for match in NOTE_LINE.finditer(text.text):
        if (heads or not text.text[: match.start()].strip()) and found.take(match["label"]):
            heads.append(match)
    ends = [*(head.start() for head in heads[1:]), len(text)][: len(heads)]
    for head, end in zip(heads, ends, strict=True):
        start, after = head.span("label")
        yield replace(
            block,
            kind="footnote",
            inline=part_of(block.inline, head.end(), end),
            label=head["label"],
            label_glyphs=(text.starts[start], text.ends[after - 1]),
        )
