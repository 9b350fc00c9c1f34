"""A change that does not say of what is of what was said to change before it."""

from collections.abc import Callable

import pytest

P = pytest.param
Holds = Callable[[str, str, dict[str, object]], None]
RULE = "prose.base_changed"

CHANGED = [
    P(
        "In 2030 the price of bread was stable, but then rose. Orn saw the highest rise (up 5%).",
        "5%",
        "price of bread",
        id="what rose in the sentence before",
    ),
    P(
        "The average price fell by 1%. The decrease occurred in: Orn (3%), Vell and Sarn (2%).",
        "2%",
        "average price",
        id="each place of a list",
    ),
    P(
        "Towns with a sharp decline in prices are Orn and Vell, with a decrease of 18% and 14%.",
        "14%",
        "prices",
        id="what the sentence names as changing",
    ),
    P(
        "Six towns recorded a rising bread price. The highest increase of 11% was seen in Orn.",
        "11%",
        "bread price",
        id="an attribute",
    ),
    P(
        "Vell has the lowest ticket price at EUR 4 (down 6%), followed by Orn at EUR 5 (down 8%).",
        "8%",
        "ticket price",
        id="the change before, over an amount",
    ),
    P(
        "Ferry fares held still with no rise since June yet have dropped by 13%.",
        "13%",
        "Ferry fares",
        id="a second verb behind a date",
    ),
    P(
        "Port dues stayed strong, reaching USD 5 million in May, a 9 per cent increase.",
        "9 per cent",
        "Port dues",
        id="what reached an amount",
    ),
    P("Salt: no change (0%) since May.", "0%", "Salt", id="no change"),
    P(
        "Orn had the cheapest bread basket (12 per cent below the average).",
        "12 per cent",
        "cheapest bread basket",
        id="what a bracket compares",
    ),
    P(
        "They note an uptick in IDPs (2 per cent increase) this week.",
        "2 per cent",
        "IDPs",
        id="people in capital letters are no name",
    ),
]
NOTHING = [
    P("Prices fell. Membership recorded an increase of 5 per cent.", id="another thing that rose"),
    P("Prices fell. The rate stands at 5 per cent.", id="no change"),
    P("The team met. The highest increase of 5 per cent was in Orn.", id="nothing changed before"),
]


@pytest.mark.parametrize(("text", "quote", "value"), CHANGED)
def test_unnamed_change_is_of_what_changed_before(
    holds: Holds, text: str, quote: str, value: str
) -> None:
    holds(text, quote, {"population": (value, RULE)})


@pytest.mark.parametrize("text", NOTHING)
def test_unnamed_change_has_no_base_where_none_is_said(holds: Holds, text: str) -> None:
    holds(text, "5 per cent", {"population": None})
