"""Tables that few lines or none draw, and what only looks like one."""

from collections.abc import Callable

import pytest

from extractor.segment.draft import Draft, Drafts

LayOut = Callable[[str], Drafts]
Rows = Callable[[Draft], list[list[str]]]

HEAD = "[*Task*], [*Who*], [*Where*]"
TASKS = (
    "[Repair of the wells in the upper valley before the rains],"
    " [Water board], [Ostrel], [Training of masons], [Guild], [Miradell],"
    " [Planting of trees along the river and the roads], [Schools], [Lornhaven]"
)
TASK_ROWS = [
    ["Task", "Who", "Where"],
    ["Repair of the wells in the upper valley before the rains", "Water board", "Ostrel"],
    ["Training of masons", "Guild", "Miradell"],
    ["Planting of trees along the river and the roads", "Schools", "Lornhaven"],
]


def tables(drafts: Drafts) -> list[Draft]:
    return [block for block in drafts.blocks if block.type == "table"]


def spans(table: Draft) -> dict[str, tuple[int, int, int, int]]:
    """Return of each text its row, column and spans."""
    assert table.table is not None
    cells = table.table.cells
    return {c.content.text: (c.row, c.col, c.row_span, c.col_span) for c in cells if c.content.text}


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("", "", ""), id="no lines"),
        pytest.param(("table.hline(),", "table.hline(),", "table.hline(),"), id="three lines"),
        pytest.param(("", "table.hline(),", ""), id="a line under the head"),
    ],
)
def test_texts_in_line_are_a_table(
    lines: tuple[str, str, str], lay_out: LayOut, rows: Rows
) -> None:
    top, under, bottom = lines
    cells = f"{top} {HEAD}, {under} {TASKS}, {bottom}"
    (table,) = tables(
        lay_out(f"#table(columns: (140pt, 80pt, 100pt), stroke: none, {cells})\n\nThe end.")
    )
    assert rows(table) == TASK_ROWS


def test_check_marks_and_dashes_are_values(lay_out: LayOut, rows: Rows) -> None:
    cells = "[Task], [Ostrel], [Kavenne], [Dig], [✓], [–], [Build], [–], [12], [Plant], [✓], [7]"
    sheet = f"#table(columns: (90pt, 30pt, 30pt), stroke: none, align: right, inset: 3pt, {cells})"
    (table,) = tables(lay_out(sheet))
    assert rows(table)[1:] == [["Dig", "✓", "–"], ["Build", "–", "12"], ["Plant", "✓", "7"]]


def test_a_line_over_some_columns_parts_no_others(lay_out: LayOut) -> None:
    sheet = (
        "#table(columns: (120pt, 80pt, 100pt), stroke: none, [*Outcome*], [*Who*], [*What*],"
        " table.hline(), table.cell(rowspan: 2)[Families have water in every house of the valley],"
        " [Water board], [New wells], table.hline(start: 1), [Guild], [New pipes], table.hline(),"
        " table.cell(rowspan: 2)[Children go to school through the winter], [Council],"
        " [New stoves], table.hline(start: 1), [Parents], [Warm meals], table.hline())"
    )
    (table,) = tables(lay_out(sheet))
    found = spans(table)
    assert found["Families have water in every house of the valley"] == (1, 0, 2, 1)
    assert found["Children go to school through the winter"] == (3, 0, 2, 1)
    assert found["Warm meals"] == (4, 2, 1, 1)


def test_heads_span_the_heads_below_them(lay_out: LayOut) -> None:
    sheet = (
        "#table(columns: (80pt, 60pt, 60pt, 60pt, 60pt), stroke: none,"
        " align: (x, _) => if x == 0 { left } else { center },"
        " [], table.cell(colspan: 2)[2031], table.cell(colspan: 2)[2032],"
        " [District], [Wells], [Mills], [Wells], [Mills],"
        " [Ostrel], [12], [3], [14], [4], [Kavenne], [7], [2], [9], [2],"
        " [Miradell], [8], [1], [8], [3])"
    )
    (table,) = tables(lay_out(sheet))
    found = spans(table)
    assert found["2031"] == (0, 1, 1, 2)
    assert found["2032"] == (0, 3, 1, 2)


def test_a_coloured_head_takes_its_rows_along(lay_out: LayOut, rows: Rows) -> None:
    fill = "fill: (_, y) => if y == 0 { luma(200) } else if calc.odd(y) { luma(235) }"
    cells = "[Item], [2031], [2032], [Roads], [75], [60], [Mills], [4], [5], [Wells], [9], [7]"
    (table,) = tables(lay_out(f"#table(columns: 3, stroke: none, {fill}, {cells})"))
    assert rows(table)[0] == ["Item", "2031", "2032"]
    assert rows(table)[-1] == ["Wells", "9", "7"]


def test_cells_of_colour_tell_the_columns_of_every_row(lay_out: LayOut, rows: Rows) -> None:
    stripes = "fill: (x, y) => if y < 2 or calc.odd(y) { luma(215) }, stroke: none,"
    aligned = "align: (x, y) => if y < 2 { center } else if x < 2 { left } else { right },"
    wide = "columns: (50pt, 1fr, 70pt, 70pt, 70pt),"
    tall, two = "table.cell(rowspan: 2)", "table.cell(colspan: 2)"
    heads = f"{tall}[Code], {tall}[Grain], {tall}[2030], {two}[2031], [Voted], [Spent]"
    body = "[1], [Oats], [812], [840], [851], [2], [Rye], [156], [190], [171], [], [Sum], [9], [1]"
    (table,) = tables(lay_out(f"#table({wide} {stripes} {aligned} {heads}, {body}, [2])"))
    assert rows(table) == [
        ["Code", "Grain", "2030", "2031", ""],
        ["", "", "", "Voted", "Spent"],
        ["1", "Oats", "812", "840", "851"],
        ["2", "Rye", "156", "190", "171"],
        ["", "Sum", "9", "1", "2"],
    ]
    assert spans(table)["2031"] == (0, 3, 1, 2)


def test_heads_in_the_white_before_their_numbers_have_a_column_each(
    lay_out: LayOut, rows: Rows
) -> None:
    lines = "stroke: none, table.hline(), table.hline(y: 1), table.hline(y: 4),"
    aligned = "align: (x, y) => if y > 0 and x > 0 { right } else { left },"
    cells = "[Mill], [Pay], [Rise], [Elm], [612], [1.2], [Oak], [588], [-0.4], [Ash], [604], [2.8]"
    (table,) = tables(lay_out(f"#table(columns: (80pt, 70pt, 110pt), {aligned} {lines} {cells})"))
    assert rows(table)[0] == ["Mill", "Pay", "Rise"]


def test_heads_between_two_columns_span_both(lay_out: LayOut) -> None:
    rules = "stroke: (x, y) => if y < 2 { (top: 0.5pt, bottom: 0.5pt) } else if y == 5 {"
    rules += " (bottom: 0.5pt) },"
    aligned = "align: (x, y) => if y == 0 { center } else if x > 0 { right } else { left },"
    wide = "columns: (60pt, 40pt, 55pt, 40pt, 55pt, 40pt, 55pt), inset: (x: 3pt, y: 3pt),"
    pair = "table.cell(colspan: 2)"
    heads = f"[], {pair}[Hay], {pair}[Wheat], {pair}[Rye], [Mill], {'[Level], [Rate (%)], ' * 3}"
    body = ", ".join(
        f"[Mill {n}], [{n}02], [5{n}.1], [3{n}8], [53.{n}], [7{n}0], [8{n}.4]" for n in range(1, 5)
    )
    (table,) = tables(lay_out(f"#set text(8pt)\n#table({wide} {rules} {aligned} {heads} {body})"))
    assert table.table is not None
    assert table.table.n_cols == 7
    found = spans(table)
    assert [found[name] for name in ("Hay", "Wheat", "Rye")] == [
        (0, 1, 1, 2),
        (0, 3, 1, 2),
        (0, 5, 1, 2),
    ]


def test_a_coloured_year_leaves_labels_their_numbers(lay_out: LayOut, rows: Rows) -> None:
    cells = "[Income], [1,250], [980], [Fees], [310], [290], [Rents], [75], [60]"
    sheet = (
        "#table(columns: (1fr, 60pt, 60pt), stroke: none, align: (left, right, right),"
        " fill: (x, _) => if x == 1 { luma(220) }, "
        f"{cells})"
    )
    (table,) = tables(lay_out(sheet))
    assert rows(table)[0] == ["Income", "1,250", "980"]


def test_long_texts_beside_numbers_part_no_table(lay_out: LayOut) -> None:
    long = (
        "The council met in spring and agreed to mend the road before the first snow of the year."
    )
    cells = ", ".join(f"[District {n}], [{n * 37}], [{long}]" for n in range(1, 6))
    sheet = f"#table(columns: (90pt, 40pt, 110pt), stroke: none, [Where], [No.], [Why], {cells})"
    (table,) = tables(lay_out(sheet))
    assert table.table is not None
    assert (table.table.n_rows, table.table.n_cols) == (6, 3)


def test_a_part_goes_on_under_its_title_said_again(lay_out: LayOut) -> None:
    def part(first: int) -> str:
        body = ", ".join(f"[Place {n}], [{n * 7}], [{n * 131}]" for n in range(first, first + 6))
        return f"#table(columns: (1fr, 1fr, 1fr), [Place], [Wells], [Families], {body})"

    sheet = f"Table 1: Wells\n\n{part(1)}\n#pagebreak()\nTable 1: Wells (continued)\n\n{part(7)}"
    (table,) = tables(lay_out(sheet))
    assert table.table is not None
    assert table.table.n_rows == 13
    assert table.table.continued_pages == [2]


def test_a_part_with_heads_of_its_own_is_another_table(lay_out: LayOut) -> None:
    def part(heads: str) -> str:
        body = ", ".join(f"[Place {n}], [{n * 7}], [{n * 131}]" for n in range(1, 6))
        return f"#table(columns: (1fr, 1fr, 1fr), {heads}, {body})"

    sheet = f"{part('[Place], [Wells], [Mills]')}\n#pagebreak()\n{part('[Town], [Cows], [Sheep]')}"
    assert len(tables(lay_out(sheet))) == 2


def test_a_table_read_from_the_right_begins_there(lay_out: LayOut) -> None:
    cells = (
        "[البند], [العدد], [القيمة], [آبار], [12], [1,250], [مدارس], [7], [980], [طرق], [3], [75]"
    )
    sheet = f'#set text(dir: rtl, lang: "ar")\n#table(columns: (1fr, 1fr, 1fr), {cells})'
    (table,) = tables(lay_out(sheet))
    assert table.table is not None
    numbers = {c.content.text: c.col for c in table.table.cells}
    assert (numbers["12"], numbers["1,250"]) == (1, 2)


@pytest.mark.parametrize(
    "sheet",
    [
        pytest.param(
            "\n".join(
                f"#grid(columns: (80pt, {width}pt, 60pt), gutter: 4pt, align: horizon, [{name}],"
                f" rect(width: {width}pt, height: 8pt, fill: blue), [{share}%])"
                for name, width, share in (
                    ("Water", 90, 45),
                    ("Health", 140, 70),
                    ("Shelter", 60, 30),
                    ("Food", 30, 15),
                )
            ),
            id="bars",
        ),
        pytest.param(
            "#columns(2)[" + "The council met again and the wells were dug by hand. " * 24 + "]",
            id="two columns of text",
        ),
        pytest.param(
            "#set par(justify: true)\n" + "The council dug wells, mills and roads. " * 12,
            id="justified text",
        ),
    ],
)
def test_what_stands_in_line_and_is_no_table(sheet: str, lay_out: LayOut) -> None:
    assert tables(lay_out(sheet)) == []


def test_lines_between_groups_part_no_rows(lay_out: LayOut, rows: Rows) -> None:
    lined = "table.hline(y: 2), table.hline(y: 8), table.hline(y: 10),"
    under = "table.hline(y: 1, start: 1, end: 3), table.hline(y: 1, start: 4, end: 6),"
    body = [
        ["Rye eaten (log)", "0.108∗∗∗", "0.069∗∗", "0.031", "0.034"],
        ["", "(0.024)", "(0.027)", "(0.025)", "(0.026)"],
        ["Tools", "0.142∗∗∗", "0.051", "0.077∗", "0.060"],
        ["", "(0.038)", "(0.037)", "(0.041)", "(0.040)"],
        ["Land sown", "0.06", "0.21∗∗∗", "0.09∗", "0.12∗∗"],
        ["", "(0.05)", "(0.06)", "(0.05)", "(0.05)"],
        ["Villages", "32", "32", "32", "32"],
        ["Farms", "1,902", "1,911", "1,860", "1,874"],
    ]
    told = [["", "Cash", "Seeds", "Cash", "Seeds"], *body]
    cells = ", ".join(f"[{a}], [{b}], [{c}], [], [{d}], [{e}], []" for a, b, c, d, e in told)
    head = "table.cell(colspan: 2, align: center)[Within {}]"
    over = f"[], {head.format('half a year')}, [], {head.format('two years')}, [],"
    table = (
        "#set text(8pt)\n#table(columns: (90pt, 45pt, 45pt, 8pt, 45pt, 45pt, 8pt), inset: 2pt,"
        " stroke: none, align: (left, right, right, right, right, right, right), table.hline(),"
        f" {under} {lined} {over} {cells})"
    )
    (found,) = [block for block in lay_out(table).blocks if block.type == "table"]
    assert rows(found)[1] == ["", "Cash", "Seeds", "Cash", "Seeds"]
    assert rows(found)[2:] == body


def test_terms_head_numbers_and_are_numbers_below_each_other(lay_out: LayOut) -> None:
    loans = "[Issue][1 year][5 years][10 years][Lorn][1.2][1.3][1.5][Ost][2.2][2.4][2.5]"
    lives = "[Land][10 - 50 years][Mills][20 - 60 years][Carts][5 - 12 years]"
    for cells, columns, heads in ((loans, 4, 4), (lives, 2, 0)):
        drafts = lay_out(f"#table(columns: {columns}, stroke: none, column-gutter: 30pt){cells}")
        (table,) = [block.table for block in drafts.blocks if block.table is not None]
        assert sum(cell.header == "column" for cell in table.cells) == heads
