"""Labels of neighbours that stand so close that they were read as one line."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from extractor.segment.layout.keyfigures.values import Value
from extractor.segment.layout.lines import Line

REACH = 1.4  # heights of the values between them and the line of their labels at most
WIDER = 1.5  # the white between two labels, in parts of that between words
WORD_SPACE = 0.3  # type sizes between words where a line has too few to tell
LEVEL = 0.1  # type sizes between the baselines of neighbours


def labels_apart(lines: Iterable[Line], values: Sequence[Value]) -> Iterator[Line]:
    """Yield the lines, those under or over several values cut in the white between their labels."""
    for line in lines:
        near = sorted(
            (value for value in values if _is_near(value, line)), key=lambda value: value.box[0]
        )
        cuts = _cuts(line, near) if len(near) > 1 else []
        if not cuts:
            yield line
            continue
        for start, end in pairwise([0, *cuts, len(line.words)]):
            words = line.words[start:end]
            yield Line.of(words, line.page, {w.glyph for w in words} & line.raised)


def _is_near(value: Value, line: Line) -> bool:
    across = value.box[0] < line.right and line.left < value.box[2]
    gap = max(line.top - value.box[3], value.box[1] - line.bottom)
    return across and gap < REACH * value.size


def _cuts(line: Line, values: Sequence[Value]) -> list[int]:
    """Return before which words a line is cut: one wide white between each value and the next."""
    gaps = [after.box[0] - before.box[2] for before, after in pairwise(line.words)]
    if not gaps:
        return []
    least = WIDER * min([*gaps, WORD_SPACE * line.size])
    cuts: list[int] = []
    for one, other in pairwise(values):
        if abs(one.lines[0].baseline - other.lines[0].baseline) > LEVEL * one.size:
            return []
        between = _middle(one), _middle(other)
        wide = [
            i + 1
            for i, gap in enumerate(gaps)
            if gap > least and between[0] < line.words[i + 1].box[0] - gap / 2 < between[1]
        ]
        if not wide:
            return []
        cuts.append(max(wide, key=lambda i: gaps[i - 1]))
    return cuts


def _middle(value: Value) -> float:
    return (value.box[0] + value.box[2]) / 2
