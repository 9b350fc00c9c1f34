"""Lines over numbers and charts: what is under them tells whether they label or head it."""

from collections.abc import Collection, Sequence
from itertools import takewhile

import regex

from extractor.segment.layout.headings.leads import REACH, nearer_below
from extractor.segment.layout.headings.signs import look
from extractor.segment.layout.paragraphs import Unit
from extractor.segment.layout.profile import Profile
from extractor.segment.layout.tables.cells import is_numeric

IN_TILES = 0.6  # times the white below a heading, some of it in the tiles of figures, is above
MOST_PIECES = 2  # of one key figure: its number and its label
SOURCE = regex.compile(
    r"(?: sources? | fuentes? | quellen? | font(?:es?|i) ) \s? :", regex.X | regex.I
)


def labels_drawn(flow: Sequence[Unit], at: int, candidates: Collection[int]) -> bool:
    """Whether what follows a unit is a number, or the source of a chart."""
    unit, after = flow[at], flow[at + 1]
    if after.page == unit.page and _over_number(unit, after):
        return True
    if _is_figure(after):
        return _in_row_of_labels(flow, at, candidates)
    return after.page == unit.page and SOURCE.match(after.text) is not None


def heads_figures(flow: Sequence[Unit], at: int, profile: Profile) -> bool:
    """Whether a line in a colour of its own stands over several key figures, nearer to them."""
    unit = flow[at]
    figures = list(takewhile(_is_figure, flow[at + 1 : at + 2 + MOST_PIECES]))
    coloured = look(unit).color != profile.body_color
    if len(figures) <= MOST_PIECES or len(unit.lines) > 1 or not coloured:
        return False
    line, first = unit.lines[0], figures[0]
    below = first.lines[0].top - line.bottom if first.lines else REACH * line.size
    near = first.page == unit.page and -line.size < below < REACH * line.size
    return near and nearer_below(flow, at, IN_TILES)


def _over_number(unit: Unit, after: Unit) -> bool:
    """Whether a bare number follows in no larger type."""
    return not after.fixed and is_numeric(after.text) and after.lines[0].size <= unit.lines[0].size


def _is_figure(unit: Unit) -> bool:
    """Whether a unit is a key figure, or the number or the label of one."""
    return unit.role == "key_figure" or (unit.fixed is not None and unit.fixed.figure is not None)


def _in_row_of_labels(flow: Sequence[Unit], at: int, candidates: Collection[int]) -> bool:
    """Whether a unit and one set alike beside it have one number each: a heading has more."""
    unit = flow[at]
    line = unit.lines[0]
    return _heads_number(flow, at) and any(
        other != at
        and flow[other].page == unit.page
        and abs(flow[other].lines[0].baseline - line.baseline) <= line.size / 2
        and look(flow[other]) == look(unit)
        and _heads_number(flow, other)
        for other in candidates
    )


def _heads_number(flow: Sequence[Unit], at: int) -> bool:
    """Whether one key figure follows a unit, or the number and the label of one."""
    figures = list(takewhile(_is_figure, flow[at + 1 : at + 2 + MOST_PIECES]))
    return 0 < len(figures) <= (1 if figures[0].fixed else MOST_PIECES)
