"""Sums in sentences: what they are of, what they pay for, and who gave them."""

from collections.abc import Callable

import pytest

Holds = Callable[[str, str, dict[str, object]], None]


@pytest.mark.parametrize(
    ("sentence", "quote", "indicator"),
    [
        ("The $3.5 million project will end in 2032.", "$3.5 million", "project"),
        ("Lorn launches $48 million appeal for towns.", "$48 million", "appeal for towns"),
        ("The $3 million cost of the plan is high.", "$3 million", "cost of the plan"),
        ("Some $3 million help 200 people.", "$3 million", None),
        ("The $3 million go to families.", "$3 million", None),
        ("In 2031, USD 3 million benefit from it.", "USD 3 million", None),
        ("Donors gave $5 million and lent $2 million.", "$5 million", "gave"),
    ],
)
def test_a_sum_describes_the_noun_behind_it(
    sentence: str, quote: str, indicator: str | None, bind: Callable[[str, str], dict]
) -> None:
    said = bind(sentence, quote)["indicator"]
    assert (said and said[0]) == indicator


@pytest.mark.parametrize(
    ("sentence", "quote", "indicator"),
    [
        ("It includes $3 million for food for 350 people.", "350", "food"),
        ("It includes $3 million for shelter to 240 households.", "240", "shelter"),
    ],
)
def test_what_a_sum_pays_for_is_of_those_who_get_it(
    sentence: str, quote: str, indicator: str, holds: Holds
) -> None:
    holds(sentence, quote, {"indicator": (indicator, "prose.paid_for")})


def test_a_sum_pays_for_goods_no_place(holds: Holds) -> None:
    text = "The fund gave USD 3 million for Mali for 120 families."
    holds(text, "120", {"indicator": ("gave", "prose.verb")})


@pytest.mark.parametrize(
    ("sentence", "group"),
    [
        ("The state paid USD 30 for each of 300 women.", "women"),
        ("The state paid USD 30 for each of 300 poor women.", "poor women"),
        ("The state paid USD 30 to each of the women.", "women"),
        ("The state paid USD 30 to each poor family.", "poor family"),
    ],
)
def test_each_of_several_is_named_without_their_number(
    sentence: str, group: str, holds: Holds
) -> None:
    holds(sentence, "USD 30", {"population": (group, "prose.whose_amount")})


@pytest.mark.parametrize(
    ("sentence", "quote", "place"),
    [
        ("The union gave $4 million and Japan $2 million.", "$4 million", None),
        ("The union gave $4 million and Japan $2 million.", "$2 million", None),
        ("Japan has pledged $9 million to Kenya.", "$9 million", "Kenya"),
        ("Les pluies durent. Le Japon a versé 4 millions d'euros.", "4 millions d'euros", None),
        ("Japan gave $3 million for schools in Kenya.", "$3 million", "Kenya"),
        ("Kenya needs $40 million.", "$40 million", "Kenya"),
        ("The bank lent Kenya $48 million.", "$48 million", "Kenya"),
        ("Kenya received $12 million.", "$12 million", "Kenya"),
        ("In Kenya, donors gave $7 million.", "$7 million", "Kenya"),
    ],
)
def test_who_gives_is_not_where_it_goes(
    sentence: str, quote: str, place: str | None, bind: Callable[[str, str], dict]
) -> None:
    said = bind(sentence, quote)["place"]
    assert (said and said[0]) == place


def test_things_are_no_part_of_a_sum(holds: Holds) -> None:
    text = "It has $6.8 million to prevent fever, of which 312 cases and 9 deaths are known."
    holds(text, "312", {"of": None})
    holds("It has 40 boats, of which 12 are new.", "12", {"of": "40"})
