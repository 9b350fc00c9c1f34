"""Running titles: what a small line in one place of the pages repeats of the headings."""

from collections import defaultdict
from collections.abc import Sequence

from extractor.segment.layout.furniture.alike import APART, NEAR_PT, SHORTEST, Look, look
from extractor.segment.layout.furniture.printed import Edge
from extractor.segment.layout.lines import Line

LEAST_PAGES = 3
LEAST_NAMED = 0.6  # of the lines in one place that say what a heading says
LARGER = 1.12  # type of a heading, of its running title's


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
    """Return the lines that say what lines in larger type say, where most of them do."""
    least = LARGER * max(line.size for line in lines)
    headings = {
        line.text.casefold()
        for edge, _ in edges
        for line in edge.sheet.lines
        if line.size >= least and len(line.text) >= SHORTEST
    }
    named = {id(line) for line in lines if _says(line.text.casefold(), headings)}
    return named if len(named) >= LEAST_NAMED * len(lines) else set()


def _says(text: str, headings: set[str]) -> bool:
    """Whether a text is a heading, or begins with one that is broken into lines."""
    return text in headings or any(text.startswith(heading + " ") for heading in headings)
