"""The ledger: every run of digits is accounted for, or named as unexplained."""

from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

import regex

from extractor.bind import Context
from extractor.segment.document import Document, Span
from schemas.base import OffsetPiece, Piece, unchecked
from schemas.extraction import Ledger, LedgerEntry, LedgerStatus

new_entry = unchecked(LedgerEntry)
STATUSES: tuple[LedgerStatus, ...] = get_args(LedgerStatus)
MARKS = {status: bytes((at,)) for at, status in enumerate(STATUSES)}
DIGITS = regex.compile(r"\p{Nd}+")
URL_AROUND = regex.compile(r"(?:https?://|www\.|mailto:)[^\s<>\"')\]]*+", regex.I)


def ledger(context: Context, raw: str) -> Ledger:
    """Return what became of every run of digits of a document.

    `raw` is the decoded file of a Markdown or plain text, and empty for a PDF.
    """
    doc = context.doc
    stated = _statuses(context)
    inside = [_entry(m.span(), stated) for m in DIGITS.finditer(doc.text)]
    outside = list(_outside(doc, raw))
    unexplained = sum(1 for e in (*inside, *outside) if e.status == "unexplained")
    share = 1 - unexplained / len(inside) if inside else 1.0
    return Ledger(entries=(*inside, *outside), explained=round(share, 6))


def _entry(run: Span, stated: bytearray) -> LedgerEntry:
    return new_entry(start=run[0], end=run[1], source=(), status=STATUSES[stated[run[0]]])


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


def _outside(doc: Document, raw: str) -> Iterator[LedgerEntry]:
    for status, pieces in doc.dropped_digits:
        if raw:
            yield from _runs_of(pieces, raw, status)
        else:
            yield LedgerEntry(source=pieces, status=status)
    for furniture in doc.furniture:
        if raw:
            yield from _runs_of(furniture.pieces, raw, furniture.status)
        else:
            for _ in DIGITS.finditer(furniture.text):
                yield LedgerEntry(source=furniture.pieces, status=furniture.status)
    if raw:
        yield from _left_over(doc, raw)


def _runs_of(pieces: Sequence[Piece], raw: str, status: LedgerStatus) -> Iterator[LedgerEntry]:
    for piece in pieces:
        if isinstance(piece, OffsetPiece):
            for match in DIGITS.finditer(raw, piece.start, piece.end):
                source = (OffsetPiece(start=match.start(), end=match.end()),)
                yield LedgerEntry(source=source, status=status)


def _left_over(doc: Document, raw: str) -> Iterator[LedgerEntry]:
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
            source = (OffsetPiece(start=match.start(), end=match.end()),)
            status: LedgerStatus = "url" if in_url[match.start()] else "furniture"
            yield LedgerEntry(source=source, status=status)
