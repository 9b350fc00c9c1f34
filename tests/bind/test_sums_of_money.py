"""Bare numbers with a magnitude: money where what they measure is a sum, and nothing else."""

from collections.abc import Callable

import pytest

Holds = Callable[[str, str, dict[str, object]], None]

OPENING = "The budget is 412.6 billion euros. "


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("Tax revenue accounts for 331.0 billion, or 80.2 per cent of it.", "331.0 billion"),
        ("The deficit of 36.3 billion will be financed.", "36.3 billion"),
        ("It is met by domestic borrowing of 22 billion.", "22 billion"),
        ("Public debt rose to 640 billion.", "640 billion"),
        ("The deficit of 2 or 3 billion will be financed.", "2 or 3 billion"),
    ],
)
def test_a_sum_is_money_of_the_currency_before(sentence: str, quote: str, holds: Holds) -> None:
    holds(OPENING + sentence, quote, {"kind": "money", "unit": "EUR"})


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("The plan will help 3.1 million.", "3.1 million"),
        ("The cost of living crisis affects 2.3 million.", "2.3 million"),
        ("Budget cuts hit 1.4 million.", "1.4 million"),
        ("Of these, 2.2 million are children.", "2.2 million"),
        ("The debt rose by 640.", "640"),  # no magnitude: it may be points, cases, anything
        ("The capital grew to 3 million.", "3 million"),
        ("Revenue of 2 or 3 was told.", "2 or 3"),  # no magnitude either
        ("One or two require funding.", "One or two"),
        ("The debt is 1 to 2.", "1 to 2"),
        ("The deficit is twenty-one.", "twenty-one"),
        ("Seed requirements rose to 2.1 million.", "2.1 million"),
        ("Hectares under investment rose to 4 million.", "4 million"),
        ("Those without income rose to 1.2 million.", "1.2 million"),
        ("Revenue officers met 1.2 million people.", "1.2 million"),
    ],
)
def test_what_is_no_sum_stays_a_count(sentence: str, quote: str, holds: Holds) -> None:
    holds(OPENING + sentence, quote, {"kind": "count"})


def test_a_text_without_money_has_no_sums(holds: Holds) -> None:
    holds("Public debt rose to 640 billion.", "640 billion", {"kind": "count", "unit": None})


def test_which_of_two_currencies_is_that_of_the_paragraph(holds: Holds) -> None:
    text = "It costs 3 million euros.\n\nThe loan is 5 million dollars. The debt is 7 million."
    holds(text, "7 million", {"kind": "money", "unit": "USD"})
    holds(f"{text}\n\nThe deficit is 9 million.", "9 million", {"kind": "count"})


def test_sums_in_other_languages(holds: Holds) -> None:
    text = (
        "Les recettes totales du port sont estimées à 412,6 milliards d'euros. Le déficit de 36,3"
        " milliards est financé par la ville. Le port aide 3,1 millions de personnes."
    )
    holds(text, "36,3 milliards", {"kind": "money", "unit": "EUR"})
    holds(text, "3,1 millions", {"kind": "count"})
    text = "Le budget est de 4 millions d'euros. Les recettes fiscales s'élèvent à 331 millions."
    holds(text, "331 millions", {"kind": "money", "unit": "EUR"})
    text = "El presupuesto es de 4 millones de euros. Los hogares con deudas son 1,2 millones."
    holds(text, "1,2 millones", {"kind": "count"})
