"""Drawings that print values of a table: rounded or cut off."""

from collections.abc import Callable

import pytest

from extractor.check.drawn import drawn
from extractor.check.index import Index
from schemas.extraction import Extraction

Read = Callable[[str], Extraction]

CONTRACTS = """# A budget for Lorn

Chart 1: Contracts by office - 2031 (USD millions)

**{roads}**

Roads

**{water}**

Water

**$3,820**

Clinics

**$9,832**

Schools

## {title}

| Office | 2030 | 2031 |
|---|---|---|
| Department of roads | 712,118,305 | 718,616,629 |
| Department of water | 1,498,200,417 | 1,571,997,818 |
| Department of clinics | 3,518,662,193 | 3,820,235,587 |
| Department of schools | 9,604,117,350 | 9,831,886,204 |
| Department of parks | 17,350,226 | 17,418,941 |
"""


@pytest.mark.parametrize(
    ("roads", "water", "title", "expected"),
    [
        pytest.param("$719", "$1,572", "Contracts, all offices (USD)", [], id="rounded"),
        pytest.param("$718", "$1,572", "Contracts, all offices (USD)", ["$718"], id="one cut off"),
        pytest.param(
            "$718", "$1,571", "Contracts, all offices (USD)", ["$718", "$1,571"], id="two"
        ),
        pytest.param("$702", "$1,572", "Contracts, all offices (USD)", [], id="of something else"),
        pytest.param("$718", "$1,572", "Tolls (USD)", [], id="a table of something else"),
    ],
)
def test_a_value_that_a_table_has_finer(
    read: Read, roads: str, water: str, title: str, expected: list[str]
) -> None:
    extraction = read(CONTRACTS.format(roads=roads, water=water, title=title))
    by_id = {figure.id: figure.anchor.quote for figure in extraction.figures}
    found = list(drawn(Index(extraction)))
    assert [by_id[each.figures[0]] for each in found] == expected
    assert {(each.code, each.severity) for each in found} <= {("truncated", "warning")}
