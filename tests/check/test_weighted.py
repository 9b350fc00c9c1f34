"""Rates of a whole in a table: what those of its parts can come to, and what they cannot."""

from collections.abc import Callable

import pytest

from schemas.extraction import Finding

Audit = Callable[[str], list[Finding]]
Told = list[tuple[str, str]]

GATES = """# Fever in Lorn

Table 1. Controls at the gates of Lorn

| Indicator | North gate | South gate | All gates |
|---|---|---|---|
| Number of travellers | 72,530 | 150,276 | 222,806 |
| % of travellers screened | 99.7% | 97.5% | {screened} |
| % of travellers with clean hands | 94.6% | 97.0% | {clean} |
| Number of alerts | 4 | 0 | 4 |
| % of alerts followed | 75.0% | 0.0% | 75.0% |
"""
PROVINCES = """# Fever in Lorn

Table 1. Contacts

| Province | Contacts | Rate of follow-up (%) |
|---|---|---|
| Marren | 1,938 | 73.3 |
| Ostrel | 6,312 | 77.9 |
| Bay | 2,096 | 81.0 |
| Total | 10,346 | {total} |
"""
SHARES = """# Fever in Lorn

Table 1. Contacts

| Province | Contacts | Share (%) |
|---|---|---|
| Marren | 1,938 | 18.7 |
| Ostrel | 6,312 | 61.0 |
| Bay | 2,096 | 20.3 |
| Total | 10,346 | {total} |
"""


def rates(findings: list[Finding]) -> Told:
    return [(f.severity, f.message.split(":")[0]) for f in findings if f.code == "share_mismatch"]


@pytest.mark.parametrize(
    ("screened", "clean", "wrong"),
    [
        pytest.param("98.2%", "96.2%", [], id="right"),
        pytest.param("97.6%", "96.2%", [("warning", "97.6%")], id="not weighted by travellers"),
        pytest.param("98.2%", "96.6%", [("warning", "96.6%")], id="nearer to the larger gate"),
        pytest.param("98.3%", "96.2%", [], id="within what the parts were rounded by"),
        pytest.param("98.2%", "41.0%", [], id="of something else"),
    ],
)
def test_a_rate_of_all_is_weighted_by_those_that_it_is_of(
    found: Audit, screened: str, clean: str, wrong: Told
) -> None:
    assert rates(found(GATES.format(screened=screened, clean=clean))) == wrong


@pytest.mark.parametrize(
    ("total", "wrong"),
    [
        pytest.param("77.7", [], id="between them"),
        pytest.param("80.1", [], id="between them, though the weights are not known to be those"),
        pytest.param("82.4", [("error", "82.4")], id="above all"),
        pytest.param("72.1", [("error", "72.1")], id="below all"),
    ],
)
def test_a_rate_of_all_lies_between_those_of_its_parts(
    found: Audit, total: str, wrong: Told
) -> None:
    assert rates(found(PROVINCES.format(total=total))) == wrong


@pytest.mark.parametrize("total", ["100.0", "99.9"])
def test_shares_that_are_added_up_have_no_mean(found: Audit, total: str) -> None:
    assert rates(found(SHARES.format(total=total))) == []


DIVIDED = """# Children of Lorn

Table 1. People in need

| Province | People | Children | Share of children (%) |
|---|---|---|---|
| Alba | 52,310 | 20,924 | 40.0 |
| Brisa | 44,870 | 16,153 | {brisa} |
| Cayo | 38,260 | 14,922 | 39.0 |
| Delta | 29,450 | 10,896 | 37.0 |
| Total | 164,890 | 62,895 | 38.1 |
"""


@pytest.mark.parametrize(("brisa", "codes"), [("36.0", []), ("38.0", [("warning", "38.0")])])
def test_a_rate_that_two_columns_make_needs_no_mean(found: Audit, brisa: str, codes: Told) -> None:
    assert rates(found(DIVIDED.format(brisa=brisa))) == codes
