"""What stands between two level lines and is no row of a table: a heading, a text, a note."""

from collections.abc import Sequence
from itertools import pairwise

from extractor.segment.captions import opens_caption
from extractor.segment.layout.lines import Line
from extractor.segment.layout.notes.labels import REMARK, is_raised
from extractor.segment.layout.tables.extents import is_heading, is_prose
from extractor.segment.layout.tables.rows import Row, rows_of

MOST_PROSE = 5  # lines of running text without white, that are no cell over all columns
PARAGRAPHS = 1.25  # times the step from line to line is that from one paragraph to the next


def holds_heading(bands: Sequence[Sequence[Line]], i: int) -> bool:
    """Whether a heading stands between two lines: in larger type than what is next to it.

    Of two neighbours one may be a heading itself, so the one in smaller type tells.
    """
    beside = [bands[j] for j in (i - 1, i + 1) if 0 <= j < len(bands) and bands[j]]
    size = min((max(line.size for line in band) for band in beside), default=None)
    return size is not None and any(is_heading(row, size) for row in rows_of(bands[i]))


def holds_sentence(band: Sequence[Line]) -> bool:
    """Whether nothing but running text stands between two lines: below a heading it is no row."""
    rows = rows_of(band)
    one_each = all(len(row.pieces) == 1 for row in rows)
    return one_each and any(is_prose(row.pieces[0]) for row in rows)


def holds_text(bands: Sequence[Sequence[Line]], i: int, above: int) -> bool:
    """Whether what stands between two lines is no row: a caption, parted text.

    A caption between the first lines is that of the table, and taken from it later.
    """
    band = rows_of(bands[i])
    captions = [above > 1 and _is_caption(row) for row in band]
    if any(captions[1:]) or any(_is_note(row, band) for row in band):
        return True  # the rows before it are the last of the table above
    prose = [is_prose(row.pieces[0]) for row in band]
    text = band[: max((i + 1 for i in range(len(band)) if captions[i] or prose[i]), default=0)]
    if any(len(row.pieces) > 1 for row in text):
        return False
    steps = [below.baseline - above.baseline for above, below in pairwise(text)]
    white = sum(prose) > 1 and max(steps) >= PARAGRAPHS * min(steps)
    return any(captions) or sum(prose) >= MOST_PROSE or white


def _is_note(row: Row, band: Sequence[Row]) -> bool:
    """Whether a row opens what stands below a table: a raised mark and a text, a source."""
    (first, *more) = row.pieces
    if more or first.left - min(other.box[0] for other in band) > row.size:
        return False
    return (is_raised(first) and len(first.words) > 1) or REMARK.match(first.text) is not None


def _is_caption(row: Row) -> bool:
    """Whether a row is the label and title of a table, and nothing beside it."""
    return len(row.pieces) == 1 and opens_caption(row.pieces[0].text)
