"""The base of a share by what stands right before it, its bracket, or in the name of its rate."""

from collections.abc import Callable

import pytest

P = pytest.param
Holds = Callable[[str, str, dict[str, object]], None]
SUBJECT, SHARED = "prose.base_subject", "prose.base_shared"
NAMED = "prose.base_of_named_share"

BASES = [
    P(
        "Clinics in Orn State (44%), parts of Vell State (5%) and Sarn State (26%) are closed.",
        "44%",
        ("Clinics", SUBJECT),
        id="areas of which it is said where they are",
    ),
    P(
        "Schools in Orn State (44%), Vell State (26%) and Sarn State (5%) are shut.",
        "5%",
        ("Schools", SHARED),
        id="the last name of a list is no group",
    ),
    P(
        "Schools lack water in Orn State (44%).",
        "44%",
        None,
        id="something in each of the areas has no base",
    ),
    P(
        "The rate of myopia among infants 4-11 months is uneven in Lorn [12.4% vs 3.1%].",
        "3.1%",
        ("infants 4-11 months", NAMED),
        id="a bracket of a rate among a group",
    ),
    P("The death rate in confirmed cases is 21%.", "21%", ("confirmed cases", NAMED), id="rate in"),
    P(
        "There, (62%) of nurses walk home more than the older pupils(27%).",
        "62%",
        ("nurses", "prose.share_of"),
        id="alone in its bracket",
    ),
    P(
        "There, (62%) of nurses walk home more than the older pupils(27%).",
        "27%",
        ("older pupils", "prose.base_beside"),
        id="whom a bracket compares",
    ),
    P(
        "Of sites, 86 per cent are new and 9 per cent (1 per cent down since May) of them are big.",
        "9 per cent",
        ("sites", "prose.of_them"),
        id="them of whom a share was said",
    ),
    P(
        "The make-up of new drivers is mixed (35 per cent are over 50).",
        "35 per cent",
        ("new drivers", SUBJECT),
        id="a clause in a bracket",
    ),
    P(
        "Cellars made the most common form of classrooms at 23 per cent.",
        "23 per cent",
        ("classrooms", SUBJECT),
        id="of what it is the kind",
    ),
    P(
        "Travel is costly for old, retired teachers, with 37 per cent walking instead.",
        "37 per cent",
        ("retired teachers", SUBJECT),
        id="for whom it is so",
    ),
    P(
        "Some 64 per cent of the wells lie in Orn, followed by 22 per cent in Vell.",
        "22 per cent",
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
        "Women hold nearly two in seven of the posts in village schools.",
        "two in seven",
        ("posts in village schools", "prose.share_of"),
        id="what they are in is told",
    ),
    P(
        "Women hold nearly two in seven of the posts in the north.",
        "two in seven",
        ("posts", "prose.share_of"),
        id="where they are is a place",
    ),
    P(
        "The fee is steep for older women, with just 28 per cent willing to pay.",
        "28 per cent",
        ("older women", SUBJECT),
        id="whom a share alone is able",
    ),
    P(
        "The fee is steep for older women, with just 28 per cent willing to pay (down from 46%).",
        "46%",
        ("older women", "prose.base_former"),
        id="what it was before",
    ),
    P(
        "Most yards met around 80 per cent or more of their targets.",
        "80 per cent",
        ("targets", "prose.share_of"),
        id="a limit between a share and its base",
    ),
    P(
        "Of the trained nurses (n=150), 57 (38%) own a boat.",
        "38%",
        ("trained nurses", "prose.opening_group"),
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
        "The number of lake born calves was 85.",
        "85",
        "lake born calves",
        id="a participle that belongs to the noun",
    ),
    P("Sales fell from 2875 in June to 2410 nets in July.", "2875", "nets", id="the later value"),
    P(
        "The number of ferries shrank, falling from 840 in 2031 to 510 expected by 2034.",
        "510",
        "ferries",
        id="the earlier value",
    ),
    P(
        "It helps youths in Orn (100), Vell (150) and West regions (90).",
        "90",
        "youths",
        id="a name with what kind of area it is",
    ),
    P(
        "The number of leaks peaked on 3 May (17) and 12 June (28).",
        "17",
        "leaks",
        id="a bracket behind a day",
    ),
    P(
        "They weighed 75 goats. Of these, 48 were found healthy, 6 lame and 21 thin.",
        "6",
        "goats",
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
