"""Where figures hold: the clause, the sentence before, headings, the title."""

from collections.abc import Callable

import pytest

P = pytest.param
Holds = Callable[[str, str, dict[str, object]], None]
UGANDA = ("Uganda", "place.clause")

CLAUSES = [
    P(
        "Some 300 schools closed in Kenya; some 200 clinics closed in Uganda.",
        "200",
        UGANDA,
        id="its own",
    ),
    P(
        "The Government of Kenya opened 30 clinics in Uganda.",
        "30",
        UGANDA,
        id="an owner is no place",
    ),
    P("Kenya has opened 30 clinics in Uganda.", "30", UGANDA, id="an actor is no place"),
    P(
        "In Uganda, 300 schools were closed in May 2031.",
        "300",
        UGANDA,
        id="at the sentence's start",
    ),
    P("Some 300 people arrived from Kenya.", "300", None, id="an origin is no place"),
    P(
        "Some 300 schools closed; the rains in Kenya went on.",
        "300",
        None,
        id="beyond a semicolon",
    ),
    P(
        "Prices rose by 18 per cent, and rents in Kenya by 30 per cent.",
        "18 per cent",
        None,
        id="of the next clause",
    ),
    P(
        "Some 300 schools closed, and another 200 in Kenya.",
        "300",
        None,
        id="right after another figure",
    ),
    P(
        "In Kenya, 300 schools were closed. Another 200 clinics were damaged.",
        "200",
        ("Kenya", "place.sentence_before"),
        id="the sentence before, in a document of no one place",
    ),
    P(
        "In May 2031, 2,615 people fled, 1,800 in Kenya and 815 in areas nearby.",
        "815",
        None,
        id="an area of its own",
    ),
    P("Ships and Kenya traded 30 boats.", "30", ("Kenya", "place.named"), id="named, not where"),
    P("Some 30 boats left New Kenya City.", "30", None, id="part of a longer name"),
    P("The Kenya-Uganda line has 30 bridges.", "30", None, id="part of a name with a hyphen"),
    P("The crown lost 30 per cent against Uganda shillings.", "30 per cent", None, id="a money"),
    P("Some 30 countries in Kenya met.", "30", None, id="countries lie in none"),
    P(
        "Some 30 clinics closed in Kenya and Uganda.",
        "30",
        ("Kenya and Uganda", "place.clause"),
        id="several places are one entry",
    ),
    P(
        "On the slopes above Nairobi in Kenya, 30 hectares burned.",
        "30 hectares",
        ("Kenya", "place.clause"),
        id="the place that a sentence opens with",
    ),
    P(
        "Of the crews of the old boats of the Lorn yard, who trade with ships, Kenya and Uganda, "
        "12 met. Some 4 per cent leak.",
        "4 per cent",
        None,
        id="a name that is no location is not spoken of again",
    ),
    P(
        "Ships and Kenya traded 30 boats. Some 4 per cent leak.",
        "4 per cent",
        ("Kenya", "place.sentence_before"),
        id="but for one that opens a passage",
    ),
    P(
        "Kenya received $3 million, Uganda $2 million and Malawi $1 million.",
        "$3 million",
        ("Kenya", "place.clause"),
        id="the first of a list",
    ),
    P(
        "Kenya received $3 million, Uganda $2 million and Malawi $1 million.",
        "$2 million",
        UGANDA,
        id="a member of a list without a verb",
    ),
    P(
        "The rains in Kenya and Uganda 30 years ago broke 20 dams.",
        "20",
        ("Kenya and Uganda", "place.clause"),
        id="no member of a list",
    ),
    P("Kenya gave 30 boats.", "30", ("Kenya", "place.clause"), id="an actor and no other place"),
    P(
        "In Uganda, 30 clinics closed. In Lorn Province, 20 closed. The country lost 50 wells.",
        "50",
        ("Uganda", "place.sentence_before"),
        id="the country that was spoken of",
    ),
]

ONE_PLACE = """\
# Tide plan for Kenya

## Context

In Uganda, 300 schools were closed. Families there lost 20 boats. Repairs took 50 carts.

## Aims

The plan sets three objectives. It counts 40 nets.

## The Malawi coast

Boats carried 60 tonnes of salt. Some 8,000 people fled, of whom 700 are children.
"""
SEVERAL_PLACES = """\
# Tide plan for Kenya and Uganda

## Context

Some 300 schools were closed. The plan requires USD 40 million.
"""
WIDER = """\
# Tide plan for Kenya & surrounding areas

## Context

The plan requires USD 40 million.
"""
TOWN = """\
# Tide plan of Lornville, Kenya

## Context

Some 300 schools were closed.
"""
STRANGERS = """\
# Tide plan for Kenya

## Context

Relations with Uganda were good: 300 crews met. The population of Uganda grew by 70,000. Prices for
the crown fell 4 per cent, as Uganda Airways said. In Uganda, 30 clinics closed; the country lost
50.
"""
DOCUMENTS = [
    P(STRANGERS, "300", ("Kenya", "place.title"), id="a name that nothing makes a location"),
    P(STRANGERS, "70,000", ("Uganda", "place.clause"), id="the place of a noun"),
    P(STRANGERS, "4 per cent", ("Kenya", "place.title"), id="a name in a name"),
    P(STRANGERS, "50", ("Kenya", "place.title"), id="the country of a document about one"),
    P(WIDER, "USD 40 million", ("Kenya & surrounding areas", "place.title"), id="wider"),
    P(TOWN, "300", ("Lornville, Kenya", "place.title"), id="a town and its country"),
    P(
        TOWN.replace("Lornville", "Schools"),
        "300",
        ("Kenya", "place.title"),
        id="a common word and a country",
    ),
    P(ONE_PLACE, "20", ("Uganda", "place.sentence_before"), id="a sentence that points back"),
    P(ONE_PLACE, "50", ("Kenya", "place.title"), id="a sentence that does not"),
    P(ONE_PLACE, "three", None, id="the plan's own parts hold nowhere"),
    P(ONE_PLACE, "40", ("Kenya", "place.title"), id="the title"),
    P(ONE_PLACE, "60 tonnes", ("Malawi", "place.heading"), id="a heading before the title"),
    P(SEVERAL_PLACES, "300", None, id="several places: not of what only happened"),
    P(
        SEVERAL_PLACES,
        "USD 40 million",
        ("Kenya and Uganda", "place.title_several"),
        id="several places: of the plan's own figures",
    ),
]


@pytest.mark.parametrize(("text", "quote", "place"), [*CLAUSES, *DOCUMENTS])
def test_place(text: str, quote: str, place: tuple[str, str] | None, holds: Holds) -> None:
    holds(text, quote, {"place": place})


def test_a_part_holds_where_its_whole_does(holds: Holds) -> None:
    text = (
        "# Tide plan\n\n## Tally\n\n**8,000**\n\npeople fled in Kenya\n\n**60%**\n\nare children\n"
    )
    holds(text, "60%", {"of": "8,000", "place": ("Kenya", "place.parent")})


AREAS = """\
# Tide plan for Kenya

## Context

Some 90 boats sank: Tarnholm (60 boats), Ostwick (30 boats). The coast of Ostwick lost 8 mills. In
all, 77 crews left the harbours, including a crew in Tarnholm. Some 55 crews came, then Ostwick (20
crews) closed.

| District | Nets |
|---|---|
| Tarnholm | 125 |
| Ostwick | 30 |
"""


@pytest.mark.parametrize(
    ("quote", "place"),
    [
        P("60", ("Tarnholm", "place.clause"), id="a label that a table makes known"),
        P("8", ("Ostwick", "place.clause"), id="such a place in a sentence"),
        P("77", ("Kenya", "place.title"), id="where only one of them is"),
        P("55", ("Kenya", "place.title"), id="behind the label of another figure"),
    ],
)
def test_areas_of_tables_are_known_in_the_text(
    quote: str, place: tuple[str, str], holds: Holds
) -> None:
    holds(AREAS, quote, {"place": place})


@pytest.mark.parametrize(
    ("text", "quote", "place"),
    [
        P(
            "# Tide plan\n\nKenya: 74 boats were built. Of these, 39 sank.",
            "39",
            ("Kenya", "place.lead"),
            id="the place before a colon",
        ),
        P(
            "# Tide plan\n\nKenya: 74 boats were built, 39 in Uganda.",
            "39",
            ("Uganda", "place.clause"),
            id="a place of its own",
        ),
    ],
)
def test_a_place_before_a_colon_opens_its_paragraph(
    text: str, quote: str, place: tuple[str, str], holds: Holds
) -> None:
    holds(text, quote, {"place": place})
