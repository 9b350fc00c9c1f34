"""Notes that do not stand at the foot: below their table, or in small type near what calls them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import regex

from extractor.readers.geometry import around
from extractor.segment.captions import opens_caption
from extractor.segment.layout.lines import Line
from extractor.segment.layout.notes.foot import ENDED, Foot, alike, rises, under_rule
from extractor.segment.layout.notes.labels import (
    NEXT_LINE,
    REMARK,
    Note,
    called,
    is_raised,
    note_label,
    opened,
)
from extractor.segment.layout.notes.run_in import parted
from extractor.segment.layout.order import Fixed, Item, Region
from extractor.segment.layout.tables.cells import Table

CAPTION_LINES = 3  # right above a table
LINES_BETWEEN = 4  # between a table and the first of its notes: its source, a remark
NEAR = 2.2  # type sizes between a table, or a note, and the next note at most
SPACE = 0.25  # type sizes between words
HALF = 0.5  # of its measure a last line leaves free, at least
OPENING = regex.compile(r"[(\[{] | \p{L}{1,2} \s? [:=]", regex.X)
"""What a key to signs opens with, which stands below notes: `[r] revised`, `c: confidential`."""
SYMBOLS = "*∗†‡§¶"


def place_table_notes(
    regions: Sequence[Region], foot: Foot, earlier: dict[str, float]
) -> dict[str, float]:
    """Make each note below a table that calls it a unit of its own.

    `earlier` holds the labels that the last table of the page before calls: its last rows and its
    notes may stand on this page. Returned are those of this page's last table.
    """
    marks: dict[str, float] = {}
    over, found = earlier, False
    since = LINES_BETWEEN  # as if right below the table of the page before
    for region in regions:
        at = 0
        while at < len(region.items):
            item = region.items[at]
            if isinstance(item, Line) and since <= LINES_BETWEEN:
                region.items[at : at + 1] = parted(item, marks)
                item = region.items[at]
            if isinstance(item, Fixed) and item.table:
                marks = marks_of(item.table) | ({} if found else earlier)
                over = _marks_over(region.items[:at])
                found, since = True, 0
            elif since <= LINES_BETWEEN and (
                _is_tables(region.items, at, marks, foot)
                or _is_captions(region.items, at, over, foot)
            ):
                at = _place(region.items, at, marks | over, foot) - 1
                since = 0
            elif since <= LINES_BETWEEN and isinstance(item, Line):
                # What follows a line under the rule of footnotes is at the foot as well.
                since += LINES_BETWEEN + 1 if under_rule(region.items, at, foot) else 1
            else:
                since += 1
            at += 1
    return marks if found else {}


def marks_of(table: Table) -> dict[str, float]:
    """Return the labels that marks in the cells of a table call."""
    return called(line for cell in table.cells for line in cell.lines)


def _marks_over(items: Sequence[Item]) -> dict[str, float]:
    """Return the labels that the caption right above a table calls: the last of some items."""
    lines: list[Line] = []
    for item in items[: -CAPTION_LINES - 1 : -1]:
        if not isinstance(item, Line):
            break
        lines.append(item)
        if opens_caption(item.text):
            return called(lines)
    return {}


def _is_tables(items: Sequence[Item], at: int, marks: Mapping[str, float], foot: Foot) -> bool:
    item = items[at]
    if not isinstance(item, Line) or under_rule(items, at, foot):
        return False
    is_called = note_label(item) in marks and not _is_word(item, foot)
    if not is_called and not _is_general(items, at, foot):
        return False
    return at == 0 or item.top - items[at - 1].box[3] < NEAR * item.size


def _is_captions(items: Sequence[Item], at: int, marks: dict[str, float], foot: Foot) -> bool:
    """Whether a line is a note that the caption of the table over it calls: no list, so small.

    So is one at the head of a page that the table on the page before calls.
    """
    item = items[at]
    small = isinstance(item, Line) and (is_raised(item) or foot.is_small(item))
    return bool(marks) and small and _is_tables(items, at, marks, foot)


def _is_word(line: Line, foot: Foot) -> bool:
    """Whether the letter that a line opens with is a word of the body's text: `a well`."""
    return line.words[0].text.isalpha() and not is_raised(line) and not foot.is_small(line)


def _is_general(items: Sequence[Item], at: int, foot: Foot) -> bool:
    """Whether small type with a symbol touching it stands right below a table: nothing calls it."""
    line, above = items[at], items[at - 1] if at else None
    if not isinstance(line, Line) or not isinstance(above, Fixed) or above.table is None:
        return False
    label = note_label(line)
    touching = len(line.words) > 1 and line.words[1].glued
    return label is not None and label[0] in SYMBOLS and touching and foot.is_small(line)


def place_small_notes(regions: Sequence[Region], foot: Foot, earlier: dict[str, float]) -> None:
    """Make each note in small type, away from the foot, whose label the page calls a unit.

    So may the table of the page before: `earlier` holds the labels that it calls.
    """
    foot = replace(foot, marks=foot.marks | earlier)
    for region in regions:
        at = 0
        while at < len(region.items):
            item = region.items[at]
            if isinstance(item, Line) and _is_small_note(item, foot):
                at = _place(region.items, at, foot.marks, foot)
            else:
                at += 1


def _is_small_note(line: Line, foot: Foot) -> bool:
    label = note_label(line)
    if label is None or label not in foot.marks or not foot.is_small(line):
        return False
    return is_raised(line) or label[0] in SYMBOLS


def _place(items: list[Item], at: int, marks: Mapping[str, float], foot: Foot) -> int:
    """Put the notes that begin at a place in the place of their lines; return where they end."""
    notes: list[Note] = []
    end = at
    for i in range(at, len(items)):
        line = items[i]
        if not isinstance(line, Line) or (i > at and _ends(items, i, foot)):
            break
        if i > at and REMARK.match(line.text):
            break
        if i == at or (note_label(line) in marks and rises(notes, line)):
            notes.append(opened(line, "beside"))
        elif _goes_on(notes[-1], line, items):
            notes[-1].lines.append(line)
        else:
            break
        end = i + 1
    items[at:end] = [Fixed(around(line.box for line in note.lines), note=note) for note in notes]
    return at + len(notes)


def _goes_on(note: Note, line: Line, items: Sequence[Item]) -> bool:
    """Whether a line is the next of a note: close below, but further inside a sentence.

    After a sentence whose line had room for its first word, it begins something else.
    """
    last = note.lines[-1]
    gap = line.top - last.bottom
    if not ENDED.search(last.text.rstrip()):
        return gap < NEAR * line.size
    first = line.words[0]
    width = first.box[2] - first.box[0] + SPACE * line.size
    ends = max(item.box[2] for item in items)
    anew = OPENING.match(line.text) is not None or (
        line.text[0].isupper() and ends - last.right > HALF * (ends - last.left)
    )
    at_label = abs(line.left - note.lines[0].left) < line.size
    has_room = last.right + width < ends
    return gap < NEXT_LINE * line.size and not (at_label and anew and has_room)


def _ends(items: Sequence[Item], at: int, foot: Foot) -> bool:
    line, before = items[at], items[at - 1]
    if not isinstance(line, Line) or not alike(line, before) or under_rule(items, at, foot):
        return True
    return line.top - before.box[3] > NEAR * line.size
