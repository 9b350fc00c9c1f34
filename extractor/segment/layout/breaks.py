"""Lines to paragraphs: where one ends and the next begins."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import regex

from extractor.readers.geometry import around
from extractor.readers.source import Box
from extractor.segment.captions import is_label
from extractor.segment.layout.captioned import ends_caption
from extractor.segment.layout.counting import TEXT_GAP, counts_inside
from extractor.segment.layout.lines import GROUPED, Line, glued
from extractor.segment.layout.markers import DASHES, Marker, marker
from extractor.segment.layout.order import Fixed, Item, Region
from extractor.segment.layout.paragraphs import DISPLAY, SIZE_RATIO, Unit, leader, leads_to_amount

# In type sizes, where nothing else is said.
SPACED = 1.22  # of the usual distance of baselines; a larger one parts paragraphs
SPACED_PT = 1.0
TIGHTEST_LEADING, WIDEST_LEADING = 0.5, 2.2
USUAL_LEADING = 1.2
INDENT = 0.7
ROOM = 0.4  # beside the first word that would have fitted on the line before
LEVEL_PT = 0.5  # that a word is off its line's baseline at most
CENTRED_PT = 3.0
HANGING_PT = 1.5
LONGEST_LABEL = 4  # words, with the first of the text behind it
TAB_GAP = 1.5  # type sizes of white before the page number of a list without dots
NEIGHBOURS = 8  # lines before and after that tell where a column ends
NEXT = 2  # lines before and after that tell it inside a sentence

CUT = regex.compile(r"\p{L} [-‐\u00ad] $ | \d [-–/] $", regex.X)
CUTTERS = "-‐\u00ad–/"  # no line that is cut ends in anything else
GOES_ON = regex.compile(r"[-‐]?+ [\p{Ll}\d]", regex.X)
SENTENCE_WORDS = 5  # of both lines, where the second begins with a number
CLOSES = ".:;!?…"  # after one of these a line in lower case may well begin a paragraph
COUNTED = regex.compile(r"(?P<word> \p{Lu}\p{L}{2,14} ) \s \d{1,3} \s? :", regex.X)
LABEL_RATIO = 1.35  # a label and its caption may be set in different sizes
LABEL_REACH = 2.4  # type sizes from a label in a line of its own to its caption


@dataclass(slots=True)
class _Column:
    """What is usual in a column."""

    leading: float
    near: list[Line] = field(default_factory=list)
    """Lines in the same type before and after."""
    nearest: list[Line] = field(default_factory=list)
    """Those next to the line: text that runs around a picture is narrower there."""
    display: bool = False
    """Whether the line is in larger type than the body."""


def units(region: Region, body: float) -> list[Unit]:
    """Return the units of a column, from top to bottom."""
    found: list[Unit] = []
    for run in _runs(region.items):
        if isinstance(run[0], Fixed):
            found.append(Unit([], region, fixed=run[0]))
        else:
            found += _paragraphs([line for line in run if isinstance(line, Line)], region, body)
    return found


def _runs(items: Sequence[Item]) -> list[list[Item]]:
    runs: list[list[Item]] = []
    for item in items:
        if runs and isinstance(item, Line) and isinstance(runs[-1][-1], Line):
            runs[-1].append(item)
        else:
            runs.append([item])
    return runs


def _paragraphs(lines: list[Line], region: Region, body: float) -> list[Unit]:
    leading = _leading(lines)
    found: list[Unit] = []
    for i, line in enumerate(lines):
        mark = marker(line)
        column = _column(lines, i, leading)
        column.display = line.size >= DISPLAY * body
        if found and not _begins(found[-1], line, mark, column):
            found[-1].lines.append(line)
        else:
            found.append(Unit([line], region, marker=mark))
        found[-1].full = _filled(line, column)
    return found


def _leading(lines: Sequence[Line]) -> float:
    """Return the usual distance of baselines, in type sizes."""
    steps = [
        (after.baseline - line.baseline) / line.size
        for line, after in pairwise(lines)
        if _alike(line.size, after.size)
    ]
    near = sorted(step for step in steps if TIGHTEST_LEADING < step < WIDEST_LEADING)
    return near[len(near) // 4] if near else USUAL_LEADING


def _column(lines: Sequence[Line], at: int, leading: float) -> _Column:
    size = lines[at].size
    near, nearest = (
        [
            line
            for line in lines[max(0, at - reach) : at + reach + 1]
            if line.size == size or _alike(line.size, size)
        ]
        for reach in (NEIGHBOURS, NEXT)
    )
    return _Column(leading, near, nearest)


def _alike(one: float, other: float) -> bool:
    return max(one, other) <= SIZE_RATIO * min(one, other)


def _begins(unit: Unit, line: Line, mark: Marker | None, column: _Column) -> bool:
    """Whether a line begins a new unit."""
    before = unit.lines[-1]
    step = line.baseline - before.baseline
    if len(unit.lines) == 1 and is_label(before.text):
        near = 0 < step < LABEL_REACH * line.size
        return not near or max(before.size, line.size) > LABEL_RATIO * min(before.size, line.size)
    if not mark and _is_cut(before, line) and not _restyled(before, line):
        return not (0 < step < LABEL_REACH * line.size and _alike(before.size, line.size))
    if _is_apart(before, line, column) or (not unit.marker and ends_caption(unit, line)):
        return True
    return _opens(unit, line, mark, column)


def _opens(unit: Unit, line: Line, mark: Marker | None, column: _Column) -> bool:
    """Whether a line that nothing sets apart begins a new unit by its marker or its place."""
    if mark:
        dash = _is_dash_of_pair(unit, line, mark, column)
        inside = _ends_full(unit.lines[-1], column) and counts_inside(unit, line, mark)
        return not (dash or inside)
    return _counts_on(unit, line) or _ends_short(unit, line, column)


def _is_dash_of_pair(unit: Unit, line: Line, mark: Marker, column: _Column) -> bool:
    """Whether a line opens with the dash of what the line end cuts: `2032 - $3,200`."""
    if unit.marker or not unit.full or mark.text not in DASHES:
        return False
    before = unit.lines[-1]
    return before.text.rstrip()[-1:] not in CLOSES and not _room_left(before, line, column.near)


def _is_cut(before: Line, line: Line) -> bool:
    """Whether a line ends inside a word, a pair or a range that the next one goes on with."""
    ends = before.text[-1] in CUTTERS and CUT.search(before.text) is not None
    return ends and GOES_ON.match(line.text) is not None


def _counts_on(unit: Unit, line: Line) -> bool:
    """Whether a line counts on where the unit began to: `Annex 2:` after `Annex 1:`."""
    if ":" not in line.text:
        return False
    one, other = COUNTED.match(unit.lines[0].text), COUNTED.match(line.text)
    return one is not None and other is not None and one["word"] == other["word"]


def _is_apart(before: Line, line: Line, column: _Column) -> bool:
    """Whether white, type or colour parts two lines."""
    step, alike = line.baseline - before.baseline, _alike(before.size, line.size)
    size = line.size if alike else max(before.size, line.size)
    spaced = step > SPACED * column.leading * size + SPACED_PT or step < 0.3 * line.size
    spaced = spaced or (step < TIGHTEST_LEADING * line.size and _is_beside(before, line))
    return spaced or not (alike or _ends_in_type_of(before, line)) or _restyled(before, line)


def _ends_in_type_of(before: Line, line: Line) -> bool:
    """Whether a line ends in the type of the next one, as where a credit in smaller type begins."""
    last = before.words[-1]
    level = last.glyph not in before.raised and abs(last.baseline - before.baseline) < LEVEL_PT
    return level and _alike(last.size, line.size)


def _is_beside(before: Line, line: Line) -> bool:
    """Whether two lines stand side by side with white between: labels at nearly the same level."""
    return max(line.left - before.right, before.left - line.right) > GROUPED * line.size


def _ends_short(unit: Unit, line: Line, column: _Column) -> bool:
    """Whether a paragraph ends before a line, by its indent or by the room that is left."""
    before = unit.lines[-1]
    if before.box[1] < unit.lines[0].words[0].initial:
        return False  # beside a large initial, or the first line below it
    leads = leader(before.text) is not None or tabbed_number(before)
    leads = leads or leads_to_amount(before.text)
    if leads or column.display or _centred(before, line):
        return leads
    return _indented(unit, line) or (
        not _unfinished(before, line) and _room_left(before, line, _beside(unit, column))
    )


def tabbed_number(line: Line) -> bool:
    """Whether a line ends in a number far from what stands before it, as contents without dots."""
    if len(line.words) < len(("title", "number")) or line.rtl:
        return False
    before, last = line.words[-2:]
    return last.text.isdigit() and last.box[0] - before.box[2] > TAB_GAP * line.size


def _beside(unit: Unit, column: _Column) -> list[Line]:
    """Return the lines that tell how wide a column is where a unit goes on."""
    inside = len(unit.lines) > 1 and unit.lines[-1].text.rstrip()[-1:] not in CLOSES
    return column.nearest if inside else column.near


def _ends_full(line: Line, column: _Column) -> bool:
    return line.right >= max([x.box[2] for x in column.near]) - line.size


def _restyled(before: Line, line: Line) -> bool:
    """Whether the type changes just where the line does."""
    if before.bold != line.bold and before.words[-1].bold != line.words[0].bold:
        return True
    return before.color != line.color and before.words[-1].color != line.words[0].color


def _centred(before: Line, line: Line) -> bool:
    middles = (before.left + before.right) / 2, (line.left + line.right) / 2
    return (
        abs(middles[0] - middles[1]) <= CENTRED_PT and abs(before.left - line.left) > CENTRED_PT * 2
    )


def _indented(unit: Unit, line: Line) -> bool:
    """Whether a line stands further in than the paragraph does, or back out of a hanging one."""
    indent = INDENT * line.size
    if line.rtl:
        first, rest, this = -unit.lines[0].right, [-x.right for x in unit.lines[1:]], -line.right
    else:
        first, rest, this = unit.lines[0].left, [x.left for x in unit.lines[1:]], line.left
    if unit.marker:
        return bool(rest) and this < min(rest) - indent
    if rest:
        return abs(this - rest[-1]) > indent
    return this > first + indent and unit.full and not _hangs(unit.lines[0], line)


def _hangs(first: Line, line: Line) -> bool:
    """Whether a line stands under the text behind a first line's label: `Table 2:   Wells by …`."""
    return any(
        abs(word.box[0] - line.left) <= HANGING_PT
        and word.box[0] - label.box[2] > TEXT_GAP * line.size
        for label, word in pairwise(first.words[:LONGEST_LABEL])
    )


def _filled(line: Line, column: _Column) -> bool:
    if line.rtl:
        return line.left <= min([x.box[0] for x in column.near]) + 1.5 * line.size
    return line.right >= max([x.box[2] for x in column.near]) - 1.5 * line.size


def _unfinished(before: Line, line: Line) -> bool:
    """Whether a line stops where no paragraph does: what follows goes on in the sentence.

    It begins in lower case, or with a number after words that call for one.
    """
    last = before.text.rstrip()[-1:]
    if line.text[:1].isdigit():
        return last.islower() and min(len(before.words), len(line.words)) >= SENTENCE_WORDS
    return line.text[:1].islower() and last not in CLOSES


def _room_left(before: Line, line: Line, near: Sequence[Line]) -> bool:
    """Whether the first word of a line would have fitted on the line before it."""
    box = _first_word(line)
    width = box[2] - box[0] + (0.25 + ROOM) * line.size
    if line.rtl:
        return before.left - width > min([x.box[0] for x in near])
    return before.right + width < max([x.box[2] for x in near])


def _first_word(line: Line) -> Box:
    """Return the box of the first word, with the pieces (other type, a hard hyphen) glued to it."""
    taken = [line.words[0].box]
    for one, other in pairwise(line.words):
        if not glued(one, other):
            break
        taken.append(other.box)
    return around(taken)
