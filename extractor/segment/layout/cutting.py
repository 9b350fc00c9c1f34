"""Reading order: columns and full-width stretches, cut along a page's white space."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.readers.geometry import around, gaps, median, shared, sideways
from extractor.readers.source import Box, PdfPage
from extractor.segment.layout.columns import (
    asides_last,
    bands,
    is_aside,
    labelled,
    read_downwards,
    sections,
)
from extractor.segment.layout.groups import groups_of, strips
from extractor.segment.layout.order import Fixed, Item, Region
from extractor.segment.layout.rows import rows_of, runs_of

GUTTER_PT = 7.0  # the narrowest white stripe between columns
GUTTER_SIZES = 0.8  # the same in type sizes
DEEPEST_CUT = 12


def regions(items: Sequence[Item], page: PdfPage, *, rtl: bool = False) -> list[Region]:
    """Return the items of a page as columns, in reading order."""
    drawn = [*(shape.box for shape in page.shapes), *(rule.box for rule in page.rules)]
    cutter = _Cutter(page=page.page.number, rtl=rtl, least=_least_gutter(items), drawn=drawn)
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
    drawn: Sequence[Box]
    found: list[Region] = field(default_factory=list)

    def cut(self, items: list[Item], depth: int) -> None:
        """Add the regions of some items."""
        if not items:
            return
        for group in groups_of(strips(items), self.least, self.drawn):
            columns = self._columns(group) if depth < DEEPEST_CUT else [items]
            beside = any(map(is_aside, columns)) and not all(map(is_aside, columns))
            parts = sections(group) if beside else bands(group)
            parts = labelled(group, columns) if len(parts) == 1 else parts
            for part in parts:
                self._read(part, self._columns(part) if len(parts) > 1 else columns, depth)

    def _read(self, group: list[list[Item]], columns: list[list[Item]], depth: int) -> None:
        """Add the regions of strips that are read column by column, or row by row."""
        if len(columns) > 1:
            for column in asides_last(columns[::-1] if self.rtl else columns):
                self.cut(column, depth + 1)
        elif len(group) > 1 and not any(isinstance(i, Fixed) for strip in group for i in strip):
            self._add([item for strip in group for item in rows_of(strip, rtl=self.rtl)])
        else:
            for run in runs_of(group, rtl=self.rtl):
                self._add(run)

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
        return columns if read_downwards(group, columns) else [members]

    def _add(self, items: list[Item]) -> None:
        """Add items that are read one below the other."""
        box = around(item.box for item in items)
        last = self.found[-1] if self.found else None
        if last and shared((last.left, last.right), sideways(box)) > 0.9 * max(
            last.right - last.left, box[2] - box[0]
        ):
            last.items += items
            last.left, last.right = min(last.left, box[0]), max(last.right, box[2])
        else:
            self.found.append(Region(items, box[0], box[2], self.page))
