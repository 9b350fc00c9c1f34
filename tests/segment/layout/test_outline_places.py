"""Headings in the body's size that their place, their colour or small capitals set apart."""

from collections.abc import Callable

import pytest

from extractor.segment.draft import Drafts

LayOut = Callable[[str], Drafts]

BODY = (
    "The upper valley lost most of its bridges in the flood, and the carts that once took grain"
    " to the market of Ostrel now wait for the ferry, which runs twice a day when the river is"
    " low and not at all when it is high."
)
JUSTIFIED = "#set par(justify: true, spacing: 12pt)\n"


def headings(drafts: Drafts) -> list[str]:
    return [block.content.text for block in drafts.blocks if block.type == "heading"]


def _texts_under(*lines: str) -> str:
    return JUSTIFIED + "\n\n".join(f"{BODY}\n\n{line}" for line in lines) + f"\n\n{BODY}"


def test_lines_in_the_middle_over_texts_are_headings(lay_out: LayOut) -> None:
    sheet = _texts_under("#align(center)[After the flood]", "#align(center)[What is left]")
    assert headings(lay_out(sheet)) == ["After the flood", "What is left"]


def test_lines_in_the_middle_over_texts_in_the_middle_are_no_headings(lay_out: LayOut) -> None:
    sheet = _texts_under("After the flood", "What is left")
    assert not headings(lay_out(f"#set align(center)\n{sheet}"))


def test_one_line_in_the_middle_is_no_heading(lay_out: LayOut) -> None:
    assert not headings(lay_out(_texts_under("#align(center)[Wheat and barley]")))


def test_a_sentence_in_the_middle_is_no_heading(lay_out: LayOut) -> None:
    sheet = _texts_under("#align(center)[Wheat is dear.]", "#align(center)[Salt is too.]")
    assert not headings(lay_out(sheet))


def test_coloured_lines_midway_between_texts_are_headings(lay_out: LayOut) -> None:
    sheet = _texts_under(
        "#text(rgb(180, 40, 0))[After the flood]", "#text(rgb(180, 40, 0))[What is left]"
    )
    assert headings(lay_out(sheet)) == ["After the flood", "What is left"]


def test_lines_midway_between_texts_in_the_colour_of_the_text_are_no_headings(
    lay_out: LayOut,
) -> None:
    assert not headings(lay_out(_texts_under("After the flood", "What is left")))


def _small_capitals(initial: str, rest: str) -> str:
    return f"#align(center)[{initial}#text(8pt)[{rest}]]"


def test_one_word_in_small_capitals_is_a_heading_as_others_are(lay_out: LayOut) -> None:
    sheet = _texts_under(_small_capitals("R", "OADS"), _small_capitals("W", "ELLS"))
    drafts = lay_out(sheet)
    assert headings(drafts) == ["ROADS", "WELLS"]
    levels = {block.level for block in drafts.blocks if block.type == "heading"}
    assert levels == {1}


COLOURED = "#text(rgb(180, 40, 0))[{}]"
CENTRED = "#align(center)[{}]"


@pytest.mark.parametrize("setting", [COLOURED, CENTRED])
@pytest.mark.parametrize(
    "lines",
    [
        ("Amina Sor, farmer in Mora", "Oren Malk, Minister of Mills"),
        ("300,000 people reached in 2031", "40 bridges rebuilt"),
        ("People reached 300,000", "Money spent \\$4 million"),
    ],
)
def test_speakers_and_figures_midway_between_texts_are_no_headings(
    setting: str, lines: tuple[str, str], lay_out: LayOut
) -> None:
    assert not headings(lay_out(_texts_under(*(setting.format(line) for line in lines))))


@pytest.mark.parametrize("lines", [("The mills in 2031", "Phase 2 of the works")])
def test_titles_with_a_year_or_the_number_of_a_part_are_headings(
    lines: tuple[str, str], lay_out: LayOut
) -> None:
    drafts = lay_out(_texts_under(*(COLOURED.format(line) for line in lines)))
    assert headings(drafts) == list(lines)


def test_names_under_quotations_are_no_headings(lay_out: LayOut) -> None:
    quoted = "\n\n".join(
        f"“{BODY}”\n\n" + COLOURED.format(name) for name in ("Amina Sor", "Oren Malk")
    )
    assert not headings(lay_out(f"{JUSTIFIED}{quoted}\n\n{BODY}"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (BODY.removesuffix(".") + " and this was made between", BODY),
        (BODY.removesuffix(".") + ":", BODY),
        (BODY, "(hereinafter the council), which mends the roads and the bridges. " + BODY),
    ],
)
def test_parties_of_a_contract_are_no_headings(before: str, after: str, lay_out: LayOut) -> None:
    parties = (CENTRED.format("The Government of Rovana"), CENTRED.format("The Mora Bank"))
    sheet = JUSTIFIED + "\n\n".join(f"{before}\n\n{party}\n\n{after}" for party in parties)
    assert not headings(lay_out(sheet))


FIGURES = "#grid(columns: 3, column-gutter: 30pt, {})".format(
    ", ".join(
        f"[#text(20pt)[{value}]\\ #text(8pt)[{name}]]"
        for value, name in (("1,250", "wells"), ("640", "mills"), ("75%", "of fords"))
    )
)


def _over_figures(line: str, figures: str = FIGURES) -> str:
    return JUSTIFIED + "\n\n".join(f"{line.format(n)}\n\n{figures}\n\n{BODY}" for n in ("A", "B"))


def test_coloured_lines_over_key_figures_are_headings(lay_out: LayOut) -> None:
    sheet = _over_figures("#text(rgb(180, 40, 0))[Valley {}]")
    assert headings(lay_out(sheet)) == ["Valley A", "Valley B"]


@pytest.mark.parametrize(
    ("line", "figures"),
    [
        pytest.param("Valley {}", FIGURES, id="in the colour of the text"),
        pytest.param(
            "#text(rgb(180, 40, 0))[Valley {}]",
            "#text(20pt)[12]\\ #text(8pt)[wells of the valley]",
            id="over one figure",
        ),
    ],
)
def test_other_lines_over_key_figures_are_no_headings(
    lay_out: LayOut, line: str, figures: str
) -> None:
    assert headings(lay_out(_over_figures(line, figures))) == []
