"""Paragraphs, headings, lists and key figures of a dump."""

from collections.abc import Callable

import pytest

from extractor.segment.draft import Drafts

Blocks = Callable[[str], list[tuple[str, str]]]
Segment = Callable[[str], Drafts]

COLUMN = """\
The wells of the northern district were checked in
spring, and the pumps that had been dam-
aged by the flood were taken away and re-
placed by new ones from the capital.
"""


def test_a_wrapped_paragraph_is_one_block(blocks: Blocks) -> None:
    whole = (
        "The wells of the northern district were checked in spring, and the pumps that had been"
        " damaged by the flood were taken away and replaced by new ones from the capital."
    )
    assert blocks(COLUMN) == [("paragraph", whole)]


def test_double_spacing_does_not_cut_a_paragraph(blocks: Blocks) -> None:
    assert blocks(COLUMN.replace("\n", "\n\n")) == blocks(COLUMN)


@pytest.mark.parametrize(
    ("before", "after", "count"),
    [
        ("Haqqa and the ministers went to the 2031", "World Conference in Ostrel. From 27", 1),
        ("Salt was dear in spring. Barley cost 14", "Millet of the hills, from May on, 12", 1),
        ("Barley of the hills and of the river 14", "Millet of the hills, from May on, 12", 2),
        ("Ages 5 to 17", "Ages 18 to 59", 2),
        ("Ages 18 to 59", "Children under 5", 2),
        ("Enfants de moins de 5", "Adultes de plus de 60", 2),
        ("Govt. Grants for mills 1,250", "Govt. Grants for inns 1,130", 2),
        ("Grants by the Govt. Board for mills 1,250", "Loans for inns of the valley 1,130", 2),
        ("Number of wells in 14", "Rows of tents for 25", 2),
        ("Wells of the 2031", "Wells of the 2032", 2),
    ],
)
def test_lines_that_end_with_numbers_are_rows_unless_a_sentence_goes_on(
    before: str, after: str, count: int, blocks: Blocks
) -> None:
    assert len(blocks(f"{before}\n{after}\n")) == count


def test_printed_lines_are_kept(segment: Segment) -> None:
    draft = segment(COLUMN).blocks[0]
    assert [draft.content.text[at:].split()[0] for at in draft.lines] == [
        "spring,",
        "aged",
        "placed",
    ]


def test_blank_lines_part_paragraphs_of_plain_text(blocks: Blocks) -> None:
    raw = "The first wells were repaired in May.\n\nThe others follow in June, as planned.\n"
    assert [text for _, text in blocks(raw)] == [line for line in raw.split("\n") if line]


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        pytest.param("the rein-", "tegration of", "the reintegration of", id="a cut word"),
        pytest.param("a needs-", "based plan", "a needs-based plan", id="the document has it"),
        pytest.param("a village-", "based plan", "a village-based plan", id="its like occurs"),
        pytest.param("from non-", "OECD members", "from non-OECD members", id="a capital"),
        pytest.param("in 2030-", "2031 again", "in 2030-2031 again", id="a number"),
        pytest.param("all short-", "and long-term", "all short- and long-term", id="suspended"),
        pytest.param("the soft\u00ad", "ware of", "the software of", id="soft hyphen"),
        pytest.param("the plan –", "and more", "the plan – and more", id="a dash"),
    ],
)
def test_hyphens(blocks: Blocks, before: str, after: str, joined: str) -> None:
    known = "A needs-based aid for each village was set up in the long term there."
    raw = f"{known}\n\nIt is said that this was done for good by those {before}\n{after} this."
    assert joined in blocks(raw)[-1][1]


def test_headings_and_their_levels(segment: Segment) -> None:
    raw = """\
WELLS OF LORN

OVERVIEW

The flood of last spring destroyed more than half of the wells in the north of the
country.

1. WATER
SUPPLY

The pumps were taken away and cleaned, and all of them were back before the summer of
the same year.

1.1 Conditions of work and the most
      pressing needs

The crews worked in the dark, since the power was out in all of the villages of the
north.

Next steps

The crews will go on to the south, where the flood has not yet left the streets of the
towns.
"""
    found = [
        (draft.level, draft.number, draft.content.text)
        for draft in segment(raw).blocks
        if draft.type == "heading"
    ]
    assert found == [
        (1, None, "OVERVIEW"),
        (1, "1", "1. WATER SUPPLY"),
        (2, "1.1", "1.1 Conditions of work and the most pressing needs"),
        (3, None, "Next steps"),
    ]


def test_bullets_of_two_levels(segment: Segment) -> None:
    raw = """\
• The first point goes on over
the end of its line.
• The second has parts:
o Water
o Shelter for those who lost
their homes
• The third
"""
    found = [(draft.level, draft.content.text) for draft in segment(raw).blocks]
    assert found == [
        (1, "The first point goes on over the end of its line."),
        (1, "The second has parts:"),
        (2, "Water"),
        (2, "Shelter for those who lost their homes"),
        (1, "The third"),
    ]


def test_a_numbered_list_keeps_its_numbers_apart(segment: Segment) -> None:
    drafts = segment("The plan has aims:\n\n1. Save lives;\n2. Restore water.\n").blocks
    assert [(d.type, d.content.text, d.bullet_digits) for d in drafts[1:]] == [
        ("list_item", "Save lives;", True),
        ("list_item", "Restore water.", True),
    ]


def test_a_number_at_a_line_start_is_no_bullet(blocks: Blocks) -> None:
    raw = "The survey of the villages was held in the spring of the year\n2031. It found more.\n"
    assert len(blocks(raw)) == 1


def test_key_figures(blocks: Blocks) -> None:
    raw = "AT A GLANCE\n\n1.2M\nPeople in need\n\nUSD 34.6 million\nRequired\n\nIt came in May.\n"
    assert blocks(raw)[1:5] == [
        ("key_figure", "1.2M"),
        ("key_figure", "People in need"),
        ("key_figure", "USD 34.6 million"),
        ("key_figure", "Required"),
    ]


def test_a_column_of_numbers_is_no_key_figure(blocks: Blocks) -> None:
    assert {kind for kind, _ in blocks("Shelter\n10\n20\n30\nWater\n40\n50\n60\n")} == {"paragraph"}


def test_a_letter_stays_paragraphs(blocks: Blocks) -> None:
    raw = """\
From: Ada Fenn
To: All staff
Subject: Wells

Dear colleagues,

The repair of the wells has begun in the northern villages, and will take until May of
2031.
"""
    texts = [text for _, text in blocks(raw)]
    assert texts[:4] == ["From: Ada Fenn", "To: All staff", "Subject: Wells", "Dear colleagues,"]
    assert len(texts) == 5


def test_an_address_broken_over_lines_is_whole(blocks: Blocks) -> None:
    raw = "The full list is at https://nra.example/reports/2031/\nwells-north.pdf since May.\n"
    assert "https://nra.example/reports/2031/wells-north.pdf since" in blocks(raw)[0][1]
