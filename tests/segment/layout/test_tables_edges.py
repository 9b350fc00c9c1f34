"""What stands right above or below a table, and is no row of it."""

from collections.abc import Callable

import pytest

from extractor.segment.draft import Draft, Drafts

LayOut = Callable[[str], Drafts]
Rows = Callable[[Draft], list[list[str]]]

HEAD = "[*Mill*], [*Sacks*], [*Carts*]"
BODY = "[Ostrel], [1,204], [31], [Kavenne], [988], [27], [Miradell], [412], [16]"
ROWS = [
    ["Mill", "Sacks", "Carts"],
    ["Ostrel", "1,204", "31"],
    ["Kavenne", "988", "27"],
    ["Miradell", "412", "16"],
]
SHADED = "fill: (x, y) => if calc.even(y) { luma(215) }, stroke: none,"
BOOK = "stroke: none, table.hline(),"
UNDER = "stroke: (x, y) => (bottom: 0.5pt),"
RULED = "stroke: 0.5pt,"
WIDE = "columns: (1fr, 80pt, 80pt),"
PROSE = (
    "The mills of the valley ground more grain than in any year since the flood, and most of it"
    " was sold in the towns on the coast before the roads were closed by snow."
)


def tables(drafts: Drafts) -> list[Draft]:
    return [block for block in drafts.blocks if block.type == "table"]


def texts(drafts: Drafts) -> list[str]:
    return [block.content.text for block in drafts.blocks if block.type != "table"]


@pytest.mark.parametrize("look", [SHADED, BOOK + "table.hline(y: 1),", UNDER])
def test_a_numbered_heading_is_no_row_of_the_table_under_it(
    look: str, lay_out: LayOut, rows: Rows
) -> None:
    heading = '#line(length: 100%)\n#text(size: 13pt, weight: "bold")[2.1 #h(9pt) Grain milled]\n\n'
    drafts = lay_out(f"{heading}#table({WIDE} {look} {HEAD}, {BODY})\n\n{PROSE}")
    (table,) = tables(drafts)
    assert rows(table) == ROWS
    assert "2.1 Grain milled" in texts(drafts)


def test_notes_below_a_table_are_no_heads_of_the_next(lay_out: LayOut, rows: Rows) -> None:
    first = f"#table({WIDE} {RULED} {HEAD}, {BODY})"
    notes = "#text(size: 8pt)[#super[a] Sold to towns.]\n\n#text(size: 8pt)[#super[b] Hired.]"
    second = f"#table({WIDE} stroke: none, {HEAD}, {BODY})"
    _, table = tables(lay_out(f"{first}\n{notes}\n{second}"))
    assert rows(table) == ROWS


def test_text_between_two_tables_of_one_width_parts_them(lay_out: LayOut, rows: Rows) -> None:
    one = f"#table({WIDE} {UNDER} {HEAD}, {BODY})"
    between = f"{PROSE}\n\n{PROSE}"
    first, second = tables(lay_out(f"{one}\n{between}\n{one}"))
    assert rows(first) == ROWS == rows(second)


def test_a_caption_and_a_unit_between_rules_are_no_rows(lay_out: LayOut, rows: Rows) -> None:
    one = f"#table({WIDE} {UNDER} {HEAD}, {BODY})"
    drafts = lay_out(
        f"{one}\nTable 1: Grain by mill\n\n#line(length: 100%)\n(per cent)\n\n"
        f"#table({WIDE} {SHADED} {HEAD}, {BODY})"
    )
    first, second = tables(drafts)
    assert rows(first) == ROWS == rows(second)
    assert {"Table 1: Grain by mill", "(per cent)"} <= set(texts(drafts))


def test_a_table_goes_on_after_the_notes_at_the_foot_of_its_page(
    lay_out: LayOut, rows: Rows
) -> None:
    head = "table.header([*Mill*], [*Sacks*#footnote[Of fifty pounds.]], [*Carts*])"
    body = ", ".join(f"[Mill {n}], [{1000 + n}], [{n}]" for n in range(10, 60))
    (table,) = tables(lay_out(f"= Mills\n{PROSE}\n#table({WIDE} stroke: none, {head}, {body})"))
    assert len(rows(table)) == 51


CALLED = (
    "#table(stroke: none, columns: (1fr, 60pt, 60pt), [District], [2031], [2032],"
    " [Lorn], [120], [130], [Oresh], [210#super[\\*]], [250], [Tamm], [80], [95], {})"
)
UNDER_IT = "#text(8pt)[#super[\\*] Counted in May. \\ Source: the warden.]"


@pytest.mark.parametrize(
    ("row", "head", "expected"),
    [
        pytest.param(
            "[Kell], [31], [42], [Sund], [50], [61], [Vard], [70], [82]",
            UNDER_IT,
            ["table", "Counted in May.", "Source: the warden.", "Paid in June."],
            id="under its last rows",
        ),
        pytest.param(
            "",
            UNDER_IT,
            ["table", "Counted in May.", "Source: the warden.", "Paid in June."],
            id="alone on the next page",
        ),
        pytest.param(
            "",
            "The mills were closed.\n\n" + UNDER_IT,
            ["table", "Paid in June."],
            id="below another text",
        ),
    ],
)
def test_the_notes_of_a_table_on_the_next_page_stand_before_the_footnotes_of_its_own(
    row: str, head: str, expected: list[str], lay_out: LayOut
) -> None:
    rest = REST.format(row) if row else ""
    first = f"{PROSE}#footnote[Paid in June.]\n\n{CALLED.format('')}"
    drafts = lay_out(f"{first}\n#pagebreak()\n{rest}\n{head}\n\n{PROSE}")
    read = ["table" if d.table else d.content.text for d in drafts.blocks]
    at = read.index("table")
    assert read[at : at + len(expected)] == expected


LISTED = (("Elm", "Oak", "Ash"), ("Fir", "Yew", "Bay"), ("Fig", "Box", "Ivy"))
BAND = "#block(width: 100%, fill: blue, inset: 5pt, text(size: 14pt)[Grain milled])"
CARD = (
    "#table(columns: (110pt, 1fr), stroke: 0.5pt,"
    " table.cell(rowspan: 2)[NAME], [To be served: 40], [Budget: 1.4 million],"
    " table.cell(colspan: 2)[Aim: the mill runs the whole winter through])"
)


@pytest.mark.parametrize("between", ["Two mills are ground by water.", "=== Mills by water"])
def test_what_stands_between_a_headings_band_and_a_table_is_no_row(
    between: str, lay_out: LayOut, rows: Rows
) -> None:
    sentence = "The mills are run by the towns, each of which pays its miller."
    table = f"#table({WIDE} {SHADED} {HEAD}, {BODY})"
    drafts = lay_out(f"{BAND}\n{between}\n\n{sentence}\n\n{table}\n\n{PROSE}")
    (found,) = tables(drafts)
    assert rows(found) == ROWS
    assert any(sentence in text for text in texts(drafts))


def test_two_cards_right_below_each_other_are_two_tables(lay_out: LayOut, rows: Rows) -> None:
    cards = "#v(-3pt)".join(CARD.replace("NAME", name) for name in ("Ostrel", "Kavenne"))
    found = [rows(table)[0] for table in tables(lay_out(f"{PROSE}\n{cards}"))]
    assert found == [["Ostrel", "To be served: 40"], ["Kavenne", "To be served: 40"]]


def test_columns_of_bullets_are_lists(lay_out: LayOut) -> None:
    lists = ", ".join(f"[- {a}\n - {b}\n - {c}]" for a, b, c in LISTED)
    assert tables(lay_out(f"#grid(columns: (1fr, 1fr, 1fr), {lists})")) == []


def test_columns_of_text_under_headings_are_no_table(lay_out: LayOut) -> None:
    def card(head: str, text: str) -> str:
        return f"*{head}* \\\n{text}\n\n"

    mills = "The mills of Ostrel ground 410 sacks for the towns on the coast and the lake."
    roads = "Snow closed the roads to Kavenne from May until the first week of June."
    boats = "Nine boats went down the river, and 31 carts took the rest to the market."
    left = card("Mills", mills) + card("Boats", boats)
    right = card("Roads", roads) + card("Carts", mills)
    sheet = f"#grid(columns: (1fr, 1fr), column-gutter: 14pt, [{left}], [{right}])\n\n{PROSE}"
    drafts = lay_out(sheet)
    assert tables(drafts) == []
    assert [t for t in texts(drafts) if len(t) < 8] == ["Mills", "Boats", "Roads", "Carts"]


GRANTS = (
    "#set table(stroke: none, inset: 4pt, align: (x, _) => if x > 0 {{ right }} else {{ left }})\n"
    "#table(columns: (1fr, 60pt, 60pt), [District], [2031], [2032], [Lorn], [120], [130],"
    " [Oresh], [210], [250], [Tamm], [80], [95])\n#pagebreak()\n{}\n\nThe rest is paid in May."
)
REST = "#table(columns: (1fr, 60pt, 60pt), {})"


@pytest.mark.parametrize(
    "rest",
    [
        pytest.param(REST.format("[Total], [410], [475]"), id="a total"),
        pytest.param(
            REST.format("[District], [2031], [2032], [Total], [410], [475]"), id="under its heads"
        ),
    ],
)
def test_a_row_alone_on_the_next_page_ends_its_table(
    lay_out: LayOut, rows: Rows, rest: str
) -> None:
    drafts = lay_out(GRANTS.format(rest))
    (table,) = (block for block in drafts.blocks if block.type == "table")
    assert rows(table)[-2:] == [["Tamm", "80", "95"], ["Total", "410", "475"]]
    assert table.table is not None
    assert table.table.continued_pages == [2]


@pytest.mark.parametrize(
    "rest",
    [
        pytest.param("#h(30pt)Total #h(40pt) 410 #h(40pt) 475", id="elsewhere"),
        pytest.param("Paid in 2032 #h(1fr) in May", id="no numbers"),
        pytest.param("#text(14pt)[Wells #h(1fr) 410]", id="in larger type"),
    ],
)
def test_other_lines_at_the_head_of_the_next_page_end_no_table(
    lay_out: LayOut, rows: Rows, rest: str
) -> None:
    drafts = lay_out(GRANTS.format(rest))
    (table,) = (block for block in drafts.blocks if block.type == "table")
    assert rows(table)[-1] == ["Tamm", "80", "95"]


def test_counted_rows_have_no_head_above_them(lay_out: LayOut) -> None:
    sheet = "[({})], [Repair of the bridge], [Ministry of Works]"
    cells = ", ".join(sheet.format(at) for at in (1, 2, 3))
    drafts = lay_out(f"#table(columns: (30pt, 1fr, 1fr), {cells})")
    (table,) = (block.table for block in drafts.blocks if block.table is not None)
    assert {cell.header for cell in table.cells} == {None}


def test_a_unit_over_the_labels_is_not_said_again_on_the_next_page(
    lay_out: LayOut, rows: Rows
) -> None:
    part = (
        "#table(columns: (1fr, 60pt, 60pt), stroke: 0.5pt, [{}], table.cell(colspan: 2)[2031],"
        " [District], [Planned], [Paid], {})"
    )
    first = part.format("(thousand euro)", "[Lorn], [120], [130], [Oresh], [210], [250]")
    rest = part.format("", "[Tamm], [80], [95], [Ostrel], [64], [71]")
    (table,) = tables(lay_out(f"{PROSE}\n{first}\n#pagebreak()\n{rest}"))
    assert [row[0] for row in rows(table)][2:] == ["Lorn", "Oresh", "Tamm", "Ostrel"]


def test_two_texts_over_the_unit_of_a_table_are_no_heads_of_it(lay_out: LayOut, rows: Rows) -> None:
    two = f"#grid(columns: (1fr, 2fr), column-gutter: 14pt, [{PROSE}], [{PROSE} {PROSE} {PROSE}])"
    unit = "#block(above: 5pt, below: 3pt)[_(USD million)_]"
    table = f"#block(above: 3pt)[#table({WIDE} {SHADED} {HEAD}, {BODY})]"
    (found,) = tables(lay_out(f"{two}\n{unit}\n{table}"))
    assert rows(found) == ROWS


def test_the_end_of_a_cell_over_a_row_without_numbers_announces_no_table(
    lay_out: LayOut, rows: Rows
) -> None:
    said = "The carts of the upper valley wait at the ferry until the river falls."
    names = ("Elm", "Oak", "Ash", "Yew", "Fir", "Bay", "Fig", "Box")
    cells = [f"[{name}], [{at}], [By hand]" for at, name in enumerate(names, 12)]
    cells[3:5] = [f"[Yew], [15], [{said}]", f"[Fir], [], [{said}]"]
    look = "columns: (90pt, 60pt, 120pt), stroke: none, inset: 3pt"
    table = f"#table({look}, [*Farm*], [*Hens*], [*Remarks*], {', '.join(cells)})"
    (found,) = tables(lay_out(table))
    assert [row[0] for row in rows(found)] == ["Farm", *names]
