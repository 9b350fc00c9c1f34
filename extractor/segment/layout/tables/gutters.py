"""Blocks side by side: lines with the same two ends frame a table, and what stands beside is none.

Where two tables, or a table and a text, stand side by side, their rows have nothing to do with each
other: a gutter parts them from where the first begins to where the last ends.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf

from extractor.readers.geometry import downwards, shared, sideways
from extractor.readers.pdf.grids import WHITE
from extractor.readers.source import Rule, Shape
from extractor.segment.captions import opens_caption
from extractor.segment.layout.lines import Line
from extractor.segment.layout.tables.cells import is_numeric
from extractor.segment.layout.tables.drawn import Drawn
from extractor.segment.layout.tables.extents import UNIT_NOTE, is_prose
from extractor.segment.layout.tables.frames import (
    BARE,
    MOST_FRAMES,
    SAME_END_PT,
    SHORTEST_PT,
    Frame,
    crosses,
    frames_of,
    same_ends,
    within,
)
from extractor.segment.layout.tables.interleaved import between_rows
from extractor.segment.layout.tables.rows import Row, in_rows

LEAST_ROWS = 2  # of a frame have a number beside a text
NUMBERS_FIRST = 0.5  # of the first texts of the rows of a table are numbers at most
ROW_REACH = 3.2  # type sizes from one row to the next
NEW_TABLE = 2.2  # type sizes from one table's last row to another's first, at least
LEAST_LEVEL = 3  # rows on both sides of a place that are those of one table
SHORTEST_BOX_PT = 40.0  # a lower one holds no text of its own
PROSE_ROWS = 3  # of running text beside a coloured box
ONE_LINE = 0.34  # of the rows beside a coloured box stand on lines with it, by chance
LEVEL = 0.05  # type sizes between baselines of one line


@dataclass(frozen=True, slots=True)
class Gutter:
    """White between two blocks: where it runs down the page."""

    at: float
    top: float
    bottom: float

    def holds(self, row: Row) -> bool:
        """Whether a row stands beside the gutter."""
        return self.top <= row.baseline <= self.bottom


def gutters(rows: Sequence[Row], drawn: Drawn) -> list[Gutter]:
    """Return the gutters of a page between framed tables and what stands beside them.

    Args:
        rows: All rows of the page outside the tables found before, from top to bottom.
        drawn: Its level lines, and those tables.
    """
    frames = [Frame(sideways(box), *downwards(box)) for box in drawn.tables]
    lined = [Frame(sideways(box), *downwards(box), closed=True) for box in drawn.boxes]
    lined += [frame for group in same_ends(drawn.rules) for frame in frames_of(group, rows)]
    lined = lined[:MOST_FRAMES]
    lined += _under_bars(lined, rows, drawn.rules)
    frames += [frame for frame in lined if _reads_as_table(_beside(rows, frame), frame)]
    found: list[Gutter] = []
    for frame in frames:
        held = _beside(rows, frame)
        for beside in _sides(held, frame):
            if _is_apart(held, beside, frame, frames):
                at = _middle(frame, beside)
                if not any(gutter.at == at and gutter.top <= frame.top for gutter in found):
                    found.append(_drawn_out(at, rows, frame, drawn.rules))
    tinted = [Frame(sideways(s.box), *downwards(s.box)) for s in drawn.shapes if _is_tinted(s)]
    found += [gutter for frame in tinted for gutter in _beside_text(rows, frame)]
    for at, top, bottom in between_rows(rows):
        if not any(gutter.top <= top <= gutter.bottom for gutter in found):
            gutter = _drawn_out(at, rows, Frame((at, at), top, bottom), drawn.rules)
            low = min((other.top for other in found if other.top > top), default=inf)
            found.append(replace(gutter, bottom=min(gutter.bottom, low - BARE)))
    return found + list(_under_captions(rows))


def _under_captions(rows: Sequence[Row]) -> Iterator[Gutter]:
    """Yield the gutters between captions on one line, down to the first text across them.

    A unit in brackets stands for the caption of the first.
    """
    for i, row in enumerate(rows):
        first, *others = row.pieces
        if not others or not (opens_caption(first.text) or UNIT_NOTE.fullmatch(first.text)):
            continue
        for piece in others:
            if opens_caption(piece.text):
                at = piece.left - BARE * piece.size
                bottom = _first_across(rows[i:], at)
                yield Gutter(at, row.baseline, bottom - piece.size / 2)


def _first_across(rows: Sequence[Row], at: float) -> float:
    """Return where the first row stands that runs over a place below a row beside it."""
    for i, row in enumerate(rows):
        if any(crosses(p, at) for p in row.pieces) or _begins_over(rows[:i], rows[i:], at):
            return row.baseline
    return inf


def _is_tinted(shape: Shape) -> bool:
    x0, y0, x1, y1 = shape.box
    large = x1 - x0 >= SHORTEST_PT and y1 - y0 >= SHORTEST_BOX_PT
    return large and shape.kind == "fill" and shape.color not in (None, WHITE)


def _beside_text(rows: Sequence[Row], frame: Frame) -> Iterator[Gutter]:
    """Yield the gutters between a coloured box and running text beside it, on lines of its own."""
    held = _beside(rows, frame)
    if any(crosses(p, x) for row in held for p in row.pieces for x in frame.across):
        return
    if sum(_has_one_line(row, frame) for row in held) > ONE_LINE * len(held):
        return
    for beside in _sides(held, frame):
        texts = [pieces for pieces in beside if pieces]
        if sum(any(map(is_prose, pieces)) for pieces in texts) * 2 >= len(texts) >= PROSE_ROWS:
            yield Gutter(_middle(frame, beside), frame.top, frame.bottom)


def _has_one_line(row: Row, frame: Frame) -> bool:
    """Whether what stands in a frame and what stands beside it in a row have one baseline."""
    inside = within(row, frame)
    held = {id(piece) for piece in inside}
    outside = [piece for piece in row.pieces if id(piece) not in held]
    return any(
        abs(one.baseline - other.baseline) <= LEVEL * row.size
        for one in inside
        for other in outside
    )


def _under_bars(frames: Sequence[Frame], rows: Sequence[Row], rules: Sequence[Rule]) -> list[Frame]:
    """Return the frames beside another of their height, drawn out over the rows below both.

    Two bars with white between head two tables, though nothing is drawn below them.
    """
    return [
        replace(frame, bottom=bottom)
        for frame, other in _bars(sorted(frames, key=lambda frame: frame.top))
        if (bottom := _drawn_out(_between(frame, other), rows, frame, rules).bottom) > frame.bottom
    ]


def _bars(frames: Sequence[Frame]) -> Iterator[tuple[Frame, Frame]]:
    """Yield each frame with another that has the same top and bottom, and white between them."""
    for i, frame in enumerate(frames):
        for j in range(i + 1, len(frames)):
            other = frames[j]
            if other.top - frame.top > SAME_END_PT:
                break
            apart = shared(frame.across, other.across) < -SAME_END_PT
            if apart and abs(frame.bottom - other.bottom) <= SAME_END_PT:
                yield frame, other
                yield other, frame


def _between(frame: Frame, other: Frame) -> float:
    """Return the middle of the white between two frames."""
    first, second = sorted((frame.across, other.across))
    return (first[1] + second[0]) / 2


def _beside(rows: Sequence[Row], frame: Frame) -> list[Row]:
    """Return the rows with a baseline between the top and the bottom of a frame."""
    return [row for row in rows if frame.top < row.baseline < frame.bottom]


def parted(rows: Sequence[Row], found: Sequence[Gutter]) -> list[list[Row]]:
    """Return the rows in lists: those beside a gutter parted by it, the others together."""
    lists = [list(rows)]
    for gutter in found:
        lists = [part for rows in lists for part in _parted(rows, gutter)]
    return lists


def _parted(rows: Sequence[Row], gutter: Gutter) -> Iterator[list[Row]]:
    beside = [piece for row in rows if gutter.holds(row) for piece in row.pieces]
    for right in (False, True):
        yield in_rows(piece for piece in beside if (piece.left > gutter.at) == right)
    yield [row for row in rows if not gutter.holds(row)]


def _reads_as_table(held: Sequence[Row], frame: Frame) -> bool:
    """Whether rows of numbers stand in a frame, with labels first: heads alone frame nothing."""
    inside = [pieces for row in held if len(pieces := within(row, frame)) > 1]
    numbers = sum(is_numeric(pieces[0].text) for pieces in inside)
    counting = sum(any(is_numeric(piece.text) for piece in pieces[1:]) for pieces in inside)
    return counting >= LEAST_ROWS and numbers <= NUMBERS_FIRST * len(inside)


def _sides(held: Sequence[Row], frame: Frame) -> Iterator[list[list[Line]]]:
    """Yield what stands on the left of a frame and on its right, where something does, by row."""
    left, right = frame.across
    for side in (
        [[p for p in row.pieces if p.right <= left + BARE * p.size] for row in held],
        [[p for p in row.pieces if p.left >= right - BARE * p.size] for row in held],
    ):
        if any(side):
            yield side


def _is_apart(
    held: Sequence[Row], beside: Sequence[Sequence[Line]], frame: Frame, frames: Sequence[Frame]
) -> bool:
    """Whether what stands beside a frame is no column of it: on other lines, in a frame."""
    if frame.closed:
        return True
    texts = [pieces for pieces in beside if pieces]
    if sum(is_numeric(pieces[0].text) for pieces in texts) > NUMBERS_FIRST * len(texts):
        return False
    alone = sum(not within(row, frame) for row, p in zip(held, beside, strict=True) if p)
    prose = sum(any(map(is_prose, pieces)) for pieces in texts)
    if max(alone, prose) * 2 >= len(texts):
        return True
    return any(
        all(
            other.across[0] <= p.left + SAME_END_PT and p.right - SAME_END_PT <= other.across[1]
            for pieces in texts
            for p in pieces
        )
        and _reads_as_table([Row(list(pieces), 0.0) for pieces in texts], other)
        for other in frames
        if other is not frame and shared((other.top, other.bottom), (frame.top, frame.bottom)) > 0
    )


def _middle(frame: Frame, beside: Sequence[Sequence[Line]]) -> float:
    """Return the middle of the white between a frame and what stands beside it."""
    pieces = [piece for row in beside for piece in row]
    left, right = frame.across
    if pieces[0].left > left:
        return (right + min(piece.left for piece in pieces)) / 2
    return (left + max(piece.right for piece in pieces)) / 2


def _drawn_out(at: float, rows: Sequence[Row], frame: Frame, rules: Sequence[Rule]) -> Gutter:
    """Return the gutter at a place, as far up and down as no text or line crosses it."""
    across = [y for x0, y, x1, _ in (rule.box for rule in rules) if x0 < at < x1]
    highest = max((y for y in across if y <= frame.top), default=-inf)
    lowest = min((y for y in across if y >= frame.bottom), default=inf)
    over = [row for row in rows if highest < row.baseline <= frame.top]
    under = [row for row in rows if frame.bottom <= row.baseline < lowest]
    top, bottom = frame.top, frame.bottom
    for row in reversed(over):
        if top - row.baseline > ROW_REACH * row.size or any(crosses(p, at) for p in row.pieces):
            break
        top = row.baseline
    for i, row in enumerate(under):
        if row.baseline - bottom > ROW_REACH * row.size or any(crosses(p, at) for p in row.pieces):
            break
        if _begins_over([*_beside(rows, frame), *under[:i]], under[i:], at):
            break
        bottom = row.baseline
    return Gutter(at, top, bottom)


def _begins_over(above: Sequence[Row], rows: Sequence[Row], at: float) -> bool:
    """Whether a table on both sides of a place begins below rows: with its caption, or after white.

    Behind the place numbers stand alone, as they do not in what is above.
    """
    row = rows[0]
    first, *others = (opens_caption(piece.text) for piece in row.pieces)
    if first:
        return not any(others) and _runs_over(rows[1:], at)
    white = row.baseline - above[-1].baseline if above else 0.0
    return white > NEW_TABLE * row.size and not _runs_over(above, at) and _are_level(rows, at)


def _are_level(rows: Sequence[Row], at: float) -> bool:
    """Whether rows stand on one line on both sides of a place, behind it but numbers."""
    beside = [row for row in rows if any(p.left > at for p in row.pieces)]
    both = sum(row.pieces[0].left < at for row in beside)
    return both == len(beside) > LEAST_LEVEL and _runs_over(rows, at)


def _runs_over(rows: Sequence[Row], at: float) -> bool:
    """Whether rows are those of one table on both sides of a place: behind it are but numbers."""
    behind = [pieces for row in rows if (pieces := [p for p in row.pieces if p.left > at])]
    numbers = sum(is_numeric(pieces[0].text) for pieces in behind)
    return len(behind) >= LEAST_ROWS and numbers > NUMBERS_FIRST * len(behind)
