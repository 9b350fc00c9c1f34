"""What an extraction says of places: every anchor, and every place without one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from schemas.base import Anchor, Piece
from schemas.extraction import Extraction
from schemas.figure import Figure

BOUND = ("indicator", "population", "place", "as_of", "status", "per")


@dataclass(frozen=True, slots=True)
class Claim:
    """That something stands somewhere."""

    what: str
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Printed:
    """That a text is printed at pieces of the source, and is no part of the canonical text."""

    what: str
    text: str
    source: Sequence[Piece]
    mark: bool = False
    """Whether it calls a note."""


def claims(extraction: Extraction) -> Iterator[Claim]:
    """Yield every anchor, those of figures last."""
    yield from _parts(extraction)
    for entity in extraction.entities:
        for mention in entity.mentions:
            yield Claim(f"entity {entity.id}", mention)
    for figure in extraction.figures:
        yield from _figure(figure)


def _parts(extraction: Extraction) -> Iterator[Claim]:
    for block in extraction.blocks:
        if block.anchor is not None:
            yield Claim(f"block {block.id}", block.anchor)
    yield from _tables(extraction)
    for section in extraction.sections:
        yield Claim(f"section {section.id}", section.anchor)
    for caption in extraction.captions:
        yield Claim(f"caption {caption.id}", caption.anchor)
    for note in extraction.footnotes:
        yield Claim(f"footnote {note.id}", note.anchor)


def _tables(extraction: Extraction) -> Iterator[Claim]:
    for table in extraction.tables:
        if table.anchor is not None:
            yield Claim(f"table {table.id}", table.anchor)
        for cell in table.cells:
            if cell.anchor is not None:
                yield Claim(cell_name(table.id, cell.row, cell.col), cell.anchor)


def _figure(figure: Figure) -> Iterator[Claim]:
    what = figure_name(figure)
    yield Claim(what, figure.anchor)
    if figure.modifier_anchor is not None:
        yield Claim(f"{what} modifier", figure.modifier_anchor)
    for name in BOUND:
        bound = getattr(figure, name)
        if bound is not None and bound.anchor is not None:
            yield Claim(f"{what} {name}", bound.anchor)
    for source in figure.sources:
        if source.anchor is not None:
            yield Claim(f"{what} source", source.anchor)


def outside(extraction: Extraction) -> Iterator[Printed]:
    """Yield what is printed outside of the canonical text: furniture and footnote marks."""
    for block in extraction.blocks:
        if block.anchor is None:
            yield Printed(f"block {block.id}", block.text, block.source)
    for note in extraction.footnotes:
        for mark in note.references:
            yield Printed(f"footnote {note.id} mark", note.label, mark.source, mark=True)


def marks(extraction: Extraction) -> Iterator[Piece]:
    """Yield where notes are called, also those that are not there."""
    for note in extraction.footnotes:
        for mark in note.references:
            yield from mark.source
    for entry in extraction.ledger.entries:
        if entry.start is None and entry.status == "footnote_marker":
            yield from entry.source
    for warning in extraction.warnings:  # of letters and signs, which no ledger has
        if warning.code == "mark-without-note":
            yield from warning.source


def claimed_by_blocks(extraction: Extraction) -> Iterator[Piece]:
    """Yield where blocks stand, those of furniture too."""
    for block in extraction.blocks:
        yield from block.anchor.source if block.anchor is not None else block.source


def unread(extraction: Extraction) -> Iterator[tuple[str, Sequence[Piece]]]:
    """Yield the places of which no text is told: of digits outside the text, and of findings."""
    for entry in extraction.ledger.entries:
        if entry.start is None:
            yield "ledger", entry.source
    for finding in extraction.findings:
        yield f"finding {finding.code}", finding.source


def figure_name(figure: Figure) -> str:
    """Return what a figure is called."""
    return f"figure {figure.id}"


def cell_name(table: str, row: int, col: int) -> str:
    """Return what a cell is called."""
    return f"cell {table} row {row} column {col}"
