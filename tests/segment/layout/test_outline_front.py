"""The front of a document, and single lines that are headings for how or where they are set."""

from collections.abc import Callable

import pytest

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


@pytest.mark.parametrize(
    "day", ["April 2031", "14 de abril de 2031", "April 14, 2031", "Апрель 2031"]
)
@pytest.mark.parametrize("place", ["left", "center"])
def test_the_day_of_issue_is_a_line_of_its_own(day: str, place: str, lay_out: LayOut) -> None:
    cover = (
        f"#align({place})[{BIG}[Roads and ferries]\n\n#text(9pt)[Ministry of Works\\ {day}]]\n\n"
    )
    drafts = lay_out(f"{cover}#v(30pt)\n{BODY}\n\n{BODY}")
    assert texts(drafts, "paragraph")[:2] == ["Ministry of Works", day]
    assert "Ministry of Works" not in texts(drafts, "heading")


@pytest.mark.parametrize(
    "lines",
    [
        "Report of the Council for\\ April 2031",
        "Ferries of the Upper Lorn,\\ April 2031",
        "Ministry of Works\\ Room 12",
        "Ministry of Works\\ 12 Mill Street",
    ],
)
def test_lines_of_the_front_that_end_in_no_day_of_issue_stay_together(
    lines: str, lay_out: LayOut
) -> None:
    drafts = lay_out(
        f"{BIG}[Roads and ferries]\n\n#text(9pt)[{lines}]\n\n#v(30pt)\n{BODY}\n\n{BODY}"
    )
    whole = lines.replace("\\ ", " ")
    assert whole in [block.content.text for block in drafts.blocks]


def test_a_title_may_end_in_a_month(lay_out: LayOut) -> None:
    drafts = lay_out(f"{BIG}[Report of the Ministry of Works\\ April 2031]\n\n{BODY}\n\n{BODY}")
    assert drafts.blocks[0].content.text == "Report of the Ministry of Works April 2031"
