"""Shares of a table that a sentence tells with a digit more."""

from collections.abc import Callable

import pytest

from extractor.check.index import Index
from extractor.check.prose.shares import shares
from schemas.extraction import Extraction

PLAN = """# Works in Lorn

In 2033, the offices committed {told} per cent of planned commitments.

## Commitments (USD thousand)

| | 2031 | 2032 | 2033 |
|---|---|---|---|
| Actual commitments | 1,240 | 1,310 | 1,488 |
| Planned commitments | 2,000 | 2,183 | 2,000 |
| Commitment rate | 62% | 60% | 74% |
"""


@pytest.mark.parametrize(
    ("told", "codes"), [("74", []), ("74.4", []), ("74.0", ["share_mismatch"])]
)
def test_a_digit_more_than_the_table_has_must_be_right(
    read: Callable[[str], Extraction], told: str, codes: list[str]
) -> None:
    assert [each.code for each in shares(Index(read(PLAN.format(told=told))))] == codes
