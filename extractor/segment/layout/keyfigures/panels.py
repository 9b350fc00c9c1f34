"""Panels: large numbers, each with its label on the side where its neighbours have theirs."""

from collections import Counter
from collections.abc import Iterable, Sequence

import regex

from extractor.readers.source import PdfPage
from extractor.segment.keyfigures import is_as_of_line
from extractor.segment.layout.geometry import holds
from extractor.segment.layout.keyfigures.sides import NEXT_LINE, SIDES, Labelled, Side, label_at
from extractor.segment.layout.keyfigures.values import (
    LARGER,
    KeyFigure,
    parted,
    reads_as_value,
)
from extractor.segment.layout.lines import Line
from extractor.segment.layout.profile import Profile

SAME_SIZE = 0.08  # share by which the type of a panel's values differs at most
LABEL_SHARE = 0.85  # of the value's type: labels are set in less
HEADING_LABEL = 1.2  # of the body's type: what stands beside a bare small number is a heading then
SMALL_NUMBER = 99  # a bare number up to this may count chapters

BARE = regex.compile(r"(?P<number> \d{1,3} ) [.)]?", regex.X)


def panels(lines: Iterable[Line], page: PdfPage, profile: Profile) -> list[KeyFigure]:
    """Return the key figures in large type among the lines of a page."""
    apart = list(parted(lines))
    values = [line for line in apart if _is_large(line, profile) and reads_as_value(line.text)]
    chosen = {id(value) for value in values}
    texts = [line for line in apart if id(line) not in chosen]
    found: list[KeyFigure] = []
    for group in _groups(values):
        found += _labelled(group, texts, page, profile)
    return found


def _is_large(line: Line, profile: Profile) -> bool:
    return line.size >= LARGER * profile.body


def _groups(values: Sequence[Line]) -> list[list[Line]]:
    """Return the values in groups of one type."""
    groups: list[list[Line]] = []
    for value in sorted(values, key=lambda line: line.size):
        if groups and value.size - groups[-1][0].size <= SAME_SIZE * value.size:
            groups[-1].append(value)
        else:
            groups.append([value])
    return groups


def _labelled(
    group: Sequence[Line], texts: Sequence[Line], page: PdfPage, profile: Profile
) -> list[KeyFigure]:
    labels = [line for line in texts if line.size <= LABEL_SHARE * group[0].size]
    sides = [_on_side(side, group, labels, page) for side in SIDES]
    best = max(sides, key=lambda found: (len(found), -sum(label.far for label in found.values())))
    figures: list[KeyFigure] = []
    for at, value in enumerate(group):
        label = best.get(at)
        if label is not None and not _is_chapter(value, label, profile):
            figure = KeyFigure(value, list(label.lines))
            figure.as_of = _as_of(figure, labels)
            figures.append(figure)
    return figures


def _on_side(
    side: Side, group: Sequence[Line], labels: Sequence[Line], page: PdfPage
) -> dict[int, Labelled]:
    """Return the labels on one side of values, by value; only those that one value claims."""
    found = {at: label_at(side, value, labels) for at, value in enumerate(group)}
    claims = Counter(id(line) for label in found.values() if label for line in label.lines)
    return {
        at: label
        for at, label in found.items()
        if label is not None
        and all(claims[id(line)] == 1 for line in label.lines)
        and _in_one_cell(group[at], label, page)
        and not (side == "above" and _is_heading(label))
    }


def _is_heading(label: Labelled) -> bool:
    """Whether what stands over a value is set as a heading is: it says where, not what."""
    return all(line.bold or line.text.isupper() for line in label.lines)


def _in_one_cell(value: Line, label: Labelled, page: PdfPage) -> bool:
    """Whether no drawn cell holds the value without its label: a table's cells do."""
    boxes = [
        cell
        for grid in page.grids
        if len(grid.cells) * len(grid.cells[0]) > 1 and holds(grid.box, value.box)
        for row in grid.cells
        for cell in row
        if cell is not None and holds(cell, value.box)
    ]
    return all(holds(box, line.box) for box in boxes for line in label.lines)


def _is_chapter(value: Line, label: Labelled, profile: Profile) -> bool:
    """Whether a bare small number counts a heading, or a list's items."""
    bare = BARE.fullmatch(value.text)
    if bare is None or int(bare["number"]) > SMALL_NUMBER:
        return False
    large = label.lines[0].size >= HEADING_LABEL * profile.body
    return large or len(bare["number"]) == 1 or value.text[0] == "0" or value.text[-1] in ".)"


def _as_of(figure: KeyFigure, texts: Sequence[Line]) -> list[Line]:
    """Return the line right below a key figure that says of when it is, or who says so."""
    last = figure.label[-1]
    for line in texts:
        gap = line.top - max(last.bottom, figure.value.bottom if line.left < last.left else 0.0)
        near = -0.3 * line.size < gap < (NEXT_LINE + 0.5) * line.size
        aligned = (
            abs(line.left - last.left) < line.size
            or abs(line.left + line.right - last.left - last.right) < 2 * line.size
        )
        if near and aligned and line not in figure.lines and is_as_of_line(line.text):
            return [line]
    return []
