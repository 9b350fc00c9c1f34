"""Numbers and letters that count inside a sentence: a line that begins with one is no item."""

import regex

from extractor.segment.layout.lines import Line
from extractor.segment.layout.markers import Marker
from extractor.segment.layout.paragraphs import Unit

TEXT_GAP = 0.6  # type sizes; after the number of a list item is often more
FLUSH_PT = 3.0  # between the left ends of two lines of a paragraph
ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv".split()
JOINED = regex.compile(r"[:;,—–] (?: \s \p{L}{1,3} )? \s \Z", regex.X)
"""What stands before a number with a stop that counts in a sentence: `roads: 1. to build`."""
KIND = regex.compile(r"[\p{L}\d]++")  # what is left of a marker tells its kind: `()`, `.`


def counts_inside(unit: Unit, line: Line, mark: Marker) -> bool:
    """Whether a line, under one that is full, opens with what counts `(a) …; (b) …` in a sentence.

    So also the stop of a reference: `(A/80/12,` goes on in `p. 18)`.
    """
    before = unit.lines[-1]
    gap = line.words[1].box[0] - line.words[0].box[2]
    if not mark.counted or line.rtl or gap >= TEXT_GAP * line.size:
        return False
    flush = abs(line.left - before.left) <= FLUSH_PT
    if flush and closes_bracket(before.text, line.text, mark.text):
        return True
    if unit.marker is not None and KIND.sub("", unit.marker.text) == KIND.sub("", mark.text):
        return False
    left = line.left <= before.left + FLUSH_PT
    counted = left and any(_counts(before.text, each) for each in marks_before(mark.text))
    return flush if len(unit.lines) > 1 else counted


def _counts(text: str, mark: str) -> bool:
    """Whether a mark counts in a text: one with a stop only, `1.`, may end a reference there."""
    at = f" {text} ".find(f" {mark} ")
    return at >= 0 and (not mark.endswith(".") or JOINED.search(text[:at]) is not None)


def marks_before(mark: str) -> list[str]:
    """Return what may count right before a number or a letter, which may be a Roman number.

    >>> marks_before("(b)"), marks_before("10."), marks_before("1."), marks_before("(ii)")
    (['(a)'], ['9.'], [], ['(i)'])
    >>> marks_before("v)"), marks_before("a)")
    (['u)', 'iv)'], [])
    """
    count = mark.strip("().")
    if count.isdecimal():
        return [mark.replace(count, str(int(count) - 1))] if int(count) > 1 else []
    found = [chr(ord(count) - 1)] if len(count) == 1 and count not in "aA" else []
    if (small := count.casefold()) in ROMAN[1:]:
        before = ROMAN[ROMAN.index(small) - 1]
        found.append(before.upper() if count.isupper() else before)
    return [mark.replace(count, each) for each in found]


def closes_bracket(before: str, line: str, mark: str) -> bool:
    """Whether a line goes on in a bracket that the line before it opens.

    >>> closes_bracket("as told (A/80/12,", "p. 18), the Council", "p.")
    True
    >>> closes_bracket("as told (A/80/12)", "a) roads, mills", "a)")
    False
    """
    opened, closed = line.find("(", len(mark)), line.find(")", len(mark))
    is_open = before.rfind("(") > before.rfind(")")
    return is_open and closed >= 0 and not 0 <= opened < closed
