"""Short things side by side, panels of figures, and text beside something else."""

from collections.abc import Callable

import pytest

from extractor.segment.draft import Drafts

LayOut = Callable[[str], Drafts]

PROSE = (
    "The upper valley lost most of its bridges in the spring flood, and the carts that once took"
    " grain to the market of Ostrel now wait for the ferry, which runs twice a day when the river"
    " is low and not at all when it is high."
)
PICTURE = (
    "#image(bytes(range(288).map(i => calc.rem(i * 37, 256))), width: 160pt, height: 60pt,"
    ' format: (encoding: "rgb8", width: 16, height: 6))'
)


def order(drafts: Drafts) -> list[str]:
    return [block.content.text for block in drafts.blocks if block.content.text]


def side_by_side(*cells: str, columns: int = 2, gutter: int = 12, below: int = 6) -> str:
    inside = "".join(f"[{cell}]" for cell in cells)
    white = f"column-gutter: {gutter}pt, row-gutter: {below}pt"
    return f"#grid(columns: (1fr,) * {columns}, {white}){inside}\n\n"


def figure(value: str, label: str) -> str:
    return f"#text(20pt, weight: 700)[{value}]\\ #text(8pt, weight: 700)[{label}]"


@pytest.mark.parametrize("gutter", [10, 14, 24])
def test_each_of_two_pictures_keeps_the_lines_under_it(gutter: int, lay_out: LayOut) -> None:
    first = "A ferry crosses the river below the broken bridge of Ostrel in May"
    second = "Carts wait on the bank until the water falls and the ferry can land"
    sheet = side_by_side(PICTURE, PICTURE, first, second, gutter=gutter)
    assert order(lay_out(f"{PROSE}\n\n{sheet}{PROSE}")) == [PROSE, first, second, PROSE]


def test_headings_side_by_side_are_two(lay_out: LayOut) -> None:
    sheet = side_by_side("*The upper valley*", "*The lower valley*")
    assert order(lay_out(f"{PROSE}\n\n{sheet}{PROSE}")) == [
        PROSE,
        "The upper valley",
        "The lower valley",
        PROSE,
    ]


@pytest.mark.parametrize("line", ["Annex 2 #h(40pt) Wells and mills", "Carried over #h(40pt) 340"])
def test_a_label_or_a_number_far_off_stays_in_its_line(line: str, lay_out: LayOut) -> None:
    text = line.replace("#h(40pt) ", "")
    assert order(lay_out(f"{PROSE}\n\n{line}\n\n{PROSE}")) == [PROSE, text, PROSE]


def test_figures_of_unlike_heights_are_read_from_left_to_right(lay_out: LayOut) -> None:
    long = figure("340", "families that live in the sheds of the old brickworks by the river")
    sheet = side_by_side(long, figure("12", "ferries"), figure("85%", "paid"), columns=3)
    values = [text for text in order(lay_out(f"{PROSE}\n\n{sheet}{PROSE}")) if text[0].isdigit()]
    assert values == ["340", "12", "85%"]


def test_what_follows_a_panel_is_read_after_it(lay_out: LayOut) -> None:
    panel = side_by_side(figure("340", "families"), figure("12", "ferries"), figure("85%", "paid"))
    drafts = lay_out(
        f"{PROSE}\n\n{panel.replace('* 2', '* 3')}*What we saw*\n\n- No bridge.\n- No mill."
    )
    assert order(drafts)[-3:] == ["What we saw", "No bridge.", "No mill."]


def test_the_text_of_a_card_stays_with_its_figure(lay_out: LayOut) -> None:
    cards = side_by_side(
        figure("340", "Families"),
        figure("12", "Ferries"),
        "#text(8pt)[Lists were checked in May.]",
        "#text(8pt)[Each one has a crew of four.]",
        figure("61", "Mills"),
        figure("85%", "Paid"),
        "#text(8pt)[The wheels were all renewed.]",
        "#text(8pt)[The rest is due in the autumn.]",
        gutter=20,
        below=9,
    )
    found = order(lay_out(f"{PROSE}\n\n{cards}\n\n{PROSE}"))
    assert found[1:-1] == [
        *("340", "Families", "Lists were checked in May."),
        *("12", "Ferries", "Each one has a crew of four."),
        *("61", "Mills", "The wheels were all renewed."),
        *("85%", "Paid", "The rest is due in the autumn."),
    ]


def test_numbers_of_a_scale_do_not_cut_the_text_beside_it(lay_out: LayOut) -> None:
    scale = "#stack(dir: ttb, spacing: 14pt, ..range(5).map(n => text(6pt)[#(n * 200)]))"
    sheet = f"#grid(columns: (1fr, 40pt), column-gutter: 16pt)[{PROSE}][{scale}]"
    assert PROSE in order(lay_out(sheet))
