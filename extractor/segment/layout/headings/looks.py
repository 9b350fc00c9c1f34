"""Ranks of headings by how they are set: size, capitals, weight, then colour, slope and number."""

from collections.abc import Hashable, Sequence
from itertools import pairwise
from typing import Literal

import regex

from extractor.segment.layout.headings.signs import NUMBER, Look, depth, look
from extractor.segment.layout.paragraphs import Unit

LEVEL_PT = 0.75  # sizes closer than this are one level
SHADE = 85.0  # of 255: steps of a colour's parts that count
LIGHT = 3  # of those steps: all parts at their full, or nearly
ROMAN = regex.compile(r"[IVX]{1,5}")
Style = tuple[Literal["roman", "letter", "bracketed", "decimal"], int]
"""How a heading is numbered, and of a decimal number how deep."""


def ranks(units: Sequence[Unit]) -> list[int]:
    """Return the rank of each heading's look, from 1: larger type first, then capitals, weight.

    Looks that differ in colour, slope or kind of number only are of two ranks where the one
    stands between headings of the other; the colour of a chapter is none.
    """
    base = places(units)
    colours = _told_apart(base, [_colour(look(unit)) for unit in units])
    coloured = list(zip(base, colours, strict=True))
    kinds = _told_apart(coloured, _styles([unit.text for unit in units]))
    whole = _undivided(
        [
            (*place, colour, kind, depth(unit.text))
            for place, colour, kind, unit in zip(base, colours, kinds, units, strict=True)
        ]
    )
    order = {place: i + 1 for i, place in enumerate(sorted(set(whole)))}
    return [order[place] for place in whole]


def places(units: Sequence[Unit]) -> list[tuple[int, int, int]]:
    """Return where each heading stands by size, capitals and weight."""
    sizes = _steps([look(unit).size for unit in units])
    return [_place(unit, sizes) for unit in units]


def _colour(seen: Look) -> tuple[tuple[int, ...], bool] | None:
    """Return colour and slope; None of light type, which lies on a colour that is what one sees."""
    hue = _hue(seen.color)
    return None if min(hue) == LIGHT else (hue, seen.italic)


def _hue(color: str) -> tuple[int, ...]:
    """Return a colour so coarsely that shades of one are equal."""
    return tuple(round(int(color[i : i + 2], 16) / SHADE) for i in (1, 3, 5))


def _steps(sizes: Sequence[float]) -> list[float]:
    steps: list[float] = []
    for size in sorted(set(sizes), reverse=True):
        if not steps or steps[-1] - size > LEVEL_PT:
            steps.append(size)
    return steps


def _place(unit: Unit, sizes: Sequence[float]) -> tuple[int, int, int]:
    seen = look(unit)
    place = next(i for i, size in enumerate(sizes) if size - seen.size <= LEVEL_PT)
    return place, 0 if seen.capitals else 1, 0 if seen.bold else 1


def _told_apart(groups: Sequence[Hashable], traits: Sequence[Hashable | None]) -> list[int]:
    """Return for each heading the rank of its trait among those of its group; 0 where none parts.

    Traits are ranked as they first occur. A heading without the trait goes with the first.
    """
    orders: dict[Hashable, list[Hashable]] = {}
    runs: dict[Hashable, list[Hashable]] = {}
    for group, trait in zip(groups, traits, strict=True):
        if trait is None:
            continue
        order, run = orders.setdefault(group, []), runs.setdefault(group, [])
        if trait not in order:
            order.append(trait)
        if not run or run[-1] != trait:
            run.append(trait)
    parted = {group: order for group, order in orders.items() if len(runs[group]) > len(order)}
    return [
        parted[group].index(trait) if group in parted and trait is not None else 0
        for group, trait in zip(groups, traits, strict=True)
    ]


def _styles(texts: Sequence[str]) -> list[Style | None]:
    """Return how each heading is numbered; an `I` after an `H` is a letter, else a numeral."""
    found: list[Style | None] = []
    letter = ""
    for text in texts:
        number = NUMBER.match(text)
        if number is None:
            found.append(None)
        elif number["letter"]:
            follows = len(letter) == 1 and number["letter"] == chr(ord(letter) + 1)
            roman = ROMAN.fullmatch(number["letter"]) is not None and not follows
            letter = letter if roman else number["letter"]
            found.append(("roman" if roman else "letter", 0))
        else:
            found.append(("bracketed", 0) if number["bracketed"] else ("decimal", 0))
    return found


Place = tuple[int, int, int, int, int, int]


def _undivided(found: Sequence[Place]) -> list[Place]:
    """Return places whose last part, the depth of the number, is 0 where one look has one depth."""
    shallowest: dict[tuple[int, ...], int] = {}
    for place in found:
        if place[-1]:
            shallowest[place[:-1]] = min(place[-1], shallowest.get(place[:-1], place[-1]))
    return [
        (*place[:-1], max(0, place[-1] - shallowest.get(place[:-1], place[-1]))) for place in found
    ]


def nested(ranked: Sequence[int], deepest: int) -> list[int]:
    """Return for each rank the depth at which headings of that rank mostly stand.

    Those before the first heading of an upper rank, as on a cover, tell it only if none follow.
    """
    depths: dict[int, list[int]] = {rank: [] for rank in ranked}
    early: dict[int, list[int]] = {rank: [] for rank in ranked}
    path: list[int] = []
    upper = min(ranked, default=0)
    begun = False
    for rank in ranked:
        while path and path[-1] >= rank:
            path.pop()
        path.append(rank)
        begun = begun or rank == upper
        (depths if begun else early)[rank].append(len(path))
    depths = {rank: depths[rank] or early[rank] for rank in depths}
    order = sorted(depths)
    settled = {
        rank: min(deepest, max(found, key=lambda depth: (found.count(depth), depth)))
        for rank, found in depths.items()
    }
    for before, rank in pairwise(order):
        settled[rank] = max(settled[before], settled[rank])
    return [settled[rank] for rank in ranked]
