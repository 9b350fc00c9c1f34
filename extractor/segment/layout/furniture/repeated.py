"""Running heads and feet: told by repetition over the pages, at one distance from the edge."""

from collections import Counter, defaultdict
from collections.abc import Sequence

import regex

from extractor.segment.layout.furniture.numbers import (
    counts_up,
    lone_of_turned,
    named_of_turned,
    numbering,
    page_number,
)
from extractor.segment.layout.furniture.printed import Edge, PrintedPage
from extractor.segment.layout.lines import Line
from extractor.segment.layout.markers import is_bare_marker

SAME_PLACE_PT = 12.0
LEAST_PAGES = 3
IN_STEP = 0.5  # of the places of a running text whose number changes
APART = 1.7  # type sizes of white between a running head and the text
LARGER = 1.12  # of the body's type
NUMBER = regex.compile(r"\d++")
LONE = "#"  # key of what is a number alone

Occurrence = tuple[int, Line]
"""Index of the page, and the line on it."""


def repeated(
    sheets: Sequence[PrintedPage], edges: Sequence[tuple[Edge, Edge]], body: float
) -> set[int]:
    """Return the identities of the lines near an edge that other pages have too."""
    places: defaultdict[tuple[str, str], list[tuple[Edge, Occurrence]]] = defaultdict(list)
    for page, both in enumerate(edges):
        for edge in both:
            for line in edge.lines:
                if is_bare_marker(line) and page_number(line.text) is None:
                    continue  # lists begin at the head of many pages
                places[edge.name, _key(line.text)].append((edge, (page, line)))
    found: set[int] = set()
    for (_, key), where in places.items():
        for group in _same_place(where, body):
            if _is_furniture(key, group, len(sheets), body):
                found.update(map(id, numbering(group) if key == LONE else (x for _, x in group)))
    return found


def repeated_labels(sheets: Sequence[PrintedPage], body: float) -> set[int]:
    """Return the identities of the turned labels that recur, or count up with the pages."""
    found: set[int] = set()
    places: defaultdict[str, list[Occurrence]] = defaultdict(list)
    for page, sheet in enumerate(sheets):
        for label in sheet.turned:
            places[_key(label.text)].append((page, label))
    for key, group in places.items():
        if _is_furniture(key, group, len(sheets), body):
            found.update(id(label) for _, label in group)
    return found


def _are_titles(where: Sequence[tuple[Edge, Occurrence]], body: float) -> bool:
    """Whether lines are the titles of sheets: large, right over them, each with its own number."""
    over = [
        line.size >= LARGER * body and not edge.stands_apart(line, APART)
        for edge, (_, line) in where
        if edge.name == "top" and any(map(str.isalpha, line.text))
    ]
    own = len({line.text for _, (_, line) in where}) == len(where) > 1
    return own and len(over) == len(where) and all(over)


def _key(text: str) -> str:
    """Return a text with its numbers made equal."""
    if page_number(text) is not None:
        return LONE
    return NUMBER.sub("#", " ".join(text.split())).casefold()


def _same_place(where: Sequence[tuple[Edge, Occurrence]], body: float) -> list[list[Occurrence]]:
    """Return occurrences of one text in groups of equal distance from their edge.

    The order of the pages tells nothing of that. There are none of the titles of sheets.
    """
    if _are_titles(where, body):
        return []
    depths = sorted(((edge.depth(line), at) for at, (edge, (_, line)) in enumerate(where)))
    groups: list[tuple[float, list[Occurrence]]] = []
    for depth, at in depths:
        if groups and depth - groups[-1][0] <= SAME_PLACE_PT:
            groups[-1][1].append(where[at][1])
        else:
            groups.append((depth, [where[at][1]]))
    return [members for _, members in groups]


def _is_furniture(key: str, group: Sequence[Occurrence], n_pages: int, body: float) -> bool:
    if n_pages == 1:
        return False
    on_pages = {page for page, _ in group}
    least = min(LEAST_PAGES, max(2, n_pages // 2))
    same = len({line.text for _, line in group}) == 1
    if not any(c.isalpha() for c in key):
        repeats = (same and len(on_pages) >= least) or counts_up(group, n_pages)
        return repeats or lone_of_turned(group, n_pages, body)
    if len(on_pages) < least:
        return False
    rises = same or any(_in_step(group, place) for place in range(key.count("#")))
    return rises or named_of_turned(group, n_pages)


def _in_step(group: Sequence[Occurrence], place: int) -> bool:
    """Whether one of the numbers in a text rises with the pages, or mostly stays the same."""
    told = [(page, NUMBER.findall(line.text)) for page, line in group]
    numbers = [(page, int(found[place])) for page, found in told if len(found) > place]
    offsets = Counter(number - page for page, number in numbers)
    values = Counter(number for _, number in numbers)
    most = max(*offsets.values(), *values.values(), 0)
    return most >= IN_STEP * len(group)
