"""Prose in French and Spanish: nouns before an amount; English rules guess nothing of it."""

from collections.abc import Callable

import pytest

P = pytest.param
Holds = Callable[[str, str, dict[str, object]], None]
FRENCH = "Le conseil du port a publié son rapport sur les bateaux de la côte et les filets perdus. "
SPANISH = "El consejo del puerto publicó su informe sobre los barcos de la costa y las redes. "

CASES = [
    P(FRENCH, "Les filets ont une usure de 12 %.", "12 %", "usure", id="a noun and de"),
    P(
        FRENCH,
        "La côte a un taux de perte de 12 %.",
        "12 %",
        "taux de perte",
        id="a noun of two parts",
    ),
    P(
        FRENCH,
        "Les filets sont usés (perte 12 % sur la côte).",
        "12 %",
        "perte",
        id="a noun in a bracket",
    ),
    P(FRENCH, "Le port a perdu un total de 12 %.", "12 %", None, id="a noun that says nothing"),
    P(FRENCH, "Les filets de la côte (12 %) sont usés.", "12 %", None, id="what English would say"),
    P(SPANISH, "El puerto da un subsidio de 40 euros.", "40 euros", "subsidio", id="Spanish"),
    P(
        SPANISH,
        "Esto da una pensión de unos 40 euros.",
        "40 euros",
        "pensión",
        id="an approximator between",
    ),
    P(SPANISH, "La cuota máxima podría ser de 12%.", "12%", "cuota máxima", id="a copula between"),
    P(SPANISH, "Subió el impuesto a las redes de 12% a 15%.", "12%", None, id="beside the head"),
]


@pytest.mark.parametrize(("opening", "sentence", "quote", "indicator"), CASES)
def test_indicator(
    opening: str, sentence: str, quote: str, indicator: str | None, holds: Holds
) -> None:
    rule = "prose.noun_in_bracket" if "(perte" in sentence else "prose.noun_of"
    holds(opening + sentence, quote, {"indicator": (indicator, rule) if indicator else None})
