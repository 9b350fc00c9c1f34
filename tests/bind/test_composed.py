"""People whom a verb only tells to be part of a group, and what only announces how many."""

from collections.abc import Callable

import pytest

P = pytest.param
Holds = Callable[[str, str, dict[str, object]], None]
LANDED = "Some 310 people landed."

PARTS = [
    P(
        f"{LANDED} This includes 90 women.",
        "90",
        {"indicator": ("landed", "prose.composed"), "of": "310"},
        id="what points to those counted before",
    ),
    P(
        f"{LANDED} They include 90 women.",
        "90",
        {"indicator": ("landed", "prose.composed"), "population": ("women", "prose.counted_group")},
        id="a pronoun",
    ),
    P(
        f"{LANDED} The group included 170 men, 90 women and 50 boys.",
        "170",
        {"indicator": ("landed", "prose.composed"), "of": "310"},
        id="a group whose parts add up to it",
    ),
    P(
        f"{LANDED} The group includes 12 nurses and 3 cooks.",
        "3",
        {"indicator": ("cooks", "prose.object"), "of": None},
        id="another group",
    ),
    P(
        f"{LANDED} They include 900 women.",
        "900",
        {"indicator": None, "of": None},
        id="more than were counted",
    ),
    P(
        f"{LANDED} This includes plans to train 40 nurses.",
        "40",
        {"indicator": ("train", "prose.verb"), "of": None},
        id="who are the object of another verb",
    ),
    P(
        "Some 40 people fled, comprising seven boys and 33 girls.",
        "33",
        {"indicator": ("fled", "prose.composed"), "of": "40"},
        id="a participle behind a comma",
    ),
    P(
        "The crew comprises 12 nurses and 30 drivers.",
        "30",
        {"indicator": ("drivers", "prose.counted"), "of": None},
        id="a body, and nobody counted before",
    ),
    P(
        "Some 28 of the 36 boys who had left returned. They include 12 orphans.",
        "12",
        {"of": "28"},
        id="of the part that the sentence is about, not of its whole",
    ),
    P(
        f"{LANDED} The figure includes 400 women and 200 men.",
        "200",
        {"indicator": None, "of": None},
        id="beside a part that is more than were counted",
    ),
    P(
        f"{LANDED} The figure includes 200 women and 120 men.",
        "200",
        {"indicator": None, "of": None},
        id="parts that together are more than were counted",
    ),
    P(
        "The club reached 500 people. It comprises 12 staff and 40 volunteers.",
        "40",
        {"indicator": ("volunteers", "prose.counted"), "of": None},
        id="a body that counts others",
    ),
    P(
        "A caravan of 310 people came. It included 90 women.",
        "90",
        {"indicator": ("came", "prose.composed"), "of": "310"},
        id="what is itself counted",
    ),
    P(
        "Some 310 families fled. They include 200 children.",
        "200",
        {"indicator": ("fled", "prose.composed"), "of": None},
        id="who live in families, and are no part of their number",
    ),
    P(
        "There are 310 families. They include 200 children.",
        "200",
        {"indicator": None, "of": None},
        id="families of whom nothing is said",
    ),
    P(
        "Some 400 households, comprising 90 women and 70 men, were displaced.",
        "90",
        {"of": None},
        id="who live in households",
    ),
    P(
        f"{LANDED} It included 40 trucks for 90 women and 30 men.",
        "30",
        {"of": None},
        id="people for whom something else is",
    ),
    P(
        f"{LANDED} This includes a 12-bed clinic for 40 women.",
        "40",
        {"indicator": ("bed clinic", "prose.noun_for"), "of": None},
        id="a thing for people",
    ),
    P(
        f"{LANDED} They include 90 women in Ost and 40 men in Vell.",
        "40",
        {"indicator": ("landed", "prose.composed"), "of": "310"},
        id="parts in places",
    ),
    P(
        "The camp holds 90 people in 30 tents, comprising 50 women and 40 men.",
        "40",
        {"indicator": ("holds", "prose.composed"), "of": "90"},
        id="of the people before, not of their tents",
    ),
    P(
        "The 300 injured comprised 200 women and 100 men.",
        "200",
        {"indicator": ("injured", "prose.composed"), "of": "300"},
        id="a subject that the parts add up to",
    ),
    P(
        "The 20 teams comprised 90 women and 40 men.",
        "90",
        {"indicator": None, "of": None},
        id="a subject that they do not add up to",
    ),
    P(
        f"{LANDED[:-1]}, i.e. threefold the usual number.",
        "threefold",
        {"of": None},
        id="a factor",
    ),
]

TOTALS = [
    P(
        "Teams reached a total of 643 males and 410 females.",
        "410",
        {"indicator": ("reached", "prose.verb"), "population": ("females", "prose.counted_group")},
        id="the total of two groups",
    ),
    P(
        "The survey covered 22 female farmers.",
        "22",
        {"population": ("female farmers", "prose.counted_group")},
        id="an adjective",
    ),
]

WHOLES = [
    P(
        "Some 40 of the 55 new cases were passengers.",
        "55",
        {"indicator": ("new cases", "prose.counted")},
        id="what is said of the part",
    ),
    P(
        "Some 40 of the 55 new cases were passengers.",
        "40",
        {"indicator": ("passengers", "prose.share_predicate"), "of": "55"},
        id="the part",
    ),
    P(
        "Some 12 of 30 nurses who were trained in Ost left.",
        "30",
        {"indicator": ("trained", "prose.predicate")},
        id="what a relative clause says of the whole",
    ),
    P(
        "Some 30 nurses were ill.",
        "30",
        {"indicator": ("ill", "prose.predicate")},
        id="no part",
    ),
]


@pytest.mark.parametrize(("memo", "quote", "expected"), WHOLES)
def test_what_is_said_of_a_part_is_not_said_of_its_whole(
    memo: str, quote: str, expected: dict[str, object], holds: Holds
) -> None:
    holds(memo, quote, expected)


@pytest.mark.parametrize(("memo", "quote", "expected"), PARTS)
def test_parts_of_a_group_are_told_with_it(
    memo: str, quote: str, expected: dict[str, object], holds: Holds
) -> None:
    holds(memo, quote, expected)


@pytest.mark.parametrize(("memo", "quote", "expected"), TOTALS)
def test_a_total_only_announces_how_many(
    memo: str, quote: str, expected: dict[str, object], holds: Holds
) -> None:
    holds(memo, quote, expected)
