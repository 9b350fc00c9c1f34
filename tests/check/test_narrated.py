"""Sentences that tell a line of a table, year by year."""

from collections.abc import Callable

import pytest

from extractor.check.index import Index
from extractor.check.told.narrated import narrated
from schemas.extraction import Extraction

Read = Callable[[str], Extraction]
Told = list[tuple[str, str, str]]

SAVINGS = """# A budget for Lorn

{sentence}

Table 1. Savings on ferries (USD millions)

| | 2031 | 2032 | 2033 | 2034 |
|---|---|---|---|---|
| Fuel | 412.6 | 596.1 | 183.7 | 181.9 |
| Crews | 2,502.9 | 3,067.1 | 2,240.7 | 2,315.1 |
| Total savings | 2,915.5 | 3,663.2 | 2,424.4 | 2,497.0 |

Table 2. Tolls (USD millions)

| | 2031 | 2032 |
|---|---|---|
| Bridges | 211.4 | 318.6 |
"""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "Savings come to $2.92 billion in 2031 and $3.66 billion in 2032.", [], id="right"
        ),
        pytest.param(
            "Savings come to $2.92 billion in 2031 and $3.67 billion in 2032.",
            [("contradiction", "warning", "$3.67 billion")],
            id="off by one",
        ),
        pytest.param(
            "Savings come to $2.91 billion in 2031 and $3.66 billion in 2032.",
            [("truncated", "warning", "$2.91 billion")],
            id="cut off",
        ),
        pytest.param(
            "Savings come to $2.92 billion in 2031 and about $3.67 billion in 2032.",
            [("contradiction", "info", "$3.67 billion")],
            id="about",
        ),
        pytest.param(
            "Savings come to $2.95 billion in 2031 and $3.67 billion in 2032.", [], id="neither"
        ),
        pytest.param(
            "Rents come to $2.92 billion in 2031 and $3.67 billion in 2032.", [], id="other words"
        ),
        pytest.param(
            "Savings come to $212.0 million in 2031 and $318.6 million in 2032.",
            [],
            id="told of tolls",
        ),
        pytest.param(
            "Savings come to $2.92 billion in 2031 and $4.67 billion in 2032.", [], id="far"
        ),
    ],
)
def test_a_sentence_that_tells_a_line(read: Read, sentence: str, expected: Told) -> None:
    extraction = read(SAVINGS.format(sentence=sentence))
    by_id = {figure.id: figure.anchor.quote for figure in extraction.figures}
    found = narrated(Index(extraction))
    assert [(each.code, each.severity, by_id[each.figures[0]]) for each in found] == expected


def test_a_number_that_another_line_holds_is_no_fault(read: Read) -> None:
    text = SAVINGS.replace(
        "| Bridges | 211.4 |", "| Harbours | 211.4 | 3,670.4 |\n| Bridges | 211.4 |"
    )
    sentence = "Savings come to $2.92 billion in 2031 and $3.67 billion in 2032."
    assert list(narrated(Index(read(text.format(sentence=sentence))))) == []


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param("$11.50 billion over the four-year period.", [], id="right"),
        pytest.param(
            "$11.05 billion over the four-year period.",
            [("total_mismatch", "error", "$11.05 billion")],
            id="off",
        ),
        pytest.param(
            "about $11.05 billion over the four-year period.",
            [("total_mismatch", "info", "$11.05 billion")],
            id="about",
        ),
        pytest.param("$11.05 billion over the five-year period.", [], id="of other years"),
        pytest.param("$11.05 billion in all.", [], id="of no years"),
        pytest.param("$21.05 billion over the four-year period.", [], id="far"),
    ],
)
def test_what_all_years_of_a_line_come_to(read: Read, rest: str, expected: Told) -> None:
    sentence = f"Savings come to $2.92 billion in 2031, $3.66 billion in 2032, and {rest}"
    extraction = read(SAVINGS.format(sentence=sentence))
    by_id = {figure.id: figure.anchor.quote for figure in extraction.figures}
    found = narrated(Index(extraction))
    assert [(each.code, each.severity, by_id[each.figures[0]]) for each in found] == expected
