"""Running titles: what a small line in one place of the pages repeats of the headings."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate

from extractor.segment.layout.furniture.alike import APART, NEAR_PT, SHORTEST, Look, look
from extractor.segment.layout.furniture.printed import Edge
from extractor.segment.layout.lines import Line

LEAST_PAGES = 3
LEAST_NAMED = 0.6  # of the lines in one place that say what a heading says
LARGER = 1.12  # type of a heading, of its running title's
MOST_LINES = 4  # of a heading
NEXT_LINE = 1.8  # type sizes from one of them to the next at most
SAME_TYPE_PT = 0.5


def running_titles(edges: Sequence[tuple[Edge, Edge]], found: set[int]) -> set[int]:
    """Return the identities of the lines that name the chapter of their page.

    No text of them need be on more than one page. `found` is what recurs.
    """
    places: defaultdict[Look, list[tuple[Edge, Line]]] = defaultdict(list)
    for both in edges:
        for edge in both:
            for line in edge.lines:
                if id(line) not in found and edge.stands_apart(line, APART, found):
                    places[look(edge, line)].append((edge, line))
    titles: set[int] = set()
    for where in places.values():
        near = _in_one_place(where)
        if len({edge.sheet.number for edge, _ in near}) >= LEAST_PAGES:
            titles.update(_named([line for _, line in near], edges))
    return titles


def _in_one_place(where: Sequence[tuple[Edge, Line]]) -> list[tuple[Edge, Line]]:
    """Return the lines at the depth at which most of them stand."""
    depths = [edge.depth(line) for edge, line in where]
    usual = max(depths, key=lambda depth: sum(abs(depth - other) <= NEAR_PT for other in depths))
    return [
        place for place, depth in zip(where, depths, strict=True) if abs(depth - usual) <= NEAR_PT
    ]


def _named(lines: Sequence[Line], edges: Sequence[tuple[Edge, Edge]]) -> set[int]:
    """Return the lines that say what is said in larger type, and no word more, if most do."""
    least = LARGER * max(line.size for line in lines)
    headings = {text for edge, _ in edges for text in _headings(edge.sheet.lines, least)}
    named = {
        id(line)
        for line in lines
        if len(line.text) >= SHORTEST and line.text.casefold() in headings
    }
    return named if len(named) >= LEAST_NAMED * len(lines) else set()


def _headings(lines: Sequence[Line], least: float) -> Iterator[str]:
    """Yield the texts in type of at least that size: each line alone, and with its next lines."""
    for at, line in enumerate(lines):
        if line.size >= least:
            texts = [one.text.casefold() for one in _broken(lines[at : at + MOST_LINES])]
            yield from accumulate(texts, lambda text, other: f"{text} {other}")


def _broken(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines that go on with the first one below it, in its type."""
    before = lines[0]
    yield before
    for line in lines[1:]:
        step = line.baseline - before.baseline
        alike = abs(line.size - before.size) <= SAME_TYPE_PT
        if not (alike and 0 < step <= NEXT_LINE * line.size):
            return
        yield line
        before = line
