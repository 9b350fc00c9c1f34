"""Footnotes: small type at the foot of a column or page that opens with a label."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import regex

from extractor.readers.source import Rule
from extractor.segment.layout.lines import Line
from extractor.segment.layout.order import Item, Region
from extractor.segment.layout.text import PLAIN

SMALLER = 0.94  # of the body's type: notes are set in less
SHORT_RULE_SHARE = 0.45  # of the page's width: a longer rule belongs to a table or a running foot
RULE_REACH = 2.5  # type sizes between the rule and the first note
LONGEST_NOTE = 14  # lines without a label
ALIKE = 0.08  # share by which the type of notes differs at most
WIDE_GAP = 2.0  # type sizes between notes at most
UPPER_SHARE = 0.25  # of the page: no note's rule stands higher

LABEL = regex.compile(
    r"""
    [(\[]?
    (?P<label> [⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3} | \d{1,3} | [*†‡§¶#]{1,4} | [a-z] (?= [)\]/] ) )
    [)\]./]?
    """,
    regex.X,
)


@dataclass(slots=True, eq=False)
class Note:
    """A footnote's lines; `label` is None for the rest of a note that the page before began."""

    lines: list[Line]
    label: str | None = None
    glyphs: tuple[int, int] | None = None
    page: int = 0


@dataclass(frozen=True, slots=True)
class Foot:
    """What tells the footnotes of a page."""

    body: float
    marks: frozenset[str]
    """Labels of the raised marks on the page."""
    rules: Sequence[Rule]
    width: float
    height: float


def take_notes(regions: Iterable[Region], foot: Foot) -> list[Note]:
    """Take the footnotes out of the regions of a page and return them."""
    found: list[Note] = []
    for region in regions:
        start = _start(region.items, foot)
        if start is None:
            start = _above_float(region.items, foot)
        if start is None:
            continue
        end = _end(region.items, start)
        lines = [item for item in region.items[start:end] if isinstance(item, Line)]
        del region.items[start:end]
        found += _notes(lines, foot)
    return found


def _start(items: Sequence[Item], foot: Foot) -> int | None:
    """Return where the footnotes of a column begin; None where it has none."""
    first: int | None = None
    sure = False
    unlabelled = 0
    for i in range(len(items) - 1, -1, -1):
        item = items[i]
        if not isinstance(item, Line):
            break
        small = item.size <= SMALLER * foot.body
        ruled = _under_rule(items, i, foot)
        if _labelled(item, foot):
            first, unlabelled, sure = i, 0, sure or small
        else:
            unlabelled += 1
        if ruled and (first is not None or small):
            return i
        if unlabelled > LONGEST_NOTE or (not small and first is None and unlabelled > 1):
            break
        if first is not None and not _alike(item, items[first]):
            break
    return first if sure else None


def _above_float(items: Sequence[Item], foot: Foot) -> int | None:
    """Return where footnotes begin that a table or picture at the foot of the page pushed up.

    They are known by all their signs: small type, a label that the page calls, a short rule above.
    """
    for i, item in enumerate(items):
        if not isinstance(item, Line) or item.size > SMALLER * foot.body:
            continue
        called = note_label(item) in foot.marks
        if called and _labelled(item, foot) and _under_rule(items, i, foot):
            return i
    return None


def _alike(item: Line, other: Item) -> bool:
    return abs(item.size - other.size) <= ALIKE * max(item.size, other.size)


def _end(items: Sequence[Item], start: int) -> int:
    """Return where the footnotes that begin at `start` end: at other type or a wide gap."""
    for i in range(start + 1, len(items)):
        before, item = items[i - 1], items[i]
        if not isinstance(item, Line) or not isinstance(before, Line) or not _alike(item, before):
            return i
        if item.top - before.bottom > WIDE_GAP * item.size:
            return i
    return len(items)


def _labelled(line: Line, foot: Foot) -> bool:
    label = note_label(line)
    if label is None:
        return False
    small = line.size <= SMALLER * foot.body
    raised = line.words[0].glyph in line.raised
    return (small and (raised or label in foot.marks)) or (raised and label.isdigit())


def note_label(line: Line) -> str | None:
    """Return the label that a line opens with; None where it has none."""
    if len(line.words) < 2 or line.top < 0:  # noqa: PLR2004 - a label and its text
        return None
    found = LABEL.fullmatch(line.words[0].text)
    return found["label"].translate(PLAIN) if found else None


def _under_rule(items: Sequence[Item], at: int, foot: Foot) -> bool:
    """Whether a short rule stands between a line and the one before it."""
    line = items[at]
    above = items[at - 1].box[3] - 0.5 * items[at - 1].size if at else 0.0
    return any(
        (above <= rule.box[1] or above > line.box[1])
        and 0 < line.box[1] + 0.5 * line.size - rule.box[1] < RULE_REACH * line.size
        and 0.02 * foot.width < rule.box[2] - rule.box[0] < SHORT_RULE_SHARE * foot.width
        and rule.box[3] - rule.box[1] < foot.body * 2
        and abs(rule.box[0] - line.box[0]) < 3 * line.size
        and rule.box[1] > UPPER_SHARE * foot.height
        for rule in foot.rules
    )


def _notes(lines: Sequence[Line], foot: Foot) -> list[Note]:
    found: list[Note] = []
    for line in lines:
        # The first line under the rule opens with its label whatever its type.
        opens = not found or (_labelled(line, foot) and _rises(found, line))
        label = note_label(line) if opens else None
        if label is not None:
            first = line.words[0]
            match = LABEL.fullmatch(first.text)
            start = first.glyph + (match.start("label") if match else 0)
            found.append(Note([line], label, (start, start + len(label)), line.page))
        elif found:
            found[-1].lines.append(line)
        else:
            found.append(Note([line], page=line.page))
    return found


def _rises(found: Sequence[Note], line: Line) -> bool:
    """Whether a line's label comes after the labels before it, where both are numbers."""
    label = note_label(line) or ""
    last = next((note.label for note in reversed(found) if note.label), None)
    if last is None or not last.isdigit() or not label.isdigit():
        return True
    return int(last) < int(label) <= int(last) + 3 or line.words[0].glyph in line.raised
