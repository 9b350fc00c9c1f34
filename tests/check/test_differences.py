"""Columns of differences: which of three columns is one, and what many rows bear out."""

from collections.abc import Callable

import pytest

from schemas.extraction import Finding

Audit = Callable[[str], list[Finding]]

ROWS = (
    ("Roads", 1_284_310, 1_196_475),
    ("Water", 875_462, 790_138),
    ("Clinics", 632_517, 600_846),
    ("Schools", 348_367, 312_958),
    ("Markets", 225_179, 198_423),
    ("Harbour", 518_204, 566_391),
    ("Forests", 94_317, 101_586),
    ("Parks", 71_942, 64_178),
    ("Courts", 263_851, 241_709),
    ("Fire service", 187_436, 172_955),
)


def budget(variances: dict[str, int]) -> str:
    lines = [
        f"| {office} | {new:,} | {old:,} | {variances.get(office, new - old):,} |"
        for office, new, old in ROWS
    ]
    head = "| Office | Proposed | Adopted | Variance |\n|---|---|---|---|\n"
    return f"# A budget for Lorn\n\nTable 1. Budget by office (USD)\n\n{head}" + "\n".join(lines)


@pytest.mark.parametrize(
    ("variances", "wrong"),
    [
        pytest.param({}, [], id="all right"),
        pytest.param({"Schools": 93_811}, ["93,811"], id="far off"),
        pytest.param({"Schools": 35_407}, ["35,407"], id="by more than rounding"),
        pytest.param({"Water": 17_413, "Roads": 155_746}, [], id="too many for ten rows"),
    ],
)
def test_what_nearly_all_rows_bear_out_is_an_error_in_the_column_of_differences(
    found: Audit, variances: dict[str, int], wrong: list[str]
) -> None:
    findings = [each for each in found(budget(variances)) if each.code == "difference_mismatch"]
    assert [each.message.split()[0] for each in findings] == wrong
    assert {each.severity for each in findings} <= {"error"}


RECOMMENDED = """# A budget for Lorn

Table 1. Budget by office (USD)

| Office | Recommended | Adopted | Before | Increase |
|---|---|---|---|---|
| Roads | 1,284,310 | 1,284,310 | 1,196,475 | 87,835 |
| Water | 875,462 | 875,462 | 790,138 | 85,324 |
| Clinics | 632,517 | 632,517 | 600,846 | 31,671 |
| Schools | 340,120 | 348,367 | 312,958 | {schools} |
| Markets | 225,179 | 225,179 | 198,423 | 26,756 |
| Parks | 71,942 | 71,942 | 64,178 | 7,764 |
"""


@pytest.mark.parametrize(
    ("schools", "wrong"),
    [
        pytest.param("35,409", [], id="on what was adopted"),
        pytest.param("35,489", ["35,489"], id="off by a digit"),
    ],
)
def test_a_difference_is_that_of_the_columns_that_it_fits_better(
    found: Audit, schools: str, wrong: list[str]
) -> None:
    findings = found(RECOMMENDED.format(schools=schools))
    told = [each.message.split()[0] for each in findings if each.code == "difference_mismatch"]
    assert told == wrong
