"""Columns and rows that little marks: years over names, cells a blank apart, tables in a row."""

from collections.abc import Callable

import pytest

from extractor.segment.draft import Draft, Drafts

LayOut = Callable[[str], Drafts]
Rows = Callable[[Draft], list[list[str]]]

BARE = "#set table(stroke: none, inset: 3pt)\n"


def tables(drafts: Drafts) -> list[Draft]:
    return [block for block in drafts.blocks if block.type == "table"]


def spans(table: Draft) -> dict[str, tuple[int, int, int, int]]:
    """Return of each text its row, column and spans."""
    assert table.table is not None
    cells = table.table.cells
    return {c.content.text: (c.row, c.col, c.row_span, c.col_span) for c in cells if c.content.text}


def test_years_span_the_names_that_begin_again_under_them(lay_out: LayOut) -> None:
    over = "table.cell(colspan: {})[{}]"
    sheet = (
        "#table(columns: (70pt, 45pt, 45pt, 45pt, 45pt, 80pt), align: (left, right, right, right,"
        f" right, left), [], {over.format(2, 2031)}, {over.format(3, 2032)},"
        " [District], [Need], [Gap], [Need], [Gap], [Lead],"
        " [Ostrel], [410], [38], [455], [12], [Water board and the guild of masons],"
        " [Kavenne], [92], [7], [88], [3], [Council], [Miradell], [15], [2], [19], [4], [Guild])"
    )
    (table,) = tables(lay_out(BARE + "#show table.cell.where(y: 0): set align(center)\n" + sheet))
    found = spans(table)
    assert (found["2031"], found["2032"]) == ((0, 1, 1, 2), (0, 3, 1, 3))
    assert found["Miradell"] == (4, 0, 1, 1)


def test_the_rest_of_a_full_line_is_of_its_cell_whatever_it_opens_with(
    lay_out: LayOut, rows: Rows
) -> None:
    text = "The mill at Ostrel ground 2031 sacks of rye, and 460 loaves went to Kavenne in May 2032"
    sheet = (
        "#table(columns: (70pt, 40pt, 40pt, 90pt), align: (left, right, right, left),"
        f" [Place], [Sacks], [Boats], [Remark], [Ostrel], [410], [3], [{text}],"
        " [Kavenne], [92], [7], [None], [Miradell], [15], [2], [None])"
    )
    (table,) = tables(lay_out(BARE + sheet))
    assert [row[0] for row in rows(table)] == ["Place", "Ostrel", "Kavenne", "Miradell"]
    assert rows(table)[1][3] == text


def test_a_label_broken_in_its_words_is_one_label(lay_out: LayOut, rows: Rows) -> None:
    label = "Re\\-pair of boats and nets (among them those of the lake)"
    sheet = (
        "#table(columns: (40pt, 60pt, 60pt), align: (left, right, right),"
        f" [Task], [Boats], [Crew], [{label}], [40], [12], [Masts], [7], [3],"
        " [Oars], [31], [9], [Sails], [8], [2])"
    )
    (table,) = tables(lay_out(BARE + "#set text(hyphenate: true)\n" + sheet))
    firsts = [row[0] for row in rows(table)]
    assert firsts[0] == "Task"
    assert firsts[-3:] == ["Masts", "Oars", "Sails"]
    assert len(firsts) == 5


def test_a_label_in_bold_goes_on_with_no_row_above_it(lay_out: LayOut, rows: Rows) -> None:
    sheet = (
        "#table(columns: (120pt, 60pt), align: (left, right), inset: 0pt,"
        " rows: (13pt, 11pt, 13pt, 11pt, 13pt, 13pt, 13pt),"
        " [*Place*], [*Sacks*], [*Upper valley*], [], [Ostrel], [410], [Kavenne], [92],"
        " [*Lower valley*], [], [Miradell], [15], [Oresh], [8])"
    )
    (table,) = tables(lay_out(BARE + sheet))
    assert ["Lower valley", ""] in rows(table)


def test_numbers_a_blank_apart_are_two_columns_as_other_rows_show(
    lay_out: LayOut, rows: Rows
) -> None:
    cells = [("Ostrel", "747", "908"), ("Kavenne", "859,706", "417,542"), ("Oresh", "448", "13")]
    cells += [("Miradell", "130,045", "315,145"), ("Lornhaven", "233", "95"), ("Teal", "417", "38")]
    told = "".join(f"[{a}], [{b}], [{c}]," for a, b, c in cells)
    sheet = (
        "#set table(inset: (x: 1.1pt, y: 3pt))\n#table(columns: (90pt, 39pt, 39pt), stroke: none,"
        f" align: (left, center, center), [Place], [Sacks], [Loaves], {told})"
    )
    (table,) = tables(lay_out(sheet))
    assert rows(table)[1:] == [list(row) for row in cells]


def test_two_bare_tables_whose_rows_stand_on_lines_of_their_own(
    lay_out: LayOut, rows: Rows
) -> None:
    huts = "[Hut], [Beds], [Elm], [12], [Oak], [31], [Ash], [45], [Fir], [9], [Yew], [4]"
    boats = "[Boat], [Crew], [Heron], [7], [Swift], [5], [Otter], [9], [Teal], [4], [Coot], [6]"
    columns = "columns: (1fr, 50pt), align: (left, right),"
    sheet = (
        "#grid(columns: (1fr, 1fr), column-gutter: 30pt,"
        f" [#v(9pt) #table({columns} inset: 3pt, {huts})],"
        f" [#table({columns} inset: 5pt, {boats})])"
    )
    found = [rows(table) for table in tables(lay_out(BARE + sheet))]
    assert sorted(len(table) for table in found) == [6, 6]
    assert ["Yew", "4"] in [row for table in found for row in table]


def test_a_table_beside_a_unit_begins_at_its_own_caption(lay_out: LayOut, rows: Rows) -> None:
    huts = "[Hut], [Beds], [Elm], [12], [Oak], [31], [Ash], [45], [Fir], [9]"
    boats = "[Boat], [Crew], [Heron], [7], [Swift], [5], [Otter], [9]"
    columns = "columns: (1fr, 50pt), align: (left, right), inset: 3pt,"
    sheet = (
        "#grid(columns: (1fr, 1fr), column-gutter: 30pt,"
        f" [(in tens) #table({columns} {huts})], [Table 2. Boats #table({columns} {boats})])"
    )
    found = [rows(table) for table in tables(lay_out(BARE + sheet))]
    assert [table[0] for table in found] == [["Hut", "Beds"], ["Boat", "Crew"]]


def test_notes_between_lines_part_two_tables(lay_out: LayOut, rows: Rows) -> None:
    lines = ", ".join(f"table.hline(y: {y})" for y in range(1, 6))
    first = "[Place], [Sacks], [Ostrel], [410], [Kavenne], [92], [Oresh], [8], [Teal], [3]"
    second = (
        "[Boat], [Crew], [Nets], [Heron], [7], [1], [Swift], [5], [4], [Otter], [9], [2],"
        " [Coot], [6], [6]"
    )
    sheet = (
        f"#table(columns: (1fr, 80pt), {first}, {lines})\n"
        "#super[a] Of rye.\n\nSource: the water board.\n"
        f"#table(columns: (1fr, 80pt, 80pt), {second}, {lines})"
    )
    found = [rows(table) for table in tables(lay_out(BARE + sheet))]
    assert [table[0] for table in found] == [["Place", "Sacks"], ["Boat", "Crew", "Nets"]]
    assert [len(table) for table in found] == [5, 5]


def test_labels_in_one_cell_beside_rows_begin_below_the_heads(lay_out: LayOut, rows: Rows) -> None:
    sheet = (
        "#table(columns: (100pt, 60pt, 60pt), inset: 3pt, stroke: 0.5pt, align: (left, right,"
        " right), table.cell(rowspan: 5)[#hide[x] \\ Ostrel \\ Kavenne \\ Miradell \\ Oresh],"
        " [2031], [2032], [410], [38], [92], [7], [15], [2], [8], [1])"
    )
    (table,) = tables(lay_out("#set par(leading: 6pt)\n" + sheet))
    assert [row[0] for row in rows(table)] == ["", "Ostrel", "Kavenne", "Miradell", "Oresh"]


def test_a_rule_far_from_two_rows_makes_no_table_of_them(lay_out: LayOut) -> None:
    sheet = (
        "#line(length: 100%)\n#v(120pt)\n#table(columns: (1fr, 60pt, 60pt), [Ostrel had], [410],"
        " [38], [Kavenne had], [92], [7])"
    )
    assert not tables(lay_out(BARE + sheet))


@pytest.mark.parametrize("fill", ["(x, y) => if calc.odd(y) { luma(220) }", "none"])
def test_a_line_over_a_label_of_the_tree_ends_its_cell(fill: str, lay_out_tagged: LayOut) -> None:
    lines = ", ".join(f"table.hline(y: {y}, stroke: 0.5pt)" for y in range(1, 6))
    sheet = (
        f"#table(columns: (100pt, 80pt, 60pt, 60pt), fill: {fill},"
        " table.header[Plan][Place][Need][Gap], [Wells], [Ostrel], [410], [38],"
        " [], [Kavenne], [92], [7], [], [Oresh], [8], [1], [Roads], [Teal], [15], [2],"
        f" [], [Heron], [4], [3]{', ' + lines if fill == 'none' else ''})"
    )
    (table,) = tables(lay_out_tagged(BARE + sheet))
    found = spans(table)
    assert (found["Wells"], found["Roads"]) == ((1, 0, 1, 1), (4, 0, 1, 1))


VILLAGES = (
    "[Ostrel], [410], [38], [455], [12], [Kavenne], [92], [7], [88], [3],"
    " [Miradell], [15], [2], [19], [4], [Oresh], [8], [1], [6], [5]"
)


def test_heads_above_the_first_rule_are_of_the_table(lay_out: LayOut, rows: Rows) -> None:
    sheet = (
        "The sacks are counted at the mills every week by the water board of the valley.\n"
        "#table(columns: (1fr, 50pt, 50pt, 50pt, 50pt), align: (left, right, right, right, right),"
        f" [*Place*], [*Sacks*], [*Loaves*], [*Boats*], [*Nets*], table.hline(), {VILLAGES})"
    )
    (table,) = tables(lay_out(BARE + sheet))
    assert rows(table)[:2] == [
        ["Place", "Sacks", "Loaves", "Boats", "Nets"],
        ["Ostrel", "410", "38", "455", "12"],
    ]


def test_a_head_far_beside_its_numbers_makes_no_column(lay_out: LayOut, rows: Rows) -> None:
    lines = ", ".join(f"table.hline(y: {y})" for y in range(6))
    sheet = (
        "#show table.cell.where(y: 0): set align(center)\n"
        "#table(columns: (70pt, 120pt, 120pt), align: (left, right, right),"
        f" {lines}, [Zone], [Sent], [Kept], [North], [74], [3], [Middle], [52], [2],"
        " [South], [85], [4], [All], [211], [9])"
    )
    (table,) = tables(lay_out(BARE + sheet))
    assert rows(table)[:2] == [["Zone", "Sent", "Kept"], ["North", "74", "3"]]


def test_a_head_between_two_lines_of_heads_spans_both(lay_out: LayOut) -> None:
    over, through = (
        "table.cell(colspan: 2, align: center)",
        "table.cell(rowspan: 2, align: horizon)",
    )
    sheet = (
        "#table(columns: (90pt, 50pt, 50pt, 50pt, 50pt), align: (left, right, right, right, right),"
        f" {through}[Place], {over}[Rye], {over}[Oats], [Sacks], [Loaves], [Boats], [Nets],"
        f" table.hline(), {VILLAGES})"
    )
    (table,) = tables(lay_out(BARE + sheet))
    found = spans(table)
    assert found["Place"] == (0, 0, 2, 1)
    assert found["Rye"] == (0, 1, 1, 2)
    assert found["Nets"] == (1, 4, 1, 1)


def test_rows_open_at_the_left_have_the_columns_of_their_head(lay_out: LayOut, rows: Rows) -> None:
    ends = "stroke: (left: none, right: 0.5pt, top: 0.5pt, bottom: 0.5pt)"
    cells = [("101", "Wells", "410"), ("102", "Roads and bridges", "38"), ("103", "Boats", "92")]
    body = ", ".join(
        f"table.cell({ends.replace('right: 0.5pt', 'right: none')})[{a}], table.cell({ends})[{b}],"
        f" table.cell({ends})[{c}]"
        for a, b, c in cells
    )
    sheet = (
        "#set table(inset: 4pt)\n#table(columns: (50pt, 200pt, 60pt),"
        f" stroke: (x, y) => if y == 0 {{ 0.5pt }} else {{ none }}, [Code], [Task], [Sum], {body})"
    )
    (table,) = tables(lay_out(sheet))
    assert rows(table) == [["Code", "Task", "Sum"], *[list(row) for row in cells]]


@pytest.mark.parametrize(
    "below", ["Source: the water board.", "#text(size: 12pt)[*What was done*]"]
)
def test_a_source_or_a_heading_below_the_last_row_is_no_row(
    below: str, lay_out: LayOut, rows: Rows
) -> None:
    sheet = (
        "#table(columns: (1fr, 50pt, 50pt, 50pt, 50pt), align: (left, right, right, right, right),"
        f" table.hline(), [Place], [Sacks], [Loaves], [Boats], [Nets], table.hline(), {VILLAGES})"
        f"\n#v(-8pt)\n{below}\n\n#line(length: 100%)"
    )
    (table,) = tables(lay_out(BARE + sheet))
    assert rows(table)[-1] == ["Oresh", "8", "1", "6", "5"]


def test_weeks_that_count_on_are_heads_that_one_head_spans(lay_out: LayOut) -> None:
    weeks = "".join(f"[{week}], " for week in range(17, 21))
    sheet = (
        "#table(columns: (90pt, 50pt, 50pt, 50pt, 50pt), align: (left, right, right, right, right),"
        f" [Place], table.cell(colspan: 4, align: center)[Week], [], {weeks} table.hline(),"
        f" {VILLAGES})"
    )
    (table,) = tables(lay_out(BARE + sheet))
    found = spans(table)
    assert (found["Week"], found["17"]) == ((0, 1, 1, 4), (1, 1, 1, 1))
    assert table.table is not None
    assert {c.content.text for c in table.table.cells if c.header == "column" and c.row == 1} > {
        "17",
        "20",
    }


def test_a_head_beside_spanning_ones_reaches_down_to_the_body(lay_out: LayOut) -> None:
    over = "table.cell(colspan: 2, align: center)"
    sheet = (
        "#table(columns: (90pt, 50pt, 50pt, 50pt, 50pt, 50pt), align: center,"
        f" table.cell(align: left)[Place], {over}[Rye], {over}[Oats], [All],"
        " [], [Sacks], [Loaves], [Boats], [Nets], [], table.hline(),"
        " [Ostrel], [410], [38], [455], [12], [915], [Kavenne], [92], [7], [88], [3], [190],"
        " [Miradell], [15], [2], [19], [4], [40])"
    )
    (table,) = tables(lay_out(BARE + sheet))
    found = spans(table)
    assert (found["Rye"], found["Oats"]) == ((0, 1, 1, 2), (0, 3, 1, 2))
    assert (found["Place"], found["All"]) == ((0, 0, 2, 1), (0, 5, 2, 1))
