"""Boxes: text in a frame or on a colour of its own is read as a unit."""

from collections.abc import Sequence

from extractor.readers.source import Box, PdfPage
from extractor.segment.layout.geometry import area, holds
from extractor.segment.layout.lines import Line
from extractor.segment.layout.order import Fixed, Item, Region, regions

LEAST_LINES = 2
SMALLEST_SHARE = 0.004  # of the page
LARGEST_SHARE = 0.7
CUT_SHARE = 0.1  # of the lines at a box may reach over its edge
EDGE_PT = 2.0


def boxed(items: Sequence[Item], page: PdfPage, *, rtl: bool) -> list[Item]:
    """Return the items of a page with those in each box made one, its columns inside it."""
    left: list[Item] = list(items)
    for box in sorted(_frames(page), key=area):
        inside = [item for item in left if holds(box, item.box)]
        lines = sum(isinstance(item, Line) for item in inside)
        crossing = sum(not _within(box, item.box) for item in inside)
        if lines < LEAST_LINES or crossing > CUT_SHARE * len(inside) or len(inside) == len(left):
            continue
        unit = Fixed(box, inner=regions(inside, page.page.number, rtl=rtl))
        left = [item for item in left if item not in inside]
        left.append(unit)
    return left


def _frames(page: PdfPage) -> list[Box]:
    whole = (page.page.width or 0.0) * (page.page.height or 0.0)
    frames = [grid.box for grid in page.grids if len(grid.cells) == len(grid.cells[0]) == 1]
    frames += [shape.box for shape in page.shapes if shape.kind == "fill"]
    return [box for box in frames if SMALLEST_SHARE * whole < area(box) < LARGEST_SHARE * whole]


def _within(outer: Box, inner: Box) -> bool:
    return outer[0] - EDGE_PT <= inner[0] and inner[2] <= outer[2] + EDGE_PT


def unfolded(found: Sequence[Region]) -> list[Region]:
    """Return regions with those inside boxes in their place."""
    flat: list[Region] = []
    for region in found:
        part = Region([], region.left, region.right, region.page)
        for item in region.items:
            if isinstance(item, Fixed) and item.inner:
                if part.items:
                    flat.append(part)
                flat += unfolded(item.inner)
                part = Region([], region.left, region.right, region.page)
            else:
                part.items.append(item)
        if part.items:
            flat.append(part)
    return flat
