"""Boxes: text in a frame or on a colour of its own is read as a unit."""

from collections.abc import Sequence

from extractor.readers.geometry import area, holds
from extractor.readers.source import Box, PdfPage, Shape
from extractor.segment.layout.cutting import regions
from extractor.segment.layout.lines import Line
from extractor.segment.layout.order import Fixed, Item, Region
from extractor.segment.layout.tied import tied, tied_in_drawings

LEAST_LINES = 2
PICTURE_PT = 40.0  # a smaller picture is an icon, which parts nothing
SMALLEST_SHARE = 0.004  # of the page
LARGEST_SHARE = 0.7
CUT_SHARE = 0.1  # of the lines at a box may reach over its edge
EDGE_PT = 2.0
INSET_PT = 8.0  # of the white inside an edge that counts as white beside the box


def boxed(items: Sequence[Item], page: PdfPage, *, rtl: bool) -> list[Item]:
    """Return the items of a page with those in each box made one, its columns inside it.

    Pictures without text stand among the items: they part what is beside them.
    """
    left = tied_in_drawings(tied(items))
    for box in sorted(_frames(page), key=area):
        inside = [item for item in left if holds(box, item.box)]
        lines = sum(isinstance(item, Line) for item in inside)
        crossing = sum(not _within(box, item.box) for item in inside)
        if lines < LEAST_LINES or crossing > CUT_SHARE * len(inside) or len(inside) == len(left):
            continue
        unit = Fixed(_drawn_in(box, inside), inner=regions(inside, page, rtl=rtl))
        left = [item for item in left if item not in inside]
        left.append(unit)
    return left + [Fixed(box, picture=True) for box in _pictures(page, left)]


def _drawn_in(box: Box, inside: Sequence[Item]) -> Box:
    """Return a box a little less wide, where its text leaves room: its edge is no text's.

    The white inside the edge is of the gutter between the box and a text beside it.
    """
    left = max(box[0], min(box[0] + INSET_PT, *(item.box[0] for item in inside)))
    right = min(box[2], max(box[2] - INSET_PT, *(item.box[2] for item in inside)))
    return left, box[1], right, box[3]


def _frames(page: PdfPage) -> list[Box]:
    """Return the boxes that may hold a text of their own; those with round corners too."""
    frames = [grid.box for grid in page.grids if len(grid.cells) == len(grid.cells[0]) == 1]
    frames += [shape.box for shape in page.shapes if shape.kind == "fill" or shape.color]
    frames += [shape.box for shape in page.shapes if _is_picture(shape)]
    return [box for box in frames if SMALLEST_SHARE < _share(box, page) < LARGEST_SHARE]


def _pictures(page: PdfPage, items: Sequence[Item]) -> list[Box]:
    """Return the boxes of the pictures that have nothing printed on them."""
    boxes = dict.fromkeys(shape.box for shape in page.shapes if _is_picture(shape))
    return [
        box
        for box in boxes
        if _share(box, page) < LARGEST_SHARE
        and not any(holds(box, item.box) or holds(item.box, box) for item in items)
    ]


def _is_picture(shape: Shape) -> bool:
    x0, y0, x1, y1 = shape.box
    return shape.kind == "image" and min(x1 - x0, y1 - y0) >= PICTURE_PT


def _share(box: Box, page: PdfPage) -> float:
    whole = (page.page.width or 0.0) * (page.page.height or 0.0)
    return area(box) / whole if whole else 0.0


def _within(outer: Box, inner: Box) -> bool:
    return outer[0] - EDGE_PT <= inner[0] and inner[2] <= outer[2] + EDGE_PT


def unfolded(found: Sequence[Region], *, boxed: bool = False) -> list[Region]:
    """Return regions with those inside boxes in their place, pictures left out.

    What was tied together only to be cut in one piece stands apart again.
    """
    flat: list[Region] = []
    for region in found:
        part = Region([], region.left, region.right, region.page, boxed)
        for item in region.items:
            if isinstance(item, Fixed) and item.inner:
                if part.items:
                    flat.append(part)
                flat += unfolded(item.inner, boxed=True)
                part = Region([], region.left, region.right, region.page, boxed)
            elif not isinstance(item, Fixed) or not item.picture:
                part.items += (isinstance(item, Fixed) and item.held) or [item]
        if part.items:
            flat.append(part)
    return flat
