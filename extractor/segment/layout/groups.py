"""Groups: the strips across a page that share their gutters, from top to bottom."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.readers.geometry import (
    Range,
    around,
    gaps,
    median,
    merged_ranges,
    shared,
    sideways,
)
from extractor.readers.source import Box
from extractor.segment.layout.anew import LARGER, begin_anew
from extractor.segment.layout.lines import Line
from extractor.segment.layout.order import Fixed, Item, is_box, is_unit

STRIP_SHARE = 0.35  # of the less high item's height that two items of one strip share
LINES_OVER = 3  # over a gutter, beside a box
NEAR_ONE = 0.6  # white between a key figure and the one line under it, in type sizes
NEAR_EACH = 1.2  # the same where a line stands under each of several key figures
FAR_SIZES = 5.0  # white across the page, in type sizes, that ends columns
MOST_HIGHER = 4  # lines by which a later column begins higher than the first
ONE_EDGE_PT = 2.0


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


def groups_of(rows: list[list[Item]], least: float, drawn: Sequence[Box]) -> list[list[list[Item]]]:
    """Return the strips in groups that share their gutters, from top to bottom.

    `drawn` are the boxes of what is drawn on the page: it fills white.
    """
    groups: list[list[list[Item]]] = []
    covered: list[Range] = []
    for i, strip in enumerate(rows):
        # What a group covers is kept, so that a page of many strips is looked at once.
        both = merged_ranges([*covered, *_stripes(strip)])
        white = gaps(covered, least)
        if (
            groups
            and _joins(groups[-1], strip, _Sides(covered, both, least))
            and not (white and begin_anew(groups[-1], rows[i : i + 4], white[0], drawn))
        ):
            groups[-1].append(strip)
            covered = both
        else:
            heading = _heading_of(strip, groups[-1], least) if groups else []
            higher = [] if heading or not groups else _begun_higher(strip, groups, least)
            groups.append([*heading, *higher, strip])
            covered = merged_ranges(side for row in groups[-1] for side in _stripes(row))
    return groups


@dataclass(slots=True, unsafe_hash=True)
class _Sides:
    """What a group covers of the page's width, alone and with one more strip."""

    group: list[Range]
    both: list[Range]
    least: float


def _stripes(strip: list[Item]) -> list[Range]:
    return [_across(item) for item in strip]


def _across(item: Item) -> Range:
    return sideways(item.box)


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


def _begun_higher(
    strip: list[Item], groups: list[list[list[Item]]], least: float
) -> list[list[Item]]:
    """Take off the group above the lines with which a later column begins higher, and return them.

    The space over a heading or a paragraph at the head of the first column is not over a text
    that goes on at the head of the next one.
    """
    group, taken = groups[-1], list[list[Item]]()
    white = gaps(_stripes(strip), least)
    below = [item for item in strip if white and item.box[0] >= white[0][1]]
    while group and len(taken) < MOST_HIGHER and any(_goes_on(group[-1], i) for i in below):
        below = group[-1]
        taken.insert(0, group.pop())
    across = len(gaps(_stripes([*strip, *(row[0] for row in taken)]), least)) != len(white)
    if taken and (across or (group and _gutters(group, least))):
        group += taken  # it runs over the columns, or ends those above
        return []
    if not group:
        groups.pop()
    return taken


def _goes_on(strip: list[Item], below: Item) -> bool:
    """Whether a strip is one line of the text that is right below it."""
    line = strip[0]
    if len(strip) != 1 or not isinstance(line, Line) or not isinstance(below, Line):
        return False
    near = below.box[1] - line.box[3] < line.size
    return near and line.size == below.size and abs(line.left - below.left) < ONE_EDGE_PT


def _joins(group: list[list[Item]], strip: list[Item], sides: _Sides) -> bool:
    """Whether a strip has the gutters of the group above it, or neither has any."""
    if _far_below(group, strip) or _ends_panel(group, strip):
        return False
    if gutters := gaps(sides.group, sides.least):
        left = gaps(sides.both, sides.least)
        if _run_over(strip, gutters) or _ran_over(group, strip, sides.least):
            return False
        boxes = all(is_box(item) for item in strip)
        # Lines are ragged and may close a gutter by chance; boxes over two columns end them.
        return len(left) == len(gutters) if boxes else bool(left)
    return not gaps(_stripes(strip), sides.least) and not gaps(sides.both, sides.least)


def _run_over(strip: list[Item], gutters: Sequence[Range]) -> bool:
    """Whether a text beside a box runs over gutters, line after line: other columns begin."""
    if not any(map(is_unit, strip)):
        return False
    lines = [item for item in strip if isinstance(item, Line)]
    over = (any(x0 <= g[0] and g[1] <= x1 for g in gutters) for x0, x1 in map(_across, lines))
    return sum(over) >= LINES_OVER


def _ran_over(group: list[list[Item]], strip: list[Item], least: float) -> bool:
    """Whether columns begin under a text and a box beside it that is as wide as some of them."""
    if any(not isinstance(item, Line) for item in strip):
        return False
    beside = [row for row in group if any(map(is_unit, row))]
    white = gaps(_stripes(strip), least) if beside else []
    return len(white) > 1 and any(_run_over(row, white) for row in beside)


def _far_below(group: list[list[Item]], strip: list[Item]) -> bool:
    """Whether white parts a strip from all columns above it."""
    low = max(item.box[3] for item in group[-1])
    sizes = [item.size for item in (*group[-1], *strip) if item.size]
    return min(item.box[1] for item in strip) - low > FAR_SIZES * median(sizes)


def _ends_panel(group: list[list[Item]], strip: list[Item]) -> bool:
    """Whether a strip below key figures side by side is no text under each of them."""
    first = group[0]
    if len(first) == 1 or not all(map(_is_figure, first)) or any(map(_is_figure, strip)):
        return False
    panel = around(item.box for item in first)
    if not any(shared(sideways(item.box), sideways(panel)) > 0 for item in strip):
        return False
    low = max(item.box[3] for item in group[-1])
    white = min(item.box[1] for item in strip) - low
    near = NEAR_ONE if len(strip) == 1 else NEAR_EACH
    return white > near * median([item.size for item in strip])


def _is_figure(item: Item) -> bool:
    return isinstance(item, Fixed) and item.figure is not None


def _gutters(group: list[list[Item]], least: float) -> list[Range]:
    return gaps((sideways(item.box) for strip in group for item in strip), least)
