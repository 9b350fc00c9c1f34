"""Units and factors of tables: of measures, in titles, corners and unit columns, beside flags."""

from collections.abc import Callable

import pytest

from schemas.extraction import Extraction

P = pytest.param
Holds = Callable[[str, str, dict[str, object]], None]

CROPS = """\
# Tide yearbook

Table 1. Catch by harbour, 2031 (1 000 tonnes)

| | 2030 | 2031 | Change (%) | Number of boats |
|---|---|---|---|---|
| Old pier | 14.6 | 15.2 p | 9.4 | 71 |
| New pier | : | 13.9 (e) | -7.2 | 72 |

Table 2. Piers, 2031

| | Berths (1 000) | Land (1 000 ha) | Rent EUR/ha | Fund (EURm) | Index (2025 = 100) |
|---|---|---|---|---|---|
| Old pier | 9.2 | 4.5 | 612 | 3.1 | 112.4 |
"""
THINGS = """\
# Wells of the north

## What was built

| Harbour | Wells drilled | Latrines built | Spending (EUR thousand) |
|---|---|---|---|
| Old pier | 20 | 240 | 455 |

## What it costs

| Harbour | Wells | Latrines | Total cost (USD) |
|---|---|---|---|
| Old pier | 21 | 241 | 456 |

## What is asked for

| Harbour | Requirements (USD) | Funding received | Pledges |
|---|---|---|---|
| Old pier | 951 | 752 | 253 |
"""
PLANNED = """\
# Tide plan

| Indicator | Baseline | Target | Budget (USD) | Spent (USD) |
|---|---|---|---|---|
| Boats afloat | 31 | 32 | 33 | 34 |
| Fees paid (USD) | 35 | 36 | 37 | 38 |
| Crews insured (%) | 41 | 42 | 43 | 44 |

| Action | Unit | Target | Cost (USD) |
|---|---|---|---|
| Care of teeth | animals | 51 | 52 |
| Census | Lump sum | 53 | 54 |

| Line | Unit | Budget | Spent | Unit price (USD) |
|---|---|---|---|---|
| Cook | month | 61 | 62 | 63 |

| Line | Unit | 2031 | Cost (USD) |
|---|---|---|---|
| Masts | each | 64 | 65 |

| Line | Unit | Qty | Target | Total cost (USD) |
|---|---|---|---|---|
| Masts | each | 66 | 67 | 68 |

| Line | Baseline | Revised | Budget (USD) |
|---|---|---|---|
| Masts | 71 | 72 | 73 |

| Line | Baseline | 2031 | Target | Budget (USD) |
|---|---|---|---|---|
| Boats afloat | 74 | 75 | 76 | 77 |
| Tax revenue | 78 | 79 | 81 | 82 |

| Programme | Budget (USD) | Actual |
|---|---|---|
| Piers | 45 | 46 |

| Ratio | 2030 (USD) | 2031 (USD) | Target |
|---|---|---|---|
| Margin (%) | 47 | 48 | 49 |
"""
CORNER = """\
# Tide accounts

## Reserves

| EUR thousand | Fixed | Free |
|---|---|---|
| Boats | 12 | 13 |

## Visits

| Thousands | May 2031 |
|---|---|
| Day trips | 41.5 |
"""
OFFICES = """\
# Tide budget

Table 1. Funding by office ($ in thousands)

| Office | 2031 | 2032 |
|---|---|---|
| DOP | $14.9 | $15.2 |
| ALL | $16.1 | $17.3 |
"""
BOUGHT = """\
# Tide programme of 2031

## Purchases

| Item | Unit | Quantity | Unit cost (KES) | Total |
|---|---|---|---|---|
| Lamps | pcs | 250 | 4,500 | 1,125,000 |
| Reed | kg | 12,000 | 180 | 2,160,000 |

## Outputs

| Indicator | Baseline 2030 | Target 2031/32 |
|---|---|---|
| Km of fence built | 42 | 61 |
| Number of hectares planted | 17 | 19 |

## Departments (KSh′000)

| | Budget 2031 KSh | Variance % |
|---|---|---|
| Harbour (note 4) | 2,340 | 9.5 |

## Rents (Kshs)

| | 2031 |
|---|---|
| Harbour | 340.75 |
"""
UNITS = """\
# Tide results

| Indicator | Unit | Target |
|---|---|---|
| Pier built | km | 31 |
| Reed planted | thousand ha | 32 |
| Price of ice | USD/m3 | 4.10 |
"""


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        P(CROPS, "14.6", {"unit": "tonnes", "value": "14600"}, id="a measure with its factor"),
        P(CROPS, "15.2", {"unit": "tonnes", "value": "15200"}, id="beside a flag"),
        P(CROPS, "13.9", {"unit": "tonnes", "value": "13900"}, id="beside a flag in brackets"),
        P(CROPS, "9.4", {"unit": "percent", "value": "9.4"}, id="a column of shares"),
        P(CROPS, "71", {"unit": "boats", "value": "71"}, id="a column that counts"),
        P(CROPS, "9.2", {"value": "9200"}, id="a factor alone"),
        P(CROPS, "4.5", {"unit": "ha", "value": "4500"}, id="a measure in a head"),
        P(CROPS, "612", {"unit": "EUR", "value": "612"}, id="a rate at the end of a head"),
        P(CROPS, "3.1", {"unit": "EUR", "value": "3100000"}, id="a code with its factor"),
        P(CORNER, "12", {"unit": "EUR", "value": "12000"}, id="the corner"),
        P(CORNER, "41.5", {"value": "41500"}, id="a factor in the corner"),
        P(OFFICES, "$14.9", {"value": "14900"}, id="an office whose letters are a currency's code"),
        P(UNITS, "31", {"unit": "km", "value": "31"}, id="a column of units"),
        P(UNITS, "32", {"unit": "ha", "value": "32000"}, id="a unit with its factor"),
        P(UNITS, "4.10", {"unit": "USD", "value": "4.1"}, id="a unit that is a rate"),
        P(BOUGHT, "250", {"unit": "pcs", "value": "250"}, id="a quantity beside its unit"),
        P(BOUGHT, "12,000", {"unit": "kg", "value": "12000"}, id="a quantity of a measure"),
        P(BOUGHT, "180", {"unit": "KES", "value": "180"}, id="a price beside a unit"),
        P(BOUGHT, "2,160,000", {"unit": "KES", "value": "2160000"}, id="a total beside prices"),
        P(BOUGHT, "42", {"unit": "km", "value": "42"}, id="a measure that opens a label"),
        P(BOUGHT, "61", {"as_of": ("2031/2032", "as_of.table_header")}, id="a target of a year"),
        P(BOUGHT, "19", {"unit": "hectares", "value": "19"}, id="a number of a measure"),
        P(BOUGHT, "2,340", {"unit": "KES", "value": "2340000"}, id="thousands behind a prime"),
        P(BOUGHT, "9.5", {"unit": "percent", "value": "9.5"}, id="a head that ends in a sign"),
        P(THINGS, "20", {"unit": "wells", "value": "20"}, id="things beside what was spent"),
        P(THINGS, "455", {"unit": "EUR", "value": "455000"}, id="what was spent on things"),
        P(THINGS, "21", {"unit": "USD"}, id="parts of a total"),
        P(PLANNED, "31", {"unit": "boats"}, id="the start of an indicator beside its budget"),
        P(PLANNED, "36", {"unit": "USD"}, id="a target of sums"),
        P(PLANNED, "43", {"unit": "USD"}, id="the budget of a share"),
        P(PLANNED, "42", {"unit": "percent"}, id="the target of a share"),
        P(PLANNED, "51", {"unit": "animals"}, id="a unit that only its column tells"),
        P(PLANNED, "52", {"unit": "USD"}, id="what that costs"),
        P(PLANNED, "53", {"unit": "USD"}, id="the target of a lump sum"),
        P(PLANNED, "62", {"unit": "USD"}, id="what was spent beside a unit"),
        P(PLANNED, "64", {"unit": "USD"}, id="what a year costs beside a unit"),
        P(PLANNED, "67", {"unit": "USD"}, id="a target beside quantities"),
        P(PLANNED, "71", {"unit": "USD"}, id="a budget before it was revised"),
        P(PLANNED, "76", {"unit": "boats"}, id="a target beside a year"),
        P(PLANNED, "78", {"unit": "USD"}, id="the start of an indicator that is a sum"),
        P(PLANNED, "46", {"unit": "USD"}, id="what was spent beside a budget"),
        P(PLANNED, "47", {"unit": "percent"}, id="a row of shares below currencies"),
        P(THINGS, "253", {"unit": "USD"}, id="sums beside others"),
        P(BOUGHT, "340.75", {"unit": "KES"}, id="a sign of money with its stop"),
    ],
)
def test_unit(text: str, quote: str, expected: dict[str, object], holds: Holds) -> None:
    holds(text, quote, expected)


def test_a_factor_in_a_head_is_no_figure(read_memo: Callable[[str], Extraction]) -> None:
    heads = {"1 000", "1 000 ha", "100"}
    assert heads & {figure.anchor.quote for figure in read_memo(CROPS).figures} == {"100"}


POSTS = """\
# Tide works

## Savings on posts

| Office | Funding 2031 ($ million) | HC | Funding 2032 ($ million) | Headcount |
|---|---|---|---|---|
| Harbour office | $10.8 | 137 | $9.4 | 90 |
| Lamp office | 11.6 | 12 | 5.2 | 8 |
| Total | $22.4 | 149 | $14.6 | 98 |
"""


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        P("137", {"value": "137"}, id="short"),
        P("90", {"value": "90"}, id="in full"),
        P("11.6", {"value": "11600000", "unit": "USD"}, id="money beside it"),
    ],
)
def test_a_column_of_headcount_holds_no_money(
    quote: str, expected: dict[str, object], holds: Holds
) -> None:
    holds(POSTS, quote, expected)


SEXES = """\
# Tide people

## Sailors by age

| Age | Men | Women |
|---|---|---|
| 0-4 years | 61 | 62 |

## Loans

| Due in | Sums | Useful life |
|---|---|---|
| 1-5 years | 63 | 30 years |
"""


def test_ages_head_rows_of_people_and_stretches_of_time_those_of_loans(
    read_memo: Callable[[str], Extraction], holds: Holds
) -> None:
    found = {f.anchor.quote for f in read_memo(SEXES).figures}
    assert {"0-4 years", "1-5 years"} & found == {"1-5 years"}
    holds(SEXES, "61", {"indicator": ("Sailors: 0-4 years", "table.header_and_label")})
    lasting = ("Useful life: 1-5 years", "table.header_and_label")
    holds(SEXES, "30 years", {"indicator": lasting})


NEEDS = """\
# Tide relief

| Sector | In need | Targeted | Requirements |
|---|---|---|---|
| Shelter | 5.1 million | 41 | 12.4 million |

| Secteur | Dans le besoin | Ciblées | Budget |
|---|---|---|---|
| Abris | 5,2 millions | 42 | 13,4 millions |

| Sector | Con necesidades | Atendidas | Presupuesto |
|---|---|---|---|
| Agua | 5.301 | 43 | 14.401 |
"""


@pytest.mark.parametrize(
    ("quote", "kind"),
    [
        P("5.1 million", "count", id="in-need-beside-money"),
        P("41", "count", id="targeted"),
        P("12.4 million", "money", id="requirements"),
        P("5,2 millions", "count", id="dans-le-besoin"),
        P("42", "count", id="ciblees"),
        P("13,4 millions", "money", id="budget"),
        P("5.301", "count", id="con-necesidades"),
        P("43", "count", id="atendidas"),
        P("14.401", "money", id="presupuesto"),
    ],
)
def test_people_beside_a_column_of_money_are_no_money(
    quote: str, kind: str, read_memo: Callable[[str], Extraction]
) -> None:
    (figure,) = (f for f in read_memo(NEEDS).figures if f.anchor.quote == quote)
    assert (figure.kind, figure.unit) == (kind, None)


WORKS = """\
# Tide works

| Activity | Target | Cost (US$ '000) |
|---|---|---|
| Km of road mended | 12 | 40 |
| Households with water (%) | 62 | 11 |

| Item | 2030 (EUR million) | 2031 (EUR million) | Change (%) |
|---|---|---|---|
| Revenue | 31.2 | 33.0 | 5.8 |
| Margin (%) | 4.1 | 5.6 | 41 |
| Staff (number) | 120 | 131 | 9.2 |
| Sales (tonnes) | 700 | 800 | 14.3 |
"""


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        P("40", {"kind": "money", "value": "40000"}, id="a cost in a row of kilometres"),
        P("11", {"kind": "money", "value": "11000"}, id="a cost in a row of shares"),
        P("12", {"kind": "measure", "unit": "km"}, id="its target"),
        P("62", {"kind": "percent"}, id="a share's target"),
        P("31.2", {"kind": "money", "value": "31200000"}, id="money of the head"),
        P("4.1", {"kind": "percent", "value": "4.1"}, id="a row of shares below heads of money"),
        P("120", {"kind": "count", "value": "120"}, id="a row that says that it counts"),
        P("700", {"kind": "measure", "value": "700"}, id="no factor of the head's money"),
        P("14.3", {"kind": "percent", "value": "14.3"}, id="a change of tonnes"),
        P("41", {"kind": "percent", "value": "41"}, id="a change of shares"),
    ],
)
def test_the_unit_of_one_column_goes_before_that_of_its_rows(
    quote: str, expected: dict[str, object], holds: Holds
) -> None:
    holds(WORKS, quote, expected)
