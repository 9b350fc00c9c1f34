"""Whose an amount is: of the people that spend or get it, or of each to whom it goes."""

from collections.abc import Callable

import pytest

P = pytest.param
Holds = Callable[[str, str, dict[str, object]], None]
RULE = "prose.whose_amount"

CASES = [
    P("The average household spends USD 310 on food.", "USD 310", "average household", id="one"),
    P("Families there draw 11 litres a day.", "11 litres", "Families", id="an adverb between"),
    P("Most pupils live within 3 km of a post.", "3 km", "pupils", id="how far away they are"),
    P("It pays EUR 40 to each family that leaves.", "EUR 40", "family", id="each to whom it goes"),
    P("The household spends USD 310 on food.", "USD 310", None, id="one that stands for itself"),
    P("The network received USD 310 in May.", "USD 310", None, id="no people"),
    P("Orn Women spent USD 9 million.", "USD 9 million", None, id="the name of a body"),
    P("Volunteers sold 40 tonnes of rice.", "40 tonnes", None, id="what they did not take"),
    P("Clinics for families need USD 31 million.", "USD 31 million", None, id="no subject"),
]
EVENTS = [
    P("Some 70 cases were seen in May.", "70", None, id="cases"),
    P("Of the 42 deaths, 9 were in Orn.", "9", None, id="a part of deaths"),
    P("Some 70 suspected cases were seen.", "70", "suspected cases", id="which cases"),
    P("Of the 42 deaths, 9 per cent were in Orn.", "9 per cent", "deaths", id="a share of them"),
]


@pytest.mark.parametrize(("text", "quote", "value"), CASES)
def test_amount_is_of_the_people_whose_it_is(
    holds: Holds, text: str, quote: str, value: str | None
) -> None:
    holds(text, quote, {"population": (value, RULE) if value is not None else None})


@pytest.mark.parametrize(("text", "quote", "value"), EVENTS)
def test_events_alone_are_no_group(
    bind: Callable[[str, str], dict[str, tuple[str, str] | None]],
    text: str,
    quote: str,
    value: str | None,
) -> None:
    found = bind(text, quote)["population"]
    assert (found[0] if found is not None else None) == value
