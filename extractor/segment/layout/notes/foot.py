"""Footnotes: small type at the foot of a column or page that opens with a label."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import regex

from extractor.readers.source import Rule
from extractor.segment.layout.lines import Line
from extractor.segment.layout.notes.labels import (
    ALIKE,
    NEXT_LINE,
    REMARK,
    Note,
    is_raised,
    note_label,
    opened,
)
from extractor.segment.layout.order import Fixed, Item, Region

SMALLER = 0.94  # of the type that calls them: notes are set in less
SHORT_RULE_SHARE = 0.45  # of the page's width: a longer rule belongs to a table or a running foot
RULE_REACH = 2.5  # type sizes between the rule and the first note
LONGEST_NOTE = 14  # lines without a label
WIDE_GAP = 2.0  # type sizes between notes at most
UPPER_SHARE = 0.25  # of the page: no note's rule stands higher
ALIGNED_PT = 1.5
NEXT_LABELS = 3  # numbers that a page may leave out between two of its notes
ENDED = regex.compile(r"[.!?…] [\])”’\"'»]* $ | https?://\S+ $", regex.X)


@dataclass(frozen=True, slots=True)
class Foot:
    """What tells the footnotes of a page."""

    body: float
    marks: dict[str, float]
    """Labels of the marks on the page, and the type that they hang on."""
    rules: Sequence[Rule]
    width: float
    height: float

    def is_small(self, line: Line) -> bool:
        """Whether a line is set in less than the text that calls its label."""
        size = max(self.body, self.marks.get(note_label(line) or "", 0.0))
        return line.size <= SMALLER * size


def is_unfinished(notes: Sequence[Note]) -> bool:
    """Whether the last of a page's notes stops in the middle of a sentence."""
    return bool(notes) and ENDED.search(notes[-1].lines[-1].text.rstrip()) is None


def take_notes(regions: Iterable[Region], foot: Foot, before: Sequence[Note]) -> list[Note]:
    """Take the footnotes out of the regions of a page and return them.

    `before` holds the notes of the page before: the last of them may go on here.
    """
    found: list[Note] = []
    is_rest = is_unfinished(before)
    for region in regions:
        # Notes beside each other: any of them may be the longer.
        for note in reversed(found):
            note.lines += _overhang(region, note.lines, foot)
        start = _start(region.items, foot, may_go_on=is_rest)
        if start is not None and is_rest:
            start = _with_rest(region.items, start, foot)
        if start is None:
            start = _above_float(region.items, foot)
        if start is None:
            continue
        end = end_of(region.items, start)
        lines = [item for item in region.items[start:end] if isinstance(item, Line)]
        del region.items[start:end]
        found += _notes(lines, foot, is_rest=is_rest and not found)
    return found


def _overhang(region: Region, note: Sequence[Line], foot: Foot) -> list[Line]:
    """Take the lines that a note has in the next region: its columns may end at other heights."""
    taken: list[Line] = []
    left = min(line.left for line in note)
    while region.items:
        before, line = [*note, *taken][-1], region.items[0]
        if not isinstance(line, Line) or not alike(before, line) or _labelled(line, foot):
            break
        near = 0 <= line.top - before.top < (1 + NEXT_LINE) * line.size
        if not near or abs(line.left - left) > line.size or line.page != before.page:
            break
        taken.append(line)
        del region.items[0]
    return taken


def _start(items: Sequence[Item], foot: Foot, *, may_go_on: bool) -> int | None:
    """Return where the footnotes of a column begin; None where it has none."""
    first: int | None = None
    sure = False
    unlabelled = 0
    for i in range(len(items) - 1, -1, -1):
        item = items[i]
        if not isinstance(item, Line) or (first is not None and REMARK.match(item.text)):
            break
        small = foot.is_small(item)
        ruled = under_rule(items, i, foot)
        if _labelled(item, foot, ruled=ruled):
            first, unlabelled, sure = i, 0, sure or small
        else:
            unlabelled += 1
        if ruled and (first is not None or (small and may_go_on)):
            return i
        if unlabelled > LONGEST_NOTE or (not small and first is None and unlabelled > 1):
            break
        if first is not None and not alike(item, items[first]):
            break
    return first if sure else None


def _with_rest(items: Sequence[Item], first: int, foot: Foot) -> int:
    """Return where the rest of the note begins that the page before left unfinished."""
    start = first
    while start and first - start < LONGEST_NOTE:
        line, after = items[start - 1], items[start]
        if not isinstance(line, Line) or not isinstance(after, Line) or not alike(line, after):
            break
        if line.size > SMALLER * foot.body or after.top - line.bottom > NEXT_LINE * line.size:
            break
        start -= 1
    return start


def _above_float(items: Sequence[Item], foot: Foot) -> int | None:
    """Return where footnotes begin that a table or picture at the foot of the page pushed up.

    They are known by all their signs: small type, a label that the page calls, a short rule above.
    """
    for i, item in enumerate(items):
        if not isinstance(item, Line) or not foot.is_small(item):
            continue
        is_called = note_label(item) in foot.marks
        if is_called and _labelled(item, foot) and under_rule(items, i, foot):
            return i
    return None


def alike(item: Line, other: Item) -> bool:
    """Whether two lines are set in the same type."""
    return abs(item.size - other.size) <= ALIKE * max(item.size, other.size)


def end_of(items: Sequence[Item], start: int) -> int:
    """Return where the footnotes that begin at `start` end: at other type or a wide gap."""
    for i in range(start + 1, len(items)):
        before, item = items[i - 1], items[i]
        if not isinstance(item, Line) or not isinstance(before, Line) or not alike(item, before):
            return i
        if REMARK.match(item.text):
            return i
        if item.top - before.bottom > WIDE_GAP * item.size:
            return i
    return len(items)


def _labelled(line: Line, foot: Foot, *, ruled: bool = False) -> bool:
    label = note_label(line)
    if label is None:
        return False
    raised = is_raised(line)
    is_called = label in foot.marks
    return (
        (foot.is_small(line) and (raised or is_called))
        or (raised and label.isdigit())
        or (ruled and is_called)
    )


def under_rule(items: Sequence[Item], at: int, foot: Foot) -> bool:
    """Whether a short rule stands between a line and the one before it."""
    line = items[at]
    if _is_run_in(items, at):  # the rule, if any, stands over the line that it is a part of
        return under_rule(items, at - 1, foot)
    above = items[at - 1].box[3] - 0.5 * items[at - 1].size if at else 0.0
    over = items[at - 1] if at else None
    if isinstance(over, Fixed) and over.table:
        above = over.box[3] + ALIGNED_PT  # the last rule of a table is its own
    return any(
        (above <= rule.box[1] or above > line.box[1])
        and 0 < line.box[1] + 0.5 * line.size - rule.box[1] < RULE_REACH * line.size
        and 0.02 * foot.width < rule.box[2] - rule.box[0] < SHORT_RULE_SHARE * foot.width
        and rule.box[3] - rule.box[1] < foot.body * 2
        and abs(rule.box[0] - line.box[0]) < 3 * line.size
        and rule.box[1] > UPPER_SHARE * foot.height
        for rule in foot.rules
    )


def _is_run_in(items: Sequence[Item], at: int) -> bool:
    """Whether the text before stands on the same line, which was parted between them."""
    line, before = items[at], items[at - 1] if at else None
    if not isinstance(line, Line) or not isinstance(before, Line):
        return False
    return line.baseline == before.baseline and before.right <= line.left


def _notes(lines: Sequence[Line], foot: Foot, *, is_rest: bool) -> list[Note]:
    found: list[Note] = []
    for line in lines:
        if not found:
            found.append(_first(line, foot, is_rest=is_rest))
        elif (_labelled(line, foot) and rises(found, line)) or _follows(found, line):
            found.append(opened(line))
        else:
            found[-1].lines.append(line)
    return found


def _first(line: Line, foot: Foot, *, is_rest: bool) -> Note:
    """Return the first note of a column: it opens with its label whatever its type.

    Unless it is the rest of a note, whose first word may be a number.
    """
    if is_rest and not is_raised(line) and note_label(line) not in foot.marks:
        return Note([line], page=line.page)
    return opened(line)


def _follows(found: Sequence[Note], line: Line) -> bool:
    """Whether a line opens with the number after the last, just where the last note opens."""
    label, last = note_label(line) or "", found[-1]
    if last.label is None or not (label.isdigit() and last.label.isdigit()):
        return False
    aligned = abs(line.left - last.lines[0].left) < ALIGNED_PT
    return aligned and int(label) == int(last.label) + 1


def rises(found: Sequence[Note], line: Line) -> bool:
    """Whether a line's label comes after the labels before it, numbers or letters."""
    label = note_label(line) or ""
    last = next((note.label for note in reversed(found) if note.label), None)
    if last is None or is_raised(line) or (len(label) > 1 and not label.isdigit()):
        return True
    if last.isdigit() and label.isdigit():
        return int(last) < int(label) <= int(last) + NEXT_LABELS
    both_letters = len(last) == len(label) == 1 and last.isalpha() and label.isalpha()
    return not both_letters or 0 < ord(label) - ord(last) <= NEXT_LABELS
