"""Panels: large numbers, each with its label on the side where its neighbours have theirs."""

from collections import Counter
from collections.abc import Iterator, Sequence

import regex

from extractor.readers.geometry import area, holds, shared, sideways
from extractor.readers.source import Box, PdfPage
from extractor.segment.keyfigures import is_as_of_line
from extractor.segment.layout.keyfigures.labels import labels_apart
from extractor.segment.layout.keyfigures.sides import NEXT_LINE, SIDES, Labelled, Side, label_at
from extractor.segment.layout.keyfigures.values import (
    HEADING_LABEL,
    LARGER,
    UNITS,
    KeyFigure,
    Value,
    counts,
    parted,
    reads_as_value,
    size_of,
)
from extractor.segment.layout.lines import Line
from extractor.segment.layout.profile import Profile

SAME_SIZE = 0.08  # share by which the type of a panel's values differs at most
LABEL_SHARE = 0.85  # of the value's type: labels are set in less
SAME_LINE = 0.1  # type sizes between the baselines of a number and its heading
HEADING_REACH = 4.0  # type sizes between a number and the heading that it counts
AS_OF_REACH = 1.3  # type sizes between a key figure and its as-of line at most
LARGEST_TILE = 0.5  # of the page

CHANGE = regex.compile(r"[+−–▲▼↑↓-] \s? \d", regex.X)
"""What opens a line that tells by how much a figure has changed, which labels none."""


def panels(lines: Sequence[Line], page: PdfPage, profile: Profile) -> list[KeyFigure]:
    """Return the key figures in large type among the lines of a page."""
    least = LARGER * profile.body
    if not any(line.bottom - line.top >= least for line in lines):
        return []
    apart = list(parted(lines))
    large = [line for line in apart if _is_large(line, profile)]
    values = [
        _value(line, apart)
        for line in large
        if reads_as_value(line.text) and not _counts_heading(line, large)
    ]
    chosen = {id(line) for value in values for line in value.lines}
    texts = [*labels_apart((line for line in apart if id(line) not in chosen), values)]
    found: list[KeyFigure] = []
    for group in _groups(values):
        found += _labelled(group, texts, page, profile)
    return found


def _counts_heading(line: Line, large: Sequence[Line]) -> bool:
    """Whether a text in the same type follows a number on its line: a heading it counts."""
    for other in large:
        level = _level(line, other)
        gap = other.left - line.right
        alike = abs(other.size - line.size) <= SAME_SIZE * line.size
        if level and alike and 0 < gap < HEADING_REACH * line.size and other.text[0].isalpha():
            return not reads_as_value(other.text)
    return False


def _value(line: Line, lines: Sequence[Line]) -> Value:
    """Return a value with the line below it that goes on with it: its magnitude or unit.

    In smaller type that line might be the label; then another label stands below it.
    """
    for below in lines:
        if _is_unit_below(line, below):
            alike = abs(below.size - line.size) <= SAME_SIZE * line.size
            if alike or any(_stands_below(below, label) for label in lines):
                return Value([line, below])
    return Value([line])


def _is_unit_below(line: Line, below: Line) -> bool:
    units = all(word.casefold() in UNITS for word in below.text.split())
    return units and _stands_below(line, below)


def _stands_below(line: Line, below: Line) -> bool:
    """Whether a line with words stands right below another."""
    near = -0.5 * line.size < below.top - line.bottom < NEXT_LINE * line.size
    across = shared(sideways(line.box), sideways(below.box)) > 0
    return below is not line and near and across and not reads_as_value(below.text)


def _is_large(line: Line, profile: Profile) -> bool:
    return size_of(line) >= LARGER * profile.body


def _groups(values: Sequence[Value]) -> list[list[Value]]:
    """Return the values in groups of one type."""
    groups: list[list[Value]] = []
    for value in sorted(values, key=lambda value: value.size):
        if groups and value.size - groups[-1][0].size <= SAME_SIZE * value.size:
            groups[-1].append(value)
        else:
            groups.append([value])
    return groups


def _labelled(
    group: Sequence[Value], texts: Sequence[Line], page: PdfPage, profile: Profile
) -> list[KeyFigure]:
    smaller = [line for line in texts if line.size <= LABEL_SHARE * group[0].size]
    labels = [x for x in smaller if not (is_as_of_line(x.text) or CHANGE.match(x.text))]
    best = _best_labels(group, labels, page)
    figures: list[KeyFigure] = []
    for at, value in enumerate(group):
        label = best.get(at)
        if label is not None and not _is_chapter(value, label, group, profile):
            dated = _as_of(value, label, [line for line in smaller if is_as_of_line(line.text)])
            figures.append(KeyFigure(value.lines, list(label.lines), dated))
    return figures


def _best_labels(
    group: Sequence[Value], labels: Sequence[Line], page: PdfPage
) -> dict[int, Labelled]:
    """Return the labels of values by value: on the side where most have theirs, the nearest such.

    A row of values for which that side does not tell may have its labels on another.
    """
    sides = {side: _on_side(side, group, labels, page) for side in SIDES}
    over = sides["above"]
    if _head_labels(over, sides["below"]):
        sides["above"] = {}
    else:
        sides["above"] = {at: label for at, label in over.items() if not _is_heading(label)}
    best = max(sides.values(), key=_worth)
    chosen: dict[int, Labelled] = {}
    for row in _rows(group):
        # A row of values may have a row of emphatic labels; a heading stands over them all.
        kinds = [best, *sides.values(), _in_row(_alone(over, group, labels), group)]
        found = [{at: label for at, label in kind.items() if at in row} for kind in kinds]
        whole = len(found[0]) == len(row) or len(row) == 1
        labelled = found[0] if whole else max(found, key=_worth)
        chosen.update(labelled)
    return chosen


def _worth(found: dict[int, Labelled]) -> tuple[int, float]:
    return len(found), -sum(label.far for label in found.values())


def _rows(group: Sequence[Value]) -> list[set[int]]:
    """Return the places of the values that stand on one line together."""
    rows: dict[int, set[int]] = {}
    for at, value in enumerate(group):
        same = (other for other in rows if _level(group[other].lines[0], value.lines[0]))
        rows.setdefault(next(same, at), set()).add(at)
    return list(rows.values())


def _on_side(
    side: Side, group: Sequence[Value], labels: Sequence[Line], page: PdfPage
) -> dict[int, Labelled]:
    """Return the labels on one side of values, by value; only those that one value claims."""
    found = {at: label_at(side, value, labels, group) for at, value in enumerate(group)}
    claims = Counter(id(line) for label in found.values() if label for line in label.lines)
    return {
        at: label
        for at, label in found.items()
        if label is not None
        and all(claims[id(line)] == 1 for line in label.lines)
        and _in_one_cell(group[at], label, labels, page)
    }


def _is_heading(label: Labelled) -> bool:
    """Whether what stands over a value is set as a heading is: it says where, not what."""
    return all(line.bold or line.text.isupper() for line in label.lines)


def _head_labels(over: dict[int, Labelled], under: dict[int, Labelled]) -> bool:
    """Whether what stands over each value is in larger type than its label below: it heads both.

    A change since an earlier year, which has digits, is no label.
    """
    return over.keys() == under.keys() and all(
        over[at].lines[0].size * LABEL_SHARE >= label.lines[0].size
        and not any(map(str.isdigit, " ".join(line.text for line in label.lines)))
        for at, label in under.items()
    )


def _alone(
    found: dict[int, Labelled], group: Sequence[Value], labels: Sequence[Line]
) -> dict[int, Labelled]:
    """Return the labels without those over two values: there they head the two."""
    numbers = [line for line in labels if reads_as_value(line.text)]
    boxes = [line.box for line in numbers] + [value.box for value in group]
    return {
        at: label
        for at, label in found.items()
        if not any(
            -0.5 * group[at].size < box[1] - group[at].box[3] < NEXT_LINE * group[at].size
            and shared(sideways(box), sideways(group[at].box)) > 0
            for box in boxes
        )
    }


def _in_row(found: dict[int, Labelled], group: Sequence[Value]) -> dict[int, Labelled]:
    """Return the labels that stand in a row of their own, each at one of a row of values."""
    return {
        at: label
        for at, label in found.items()
        if any(
            other != at
            and _level(group[other].lines[0], group[at].lines[0])
            and _level(found[other].lines[-1], label.lines[-1])
            for other in found
        )
    }


def _level(one: Line, other: Line) -> bool:
    return abs(one.baseline - other.baseline) <= SAME_LINE * one.size


def _in_one_cell(value: Value, label: Labelled, labels: Sequence[Line], page: PdfPage) -> bool:
    """Whether no drawn cell holds the value without its label: a table's cells and tiles do."""
    boxes = [
        cell
        for grid in page.grids
        if len(grid.cells) * len(grid.cells[0]) > 1 and holds(grid.box, value.box)
        for row in grid.cells
        for cell in row
        if cell is not None and holds(cell, value.box)
    ]
    boxes += [tile for tile in _tiles(value, page) if any(holds(tile, x.box) for x in labels)]
    return all(holds(box, line.box) for box in boxes for line in label.lines)


def _tiles(value: Value, page: PdfPage) -> Iterator[Box]:
    """Yield the frames and coloured grounds that a value stands on."""
    largest = LARGEST_TILE * (page.page.width or 0.0) * (page.page.height or 0.0)
    for shape in page.shapes:
        if holds(shape.box, value.box) and area(shape.box) < largest:
            yield shape.box


def _is_chapter(value: Value, label: Labelled, group: Sequence[Value], profile: Profile) -> bool:
    """Whether a bare small number counts a heading, or a list's items."""
    text = value.text
    if not counts(text):
        return False
    if text[0] == "0" or text[-1] in ".)":
        return True
    large = label.lines[0].size >= HEADING_LABEL * profile.body
    beside = [other.text for other in group if _level(other.lines[0], value.lines[0])]
    return large or (text.isdigit() and len(text) == 1 and all(map(counts, beside)))


def _as_of(value: Value, label: Labelled, dates: Sequence[Line]) -> list[Line]:
    """Return the line right below a key figure that says of when it is, or who says so."""
    for line in dates:
        for above in (label.lines[-1].box, value.box):
            gap = line.top - above[3]
            middles = above[0] + above[2] - line.left - line.right
            aligned = abs(line.left - above[0]) < line.size or abs(middles) < 2 * line.size
            if aligned and -0.3 * line.size < gap < AS_OF_REACH * line.size:
                return [line]
    return []
