"""Which table of a page each caption stands at: as many as can be have one, the nearer one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.readers.geometry import Range, around, downwards, shared, sideways
from extractor.readers.source import Box
from extractor.segment.captions import is_scope, kind_of, opens_caption
from extractor.segment.layout.paragraphs import Unit

REACH = 4.0  # type sizes of white between a caption and its table, at most
OVER = 0.5  # of the narrower of the two stands over the other at least


@dataclass(frozen=True, slots=True)
class _Pair:
    """A caption and a table right above or below it, as places among the units of a page."""

    caption: int
    table: int
    above: bool
    """Whether the caption is the upper one."""
    white: float


def nearest_tables(units: Sequence[Unit]) -> dict[int, int]:
    """Return the place of each caption of a table, with that of the table it stands at.

    Between tables one below the other the white alone may mislead: with each of them having its
    caption on the same side, that side is right.
    """
    boxes = {i: _box(unit) for i, unit in enumerate(units)}
    captions = [i for i, unit in enumerate(units) if _is_caption(unit)]
    tables = [i for i, unit in enumerate(units) if unit.fixed and unit.fixed.table]
    pairs: list[_Pair] = []
    for caption in captions:
        near = [p for table in tables if (p := _pair(caption, table, units, boxes)) is not None]
        for above in (True, False):
            side = [pair for pair in near if pair.above == above]
            pairs += sorted(side, key=lambda pair: pair.white)[:1]
    found: dict[int, int] = {}
    for chain in _chains(pairs):
        ways = [[p for p in chain if p.above], [p for p in chain if not p.above], chain]
        best = min(map(_one_each, ways), key=lambda way: (-len(way), sum(p.white for p in way)))
        found |= {pair.caption: pair.table for pair in best}
    return found


def _is_caption(unit: Unit) -> bool:
    return bool(unit.lines) and opens_caption(unit.text) and kind_of(unit.text) == "table"


def _box(unit: Unit) -> Box:
    """Return where a unit stands on the page that it begins on."""
    if unit.fixed:
        return unit.fixed.box
    return around(line.box for line in unit.lines if line.page == unit.page)


def _pair(caption: int, table: int, units: Sequence[Unit], boxes: dict[int, Box]) -> _Pair | None:
    """Return a caption and a table as a pair; a line of units may stand under the caption."""
    one, other = boxes[caption], boxes[table]
    reach = REACH * units[caption].lines[0].size
    if -shared(downwards(one), downwards(other)) > 2 * reach or not _over(one, other):
        return None
    above = one[1] + one[3] < other[1] + other[3]
    gap = (one[3], other[1]) if above else (other[3], one[1])
    across = sideways(around((one, other)))
    between = [i for i in boxes if i not in {caption, table} and _stands_in(boxes[i], gap, across)]
    if len(between) > above or not all(_is_scope(units[i]) for i in between):
        return None
    edges = [gap[0], *(edge for i in between for edge in downwards(boxes[i])), gap[1]]
    white = max(low - high for high, low in list(pairwise(edges))[::2])
    return _Pair(caption, table, above, white) if white < reach else None


def _is_scope(unit: Unit) -> bool:
    return bool(unit.lines) and is_scope(unit.text)


def _over(one: Box, other: Box) -> bool:
    width = min(one[2] - one[0], other[2] - other[0])
    return shared(sideways(one), sideways(other)) >= OVER * width


def _stands_in(box: Box, gap: Range, across: Range) -> bool:
    middle = (box[1] + box[3]) / 2
    return gap[0] < middle < gap[1] and shared(sideways(box), across) > 0


def _chains(pairs: Iterable[_Pair]) -> list[list[_Pair]]:
    """Return the pairs in chains that share captions or tables."""
    chains: list[list[_Pair]] = []
    for pair in pairs:
        joined = [pair]
        apart: list[list[_Pair]] = []
        for chain in chains:
            if any(p.caption == pair.caption or p.table == pair.table for p in chain):
                joined += chain
            else:
                apart.append(chain)
        chains = [*apart, joined]
    return chains


def _one_each(pairs: Iterable[_Pair]) -> list[_Pair]:
    """Return the pairs of the least white in which no caption and no table stands twice."""
    found: list[_Pair] = []
    for pair in sorted(pairs, key=lambda pair: pair.white):
        if not any(p.caption == pair.caption or p.table == pair.table for p in found):
            found.append(pair)
    return found
