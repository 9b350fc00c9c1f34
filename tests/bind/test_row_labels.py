"""What the label of a row says of its figures: what is measured, but no place and no date."""

from collections.abc import Callable

import pytest

P = pytest.param
Holds = Callable[[str, str, dict[str, object]], None]
RULE = "table.header_and_label"
LOST = "Boats at sea: Number of boats lost"

PLACES = """\
# Tide update

Table 1. Boats at sea

| Data | Number |
|---|---|
| Number of boats lost | 41 |
| Kenya | 23 |
| Uganda | 18 |
| Storms | 6 |

Table 2. Boats mended

| | 2031 |
|---|---|
| Kenya | 204 |
| Uganda | 205 |

Table 3. Gifts by donor

| Donor | Sails given |
|---|---|
| Kenya | 301 |
"""
BEARERS = """\
# Tide plan

Table 1. Mending

| Activity | Lead agency | Cost (USD) |
|---|---|---|
| Nets | Tidal Board | 5,010 |
| Sails | Red Fund | 5,020 |

Table 2. Cost of mending

| Lead agency | Cost (USD) |
|---|---|
| Tidal Board | 5,110 |
| Red Fund | 5,120 |

Table 3. Thresholds

| Sign | Level | Lead time |
|---|---|---|
| Rain | ≥ 45% of normal | 4 months |
| Tide | ≥ 35% of normal | 2 months |

Table 4. Payouts

| Window | Level | Payout (USD) |
|---|---|---|
| Rain | < 33rd percentile | 5,210 |
| Tide | Low | 5,220 |
"""
GROUPS = """\
# Tide plan

| Activity | Cost (USD) |
|---|---|
| Piers | |
| Planks | 6,410 |
| Nails | 6,420 |
| Subtotal | 12,830 |
| Boats | |
| Masts | 6,430 |
| Sails | 6,440 |
| Subtotal | 12,870 |
| Total | 25,700 |

| Item | Sums (USD) |
|---|---|
| Assets | |
| Cash | 7,410 |
| Boats | 7,420 |
| Total | 14,830 |
| Liabilities | |
| Loans | 7,430 |
| Fees | 7,450 |
| Total | 14,880 |

| Town | Sums (USD) |
|---|---|
| By sea | |
| Lorn | 8,410 |
| By road | |
| Tarn | 8,420 |
| Total | 16,830 |

| Staff | Paid (USD) |
|---|---|
| Piers | |
| Total men | 8,510 |
| Total women | 8,520 |
| Boats | |
| Total men | 8,530 |
| Total women | 8,540 |

| Kind | Count |
|---|---|
| Kenya | |
| Total population | 8,610 |
| Total households | 8,620 |
| Uganda | |
| Total population | 8,630 |
| Total households | 8,640 |
"""
FORMS = """\
# Tide plan

| People to be reached: | 32,600 | Lead time: | 72 hours |
|---|---|---|---|
| Signal: | Flood | Lifespan: | 5 years |
| Boats: | 41 | Nets: | 42 |

## Boats

| Kind: | 2030 | 2031 |
|---|---|---|
| New: | 43 | 44 |
"""
DATED = """\
# Tide plan

| Output | Target | Status |
|---|---|---|
| Sheds built | Target: 45 (2031) | 46 |

| Measure | Level | Change | Year |
|---|---|---|---|
| Boats afloat | 47 | 48 | 2030 |
"""
STATEMENTS = """# Harbour of Tarn

## Statement of position

As at 30 April 2031 (in dollars)

| | 2031 | 2030 |
|---|---|---|
| Cash | 6,010 | 6,020 |
| Boats | 6,110 | 6,120 |

Statement of operations

Year ended 30 April

(Expressed in dollars)

| | 2031 | 2030 |
|---|---|---|
| Fees | 6,210 | 6,220 |
| Rents | 6,310 | 6,320 |
"""
ACCOUNTS = """\
# Tide accounts

Table 1. Harbour reserve (USD)

| | Fixed | Free |
|---|---|---|
| Balance at 1 July 2031 | 4,010 | 4,020 |
| Fees - end of 2031 | 4,030 | 4,040 |
| Piers | | |
| Piers | 4,050 | 4,060 |
"""


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        P(
            PLACES,
            "23",
            {"indicator": (LOST, RULE)},
            id="a count parted by place",
        ),
        P(PLACES, "18", {"indicator": (LOST, RULE)}, id="its second place"),
        P(PLACES, "6", {"indicator": ("Boats at sea: Storms", RULE)}, id="what no place parts"),
        P(
            PLACES,
            "204",
            {"indicator": ("Boats mended", RULE), "place": ("Kenya", "place.table_label")},
            id="a place is no measure",
        ),
        P(PLACES, "301", {"indicator": ("Sails given: Kenya", RULE)}, id="one that gives"),
        P(BEARERS, "5,010", {"indicator": ("Cost: Nets", RULE)}, id="beside who does it"),
        P(BEARERS, "5,110", {"indicator": ("Cost: Tidal Board", RULE)}, id="who does it alone"),
        P(BEARERS, "4 months", {"indicator": ("Lead time: Rain", RULE)}, id="beside a threshold"),
        P(GROUPS, "12,870", {"indicator": ("Cost: Boats: Subtotal", RULE)}, id="of its group"),
        P(GROUPS, "25,700", {"indicator": ("Cost: Total", RULE)}, id="a total of all groups"),
        P(GROUPS, "14,830", {"indicator": ("Sums: Assets: Total", RULE)}, id="of the first group"),
        P(GROUPS, "14,880", {"indicator": ("Sums: Liabilities: Total", RULE)}, id="of the last"),
        P(GROUPS, "16,830", {"indicator": ("Sums: Total", RULE)}, id="the only total of several"),
        P(
            GROUPS,
            "8,520",
            {"indicator": ("Paid: Piers: Total women", RULE)},
            id="of what it names",
        ),
        P(
            GROUPS,
            "8,540",
            {"indicator": ("Paid: Boats: Total women", RULE)},
            id="the last of them",
        ),
        P(GROUPS, "8,620", {"place": ("Kenya", "place.table_label")}, id="of its group's place"),
        P(BEARERS, "5,210", {"indicator": ("Payout: Rain", RULE)}, id="beside a bound"),
        P(BEARERS, "5,220", {"indicator": ("Payout: Low", RULE)}, id="beside a level in words"),
        P(
            FORMS,
            "32,600",
            {
                "indicator": ("People to be reached", RULE),
                "status": ("targeted", "status.table_header"),
            },
            id="the first row of a form",
        ),
        P(FORMS, "5 years", {"indicator": ("Lifespan", RULE)}, id="its second pair"),
        P(FORMS, "43", {"as_of": ("2030", "as_of.table_header")}, id="years head no form"),
        P(DATED, "46", {"indicator": ("Status: Sheds built", RULE)}, id="beside a dated target"),
        P(DATED, "47", {"as_of": None}, id="a year behind another value"),
        P(DATED, "48", {"as_of": ("2030", "as_of.table_header")}, id="the year behind a value"),
        P(
            STATEMENTS,
            "6,210",
            {"indicator": ("Statement of operations: Fees", RULE)},
            id="the line over one that only says when",
        ),
        P(
            STATEMENTS,
            "6,010",
            {"indicator": ("Statement of position: Cash", RULE)},
            id="the heading over such a line",
        ),
        P(ACCOUNTS, "4,010", {"indicator": ("Fixed: Balance", RULE)}, id="a balance at a day"),
        P(ACCOUNTS, "4,040", {"indicator": ("Free: Fees", RULE)}, id="the end of a year"),
        P(ACCOUNTS, "4,060", {"indicator": ("Free: Piers", RULE)}, id="a group of its own name"),
    ],
)
def test_row_label(text: str, quote: str, expected: dict[str, object], holds: Holds) -> None:
    holds(text, quote, expected)


@pytest.mark.parametrize(
    ("heads", "rows", "labels"),
    [
        P(
            "Sector | Agency",
            ("Nets | Tidal Board", "Nets | Red Fund", "Sails | Blue Fund"),
            ("Nets: Tidal Board", "Nets: Red Fund", "Sails: Blue Fund"),
            id="who carries out tells rows apart",
        ),
        P(
            "Sector | Agency",
            ("Nets | Tidal Board", "Oars | Red Fund", "Sails | Blue Fund"),
            ("Nets", "Oars", "Sails"),
            id="rows are told apart without",
        ),
        P(
            "Market | Partner",
            ("North | Tarn Isles", "North | Orn Isles", "South | Sarn Isles"),
            ("Tarn Isles", "Orn Isles", "Sarn Isles"),
            id="partners in trade carry out nothing",
        ),
        P(
            "Type | Structure",
            ("Shed | Wood", "Shed | Stone", "Mast | Stone"),
            ("Shed: Wood", "Shed: Stone", "Mast: Stone"),
            id="what a thing is built of",
        ),
        P(
            "Disease | Who",
            ("Flu | Pilots", "Pox | Bakers", "Gout | Smiths"),
            ("Pilots", "Bakers", "Smiths"),
            id="who is ill",
        ),
    ],
)
def test_rows_are_told_apart(
    heads: str, rows: tuple[str, ...], labels: tuple[str, ...], bind: Callable
) -> None:
    lines = [f"| {row} | 5,00{at} |" for at, row in enumerate(rows)]
    memo = f"# Tide plan\n\n| {heads} | Sums |\n|---|---|---|\n" + "\n".join(lines)
    found = [bind(memo, f"5,00{at}")["indicator"] for at in range(len(rows))]
    assert [said[0].removeprefix("Sums: ") for said in found] == list(labels)
