"""Shared by the tests of what all segmenters share: drafts in, the document out."""

from collections.abc import Callable, Iterator
from itertools import count

import pytest

from extractor.mapped import Mapped
from extractor.readers.offsets import OffsetLocator
from extractor.readers.source import DumpSource
from extractor.segment import tables
from extractor.segment.assemble import Assembler
from extractor.segment.document import Document
from extractor.segment.draft import Draft, DraftCell, Drafts, DraftTable
from schemas.document import BlockType

RAW = "x" * 100_000


@pytest.fixture
def glyphs() -> Iterator[int]:
    """Count the places at which the texts of a test begin in an invented file."""
    return count(0, 1000)


@pytest.fixture
def block(glyphs: Iterator[int]) -> Callable[..., Draft]:
    """Make blocks of text."""

    def make(kind: BlockType, text: str, **more: object) -> Draft:
        return Draft(content=Mapped.of(text, next(glyphs)), type=kind, **more)

    return make


@pytest.fixture
def grid(glyphs: Iterator[int]) -> Callable[[list[list[str]]], Draft]:
    """Make tables: the first row is the header, the first column holds the labels."""

    def make(rows: list[list[str]]) -> Draft:
        cells = [
            DraftCell(
                content=Mapped.of(text, next(glyphs)) if text else Mapped(),
                row=row,
                col=col,
                header="column" if row == 0 else "row" if col == 0 else None,
            )
            for row, texts in enumerate(rows)
            for col, text in enumerate(texts)
        ]
        return Draft(type="table", table=DraftTable(cells, len(rows), len(rows[0])))

    return make


def _assembled(blocks: list[Draft], drafts: Drafts | None = None) -> Document:
    source = DumpSource(
        sha256="0" * 64,
        encoding="utf-8",
        locator=OffsetLocator(RAW, bridge=False),
        raw=RAW,
        lines=(),
        pages=(),
    )
    doc = Assembler(source, drafts or Drafts(blocks)).document()
    tables.govern(doc)
    return doc


@pytest.fixture
def assembled() -> Callable[[list[Draft]], Document]:
    """Give the function from drafts to the document, its tables governed."""
    return _assembled
