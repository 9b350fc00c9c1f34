"""Cells a blank apart: parted where other rows show two columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.readers.geometry import Range, shared, sideways
from extractor.segment.layout.lines import Line
from extractor.segment.layout.tables.cells import is_numeric
from extractor.segment.layout.tables.rows import Row

LEAST_SHOWN = 2  # rows that show two columns of numbers apart
LEAST_WORDED = 3  # rows with words right behind a number, that a head apart confirms
MOST_WORDS = 8  # of a piece that may be two cells


WIDER = 1.25  # times a space within a head the white between two heads is, at least
LEAST_WHITE = 0.3  # type sizes between two heads
MOST_HEADS = 8  # lines above the first row with numbers that may be heads


@dataclass(frozen=True, slots=True)
class Gap:
    """A blank behind a number within a piece of text."""

    row: int
    piece: int
    word: int
    """The first one behind it."""
    white: Range
    numbers: bool
    """Whether a number follows."""


def reparted(rows: Sequence[Row]) -> list[Row]:
    """Return the rows of a table, texts parted behind a number where other rows have two columns.

    The number of one column may end a blank before the text of the next one begins.
    """
    gaps = [gap for i, row in enumerate(rows) for gap in _gaps(i, row)]
    if not gaps:
        return list(rows)
    cuts: dict[tuple[int, int], set[int]] = {}
    for cluster in _clusters(gaps):
        if _is_boundary(cluster, rows):
            for gap in cluster:
                cuts.setdefault((gap.row, gap.piece), set()).add(gap.word)
    return [_parted(row, i, cuts) for i, row in enumerate(rows)] if cuts else list(rows)


def _gaps(i: int, row: Row) -> Iterator[Gap]:
    """Yield the blanks behind numbers that open a text of a row."""
    for j, piece in enumerate(row.pieces):
        words = piece.words
        if not 1 < len(words) <= MOST_WORDS or not is_numeric(words[0].text):
            continue
        for k in range(1, len(words)):
            if not is_numeric(" ".join(word.text for word in words[:k])):
                break
            white = words[k - 1].box[2], words[k].box[0]
            if white[0] < white[1]:
                rest = " ".join(word.text for word in words[k:])
                yield Gap(i, j, k, white, is_numeric(rest))


def _clusters(gaps: Sequence[Gap]) -> Iterator[list[Gap]]:
    """Yield the blanks that stand under each other, one of a row."""
    cluster: list[Gap] = []
    end = 0.0
    for gap in sorted(gaps, key=lambda gap: gap.white):
        if cluster and gap.white[0] >= end:
            yield cluster
            cluster = []
        end = min(end, gap.white[1]) if cluster else gap.white[1]
        if all(gap.row != other.row for other in cluster):
            cluster.append(gap)
    yield cluster


def _is_boundary(cluster: Sequence[Gap], rows: Sequence[Row]) -> bool:
    """Whether blanks stand between two columns, as rows with both texts apart tell."""
    white = max(gap.white[0] for gap in cluster), min(gap.white[1] for gap in cluster)
    pieces = [rows[gap.row].pieces[gap.piece] for gap in cluster]
    left = min(piece.left for piece in pieces), white[0]
    right = white[1], max(piece.right for piece in pieces)
    held = {gap.row for gap in cluster}
    others = [row for i, row in enumerate(rows) if i not in held]
    if any(len(row.pieces) > 1 and any(_covers(p, white) for p in row.pieces) for row in others):
        return False
    shown = sum(_shows(row, white, left, right) for row in others)
    if all(gap.numbers for gap in cluster):
        return shown >= max(LEAST_SHOWN, len(cluster) / 2)
    return len(cluster) >= LEAST_WORDED and shown > 0


def _covers(piece: Line, white: Range) -> bool:
    return piece.left < white[0] and white[1] < piece.right


def _shows(row: Row, white: Range, left: Range, right: Range) -> bool:
    """Whether two neighbours of a row stand on both sides of a blank, each in its column."""
    return any(
        one.right <= white[1]
        and white[0] <= other.left
        and shared(sideways(one.box), left) > 0
        and shared(sideways(other.box), right) > 0
        for one, other in pairwise(row.pieces)
    )


def _parted(row: Row, i: int, cuts: dict[tuple[int, int], set[int]]) -> Row:
    """Return a row with its texts parted before some of their words."""
    if not any((i, j) in cuts for j in range(len(row.pieces))):
        return row
    pieces: list[Line] = []
    for j, piece in enumerate(row.pieces):
        at = [0, *sorted(cuts.get((i, j), ())), len(piece.words)]
        parts = [piece.words[start:end] for start, end in pairwise(at)]
        pieces += [
            Line.of(part, piece.page, {word.glyph for word in part} & piece.raised)
            for part in parts
        ]
    return Row(pieces, row.baseline)


def heads_parted(rows: Sequence[Row], first: int, columns: Sequence[Range]) -> list[Row]:
    """Return the rows, the lines above the first with numbers parted into the heads of columns.

    Heads as wide as their columns stand little more than a space apart: what tells them is that
    the widest blanks of their line leave one text over each of the columns below.
    """
    cuts: dict[tuple[int, int], set[int]] = {}
    for i in range(max(0, first - MOST_HEADS), first):
        for j, piece in enumerate(rows[i].pieces):
            if len(piece.words) > 1 and (at := _between_heads(piece, columns)):
                cuts[i, j] = at
    return [_parted(row, i, cuts) for i, row in enumerate(rows)] if cuts else list(rows)


def _between_heads(piece: Line, columns: Sequence[Range]) -> set[int]:
    """Return the words that open a head of their own; nothing where a text is not heads."""
    over = [column for column in columns if shared(sideways(piece.box), column) > 0]
    words = piece.words
    white = [b.box[0] - a.box[2] for a, b in pairwise(words)]
    if not 1 < len(over) <= len(words):
        return set()
    by_width = sorted(range(1, len(words)), key=lambda k: -white[k - 1])
    at, others = by_width[: len(over) - 1], by_width[len(over) - 1 :]
    widest = max((white[k - 1] for k in others), default=0.0)
    if white[at[-1] - 1] < max(LEAST_WHITE * piece.size, WIDER * widest):
        return set()
    ends = [0, *sorted(at), len(words)]
    texts = [(words[start].box[0], words[end - 1].box[2]) for start, end in pairwise(ends)]
    own = all(
        shared(text, column) > 0 and all(shared(text, c) <= 0 for c in over if c is not column)
        for text, column in zip(texts, over, strict=True)
    )
    return set(at) if own else set()
