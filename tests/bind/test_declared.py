"""What a document declares once of the money of all its tables."""

from pathlib import Path

import pytest
import typst

from extractor import extract
from extractor.bind.tables.declared import declared_units
from extractor.readers import read
from extractor.segment import segment

PAGES = """
#set page(width: 400pt, height: 300pt, margin: 60pt,
  header: [Accounts of the Tide Fund #h(1fr) (in thousands of euros)])
The fund paid €1,204 in interest, and €2.5 million for boats.
#table(columns: 3, [], [2031], [Number of payers], [Taxes], [1,250], [800], [Fees], [40], [310])
#pagebreak()
The fund paid its debts.
#table(columns: 3, [], [2031], [Rate], [Loans], [17], [4.5%], [Wages], [900], [3.1%])
"""


def test_the_running_head_states_the_unit_of_the_numbers_on_its_pages(tmp_path: Path) -> None:
    (tmp_path / "fund.typ").write_text(PAGES)
    typst.compile(tmp_path / "fund.typ", tmp_path / "fund.pdf")
    found = {f.anchor.quote: (f.value, f.unit) for f in extract(tmp_path / "fund.pdf").figures}
    assert found["1,250"] == ("1250000", "EUR")
    assert found["€1,204"] == ("1204000", "EUR")
    assert found["€2.5 million"] == ("2500000", "EUR")
    assert found["900"] == ("900000", "EUR")
    assert found["800"][0] == "800"
    assert found["4.5%"] == ("4.5", "percent")


@pytest.mark.parametrize(
    ("text", "unit", "magnitude"),
    [
        ("Tabular amounts are in thousands of euros.", "EUR", "1000"),
        ("All amounts are, unless stated otherwise, in millions of US dollars.", "USD", "1000000"),
        ("Tous les montants sont exprimés en milliers d'euros.", "EUR", "1000"),
        ("Los importes están expresados en miles de euros.", "EUR", "1000"),
        ("Notes to the accounts (expressed in thousands of euros)", "EUR", "1000"),
        ("The amounts were lost in thousands of letters.", None, None),
        ("All amounts are in euros. All amounts are in thousands of rand.", None, None),
        ("The harbour was built in thousands of hours.", None, None),
    ],
)
def test_a_sentence_declares(
    tmp_path: Path, text: str, unit: str | None, magnitude: str | None
) -> None:
    (tmp_path / "memo.txt").write_text(text + "\n")
    money = declared_units(segment(read(tmp_path / "memo.txt"))).money(0, None)
    assert (money.unit, money.magnitude) == (unit, magnitude)


def test_a_text_that_prints_the_factor_itself_is_not_scaled(tmp_path: Path) -> None:
    text = PAGES.replace("€1,204 in interest", "€9 for ink, €1,204 thousand in interest")
    (tmp_path / "fund.typ").write_text(text.replace("boats", "a boat at €30.90"))
    typst.compile(tmp_path / "fund.typ", tmp_path / "fund.pdf")
    found = {f.anchor.quote: f.value for f in extract(tmp_path / "fund.pdf").figures}
    assert (found["€9"], found["€1,204 thousand"], found["900"]) == ("9", "1204000", "900000")
    assert found["€30.90"] == "30.9"


def test_units_of_bare_dollars_are_those_of_the_document(tmp_path: Path) -> None:
    text = (
        "# Accounts of Lorn, Canada\n\nCanada paid $5 to Canada.\n\nSums in thousands of dollars\n"
    )
    rows = "\n| | 2031 | US$ |\n|---|---|---|\n| Taxes | 40 | 30 |\n"
    other = "\n| | 2031 |\n|---|---|\n| Fees | 70 |\n"
    (tmp_path / "memo.md").write_text(text + other + "\nIn US$ thousand\n" + rows)
    found = {f.anchor.quote: f.unit for f in extract(tmp_path / "memo.md").figures}
    assert (found["$5"], found["70"], found["30"]) == ("CAD", "CAD", "USD")


ACCOUNTS = """
# Consolidated financial statements of the Tide Fund, 2031

## Statement of financial position (in thousands of euros)

| | 2031 | 2030 |
|---|---|---|
| Boats | 1,204 | 1,198 |

## Statement of operations (in thousands of euros)

| | 2031 | 2030 |
|---|---|---|
| Fees | 340 | 317 |

## 3. Debts

The fund owes €2,511, of which €7.25 is interest.

## 4. Boats

| Cost | Additions | Disposals |
|---|---|---|
| Ferries | 45,120 | (15) |
"""


NOTES = """\
# Notes to the financial statements

Year ended 30 June 2031 (in thousands of euros)

## 1. Boats

| | 2031 |
|---|---|
| Ferries | 45,120 |

## 2. Crews

The crews are insured as follows:

| | Plan | Fund |
|---|---|---|
| Obligation | 612 | 48 |
"""


PARTED = """\
# Fund of Lorn

## Plan

| | Cost |
|---|---|
| Ferries | 1,500 |

## Notes to the accounts (in thousands of euros)

### Debts

| | Debt |
|---|---|
| Ferries | 1,600 |

The fund paid €710.

## Annex: crews

| | Wages paid |
|---|---|
| Ferries | 1,700 |

The crews paid €810.
"""
BEFORE, AFTER = {"1,500": "1500"}, {"1,700": "1700", "€810": "810"}
NATIONAL = "Notes on the national accounts"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (PARTED, {**BEFORE, "1,600": "1600000", "€710": "710000", **AFTER}),
        (PARTED.replace("Notes to the accounts", NATIONAL), {**BEFORE, "€710": "710", **AFTER}),
        (NOTES.replace("##", "#"), {"45,120": "45120000", "612": "612000"}),
        (
            NOTES.replace("##", "#").replace("2. Crews", "Crews"),
            {"45,120": "45120000", "612": "612"},
        ),
        (NOTES, {"45,120": "45120000", "612": "612000", "48": "48000"}),
        (NOTES.replace("Notes to", "Remarks on"), {"612": "612", "48": "48"}),
        (ACCOUNTS, {"€2,511": "2511000", "€7.25": "7.25", "45,120": "45120000", "(15)": "-15000"}),
        (ACCOUNTS.replace("financial statements", "report").replace("Statement of", "The"), None),
    ],
    ids=[
        "their section alone",
        "on other accounts",
        "numbered notes as high",
        "what follows as high",
        "a line below their heading",
        "below another",
        "notes to accounts",
        "another report",
    ],
)
def test_the_statements_of_accounts_state_the_factor_of_their_notes(
    text: str, values: dict[str, str] | None, tmp_path: Path
) -> None:
    file = tmp_path / "fund.md"
    file.write_text(text.strip(), encoding="utf-8")
    found = {f.anchor.quote: f.value for f in extract(file).figures}
    wanted = values or {"€2,511": "2511", "45,120": "45120"}
    assert {quote: found[quote] for quote in wanted} == wanted


@pytest.mark.parametrize(
    ("note", "factor"),
    [
        ("Note: All amounts are in thousands of euros.", None),
        ("Note: All amounts in this report are in thousands of euros.", "1000"),
    ],
)
def test_a_note_below_a_table_declares_for_others_only_where_it_says_so(
    tmp_path: Path, note: str, factor: str | None
) -> None:
    rows = "| Tax | 2031 |\n|---|---|\n| Salt | 1,250 |\n"
    (tmp_path / "fund.md").write_text(f"# Fund\n\n{rows}\n{note}\n\n## Fees\n\n{rows}")
    doc = segment(read(tmp_path / "fund.md"))
    assert (doc.tables[0].unit, doc.tables[0].magnitude) == ("EUR", "1000")
    assert declared_units(doc).money(doc.tables[1].block, None).magnitude == factor
