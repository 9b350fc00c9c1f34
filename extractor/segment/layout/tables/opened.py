"""Free rows beside level lines: a head over the first, and a last row under the last of them."""

from collections.abc import Sequence
from itertools import takewhile

from extractor.readers.pdf.grids import Line as Drawn
from extractor.segment.layout.lines import Line
from extractor.segment.layout.tables.cells import is_numeric
from extractor.segment.layout.tables.extents import HEADING, UNIT_NOTE, is_heading
from extractor.segment.layout.tables.frames import SAME_END_PT
from extractor.segment.layout.tables.rows import Row, rows_of

FREE_REACH = 1.6  # type sizes from a rule, or from the line before, to a line of the same row
MOST_ROWS = 9  # beside a line; more is text
INSET = 1.0  # type sizes from where the lines begin to a unit over them, at most


def opened(run: Sequence[Drawn], lines: Sequence[Line]) -> list[Drawn]:
    """Return the lines of a run, with one over a free header and one under a free last row."""
    rows = rows_of(
        line
        for line in lines
        if run[0].start - SAME_END_PT <= line.left and line.right <= run[0].end + SAME_END_PT
    )
    drawn = list(run)
    before = [row for row in rows if row.baseline < run[0].at]
    inside = rows[len(before) : len(before) + 1]
    over = takewhile(lambda row: not _tells_unit(row, run[0], inside), before[::-1])
    above = _free(list(over), run[0].at, inside)
    if above:
        at = min(row.box[1] for row in above) - 1
        drawn.insert(0, Drawn(at, run[0].start, run[0].end))
    low = [row for row in rows if row.baseline > run[-1].at + 1]
    below = _free(list(takewhile(lambda row: _is_set_as(row, inside), low)), run[-1].at, inside)
    if below:
        at = max(row.box[3] for row in below) + 1
        drawn.append(Drawn(at, run[0].start, run[0].end))
    return drawn


def _tells_unit(row: Row, first: Drawn, inside: Sequence[Row]) -> bool:
    """Whether a row is the unit over a table with heads in its first band: none stand over it."""
    (piece, *others) = row.pieces
    if others or abs(piece.left - first.start) > INSET * piece.size:
        return False
    headed = any(not is_numeric(p.text) for body in inside for p in body.pieces[1:])
    return headed and UNIT_NOTE.fullmatch(piece.text) is not None


def _is_set_as(row: Row, inside: Sequence[Row]) -> bool:
    """Whether a row is in no larger type than a table's: two columns of text may begin below it."""
    return all(row.size <= HEADING * body.size for body in inside)


def _free(rows: Sequence[Row], edge: float, inside: Sequence[Row]) -> list[Row]:
    """Return the rows next to an edge, up to a gap, of which the farthest has several texts."""
    found: list[Row] = []
    for row in takewhile(lambda row: not any(is_heading(row, body.size) for body in inside), rows):
        middle = row.baseline - 0.35 * row.size
        if abs(middle - edge) > FREE_REACH * row.size or len(found) > MOST_ROWS:
            break
        found.append(row)
        edge = middle
    while found and len(found[-1].pieces) < 2 and not _goes_on_from(found):  # noqa: PLR2004 - a title
        found.pop()
    return found


def _goes_on_from(rows: Sequence[Row]) -> bool:
    """Whether the last row goes on, under it, with a text that stands beside another above it."""
    if len(rows) < 2:  # noqa: PLR2004 - nothing stands above it
        return False
    last = rows[-1].pieces[0]
    above = [row for row in rows[:-1] if len(row.pieces) > 1 and row.baseline < last.baseline]
    return any(
        abs(last.left - piece.left) <= SAME_END_PT for row in above for piece in row.pieces[1:]
    )
