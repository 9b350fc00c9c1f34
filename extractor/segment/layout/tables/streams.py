"""Rows by the column of the page that they stand in."""

from collections.abc import Sequence
from itertools import pairwise

from extractor.segment.layout.geometry import merged_ranges, shared, sideways
from extractor.segment.layout.lines import Line
from extractor.segment.layout.tables.extents import is_prose
from extractor.segment.layout.tables.rows import Row

PROSE_LINES = 4  # lines of a column of running text


def without(line: Line, taken: set[int]) -> Line | None:
    """Return what is left of a line without some words; None where nothing is."""
    words = [word for word in line.words if word.glyph not in taken]
    if len(words) == len(line.words):
        return line
    return Line.of(words, line.page, {w.glyph for w in words} & line.raised) if words else None


def streams(rows: Sequence[Row]) -> list[list[Row]]:
    """Return the rows by the columns of running text that the page has, full width last."""
    prose = [piece for row in rows for piece in row.pieces if is_prose(piece)]
    stripes = [
        stripe
        for stripe in merged_ranges(sideways(piece.box) for piece in prose)
        if sum(shared(sideways(piece.box), stripe) > 0 for piece in prose) >= PROSE_LINES
    ]
    if len(stripes) < 2:  # noqa: PLR2004 - one column is no columns
        return [list(rows)]
    edges = [(one[1] + other[0]) / 2 for one, other in pairwise(stripes)]
    streams: list[list[Row]] = [[] for _ in range(len(edges) + 2)]
    for row in rows:
        if not any(is_prose(piece) for piece in row.pieces):
            streams[-1].append(row)
            continue
        for i in range(len(edges) + 1):
            pieces = [p for p in row.pieces if sum(p.left > edge for edge in edges) == i]
            if pieces:
                streams[i].append(Row(pieces, row.baseline))
    return streams
