"""Shares of a total told of a row by its name, and shares that a list gives of a whole."""

from collections.abc import Callable

import pytest

from schemas.extraction import Finding

Audit = Callable[[str], list[Finding]]
SHARE = [("share_mismatch", "warning")]

TABLE = """# Plan of Lorn 2031

{told}

| Sector (USD million) | Requirement |
|---|---|
| Food security | 32.0 |
| Health | 18.5 |
| Shelter | 34.5 |
| Total | 85.0 |
"""
HEADS = """# Plan of Lorn 2031

{told}

| Sector (USD million) | Requirement |
|---|---|
| Water and sanitation | 32.0 |
| Training of farmers | 18.5 |
| Support to schools | 20.5 |
| Support to clinics | 9.5 |
| Council of Elders | 4.5 |
| Total | 85.0 |
"""


def told(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(each.code, each.severity) for each in findings]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Training takes 26 per cent of the total.", SHARE),
        ("Training takes 22 per cent of the total, the water and sanitation 29 per cent.", SHARE),
        pytest.param("Support takes 29 per cent of the total.", [], id="of two"),
        pytest.param("The training takes 26 per cent of the total.", [], id="one told before"),
        pytest.param("Council takes 8 per cent of the total.", [], id="of a body"),
        pytest.param("The Council takes 8 per cent of the total.", [], id="the body"),
        pytest.param("The Council of Elders takes 8 per cent of the total.", SHARE, id="all of it"),
        pytest.param("Training of nurses takes 26 per cent of the total.", [], id="of others"),
        pytest.param("Staff training takes 26 per cent of the total.", [], id="of another kind"),
        pytest.param("Sanitation takes 29 per cent of the total.", [], id="no head"),
    ],
)
def test_a_row_told_by_what_opens_its_name(
    found: Audit, sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert told(found(HEADS.format(told=sentence))) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Health makes up 26 per cent of the total requirement.",
        "Food security takes 38 per cent of the total, and health 26 per cent.",
        "Health, with USD 18.5 million, is 26 per cent of the budget.",
        "Health will receive USD 18.5 million, 26 per cent of the budget.",
        "Health receives 26 per cent of the total.",
        "Health gets 26 per cent of all funds.",
        "Health grows by 4 per cent, and takes 26 per cent of the total.",
    ],
)
def test_a_share_of_a_total_that_only_the_table_has(found: Audit, sentence: str) -> None:
    assert told(found(TABLE.format(told=sentence))) == SHARE


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Health makes up 22 per cent of the total requirement.", id="right"),
        pytest.param("Health makes up about 26 per cent of rural spending.", id="another whole"),
        pytest.param("Health makes up 26 per cent of the budget of the city.", id="of a city"),
        pytest.param("In 2029 health made up 26 per cent of the total.", id="another year"),
        pytest.param(
            "Food security, together with health, makes up 59 per cent of the total.", id="two"
        ),
        pytest.param("Health makes up 26 per cent of the funding received.", id="received"),
        pytest.param("Health makes up 26 per cent of the funds in the north.", id="of a place"),
        pytest.param("Health makes up 21 per cent of all people in need.", id="of people"),
        pytest.param("Health makes up 26 per cent of the total for wells.", id="for something"),
        pytest.param("Health received 26 per cent of the total.", id="no share"),
        pytest.param("Health receives 26 per cent of requirements.", id="of what it requires"),
        pytest.param("Health gets 26 per cent of the costs.", id="of its costs"),
        pytest.param("Health receives 26 per cent of the appeal funding.", id="of what came in"),
        pytest.param("Rural health makes up 26 per cent of the total.", id="another name"),
        pytest.param("Health, with USD 9.1 million, is 26 per cent of the total.", id="no cell"),
        pytest.param("Health makes up 60 per cent of the total.", id="far off"),
        pytest.param("Donors pay 38 per cent of the total and health 26 per cent.", id="who pays"),
        pytest.param(
            "The total budget is USD 71.0 million. Health takes 26 per cent of the total.",
            id="of another total",
        ),
    ],
)
def test_a_share_of_something_else(found: Audit, sentence: str) -> None:
    assert told(found(TABLE.format(told=sentence))) == []


@pytest.mark.parametrize(
    ("opening", "items", "expected"),
    [
        pytest.param("Where the money goes:", (40, 35, 20), SHARE, id="95"),
        pytest.param("Where the money goes:", (40, 35, 25), [], id="100"),
        pytest.param("Where the money goes:", (40, 34, 25), [], id="99, as rounded"),
        pytest.param("Where the money goes:", (40, 30, 5), [], id="some only"),
        pytest.param("Split by age, and share with a lift:", (40, 52, 20), [], id="far off"),
        pytest.param("Homes that are connected:", (40, 35, 20), [], id="no parts"),
        pytest.param("Répartition du budget par axe :", (40, 35, 20), SHARE, id="French"),
        pytest.param("Breakdown of the budget:", (40, 35, 20), SHARE, id="a budget"),
        pytest.param("As a share of the total cost:", (40, 35, 20), SHARE, id="of a total"),
        pytest.param(
            "Breakdown of main needs (several answers were possible):", (42, 35, 30), [], id="asked"
        ),
        pytest.param("Breakdown of vaccination coverage by region:", (92, 5, 8), [], id="coverage"),
        pytest.param("Breakdown of the answers:", (42, 35, 30), [], id="no money"),
        pytest.param(
            "Breakdown of the staff by office, share of women:", (42, 35, 30), [], id="women"
        ),
        pytest.param("Breakdown of growth of spending:", (42, 35, 30), [], id="growth"),
        pytest.param(
            "The main items of expenditure, as a share of the total:", (40, 35, 20), [], id="main"
        ),
        pytest.param("Top three of the budget, % of total:", (40, 35, 20), [], id="top"),
        pytest.param(
            "Répartition des ménages par besoin prioritaire :", (42, 35, 30), [], id="needs"
        ),
    ],
)
def test_shares_of_a_list(
    found: Audit, opening: str, items: tuple[int, ...], expected: list[tuple[str, str]]
) -> None:
    listed = "\n".join(f"- {name}: {share} %" for name, share in zip("ABC", items, strict=True))
    listed = listed.replace("A:", "Water:").replace("B:", "Roads:").replace("C:", "Schools:")
    assert told(found(f"# Lorn\n\n{opening}\n\n{listed}\n")) == expected
