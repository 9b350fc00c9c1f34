"""Headings in the body's size that their place, their colour or small capitals set apart."""

from collections.abc import Callable

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
