"""Heads and titles that do not say what is measured: sexes, the frame of sums, bases of indices."""

from collections.abc import Callable

import pytest

from extractor.bind.tables.summaries import announces_indicators

P = pytest.param
Holds = Callable[[str, str, dict[str, object]], None]
RULE = "table.header_and_label"

CENSUS = """\
# Tide census

Table CA2. | Sailors by rank and sex

| Rank | Male | Female |
|---|---|---|
| Mates | 412 | 433 |

Table 2. Prices, 2031

| | Index of rents (2029 = 100) | Weight 2030 (2025=100) |
|---|---|---|
| Boats | 112.4 | 61.5 |
"""
ACCOUNTS = """\
# Tide accounts

## Harbour fees

(Expressed in thousands of euros)

| | 2031 |
|---|---|
| Boats | 41 |

## Crews paid

In thousands of euros, for the year ended 30 June

| | 2031 |
|---|---|
| Mates | 43 |
"""

WHOLES = """\
# Tide budget

Table 1. Expenditure by programme (EUR)

| Programme | Fuel | Travel | Total |
|---|---|---|---|
| Lights | 41 | 12 | 53 |
| Buoys | 33 | 7 | 40 |

Table 2. Boats by harbour

| Harbour office | Ferries | Tugs | Total |
|---|---|---|---|
| Wardens | 51 | 13 | 64 |
| Pilots | 17 | 9 | 26 |
"""

LISTS = """\
# Tide plan

Table 1. Key indicators of the harbour programme

| Indicator | 2030 |
|---|---|
| Boats mended | 12 |

Table 2. Indicators of harbour wages

| Rank | 2031 |
|---|---|
| Mates | 120 |

Table 3. Requirements by outcome (USD)

| Indicator | 2031 |
|---|---|
| Boats lost | 13 |

Table 4. Spending on indicators

| Indicators spending | 2031 |
|---|---|
| Surveys | 5 |

Table 5. Percentage of harbours reporting on indicators

| Indicator | 2031 |
|---|---|
| Spills | 61 |

Table 6. Leading indicators: change on year earlier

| Indicator | 2031 |
|---|---|
| Landings | 62 |

Table 7. Key reading indicators

| Indicator | Boys | Girls |
|---|---|---|
| 5-9 years | 63 | 64 |
| 10-14 years | 65 | 66 |

Table 8. Indicateurs clés

| Indicateur | 2031 |
|---|---|
| Sauvetages réussis | 67 |

Table 9. Key indicators of moorings

| Harbour office | Number of indicators | 2031 |
|---|---|---|
| Mates | - | 68 |

Table 10. Key indicators of tests

| Indicator | 2031 |
|---|---|
| Samples taken | 71 |
| failed | 69 |
"""
GROWTH = """\
# Tide yearbook

Table 1. Growth of fees in Kenya, EU-15 and EU-25 (percentage change on previous year)

| | Kenya | EU-15 |
|---|---|---|
| 2030 | 3.7 | 1.6 |

Table 2. Confirmed flu cases by country, 2031

| Country | Imported (%) | Total (n) |
|---|---|---|
| Kenya | 13.8 | 3,375 |

Table 3. Number of sheds by harbour

| | Checked (61 %) | 2031 | Annual change (in % of 2030) |
|---|---|---|---|
| Old pier | 14 | 15 | 1.8 |

Table 5. Wages in Kenya, EU-15 and EU-25 by sex in 2026, 2027, 2028, 2029 and 2030 (in %)

| | Kenya | EU-15 |
|---|---|---|
| 2030 | 13.7 | 11.6 |

Table 6. Wages of Kenya and EU-15 by sex

| | 2031 |
|---|---|
| Mates | 12.6 |

Table 7. Wages (15 to 64 years) in Kenya and Uganda by sex in 2030

| | Kenya |
|---|---|
| Mates | 17.3 |

Table 8. Crews from Sudan in Chad by age in 2030

| | 2031 |
|---|---|
| Old | 18.4 |

Table 4. Masts by town, 2031

| Town | Sample unit | Masts |
|---|---|---|
| Lorn | Single | 71 |
| Orn | Single | 72 |
"""

TRAINING = """\
# Tide yearbook

Table 1. Taking part in training in 2034

| Course | Number of participants | Females (%) |
|---|---|---|
| Rowing | 79 935 | 55 |

Table 2. Pupils in training in 2034

| Course | Males (%) | Females (%) |
|---|---|---|
| Rowing | 44 | 56 |

Table 3. Literacy rate of rowers

| Course | Number of pupils | Women (%) |
|---|---|---|
| Rowing | 79 936 | 57 |

Table 4. Anaemia of rowers

| Course | Women (%) | Children under 5 (%) |
|---|---|---|
| Rowing | 58 | 59 |

Table 5. Reading of rowers

| Course | Women (%) | Both sexes (%) |
|---|---|---|
| Rowing | 61 | 62 |

Table 6. Harbours checked in 2034

| Fund country | Zones checked | Fees (EUR m) |
|---|---|---|
| Kenya | 22 of 36 (61.1%) | 6.19 |
| Ost & West Bank | 11 of 34 (32.4%) | 2.61 |
| Regional | 2 of 3 | 7.29 |
| Uganda | 5 of 9 | 3.31 |
| Ghana | 6 of 9 | 3.32 |
| Kenya Total | 38 of 82 | 19.4 |

Table 7. Loans by sector

| Focal area | Loans | Lead country |
|---|---|---|
| Fishing | 4,101 | Kenya |
| Sand & Gravel | 4,102 | Uganda |
"""

QUALIFIED = """\
# Tide yearbook

Spending on Salaries rose by USD 40 million.

Table 1. Visits

| Programme country | Visits |
|---|---|
| Kenya | 1,211 |
| Salaries | 1,212 |
| Uganda | 1,213 |
| Travel | 1,214 |

Table 2. Checks

| Fund country | Checks |
|---|---|
| Kenya | 1,221 |
| Crossing | 1,222 |
| Uganda | 1,223 |
| Ghana | 1,224 |

Table 3. Costs of the head office

| Item | Cost (USD) |
|---|---|
| Salaries | 1,231 |
| Crossing | 1,232 |

Table 4. Meetings

| Country lead | Meetings |
|---|---|
| Kenya | 1,241 |
| Sara Mott | 1,242 |
| Uganda | 1,243 |
| Ghana | 1,244 |

Table 5. Fields

| Area planted | Fields |
|---|---|
| Guinea | 1,251 |
| Wheat | 1,252 |
"""

WEALTH = """\
# Tide survey

Table 1. Wealth

| Variable | Mean |
|---|---|
| Boats - end of 2027 (Euro) | 187,281 |
| Repair of the 2029 gates (USD) | 187,285 |
| Gates built after the flood of 2029 (USD) | 187,286 |
| Loans due 2042 (USD) | 187,287 |

Table 2. Rates of the spread

| Difference | Kenya |
|---|---|
| Q2 2026 – Q1 2030\\*\\* | 0.31 |

Source: Tide Bank; * the series are whole; \\*\\* without Ost
"""


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        P(
            WEALTH,
            "187,281",
            {
                "indicator": ("Mean: Boats", RULE),
                "as_of": ("2027", "as_of.table_header"),
            },
            id="a date before a unit",
        ),
        P(
            WEALTH,
            "187,285",
            {"indicator": ("Mean: Repair of the 2029 gates", RULE), "as_of": None},
            id="a date in a name",
        ),
        P(WEALTH, "187,286", {"as_of": None}, id="the date of what went before, with a unit"),
        P(WEALTH, "187,287", {"as_of": None}, id="the end of a loan, with a unit"),
        P(
            WEALTH,
            "0.31",
            {
                "indicator": ("Rates of the spread", RULE),
                "sources": [("Tide Bank", "source.line")],
            },
            id="signs at a date, and behind a source",
        ),
        P(TRAINING, "55", {"indicator": ("Females: Rowing", RULE)}, id="the share of one sex"),
        P(
            TRAINING,
            "56",
            {"indicator": ("Pupils in training: Rowing", RULE)},
            id="the share of each sex",
        ),
        P(TRAINING, "57", {"indicator": ("Literacy rate of rowers: Rowing", RULE)}, id="a rate"),
        P(TRAINING, "58", {"indicator": ("Anaemia of rowers: Rowing", RULE)}, id="no count beside"),
        P(TRAINING, "61", {"indicator": ("Reading of rowers: Rowing", RULE)}, id="beside both"),
        P(TRAINING, "61.1%", {"indicator": ("Zones checked", RULE)}, id="a value in its bracket"),
        P(
            TRAINING,
            "2.61",
            {"indicator": ("Fees", RULE), "place": ("Ost & West Bank", "place.area_label")},
            id="a place beside known ones",
        ),
        P(TRAINING, "7.29", {"indicator": ("Fees: Regional", RULE), "place": None}, id="no place"),
        P(TRAINING, "19.4", {"place": ("Kenya", "place.area_label")}, id="the total of a place"),
        P(
            TRAINING,
            "4,102",
            {"indicator": ("Loans: Sand & Gravel", RULE), "place": None},
            id="an area of work",
        ),
        P(
            CENSUS,
            "433",
            {"indicator": ("Sailors: Mates", RULE), "population": ("Female", "table.part")},
            id="a column of one sex",
        ),
        P(
            CENSUS,
            "112.4",
            {
                "indicator": ("Index of rents (2029 = 100): Boats", RULE),
                "as_of": ("2031", "as_of.table_title"),
            },
            id="the base of an index is no date",
        ),
        P(CENSUS, "61.5", {"as_of": ("2030", "as_of.table_header")}, id="a date beside a base"),
        P(
            GROWTH,
            "3.7",
            {"indicator": ("Growth of fees", RULE), "unit": "percent"},
            id="a list of places, a share in other words",
        ),
        P(GROWTH, "3,375", {"unit": "cases"}, id="events that the title names"),
        P(GROWTH, "14", {"unit": "sheds"}, id="a share printed in a head is none of its column"),
        P(GROWTH, "15", {"unit": "sheds"}, id="what the title says it is the number of"),
        P(GROWTH, "1.8", {"unit": "percent"}, id="a share of a level"),
        P(GROWTH, "11.6", {"indicator": ("Wages", RULE)}, id="dimensions and dates behind places"),
        P(
            GROWTH,
            "12.6",
            {"indicator": ("Wages of Kenya and EU-15: Mates", RULE)},
            id="places before dimensions that are part of the name",
        ),
        P(
            GROWTH,
            "17.3",
            {"indicator": ("Wages (15 to 64 years): Mates", RULE)},
            id="ages, which are no time",
        ),
        P(
            GROWTH,
            "18.4",
            {"indicator": ("Crews from Sudan in Chad: Old", RULE)},
            id="places that are not bound",
        ),
        P(GROWTH, "71", {"indicator": ("Masts", RULE)}, id="a label that all places share"),
        P(ACCOUNTS, "41", {"indicator": ("Harbour fees: Boats", RULE)}, id="how sums are stated"),
        P(ACCOUNTS, "43", {"indicator": ("Crews paid: Mates", RULE)}, id="of when sums are"),
        P(LISTS, "12", {"indicator": ("Boats mended", RULE)}, id="a list of indicators"),
        P(
            LISTS,
            "120",
            {"indicator": ("Indicators of harbour wages: Mates", RULE)},
            id="a title of indicators alone",
        ),
        P(
            LISTS,
            "13",
            {"indicator": ("Requirements: Boats lost", RULE)},
            id="a head of them alone",
        ),
        P(
            LISTS,
            "5",
            {"indicator": ("Spending on indicators: Surveys", RULE)},
            id="a sum for them",
        ),
        P(
            LISTS,
            "61",
            {"indicator": ("Percentage of harbours reporting on indicators: Spills", RULE)},
            id="what is done with them",
        ),
        P(
            LISTS,
            "62",
            {"indicator": ("Leading indicators: change on year earlier: Landings", RULE)},
            id="what is told of them",
        ),
        P(
            LISTS,
            "64",
            {"indicator": ("Key reading indicators: 5-9 years", RULE)},
            id="labels that part people",
        ),
        P(LISTS, "67", {"indicator": ("Sauvetages réussis", RULE)}, id="in another language"),
        P(LISTS, "68", {"indicator": ("Key indicators of moorings: Mates", RULE)}, id="how many"),
        P(LISTS, "69", {"indicator": ("Key indicators of tests: failed", RULE)}, id="goes on"),
        P(WHOLES, "53", {"indicator": ("Expenditure: Lights", RULE)}, id="total of sums"),
        P(WHOLES, "41", {"indicator": ("Fuel: Lights", RULE)}, id="part of sums"),
        P(WHOLES, "64", {"indicator": ("Total: Wardens", RULE)}, id="total of things"),
    ],
)
def test_head(text: str, quote: str, expected: dict[str, object], holds: Holds) -> None:
    holds(text, quote, expected)


@pytest.mark.parametrize(
    ("quote", "indicator", "place"),
    [
        P("USD 40 million", "Spending on Salaries rose", None, id="what prose tells of a label"),
        P("1,212", "Visits: Salaries", None, id="half of the names known"),
        P("1,222", "Checks", "Crossing", id="most of the names known"),
        P("1,231", "Cost: Salaries", None, id="a label of another table"),
        P("1,232", "Cost: Crossing", None, id="a place of another table"),
        P("1,242", "Meetings: Sara Mott", None, id="who leads"),
        P("1,252", "Fields: Wheat", None, id="what is planted"),
    ],
)
def test_heads_that_tell_more_of_areas_name_those_of_their_own_table(
    quote: str, indicator: str, place: str | None, bind: Callable[[str, str], dict[str, tuple]]
) -> None:
    found = bind(QUALIFIED, quote)
    assert found["indicator"][0] == indicator
    assert (found["place"] and found["place"][0]) == place


@pytest.mark.parametrize(
    ("label", "date"),
    [
        ("Wealth, 2031 (EUR)", "2031"),
        ("Nets (2031) (number)", "2031"),
        ("Bonds, end of 2031 (EUR)", "2031"),
        ("People reached by May 2031", "2031-05"),
        ("Fees paid until May 2031", "2031-05"),
        ("Bonds - 2035 (EUR)", None),
        ("Bonds - 2035", None),
        ("Bond (2038) (EUR)", None),
        ("Loans falling due in 2032 (EUR)", None),
        ("Loans falling due in 2032", None),
        ("Loans maturing at the end of 2032", None),
        ("Homes to be built by 2040 (number)", None),
        ("Homes to be built by 2040", None),
        ("Budget needed until 2034 (EUR)", None),
        ("Homes by 2040 (number)", None),
    ],
)
def test_labels_that_tell_when_something_is_due_tell_no_date_of_its_figures(
    label: str, date: str | None, bind: Callable[[str, str], dict[str, tuple]]
) -> None:
    table = f"# Tide survey\n\n| Item | Mean |\n|---|---|\n| {label} | 971 |\n| Nets | 972 |\n"
    said = bind(table, "971")["as_of"]
    assert (said and said[0]) == date


@pytest.mark.parametrize(
    "title",
    [
        "Summary of key indicators",
        "Indicators and targets",
        "Monitoring of indicators at quays (PoQ)",
        "Principaux indicateurs de suivi",
        "Liste d’indicateurs",
        "Indicadores de resultado",
        "Основные показатели программы",
        "Перелік показників",
        "مؤشرات الأداء",
        "Schlüsselindikatoren",
        "Indicatori chiave",
    ],
)
def test_titles_announce_indicators(title: str) -> None:
    assert announces_indicators(title)


@pytest.mark.parametrize(
    "title",
    [
        "Indicators of quays (women)",
        "Key labour indicators, women only",
        "Women: key indicators",
        "Indicators missed per district",
        "Growth in main indicators",
        "Indicateurs atteints",
        "Pourcentage d’indicateurs atteints",
        "Porcentaje de municipios con indicadores",
        "Улучшение показателей",
        "Кількість показників",
        "عدد المؤشرات",
        "Anzahl der Indikatoren",
    ],
)
def test_titles_that_tell_of_indicators_announce_none(title: str) -> None:
    assert not announces_indicators(title)
