"""Whom a figure counts, or is a share of, where its own words leave that out."""

from collections.abc import Callable

import pytest

P = pytest.param
COUNTED = "prose.counted_group"
Holds = Callable[[str, str, dict[str, object]], None]

SHARES = [
    P(
        "Lorn has the highest rate of families with “high” or “very high” needs (34%).",
        "34%",
        ("families", "prose.base_of_named_share"),
        id="also over words in quotes",
    ),
    P(
        "Some 52% of families in Kano State were reached.",
        "52%",
        ("families", "prose.share_of"),
        id="without the place they are in, by its name and kind",
    ),
    P(
        "The requests were mostly from the Lorn Region (75%), followed by Orn (7%).",
        "7%",
        ("requests", "prose.base_shared"),
        id="things that are no places are shared out over a list of them",
    ),
    P(
        "Some 47% of those in rural schools agree.",
        "47%",
        ("those in rural schools", "prose.share_of"),
        id="those of whom more is said",
    ),
    P(
        "Debt is common, with the highest rate of families in debt in the north (34%).",
        "34%",
        ("families", "prose.base_of_named_share"),
        id="a rate of people named before its bracket",
    ),
    P(
        "In all 90% or over 500 families plan to stay.",
        "90%",
        ("families", "prose.base_shared"),
        id="a share that a number says again",
    ),
    P(
        "The levels reach 80 per cent for people in transit to Lorn.",
        "80 per cent",
        ("people in transit", "prose.base_beside"),
        id="the state of a group",
    ),
    P(
        "The gifts paid 90 per cent of the newly forecast costs.",
        "90 per cent",
        ("newly forecast costs", "prose.base_beside"),
        id="a participle behind its adverb",
    ),
    P(
        "One in three host community households is in debt.",
        "One in three",
        ("host community households", "prose.share_of"),
        id="a word that may be a verb belongs to the group behind it",
    ),
    P(
        "In all, half of the surveyed report having begged.",
        "half",
        ("surveyed", "prose.share_of"),
        id="a participle that names a group",
    ),
    P(
        "Three in four NGOs said that demand had fallen, and one in five said that it grew.",
        "one in five",
        ("NGOs", "prose.base_shared"),
        id="what fell in the clause before is no change of the next one",
    ),
    P(
        "Four in ten families run a shop. Of those, more than half (58%) lost income.",
        "half",
        ("families", "prose.base_carried"),
        id="a share whose verb follows its bracket",
    ),
    P(
        "Debt is common among women without land (62%) and older men (48%).",
        "62%",
        ("women without land", "prose.base_beside"),
        id="what tells which of a group belongs to it",
    ),
    P(
        "In the north 22% attend, against 56% of pupils without a desk.",
        "56%",
        ("pupils without a desk", "prose.base_beside"),
        id="also behind `of`",
    ),
    P(
        "Debt was common among herders (47%) and peaked among those displaced (63%).",
        "63%",
        ("those displaced", "prose.base_beside"),
        id="all that names whom `among` means",
    ),
    P(
        "Needs rose, with many families reporting gaps in food (93%), fuel (84%) and care (18%).",
        "18%",
        ("families", "prose.base_subject"),
        id="the group of a participle that may be no listed verb, for each of its list",
    ),
    P(
        "The prevalence of myopia among infants 4-11 months was 12.4%.",
        "12.4%",
        ("infants 4-11 months", "prose.base_of_named_share"),
        id="a named rate is of those among whom it is",
    ),
    P(
        "Half moved, 7 per cent left, and 42 per cent of families sold land.",
        "7 per cent",
        ("families", "prose.base_ahead"),
        id="shares before the one that says of whom",
    ),
    P(
        "In 16 per cent of the villages, few had soap (a decrease from 29 per cent).",
        "29 per cent",
        ("villages", "prose.base_former"),
        id="the level that a share had before",
    ),
    P(
        "In week 25, 36 patients were seen – • 64% (n=23) were new • 8% (n=3) as transfers",
        "8%",
        ("patients", "prose.base_carried"),
        id="the lines below one that announces them",
    ),
    P(
        "Nearly one in five surveyed families said that they eat once a day.",
        "one in five",
        ("surveyed families", "prose.share_of"),
        id="a ratio is of the noun behind it",
    ),
    P(
        "About one in four walks to work alone.",
        "one in four",
        None,
        id="a word behind a ratio that may be a verb is no group",
    ),
    P(
        "Families in Lorn lack clean water (48%) and firewood (31%).",
        "48%",
        ("Families", "prose.base_subject"),
        id="shares in brackets are of the group that their clause is about",
    ),
    P(
        "In the north 60 per cent of farmers keep goats, 7 per cent donkeys.",
        "7 per cent",
        ("farmers", "prose.base_shared"),
        id="a share takes the base of the share before it in its sentence",
    ),
    P(
        "Half of the traders closed. Another 30 per cent said that they plan to close.",
        "30 per cent",
        ("traders", "prose.base_carried"),
        id="a share that is a subject takes the base of the sentence before",
    ),
    P(
        "Debt is common, and highest among women who farm (62%).",
        "62%",
        ("women who farm", "prose.base_beside"),
        id="the group after `among` is the base of the share behind it",
    ),
    P(
        "Debt is common among women (62%) and older men (48%).",
        "48%",
        ("older men", "prose.base_beside"),
        id="so is the next group of its list",
    ),
    P(
        "Needs were high in Lorn due to most families lacking shelter (79%).",
        "79%",
        ("families", "prose.base_subject"),
        id="the group that a clause with a participle is about",
    ),
    P(
        "Nearly half (48%) of the farmers sold goats.",
        "48%",
        ("farmers", "prose.restated_in_bracket"),
        id="a share in a bracket is of what follows the bracket",
    ),
    P(
        "About 30 per cent of children browse the market alone.",
        "30 per cent",
        ("children", "prose.share_of"),
        id="a group ends before a verb that nobody listed",
    ),
    P(
        "The proportion of homes that stand empty fell from 12 per cent to 9 per cent.",
        "9 per cent",
        ("homes", "prose.base_of_named_share"),
        id="a named share is of what it names",
    ),
]

PARTS = [
    P(
        "Fighting drove out 473,000 Lornians (58 per cent of them children).",
        "58 per cent",
        ("Lornians", "prose.part_in_bracket"),
        id="`of them` in a bracket is of those counted before it",
    ),
    P(
        "More than 400 children received coats (31 per cent of the target).",
        "31 per cent",
        ("target", "prose.share_of"),
        id="what a share is printed to be of wins over the subject",
    ),
    P(
        "Floods hurt 90 per cent of families, with large families affected at 97 per cent.",
        "97 per cent",
        ("large families", "prose.base_subject"),
        id="the group of a later clause wins over the base before it",
    ),
    P(
        "About 9 million need aid (30% of the population), including 41 per cent women.",
        "41 per cent",
        ("need aid", "prose.base_whole"),
        id="parts of a count are of those that it counts, not of the base of a share of it",
    ),
    P(
        "Some 320 fitters were trained, half of them in Lorn.",
        "half",
        ("fitters", "prose.of_them"),
        id="`of them` is of those counted before",
    ),
    P(
        "Tests found that 46 per cent of the wells are unsafe; in Lorn, the share is 61 per cent.",
        "61 per cent",
        ("wells", "prose.base_carried"),
        id="`the share` is the one that was said before",
    ),
    P(
        "The share of spoiled doses there fell from 19 per cent to 3 per cent.",
        "3 per cent",
        ("doses", "prose.base_of_named_share"),
        id="what is so of a share is no part of its base",
    ),
    P(
        "In 2032, 81 per cent of the posts in Kenya were dark, against 22 per cent in Chad.",
        "22 per cent",
        ("posts", "prose.compared"),
        id="the place of a group is bound on its own",
    ),
    P(
        "One in five Lornians still lives in a tent.",
        "One in five",
        ("Lornians", "prose.share_of"),
        id="an adverb is no part of a group",
    ),
]

NO_SHARES = [
    P(
        "Of these gains, USD 7.6 million came from the region.",
        "USD 7.6 million",
        id="an amount is of no group",
    ),
    P(
        "Half of the traders closed. Exports fell, led by drops in coal and yarn (-64 per cent).",
        "-64 per cent",
        id="a share with a sign is one of change",
    ),
    P(
        "Public partners gave USD 47 million (63 per cent) in May.",
        "63 per cent",
        id="a share that follows an amount is of money",
    ),
    P(
        "Debt grew among herders (47%) and women (60%). In Lorn it was common (78%).",
        "78%",
        id="after several groups none is carried on",
    ),
    P(
        "Half of the farmers moved. The dam is built for a 1-in-6 year flood.",
        "1-in-6",
        id="a ratio of years is of no group",
    ),
    P(
        "Of the USD 38.5 million for health, 4 per cent went to energy.",
        "4 per cent",
        id="a share of money is of no group",
    ),
    P(
        "Several districts report hunger, including Lorn (91 per cent) and Orn (96 per cent).",
        "96 per cent",
        id="what is so in each of the areas is no share of the areas",
    ),
    P(
        "Families in Lorn paid more for bread (18 per cent higher than in May).",
        "18 per cent",
        id="nor is a difference",
    ),
    P(
        "Half of the traders closed. Unemployment stands at 27 per cent.",
        "27 per cent",
        id="the value of a named rate",
    ),
    P(
        "The four districts lie below the national target of 75 per cent.",
        "75 per cent",
        id="the value of a target",
    ),
]

COUNTS = [
    P("Arrivals of IDPs fell, but refugees total 2,300.", "2,300", "refugees", id="a subject"),
    P("Nurses rose from 12 to 40 in May.", "40", "Nurses", id="a subject that rose"),
    P("The families pay 300 a month.", "300", None, id="no object"),
    P("Households average 5.", "5", None, id="no measure of a subject"),
    P(
        "Among the trained nurses (n=150), some own a boat.",
        "150",
        "nurses",
        id="what is marked as the number of a group counts it",
    ),
    P(
        "Almost all teachers (12) agreed.",
        "12",
        "teachers",
        id="so does a bracket behind how many of them",
    ),
    P(
        "Some cite the teachers (12) as well.",
        "12",
        None,
        id="a bracket behind any group may be a reference",
    ),
    P(
        "In all 60% of farmers came; 8% (n=3) left.",
        "3",
        "farmers",
        id="what is marked as the number of a share counts its base",
    ),
    P(
        "Lorn recorded the highest number of fires (1,176).",
        "1,176",
        "fires",
        id="a numbered noun ends before the bracket of its number",
    ),
    P(
        "Lorn province had the highest number of fires (176), followed by Orn province (62).",
        "62",
        "fires",
        id="areas of a list may be named by their kind",
    ),
    P(
        "In May 230 patients came, including 95 that were sent home.",
        "95",
        "patients",
        id="a part of which a relative clause says more",
    ),
    P(
        "Some 1,756 migrants were rescued in May, 1,463 in April and 1,054 in March.",
        "1,054",
        "migrants",
        id="counts of other months share the noun of the first",
    ),
    P(
        "The floods closed 12 schools in Lorn (7), Orn (3) and Sarn (2).",
        "3",
        "schools",
        id="counts in brackets after names share the noun",
    ),
    P(
        "In spring, 400 tents were tested. Of these, 31 were dry.",
        "31",
        "tents",
        id="`of these` takes the noun of the sentence before",
    ),
    P(
        "The number of stray dogs in Lorn has risen to 151.",
        "151",
        "stray dogs",
        id="a number of something counts it",
    ),
    P(
        "There were 31 cases from three states (Lorn – 20, Orn – 9, Sarn – 2).",
        "9",
        "cases",
        id="names behind a count of places count what was found there",
    ),
    P(
        "Workers confirmed 107 cases (88 from the camps and 19 from the town).",
        "88",
        "cases",
        id="a bracket behind a count that says where from is a part of it",
    ),
    P(
        "Laboratories went from 1,845 in May to 1,882 tests.",
        "1,882",
        "tests",
        id="a value that is changed to has its own noun",
    ),
    P(
        "Laboratories went from 1,845 to 1,882 tests.",
        "1,845",
        "tests",
        id="and the value that is changed from shares it",
    ),
    P(
        "The country has 130 trained masons and needs 450.",
        "450",
        "masons",
        id="the object of a second verb shares the noun of the first",
    ),
    P(
        "At least 81 civilians (37 men and 44 women) were hurt and 12 others died.",
        "12",
        "civilians",
        id="the parts in a closed bracket lend no noun",
    ),
    P(
        "The workshops employ 340 people; orders would let them hire 150 to 200 more.",
        "150 to 200",
        "people",
        id="so many more are of the same",
    ),
    P(
        "Among all patients, 22 are healthcare workers.",
        "22",
        "patients",
        id="the opening of a sentence names what is counted",
    ),
    P(
        "The plan trains 700 teachers and reaches youths in Lorn (100) and Orn (150).",
        "150",
        "youths",
        id="names behind another group count that group",
    ),
    P(
        "The team met 40 farmers. The index stood at 31.",
        "31",
        None,
        id="what does not point back takes over nothing",
    ),
]


def test_count_that_points_back_is_a_part_of_the_people_before(holds: Holds) -> None:
    text = "In spring, 400 farmers were trained. Of these, 31 were women."
    group = ("farmers", "prose.points_back")
    holds(text, "31", {"unit": "farmers", "population": group, "of": "400"})


@pytest.mark.parametrize("back", ["Of these, ", "Of them, ", "Among those, "])
def test_each_share_behind_what_points_back_is_of_those_before(holds: Holds, back: str) -> None:
    text = (
        f"The flood displaced 400 farmers. {back}54 per cent are women and 9 per cent live alone."
    )
    group = ("farmers", "prose.points_back")
    holds(text, "54 per cent", {"population": group, "of": "400"})
    holds(text, "9 per cent", {"population": group, "of": "400"})


def test_a_share_of_something_else_does_not_point_back(holds: Holds) -> None:
    text = "The flood displaced 400 farmers. Of the towns, 40 per cent are dry."
    holds(text, "40 per cent", {"of": None})


@pytest.mark.parametrize(
    "clause", ["; hunger stood at 9 per cent", ", and prices rose by 9 per cent"]
)
def test_a_share_in_a_clause_of_its_own_does_not_point_back(holds: Holds, clause: str) -> None:
    text = f"The flood displaced 400 farmers. Of these, 54 per cent are women{clause}."
    holds(text, "9 per cent", {"of": None})


def test_listed_names_count_the_people_before_them(holds: Holds) -> None:
    text = "The plan trains 700 teachers and reaches youths in Lorn (100) and Orn (150)."
    holds(text, "100", {"unit": "youths", "population": ("youths", "prose.listed_group")})


def test_people_in_a_bracket_are_counted_themselves(holds: Holds) -> None:
    text = "They met 400 migrants (210 men and 190 women) at sea."
    holds(text, "210", {"unit": "men", "population": ("men", "prose.counted_group")})


@pytest.mark.parametrize(("text", "quote", "population"), [*SHARES, *PARTS])
def test_share_has_its_base(
    holds: Holds, text: str, quote: str, population: tuple[str, str] | None
) -> None:
    holds(text, quote, {"population": population})


@pytest.mark.parametrize(("text", "quote"), NO_SHARES)
def test_rate_target_and_difference_have_no_base(holds: Holds, text: str, quote: str) -> None:
    holds(text, quote, {"population": None})


@pytest.mark.parametrize(("text", "quote", "unit"), COUNTS)
def test_bare_count_has_the_noun_said_before(
    holds: Holds, text: str, quote: str, unit: str | None
) -> None:
    holds(text, quote, {"unit": unit})


def test_ages_belong_to_those_counted(holds: Holds) -> None:
    text = "The team reached 70,000 children under the age of 5 years in Lorn."
    holds(text, "70,000", {"population": ("children under the age of 5 years", COUNTED)})


def test_a_counted_subject_is_its_population(holds: Holds) -> None:
    text = "The primary caregivers of children stood at 93,561."
    holds(text, "93,561", {"population": ("primary caregivers", "prose.counted_subject")})


def test_a_count_in_a_bracket_counts_the_group_before_it(holds: Holds) -> None:
    text = "Among the trained nurses (n=150), some own a boat."
    holds(text, "150", {"population": ("trained nurses", "prose.count_in_bracket")})


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The fund got $40 million. Of this, $12 million is late.", "$40 million"),
        ("The fund got $40 million. Of this amount, about $12 million is late.", "$40 million"),
        ("The fund got $40 million and paid $30 million. Of this, $12 million is late.", None),
        ("The fund got €40 million. Of this, $12 million is late.", None),
        ("The fund got $40 million in 2031. Of this, $12 million is late.", "$40 million"),
        ("The fund got $40 million for 20 boats. Of this, $12 million is late.", None),
        ("It sowed 300 hectares and got $40 million. Of this, $12 million is late.", None),
        ("The fund got $4 million. Of this, $12 million is late.", None),
        ("The fund got $40 million. Boats came. Of this, $12 million is late.", None),
        ("The fund got $40 million. Of this kind, $12 million is late.", None),
    ],
)
def test_a_sum_points_back_to_the_one_before(text: str, whole: str | None, holds: Holds) -> None:
    holds(text, "$12 million", {"of": whole})
