"""Cells that name their value themselves, and heads that only remark on their figures."""

from collections.abc import Callable

import pytest

P = pytest.param
Holds = Callable[[str, str, dict[str, object]], None]
OWN = "table.own_label"
BOTH = "table.header_and_label"

CARDS = """\
# Tide protocol

| Tide no: TP7 | Boats no: MD4 | People to be reached: 36,000 |
|---|---|---|
| Total budget: CHF 487,204 | Readiness: CHF 112,300 | Stocks: up to CHF 98,450 |
| Early repairs: CHF 276,454; spare nets: CHF 41,000 | Protocol timeframe: 5 years | Tide ratio: 2 |
"""
FRAME = """\
# Tide frame

| Indicator | Progress |
|---|---|
| Sheds with power | Baseline (2030): 31% Target: 80% |
"""
ACCOUNTS = """\
# Tide accounts

Table 1. Boats and sheds

| | Budget 2031 (Note 12) | 2031 | 2030 (Restated - Note 2) |
|---|---|---|---|
| Slips (note 4) | $ 62,400 | $ 62,911 | $ 59,870 |
| Stake in Ostmark Hydro Inc. | 4,100 | 5,220 | 4,877 |
| Loan from Lorn Bank, 3.4%, due 2038 | 4,200 | 4,500 | 4,700 |
| Total | $ 70,700 | $ 72,631 | $ 69,447 |
"""


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        P(
            CARDS,
            "36,000",
            {
                "indicator": ("People to be reached", OWN),
                "unit": "People",
                "population": ("People", "table.people"),
                "status": ("targeted", "status.label"),
            },
            id="a_head",
        ),
        P(CARDS, "CHF 487,204", {"indicator": ("Total budget", OWN)}, id="a_label"),
        P(CARDS, "CHF 98,450", {"indicator": ("Stocks", OWN)}, id="words_between"),
        P(CARDS, "CHF 41,000", {"indicator": ("spare nets", OWN)}, id="the_second_of_a_cell"),
        P(CARDS, "5 years", {"indicator": ("Protocol timeframe", OWN)}, id="a_time"),
        P(FRAME, "31%", {"indicator": ("Baseline: Sheds with power", OWN)}, id="a_stage"),
        P(
            FRAME,
            "80%",
            {
                "indicator": ("Target: Sheds with power", OWN),
                "status": ("targeted", "status.label"),
            },
            id="a_second_stage",
        ),
        P(ACCOUNTS, "$ 62,400", {"indicator": ("Budget: Slips", BOTH)}, id="a_note"),
        P(
            ACCOUNTS,
            "$ 59,870",
            {
                "indicator": ("Boats and sheds: Slips", BOTH),
                "as_of": ("2030", "as_of.table_header"),
            },
            id="restated",
        ),
        P(
            ACCOUNTS,
            "5,220",
            {"indicator": ("Boats and sheds: Stake in Ostmark Hydro Inc.", BOTH), "place": None},
            id="a_company_is_no_place",
        ),
        P(ACCOUNTS, "4,500", {"unit": "USD"}, id="a_rate_in_a_label_counts_nothing"),
    ],
)
def test_a_value_is_of_what_names_it(
    holds: Holds, text: str, quote: str, expected: dict[str, object]
) -> None:
    holds(text, quote, expected)
