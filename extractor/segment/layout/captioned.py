"""Where a caption's lines end: at the next caption, a source, a unit in brackets below."""

from extractor.segment.captions import IN_BRACKETS, is_scope, kind_of, opens_caption
from extractor.segment.credits import credit_of
from extractor.segment.layout.lines import Line
from extractor.segment.layout.notes.labels import REMARK
from extractor.segment.layout.paragraphs import Unit

ENDS = (".", "!", "?", "…")
CLOSERS = " )]»”’\"'"
SPACE = 0.25  # type sizes
WORDS_OF_NAME = 4  # a credit that a line end cuts goes on with fewer words


def ends_caption(unit: Unit, line: Line) -> bool:
    """Whether a line is no more part of the caption, or of the text, above it."""
    if REMARK.match(line.text):
        return True
    text = unit.text
    if kind_of(text) is None:
        return _is_finished(unit) and opens_caption(line.text)
    if opens_caption(line.text) or _has_credit(text, line):
        return True
    return _states_scope(unit, line)


def _is_finished(unit: Unit) -> bool:
    """Whether a text is one line that ends with its sentence: no caption is inside of it."""
    return len(unit.lines) == 1 and unit.lines[0].text.rstrip(CLOSERS).endswith(ENDS)


def _states_scope(unit: Unit, line: Line) -> bool:
    """Whether a line under a caption is one of units: in brackets, or set apart by its slant."""
    slanted = line.italic != unit.lines[-1].italic
    if IN_BRACKETS.fullmatch(line.text):
        return slanted or _has_room(unit, line)
    apart = slanted and is_scope(line.text) and _has_room(unit, line)
    return apart and kind_of(unit.text) == "table"


def _has_credit(text: str, line: Line) -> bool:
    """Whether a caption ends in its credit, so that a longer line begins something else."""
    return len(line.words) > WORDS_OF_NAME and credit_of(text) is not None


def _has_room(unit: Unit, line: Line) -> bool:
    """Whether a line's first word would have fitted on the line before it."""
    first = line.words[0]
    width = first.box[2] - first.box[0] + SPACE * line.size
    return unit.lines[-1].right + width < unit.region.right
