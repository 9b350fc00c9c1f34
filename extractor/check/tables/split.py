"""Totals that columns split by whom their lines belong to, which hold nothing else but marks."""

from collections.abc import Iterator

from extractor.check.intervals import compare, total
from extractor.check.tables.grid import MISSING, UNREAD, Grid, Held
from extractor.check.tables.lines import Sum


def split_totals(grid: Grid) -> Iterator[Sum]:
    """Yield what a total is split into by columns that hold amounts in the line of totals only.

    Their other cells are marks, which say to what each line belongs.
    """
    totals = [line for line in grid.lines if line.role == "total"]
    leaves = [line for line in grid.lines if line.role == "leaf"]
    if len(totals) != 1 or len(leaves) <= 1:
        return
    (line,) = totals
    filled = [
        at for at in grid.tracks if any(leaf.cells[at] not in (None, MISSING) for leaf in leaves)
    ]
    marked = [line.cells[at] for at in grid.tracks if at not in filled]
    parts = tuple(cell for cell in marked if isinstance(cell, Held))
    if len(filled) != 1 or len(parts) <= 1 or UNREAD in marked:
        return
    stated = line.cells[filled[0]]
    if isinstance(stated, Held) and all(p.measured_in == stated.measured_in for p in parts):
        computed = total([part.term for part in parts])
        yield Sum(stated, parts, computed, compare(stated.term, computed), line.label)
