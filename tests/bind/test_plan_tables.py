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
    ],
)
def test_figure_of_a_plans_table(
    holds: Holds, text: str, quote: str, expected: dict[str, object]
) -> None:
    holds(text, quote, expected)
