"""What figures in tables are bound to: headers, labels, titles, groups, totals, units, people."""

from collections.abc import Callable

import pytest

P = pytest.param
Holds = Callable[[str, str, dict[str, object]], None]

YEARS = """\
# Tide plan

Table 1. Requirements by sector and year (USD thousand)

| No. | Sector | 2031 | 2032 | Total |
|---|---|---|---|---|
| 1 | Shelter | 1,250 | 900 | 2,150 |
| 2 | Water | 300 | 250 | 550 |
"""
PEOPLE = """\
# Tide plan

Table 2. People reached in May 2031

| Country | People targeted | Number of households | Boats | Share |
|---|---|---|---|---|
| Kenya | 1,250 | 900 | 77 | 12% |
| Uganda | 300 | 200 | 78 | 14% |
"""
BUDGET = """\
# Tide plan

The fund holds EUR 40 million.

| Item | Budget | Number of staff |
|---|---|---|
| Housing | | |
| Repairs | 1,250 | 30 |
| Total | 4,250 | 31 |
"""
NOTED = """\
# Tide plan

As of May 2031

| Level | Schools |
|---|---|
| Primary | 125 |
"""
SIGNED = """\
# Tide accounts

| Paper | 2031 | Rate |
|---|---|---|
| Bonds | $ 1,250 | 3 |
| Notes | 740 | 4 |
| In all | $ 1,990 | 5 |
"""
DECLARED = """\
# Tide accounts

Tabular amounts are stated in thousands of euros.

| Revenue | 2031 | Number of payers |
|---|---|---|
| Taxes | 1,250 | 800 |
"""
REPEATED = """\
# Tide accounts

Table 5. Funds (USD thousand)

| Paper | This year | Last year |
|---|---|---|
| Bonds | 1,250 | 1,100 |
| Notes | 2031 | 2030 |
| Bills | 740 | 2,020 |
"""
PLACED = """\
# Tide plan

Table 3. Schools targeted in Kenya and Uganda

| Level | Schools |
|---|---|
| Primary | 125 |
| Kenya Housing Development Fund | 30 |
"""
TITLED = """\
# Tide plan

Table 4. Nets mended

| | |
|---|---|
| New | 125 |
| Old | 30 |
"""
TOLD = """\
# Tide plan

| | Requirement (USD) |
|---|---|
| Kenya | 12,345 |
| Uganda | 23,456 |

| | Cost (USD) |
|---|---|
| | 23,456 |
"""
UNDER_HEADING = """\
# Tide plan

## Funding received

Table 5. The coast

| Item | USD |
|---|---|
| Nets | 4,000 |
"""

CASES = [
    P(
        YEARS,
        "1,250",
        {
            "unit": "USD",
            "indicator": ("Requirements: Shelter", "table.header_and_label"),
            "as_of": ("2031", "as_of.table_header"),
            "status": ("required", "status.table_title"),
        },
        id="title and label; the year of the column",
    ),
    P(YEARS, "2,150", {"as_of": ("2031/2032", "as_of.total_of_years")}, id="a total of years"),
    P(
        PEOPLE,
        "1,250",
        {
            "indicator": ("People targeted", "table.header_and_label"),
            "population": ("People", "table.people"),
            "unit": "People",
            "place": ("Kenya", "place.table_label"),
            "as_of": ("2031-05", "as_of.table_title"),
            "status": ("targeted", "status.table_header"),
        },
        id="a column of people; the place of the row",
    ),
    P(
        PEOPLE,
        "900",
        {"population": ("households", "table.people"), "status": ("reached", "status.table_title")},
        id="number of …",
    ),
    P(PEOPLE, "77", {"unit": "boats", "population": None}, id="a column of things"),
    P(PEOPLE, "14%", {"indicator": ("Share", "table.header_and_label")}, id="a share"),
    P(
        BUDGET,
        "1,250",
        {"unit": "EUR", "indicator": ("Budget: Repairs", "table.header_and_label")},
        id="the document's only currency",
    ),
    P(BUDGET, "30", {"unit": "staff"}, id="a column beside money that counts people"),
    P(
        BUDGET,
        "4,250",
        {"indicator": ("Budget: Housing: Total", "table.header_and_label")},
        id="a bare total, with its group",
    ),
    P(SIGNED, "740", {"unit": "USD"}, id="the sign at the top and at the total of a column"),
    P(REPEATED, "2031", {"unit": None, "value": "2031"}, id="a row of years among sums"),
    P(SIGNED, "4", {"unit": None}, id="a column without a sign beside one with it"),
    P(DECLARED, "1,250", {"unit": "EUR", "value": "1250000"}, id="what is declared for all tables"),
    P(DECLARED, "800", {"value": "800"}, id="what is declared for money, beside a count"),
    P(
        PLACED,
        "125",
        {
            "place": ("Kenya and Uganda", "place.table_title"),
            "status": ("targeted", "status.table_title"),
        },
        id="what the title says",
    ),
    P(
        PLACED,
        "30",
        {"place": ("Kenya and Uganda", "place.table_title")},
        id="a name with a place in it",
    ),
    P(
        PLACED.replace("| Level", "As of May 2031\n\n| Level", 1),
        "125",
        {"place": ("Kenya and Uganda", "place.table_title")},
        id="the title above a line above the table",
    ),
    P(NOTED, "125", {"as_of": ("2031-05", "as_of.table_note")}, id="a line above the table"),
    P(
        TITLED,
        "30",
        {"indicator": ("Nets mended: Old", "table.header_and_label")},
        id="the title for want of headers",
    ),
    P(
        TOLD,
        "23,456",
        {
            "place": ("Uganda", "place.value_tells_row"),
            "status": ("required", "status.value_tells_row"),
        },
        id="a row told by the value it repeats",
    ),
    P(UNDER_HEADING, "4,000", {"status": ("funded", "status.heading")}, id="the heading's status"),
]


@pytest.mark.parametrize(("text", "quote", "expected"), CASES)
def test_table(text: str, quote: str, expected: dict[str, object], holds: Holds) -> None:
    holds(text, quote, expected)
