"""Amounts and counts: what is said of them by their verb, what they are for, and said again."""

from collections.abc import Callable

import pytest

P = pytest.param
Holds = Callable[[str, str, dict[str, object]], None]

CASES = [
    P(
        "Boats by size, in thousands (45,231 represents 45,231,000), of the whole coast.",
        "45,231",
        {"indicator": None, "unit": None},
        id="a scale shown by a number",
    ),
    P(
        "Pump data: operating temperature: -20 °C to 55 °C; net weight 84.5 kg.",
        "84.5 kg",
        {"indicator": ("net weight", "prose.label")},
        id="a label before a measure",
    ),
    P(
        "Max. working pressure 10 bar.",
        "10 bar",
        {"indicator": ("working pressure", "prose.label")},
        id="a label behind its limit",
    ),
    P(
        "Pump data; operating temperature: -20 to 55 °C at night.",
        "-20 to 55 °C",
        {"indicator": ("operating temperature", "prose.label")},
        id="a label before a colon",
    ),
    P(
        "Dimensions (height, width): 1,850 x 680 mm.",
        "680 mm",
        {"indicator": ("Dimensions", "prose.label")},
        id="a further dimension",
    ),
    P(
        "Safe harbours: 26,000 sailors need fuel.",
        "26,000",
        {"indicator": ("need fuel", "prose.predicate")},
        id="a heading before a clause is no label",
    ),
    P(
        "Pension costs account for USD 14 billion, or 24.5 per cent of the payroll.",
        "24.5 per cent",
        {
            "indicator": ("Pension costs", "prose.said_otherwise"),
            "population": ("payroll", "prose.share_of"),
        },
        id="the same in another unit",
    ),
    P(
        "Pensions cost USD 14 billion, or 24 per cent of the payroll and 12 per cent of sales.",
        "12 per cent",
        {"indicator": ("Pensions", "prose.said_otherwise")},
        id="the same of another whole",
    ),
    P(
        "By spring the harbour office got 8 per cent of the EUR 61 million requested.",
        "EUR 61 million",
        {"indicator": ("requested", "prose.money_participle")},
        id="a participle behind a sum",
    ),
    P(
        "By spring the harbour office got 8 per cent of the EUR 61 million requested.",
        "8 per cent",
        {"indicator": ("got", "prose.verb")},
        id="what is required says nothing of the share that was received",
    ),
    P(
        "The farmers lost 30 per cent of the crops planted in May.",
        "30 per cent",
        {"indicator": ("lost", "prose.verb")},
        id="what a share is of may have a participle of its own",
    ),
    P(
        "The bill includes a further EUR 6 million in 2032 just to widen the quays of Lorn.",
        "EUR 6 million",
        {"indicator": ("widen the quays of Lorn", "prose.purpose")},
        id="what a sum is for, past its year",
    ),
    P(
        "The office pays a rower USD 85 per month to visit twelve posts.",
        "USD 85",
        {"indicator": ("pays a rower", "prose.said_left")},
        id="a verb that tells more than the purpose",
    ),
    P(
        "Since 2026, the fund has allocated over USD 66 million to Norvia.",
        "USD 66 million",
        {"indicator": ("allocated", "prose.money_verb")},
        id="a place that has the money is not what it measures",
    ),
    P(
        "The council raised the budget for roads from USD 2 million to USD 3 million.",
        "USD 2 million",
        {"indicator": ("budget for roads", "prose.changed_object")},
        id="what somebody raised",
    ),
    P(
        "The fees of the towns named in the list total USD 9 million.",
        "USD 9 million",
        {"indicator": ("fees of the towns named in the list", "prose.subject")},
        id="total as a verb",
    ),
    P(
        "Daily returns from Vell averaged 8,000 people.",
        "8,000",
        {"indicator": ("Daily returns from Vell", "prose.subject")},
        id="people who are the value of a subject",
    ),
    P(
        "The largest item is insurance, which totalled USD 8 million.",
        "USD 8 million",
        {"indicator": ("insurance", "prose.subject")},
        id="a relative pronoun for what has the amount",
    ),
    P(
        "Interest rates are a constant 6 per cent throughout the period.",
        "6 per cent",
        {"indicator": ("Interest rates", "prose.subject")},
        id="an adjective before an amount",
    ),
    P(
        "Nurses make up 12 per cent of the staff.",
        "12 per cent",
        {"indicator": ("Nurses", "prose.subject"), "population": ("staff", "prose.share_of")},
        id="what a share is",
    ),
    P(
        "The appeal is only 12 per cent funded.",
        "12 per cent",
        {"indicator": ("funded", "prose.share_done")},
        id="what is done so far",
    ),
    P(
        "The number of users reached 2,300 members.",
        "2,300",
        {"indicator": ("users", "prose.subject")},
        id="a number that reaches its value",
    ),
    P(
        "In March, a number of clubs reached 310,000 people with food aid.",
        "310,000",
        {"indicator": ("reached with food aid", "prose.verb_with")},
        id="a number of others who reach people",
    ),
    P(
        "A USD 3 million increase was agreed.",
        "USD 3 million",
        {"indicator": ("increase", "prose.noun_after")},
        id="a noun that may be a verb",
    ),
    P(
        "The agency provided 300 families with shelter and food in Lorn.",
        "300",
        {"indicator": ("provided with shelter and food", "prose.verb_with")},
        id="what people were given",
    ),
    P(
        "Nurses screened 2,000 children under 5 years of age for malnutrition.",
        "2,000",
        {"indicator": ("screened for malnutrition", "prose.verb_with")},
        id="what people were screened for",
    ),
    P(
        "Incidents included 12 attacks, 3 arrests and two thefts.",
        "two",
        {"indicator": ("Incidents", "prose.member")},
        id="some of what a plural names",
    ),
    P(
        "They feed 7,100 herders out of about 9,300 in need.",
        "9,300",
        {"indicator": ("in need", "prose.in_state")},
        id="a whole that is in need",
    ),
    P(
        "The clinic recorded 533 cases of cholera, 115 suspected measles cases and 8 deaths.",
        "533",
        {"indicator": ("cases of cholera", "prose.counted")},
        id="a participle before the next noun is no predicate",
    ),
    P(
        "Some 300 tents and 49 camps with 8,000 stoves that leak were closed.",
        "49",
        {"indicator": ("camps", "prose.object")},
        id="a relative clause is of the nearest number",
    ),
    P(
        "Two districts in the south (Lorn and Orn), are in an emergency.",
        "Two",
        {"indicator": ("in an emergency", "prose.predicate")},
        id="a comma between a bracket and its verb",
    ),
    P(
        "About 800 women, children and men live in tents.",
        "800",
        {"indicator": ("live in tents", "prose.predicate")},
        id="a list of people",
    ),
    P(
        "Some 16 districts are in phase 3.",
        "16",
        {"indicator": ("in phase 3", "prose.predicate")},
        id="a number that names",
    ),
    P(
        "Some 640 herders on the plain require winter fodder.",
        "640",
        {"indicator": ("require winter fodder", "prose.predicate")},
        id="a verb that is no noun",
    ),
    P(
        "About 76 per cent of tenants report borrowing or receiving cash.",
        "76 per cent",
        {"indicator": ("report borrowing or receiving cash", "prose.share_predicate")},
        id="two gerunds joined",
    ),
    P(
        "The office recorded at least 56 storms.",
        "56",
        {"indicator": ("storms", "prose.object")},
        id="what was recorded",
    ),
    P(
        "The Lorn crown appreciated by 15.7 per cent against the euro.",
        "15.7 per cent",
        {"indicator": ("Lorn crown appreciated", "prose.change_by")},
        id="a currency that changes",
    ),
    P(
        "The plan was revised by two committees.",
        "two",
        {"indicator": ("committees", "prose.object")},
        id="those by whom it was changed are no change",
    ),
    P(
        "The offices spent USD 8 million in the first 10 months of the fiscal year.",
        "10 months",
        {"indicator": None},
        id="a time names nothing",
    ),
    P(
        "Half of the tenants interviewed reported losses.",
        "Half",
        {"indicator": ("reported losses", "prose.share_predicate")},
        id="a verb behind a participle",
    ),
    P(
        "Of the funds, USD 7 million, or 54 per cent, is allocated to schools.",
        "USD 7 million",
        {"indicator": ("allocated to schools", "prose.money_passive")},
        id="what was done, past the share that says it again",
    ),
    P(
        "Some 175 cases of cholera were reported in May.",
        "175",
        {"indicator": ("cases of cholera", "prose.counted")},
        id="what was only reported",
    ),
    P(
        "Some 900 people received food, 400 people healthcare and 30 families seeds.",
        "400",
        {"indicator": ("received healthcare", "prose.gapped")},
        id="a verb that a list says once",
    ),
    P(
        "Some 900 people were reached with food, and 400 children with seeds.",
        "400",
        {"indicator": ("reached with seeds", "prose.gapped")},
        id="with something else each",
    ),
    P(
        "Hunger reaches 60 per cent for migrants and as high as 80 per cent for guests in transit.",
        "80 per cent",
        {"indicator": ("Hunger", "prose.elliptical")},
        id="two shares of two groups",
    ),
    P(
        "Boat rents fell to 6.4 per cent from 7.9 per cent over the winter.",
        "7.9 per cent",
        {"indicator": ("Boat rents", "prose.change")},
        id="the value before, after the one now",
    ),
    P(
        "Lorn saw the largest number of storms (3,069), followed by Orn (1,346).",
        "3,069",
        {"indicator": ("storms", "prose.bracket_after_item")},
        id="the number that is largest",
    ),
    P(
        "Nets were mended in 12 districts.",
        "12",
        {"indicator": ("mended", "prose.object")},
        id="the unit says in how many areas",
    ),
    P(
        "A household spends USD 310 per month on food and fuel, or 72 per cent of its income.",
        "72 per cent",
        {"indicator": ("food and fuel", "prose.said_otherwise")},
        id="the same past what it is for",
    ),
    P(
        "The repairs come to USD 16 per person served.",
        "USD 16",
        {"indicator": ("repairs", "prose.subject")},
        id="who are served is what it is counted on",
    ),
    P(
        "The time between a request and the first payment was 47 days.",
        "47 days",
        {"indicator": ("time between a request and the first payment", "prose.said_left")},
        id="the whole subject of a duration",
    ),
    P(
        "Of the USD 38 million that they committed, 4 per cent went to ports.",
        "USD 38 million",
        {"indicator": None},
        id="a pronoun names nothing",
    ),
    P(
        "They gave 230 people food, including 40 displaced persons supported with cash.",
        "230",
        {"indicator": ("gave", "prose.verb")},
        id="what is said of a part is not said of the whole",
    ),
]


@pytest.mark.parametrize(("text", "quote", "expected"), CASES)
def test_amount(text: str, quote: str, expected: dict[str, object], holds: Holds) -> None:
    holds(text, quote, expected)


@pytest.mark.parametrize("joint", ["x", "×", "by"])
def test_what_joins_two_dimensions_names_neither(
    joint: str, bind: Callable[[str, str], dict[str, object]]
) -> None:
    told = bind(f"The shelf measures 1,850 {joint} 600 mm.", "1,850")
    assert joint not in str(told.get("indicator"))
