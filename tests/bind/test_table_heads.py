"""Heads and titles that do not say what is measured: sexes, the frame of sums, bases of indices."""

from collections.abc import Callable

import pytest

P = pytest.param
Holds = Callable[[str, str, dict[str, object]], None]
RULE = "table.header_and_label"

CENSUS = """\
# Tide census

Table CA2. | Sailors by rank and sex

| Rank | Male | Female |
|---|---|---|
| Mates | 412 | 433 |

Table 2. Prices, 2031

| | Index of rents (2029 = 100) | Weight 2030 (2025=100) |
|---|---|---|
| Boats | 112.4 | 61.5 |
"""
ACCOUNTS = """\
# Tide accounts

## Harbour fees

(Expressed in thousands of euros)

| | 2031 |
|---|---|
| Boats | 41 |

## Crews paid

In thousands of euros, for the year ended 30 June

| | 2031 |
|---|---|
| Mates | 43 |
"""


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        P(
            CENSUS,
            "433",
            {"indicator": ("Sailors: Mates", RULE), "population": ("Female", "table.part")},
            id="a column of one sex",
        ),
        P(
            CENSUS,
            "112.4",
            {
                "indicator": ("Index of rents (2029 = 100): Boats", RULE),
                "as_of": ("2031", "as_of.table_title"),
            },
            id="the base of an index is no date",
        ),
        P(CENSUS, "61.5", {"as_of": ("2030", "as_of.table_header")}, id="a date beside a base"),
        P(ACCOUNTS, "41", {"indicator": ("Harbour fees: Boats", RULE)}, id="how sums are stated"),
        P(ACCOUNTS, "43", {"indicator": ("Crews paid: Mates", RULE)}, id="of when sums are"),
    ],
)
def test_head(text: str, quote: str, expected: dict[str, object], holds: Holds) -> None:
    holds(text, quote, expected)
