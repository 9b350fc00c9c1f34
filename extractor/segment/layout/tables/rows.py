"""Rows: the pieces of text on one baseline, parted where a column may begin."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

import regex

from extractor.readers.geometry import around
from extractor.readers.source import Box, Word
from extractor.segment.layout.lines import Line
from extractor.segment.layout.markers import is_marker_word
from extractor.segment.layout.tables.cells import YEARS, is_numeric
from extractor.segment.layout.tables.counted import count_columns

CELL_GAP = 0.5  # type sizes between words of two cells, at least
CELL_GAP_MONO = 0.9  # the same in a typewriter's font, whose spaces are as wide as its letters
MARKER_GAP = 3.5  # between a bullet and its text, at most
LEAST_SPREAD = 3  # gaps of a line that tell whether it is justified
TOUCHING = 0.12  # type sizes from a mark to its word: less than any space
WIDEST_SPREAD = 1.6  # type sizes between words of a justified line, at most
EVEN = 1.5  # the widest gap of a justified line, in parts of its narrowest
ONE_ROW = 0.35  # type sizes between baselines of one row

MONO = regex.compile(r"mono | courier | consol | typewriter", regex.X | regex.I)


@dataclass(slots=True, eq=False)
class Row:
    """The pieces of text on one baseline, from left to right."""

    pieces: list[Line]
    baseline: float
    cells: dict[int, list[Line]] = field(default_factory=dict)
    """Once columns are known: the pieces by their first column."""
    spans: dict[int, int] = field(default_factory=dict)
    """Number of columns that the piece in a column covers."""
    numbers: list[Line] | None = None
    """Once asked for: the pieces that are numbers in columns of their own."""
    box: Box = field(init=False)
    """Around the pieces."""
    size: float = field(init=False)
    """The largest type of the row."""

    def __post_init__(self) -> None:
        """Measure the pieces."""
        first, *others = self.pieces
        self.box = around([piece.box for piece in self.pieces]) if others else first.box
        self.size = max([piece.size for piece in self.pieces]) if others else first.size

    def add(self, piece: Line) -> None:
        """Take one more piece, behind the others."""
        self.pieces.append(piece)
        x0, y0, x1, y1 = self.box
        left, top, right, bottom = piece.box
        self.box = min(x0, left), min(y0, top), max(x1, right), max(y1, bottom)
        self.size = max(self.size, piece.size)

    def anew(self) -> "Row":
        """Return a row of the same pieces, of which nothing else is known as yet."""
        return Row(list(self.pieces), self.baseline)


def rows_of(lines: Iterable[Line]) -> list[Row]:
    """Return the lines as rows, each parted where a column may begin."""
    return in_rows(piece for line in lines for piece in parted(line))


def in_rows(pieces: Iterable[Line]) -> list[Row]:
    """Return pieces of text as rows: those on one baseline together."""
    rows: list[Row] = []
    baseline = size = 0.0
    for piece in sorted(pieces, key=lambda piece: (piece.baseline, piece.box[0])):
        if rows and piece.baseline - baseline <= ONE_ROW * min(piece.size, size):
            rows[-1].add(piece)
            size = rows[-1].size
        else:
            rows.append(Row([piece], piece.baseline))
            baseline, size = piece.baseline, piece.size
    for row in rows:
        row.pieces.sort(key=lambda piece: piece.box[0])
    return rows


def parted(line: Line) -> Sequence[Line]:
    """Return a line in pieces, parted at gaps that no space between words fills."""
    if len(line.words) == 1:
        return (line,)
    if line.pieces is None:  # a line is asked for its pieces by several kinds of tables
        parts = _parts(line)
        line.pieces = [
            Line.of(part, line.page, {w.glyph for w in part} & line.raised)
            for part in (parts if len(parts) > 1 else ())
        ]
    return line.pieces or (line,)


def _parts(line: Line) -> list[list[Word]]:
    """Return the words of a line by the pieces that they belong to."""
    words = sorted(line.words, key=lambda word: word.box[0]) if line.rtl else line.words
    white = [b.box[0] - a.box[2] for a, b in pairwise(words)]
    least = CELL_GAP_MONO if _is_mono(words[0].font) else CELL_GAP
    if max(white) < least * line.size or _is_justified(words, white, line.size):
        return [words]
    parts = [[words[0]]]
    for gap, word in zip(white, words[1:], strict=True):
        after_marker = len(parts) == 1 and len(parts[0]) == 1 and _is_bullet(parts[0][0])
        if gap < (MARKER_GAP if after_marker else least) * line.size:
            parts[-1].append(word)
        else:
            parts.append([word])
    return parts


@lru_cache(maxsize=256)  # a document has few fonts
def _is_mono(font: str) -> bool:
    return MONO.search(font) is not None


def _is_bullet(word: Word) -> bool:
    return is_marker_word(word) and not is_numeric(word.text)


def _is_justified(words: Sequence[Word], gaps: Sequence[float], size: float) -> bool:
    """Whether the words of a line are spread evenly, as running text fills its measure."""
    white = [gap for gap in gaps if gap > TOUCHING * size]
    if len(white) < LEAST_SPREAD or max(white) > min(WIDEST_SPREAD * size, EVEN * min(white)):
        return False
    return sum(is_numeric(word.text) for word in words) * 2 <= len(words)


def has_numbers(row: Row) -> bool:
    """Whether a number stands in a column of a row that is not its first."""
    columns = sorted(row.cells)
    return any(
        is_numeric(piece.text) for column in columns if column > 0 for piece in row.cells[column]
    )


def counts_columns(row: Row) -> bool:
    """Whether a row counts its columns: weeks, columns by their number."""
    return count_columns([piece.text for piece in row.pieces], labelled=0 in row.cells)


def has_counts(row: Row) -> bool:
    """Whether a number that is no year stands in a column of a row that is not its first."""
    return not counts_columns(row) and any(
        is_numeric(piece.text) and not YEARS.fullmatch(piece.text)
        for column, pieces in row.cells.items()
        if column > min(row.cells)
        for piece in pieces
    )


def step(above: Row, below: Row) -> float:
    """Return how far a row stands below another."""
    return below.baseline - above.baseline


def label(row: Row) -> str:
    """Return the text of the first column of a row."""
    return " ".join(piece.text for piece in row.cells.get(0, []))
