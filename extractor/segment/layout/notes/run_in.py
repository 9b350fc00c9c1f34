"""Notes that stand on one line below their table: `¹ Landed. ² Estimated. Source: …`."""

from collections.abc import Collection, Iterator

from extractor.segment.layout.lines import Line
from extractor.segment.layout.notes.labels import BRACKETS, REMARK
from extractor.segment.layout.text import PLAIN

SENTENCE_ENDS = (".", ";", ":", ")")
APART = 0.15  # type sizes between the end of a note and the next one's label at least
REMARK_WORDS = 2  # that tell a source or a remark: `Source:`, `Note :`


def parted(line: Line, marks: Collection[str]) -> list[Line]:
    """Return the parts of a line in which notes begin that the marks of the table above call.

    Returned is the line itself where at most its first word opens a note.
    """
    starts = list(_openings(line, marks)) if line.raised else []
    if not starts:
        return [line]
    ends = [*starts, len(line.words)]
    return [
        Line.from_left(line.words[start:end], line.page, line.raised)
        for start, end in zip([0, *starts], ends, strict=True)
    ]


def _openings(line: Line, marks: Collection[str]) -> Iterator[int]:
    """Yield the places of the words behind the first that open a note, and then of a source."""
    opened = line.words[0].glyph in line.raised
    for at in range(1, len(line.words) - 1):
        before, word = line.words[at - 1], line.words[at]
        if (
            not before.text.endswith(SENTENCE_ENDS)
            or word.box[0] - before.box[2] < APART * line.size
        ):
            continue
        raised = word.glyph in line.raised
        if raised and word.text.strip(BRACKETS).translate(PLAIN) in marks:
            opened = True
            yield at
        elif opened and REMARK.match(" ".join(w.text for w in line.words[at : at + REMARK_WORDS])):
            yield at
