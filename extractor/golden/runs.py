"""Where the program sees each run of digits, in terms of the source."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

import regex

from schemas.base import Anchor, OffsetPiece, Piece
from schemas.extraction import Extraction, LedgerStatus

DIGITS = regex.compile(r"\d++")
_TOKEN = regex.compile(r"\d++|[\p{L}\p{M}]++")


@dataclass(frozen=True, slots=True)
class Run:
    """A run of digits, what it is said to be, and the pieces of the source it is in."""

    digits: str
    status: LedgerStatus
    pieces: tuple[Piece, ...]


def runs_of(extraction: Extraction, text: str | None) -> list[Run]:
    """Return the ledger's runs in order of the text, then those outside of it.

    With the decoded source (`text`), each run in the text has its own offsets; of a PDF it has the
    boxes of the smallest anchored thing around it, as a ledger entry has none of its own.
    """
    places = _Places(extraction, text)
    runs = []
    for entry in extraction.ledger.entries:
        if entry.start is None or entry.end is None:
            runs.append(Run(_printed(entry.source, text), entry.status, entry.source))
        else:
            digits = extraction.text[entry.start : entry.end]
            runs.append(Run(digits, entry.status, places.pieces(entry.start, entry.end)))
    return runs


def _printed(pieces: tuple[Piece, ...], text: str | None) -> str:
    """Return the digits at pieces of a text; empty, which is unknown, for a PDF."""
    if text is None:
        return ""
    return "".join(text[p.start : p.end] for p in pieces if isinstance(p, OffsetPiece))


class _Places:
    """Finds the source of a stretch of the canonical text by the anchors around it."""

    def __init__(self, extraction: Extraction, text: str | None) -> None:
        self._text = text
        # The longest first, so that a shorter one of the same start lies nearer to the end.
        self._anchors = sorted(_anchors(extraction), key=lambda a: (a.start, -a.end))
        self._starts = [anchor.start for anchor in self._anchors]
        self._reach = max((a.end - a.start for a in self._anchors), default=0)
        self._tokens: dict[tuple[int, int], dict[int, OffsetPiece]] = {}

    def pieces(self, start: int, end: int) -> tuple[Piece, ...]:
        """Return where a run of digits is printed; empty where no anchor holds it."""
        anchor = self._smallest(start, end)
        if anchor is None:
            return ()
        if self._text is None:
            return anchor.source
        key = (anchor.start, anchor.end)
        if key not in self._tokens:
            self._tokens[key] = _aligned_digits(anchor, self._text)
        piece = self._tokens[key].get(start)
        return (piece,) if piece else ()

    def _smallest(self, start: int, end: int) -> Anchor | None:
        best: Anchor | None = None
        for at in range(bisect_right(self._starts, start) - 1, -1, -1):
            anchor = self._anchors[at]
            if anchor.end >= end and (best is None or _length(anchor) < _length(best)):
                best = anchor
            # Nothing that opens earlier can be shorter than the best, or reach this far.
            limit = self._reach if best is None else _length(best)
            if anchor.start < end - limit:
                break
        return best


def _length(anchor: Anchor) -> int:
    return anchor.end - anchor.start


def _anchors(extraction: Extraction) -> Iterator[Anchor]:
    for block in extraction.blocks:
        if block.anchor is not None:
            yield block.anchor
    for table in extraction.tables:
        yield from (cell.anchor for cell in table.cells if cell.anchor is not None)
    yield from (figure.anchor for figure in extraction.figures)
    for entity in extraction.entities:
        yield from entity.mentions


def _aligned_digits(anchor: Anchor, text: str) -> dict[int, OffsetPiece]:
    """Return where each run of digits of a quote is printed, by its start in the canonical text.

    The source may hold more than the quote (markup, the target of a link), so its words are
    aligned with those of the quote.
    """
    quoted = list(_TOKEN.finditer(anchor.quote))
    printed = [
        (match.group(), piece.start + match.start(), piece.start + match.end())
        for piece in anchor.source
        if isinstance(piece, OffsetPiece)
        for match in _TOKEN.finditer(text[piece.start : piece.end])
    ]
    matcher = SequenceMatcher(
        None, [m.group() for m in quoted], [word for word, _, _ in printed], autojunk=False
    )
    return {
        anchor.start + quoted[block.a + k].start(): OffsetPiece(
            start=printed[block.b + k][1], end=printed[block.b + k][2]
        )
        for block in matcher.get_matching_blocks()
        for k in range(block.size)
        if quoted[block.a + k].group().isdecimal()
    }
