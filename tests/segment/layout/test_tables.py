"""Tables: ruled, half ruled, without rules; and what is none."""

from collections.abc import Callable

import pytest

from extractor.segment.draft import Draft, Drafts

LayOut = Callable[[str], Drafts]
Rows = Callable[[Draft], list[list[str]]]

CELLS = (
    "[District], [Wells], [Families], [Ostrel], [1,250], [43,000], [Kavenne], [318], [9,875],"
    " [Miradell], [–], [12,400], [Total], [1,568], [65,275]"
)
TRUTH = [
    ["District", "Wells", "Families"],
    ["Ostrel", "1,250", "43,000"],
    ["Kavenne", "318", "9,875"],
    ["Miradell", "–", "12,400"],
    ["Total", "1,568", "65,275"],
]


def tables(drafts: Drafts) -> list[Draft]:
    return [block for block in drafts.blocks if block.type == "table"]


@pytest.mark.parametrize(
    "look",
    [
        pytest.param("", id="ruled"),
        pytest.param("stroke: none", id="no rules"),
        pytest.param("stroke: (x: none, y: 0.5pt)", id="rows ruled"),
        pytest.param("stroke: (x: 0.5pt, y: none)", id="columns ruled"),
        pytest.param("stroke: none, fill: (_, y) => if calc.odd(y) { luma(220) }", id="striped"),
        pytest.param("align: (left, right, right), stroke: none", id="numbers to the right"),
    ],
)
def test_one_table_in_many_looks(look: str, lay_out: LayOut, rows: Rows) -> None:
    before = "The wells of each district, and the families that they serve, stand below."
    drafts = lay_out(
        f"{before}\n\n#table(columns: (1fr, 1fr, 1fr), {look or 'stroke: 0.5pt'}, {CELLS})\n\nEnd."
    )
    (table,) = tables(drafts)
    assert rows(table) == TRUTH
    assert [b.content.text for b in drafts.blocks if b.type != "table"] == [before, "End."]


def test_headers_are_told_from_the_body(lay_out: LayOut) -> None:
    (table,) = tables(lay_out(f"#table(columns: 3, {CELLS})"))
    assert table.table is not None
    kinds = {(c.row, c.col): c.header for c in table.table.cells}
    assert [kinds[0, c] for c in range(3)] == ["column"] * 3
    assert [kinds[1, c] for c in range(3)] == ["row", None, None]


def test_spanning_cells_stand_once(lay_out: LayOut) -> None:
    sheet = (
        "#table(columns: 3, table.cell(rowspan: 2)[District], table.cell(colspan: 2)[Wells],"
        " [2031], [2032], [Ostrel], [12], [15], [Kavenne], [7], [9])"
    )
    (table,) = tables(lay_out(sheet))
    assert table.table is not None
    spans = {c.content.text: (c.row_span, c.col_span) for c in table.table.cells}
    assert (table.table.n_rows, table.table.n_cols) == (4, 3)
    assert (spans["District"], spans["Wells"], spans["Ostrel"]) == ((2, 1), (1, 2), (1, 1))


def test_blank_cells_stay_blank(lay_out: LayOut, rows: Rows) -> None:
    (table,) = tables(
        lay_out("#table(columns: 3, [Task], [North], [South], [Dig], [x], [], [Build], [], [x])")
    )
    assert rows(table) == [["Task", "North", "South"], ["Dig", "x", ""], ["Build", "", "x"]]


def test_a_wrapped_label_is_one_cell(lay_out: LayOut, rows: Rows) -> None:
    sheet = (
        "#table(columns: (90pt, 60pt, 60pt), stroke: none, align: (left, right, right),"
        " [Item], [2031], [2032], [Repair of the houses in the valley], [1,200], [950],"
        " [Schools], [400], [380], [Roads], [75], [60])"
    )
    (table,) = tables(lay_out(sheet))
    assert ["Repair of the houses in the valley", "1,200", "950"] in rows(table)


def test_a_table_over_two_pages_is_one(lay_out: LayOut) -> None:
    body = ", ".join(f"[District {n}], [{n * 7}], [{n * 131}]" for n in range(1, 31))
    header = "table.header([District], [Wells], [Families])"
    sheet = f"#set page(height: 400pt)\n#table(columns: (1fr, 1fr, 1fr), {header}, {body})"
    (table,) = tables(lay_out(sheet))
    assert table.table is not None
    assert table.table.n_rows == 31
    assert table.table.continued_pages == [2]
    assert {cell.page for cell in table.table.cells} == {1, 2}


def test_two_tables_beside_each_other_stay_two(lay_out: LayOut) -> None:
    one = f"#table(columns: 3, {CELLS})"
    assert len(tables(lay_out(f"#grid(columns: 2, gutter: 30pt)[{one}][{one}]"))) == 2


def test_a_title_in_the_frame_is_a_block_of_its_own(lay_out: LayOut, rows: Rows) -> None:
    title = "table.cell(colspan: 3)[Table 4: Wells by district]"
    sheet = f"#table(columns: (1fr, 1fr, 1fr), {title}, {CELLS})"
    drafts = lay_out(sheet)
    (table,) = tables(drafts)
    assert rows(table) == TRUTH
    assert "Table 4: Wells by district" in [b.content.text for b in drafts.blocks]


@pytest.mark.parametrize(
    "sheet",
    [
        pytest.param(
            "+ Dig 12 wells\n+ Build 7 schools\n+ Train 40 masons\n+ Plant 900 trees", id="list"
        ),
        pytest.param(
            "#grid(columns: (1fr, 1fr, 1fr), row-gutter: 4pt, text(24pt)[281], text(24pt)[64],"
            " text(24pt)[9,400], [wells], [schools], [families])",
            id="key figures",
        ),
        pytest.param("#rect(inset: 8pt)[One well serves 40 families.\n\nTwo serve 80.]", id="box"),
        pytest.param(
            "Roads #h(1fr) 3\n\nWells #h(1fr) 12\n\nMills #h(1fr) 14\n\nSchools #h(1fr) 20",
            id="contents without dots",
        ),
    ],
)
def test_what_is_no_table(sheet: str, lay_out: LayOut) -> None:
    assert tables(lay_out(f"{sheet}\n\nThe council of the district met again in the spring.")) == []


def test_a_title_over_the_heads_in_one_drawn_row_is_a_block_of_its_own(
    lay_out: LayOut, rows: Rows
) -> None:
    head = "[*Table 4: Wells by district* \\ Own wells \\ District], align(bottom)[Wells]"
    sheet = f"#table(columns: (1fr, 1fr), {head}, [North], [12], [South], [30], [West], [7])"
    drafts = lay_out(sheet)
    (table,) = tables(drafts)
    assert rows(table)[0] == ["District", "Wells"]
    assert "Table 4: Wells by district Own wells" in " ".join(b.content.text for b in drafts.blocks)
