"""What the page's own program is given of a document: short keys, every anchor once."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

import regex

from extractor.report.part import Part
from extractor.report.wording import Wording
from extractor.written import brief, date
from schemas.base import Anchor, OffsetPiece, Piece
from schemas.document import Block, Table, TableCell
from schemas.extraction import Finding
from schemas.figure import Bound, Figure, SourceLink

Json = Mapping[str, object]
Row = list[object]

ATTRIBUTES = ("indicator", "population", "place", "as_of", "status", "per")
WORDED: Mapping[str, Callable[[str], str]] = {
    "as_of": date,
    "status": lambda status: status.replace("_", " "),
}
BEYOND = regex.compile(r"[\U00010000-\U0010FFFF]")
TENTH = 1  # decimals of a point; more is not seen


def part_data(part: Part) -> Json:
    """Return a document as `assets/js/data.js` reads it."""
    return _Written(part).whole()


class _Written:
    """Writes the records of one extraction; numbers stand for ids, which are long."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._extraction = extraction = part.extraction
        self._wording = Wording(extraction.text)
        # The page's program counts UTF-16 units, of which such characters have two.
        self._beyond = [match.start() for match in BEYOND.finditer(extraction.text)]
        self._anchors: dict[tuple[int, int, tuple[Piece, ...]], int] = {}
        self._sections = {each.id: at for at, each in enumerate(extraction.sections)}
        self._tables = {each.id: at for at, each in enumerate(extraction.tables)}
        self._figures = {each.id: at for at, each in enumerate(extraction.figures)}
        self._notes = {each.id: at for at, each in enumerate(extraction.footnotes)}
        self._found: dict[str, list[int]] = defaultdict(list)
        for at, finding in enumerate(part.findings):
            for figure in finding.figures:
                self._found[figure].append(at)

    def whole(self) -> Json:
        """Return the document, its anchors last: they are known when all is written."""
        extraction, document = self._extraction, self._extraction.document
        written = {
            "name": self._part.name,
            "label": self._part.label,
            "sha256": document.sha256,
            "title": document.title,
            "language": document.language,
            "paged": document.provenance == "bbox",
            "text": extraction.text,
            "pages": self._pages(),
            "blocks": [self._block(each, each.anchor) for each in extraction.blocks if each.anchor],
            "tables": [self._table(each) for each in extraction.tables],
            "sections": [
                {"number": each.number, "title": each.title, "parent": self._parent(each.parent_id)}
                for each in extraction.sections
            ],
            "notes": [
                {"label": n.label, "text": n.text, "urls": n.urls, "a": self._anchor(n.anchor)}
                for n in extraction.footnotes
            ],
            "cited": [
                {
                    **each.model_dump(exclude={"id", "footnote_ids"}, exclude_none=True),
                    "notes": self._numbers(self._notes, each.footnote_ids),
                }
                for each in extraction.sources
            ],
            "figures": [self._figure(each) for each in extraction.figures],
            "findings": [self._finding(each) for each in self._part.findings],
        }
        return {**written, "anchors": [self._ends(*each) for each in self._anchors]}

    def _pages(self) -> list[Json]:
        labels = {page.number: page.label for page in self._extraction.document.pages}
        return [
            {"n": each.number, "label": labels.get(each.number), "visible": _rounded(each.visible)}
            for each in self._part.pictures
        ]

    def _parent(self, section: str | None) -> int | None:
        return None if section is None else self._sections.get(section)

    def _numbers(self, known: Mapping[str, int], ids: Iterable[str]) -> list[int]:
        return [known[each] for each in ids if each in known]

    def _anchor(self, anchor: Anchor | None) -> int | None:
        if anchor is None:
            return None
        key = anchor.start, anchor.end, anchor.source
        return self._anchors.setdefault(key, len(self._anchors))

    def _at(self, offset: int) -> int:
        """Return where a character of the text is as the page counts."""
        return offset + bisect_left(self._beyond, offset)

    def _ends(self, start: int, end: int, pieces: Sequence[Piece]) -> Row:
        """Return the ends in the text, then each piece: page and box, or offsets in the file."""
        return [self._at(start), self._at(end), [_piece(each) for each in pieces]]

    def _block(self, block: Block, anchor: Anchor) -> Row:
        table = None if block.table_id is None else self._tables.get(block.table_id)
        first = anchor.source[0]
        page = None if isinstance(first, OffsetPiece) else first.page
        return [block.type, block.level, self._at(anchor.start), self._at(anchor.end), page, table]

    def _table(self, table: Table) -> Json:
        return {
            "title": table.title,
            "cells": [self._cell(each) for each in table.cells],
            "totals": table.total_rows,
        }

    def _cell(self, cell: TableCell) -> Row:
        """Return row, column, rows and columns covered, what it heads, and its text's two ends."""
        ends = [self._at(cell.anchor.start), self._at(cell.anchor.end)] if cell.anchor else []
        return [cell.row, cell.col, cell.row_span, cell.col_span, cell.header, *ends]

    def _figure(self, figure: Figure) -> Json:
        bound = {name: self._bound(getattr(figure, name), name) for name in ATTRIBUTES}
        cell = figure.cell
        written = {
            "id": figure.id,
            "kind": figure.kind,
            "shown": brief(self._wording.worded(figure)),
            "value": figure.value,
            "low": figure.low,
            "high": figure.high,
            "unit": figure.unit,
            "modifier": figure.modifier,
            "ma": self._anchor(figure.modifier_anchor),
            "precision": figure.precision,
            "a": self._anchor(figure.anchor),
            "where": self._part.place(figure.anchor.source),
            "zone": figure.zone,
            "section": self._parent(figure.section_id),
            "cell": cell and [self._tables.get(cell.table_id), cell.row, cell.col],
            "rule": figure.rule,
            "bound": {name: each for name, each in bound.items() if each},
            "of": None if figure.of is None else self._figures.get(figure.of),
            "sources": [self._source(each) for each in figure.sources],
            "found": self._found.get(figure.id),
        }
        return {name: value for name, value in written.items() if value not in (None, [])}

    def _bound(self, bound: Bound | None, name: str) -> Json | None:
        if bound is None:
            return None
        shown = WORDED.get(name, str)(bound.value)
        written = {
            "shown": shown,
            "value": bound.value if shown != bound.value else None,
            "code": bound.code,
            "key": bound.key if bound.key != bound.value else None,
            "state": bound.state,
            "rule": bound.rule,
            "a": self._anchor(bound.anchor),
        }
        return {key: value for key, value in written.items() if value is not None}

    def _source(self, source: SourceLink) -> Json:
        written = {
            "shown": source.value,
            "note": None if source.footnote_id is None else self._notes.get(source.footnote_id),
            "label": source.footnote,
            "url": source.url,
            "state": source.state,
            "rule": source.rule,
            "a": self._anchor(source.anchor),
        }
        return {key: value for key, value in written.items() if value is not None}

    def _finding(self, finding: Finding) -> Json:
        figures = self._numbers(self._figures, finding.figures)
        return {
            "code": finding.code,
            "severity": finding.severity,
            "message": finding.message,
            "figures": figures,
        }


def _piece(piece: Piece) -> Row:
    if isinstance(piece, OffsetPiece):
        return [piece.start, piece.end]
    return [piece.page, *_rounded(piece.bbox)]


def _rounded(box: Sequence[float]) -> list[float]:
    return [round(side, TENTH) for side in box]
