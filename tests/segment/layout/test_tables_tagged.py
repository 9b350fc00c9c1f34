"""Tables of a structure tree: what it says is taken where the page bears it out."""

from collections.abc import Callable, Sequence

import pytest

from extractor.readers.source import Tag, Word
from extractor.segment.draft import Draft, Drafts
from extractor.segment.layout.tables.tagged import tagged_tables

Sheet = Callable[[str], Drafts]
Rows = Callable[[Draft], list[list[str]]]

BARE = "#set table(stroke: none, inset: 3pt)\n"


def _tables(drafts: Drafts) -> list[Draft]:
    return [block for block in drafts.blocks if block.type == "table"]


def test_a_wrapped_label_stays_one_cell_beside_a_label_of_its_own(
    lay_out_tagged: Sheet, rows: Rows
) -> None:
    sheet = """#table(columns: (90pt, 60pt, 60pt), table.header[District][2031][2032],
    [Revenue], [], [], [Sales of timber and of charcoal], [120], [135], [Fees], [7], [9])"""
    (table,) = _tables(lay_out_tagged(BARE + sheet))
    assert rows(table)[1:] == [
        ["Revenue", "", ""],
        ["Sales of timber and of charcoal", "120", "135"],
        ["Fees", "7", "9"],
    ]


def test_a_stated_span_goes_over_its_columns_and_the_blank_corner_stays_free(
    lay_out_tagged: Sheet, rows: Rows
) -> None:
    sheet = """#table(columns: 5, align: center,
    [], table.cell(colspan: 2)[2031], table.cell(colspan: 2)[2032],
    [Valley], [Plan], [Spent], [Plan], [Spent],
    [Oresh], [410], [388], [455], [12])"""
    (table,) = _tables(lay_out_tagged(BARE + sheet))
    assert rows(table)[0] == ["", "2031", "", "2032", ""]
    assert table.table is not None
    spans = [(cell.col, cell.col_span) for cell in table.table.cells if cell.row == 0]
    assert spans == [(0, 1), (1, 2), (3, 2)]


def test_a_head_stands_over_the_column_that_it_is_nearest_to(
    lay_out_tagged: Sheet, rows: Rows
) -> None:
    sheet = """#show table.cell.where(y: 0): set align(center)
    #table(columns: (120pt, 90pt, 90pt), align: (left, right, right),
    [], [2031], [2030], [Pumps], [8], [7], [Tanks], [5], [6])"""
    (table,) = _tables(lay_out_tagged(BARE + sheet))
    assert rows(table)[0] == ["", "2031", "2030"]


def test_a_label_is_taken_over_the_rows_that_leave_its_column_out(lay_out_tagged: Sheet) -> None:
    sheet = """#table(columns: 3, table.header[Sector][Item][Units],
    table.cell(rowspan: 2)[Water], [Pumps], [40], [Tanks], [15], [Health], [Beds], [60])"""
    (table,) = _tables(lay_out_tagged(BARE + sheet))
    assert table.table is not None
    water = next(cell for cell in table.table.cells if cell.content.text == "Water")
    assert (water.row, water.row_span) == (1, 2)


def test_a_note_called_in_a_cell_is_not_in_the_cell(lay_out_tagged: Sheet, rows: Rows) -> None:
    sheet = """#table(columns: 2, [Clinic], [Visits],
    [Marra#footnote[Closed from May on for repairs.]], [812], [Tovin], [640])"""
    drafts = lay_out_tagged(BARE + sheet)
    (table,) = _tables(drafts)
    assert rows(table) == [["Clinic", "Visits"], ["Marra", "812"], ["Tovin", "640"]]
    assert any("Closed from May" in block.content.text for block in drafts.blocks)


def test_the_next_page_goes_on_with_the_element_whose_head_it_repeats(
    lay_out_tagged: Sheet, rows: Rows
) -> None:
    body = ", ".join(f"[Station {n}], [{n * 17}]" for n in range(1, 60))
    text = "The wells were counted by hand in May.\n\n"
    sheet = f"{text}#table(columns: (200pt, 80pt), table.header[Station][Wells], {body})"
    (table,) = _tables(lay_out_tagged(BARE + sheet))
    found = rows(table)
    assert len(found) == 60
    assert found.count(["Station", "Wells"]) == 1
    assert found[-1] == ["Station 59", "1003"]


def test_a_table_that_sets_the_page_is_none(lay_out_tagged: Sheet) -> None:
    sheet = """#table(columns: (1fr, 1fr), [= Aim
    We want every post lit before the rains set in.], [= Means
    Kits are bought in two lots and carried up by mule.],
    [The first lot has come.], [The second lot is late by 12 days.])"""
    assert _tables(lay_out_tagged(BARE + sheet)) == []


def _word(text: str, left: float, top: float, glyph: int) -> Word:
    box = (left, top, left + 5 * len(text), top + 10)
    return Word(
        text,
        box,
        size=10,
        font="Serif",
        bold=False,
        italic=False,
        color="#000000",
        glyph=glyph,
        baseline=top + 8,
    )


def _tree(
    grid: Sequence[Sequence[str | None]], at: Callable[[int, int], tuple[float, float]]
) -> tuple[Tag, list[Word]]:
    """Return a table's tag and its words; an empty text is a blank cell, None no cell at all."""
    words: list[Word] = []
    rows: list[Tag] = []
    glyph = 0
    for r, row in enumerate(grid):
        cells: list[Tag] = []
        for c, text in enumerate(row):
            if text is None:
                continue
            size = len("".join(text.split()))
            spans = ((glyph, glyph + size),) if text else ()
            cells.append(Tag(role="TD", place=(0, r, c), glyphs=spans))
            left, top = at(r, c)
            for word in text.split():
                words.append(_word(word, left, top, glyph))
                left += 5 * (len(word) + 1)
                glyph += len(word)
        rows.append(Tag(role="TR", place=(0, r), children=tuple(cells)))
    return Tag(role="Table", place=(0,), glyphs=((0, glyph),), children=tuple(rows)), words


def _below(row: int, column: int) -> tuple[float, float]:
    return 50 + 80 * column, 100 + 14 * row


def test_a_tree_with_blank_cells_leaves_out_what_a_cell_above_spans() -> None:
    grid: list[list[str | None]] = [
        ["Sector", "Item", "Kits"],
        ["Water", "Pumps", "40"],
        [None, "Tanks", ""],
        [None, "Pipes", "8"],
    ]
    ((table,), rest) = tagged_tables(*_given(grid))
    assert rest == []
    spans = {cell.text: cell.row_span for cell in table.cells if cell.lines}
    assert spans["Water"] == 3
    assert spans["40"] == 1


def test_a_blank_cell_that_opens_every_row_is_no_column() -> None:
    grid: list[list[str | None]] = [
        ["", "Month", None, "East", "West"],
        ["", "Alerts", "Live", "47", "39"],
        ["", None, "Dead", "19", "26"],
        ["", "All alerts", None, "66", "65"],
    ]
    ((table,), _) = tagged_tables(*_given(grid))
    spans = {cell.text: (cell.row_span, cell.col_span) for cell in table.cells if cell.lines}
    assert table.n_cols == 4
    assert spans["Month"] == (1, 2)
    assert spans["Alerts"] == (2, 1)
    assert spans["All alerts"] == (1, 2)


def test_a_last_row_of_one_long_text_is_a_note() -> None:
    note = "Source: counts by the wardens of all six districts"
    grid = [["Item", "Kits"], ["Pumps", "40"], ["Tanks", "15"], [note, ""]]
    ((table,), rest) = tagged_tables(*_given(grid))
    assert table.n_rows == 3
    assert " ".join(word.text for word in rest) == note


@pytest.mark.parametrize(
    "at",
    [
        pytest.param(lambda r, c: (50 + 80 * c, 142 - 14 * r), id="rows upwards"),
        pytest.param(lambda r, c: (50 + 5 * c, 100 + 14 * r), id="cells over each other"),
    ],
)
def test_a_tree_that_the_page_belies_is_left_alone(
    at: Callable[[int, int], tuple[float, float]],
) -> None:
    tag, words = _tree([["Item", "Kits"], ["Pumps", "40"], ["Tanks", "15"]], at)
    assert tagged_tables([tag], words, 1) == ([], words)


def test_a_tree_with_strange_words_in_its_midst_is_left_alone() -> None:
    tag, words = _tree([["Item", "Kits"], ["Pumps", "40"], ["Tanks", "15"]], _below)
    words.append(_word("Stray", 90, 114, 500))
    assert tagged_tables([tag], words, 1) == ([], words)


def _given(grid: Sequence[Sequence[str | None]]) -> tuple[list[Tag], list[Word], int]:
    tag, words = _tree(grid, _below)
    return [tag], words, 1


def test_a_sum_without_a_label_is_a_row_of_its_own(lay_out_tagged: Sheet, rows: Rows) -> None:
    sheet = """#table(columns: (120pt, 60pt, 60pt), align: (left, right, right),
    table.header[][2031][2030], [Tolls], [410], [388], [Fees], [55], [12], [], [465], [400])"""
    (table,) = _tables(lay_out_tagged(BARE + sheet))
    assert rows(table)[2:] == [["Fees", "55", "12"], ["", "465", "400"]]
    assert table.table is not None
    assert {cell.row_span for cell in table.table.cells} == {1}
