"""Shares told in a sentence of the rows of a table."""

from collections.abc import Callable

import pytest

from extractor.check.index import Index
from extractor.check.told.table_shares import table_shares
from schemas.extraction import Extraction

Read = Callable[[str], Extraction]
Told = list[tuple[str, str]]

COSTS = """# A budget for Lorn

In fiscal year 2032, {sentence}.

Table 1. Ferry costs (USD thousands)

| | 2031 | 2032 |
|---|---|---|
| Fuel | 412,664 | 596,136 |
| Crews | 1,502,917 | 1,067,128 |
| Total | 1,915,581 | 1,663,264 |
"""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("fuel was 36 per cent of ferry costs", [], id="right"),
        pytest.param("crews were 64 per cent of ferry costs", [], id="rounded up"),
        pytest.param("fuel was 35.8 per cent of ferry costs", [], id="finer"),
        pytest.param("fuel was 35 per cent of ferry costs", [("truncated", "warning")], id="cut"),
        pytest.param(
            "fuel was 36.4 per cent of ferry costs", [("share_mismatch", "warning")], id="off"
        ),
        pytest.param(
            "fuel was about 36.4 per cent of ferry costs", [("share_mismatch", "info")], id="about"
        ),
        pytest.param("fuel was 42 per cent of ferry costs", [], id="far"),
        pytest.param("fuel was 35 per cent of imports", [], id="of another whole"),
        pytest.param("bread was 35 per cent of ferry costs", [], id="of another row"),
    ],
)
def test_a_share_of_what_a_table_tells(read: Read, sentence: str, expected: Told) -> None:
    found = table_shares(Index(read(COSTS.format(sentence=sentence))))
    assert [(each.code, each.severity) for each in found] == expected
