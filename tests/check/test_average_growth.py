"""Average growth by the year: of which stretch of a line it can be."""

from collections.abc import Callable

import pytest

from extractor.check.average_growth import average_growth
from extractor.check.index import Index
from schemas.extraction import Extraction

Read = Callable[[str], Extraction]

PLAN = """# A budget for Lorn

{told}

## Spending by year (USD million)

| | 2031 | 2032 | 2033 | 2034 | 2035 |
|---|---|---|---|---|---|
| Harbours | 1,204.0 | 1,310.4 | 1,352.8 | 1,401.2 | 1,496.3 |
| Old ferries | 310.0 | 322.0 | 335.0 | 348.0 | 362.0 |
| Fares | 88.1 | 84.4 | 80.2 | 77.0 | 75.1 |

## Ships by year

| | 2031 | 2032 |
|---|---|---|
| Tugs | 120 | 131 |
"""
AVERAGE = "Spending is set to rise: its average annual growth is"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param(f"{AVERAGE} 5.6 per cent for harbours and 4.0 for ferries.", [], id="right"),
        pytest.param(
            f"{AVERAGE} 4.5 per cent for harbours, of all 12.", [], id="of the last years"
        ),
        pytest.param(
            f"{AVERAGE} 7.6 per cent for harbours and 4.0 per cent for old ferries.",
            ["7.6 per cent"],
            id="of no years",
        ),
        pytest.param(
            f"{AVERAGE} 5.6 per cent for harbours and 3.1 per cent for old ferries.",
            ["3.1 per cent"],
            id="the second",
        ),
        pytest.param(
            f"{AVERAGE} 3.1 per cent for ferries, and 14 more.", [], id="a name told in part"
        ),
        pytest.param(f"{AVERAGE} 3.1 per cent for fares, and 14 more.", [], id="of what falls"),
        pytest.param(f"{AVERAGE} 3.1 per cent for tugs, and 14 more.", [], id="of two years"),
        pytest.param(f"{AVERAGE} 31 per cent for harbours, and 14 more.", [], id="far off"),
        pytest.param(
            "Spending on harbours is to grow by 7.6 per cent, and 14 more.", [], id="no average"
        ),
        pytest.param(
            "The average annual growth of prices is 7.6 per cent for harbours, and 14 more.",
            [],
            id="of what the table does not speak of",
        ),
    ],
)
def test_growth_by_the_year_is_that_of_some_years_of_its_line(
    read: Read, told: str, expected: list[str]
) -> None:
    extraction = read(PLAN.format(told=told))
    by_id = {figure.id: figure.anchor.quote for figure in extraction.figures}
    found = list(average_growth(Index(extraction)))
    assert [by_id[each.figures[0]] for each in found] == expected
    assert {(each.code, each.severity) for each in found} <= {("growth_mismatch", "warning")}


def test_the_years_that_a_sentence_tells_are_those_of_its_growth(read: Read) -> None:
    growth = "average annual growth of spending is {} per cent for harbours, in 14 ports."
    sentence = f"From 2031 to 2033, {growth}"
    right, wrong = (read(PLAN.format(told=sentence.format(rate))) for rate in ("6.0", "5.6"))
    assert list(average_growth(Index(right))) == []
    assert [each.stated for each in average_growth(Index(wrong))] == ["5.6"]
