"""Tables of accounts and budgets: sums under lines, labels drawn in one box, shares in brackets."""

from collections.abc import Callable

import pytest

from extractor.segment.draft import Draft, Drafts

LayOut = Callable[[str], Drafts]
Rows = Callable[[Draft], list[list[str]]]

PLAIN = (
    "#set table(stroke: none, inset: (x: 6pt, y: 2.5pt),"
    " align: (x, _) => if x > 0 { right } else { left })\n"
)


def one_table(drafts: Drafts) -> Draft:
    (table,) = (block for block in drafts.blocks if block.type == "table")
    return table


def test_a_line_over_a_sum_leaves_the_labels_apart(lay_out: LayOut, rows: Rows) -> None:
    line = "table.hline(start: 1), "
    sheet = (
        "#table(columns: (140pt, 60pt, 60pt), [], [2031], [2030], "
        "[Deposits of crews], [1,267], [790], [Deposits of ports], [358], [334], "
        f"{line}[], [1,625], [1,124], {line}[Loans to yards], [663], [188], "
        f"[Loans to pilots], [298], [544], {line}[All loans], [961], [732])"
    )
    table = rows(one_table(lay_out(PLAIN + sheet)))
    assert [row[0] for row in table] == [
        *("", "Deposits of crews", "Deposits of ports", "", "Loans to yards"),
        *("Loans to pilots", "All loans"),
    ]


BOXED = (
    "#table(columns: (130pt, 60pt, 60pt), inset: (x: 4pt, y: 3pt), stroke: 0.5pt,"
    " [Yard], [2031], [2032], table.cell(rowspan: 3)[{}], [(140)], [(150)], [(30)], [(35)],"
    " [(615)], [0], [Slipway], [12], [19])"
)


def test_labels_in_one_box_stand_on_their_rows(lay_out: LayOut, rows: Rows) -> None:
    labels = "#stack(spacing: 6.4pt)[HARBOUR OFFICE][Hiring Pause][Fewer Tugs]"
    table = rows(one_table(lay_out(BOXED.format(labels))))
    assert table[1:4] == [
        ["HARBOUR OFFICE", "(140)", "(150)"],
        ["Hiring Pause", "(30)", "(35)"],
        ["Fewer Tugs", "(615)", "0"],
    ]


def test_one_label_in_a_box_spans_its_rows(lay_out: LayOut) -> None:
    labels = "#stack(spacing: 6.4pt)[Harbour office][and all its piers][and quays]"
    table = one_table(lay_out(BOXED.format(labels))).table
    assert table is not None
    spans = {cell.content.text: cell.row_span for cell in table.cells}
    assert spans["Harbour office and all its piers and quays"] == 3


def test_a_count_with_its_share_is_no_head(lay_out: LayOut) -> None:
    sheet = (
        "#table(columns: (130pt, 80pt, 80pt), [Crews], [Ostrel], [Kavenne], "
        "[Heard], [65 (100.0%)], [1 (9.1 %)], [Paid], [51 (47.7%)], [3 (\\<1%)], [Left], [2], [7])"
    )
    table = one_table(lay_out(PLAIN + sheet)).table
    assert table is not None
    assert {cell.row for cell in table.cells if cell.header == "column"} == {0}


LEVELS = (
    "#table(columns: (70pt, 70pt, 50pt, 50pt), column-gutter: {}, inset: (x: 4pt, y: 4pt),"
    " table.hline(), table.cell(colspan: 2)[Indicator], [Ostrel], [Kavenne], table.hline(),"
    " table.cell(colspan: 2)[Alarms of the day before], [160], [515], table.hline(),"
    " table.cell(colspan: 2)[Alarms that were followed], [129], [20], table.hline(),"
    " table.cell(rowspan: 2, align: horizon)[Upheld], [Ashore], [47], [39],"
    " table.hline(start: 1), [Afloat], [19], [26], table.hline(),"
    " table.cell(colspan: 2)[All cases], [66], [65], table.hline())"
)


@pytest.mark.parametrize("gutter", ["0pt", "1pt"])
def test_labels_of_two_levels_have_columns_of_their_own(gutter: str, lay_out: LayOut) -> None:
    table = one_table(lay_out(PLAIN + LEVELS.format(gutter))).table
    assert table is not None
    spans = {c.content.text: (c.row, c.col, c.row_span, c.col_span) for c in table.cells}
    assert (spans["Upheld"], spans["Ashore"]) == ((3, 0, 2, 1), (3, 1, 1, 1))
    assert (spans["Alarms that were followed"], spans["All cases"]) == ((2, 0, 1, 2), (5, 0, 1, 2))


NOTES = (
    "*5. Pilots’ pensions*\n\n#table(columns: (140pt, 60pt, 60pt), [], [2031], [2030], "
    "table.hline(start: 1), [Owed to pilots], [18,204], [12,116], [Set aside], [210,330],"
    " [202,480], table.hline(start: 1), [], [228,534], [214,596])\n"
    "The fund was last weighed in spring.\n\n"
    "#table(columns: (140pt, 60pt, 60pt), [], [2031], [2030], table.hline(start: 1), "
    "[Discount], [5.10%], [4.90%], [Growth], [3.25%], [3.15%])\n"
)


def test_years_after_a_sentence_open_another_table(lay_out: LayOut, rows: Rows) -> None:
    drafts = lay_out(PLAIN + NOTES)
    first, second = (rows(block) for block in drafts.blocks if block.type == "table")
    assert first[-1] == ["", "228,534", "214,596"]
    assert second[0] == ["", "2031", "2030"]


def test_lines_that_leave_the_labels_out_open_none_of_them(lay_out: LayOut) -> None:
    drafts = lay_out(PLAIN + NOTES)
    tables = [block.table for block in drafts.blocks if block.table is not None]
    assert {cell.row_span for table in tables for cell in table.cells} == {1}


def test_a_total_aligned_otherwise_makes_no_column(lay_out: LayOut, rows: Rows) -> None:
    total = "table.cell(align: right)[Total], " + ", ".join(
        f"table.cell(align: left)[{n}]" for n in ("212.2", "237.4", "246.3")
    )
    sheet = (
        "#table(columns: (150pt, 70pt, 70pt, 70pt), stroke: (y: 0.5pt), "
        "[Kind of fund], [2028], [2029], [2030], "
        "[Regular], [48.2], [51.0], [47.7], [Other], [102.6], [98.4], [96.1], "
        f"[Emergency], [61.4], [88.0], [102.5], {total})"
    )
    table = rows(one_table(lay_out(PLAIN + sheet)))
    assert table[-1] == ["Total", "212.2", "237.4", "246.3"]


def test_a_dash_before_a_number_in_a_cell_is_its_sign(lay_out: LayOut, rows: Rows) -> None:
    sheet = (
        '#table(columns: (150pt, 70pt), [Fund], [2028], [Regular], [#"- 8 450"], [Other],'
        ' [9 102], [Spare], [#"- 77"])'
    )
    table = rows(one_table(lay_out(PLAIN + sheet)))
    assert [row[1] for row in table] == ["2028", "- 8 450", "9 102", "- 77"]


def test_a_line_in_the_middle_stands_between_rows(lay_out: LayOut, rows: Rows) -> None:
    over = "table.cell(colspan: 4, align: center)"
    sheet = (
        "#table(columns: (130pt, 60pt, 60pt, 60pt), [], [2028], [2029], [2030], "
        f"{over}[(Change in a year, in percent)], [Goods and services], [], [], [], "
        "[Output], [3.1], [-4.2], [2.8], [Prices], [5.2], [9.8], [8.1], "
        f"{over}[(Percent of output, unless said otherwise)], [Central government], [], [], [], "
        "[Revenue], [17.4], [15.9], [16.6], [Balance 1/], [-3.1], [-7.9], [-5.4], "
        "[Memorandum], [], [], [], [Reserves], [1,204], [980], [1,115])"
    )
    table = rows(one_table(lay_out(PLAIN + sheet)))
    assert [row[0] for row in table[1:4]] == [
        "(Change in a year, in percent)",
        "Goods and services",
        "Output",
    ]
    assert ["Balance 1/", "−3.1", "−7.9", "−5.4"] in table
    assert len(table) == 11


def test_a_lone_mark_over_heads_is_no_note(lay_out: LayOut, rows: Rows) -> None:
    sheet = (
        "#table(columns: (90pt, 70pt, 70pt, 70pt), align: center,"
        " [], [Area#footnote[Sown twice.]], [Yield], [], [State], [cut], [per acre], [Value], "
        "[], [1,000 acres], [Pounds], [Dollars], [Altamont], [618.7], [94.4], [635], "
        "[Carrow], [779.4], [378.3], [595], [Delmar], [398.9], [471.8], [848])"
    )
    table = rows(one_table(lay_out(PLAIN + sheet)))
    assert table[0][0] == "State"
    assert table[0][1].startswith("Area")


def test_signs_of_money_stand_with_their_numbers(lay_out: LayOut, rows: Rows) -> None:
    wide = "table.cell(colspan: 2, align: center)"
    sheet = (
        "#table(columns: (120pt, 20pt, 50pt, 20pt, 50pt), inset: (x: 3pt, y: 2.5pt),"
        f" [], {wide}[Ashore], {wide}[Afloat], "
        "[Cash in hand], [\\$], [60,210], [\\$], [76,054], [Owed by ports], [], [4,274], [],"
        " [32,250], [Vessels], [], [87,204], [], [83,605], [All assets], [\\$], [151,688], [\\$],"
        " [191,909])"
    )
    table = rows(one_table(lay_out(PLAIN + sheet)))
    assert table[0] == ["", "Ashore", "Afloat"]
    assert table[1] == ["Cash in hand", "$ 60,210", "$ 76,054"]
    assert table[2] == ["Owed by ports", "4,274", "32,250"]


def test_words_beside_years_over_the_columns_shape_none(lay_out: LayOut, rows: Rows) -> None:
    wide = "table.cell(colspan: 2, align: center)"
    sheet = (
        "#table(columns: (90pt, 45pt, 35pt, 45pt, 35pt, 45pt, 35pt), inset: (x: 2pt, y: 2.5pt),"
        f" [], [], [], [], [], {wide}[Change in the],"
        f" [], {wide}[2003], {wide}[2004], {wide}[of income], "
        "[], [], [Margin], [], [Margin], [], [Margin], "
        "[Kind], [Guess], [of error], [Guess], [of error], [Guess], [of error], "
        "[Every home], [36,974], [497], [32,171], [867], [1.6], [0.5], "
        "[Of families], [34,756], [856], [32,279], [333], [2.6], [1.7], "
        "[Of others], [37,199], [661], [48,623], [342], [1.8], [1.1])"
    )
    table = rows(one_table(lay_out(PLAIN + sheet)))
    assert table[-3:] == [
        ["Every home", "36,974", "497", "32,171", "867", "1.6", "0.5"],
        ["Of families", "34,756", "856", "32,279", "333", "2.6", "1.7"],
        ["Of others", "37,199", "661", "48,623", "342", "1.8", "1.1"],
    ]
    assert "Margin of error" in {text for row in table for text in row}


def test_rows_of_more_words_than_numbers_head_nothing(lay_out: LayOut) -> None:
    sheet = (
        "#table(columns: (30pt, 80pt, 60pt, 80pt, 60pt, 60pt), stroke: 0.5pt, "
        "[No.], [Crew], [Port], [Work], [Boats], [Cost], "
        "[1], [Red Oar], [Ostrel], [Sails], [4,106], [318,200], "
        "[2], [Blue Oar], [Kavenne], [Nets], [2,857], [411,750], "
        "[3], [Old Oar], [Ostrel], [Ropes], [6,342], [97,480], "
        "[], [Total], [], [], [13,305], [827,430])"
    )
    table = one_table(lay_out(sheet)).table
    assert table is not None
    assert {cell.row for cell in table.cells if cell.header == "column"} == {0}


DEBT = (
    "The balance of the debt of the harbour is made up as follows:\n"
    "#table(columns: (140pt, 60pt, 60pt), [], [2031], [2030], [Bond of 2024], [7,405], [7,990],"
    " [Bond of 2027], [5,500], [5,880], [], [12,905], [13,870])\n{}\n"
    "#table(columns: (140pt, 60pt, 60pt), {}, [Tolls], [985], [905], [Fees], [1,005], [1,104],"
    " [Rents], [1,026], [998], [], [3,016], [3,007])\n"
)


@pytest.mark.parametrize(
    ("between", "heads"),
    [
        pytest.param("It is paid from these funds of the year:", "[], [], []", id="in larger type"),
        pytest.param("The funds are as follows:", "[Fund], [Plan], [Cost]", id="over heads"),
        pytest.param(
            "It fell after that. Tolls and fees brought this in:", "[], [2031], [2030]", id="years"
        ),
    ],
)
def test_a_text_between_two_tables_parts_them(
    lay_out: LayOut, rows: Rows, between: str, heads: str
) -> None:
    size = (
        "#set table(inset: (y: 2pt))\n#show table: set text(8.5pt)\n" if "[], []" in heads else ""
    )
    drafts = lay_out(PLAIN + size + DEBT.format(between, heads))
    first, second = (rows(block) for block in drafts.blocks if block.type == "table")
    assert first[-1] == ["", "12,905", "13,870"]
    assert second[-1] == ["", "3,016", "3,007"]
    assert between in [block.content.text for block in drafts.blocks]


def test_a_lone_sum_ends_its_table(lay_out: LayOut, rows: Rows) -> None:
    sheet = "[2032], [985], [2033], [1,005], [Later], [9,889], [], [11,879]"
    drafts = lay_out(f"{PLAIN}#table(columns: (140pt, 60pt), {sheet})\nThe rest is not due.")
    assert rows(one_table(drafts))[-1] == ["", "11,879"]


def test_a_number_that_stands_elsewhere_below_a_table_is_none_of_it(lay_out: LayOut) -> None:
    sheet = "[2032], [985], [2033], [1,005], [Later], [9,889]"
    drafts = lay_out(f"{PLAIN}#table(columns: (140pt, 60pt), {sheet})\n#h(90pt)11,879")
    table = one_table(drafts).table
    assert table is not None
    assert table.n_rows == len(["2032", "2033", "Later"])
