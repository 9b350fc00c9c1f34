"""The ledger: every run of digits is accounted for, or named as unexplained."""

from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

import regex

from extractor.bind import Context
from extractor.segment.document import Document, Span
from schemas.base import Maker, OffsetPiece, Piece
from schemas.extraction import LedgerEntry, LedgerStatus

Outside = tuple[LedgerStatus, tuple[Piece, ...]]
"""A run of digits that is not in the text: what it is, and where it is printed."""

STATUSES: tuple[LedgerStatus, ...] = get_args(LedgerStatus)
MARKS = {status: bytes((at,)) for at, status in enumerate(STATUSES)}
DIGITS = regex.compile(r"\p{Nd}+")
URL_AROUND = regex.compile(r"(?:https?://|www\.|mailto:)[^\s<>\"')\]]*+", regex.I)


class Accounts:
    """What became of every run of digits of a document."""

    def __init__(self, context: Context, raw: str) -> None:
        """Find the runs.

        `raw` is the decoded file of a Markdown or plain text, and empty for a PDF.
        """
        self._doc, self._raw = context.doc, raw
        self._stated = _statuses(context)
        runs = [self._stated[match.start()] for match in DIGITS.finditer(self._doc.text)]
        unexplained = runs.count(MARKS["unexplained"][0])
        self.explained = round(1 - unexplained / len(runs), 6) if runs else 1.0
        """The share of the runs of digits in the text that is not unexplained."""

    def entries(self, made: Maker) -> Iterator[LedgerEntry]:
        """Yield an entry a run: those of the text in its order, then those outside of it."""
        new = made(LedgerEntry)
        for match in DIGITS.finditer(self._doc.text):
            start, end = match.span()
            yield new(start=start, end=end, source=(), status=STATUSES[self._stated[start]])
        for status, pieces in _outside(self._doc, self._raw):
            yield new(source=pieces, status=status)


def _statuses(context: Context) -> bytearray:
    """Return the status of each character, a place in `STATUSES`; figures count before others."""
    doc = context.doc
    found = bytearray(MARKS["unexplained"]) * len(doc.text)
    _mark(found, (m.span() for m in URL_AROUND.finditer(doc.text)), "url")
    for one in context.collected.explained:
        _mark(found, [one.span], one.status)
    _mark(found, (c.credit_span for c in doc.captions if c.credit_span is not None), "credit")
    _mark(found, (figure.span for figure in context.founds), "figure")
    return found


def _mark(found: bytearray, spans: Iterable[Span], status: LedgerStatus) -> None:
    for start, end in spans:
        found[start:end] = MARKS[status] * (end - start)


# --- digits outside the text ----------------------------------------------------------------


def _outside(doc: Document, raw: str) -> Iterator[Outside]:
    for status, pieces in doc.dropped_digits:
        if raw:
            yield from _runs_of(pieces, raw, status)
        else:
            yield status, pieces
    for furniture in doc.furniture:
        if raw:
            yield from _runs_of(furniture.pieces, raw, furniture.status)
        else:
            for _ in DIGITS.finditer(furniture.text):
                yield furniture.status, furniture.pieces
    if raw:
        yield from _left_over(doc, raw)


def _runs_of(pieces: Sequence[Piece], raw: str, status: LedgerStatus) -> Iterator[Outside]:
    for piece in pieces:
        if isinstance(piece, OffsetPiece):
            for match in DIGITS.finditer(raw, piece.start, piece.end):
                yield status, (OffsetPiece(start=match.start(), end=match.end()),)


def _left_over(doc: Document, raw: str) -> Iterator[Outside]:
    """Yield the runs of the file that reached neither text nor furniture: markup, link targets."""
    covered = bytearray(len(raw))
    for start, end in doc.mapped.glyph_spans():
        covered[start:end] = b"\1" * (end - start)
    for pieces in (*(p for _, p in doc.dropped_digits), *(f.pieces for f in doc.furniture)):
        for piece in pieces:
            if isinstance(piece, OffsetPiece):
                covered[piece.start : piece.end] = b"\1" * (piece.end - piece.start)
    in_url = bytearray(len(raw))
    for match in URL_AROUND.finditer(raw):
        in_url[match.start() : match.end()] = b"\1" * len(match[0])
    for match in DIGITS.finditer(raw):
        if not covered[match.start()]:
            status: LedgerStatus = "url" if in_url[match.start()] else "furniture"
            yield status, (OffsetPiece(start=match.start(), end=match.end()),)
