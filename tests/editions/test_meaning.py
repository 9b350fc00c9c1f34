"""Figures of two editions that are the same thing, and those that only look alike."""

import pytest

from extractor.editions.candidates import said_alike, worth_a_score
from extractor.editions.compared import Facets
from extractor.editions.likeness import Vocabulary
from tests.editions.conftest import Compared, Read, told, types

WEEKLY = "# Situation report\n\nPublished on {date}\n\n## News\n\n{text}\n"


def test_cells_of_a_table_that_was_turned_are_the_same(compared: Compared) -> None:
    old = """# Staff

| Region | Engineers | Clerks |
|---|---|---|
| North | 41 | 120 |
| South | 28 | 96 |
"""
    new = """# Staff

| Staff | North | South |
|---|---|---|
| Engineers | 44 | 27 |
| Clerks | 131 | 99 |
"""
    assert told(compared(old, new)) == {"41": "44", "120": "131", "28": "27", "96": "99"}


def test_a_sentence_that_became_a_row_is_the_same(compared: Compared) -> None:
    old = """# Results

In 2030 the office drilled 215 boreholes, and it trained 3,400 members of water committees.
"""
    new = """# Results

| Result | 2031 |
|---|---|
| Boreholes drilled | 198 |
| Members of water committees trained | 3,950 |
"""
    found = told(compared(old, new))
    assert (found["215"], found["3,400"]) == ("198", "3,950")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("imports of cement reached USD 410 million", "exports of cement reached USD 430 million"),
        ("the flood killed 38 people in Eastport", "the flood injured 41 people in Eastport"),
        ("teams found 38 suspected cases of fever", "teams found 41 confirmed cases of fever"),
        (
            "the plan supports 38 schools in the valley",
            "the plan supports 41 clinics in the valley",
        ),
    ],
)
def test_what_excludes_each_other_is_no_pair(old: str, new: str, compared: Compared) -> None:
    found = compared(f"# Notes\n\nLast year {old}.\n", f"# Notes\n\nLast year {new}.\n")
    assert {change.types for change in found.figures} == {("added",), ("withdrawn",)}


def test_numbers_in_brackets_are_of_the_names_before_them(compared: Compared) -> None:
    old = "# Cases\n\nNew cases come from Arvel (7), Belmont (3) and Corbec (2).\n"
    new = "# Cases\n\nNew cases come from Belmont (5), Drance (2) and Arvel (6).\n"
    found = told(compared(old, new))
    assert (found["7"], found["3"], found["2"]) == ("6", "5", None)


def test_a_label_is_dated_anew_and_an_event_is_another_one(compared: Compared) -> None:
    texts = ("A bridge fell on 29 April 2031.", "A slope slid into the river on 8 May 2031.")
    old = WEEKLY.format(date="3 May 2031", text=texts[0])
    new = WEEKLY.format(date="10 May 2031", text=texts[1])
    assert told(compared(old, new)) == {"3 May 2031": "10 May 2031", "29 April 2031": None}


def test_of_series_that_overlap_each_time_is_itself(compared: Compared) -> None:
    old = (
        "# Hunger\n\n6 per cent of children were hungry in May 2030, and 9 per cent in May 2031.\n"
    )
    new = (
        "# Hunger\n\n9 per cent of children were hungry in May 2031, and 7 per cent in May 2032.\n"
    )
    found = told(compared(old, new))
    assert (found["9 per cent"], found["6 per cent"]) == ("9 per cent", None)


def test_the_same_part_of_the_next_year_is_the_next_period(compared: Compared) -> None:
    old = "# Jobs\n\nBy the first quarter of 2031, 31,200 jobs in building were restored.\n"
    new = "# Jobs\n\nBy the first quarter of 2032, 36,400 jobs in building were restored.\n"
    assert types(compared(old, new), "31,200") == ("next_period",)


def test_equal_numbers_of_a_report_are_counted_anew_with_those_around_them(
    compared: Compared,
) -> None:
    text = (
        "During the reporting period, a total of {} boats sank, {} barges sank and {} rafts sank."
    )
    old = WEEKLY.format(date="3 May 2031", text=text.format(19, 36, 12))
    new = WEEKLY.format(date="10 May 2031", text=text.format(16, 35, 12))
    found = compared(old, new)
    assert {types(found, quote) for quote in ("19", "36", "12")} == {("next_period",)}


def test_counts_of_a_list_are_told_by_the_items_that_they_open(compared: Compared) -> None:
    text = "# Posts\n\nAppointments included {}.\n"
    old = text.format("3 town clerks, 6 deputy town clerks and 12 port masters")
    new = text.format("26 port masters, 7 school heads and 5 judges")
    assert told(compared(old, new)) == {"3": None, "6": None, "12": "26"}
    turned = text.format("14 port masters, 5 deputy town clerks and 4 town clerks")
    assert told(compared(old, turned)) == {"3": "4", "6": "5", "12": "14"}


ACTS = "# Attacks\n\nPatrols were doubled in May. The {} claimed {} attacks on the coast road.\n"


@pytest.mark.parametrize(
    ("other", "is_pair"),
    [
        ("Front for Free Isles", True),
        ("FFI", True),
        ("Harbour Brotherhood", False),
    ],
)
def test_what_somebody_else_did_is_another_thing(
    other: str, *, is_pair: bool, compared: Compared
) -> None:
    found = told(compared(ACTS.format("Front for Free Isles", "three"), ACTS.format(other, "five")))
    assert (found["three"] == "five") is is_pair


@pytest.mark.parametrize(
    ("name", "other", "is_pair"),
    [
        ("Ministry of Harbours", "MOH", True),
        ("MH", "Ministry of Harbours", True),
        ("Directorate of Inland Lakes", "DOIL", True),
        ("UN Fishers Agency", "UNFA", True),
        ("United Isles Children's Fund", "UNICHEF", True),
        ("Ministry of Harbours", "MOL", False),
        ("Ministry of Harbours", "MO", False),
        ("UN Fishers Agency", "UNLA", False),
        ("United Isles Children's Fund", "Harbour Brotherhood", False),
    ],
)
def test_who_is_told_by_initials_is_nobody_else(
    name: str, other: str, *, is_pair: bool, compared: Compared
) -> None:
    text = "# Results\n\nThe {} trained {} divers in the north.\n"
    found = compared(text.format(name, 340), text.format(other, 365))
    assert (told(found)["340"] == "365") is is_pair
    assert not is_pair or types(found, "340") == ("revised_up",)


def test_what_a_value_is_compared_with_is_not_the_value(compared: Compared) -> None:
    text = "# Trade\n\nImports of the isles rose {} in the year.\n"
    old = text.format("to USD 8.2 million")
    new = text.format("from USD 8.1 million to USD 9.4 million")
    assert told(compared(old, new)) == {"USD 8.2 million": "USD 9.4 million"}


def test_the_needs_of_one_plan_are_not_those_of_another_that_both_editions_tell(
    compared: Compared,
) -> None:
    text = (
        "# Money\n\nThe Harbour Plan for 2032 had received {} required.\n\n# Aid\n\n{} required.\n"
    )
    last = "By May, the 2031 Harbour Plan had received half of the USD 30 million"
    this = "By June, the 2032 Harbour Plan had been cut to the USD 23 million"
    old = text.format("a third of the USD 24 million", last)
    found = told(compared(old, text.format("most of the USD 25 million", this)))
    assert (found["USD 24 million"], found["USD 30 million"]) == ("USD 25 million", None)


def test_what_a_plan_needs_and_aims_at_is_found_again_in_other_words(compared: Compared) -> None:
    old = "# Drought plan 2031\n\n## Overview\n\nThe plan targets 61,500 people in the valley and"
    new = "# Drought plan 2032\n\n## Summary\n\nThe response requires USD 15.8 million in 2032 and"
    old += " requires USD 14.2 million for 2031.\n"
    new += " aims to reach 66,900 people in the valley.\n"
    found = compared(old, new)
    assert told(found)["USD 14.2 million"] == "USD 15.8 million"
    assert told(found)["61,500"] == "66,900"
    assert types(found, "61,500") == ("next_period",)  # of the plan's year, told or not


def test_the_day_of_issue_is_not_the_year_that_is_covered(compared: Compared) -> None:
    text = (
        "# Plan de réponse des îles {year}\n\nPublié le {day} mars {year}\n\nEn {year}, il pleut.\n"
    )
    found = told(compared(text.format(year=2031, day=12), text.format(year=2032, day=3)))
    assert found["12 mars 2031"] == "3 mars 2032"


SPENDING = """# Isles: budget 2031

## {title}

| Head (thousand crowns) | 2031 |
|---|---|
{rows}
"""


def spending(title: str, *rows: str) -> str:
    """Return a plan of one table, whose heading may tell that its numbers are amounts."""
    return SPENDING.format(title=title, rows="\n".join(f"| {row} |" for row in rows))


def test_a_heading_that_tells_of_no_money_any_more_parts_no_amounts(compared: Compared) -> None:
    old = spending("Expenditure", "Wages | 52,600", "Goods and services | 24,150")
    new = spending("Where it goes", "Wages and salaries | 54,100", "Goods and services | 24,150")
    found = compared(old, new)
    assert types(found, "52,600") == ("revised_up",)
    assert types(found, "24,150") == ("unchanged",)
    change = next(each for each in found.figures if each.old and each.old.quote == "52,600")
    assert change.percent == "2.9"


@pytest.mark.parametrize(
    ("old", "new", "is_pair"),
    [
        (["Roads | 5,230"], ["Highways | 5,230"], True),
        (["Roads | 5,000"], ["Highways | 5,000"], False),  # many things cost as much
        (["Drivers | 505"], ["Cooks | 505"], False),
        (["Roads | 523"], ["Debt service | 523"], False),
        (["Roads | 5,230"], ["Highways | 5,330"], False),
        (["Roads | 5,230", "Ports | 6,140"], ["Highways | 5,230"], False),
        (["Roads | 5,230"], ["Highways | 5,230", "Ports | 6,140"], False),
    ],
)
def test_the_only_row_of_a_new_name_is_the_lost_one_of_its_value(
    old: list[str], new: list[str], *, is_pair: bool, compared: Compared
) -> None:
    kept = ("Wages | 41,200", "Rent | 12,340"), ("Wages | 41,900", "Rent | 12,900")
    found = compared(spending("Costs", *kept[0], *old), spending("Costs", *kept[1], *new))
    assert (told(found)[old[0].split(" | ")[1]] is not None) is is_pair


def test_numbers_of_equal_rows_that_measure_two_things_are_two(compared: Compared) -> None:
    rows = ("Head office | {}", "North | {}", "South | {}")
    ours, theirs = ((52600, 24150, 9300), (120, 64, 31))
    old = spending("Expenditure", *(r.format(n) for r, n in zip(rows, ours, strict=True)))
    new = spending("Staff", *(r.format(n) for r, n in zip(rows, theirs, strict=True)))
    found = compared(old, new)
    assert all(told(found)[str(number)] is None for number in ours)
    assert not {"split", "merged"} & {each for table in found.tables for each in table.types}


LABELLED = "# Isles\n\n## {}: people in need\n\n{} people.\n\n## {}: people in need\n\n{} people.\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (("Scenario A", "Scenario B"), ("Scenario B", "Scenario A")),
        (("Phase 3", "Phase 4"), ("Phase 4", "Phase 3")),
        (("Output 1", "Output 2"), ("Output 2", "Output 3")),
    ],
)
def test_what_a_label_numbers_is_that_part_wherever_it_stands(
    old: tuple[str, str], new: tuple[str, str], compared: Compared
) -> None:
    ours = LABELLED.format(old[0], "400,000", old[1], "900,000")
    found = told(compared(ours, LABELLED.format(new[0], "950,000", new[1], "430,000")))
    assert found["900,000"] == "950,000"


def test_forms_of_a_verb_are_one_word(compared: Compared) -> None:
    old = "# Works\n\nThe ministry will build 640 classrooms.\n"
    new = "# Schools\n\nUnder the programme 720 classrooms will be built.\n"
    assert told(compared(old, new))["640"] == "720"


@pytest.mark.parametrize(("number", "count"), [("101063110", 1), ("1063", 2)])
def test_a_long_bare_number_is_the_same_below_another_heading(
    number: str, count: int, compared: Compared
) -> None:
    old, new = (f"# Funds\n\n## {name}\n\nCrews came.\n\n{number}\n" for name in ("Parks", "Wells"))
    assert len(compared(old, new).figures) == count


@pytest.mark.parametrize(
    ("noun", "told"),
    [
        ("households", {"unchanged", "unit_changed"}),
        ("women", {"unchanged", "added", "withdrawn"}),
        ("clinics", {"unchanged", "added", "withdrawn"}),
    ],
)
def test_people_that_became_homes_in_one_sentence_are_the_same(
    noun: str, told: set[str], compared: Compared
) -> None:
    text = (
        "# Notes\n\nThe storm struck Lorn on 29 March 2031, killing at least 2 people and injuring"
        " at least 35 others, including 5 {}, and it closed 12 mills.\n"
    )
    found = compared(text.format("children"), text.format(noun))
    assert {each for change in found.figures for each in change.types} == told


HARBOURS = """# Harbours

{text}

| Harbour | Berths |
|---|---|
| Northport | {north} |
| Southport | {south} |
"""


def candidates(read: Read, old: str, new: str) -> set[tuple[str, str]]:
    """Return the printed figures that are held against each other."""
    ours, theirs = (Facets(read(text)).all for text in (old, new))
    found = worth_a_score(ours, theirs, Vocabulary(ours, theirs))
    return {(ours[i].figure.anchor.quote, theirs[j].figure.anchor.quote) for i, j in found}


def test_what_each_edition_says_once_in_the_same_words_is_held_against_nothing_else(
    read: Read,
) -> None:
    old, new = "The fleet has 61 boats and 410 fishers.", "The fleet has 66 boats and 390 fishers."
    assert candidates(
        read,
        HARBOURS.format(text=old, north=150, south=240),
        HARBOURS.format(text=new, north=240, south=150),
    ) == {("61", "66"), ("410", "390"), ("150", "240"), ("240", "150")}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The fleet has 61 boats. The fleet has 75 boats.", "The fleet has 66 boats."),
        ("The fleet has 61 boats.", "The fleet has 66 boats. The fleet has 75 boats."),
        ("In 2031 the fleet lost 61 boats.", "In 2032 the fleet lost 66 boats."),
        ("In Eastport the fleet lost 61 boats.", "In Westport the fleet lost 66 boats."),
        ("The fleet lost 61 boats.", "The fleet bought 66 boats."),
        ("The fleet met on 12 May 2031.", "The fleet met on 19 May 2031."),
    ],
)
def test_what_is_said_twice_or_otherwise_is_held_against_all_that_is_like_it(
    old: str, new: str, read: Read
) -> None:
    ours, theirs = (Facets(read(f"# Notes\n\n{text}\n")).all for text in (old, new))
    assert said_alike(ours, theirs) == set()


BY_GROUP = """# Camps

Table 1: Displaced people and refugees by port

| Port | Displaced people | Refugees |
|---|---|---|
| Orn | 4,120 | 610 |
| Tarn | 3,680 | 1,420 |
"""
PARTED = """# Camps

Table 1: Refugees

| Port | People |
|---|---|
| Orn | 550 |
| Tarn | 1,310 |

Table 2: Displaced people

| Port | People |
|---|---|
| Orn | 4,870 |
| Tarn | 4,210 |
"""


def test_a_title_tells_what_a_column_of_people_holds(compared: Compared) -> None:
    became = {"4,120": "4,870", "610": "550", "3,680": "4,210", "1,420": "1,310"}
    assert told(compared(BY_GROUP, PARTED)) == became


@pytest.mark.parametrize(
    ("value", "became"), [("31,000", "31,000"), ("30,200", None), ("12", None)]
)
def test_a_number_of_a_column_without_a_year_is_found_in_that_of_a_year(
    value: str, became: str | None, compared: Compared
) -> None:
    """Another number may be of the other year, and a short one is met by chance."""
    old, new = "31,000" if value != "12" else "12", value
    text = "# Needs\n\nTable 1: Needs\n\n| Sector | {} |\n|---|{}\n| Wells | {} |\n"
    one = text.format("People in need", "---|", old)
    other = text.format("2031 | 2032", "---|---|", f"{new} | 44,700")
    assert told(compared(one, other)) == {old: became}


MOVED_INTO_TEXT = """# Harbour appeal {year}

## {title}

{text}
"""


def test_what_is_told_anew_in_other_words_is_found_by_its_own_item(compared: Compared) -> None:
    old = "The public yards employ 3,210 welders and 14,700 riggers."
    new = "Welders in public yards number 3,540, riggers 15,900."
    found = told(
        compared(
            MOVED_INTO_TEXT.format(year=2031, title="Staff", text=old),
            MOVED_INTO_TEXT.format(year=2031, title="Means of the coast", text=new),
        )
    )
    assert (found["3,210"], found["14,700"]) == ("3,540", "15,900")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Vacancies stand at 18 per cent.", "Of all boats, 21 per cent are leased."),
        ("The ministry employs 3,210 welders.", "Last spring 9,900 welders left the islands."),
        ("Dues brought USD 41 million.", "In spring, 46 million dues notes were sent."),
        ("The ministry employs 320 welders.", "Here are 350 cooks and no welders, 12 of them old."),
    ],
)
def test_what_shares_but_a_word_is_not_told_anew(old: str, new: str, compared: Compared) -> None:
    one = MOVED_INTO_TEXT.format(year=2031, title="Staff", text=old)
    other = MOVED_INTO_TEXT.format(year=2031, title="Means of the coast", text=new)
    found = told(compared(one, other))
    assert {became for quote, became in found.items() if quote != "2031"} == {None}


@pytest.mark.parametrize(
    ("old", "new", "became"),
    [
        ("420 kilometres", "390 km", ("revised_down",)),
        ("420 ha", "435 hectares", ("revised_up",)),
        ("80 kg", "80 kilograms", ("unchanged",)),
        ("420 km", "390 miles", ("unit_changed",)),
        ("12 tons", "14 tonnes", ("unit_changed",)),
        ("420 m", "390 m²", ("unit_changed",)),
    ],
)
def test_a_unit_in_other_letters_is_the_same(
    old: str, new: str, became: tuple[str, ...], compared: Compared
) -> None:
    text = "# Works 2031\n\nCrews of the coast brought {} to the harbour wall.\n"
    assert types(compared(text.format(old), text.format(new)), old) == became
