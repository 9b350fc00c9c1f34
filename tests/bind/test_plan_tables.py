"""Tables as plans print them: heads over heads, classes, sorts of rows, stages and summaries."""

from collections.abc import Callable

import pytest

P = pytest.param
Holds = Callable[[str, str, dict[str, object]], None]
RULE = "table.header_and_label"

HEADS = """\
# Tide yearbook

<table>
<tr><th rowspan="2">Team</th><th colspan="2">People</th>
<th colspan="2">Funds (USD million)</th></tr>
<tr><th>In need</th><th>Targeted</th><th>Required</th><th>Received</th></tr>
<tr><td>Nets</td><td>121,000</td><td>81,000</td><td>12.5</td><td>4.1</td></tr>
<tr><td>Masts</td><td>301,000</td><td>211,000</td><td>20.0</td><td>11.3</td></tr>
</table>

| Work | 2031 | | 2032 | |
|---|---|---|---|---|
| | Planned | Done | Planned | Done |
| Pier (km) | 120 | 98 | 150 | 151 |

| Ware | Unit | Price 2031 | Change (%) |
|---|---|---|---|
| Rope | kg | 0.45 | 29 |

| Quarter | Planned (USD) | Spent (USD) |
|---|---|---|
| Q1 2031 | 100,000 | 90,000 |
"""
ROWS = """\
# Tide protocol

## Early actions

| Early action | Lead time | Crews | Cost per crew (USD) |
|---|---|---|---|
| Tying of boats | 72 hours | 1,500 | 45 |
| Pay of crews | 48 hours | 2,000 | 60 |

## Partners

| Partner | Sector(s) | Beneficiaries |
|---|---|---|
| Lorn Relief | Nets | 12,000 |
| Tide Aid | Masts | 8,000 |

| Target group | Number targeted | % of target |
|---|---|---|
| Pregnant women | 4,000 | 82% |
| Health workers | 350 | 97% |

## Summary of the plan

| | |
|---|---|
| Budget | CHF 250,000 |
| Lead time | 3 days |
| Chance of a flood | 60% |

## Boats by town

| | |
|---|---|
| Lost | 17 |
| Mended | 19 |
"""
CLASSES = """\
# Tide survey

Table 1. Cases of flu by age group and sex

| Age group | Male | Total |
|---|---|---|
| 0-4 | 121 | 235 |
| 5–14 | 202 | 410 |
| 15+ | 183 | 355 |

Table 2. Monthly pay (USD)

| Crew size | Pay |
|---|---|
| 1-3 | 4,500 |
| 4-6 | 7,000 |
| 7+ | 9,500 |

Table 3. Boats by harbour

| Port | 2031 |
|---|---|
| Eastlorn | 71 |
| Westlorn | 72 |

| PARTNERS | CREWS |
|---|---|
| 54 | 66 |
"""

SUMS = """\
# Tide accounts of Haiti

## Rows

Table 1. Revenue by giver, 2031

| Source | Amount (EUR) | Boats |
|---|---|---|
| State | 2,401 | 14 |
| Harbour fund | 1,102 | 15 |

| Budget line | Readiness | Action | Total (CHF) |
|---|---|---|---|
| Crews | 4,000 | 2,500 | 6,500 |
| Nets | 1,250 | 1,950 | 3,200 |
| Total | 5,250 | 4,450 | 9,700 |

| Class | Minor | Major | Total (EUR) |
|---|---|---|---|
| Boats | 112 | 114 | 5,600 |
| Sheds | 131 | 119 | 8,100 |

| Class | Minor | Major | Total (EUR) |
|---|---|---|---|
| Piers | 1.5 | 2 | 3.5 |
| Docks | 1.25 | 11.75 | 13 |

| | Readiness | Action |
|---|---|---|
| | USD | USD |
| Masts | 15,011 | 21,013 |

| | Length | Harvest | | Cost |
|---|---|---|---|---|
| | km | Hectares | Tonnes | USD |
| Weeds | 9.25 | 9.75 | 9.5 | 9,011 |

| Loan | Average term (years) | Rating (1-5) | Crews (max. 20) | Due 2031 |
|---|---|---|---|---|
| Pier loan, due 2042 | 8.5 | 3.5 | 16.5 | 812 |

| Loan | Amount |
|---|---|
| Shed loan | 3,301 |

| | Gross | Net |
|---|---|---|
| 2030 | | |
| Sales | 71,001 | 70,001 |
| 2031 | | |
| Sales | 72,001 | 72,501 |

| Year | Built | Sold |
|---|---|---|
| 2027 | | |
| 2028 | 611 | 612 |
| All years | 613 | 614 |

| | Lost | Found |
|---|---|---|
| 2026 | | |
| Nets | 621 | 622 |
| 2027 | n/a | n/a |
| Oars | 623 | 624 |

| Item | Lent |
|---|---|
| 2026 | |
| Oars | 631 |

Table 2. Staff

| Kind | Value |
|---|---|
| Offices | 641 |

Table 3. Work

| Job | Days | Amount (USD) |
|---|---|---|
| Cook | 642 | 643 |
"""
WIDER = """\
# Tide position

## Accounts

| | 2031 | 2030 |
|---|---|---|
| Assets | | |
| Current assets | | |
| Cash | 1,101 | 1,091 |
| Stores | 1,052 | 1,042 |
| | 2,153 | 2,133 |
| Piers | 4,010 | 4,000 |
| Sheds | 3,505 | 3,500 |
| | 9,668 | 9,633 |
| Debts | | |
| Loans | 7,071 | 7,061 |
| | 7,972 | 7,962 |
"""
PEOPLE = """\
# Tide census

Table 1. Exposed people by ward, sex and age

| Ward | Sex | 0-4 | 60+ | Total |
|---|---|---|---|---|
| Eastlorn | Female | 1,211 | 981 | 2,192 |
| Eastlorn | Male | 1,260 | 870 | 2,130 |

Table 2. Courses

| Course | Entrants | Women | Days |
|---|---|---|---|
| Sailing | 341 | 62 | 3.5 |

Table 3. Staff by grade

| Grade | Total | Women |
|---|---|---|
| Mates | 401 | 121 |

Table 4. Posts

| Department | Posts | Posts filled as % of plan |
|---|---|---|
| Fire | 111 | 71% |
| Health | 112 | 72% |

| Output | 2030 | | All years |
|---|---|---|---|
| | Planned | Actual | |
| Masts raised | 77 | 78 | 79 |

| Output | Year 1 | Deaths (1-4) |
|---|---|---|
| Masts mended | 83 | 84 |
"""
AREAS = """\
# Tide plan of Haiti

| Department | Boats |
|---|---|
| Nippes | 91 |
| Westlorn | 92 |

| Division | Nets |
|---|---|
| Eastlorn | 93 |
"""


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        P(
            HEADS,
            "81,000",
            {"indicator": ("People Targeted: Nets", RULE), "unit": "People"},
            id="a head over two columns of HTML",
        ),
        P(HEADS, "4.1", {"unit": "USD", "value": "4100000"}, id="a unit over two columns of HTML"),
        P(
            HEADS,
            "98",
            {"indicator": ("Done: Pier", RULE), "as_of": ("2031", "as_of.table_header")},
            id="words below blank heads",
        ),
        P(HEADS, "150", {"as_of": ("2032", "as_of.table_header")}, id="years over words"),
        P(HEADS, "29", {"unit": "percent"}, id="a share is none of the unit of its row"),
        P(
            HEADS,
            "90,000",
            {"as_of": ("2031-01/2031-03", "as_of.table_header")},
            id="a quarter is the label of its row",
        ),
        P(
            ROWS,
            "72 hours",
            {"indicator": ("Lead time: Tying of boats", RULE)},
            id="a stretch of time is a value",
        ),
        P(ROWS, "1,500", {"indicator": ("Crews: Tying of boats", RULE)}, id="and no label"),
        P(
            ROWS,
            "12,000",
            {"indicator": ("Beneficiaries: Lorn Relief", RULE)},
            id="of what sort a row is says not what it is",
        ),
        P(
            ROWS,
            "350",
            {
                "indicator": ("Number targeted: Health workers", RULE),
                "population": ("Health workers", "table.part"),
                "status": ("targeted", "status.table_header"),
            },
            id="a state of those whom the row names",
        ),
        P(ROWS, "82%", {"status": None}, id="a share of a target is none"),
        P(ROWS, "CHF 250,000", {"indicator": ("Budget", RULE)}, id="a row of a summary"),
        P(ROWS, "3 days", {"indicator": ("Lead time", RULE)}, id="a time of a summary"),
        P(ROWS, "17", {"indicator": ("Boats: Lost", RULE)}, id="rows of one kind need the title"),
        P(
            CLASSES,
            "202",
            {
                "indicator": ("Cases of flu: 5–14", RULE),
                "unit": "Cases",
                "population": ("Male", "table.part"),
            },
            id="ages without a unit",
        ),
        P(CLASSES, "9,500", {"indicator": ("Pay: 7+", RULE), "unit": "USD"}, id="classes of size"),
        P(
            CLASSES,
            "71",
            {"indicator": ("Boats", RULE), "place": ("Eastlorn", "place.area_label")},
            id="ports are places",
        ),
        P(CLASSES, "54", {"unit": "PARTNERS"}, id="a head in capitals"),
        P(
            SUMS,
            "1,102",
            {"indicator": ("Revenue: Harbour fund", RULE)},
            id="an amount of the title",
        ),
        P(SUMS, "2,401", {"indicator": ("Revenue: State", RULE)}, id="a first column of sources"),
        P(SUMS, "3,301", {"indicator": ("Amount: Shed loan", RULE)}, id="an amount without title"),
        P(SUMS, "4,000", {"unit": "CHF"}, id="parts of a total in francs"),
        P(SUMS, "9,700", {"indicator": ("Total", RULE)}, id="the total of totals"),
        P(SUMS, "112", {"unit": None}, id="no parts of a total"),
        P(SUMS, "11.75", {"unit": "EUR"}, id="parts of a total with decimals"),
        P(
            SUMS,
            "21,013",
            {"indicator": ("Action: Masts", RULE), "unit": "USD"},
            id="a row of units below the heads",
        ),
        P(
            SUMS,
            "9.25",
            {"indicator": ("Length: Weeds", RULE), "unit": "km", "kind": "measure"},
            id="a unit below one head",
        ),
        P(SUMS, "9.75", {"indicator": ("Harvest Hectares: Weeds", RULE)}, id="and parts of one"),
        P(SUMS, "8.5", {"indicator": ("Average term (years): Pier loan", RULE)}, id="a term"),
        P(SUMS, "16.5", {"indicator": ("Crews (max. 20): Pier loan", RULE)}, id="no rating"),
        P(SUMS, "812", {"indicator": ("Due: Pier loan", RULE)}, id="what is due, not paid"),
        P(SUMS, "3.5", {"indicator": ("Rating: Pier loan", RULE)}, id="a scale of ratings"),
        P(
            SUMS,
            "72,001",
            {"indicator": ("Gross: Sales", RULE), "as_of": ("2031", "as_of.table_header")},
            id="a year over rows",
        ),
        P(SUMS, "613", {"as_of": None}, id="a year without values among years"),
        P(SUMS, "612", {"as_of": ("2028", "as_of.table_header")}, id="a year of its row"),
        P(SUMS, "621", {"as_of": ("2026", "as_of.table_header")}, id="rows of a year"),
        P(SUMS, "623", {"as_of": None}, id="and behind the next one, without values"),
        P(SUMS, "631", {"indicator": ("Lent: Oars", RULE)}, id="no year of a column of numbers"),
        P(SUMS, "641", {"indicator": ("Value: Offices", RULE)}, id="a title that is no sum"),
        P(SUMS, "643", {"indicator": ("Amount: Cook", RULE)}, id="an amount of no sum"),
        P(WIDER, "2,153", {"indicator": ("Accounts: Current assets", RULE)}, id="a sum"),
        P(WIDER, "9,668", {"indicator": ("Accounts: Assets", RULE)}, id="a sum of a sum and more"),
        P(WIDER, "7,972", {"indicator": ("Accounts: Debts", RULE)}, id="no sum is of its group"),
        P(
            PEOPLE,
            "2,192",
            {
                "indicator": ("Exposed people: Female", RULE),
                "population": ("Female", "table.part"),
            },
            id="a total of ages, of the sex of its row",
        ),
        P(PEOPLE, "62", {"indicator": ("Women: Sailing", RULE)}, id="women among other measures"),
        P(PEOPLE, "121", {"indicator": ("Staff: Mates", RULE)}, id="women as a part of all"),
        P(PEOPLE, "111", {"indicator": ("Posts: Fire", RULE), "place": None}, id="a department"),
        P(AREAS, "92", {"place": ("Westlorn", "place.area_label")}, id="one beside a known place"),
        P(AREAS, "93", {"place": ("Eastlorn", "place.area_label")}, id="a division"),
        P(PEOPLE, "71%", {"population": ("plan", "table.base")}, id="as a share of something"),
        P(
            PEOPLE,
            "78",
            {"indicator": ("Actual: Masts raised", RULE), "as_of": ("2030", "as_of.table_header")},
            id="words below blank heads of some columns",
        ),
        P(
            PEOPLE,
            "79",
            {"indicator": ("All years: Masts raised", RULE)},
            id="and none below others",
        ),
        P(PEOPLE, "83", {"unit": "masts"}, id="a year of the plan leaves open what is counted"),
        P(
            PEOPLE,
            "84",
            {"indicator": ("Deaths (1-4): Masts mended", RULE)},
            id="ages are no scale",
        ),
    ],
)
def test_figure_of_a_plans_table(
    holds: Holds, text: str, quote: str, expected: dict[str, object]
) -> None:
    holds(text, quote, expected)
