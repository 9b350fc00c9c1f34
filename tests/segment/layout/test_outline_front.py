"""The front of a document, and single lines that are headings for how or where they are set."""

from collections.abc import Callable

from extractor.segment.draft import Drafts

LayOut = Callable[[str], Drafts]

BODY = (
    "The ferry runs twice a day when the river is low, and the carts that bring grain to the market"
    " wait on both banks until it comes; nobody has counted them since the flood of last spring."
)
BIG = "#text(16pt, weight: 700)"
TABLE = "#table(columns: 2, [Wells], [12], [Mills], [14])"


def texts(drafts: Drafts, kind: str) -> list[str]:
    return [block.content.text for block in drafts.blocks if block.type == kind]


def test_no_heading_of_the_second_page_is_the_title_where_the_first_has_one_alike(
    lay_out: LayOut,
) -> None:
    sheets = f"{BIG}[Roads]\n\n{TABLE}\n#pagebreak()\n{BIG}[Wells]\n\n{TABLE}\n\n{BODY}"
    drafts = lay_out(sheets)
    assert "Wells" in texts(drafts, "heading")


def test_a_lone_line_in_italics_between_two_texts_is_a_heading(lay_out: LayOut) -> None:
    drafts = lay_out(f"{BIG}[Roads]\n\n{BODY}\n\n#v(8pt)\n_On the mills_\n\n{BODY}")
    assert "On the mills" in texts(drafts, "heading")
