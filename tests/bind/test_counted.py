"""What a bare count in a table counts, and of whom: by its head, its label or its row group."""

from collections.abc import Callable

import pytest

P = pytest.param
Holds = Callable[[str, str, dict[str, object]], None]
RULE = "table.header_and_label"

HEADED = """\
# Tide bulletin

Data of 28 September 2031

| Data of the coast, May 2031 | Number | Change (since the bulletin of 21 September 2031) | Rate |
|---|---|---|---|
| Number of soaked people (in sheds) | 42 | +2 | 7 |
| Probable leaks | 26 | 1 | 8 |
| Contacts seen to date | 279 | 3 | 9 |
| Number of deaths | 43 | 4 | 10 |
| User fees | 44 | 5 | 11 |
| Boats and sheds | 45 | 6 | 12 |
"""
FRENCH = """\
# Bulletin de la côte

Tableau 1. Gestion des alertes au 23 juin 2031, pour que tous les habitants sachent quoi faire

| Indicateur | 2031 | Cible |
|---|---|---|
| Nouvelles alertes du jour | 129 | 131 |
| Cas suspects | 66 | 67 |
| Personnes dans le besoin | 68 | 69 |
"""
SEXES = """\
# Tide survey

Table 1. Residents by town

| Town | Male | Female | Total |
|---|---|---|---|
| Eastport | 201 | 211 | 412 |

Table 2. Costs by town (EUR)

| Town | Nets | Sails | Total | Members on board |
|---|---|---|---|---|
| Eastport | 31 | 22 | 53 | 1.5 |
| | 32 | 23 | 55 | |

Table 3. Stores by town

| Town | Nets | Sails | Total | Members on board |
|---|---|---|---|---|
| Eastport | 42 | 21 | 63 | 1.6 |
| | 41 | 24 | 65 | |
"""

FRAMEWORK = """\
# Tide programme

Table 1. Results

| Indicator | Unit | Target | Of which girls |
|---|---|---|---|
| 1.1 Children under five in sheds | % | 62 | 63 |
| 1.2 Sheds with a trained keeper | Number | 640 | 65 |
| Tide at noon | mm | 66 | |
| Of which: spring tide | mm | 67 | |
| All companies heard | Number | 68 | |

Table 2. Heard

| | All companies heard |
|---|---|
| Number of member towns that heard | 81 |
"""

GROUPS = """\
# Tide plan

Table 1. Pupils by level

| Level | Pupils | 2031 |
|---|---|---|
| Primary | 412 | 419 |
| Of which girls | 99 | 98 |
| Mean age | 8.5 | |

Table 2. What they lack (% of respondents)

| Need | Urban (n=210) | Number of sheds |
|---|---|---|
| Nets | 31.4 | 45 |

Table 3. Needs

| Sector | People in need | Cost (EUR) |
|---|---|---|
| Kenya | | |
| Food | 71 | 72 |
| Health | 73 | 74 |
| Uganda | | |
| Food | 75 | 76 |
| Health | 77 | 78 |
"""
FRENCH_SHARES = """\
# Bulletin de la côte et de ses habitants

| Indicateur | Valeur de la semaine |
|---|---|
| % de femmes enceintes vues au moins une fois | 31 |
| % de réalisation du plan de la semaine | 32 |
"""

CASES = [
    P(
        GROUPS,
        "99",
        {"unit": "Pupils", "population": ("girls", "table.part"), "of": "412"},
        id="a row that is a group of what the head counts",
    ),
    P(
        GROUPS,
        "419",
        {"unit": "Pupils", "population": ("Pupils", "table.people")},
        id="the people that the title counts",
    ),
    P(
        GROUPS,
        "31.4",
        {
            "unit": "percent",
            "population": ("respondents", "table.base"),
            "indicator": ("Urban: Nets", RULE),
        },
        id="the base that the title gives; the number of those asked",
    ),
    P(GROUPS, "45", {"unit": "sheds"}, id="a count beside shares"),
    P(
        GROUPS,
        "75",
        {"indicator": ("People in need: Food", RULE), "place": ("Uganda", "place.table_label")},
        id="a group that is a place tells where, not what",
    ),
    P(
        FRENCH_SHARES,
        "31",
        {"population": ("femmes enceintes", "table.base")},
        id="the people of a share, in French",
    ),
    P(FRENCH_SHARES, "32", {"population": None}, id="a rate has no base"),
    P(FRAMEWORK, "62", {"unit": "percent"}, id="a share by the unit beside it"),
    P(FRAMEWORK, "640", {"unit": "sheds"}, id="things of a numbered label"),
    P(FRAMEWORK, "65", {"of": "640", "unit": "girls"}, id="a column of which"),
    P(FRAMEWORK, "67", {"of": "66", "unit": "mm"}, id="a row of which, in millimetres"),
    P(FRAMEWORK, "81", {"unit": "towns"}, id="a label that says that it is a number wins"),
    P(
        HEADED,
        "42",
        {
            "unit": "people",
            "population": ("people", "table.people"),
            "indicator": ("Number of soaked people (in sheds)", RULE),
            "as_of": ("2031-05", "as_of.table_header"),
        },
        id="a label that says itself that it is a number; the date in the corner",
    ),
    P(HEADED, "26", {"unit": "leaks", "population": None}, id="things that a label ends in"),
    P(HEADED, "279", {"unit": "Contacts"}, id="people that a label opens with"),
    P(HEADED, "43", {"unit": "deaths", "population": None}, id="events are no group"),
    P(HEADED, "44", {"unit": None}, id="sums are not counted"),
    P(HEADED, "45", {"unit": None}, id="a label of two nouns"),
    P(HEADED, "8", {"unit": None}, id="below a head of another measure"),
    P(
        HEADED,
        "3",
        {"unit": "Contacts", "as_of": ("2031-05", "as_of.table_header")},
        id="a change since another date",
    ),
    P(FRENCH, "129", {"unit": "alertes"}, id="the noun after its adjective"),
    P(FRENCH, "67", {"unit": "cas"}, id="the noun before its adjective"),
    P(
        FRENCH,
        "68",
        {"unit": "Personnes", "population": ("Personnes", "table.people")},
        id="people in French",
    ),
    P(SEXES, "412", {"indicator": ("Residents", RULE)}, id="a total of groups"),
    P(SEXES, "55", {"indicator": ("Costs", RULE)}, id="a total of sums without a label"),
    P(SEXES, "53", {"indicator": ("Costs", RULE)}, id="a total of sums"),
    P(SEXES, "63", {"indicator": ("Total", RULE)}, id="a total of measures"),
    P(SEXES, "65", {"indicator": ("Total", RULE)}, id="a total of measures without a label"),
    P(SEXES, "1.5", {"unit": "Members"}, id="a mean number of people"),
]


@pytest.mark.parametrize(("text", "quote", "expected"), CASES)
def test_count(text: str, quote: str, expected: dict[str, object], holds: Holds) -> None:
    holds(text, quote, expected)


def test_long_text_above_a_table_is_no_measure(holds: Holds) -> None:
    text = (
        "# Tide plan\n\nIn line with what the yards of the coast agreed on last year in the"
        " harbour\n\n| | 2031 |\n|---|---|\n| Nets | 45 |\n"
    )
    holds(text, "45", {"indicator": ("Nets", RULE)})
