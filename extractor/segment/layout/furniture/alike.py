"""What looks like known furniture: another text in its place, or its text in another place."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import islice, takewhile

import regex

from extractor.segment.layout.furniture.printed import Edge
from extractor.segment.layout.lines import Line

NEAR_PT = 3.0
APART = 1.7  # type sizes of white between a running head and the text
LEAST_KNOWN = 2  # pages with furniture in one place and look
LONGER_BY = 20  # characters that may follow a known text
LARGER = 1.1  # a text in larger type is the title that the running head repeats
SHORTEST = 6  # characters of a text that is known again

Look = tuple[str, float, bool, str]


def look(edge: Edge, line: Line) -> Look:
    """Return at which edge a line stands and how it is set; a name in it may be in italics."""
    return edge.name, round(line.size, 1), line.bold, line.color


def _looks(edge: Edge, line: Line) -> tuple[Look, Look]:
    """Return how a running text is set, and the same no bolder."""
    seen = look(edge, line)
    return seen, (*seen[:2], False, seen[3])


class Known:
    """The furniture found by repetition, by place and by text."""

    def __init__(self, edges: Iterable[tuple[Edge, Edge]], found: set[int]) -> None:
        self._places: dict[Look, list[float]] = {}
        self._texts: dict[str, float] = {}
        self._found = found
        for both in edges:
            for edge in both:
                for line in edge.lines:
                    if id(line) in found:
                        for seen in {*_looks(edge, line)}:
                            self._places.setdefault(seen, []).append(edge.depth(line))
                        self._know(line)
        for depths in self._places.values():
            depths.sort()

    def add(self, labels: Iterable[Line]) -> None:
        """Know the texts of labels too, which stand at a side of the page."""
        for label in labels:
            self._know(label)

    def _know(self, line: Line) -> None:
        text = line.text.casefold()
        self._texts[text] = max(line.size, self._texts.get(text, 0.0))

    def has(self, edge: Edge, line: Line) -> bool:
        """Whether a line is a running text of another chapter, or a known text."""
        return self._is_named(line) or self._in_place(edge, line)

    def _is_named(self, line: Line) -> bool:
        """Whether a line says what a running text says, in type as small."""
        text = line.text.casefold()
        size = self._texts.get(text)
        if size is not None and len(text) >= SHORTEST and line.size <= LARGER * size:
            return True
        first = max(SHORTEST, len(text) - LONGER_BY)
        spaces = [i for i, c in enumerate(text[first:], first) if c == " "]
        return any(self._is_symbol(text[:i]) for i in spaces)

    def _is_symbol(self, text: str) -> bool:
        """Whether a text is a known symbol or number, after which a word or two may stand."""
        return text in self._texts and any(c.isdigit() for c in text)

    def _in_place(self, edge: Edge, line: Line) -> bool:
        depths = self._places.get(look(edge, line), ())
        depth = edge.depth(line)
        # A running text of a long document has hundreds of depths: few lie near.
        nearly = islice(depths, bisect_left(depths, depth - 2 * NEAR_PT), None)
        near = takewhile(lambda other: other - depth <= NEAR_PT, nearly)
        known = (True for other in near if depth - other <= NEAR_PT)
        return any(islice(known, LEAST_KNOWN - 1, None)) and edge.stands_apart(
            line, APART, self._found
        )


CODE_39 = regex.compile(r"\* [\p{Lu}\d .$/+%\-]{4,40} \*", regex.X)


def is_bar_code(line: Line) -> bool:
    """Whether a line is a bar code, whose font prints `*2505391*` as bars."""
    return line.text[:1] == "*" and CODE_39.fullmatch(line.text) is not None
