"""The label of a value by its place: below, right, above or left of it, the lines that stand so."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from extractor.readers.geometry import Range, downwards, shared, sideways
from extractor.segment.layout.keyfigures.values import Value, is_label_text
from extractor.segment.layout.lines import Line

Side = Literal["below", "right", "above", "left"]
SIDES: tuple[Side, ...] = ("below", "right", "above", "left")

BELOW_REACH = 1.4  # heights of the value between it and a label below or above
BESIDE_REACH = 2.0  # the same to a label beside it
NEXT_LINE = 0.75  # type sizes between two lines of a label at most
ALIKE = 0.08  # share by which the type of a label's lines differs at most
ALIGNED_PT = 3.0
MOST_LINES = 5
BEYOND = 0.6  # heights of the value that a label beside it reaches over it


@dataclass(frozen=True, slots=True)
class Labelled:
    """Lines that may be a value's label, and how far from it they stand."""

    lines: tuple[Line, ...]
    far: float


def label_at(
    side: Side, value: Value, lines: Sequence[Line], others: Sequence[Value] = ()
) -> Labelled | None:
    """Return the label on one side of a value; None where nothing stands there.

    Args:
        side: The side to look on.
        value: The value.
        lines: The lines that may be of labels.
        others: The values set like it: labels beside them stand clear of the longest in a column.
    """
    if side in {"below", "above"}:
        return _stacked(value, lines, down=side == "below")
    return _beside(value, lines, others, right=side == "right")


def _stacked(value: Value, lines: Sequence[Line], *, down: bool) -> Labelled | None:
    across = sideways(value.box)
    near: list[tuple[float, Line]] = []
    for line in lines:
        gap = line.top - value.box[3] if down else value.box[1] - line.bottom
        if -0.3 * value.size < gap < BELOW_REACH * value.size and _over(across, line):
            near.append((gap, line))
    if not near:
        return None
    gap, first = min(near, key=lambda pair: (pair[0], abs(pair[1].left - value.box[0])))
    stack = _grown(first, lines, down=down)
    return Labelled(tuple(stack), gap) if is_label_text(stack) else None


def _over(across: Range, line: Line) -> bool:
    """Whether a line stands over or under a range, or begins where it does."""
    return shared(across, sideways(line.box)) > 0


def _grown(first: Line, lines: Sequence[Line], *, down: bool) -> list[Line]:
    """Return a line with those that go on below it, or above it."""
    stack = [first]
    order = sorted(lines, key=lambda line: line.top, reverse=not down)
    for line in order:
        last = stack[-1]
        gap = line.top - last.bottom if down else last.top - line.bottom
        if line is not last and -0.3 * last.size < gap < NEXT_LINE * last.size:
            # Above a label there may be text of its size; its weight tells the two apart.
            if _alike(line, first) and _in_line(line, first) and (down or line.bold == first.bold):
                stack.append(line)
            if len(stack) > MOST_LINES:
                break
    return stack if down else stack[::-1]


def _alike(one: Line, other: Line) -> bool:
    size = abs(one.size - other.size) <= ALIKE * max(one.size, other.size)
    return size and one.color == other.color


def _in_line(one: Line, other: Line) -> bool:
    """Whether two lines share their left, their middle or their right."""
    apart = (
        one.left - other.left,
        one.right - other.right,
        (one.left + one.right - other.left - other.right) / 2,
    )
    return min(abs(gap) for gap in apart) <= ALIGNED_PT


def _beside(
    value: Value, lines: Sequence[Line], others: Sequence[Value], *, right: bool
) -> Labelled | None:
    left, right_end = _column(value, others)
    down = value.box[1] - BEYOND * value.size, value.box[3] + BEYOND * value.size
    near: list[tuple[float, Line]] = []
    for line in lines:
        apart = line.left - value.box[2] if right else value.box[0] - line.right
        gap = line.left - right_end if right else left - line.right
        inside = down[0] <= line.top and line.bottom <= down[1]
        if apart >= 0 and gap < BESIDE_REACH * value.size and inside:
            near.append((apart, line))
    if not near:
        return None
    gap, first = min(near, key=lambda pair: (round(pair[0]), pair[1].top))
    # A label beside its value may be higher than it: it goes on up and down from its first line.
    stack = [*_grown(first, lines, down=False)[:-1], *_grown(first, lines, down=True)]
    level = shared(downwards(value.box), (stack[0].top, stack[-1].bottom)) > 0
    return Labelled(tuple(stack), gap) if level and is_label_text(stack) else None


def _column(value: Value, others: Sequence[Value]) -> Range:
    """Return from where to where the values run that stand in line with one."""
    boxes = [
        other.box
        for other in others
        if min(abs(other.box[0] - value.box[0]), abs(other.box[2] - value.box[2])) <= ALIGNED_PT
    ]
    across = [value.box, *boxes]
    return min(box[0] for box in across), max(box[2] for box in across)
