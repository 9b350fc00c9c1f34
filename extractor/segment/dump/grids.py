"""Key figures side by side in a dump that keeps the layout, set one below the other.

The values stand in one line, wide blanks between them, and what each of them is in a line or
several of as many parts, below the values or above them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import regex

from extractor.segment.dump import shape
from extractor.segment.dump.lines import Line
from extractor.segment.dump.rows import CELL, MAX_LINE, PAIR, YEAR

LABEL_WORDS = 6  # of one line of a label
VALUES, LABELS, OTHER = "VL-"
GRID = regex.compile(r"(?: V L{1,3}+ )++ | (?: L{1,3}+ V )++ | L{1,2}+ V L{1,2}+", regex.X)
MEASURED = regex.compile(
    r"[%\p{Sc}] | \d [ ]? \p{L} | \d [.,'’\u00a0\u202f ] \d{3} (?! \d )", regex.X
)
"""A value that shows what it is of: a unit, a currency, a magnitude, or marks of its thousands."""
TOLD_UNIT = regex.compile(r"[%\p{Sc}]")
"""A unit in the label of a value."""
STEPS = 3  # values that may be the ticks of an axis, or numbers of steps
ROW = regex.compile(r"V L++ | L++ V (?: L++ $ )?+", regex.X)


def set_in_order(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, each value of a row of key figures before the lines of its label."""
    kinds = [_kind(line) for line in lines]
    ordered: list[Line] = []
    for first, last in _stretches(lines, kinds):
        own = lines[first:last]
        grid = _grid(own, "".join(kinds[first:last]))
        ordered += own if grid is None else grid
    return ordered


def _stretches(lines: Sequence[Line], kinds: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where lines begin and end that hold values or labels only, and where the others do."""
    edges = [i for i in range(1, len(lines)) if _is_edge(lines, kinds, i)]
    yield from pairwise([0, *edges, len(lines)])


def _is_edge(lines: Sequence[Line], kinds: Sequence[str], i: int) -> bool:
    line, before = lines[i], lines[i - 1]
    if (kinds[i] == OTHER) != (kinds[i - 1] == OTHER):
        return True
    return kinds[i] != OTHER and (line.gap > 0 or line.page != before.page)


def _parts(line: Line) -> list[Line]:
    """Return what wide blanks part in a line."""
    return [line.part(*match.span()) for match in CELL.finditer(line.text)]


def _kind(line: Line) -> str:
    texts = CELL.findall(line.text) if len(line.text) <= MAX_LINE else []
    if len(texts) < PAIR:
        return OTHER
    if all(map(shape.is_number, texts)):
        return OTHER if all(map(YEAR.match, texts)) else VALUES
    return LABELS if all(map(_is_label, texts)) else OTHER


def _is_label(text: str) -> bool:
    return (
        shape.LETTER.search(text) is not None
        and not shape.is_number(text)
        and shape.words(text) <= LABEL_WORDS
        and not shape.ends_block(text)
    )


def _grid(lines: Sequence[Line], kinds: str) -> list[Line] | None:
    """Return rows of values and labels one value after the other; nothing where they are none."""
    if not GRID.fullmatch(kinds):
        return None
    parts = [_parts(line) for line in lines]
    if not _is_measured(parts, kinds):
        return None
    ordered: list[Line] = []
    for match in ROW.finditer(kinds):
        own = parts[match.start() : match.end()]
        values = own[match[0].index(VALUES)]
        labels = [line for line in own if line is not values]
        columns = _columns(values, labels)
        if columns is None or _are_steps([value.text for value in values]):
            return None
        for value, label in zip(values, columns, strict=True):
            below = [replace(line, gap=0, goes_on=at > 0) for at, line in enumerate(label)]
            ordered += [replace(value, gap=1), *below]
    return ordered


def _is_measured(parts: Sequence[Sequence[Line]], kinds: str) -> bool:
    """Say whether a value or a label shows a unit: bare numbers may number or be called."""
    shows = {VALUES: MEASURED, LABELS: TOLD_UNIT}
    found = zip(parts, kinds, strict=True)
    return any(shows[kind].search(part.text) for line, kind in found for part in line)


def _are_steps(values: Sequence[str]) -> bool:
    """Say whether values are those of an axis or of steps: each as much more than the last.

    >>> _are_steps(["0", "20", "40"]), _are_steps(["1,000", "2,100", "3,000"])
    (True, False)
    """
    numbers = [int("".join(filter(str.isdigit, value))) for value in values]
    return len(values) >= STEPS and len({b - a for a, b in pairwise(numbers)}) == 1


def _columns(values: Sequence[Line], labels: Sequence[Sequence[Line]]) -> list[list[Line]] | None:
    """Return the lines of the label of each value; nothing where one has none, or two of a line."""
    columns: list[list[Line]] = [[] for _ in values]
    for line in labels:
        whole = len(line) == len(values)
        places = range(len(values)) if whole else [_nearest(values, part) for part in line]
        if any(place >= after for place, after in pairwise(places)):
            return None
        for place, part in zip(places, line, strict=True):
            columns[place].append(part)
    return columns if all(columns) else None


def _nearest(values: Sequence[Line], part: Line) -> int:
    """Return the value that a part is set below or above: at its left, its right or its middle."""

    def apart(at: int) -> int:
        value = values[at]
        left = part.indent - value.indent
        right = left + len(part.text) - len(value.text)
        return min(abs(left) * 2, abs(right) * 2, abs(left + right))

    return min(range(len(values)), key=apart)
