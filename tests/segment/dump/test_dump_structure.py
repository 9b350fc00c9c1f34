"""What tells the structure of a dump: its contents, its key figures, its lists, its pages."""

from collections.abc import Callable

import pytest

from extractor.segment.draft import Drafts

Segment = Callable[[str], Drafts]
Blocks = Callable[[str], list[tuple[str, str]]]

BODY = """\
Lorn in brief

The wells of Lorn were dug by hand, and the people of the town kept them clean for years.1

1 Where we stand

1.1 Water

Most of the wells run dry by the end of summer, and the carts that bring water are few.

1 Lorn Water Board, Wells of the Town (2030).
"""
LED = """\
The plan for Lorn

Contents

Lorn in brief ........................ 2
1 Where we stand ..................... 3
1.1 Water ............................ 3

"""
BARE = "The plan for Lorn\n\nContents\n\nLorn in brief 2\n1 Where we stand 3\n1.1 Water   3\n\n"


def levels(drafts: Drafts) -> list[tuple[str, int | None]]:
    return [(d.content.text, d.level) for d in drafts.blocks if d.type == "heading"]


@pytest.mark.parametrize("contents", [pytest.param(LED, id="dots"), pytest.param(BARE, id="bare")])
def test_the_contents_tell_the_headings(segment: Segment, contents: str) -> None:
    drafts = segment(contents + BODY)
    assert levels(drafts) == [
        ("Contents", 1),
        ("Lorn in brief", 1),
        ("1 Where we stand", 1),
        ("1.1 Water", 2),
    ]
    items = [
        (d.content.text.split(" .")[0], d.level) for d in drafts.blocks if d.type[:4] == "list"
    ]
    assert [level for _, level in items] == [1, 1, 2]
    notes = [(d.label, d.content.text) for d in drafts.blocks if d.type == "footnote"]
    assert notes == [("1", "Lorn Water Board, Wells of the Town (2030).")]


def test_entries_set_in_are_deeper(segment: Segment) -> None:
    raw = "Contents\nNeeds ....... 2\n  Water ..... 2\n  Roads ..... 3\nMeans ....... 4\n"
    assert [d.level for d in segment(raw).blocks if d.type == "list_item"] == [1, 2, 2, 1]


def test_an_entry_over_two_lines_is_one(blocks: Blocks) -> None:
    raw = "Contents\n\nNeeds ..... 2\nThe roads to the hills\nand back ..... 3\nMeans .... 4\n"
    items = [text for kind, text in blocks(raw) if kind == "list_item"]
    assert items == ["Needs ..... 2", "The roads to the hills and back ..... 3", "Means .... 4"]


def test_a_column_named_contents_is_no_contents_page(blocks: Blocks) -> None:
    raw = "Contents\n\nFlour 2\nRice 3\nSalt 4\n\nThe parcel was packed by the women of the town.\n"
    assert not [text for kind, text in blocks(raw) if kind == "list_item"]


FIGURES = """\
The town in numbers is told by its council in a report of every year, which all may read.

12,400
PEOPLE IN NEED
As of 3 May 2031

310
WELLS MENDED

Cost by year

2031
USD 4.1 million

2032
USD 3.9 million
"""


def test_a_label_in_capitals_below_a_number_is_no_heading(segment: Segment) -> None:
    drafts = segment(FIGURES)
    found = [d.content.text for d in drafts.blocks if d.type == "key_figure"]
    assert found[:5] == ["12,400", "PEOPLE IN NEED", "As of 3 May 2031", "310", "WELLS MENDED"]
    assert found[5:] == ["2031", "USD 4.1 million", "2032", "USD 3.9 million"]
    assert levels(drafts) == [("Cost by year", 1)]


def test_a_page_number_is_no_key_figure(blocks: Blocks) -> None:
    raw = (
        "They were glad of it, and went home.\n\n7\nWATER AND ROADS\nThe wells were dug by hand.\n"
    )
    assert ("heading", "WATER AND ROADS") in blocks(raw)


TOWNS = """\
3 Targets by town

People and wells in 2031

LORN

12,400
58

DALE

9,100

The upper number gives the people, the lower number the wells that are to be mended by then.
"""


def test_bare_numbers_below_a_heading_are_key_figures(segment: Segment) -> None:
    drafts = segment(TOWNS)
    assert [d.content.text for d in drafts.blocks if d.type == "key_figure"] == [
        "12,400",
        "58",
        "9,100",
    ]
    assert levels(drafts)[1:] == [("People and wells in 2031", 2), ("LORN", 3), ("DALE", 3)]


LETTER = """\
The plan for Lorn

Council of the Hills

Printed in July 2031

The council thanks the people of the town, who gave their time and their carts to this plan.

A word before

We have seen the wells of the town run dry, and we have seen the carts come up from the sea.

Ada Fenn

Mayor of the Town of Lorn

The market of Lorn in the rain. © Council 2031/Bo Dale

WATER

The wells of the town were dug by hand, and the people kept them clean for a hundred years.
"""


def test_imprint_and_signature_are_no_headings(segment: Segment) -> None:
    assert [text for text, _ in levels(segment(LETTER))] == ["A word before", "WATER"]


def test_items_of_two_levels(segment: Segment) -> None:
    raw = (
        "The council has one aim for the town and for all the hamlets around it:\n\n"
        "• Aim 1 Clean water: every house has water from a well or a pipe that is tested by 30\n"
        "  September 2033.\n\n"
        "   o 1a.1 Mend 310 wells.\n\n"
        "   o 1a.2 Test each of them twice a year, before the rains\n"
        "     and after.\n"
    )
    items = [(d.content.text, d.level) for d in segment(raw).blocks if d.type == "list_item"]
    aim = "Aim 1 Clean water: every house has water from a well or a pipe that is tested by 30"
    assert items == [
        (f"{aim} September 2033.", 1),
        ("1a.1 Mend 310 wells.", 2),
        ("1a.2 Test each of them twice a year, before the rains and after.", 2),
    ]


def test_a_word_cut_at_the_end_of_a_page_goes_on_behind_the_notes(blocks: Blocks) -> None:
    raw = (
        "The people of the town kept the wells1 clean for a\n"
        "hundred years, and they mended the roads and the\n"
        "school certifi-\n\n"
        "1 Lorn Water Board, Wells of the Town (2030).\n\f"
        "cates were signed by all of them in the end, as\n"
        "they had been in the years before.\n"
    )
    texts = [text for kind, text in blocks(raw) if kind == "paragraph"]
    assert len(texts) == 1
    assert "school certificates were signed" in texts[0]


NOTED = """\
The wells of the town1 were dug by hand, and the people of the town kept them clean for years
and years; the pumps2 came later, and were a gift of the hills, of which the town was not glad.

1 Lorn Water Board, Wells of the Town. https://water.example/wells
2 Council of the Hills, Pumps and Pipes.
https://hills.example/pumps
"""


def test_an_address_below_a_note_is_part_of_it(segment: Segment) -> None:
    notes = [d.content.text for d in segment(NOTED).blocks if d.type == "footnote"]
    assert notes == [
        "Lorn Water Board, Wells of the Town. https://water.example/wells",
        "Council of the Hills, Pumps and Pipes. https://hills.example/pumps",
    ]


def test_a_note_that_prints_its_address_takes_no_other(segment: Segment) -> None:
    raw = NOTED + "\nhttps://hills.example/council\nhttps://water.example/wells-of-the-town\n"
    assert [d.urls for d in segment(raw).blocks if d.type == "footnote"] == [[], []]


def test_a_hyphen_left_inside_a_line_is_mended(blocks: Blocks) -> None:
    raw = (
        "A community-based plan for the wells is a plan that lasts, said the council of Lorn.\n\n"
        "The earth\ufffequake broke the wells, and a community\ufffebased plan mended them.\n"
    )
    assert blocks(raw)[-1][1] == (
        "The earthquake broke the wells, and a community-based plan mended them."
    )


def test_labels_in_capitals_a_blank_line_below_their_numbers(segment: Segment) -> None:
    raw = (
        "1 The town in numbers\n\n12,400\n\nPEOPLE IN NEED\n\nAs of 3 May 2031\n\n310\n\n"
        "WELLS MENDED\n\nThe council counts both of them in every spring, house by house.\n"
    )
    drafts = segment(raw)
    found = [d.content.text for d in drafts.blocks if d.type == "key_figure"]
    assert found == ["12,400", "PEOPLE IN NEED", "As of 3 May 2031", "310", "WELLS MENDED"]
    assert [text for text, _ in levels(drafts)] == ["1 The town in numbers"]


GRIDS = {
    "labels above": (
        "PEOPLE IN NEED     REQUIRED (US$)\n2.4 million        310 million\n",
        ["2.4 million", "PEOPLE IN NEED", "310 million", "REQUIRED (US$)"],
    ),
    "labels below, of several lines": (
        "2.4M      41         $3M\npeople    partners   funding\nin need              required\n",
        ["2.4M", "people in need", "41", "partners", "$3M", "funding required"],
    ),
    "two rows": (
        "1.2M      310\nin need   wells\n48%       12\nfunded    towns\n",
        ["1.2M", "in need", "310", "wells", "48%", "funded", "12", "towns"],
    ),
    "labels around, of two lines and in capitals": (
        "In need  Reached\nin 2031  by May\n12,400   8,100\nPeople   People\nIsles    Coast\n",
        ["12,400", "In need in 2031 People Isles", "8,100", "Reached by May People Coast"],
    ),
    "the unit in the label": (
        "2.4              62\nNeeded (US$ m)   Pupils (%)\n",
        ["2.4", "Needed (US$ m)", "62", "Pupils (%)"],
    ),
    "labels around": (
        "In need      Reached\n12,400       8,100\npeople       people\n",
        ["12,400", "In need people", "8,100", "Reached people"],
    ),
}


@pytest.mark.parametrize(("grid", "found"), GRIDS.values(), ids=GRIDS.keys())
def test_values_side_by_side_each_with_its_label(
    grid: str, found: list[str], segment: Segment
) -> None:
    raw = f"1 The coast\n\n{grid}\nThe council counts all of them in every spring.\n"
    drafts = segment(raw)
    assert [d.content.text for d in drafts.blocks if d.type == "key_figure"] == found


@pytest.mark.parametrize(
    "rows",
    [
        "Towns     Boats\nSaltby    12\nNorthwick 44\n",  # a table with labels of rows
        "Boats     Nets\n12        44\n13        48\n",  # one without
        "12        44\n13        48\n",  # numbers only
        "12        44        13\nboats     nets\n\nof the coast\n",  # one has no label
        "1.2M      310\nThese are in need of help.   Those are wells.\n",  # sentences
    ],
)
def test_rows_that_are_no_key_figures(rows: str, segment: Segment) -> None:
    raw = f"1 The coast\n\n{rows}\nThe council counts all of them in every spring.\n"
    drafts = segment(raw)
    texts = [d.content.text for d in drafts.blocks if d.type == "key_figure"]
    assert not any(character.isalpha() for text in texts for character in text)


@pytest.mark.parametrize(
    "rows",
    [
        "0    20    40    60\nFood  Water  Shelter  Health\n",  # ticks of an axis
        "0%    25%    50%\nFood  Water  Health\n",
        "1    2    3    4\nFood  Water  Shelter  Health\n",  # steps
        "555 1234    555 2617\nFood        Water\nDesk        Desk\n",  # telephones
    ],
)
def test_numbers_that_measure_nothing_are_no_key_figures_side_by_side(
    rows: str, blocks: Blocks
) -> None:
    raw = f"1 The coast\n\n{rows}\nThe council counts all of them in every spring.\n"
    assert not any(kind == "key_figure" and text == "Food" for kind, text in blocks(raw))
    assert not any(text in ("0", "0%", "1", "555 1234") for _, text in blocks(raw))


def test_a_label_in_capitals_over_two_lines_is_one(blocks: Blocks) -> None:
    raw = (
        "They were counted in May.\n\n12,400\nPEOPLE\nTARGETED IN 2031\n\nThey live in the hills.\n"
    )
    assert ("key_figure", "PEOPLE TARGETED IN 2031") in blocks(raw)


def test_a_number_with_its_noun_goes_on_with_the_sentence(blocks: Blocks) -> None:
    raw = (
        "When the river rose in the last days of the year, more than\n"
        "300,000 people left their homes in a single night, and none of them has come back to the\n"
        "hills since then, as far as the council of the town and all of its carters know today.\n"
    )
    assert len(blocks(raw)) == 1


def test_a_sign_alone_above_its_note(segment: Segment) -> None:
    raw = (
        "The council mended 310 wells* in the hills, and all of them were tested in the spring.\n"
        "*\nIncludes the wells of the hamlets and of the camps.\n"
    )
    notes = [(d.label, d.content.text) for d in segment(raw).blocks if d.type == "footnote"]
    assert notes == [("*", "Includes the wells of the hamlets and of the camps.")]
