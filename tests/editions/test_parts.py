"""What became of sections, tables, their lines, footnotes and sources of invented plans."""

from collections.abc import Callable

import pytest

from extractor.editions.order import out_of_order
from schemas.diff import Diff, TableChange, TextChange

Compared = Callable[[str, str], Diff]
Edited = Callable[..., Diff]

PIERS = """### 2.1 Piers

Work on the piers of Eastport begins in May 2031 and takes 14 months. Each pier costs \
USD 430,000 and lasts 40 years.
The steel for the piers, 5,200 tonnes, comes from Costrava.
"""


@pytest.fixture(scope="session")
def edited(compared: Compared, harbour_text: str) -> Edited:
    """Compare the invented plan with one in which texts are replaced."""

    def edit(*replaced: tuple[str, str]) -> Diff:
        text = harbour_text
        for old, new in replaced:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        return compared(harbour_text, text)

    return edit


def told(changes: tuple[TableChange, ...] | tuple[TextChange, ...]) -> list[tuple[object, ...]]:
    return [(change.types, change.old, change.new) for change in changes]


def lines(found: Diff) -> list[tuple[str, str, str | None, str | None]]:
    return [(each.axis, each.type, each.old, each.new) for t in found.tables for each in t.lines]


def test_a_section_of_another_title_is_renamed(edited: Edited) -> None:
    found = edited(("### 1.1 Fishing", "### 1.1 The lost fleet"))
    assert told(found.sections) == [(("renamed",), "Fishing", "The lost fleet")]
    assert {change.types for change in found.figures} == {("unchanged",)}


STATE = "Lundmark has {} schools, {} teachers and {} pupils."
FLOOD = "Lundmark has 835 schools. Rain fell on 12 days in 3 towns."


@pytest.mark.parametrize(
    ("new", "types"),
    [
        (STATE.format(835, 610, "9,100"), ["renamed"]),
        (FLOOD, ["added", "removed"]),  # one of three figures makes no section the same
    ],
)
def test_a_section_whose_figures_all_stand_below_a_new_title_is_renamed(
    new: str, types: list[str], compared: Compared
) -> None:
    old = STATE.format(820, 600, "9,000")
    found = compared(f"# Plan\n\n## Background\n\n{old}\n", f"# Plan\n\n## Needs\n\n{new}\n")
    assert sorted(each for change in found.sections for each in change.types) == types
    is_moved = any("moved" in change.types for change in found.figures)
    assert is_moved is (types != ["renamed"])


def test_a_section_below_another_heading_is_moved(edited: Edited) -> None:
    found = edited((PIERS, ""), ("## 3 Partners\n", f"## 3 Partners\n\n{PIERS}\n"))
    assert told(found.sections) == [(("moved",), "Piers", "Piers")]
    moved = [change for change in found.figures if change.types == ("moved",)]
    assert [change.types for change in found.figures if change.types != ("unchanged",)] == [
        ("moved",)
    ] * len(moved)


def test_a_new_section_is_added_and_a_lost_one_removed(edited: Edited) -> None:
    new = "### 2.3 Lighthouses\n\nNine lamps are lit.\n"
    found = edited((PIERS, ""), ("## 3 Partners", f"{new}\n## 3 Partners"))
    assert told(found.sections) == [
        (("removed",), "Piers", None),
        (("added",), None, "Lighthouses"),
    ]


def test_a_section_that_became_two_is_split(edited: Edited) -> None:
    heading = "learn in tents. Two clinics were lost"
    found = edited(
        ("### 1.2 Schools and health", "### 1.2 Pupils"),
        (heading, "learn in tents.\n\n### 1.3 Clinics and wells\n\nTwo clinics were lost"),
    )
    split = {change.new for change in found.sections if "split" in change.types}
    assert split == {"Pupils", "Clinics and wells"}
    assert "removed" not in {each for change in found.sections for each in change.types}
    assert "added" not in {each for change in found.sections for each in change.types}


def test_two_sections_that_became_one_are_merged(compared: Compared, harbour_text: str) -> None:
    text = harbour_text.replace("### 2.2 Training\n\n", "").replace("2.1 Piers", "2.1 Work")
    found = compared(harbour_text, text)
    types = {(change.types[-1], change.old) for change in found.sections}
    assert ("merged", "Piers") in types
    assert "removed" not in {each for change in found.sections for each in change.types}


def test_rows_and_columns_in_another_order_are_reordered(edited: Edited) -> None:
    found = edited(
        ("| Eastport | 18,300 | 9,700 | 455 |\n", ""),
        ("| 163 |\n", "| 163 |\n| Eastport | 18,300 | 9,700 | 455 |\n"),
    )
    assert lines(found) == [("row", "reordered", "Eastport", "Eastport")]
    assert {change.types for change in found.figures} == {("unchanged",)}


def test_a_column_is_removed(edited: Edited, harbour_text: str) -> None:
    start = harbour_text.index("| District")
    old = harbour_text[start : harbour_text.index("\n\n", start)]
    new = "\n".join(f"{line.rpartition('|')[0].rpartition('|')[0]}|" for line in old.split("\n"))
    found = edited((old, new))
    assert lines(found) == [("column", "removed", "Boats lost", None)]
    assert [change.types for change in found.figures].count(("withdrawn",)) == 5


def test_a_row_of_a_new_name_is_the_same_row(edited: Edited) -> None:
    found = edited(("| Greyhaven | 5,250", "| Saltby | 5,250"))
    assert lines(found) == [("row", "renamed", "Greyhaven", "Saltby")]
    assert {change.types for change in found.figures} == {("unchanged",)}


def test_a_row_of_a_new_name_and_another_value_is_another_row(edited: Edited) -> None:
    found = edited(("| Greyhaven | 5,250", "| Saltby | 5,950"))
    assert lines(found) == [
        ("row", "removed", "Greyhaven", None),
        ("row", "added", None, "Saltby"),
    ]


TURNED = """# Staff

| Staff | North | South |
|---|---|---|
| Engineers | 44 | 27 |
| Clerks | 131 | 99 |
{}"""


@pytest.mark.parametrize(
    ("row", "told"), [("", []), ("| Guards | 12 | 15 |\n", [("row", "added", None, "Guards")])]
)
def test_of_a_table_that_was_turned_only_new_lines_are_told(
    row: str, told: list[tuple[object, ...]], compared: Compared
) -> None:
    old = "# Staff\n\n| Region | Engineers | Clerks |\n|---|---|---|\n"
    old += "| North | 41 | 120 |\n| South | 28 | 96 |\n"
    new = TURNED.format(row)
    assert lines(compared(old, new)) == told
    assert lines(compared(new, old)) == [(axis, "removed", new, old) for axis, _, old, new in told]


def test_a_table_of_another_title_is_renamed(edited: Edited) -> None:
    found = edited(("Requirements by sector (USD", "What the work costs (USD"))
    assert [(change.types, change.lines) for change in found.tables] == [(("renamed",), ())]


def test_another_number_of_a_table_is_no_change(edited: Edited) -> None:
    assert edited(("**Table 1. ", "**Table 7. ")).tables == ()


def test_a_table_below_another_heading_is_moved(compared: Compared, harbour_text: str) -> None:
    start = harbour_text.index("**Table 2.")
    table = harbour_text[start : harbour_text.index("### 2.1")]
    found = compared(
        harbour_text, harbour_text.replace(table, "").replace("[^1]: ", f"{table}\n[^1]: ")
    )
    assert [change.types for change in found.tables] == [("moved",)]


def test_a_table_that_became_two_is_split(edited: Edited) -> None:
    head = "| Sector | 2031 | 2032 | 2033 | Total |\n|---|---:|---:|---:|---:|\n"
    title = "\n**Table 1b. Requirements by services (USD thousand)**\n\n"
    found = edited(("| Schools | 8,230", f"{title}{head}| Schools | 8,230"))
    assert [change.types for change in found.tables if change.types] == [("split",)]
    new = [change.new.kind for change in found.figures if change.types == ("added",) and change.new]
    assert new == ["date"] * 3  # the heads of the second table


def test_a_note_of_other_words_is_reworded(edited: Edited) -> None:
    found = edited(("Coast Survey (January 2031)", "Survey of the Coast, Round 2 (May 2031)"))
    assert [change.types for change in found.footnotes] == [("reworded",)]


def test_notes_that_are_only_renumbered_are_the_same(compared: Compared, harbour_text: str) -> None:
    text = harbour_text.replace("[^3]", "[^9]").replace("[^2]", "[^3]").replace("[^9]", "[^4]")
    assert compared(harbour_text, text).footnotes == ()


def test_a_note_with_a_sign_for_its_number_is_relabelled(
    compared: Compared, harbour_text: str
) -> None:
    text = harbour_text.replace("wells were tested.[^3]", "wells were tested.\\*")
    text = text.replace("[^3]: Ministry", "\\* Ministry")
    found = compared(harbour_text, text)
    assert [change.types for change in found.footnotes] == [("relabelled",)]


def test_a_new_note_is_added_with_its_source(edited: Edited) -> None:
    note = "\n[^4]: Ropemakers' Guild of Lornland, Register of Works (2030).\n"
    found = edited(
        ("130\nvolunteers.", "130\nvolunteers.[^4]"),
        ("Round 2 (December 2030).\n", f"Round 2 (December 2030).\n{note}"),
    )
    assert [change.types for change in found.footnotes] == [("added",)]
    assert [change.types for change in found.sources] == [("added",)]
    assert "Ropemakers" in (found.sources[0].new or "")


@pytest.mark.parametrize(
    ("places", "moved"),
    [
        ([], []),
        ([0, 1, 2], []),
        ([3, 0, 1, 2], [0]),
        ([1, 2, 3, 0], [3]),
        ([0, 2, 1, 3], [1, 2]),
        ([2, 1, 0], [0, 1, 2]),
    ],
)
def test_what_changed_places_is_the_same_read_backwards(
    places: list[int], moved: list[int]
) -> None:
    assert out_of_order(places) == moved
    back = [places.index(at) for at in range(len(places))]
    assert sorted(places[at] for at in moved) == out_of_order(back)


LONG = "# Plan\n\n## 2. Revenue\n\n{title}\n\n| Item | FY24 | FY25 |\n|---|---|---|\n{rows}\n"


@pytest.mark.parametrize(
    ("title", "is_renamed"),
    [("Table 11: Other revenue changes", False), ("Table 4: Detail of changes", True)],
)
def test_heads_of_a_long_table_are_found_below_another_title(
    title: str, *, is_renamed: bool, compared: Compared
) -> None:
    rows = "\n".join(
        f"| Other revenue changes of port {at} | {at}10 | {at}20 |" for at in range(40)
    )
    old = LONG.format(title="Table 4: Other revenue changes", rows=rows)
    found = compared(old, LONG.format(title=title, rows=rows))
    assert {change.types for change in found.figures} == {("unchanged",)}
    assert any("renamed" in table.types for table in found.tables) is is_renamed


HEADED = """# Needs

| Sector | Agency | 2031 | 2032 |
|---|---|---|---|
| {} | FAO | 316 | 894 |
| Shelter | IOM | 207 | 655 |
| Shelter | {} | {} | {} |
"""


@pytest.mark.parametrize(
    ("new", "label"),
    [
        (("Sea walls", "UNHCR", 0.6, 3.7), ("Farms / FAO", "Sea walls / FAO")),
        (("Farms", "Salt", 0.6, 3.7), ("Shelter / UNHCR", "Shelter / Salt")),
    ],
)
def test_a_row_is_named_by_all_of_its_own_heads(
    new: tuple[object, ...], label: tuple[str, str], compared: Compared
) -> None:
    found = compared(HEADED.format("Farms", "UNHCR", 0.6, 3.7), HEADED.format(*new))
    assert lines(found) == [("row", "renamed", *label)]
    assert {change.types for change in found.figures} == {("unchanged",)}


@pytest.mark.parametrize(
    ("old", "new", "alone"),
    [
        ("Wells | 0.6 | 3.7", "Saltby | 0.6 | 3.7", 0),
        ("Wells | 1 | 2", "Saltby | 1 | 2", 4),  # so small that another row has them by chance
        ("Wells | 0.6 | 3.7", "Saltby | 0.6 | 3.9", 4),
        ("Wells | 17 | 23", "Saltby | 17 | 23", 0),
        ("Wells drilled | 5 | 12", "Nurses hired | 5 | 12", 4),
        ("Women | 48% | 57%", "Literacy | 48% | 57%", 4),
    ],
)
def test_the_only_line_with_another_name_is_known_by_a_few_digits(
    old: str, new: str, alone: int, compared: Compared
) -> None:
    text = "# Needs\n\n| Works | 2031 | 2032 |\n|---|---|---|\n| Roads | 316 | 894 |\n| {} |\n"
    found = compared(text.format(old), text.format(new))
    assert sum(change.types != ("unchanged",) for change in found.figures) == alone
