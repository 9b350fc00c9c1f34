"""Bullets and numbers that stand apart from their text: put before it."""

from collections.abc import Sequence

from extractor.segment.layout.lines import RAISED_FROM, RAISED_TO, SMALL, Line
from extractor.segment.layout.markers import is_bare_label, is_bare_marker

MARKER_REACH = 4.5  # type sizes between a bare bullet or number and its text


def with_markers(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with each bare bullet, number or label before the text it belongs to."""
    bare = [line for line in lines if is_bare_marker(line) or is_bare_label(line)]
    taken: set[int] = set()
    joined: dict[int, Line] = {}
    marks = {id(line) for line in bare}
    texts = [line for line in lines if id(line) not in marks]
    for mark in bare:
        host = _text_of(mark, texts)
        if host is None or id(host) in joined:
            continue
        raised = mark.raised | host.raised
        if not is_bare_marker(mark):
            if not _is_raised(mark, host):
                continue
            raised = raised | {mark.words[0].glyph}
        taken.add(id(mark))
        joined[id(host)] = Line.of([*mark.words, *host.words], mark.page, raised)
    return [joined.get(id(line), line) for line in lines if id(line) not in taken]


def _is_raised(label: Line, text: Line) -> bool:
    """Whether what may be a label is set smaller and higher than the text beside it."""
    rise = (text.baseline - label.baseline) / text.size
    return label.size <= SMALL * text.size and RAISED_FROM <= rise <= RAISED_TO


def _text_of(mark: Line, texts: Sequence[Line]) -> Line | None:
    beside = [
        line
        for line in texts
        if abs(line.baseline - mark.baseline) <= 0.4 * max(line.size, mark.size)
        and -1
        < (mark.left - line.right if line.rtl else line.left - mark.right)
        < MARKER_REACH * max(line.size, mark.size)
    ]
    return min(beside, key=lambda line: abs(line.left - mark.right), default=None)
