"""Shares that part a whole between them, line by line."""

from collections.abc import Callable

import pytest

from extractor.check.index import Index
from extractor.check.tables.hundreds import hundreds
from schemas.extraction import Extraction

Read = Callable[[str], Extraction]

ORIGINS = """# Fever in Lorn

Table 1. Cases by origin

| Province | At home (%) | Abroad (%) | Unknown (%) | Cases |
|---|---|---|---|---|
| Marren | 86.2 | 13.8 | 0 | 3,375 |
| Ostrel | 81.0 | 3.8 | {unknown} | 158 |
| Bay | 98.6 | 1.4 | 0 | 17,655 |
| Hills | 3.1 | 10.2 | 86.7 | 1,662 |
| Harbour | 0 | 0 | 100.0 | 1,136 |
"""


@pytest.mark.parametrize(
    ("unknown", "wrong"),
    [
        pytest.param("15.2", [], id="right"),
        pytest.param("15.3", [], id="within rounding"),
        pytest.param("15.9", ["Ostrel: 81.0 + 3.8 + 15.9 make 100.7"], id="off"),
        pytest.param("75.2", ["Ostrel: 81.0 + 3.8 + 75.2 make 160"], id="a first digit"),
        pytest.param("64.7", [], id="far off"),
    ],
)
def test_the_shares_of_a_line_make_a_hundred(read: Read, unknown: str, wrong: list[str]) -> None:
    found = list(hundreds(Index(read(ORIGINS.format(unknown=unknown)))))
    assert [each.message.split(";")[0] for each in found] == wrong
    assert {(each.code, each.severity) for each in found} <= {("share_mismatch", "warning")}


RATES = """# Fever in Lorn

Table 1. Rates

| Province | Told (%) | Seen (%) | Cured (%) |
|---|---|---|---|
| Marren | 86.2 | 13.8 | 20.4 |
| Ostrel | 81.0 | 73.8 | 15.9 |
| Bay | 98.6 | 51.4 | 31.0 |
| Hills | 63.1 | 10.2 | 86.7 |
"""


def test_rates_of_different_things_make_nothing(read: Read) -> None:
    assert list(hundreds(Index(read(RATES)))) == []
