"""Two tables side by side that nothing frames: their rows stand on lines of their own."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractor.segment.layout.lines import Line
from extractor.segment.layout.tables.cells import is_numeric
from extractor.segment.layout.tables.rows import Row, in_rows

LEAST_ROWS = 3  # of each table
ONE_LINE = 0.34  # of the rows hold a line of both, by chance
LEVEL_PT = 0.4  # between baselines of one line
ROW_REACH = 3.2  # type sizes from one row to the next
BARE = 0.1  # type sizes that a text may reach over the white between


def between_rows(rows: Sequence[Row]) -> Iterator[tuple[float, float, float]]:
    """Yield where the white between two such tables runs: its place, its first and last baseline.

    Args:
        rows: All rows of the page outside the tables found before, from top to bottom.
    """
    bottom = float("-inf")
    for first, second in pairwise([row for row in rows if _counts(row)]):
        at = _white(first, second)
        if at is None or first.baseline <= bottom:
            continue
        held = _uncrossed(rows, first, at)
        left, right = _sides(held, at)
        counting = min(sum(map(_counts, left)), sum(map(_counts, right)))
        both = _in_step(held, at)
        if counting >= LEAST_ROWS and both <= ONE_LINE * len(held):
            bottom = held[-1].baseline
            yield at, first.baseline, bottom


def _counts(row: Row) -> bool:
    """Whether a row has a text and a number behind it."""
    first, *others = row.pieces
    return bool(others) and is_numeric(others[-1].text) and not is_numeric(first.text)


def _sides(rows: Sequence[Row], at: float) -> tuple[list[Row], list[Row]]:
    """Return the rows on the left of a place and those on its right."""
    pieces = [piece for row in rows for piece in row.pieces]
    left, right = ([p for p in pieces if (p.left < at) == before] for before in (True, False))
    return in_rows(left), in_rows(right)


def _in_step(rows: Sequence[Row], at: float) -> int:
    """Return how many rows have texts on both sides of a place as far apart as most of them have.

    The cells of one table may stand on lines a little apart, but in every row by the same.
    """
    apart: list[float] = []
    for row in rows:
        left = [piece.baseline for piece in row.pieces if piece.left < at]
        right = [piece.baseline for piece in row.pieces if piece.left >= at]
        if left and right:
            apart.append(left[0] - right[0])
    return max((sum(abs(one - other) <= LEVEL_PT for other in apart) for one in apart), default=0)


def _white(one: Row, other: Row) -> float | None:
    """Return where the right one of two near rows begins, if no text of either is beside it."""
    left, right = (one, other) if one.box[0] < other.box[0] else (other, one)
    near = other.baseline - one.baseline <= ROW_REACH * min(one.size, other.size)
    at = right.box[0] - BARE * right.size
    return at if near and left.box[2] < at - right.size else None


def _uncrossed(rows: Sequence[Row], first: Row, at: float) -> list[Row]:
    """Return the rows from one on that no text crosses the white in, as near as rows stand."""
    held: list[Row] = []
    for row in rows:
        if row.baseline < first.baseline:
            continue
        far = held and row.baseline - held[-1].baseline > ROW_REACH * row.size
        if far or any(_crosses(piece, at) for piece in row.pieces):
            break
        held.append(row)
    return held


def _crosses(piece: Line, at: float) -> bool:
    slack = BARE * piece.size
    return piece.left + slack < at < piece.right - slack
