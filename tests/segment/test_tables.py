"""What governs a table: title, unit, total rows and notes, by the blocks around it."""

from collections.abc import Callable

import pytest

from extractor.segment.document import Document, Table
from extractor.segment.draft import Draft

ROWS = [["", "2031"], ["Shelter", "1,250"], ["Total", "1,250"]]
HEADNOTE = (
    "[In thousands (12.5 represents 12,500). For the year that ended in June. Based on what the"
    " harbours report; a boat may be landed more than once in it and is then counted twice."
    " See text, this section]"
)
Assemble = Callable[..., Document]
Make = Callable[..., Draft]
Lines = list[tuple[str, str]]
Govern = Callable[[Lines, Lines], tuple[Document, Table]]


@pytest.fixture
def governed(block: Make, grid: Make, assembled: Assemble) -> Govern:
    """Put a table between lines and give the document and the governed table."""

    def between(above: Lines, below: Lines) -> tuple[Document, Table]:
        doc = assembled([*(block(*b) for b in above), grid(ROWS), *(block(*b) for b in below)])
        return doc, doc.tables[0]

    return between


@pytest.mark.parametrize(
    ("above", "below", "title"),
    [
        ([("caption", "Table 1: Needs")], [], "Table 1: Needs"),
        ([("paragraph", "Needs by sector")], [], "Needs by sector"),
        ([("heading", "Roads")], [], "Roads"),
        ([("heading", "Roads"), ("paragraph", "They are bad.")], [], "Roads"),
        ([("paragraph", "The needs are these:")], [], None),
        ([("paragraph", "Needs " * 60)], [], None),
        ([("paragraph", "The table below shows the needs by sector")], [], None),
        ([("paragraph", "Les besoins figurent dans le tableau suivant")], [], None),
        ([("paragraph", "Los gastos se presentan a continuación")], [], None),
        ([("paragraph", "Needs in the table of sectors")], [], "Needs in the table of sectors"),
        ([("paragraph", "0")], [], None),
        ([("heading", "Roads"), ("paragraph", "Total")], [], "Roads"),
        ([("heading", "Roads"), ("caption", "Grand total: 1,250")], [], "Roads"),
        ([("paragraph", "Total requirements")], [], "Total requirements"),
        ([("paragraph", "Total population")], [], "Total population"),
        ([("paragraph", "TOTAL (ALL FUNDS): 1,250,400 975,300 -0 12.5%")], [], None),
        ([("paragraph", "Needs of wards 2031 2032 2033")], [], "Needs of wards 2031 2032 2033"),
        ([("paragraph", "Wells in wards 1, 2 and 3")], [], "Wells in wards 1, 2 and 3"),
        ([("paragraph", "Results for grades 10 11 12")], [], "Results for grades 10 11 12"),
        ([("paragraph", "2031")], [], "2031"),
        ([("paragraph", "2031-2032")], [], "2031-2032"),
        ([("paragraph", "01.07.2031 – 30.06.2032")], [], "01.07.2031 – 30.06.2032"),
        ([("paragraph", "2031 1,250 975")], [], None),
        ([("caption", "Photo 1: A well")], [], None),
        (
            [("caption", "Table 1: Needs"), ("paragraph", "This table shows needs.")],
            [],
            "Table 1: Needs",
        ),
        ([("caption", "Fig. 1. Rain"), ("paragraph", "It rained.")], [], None),
        ([("heading", "Roads")], [("caption", "Table 1: Needs")], "Table 1: Needs"),
        ([("heading", "Roads")], [("caption", "Figure 1: Needs")], "Roads"),
        ([("heading", "Roads"), ("paragraph", "In USD")], [], "Roads"),
        ([("paragraph", "(in USD)")], [("caption", "Table 1: Needs")], "Table 1: Needs"),
        ([("caption", "Table 1: Needs"), ("paragraph", "(ferry days)")], [], "Table 1: Needs"),
        ([("caption", "Table 1: Needs"), ("footnote", "Of June.")], [], "Table 1: Needs"),
        ([], [("footnote", "Of June."), ("caption", "Table 1: Needs")], "Table 1: Needs"),
        ([("caption", "Table 1: Needs"), ("paragraph", HEADNOTE)], [], "Table 1: Needs"),
        ([("caption", "Fig. 2. Rain")], [("caption", "Table 1: Needs")], "Table 1: Needs"),
        ([("caption", "Fig. 2. Rain")], [], "Fig. 2. Rain"),
        ([], [], None),
    ],
)
def test_the_title(governed: Govern, above: Lines, below: Lines, title: str | None) -> None:
    doc, table = governed(above, below)
    assert table.title == title
    if table.title_span is not None and title != "Roads":
        assert doc.quote(table.title_span) == title


def test_a_label_between_two_tables_heads_the_one_below(
    block: Make, grid: Make, assembled: Assemble
) -> None:
    label = block("caption", "Table 2: Costs")
    doc = assembled([grid(ROWS), label, grid(ROWS)])
    assert [t.title for t in doc.tables] == [None, "Table 2: Costs"]
    assert [t.caption_id for t in doc.tables] == [None, doc.captions[0].id]


@pytest.mark.parametrize(
    ("above", "unit", "magnitude"),
    [
        ([("paragraph", "Needs (USD thousand)")], "USD", "1000"),
        ([("heading", "Needs, in millions of euros")], "EUR", "1000000"),
        ([("heading", "Needs (EUR)"), ("paragraph", "In USD")], "USD", None),
        ([("heading", "Needs")], None, None),
        ([("paragraph", "The needs, in short, are as follows (in thousands):")], None, "1000"),
        (
            [("paragraph", "(in EUR million)"), ("paragraph", "Year ended May 2031")],
            "EUR",
            "1000000",
        ),
        ([("paragraph", "Of USD (thousand) we speak. " * 9), ("paragraph", "Roads")], None, None),
        ([("paragraph", "Needs (in USD million) were met in part")], "USD", "1000000"),
        ([("paragraph", "(in USD)"), ("list_item", "Roads")], None, None),
        ([("caption", "Table 1: Needs"), ("paragraph", HEADNOTE)], None, "1000"),
        (
            [("caption", "Table 1"), ("paragraph", f"[{'Roads cost. ' * 8}{HEADNOTE[1:]}")],
            None,
            None,
        ),
    ],
)
def test_the_unit(governed: Govern, above: Lines, unit: str | None, magnitude: str | None) -> None:
    _, table = governed(above, [])
    assert (table.unit, table.magnitude) == (unit, magnitude)


def test_the_unit_below_the_caption_below(governed: Govern) -> None:
    _, table = governed([], [("caption", "Table 1: Needs"), ("paragraph", "(US$ million)")])
    assert (table.title, table.unit, table.magnitude) == ("Table 1: Needs", "USD", "1000000")


def test_a_corner_states_the_unit(grid: Make, assembled: Assemble) -> None:
    doc = assembled([grid([["(in NPR)", "2031"], ["Shelter", "5"]])])
    assert doc.tables[0].unit == "NPR"


def test_a_column_states_no_unit_for_the_table(grid: Make, assembled: Assemble) -> None:
    doc = assembled([grid([["", "2031 (in NPR)"], ["Shelter", "5"]])])
    assert doc.tables[0].unit is None


def test_the_last_line_titles_no_table_at_the_start(governed: Govern) -> None:
    _, table = governed([], [("heading", "Roads"), ("paragraph", "Needs by sector")])
    assert table.title is None


def test_a_line_on_date_and_unit_is_a_note_and_no_title(governed: Govern) -> None:
    doc, table = governed([("paragraph", "As of 30 June 2031")], [])
    assert table.title is None
    assert table.note_span is not None
    assert doc.quote(table.note_span) == "As of 30 June 2031"


def test_total_rows_by_their_first_label(grid: Make, assembled: Assemble) -> None:
    rows = [["Total", "2031"], ["", "Total"], ["Shelter", "Total"], ["Sub-total", "5"]]
    assert assembled([grid(rows)]).tables[0].total_rows == [1, 3]


def test_notes_end_with_the_first_other_block(governed: Govern) -> None:
    below = [("paragraph", t) for t in ("Source: NRA", "* without Ost", "Text", "Note: none")]
    doc, table = governed([], below)
    assert table.notes == [doc.blocks[1].id, doc.blocks[2].id]


@pytest.mark.parametrize(
    ("lines", "notes"),
    [
        (["(:) Not available.", "NB: of all boats", "Source: NRA"], 3),
        (["()", "Boats that are moored count twice.", "Source: NRA"], 3),
        (["Boats that are moored count twice.", "Source: NRA"], 0),
        (["(a) First step", "Source: NRA"], 0),
        (["(%) of all boats that were moored in 2032 was 45.", "Source: NRA"], 0),
        (["($) 40 million is needed for boats.", "Source: NRA"], 0),
        (["Nbr of boats"], 0),
    ],
)
def test_signs_and_remarks_stand_between_a_table_and_its_source(
    governed: Govern, lines: list[str], notes: int
) -> None:
    _, table = governed([], [("paragraph", line) for line in lines])
    assert len(table.notes) == notes


def test_a_key_to_signs_above_the_notes_is_one_of_them(
    block: Make, grid: Make, assembled: Assemble
) -> None:
    note = block("footnote", "Landed.", label="1", note_place="beside")
    doc = assembled([grid(ROWS), block("list_item", "Represents zero."), note])
    assert doc.tables[0].notes == [doc.blocks[1].id, doc.blocks[2].id]
    doc = assembled([grid(ROWS), block("list_item", "Represents zero."), block("heading", "Roads")])
    assert doc.tables[0].notes == []


@pytest.mark.parametrize(
    ("lines", "notes"),
    [
        (["TRW: Tidal rescue works.", "Source: NRA"], 2),
        (["t.w. = tidal works", "Source: NRA"], 2),
        (["NRA: Northern Rescue Agency. (*) Forecast.", "Source: NRA"], 0),  # in no cell or title
        (["TRW: Tidal rescue works.", "The boats came late."], 0),
        (["TRW works: 40 boats came.", "Source: NRA"], 0),
        (["Shelter: 40 boats came.", "Source: NRA"], 0),
        (["TRW – the largest works – came late.", "Source: NRA"], 0),
        (["TRW: the worst loss since 2030.", "Source: NRA"], 0),
        (["TRW: Tidal rescue works. TRW 2: those of the north.", "Source: NRA"], 2),
        (["TRW: the loss was a heavy one.", "Source: NRA"], 0),
    ],
)
def test_a_key_to_a_short_form_of_a_table_stands_before_its_source(
    block: Make, grid: Make, assembled: Assemble, lines: list[str], notes: int
) -> None:
    below = [block("paragraph", line) for line in lines]
    doc = assembled([grid([["", "TRW (t.w.)"], *ROWS]), *below])
    assert len(doc.tables[0].notes) == notes


def test_dots_that_lead_to_a_number_are_no_part_of_its_label(
    grid: Make, assembled: Assemble
) -> None:
    doc = assembled([grid([["", "2031"], ["Boats ......", "5"], ["Rafts ...... .", "......"]])])
    texts = {(c.row, c.col): c.text for c in doc.tables[0].cells}
    assert (texts[1, 0], texts[2, 0], texts[2, 1]) == ("Boats", "Rafts", "......")
    (boats,) = (c.span for c in doc.tables[0].cells if c.text == "Boats")
    assert boats is not None
    assert doc.quote(boats) == "Boats"


@pytest.mark.parametrize("shown", [0, 1])
def test_a_page_shows_whose_label_stands_between_two_tables(
    block: Make, grid: Make, assembled: Assemble, shown: int
) -> None:
    tables = [grid(ROWS), grid(ROWS)]
    label = block("caption", "Table 2: Costs", table_at=tables[shown])
    doc = assembled([tables[0], label, tables[1]])
    captions = [None, None]
    captions[shown] = doc.captions[0].id
    assert [t.caption_id for t in doc.tables] == captions


@pytest.mark.parametrize(
    ("line", "tied"),
    [("Thousands of ferry days", True), ("Ferries ran on most days.", False)],
)
def test_a_line_of_units_in_any_words_parts_no_label_from_its_table(
    governed: Govern, line: str, *, tied: bool
) -> None:
    doc, table = governed([("caption", "Table 1: Needs"), ("paragraph", line)], [])
    assert (table.caption_id == doc.captions[0].id) is tied
    assert (table.note_span is not None) is tied


@pytest.mark.parametrize(
    ("above", "below", "unit", "notes"),
    [
        ([], [("paragraph", "Amounts in thousands of euros.")], ("EUR", "1000"), 1),
        ([], [("paragraph", "Source: Treasury. In million EUR.")], ("EUR", "1000000"), 1),
        (
            [],
            [("paragraph", "Source: Treasury"), ("paragraph", "All figures are in US dollars.")],
            ("USD", None),
            2,
        ),
        (
            [("caption", "Table 1: Grants (USD)")],
            [("paragraph", "In thousands")],
            ("USD", "1000"),
            1,
        ),
        ([("caption", "Table 1: In USD")], [("paragraph", "Figures in EUR.")], ("USD", None), 1),
        (
            [("caption", "Table 1: Share (%)")],
            [("paragraph", "In thousands")],
            ("percent", None),
            1,
        ),
        ([], [("paragraph", "* In thousands of euros")], ("EUR", "1000"), 1),
        ([], [("heading", "In thousands of euros")], (None, None), 0),
        ([], [("paragraph", "The fund gave amounts in euros.")], (None, None), 0),
    ],
)
def test_a_note_below_states_the_unit(
    governed: Govern, above: Lines, below: Lines, unit: tuple[str | None, str | None], notes: int
) -> None:
    _, table = governed(above, below)
    assert (table.unit, table.magnitude) == unit
    assert len(table.notes) == notes


def test_a_line_between_two_tables_states_the_unit_of_the_lower_one(
    block: Make, grid: Make, assembled: Assemble
) -> None:
    doc = assembled([grid(ROWS), block("paragraph", "(in thousands of euros)"), grid(ROWS)])
    assert [table.unit for table in doc.tables] == [None, "EUR"]


def test_a_star_at_a_cell_is_of_that_cell(block: Make, grid: Make, assembled: Assemble) -> None:
    rows = [["", "2031"], ["Shelter*", "1,250"]]
    doc = assembled([grid(rows), block("paragraph", "* In thousands of euros")])
    assert (doc.tables[0].unit, doc.tables[0].magnitude) == (None, None)
