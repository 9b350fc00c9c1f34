"""What the name of a number in a chart is made of: the title, the series, the category."""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from schemas.figure import Bound

JOINS = regex.compile(r"[:,] [ ]", regex.X)  # of a title to what is under it, and of that
MAX_JOINS = 20  # in a name; a longer one is a sentence


@dataclass(frozen=True, slots=True)
class Name:
    """The parts of a name, as they were joined."""

    title: str
    """Of the chart; empty where only its series are named."""
    label: str
    """Of the series, or of the category where there are no series; empty where neither is named."""
    stage: str = ""
    """Of the category under a series."""


def name_of(bound: Bound) -> Name:
    """Return the parts of a name: its evidence is the series, or else the title, as printed.

    A title, and a series, may hold a colon or a comma of their own; the evidence tells where it
    ends.
    """
    value = bound.value
    printed = " ".join(bound.anchor.quote.split()) if bound.anchor else ""
    shown = [part for part in _parts(value) if value[part[0] : part[1]] in printed]
    if not shown:
        return Name(value, "")
    start, end = max(shown, key=lambda part: (part[1] - part[0], part[0]))
    if start == 0 and not value.startswith(", ", end):
        return Name(value[:end], value[end + 2 :])
    return Name(value[: max(start - 2, 0)], value[start:end], value[end + 2 :])


def _parts(value: str) -> Iterator[tuple[int, int]]:
    """Yield from where to where the evidence may stand: what follows it, a colon or a comma."""
    joins = [match.span() for match in JOINS.finditer(value)][:MAX_JOINS]
    ends = [first for first, _ in joins] + [len(value)]
    for start in (0, *(last for (first, last) in joins if value[first] == ":")):
        yield from ((start, end) for end in ends if end > start)
