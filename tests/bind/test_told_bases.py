"""The base of a share by what stands right before it, its bracket, or in the name of its rate."""

from collections.abc import Callable

import pytest

P = pytest.param
Holds = Callable[[str, str, dict[str, object]], None]
SUBJECT, SHARED = "prose.base_subject", "prose.base_shared"
NAMED = "prose.base_of_named_share"

BASES = [
    P(
        "Schools in Orn State (31%), Vell State (17%) and parts of Sarn State (3%) are in ruins.",
        "31%",
        ("Schools", SUBJECT),
        id="areas of which it is said where they are",
    ),
    P(
        "Schools in Orn State (31%), Vell State (17%) and Sarn State (3%) are in ruins.",
        "3%",
        ("Schools", SHARED),
        id="the last name of a list is no group",
    ),
    P(
        "Schools lack water in Orn State (31%).",
        "31%",
        None,
        id="something in each of the areas has no base",
    ),
    P(
        "The prevalence of wasting among children 6-59 months differs in Orn [9.9% vs 0.7%].",
        "0.7%",
        ("children 6-59 months", NAMED),
        id="a bracket of a rate among a group",
    ),
    P("The death rate in confirmed cases is 21%.", "21%", ("confirmed cases", NAMED), id="rate in"),
    P(
        "In all, (45%) of stakeholders agree more than the younger pupils(38%).",
        "45%",
        ("stakeholders", "prose.share_of"),
        id="alone in its bracket",
    ),
    P(
        "In all, (45%) of stakeholders agree more than the younger pupils(38%).",
        "38%",
        ("younger pupils", "prose.base_beside"),
        id="whom a bracket compares",
    ),
    P(
        "Of sites, 86 per cent are new and 9 per cent (1 per cent down since May) of them are big.",
        "9 per cent",
        ("sites", "prose.of_them"),
        id="them of whom a share was said",
    ),
    P(
        "The profile of visa applicants is young (80 per cent are under 30).",
        "80 per cent",
        ("visa applicants", SUBJECT),
        id="a clause in a bracket",
    ),
    P(
        "Barns were the usual type of shelters with 59 per cent.",
        "59 per cent",
        ("shelters", SUBJECT),
        id="of what it is the kind",
    ),
    P(
        "Repairs were hard for poor, landless households, with 41 per cent citing rent.",
        "41 per cent",
        ("landless households", SUBJECT),
        id="for whom it is so",
    ),
    P(
        "About 80 per cent of the wells are in Orn, followed by 17 per cent in Vell.",
        "17 per cent",
        ("wells", "prose.elided_group"),
        id="what follows is of the same group",
    ),
    P(
        "They praised 13 per cent of the pupils staying on after being taught at home.",
        "13 per cent",
        ("pupils", "prose.share_of"),
        id="a clause with after says nothing of the group",
    ),
    P(
        "They run about one in five of all jobs in private firms.",
        "one in five",
        ("jobs in private firms", "prose.share_of"),
        id="what they are in is told",
    ),
    P(
        "They run about one in five of all jobs in the north.",
        "one in five",
        ("jobs", "prose.share_of"),
        id="where they are is a place",
    ),
    P(
        "They saw a drop in travel of women staff, with only 40 per cent able to go.",
        "40 per cent",
        ("women staff", SUBJECT),
        id="whom a share alone is able",
    ),
    P(
        "They saw a drop in travel of staff, with only 40 per cent able to go (down from 52%).",
        "52%",
        ("staff", "prose.base_former"),
        id="what it was before",
    ),
    P(
        "Most yards met around 80 per cent or more of their targets.",
        "80 per cent",
        ("targets", "prose.share_of"),
        id="a limit between a share and its base",
    ),
    P(
        "Among the admitted patients (n=226), 44 (22%) had a cough.",
        "22%",
        ("admitted patients", "prose.opening_group"),
        id="a group with its size",
    ),
    P("It was so for half of 2033 in Lorn.", "half", None, id="a year is no group"),
]
COUNTS = [
    P(
        "Nearly all clinics (6) gave drugs. Others named the price (2) and distance (1).",
        "2",
        "clinics",
        id="a bracket in the sentence behind one that counts",
    ),
    P(
        "In May 62 per cent of infants were ill by all tests [n=40 for Orn and n=27 for Vell].",
        "27",
        "infants",
        id="whom the share before is of",
    ),
    P(
        "The day brought a number of new fires over 30.",
        "30",
        "new fires",
        id="what is numbered, behind a limit",
    ),
    P(
        "The total number of culture confirmed cases was 20.",
        "20",
        "culture confirmed cases",
        id="a participle that belongs to the noun",
    ),
    P("Losses went from 3125 in May to 3345 boats in June.", "3125", "boats", id="the later value"),
    P(
        "The number of fires soared, rising from 6,000 in 2014 to 13,000 estimated for 2017.",
        "13,000",
        "fires",
        id="the earlier value",
    ),
    P(
        "It helps youths in Orn (100), Vell (150) and West regions (90).",
        "90",
        "youths",
        id="a name with what kind of area it is",
    ),
    P(
        "The number of fires rose on 5 April (66) and 9 April (41).",
        "66",
        "fires",
        id="a bracket behind a day",
    ),
    P(
        "They saw 90 cases. Of these, 32 were confirmed positive, 3 probable and 20 unknown.",
        "3",
        "cases",
        id="one word says what they are",
    ),
]


@pytest.mark.parametrize(("text", "quote", "population"), BASES)
def test_share_has_the_base_that_the_words_before_it_tell(
    holds: Holds, text: str, quote: str, population: tuple[str, str] | None
) -> None:
    holds(text, quote, {"population": population})


@pytest.mark.parametrize(("text", "quote", "unit"), COUNTS)
def test_count_in_a_bracket_counts_what_was_counted_before(
    holds: Holds, text: str, quote: str, unit: str
) -> None:
    holds(text, quote, {"unit": unit})


def test_bracket_behind_a_share_counts_what_it_is_of(holds: Holds) -> None:
    text = "Half of the clinics (12 of 24) were open."
    group = ("clinics", "prose.restated_in_bracket")
    holds(text, "12", {"unit": "clinics", "population": group})
    holds(text, "24", {"unit": "clinics", "population": group})
