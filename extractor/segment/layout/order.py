"""Reading order: columns and full-width stretches, cut along a page's white space."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import regex

from extractor.readers.geometry import (
    Range,
    around,
    downwards,
    gaps,
    median,
    merged_ranges,
    shared,
    sideways,
)
from extractor.readers.source import Box
from extractor.segment.captions import opens_caption
from extractor.segment.layout.keyfigures.values import KeyFigure
from extractor.segment.layout.lines import Line, joined_line
from extractor.segment.layout.notes.labels import Note
from extractor.segment.layout.tables.cells import Table

GUTTER_PT = 7.0  # the narrowest white stripe between columns
GUTTER_SIZES = 0.8  # the same in type sizes
STRIP_SHARE = 0.35  # of the less high item's height that two items of one strip share
HOLE_SIZES = 3.0  # white in a column, in type sizes, that parts what is above from what is below
LINES_BESIDE_HOLE = 3
FAR_SIZES = 5.0  # white across the page, in type sizes, that ends columns
FULL_SIZES = 5.0  # that a line inside a paragraph may stop short of its column's end
LARGER = 1.15  # type this much larger than its surroundings heads what is below it
DEEPEST_CUT = 12
PROSE_WORDS = 4.0  # words a line at least, on average, in a column of running text
ASIDE_SHARE = 0.75  # of the text's width: a box beside it that is no wider is read after it
SHORT_COLUMN = 2  # strips; fewer are read row by row

ENDS = regex.compile(r"[.!?:;…] [”’\"')\]»\d\s]*+ $", regex.X)
NUMBERS = regex.compile(r"[\p{N}\p{P}\p{S}\s]*+ | [ivxlcdm]++", regex.X)


@dataclass(slots=True, eq=False)
class Fixed:
    """Something that is read as a unit: a table, a note, a key figure, a box with columns."""

    box: Box
    table: Table | None = None
    note: Note | None = None
    figure: KeyFigure | None = None
    inner: list["Region"] = field(default_factory=list)
    """Of a box its columns."""
    held: list["Item"] = field(default_factory=list)
    """Of a table and its caption, tied together, both from top to bottom."""
    size: float = 0.0
    picture: bool = False
    """Whether it is a picture, which takes its place and holds no text."""


Item = Line | Fixed


@dataclass(slots=True, eq=False)
class Region:
    """Items of one column, from top to bottom."""

    items: list[Item] = field(default_factory=list)
    left: float = 0.0
    right: float = 0.0
    page: int = 0
    boxed: bool = False
    """Whether it stands in a box of its own."""


def regions(items: Sequence[Item], page: int, *, rtl: bool = False) -> list[Region]:
    """Return the items of a page as columns, in reading order."""
    cutter = _Cutter(page=page, rtl=rtl, least=_least_gutter(items))
    cutter.cut(list(items), 0)
    return cutter.found


def _least_gutter(items: Sequence[Item]) -> float:
    sizes = [item.size for item in items if item.size]
    return max(GUTTER_PT, GUTTER_SIZES * median(sizes))


@dataclass(slots=True)
class _Cutter:
    page: int
    rtl: bool
    least: float
    found: list[Region] = field(default_factory=list)

    def cut(self, items: list[Item], depth: int) -> None:
        """Add the regions of some items."""
        if not items:
            return
        for group in _groups(strips(items), self.least):
            columns = self._columns(group) if depth < DEEPEST_CUT else [items]
            beside = any(map(_is_aside, columns)) and not all(map(_is_aside, columns))
            for part in _sections(group) if beside else [group]:
                self._read(part, self._columns(part) if beside else columns, depth)

    def _read(self, group: list[list[Item]], columns: list[list[Item]], depth: int) -> None:
        """Add the regions of strips that are read column by column, or row by row."""
        if len(columns) > 1:
            for column in _asides_last(columns[::-1] if self.rtl else columns):
                self.cut(column, depth + 1)
        else:
            self._add([item for strip in group for item in _rows(strip, rtl=self.rtl)])

    def _columns(self, group: list[list[Item]]) -> list[list[Item]]:
        """Return the columns of a group of strips; one where it is read row by row."""
        members = [item for strip in group for item in strip]
        white = gaps((sideways(item.box) for item in members), self.least)
        if not white:
            return [members]
        edges = [(start + end) / 2 for start, end in white]
        columns: list[list[Item]] = [[] for _ in range(len(edges) + 1)]
        for item in members:
            columns[sum(item.box[0] > edge for edge in edges)].append(item)
        return columns if _read_downwards(group, columns) else [members]

    def _add(self, items: list[Item]) -> None:
        box = around(item.box for item in items)
        last = self.found[-1] if self.found else None
        if last and shared((last.left, last.right), sideways(box)) > 0.9 * max(
            last.right - last.left, box[2] - box[0]
        ):
            last.items += items
            last.left, last.right = min(last.left, box[0]), max(last.right, box[2])
        else:
            self.found.append(Region(items, box[0], box[2], self.page))


def strips(items: Sequence[Item]) -> list[list[Item]]:
    """Return the items in strips across the page that no white line parts any further."""
    found: list[list[Item]] = []
    low = lowest = 0.0  # the lower end of the strip, and the height of what reaches there
    for item in sorted(items, key=lambda item: (item.box[1], item.box[0])):
        height = item.box[3] - item.box[1]
        if found and low - item.box[1] > STRIP_SHARE * min(height, lowest):
            found[-1].append(item)
        else:
            found.append([item])
            low = 0.0
        if item.box[3] > low:
            low, lowest = item.box[3], height
    return found


def _groups(rows: list[list[Item]], least: float) -> list[list[list[Item]]]:
    """Return the strips in groups that share their gutters, from top to bottom."""
    groups: list[list[list[Item]]] = []
    covered: list[Range] = []
    for i, strip in enumerate(rows):
        # What a group covers is kept, so that a page of many strips is looked at once.
        both = merged_ranges([*covered, *_stripes(strip)])
        if (
            groups
            and _joins(groups[-1], strip, _Sides(covered, both, least))
            and not (
                gaps(covered, least)
                and (
                    _heads_columns(groups[-1], strip, rows[i + 1 : i + 4], least)
                    or _breaks_off(groups[-1], strip, least)
                )
            )
        ):
            groups[-1].append(strip)
            covered = both
        else:
            heading = _heading_of(strip, groups[-1], least) if groups else []
            groups.append([*heading, strip])
            covered = merged_ranges(side for row in groups[-1] for side in _stripes(row))
    return groups


@dataclass(frozen=True, slots=True)
class _Sides:
    """What a group covers of the page's width, alone and with one more strip."""

    group: list[Range]
    both: list[Range]
    least: float


def _stripes(strip: list[Item]) -> list[Range]:
    return [sideways(item.box) for item in strip]


def _heading_of(strip: list[Item], group: list[list[Item]], least: float) -> list[list[Item]]:
    """Take the heading of a strip off the columns above it, and return it."""
    last = group[-1]
    if len(group) < 2 or len(last) != 1 or not _gutters(group, least):  # noqa: PLR2004
        return []
    usual = median([item.size for row in group[:-1] for item in row if item.size])
    left = min(item.box[0] for item in strip)
    if last[0].size <= LARGER * usual or abs(last[0].box[0] - left) > least:
        return []
    return [group.pop()]


def _joins(group: list[list[Item]], strip: list[Item], sides: _Sides) -> bool:
    """Whether a strip has the gutters of the group above it, or neither has any."""
    if _far_below(group, strip):
        return False
    if gutters := gaps(sides.group, sides.least):
        left = gaps(sides.both, sides.least)
        boxes = all(_is_box(item) for item in strip)
        # Lines are ragged and may close a gutter by chance; boxes over two columns end them.
        return len(left) == len(gutters) if boxes else bool(left)
    return not gaps(_stripes(strip), sides.least) and not gaps(sides.both, sides.least)


def _far_below(group: list[list[Item]], strip: list[Item]) -> bool:
    """Whether white parts a strip from all columns above it."""
    low = max(item.box[3] for item in group[-1])
    sizes = [item.size for item in (*group[-1], *strip) if item.size]
    return min(item.box[1] for item in strip) - low > FAR_SIZES * median(sizes)


def _gutters(group: list[list[Item]], least: float) -> list[Range]:
    return gaps((sideways(item.box) for strip in group for item in strip), least)


def _heads_columns(
    group: list[list[Item]], strip: list[Item], below: Sequence[list[Item]], least: float
) -> bool:
    """Whether a strip is a line of its own over columns that begin anew below it.

    In running text a column goes on beside the other; a hole of several lines in it, with one
    or two lines beside the hole, says that these lines stand over what comes next.
    """
    if len(strip) != 1 or not below:
        return False
    edge = _gutters(group, least)[0][0]
    strip_left = strip[0].box[0] < edge
    above = [i for row in group for i in row if (i.box[0] < edge) != strip_left]
    ahead: list[Item] = []
    for row in below[:LINES_BESIDE_HOLE]:
        ahead = [i for i in row if (i.box[0] < edge) != strip_left]
        if ahead:
            break
    begins_here = any((i.box[0] < edge) != strip_left for i in group[-1])
    if not above or not ahead or not strip_left or not begins_here:
        return False
    hole = min(i.box[1] for i in ahead) - max(i.box[3] for i in above)
    return hole > HOLE_SIZES * median([i.size for i in (*above, *ahead) if i.size])


def _breaks_off(group: list[list[Item]], strip: list[Item], least: float) -> bool:
    """Whether a heading cuts the first column inside a sentence, which then goes on beside it.

    So the columns end there, and others begin.
    """
    edge = _gutters(group, least)[0][0]
    heads = [item for item in strip if item.box[0] < edge]
    above = [item for row in group for item in row if item.box[0] < edge]
    if len(heads) != 1 or len(above) < LINES_BESIDE_HOLE:
        return False
    head, last = heads[0], max(above, key=lambda item: item.box[3])
    if not isinstance(head, Line) or not isinstance(last, Line):
        return False
    usual = median([item.size for item in above if item.size])
    near = head.box[1] - last.box[3] < HOLE_SIZES * usual
    full = last.box[2] > max(item.box[2] for item in above) - FULL_SIZES * usual
    text = full and abs(last.size - usual) < 1 and len(last.words) >= PROSE_WORDS
    heading = head.size > LARGER * usual and not opens_caption(last.text)
    return near and text and heading and ENDS.search(last.text) is None


def _read_downwards(group: list[list[Item]], columns: list[list[Item]]) -> bool:
    """Whether columns are read one after the other, and not row by row."""
    if any(isinstance(item, Fixed) for column in columns for item in column):
        return not _one_each(group, columns) or any(map(_is_aside, columns))
    if len(group) < SHORT_COLUMN:
        return False
    if _labelled_rows(group, columns) and all(_one_look(column) for column in columns):
        return _words(columns) > PROSE_WORDS
    return not any(_only_numbers(column) for column in columns[1:]) or not _aligned(columns)


def _sections(group: list[list[Item]]) -> list[list[list[Item]]]:
    """Return a text with boxes beside it cut at its headings: a box stands by its section."""
    usual = median([item.size for strip in group for item in strip if item.size])
    # A box goes with the heading at its head, and with the smaller ones below that.
    at = next(i for i, strip in enumerate(group) if any(map(_is_unit, strip)))
    least = max(LARGER * usual, 0.95 * max(item.size for item in group[at]))
    parts: list[list[list[Item]]] = []
    for strip in group:
        alone = len(strip) == 1 and strip[0].size > least
        if parts and not alone:
            parts[-1].append(strip)
        else:
            parts.append([strip])
    return parts


def _asides_last(columns: list[list[Item]]) -> list[list[Item]]:
    """Return the columns with narrow boxes beside a wider text after it."""
    widths = [max(i.box[2] for i in column) - min(i.box[0] for i in column) for column in columns]
    texts = [width for width, column in zip(widths, columns, strict=True) if not _is_aside(column)]
    aside = [
        bool(texts) and _is_aside(column) and width <= ASIDE_SHARE * max(texts)
        for width, column in zip(widths, columns, strict=True)
    ]
    return [
        column
        for wanted in (False, True)
        for column, is_aside in zip(columns, aside, strict=True)
        if is_aside is wanted
    ]


def _is_aside(column: list[Item]) -> bool:
    return all(map(_is_unit, column))


def _is_unit(item: Item) -> bool:
    return isinstance(item, Fixed) and bool(item.inner)


def _is_box(item: Item) -> bool:
    return _is_unit(item) or (isinstance(item, Fixed) and item.picture)


def _one_each(group: list[list[Item]], columns: list[list[Item]]) -> bool:
    """Whether every strip has one item in each column."""
    return all(len(strip) == len(columns) for strip in group) and all(
        len(column) == len(group) for column in columns
    )


def _labelled_rows(group: list[list[Item]], columns: list[list[Item]]) -> bool:
    """Whether every strip has one item in the first column and another beside it."""
    first = {id(item) for item in columns[0]}
    return len(first) == len(group) and all(
        len(strip) > 1 and sum(id(item) in first for item in strip) == 1 for strip in group
    )


def _one_look(column: list[Item]) -> bool:
    sizes = [item.size for item in column]
    return max(sizes) <= LARGER * min(sizes)


def _words(columns: list[list[Item]]) -> float:
    lines = [item for column in columns for item in column if isinstance(item, Line)]
    return sum(len(line.words) for line in lines) / max(1, len(lines))


def _only_numbers(column: list[Item]) -> bool:
    return all(isinstance(item, Line) and NUMBERS.fullmatch(item.text) for item in column)


def _aligned(columns: list[list[Item]]) -> bool:
    """Whether every line of the later columns has one of the first beside it."""
    first = [downwards(item.box) for item in columns[0]]
    rest = [downwards(item.box) for column in columns[1:] for item in column]
    beside = sum(any(shared(one, other) > 0 for one in first) for other in rest)
    return beside >= 0.9 * len(rest)


def _rows(strip: list[Item], *, rtl: bool) -> list[Item]:
    """Return the items of a strip row by row, the pieces of one line made one."""
    rows: list[list[Item]] = []
    for item in sorted(strip, key=lambda item: (item.box[1] + item.box[3], item.box[0])):
        if rows and _one_row(rows[-1][0], item):
            rows[-1].append(item)
        else:
            rows.append([item])
    found: list[Item] = []
    for row in rows:
        texts = [item for item in row if isinstance(item, Line)]
        if len(texts) == len(row):
            found.append(joined_line(texts))
        else:
            found += sorted(row, key=lambda item: item.box[0], reverse=rtl)
    return found


def _one_row(one: Item, other: Item) -> bool:
    if isinstance(one, Line) and isinstance(other, Line):
        if other.words[0].glyph in other.raised or one.words[0].glyph in one.raised:
            return False  # a note begins with its label
        if opens_caption(one.text) or opens_caption(other.text):
            return False
        return abs(one.baseline - other.baseline) <= 0.3 * min(one.size, other.size)
    return False
