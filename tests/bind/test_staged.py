"""Stages of one measure told in a bracket or behind a colon, and labels with a date."""

from collections.abc import Callable

import pytest

P = pytest.param
Holds = Callable[[str, str, dict[str, object]], None]
STAGED, LABEL = "prose.staged", "prose.label"
TARGETED = ("targeted", "status.label")

ENGLISH = """\
# Tide plan

The plan covers the villages of the coast and the islands for this season and the next one.

Indicator 3.4: % of households with safe nets (baseline: 34%; target: 75%)

Number of sheds repaired (baseline 11, target 340)

Coverage of the tide warning: baseline 45%, target 90%

People reached with nets (baseline 2030: 3,000; target 2032: 9,000; achieved: 8,200)

Nets are sold. Sheds with power (baseline: 12; target: 30).

The office met its target (60 boats) in May.

Homes with light (baseline: 36%; target: 76%)

The goal was missed (baseline 21%, target 61%).

We expect calm tides (target: 4%).

The yard expects more jobs (target: 63).

We came early (target: 9%).

The yard is open (target: 58).

The camp (base: 40 tents) is open.

Men who have had nets (baseline: 51; target: 62)

USD 4 million was spent (planned: USD 5 million).

- Baseline (2029): 31%
- Target for 2032: 20,000 people
- Activity 1.1: 16 workshops for 360 farmers
- Nets to mend: 300 nets; Target: 450 nets
- Time: 3 years Cost: CHF 4.2 million Nets: 46
"""
FRENCH = """\
# Plan de marée

Le plan de marée couvre les communes de la côte et les villages des îles pour la saison.

Indicateur 1.2 : % des ménages ayant un filet (référence : 34 % ; cible : 75 %)

Nombre de bateaux réparés (valeur de référence : 12 ; cible 2032 : 30)
"""
SPANISH = """\
# Plan de mareas

El plan de mareas cubre los municipios de la costa y las aldeas de las islas esta temporada.

Indicador 1.2: % de hogares con redes (línea de base: 34 %; meta: 75 %)
"""
NETS = ("% of households with safe nets", STAGED)
REACHED = ("People reached with nets", STAGED)


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        P(ENGLISH, "34%", {"indicator": NETS, "status": None}, id="baseline in a bracket"),
        P(
            ENGLISH,
            "75%",
            {"indicator": NETS, "status": TARGETED, "population": ("households", STAGED)},
            id="target in a bracket",
        ),
        P(
            ENGLISH,
            "340",
            {"indicator": ("Number of sheds repaired", STAGED), "unit": "sheds"},
            id="stages without a colon",
        ),
        P(
            ENGLISH,
            "90%",
            {"indicator": ("Coverage of the tide warning", STAGED), "status": TARGETED},
            id="stages behind a colon",
        ),
        P(
            ENGLISH,
            "3,000",
            {"indicator": REACHED, "status": None, "as_of": ("2030", "as_of.clause_before")},
            id="nobody is reached at the baseline",
        ),
        P(ENGLISH, "9,000", {"indicator": REACHED, "status": TARGETED}, id="dated target"),
        P(
            ENGLISH,
            "8,200",
            {"indicator": REACHED, "status": ("reached", "status.label"), "unit": "People"},
            id="what was achieved",
        ),
        P(
            ENGLISH,
            "12",
            {"indicator": ("Sheds with power", STAGED)},
            id="the sentence before says nothing",
        ),
        P(ENGLISH, "60", {"indicator": ("target", "prose.bracket_after_item")}, id="no stage"),
        P(
            ENGLISH,
            "36%",
            {
                "indicator": ("Homes with light", STAGED),
                "population": ("Homes", "prose.base_subject"),
            },
            id="a population that its words name",
        ),
        P(ENGLISH, "21%", {"indicator": None}, id="a clause with an auxiliary"),
        P(ENGLISH, "4%", {"indicator": ("calm tides", STAGED)}, id="the object of a clause"),
        P(
            ENGLISH,
            "63",
            {"indicator": ("jobs", STAGED), "unit": "jobs"},
            id="more of an object",
        ),
        P(ENGLISH, "9%", {"indicator": ("target", LABEL)}, id="how something is done"),
        P(ENGLISH, "58", {"indicator": ("target", LABEL)}, id="what something is"),
        P(ENGLISH, "40", {"indicator": ("base", LABEL)}, id="a base that is no baseline"),
        P(
            ENGLISH,
            "62",
            {"indicator": ("Men who have had nets", STAGED)},
            id="a verb of a relative clause",
        ),
        P(
            ENGLISH,
            "USD 5 million",
            {"indicator": ("planned", LABEL)},
            id="a clause with a sum of its own",
        ),
        P(
            ENGLISH,
            "31%",
            {"indicator": ("Baseline", LABEL), "as_of": ("2029", "as_of.label")},
            id="date in a label",
        ),
        P(
            ENGLISH,
            "20,000",
            {"as_of": ("2032", "as_of.label"), "status": ("targeted", "status.indicator")},
            id="year before the colon",
        ),
        P(
            ENGLISH,
            "16",
            {"indicator": ("workshops", "prose.object"), "unit": "workshops"},
            id="a number is no label of what counts itself",
        ),
        P(ENGLISH, "450", {"indicator": ("Target", LABEL)}, id="its own label, no list"),
        P(
            ENGLISH,
            "CHF 4.2 million",
            {"indicator": ("Cost", LABEL)},
            id="a label behind another value",
        ),
        P(FRENCH, "34 %", {"indicator": ("% des ménages ayant un filet", STAGED)}, id="French"),
        P(
            FRENCH,
            "30",
            {"indicator": ("Nombre de bateaux réparés", STAGED), "unit": "bateaux"},
            id="French dated target",
        ),
        P(
            SPANISH,
            "75 %",
            {"indicator": ("% de hogares con redes", STAGED), "status": TARGETED},
            id="Spanish",
        ),
        P(SPANISH, "34 %", {"status": None}, id="Spanish baseline"),
    ],
)
def test_values_of_stages_and_labels(
    holds: Holds, text: str, quote: str, expected: dict[str, object]
) -> None:
    holds(text, quote, expected)
