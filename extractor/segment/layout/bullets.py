"""Bullets and numbers that stand apart from their text: put before it."""

from collections.abc import Sequence

from extractor.segment.layout.lines import CLEAR_RISE, LESS, RAISED_FROM, RAISED_TO, SMALL, Line
from extractor.segment.layout.markers import is_bare_label, is_bare_marker

ONE_LINE = 0.4  # type sizes between the baselines of a bullet and its text at most
MARKER_REACH = 4.5  # type sizes between a bare bullet or number and its text


def with_markers(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with each bare bullet, number or label before the text it belongs to."""
    bare = [line for line in lines if is_bare_marker(line) or is_bare_label(line)]
    taken: set[int] = set()
    joined: dict[int, Line] = {}
    marks = {id(line) for line in bare}
    texts = [line for line in lines if id(line) not in marks]
    for mark in bare:
        beside = [line for line in texts if _is_beside(mark, line)]
        host = min(beside, key=lambda line: abs(line.left - mark.right), default=None)
        if host is None or id(host) in joined:
            continue
        raised = mark.raised | host.raised
        if not is_bare_marker(mark):
            raised = raised | {mark.words[0].glyph}
        taken.add(id(mark))
        joined[id(host)] = Line.of([*mark.words, *host.words], mark.page, raised)
    return [joined.get(id(line), line) for line in lines if id(line) not in taken]


def _is_beside(mark: Line, text: Line) -> bool:
    """Whether a text stands right of a bullet, on its line, or of a label, a little lower."""
    size = max(text.size, mark.size)
    gap = mark.left - text.right if text.rtl else text.left - mark.right
    if not -1 < gap < MARKER_REACH * size:
        return False
    if is_bare_marker(mark):
        return abs(text.baseline - mark.baseline) <= ONE_LINE * size
    rise = (text.baseline - mark.baseline) / text.size
    less = LESS if rise >= CLEAR_RISE else SMALL
    return mark.size <= less * text.size and RAISED_FROM <= rise <= RAISED_TO
