"""Bullets and numbers that stand apart from their text: put before it."""

from collections.abc import Sequence

from extractor.segment.layout.lines import Line
from extractor.segment.layout.markers import is_bare_marker

MARKER_REACH = 4.5  # type sizes between a bare bullet or number and its text


def with_markers(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with each bare bullet or number put before the text it belongs to."""
    bare = [line for line in lines if is_bare_marker(line)]
    taken: set[int] = set()
    joined: dict[int, Line] = {}
    texts = [line for line in lines if not is_bare_marker(line)]
    for mark in bare:
        host = _text_of(mark, texts)
        if host is None or id(host) in joined:
            continue
        taken.add(id(mark))
        joined[id(host)] = Line.of([*mark.words, *host.words], mark.page, mark.raised | host.raised)
    return [joined.get(id(line), line) for line in lines if id(line) not in taken]


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
