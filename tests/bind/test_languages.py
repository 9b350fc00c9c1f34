"""Key figures and tables in French, Spanish, Ukrainian, Russian and Arabic bind as in English."""

from collections.abc import Callable

import pytest

P = pytest.param
Holds = Callable[[str, str, dict[str, object]], None]

FRENCH = """\
# Plan des marées

Le plan décrit les besoins des personnes dans les districts et les coûts de la réponse pour eux.

## Chiffres clés

**1,2 million**

PERSONNES DANS LE BESOIN AU KENYA

Au 31 mars 2031

**52 %**

sont des femmes et des filles

**40 millions USD**

requis pour 2031-2033

**3 450**

nombre total de personnes atteintes en Ouganda

Tableau 1. Besoins financiers par secteur (en milliers d’euros)

| Secteur | 2031 | 2032 | Total |
|---|---|---|---|
| Abris | 1 250 | 800 | 2 050 |

Tableau 2. Personnes atteintes en mai 2031

| Pays | Personnes ciblées | Nombre de ménages |
|---|---|---|
| Kenya | 1 260 | 900 |
"""
SPANISH = """\
# Plan de mareas

El plan describe las necesidades de las personas en los distritos y el costo de la respuesta.

## Cifras clave

**1,2 millones**

PERSONAS CON NECESIDAD EN KENIA

Al 31 de marzo de 2031

**52 %**

son mujeres y niñas

**USD 40 millones**

requeridos para 2031-2033

**3.450**

número total de personas alcanzadas en Uganda
"""
UKRAINIAN = """\
# План припливів

План описує потреби людей у районах та що треба зробити для них і як це буде зроблено за роками.

## Ключові показники

**1,2 млн**

ЛЮДЕЙ ПОТРЕБУЮТЬ ДОПОМОГИ

Станом на 31 березня 2031 року

**40 млн дол. США**

необхідно на 2031–2033 роки

Таблиця 1. Охоплено людей у травні 2031 року

| Країна | Кількість осіб |
|---|---|
| Кенія | 1 250 |
"""
RUSSIAN = """\
# План приливов

План описывает потребности людей в районах и что надо сделать для них и как это будет на местах.

## Ключевые показатели

**1,2 млн**

ЛЮДЕЙ НУЖДАЮТСЯ В ПОМОЩИ

По состоянию на 31 марта 2031 года

**40 млн долл. США**

требуется на 2031–2033 годы

**8,5 млн**

человек планируется охватить
"""
ARABIC = """\
# خطة المد

تصف الخطة احتياجات الناس في المناطق التي تعمل فيها وما يجب عمله من أجل ذلك مع الشركاء إلى أن تنتهي.

## الأرقام الرئيسية

**1.2 مليون**

شخص بحاجة إلى المساعدة في كينيا

**40 مليون دولار أمريكي**

المبلغ المطلوب للفترة 2031-2033

**8.5 مليون**

عدد الأشخاص المستهدفين
"""

CASES = [
    P(
        FRENCH,
        "1,2 million",
        {
            "indicator": ("PERSONNES DANS LE BESOIN", "keyfigure.label"),
            "place": ("Kenya", "place.clause"),
            "as_of": ("2031-03-31", "as_of.below"),
            "status": ("in_need", "status.label"),
        },
        id="French: a label in capitals",
    ),
    P(
        FRENCH,
        "52 %",
        {
            "indicator": ("des femmes et des filles", "keyfigure.label"),
            "population": ("PERSONNES DANS LE BESOIN", "keyfigure.parent"),
            "of": "1,2 million",
        },
        id="French: a share of the count above",
    ),
    P(
        FRENCH,
        "40 millions USD",
        {
            "indicator": ("requis", "keyfigure.label"),
            "as_of": ("2031/2033", "as_of.clause"),
            "status": ("required", "status.label"),
        },
        id="French: money and its period",
    ),
    P(
        FRENCH,
        "3 450",
        {
            "indicator": ("personnes atteintes", "keyfigure.label"),
            "population": ("personnes", "keyfigure.people"),
            "place": ("Uganda", "place.clause"),
            "status": ("reached", "status.label"),
            "unit": "personnes",
        },
        id="French: a total number of people",
    ),
    P(
        FRENCH,
        "2 050",
        {
            "indicator": ("Besoins financiers: Abris", "table.header_and_label"),
            "as_of": ("2031/2032", "as_of.total_of_years"),
            "status": ("required", "status.table_title"),
            "unit": "EUR",
        },
        id="French: the title of a table of years",
    ),
    P(
        FRENCH,
        "900",
        {
            "population": ("ménages", "table.people"),
            "place": ("Kenya", "place.table_label"),
            "as_of": ("2031-05", "as_of.table_title"),
            "status": ("reached", "status.table_title"),
        },
        id="French: nombre de",
    ),
    P(
        SPANISH,
        "1,2 millones",
        {
            "indicator": ("PERSONAS CON NECESIDAD", "keyfigure.label"),
            "place": ("Kenya", "place.clause"),
            "as_of": ("2031-03-31", "as_of.below"),
            "status": ("in_need", "status.label"),
        },
        id="Spanish: a label in capitals",
    ),
    P(SPANISH, "52 %", {"indicator": ("mujeres y niñas", "keyfigure.label")}, id="Spanish: son"),
    P(SPANISH, "USD 40 millones", {"status": ("required", "status.label")}, id="Spanish: money"),
    P(SPANISH, "3.450", {"status": ("reached", "status.label")}, id="Spanish: people reached"),
    P(
        UKRAINIAN,
        "1,2 млн",
        {
            "population": ("ЛЮДЕЙ", "keyfigure.people"),
            "as_of": ("2031-03-31", "as_of.below"),
            "status": ("in_need", "status.label"),
        },
        id="Ukrainian: people in need",
    ),
    P(
        UKRAINIAN,
        "40 млн дол. США",
        {"indicator": ("необхідно", "keyfigure.label"), "status": ("required", "status.label")},
        id="Ukrainian: money and its period",
    ),
    P(
        UKRAINIAN,
        "1 250",
        {
            "population": ("осіб", "table.people"),
            "as_of": ("2031-05", "as_of.table_title"),
            "status": ("reached", "status.table_title"),
        },
        id="Ukrainian: a column of people",
    ),
    P(
        RUSSIAN,
        "1,2 млн",
        {"as_of": ("2031-03-31", "as_of.below"), "status": ("in_need", "status.label")},
        id="Russian: people in need",
    ),
    P(RUSSIAN, "40 млн долл. США", {"status": ("required", "status.label")}, id="Russian: money"),
    P(RUSSIAN, "8,5 млн", {"status": ("targeted", "status.label")}, id="Russian: people targeted"),
    P(
        ARABIC,
        "1.2 مليون",
        {
            "indicator": ("شخص بحاجة إلى المساعدة", "keyfigure.label"),
            "place": ("Kenya", "place.clause"),
            "status": ("in_need", "status.label"),
        },
        id="Arabic: people in need",
    ),
    P(
        ARABIC,
        "40 مليون دولار أمريكي",
        {
            "indicator": ("المبلغ المطلوب", "keyfigure.label"),
            "status": ("required", "status.label"),
        },
        id="Arabic: money and its period",
    ),
    P(
        ARABIC,
        "8.5 مليون",
        {"population": ("الأشخاص", "keyfigure.people"), "status": ("targeted", "status.label")},
        id="Arabic: number of people",
    ),
]


@pytest.mark.parametrize(("text", "quote", "expected"), CASES)
def test_language(text: str, quote: str, expected: dict[str, object], holds: Holds) -> None:
    holds(text, quote, expected)


OPENINGS = {
    "de": "Der Rat der Küste hat einen Bericht über die Boote und die Netze vorgelegt. ",
    "it": "Il consiglio della costa ha pubblicato la relazione sulle barche e sulle reti perse. ",
    "pt": "O conselho da costa publicou o relatório sobre os barcos e as redes do porto. ",
    "es": "El consejo de la costa publicó su informe sobre los barcos y las redes del puerto. ",
}


@pytest.mark.parametrize(
    ("language", "sentence", "quote", "as_of"),
    [
        ("de", "Die Netze kosteten 1,5 % mehr als 2022.", "1,5 %", None),
        ("de", "Im Vergleich zum Jahr 2022 stieg der Preis um 3 %.", "3 %", None),
        ("de", "Der Anteil lag im Jahr 2022 bei 3 %.", "3 %", "2022"),
        ("it", "Le entrate sono in calo del 3% rispetto al 2022.", "3%", None),
        ("it", "Le entrate erano pari al 3% nel 2022.", "3%", "2022"),
        ("pt", "As receitas cresceram 1,2% face a 2022.", "1,2%", None),
        ("pt", "Em 2024 perderam-se mais 4% do que em 2022.", "4%", "2024"),
        ("pt", "Perderam-se 4% das redes em 2022.", "4%", "2022"),
        ("es", "Las redes costaron un 3% menos que en 2022.", "3%", None),
        ("es", "Las redes costaron un 3% del total en 2022.", "3%", "2022"),
    ],
)
def test_the_year_of_a_comparison_is_no_time(
    language: str,
    sentence: str,
    quote: str,
    as_of: str | None,
    bind: Callable[..., dict[str, object]],
) -> None:
    told = bind(OPENINGS[language] + sentence, quote)["as_of"]
    assert (told[0] if isinstance(told, tuple) else None) == as_of


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("Am 31. März 2024 lebten 312.450 Menschen in der Stadt.", "312.450"),
        ("Am 31.12.2023 zählte die Küste 12.300 Fischerinnen.", "12.300"),
    ],
)
def test_a_date_opens_nothing_that_is_measured(
    sentence: str, quote: str, bind: Callable[..., dict[str, object]]
) -> None:
    assert bind(OPENINGS["de"] + sentence, quote)["indicator"] is None
