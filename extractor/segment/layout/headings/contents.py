"""What a document says of its own headings: the outline of the file, and the printed contents."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from extractor.segment.layout.breaks import tabbed_number
from extractor.segment.layout.headings.front import folded
from extractor.segment.layout.headings.signs import NUMBER, depth
from extractor.segment.layout.paragraphs import Unit, leader

LEAST_LINES = 3  # lines with page numbers that make a list of contents
INDENT_PT = 4.0
SHORTEST = 3  # letters and digits
PAGES_OFF = 1  # an entry may be so many pages off

LAST_NUMBER = regex.compile(r"(?P<number> \d{1,4} ) \s* $", regex.X)
Outline = Sequence[tuple[int, str, int]]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents, or a bookmark."""

    title: str
    """Its letters and digits."""
    level: int
    page: int | None
    """The page as counted in the file; None where that is not known."""


class Told:
    """The headings that a document lists, by title and page."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            if len(entry.title) >= SHORTEST:
                self._entries[entry.title].append(entry)

    def level(self, unit: Unit, *, alone: bool) -> int | None:
        """Return the level that is told of a heading, with or without its number.

        `alone` says that no other heading has its title; else the entry's page must be its own.
        A list without steps may hold `9.1` beside `9`: the number says that it is deeper.
        """
        named = self._entries.get(folded(unit.text)) or self._entries.get(bare(unit.text), [])
        if any(entry.page is not None for entry in named):
            near = [e for e in named if e.page is None or abs(e.page - unit.page) <= PAGES_OFF]
            named = near or (named if alone and len(named) == 1 else [])
            named.sort(key=lambda entry: abs((entry.page or unit.page) - unit.page))
        return max(named[0].level, depth(unit.text)) if named else None


def bare(text: str) -> str:
    """Return the letters and digits of a title without its printed number."""
    number = NUMBER.match(text)
    return folded(text[number.end() :] if number else text)


def told_headings(pages: Sequence[list[Unit]], outline: Outline) -> Told:
    """Return what the outline and the printed contents tell of the headings."""
    marked = [Entry(folded(title), level, page) for level, title, page in outline]
    named = {entry.title for entry in marked}
    printed = [entry for entry in _printed(pages) if entry.title not in named]
    return Told([*marked, *printed])


def is_entry(unit: Unit) -> bool:
    """Whether a unit is a line of the contents: a title, and far from it a page number."""
    return bool(unit.lines) and (leader(unit.text) is not None or tabbed_number(unit.lines[-1]))


def _printed(pages: Sequence[list[Unit]]) -> list[Entry]:
    found: list[tuple[str, int, int | None]] = []
    listed: set[int] = set()
    for at, units in enumerate(pages):
        lines = [unit for unit in units if is_entry(unit)]
        if len(lines) < LEAST_LINES or not _rise([_number(unit) for unit in lines]):
            continue
        listed.add(at)
        levels = _levels(lines)
        found += [
            (_title(unit), level, _number(unit)) for unit, level in zip(lines, levels, strict=True)
        ]
    offset = _offset(pages, listed, found)
    return [
        Entry(title, level, None if number is None or offset is None else number + offset)
        for title, level, number in found
    ]


def _title(unit: Unit) -> str:
    dots = leader(unit.text)
    if dots is not None:
        return folded(unit.text[: dots.start()])
    return folded(LAST_NUMBER.sub("", unit.text))


def _number(unit: Unit) -> int | None:
    found = LAST_NUMBER.search(unit.text)
    return int(found["number"]) if found else None


def _rise(numbers: Sequence[int | None]) -> bool:
    """Whether page numbers rise down a list, but for a few."""
    known = [number for number in numbers if number is not None]
    falls = sum(one > other for one, other in pairwise(known))
    return falls <= len(known) // LEAST_LINES


def _levels(lines: Sequence[Unit]) -> list[int]:
    """Return the levels of the entries by their indents, else by their type."""
    indents = [_indent(unit) for unit in lines]
    steps = _steps(indents)
    if len(steps) > 1:
        return [1 + sum(step < indent - INDENT_PT / 2 for step in steps) for indent in indents]
    looks = [(round(unit.lines[0].size), unit.lines[0].bold) for unit in lines]
    order = sorted(set(looks), reverse=True)
    return [1 + order.index(look) for look in looks]


def _offset(
    pages: Sequence[list[Unit]],
    listed: set[int],
    found: Sequence[tuple[str, int, int | None]],
) -> int | None:
    """Return how many pages the file counts more than the contents, as most titles say."""
    numbers = {title: number for title, _, number in found if number is not None}
    votes: Counter[int] = Counter()
    for at, units in enumerate(pages):
        for unit in units if numbers and at not in listed else ():
            number = numbers.get(folded(unit.text))
            if number is not None:
                votes[unit.page - number] += 1
    return max(votes, key=lambda offset: (votes[offset], -abs(offset)), default=None)


def _indent(unit: Unit) -> float:
    line = unit.lines[0]
    return -line.right if line.rtl else line.left


def _steps(indents: Sequence[float]) -> list[float]:
    """Return the indents that occur, those closer than a step made one."""
    steps: list[float] = []
    for indent in sorted(indents):
        if not steps or indent - steps[-1] > INDENT_PT:
            steps.append(indent)
    return steps
