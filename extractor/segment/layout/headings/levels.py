"""Levels of headings: from what the document lists, its numbers, and how they are set."""

from collections import Counter
from collections.abc import Hashable, Sequence

import regex

from extractor.segment.layout.headings.looks import LEVEL_PT, nested, places, ranks
from extractor.segment.layout.headings.signs import NUMBER
from extractor.segment.layout.paragraphs import Unit

DEEPEST = 6
TOUCH = 3.0  # type sizes between a heading and one that follows without a text
ANNEX = regex.compile(
    r"(?: ann?ex (?: e | o )? | appendix | apéndice | apêndice ) \b", regex.X | regex.I
)
LEAST_TOLD = 3  # headings that outline or contents name before they are believed
SOUND = 0.8  # of the deeper numbers that stand below their own upper number
LEAST_DEEP = 2

Number = tuple[int, ...]


def levels(units: Sequence[Unit], told: Sequence[int | None], *, marked: bool = False) -> list[int]:
    """Return the level of each heading; `told` holds what outline or contents say of it.

    The bookmarks of a file (`marked`) are its author's own levels, even where all are one.
    """
    found = _levels(units, told, marked=marked)
    return _annexed(units, found if any(told) else _bracketed(units, found))


def _levels(units: Sequence[Unit], told: Sequence[int | None], *, marked: bool) -> list[int]:
    ranked = ranks(units)
    numbers = [_decimal(unit.text) for unit in units]
    if _is_graded(places(units), told, marked=marked):
        return _by_number(_anchored(ranked, told), numbers, told)
    if _is_sound(numbers):
        return _numbered(ranked, numbers)
    return nested(ranked, DEEPEST)


def _bracketed(units: Sequence[Unit], found: Sequence[int]) -> list[int]:
    """Return the levels with `(a)` below the numbered heading before it, in no larger type."""
    settled: list[int] = []
    upper: tuple[float, int] | None = None  # size and level of that heading
    for unit, level in zip(units, found, strict=True):
        number, size = NUMBER.match(unit.text), unit.lines[0].size
        settled.append(level)
        if number is None:
            upper = upper if upper and level > upper[1] else None
        elif number["bracketed"]:
            if upper and level <= upper[1] and size <= upper[0] + LEVEL_PT:
                settled[-1] = min(DEEPEST, upper[1] + 1)
        else:
            upper = size, level
    return settled


def _annexed(units: Sequence[Unit], found: Sequence[int]) -> list[int]:
    """Return the levels with the headings of an annex below its own, where both are set alike.

    They are where the first of them follows the annex's heading without a text between.
    """
    settled: list[int] = []
    annex: int | None = None
    for at, (unit, level) in enumerate(zip(units, found, strict=True)):
        if ANNEX.match(unit.text):
            after = units[at + 1] if at + 1 < len(units) else None
            annex = level if after and found[at + 1] == level and _touch(unit, after) else None
        elif annex is not None and level < annex:
            annex = None
        below = annex is not None and not ANNEX.match(unit.text)
        settled.append(min(DEEPEST, level + below))
    return settled


def _touch(unit: Unit, after: Unit) -> bool:
    line, below = unit.lines[-1], after.lines[0]
    return line.page == below.page and 0 < below.top - line.bottom < TOUCH * line.size


def _is_graded(looks: Sequence[Hashable], told: Sequence[int | None], *, marked: bool) -> bool:
    """Whether a list tells levels: a list without steps that names two looks tells titles only."""
    named = [(look, level) for look, level in zip(looks, told, strict=True) if level is not None]
    if len(named) < LEAST_TOLD:
        return False
    return marked or len({level for _, level in named}) > 1 or len({look for look, _ in named}) == 1


def _anchored(ranked: Sequence[int], told: Sequence[int | None]) -> list[int]:
    """Return levels as told; what nothing tells of goes with its look, or below the look above."""
    votes: dict[int, Counter[int]] = {rank: Counter() for rank in ranked}
    for rank, level in zip(ranked, told, strict=True):
        if level is not None:
            votes[rank][level] += 1
    depths = dict(zip(ranked, nested(ranked, DEEPEST), strict=True))
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
        for rank, level in zip(ranked, told, strict=True)
    ]


def _by_number(
    found: Sequence[int], numbers: Sequence[Number | None], told: Sequence[int | None]
) -> list[int]:
    """Return the levels with each heading that no list names one below its upper number."""
    settled: list[int] = []
    by_number: dict[Number, int] = {}
    for level, number, listed in zip(found, numbers, told, strict=True):
        upper = by_number.get(number[:-1]) if number and listed is None else None
        settled.append(level if upper is None else min(DEEPEST, upper + 1))
        if number:
            by_number[number] = settled[-1]
    return settled


def _decimal(text: str) -> Number | None:
    found = NUMBER.match(text)
    if found is None or not found["decimal"]:
        return None
    return tuple(int(part) for part in found["decimal"].split("."))


def _is_sound(numbers: Sequence[Number | None]) -> bool:
    """Whether deeper numbers stand below their own upper numbers: `3.1` after `3`, before `4`.

    An excerpt may open inside a chapter.
    """
    upper: int | None = None
    deep = below = 0
    for number in numbers:
        if number is None:
            continue
        if len(number) == 1:
            upper = number[0]
        else:
            upper = number[0] if upper is None else upper
            deep += 1
            below += number[0] == upper
    return deep >= LEAST_DEEP and below >= SOUND * deep


def _numbered(ranked: Sequence[int], numbers: Sequence[Number | None]) -> list[int]:
    """Return levels by the depth of the numbers, the unnumbered headings by look between them."""
    top = min(rank for rank, number in zip(ranked, numbers, strict=True) if number)
    above = len({rank for rank in ranked if rank < top})
    shallowest = min(len(number) for number in numbers if number)
    found: list[int] = []
    by_rank: dict[int, int] = {}
    inside: tuple[int, int] | None = None  # rank and level of the last numbered heading
    for rank, number in zip(ranked, numbers, strict=True):
        if number:
            level = above + len(number) - shallowest + 1
            inside = rank, level
            by_rank = {other: at for other, at in by_rank.items() if at < level}
        elif inside and rank == inside[0] and inside[1] > above + 1:
            level = inside[1] + 1  # where all of its look have numbers, it stands below them
        elif inside and rank > inside[0]:
            level = by_rank.get(rank, max([inside[1], *by_rank.values()]) + 1)
        else:
            level = by_rank.get(rank, min(rank, above + 1))
        by_rank[rank] = level
        found.append(min(DEEPEST, level))
    return found
