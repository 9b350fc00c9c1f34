"""Headings: told by size, weight, capitals, colour and number, never by one of them alone."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from extractor.segment.captions import kind_of
from extractor.segment.layout.keyfigures import VALUE
from extractor.segment.layout.paragraphs import LEADER, Unit
from extractor.segment.layout.profile import Profile

LARGER = 1.12  # type this much larger than the body's heads something
NOT_SMALLER = 0.94
MOST_LINES = 4
MOST_BOLD_LINES = 2  # in the body's size
MOST_CHARACTERS = 220
LEVEL_PT = 0.75  # sizes closer than this are one level
DEEPEST = 6

WORDS = regex.compile(r"\p{L}{2,}")
ENDS = regex.compile(r"[.;,،؛] $", regex.X)
CONTENTS = regex.compile(
    r"""
    \W* (?: (?: table \s of \s )? contents | table \s des \s matières | sommaire
      | índice | contenido | tabla \s de \s contenido s? | содержание | оглавление
      | sumário | المحتويات | inhalt ) \W*
    """,
    regex.X | regex.I,
)
NUMBER = regex.compile(
    r"""
    (?: (?P<decimal> \d{1,2} (?: \. \d{1,2} )*+ ) [.)]? | (?P<letter> [A-Z] | [IVX]{1,5} ) [.)] )
    [\s\u00a0]
    """,
    regex.X,
)


@dataclass(frozen=True, slots=True)
class Look:
    """How a heading is set."""

    size: float
    bold: bool
    capitals: bool


def look(unit: Unit) -> Look:
    """Return how a unit is set."""
    text = unit.text
    letters = [c for c in text if c.isalpha()]
    return Look(
        size=unit.lines[0].size,
        bold=all(line.bold for line in unit.lines),
        capitals=bool(letters) and all(not c.islower() for c in letters),
    )


def is_heading(unit: Unit, profile: Profile) -> bool:
    """Whether a unit reads as a heading."""
    text, n_lines = unit.text, len(unit.lines)
    bulleted = unit.marker is not None and not unit.marker.counted
    if n_lines > MOST_LINES or len(text) > MOST_CHARACTERS or bulleted or _is_no_title(text):
        return False
    seen, ends = look(unit), ENDS.search(text) is not None
    if seen.size >= LARGER * profile.body:
        return not ends or n_lines == 1
    if ends or seen.size < NOT_SMALLER * profile.body or n_lines > MOST_BOLD_LINES:
        return False
    in_capitals = seen.capitals and len(WORDS.findall(text)) > 1 and n_lines == 1
    return in_capitals or (seen.bold and not profile.body_bold)


def _is_no_title(text: str) -> bool:
    """Whether a text is something else by its words: a number, a line of contents, a caption."""
    return (
        not WORDS.search(text)
        or text[0].islower()
        or VALUE.fullmatch(" ".join(text.split())) is not None
        or LEADER.search(text) is not None
        or kind_of(text) is not None
    )


def levels(units: Sequence[Unit]) -> list[int]:
    """Return the level of each heading: larger type first, then capitals, weight and numbers."""
    looks = [look(unit) for unit in units]
    sizes: list[float] = []
    for size in sorted({seen.size for seen in looks}, reverse=True):
        if not sizes or sizes[-1] - size > LEVEL_PT:
            sizes.append(size)
    ranks = sorted({_rank(seen, sizes) for seen in looks})
    base = [ranks.index(_rank(seen, sizes)) + 1 for seen in looks]
    return _nested(_deepened(units, base))


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
    level = 0
    settled: dict[int, int] = {}
    for rank in sorted(usual):
        level = max(level, usual[rank])
        settled[rank] = min(DEEPEST, level)
    return [settled[rank] for rank in ranks]


def _rank(seen: Look, sizes: Sequence[float]) -> tuple[int, int, int]:
    place = next(i for i, size in enumerate(sizes) if size - seen.size <= LEVEL_PT)
    return place, 0 if seen.capitals else 1, 0 if seen.bold else 1


def _deepened(units: Sequence[Unit], base: Sequence[int]) -> list[int]:
    """Return the levels with those of one look told apart by the depth of their numbers."""
    shallowest: dict[int, int] = {}
    depths = [_depth(unit.text) for unit in units]
    for depth, level in zip(depths, base, strict=True):
        if depth:
            shallowest[level] = min(depth, shallowest.get(level, depth))
    extra = [
        max(0, depth - shallowest[level]) if depth else 0
        for depth, level in zip(depths, base, strict=True)
    ]
    deepest = dict.fromkeys(base, 0)
    for more, level in zip(extra, base, strict=True):
        deepest[level] = max(deepest[level], more)
    shift = {level: sum(deepest[other] for other in deepest if other < level) for level in deepest}
    return [level + shift[level] + more for level, more in zip(base, extra, strict=True)]


def _depth(text: str) -> int:
    found = NUMBER.match(text)
    if found is None:
        return 0
    return found["decimal"].count(".") + 1 if found["decimal"] else 1
