"""Headings, lists, footnotes, key figures and links."""

from collections.abc import Callable

import pytest

from extractor.segment.draft import Draft, Drafts
from extractor.segment.layout.raised import is_mark

LayOut = Callable[[str], Drafts]

BODY = (
    "The ferry runs twice a day when the river is low, and the carts that bring grain to the market"
    " wait on both banks until it comes; nobody has counted them since the flood of last spring."
)


def of(drafts: Drafts, kind: str) -> list[Draft]:
    return [block for block in drafts.blocks if block.type == kind]


def test_headings_by_size_and_weight(lay_out: LayOut) -> None:
    big, small = "#text(16pt, weight: 700)", "#text(10pt, weight: 700)"
    sheet = f"{big}[1. Roads]\n\n{BODY}\n\n{small}[Ferries]\n\n{BODY}\n\n{big}[2. Wells]\n\n{BODY}"
    found = [
        (h.level, h.content.text) for h in of(lay_out(f"{BODY}\n\n{BODY}\n\n{sheet}"), "heading")
    ]
    assert [text for _, text in found if text != "1. Roads"] == ["Ferries", "2. Wells"]
    levels = {text: level or 0 for level, text in found}
    assert levels["Ferries"] > levels["2. Wells"]


def test_the_largest_heading_of_the_first_page_is_the_title(lay_out: LayOut) -> None:
    sheet = f"#text(24pt, weight: 700)[The Ferry Plan]\n\n#text(30pt)[Contents]\n\n{BODY}\n\n{BODY}"
    assert [d.content.text for d in of(lay_out(sheet), "title")] == ["The Ferry Plan"]


def test_bold_words_in_a_paragraph_make_no_heading(lay_out: LayOut) -> None:
    drafts = lay_out(f"*Ferries.* {BODY}\n\n{BODY}")
    assert of(drafts, "heading") == []
    start, end = of(drafts, "paragraph")[0].bold[0]
    assert of(drafts, "paragraph")[0].content.text[start:end] == "Ferries."


def test_list_items_of_two_levels(lay_out: LayOut) -> None:
    drafts = lay_out(f"- Roads and bridges\n  - of stone\n  - of wood\n- Wells\n\n{BODY}")
    assert [(d.level, d.content.text) for d in of(drafts, "list_item")] == [
        (1, "Roads and bridges"),
        (2, "of stone"),
        (2, "of wood"),
        (1, "Wells"),
    ]


def test_numbers_of_items_are_bullets(lay_out: LayOut) -> None:
    items = of(lay_out(f"+ Dig the wells\n+ Build the mills\n\n{BODY}"), "list_item")
    assert [(d.content.text, d.bullet_digits) for d in items] == [
        ("Dig the wells", True),
        ("Build the mills", True),
    ]


def test_footnotes_and_their_marks(lay_out: LayOut) -> None:
    sheet = f"Some 1,250 families#footnote[River Council, _Ferry Count_ (2031).] wait. {BODY}"
    drafts = lay_out(sheet)
    (note,) = of(drafts, "footnote")
    assert (note.label, note.content.text) == ("1", "River Council, Ferry Count (2031).")
    (text,) = of(drafts, "paragraph")
    assert text.content.text.startswith("Some 1,250 families wait.")
    assert [(text.content.text[: mark.at], mark.label) for mark in text.marks] == [
        ("Some 1,250 families", "1")
    ]


def test_a_note_over_two_lines_is_one(lay_out: LayOut) -> None:
    notes = f"Grain#footnote[{BODY}] and salt#footnote[Salt is free.] are sold here."
    found = of(lay_out(f"{notes} {BODY}"), "footnote")
    assert [(n.label, n.content.text) for n in found] == [("1", BODY), ("2", "Salt is free.")]


def test_a_mark_in_a_table(lay_out: LayOut) -> None:
    sheet = (
        f"{BODY}\n\n#table(columns: 2, [District], [Wells#footnote[Dug by hand.]],"
        " [Ostrel], [12], [Kavenne], [9])"
    )
    drafts = lay_out(sheet)
    (table,) = of(drafts, "table")
    assert table.table is not None
    marked = [(c.content.text, m.label) for c in table.table.cells for m in c.marks]
    assert marked == [("Wells", "1")]


@pytest.mark.parametrize(
    ("text", "before", "expected"),
    [
        pytest.param("3", "refugees", True, id="number"),
        pytest.param("1,2", "said", True, id="two numbers"),
        pytest.param("*", "Total", True, id="asterisk"),
        pytest.param("2", "km", False, id="square"),
        pytest.param("3", "m", False, id="cube"),
        pytest.param("th", "7", False, id="ordinal"),
        pytest.param("er", "1", False, id="French ordinal"),
    ],
)
def test_which_raised_text_is_a_mark(text: str, before: str, expected: bool) -> None:  # noqa: FBT001
    assert is_mark(text, before) is expected


def test_key_figures_come_value_first(lay_out: LayOut) -> None:
    box = "#box(width: 150pt)[#text(24pt)[{}]\\ {}\\ #text(8pt)[As of May 2031]]"
    boxes = box.format("1.2 million", "people in need") + " #h(1fr) " + box.format("64%", "funded")
    found = of(lay_out(f"{boxes}\n\n{BODY}\n\n{BODY}"), "key_figure")
    assert [d.content.text for d in found] == [
        "1.2 million",
        "people in need",
        "As of May 2031",
        "64%",
        "funded",
        "As of May 2031",
    ]


def test_links_lie_over_their_words(lay_out: LayOut) -> None:
    sheet = f'The #link("https://norvia.example/count")[ferry count] is public. {BODY}'
    (text,) = of(lay_out(sheet), "paragraph")
    (link,) = text.links
    assert text.content.text[link.start : link.end] == "ferry count"
    assert link.url == "https://norvia.example/count"


def test_a_label_in_a_line_of_its_own_goes_with_its_caption(lay_out: LayOut) -> None:
    drafts = lay_out(f"{BODY}\n\n#align(center)[*Figure 2*\n\n*The ferry at low water*]\n\n{BODY}")
    assert "Figure 2 The ferry at low water" in [d.content.text for d in of(drafts, "paragraph")]
