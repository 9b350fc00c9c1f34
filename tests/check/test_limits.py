"""Totals of tables, held against what they may be at most."""

from collections.abc import Callable

import pytest

from extractor.check.index import Index
from extractor.check.told.limits import limits
from schemas.extraction import Extraction

Read = Callable[[str], Extraction]

PLAN = """# A plan for Lorn

The work is paid by the Lorn Harbour Repair Fund (LHRF) of {told}.

## By agency

| Agency | {column} (in US$) | Own funds (in US$) |
|---|---|---|
| Harbours | 497,000 | 25,000 |
| Schools | 1,602,977 | 36,000 |
| Total | 2,099,977 | 61,000 |
"""


@pytest.mark.parametrize(
    ("told", "column", "codes"),
    [
        pytest.param("up to $2.1 million", "LHRF funding", [], id="kept"),
        pytest.param("up to $2.0 million", "LHRF funding", ["truncated"], id="cut off"),
        pytest.param("up to $2.01 million", "LHRF funding", ["total_mismatch"], id="exceeded"),
        pytest.param("up to $1.5 million", "LHRF funding", [], id="of something else"),
        pytest.param("up to $2.01 million", "Grants", [], id="not named"),
        pytest.param("$2.01 million", "LHRF funding", [], id="no limit"),
    ],
)
def test_a_total_is_no_more_than_what_it_may_be_at_most(
    read: Read, told: str, column: str, codes: list[str]
) -> None:
    found = [*limits(Index(read(PLAN.format(told=told, column=column))))]
    assert [each.code for each in found] == codes
    assert {each.severity for each in found} <= {"info"}
