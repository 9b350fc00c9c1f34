"""Paragraphs that open with the name of a row of a table."""

from collections.abc import Callable

import pytest

from extractor.check.index import Index
from extractor.check.told.named_rows import named_rows
from schemas.extraction import Extraction

Read = Callable[[str], Extraction]
Told = list[tuple[str, str, str]]

PLAN = """# A budget for Lorn

- {item}
- Fares rose.

## Restored services (USD thousands)

| Service | 2031 | 2032 |
|---|---|---|
| Night ferries to the outer islands | 14,258 | 29,784 |
| Office of Harbour Works | 1,572,207 | 1,638,858 |
| Crews | 4,118 | 4,391 |
"""
FERRIES = "Night ferries to the outer islands. The plan restores them at a cost of"
HARBOUR = "The Office of Harbour Works (OHW) has services of"


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        pytest.param(f"{FERRIES} $14.3 million in 2031.", [], id="right"),
        pytest.param(
            f"{FERRIES} $14.2 million in 2031.",
            [("truncated", "warning", "$14.2 million")],
            id="cut off",
        ),
        pytest.param(
            f"{FERRIES} $14.4 million in 2031.",
            [("contradiction", "warning", "$14.4 million")],
            id="off",
        ),
        pytest.param(
            f"{FERRIES} about $14.4 million in 2031.",
            [("contradiction", "info", "$14.4 million")],
            id="about",
        ),
        pytest.param(f"{FERRIES} $14.4 million in 2030.", [], id="of another year"),
        pytest.param(f"{FERRIES} $13.1 million in 2031.", [], id="of something else"),
        pytest.param("Day ferries. They cost $14.2 million in 2031.", [], id="of another name"),
        pytest.param(f"{HARBOUR} $1.6 billion in 2031.", [], id="an acronym, right"),
        pytest.param(
            f"{HARBOUR} $1.5 billion in 2031.",
            [("truncated", "warning", "$1.5 billion")],
            id="an acronym, cut off",
        ),
        pytest.param(
            "The Office of Harbour Works (OHW) has debts of $1.5 billion in 2031.",
            [],
            id="an acronym, but of something else",
        ),
    ],
)
def test_a_number_told_under_the_name_of_a_row(read: Read, item: str, expected: Told) -> None:
    extraction = read(PLAN.format(item=item))
    by_id = {figure.id: figure.anchor.quote for figure in extraction.figures}
    found = named_rows(Index(extraction))
    assert [(each.code, each.severity, by_id[each.figures[0]]) for each in found] == expected
