"""Dense accounts: subtotals by name, heads over lines, totals of one part, signs at the ends."""

from collections.abc import Callable

import pytest

from schemas.extraction import Finding

Audit = Callable[[str], list[Finding]]

FUNDS = """# The budget of Lorn

Table 1. Revenue by fund (USD)

| Object | 2031 | 2032 | 2033 |
|---|---|---|---|
| 621 Workers Compensation Fund | | | |
| 6211 Charges for service | 3,686,536 | 3,199,905 | 4,770,800 |
| 6212 Interest | {interest} | -881 | 2,117 |
| 621 Workers Compensation | 3,683,977 | 3,199,024 | 4,772,917 |
| FUND TOTAL: 621 Workers Compensation | 3,683,977 | 3,199,024 | 4,772,917 |
| 626 Fleet operations | | | |
| 6261 Charge for vehicles | 4,638,437 | 4,827,213 | 5,344,820 |
| 6262 Sale of property | 5,873 | 1,773 | 4,160 |
| 626 Fleet operations | 4,644,310 | 4,828,986 | 5,348,980 |
| 627 Workshops | | | |
| 6271 Grants | 173,418 | 181,083 | 162,745 |
| 6272 Sales | 61,204 | 58,317 | 70,988 |
| 627 Workshops | 234,622 | 239,400 | 233,733 |
| FUND TOTAL: 626 Fleet operations | {fleet} | 5,068,386 | 5,582,713 |
| ALL FUNDS TOTAL | 8,562,909 | 8,267,410 | 10,355,630 |
"""
AGENCIES = """# The budget of Lorn

Table 1. New needs by agency ($ in thousands)

| Agency | 2031 | 2032 |
|---|---|---|
| HEALTH CORPORATION | {health} | $3,418 |
| NURSES CB | 1,753 | 3,406 |
| Response team | 2,600 | 12 |
| HUMAN RIGHTS | $676 | $691 |
| Less spending | 676 | 0 |
| Vacancies | 0 | 691 |
| PARKS AND TREES | $5,114 | $6,236 |
| Pruning | 3,012 | 3,117 |
| Wardens | 2,102 | 3,119 |
| ROADS | $8,329 | $7,841 |
| Resurfacing | 5,220 | 4,416 |
| Lamps | 3,109 | 3,425 |
| TOTAL | $18,472 | $18,186 |
"""


def told(findings: list[Finding]) -> list[str]:
    return [each.message for each in findings if each.severity != "info"]


@pytest.mark.parametrize(
    ("interest", "fleet", "expected"),
    [
        pytest.param("-2,559", "4,878,932", [], id="right"),
        pytest.param(
            "-2,459", "4,878,932", ["621 Workers Compensation, 2031"], id="a line of the first fund"
        ),
        pytest.param(
            "-2,559",
            "4,878,992",
            ["FUND TOTAL: 626 Fleet operations, 2031"],
            id="the total of the second fund",
        ),
    ],
)
def test_a_line_that_repeats_the_name_of_its_block_is_its_total(
    found: Audit, interest: str, fleet: str, expected: list[str]
) -> None:
    messages = told(found(FUNDS.format(interest=interest, fleet=fleet)))
    assert len(messages) == len(expected)
    assert all(map(str.startswith, messages, expected))


@pytest.mark.parametrize(
    ("health", "expected"),
    [
        pytest.param("$4,353", [], id="right"),
        pytest.param("$4,358", ["HEALTH CORPORATION, 2031"], id="off"),
    ],
)
def test_a_line_in_capitals_may_be_a_part_of_another(
    found: Audit, health: str, expected: list[str]
) -> None:
    messages = told(found(AGENCIES.format(health=health)))
    assert [each.split(":")[0] for each in messages] == expected


FORECAST = """# The budget of Lorn

Table 1. Changes of the forecast (USD millions)

| | 2031 | 2032 | 2033 | 2034 |
|---|---|---|---|---|
| Forecast of November | 71,731 | 73,314 | 74,959 | 77,457 |
| Property | 1,114 | 1,543 | 1,919 | 2,226 |
| Income | 655 | 903 | 677 | 645 |
| Sales | (515) | {sales} | (457) | (435) |
| Total change | 1,253 | 1,880 | 2,140 | 2,435 |
| Forecast of January | 72,984 | {january} | 77,099 | 79,892 |
"""


@pytest.mark.parametrize(
    ("sales", "january", "expected"),
    [
        pytest.param("(567)", "75,194", [], id="right but for rounding"),
        pytest.param("(967)", "75,194", ["Total change, 2032"], id="a first digit"),
        pytest.param("(567)", "75,794", ["Forecast of January, 2032"], id="a line no label calls"),
    ],
)
def test_a_line_that_most_columns_bear_out_needs_no_label(
    found: Audit, sales: str, january: str, expected: list[str]
) -> None:
    messages = told(found(FORECAST.format(sales=sales, january=january)))
    assert [each.rpartition(": ")[0].split(":")[0] for each in messages] == expected


STUDENTS = """# Students of Lorn

Table 1. Students by faculty

| Faculty | Sample | Population |
|---|---|---|
| Sciences | 63 (18.5%) | 597 (16.4%) |
| Languages | 189 (55.6%) | {languages} |
| Law | 88 (25.9%) | 968 (26.6%) |
| Total | 340 | 3,640 |
"""


@pytest.mark.parametrize(
    ("languages", "expected"),
    [
        pytest.param("2,075 (57.0%)", [], id="right"),
        pytest.param("2,095 (57.6%)", ["Total, Population"], id="off"),
    ],
)
def test_a_number_counts_though_its_share_stands_behind_it(
    found: Audit, languages: str, expected: list[str]
) -> None:
    messages = told(found(STUDENTS.format(languages=languages)))
    assert [each.split(":")[0] for each in messages] == expected


INCOME = """# The bank of Lorn

Table 1. Income (USD thousands)

| | 2031 | 2032 |
|---|---|---|
| Interest earned | 948,965 | 605,181 |
| Interest paid | (670,950) | (427,240) |
| Net interest | {interest} | 177,941 |
| Fees | 28,464 | 18,724 |
| Staff | (78,226) | (56,161) |
| Income before taxes | 228,253 | 140,504 |
| Taxes | (89,896) | (55,623) |
| Net income | 138,357 | {net} |
"""


@pytest.mark.parametrize(
    ("interest", "net", "expected"),
    [
        pytest.param("278,015", "84,881", [], id="right"),
        pytest.param("278,915", "84,881", ["Net interest, 2031"], id="a net line"),
        pytest.param("278,015", "84,981", ["Net income, 2032"], id="the last line"),
    ],
)
def test_two_years_of_large_numbers_bear_a_line_out(
    found: Audit, interest: str, net: str, expected: list[str]
) -> None:
    messages = told(found(INCOME.format(interest=interest, net=net)))
    assert [each.split(":")[0] for each in messages] == expected
