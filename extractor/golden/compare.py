"""Holds an extraction against a golden, part by part."""

from collections.abc import Iterable
from typing import TypeVar

from extractor.golden.digits import compare_digits
from extractor.golden.figures import compare_figures
from extractor.golden.parts import (
    compare_captions,
    compare_footnotes,
    compare_headings,
    headings_of,
)
from extractor.golden.runs import Run, runs_of
from extractor.golden.score import Result
from extractor.golden.tables import compare_tables
from schemas.base import Anchor, BoxPiece, Piece
from schemas.document import Caption, Footnote, Table
from schemas.extraction import Extraction
from schemas.figure import Figure
from schemas.golden import Golden

ALL_PAGES = "all"

T = TypeVar("T", Figure, Caption, Footnote)


def compare(golden: Golden, extraction: Extraction, text: str | None) -> tuple[Result, ...]:
    """Return one result a part; `text` is the decoded source, None for a PDF."""
    covered = _Coverage(golden)
    headings = [h for h in headings_of(extraction) if covered.anchor(h.anchor)]
    return (
        compare_figures(golden, covered.anchored(extraction.figures), text),
        compare_headings(golden, headings),
        compare_tables(golden, covered.tables(extraction.tables)),
        compare_captions(golden, covered.anchored(extraction.captions)),
        compare_footnotes(golden, covered.anchored(extraction.footnotes)),
        compare_digits(golden, covered.runs(runs_of(extraction, text)), text),
    )


class _Coverage:
    """Leaves out what stands on pages that a golden does not cover."""

    def __init__(self, golden: Golden) -> None:
        self._pages = None if ALL_PAGES in golden.coverage else set(golden.coverage)

    def anchor(self, anchor: Anchor) -> bool:
        """Whether a place is covered."""
        return self._covers(anchor.source)

    def anchored(self, items: Iterable[T]) -> list[T]:
        """Return the items that stand on covered pages."""
        return [item for item in items if self._covers(item.anchor.source)]

    def tables(self, tables: Iterable[Table]) -> list[Table]:
        """Return the tables that stand on covered pages; a blank one stands nowhere."""
        return [t for t in tables if t.anchor is not None and self._covers(t.anchor.source)]

    def runs(self, runs: Iterable[Run]) -> list[Run]:
        """Return the runs of digits that stand on covered pages."""
        return [run for run in runs if self._covers(run.pieces)]

    def _covers(self, pieces: Iterable[Piece]) -> bool:
        if self._pages is None:
            return True
        return any(isinstance(p, BoxPiece) and str(p.page) in self._pages for p in pieces)
