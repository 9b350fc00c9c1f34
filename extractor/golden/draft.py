"""Proposes a golden: what the program found, written down for a person to correct."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypedDict

from extractor.given import source_text
from extractor.golden.parts import Heading, headings_of
from extractor.golden.runs import Run, runs_of
from extractor.golden.wording import one_spaced, text_hash
from schemas.document import Caption, Footnote, Table
from schemas.extraction import Extraction
from schemas.figure import Bound, Figure
from schemas.golden import (
    Golden,
    GoldenCaption,
    GoldenCell,
    GoldenDigits,
    GoldenFigure,
    GoldenFootnote,
    GoldenHeading,
    GoldenPlace,
    GoldenSource,
    GoldenTable,
)

LONGEST_QUOTE = 6  # words of others' text that a golden may hold as they are


def draft_golden(document: Path, extraction: Extraction, *, own: bool = False) -> Golden:
    """Return a draft; with `own` the document is ours, and long text is kept, not hashed."""
    drafter = _Drafter(own=own)
    numbers = {figure.id: n for n, figure in enumerate(extraction.figures, start=1)}
    runs = runs_of(extraction, source_text(document, extraction.document))
    return Golden(
        file=document.name,
        sha256=extraction.document.sha256,
        curated_by="draft",
        figures=tuple(drafted_figure(figure, numbers) for figure in extraction.figures),
        headings=tuple(drafter.heading(heading) for heading in headings_of(extraction)),
        tables=tuple(drafter.table(table) for table in extraction.tables if table.anchor),
        captions=tuple(drafter.caption(caption) for caption in extraction.captions),
        footnotes=tuple(drafter.footnote(footnote) for footnote in extraction.footnotes),
        digits=tuple(_digits(run) for run in runs if run.status != "figure" and run.pieces),
    )


def drafted_figure(figure: Figure, numbers: Mapping[str, int]) -> GoldenFigure:
    """Return the entry of a figure as read; `numbers` are those of the entries by figure."""
    return GoldenFigure(
        n=numbers[figure.id],
        source=figure.anchor.source,
        printed=figure.anchor.quote,
        kind=figure.kind,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        unit=figure.unit,
        modifier=figure.modifier,
        zone=figure.zone,
        indicator=_wordings(figure.indicator),
        population=_wordings(figure.population),
        place=_place(figure.place),
        as_of=_value(figure.as_of),
        status=_value(figure.status),
        per=_value(figure.per),
        of=None if figure.of is None else numbers.get(figure.of),
        sources=tuple(
            GoldenSource(value=(s.value,), footnote=s.footnote, url=s.url) for s in figure.sources
        ),
    )


class _Held(TypedDict):
    """A text as a golden holds it: whole, or its hash."""

    text: str | None
    sha256: str | None


class _Drafter:
    """Turns records of an extraction into entries of a golden."""

    def __init__(self, *, own: bool) -> None:
        self._own = own

    def _held(self, text: str) -> _Held:
        if self._own or len(text.split()) <= LONGEST_QUOTE:
            return {"text": one_spaced(text), "sha256": None}
        return {"text": None, "sha256": text_hash(text)}

    def heading(self, heading: Heading) -> GoldenHeading:
        return GoldenHeading(
            source=heading.anchor.source,
            type=heading.block.type,
            level=heading.block.level,
            number=heading.section.number if heading.section else None,
            **self._held(heading.block.text),
        )

    def caption(self, caption: Caption) -> GoldenCaption:
        return GoldenCaption(
            source=caption.anchor.source,
            credit=caption.credit,
            credit_year=caption.credit_year,
            **self._held(caption.text),
        )

    def footnote(self, footnote: Footnote) -> GoldenFootnote:
        return GoldenFootnote(
            source=footnote.anchor.source,
            label=footnote.label,
            urls=footnote.urls,
            references=tuple(reference.source[0] for reference in footnote.references),
            **self._held(footnote.text),
        )

    def table(self, table: Table) -> GoldenTable:
        return GoldenTable(
            source=table.anchor.source if table.anchor else (),
            title=table.title,
            unit=table.unit,
            magnitude=table.magnitude,
            n_rows=table.n_rows,
            n_cols=table.n_cols,
            total_rows=table.total_rows,
            cells=tuple(
                GoldenCell(
                    row=cell.row,
                    col=cell.col,
                    row_span=cell.row_span,
                    col_span=cell.col_span,
                    **self._held(cell.text),
                )
                for cell in table.cells
                if cell.text
            ),
        )


def _digits(run: Run) -> GoldenDigits:
    return GoldenDigits(source=run.pieces[0], digits=run.digits, status=run.status)


def _wordings(bound: Bound | None) -> tuple[str, ...]:
    return () if bound is None else (bound.value,)


def _value(bound: Bound | None) -> str | None:
    return None if bound is None else bound.value


def _place(bound: Bound | None) -> GoldenPlace | None:
    return None if bound is None else GoldenPlace(value=(bound.value,), code=bound.code)
