"""Totals of tables: right ones are passed over, wrong ones found, and the wrong cell named."""

from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.check.audit import audit
from schemas.extraction import Extraction, Finding
from schemas.figure import Figure

Read = Callable[[str], Extraction]
Audit = Callable[[str], list[Finding]]

SECTORS = """# A plan for Lorn

Table 1. Requirements by sector and year (USD)

| Sector | 2031 | 2032 | 2033 | Total |
|---|---|---|---|---|
| Shelter | 1,284,310 | 964,275 | 421,930 | 2,670,515 |
| Water | 875,462 | 790,138 | 510,694 | 2,176,294 |
| **Subtotal, homes** | 2,159,772 | 1,754,413 | 932,624 | 4,846,809 |
| Clinics | 632,517 | 600,846 | 545,381 | 1,778,744 |
| Schools | 312,958 | 248,367 | – | 561,325 |
| Markets | 198,423 | 225,179 | 164,532 | 588,134 |
| **Subtotal, services** | 1,143,898 | 1,074,392 | 709,913 | 2,928,203 |
| **Grand total** | 3,303,670 | 2,828,805 | 1,642,537 | 7,775,012 |
"""
CASES = """# Fever in Lorn

Table 1. Cases and deaths by province

| Province | Cases | Deaths | Lethality (%) |
|---|---|---|---|
| MARREN | 142 | 31 | 21.8 |
| Upper town | 97 | 22 | 22.7 |
| Lower town | 45 | 9 | 20.0 |
| OSTREL | 63 | 12 | 19.0 |
| Bay | 38 | 7 | 18.4 |
| Hills | 25 | 5 | 20.0 |
| Total | 205 | 43 | 21.0 |
"""
DIGITS = {digit: str((int(digit) + 3) % 10 or 4) for digit in "0123456789"}


def graver(findings: list[Finding]) -> list[Finding]:
    return [each for each in findings if each.severity != "info"]


@pytest.mark.parametrize("text", [SECTORS, CASES], ids=["sectors", "cases"])
def test_a_table_that_adds_up_gives_nothing(found: Audit, text: str) -> None:
    assert found(text) == []


def wrong_by_a_digit(quote: str) -> list[str]:
    """Return a number with each of its digits changed in turn."""
    return [
        quote[:at] + DIGITS[digit] + quote[at + 1 :]
        for at, digit in enumerate(quote)
        if digit in DIGITS
    ]


def misprinted(extraction: Extraction, figure: Figure, wrong: str) -> Extraction:
    """Return an extraction in which one cell of a table holds another number."""
    anchor = figure.anchor.model_copy(update={"quote": wrong})
    read = figure.model_copy(update={"value": wrong.replace(",", ""), "anchor": anchor})
    figures = tuple(read if each is figure else each for each in extraction.figures)
    return extraction.model_copy(update={"figures": figures})


def named(extraction: Extraction) -> list[str]:
    """Return what is printed in the cell that each grave finding names first."""
    by_id = {figure.id: figure.anchor.quote for figure in extraction.figures}
    return [by_id[each.figures[0]] for each in graver(list(audit(extraction)))]


@pytest.mark.no_cover
def test_one_digit_changed_in_any_cell_is_found_and_the_cell_named(read: Read) -> None:
    extraction = read(SECTORS)
    amounts = [figure for figure in extraction.figures if figure.kind == "money"]
    changed = [
        (wrong, misprinted(extraction, figure, wrong))
        for figure in amounts
        for wrong in wrong_by_a_digit(figure.anchor.quote)
    ]
    assert len(changed) >= 200
    assert [wrong for wrong, each in changed if named(each) != [wrong]] == []


@pytest.mark.parametrize("right", ["1,284,310", "248,367", "709,913", "2,928,203", "7,775,012"])
def test_a_digit_changed_in_the_document_is_found(read: Read, right: str) -> None:
    wrong = wrong_by_a_digit(right)[2]
    assert named(read(SECTORS.replace(right, wrong))) == [wrong]


def test_lines_in_capitals_add_up_those_below(found: Audit) -> None:
    findings = found(CASES.replace("| 97 |", "| 91 |"))
    assert [each.code for each in findings] == ["total_mismatch", "share_mismatch"]
    assert "MARREN, Cases: 142 is 6 more than the sum of its 2 parts, 136" in findings[0].message


def test_the_message_lays_the_arithmetic_open(found: Audit) -> None:
    (finding,) = found(SECTORS.replace("3,303,670", "3,303,970"))
    assert finding.severity == "error"
    assert (finding.stated, finding.computed, finding.tolerance) == ("3303970", "3303670", "1.5")
    assert finding.message == (
        "Grand total, 2031: 3,303,970 is 300 more than the sum of its 2 parts, 3,303,670; "
        "Total, Grand total: 7,775,012 is 300 less than the sum of its 3 parts, 7,775,312; "
        "3,303,970 explains both."
    )


SIMPLE = """# A plan for Lorn

Money by district (USD)

| District | {head} |
|---|---|
| North | {north} |
| South | {south} |
| West | {west} |
| {label} | {total} |
"""


def simple(total: str, label: str = "Total", head: str = "Amount", **more: str) -> str:
    parts = {"north": "4,210,480", "south": "2,933,157", "west": "1,118,624", **more}
    return SIMPLE.format(total=total, label=label, head=head, **parts)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param(simple("8,262,261"), [], id="adds up"),
        pytest.param(simple("8,266,261"), ["total_mismatch"], id="one digit"),
        pytest.param(simple("8,622,261"), ["total_mismatch"], id="two digits swapped"),
        pytest.param(simple("8,226,261"), ["total_mismatch"], id="two others swapped"),
        pytest.param(simple("8,262,000"), ["rounded_total"], id="rounded to thousands"),
        pytest.param(simple("$8.3 million"), [], id="rounded to what is printed"),
        pytest.param(simple("$8.2 million"), ["truncated"], id="cut off"),
        pytest.param(simple("5,120,733"), [], id="no sum at all"),
        pytest.param(simple("over 8,999,999"), [], id="at least"),
        pytest.param(simple("8,266,261", label="Average"), [], id="no total"),
        pytest.param(simple("8,266,261", head="Average cost"), [], id="averages"),
        pytest.param(simple("8,266,261", west="1,118,624 (of 3)"), [], id="a cell of two numbers"),
        pytest.param(simple("7,143,637", west="n/a"), [], id="not available counts nothing"),
        pytest.param(
            simple("7,033,637", west=".."), ["total_mismatch"], id="less than what is told"
        ),
    ],
)
def test_a_single_column(found: Audit, text: str, codes: list[str]) -> None:
    assert [each.code for each in found(text)] == codes


def test_a_period_is_the_sum_of_its_years(found: Audit) -> None:
    text = """# A plan for Lorn

Requirements (USD)

| Sector | 2031 | 2032 | 2031-2032 |
|---|---|---|---|
| Shelter | 1,284,310 | 964,275 | 2,248,585 |
| Water | 875,462 | 790,138 | 1,665,600 |
| Health | 631,975 | 512,386 | 1,144,{last} |
"""
    assert found(text.format(last="361")) == []
    assert [each.code for each in found(text.format(last="367"))] == ["total_mismatch"]


def test_net_lines_take_off_what_is_negative(found: Audit) -> None:
    text = """# Light for Lorn

Cost of light (USD)

| Province | 2034 | 2035 | 2036 |
|---|---|---|---|
| Marren | 9,912 | 8,253 | 4,517 |
| Ostrel | 6,648 | 6,059 | 3,631 |
| Total | 16,560 | 14,312 | 8,148 |
| Fuel saved | (4,120) | (7,380) | (5,870) |
| Net cost | 12,440 | {net} | 2,278 |
"""
    assert found(text.format(net="6,932")) == []
    assert [each.code for each in found(text.format(net="6,982"))] == ["total_mismatch"]


def test_columns_of_marks_split_the_total(found: Audit) -> None:
    text = """# A plan for Lorn

Requirements (USD)

| Sector | Amount | Homes | Services |
|---|---|---|---|
| Shelter | 1,284,310 | ✓ | |
| Water | 875,462 | ✓ | ✓ |
| Clinics | 632,517 | | ✓ |
| Total | 2,792,289 | 1,683,418 | {services} |
"""
    assert found(text.format(services="1,108,871")) == []
    (finding,) = found(text.format(services="1,108,671"))
    assert finding.code == "total_mismatch"


def test_shares_make_a_hundred(found: Audit) -> None:
    text = """# Who came to Lorn

| Age | Share (%) |
|---|---|
| Children | 41.2 |
| Adults | {adults} |
| Older people | 12.3 |
| Total | 100.0 |
"""
    assert found(text.format(adults="46.5")) == []
    assert [each.code for each in found(text.format(adults="45.5"))] == ["total_mismatch"]


@pytest.mark.parametrize(
    ("east", "codes"),
    [
        pytest.param("18%", [], id="right"),
        pytest.param("28%", ["total_mismatch"], id="over"),
        pytest.param("40%", [], id="one may be a part of another"),
    ],
)
def test_shares_make_no_more_than_a_hundred(found: Audit, east: str, codes: list[str]) -> None:
    rows = f"| North | 35% |\n| South | 25% |\n| East | {east} |\n| West | 22% |\n| Total | 100% |"
    text = f"# Who came to Lorn\n\n| Region | Share |\n|---|---|\n{rows}\n"
    assert [each.code for each in found(text)] == codes


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        pytest.param("Change", ["total_mismatch"], id="amounts"),
        pytest.param("Average change", [], id="averages"),
    ],
)
def test_amounts_of_change_with_signs_add_up(found: Audit, change: str, codes: list[str]) -> None:
    rows = (
        ("A", 12.0, 14.5, 2.5),
        ("B", 9.6, 11.2, 1.6),
        ("C", 7.5, 8.5, 1.5),
        ("D", 4.0, 6.0, 2.0),
    )
    lines = [f"| {name} | {was} | {now} | +{by} |" for name, was, now, by in rows]
    text = (
        f"# Gifts (in millions of USD)\n\n| Donor | 2030 | 2031 | {change} |\n|---|---|---|---|\n"
        f"{chr(10).join(lines)}\n| Total | 33.1 | 40.2 | +7.1 |\n"
    )
    assert [each.code for each in found(text)] == codes


def test_how_far_apart_values_are_need_not_add_up(found: Audit) -> None:
    rows = "| A | 400 | 500 | 100 |\n| B | 300 | 250 | 50 |\n| C | 100 | 160 | 60 |"
    text = (
        "# Costs (in thousands of USD)\n\n| Town | Plan | Actual | Variance |\n|---|---|---|---|\n"
        f"{rows}\n| Total | 800 | 910 | 110 |\n"
    )
    assert found(text) == []


@pytest.mark.corpus
@pytest.mark.parametrize("form", ["pdf", "md", "txt"])
@pytest.mark.parametrize(
    ("folder", "wrong"), [("norvia-2031", "55,340"), ("calvessa-2033", "22,980")]
)
def test_the_planted_total_is_found_and_named(
    corpus_document: Callable[[str], Path],
    extracted: Callable[[Path], Extraction],
    folder: str,
    wrong: str,
    form: str,
) -> None:
    extraction = extracted(corpus_document(f"{folder}/plan.{form}"))
    by_id = {figure.id: figure.anchor.quote for figure in extraction.figures}
    totals = [each for each in audit(extraction) if each.code == "total_mismatch"]
    assert wrong in [by_id[each.figures[0]] for each in totals]


ONE_SUM = """# Lorn

| Place | Visitors |
|---|---|
| Zoo | 1,240 |
| Museum | 1,310 |
| {label} | 2,500 |
"""


@pytest.mark.parametrize(
    ("label", "severities"),
    [
        pytest.param("Total", ["warning"], id="borne out by nothing"),
        pytest.param("Total different visitors", [], id="different"),
        pytest.param("Total, without double counting", [], id="without double counting"),
        pytest.param("Total sans double comptage", [], id="French"),
        pytest.param("Total de visitantes únicos", [], id="Spanish"),
    ],
)
def test_a_sum_that_nothing_bears_out_is_no_error(
    found: Audit, label: str, severities: list[str]
) -> None:
    assert [each.severity for each in found(ONE_SUM.format(label=label))] == severities


HELD_BACK = """# Nurses of Lorn

| Region | 2031 | 2032 | 2033 | Total |
|---|---|---|---|---|
| East | 100 | 120 | 140 | 360 |
| West | 110 | 130 | 150 | 390 |
| South | 170 | 190 | 210 | 570 |
| North | 210 | 230 | {cell} | {total} |
"""


@pytest.mark.parametrize("cell", ["..", "...", ". .", ".", "…", "n/a", "x", "C", ":"])
def test_a_sum_of_which_a_part_is_held_back_may_be_less_than_the_total(
    found: Audit, cell: str
) -> None:
    codes = [
        [each.code for each in found(HELD_BACK.format(cell=cell, total=total))]
        for total in ("440", "442", "438")
    ]
    assert codes == [[], [], ["total_mismatch"]]


@pytest.mark.parametrize("cell", ["–", "-", " "])
def test_a_dash_or_a_blank_adds_nothing(found: Audit, cell: str) -> None:
    codes = [
        [each.code for each in found(HELD_BACK.format(cell=cell, total=total))]
        for total in ("440", "442")
    ]
    assert codes == [[], ["total_mismatch"]]


def of_regions(*totals: str) -> str:
    """Return a table of debts of five regions, some of a sort that it does not show."""
    parts = [("41.5", "1.2"), ("17.1", "2.6"), ("9.7", "1.8"), ("19.6", "2.9"), ("30.4", "4.3")]
    rows = "".join(
        f"| Region {at} | {total} | {one} | {other} |\n"
        for at, (total, (one, other)) in enumerate(zip(totals, parts, strict=True))
    )
    return f"# Debts of Lorn\n\n| Region | Total | Loans | Bonds |\n|---|---|---|---|\n{rows}"


def test_several_totals_over_their_parts_have_one_that_is_not_shown(found: Audit) -> None:
    assert found(of_regions("42.7", "19.7", "11.5", "22.5", "34.7")) == []
    assert found(of_regions("42.7", "19.7", "11.87", "22.97", "36.12")) == []
    one_wrong = found(of_regions("42.7", "19.7", "11.5", "22.5", "34.1"))
    assert [each.code for each in one_wrong] == ["total_mismatch"]
