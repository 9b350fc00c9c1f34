"""Holds an extraction against a golden, part by part."""

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from extractor.golden.awaited import Placed, awaited, places_awaited, settled
from extractor.golden.digits import accounted_for, compare_digits
from extractor.golden.figures import compare_figures, numbers_of
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


class Anchored(Protocol):
    """What stands somewhere; a blank table stands nowhere."""

    @property
    def anchor(self) -> Anchor | None:
        """Where it stands."""


A = TypeVar("A", bound=Anchored)


def compare(golden: Golden, extraction: Extraction, text: str | None) -> tuple[Result, ...]:
    """Return one result a part; `text` is the decoded source, None for a PDF.

    What awaits a person is left out, with what the program says at its place.
    """
    covered, read = _Coverage(golden), settled(golden)
    figures = covered.anchored(extraction.figures)
    headings = [h for h in headings_of(extraction) if covered.anchor(h.anchor)]
    tables = covered.tables(extraction.tables)
    captions = covered.anchored(extraction.captions)
    notes = covered.anchored(extraction.footnotes)
    numbers = numbers_of(golden.figures, figures)
    return (
        compare_figures(read, _read(golden.figures, figures), text, numbers),
        compare_headings(read, _read(golden.headings, headings)),
        compare_tables(read, _read(golden.tables, tables)),
        compare_captions(read, _read(golden.captions, captions)),
        compare_footnotes(read, _read(golden.footnotes, notes)),
        compare_digits(
            read, _read_runs(golden, covered.runs(runs_of(extraction, text)), text), text
        ),
    )


def _read(entries: Sequence[Placed], items: Sequence[A]) -> list[A]:
    """Return the items that stand at no entry that awaits a person."""
    places = [() if item.anchor is None else item.anchor.source for item in items]
    waiting = places_awaited(entries, places)
    return [item for at, item in enumerate(items) if at not in waiting]


def _read_runs(golden: Golden, runs: list[Run], text: str | None) -> list[Run]:
    """Return the runs of digits that are in no entry that awaits a person."""
    waiting = accounted_for(awaited(golden), runs, text)
    return [run for at, run in enumerate(runs) if at not in waiting]


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
