"""Frames: level lines with the same two ends, from the first to the last, and what they hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.readers.geometry import Range, shared, sideways
from extractor.readers.source import Rule
from extractor.segment.layout.lines import Line
from extractor.segment.layout.tables.rows import Row

SHORTEST_PT = 80.0  # a shorter line frames no table
SAME_END_PT = 4.0
BARE = 0.1  # type sizes that a text may stand out of its frame
MOST_FRAMES = 300  # on a page: each is held against all of its rows


@dataclass(frozen=True, slots=True)
class Frame:
    """Where lines with the same two ends run, from the first to the last."""

    across: Range
    top: float
    bottom: float
    closed: bool = False
    """Whether lines run down its sides as well."""


def same_ends(level: Sequence[Rule]) -> list[list[Rule]]:
    """Return the lines of a page by their two ends, each group from top to bottom."""
    groups: list[list[Rule]] = []
    for rule in sorted(level, key=lambda rule: rule.box[1]):
        if rule.box[2] - rule.box[0] < SHORTEST_PT:
            continue
        for group in groups:
            ends = zip(group[0].box[::2], rule.box[::2], strict=True)
            if all(abs(one - other) <= SAME_END_PT for one, other in ends):
                group.append(rule)
                break
        else:
            if len(groups) < MOST_FRAMES:
                groups.append([rule])
    return groups


def frames_of(group: Sequence[Rule], rows: Sequence[Row]) -> list[Frame]:
    """Return where lines follow each other with no text that crosses their ends between them."""
    frames: list[Frame] = []
    left, right = group[0].box[0], group[0].box[2]
    for above, below in pairwise(group):
        top, bottom = above.box[1], below.box[1]
        pieces = [p for row in rows if top < row.baseline < bottom for p in row.pieces]
        if any(crosses(p, left) or crosses(p, right) for p in pieces):
            continue
        if frames and frames[-1].bottom == top:
            top = frames.pop().top
        frames.append(Frame((left, right), top, bottom))
    return frames


def crosses(piece: Line, x: float) -> bool:
    """Whether a text runs over a place."""
    slack = BARE * piece.size
    return piece.left + slack < x < piece.right - slack


def within(row: Row, frame: Frame) -> list[Line]:
    """Return what of a row stands over or under a frame, or in it."""
    return [p for p in row.pieces if shared(sideways(p.box), frame.across) > 0]
