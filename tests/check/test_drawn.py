"""Drawings and paragraphs that tell values of a table: rounded or cut off."""

from collections.abc import Callable

import pytest

from extractor.check.index import Index
from extractor.check.told.drawn import drawn
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


CAPITAL = """# A budget for Lorn

{sentence}

Capital plan by source of funds (USD millions)

| Source | 2031 |
|---|---|
| City funds | 41,194.7 |
| Water authority | 10,802.9 |
| Federal funds | 1,528.2 |
| Total | 53,525.8 |
"""
OF_ALL = "Of the $53.5 billion of the capital plan, "


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param("$41.2 billion are city funds, $10.8 billion of the harbour.", [], id="right"),
        pytest.param(
            "$41.1 billion are city funds, $10.8 billion of the harbour.",
            [("warning", "$41.1 billion")],
            id="cut off",
        ),
        pytest.param(
            "about $41.1 billion are city funds, $10.8 billion of the harbour.",
            [("info", "$41.1 billion")],
            id="about",
        ),
        pytest.param(
            "$41.1 billion are loans, $10.8 billion of the harbour.", [], id="another row"
        ),
        pytest.param(
            "$41.1 billion are city funds, $12.8 billion of the harbour.",
            [],
            id="one alike is chance",
        ),
    ],
)
def test_a_paragraph_that_tells_a_column(
    read: Read, rest: str, expected: list[tuple[str, str]]
) -> None:
    extraction = read(CAPITAL.format(sentence=OF_ALL + rest))
    by_id = {figure.id: figure.anchor.quote for figure in extraction.figures}
    found = drawn(Index(extraction))
    assert [(each.severity, by_id[each.figures[0]]) for each in found] == expected
