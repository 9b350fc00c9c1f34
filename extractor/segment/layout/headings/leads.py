"""Lines that lead a text: they stand over it in its column, nearer to it than to what is before."""

from collections.abc import Sequence

import regex

from extractor.readers.geometry import shared
from extractor.segment.layout.headings.signs import NOT_SMALLER, look
from extractor.segment.layout.paragraphs import Unit
from extractor.segment.layout.profile import Profile

TEXT_CHARACTERS = 60  # so long a unit is a text
TEXT_LINES = 2  # of a text that shows its sides
NEARER = 1.15  # times the white below is above
MIDWAY = 0.9  # the same of a line that its colour or its place in the middle sets apart
SIDE_WHITE = 2.0  # type sizes of white at both sides of a line in the middle
OFF_MIDDLE = 0.5  # type sizes that its middle may be off
REACH = 3.0  # type sizes of white between the line and its text at most
SHORT = 0.9  # of the width of the text: a line of its own does not fill it
SAME_TYPE_PT = 0.3
ENDS = ".!?:"
NOTE = regex.compile(r"[(*†] | \p{L}{4,7} \s? : \s? \S", regex.X)
ENDED = regex.compile(r"[.!?…؟。] [\s\d\p{Pe}\p{Pf}\"'*†]* $", regex.X)
QUOTED = regex.compile(r"[\p{Pf}\"] [\s\d.]* $", regex.X)
GOES_ON = regex.compile(r"\(? \p{Ll}", regex.X)
FIGURE = regex.compile(
    r"""
    ^ [~≈<>+]? \s? \d [\d.,\s\u00a0]*+ \p{Ll}       # 40 bridges rebuilt
    | \d{1,3} (?: [.,\s\u00a0] \d{3} )+ (?! \d )     # people reached: 300,000
    | \d \s? [%\p{Sc}] | \p{Sc} \s? \d
    """,
    regex.X,
)
NAME = r"\p{Lu} [\p{L}.'’\-]* (?: \s \p{Ll}{1,3} )? (?: \s \p{Lu} [\p{L}.'’\-]* ){1,4}"
SPEAKER = regex.compile(NAME, regex.X)
IN_OFFICE = regex.compile(NAME + r" , \s \p{L}", regex.X)  # Ada Fenn, miller in Ostrel


def leads_text(flow: Sequence[Unit], at: int, profile: Profile) -> bool:
    """Whether a unit is a line of its own over a text in the body's type."""
    unit = flow[at]
    if at + 1 >= len(flow) or NOTE.match(unit.text):
        return False
    text = flow[at + 1]
    if text.fixed or text.page != unit.page or not _is_text(text, profile):
        return False
    line, first = unit.lines[-1], text.lines[0]
    below = first.top - line.bottom
    over = below + line.size / 2 >= 0 and below <= REACH * line.size
    width = max(other.right for other in text.lines) - min(other.left for other in text.lines)
    short = unit.lines[-1].right - unit.lines[-1].left <= SHORT * width
    in_column = shared((line.left, line.right), (first.left, first.right)) > 0
    if not (over and short and in_column):
        return False
    return nearer_below(flow, at) or _is_apart_midway(flow, at, profile)


def _is_apart_midway(flow: Sequence[Unit], at: int, profile: Profile) -> bool:
    """Whether a line as near to the text before as to that behind is a title by how it is set."""
    seen = look(flow[at])
    coloured = seen.color != profile.body_color and not seen.italic
    if not (coloured or is_centred(flow, at)) or not nearer_below(flow, at, MIDWAY):
        return False
    return not _goes_with_text(flow, at)


def _goes_with_text(flow: Sequence[Unit], at: int) -> bool:
    """Whether a line midway between two texts is no title of the second by its words.

    It tells a figure, who said what stands before, or goes on with a text that has not ended, as
    a formula and the parties to a contract do.
    """
    text = flow[at].text
    if FIGURE.search(text) or IN_OFFICE.match(text) or GOES_ON.match(flow[at + 1].text):
        return True
    before = flow[at - 1] if at else None
    if before is None or before.fixed or before.region is not flow[at].region:
        return False
    if QUOTED.search(before.text) and SPEAKER.fullmatch(text):
        return True
    prose = before.marker is None and len(before.text) >= TEXT_CHARACTERS
    return prose and ENDED.search(before.text) is None


def is_centred(flow: Sequence[Unit], at: int) -> bool:
    """Whether a unit stands in the middle over a text that runs from side to side."""
    unit, text = flow[at], flow[at + 1] if at + 1 < len(flow) else None
    if text is None or len(text.lines) < TEXT_LINES:
        return False
    left = min(line.left for line in text.lines)
    right = max(line.right for line in text.lines)
    size = unit.lines[0].size
    flush = text.lines[-1].left - left < size  # else the text is in the middle too
    return flush and all(
        min(line.left - left, right - line.right) >= SIDE_WHITE * size
        and abs(line.left + line.right - left - right) <= 2 * OFF_MIDDLE * size
        for line in unit.lines
    )


def parts_texts(flow: Sequence[Unit], at: int) -> bool:
    """Whether a line in italics stands between two texts of its column: one ends before it."""
    unit, before = flow[at], flow[at - 1] if at else None
    if before is None or before.fixed or before.region is not unit.region:
        return False
    ended = before.lines[-1].text.rstrip()[-1:] in ENDS and len(before.text) >= TEXT_CHARACTERS
    one_type = abs(before.lines[0].size - flow[at + 1].lines[0].size) < SAME_TYPE_PT
    return look(unit).italic and ended and one_type


def _is_text(unit: Unit, profile: Profile) -> bool:
    line = unit.lines[0]
    return line.size >= NOT_SMALLER * profile.body and (
        len(unit.text) >= TEXT_CHARACTERS or unit.marker is not None
    )


def nearer_below(flow: Sequence[Unit], at: int, ratio: float = NEARER) -> bool:
    """Whether so much more white stands above a unit than below it; true at a column's head."""
    unit, after = flow[at], flow[at + 1]
    if at == 0 or flow[at - 1].page != unit.page:
        return True
    before = flow[at - 1]
    bottom = before.fixed.box[3] if before.fixed else before.lines[-1].bottom
    top = after.fixed.box[1] if after.fixed else after.lines[0].top
    above, below = unit.lines[0].top - bottom, top - unit.lines[-1].bottom
    in_other_column = above < -unit.lines[0].size
    return in_other_column or above >= ratio * max(below, 0.0)
