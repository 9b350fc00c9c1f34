"""What charts tell year by year, and what sentences say of it."""

from collections.abc import Callable

import pytest

from extractor.check.audit import audit
from schemas.extraction import Extraction
from schemas.figure import Figure

Read = Callable[[str], Extraction]

PLAN = """# A budget for Lorn

Spending in 2033 is made of {told}.

## Spending (USD million)

| | 2031 | 2032 | 2033 | 2034 |
|---|---|---|---|---|
| Harbours | 12,040 | 13,104 | 13,583 | 14,012 |
| Ferries | 3,107 | 3,224 | 3,352 | 3,486 |
| Schools | 9,104 | 9,377 | 9,661 | 9,702 |
"""


def charted(extraction: Extraction) -> Extraction:
    """Return an extraction whose table was read off a chart."""
    return extraction.model_copy(
        update={"figures": tuple(map(_plotted, extraction.figures)), "tables": ()}
    )


def _plotted(figure: Figure) -> Figure:
    if figure.zone != "table" or figure.indicator is None:
        return figure
    said = figure.indicator.model_copy(update={"rule": "keyfigure.plotted"})
    return figure.model_copy(update={"zone": "keyfigure", "cell": None, "indicator": said})


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param(
            "$13.6 billion for harbours, $9.66 billion for schools and $3.35 billion for ferries",
            [],
            id="rounded",
        ),
        pytest.param(
            "$13.5 billion for harbours, $9.66 billion for schools and $3.35 billion for ferries",
            ["$13.5 billion"],
            id="one cut off",
        ),
        pytest.param(
            "$13.5 billion for walls, $9.66 billion for schools and $3.35 billion for ferries",
            [],
            id="of what the chart does not name",
        ),
    ],
)
def test_a_paragraph_that_tells_a_category_of_a_chart_rounds_its_numbers(
    read: Read, told: str, expected: list[str]
) -> None:
    extraction = charted(read(PLAN.format(told=told)))
    by_id = {figure.id: figure.anchor.quote for figure in extraction.figures}
    found = [each for each in audit(extraction) if each.code == "truncated"]
    assert [by_id[each.figures[0]] for each in found] == expected
    assert all("in a chart that has others" in each.message for each in found)


def test_a_chart_alone_contradicts_nothing(read: Read) -> None:
    extraction = charted(read(PLAN.format(told="many parts")))
    assert [each for each in audit(extraction) if each.severity != "info"] == []


def test_growth_by_the_year_is_held_against_a_chart(read: Read) -> None:
    told = "many parts, with average annual growth of 7.1 per cent for harbours in all 14 ports"
    (found,) = audit(charted(read(PLAN.format(told=told))))
    assert (found.code, found.severity, found.stated) == ("growth_mismatch", "warning", "7.1")
