"""Rows by the column of the page that they stand in."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from extractor.readers.geometry import Range, merged_ranges, shared, sideways
from extractor.segment.layout.lines import Line
from extractor.segment.layout.tables.cells import is_numeric
from extractor.segment.layout.tables.drawn import Drawn
from extractor.segment.layout.tables.extents import is_prose
from extractor.segment.layout.tables.gutters import gutters, parted
from extractor.segment.layout.tables.rows import Row, in_rows, rows_of

PROSE_LINES = 4  # lines of a column of running text
NARROW_WORDS = 4  # of a line that fills a narrow column
FILLED = 0.7  # of the column's width it fills
OFTEN = 0.25  # of the lines that begin where most do, begin where a column does
INDENT = 2.5  # type sizes from the column's left end at most
CELLS_BEFORE = 2  # numbers of a row whose last cell is a text
SAME_LEFT = 0.2  # type sizes before a column's left end that its cells begin, at most
SAME_LINE = 0.2  # type sizes between the baselines of a row's cells, at most
BLOCK_ROWS = 3  # rows on both sides of a gutter that stand between running text


def without(line: Line, taken: set[int]) -> Line | None:
    """Return what is left of a line without some words; None where nothing is."""
    words = [word for word in line.words if word.glyph not in taken]
    if len(words) == len(line.words):
        return line
    return Line.of(words, line.page, {w.glyph for w in words} & line.raised) if words else None


def streams(lines: Sequence[Line], drawn: Drawn) -> list[list[Row]]:
    """Return the rows of lines by the blocks and the columns of running text that they stand in.

    Args:
        lines: The lines of a page.
        drawn: Its level lines and the tables found before, which frame blocks.
    """
    rows = rows_of(lines)
    blocks = parted(rows, gutters(rows, drawn))
    return [stream for block in blocks for stream in _by_columns(block)]


def _by_columns(rows: Sequence[Row]) -> list[list[Row]]:
    """Return the rows by the columns of running text that the page has, full width last."""
    stripes = _stripes(rows)
    if len(stripes) < 2:  # noqa: PLR2004 - one column is no columns
        return [list(rows)]
    edges = [(one[1] + other[0]) / 2 for one, other in pairwise(stripes)]
    found: list[list[Line]] = [[] for _ in range(len(edges) + 1)]
    whole = _whole_rows(rows, stripes, edges)
    for i, row in enumerate(rows):
        for piece in row.pieces if i not in whole else ():
            found[_side(piece, edges)].append(piece)
    # What stands on one baseline with a line of another column may stand on two in its own.
    return [*map(in_rows, found), [row for i, row in enumerate(rows) if i in whole]]


def _stripes(rows: Sequence[Row]) -> list[Range]:
    """Return from where to where the columns of running text run, from where many lines begin."""
    prose = [piece for row in rows for piece in row.pieces if is_prose(piece)]
    stripes: list[Range] = []
    for start, end in merged_ranges(sideways(piece.box) for piece in prose):
        lefts = Counter(round(p.left) for p in prose if shared(sideways(p.box), (start, end)) > 0)
        if lefts.total() >= PROSE_LINES and not _are_cells(rows, start):
            often = max(lefts.values()) * OFTEN
            stripes.append((min(left for left, count in lefts.items() if count >= often), end))
    return stripes


def _are_cells(rows: Sequence[Row], start: float) -> bool:
    """Whether the texts that begin at a place are the last cells of a table's rows.

    Each opens on the very line of a row's numbers, and beside its further lines nothing stands;
    running text beside a table keeps no step with its rows.
    """
    texts = wraps = 0
    for row in rows:
        behind = [p for p in row.pieces if p.left >= start - SAME_LEFT * p.size]
        before = [p for p in row.pieces if p.right < start]
        if not behind or not any(map(is_prose, behind)):
            continue
        text = behind[0]
        if not before:
            wraps += 1
        elif (
            len(behind) > 1
            or sum(is_numeric(p.text) for p in before) < CELLS_BEFORE
            or any(abs(p.baseline - text.baseline) > SAME_LINE * text.size for p in before)
        ):
            return False
        else:
            texts += 1
    return min(texts, wraps) > 0


def _side(piece: Line, edges: Sequence[float]) -> int:
    return sum(piece.left > edge for edge in edges)


def _whole_rows(rows: Sequence[Row], stripes: Sequence[Range], edges: Sequence[float]) -> set[int]:
    """Return the rows that run over the columns: a piece crosses, or no column goes on beside."""
    whole: set[int] = set()
    stretch: list[int] = []
    for i in range(len(rows) + 1):
        row = rows[i] if i < len(rows) else None
        crossing = row is not None and any(p.left < e < p.right for p in row.pieces for e in edges)
        if row is not None and not crossing:
            stretch.append(i)
            continue
        whole |= _beside_no_column(rows, stretch, stripes, edges)
        stretch = []
        if crossing:
            whole.add(i)
    return whole


def _beside_no_column(
    rows: Sequence[Row], stretch: Sequence[int], stripes: Sequence[Range], edges: Sequence[float]
) -> set[int]:
    """Return the rows of a stretch that no running text goes on beside."""
    prose = [i for i in stretch if any(_fills(p, stripes) for p in rows[i].pieces)]
    if not prose:
        return set(stretch)
    found = {i for i in stretch if i < prose[0] or i > prose[-1]}
    for above, below in pairwise(prose):
        between = range(above + 1, below)
        sides = [{_side(p, edges) for p in rows[i].pieces} for i in between]
        if len(between) >= BLOCK_ROWS and all(len(side) > 1 for side in sides):
            found.update(between)
        else:
            found.update(_counting(rows, between, edges))
    return found


def _counting(rows: Sequence[Row], between: Sequence[int], edges: Sequence[float]) -> set[int]:
    """Return the rows of a table over the columns: behind the first of them are but numbers.

    Its heads stand over the first such row; labels between them may stand alone.
    """
    beside = [[p for p in rows[i].pieces if _side(p, edges)] for i in between]
    labelled = [
        len(pieces) < len(rows[i].pieces) for i, pieces in zip(between, beside, strict=True)
    ]
    counts = [
        at
        for at, (pieces, label) in enumerate(zip(beside, labelled, strict=True))
        if pieces and label and is_numeric(pieces[0].text)
    ]
    if len(counts) < BLOCK_ROWS:
        return set()
    first, last = counts[0], counts[-1]
    if first and beside[first - 1] and labelled[first - 1]:
        first -= 1
    others = [at for at in range(first + 1, last) if at not in counts and beside[at]]
    return set() if others else {between[at] for at in range(first, last + 1)}


def _fills(piece: Line, stripes: Sequence[Range]) -> bool:
    """Whether a piece reads as a line of a column of running text."""
    width = piece.right - piece.left
    return any(
        abs(piece.left - left) <= INDENT * piece.size
        and (
            is_prose(piece) or (len(piece.words) >= NARROW_WORDS and width > FILLED * (end - left))
        )
        for left, end in stripes
    )
