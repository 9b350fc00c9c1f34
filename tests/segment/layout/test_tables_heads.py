"""Heads of tables: their levels, the white around them, what only looks like numbers."""

from collections.abc import Callable

import pytest

from extractor.segment.draft import Draft, Drafts

LayOut = Callable[[str], Drafts]
Rows = Callable[[Draft], list[list[str]]]

AIRY = "#set table(stroke: none, inset: (x: 4pt, y: 8pt), align: (x, y) => if x == 0 { left }"
AIRY += " else if y == 0 { center } else { right })\n"


def one_table(drafts: Drafts) -> Draft:
    (table,) = (block for block in drafts.blocks if block.type == "table")
    return table


def spans_of(draft: Draft) -> dict[str, tuple[int, int, int, int]]:
    assert draft.table is not None
    cells = draft.table.cells
    return {c.content.text: (c.row, c.col, c.row_span, c.col_span) for c in cells}


def test_heads_stand_as_far_as_the_rows_of_an_airy_table(lay_out: LayOut, rows: Rows) -> None:
    sheet = (
        "Boats were counted at night.\n\n#set text(8pt)\n"
        "#table(columns: 4, [], [Cars], [Carts], [Change], [*2031*], [], [], [],"
        " [May], [1,204], [310], [-6.0], [June], [1,304], [320], [9.6], [*2032*], [], [], [],"
        " [May], [988], [41], [18.6], [June], [998], [42], [2.0])"
    )
    table = rows(one_table(lay_out(AIRY + sheet)))
    assert table[:2] == [["", "Cars", "Carts", "Change"], ["2031", "", "", ""]]


@pytest.mark.parametrize(
    ("columns", "cells", "heads"),
    [
        (4, "[Signal:], [Flood], [Funds:], [EUR 400], [People:], [320], [Boats:], [41]", set()),
        (2, "[Post:], [Number of staff], [Clerks:], [320]", {0}),
    ],
    ids=["a form", "labels with colons below a head"],
)
def test_the_first_row_of_a_form_heads_nothing(
    columns: int, cells: str, heads: set[int], lay_out: LayOut
) -> None:
    table = one_table(lay_out(f"#table(columns: {columns}, {cells})")).table
    assert table is not None
    assert {cell.row for cell in table.cells if cell.header == "column"} == heads


def test_text_over_a_dense_table_is_no_head_of_it(lay_out: LayOut, rows: Rows) -> None:
    dense = AIRY.replace("y: 8pt", "y: 2pt")
    body = "[May], [1,204], [310], [June], [1,304], [320], [July], [1,404], [330]"
    sheet = f"*2031*#v(14pt)\n#set text(8pt)\n#table(columns: 3, [], [Cars], [Carts], {body})"
    assert rows(one_table(lay_out(dense + sheet)))[0] == ["", "Cars", "Carts"]


def test_heads_as_wide_as_their_columns_are_parted(lay_out: LayOut, rows: Rows) -> None:
    tight = (
        "#set table(stroke: none, inset: (x: 1.9pt, y: 4pt), align: (x, y) => if x == 0 { left }"
    )
    tight += " else if y == 0 { center } else { right })\n"
    body = ", ".join(f"[Mill {n}], [1,{n}04], [3{n}0], [98{n}], [4{n}], [65]" for n in range(1, 6))
    heads = "[], [Freshmen], [Sophomores], [Both of them], [Graduates], [Rest]"
    table = rows(one_table(lay_out(tight + f"#table(columns: 6, {heads}, {body})")))
    assert table[0] == ["", "Freshmen", "Sophomores", "Both of them", "Graduates", "Rest"]


def test_a_sentence_over_the_columns_is_not_parted_into_heads(lay_out: LayOut, rows: Rows) -> None:
    body = ", ".join(f"[Mill {n}], [1,{n}04], [3{n}0], [98{n}]" for n in range(1, 6))
    sheet = "#align(right)[The boats that were counted by the guild of masons]\n"
    sheet += f"#table(columns: (60pt, 1fr, 1fr, 1fr), [Mill], [All], [Men], [Rest], {body})"
    assert rows(one_table(lay_out(AIRY + sheet)))[0] == ["Mill", "All", "Men", "Rest"]


def test_numbers_of_columns_in_brackets_are_heads(lay_out: LayOut, rows: Rows) -> None:
    places = "[(1)], [(2)], [(3)], [(4) = (3) - (2)]"
    wide = "columns: (80pt, 70pt, 70pt, 90pt)"
    body = ", ".join(f"[Mill {n}], [1,{n}04], [3{n}0], [{n}.4]" for n in range(1, 6))
    table = one_table(
        lay_out(AIRY + f"#table({wide}, [Mill], [Voted], [Spent], [Left], {places}, {body})")
    )
    found = rows(table)
    assert found[0] == ["Mill", "Voted", "Spent", "Left"]
    assert found[2] == ["Mill 1", "1,104", "310", "1.4"]
    assert table.table is not None
    heads = {c.row for c in table.table.cells if c.header == "column"}
    assert heads == {0, 1}


@pytest.mark.parametrize("share", [2, 3])
def test_heads_of_two_levels_that_no_line_parts(share: int, lay_out: LayOut) -> None:
    lines = [f"vline(x: {x}, start: {int(x % share != 1)})" for x in range(1, 2 * share + 1)]
    lines += ["hline(y: 0)", "hline(y: 2)", "hline(y: 7)"]
    stroke = "stroke: none, inset: (x: 4pt, y: 3pt)," + "".join(f" table.{x}," for x in lines)
    aligned = "align: (x, y) => if x == 0 { left } else if y < 2 { center } else { right },"
    wide = f"columns: (60pt,) + {2 * share} * (1fr,),"
    over = f"table.cell(colspan: {share})"
    names = ", ".join(f"[{name}]" for name in ["Voted", "Spent", "Left"][:share] * 2)
    heads = f"[Mill], {over}[Grain], {over}[Fodder], [], {names}"
    body = ", ".join(
        f"[Mill {n}], " + ", ".join(f"[{c}{n}.{c}]" for c in range(2 * share)) for n in range(1, 6)
    )
    sheet = f"#set text(8pt)\n#table({wide} {stroke} {aligned} {heads}, {body})"
    found = spans_of(one_table(lay_out(sheet)))
    assert (found["Grain"], found["Fodder"]) == ((0, 1, 1, share), (0, share + 1, 1, share))
    assert found["Mill 1"][0] == 2


def test_wrapped_heads_in_a_drawn_grid_stay_one_row(lay_out: LayOut, rows: Rows) -> None:
    heads = "[Mill], [Wages paid in the year], [Staff], [Value added at prices of old], [Rest]"
    body = ", ".join(f"[Mill {n}], [1,{n}04], [3{n}0], [98{n}], [4{n}]" for n in range(1, 5))
    wide = "columns: (60pt, 70pt, 50pt, 70pt, 50pt), align: center"
    table = rows(one_table(lay_out(f"#set text(8pt)\n#table({wide}, {heads}, {body})")))
    assert table[0][1:4] == ["Wages paid in the year", "Staff", "Value added at prices of old"]
    assert table[1][0] == "Mill 1"


def test_a_column_before_repeated_names_is_under_no_head(lay_out: LayOut) -> None:
    pair = "table.cell(colspan: 2)"
    heads = f"[Mill], [], {pair}[Men], {pair}[Women], [], [All], [Young], [Old], [Young], [Old]"
    body = ", ".join(f"[Mill {n}], [{n}02], [51], [3{n}], [53], [7{n}]" for n in range(1, 6))
    found = spans_of(
        one_table(lay_out(AIRY.replace("8pt", "3pt") + f"#table(columns: 6, {heads}, {body})"))
    )
    assert (found["Men"][1:], found["Women"][1:]) == ((2, 1, 2), (4, 1, 2))


def test_numbers_beside_the_middle_of_the_first_label_are_one_row_with_it(
    lay_out: LayOut, rows: Rows
) -> None:
    middle = "#set table(stroke: none, inset: (x: 4pt, y: 5pt), align: (x, y) => horizon +"
    middle += " if x == 0 { left } else { right })\n"
    body = (
        "[Fish landed\\ in port], [1,204], [310], [Eggs], [988], [41], [Milk\\ and cream], [7], [8]"
    )
    table = rows(
        one_table(lay_out(middle + f"#table(columns: 3, [Goods], [Cars], [Carts], {body})"))
    )
    assert table[1:] == [
        ["Fish landed in port", "1,204", "310"],
        ["Eggs", "988", "41"],
        ["Milk and cream", "7", "8"],
    ]


def test_rows_labelled_by_a_number_in_brackets_are_no_heads(lay_out_tagged: LayOut) -> None:
    body = "[(1)], [2], [3], [4], [(2)], [3], [4], [5], [(3)], [10], [12], [14]"
    table = one_table(lay_out_tagged(f"#table(columns: 4, {body})")).table
    assert table is not None
    assert not [c for c in table.cells if c.header == "column"]


def test_short_heads_in_the_middle_of_their_cells_part_no_level(
    lay_out: LayOut, rows: Rows
) -> None:
    sheet = """#set table(align: (x, _) => if x > 0 { right + horizon } else { left + horizon })
    #table(columns: (120pt, 60pt, 60pt, 70pt), [*Sector*], [*People in need*], [*People reached*],
    [*Funded (%)*], [Shelter], [620], [410], [31], [Health], [980], [700], [27])"""
    assert rows(one_table(lay_out(sheet)))[0] == [
        *("Sector", "People in need", "People reached", "Funded (%)"),
    ]


def test_years_again_under_heads_with_a_label_beside_are_a_level(
    lay_out: LayOut, rows: Rows
) -> None:
    sheet = """#table(columns: (1fr, 1fr, 1fr, 1fr, 1fr), stroke: none, inset: 3pt,
    align: (x, _) => if x > 0 { right } else { left },
    [Level], table.cell(colspan: 2, align: center)[Pupils],
    table.cell(colspan: 2, align: center)[Teachers], [], [2030], [2031], [2030], [2031],
    [Nursery], [410], [412], [72], [75], [Primary], [920], [905], [91], [94])"""
    table = rows(one_table(lay_out(sheet)))
    assert table[1] == ["", "2030", "2031", "2030", "2031"]
    assert [text for text in table[0] if text] == ["Level", "Pupils", "Teachers"]


@pytest.mark.parametrize("first", [2, 3, 4])
def test_two_heads_span_the_columns_that_they_stand_in_the_middle_of(
    lay_out: LayOut, first: int
) -> None:
    names = ", ".join(f"[*{name}*]" for name in ("Men", "Women", "Boys", "Girls", "Old", "All"))
    numbers = ", ".join(
        f"[{name}], [120], [97], [45], [51], [38], [351]" for name in ("Lorn", "Tamm", "Vell")
    )
    sheet = f"""#set page(width: 800pt)
    #table(columns: (80pt, 1fr, 1fr, 1fr, 1fr, 1fr, 1fr), stroke: none, inset: 3pt,
    align: (x, _) => if x > 0 {{ right }} else {{ left }},
    [*Town*], table.cell(colspan: {first}, align: center)[*In work*],
    table.cell(colspan: {6 - first}, align: center)[*Out of work*], [], {names}, {numbers})"""
    table = one_table(lay_out(sheet)).table
    assert table is not None
    spans = {c.content.text: (c.col, c.col_span) for c in table.cells if c.row == 0}
    assert (spans["In work"], spans["Out of work"]) == ((1, first), (1 + first, 6 - first))
