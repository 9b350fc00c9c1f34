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
