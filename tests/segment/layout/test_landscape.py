"""Pages whose text runs up or down the sheet."""

from collections.abc import Callable

import pytest

from extractor.segment.draft import Draft, Drafts

LayOut = Callable[[str], Drafts]
Rows = Callable[[Draft], list[list[str]]]

RAIN = (
    "#block(width: 460pt)[#table(columns: (110pt,) + 3 * (60pt,), stroke: {stroke},"
    " [Station], [Jan.], [Feb.], [Mar.], [Ostrel], [12.4], [14.1], [9.0],"
    " [Kavenne isles], [10.0], [8.1], [7.7], [Tavora], [20.5], [19.9], [11.0])\n"
    "The stations of the isles were closed in spring.]"
)
READ = [
    ["Station", "Jan.", "Feb.", "Mar."],
    ["Ostrel", "12.4", "14.1", "9.0"],
    ["Kavenne isles", "10.0", "8.1", "7.7"],
    ["Tavora", "20.5", "19.9", "11.0"],
]


@pytest.mark.parametrize("degrees", [-90, 90])
@pytest.mark.parametrize("stroke", ["none", "0.5pt"])
def test_a_page_set_along_the_sheet_is_read_as_others(
    degrees: int, stroke: str, lay_out: LayOut, rows: Rows
) -> None:
    sheet = "#set page(header: [Ilmaria: yearbook], footer: [12])\n"
    sheet += f"#rotate({degrees}deg, reflow: true)[{RAIN.format(stroke=stroke)}]"
    table, text, *_ = lay_out(sheet).blocks
    assert rows(table) == READ
    assert text.content.text == "The stations of the isles were closed in spring."


def turned(text: str) -> str:
    return f"rotate(-90deg, reflow: true)[{text}]"


@pytest.mark.parametrize(
    "sheet",
    [
        # the labels of a chart's axis
        f"#grid(columns: 20, gutter: 3pt, ..range(20).map(i => {turned('Week #i')}))",
        f"#grid(columns: 12, gutter: 9pt, ..range(36).map(i => {turned('12.#i')}))",
        # a label beside a text
        f"#grid(columns: 2, {turned('Rainfall of the isles in spring')}, [One two. Three four.])",
    ],
)
def test_labels_along_the_sheet_turn_no_page(sheet: str, lay_out: LayOut) -> None:
    blocks = lay_out(sheet + "\n\nThe council met in the spring.").blocks
    assert "The council met in the spring." in [block.content.text for block in blocks]
