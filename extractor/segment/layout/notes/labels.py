"""The labels of notes: what a note opens with, and which marks on a page call one."""

from collections.abc import Iterable
from dataclasses import dataclass

import regex

from extractor.segment.draft import NotePlace
from extractor.segment.layout.lines import Line
from extractor.segment.layout.text import PLAIN

LABEL = regex.compile(
    r"""
    [(\[]?
    (?P<label>
        [⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3} | \d{1,3} | [*∗†‡§¶#]{1,4}
      | [ivx]{1,5} (?= [)\]/.] ) | \p{Ll} (?= [)\]/.] )
    )
    [)\]./:]?
    """,
    regex.X,
)
LETTER = regex.compile(r"[(\[]? (?P<label> \p{Ll} | [ivx]{2,5} ) [)\]./:]?", regex.X)
"""A label where it is raised, or where a mark calls it: else a word of one letter."""
LONGEST_LABEL = 7  # characters
MARKS = regex.compile(r"[^\s,;]++")
BRACKETS = "()[]"
REMARK = regex.compile(
    r"""
    (?: notes? | sources? | notas? | fuentes? | quellen? | font (?: es? | i ) | hinweise?
      | anmerkung (?: en )? ) \s? [:.]
    """,
    regex.X | regex.I,
)
"""What opens a remark or a source below a table: not the rest of a note."""
NEXT_LINE = 0.9  # type sizes between the lines of one note at most
ALIKE = 0.08  # share by which the type of notes differs at most


@dataclass(slots=True, eq=False)
class Note:
    """A footnote's lines; `label` is None for the rest of a note that the page before began."""

    lines: list[Line]
    label: str | None = None
    glyphs: tuple[int, int] | None = None
    page: int = 0
    place: NotePlace = "foot"


def note_label(line: Line) -> str | None:
    """Return the label that a line opens with; None where it has none."""
    found = _opening(line)
    return found["label"].translate(PLAIN) if found else None


def opened(line: Line, place: NotePlace = "foot") -> Note:
    """Return the note that a line opens, with its label where it has one."""
    note = Note([line], page=line.page, place=place)
    found = _opening(line)
    if found is not None:
        start, end = found.span("label")
        glyph = line.words[0].glyph
        note.label, note.glyphs = found["label"].translate(PLAIN), (glyph + start, glyph + end)
    return note


def is_raised(line: Line) -> bool:
    """Whether a line opens with a raised label."""
    return line.words[0].glyph in line.raised


def _opening(line: Line) -> "regex.Match[str] | None":
    if len(line.words) < 2 or line.top < 0:  # noqa: PLR2004 - a label and its text
        return None
    first = line.words[0].text
    if len(first) > LONGEST_LABEL:
        return None
    raised = is_raised(line) or len(first) == 1
    return LABEL.fullmatch(first) or (LETTER.fullmatch(first) if raised else None)


def called(lines: Iterable[Line]) -> dict[str, float]:
    """Return the labels that raised marks in lines call, with the largest type they hang on."""
    found: dict[str, float] = {}
    for line in lines:
        for word in line.words[1:] if line.raised else ():
            if word.glyph not in line.raised:
                continue
            for mark in MARKS.findall(word.text):
                label = mark.strip(BRACKETS).translate(PLAIN)
                found[label] = max(found.get(label, 0.0), line.size)
    return found


def note_lines(lines: Iterable[Line]) -> set[int]:
    """Return the identities of the lines of notes: those that open with a label that is called.

    And those right below in the same type. The same source may be cited at the foot of many
    pages; it is no running foot. A running foot may open with the number of its page, which a
    note on the page has for its label.
    """
    printed = sorted(lines, key=lambda line: line.top)
    marks = called(printed)
    found: set[int] = set()
    if not marks:
        return found
    last: Line | None = None
    used: set[str] = set()
    for line in printed:
        label = note_label(line)
        opens = label is not None and label in marks and line.size < marks[label]
        if opens and label in used:
            continue
        if opens or (last is not None and _goes_on(last, line)):
            used |= {label} if opens and label else set()
            found.add(id(line))
            last = line
    return found


def _goes_on(before: Line, line: Line) -> bool:
    near = line.top - before.bottom < NEXT_LINE * line.size
    return near and abs(before.size - line.size) <= ALIKE * line.size
