"""Shares of several years, each of which only a table has."""

from collections.abc import Callable

import pytest

from extractor.check.index import Index
from extractor.check.told.period_shares import period_shares
from schemas.extraction import Extraction

Read = Callable[[str], Extraction]

PLAN = """# A budget for Lorn

The harbours receive ${told}.

## Funding by office (USD million)

| Office | 2031 | 2032 | 2033 |
|---|---|---|---|
| Harbours | 112.4 | 130.8 | 120.4 |
| Schools | 210.1 | 209.6 | 188.2 |
| Total | 322.5 | 340.4 | 308.6 |
"""


@pytest.mark.parametrize(
    ("told", "codes"),
    [
        pytest.param("363.6 million in 2031-2033 (37.4 per cent of all)", [], id="right"),
        pytest.param(
            "363.6 million in 2031-2033 (37.9 per cent of all)", ["share_mismatch"], id="off"
        ),
        pytest.param("363.6 million in 2031-2033 (52.9 per cent of all)", [], id="of another"),
        pytest.param("373.6 million in 2031-2033 (37.9 per cent of all)", [], id="no such sum"),
        pytest.param("363.6 million in 2030-2033 (37.9 per cent of all)", [], id="not all years"),
    ],
)
def test_a_share_of_a_period_is_that_of_the_years(read: Read, told: str, codes: list[str]) -> None:
    found = [*period_shares(Index(read(PLAN.format(told=told))))]
    assert [each.code for each in found] == codes
