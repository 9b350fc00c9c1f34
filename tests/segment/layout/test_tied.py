"""Captions and their tables, whatever columns stand around them."""

from collections.abc import Callable

import pytest

from extractor.segment.captions import recognise
from extractor.segment.draft import Drafts

LayOut = Callable[[str], Drafts]

PROSE = (
    "In the lower valley the roads held, but the mills stand still, because the canal that fed"
    " them has filled with gravel; three companies have offered to dig it out before the autumn."
)
LATER = (
    "What remains is the work of many hands over several years, and it will be done in the order"
    " that the villages themselves have chosen in their meetings of last winter."
)
WELLS = "Table 1: Wells by village"
MILLS = "Table 2: Mills by village"


def grid(width: str, value: int) -> str:
    return (
        f"#table(columns: ({width}, {width}), [Village], [Number],"
        f" [Ostrel], [{value}], [Lorn], [{value + 7}], [Brenna], [{value + 9}])"
    )


def kinds(drafts: Drafts) -> list[str]:
    return [block.type if block.type == "table" else block.content.text for block in drafts.blocks]


def test_a_caption_over_a_wide_table_below_columns_is_read_with_it(lay_out: LayOut) -> None:
    columns = f"#grid(columns: (1fr, 1fr), gutter: 20pt)[{PROSE}][{LATER}]"
    drafts = lay_out(f"{columns}\n#v(-4pt)\n{WELLS}\n#v(-6pt)\n{grid('170pt', 12)}")
    assert kinds(drafts) == [PROSE, LATER, WELLS, "table"]


@pytest.mark.parametrize("above", [True, False])
def test_captions_of_tables_side_by_side_are_each_read_with_theirs(
    lay_out: LayOut, *, above: bool
) -> None:
    cells = [
        f"[{caption}\n\n{table}]" if above else f"[{table}\n\n{caption}]"
        for caption, table in ((WELLS, grid("70pt", 12)), (MILLS, grid("70pt", 31)))
    ]
    drafts = lay_out(f"#grid(columns: (1fr, 1fr), gutter: 30pt){''.join(cells)}")
    wanted = [[WELLS, "table"], [MILLS, "table"]]
    assert kinds(drafts) == [text for pair in wanted for text in (pair if above else pair[::-1])]


def test_no_caption_goes_on_on_the_next_page(lay_out: LayOut) -> None:
    first = ("Table 1: Wells that were dug by the", "villages of Ostrel since the great flood")
    second = "Table 2: Mills of the same villages by year"
    above = f"{grid('170pt', 12)}\n\n{first[0]}#linebreak(){first[1]}"
    drafts = lay_out(f"{above}\n#pagebreak()\n{second}\n#v(60pt)\n{LATER}")
    assert kinds(drafts) == ["table", " ".join(first), second, LATER]


PICTURE = (
    "#image(bytes(range(240).map(i => calc.rem(i * 37, 256))), width: 100%, height: 90pt,"
    ' format: (encoding: "rgb8", width: 10, height: 8))'
)
SEEN = "The ferry waits below the mill"


def captions(drafts: Drafts) -> list[str]:
    recognise(drafts.blocks)
    return [block.content.text for block in drafts.blocks if block.type == "caption"]


@pytest.mark.parametrize("look", ["size: 8pt", 'size: 8pt, style: "italic"'])
def test_small_type_at_a_pictures_side_is_its_caption(lay_out: LayOut, look: str) -> None:
    beside = "#grid(columns: (2fr, 1fr), column-gutter: 10pt, align: bottom)"
    drafts = lay_out(f"{PROSE}\n\n{beside}[{PICTURE}][#text({look})[{SEEN}]]\n\n{LATER}")
    assert captions(drafts) == [SEEN]


@pytest.mark.parametrize(
    ("text", "found"),
    [(SEEN, [SEEN]), ("The ferry", []), ("Source: The warden’s book of ferries", [])],
)
def test_small_type_below_a_picture_is_its_caption(
    lay_out: LayOut, text: str, found: list[str]
) -> None:
    drafts = lay_out(f"{PROSE}\n\n{PICTURE}\n#text(8pt)[{text}]\n\n{LATER}")
    assert captions(drafts) == found


def test_text_of_the_bodys_size_below_a_picture_is_no_caption(lay_out: LayOut) -> None:
    assert captions(lay_out(f"{PROSE}\n\n{PICTURE}\n\n{SEEN}.\n\n{LATER}")) == []


def test_a_caption_between_tables_of_one_width_is_in_neither(lay_out: LayOut) -> None:
    shaded = "stroke: none, fill: (x, y) => if calc.even(y) { luma(215) }"
    lined = "stroke: none, table.hline(), table.hline(y: 1), table.hline(y: 4)"
    rows = "[*Village*], [*Number*], [Ostrel], [12], [Lorn], [30], [Brenna], [41]"
    above = f"#table(columns: (1fr, 60pt), {shaded}, {rows})"
    below = f"#table(columns: (1fr, 60pt), {lined}, {rows})"
    unit = '#text(9pt, style: "italic")[(number of households)]'
    drafts = lay_out(f"{WELLS}\n#v(-8pt)\n{above}\n{MILLS}#linebreak(){unit}\n#v(-8pt)\n{below}")
    assert kinds(drafts) == [WELLS, "table", MILLS, "(number of households)", "table"]


def shown(drafts: Drafts) -> list[tuple[str, str]]:
    """Return the captions with the first value of the tables that they stand at."""
    return [
        (block.content.text, block.table_at.table.cells[3].content.text)
        for block in drafts.blocks
        if block.table_at is not None and block.table_at.table is not None
    ]


@pytest.mark.parametrize("above", [True, False])
@pytest.mark.parametrize("white", [6, 14])
def test_each_caption_in_a_row_of_tables_stands_at_one(
    lay_out: LayOut, white: int, *, above: bool
) -> None:
    pieces = [WELLS, grid("170pt", 12), MILLS, grid("170pt", 31)]
    pieces = pieces if above else [pieces[1], WELLS, pieces[3], MILLS]
    whites = (4, white, 4)
    blocks = "\n".join(
        f"#v({space}pt, weak: true)\n{piece}"
        for space, piece in zip((0, *whites), pieces, strict=True)
    )
    drafts = lay_out(f"#set par(spacing: 0pt)\n{blocks}")
    assert shown(drafts) == [(WELLS, "12"), (MILLS, "31")]


def test_a_caption_below_stands_at_its_table_beside_others(lay_out: LayOut) -> None:
    cells = [
        f"[{grid('70pt', value)}\n\n{caption}]" for caption, value in ((WELLS, 12), (MILLS, 31))
    ]
    drafts = lay_out(f"#grid(columns: (1fr, 1fr), gutter: 30pt){''.join(cells)}")
    assert shown(drafts) == [(WELLS, "12"), (MILLS, "31")]


def test_a_line_of_units_stands_between_a_caption_and_its_table(lay_out: LayOut) -> None:
    unit = '#text(style: "italic")[Hundreds of sacks]'
    drafts = lay_out(f"{WELLS}\\ {unit}\n{grid('170pt', 12)}\n{LATER}")
    assert kinds(drafts) == [WELLS, "Hundreds of sacks", "table", LATER]
    assert shown(drafts) == [(WELLS, "12")]
