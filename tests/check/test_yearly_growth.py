"""Growth told since a year whose value only a table has."""

from collections.abc import Callable

import pytest

from extractor.check.audit import audit
from extractor.check.index import Index
from extractor.check.told.yearly_growth import yearly_growth
from schemas.extraction import Extraction

Read = Callable[[str], Extraction]

PLAN = """# A budget for Lorn

{told}

## Spending by year (USD million)

| | 2031 | 2032 | 2033 |
|---|---|---|---|
| Spending on harbours | 1,204.0 | 1,310.4 | 1,352.8 |
| Spending on schools | 1,310.4 | 1,318.2 | 1,301.4 |
| Fares | 88.1 | 97.4 | 90.2 |
"""
HARBOURS = "In 2032 spending on harbours is $1,310.4 million"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param(f"{HARBOURS}, 8.8 per cent more than in 2031.", [], id="right"),
        pytest.param(
            f"{HARBOURS}, 8.3 per cent more than in 2031.", ["8.3 per cent"], id="of the wrong base"
        ),
        pytest.param(
            f"{HARBOURS} before fares, or 8.3 per cent greater than the actual 2031 level.",
            ["8.3 per cent"],
            id="words before the year",
        ),
        pytest.param(f"{HARBOURS}, 8.3 per cent less than in 2031.", [], id="told to fall"),
        pytest.param(f"{HARBOURS}, 8.3 per cent more than in 2030.", [], id="no such year"),
        pytest.param(f"{HARBOURS}, 28.3 per cent more than in 2031.", [], id="of another line"),
        pytest.param(f"{HARBOURS}, 8.3 per cent more than planned.", [], id="of no year"),
        pytest.param(
            "In 2032 trams carried $1,310.4 million, 8.3 per cent more than in 2031.",
            [],
            id="of what the table does not speak of",
        ),
        pytest.param(
            "In 2033 spending on schools is $1,301.4 million, 1.9 per cent less than in 2032.",
            ["1.9 per cent"],
            id="down",
        ),
    ],
)
def test_growth_since_a_year_is_that_of_the_line_that_has_both(
    read: Read, told: str, expected: list[str]
) -> None:
    extraction = read(PLAN.format(told=told))
    quotes = {figure.id: figure.anchor.quote for figure in extraction.figures}
    found = [*yearly_growth(Index(extraction))]
    assert [quotes[each.figures[0]] for each in found] == expected
    assert {(each.code, each.severity) for each in found} <= {("growth_mismatch", "warning")}


def test_a_quotient_is_told_to_some_digits_more_than_was_stated(read: Read) -> None:
    (found,) = audit(read(PLAN.format(told=f"{HARBOURS}, 8.3 per cent more than in 2031.")))
    assert (found.stated, found.computed) == ("8.3", "8.8372")
    assert found.tolerance is not None
    assert 4 < len(found.tolerance) < 14
