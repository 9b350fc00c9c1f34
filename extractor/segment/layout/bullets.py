"""Bullets, numbers and captions' labels that stand apart from their text: put before it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from extractor.segment.captions import is_label
from extractor.segment.layout.lines import Line
from extractor.segment.layout.markers import is_bare_label, is_bare_marker, is_turned_number
from extractor.segment.layout.raised import CLEAR_RISE, LESS, RAISED_FROM, RAISED_TO, SMALL

ONE_LINE = 0.4  # type sizes between the baselines of a bullet and its text at most
SLACK_PT = 0.01  # so that no rounding loses a line at the end of its reach
LEVEL_PT = 0.5  # between the baselines of what stands on one line
MARKER_REACH = 4.5  # type sizes between a bare bullet or number and its text


def with_markers(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with each bare bullet, number or label before the text it belongs to."""
    leftwards = any(line.rtl for line in lines)
    numbers = {id(line) for line in lines if is_turned_number(line)} if leftwards else set[int]()
    bare = [
        line for line in lines if id(line) in numbers or _opens_text(line) or is_bare_label(line)
    ]
    if not bare:
        return list(lines)
    taken: set[int] = set()
    joined: dict[int, Line] = {}
    marks = {id(line) for line in bare}
    texts = _Texts([line for line in lines if id(line) not in marks])
    for mark in bare:
        level = texts.level_with(mark)
        if id(mark) in numbers:
            level = [line for line in level if line.rtl]
        opens = id(mark) in numbers or _opens_text(mark)
        if not opens and any(_is_before(line, mark) for line in level):
            continue
        beside = [line for line in level if _is_beside(mark, line, opens=opens)]
        host = min(beside, key=lambda line: abs(line.left - mark.right), default=None)
        if host is None or id(host) in joined:
            continue
        raised = mark.raised | host.raised
        if not opens:
            raised = raised | {mark.words[0].glyph}
        taken.add(id(mark))
        joined[id(host)] = Line.of([*mark.words, *host.words], mark.page, raised)
    return [joined.get(id(line), line) for line in lines if id(line) not in taken]


def _opens_text(line: Line) -> bool:
    """Whether a line is what opens another on its own line: a marker, or a caption's label."""
    return is_bare_marker(line) or is_label(line.text)


class _Texts:
    """The lines of text, to be asked for those that may stand beside a mark."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._order = sorted(range(len(lines)), key=lambda i: lines[i].baseline)
        self._baselines = [lines[i].baseline for i in self._order]
        self._largest = max((line.size for line in lines), default=0.0)

    def level_with(self, mark: Line) -> list[Line]:
        """Return the lines on the mark's line or little apart, in their order."""
        reach = max(RAISED_TO, ONE_LINE) * max(self._largest, mark.size) + SLACK_PT
        first = bisect_left(self._baselines, mark.baseline - reach)
        end = bisect_right(self._baselines, mark.baseline + reach)
        return [self._lines[i] for i in sorted(self._order[first:end])]


def _is_before(text: Line, mark: Line) -> bool:
    """Whether a text in a label's type stands before it on its line: it ends a row of a table."""
    alike = abs(text.size - mark.size) <= SLACK_PT
    return alike and abs(text.baseline - mark.baseline) <= LEVEL_PT and text.right < mark.left


def _is_beside(mark: Line, text: Line, *, opens: bool) -> bool:
    """Whether a text stands right of a bullet, on its line, or of a label, a little lower."""
    size = max(text.size, mark.size)
    gap = mark.left - text.right if text.rtl else text.left - mark.right
    if not -1 < gap < MARKER_REACH * size:
        return False
    if opens:
        return abs(text.baseline - mark.baseline) <= ONE_LINE * size
    rise = (text.baseline - mark.baseline) / text.size
    less = LESS if rise >= CLEAR_RISE else SMALL
    return mark.size <= less * text.size and RAISED_FROM <= rise <= RAISED_TO
