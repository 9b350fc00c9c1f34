"""Lines of a dump as rows of cells: parted by wide blanks, or a label and the numbers after it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import regex

from extractor.mapped import Mapped
from extractor.segment.dump import shape
from extractor.segment.dump.headings import CAPTION, NUMBERED
from extractor.segment.dump.items import bullet_of
from extractor.segment.dump.joining import one_spaced
from extractor.segment.dump.lines import Line

CELL = regex.compile(r"\S++ (?: [ \u00a0] \S++ )*+", regex.X)
FIGURE = regex.compile(
    r"^ [^\p{L}]{0,4} (?: [A-Z]{3} \s? )? [(+\-−–]? \s? \p{Sc}? \s?"
    r" \d [\d.,'’\s\u00a0/%()+\-–]*+ \p{L}{0,2} [*%]? $",
    regex.X,
)
BLANK_SIGN = regex.compile(
    r"^ (?: [\-–—.…]{1,3} | n/?a | nd | tbc | tbd | nil ) $", regex.X | regex.I
)
TOKEN = regex.compile(
    r"(?: [(+\-−–~<>]*+ \p{Sc}?+ \d [\d.,'’/]*+ [%)*+]*+ | [\-–—] | [Nn]/[Aa] ) (?= \s | $ )",
    regex.X,
)
THOUSANDS = regex.compile(r"^ \d{3} (?: [.,] \d{1,2} )? [)*]*+ $", regex.X)
LEADING = regex.compile(r"^ [(+\-−–]*+ \p{Sc}?+ \d{1,3} $", regex.X)
YEAR = regex.compile(
    r"^ (?: (?: FY \s? )? (?: 19 | 20 ) \d\d (?: [/–\-] \d{2,4} )? | FY \d\d ) $", regex.X
)
WHOLE = regex.compile(r"^\d{1,3}$")
MIN_ROWS = 3
PAIR = 2  # cells: the fewest that are a row
LABEL_LINES = 2  # lines in a row with text in one column only
MAX_COLUMNS = 60  # cells of a row; more are no table
MAX_LINE = 600  # characters of a row
TAB = 12  # columns that a tab moves a cell at least, so that it never touches its neighbour
MAX_FIGURE = 40  # characters of a number
MAX_LABEL_WORDS = 10
SENTENCE_WORDS = 13  # a line of one cell with that many words is no row's label
JUSTIFIED = 5  # pieces in lower case: a sentence set with wide blanks between its words


@dataclass(slots=True)
class Segment:
    """A run of words on a line, apart from the others."""

    start: int
    end: int
    """Columns of the page."""
    mapped: Mapped

    @property
    def is_figure(self) -> bool:
        """Whether it is a number, or a sign for none."""
        text = self.mapped.text
        return (
            len(text) <= MAX_FIGURE and (FIGURE.match(text) or BLANK_SIGN.match(text)) is not None
        )


@dataclass(slots=True)
class Row:
    """A line as cells."""

    line: Line
    segments: list[Segment]
    cells: dict[int, tuple[Segment, int]] = field(default_factory=dict)
    """By column: the segment and the number of columns it spans."""

    @property
    def figures(self) -> int:
        """Number of cells after the first that are numbers."""
        return sum(segment.is_figure for segment in self.segments[1:])


def apart(line: Line) -> list[Segment]:
    """Return the runs of words of a line that two blanks or a tab part."""
    if len(line.text) > MAX_LINE:
        return []
    found: list[Segment] = []
    shift, counted = line.indent, 0
    cells = list(CELL.finditer(line.text))
    for match in cells if len(cells) <= MAX_COLUMNS else ():
        shift += line.text.count("\t", counted, match.start()) * TAB
        counted = match.start()
        found.append(_segment(line, match.start(), match.end(), shift))
    return found


def _segment(line: Line, start: int, end: int, shift: int = 0) -> Segment:
    return Segment(start + shift, end + shift, one_spaced(line.mapped[start:end]))


def ends_table(line: Line, segments: Sequence[Segment]) -> bool:
    """Say whether a line cannot stand in a table: a list item, a caption, a heading, a sentence."""
    bullet = bullet_of(line.text)
    if (bullet is not None and not bullet.soft) or CAPTION.match(line.text):
        return True
    if len(segments) <= 1:
        numbered = NUMBERED.match(line.text[:200])
        return shape.words(line.text[:1000]) >= SENTENCE_WORDS or numbered is not None
    small = sum(shape.starts_lower(segment.mapped.text) for segment in segments)
    return small >= JUSTIFIED and not any(segment.is_figure for segment in segments)


Readings = list[list[Segment]]
"""The ways to read a line as cells."""


def label_and_figures(line: Line) -> Readings:
    """Return a label and the numbers after it, where a line holds nothing else; else nothing.

    A group of three digits may be a number of its own or go on with the one before: `18 619 934` is
    given both ways, as one number first.
    """
    text = line.text
    if len(text) > MAX_LINE or "://" in text or text[-1] not in "0123456789%)*+-–—aA":
        return []
    words = [(match.start(), match.end()) for match in shape.TOKENS.finditer(text)]
    first = len(words)
    while first > 0 and TOKEN.fullmatch(text, *words[first - 1]):
        first -= 1
    spans = words[first:]
    if not 0 < first < len(words) <= MAX_COLUMNS or not _is_label(
        text[: words[first - 1][1]], alone=len(spans) == 1
    ):
        return []
    label = _segment(line, 0, words[first - 1][1])
    merged = _with_thousands(text, spans)
    ways = [merged, spans] if merged != spans else [spans]
    return [[label, *(_segment(line, start, end) for start, end in way)] for way in ways]


def _with_thousands(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if (
            merged
            and THOUSANDS.match(text[start:end])
            and LEADING.match(text[merged[-1][0] : merged[-1][1]][:4])
        ):
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged


def _is_label(text: str, *, alone: bool) -> bool:
    """Say whether a text may be the label of a row; of a single number more is asked."""
    if not shape.LETTER.search(text) or text[-1] in ",;:." or (alone and shape.starts_lower(text)):
        return False
    numbers = sum(TOKEN.fullmatch(word) is not None for word in text.split())
    return shape.words(text) <= MAX_LABEL_WORDS and numbers <= 1


def words_of(line: Line) -> list[Segment]:
    """Return each word of a line as a cell."""
    return [
        _segment(line, match.start(), match.end())
        for match in shape.TOKENS.finditer(line.text[:MAX_LINE])
    ]


def whole(line: Line, end: int | None = None) -> Segment:
    """Return a line, or its beginning, as one cell."""
    return _segment(line, 0, len(line.text) if end is None else end)


def is_several(segment: Segment) -> bool:
    """Say whether a cell holds several numbers, which only single blanks part."""
    text = segment.mapped.text[:MAX_LINE]
    spans = [match.span() for match in shape.TOKENS.finditer(text)]
    figures = all(TOKEN.fullmatch(text, *span) for span in spans)
    return figures and len(_with_thousands(text, spans)) > 1


def is_contents(rows: Sequence[Row]) -> bool:
    """Say whether the rows are a table of contents: titles, and page numbers that rise."""
    last = [row.segments[-1].mapped.text for row in rows]
    if not all(
        len(row.segments) == PAIR and WHOLE.match(text)
        for row, text in zip(rows, last, strict=True)
    ):
        return False
    pages = [int(text) for text in last]
    return all(before <= after for before, after in pairwise(pages))


def number_cells(rows: Sequence[Row], columns: int) -> None:
    """Number the cells of rows from the left."""
    for row in rows:
        # a row of numbers lacks its label, a header row its corner
        first = row.segments[0]
        is_figure = first.is_figure or YEAR.match(first.mapped.text) is not None
        lacks_label = len(row.segments) == columns - 1 and is_figure
        row.cells = {c + lacks_label: (segment, 1) for c, segment in enumerate(row.segments)}


def most_common(values: Sequence[int]) -> int:
    """Return the value that occurs most often, the smallest of several."""
    counts = Counter(values)
    return max(sorted(counts), key=counts.__getitem__)
