"""Values as a person writes them."""

from collections.abc import Callable
from typing import Any

import pytest

from extractor.written import number, scaled, written
from schemas.figure import Bound


@pytest.mark.parametrize(
    ("kind", "value", "more", "expected"),
    [
        ("money", "152000000000", {"unit": "USD"}, "USD 152,000,000,000"),
        ("percent", "41", {"unit": "percent"}, "41%"),
        ("percent", "3", {"unit": "percentage_points"}, "3 percentage points"),
        ("count", "40000", {"unit": "people", "modifier": "approx"}, "about 40,000 people"),
        ("ratio", "2.8", {"unit": "times"}, "2.8 times"),
        ("ratio", "0.333333333333", {}, "0.333333333333"),
        ("date", "2022-02-24", {}, "24 February 2022"),
        ("date", "2023-12", {}, "December 2023"),
        ("date", "2024/2026", {}, "2024 to 2026"),
        ("date", "2022-03/..", {}, "from March 2022 on"),
        ("date", "../2022-03", {}, "until March 2022"),
        ("date", "2022-99", {}, "2022-99"),
        ("duration", "P18M", {}, "18 months"),
        ("duration", "P1Y", {}, "1 year"),
        ("duration", "PT24H", {"modifier": "at_most"}, "at most 24 hours"),
        ("duration", "P5.7Y", {}, "5.7 years"),
        ("duration", "soon", {}, "soon"),
        ("money", None, {"low": "5000000", "high": "6000000", "unit": "USD"}, None),
        ("count", None, {"low": "10", "unit": "towns"}, "10 or more towns"),
        ("count", None, {"high": "10", "unit": "towns"}, "up to 10 towns"),
    ],
)
def test_a_value_is_written_as_a_person_writes_it(
    sketch: Callable[[str], Any], kind: str, value: str | None, more: dict[str, str], expected: str
) -> None:
    figure = sketch("x").figure("x", kind, value, **more)
    assert written(figure) == (expected or "USD 5,000,000 to 6,000,000")


def test_a_rate_tells_what_it_is_counted_on(sketch: Callable[[str], Any]) -> None:
    per = Bound(value="person/month", state="stated", rule="test", anchor=None)
    figure = sketch("x").figure("x", "money", "250", unit="USD", per=per)
    assert written(figure) == "USD 250 per person per month"


@pytest.mark.parametrize("digits", ["1" * 40, "-" + "9" * 400, f"1{'0' * 30}.5", "1" * 27])
def test_a_number_too_long_for_a_scale_keeps_all_its_digits(digits: str) -> None:
    assert scaled(digits) == number(digits)
    assert scaled(digits).replace(",", "") == digits
