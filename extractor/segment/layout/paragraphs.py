"""Lines to paragraphs: where one ends and the next begins."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

import regex

from extractor.segment.captions import kind_of
from extractor.segment.layout.lines import Line
from extractor.segment.layout.markers import Marker, marker
from extractor.segment.layout.order import Fixed, Item, Region

# In type sizes, where nothing else is said.
SIZE_RATIO = 1.07  # type that differs by more is another paragraph's
SPACED = 1.22  # of the usual distance of baselines; a larger one parts paragraphs
SPACED_PT = 1.0
TIGHTEST_LEADING, WIDEST_LEADING = 0.5, 2.2
USUAL_LEADING = 1.2
INDENT = 0.7
ROOM = 0.4  # beside the first word that would have fitted on the line before
CENTRED_PT = 3.0
NEIGHBOURS = 8  # lines before and after that tell where a column ends

DISPLAY = 1.12  # of the body's type: lines in larger type are broken at will
LEADER = regex.compile(
    r"(?: (?: [.…·_] \s? ){5,50}+ \s* [\d\p{L}]{0,6} | \s [.…·_]{2,5} \s* \d{1,4} ) \s* $", regex.X
)
CUT = regex.compile(r"\p{L} [-‐\u00ad] $ | \d [-–/] $", regex.X)
GOES_ON = regex.compile(r"[\p{Ll}\d]")
LABEL_ALONE = regex.compile(r"\p{L}{3,9} \.? \s \d{1,3} (?: \. \d{1,3} )? \s? [.:–-]?", regex.X)
LABEL_RATIO = 1.35  # a label and its caption may be set in different sizes
LABEL_REACH = 2.4  # type sizes from a label in a line of its own to its caption


@dataclass(slots=True, eq=False)
class Unit:
    """Lines that are read as one: a paragraph, a heading, a list item."""

    lines: list[Line]
    region: Region
    marker: Marker | None = None
    fixed: Fixed | None = None
    full: bool = False
    """Whether the last line runs to the end of its column."""
    role: Literal["title", "front"] | None = None
    """What it is where its place on the first pages tells: the title, or a line around it."""

    @property
    def text(self) -> str:
        """The lines joined by spaces."""
        return " ".join(line.text for line in self.lines)

    @property
    def page(self) -> int:
        """The page it begins on."""
        return self.lines[0].page if self.lines else self.region.page


@dataclass(slots=True)
class _Column:
    """What is usual in a column."""

    leading: float
    rights: list[float] = field(default_factory=list)
    lefts: list[float] = field(default_factory=list)
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
    near = [
        line
        for line in lines[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1]
        if _alike(line.size, size)
    ]
    return _Column(leading, [line.right for line in near], [line.left for line in near])


def _alike(one: float, other: float) -> bool:
    return max(one, other) <= SIZE_RATIO * min(one, other)


def _begins(unit: Unit, line: Line, mark: Marker | None, column: _Column) -> bool:
    """Whether a line begins a new unit."""
    before = unit.lines[-1]
    if len(unit.lines) == 1 and LABEL_ALONE.fullmatch(before.text) and kind_of(before.text):
        near = 0 < line.baseline - before.baseline < LABEL_REACH * line.size
        return not near or max(before.size, line.size) > LABEL_RATIO * min(before.size, line.size)
    step = line.baseline - before.baseline
    spaced = step > SPACED * column.leading * line.size + SPACED_PT or step < 0.3 * line.size
    if mark or spaced or not _alike(before.size, line.size) or _restyled(before, line):
        return True
    leads = LEADER.search(before.text) is not None
    cut = CUT.search(before.text) is not None and GOES_ON.match(line.text) is not None
    if leads or cut or column.display or _centred(before, line):
        return leads
    return _indented(unit, line) or _room_left(before, line, column)


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
    return this > first + indent and unit.full


def _filled(line: Line, column: _Column) -> bool:
    if line.rtl:
        return line.left <= min(column.lefts) + 1.5 * line.size
    return line.right >= max(column.rights) - 1.5 * line.size


def _room_left(before: Line, line: Line, column: _Column) -> bool:
    """Whether the first word of a line would have fitted on the line before it."""
    first = line.words[0]
    width = first.box[2] - first.box[0] + (0.25 + ROOM) * line.size
    if line.rtl:
        return before.left - width > min(column.lefts)
    return before.right + width < max(column.rights)
