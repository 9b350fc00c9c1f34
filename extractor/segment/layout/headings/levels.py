"""Levels of headings: by how they are set, where outline, contents or numbers do not tell."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from extractor.segment.layout.headings.signs import NUMBER, Look, depth, look
from extractor.segment.layout.paragraphs import Unit

LEVEL_PT = 0.75  # sizes closer than this are one level
DEEPEST = 6
LEAST_TOLD = 3  # headings that outline or contents name before they are believed
SOUND = 0.8  # of the deeper numbers that stand below their own upper number
LEAST_DEEP = 2

Number = tuple[int, ...]


def levels(units: Sequence[Unit], told: Sequence[int | None]) -> list[int]:
    """Return the level of each heading; `told` holds what outline or contents say of it."""
    ranks = _ranks(units)
    if sum(level is not None for level in told) >= LEAST_TOLD:
        return _anchored(ranks, told)
    numbers = [_decimal(unit.text) for unit in units]
    if _is_sound(numbers):
        return _numbered(ranks, numbers)
    return _nested(_deepened(units, ranks))


def _ranks(units: Sequence[Unit]) -> list[int]:
    """Return the rank of each heading's look: larger type first, then capitals and weight."""
    looks = [look(unit) for unit in units]
    sizes: list[float] = []
    for size in sorted({seen.size for seen in looks}, reverse=True):
        if not sizes or sizes[-1] - size > LEVEL_PT:
            sizes.append(size)
    places = [_place(seen, sizes) for seen in looks]
    order = {place: i + 1 for i, place in enumerate(sorted(set(places)))}
    return [order[place] for place in places]


def _place(seen: Look, sizes: Sequence[float]) -> tuple[int, int, int]:
    place = next(i for i, size in enumerate(sizes) if size - seen.size <= LEVEL_PT)
    return place, 0 if seen.capitals else 1, 0 if seen.bold else 1


def _anchored(ranks: Sequence[int], told: Sequence[int | None]) -> list[int]:
    """Return levels as told; what nothing tells of goes with its look, or below the look above."""
    votes: dict[int, Counter[int]] = {rank: Counter() for rank in ranks}
    for rank, level in zip(ranks, told, strict=True):
        if level is not None:
            votes[rank][level] += 1
    depths = dict(zip(ranks, _nested(ranks), strict=True))
    settled: dict[int, int] = {}
    level, above, listed = 0, 0, True
    for rank in sorted(votes):
        counts = votes[rank]
        # A list that names a look leaves out only what stands deeper.
        step = max(int(listed), depths[rank] - above)
        level = max(counts, key=lambda each: (counts[each], -each)) if counts else level + step
        settled[rank] = min(DEEPEST, level)
        above, listed = depths[rank], bool(counts)
    return [
        settled[rank] if level is None else min(DEEPEST, level)
        for rank, level in zip(ranks, told, strict=True)
    ]


def _decimal(text: str) -> Number | None:
    found = NUMBER.match(text)
    if found is None or not found["decimal"]:
        return None
    return tuple(int(part) for part in found["decimal"].split("."))


def _is_sound(numbers: Sequence[Number | None]) -> bool:
    """Whether deeper numbers stand below their own upper numbers: `3.1` after `3`, before `4`."""
    upper: int | None = None
    deep = below = 0
    for number in numbers:
        if number is None:
            continue
        if len(number) == 1:
            upper = number[0]
        else:
            deep += 1
            below += number[0] == upper
    return deep >= LEAST_DEEP and below >= SOUND * deep


def _numbered(ranks: Sequence[int], numbers: Sequence[Number | None]) -> list[int]:
    """Return levels by the depth of the numbers, the unnumbered headings by look between them."""
    top = min(rank for rank, number in zip(ranks, numbers, strict=True) if number)
    above = len({rank for rank in ranks if rank < top})
    found: list[int] = []
    by_rank: dict[int, int] = {}
    inside: tuple[int, int] | None = None  # rank and level of the last numbered heading
    for rank, number in zip(ranks, numbers, strict=True):
        if number:
            level = above + len(number)
            inside = rank, level
            by_rank = {other: at for other, at in by_rank.items() if at < level}
        elif inside and rank > inside[0]:
            level = by_rank.get(rank, max([inside[1], *by_rank.values()]) + 1)
        else:
            level = by_rank.get(rank, min(rank, above + 1))
        by_rank[rank] = level
        found.append(min(DEEPEST, level))
    return found


def _nested(ranks: Sequence[int]) -> list[int]:
    """Return for each rank the depth at which headings of that rank mostly stand."""
    depths: dict[int, Counter[int]] = {rank: Counter() for rank in ranks}
    path: list[int] = []
    for rank in ranks:
        while path and path[-1] >= rank:
            path.pop()
        path.append(rank)
        depths[rank][len(path)] += 1
    usual = {
        rank: max(counts, key=lambda depth: (counts[depth], depth))
        for rank, counts in depths.items()
    }
    order = sorted(usual)
    settled = {rank: min(DEEPEST, usual[rank]) for rank in order}
    for before, rank in pairwise(order):
        settled[rank] = max(settled[before], settled[rank])
    return [settled[rank] for rank in ranks]


def _deepened(units: Sequence[Unit], base: Sequence[int]) -> list[int]:
    """Return the levels with those of one look told apart by the depth of their numbers."""
    shallowest: dict[int, int] = {}
    depths = [depth(unit.text) for unit in units]
    for deep, level in zip(depths, base, strict=True):
        if deep:
            shallowest[level] = min(deep, shallowest.get(level, deep))
    extra = [
        max(0, deep - shallowest[level]) if deep else 0
        for deep, level in zip(depths, base, strict=True)
    ]
    deepest = dict.fromkeys(base, 0)
    for more, level in zip(extra, base, strict=True):
        deepest[level] = max(deepest[level], more)
    shift = {level: sum(deepest[other] for other in deepest if other < level) for level in deepest}
    return [level + shift[level] + more for level, more in zip(base, extra, strict=True)]
