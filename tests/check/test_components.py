"""Wholes that are broken down over several tables."""

from collections.abc import Callable

import pytest

from schemas.extraction import Finding

Audit = Callable[[str], list[Finding]]

PLAN = """# A plan for Kenya 2031

## Key figures

**{whole}**

required in Kenya in 2031

## North

Table 1. Requirements in the north (USD)

| Sector | 2031 |
|---|---|
| Water | 1,214,350 |
| Health | 3,120,417 |
| Total | 4,334,767 |

## South

Table 2. Requirements in the south (USD)

| Sector | 2031 |
|---|---|
| Water | 5,114,350 |
| Health | 3,020,417 |
| Total | 8,134,767 |
"""


@pytest.mark.parametrize(
    ("whole", "codes"),
    [
        pytest.param("USD 12.47 million", [], id="right"),
        pytest.param("USD 12.46 million", [("truncated", "warning")], id="cut off"),
        pytest.param("USD 12.61 million", [("total_mismatch", "warning")], id="off"),
        pytest.param("USD 15.61 million", [], id="of more than these"),
        pytest.param("USD 8.13 million", [], id="of one of them"),
    ],
)
def test_a_whole_over_several_tables(
    found: Audit, whole: str, codes: list[tuple[str, str]]
) -> None:
    findings = [each for each in found(PLAN.format(whole=whole)) if each.code != "corroborated"]
    assert [(each.code, each.severity) for each in findings] == codes
