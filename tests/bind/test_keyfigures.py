"""What key figures are bound to: label, heading, the figure above, totals that tell numbers."""

from collections.abc import Callable

import pytest

from schemas.extraction import Extraction

P = pytest.param
Holds = Callable[[str, str, dict[str, object]], None]

LABELLED = """\
# Tide plan

## In figures

**1.2 million**

PEOPLE IN NEED IN KENYA

As of 31 March 2031

**52%**

are women and girls

**USD 40 million**

REQUIRED FOR 2031-2033

**8.5 million**

people targeted

**1.5 million**

in Uganda

**700**

SO1 total nets mended
"""
ANNOUNCED = """\
# Tide plan

## In figures

Of the 1.24 million people in need, as of 31 March 2031:

**52%**

are women and girls

## Coast

**39%**

are children
"""
STATED = """\
# Tide plan

## In figures

**4.2 billion**

Requirements (USD)

**2.4**

People targeted (million)

**62**

Children vaccinated (%)

**1,200**

Roads mended (km)

**310**

Staff trained (2031)

**45**

Wells (n)
"""
HEADED = """\
# Tide plan

## Requirements by year

**2031**

USD 55.3 million

**2032**

USD 51.6 million
"""
BARE = """\
# Tide plan

## Coast

**600**

PEOPLE TARGETED

**66**

SCHOOLS TARGETED

## Kenya

**100**

**11**

## Uganda

**200**

**22**

## TORLAND

**300**

**33**
"""

BRACKETED = """\
# Tide plan

## In figures

**291 (26.0%)**

Deaths among the sick and their share
"""

NUMBERED = """\
# Tide plan

## In figures

**77%**

May 2031
"""

FRENCH = """\
# Bulletin de la côte et de ses habitants

## Les chiffres de la semaine

**1 094**

Filets perdus dans les hangars pour les 3 côtes
"""

CASES = [
    P(
        FRENCH,
        "1 094",
        {"indicator": ("Filets perdus dans les hangars", "keyfigure.label")},
        id="a label up to its number, without what leads to that",
    ),
    P(
        NUMBERED,
        "77%",
        {"indicator": ("In figures", "keyfigure.heading")},
        id="a date beside a value is no label",
    ),
    P(
        BRACKETED,
        "291",
        {"indicator": ("Deaths among the sick and their share", "keyfigure.label")},
        id="a value with another in brackets",
    ),
    P(
        BRACKETED,
        "26.0%",
        {"indicator": ("Deaths among the sick and their share", "keyfigure.label")},
        id="a value in the brackets of another",
    ),
    P(
        LABELLED,
        "1.2 million",
        {
            "indicator": ("PEOPLE IN NEED", "keyfigure.label"),
            "place": ("Kenya", "place.clause"),
            "as_of": ("2031-03-31", "as_of.below"),
            "status": ("in_need", "status.label"),
        },
        id="a label in capitals, without its place",
    ),
    P(
        LABELLED,
        "52%",
        {
            "indicator": ("women and girls", "prose.predicate"),
            "population": ("PEOPLE IN NEED", "keyfigure.parent"),
            "of": "1.2 million",
            "as_of": ("2031-03-31", "as_of.parent"),
            "status": ("in_need", "status.parent"),
        },
        id="a share of the count above",
    ),
    P(
        LABELLED,
        "USD 40 million",
        {
            "indicator": ("REQUIRED", "keyfigure.label"),
            "as_of": ("2031/2033", "as_of.clause"),
            "status": ("required", "status.label"),
        },
        id="money and its period",
    ),
    P(
        LABELLED,
        "1.5 million",
        {
            "indicator": ("people targeted", "keyfigure.label_above"),
            "population": ("people", "keyfigure.label_above"),
            "place": ("Uganda", "place.clause"),
            "unit": "people",
        },
        id="a label that only says where",
    ),
    P(
        ANNOUNCED,
        "52%",
        {
            "indicator": ("women and girls", "prose.predicate"),
            "population": ("people", "keyfigure.parent"),
            "of": "1.24 million",
        },
        id="a breakdown that a line announces",
    ),
    P(ANNOUNCED, "39%", {"of": None}, id="no breakdown under another heading"),
    P(
        STATED,
        "4.2 billion",
        {
            "kind": "money",
            "value": "4200000000",
            "unit": "USD",
            "indicator": ("Requirements", "keyfigure.label"),
            "status": ("required", "status.label"),
        },
        id="money whose currency the label states",
    ),
    P(
        STATED,
        "2.4",
        {
            "kind": "count",
            "value": "2400000",
            "indicator": ("People targeted", "keyfigure.label"),
            "population": ("People", "prose.counted_group"),
        },
        id="a factor that the label states, and no number of a title",
    ),
    P(
        STATED,
        "62",
        {"kind": "percent", "indicator": ("Children vaccinated", "keyfigure.label")},
        id="a share by its label",
    ),
    P(
        STATED,
        "1,200",
        {"kind": "measure", "unit": "km", "indicator": ("Roads mended", "keyfigure.label")},
        id="a measure by its label",
    ),
    P(STATED, "310", {"kind": "count", "value": "310", "unit": "Staff"}, id="a year is no unit"),
    P(STATED, "45", {"kind": "count", "unit": "Wells"}, id="a sign that says it is counted"),
    P(
        HEADED,
        "USD 51.6 million",
        {
            "indicator": ("Requirements", "keyfigure.heading"),
            "as_of": ("2032", "as_of.above"),
            "status": ("required", "status.heading"),
        },
        id="the heading, and the year above",
    ),
    P(
        BARE,
        "200",
        {
            "indicator": ("PEOPLE TARGETED", "keyfigure.total_tells"),
            "population": ("PEOPLE", "keyfigure.total_tells"),
            "status": ("targeted", "keyfigure.total_tells"),
            "unit": "PEOPLE",
            "place": ("Uganda", "place.heading"),
        },
        id="first bare numbers, by their total",
    ),
    P(
        BARE,
        "33",
        {
            "indicator": ("SCHOOLS TARGETED", "keyfigure.total_tells"),
            "place": ("Torland", "place.sibling_heading"),
        },
        id="second bare numbers; a heading beside places",
    ),
]


@pytest.mark.parametrize(("text", "quote", "expected"), CASES)
def test_keyfigure(text: str, quote: str, expected: dict[str, object], holds: Holds) -> None:
    holds(text, quote, expected)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("People in need (m)", {"kind": "count", "value": "5200000"}),
        ("Depth (m)", {"kind": "measure", "unit": "m"}),
        ("were displaced", {"indicator": ("displaced", "prose.predicate")}),
        ("girls miss school", {"indicator": ("miss school", "prose.predicate")}),
        ("Roads mended", {"indicator": ("Roads mended", "keyfigure.label")}),
    ],
)
def test_a_short_label_is_a_name_or_a_sentence(
    label: str, expected: dict[str, object], holds: Holds
) -> None:
    holds(f"# Tide plan\n\n## In figures\n\n**5.2**\n\n{label}\n", "5.2", expected)


def test_numbers_that_do_not_add_up_stay_bare(holds: Holds) -> None:
    holds(BARE.replace("**600**", "**601**"), "200", {"indicator": None, "status": None})


@pytest.mark.parametrize(
    ("between", "rule"), [("\n", "keyfigure.label_above"), ("\f", "keyfigure.label")]
)
def test_a_label_of_another_page_says_not_what_a_place_has(
    between: str, rule: str, read_memo: Callable[[str], Extraction]
) -> None:
    above = "Tide plan\n\nIn figures\n\n8.5 million\n\npeople targeted\n"
    memo = read_memo(f"{above}{between}\n1.5 million\n\nin Uganda\n")
    told = {figure.anchor.quote: figure.indicator for figure in memo.figures}
    indicator = told["1.5 million"]
    assert indicator is not None
    assert indicator.rule == rule
