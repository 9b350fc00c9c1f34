"""Rows as they are made: by table, each in the order of its columns."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Table

from extractor.store.model import documents
from schemas.base import Anchor, BoxPiece, OcrPiece, Piece

Row = tuple[object, ...]
Rows = Mapping[Table, list[Row]]

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
NUL = "\0"


@dataclass(slots=True)
class Kept:
    """The rows of one version; a place that several things have is kept once."""

    version_id: int
    rows: dict[Table, list[Row]] = field(default_factory=dict)
    _places: dict[tuple[int, int], tuple[int, tuple[Piece, ...]]] = field(default_factory=dict)

    def add(self, table: Table, rows: Iterable[Row]) -> None:
        """Keep rows of a table, each without its first column, the version."""
        version = (self.version_id,)
        self.rows.setdefault(table, []).extend(version + row for row in rows)

    def anchor(self, anchor: Anchor | None) -> int | None:
        """Return the number of a place, which is kept if it is a new one."""
        return None if anchor is None else self.place(anchor)

    def place(self, anchor: Anchor) -> int:
        """Return the number of a place, which is kept if it is a new one."""
        span = anchor.start, anchor.end
        known = self._places.get(span)
        if known is not None and _are_same(known[1], anchor.source):
            return known[0]
        number = self._new((*span, anchor.quote), anchor.source)
        self._places.setdefault(span, (number, anchor.source))
        return number

    def source(self, pieces: tuple[Piece, ...]) -> int:
        """Return the number of a place that is not in the text."""
        return self._new((None, None, None), pieces)

    def optional_source(self, pieces: tuple[Piece, ...]) -> int | None:
        """Return the number of a place that is not in the text; None if there is no piece."""
        return self.source(pieces) if pieces else None

    def _new(self, place: Row, pieces: tuple[Piece, ...]) -> int:
        anchors = self.rows.setdefault(documents.ANCHORS, [])
        number = len(anchors)
        anchors.append((self.version_id, number, *place))
        self.add(
            documents.PIECES,
            ((number, ordinal, *_piece(piece)) for ordinal, piece in enumerate(pieces)),
        )
        return number


def _are_same(some: tuple[Piece, ...], others: tuple[Piece, ...]) -> bool:
    # Pydantic takes ten times as long, and there are hundreds of thousands.
    return some is others or [*map(vars, some)] == [*map(vars, others)]


def _piece(piece: Piece) -> Row:
    if isinstance(piece, BoxPiece):
        confidence = piece.confidence if isinstance(piece, OcrPiece) else None
        return (piece.page, *piece.bbox, confidence, None, None)
    return (None, None, None, None, None, None, piece.start, piece.end)


def without_nul(rows: Rows) -> Rows:
    """Return rows whose texts have no NUL."""
    return {table: [tuple(map(clear, row)) for row in of_table] for table, of_table in rows.items()}


def clear(value: object) -> object:
    """Return a value; a text has a replacement character where it had a NUL.

    PostgreSQL keeps no NUL in a text, and functions of SQLite end a text there.
    """
    return value.replace(NUL, REPLACEMENT) if isinstance(value, str) else value
