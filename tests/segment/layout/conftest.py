"""Sheets set by Typst: each shows one trait of a layout, and its truth is in the test."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
import typst

from extractor.readers import pdf
from extractor.segment import layout
from extractor.segment.draft import Draft, Drafts

PAGE = '#set page(width: 420pt, height: 595pt, margin: 40pt)\n#set text(size: 10pt, lang: "en")\n'


def _lay_out(sheet: str, *, tagged: bool = False) -> Drafts:
    data = typst.compile((PAGE + sheet).encode(), pdf_tags=tagged)
    assert isinstance(data, bytes)
    return layout.drafts(pdf.read(Path("sheet.pdf"), data))


@pytest.fixture
def lay_out() -> Callable[[str], Drafts]:
    """Set a sheet without a structure tree and return its drafts."""
    return _lay_out


@pytest.fixture
def lay_out_tagged() -> Callable[[str], Drafts]:
    """Set a sheet with a structure tree and return its drafts."""
    return partial(_lay_out, tagged=True)


@pytest.fixture
def rows() -> Callable[[Draft], list[list[str]]]:
    """Return the texts of a table by row and column; of a spanning cell only the first place."""

    def of(draft: Draft) -> list[list[str]]:
        table = draft.table
        assert table is not None
        texts = [["" for _ in range(table.n_cols)] for _ in range(table.n_rows)]
        for cell in table.cells:
            texts[cell.row][cell.col] = cell.content.text
        return texts

    return of
