"""Furniture: running heads and feet, told by repetition, and page numbers, told by counting up."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import regex

from extractor.readers.source import Box, Grid
from extractor.segment.layout.geometry import holds
from extractor.segment.layout.lines import Line

EDGE_SHARE = 0.18  # of the page's height, at the top and at the bottom
MOST_STRIPS = 6  # so many lines from the edge at most
SAME_PLACE_PT = 12.0
LEAST_PAGES = 3
IN_STEP = 0.5  # of the places of a running text whose number changes
NUMBER = regex.compile(r"\d++")
PAGE_NUMBER = regex.compile(
    r"""
    [^\p{L}\d]*+ (?: (?: page | página | pagina | стр\.? | p\.? | pg\.? ) \s*+ )?
    (?P<number> \d{1,4} | [ivxlc]{1,7} )
    (?: \s*+ (?: / | \| | of | de | sur | из ) \s*+ \d{1,4} )? [^\p{L}\d]*+
    """,
    regex.X | regex.I,
)


def furniture(
    pages: Sequence[Sequence[Line]],
    heights: Sequence[float],
    grids: Sequence[Sequence[Grid]],
) -> list[set[int]]:
    """Return for each page the indices of its lines that are furniture."""
    edges = [_edge_lines(lines, height) for lines, height in zip(pages, heights, strict=True)]
    repeated = _repeated(pages, edges, heights)
    found: list[set[int]] = []
    for page, lines in enumerate(pages):
        tables = [grid.box for grid in grids[page] if len(grid.cells) > 1]
        chosen: set[int] = set()
        for edge in edges[page]:
            chosen |= _from_edge(edge, lines, repeated[page], tables)
        found.append(chosen)
    return found


def _from_edge(
    edge: Sequence[int], lines: Sequence[Line], repeated: set[int], tables: Sequence[Box]
) -> set[int]:
    """Return the repeated lines from an edge of the page up to the first line that is not."""
    chosen: set[int] = set()
    barrier: float | None = None
    for index in edge:
        line = lines[index]
        if barrier is not None and abs(line.baseline - barrier) > line.size / 2:
            break
        if index in repeated and not any(holds(table, line.box) for table in tables):
            chosen.add(index)
        else:
            barrier = line.baseline
    return chosen


def _edge_lines(lines: Sequence[Line], height: float) -> tuple[list[int], list[int]]:
    """Return the lines near the top, the topmost first, and near the bottom, the lowest first."""
    order = sorted(range(len(lines)), key=lambda i: lines[i].top)
    top = [i for i in order if lines[i].bottom < EDGE_SHARE * height]
    bottom = [i for i in reversed(order) if lines[i].top > (1 - EDGE_SHARE) * height]
    return top[: MOST_STRIPS * 2], bottom[: MOST_STRIPS * 2]


def _repeated(
    pages: Sequence[Sequence[Line]],
    edges: Sequence[tuple[list[int], list[int]]],
    heights: Sequence[float],
) -> list[set[int]]:
    """Return for each page the edge lines that other pages have too."""
    places: defaultdict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for page, both in enumerate(edges):
        for name, edge in zip(("top", "bottom"), both, strict=True):
            for index in edge:
                key = NUMBER.sub("#", " ".join(pages[page][index].text.split())).casefold()
                places[name, key].append((page, index))
    found: list[set[int]] = [set() for _ in pages]
    for (name, key), where in places.items():
        for group in _same_place(where, pages, heights, name):
            if _is_furniture(key, group, pages):
                for page, index in group:
                    found[page].add(index)
    return found


def _same_place(
    where: Iterable[tuple[int, int]],
    pages: Sequence[Sequence[Line]],
    heights: Sequence[float],
    edge: str,
) -> list[list[tuple[int, int]]]:
    """Return occurrences of one text in groups of equal distance from their edge."""
    groups: list[tuple[float, list[tuple[int, int]]]] = []
    for page, index in where:
        line = pages[page][index]
        down = line.baseline if edge == "top" else heights[page] - line.baseline
        for place, members in groups:
            if abs(place - down) <= SAME_PLACE_PT:
                members.append((page, index))
                break
        else:
            groups.append((down, [(page, index)]))
    return [members for _, members in groups]


def _is_furniture(
    key: str, group: Sequence[tuple[int, int]], pages: Sequence[Sequence[Line]]
) -> bool:
    on_pages = {page for page, _ in group}
    least = min(LEAST_PAGES, max(2, len(pages) // 2))
    if len(pages) == 1:
        return False
    if not any(c.isalpha() for c in key):
        same = len({pages[page][index].text for page, index in group}) == 1
        return (same and len(on_pages) >= least) or _counts_up(group, pages)
    if len(on_pages) < least:
        return False
    same = len({pages[page][index].text for page, index in group}) == 1
    return same or any(_in_step(group, pages, place) for place in range(key.count("#")))


def _in_step(group: Sequence[tuple[int, int]], pages: Sequence[Sequence[Line]], place: int) -> bool:
    """Whether one of the numbers in a text rises with the pages, or mostly stays the same."""
    numbers = [(page, NUMBER.findall(pages[page][index].text)) for page, index in group]
    offsets = Counter(int(found[place]) - page for page, found in numbers if len(found) > place)
    values = Counter(found[place] for _, found in numbers if len(found) > place)
    most = max(*offsets.values(), *values.values(), 0)
    return most >= IN_STEP * len(group)


def _counts_up(group: Sequence[tuple[int, int]], pages: Sequence[Sequence[Line]]) -> bool:
    """Whether bare numbers rise with the pages, as page numbers do."""
    offsets: defaultdict[int, int] = defaultdict(int)
    for page, index in group:
        found = PAGE_NUMBER.fullmatch(pages[page][index].text)
        if found and found["number"].isdigit():
            offsets[int(found["number"]) - page] += 1
    most = max(offsets.values(), default=0)
    return most >= min(LEAST_PAGES, max(2, len(pages) // 2)) and most >= 0.5 * len(group)
