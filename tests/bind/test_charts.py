"""Values of drawings: what their caption says, of what base, where and when."""

from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.bind import collect
from extractor.readers import read
from extractor.segment import segment
from extractor.segment.draft import Furniture

P = pytest.param
Holds = Callable[[str, str, dict[str, object]], None]
RULE = "keyfigure.caption"
CAPTION = "Figure 1. Sheds without light, by district, 2031 (per cent of sheds)"


def drawing(*blocks: str) -> str:
    """Return a memo with a caption and what the drawing below it prints."""
    text = "# Tide plan\n\n## What is left\n\nThe coast has many sheds.\n\n" + CAPTION
    return "\n\n".join([text, *blocks, "## After\n\nThe end.\n"])


ABOVE = drawing("**81%**", "Kenya", "**74%**", "Uganda", "**66%**", "On the piers")
BELOW = drawing("Kenya", "**82%**", "Uganda", "**75%**", "Niger", "**67%**")
FEW = drawing("**83%**", "Kenya", "**76%**", "Uganda")

MONEY = "Chart 2: Spending on sheds - 2031 ({unit})"
AXIS = ("$300", "$200", "$100", "$0")
SPENT = ("**$281**", "Kenya", "**$174**", "Uganda", "**$66**", "On the piers")
MILLIONS = drawing(*SPENT).replace(CAPTION, MONEY.format(unit="$'s in millions"))
BEHIND_AXIS = drawing(*AXIS, *SPENT).replace(CAPTION, MONEY.format(unit="USD thousand"))

CASES = [
    P(
        ABOVE,
        "81%",
        {
            "indicator": ("Sheds without light", RULE),
            "population": ("sheds", "keyfigure.base"),
            "place": ("Kenya", "place.chart"),
            "as_of": ("2031", "as_of.chart"),
        },
        id="a value above its place",
    ),
    P(
        ABOVE,
        "66%",
        {"indicator": ("Sheds without light: On the piers", RULE), "place": None},
        id="a value above another name",
    ),
    P(
        MILLIONS,
        "$281",
        {"value": "281000000", "indicator": ("Spending on sheds", RULE)},
        id="money in the factor of the caption of a chart",
    ),
    P(BEHIND_AXIS, "$174", {"value": "174000"}, id="an axis"),
    P(BELOW, "82%", {"place": ("Kenya", "place.chart")}, id="a value below its place"),
    P(BELOW, "67%", {"place": ("Niger", "place.chart")}, id="the last value below its place"),
]


@pytest.mark.parametrize(("text", "quote", "expected"), CASES)
def test_drawing(text: str, quote: str, expected: dict[str, object], holds: Holds) -> None:
    holds(text, quote, expected)


def test_two_values_may_be_anything(bind: Callable[[str, str], dict[str, object]]) -> None:
    assert bind(FEW, "83%")["indicator"] != ("Sheds without light", RULE)


TABLE = """\
# Tide plan

| Town | % of households with nets | Share of boats | Boats lost (% of boats) | % of nets mended |
|---|---|---|---|---|
| Eastport | 31 | 7% | 12 | 13 |
"""


@pytest.mark.parametrize(
    ("quote", "base"),
    [("31", "households"), ("7%", "boats"), ("12", "boats"), ("13", "nets")],
)
def test_base_that_a_head_names(quote: str, base: str, holds: Holds) -> None:
    holds(TABLE, quote, {"population": (base, "table.base"), "unit": "percent"})


@pytest.mark.parametrize(("tick", "value"), [("4.000", "3597"), ("Page 4.000", "3.597")])
def test_the_scale_of_a_chart_shows_how_numbers_are_written(
    tick: str, value: str, tmp_path: Path
) -> None:
    file = tmp_path / "memo.txt"
    file.write_text("The wardens counted 3.597 nets.\n", encoding="utf-8")
    doc = segment(read(file))
    doc.furniture.append(Furniture(tick, ()))
    assert [found.reading.value for found in collect(doc).founds] == [value]
