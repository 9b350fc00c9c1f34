"""Lines and cells that name their value in any language, and when such a value holds."""

from collections.abc import Callable

import pytest

from schemas.extraction import Extraction

P = pytest.param
Holds = Callable[[str, str, dict[str, object]], None]
LABEL = "prose.label"

FRENCH = """\
# Plan de marée

Le plan de marée couvre les communes de la côte et les villages des îles pour la saison.

- Nombre de ménages ciblés : 52 000
- Coût total : 4,8 millions de dollars pour les communes de la côte
- Kenya : 310 bateaux
- Total : 17
- Source : enquête de 2031, 1 200 bateaux
- Remarque : 480 filets manquent encore.
- Ligne 3 : 45 000 euros
- Le maire a déclaré : 305 écoles
- Budget (2032) : 46 000 euros

Taux de casse : 7,5 %

La période de retour est de 1 an sur 5 pour les villages.
"""
SPANISH = """\
# Plan de mareas

El plan de mareas cubre los municipios de la costa y las aldeas de las islas para la temporada.

| Disparador | Umbral | Período de retorno |
|---|---|---|
| Preparación | Probabilidad ≥ 30 % | 1 en 3 años |
| Activación | Probabilidad ≥ 60 % | 1 en 5 años |
"""
FRAME = """\
# Tide frame

| Indicator | Baseline | Target | Progress |
|---|---|---|---|
| Sheds with power | Baseline (2027): 31% | Target (2032): 60% | 2031: 44% |
| Number of boats | Baseline: 2 | Target: 15 | 9 |

Source: Tide Office, January 2033
"""


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        P(
            FRENCH,
            "52 000",
            {
                "indicator": ("Nombre de ménages ciblés", LABEL),
                "unit": "ménages",
                "status": ("targeted", "status.indicator"),
            },
            id="a_count",
        ),
        P(FRENCH, "4,8 millions de dollars", {"indicator": ("Coût total", LABEL)}, id="a_sum"),
        P(FRENCH, "310", {"indicator": None}, id="a_place_is_no_label"),
        P(FRENCH, "17", {"indicator": None}, id="a_bare_total"),
        P(FRENCH, "1 200", {"indicator": None}, id="a_source_is_no_label"),
        P(FRENCH, "45 000 euros", {"indicator": None}, id="a_numbered_line_is_no_label"),
        P(FRENCH, "305", {"indicator": None}, id="who_says_it_is_no_label"),
        P(FRENCH, "46 000 euros", {"indicator": ("Budget", LABEL)}, id="a_label_with_its_year"),
        P(
            FRENCH,
            "7,5 %",
            {"indicator": ("Taux de casse", LABEL)},
            id="a_paragraph_with_another_behind_it",
        ),
        P(
            FRENCH,
            "1 an sur 5",
            {"indicator": ("période de retour", "prose.noun_of"), "population": None},
            id="no_english_base",
        ),
        P(
            SPANISH,
            "1 en 5",
            {"indicator": ("Período de retorno: Activación", "table.header_and_label")},
            id="a_cell_that_ends_in_a_value_is_no_label",
        ),
        P(
            FRAME,
            "31%",
            {
                "indicator": ("Baseline: Sheds with power", "table.own_label"),
                "as_of": ("2027", "as_of.in_cell"),
            },
            id="a_dated_stage",
        ),
        P(
            FRAME,
            "44%",
            {
                "indicator": ("Progress: Sheds with power", "table.header_and_label"),
                "as_of": ("2031", "as_of.in_cell"),
                "status": None,
            },
            id="beside_a_target",
        ),
        P(FRAME, "9", {"unit": "boats", "as_of": None}, id="a_source_line_dates_nothing"),
    ],
)
def test_a_line_names_its_value(
    holds: Holds, text: str, quote: str, expected: dict[str, object]
) -> None:
    holds(text, quote, expected)


def test_a_number_that_touches_its_heading_counts_nothing(
    read_memo: Callable[[str], Extraction],
) -> None:
    memo = read_memo("# Plan\n\n## 3.Forecasts of tides\n\nTides rise.\n\n## Boats\n\nBoats float.")
    assert (memo.sections[0].number, memo.sections[0].title) == ("3", "Forecasts of tides")
    assert list(memo.figures) == []


ENGLISH = """\
# Tide plan

Lead time: 14 days

Start date: 1 July 2031

End of the works (expected): 30 June 2033

Note: 2034 saw two storms.

The deadline for bids is 30 September 2035.

Prices rose in March 2036.

It was 4 May 2037.

People to be reached: 25,004

Area flooded (ha): 1,201

Funds needed (USD million): 3.2

Budget (CHF): 412,306 | Boats mended so far: 316

The mayor stated: 25,009

The mayor said that people to be reached in May: 25,010 came.
"""


@pytest.mark.parametrize(
    ("quote", "unit", "indicator"),
    [
        P("14 days", None, "Lead time", id="duration"),
        P("1 July 2031", None, "Start date", id="day"),
        P("30 June 2033", None, "End of the works", id="day behind a bracket"),
        P("25,004", "People", "People to be reached", id="to-come"),
        P("1,201", "ha", "Area flooded", id="measure-in-bracket"),
        P("3.2", "USD", "Funds needed", id="money-and-factor-in-bracket"),
        P("412,306", "CHF", "Budget", id="money-in-bracket"),
        P("316", "Boats", "Boats mended so far", id="counted"),
        P("25,009", None, None, id="a-saying-is-no-label"),
    ],
)
def test_labels_of_plans_tell_measure_and_unit(
    quote: str, unit: str | None, indicator: str | None, holds: Holds
) -> None:
    said = (indicator, LABEL) if indicator is not None else None
    holds(ENGLISH, quote, {"unit": unit, "indicator": said})


@pytest.mark.parametrize(
    ("quote", "indicator"),
    [
        P("30 September 2035", ("deadline for bids", "prose.falls_on"), id="what is on a day"),
        P("2034", None, id="a line goes on behind it"),
        P("March 2036", ("rose", "prose.event_clause"), id="when something rose"),
        P("4 May 2037", None, id="nothing is on it"),
    ],
)
def test_days_are_of_what_falls_on_them(
    quote: str, indicator: tuple[str, str] | None, holds: Holds
) -> None:
    holds(ENGLISH, quote, {"indicator": indicator})


def test_a_factor_in_the_bracket_of_a_label_counts(
    read_memo: Callable[[str], Extraction],
) -> None:
    (figure,) = (f for f in read_memo(ENGLISH).figures if f.anchor.quote == "3.2")
    assert (figure.kind, figure.value, figure.precision) == ("money", "3200000", "50000")
