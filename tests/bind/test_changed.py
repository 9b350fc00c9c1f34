"""What changed is the base of a share that says by how much it did."""

from collections.abc import Callable

import pytest

P = pytest.param
Holds = Callable[[str, str, dict[str, object]], None]
RULE = "prose.base_changed"

CHANGED = [
    P(
        "The rates are high and are projected to rise by 5 per cent.",
        "5 per cent",
        "rates",
        id="what is expected to change",
    ),
    P(
        "Marriages fell by 10 per cent, compared to 3 per cent before.",
        "3 per cent",
        "Marriages",
        id="the change that it is compared to",
    ),
    P("Imports grew, while the Afghani fell by 4%.", "4%", "Afghani", id="a money"),
    P("Shares of the bank fell 3.2% on Monday.", "3.2%", "Shares of the bank", id="shares held"),
    P("The debt was reduced by 12 per cent.", "12 per cent", "debt", id="what was changed"),
    P("Failures fell by two thirds in May.", "two thirds", "Failures", id="a share in words"),
    P(
        "Lorn raised fares by 3 per cent and reduced pensions by 5 per cent.",
        "5 per cent",
        "pensions",
        id="the object of a verb that a joint leads to",
    ),
    P(
        "Reported prices rose by 5 per cent.",
        "5 per cent",
        "Reported prices",
        id="a subject that a participle opens",
    ),
    P(
        "In May 2,300 nurses arrived. This represents a rise of 5 per cent against April.",
        "5 per cent",
        "nurses",
        id="those counted in the sentence before",
    ),
    P(
        "The mothers seen in May were 9,561 and surpassed the annual target by 13 per cent.",
        "13 per cent",
        "annual target",
        id="the object of a second verb",
    ),
    P(
        "Over the plan period the overtime budget fell by $8 million, or 15 per cent.",
        "15 per cent",
        "overtime budget",
        id="a share that says an amount again",
    ),
    P(
        "There was an increase in spending of $271 million (47 per cent) in May.",
        "47 per cent",
        "spending",
        id="so in a bracket",
    ),
    P(
        "The economy experienced modest growth of 2.7 per cent.",
        "2.7 per cent",
        "economy",
        id="the quantity that had a change",
    ),
    P(
        "Measures include staffing cuts of up to 30 per cent in schools.",
        "30 per cent",
        "staffing",
        id="what a change is joined to rather than where it was",
    ),
    P(
        "Rents were up 14 per cent in May and 6 per cent above the target.",
        "6 per cent",
        "Rents",
        id="a second comparison",
    ),
    P(
        "Revenue reached USD 241 million (17 per cent of the plan), up 14 per cent in a year.",
        "14 per cent",
        "Revenue",
        id="the figure before a bracket, not one in it",
    ),
    P(
        "The proportion of poor families fell by 69 per cent.",
        "69 per cent",
        "proportion of poor families",
        id="a share that changed itself",
    ),
    P(
        "There was a 7 per cent increase in donor funding for clinics.",
        "7 per cent",
        "donor funding for clinics",
        id="a quantity that may be a verb",
    ),
    P(
        "The number of children recruited into armed groups increased by 70 per cent.",
        "70 per cent",
        "children recruited into armed groups",
        id="participles behind a noun and before one",
    ),
    P(
        "The average price of wheat flour increased by 20 per cent.",
        "20 per cent",
        "average price of wheat flour",
        id="the subject of what rose",
    ),
    P(
        "Half of the traders closed. Bread prices rose by 23 per cent.",
        "23 per cent",
        "Bread prices",
        id="not the base that was said before",
    ),
    P(
        "Among the camps, the number of fires increased by 70 per cent.",
        "70 per cent",
        "fires",
        id="what is numbered",
    ),
    P(
        "The number of families receiving grants has also risen by 50 per cent.",
        "50 per cent",
        "families receiving grants",
        id="a participle belongs to what rose",
    ),
    P(
        "The cost of lentils, sugar, cooking oil and rice rose by 2 per cent.",
        "2 per cent",
        "cost of lentils, sugar, cooking oil and rice",
        id="so does a list",
    ),
    P(
        "The price of one gas bottle (10 litres) rose by 8 per cent and by 12 per cent later.",
        "12 per cent",
        "price of one gas bottle",
        id="a second amount of one verb, and a number in the name",
    ),
    P(
        "Costs of oil and ghee, both used daily, rose by 13 per cent and 11 per cent.",
        "11 per cent",
        "Costs of oil and ghee",
        id="over an insertion, for each amount of a list",
    ),
    P(
        "Food prices rose by 18 per cent, and rents by 25 per cent.",
        "25 per cent",
        "rents",
        id="what has its verb from the clause before",
    ),
    P(
        "Deaths fell by 31 per cent in May, but by only 8 per cent in June.",
        "8 per cent",
        "Deaths",
        id="the same thing at another time",
    ),
    P(
        "Needs will rise by 1 per cent for girls and 28 per cent for boys.",
        "28 per cent",
        "Needs",
        id="the next one of the same verb",
    ),
    P(
        "The ministry reduced its staff by 5 per cent.",
        "5 per cent",
        "staff",
        id="the object of a verb that has one",
    ),
    P(
        "Farmers lost ground as income from wheat plunged 92 per cent.",
        "92 per cent",
        "income from wheat",
        id="an amount right behind its verb",
    ),
    P(
        "Clinics saw a 34 per cent increase in the price of gloves in May.",
        "34 per cent",
        "price of gloves",
        id="what an increase is in",
    ),
    P(
        "A drop in water levels of 7 per cent was measured.",
        "7 per cent",
        "water levels",
        id="so before the amount",
    ),
    P(
        "A rise of 11 per cent in the average fare was seen.",
        "11 per cent",
        "average fare",
        id="so behind an amount after the noun",
    ),
    P(
        "Price increases of more than 10 per cent were seen in Lorn.",
        "10 per cent",
        "Price",
        id="what the noun of a change is joined to",
    ),
    P(
        "Rents were 30 per cent higher than in May and remained 8 per cent above June.",
        "8 per cent",
        "Rents",
        id="the subject of a comparison",
    ),
    P(
        "Fuel use, which had been low, was up 5 per cent.",
        "5 per cent",
        "Fuel use",
        id="up so much",
    ),
    P(
        "Lorn recorded the highest price, at USD 35 (up 7 per cent).",
        "7 per cent",
        "price",
        id="what has the amount before a bracket",
    ),
    P(
        "In May 2,300 nurses arrived, a drop of 5 per cent against April.",
        "5 per cent",
        "nurses",
        id="those whom the figure before counts",
    ),
    P(
        "Exports stood at USD 5 million, which is 6 per cent lower than in May.",
        "6 per cent",
        "Exports",
        id="what has the amount before `which`",
    ),
    P(
        "Prices rose in: Lorn (6%), Vell (3%) and Sarn (2%).",
        "3%",
        "Prices",
        id="the clause that leads a list of places",
    ),
]

UNCHANGED = [
    P("The proposal was backed by 62 per cent.", "62 per cent", id="those who did it"),
    P("Poverty fell by 69 per cent, from 29 per cent to 9 per cent.", "29 per cent", id="levels"),
    P(
        "The economy improved, with estimates above the forecast by 1 per cent.",
        "1 per cent",
        id="the verb of another clause",
    ),
    P("The programme grew. It rose by 5 per cent.", "5 per cent", id="a pronoun"),
    P("A 9 per cent increase was seen in Lorn.", "9 per cent", id="a change of nothing said"),
    P("There was a 9 per cent increase in the region.", "9 per cent", id="where it changed"),
    P("A drop of 9 per cent in comparison with May was seen.", "9 per cent", id="a set phrase"),
    P("Unemployment rose to 33 per cent.", "33 per cent", id="a level that is reached"),
    P("A sharp increase of 9 per cent was seen.", "9 per cent", id="an adjective"),
    P(
        "Lorn kept 12 clinics open, while it cut costs elsewhere, down 4 per cent.",
        "4 per cent",
        id="no figure of another clause",
    ),
]


@pytest.mark.parametrize(("text", "quote", "base"), CHANGED)
def test_a_change_is_a_share_of_what_changed(
    holds: Holds, text: str, quote: str, base: str
) -> None:
    holds(text, quote, {"population": (base, RULE)})


@pytest.mark.parametrize(("text", "quote"), UNCHANGED)
def test_a_change_of_what_is_not_said_has_no_base(holds: Holds, text: str, quote: str) -> None:
    holds(text, quote, {"population": None})
