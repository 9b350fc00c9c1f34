"""The golden pages hold what is printed on the pages of their documents, and all of it."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pdfplumber
import pytest
import typst
from pages.golden import GoldenPage, load_page, page_paths
from pages.metrics.text import lettered
from pages.printed import Box, glyphs_of, inside
from pages.truth import Caption, Cell, Footnote, Heading, KeyFigure, Mark
from pydantic import ValidationError

from schemas.page_golden import (
    CaptionUnit,
    HeadingUnit,
    KeyFigureUnit,
    PageCell,
    PageGolden,
    TableUnit,
)

PATHS = [*page_paths(), *page_paths(held_out=True)]


@dataclass(frozen=True)
class Printed:
    """A golden page, its document's bytes and the size of the page."""

    page: GoldenPage
    sha256: str
    size: Box

    @property
    def golden(self) -> PageGolden:
        """The golden."""
        return self.page.golden

    def boxes(self) -> Iterator[tuple[str, Box]]:
        """Yield every box with the name of what it holds."""
        for at, unit in enumerate(self.golden.units):
            yield from ((f"unit {at}", box) for box in unit.boxes)
            if isinstance(unit, TableUnit):
                yield from ((f"cell of unit {at}", c.box) for c in unit.cells if c.box)
            if isinstance(unit, KeyFigureUnit):
                for number in unit.numbers:
                    yield f"number of unit {at}", number.box
                    yield from ((f"label of unit {at}", box) for box in number.label_boxes)
        yield from ((f"mark {mark.label}", mark.box) for mark in self.golden.marks)
        yield from (("furniture", box) for box in self.golden.furniture)


def opened(path: Path, document: Path) -> Printed:
    """Open the page that a golden is of."""
    golden = load_page(path)
    sha256 = hashlib.sha256(document.read_bytes()).hexdigest()
    with pdfplumber.open(document, pages=[golden.page]) as pdf:
        page = pdf.pages[0]
        return Printed(GoldenPage(golden, glyphs_of(page)), sha256, page.bbox)


def test_there_are_enough_of_them() -> None:
    files = Counter(load_page(path).file for path in PATHS)
    assert files.total() >= 40
    assert len(files) >= 12


@pytest.mark.corpus
@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_golden_page_holds_what_is_printed(
    path: Path, corpus_document: Callable[[str], Path]
) -> None:
    """All of it at once: to open a page takes longer than to hold it against its golden."""
    page = opened(path, corpus_document(load_page(path).file))
    assert page.golden.sha256 == page.sha256
    assert path.stem == f"{Path(page.golden.file).stem}-p{page.golden.page:03}"
    _check_boxes(page)
    _check_owners(page)
    for unit in page.golden.units:
        _check_texts(page.page, unit)
        if isinstance(unit, TableUnit):
            _check_cells(page, unit)
        elif isinstance(unit, CaptionUnit) and unit.table is not None:
            assert isinstance(page.golden.units[unit.table], TableUnit)
            assert unit.of == "table"
    _check_marks(page.page)


def _check_boxes(page: Printed) -> None:
    """Hold each box to lie on the page and to have words in it."""
    left, top, right, bottom = page.size
    for name, box in page.boxes():
        assert left - 1 <= box[0] < box[2] <= right + 1, (name, box)
        assert top - 1 <= box[1] < box[3] <= bottom + 1, (name, box)
        assert any(inside(box, glyph) for glyph in page.page.glyphs), (name, box)


def _check_owners(page: Printed) -> None:
    """Hold each character to be in one unit or the furniture."""
    owners = [*(unit.boxes for unit in page.golden.units), page.golden.furniture]
    for glyph in page.page.glyphs:
        holding = [at for at, boxes in enumerate(owners) if any(inside(b, glyph) for b in boxes)]
        assert len(holding) == 1, (glyph, holding)


def _check_cells(page: Printed, table: TableUnit) -> None:
    """Hold each character of a table to be in one cell."""
    boxes = [cell.box for cell in table.cells if cell.box]
    marks = [mark.box for mark in page.golden.marks]
    for glyph in page.page.glyphs:
        if any(inside(box, glyph) for box in table.boxes) and not any(
            inside(box, glyph) for box in marks
        ):
            assert sum(inside(box, glyph) for box in boxes) == 1, glyph


def _check_texts(page: GoldenPage, unit: object) -> None:
    """Hold the texts that a unit tells to be printed in its boxes."""
    if isinstance(unit, HeadingUnit):
        assert unit.text in (None, page.text(unit.boxes))
    elif isinstance(unit, KeyFigureUnit):
        assert [n.printed for n in unit.numbers] == [page.text([n.box]) for n in unit.numbers]
    elif isinstance(unit, TableUnit):
        for cell in unit.cells:
            _check_cell(page, cell)


def _check_marks(page: GoldenPage) -> None:
    """Hold the marks of notes to be printed where they are, and read in their order."""
    for mark in page.golden.marks:
        assert "".join(g.text for g in page.glyphs if inside(mark.box, g)) == mark.label
    read = page.reading().marks
    assert [mark.label for mark in read] == [mark.label for mark in page.golden.marks]
    assert all(lettered(mark.before) for mark in read)


def _check_cell(page: GoldenPage, cell: PageCell) -> None:
    """Hold a cell's text or hash against what is printed."""
    assert cell.box or cell.inner or cell.row_span * cell.col_span > 1, cell
    assert (cell.box is None) == (cell.text is None and cell.sha256 is None), cell
    there = page.cell_text(cell.model_copy(update={"text": None}))
    if cell.text is not None:
        assert lettered(cell.text) == lettered(there), cell
    if cell.sha256 is not None:
        assert hashlib.sha256(there.encode()).hexdigest()[:16] == cell.sha256, (cell, there)


def table(**changes: object) -> dict[str, object]:
    """Return a table of two rows and two columns as plain data, with changes."""
    cells = [{"row": 0, "col": 0, "col_span": 2}, {"row": 1, "col": 0}, {"row": 1, "col": 1}]
    whole = {"type": "table", "boxes": [[0, 0, 9, 9]], "n_rows": 2, "n_cols": 2, "cells": cells}
    return whole | changes


def test_cells_that_tile_are_taken() -> None:
    assert len(TableUnit.model_validate(table()).cells) == 3


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ([{"row": 0, "col": 0, "row_span": 2}, {"row": 1, "col": 0}], "another cell stands"),
        ([{"row": 1, "col": 1, "col_span": 2}], "leaves the table"),
        ([{"row": 2, "col": 0}], "leaves the table"),
    ],
    ids=["overlap", "too wide", "below"],
)
def test_cells_that_do_not_tile_are_refused(cells: list[dict[str, int]], fault: str) -> None:
    with pytest.raises(ValidationError, match=fault):
        TableUnit.model_validate(table(cells=cells))


def test_an_order_that_forgets_a_unit_is_refused() -> None:
    with pytest.raises(ValidationError, match="does not name each unit once"):
        PageGolden.model_validate(INVENTED | {"orders": [[0, 1]]})


def test_a_sentence_of_others_is_refused() -> None:
    with pytest.raises(ValidationError, match="at most 40 characters"):
        PageCell(row=0, col=0, text="The harbour was closed for most of the year.")


SOURCE = """
#set page(width: 400pt, height: 300pt, margin: 0pt)
#set text(size: 10pt, hyphenate: false)
#set super(typographic: false, size: 6pt)
#place(dx: 20pt, dy: 10pt, [Harbour Office])
#place(dx: 20pt, dy: 30pt, [= 1 Needs])
#place(dx: 20pt, dy: 60pt, [Some 7 bridges#super[a], fell in the har-])
#place(dx: 20pt, dy: 75pt, [bour, by an area-])
#place(dx: 20pt, dy: 90pt, [based count.])
#place(dx: 220pt, dy: 60pt, [• Boats])
#place(dx: 220pt, dy: 75pt, [sank])
#place(dx: 20pt, dy: 120pt, [Table 1. Boats])
#place(dx: 20pt, dy: 140pt, [Town])
#place(dx: 120pt, dy: 140pt, [Boats#super[b]])
#place(dx: 20pt, dy: 155pt, [Eastport])
#place(dx: 120pt, dy: 155pt, [12])
#place(dx: 220pt, dy: 140pt, text(size: 20pt)[30])
#place(dx: 220pt, dy: 165pt, [boats lost])
#place(dx: 320pt, dy: 140pt, rotate(-90deg, reflow: true)[Side label])
#place(dx: 20pt, dy: 250pt, [#super[a] Counted twice.])
#place(dx: 20pt, dy: 265pt, [#super[b] Of any size.])
#place(dx: 320pt, dy: 200pt, [Eastern])
"""


def cell(row: int, col: int, **more: object) -> dict[str, object]:
    """Return a cell of the invented table, where it is printed."""
    left, top = (18, 118)[col], (136, 153)[row]
    return {"row": row, "col": col, "box": [left, top, left + 90, top + 15]} | more


INVENTED = {
    "file": "harbour.pdf",
    "sha256": "0" * 64,
    "page": 1,
    "curated_by": "nobody",
    "compounds": ["area-based"],
    "units": [
        {"type": "heading", "level": 1, "boxes": [[15, 25, 200, 50]], "text": "1 Needs"},
        {"type": "paragraph", "boxes": [[15, 55, 210, 102]]},
        {"type": "list_item", "boxes": [[215, 55, 390, 90]], "bullet": "•"},
        {"type": "caption", "of": "table", "table": 4, "boxes": [[15, 115, 200, 132]]},
        {
            "type": "table",
            "boxes": [[15, 135, 210, 170]],
            "n_rows": 2,
            "n_cols": 2,
            "repeated_rows": 1,
            "cells": [
                cell(0, 0, text="Town", header="column"),
                cell(0, 1, text="Boats", header="column"),
                cell(1, 0),
                cell(1, 1, text="12"),
            ],
        },
        {
            "type": "key_figure",
            "boxes": [[215, 135, 310, 180]],
            "numbers": [
                {
                    "box": [215, 135, 310, 160],
                    "printed": "30",
                    "label_boxes": [[215, 162, 310, 180]],
                }
            ],
        },
        {"type": "paragraph", "boxes": [[315, 135, 345, 195]]},
        {"type": "footnote", "label": "a", "boxes": [[15, 245, 200, 262]]},
        {"type": "footnote", "label": "b", "boxes": [[15, 262, 200, 280]]},
        {"type": "graphic", "boxes": [[315, 198, 390, 215]]},
    ],
    "furniture": [[15, 5, 200, 22]],
}


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> GoldenPage:
    """An invented page with one of everything, the boxes of its marks found by their size."""
    path = tmp_path_factory.mktemp("pages") / "harbour.pdf"
    path.write_bytes(typst.compile(SOURCE.encode()))
    with pdfplumber.open(path) as pdf:
        glyphs = glyphs_of(pdf.pages[0])
    raised = [g for g in glyphs if g.box[3] - g.box[1] < 8 and g.box[1] < 200 and not g.turned]
    marks = [{"label": glyph.text, "box": glyph.box} for glyph in raised]
    return GoldenPage(PageGolden.model_validate(INVENTED | {"marks": marks}), glyphs)


def test_a_page_is_read_unit_by_unit(invented: GoldenPage) -> None:
    assert invented.reading().order == (
        "1 Needs",
        "Some 7 bridges, fell in the harbour, by an area-based count.",
        "Boats sank",
        "Table 1. Boats",
        "Town\tBoats\tEastport\t12",
        "30 boats lost",
        "Side label",
        "Counted twice.",
        "Of any size.",
        "Eastern",
    )


def test_notes_may_come_last_and_words_in_pictures_may_be_left_out(invented: GoldenPage) -> None:
    reading = invented.reading()
    body, notes = reading.order[:7], reading.order[7:9]
    assert set(reading.alternatives) == {(*body, "Eastern", *notes), body + notes}


def test_an_order_that_is_held_is_as_good(invented: GoldenPage) -> None:
    swapped = (0, 2, 1, *range(3, len(INVENTED["units"])))
    golden = invented.golden.model_copy(update={"orders": (swapped,)})
    order = invented.reading().order
    alternatives = GoldenPage(golden, invented.glyphs).reading().alternatives
    assert (order[0], order[2], order[1], *order[3:]) in alternatives


def test_things_beside_the_text_are_read(invented: GoldenPage) -> None:
    reading = invented.reading()
    assert reading.headings == (Heading(1, "1 Needs"),)
    assert reading.captions == (Caption("table", "Table 1. Boats", of="Town Boats Eastport 12"),)
    assert reading.footnotes == (
        Footnote("a", "Counted twice.", 1),
        Footnote("b", "Of any size.", 1),
    )
    assert reading.marks == (Mark("a", "Some7bridges"), Mark("b", "Boats"))
    assert reading.key_figures == (KeyFigure("30", "boats lost"),)


def test_a_table_in_a_cell_may_be_its_text(invented: GoldenPage) -> None:
    inner = {"type": "table", "boxes": [[215, 135, 310, 180]], "n_rows": 2, "n_cols": 1}
    inner["cells"] = [cell(0, 0, text="30"), cell(1, 0, text="boats lost")]
    outer = INVENTED["units"][4] | {"repeated_rows": 0, "boxes": [[15, 135, 210, 153]]}
    outer["cells"] = [*outer["cells"][:2], {"row": 1, "col": 0, "inner": 1}]
    golden = PageGolden.model_validate(INVENTED | {"units": [outer, inner]})
    apart, within = GoldenPage(golden, invented.glyphs).readings()
    assert [len(apart.tables), len(within.tables)] == [2, 1]
    assert apart.tables[0].cells[2].text == ""
    assert within.tables[0].cells[2].text == "30\tboats lost"
    assert apart.order == within.order == ("Town\tBoats\t30\tboats lost",)


def test_a_header_that_only_repeats_may_be_left_out(invented: GoldenPage) -> None:
    whole, bare = invented.readings()
    assert [table.n_rows for table in whole.tables + bare.tables] == [2, 1]
    assert bare.tables[0].cells == (Cell(0, 0, "Eastport"), Cell(0, 1, "12"))
    assert whole.tables[0].cells[0] == Cell(0, 0, "Town", header=True)
    assert "Eastport\t12" in bare.order
