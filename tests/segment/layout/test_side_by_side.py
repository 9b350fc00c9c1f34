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


@pytest.mark.parametrize("text", [PROSE, PROSE[:60] + "."])
def test_labels_at_the_side_of_texts_are_read_before_each(text: str, lay_out: LayOut) -> None:
    years = "".join(f"[*{year}*][{text}]" for year in (2029, 2030, 2031))
    sheet = f"#grid(columns: (50pt, 1fr), column-gutter: 16pt, row-gutter: 10pt){years}"
    assert order(lay_out(sheet)) == ["2029", text, "2030", text, "2031", text]


def test_signatures_side_by_side_are_read_one_after_the_other(lay_out: LayOut) -> None:
    people = side_by_side(
        "Ada Fenn \\ Director \\ Port Orland", "Ben Sorel \\ Treasurer \\ Lower Sund"
    )
    read = " ".join(order(lay_out(f"{PROSE}\n\n{people}\n\n{PROSE}"))[1:-1])
    assert read == "Ada Fenn Director Port Orland Ben Sorel Treasurer Lower Sund"


def test_a_paragraph_that_runs_on_below_a_box_is_one(lay_out: LayOut) -> None:
    words = PROSE.split()
    beside = "#text(10pt)[" + " \\ ".join(" ".join(words[n : n + 5]) for n in range(0, 30, 5)) + "]"
    frame = "rect(width: 150pt, inset: 6pt, fill: luma(230))"
    box = f"#place(top + right, {frame}[A sack of grain.\n\nIt is heavy.])"
    sheet = f"{box}#set par(spacing: 0.65em)\n{beside} \\ {' '.join(words[30:])} {PROSE}"
    assert order(lay_out(sheet)) == [f"{PROSE} {PROSE}", "A sack of grain.", "It is heavy."]
