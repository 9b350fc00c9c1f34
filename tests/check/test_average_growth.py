"""Average growth by the year: of which stretch of a line it can be."""

from collections.abc import Callable

import pytest

from extractor.check.index import Index
from extractor.check.told.average_growth import average_growth
from schemas.extraction import Extraction
from schemas.figure import Figure

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


GROWTH = (
    "average annual growth of spending {} 5.0 per cent for harbours"
    " and 4.9 per cent for old ferries"
)


@pytest.mark.parametrize(
    ("told", "found"),
    [
        pytest.param(GROWTH.format("is"), 2, id="no years"),
        pytest.param(GROWTH.format("between 2031 and 2034 was"), 2, id="years of the line"),
        pytest.param(GROWTH.format("between 2010 and 2035 was"), 0, id="a year before the line"),
        pytest.param(GROWTH.format("from 2036 to 2040 is"), 0, id="years after the line"),
        pytest.param(GROWTH.format("over 2028/29 is"), 0, id="a fiscal year before the line"),
        pytest.param(GROWTH.format("is") + ", as from 2010 to 2030", 0, id="years at the end"),
        pytest.param(
            GROWTH.format("from 2031 to 2033 was") + " from 2033 to 2035", 0, id="two stretches"
        ),
        pytest.param("In real terms, " + GROWTH.format("is"), 0, id="without the rise of prices"),
        pytest.param("Per capita, " + GROWTH.format("is"), 0, id="by head"),
    ],
)
def test_growth_that_the_line_cannot_tell_is_not_held_against_it(
    read: Read, told: str, found: int
) -> None:
    text = PLAN.format(told=f"{told}.").replace("ferries.", "ferries, in 14 ports.")
    assert len(list(average_growth(Index(read(text))))) == found


def test_growth_since_a_year_is_that_up_to_the_last(read: Read) -> None:
    growth = (
        "Average annual growth of spending since 2033 is {} per cent for harbours, in 14 ports."
    )
    right, wrong = (read(PLAN.format(told=growth.format(rate))) for rate in ("5.2", "4.6"))
    assert list(average_growth(Index(right))) == []
    assert [each.stated for each in average_growth(Index(wrong))] == ["4.6"]


def test_a_series_of_a_chart_is_called_all_that_its_evidence_says(read: Read) -> None:
    growth = "Average annual growth of spending is 5.0 per cent for harbours, in 14 ports."
    extraction = read(PLAN.format(told=growth))
    found = {
        name: list(average_growth(Index(charted(extraction, name))))
        for name in ("Harbours", "Harbours, tugs and walls")
    }
    assert {name: len(each) for name, each in found.items()} == {
        "Harbours": 1,
        "Harbours, tugs and walls": 0,
    }


def charted(extraction: Extraction, name: str) -> Extraction:
    """Return an extraction whose table was read off a chart with one series of a name."""
    figures = tuple(_plotted(figure, name) for figure in extraction.figures)
    return extraction.model_copy(update={"figures": figures, "tables": ()})


def _plotted(figure: Figure, name: str) -> Figure:
    said = figure.indicator
    if figure.zone != "table" or said is None or said.anchor is None:
        return figure
    if "Harbours" not in said.value:
        return figure
    anchor = said.anchor.model_copy(update={"quote": name})
    said = said.model_copy(update={"value": f"Spending by year: {name}", "anchor": anchor})
    return figure.model_copy(update={"zone": "keyfigure", "cell": None, "indicator": said})
