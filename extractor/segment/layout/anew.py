"""Columns that begin anew: strips that share the gutter of those above, and yet end them."""

from collections.abc import Sequence

import regex

from extractor.readers.geometry import Range, around, holds, median
from extractor.readers.source import Box
from extractor.segment.captions import opens_caption
from extractor.segment.layout.lines import Line
from extractor.segment.layout.order import Item, is_box, is_unit

HOLE_SIZES = 3.0  # white in a column, in type sizes, that parts what is above from what is below
LINES_BESIDE_HOLE = 3
FULL_SIZES = 5.0  # that a line inside a paragraph may stop short of its column's end
LARGER = 1.15  # type this much larger than its surroundings heads what is below it
ONE_TYPE_PT = 0.5
SAME_MEASURE = 0.7  # of the wider of two columns, at least, that the other is wide
PROSE_WORDS = 4.0  # words a line at least, on average, in a column of running text

ENDS = regex.compile(r"[.!?:;…] [”’\"')\]»\d\s]*+ $", regex.X)


def begin_anew(
    group: list[list[Item]], rows: Sequence[list[Item]], gutter: Range, drawn: Sequence[Box]
) -> bool:
    """Whether columns end above the first of some strips, and others begin there.

    Args:
        group: The strips above.
        rows: The strip, and the next ones below it.
        gutter: The first gutter of the columns.
        drawn: The boxes of what is drawn on the page: it fills white.
    """
    (strip, *below), edge = rows, gutter[0]
    return (
        _heads_columns(group, strip, below, edge)
        or _breaks_off(group, strip, edge)
        or _begins_anew(group, strip, edge, drawn)
        or _follows_box(group, strip, below, gutter)
    )


def _heads_columns(
    group: list[list[Item]], strip: list[Item], below: Sequence[list[Item]], edge: float
) -> bool:
    """Whether a strip is a line of its own over columns that begin anew below it.

    In running text a column goes on beside the other; a hole of several lines in it, with one
    or two lines beside the hole, says that these lines stand over what comes next.
    """
    if len(strip) != 1 or not below:
        return False
    strip_left = strip[0].box[0] < edge
    above = [i for row in group for i in row if (i.box[0] < edge) != strip_left]
    level, ahead = list[Item](), list[Item]()
    for row in below[:LINES_BESIDE_HOLE]:
        level = [i for i in row if (i.box[0] < edge) == strip_left]
        ahead = [i for i in row if (i.box[0] < edge) != strip_left]
        if ahead:
            break
    begins_here = any((i.box[0] < edge) != strip_left for i in group[-1])
    if not above or not ahead or not strip_left or not begins_here:
        return False
    if any(_heads(item, strip[0]) for item in level):
        return False  # what begins there has a head of its own: the strip ends the text above
    hole = min(i.box[1] for i in ahead) - max(i.box[3] for i in above)
    return hole > HOLE_SIZES * median([i.size for i in (*above, *ahead) if i.size])


def _heads(item: Item, over: Item) -> bool:
    """Whether an item opens a part of its own under running text: a heading, a table, its name."""
    if not isinstance(over, Line) or over.bold or over.text.endswith(":"):
        return False
    if not isinstance(item, Line):
        return not is_box(item)
    return item.size > LARGER * over.size or opens_caption(item.text)


def _begins_anew(
    group: list[list[Item]], strip: list[Item], edge: float, drawn: Sequence[Box]
) -> bool:
    """Whether a heading stands level with where the other column begins, under a hole in that.

    The text over the hole, in a column like that beside it, has come to its end.
    """
    (head, *others) = sorted(strip, key=lambda item: item.box[0])
    over = [item for row in group for item in row]
    first = [item for item in over if item.box[0] < edge]
    second = [item for item in over if item.box[0] >= edge]
    if not others or head.box[0] > edge or others[0].box[0] < edge or not first or not second:
        return False
    last = max(second, key=lambda item: item.box[3])
    if not isinstance(last, Line) or not _alike(first, second):
        return False
    usual = median([item.size for item in over if item.size])
    top = min(item.box[1] for item in others)
    hole = (edge, last.box[3], max(item.box[2] for item in second), top)
    if head.size <= LARGER * usual or top - hole[1] <= HOLE_SIZES * usual:
        return False
    return ENDS.search(last.text) is not None and not any(holds(hole, box) for box in drawn)


def _alike(first: Sequence[Item], second: Sequence[Item]) -> bool:
    """Whether two columns are set in one type and to about the same measure."""
    one, other = (median([item.size for item in column]) for column in (first, second))
    boxes = [around(item.box for item in column) for column in (first, second)]
    narrow, wide = sorted(box[2] - box[0] for box in boxes)
    return abs(one - other) < ONE_TYPE_PT and narrow > SAME_MEASURE * wide


def _follows_box(
    group: list[list[Item]], strip: list[Item], below: Sequence[list[Item]], gutter: Range
) -> bool:
    """Whether a strip has a heading under a box beside a text, over what runs under both."""
    edge, end = gutter
    over = [item for row in group for item in row]
    sizes = [item.size for item in over if item.size]
    first = [item for item in over if item.box[0] < edge]
    heads = [item for item in strip if item.box[0] < edge]
    if len(heads) != 1 or not sizes or not all(map(is_unit, first)):
        return False
    if heads[0].size <= LARGER * median(sizes) or not below:
        return False
    if len(strip) == 1 and all(i.box[0] < edge for row in below for i in row):
        return True
    return any(i.box[0] < edge and end < i.box[2] for row in below for i in row)


def _breaks_off(group: list[list[Item]], strip: list[Item], edge: float) -> bool:
    """Whether a heading cuts the first column inside a sentence, which then goes on beside it.

    So the columns end there, and others begin.
    """
    heads = [item for item in strip if item.box[0] < edge]
    if len(heads) != 1:
        return False
    above = [item for row in group for item in row if item.box[0] < edge]
    if len(above) < LINES_BESIDE_HOLE:
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
