"""What is one is tied before columns are cut: a table and its caption, a map and its names."""

from collections.abc import Sequence
from dataclasses import replace

from extractor.readers.geometry import around, downwards, holds, overlap, shared
from extractor.readers.source import Box
from extractor.segment.captions import opens_caption
from extractor.segment.layout.lines import Line
from extractor.segment.layout.order import Fixed, Item

REACH = 4.0  # type sizes from a caption to its table: a second line or a unit may stand between
OUTSIDE = 1.5  # type sizes by which a caption or a unit may stand out beside its table


def tied(items: Sequence[Item]) -> list[Item]:
    """Return the items, each table made one with the caption right above or below it.

    A short caption over a table as wide as the page stands over its first column alone, and would
    be read with the text of that column; so would the captions of tables side by side be in a row.
    """
    found = list(items)
    captions = [item for item in items if isinstance(item, Line) and opens_caption(item.text)]
    for caption in captions:
        near = [table for item in found if (table := _tied_to(item, caption, found))]
        if near:
            table = min(near, key=lambda table: _white(table, caption))
            inside = {id(item) for item in table.held}
            found = [item for item in found if id(item) not in inside]
            found.append(table)
    return found


def _tied_to(item: Item, caption: Line, items: Sequence[Item]) -> Fixed | None:
    """Return a table with a caption and what stands between them; None where it is not its own."""
    if not isinstance(item, Fixed) or item.table is None or item.held:
        return None
    if not _is_beside(item.box, caption):
        return None
    box = around((item.box, caption.box))
    inside = [other for other in items if overlap(other.box, box)]
    held = sorted(inside, key=lambda other: other.box[1] + other.box[3])
    if not all(other is item or isinstance(other, Line) for other in held):
        return None
    whole = around(other.box for other in held)
    alone = all(_is_beside(item.box, other) for other in held if isinstance(other, Line))
    crossed = sum(overlap(other.box, whole) for other in items) > len(held)
    return None if crossed or not alone else replace(item, box=whole, held=held)


def _white(table: Fixed, caption: Line) -> float:
    """Return the white between a caption and the table that it is tied to."""
    bare = next(item for item in table.held if isinstance(item, Fixed))
    return -shared(downwards(bare.box), downwards(caption.box))


def _is_beside(table: Box, line: Line) -> bool:
    """Whether a line stands right above or below a table, and no further out than it."""
    slack = OUTSIDE * line.size
    apart = -shared(downwards(table), downwards(line.box))
    across = table[0] - slack <= line.left and line.right <= table[2] + slack
    return across and -slack < apart < REACH * line.size


def tied_in_drawings(items: Sequence[Item]) -> list[Item]:
    """Return the items, what stands on one map made one: no white runs across the drawing.

    A map that something else reaches into is left as it is.
    """
    found = list(items)
    for box in dict.fromkeys(filter(None, map(_drawing, found))):
        inside = [item for item in found if holds(box, item.box)]
        whole = around([box, *(item.box for item in inside)])
        if sum(overlap(item.box, whole) for item in found) > len(inside):
            continue
        held = sorted(inside, key=lambda item: (item.box[1], item.box[0]))
        inner = {id(item) for item in inside}
        found = [item for item in found if id(item) not in inner]
        found.append(Fixed(whole, held=held))
    return found


def _drawing(item: Item) -> Box | None:
    """Return the outline of the map that a key figure stands on."""
    return item.figure.drawing if isinstance(item, Fixed) and item.figure else None
