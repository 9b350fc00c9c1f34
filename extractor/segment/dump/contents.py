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
NAME = regex.compile(
    r"""
    ^ (?: (?: table \s of \s )? contents | sommaire | table \s des \s mati[èe]res
      | [íi]ndice (?: \s general | \s de \s contenidos? )? | (?: tabla \s de \s )? contenidos?
      | sum[áa]rio | sommario | inhalt (?: sverzeichnis )? | содержание | оглавление | зміст
      | المحتويات | الفهرس ) \s? :? $
    """,
    regex.X | regex.I,
)
ENTRY = regex.compile(r"^ (?P<title> \p{L} .* | \d .* \p{L} .* ) \s (?P<page> \d{1,3} ) $", regex.X)
MAX_ENTRY = 160  # characters of an entry's line, of a heading
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
        listed.setdefault(entry.key, level)
    headings = _headings(lines, listed, entries)
    if not headings and not any(LEADERS.search(lines[entry.last].text) for entry in entries):
        return  # a list of names and rising numbers
    for entry, level in zip(entries, levels, strict=True):
        lines[entry.first].entry = level
        for line in lines[entry.first + 1 : entry.last + 1]:
            line.entry = -1
    for i, level, length in (*headings, *_name(lines, entries[0])):
        lines[i].listed, lines[i].listed_lines = level, length


def _runs(lines: Sequence[Line]) -> Iterator[list[_Entry]]:
    run: list[_Entry] = []
    named = _named(lines)
    for i, line in enumerate(lines):
        title = named.get(i) or _title(line.text)
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


def _named(lines: Sequence[Line]) -> dict[int, str]:
    """Return the titles that stand, without leaders, below the word that names the contents."""
    found: dict[int, str] = {}
    page = 0  # of the last entry; 0 where no contents are open
    for i, line in enumerate(lines):
        if NAME.match(line.text):
            page = 1
            continue
        match = ENTRY.match(line.text) if page and len(line.text) <= MAX_ENTRY else None
        if match is not None and int(match["page"]) >= page:
            found[i], page = match["title"], int(match["page"])
        elif page and shape.words(line.text) > HEAD_WORDS:
            page = 0
    return found


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


def _headings(
    lines: Sequence[Line], listed: dict[str, int], entries: Sequence[_Entry]
) -> list[tuple[int, int, int]]:
    """Return the headings that the contents list: first line, level, number of lines.

    Each entry has one, the first below the contents.
    """
    found: list[tuple[int, int, int]] = []
    waiting = dict(listed)
    taken = {i for entry in entries for i in range(entry.first, entry.last + 1)}
    for i in range(entries[0].last + 1, len(lines)):
        if not waiting:
            break
        if i in taken or len(lines[i].text) > MAX_ENTRY or _is_inside(lines, i):
            continue
        for length in range(HEADING_LINES, 0, -1):
            own = lines[i : i + length]
            key = _folded(" ".join(part.text[:MAX_ENTRY] for part in own))
            if key in waiting and all(part.close for part in own[1:]):
                found.append((i, waiting.pop(key), length))
                break
    return found


def _is_inside(lines: Sequence[Line], i: int) -> bool:
    """Say whether a line goes on with the text above, or has no words of its own."""
    before = lines[i - 1]
    runs_on = lines[i].close and before.full() and not shape.ends_block(before.text)
    return runs_on or not shape.LETTER.search(lines[i].text)


def _name(lines: Sequence[Line], entry: _Entry) -> Iterator[tuple[int, int, int]]:
    """Give the line that names the contents, right above their first entry."""
    i = entry.first - 1
    if i < 0:
        return
    text = lines[i].text
    short = shape.words(text) <= HEAD_WORDS and not shape.ends_sentence(text)
    apart = not lines[i].close or lines[i].barrier
    if short and apart and shape.starts_upper(text) and not lines[i + 1].barrier:
        yield i, 1, 1
