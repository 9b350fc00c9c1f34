"""Figures that `respectively` pairs with the members of a list."""

from collections.abc import Callable

import pytest

P = pytest.param
Holds = Callable[[str, str, dict[str, object]], None]
PRICES = "Prices were highest in Ost, Vell and Sarn (EUR 10, 12 and 14 per kg, respectively)."
COSTS = (
    "The cost of beans, salt and rice rose by 20 per cent, 18 per cent and 32 per cent, "
    "respectively."
)
YEARS = "Output fell by 10 per cent and 14 per cent in 2031 and 2032, respectively."

CASES = [
    P(PRICES, "EUR 10", {"place": ("Ost", "place.listed")}, id="the first of three places"),
    P(PRICES, "14", {"place": ("Sarn", "place.listed")}, id="the last of three places"),
    P(
        COSTS,
        "18 per cent",
        {
            "indicator": ("cost of salt rose", "prose.respective"),
            "population": ("cost of salt", "prose.respective"),
        },
        id="a thing of a list",
    ),
    P(YEARS, "10 per cent", {"as_of": ("2031", "as_of.respective")}, id="the first year"),
    P(YEARS, "14 per cent", {"as_of": ("2032", "as_of.respective")}, id="the second year"),
    P(
        "The Fund paid EUR 3 million and EUR 4 million to Ost and Vell, respectively.",
        "EUR 3 million",
        {"place": ("Ost", "place.listed")},
        id="a list behind the figures",
    ),
    P(
        "The teams in Ost, Vell and Sarn treated 300 and 500 patients, respectively.",
        "300",
        {"place": None},
        id="three places and two figures",
    ),
    P(
        "Rice and maize prices rose by 12 per cent and 9 per cent, respectively.",
        "12 per cent",
        {"indicator": ("Rice and maize prices rose", "prose.change_by")},
        id="a noun that members may share",
    ),
    *(
        P(
            f"They saw 300 and 500 patients in {told}, respectively.",
            "300",
            {"place": None},
            id=told,
        )
        for told in (
            "January and March",
            "Spring and Summer",
            "Phase One and Phase Two",
            "DF and UB",
        )
    ),
    P(
        "In Ost and Vell, 300 boats sank and 5 per cent of nets, respectively.",
        "300",
        {"place": None},
        id="figures of two kinds",
    ),
    P(
        "The fees for boats and sheds rose by 12 per cent and 9 per cent.",
        "12 per cent",
        {"indicator": ("fees for boats and sheds rose", "prose.change_by")},
        id="a list that nothing pairs",
    ),
]


@pytest.mark.parametrize(("memo", "quote", "expected"), CASES)
def test_each_figure_has_its_own_member(
    memo: str, quote: str, expected: dict[str, object], holds: Holds
) -> None:
    holds(memo, quote, expected)
