"""What rows and columns of tables say: years, months, notes, units, parts and numbered labels."""

from collections.abc import Callable

import pytest

from schemas.extraction import Extraction

P = pytest.param
Holds = Callable[[str, str, dict[str, object]], None]
Read = Callable[[str], Extraction]
RULE = "table.header_and_label"

ACCOUNTS = """\
# Tide accounts

## Statement of financial position

As at 31 December 2031 (in thousands of euros)

| | Note | 2031 |
|---|---|---|
| Assets | | |
| Cash in hand | 3 | 12,450 |
| Boats and sheds | 4, 5a | 3,410 |
| Other | | 77 |
| Liabilities | | |
| Unrestricted Intergov. Aid | 6 | 4,100 |
| Of which: loans | 7 | 3,900 |
| Other | | 88 |
"""
YEARBOOK = """\
# Tide yearbook

Table 3.1 Exports by quarter (EUR million)

| Year | Q1 | Q2 | Total |
|---|---|---|---|
| 2030 | 121 | 134 | 255 |
| 2031 | 129 | 130 | 259 |

Table 3.2 Rainfall in 2031 (mm)

| Gauge | Jan | Mar |
|---|---|---|
| Old pier | 81 | 62 |

Table 3.3 Weather by gauge

| Gauge | Rainfall (mm) | Seen (n) | All |
|---|---|---|---|
| Old pier | 812 | 31 | 44 |

Table 3.4 Births and deaths

| | Births |
|---|---|
| 2029 | 6,120 |
| 2030 | 6,044 |
"""
LONG = (
    "Nets in use, of all nets that the yards of the coast have mended, counted twice a year by"
    " those who keep the sheds"
)
FRAMEWORK = f"""\
# Tide programme

Table 1. Results

| Outcome | Indicator | Unit | Target (2032) |
|---|---|---|---|
| Calm water | 1.1 Boats afloat at noon | Number | 62 |
| Calm water | 1.2 {LONG} | Number | 63 |
"""

PARTED = """\
# Tide costs

Table 1. Cost by town (EUR)

| Town | Sheds | Cost | | |
|---|---|---|---|---|
| | | 2034 | 2035 | Total |
| Eastport | 12 | 99 | 85 | 184 |

Table 2. Nets in sheds

| Risk | What it does |
|---|---|
| Fire | High risk of fires in the sheds of the coast (78 burnt) |

Table 3. Actions required

| Risk | State in May 2031 |
|---|---|
| Fire | The sheds are old. By June 2029 some EUR 79 was lost. |
"""

BELOW = """\
# Tide accounts

Table 1. Costs of the sheds

| | December 31 | December 31 |
|---|---|---|
| | 2034 | 2033 |
| Nets | 99 | 85 |
"""
ARABIC = """\
# التقرير السنوي عن الموانئ والمخازن

| البيان | ٣١ ديسمبر | ٣١ ديسمبر |
|---|---|---|
| | ٢٠٢٤ | ٢٠٢٣ |
| القوارب في الموانئ | ٧١٢ | ٦٨٥ |
"""

CASES = [
    P(BELOW, "85", {"as_of": ("2033-12-31", "as_of.period_of_year")}, id="a day above its year"),
    P(ARABIC, "٧١٢", {"as_of": ("2024-12-31", "as_of.period_of_year")}, id="in Arabic"),
    P(
        PARTED,
        "85",
        {"indicator": ("Cost", RULE), "as_of": ("2035", "as_of.table_header")},
        id="years in an unmarked row of heads, below a head that is not said to span",
    ),
    P(PARTED, "184", {"as_of": ("2034/2035", "as_of.total_of_years")}, id="their total"),
    P(PARTED, "12", {"indicator": ("Sheds", RULE)}, id="a head that is not parted"),
    P(PARTED, "78", {"indicator": None}, id="a number in a phrase"),
    P(
        PARTED,
        "EUR 79",
        {
            "indicator": ("lost", "prose.money_passive"),
            "as_of": ("2029-06", "as_of.clause_before"),
            "status": None,
        },
        id="a sentence in a cell has what heads and title say no part in",
    ),
    P(
        ACCOUNTS,
        "12,450",
        {"indicator": ("Statement of financial position: Cash in hand", RULE), "unit": "EUR"},
        id="a row beside its note",
    ),
    P(
        ACCOUNTS,
        "4,100",
        {"indicator": ("Statement of financial position: Unrestricted Intergov. Aid", RULE)},
        id="an abbreviation in a label ends no sentence",
    ),
    P(
        ACCOUNTS,
        "3,900",
        {"indicator": ("Statement of financial position: loans", RULE)},
        id="a part without `of which`",
    ),
    P(
        ACCOUNTS,
        "88",
        {"indicator": ("Statement of financial position: Liabilities: Other", RULE)},
        id="a label of two groups",
    ),
    P(
        YEARBOOK,
        "134",
        {
            "indicator": ("Exports", RULE),
            "as_of": ("2030-04/2030-06", "as_of.period_of_year"),
            "unit": "EUR",
        },
        id="a quarter of the row's year",
    ),
    P(YEARBOOK, "259", {"as_of": ("2031", "as_of.table_header")}, id="the total of a year"),
    P(
        YEARBOOK,
        "62",
        {
            "indicator": ("Rainfall: Old pier", RULE),
            "as_of": ("2031-03", "as_of.period_of_year"),
        },
        id="a month of the title's year",
    ),
    P(
        YEARBOOK,
        "812",
        {"indicator": ("Rainfall: Old pier", RULE), "unit": "mm"},
        id="the measure that a header states",
    ),
    P(YEARBOOK, "31", {"indicator": ("Seen: Old pier", RULE)}, id="a header that counts"),
    P(
        YEARBOOK,
        "44",
        {"indicator": ("Weather: Old pier", RULE)},
        id="the title for the column of all",
    ),
    P(
        YEARBOOK,
        "6,044",
        {"indicator": ("Births", RULE), "as_of": ("2030", "as_of.table_header")},
        id="years in the first column",
    ),
    P(
        FRAMEWORK,
        "62",
        {
            "indicator": ("Target: Boats afloat at noon", RULE),
            "as_of": ("2032", "as_of.table_header"),
        },
        id="a numbered label, the unit beside it",
    ),
    P(
        FRAMEWORK,
        "63",
        {
            "indicator": (f"Target: {LONG}", RULE),
        },
        id="a long label",
    ),
]


@pytest.mark.parametrize(("text", "quote", "expected"), CASES)
def test_row(text: str, quote: str, expected: dict[str, object], holds: Holds) -> None:
    holds(text, quote, expected)


def test_names_with_a_number_that_head_columns_are_no_figures(read_memo: Read) -> None:
    text = "# Tide plan\n\n| | EU-15 | USD 40 |\n|---|---|---|\n| G20 | 7 | 8 |\n| AB12 | 9 | 6 |\n"
    extraction = read_memo(text)
    assert [f.anchor.quote for f in extraction.figures if not f.anchor.quote.isdecimal()] == [
        "USD 40"
    ]
    assert [e.status for e in extraction.ledger.entries].count("name") > 1


def test_notes_of_rows_and_quarters_are_no_figures(read_memo: Read) -> None:
    accounts, yearbook = read_memo(ACCOUNTS), read_memo(YEARBOOK)
    kinds = {f.anchor.quote: f.kind for f in (*accounts.figures, *yearbook.figures)}
    assert kinds.keys().isdisjoint({"3", "4", "5a", "6", "7", "Q1", "Q2"})
    assert kinds["2030"] == "date"
    statuses = [e.status for e in accounts.ledger.entries]
    assert statuses.count("reference") == len("34567")
