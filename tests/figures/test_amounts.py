"""Money, shares, measures, stretches of time and counts of English text."""

from collections.abc import Callable

import pytest

from extractor.figures import read_text
from extractor.figures.reading import NumberFormat

Five = tuple[str, str, str, str | None, str | None]
Six = tuple[str, str, str, str, str | None, str | None]
Reader = Callable[..., list[tuple[str, str, str, str | None, str | None]]]

MONEY = [
    ("$588.3M", ("$588.3M", "588300000", "USD", None)),
    ("$588.3 m is short", ("$588.3 m", "588300000", "USD", None)),
    ("USD34.6 million", ("USD34.6 million", "34600000", "USD", None)),
    ("US$ 593.8 million", ("US$ 593.8 million", "593800000", "USD", None)),
    ("EUR 4,6 million", ("EUR 4,6 million", "4600000", "EUR", None)),
    ("UAH 12 000", ("UAH 12 000", "12000", "UAH", None)),
    ("CHF 1'250.50", ("CHF 1'250.50", "1250.5", "CHF", None)),
    ("US $3.2M", ("US $3.2M", "3200000", "USD", None)),
    ("£3bn", ("£3bn", "3000000000", "GBP", None)),
    ("KSh 4,500", ("KSh 4,500", "4500", "KES", None)),
    ("5 million euros", ("5 million euros", "5000000", "EUR", None)),
    ("450 hryvnias", ("450 hryvnias", "450", "UAH", None)),
    ("7,000 pesos", ("7,000 pesos", "7000", None, None)),
    ("12.5m USD", ("12.5m USD", "12500000", "USD", None)),
    ("$5–6 million", ("$5–6 million", "5000000..6000000", "USD", None)),
    ("$5 million to $6 million", ("$5 million to $6 million", "5000000..6000000", "USD", None)),
    ("exceed USD 486 billion", ("USD 486 billion", "486000000000", "USD", "at_least")),
    ("-$5.2 million", ("-$5.2 million", "-5200000", "USD", None)),
    ("five million US dollars", ("five million US dollars", "5000000", "USD", None)),
    ("Rs 4,15,548 crore", ("Rs 4,15,548 crore", "4155480000000", None, None)),
]


@pytest.mark.parametrize(("text", "expected"), MONEY, ids=[text for text, _ in MONEY])
def test_money(
    figures: Reader, text: str, expected: tuple[str, str, str | None, str | None]
) -> None:
    quote, value, unit, modifier = expected
    assert figures(text) == [(quote, "money", value, unit, modifier)]


SHARES = [
    ("41 per cent", "41 per cent", "41", "percent", None),
    ("five per cent", "five per cent", "5", "percent", None),
    ("nearly 8.5 %", "8.5 %", "8.5", "percent", "approx"),
    ("12 pct", "12 pct", "12", "percent", None),
    ("a rise of 3 percentage points", "3 percentage points", "3", "percentage_points", None),
    ("0.4 pp", "0.4 pp", "0.4", "percentage_points", None),
    ("45-60%", "45-60%", "45..60", "percent", None),
    ("Between 45 and 60 per cent", "45 and 60 per cent", "45..60", "percent", None),
    ("from 45% to 60%", "45% to 60%", "45..60", "percent", None),
    ("2 to 3 per cent", "2 to 3 per cent", "2..3", "percent", None),
    ("15‰", "15‰", "1.5", "percent", None),
]


@pytest.mark.parametrize("case", SHARES, ids=[c[0] for c in SHARES])
def test_share(figures: Reader, case: Five) -> None:
    text, quote, value, unit, modifier = case
    assert figures(text) == [(quote, "percent", value, unit, modifier)]


def test_change_from_one_share_to_another_is_two_figures(figures: Reader) -> None:
    quotes = [case[0] for case in figures("Coverage increased from 5.5 per cent to 24.1 per cent.")]
    assert quotes == ["5.5 per cent", "24.1 per cent"]


COUNTS = [
    ("3.7 million people fled", "3.7 million", "3700000", "people", None),
    ("7.1 million more people", "7.1 million", "7100000", "people", None),
    ("277,000 TCNs from other countries", "277,000", "277000", "TCNs", None),
    ("24,000 surveys with adults", "24,000", "24000", "surveys", None),
    ("14 cooperation agreements", "14", "14", "agreements", None),
    ("183 civil society partners", "183", "183", "partners", None),
    ("90 international and national partners", "90", "90", "partners", None),
    ("all 24 oblasts", "24", "24", "oblasts", None),
    ("14.6 million (of all)", "14.6 million", "14600000", None, None),
    ("+40,000 partner staff trained", "+40,000", "40000", "staff", "at_least"),
    ("40,000+ visitors", "40,000+", "40000", "visitors", "at_least"),
    ("4.5M and beyond", "4.5M", "4500000", None, "at_least"),
    ("1.2m people", "1.2m", "1200000", "people", None),
    ("three objectives", "three", "3", "objectives", None),
    ("one new recovery was seen", "one", "1", "recovery", None),
    ("a million people", "a million", "1000000", "people", None),
    ("half a million children", "half a million", "500000", "children", None),
    ("three and a half million women", "three and a half million", "3500000", "women", None),
    ("fifty-five thousand pupils", "fifty-five thousand", "55000", "pupils", None),
    ("two dozen schools", "two dozen", "24", "schools", None),
    ("2,022 people", "2,022", "2022", "people", None),
    ("2022 people", "2022", "2022", "people", None),
    ("seven (7) regions", "seven (7)", "7", "regions", None),
    ("100,000-120,000 people", "100,000-120,000", "100000..120000", "people", None),
    ("5 to 6 million people", "5 to 6 million", "5000000..6000000", "people", None),
    ("1,200 women and girls", "1,200", "1200", "women and girls", None),
    ("12 COVID-19 cases", "12", "12", "cases", None),
    ("300 pregnant and lactating women", "300", "300", "women", None),
    ("killed 4 civilians and injured many", "4", "4", "civilians", None),
    ("500 people or more", "500", "500", "people", "at_least"),
    ("25 schools at most", "25", "25", "schools", "at_most"),
    ("12,34,567 voters", "12,34,567", "1234567", "voters", None),
    ("it grew five and a quarter", "five and a quarter", "5.25", None, None),
    ("2½ million voters", "2½ million", "2500000", "voters", None),
]  # fmt: skip


@pytest.mark.parametrize("case", COUNTS, ids=[c[0] for c in COUNTS])
def test_count(figures: Reader, case: Five) -> None:
    text, quote, value, unit, modifier = case
    assert figures(text) == [(quote, "count", value, unit, modifier)]


@pytest.mark.parametrize(
    "text", ["22 partners and seeks $3 million", "22 boats and serves 40 towns"]
)
def test_a_verb_with_its_own_object_is_no_second_noun(figures: Reader, text: str) -> None:
    assert figures(text)[0] == ("22", "count", "22", text.split()[1], None)


MEASURES = [
    ("100 km", "measure", "100 km", "100", "km", None),
    ("within 100 km of home", "measure", "100 km", "100", "km", "at_most"),
    ("37.8 per km²", "measure", "37.8 per km²", "37.8", "per km²", None),
    ("5,000 hectares", "measure", "5,000 hectares", "5000", "hectares", None),
    ("up to 30 MW", "measure", "30 MW", "30", "MW", "at_most"),
    ("10-12 km", "measure", "10-12 km", "10..12", "km", None),
    ("10.5 m at the bridge", "measure", "10.5 m", "10.5", "m", None),
    ("a 1-in-100 flood", "ratio", "1-in-100", "0.01", None, None),
    ("a six-mile trip", "measure", "six-mile", "6", "mile", None),
    ("28°C", "measure", "28°C", "28", "°C", None),
    ("three years", "duration", "three years", "P3Y", None, None),
    ("a three-year plan", "duration", "three-year", "P3Y", None, None),
    ("18 months", "duration", "18 months", "P18M", None, None),
    ("5.7 years", "duration", "5.7 years", "P5.7Y", None, None),
    ("72 hours", "duration", "72 hours", "PT72H", None, None),
    ("two decades", "duration", "two decades", "P20Y", None, None),
    ("almost 27 years", "duration", "27 years", "P27Y", None, "approx"),
    ("for over two years", "duration", "two years", "P2Y", None, "at_least"),
    ("over two years", "duration", "two years", "P2Y", None, None),
    ("within three years", "duration", "three years", "P3Y", None, "at_most"),
    ("3-6 months", "duration", "3-6 months", "P3M..P6M", None, None),
    ("6 months to 2 years", "duration", "6 months to 2 years", "P6M..P2Y", None, None),
    ("2.8 times the output", "ratio", "2.8 times", "2.8", "times", None),
    ("threefold", "ratio", "threefold", "3", "times", None),
    ("twice as many", "ratio", "twice", "2", "times", None),
    ("one in five", "ratio", "one in five", "0.2", None, None),
    ("3 out of 10", "ratio", "3 out of 10", "0.3", None, None),
    ("1:4", "ratio", "1:4", "0.25", None, None),
    ("two thirds", "ratio", "two thirds", "0.666666666667", None, None),
    ("more than half of them", "ratio", "half", "0.5", None, "at_least"),
    ("a quarter of the towns", "ratio", "a quarter", "0.25", None, None),
]


@pytest.mark.parametrize("case", MEASURES, ids=[c[0] for c in MEASURES])
def test_measure(figures: Reader, case: Six) -> None:
    text, kind, quote, value, unit, modifier = case
    assert figures(text) == [(quote, kind, value, unit, modifier)]


NOT_COUNTED = [
    "one of the aims",
    "a two-way street",
    "no one came",
    "the first aim",
    "zero tolerance policies",
    "one another",
    "children under five",
    "a five-year-old",
    "millions of people",
    "the third party",
    "on the one hand",
]


@pytest.mark.parametrize("text", NOT_COUNTED)
def test_words_that_count_nothing(figures: Reader, text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "per", "quote"),
    [
        ("USD 250 per person per month", "person/month", "per person per month"),
        ("SYP 1,983/kg", "kg", "/kg"),
        ("USD 5 a day", "day", "a day"),
        ("40 people per shelter", "shelter", "per shelter"),
        ("12 deaths per 100,000 live births", "100,000 live births", "per 100,000 live births"),
        ("500 dollars per annum", "year", "per annum"),
    ],
)
def test_rate(text: str, per: str, quote: str) -> None:
    (reading,) = read_text(text, NumberFormat()).figures
    assert reading.per == per
    assert reading.per_span is not None
    assert text[slice(*reading.per_span)] == quote


@pytest.mark.parametrize(
    ("language", "text", "per"),
    [
        ("en", "40 tonnes a year earlier", None),
        ("en", "40 tonnes a year", "year"),
        ("es", "40 toneladas al año anterior", None),
        ("fr", "50 kg par ménage et par mois", "ménage/mois"),
        ("fr", "12 décès par 1 000 habitants", "1 000 habitants"),
        ("fr", "3 euros par l", "l"),
        ("fr", "45 habitants par km²", "km²"),
        ("fr", "50 kg par arbre", "arbre"),
        ("fr", "40 blessés par explosion", None),
        ("es", "3 litros por vaca", "vaca"),
        ("es", "15 casos por mil habitantes", "mil"),
        ("fr", "12 % par rapport à 2031", None),
        ("fr", "3 millions d'euros par l'entremise du fonds", None),
        ("fr", "12 000 personnes déplacées par les combats", None),
        ("fr", "2 millions d'euros par virement", None),
        ("es", "50 kg por hogar y por mes", "hogar/mes"),
        ("es", "20 dólares por persona", "persona"),
        ("es", "12.000 personas desplazadas por la violencia", None),
        ("es", "5 millones de dólares por parte de los donantes", None),
        ("es", "340 casos por ejemplo", None),
    ],
)
def test_rate_in_other_languages(language: str, text: str, per: str | None) -> None:
    (reading,) = [
        f for f in read_text(text, NumberFormat(language=language)).figures if f.kind != "date"
    ]
    assert reading.per == per


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("3.7 million people", "50000"),
        ("USD 152 billion", "500000000"),
        ("24.1 per cent", "0.05"),
        ("1,250 schools", "0.5"),
        ("three million people", "500000"),
        ("two years", None),
    ],
)
def test_precision_is_half_of_the_last_printed_digit(text: str, precision: str | None) -> None:
    (reading,) = read_text(text, NumberFormat()).figures
    assert reading.precision == precision


LISTS = [
    (
        "about 20, 30 and 40 per cent",
        [
            ("20", "percent", "20", "percent", "approx"),
            ("30", "percent", "30", "percent", None),
            ("40 per cent", "percent", "40", "percent", None),
        ],
    ),
    (
        "USD 3, 4 and 5 million",
        [
            ("USD 3", "money", "3000000", "USD", None),
            ("4", "money", "4000000", "USD", None),
            ("5 million", "money", "5000000", "USD", None),
        ],
    ),
    (
        "two, three and five years",
        [
            ("two", "duration", "P2Y", None, None),
            ("three", "duration", "P3Y", None, None),
            ("five years", "duration", "P5Y", None, None),
        ],
    ),
    (
        "15, 20, and 25 wells",
        [
            ("15", "count", "15", "wells", None),
            ("20", "count", "20", "wells", None),
            ("25", "count", "25", "wells", None),
        ],
    ),
    (
        "USD 300 and 25 wells",
        [("USD 300", "money", "300", "USD", None), ("25", "count", "25", "wells", None)],
    ),
    (
        "USD 3, 4 and 5 per kg",
        [
            ("USD 3", "money", "3", "USD", None),
            ("4", "money", "4", "USD", None),
            ("5", "money", "5", "USD", None),
        ],
    ),
    (
        "USD 300 and 25 km",
        [("USD 300", "money", "300", "USD", None), ("25 km", "measure", "25", "km", None)],
    ),
    (
        "hit 4 and 2 million fled",
        [("4", "count", "4", None, None), ("2 million", "count", "2000000", None, None)],
    ),
    (
        "in 2022 and 15 per cent",
        [("2022", "date", "2022", None, None), ("15 per cent", "percent", "15", "percent", None)],
    ),
    ("between 2 and 3 per cent", [("2 and 3 per cent", "percent", "2..3", "percent", None)]),
    ("aged 5, 6 and 7 years", []),
]


@pytest.mark.parametrize(("text", "expected"), LISTS, ids=[text for text, _ in LISTS])
def test_list_shares_what_stands_at_one_end(
    figures: Reader, text: str, expected: list[Five]
) -> None:
    assert figures(text) == expected


LIMITS = [
    ("at an average of US$ 850 a house", "US$ 850", None),
    ("about an average of US$ 850", "US$ 850", "approx"),
    ("gives $3 million over two years", "two years", None),
    ("for over two years", "two years", "at_least"),
    ("within three years", "three years", "at_most"),
    ("within the next three years", "three years", "at_most"),
    ("within 100 km of the border", "100 km", "at_most"),
]


@pytest.mark.parametrize(("text", "quote", "modifier"), LIMITS, ids=[c[0] for c in LIMITS])
def test_modifier_of_average_period_and_limit(
    figures: Reader, text: str, quote: str, modifier: str | None
) -> None:
    last = figures(text)[-1]
    assert (last[0], last[4]) == (quote, modifier)


PHRASES = [
    ("13 Severe Acute Respiratory Infection Isolation and Treatment Centers", "Centers"),
    ("22 Acute Watery Diarrhea (AWD) Rapid Diagnostic Test (RDT) positive cases", "cases"),
    ("277 recorded ‘violent deaths’ in May", "deaths"),
    ('30 "rebels" in May', "rebels"),
]


@pytest.mark.parametrize(("text", "noun"), PHRASES)
def test_noun_of_a_count_stands_behind_names_and_quotes(
    figures: Reader, text: str, noun: str
) -> None:
    assert [figure[3] for figure in figures(text) if figure[1] == "count"] == [noun]


RATES = [
    ("164,000 patients a year", "year"),
    ("164,000 patients a month", "month"),
    ("1,200 food parcels each week", "week"),
    ("40 registered births per day", "day"),
    ("12,000 a year", "year"),
    ("20, 30 and 40 births a day", "day"),
]


@pytest.mark.parametrize(("text", "per"), RATES, ids=[text for text, _ in RATES])
def test_count_of_a_rate(text: str, per: str) -> None:
    readings = read_text(text, NumberFormat()).figures
    assert {reading.per for reading in readings} == {per}
