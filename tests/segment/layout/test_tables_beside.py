"""Tables side by side, and beside a text: their rows have nothing to do with each other."""

from collections.abc import Callable

import pytest

from extractor.segment.draft import Draft, Drafts

LayOut = Callable[[str], Drafts]
Rows = Callable[[Draft], list[list[str]]]

MILLS = "[*Mill*], [*Sacks*], [Ostrel], [1,204], [Kavenne], [988], [Miradell], [412]"
BOATS = (
    "[*Boat*], [*Crew*], [Heron of the upper lake], [7], [Swift], [5], [Otter], [9], [Teal], [4]"
)
MILL_ROWS = [["Mill", "Sacks"], ["Ostrel", "1,204"], ["Kavenne", "988"], ["Miradell", "412"]]
BOAT_ROWS = [
    ["Boat", "Crew"],
    ["Heron of the upper lake", "7"],
    ["Swift", "5"],
    ["Otter", "9"],
    ["Teal", "4"],
]
WOODS = ("Elm", "Oak", "Ash", "Yew", "Fir", "Larch", "Alder", "Willow")
BOOK = "stroke: none, table.hline(), table.hline(y: 1), table.hline(y: 4),"
SHADED = "stroke: none, fill: (x, y) => if calc.even(y) { luma(215) },"
RULED = "stroke: 0.5pt,"
BARE = "stroke: none,"
WIDE = "columns: (1fr, 50pt),"


def tables(drafts: Drafts) -> list[Draft]:
    return [block for block in drafts.blocks if block.type == "table"]


def beside(left: str, right: str) -> str:
    return f"#grid(columns: (1fr, 1fr), column-gutter: 20pt, [{left}], [{right}])"


@pytest.mark.parametrize("look", [BOOK, SHADED, RULED])
def test_a_table_without_lines_stands_beside_one_with_them(
    look: str, lay_out: LayOut, rows: Rows
) -> None:
    mills = f"Table 1: Mills\\ #table({WIDE} {look} {MILLS})"
    boats = f"Table 2: Boats\\ #table({WIDE} {BARE} inset: 6.5pt, {BOATS})"
    found = sorted(map(rows, tables(lay_out(beside(mills, boats)))))
    assert found == [BOAT_ROWS, MILL_ROWS]


def test_two_tables_that_nothing_frames_keep_their_own_rows(lay_out: LayOut, rows: Rows) -> None:
    huts = [f"[Hut of {wood}], [{n}]" for n, wood in enumerate(WOODS)]
    for at, side in ((6, "west"), (3, "south"), (0, "north")):
        huts.insert(at, f"[*Huts of the {side}*], []")
    mills = [f"[{wood} mill], [{n}]" for n, wood in enumerate(WOODS, 41)]
    left, right = (
        f"#table({WIDE} {BARE} inset: {inset}pt, [*{name}*], [*Held*], {', '.join(cells)})"
        for name, inset, cells in (("Hut", 5, huts), ("Mill", 3, mills))
    )
    found = [rows(table) for table in tables(lay_out(beside(left, right)))]
    assert [(len(table), len(table[0])) for table in found] == [(12, 2), (9, 2)]


@pytest.mark.parametrize("shift", ["0pt", "1.2pt"])
def test_cells_a_little_apart_are_of_one_table(shift: str, lay_out: LayOut, rows: Rows) -> None:
    cells = ", ".join(
        f"[{w}], [{n}], move(dy: {shift})[{w} wood], move(dy: {shift})[{n + 7}]"
        for n, w in enumerate(WOODS, 11)
    )
    heads = "[*Hut*], [*Beds*], [*Tree*], [*Age*]"
    sheet = f"#table(columns: (80pt, 50pt, 90pt, 50pt), {BARE} {heads}, {cells})"
    (table,) = tables(lay_out(sheet))
    assert rows(table)[1] == ["Elm", "11", "Elm wood", "18"]


def test_two_tables_with_lines_of_their_own_on_the_same_rows(lay_out: LayOut, rows: Rows) -> None:
    two = "[*Hut*], [*Beds*], [Elm], [12], [Oak], [31], [Ash], [45]"
    sheet = beside(f"#table({WIDE} {BOOK} {MILLS})", f"#table({WIDE} {BOOK} {two})")
    found = [rows(table) for table in tables(lay_out(sheet))]
    assert found == [MILL_ROWS, [["Hut", "Beds"], ["Elm", "12"], ["Oak", "31"], ["Ash", "45"]]]


def test_lines_over_the_numbers_alone_part_no_table_from_its_labels(
    lay_out: LayOut, rows: Rows
) -> None:
    lined = ", ".join(f"table.hline(y: {y}, start: 1)" for y in (0, 1, 2, 3, 4))
    cells = (
        "[], [Hay], [Oats], [Mill at Ostrel], [120], [310], [Mill at Kavenne], [98], [270],"
        " [Mill at Miradell], [41], [160]"
    )
    (table,) = tables(lay_out(f"#table(columns: (1fr, 60pt, 60pt), {BARE} {lined}, {cells})"))
    assert [row[0] for row in rows(table)] == [
        "",
        "Mill at Ostrel",
        "Mill at Kavenne",
        "Mill at Miradell",
    ]


def test_a_closed_box_holds_the_whole_of_its_table(lay_out: LayOut, rows: Rows) -> None:
    box = f"#block(stroke: 0.5pt, inset: 0pt)[#table({WIDE} {BARE} table.hline(y: 1), {MILLS})]"
    boats = f"#table({WIDE} {BARE} {BOATS.replace(' of the upper lake', '')})"
    found = [[row[0] for row in rows(table)] for table in tables(lay_out(beside(box, boats)))]
    assert sorted(found) == [
        ["Boat", "Heron", "Swift", "Otter", "Teal"],
        ["Mill", "Ostrel", "Kavenne", "Miradell"],
    ]


BAR = "stroke: none, fill: (x, y) => if y == 0 { luma(215) }, align: (center, left),"
HUTS = "[*Hut*], [*Beds*], [Elm], [12], [Oak], [31], [Ash], [45]"


def test_two_bars_over_the_same_rows_head_two_tables(lay_out: LayOut, rows: Rows) -> None:
    sheet = beside(f"#table({WIDE} {BAR} {MILLS})", f"#table({WIDE} {BAR} {HUTS})")
    found = [rows(table) for table in tables(lay_out(sheet))]
    assert found == [MILL_ROWS, [["Hut", "Beds"], ["Elm", "12"], ["Oak", "31"], ["Ash", "45"]]]


def test_text_beside_a_coloured_box_with_a_list_is_no_table(lay_out: LayOut) -> None:
    text = " ".join(
        f"The council met {n} times at the mill and had the wells of the valley dug by hand."
        for n in ("two", "four", "nine", "ten")
    )
    goals = "*Our goals* \\ 1 #h(6pt) Reach forty farms with water. \\ 2 #h(6pt) Open 2 mills. \\"
    box = f"#block(fill: luma(225), inset: 8pt)[#set par(leading: 9pt)\n{goals} 3 #h(6pt) Rest.]"
    assert tables(lay_out(beside(text, box))) == []


def test_two_tables_beside_each_other_part_none_over_them(lay_out: LayOut, rows: Rows) -> None:
    wide = "columns: (1fr, 40pt), stroke: none, table.hline(), table.hline(y: 4),"
    left, right = f"#table({WIDE} {RULED} {HUTS})", f"#table({WIDE} {RULED} {BOATS})"
    sheet = f"#table({wide} {MILLS})\n{beside(left + 'Table 1: Huts by beds', right)}"
    found = [rows(table) for table in tables(lay_out(sheet))]
    assert found[0] == MILL_ROWS
    assert len(found) == 3


def test_two_columns_of_larger_text_below_a_table_are_no_row(lay_out: LayOut, rows: Rows) -> None:
    wide = "columns: (1fr, 60pt), inset: (x: 5pt, y: 3pt),"
    stripes = "stroke: none, fill: (x, y) => if y == 0 or calc.odd(y) { luma(215) },"
    table = f"#block(below: 4pt, text(7.5pt)[#table({wide} {stripes} {MILLS})])"
    below = "#grid(columns: (1fr, 1fr), [*Wells and mills*], [All were dug by hand.])"
    (found,) = tables(lay_out(f"{table}\n{below}\n#v(40pt)\nThe council met at the mill."))
    assert rows(found) == MILL_ROWS


def test_captions_on_one_line_head_tables_of_their_own(lay_out: LayOut, rows: Rows) -> None:
    left = f"*Table 1. Mills of the upper valley, by sacks ground*\n\n#table({BARE}{WIDE}{MILLS})"
    right = f"*Table 2. Boats of the lower lake, by their crew*\n\n#table({BARE}{WIDE}{BOATS})"
    drafts = lay_out(beside(left, right))
    assert [rows(table) for table in tables(drafts)] == [MILL_ROWS, BOAT_ROWS]
    texts = [block.content.text for block in drafts.blocks if block.type != "table"]
    assert texts == [
        "Table 1. Mills of the upper valley, by sacks ground",
        "Table 2. Boats of the lower lake, by their crew",
    ]


def test_a_row_that_goes_on_with_another_tables_is_parted_at_its_rules(
    lay_out: LayOut, rows: Rows
) -> None:
    lined = "stroke: none, table.hline(), table.hline(y: 1), table.hline(y: 4), table.hline(y: 5),"
    ruled = f"columns: (1fr, 45pt, 45pt), align: (left, right, right), {lined}"
    heads = "[], [*2031*], [*2032*],"
    left = f"{heads} [Rye], [17.2], [17.9], [Oats], [2.1], [2.0], [Hay], [1.4], [1.1],"
    right = f"{heads} [Elm], [8.8], [8.6], [Oak], [2.2], [2.5], [Ash], [5.1], [4.4],"
    total = "[*All*], [*20.7*], [*21.0*]"
    parts = f"#table({ruled} {left} {total})", f"#table({ruled} {right} {total})"
    sheet = f"#grid(columns: (1fr, 1fr), column-gutter: 14pt, [{parts[0]}], [{parts[1]}])"
    found = [rows(table) for table in tables(lay_out(f"#set text(8pt)\n{sheet}"))]
    assert [[row[0] for row in table] for table in found] == [
        ["", "Rye", "Oats", "Hay", "All"],
        ["", "Elm", "Oak", "Ash", "All"],
    ]
    assert found[1][1] == ["Elm", "8.8", "8.6"]


FARMS = (
    "[*Farm*], [*Hens*], [*Ducks*], [*Geese*], [Elm], [12], [31], [45],"
    " [Oak], [14], [38], [41], [Ash], [11], [36], [40]"
)
FARM_ROWS = [
    ["Farm", "Hens", "Ducks", "Geese"],
    ["Elm", "12", "31", "45"],
    ["Oak", "14", "38", "41"],
    ["Ash", "11", "36", "40"],
]
QUARTERS = "columns: (25%, 25%, 25%, 25%),"


def test_a_table_below_two_others_runs_over_the_white_between_them(
    lay_out: LayOut, rows: Rows
) -> None:
    two = beside(f"Table 1. Huts\\ #table({WIDE} {RULED} {HUTS})", f"#table({WIDE} {BOOK} {MILLS})")
    below = f"#table({QUARTERS} {BARE} {FARMS})"
    found = [rows(table) for table in tables(lay_out(f"{two}\nTable 3. Farms\n{below}"))]
    assert found[-1] == FARM_ROWS
    assert len(found) == 3


def test_a_table_between_columns_of_text_runs_over_them(lay_out: LayOut, rows: Rows) -> None:
    text = " ".join(
        f"The council met {n} times at the mill and had the wells of the valley dug by hand."
        for n in ("two", "four", "nine", "ten")
    )
    table = f"#table({QUARTERS} {BARE} {FARMS})"
    sheet = f"{beside(text, text)}\nTable 1. Farms\n{table}\nNote: by hand.\n\n{beside(text, text)}"
    (found,) = tables(lay_out(sheet))
    assert rows(found) == FARM_ROWS


def test_a_table_in_one_of_two_columns_stays_there(lay_out: LayOut, rows: Rows) -> None:
    text = " ".join(
        f"The council met {n} times at the mill and had the wells of the valley dug by hand."
        for n in ("two", "four", "nine", "ten", "six")
    )
    table = f"#table({WIDE} {BARE} {MILLS})"
    (found,) = tables(lay_out(beside(f"{text} {text}", f"{text}\n{table}\n{text}")))
    assert rows(found) == MILL_ROWS


@pytest.mark.parametrize(
    ("below", "first"),
    [
        pytest.param(f"#table({QUARTERS} {BARE} {FARMS}, [Yew], [9], [3], [4])", "Farm", id="one"),
        pytest.param(
            beside(f"#table({WIDE} {BARE} {MILLS})", f"#table({WIDE} {BARE} {HUTS})"),
            "Mill",
            id="two",
        ),
    ],
)
def test_a_table_without_a_caption_after_white_runs_over_the_gutter_of_two_others(
    below: str, first: str, lay_out: LayOut, rows: Rows
) -> None:
    huts = f"Table 1. Huts\\ #table({WIDE} {RULED} {HUTS})"
    mills = f"Table 2. Mills\\ #table({WIDE} {BOOK} {MILLS})"
    found = [rows(t) for t in tables(lay_out(f"{beside(huts, mills)}#v(4pt)\n{below}"))]
    (last,) = [table for table in found[2:] if table[0][0] == first]
    assert len(last[0]) == (4 if first == "Farm" else 2)
