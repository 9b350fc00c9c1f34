"""The contents page of a dump: entries with leaders and a page number, and the headings they list.

What the contents list is a heading, whatever it looks like in the text, as deep as they set it in.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from extractor.segment.dump import shape
from extractor.segment.dump.lines import Line

LEADERS = regex.compile(r"\.{3,}+ | …{2,}+ | (?: \.[ ] ){4,}+ | _{4,}+", regex.X)
PAGE = regex.compile(r"^ [\s.…_]*+ (?: \d{1,4} | [ivxl]{1,6} )? $", regex.X | regex.I)
LETTERS = regex.compile(r"[\p{L}\p{M}\p{N}]++")
NUMBER = regex.compile(r"^ \d{1,2} (?: \. \d{1,2} )*+ (?= [\s.)] )", regex.X)
MIN_ENTRIES = 3
MAX_WRAPPED = 2  # lines of an entry before the one with its page
HEAD_WORDS = 5  # of the line that names the contents
HEADING_LINES = 3  # of a heading in the text
INDENT = 2  # columns by which a deeper entry is set in


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of the contents."""

    first: int
    last: int
    """Its lines; the last one holds the leaders."""
    key: str
    """Its title, folded, for comparing."""


def mark(lines: Sequence[Line]) -> None:
    """Tell the lines that are entries of the contents, and the headings that they list."""
    entries = [entry for run in _runs(lines) for entry in run]
    if not entries:
        return
    levels = _levels(lines, entries)
    listed: dict[str, int] = {}
    for entry, level in zip(entries, levels, strict=True):
        lines[entry.first].entry = level
        for line in lines[entry.first + 1 : entry.last + 1]:
            line.entry = -1
        listed.setdefault(entry.key, level)
    _mark_headings(lines, listed, entries[0].last + 1)
    for i in _names(lines, entries):
        lines[i].listed, lines[i].listed_lines = 1, 1


def _runs(lines: Sequence[Line]) -> Iterator[list[_Entry]]:
    run: list[_Entry] = []
    for i, line in enumerate(lines):
        title = _title(line.text)
        if title is None:
            continue
        if run and i - run[-1].last > MAX_WRAPPED + 1:
            if len(run) >= MIN_ENTRIES:
                yield run
            run = []
        first = _first_line(lines, run[-1].last + 1 if run else i, i)
        words = " ".join(part.text for part in lines[first:i])
        run.append(_Entry(first, i, _folded(f"{words} {title}")))
    if len(run) >= MIN_ENTRIES:
        yield run


def _title(text: str) -> str | None:
    """Return what stands before the leaders of an entry; None of a line that is none."""
    match = LEADERS.search(text)
    if match is None or not PAGE.match(text[match.end() :]):
        return None
    title = text[: match.start()]
    return title if shape.LETTER.search(title) else None


def _first_line(lines: Sequence[Line], lowest: int, last: int) -> int:
    """Return the first line of an entry whose title runs over several."""
    first = last
    while (
        first > lowest
        and lines[first].gap == 0
        and (shape.starts_lower(lines[first].text) or lines[first].indent > lines[first - 1].indent)
    ):
        first -= 1
    return first


def _folded(text: str) -> str:
    return " ".join(LETTERS.findall(text.casefold()))


def _levels(lines: Sequence[Line], entries: Sequence[_Entry]) -> list[int]:
    """Return how deep each entry stands: by its number, else by how far it is set in."""
    indents = sorted({lines[entry.first].indent for entry in entries})
    steps = [
        at
        for i, at in enumerate(indents)
        if i == 0 or at - indents[i - 1] >= INDENT  # less is the dump's rounding
    ]
    levels: list[int] = []
    for entry in entries:
        number = NUMBER.match(lines[entry.first].text)
        set_in = sum(at <= lines[entry.first].indent for at in steps)
        levels.append(number[0].count(".") + 1 if number else set_in)
    return levels


def _mark_headings(lines: Sequence[Line], listed: dict[str, int], first: int) -> None:
    """Mark the first line of each heading that the contents list, once for each entry."""
    waiting = dict(listed)
    for i in range(first, len(lines)):
        if not waiting:
            return
        line = lines[i]
        if line.entry or (line.close and lines[i - 1].full() and not _ended(lines[i - 1])):
            continue
        for length in range(HEADING_LINES, 0, -1):
            own = lines[i : i + length]
            key = _folded(" ".join(part.text for part in own))
            whole = shape.LETTER.search(line.text) and all(part.close for part in own[1:])
            if whole and key in waiting:
                line.listed, line.listed_lines = waiting.pop(key), length
                break


def _ended(line: Line) -> bool:
    return shape.ends_block(line.text)


def _names(lines: Sequence[Line], entries: Sequence[_Entry]) -> Iterator[int]:
    """Give the line that names the contents, right above their first entry."""
    i = entries[0].first - 1
    if i < 0:
        return
    text = lines[i].text
    short = shape.words(text) <= HEAD_WORDS and not shape.ends_sentence(text)
    apart = not lines[i].close or lines[i].barrier
    if short and apart and shape.starts_upper(text) and not lines[i + 1].barrier:
        yield i
