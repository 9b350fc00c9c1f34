"""Footnotes of a dump, their marks and their addresses."""

from collections.abc import Callable

import pytest

from extractor.segment.draft import Draft, Drafts

Segment = Callable[[str], Drafts]
Marks = Callable[[str], list[tuple[str, str]]]

INTERRUPTED = """\
The wells served more than 12,000 people1 before the
flood, and now serve 5.1 million2 people in all of
the districts that were hit, as the ministry said in

1 NRA, Flood report of the northern districts, May
2031, page 7.
2 Ministry of Water, Annual survey of wells.

its last survey of that year.3 The next survey will
be held in spring.

3 Ibid.

https://nra.example/flood-report-2031
https://nra.example/flood-report-2031
https://water.example/annual-survey-of-wells
 and then in every spring that follows, until all of
the wells are ready.
"""


def notes(drafts: Drafts) -> list[Draft]:
    return [draft for draft in drafts.blocks if draft.type == "footnote"]


def test_notes_leave_the_sentence_whole(segment: Segment) -> None:
    body = segment(INTERRUPTED).blocks[0]
    assert body.type == "paragraph"
    assert "as the ministry said in its last survey of that year. The next" in body.content.text


def test_notes_have_labels_and_all_their_lines(segment: Segment) -> None:
    assert [(note.label, note.content.text) for note in notes(segment(INTERRUPTED))] == [
        ("1", "NRA, Flood report of the northern districts, May 2031, page 7."),
        ("2", "Ministry of Water, Annual survey of wells."),
        ("3", "Ibid."),
    ]


def test_marks_leave_words_and_numbers_whole(marks: Marks) -> None:
    assert marks(INTERRUPTED) == [("1", "people"), ("2", "million"), ("3", "year.")]


def test_addresses_go_to_the_notes_that_share_their_words(segment: Segment) -> None:
    result = segment(INTERRUPTED)
    assert [note.urls for note in notes(result)] == [
        ["https://nra.example/flood-report-2031"],
        ["https://water.example/annual-survey-of-wells"],
        [],
    ]
    assert [item.status for item in result.furniture] == ["url"] * 3


def test_notes_follow_the_section_that_calls_them(segment: Segment) -> None:
    raw = """\
WELLS OF LORN

FIRST PART

The wells of the north were checked by the crews1 in May, and the pumps were cleaned.

SECOND PART

The wells of the south were checked by others2 in June, and no pump was found at all.

1 NRA, North.
2 NRA, South.
"""
    order = [(draft.type, draft.content.text.split()[0]) for draft in segment(raw).blocks]
    assert order == [
        ("title", "WELLS"),
        ("heading", "FIRST"),
        ("paragraph", "The"),
        ("footnote", "NRA,"),
        ("heading", "SECOND"),
        ("paragraph", "The"),
        ("footnote", "NRA,"),
    ]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("a cost of USD 593,800,0002 in all", "593,800,000", id="a grouped number"),
        pytest.param("the wells (of Lorn),2 but also", "Lorn),", id="after a comma"),
        pytest.param("in the year 20312 and later", "2031", id="a year"),
        pytest.param("the wells;2 and the pumps", "wells;", id="after a semicolon"),
        pytest.param("the many pumps, 2 which were", "pumps,", id="spaced"),
        pytest.param("the pumps.14F2 The crews", "pumps.", id="field residue"),
        pytest.param("the pumps² of the crews", "pumps", id="raised digit"),
    ],
)
def test_where_marks_stand(marks: Marks, text: str, word: str) -> None:
    raw = f"""\
It is known1 that this is {text} as has been said.

1 NRA, Report on wells.
2 NRA, Report on pumps.
"""
    assert marks(raw) == [("1", "known"), ("2", word)]


def test_marks_in_brackets(marks: Marks) -> None:
    raw = "The pumps [1] of the crews [2].\n\nReferences\n[1] NRA, Pumps.\n[2] NRA, Crews.\n"
    assert marks(raw) == [("1", "pumps"), ("2", "crews")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Of COVID-19 and of CO2 nobody spoke in Round 13 of the talks.", id="codes"),
        pytest.param("They met in Kabul, 14 people in all, and left.", id="a count after a comma"),
        pytest.param("The cost is 1,200 and 5.1 in 2031.", id="numbers"),
    ],
)
def test_numbers_are_no_marks(marks: Marks, text: str) -> None:
    raw = f"{text} The wells1 are ready.\n\n1 NRA, Report on pumps.\n"
    assert marks(raw) == [("1", "wells")]


def test_a_mark_whose_note_is_not_in_the_text(marks: Marks) -> None:
    assert marks("The pumps were cleaned in poverty.200 The rest follows.") == [("200", "poverty.")]


def test_numbered_lines_without_marks_are_no_notes(segment: Segment) -> None:
    raw = "The aims are:\n\n1 Water\n2 Shelter\n3 Schools\n"
    assert not notes(segment(raw))


def test_a_note_that_runs_on_at_the_next_foot(segment: Segment) -> None:
    raw = """\
The crews went from well to well,1 and in each of
the villages they asked the people who live there

1 The survey provides that “the crews shall take all of the
steps that are needed in order to make sure that the wells

 about the water that they had before the flood and
the pumps that were lost in the spring of that very


are open to all who live in the villages around, and that
they stay open all year.” See the plan of the agency.
2 NRA, Pumps, a report on the state of the pumps in the north.

year.2 They wrote it down.
"""
    result = segment(raw)
    assert notes(result)[0].content.text == (
        "The survey provides that “the crews shall take all of the steps that are needed in order"
        " to make sure that the wells are open to all who live in the villages around, and that"
        " they stay open all year.” See the plan of the agency."
    )
    assert result.blocks[0].content.text.endswith("that very year. They wrote it down.")


def test_a_sign_calls_a_note(segment: Segment, marks: Marks) -> None:
    raw = "The agenda* was set, with 118 wells** on it.\n\n* As revised.\n** In the south.\n"
    assert [(note.label, note.content.text) for note in notes(segment(raw))] == [
        ("*", "As revised."),
        ("**", "In the south."),
    ]
    assert marks(raw) == [("*", "agenda"), ("**", "wells")]


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("1 million people with water, and the pumps of the south", []),
        ("1 millón de personas con agua, y las bombas del sur", []),
        ("1 per cent of the people with water, and those of the south", []),
        ("1 Millions were counted by NRA, in its report of the year", ["1"]),
        ("1 millet and sorghum are counted by NRA, not by the crews", ["1"]),
    ],
)
def test_a_value_that_begins_a_line_is_no_note(
    line: str, labels: list[str], segment: Segment
) -> None:
    raw = f"The crews1 came in May, as the ministry said, and they served\n{line}\nin the year.\n"
    assert [note.label for note in notes(segment(raw))] == labels


@pytest.mark.parametrize(("end", "labels"), [("served for US$", []), ("served for a", ["1"])])
def test_an_amount_parted_from_its_currency_is_no_note(
    end: str, labels: list[str], segment: Segment
) -> None:
    raw = f"The crews1 came in May, as the ministry said, and they\n{end}\n1 per person in May.\n"
    assert [note.label for note in notes(segment(raw))] == labels
