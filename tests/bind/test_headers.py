"""What headers are of: areas, givers, row numbers, dates; labels that do not tell rows apart."""

from collections.abc import Callable

import pytest

from schemas.extraction import Extraction

P = pytest.param
Holds = Callable[[str, str, dict[str, object]], None]
Read = Callable[[str], Extraction]

AREAS = """\
# Tide plan

Table 1. Boats by district at 22 June 2031

| Rank | District | Boats afloat | Actual 2030 | As of May 2029 |
|---|---|---|---|---|
| 1 | Lorn | 45 | 33 | 21 |
| 2 | Orn | 46 | 34 | 22 |
| 3 | Other | 77 | 35 | 23 |
| 4 | Total | 168 | 67 | 66 |
| 5 | Nets lost | 900 | 68 | 67 |

Table 2. Sheds mended

| Measure | Lorn | Kenya |
|---|---|---|
| Sails | 101 | 102 |
| Sheds of the 2029 flood repaired | 103 | 104 |
| Sheds in May 2029 | 105 | 106 |
"""
GIVERS = """\
# Tide plan

Table 2. Contributions to the plan (USD)

| Donor | Amount |
|---|---|
| Kenya | 1,250 |
"""
SECTORS = """\
# Tide plan

Table 3. By sector

| Sector | Agency | Total (USD) |
|---|---|---|
| Water | Blue Fund | 1,250 |
| Shelter | Blue Fund | 1,260 |
| Shelter | Red Fund | 1,270 |
"""
TEXTS = """\
# Tide plan

| Rule | In words | Level |
|---|---|---|
| Gauge | Each gauge is read. In a storm all 14 gauges are read twice. | 8,100 m |
| Mast | 12 m tall | 31 sails |
"""
CODES = """\
The people of the coast hold boats.

| Account | 2031 |
|---|---|
| 3911434 Nets mended | 45 |
"""
FLOATS = """\
# Tide plan

Table 1. Boats by district

| District | Boats |
|---|---|
| Lorn | 45 |
| Total | 45 |

## Lorn: sheds on the shore

Some 31 sheds stand empty. The plan has six steps in Kenya.
"""
FISCAL = """\
# Tide plan

Table 1. Boats mended, May 2030

| Item | FY28 |
|---|---|
| Class of 14 sails | 45 |
"""

CASES = [
    P(
        FISCAL,
        "45",
        {
            "indicator": ("Boats mended: Class of 14 sails", "table.header_and_label"),
            "as_of": ("2028", "as_of.table_header"),
        },
        id="a fiscal year of two digits",
    ),
    P(FISCAL, "14", {"indicator": None}, id="a number within a label"),
    P(FLOATS, "31", {"place": ("Lorn", "place.area_heading")}, id="a heading that is an area"),
    P(FLOATS, "six", {"place": None}, id="the plan's own parts are nowhere"),
    P(
        AREAS,
        "45",
        {
            "indicator": ("Boats afloat", "table.header_and_label"),
            "place": ("Lorn", "place.area_label"),
            "as_of": ("2031-06-22", "as_of.table_title"),
        },
        id="a label below a header of areas",
    ),
    P(AREAS, "77", {"place": None}, id="no area among areas"),
    P(AREAS, "900", {"place": None}, id="a row below the total"),
    P(
        AREAS,
        "33",
        {"indicator": ("Actual", "table.header_and_label")},
        id="a header without its year",
    ),
    P(
        AREAS,
        "21",
        {
            "indicator": ("Boats", "table.header_and_label"),
            "as_of": ("2029-05", "as_of.table_header"),
        },
        id="the title for a header that is a date",
    ),
    P(
        AREAS,
        "101",
        {
            "indicator": ("Sheds mended: Sails", "table.header_and_label"),
            "place": ("Lorn", "place.area_label"),
        },
        id="a header that is an area of another table",
    ),
    P(
        AREAS,
        "102",
        {
            "indicator": ("Sheds mended: Sails", "table.header_and_label"),
            "place": ("Kenya", "place.table_label"),
        },
        id="a header that is a place",
    ),
    P(AREAS, "103", {"as_of": None}, id="the date of what a label names"),
    P(AREAS, "105", {"as_of": ("2029-05", "as_of.table_header")}, id="a date that ends a label"),
    P(GIVERS, "1,250", {"place": None}, id="a donor is not where"),
    P(
        SECTORS,
        "1,250",
        {"indicator": ("Total: Water: Blue Fund", "table.header_and_label")},
        id="a label of several rows; a title of dimensions only",
    ),
    P(
        SECTORS,
        "1,270",
        {"indicator": ("Total: Shelter: Red Fund", "table.header_and_label")},
        id="a label of one row beside labels of several",
    ),
    P(
        TEXTS,
        "31",
        {"indicator": ("Level: Mast", "table.header_and_label")},
        id="a value beside the label is no label",
    ),
    P(
        TEXTS,
        "8,100 m",
        {"indicator": ("Level: Gauge", "table.header_and_label")},
        id="a text beside the label is no label",
    ),
    P(
        "# Tide plan\n\n" + CODES,
        "45",
        {"indicator": ("Tide plan: Nets mended", "table.header_and_label")},
        id="a label without its account number",
    ),
    P(
        TEXTS,
        "14",
        {"indicator": ("read twice", "prose.predicate")},
        id="a figure of a sentence in a cell",
    ),
]


@pytest.mark.parametrize(("text", "quote", "expected"), CASES)
def test_header(text: str, quote: str, expected: dict[str, object], holds: Holds) -> None:
    holds(text, quote, expected)


def test_numbers_of_rows_are_no_figures(read_memo: Read) -> None:
    extraction = read_memo(AREAS)
    quotes = [f.anchor.quote for f in extraction.figures]
    assert "1" not in quotes
    assert sum(e.status == "list_number" for e in extraction.ledger.entries) >= len("12345")


def test_number_of_an_account_is_a_code(read_memo: Read) -> None:
    extraction = read_memo("# Tide plan\n\n" + CODES)
    assert "3911434" not in [f.anchor.quote for f in extraction.figures]
    assert [e.status for e in extraction.ledger.entries] == ["figure", "code", "figure"]


@pytest.mark.parametrize(
    ("row", "figures"),
    [
        ("| Week | 1 | 2 | 3 | 4 |", ["7", "9", "2", "5"]),
        ("| Boats | 1 | 2 | 4 | 5 |", ["1", "2", "4", "5", "7", "9", "2", "5"]),
    ],
)
def test_heads_that_count_on_are_no_figures(row: str, figures: list[str], read_memo: Read) -> None:
    memo = f"# Tide plan\n\n| Town | A | B | C | D |\n|---|---|---|---|---|\n{row}\n"
    extraction = read_memo(memo + "| Eastport | 7 | 9 | 2 | 5 |\n")
    assert [f.anchor.quote for f in extraction.figures] == figures
