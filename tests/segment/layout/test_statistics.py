"""Tables of statistics: marks for numbers, heads of several lines, units in between."""

from collections.abc import Callable

import pytest

from extractor.segment.draft import Draft, Drafts
from extractor.segment.layout.tables.cells import is_numeric

LayOut = Callable[[str], Drafts]
Rows = Callable[[Draft], list[list[str]]]

PLAIN = (
    "#set table(stroke: none, inset: (x: 6pt, y: 2.5pt),"
    " align: (x, _) => if x > 0 { right } else { left })\n"
)


def one_table(drafts: Drafts) -> Draft:
    (table,) = (block for block in drafts.blocks if block.type == "table")
    return table


@pytest.mark.parametrize("text", ["Apr.", "Mar.", "Est.", "Jan.-", "May 12", "Z-score", "A", "S"])
def test_a_word_is_no_number(text: str) -> None:
    assert not is_numeric(text)


@pytest.mark.parametrize(
    "text",
    [
        *("USD 12", "±0.3", "$(351.9)", "(24.8)%", "r12.3", "p1,234", "10½", "12 %", "*1,234"),
        *("(D)", "(NA)", "Z", "2,300 r/", "6/ 60,590", "......"),
    ],
)
def test_a_value_of_a_statistic_is_a_number(text: str) -> None:
    assert is_numeric(text)


def test_months_over_years_are_one_head(lay_out: LayOut, rows: Rows) -> None:
    sheet = (
        "#table(columns: (110pt, 60pt, 60pt), [], [Mar.\\ 2031], [Apr.\\ 2031],"
        " [Ferries], [1,204], [1,310], [Barges], [88], [91], [Rafts], [12], [15])"
    )
    table = rows(one_table(lay_out(PLAIN + sheet)))
    assert table[0] == ["", "Mar. 2031", "Apr. 2031"]
    assert len(table) == 4


def test_a_head_may_end_in_a_number(lay_out: LayOut, rows: Rows) -> None:
    sheet = (
        "#table(columns: (90pt, 60pt, 60pt, 60pt), align: (x, y) => if y == 0 { bottom + center }"
        " else if x > 0 { right } else { left }, row-gutter: (6pt, 0pt),"
        " [Harbour], [All], [Private], [Boats per\\ 1,000],"
        " [Ostrel], [1,204], [310], [4.1], [Kavenne], [988], [91], [2.2],"
        " [Miradell], [1,112], [15], [3.0])"
    )
    table = rows(one_table(lay_out(PLAIN + sheet)))
    assert table[0] == ["Harbour", "All", "Private", "Boats per 1,000"]
    assert table[1] == ["Ostrel", "1,204", "310", "4.1"]


def test_years_over_two_columns_do_not_make_them_one(lay_out: LayOut, rows: Rows) -> None:
    year = "table.cell(colspan: 2, align: center)"
    sheet = (
        f"#table(columns: (110pt, 40pt, 30pt, 40pt, 30pt), [], {year}[FY 2031], {year}[FY 2032],"
        " [Ferries], [1,204], [±14], [1,310], [±9], [Barges], [1,188], [±12], [1,991], [±8],"
        " [Rafts], [1,012], [±11], [1,015], [±7])"
    )
    table = rows(one_table(lay_out(PLAIN + sheet)))
    assert table[1:] == [
        ["Ferries", "1,204", "±14", "1,310", "±9"],
        ["Barges", "1,188", "±12", "1,991", "±8"],
        ["Rafts", "1,012", "±11", "1,015", "±7"],
    ]


def test_a_unit_in_the_middle_spans_the_numbers(lay_out: LayOut) -> None:
    sheet = (
        "#table(columns: (90pt, 60pt, 60pt, 60pt, 60pt), [Year], [Grown], [Bought], [Eaten],"
        " [Sold], [], table.cell(colspan: 4, align: center)[In thousands],"
        " [1994], [1,204], [310], [988], [41], [1995], [1,304], [320], [998], [42],"
        " [], table.cell(colspan: 4, align: center)[Percent of all],"
        " [1994], [64.2], [31.0], [88.1], [4.1], [1995], [63.1], [32.0], [89.9], [4.2])"
    )
    table = one_table(lay_out(PLAIN + sheet)).table
    assert table is not None
    spans = {c.content.text: (c.row, c.col, c.col_span) for c in table.cells}
    assert spans["In thousands"] == (1, 1, 4)
    assert spans["Percent of all"] == (4, 1, 4)


def spans_of(draft: Draft) -> dict[str, tuple[int, int, int]]:
    assert draft.table is not None
    return {c.content.text: (c.row, c.col, c.col_span) for c in draft.table.cells}


GROWN = (
    " [Month], [Cars], [Carts], [All], [Boats], [Rafts], [Every],"
    " [May], [1,204], [310], [988], [412], [65], [71], [June], [1,304], [320], [998], [421], [66],"
    " [72], [July], [1,404], [330], [978], [433], [67], [73])"
)


def test_a_head_without_a_rule_stands_over_its_share(lay_out: LayOut) -> None:
    over = "table.cell(colspan: 3, align: center)"
    sheet = f"#table(columns: (70pt,) + 6 * (44pt,), [], {over}[On land], {over}[Afloat]," + GROWN
    found = spans_of(one_table(lay_out(PLAIN + sheet)))
    assert (found["On land"], found["Afloat"]) == ((0, 1, 3), (0, 4, 3))


def test_ruled_heads_come_before_the_others(lay_out: LayOut) -> None:
    over = "table.cell(colspan: 2, align: center, stroke: (bottom: 0.5pt))"
    wide = "table.cell(colspan: 3, align: center, stroke: (bottom: 0.5pt))"
    sheet = (
        f"#table(columns: (70pt,) + 6 * (44pt,), column-gutter: 3pt, [], {wide}[On land],"
        f" {over}[Afloat], [Sum]," + GROWN
    )
    found = spans_of(one_table(lay_out(PLAIN + sheet)))
    assert (found["On land"], found["Afloat"], found["Sum"]) == ((0, 1, 3), (0, 4, 2), (0, 6, 1))


def test_ages_over_several_lines_are_heads_under_those_of_their_group(
    lay_out: LayOut, rows: Rows
) -> None:
    # Each cell draws its own stroke of the line below the upper heads.
    ages = "[All], [Under 18\\ years], [18 years\\ and over]"
    sheet = (
        "#set text(7pt)\n#table(columns: (64pt, ..(47pt,) * 6),"
        " align: (x, y) => if y < 2 { bottom + center }"
        " else if x > 0 { right } else { left }, table.hline(start: 1, y: 1, stroke: 0.5pt),"
        f" [], [], [Owners], [], [], [Crew], [], [Harbour], {ages}, {ages},"
        " [Ostrel], [1,204], [310], [894], [1,310], [88], [1,222],"
        " [Kavenne], [988], [91], [897], [812], [15], [797])"
    )
    table = rows(one_table(lay_out(PLAIN + sheet)))
    heads = ["All", "Under 18 years", "18 years and over"]
    assert table[1] == ["Harbour", *heads, *heads]
    assert table[2] == ["Ostrel", "1,204", "310", "894", "1,310", "88", "1,222"]


def test_notes_on_one_line_below_their_table_are_told_apart(lay_out: LayOut) -> None:
    sheet = (
        "#table(columns: (110pt, 60pt, 60pt), [], [Mar.\\ 2031], [Apr.\\ 2031],"
        " [Ferries#super[1]], [1,204], [1,310], [Barges], [88#super[2]], [91],"
        " [Rafts], [–], [15])\n"
        "#text(8pt)[X Not applicable. #super[1] Landed in port. #super[2] Estimated, of all."
        " Source: Bureau of boats.]\n\n#lorem(60)"
    )
    drafts = lay_out(PLAIN + sheet)
    notes = [(d.label, d.content.text) for d in drafts.blocks if d.type == "footnote"]
    assert notes == [("1", "Landed in port."), ("2", "Estimated, of all.")]
    texts = [d.content.text for d in drafts.blocks if d.type == "paragraph"]
    assert texts[:2] == ["X Not applicable.", "Source: Bureau of boats."]


REMARKS = (
    "#table(columns: (54pt, 40pt, 40pt, 30pt, 176pt), align: (x, _) => if x in (1, 2, 3) { right }"
    " else { left }, [Harbour], [Quays], [Boats], [Carts], [Remark],"
    " [Ostrel], [12], [1,204], [4], [Counted twice], [Kavenne], [9], [988], [6], [The ferry stops"
    " in winter, so that the clinic of the isles is closed until the ice is gone],"
    " [Dorvane], [8], [188], [7], [Counted in June], [Miradell], [4], [412], [2], [The harbour"
    " board counts boats that lie in the yards of the isles, but not those under repair elsewhere],"
    " [Tavora], [2], [77], [1], [Counted in May], [Lindoma], [3], [7], [2], [No harbour])\n"
)


def test_long_texts_of_a_last_column_are_its_cells(lay_out: LayOut, rows: Rows) -> None:
    said = 3 * "The isles were not seen by the board in winter. "
    said = f"#block(width: 145pt)[#set text(6pt)\n{said}]\n"
    table = rows(one_table(lay_out(f"{PLAIN}#set text(7pt)\n{said}{REMARKS}{said}")))
    assert [row[:4] for row in table[1:]] == [
        ["Ostrel", "12", "1,204", "4"],
        ["Kavenne", "9", "988", "6"],
        ["Dorvane", "8", "188", "7"],
        ["Miradell", "4", "412", "2"],
        ["Tavora", "2", "77", "1"],
        ["Lindoma", "3", "7", "2"],
    ]
    assert table[2][4].endswith("until the ice is gone")


@pytest.mark.parametrize("leading", ["0.65em", "9pt"])
def test_a_text_beside_a_table_is_no_cell_of_it(leading: str, lay_out: LayOut, rows: Rows) -> None:
    said = "The ferry stops in winter, so that the clinic is closed until the ice is gone. "
    table = (
        "#table(columns: (70pt, 40pt, 40pt), [Harbour], [Quays], [Boats], [Ostrel], [12], [1,204],"
        " [Kavenne], [9], [988], [Miradell], [4], [412], [Tavora], [2], [77])"
    )
    beside = f"#set par(leading: {leading})\n{6 * said}"
    sheet = f"#grid(columns: (160pt, 160pt), gutter: 20pt, [{3 * said}{table}], [{beside}])"
    assert len(rows(one_table(lay_out(PLAIN + sheet)))[0]) == 3
