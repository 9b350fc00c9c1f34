"""Rows as they are made: by table, each in the order of its columns."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Table

from extractor.days import UNTOLD, days
from extractor.store.model import documents, figures
from schemas.base import Anchor, BoxPiece, OcrPiece, OffsetPiece, Piece
from schemas.extraction import LedgerEntry
from schemas.figure import Bound

Row = tuple[object, ...]
Rows = Mapping[Table, list[Row]]

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
NUL = "\0"
NO_BOX = (None,) * 6


class Kept:
    """The rows of one version; a place or an attribute that several things have is kept once."""

    def __init__(self, version_id: int) -> None:
        """Begin with no rows."""
        self.version_id = version_id
        self.rows: dict[Table, list[Row]] = {}
        self._anchors = self.rows.setdefault(documents.ANCHORS, [])
        self._pieces = self.rows.setdefault(documents.PIECES, [])
        self._attributes: dict[Row, int] = {}
        self._places: dict[tuple[int, int], tuple[int, tuple[Piece, ...]]] = {}

    def add(self, table: Table, rows: Iterable[Row]) -> None:
        """Keep rows of a table, each without its first column, the version."""
        self.rows.setdefault(table, []).extend(map((self.version_id,).__add__, rows))

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

    def digits(self, entry: LedgerEntry, text: str) -> int:
        """Return the number of the place of an entry of the ledger."""
        if entry.start is None or entry.end is None:
            return self.source(entry.source)
        return self._new((entry.start, entry.end, text[entry.start : entry.end]), entry.source)

    def optional_source(self, pieces: tuple[Piece, ...]) -> int | None:
        """Return the number of a place that is not in the text; None if there is no piece."""
        return self.source(pieces) if pieces else None

    def attribute(self, name: str, bound: Bound) -> int:
        """Return the number of what a figure is bound to, which is kept if it is new."""
        place = None if bound.anchor is None else self.place(bound.anchor)
        said = (name, bound.value, bound.code, bound.key, bound.state, bound.rule)
        number = self._attributes.get((place, *said))
        if number is None:
            number = self._attributes[place, *said] = len(self._attributes)
            when = days(bound.value) if name == "as_of" else UNTOLD
            self.add(figures.ATTRIBUTES, [(number, *said, *when, place)])
        return number

    def _new(self, place: Row, pieces: tuple[Piece, ...]) -> int:
        version, number = self.version_id, len(self._anchors)
        self._anchors.append((version, number, *place))
        for ordinal, piece in enumerate(pieces):
            self._pieces.append((version, number, ordinal, *_piece(piece)))
        return number


def _are_same(some: tuple[Piece, ...], others: tuple[Piece, ...]) -> bool:
    # Pydantic takes ten times as long, and there are hundreds of thousands.
    if some is others:
        return True
    if len(some) == len(others) == 1:
        return vars(some[0]) == vars(others[0])
    return [*map(vars, some)] == [*map(vars, others)]


def _piece(piece: Piece) -> Row:
    # Pydantic answers `isinstance` in a microsecond, but at once for the type itself.
    if type(piece) is BoxPiece:
        return (piece.page, *piece.bbox, None, None, None)
    if isinstance(piece, OffsetPiece):
        return (*NO_BOX, piece.start, piece.end)
    confidence = piece.confidence if isinstance(piece, OcrPiece) else None
    return (piece.page, *piece.bbox, confidence, None, None)


def without_nul(rows: Rows) -> Rows:
    """Return rows whose texts have no NUL."""
    return {table: [tuple(map(clear, row)) for row in of_table] for table, of_table in rows.items()}


def clear(value: object) -> object:
    """Return a value; a text has a replacement character where it had a NUL.

    PostgreSQL keeps no NUL in a text, and functions of SQLite end a text there.
    """
    return value.replace(NUL, REPLACEMENT) if isinstance(value, str) else value
