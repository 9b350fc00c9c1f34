"""Tables of a dump."""

from collections.abc import Callable

import pytest

from extractor.segment.draft import Drafts, DraftTable

Segment = Callable[[str], Drafts]


def table_of(drafts: Drafts) -> DraftTable:
    tables = [draft.table for draft in drafts.blocks if draft.table is not None]
    assert len(tables) == 1
    return tables[0]


def grid(table: DraftTable) -> list[list[str]]:
    rows = [[""] * table.n_cols for _ in range(table.n_rows)]
    for cell in table.cells:
        rows[cell.row][cell.col] = cell.content.text
    return rows


LINED_UP = """\
Sector            2030     2031
Shelter          1,250    1,300
Water and pumps              40
Total            1,250    1,340
"""


def test_columns_that_line_up(segment: Segment) -> None:
    table = table_of(segment(LINED_UP))
    assert grid(table) == [
        ["Sector", "2030", "2031"],
        ["Shelter", "1,250", "1,300"],
        ["Water and pumps", "", "40"],
        ["Total", "1,250", "1,340"],
    ]
    assert [cell.header for cell in table.cells if cell.row == 0] == ["column"] * 3
    assert [cell.header for cell in table.cells if cell.row == 1] == ["row", None, None]


def test_tabs(segment: Segment) -> None:
    raw = "Sector\tNeeds\tFunds\nShelter\t10\t20\nWater\t30\t40\n"
    assert grid(table_of(segment(raw)))[2] == ["Water", "30", "40"]


@pytest.mark.parametrize(
    ("rows", "last"),
    [
        pytest.param(
            ["Shelter 10 20 5%", "Water 30 40 6%", "Schools 1 2 7%"],
            ["Schools", "1", "2", "7%"],
            id="plain",
        ),
        pytest.param(
            ["Lorn 6 312 4 918 77,9%", "Dale 1 938 1 421 73,3%", "Fenn 96 96 100,0%"],
            ["Fenn", "96", "96", "100,0%"],
            id="blanks in thousands",
        ),
    ],
)
def test_rows_with_single_blanks(segment: Segment, rows: list[str], last: list[str]) -> None:
    assert grid(table_of(segment("\n".join(rows))))[-1] == last


def test_a_row_of_years_heads_the_numbers(segment: Segment) -> None:
    raw = "FY30 FY31\nREVENUES\nTaxes $10 $20\nFees 30 40\nTOTAL $40 $60\n"
    assert grid(table_of(segment(raw))) == [
        ["", "FY30", "FY31"],
        ["REVENUES", "", ""],
        ["Taxes", "$10", "$20"],
        ["Fees", "30", "40"],
        ["TOTAL", "$40", "$60"],
    ]


def test_a_table_of_contents_is_none(segment: Segment) -> None:
    raw = "Introduction 3\nWells in the north 5\nPumps 9\nNext steps 12\n"
    assert all(draft.table is None for draft in segment(raw).blocks)


def test_sentences_with_wide_blanks_are_no_table(segment: Segment) -> None:
    raw = (
        "The  wells  of  the  north\nwere  checked  in  the  spring\nand  the  pumps  were  new.\n"
    )
    assert [draft.type for draft in segment(raw).blocks] == ["paragraph"]


OPENING = """\
The wells of the town1 were dug by hand, and the people kept them clean for many years.

The roads came later, and were never as good as the wells, which the council much regrets.

The carts came last of all, and they go to the sea and back on every day of the week.

"""
CUT = """\
The council pays for all of it, as the table shows in the year's own prices.

Code   Work                 2031    2032
A Water
A1     Wells                 120     130
A2     Pumps                  40      50
       Subtotal              160     180
{foot}Code   Work                 2031    2032
B Roads that are good
B1     Bridges                70      80
B2     Gravel                 11      12
       Total                 241     272
"""


@pytest.mark.parametrize(
    "foot",
    [
        pytest.param("\f", id="page"),
        pytest.param("\n1 Lorn Water Board.\n\nhttps://water.example/a\n\f", id="notes"),
    ],
)
def test_a_table_over_two_pages_is_one(segment: Segment, foot: str) -> None:
    drafts = segment(OPENING + CUT.format(foot=foot))
    table = table_of(drafts)
    rows = grid(table)
    assert "|".join(row[0] for row in rows) == "Code|A Water|A1|A2||B Roads that are good|B1|B2|"
    assert rows[-1] == ["", "Total", "241", "272"]
    assert [cell.page for cell in table.cells if cell.content.text in ("A1", "B1")] == [1, 2]
    assert table.continued_pages == [2]
    assert [piece.text for piece in drafts.furniture if piece.page == 2] == [
        "Code",
        "Work",
        "2031",
        "2032",
    ]


def test_a_table_with_a_header_of_its_own_is_another(segment: Segment) -> None:
    raw = CUT.format(foot="\f").replace("Code   Work", "Mark   Item", 1)
    assert len([draft for draft in segment(raw).blocks if draft.table is not None]) == 2


def test_the_name_of_a_group_heads_its_rows_only(segment: Segment) -> None:
    raw = CUT.split("{foot}", maxsplit=1)[0]
    table = table_of(segment(raw))
    name = next(cell for cell in table.cells if cell.content.text == "A Water")
    assert (name.header, name.col_span) == ("row", 1)
