"""What a sentence says of its own numbers: changes, shares, multiples, products and sums."""

from collections.abc import Callable

import pytest

from schemas.extraction import Finding

Audit = Callable[[str], list[Finding]]
Told = list[tuple[str, str]]
GROWTH = [("growth_mismatch", "error")]
BESIDE = [("growth_mismatch", "warning")]  # no word says that the share is of the change
SHARE = [("share_mismatch", "warning")]
TOTAL = [("total_mismatch", "error")]


def told(findings: list[Finding]) -> Told:
    return [(each.code, each.severity) for each in findings]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param(
            "Costs rose by 15 per cent, from USD 4.1 million to USD 4.7 million.", [], id="right"
        ),
        pytest.param(
            "Costs rose by 25 per cent, from USD 4.1 million to USD 4.7 million.",
            GROWTH,
            id="of from and to",
        ),
        pytest.param(
            "Costs rose by about 25 per cent, from USD 4.1 million to USD 4.7 million.",
            [("growth_mismatch", "info")],
            id="about",
        ),
        pytest.param(
            "Costs rose by 95 per cent, from USD 4.1 million to USD 4.7 million.",
            [],
            id="too far to be told of these",
        ),
        pytest.param(
            "Costs rose by 15 per cent, from 1,240 to 1,526 visits.",
            [("growth_mismatch", "info")],
            id="half again as far",
        ),
        pytest.param(
            "In real terms, costs rose by 15 per cent, from USD 4.13 million to USD 4.92 million.",
            [],
            id="in real terms",
        ),
        pytest.param(
            "Costs rose by 15 per cent like for like, from USD 4.13 million to USD 4.92 million.",
            [],
            id="like for like",
        ),
        pytest.param(
            "Leaving Lorn aside, costs rose by 15 per cent, from USD 4.13 million to"
            " USD 4.92 million.",
            GROWTH,
            id="in plain terms",
        ),
        pytest.param(
            "Excluding nets, sales rose by 14 per cent, from USD 4.13 million to USD 4.92 million.",
            [],
            id="without some",
        ),
        pytest.param(
            "Les ventes ont augmenté de 14 % en volume, de 4,13 millions à 4,92 millions d'euros.",
            [],
            id="by volume, in French",
        ),
        pytest.param(
            "En términos reales, las ventas aumentaron un 14%, de 4.130 a 4.920 toneladas.",
            [],
            id="in real terms, in Spanish",
        ),
        pytest.param(
            "Costs rose by 9 per cent to EUR 47.3 million from 41.2 million in 2029 dollars.",
            [],
            id="from a bare number of other money",
        ),
        pytest.param(
            "Costs rose by 12 per cent to USD 47.3 million from 40.1 million in constant prices.",
            [],
            id="from a bare number at other prices",
        ),
        pytest.param(
            "Costs rose by 12 per cent from 40.1 million in 2030 to USD 47.3 million in 2031.",
            GROWTH,
            id="from a bare number of a year",
        ),
        pytest.param(
            "Costs rose by 7 per cent a year, from USD 4.1 million in 2029 to USD 4.7 million.",
            [],
            id="by the year",
        ),
        pytest.param(
            "Les ventes ont augmenté de 15 pour cent par an, de 1 240 à 1 526 tonnes.",
            [],
            id="by the year, in French",
        ),
        pytest.param(
            "Costs of USD 47.3 million are 15 per cent more than the 40.1 million of 2030.",
            GROWTH,
            id="than a bare number",
        ),
        pytest.param(
            "Costs of USD 47.3 million are 18 per cent more than the 40.1 million of 2030.",
            [],
            id="right of a bare number",
        ),
        pytest.param(
            "Costs rose by USD 0.8 million, or 14 per cent, from USD 4.1 million"
            " to USD 4.7 million.",
            [("change_mismatch", "error")],
            id="amount",
        ),
        pytest.param(
            "Cases fell from 5,216 in 2030 to 4,173 in 2031, a decrease of 25 per cent.",
            GROWTH,
            id="behind",
        ),
        pytest.param(
            "The budget is USD 788 million, an increase of USD 271 million (47.5 per cent).",
            GROWTH,
            id="of the amount",
        ),
        pytest.param(
            "We spent USD 788 million, and sales saw an increase of USD 271 million (47.5%).",
            [],
            id="of something else",
        ),
        pytest.param(
            "The fee of USD 48.2 is 25 per cent more than the USD 40.1 of last year.",
            GROWTH,
            id="more than",
        ),
        pytest.param(
            "Exports fell by 21 per cent, to USD 79.2 million, compared with USD 90.1 million.",
            GROWTH,
            id="compared with",
        ),
        pytest.param(
            "The limit stands at USD 13.5 million; we ask for an increase of USD 19.1 million"
            " to USD 31.6 million.",
            TOTAL,
            id="a slip in the sum",
        ),
        pytest.param(
            "Cases fell from 4,173 in 2030 to 5,216 in 2031.",
            [("change_reversed", "warning")],
            id="a rise that is said to be a fall",
        ),
        pytest.param("The debt fell from 44.1 to 40.3 million.", [], id="a magnitude for both"),
        pytest.param("Les cas ont augmenté de 30 %, de 5 214 à 6 240.", GROWTH, id="French"),
        pytest.param("Los casos aumentaron un 30%, de 5.214 a 6.240.", GROWTH, id="Spanish"),
        pytest.param("The share rose by 5 per cent, from 20 per cent to 25.", [], id="points"),
        pytest.param("It rose by 5 per cent from 2030 to 2031.", [], id="years"),
        pytest.param(
            "The share rose from 12 per cent to 15 per cent, an increase of 5 percentage points.",
            [("change_mismatch", "error")],
            id="told in points",
        ),
        pytest.param(
            "It went from 64 per cent in 2030 to 71 per cent in 2031, 9 percentage points more.",
            [("change_mismatch", "error")],
            id="points behind a year",
        ),
        pytest.param(
            "It went from 64 per cent in 2030 to 71 per cent in 2031, 7 percentage points more.",
            [],
            id="points, right",
        ),
        pytest.param(
            "It rose by 4 percentage points a year, from 20 per cent to 26 per cent.",
            [],
            id="points a year",
        ),
        pytest.param(
            "Gifts reached USD 40.2 million, an increase of 15 per cent over the USD 33.1 million "
            "of 2030.",
            GROWTH,
            id="over",
        ),
        pytest.param(
            "Gifts reached USD 40.2 million, an increase of 15 per cent over 10 years.",
            [],
            id="over years",
        ),
        pytest.param(
            "Les dons atteignent 40,2 millions d'euros, en hausse de 15 % par rapport aux 33,1 "
            "millions d'euros de 2030.",
            GROWTH,
            id="par rapport",
        ),
        pytest.param(
            "It rose from 61.4 per cent in 2030 to 73.8 per cent in 2033, by 14.2 percentage"
            " points.",
            [("change_mismatch", "error")],
            id="by so many points, behind the years",
        ),
        pytest.param("Rates rose from 61.4 to 73.8 per cent, by 12.4 points.", [], id="by points"),
        pytest.param(
            "Costs rose from 412 to 441 million dollars, by 12 per cent more.", GROWTH, id="once"
        ),
        pytest.param("Pay rose from 400 to 440 dollars, by 12 per cent for nurses.", [], id="for"),
        pytest.param(
            "Rates rose from 61.4 to 73.8 per cent by 2033, by 14.4 points among girls.",
            [],
            id="by points among some",
        ),
        pytest.param(
            "Costs rose from 412 to 441 million dollars in 2033, by 12 per cent of GDP.",
            [],
            id="by a share of something else",
        ),
        pytest.param(
            "Costs rose from 412 to 441 million dollars, by 39 million dollars from loans.",
            [],
            id="by what came from some",
        ),
        pytest.param(
            "Costs rose from 412 to 441 million dollars, by 12 per cent after tax.", [], id="after"
        ),
        pytest.param("Wages rose from 400 to 440 in May, by 30 June.", [], id="by a day"),
        pytest.param("Spending rose from $62.3 million to $64.8 million, 5.0%.", BESIDE, id="bare"),
        pytest.param("Output grew from 410 to 465 tonnes (16 per cent).", BESIDE, id="in brackets"),
        pytest.param("Sales rose from 4,120 to 4,641 (21.6 per cent).", BESIDE, id="a slip"),
        pytest.param("Women mayors rose from 41 to 47 (18 per cent).", [], id="a share of mayors"),
        pytest.param("Female judges grew from 210 to 246, 22 per cent.", [], id="a share, bare"),
        pytest.param(
            "Debt rose from USD 410 million to USD 470 million (18 per cent).", [], id="of GDP"
        ),
        pytest.param("Jobs rose from 410 to 465 (55 per cent women).", [], id="a group of them"),
        pytest.param("Sales fell from 5,120 to 4,610, 4 per cent a year.", [], id="bare, a year"),
        pytest.param("Coverage rose from 61 to 74 per cent, 5 per cent.", [], id="bare, of shares"),
        pytest.param(
            "Costs rose from $62 million to $65 million, 48 per cent of them for roads.",
            [],
            id="bare, of them",
        ),
    ],
)
def test_a_change_and_its_values(found: Audit, text: str, codes: Told) -> None:
    assert told(found(f"# Lorn\n\n{text}\n")) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param("Of the 340 wells, 120 (35 per cent) are dry.", [], id="right"),
        pytest.param("Of the 340 wells, 45 per cent (120) are dry.", SHARE, id="of"),
        pytest.param(
            "There are 340 wells; 121 (35.5 per cent) are dry.",
            [("truncated", "warning")],
            id="cut off",
        ),
        pytest.param("There are 340 wells; 122 (45 per cent) are dry.", [], id="of something"),
        pytest.param(
            "The cost of USD 61.6 million is 2.8 times the budget of USD 25.1 million.",
            [("multiple_mismatch", "warning")],
            id="times",
        ),
        pytest.param(
            "The cost of USD 61.6 million is 2.5 times the budget of USD 25.1 million.",
            [],
            id="times, right",
        ),
        pytest.param(
            "Cases tripled from 39 to 79.", [("multiple_mismatch", "warning")], id="tripled"
        ),
        pytest.param("Cases doubled from 39 to 79.", [], id="doubled"),
        pytest.param(
            "We give 1,214 families USD 250 per family, USD 348,500 in all.",
            [("product_mismatch", "warning")],
            id="rate",
        ),
        pytest.param(
            "We give 1,214 families USD 250 per family, USD 303,500 in all.", [], id="rate, right"
        ),
        pytest.param(
            "We give 1,214 families USD 100 per family per month for three months (USD 414,200).",
            [("product_mismatch", "warning")],
            id="rate by the month",
        ),
        pytest.param(
            "We give 1,214 families USD 100 per family per month for three months (USD 364,200).",
            [],
            id="rate by the month, right",
        ),
        pytest.param(
            "We give 1,214 families USD 100 per family per month (USD 364,200).",
            [],
            id="rate for nobody knows how long",
        ),
        pytest.param("In all, 52 per cent of 1,253 families, or 551, said so.", SHARE, id="of, or"),
        pytest.param(
            "In all, 52 per cent of 1,253 families (551 women) said so.", [], id="of others"
        ),
        pytest.param(
            "We met 1,214 people, 80 per cent of the 1,634 asked.", SHARE, id="in apposition"
        ),
        pytest.param(
            "We met 1,214 people, 74 per cent of the 1,634 asked.", [], id="in apposition, right"
        ),
        pytest.param(
            "We met 1,214 people, 80 per cent of the 1,634 asked were women.", [], id="a clause"
        ),
        pytest.param(
            "We met 1,214 people, 80 per cent of the 1,634 homes had no well.", [], id="of homes"
        ),
        pytest.param(
            "In the east, 412,311 of the 590,212, or 74 per cent, live in camps.",
            SHARE,
            id="a part, its whole and the share",
        ),
        pytest.param(
            "Of 214 wells, 88 are deep; 61 of the 88, or 69 per cent, are safe.",
            [],
            id="the share of the second whole",
        ),
        pytest.param(
            "In the east, 412,311 of the 590,212, or 74 per cent of those known, live in camps.",
            [],
            id="the share of others",
        ),
        pytest.param(
            "In the east, 412,311 of the 590,212, or 74 per cent in towns, live in camps.",
            [],
            id="the share in some places",
        ),
        pytest.param(
            "We got USD 1.45 million, or 40 per cent, of the required USD 3.06 million.",
            SHARE,
            id="of a whole behind",
        ),
        pytest.param(
            "We got USD 1.45 million, or 47 per cent, of the required USD 3.06 million.",
            [],
            id="of a whole behind, right",
        ),
        pytest.param(
            "We got USD 1.45 million, or 40 per cent, of the town and USD 3.06 million of"
            " the state.",
            [],
            id="of two, and another amount",
        ),
        pytest.param(
            "We paid USD 850.4 million, with USD 386.6 million (48.5 per cent) going to towns.",
            SHARE,
            id="an amount and its share, but for a slip",
        ),
        pytest.param(
            "We paid USD 850.4 million, with USD 386.6 million (45.5 per cent) going to towns.",
            [],
            id="an amount and its share, right",
        ),
        pytest.param(
            "Assets reached EUR 640.2 million, and equity EUR 264.3 million (43.1%).",
            [],
            id="another amount, and its share",
        ),
        pytest.param(
            "Sales of 812.4 million left a profit of 112.3 million (18.3 per cent).",
            [],
            id="another amount without a currency",
        ),
        pytest.param(
            "We paid USD 850.4 million, with USD 386.6 million (41.2 per cent) going to towns.",
            [],
            id="the share of another amount",
        ),
        pytest.param(
            "Pay fell from USD 850.4 million to USD 386.6 million (54.5 per cent).",
            [],
            id="by how much it fell",
        ),
        pytest.param(
            "We sold for USD 850.4 million and paid USD 386.6 million (48.5 per cent of costs).",
            [],
            id="a share of something named",
        ),
        pytest.param(
            "Lorn: 74 échantillons analysés (positivité 34,1 % ; n=23).",
            SHARE,
            id="a share with its number",
        ),
        pytest.param(
            "Lorn: 74 échantillons analysés (positivité 31,1 % ; n=23).",
            [],
            id="a share with its number, right",
        ),
        pytest.param(
            "Lorn: 740 écoles vues (précision 34,1 % ; n=230 élèves).",
            [],
            id="the number of another sample",
        ),
        pytest.param(
            "Lorn : 78 cas dont 18 décès, létalité 28,1 %.",
            SHARE,
            id="a rate behind its part",
        ),
        pytest.param(
            "Lorn : 78 cas dont 18 décès, létalité 23,1 %.",
            [],
            id="a rate behind its part, right",
        ),
        pytest.param(
            "The clinic saw 412 cases, of which 31 children, and cured 82.4 per cent.",
            [],
            id="a rate of all",
        ),
        pytest.param(
            "In 2033, 65 per cent of reporting country offices (80 of 129) did.",
            SHARE,
            id="of a long name",
        ),
        pytest.param(
            "In 2033, 62 per cent of reporting country offices (80 of 129) did.",
            [],
            id="of a long name, right",
        ),
        pytest.param(
            "Turnout was 62 per cent nationally and northern towns did better (65 of 100).",
            [],
            id="of another clause",
        ),
        pytest.param(
            "It won 62 per cent of voters last year against fewer this year (60 of 100).",
            [],
            id="of another year",
        ),
        pytest.param(
            "Les zones ont rapporté (complétude : 7/10 : 73,0 %).",
            SHARE,
            id="a ratio and its share",
        ),
        pytest.param(
            "La note est 7/10 : 73,0 % des lecteurs la lisent.",
            [],
            id="a ratio before a sentence",
        ),
        pytest.param("Ratings improved: meals 4/5: 78%, said guests.", [], id="a score"),
        pytest.param("We paid for 3/4: 72%; the rest later.", [], id="a ratio in no brackets"),
        pytest.param(
            "States gave 82 per cent (USD 2.70 million) of all and firms gave 11 per cent"
            " (USD 317.3 thousand).",
            SHARE,
            id="shares of both together",
        ),
        pytest.param(
            "States gave 89 per cent (USD 2.70 million) of all and firms gave 11 per cent"
            " (USD 317.3 thousand).",
            [],
            id="shares of both together, right",
        ),
        pytest.param(
            "Lorn sold 61 per cent (USD 2.70 million) of its gas and Arl 11 per cent (USD"
            " 317.3 thousand) of its coal.",
            [],
            id="shares of two things",
        ),
        pytest.param(
            "Exports were USD 2.10 billion (42 per cent of GDP) and imports USD 1.40 billion"
            " (40.0 per cent).",
            [],
            id="a share of something named, and another",
        ),
        pytest.param(
            "Of the ill, 120 (40 per cent) were female; 180 (56 per cent) were under five.",
            [],
            id="shares of people who are counted twice",
        ),
        pytest.param(
            "Tax rose USD 60 million (60 per cent) and fees USD 40 million (43 per cent).",
            [],
            id="growth of two things",
        ),
        pytest.param(
            "Roads took USD 60 million (60 per cent) and schools USD 40 million (52 per cent).",
            [],
            id="shares of two wholes",
        ),
    ],
)
def test_a_share_a_multiple_and_a_product(found: Audit, text: str, codes: Told) -> None:
    assert told(found(f"# Lorn\n\n{text}\n")) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param("We met 1,172 people (318 men and 854 women).", [], id="right"),
        pytest.param("We met 1,248 people (318 men and 854 women).", TOTAL, id="men and women"),
        pytest.param("On a vu 1 248 personnes (318 hommes, 854 femmes).", TOTAL, id="French"),
        pytest.param("We met 1,248 people (318 teachers and 854 nurses).", [], id="not all"),
        pytest.param("We met 1,182 people (318 teachers and 854 nurses).", TOTAL, id="a slip"),
        pytest.param("We met 1,182 people (among them 318 men and 9 nurses).", [], id="some"),
        pytest.param("Of 38 jobs, 21 are done, 11 begun and 6 put off.", [], id="of, right"),
        pytest.param(
            "Of 38 jobs, 21 are done, 11 begun and 8 put off.",
            [("total_mismatch", "info")],
            id="of, a slip",
        ),
        pytest.param("Of 38 people, 21 are ill and 19 old.", [], id="of, both"),
        pytest.param("We met 318 men and 854 women, a total of 1,182.", TOTAL, id="total behind"),
        pytest.param("We met 318 men and 854 women, a total of 1,172.", [], id="right behind"),
        pytest.param("Half (51%) (5% said no, and 18% did not say) agreed.", [], id="own brackets"),
        pytest.param(
            "We met 2,032 children (318 boys, 854 girls) and 860 adults.", [], id="and others"
        ),
        pytest.param(
            "It trained 1,863 nurses in 2031, 2,242 in 2032 and 1,151 in early 2033, 5,526 in all.",
            TOTAL,
            id="in all, behind",
        ),
        pytest.param(
            "We drilled 214 wells: 88 in Kenya, 61 in Uganda, 42 in Rwanda and 32 in Burundi.",
            TOTAL,
            id="places that are more than their whole",
        ),
        pytest.param(
            "We drilled 214 wells: 88 in 2030, 61 in 2031, 42 in 2032 and 32 in 2033.",
            TOTAL,
            id="years that are more than their whole",
        ),
        pytest.param(
            "We saw 214 patients: 88 with fever, 61 with cough, 42 with rash and 32 with pain.",
            [],
            id="one has two of them",
        ),
        pytest.param(
            "We run 214 clinics: 88 give vaccines, 61 give food, 42 give tests and 32 all of it.",
            [],
            id="one does two of them",
        ),
        pytest.param(
            "We saw 214 homes: 88 in Kenya had wells, 61 in Uganda mills, 42 in Rwanda ovens and"
            " 32 in Burundi boats.",
            [],
            id="places, and more",
        ),
        pytest.param(
            "We taught 214 pupils: 88 in English, 61 in French, 42 in Maths and 32 in Art.",
            [],
            id="one learns two of them",
        ),
        pytest.param(
            "There are 31 rangers and 12 guides, 45 in total with the cooks.", [], id="with others"
        ),
        pytest.param(
            "We held 120 courses: 80 for nurses, 45 for doctors and 30 for both.", [], id="overlap"
        ),
        pytest.param(
            "It hit 186,400 people in three states: 84,200 in Kenya, 63,900 in Uganda and 42,300 in"
            " Malawi.",
            TOTAL,
            id="in so many places",
        ),
        pytest.param(
            "It hit 186,400 people in two states: 84,200 in Kenya, 63,900 in Uganda and 42,300 in"
            " Malawi.",
            [],
            id="in so many others",
        ),
        pytest.param(
            "It hit 12,400 people in three states: 4,200 houses fell and 900 roads closed.",
            [],
            id="in so many places, of others",
        ),
        pytest.param("12,480 homes, of which 4,130 fell and 8,530 broke.", TOTAL, id="of which"),
        pytest.param("12,480 homes, of which 4,130 fell and 6,530 broke.", [], id="of which some"),
        pytest.param(
            "We met 25,557 children (15,847 boys, 6,252 girls, 458 of unknown sex).",
            TOTAL,
            id="boys, girls and others",
        ),
        pytest.param(
            "We met 22,557 children (15,847 boys, 6,252 girls, 458 of unknown sex).",
            [],
            id="boys, girls and others, right",
        ),
        pytest.param(
            "We met 47 people (30 children, 8 women and 7 men).", TOTAL, id="children and two sexes"
        ),
        pytest.param(
            "We met 12 (4 men, 5 girls, 3 boys) and lost 39 (10 men, 1 woman, 8 girls, 17 boys).",
            TOTAL,
            id="one woman; what is missing is a part of others",
        ),
        pytest.param(
            "We met 60 people (35 girls, 25 boys, 18 adults).", [], id="two sexes are all of them"
        ),
        pytest.param("We met 60 children: 35 girls, 25 boys, 8 infants.", [], id="of either sex"),
        pytest.param(
            "We have 118 staff (60 women, 58 men, 4 adults on leave).", [], id="some on leave"
        ),
        pytest.param(
            "We met 60 people (35 men, 25 women; 8 children).", [], id="children of either sex"
        ),
        pytest.param(
            "We met 1,840 people (960 women, 880 men, 120 of them new).",
            [],
            id="women, men, and some of them",
        ),
        pytest.param(
            "We saw 25,557 farmers (12,110 women, 3,420 young people).",
            [],
            id="women and young people",
        ),
        pytest.param(
            "We saw 35,990 thefts, 30,705 of them in towns and 2,285 elsewhere.",
            TOTAL,
            id="of them, but for a slip",
        ),
        pytest.param(
            "We saw 35,990 thefts, 12,705 of them in towns and 9,285 on farms.",
            [],
            id="some of them",
        ),
        pytest.param(
            "It gained USD 17.7 million. Of these gains, USD 7.6 million is rent, USD 1.8"
            " million fees and USD 5.3 million other.",
            [("total_mismatch", "warning")],
            id="of these",
        ),
        pytest.param(
            "It gained USD 14.7 million. Of these gains, USD 7.6 million is rent, USD 1.8"
            " million fees and USD 5.3 million other.",
            [],
            id="of these, right",
        ),
        pytest.param(
            "It gained USD 17.7 million. Of these gains, USD 7.6 million is rent and USD"
            " 4.1 million fees.",
            [],
            id="of these, some",
        ),
        pytest.param(
            "We reach 3,426 people. Of these, 2,187 are rural and 1,539 urban.",
            [("total_mismatch", "warning")],
            id="of these, a slip in a part",
        ),
        pytest.param(
            "We reach 3,426 people. Of these, 1,187 are rural and 1,039 young.",
            [],
            id="of these, people told twice",
        ),
        pytest.param(
            "386,329 people came. That figure includes 59,217 from Arl and 297,112 from Brom.",
            [("total_mismatch", "info")],
            id="that figure includes",
        ),
        pytest.param(
            "3 426 personnes sont venues. Parmi elles, 2 187 vivent en ville et 1 539 ailleurs.",
            [("total_mismatch", "info")],
            id="parmi elles",
        ),
        pytest.param(
            "The store keeps 5,436 items. These comprise 2,118 drugs and 3,718 devices.",
            [("total_mismatch", "warning")],
            id="these comprise, of several sorts",
        ),
        pytest.param(
            "We lent 318 books. These include 104 novels and 264 readers came.",
            [],
            id="short numbers of other things",
        ),
        pytest.param(
            "We reach 3,426 people. Rain fell. Of these, 2,187 are rural and 1,539 urban.",
            [],
            id="of what another sentence told",
        ),
        pytest.param(
            "We trained 12,450 people. They include 6,230 women and 5,220 children.",
            [("total_mismatch", "info")],
            id="they include some",
        ),
        pytest.param(
            "We saw 8,412 crashes. Of these, 5,112 caused damage and 3,200 hurt people.",
            [("total_mismatch", "info")],
            id="of these, with a verb each",
        ),
        pytest.param(
            "El plan suma 3.426 camas. Incluye 2.187 camas nuevas y 1.539 usadas.",
            [],
            id="a plan that includes, in Spanish",
        ),
        pytest.param(
            "We lent 3,426 books. Of this year, 2,187 books are novels and 1,539 plays.",
            [],
            id="of this year",
        ),
    ],
)
def test_a_whole_and_its_parts(found: Audit, text: str, codes: Told) -> None:
    assert told(found(f"# Lorn\n\n{text}\n")) == codes


YEARS = """# A plan for Kenya 2031-2033

Shelter in Kenya costs USD {whole} million in 2031-2033.

## Years

Shelter in Kenya costs USD 5.53 million in 2031.

## Next

Shelter in Kenya costs USD 5.16 million in 2032.

## Last

Shelter in Kenya costs USD 3.52 million in 2033.
"""


@pytest.mark.parametrize(("whole", "codes"), [("14.21", []), ("14.61", TOTAL)])
def test_a_period_and_its_years(found: Audit, whole: str, codes: Told) -> None:
    assert told(found(YEARS.format(whole=whole))) == codes


YEARS_OF_A_SENTENCE = (
    "USD 20.4 million is needed in 2032, USD 14.3 million in 2033 and USD 10.1 million in 2034,"
    " in all USD {whole} million for 2032-2034."
)


@pytest.mark.parametrize(("whole", "codes"), [("44.8", []), ("45.8", TOTAL)])
def test_a_period_and_its_years_in_one_sentence(found: Audit, whole: str, codes: Told) -> None:
    assert told(found(YEARS_OF_A_SENTENCE.format(whole=whole))) == codes


@pytest.mark.parametrize(
    "text",
    [
        (
            "The Office paid USD 2.3 million in 2032 and USD 5.1 million in 2033, and for"
            " 2032-2033 it had planned USD 7.7 million."
        ),
        (
            "Members gave USD 2.3 million in 2032 and USD 5.1 million in 2033, against needs of"
            " USD 7.7 million for 2032-2033."
        ),
        (
            "Farmers grew 230 tonnes in 2032 and 510 tonnes in 2033, while 770 tonnes were sold in"
            " 2032-2033."
        ),
        (
            "We need USD 2.3 million in 2032, USD 5.1 million in 2033 and, with fees,"
            " USD 7.7 million in 2032-2033."
        ),
    ],
)
def test_a_period_of_something_else(found: Audit, text: str) -> None:
    assert told(found(text)) == []


PRODUCT = [("product_mismatch", "warning")]
MULTIPLE = [("multiple_mismatch", "warning")]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param("We give 3,415 homes a grant of USD 180 each, or USD 614,700.", [], id="each"),
        pytest.param(
            "We give 3,415 homes a grant of USD 180 each, or USD 641,700.", PRODUCT, id="not each"
        ),
        pytest.param(
            "We give 3,415 homes USD 180 each, a total of USD 641,700.", PRODUCT, id="in all"
        ),
        pytest.param(
            "We gave 3,415 homes USD 180 each, and the Office paid USD 641,700 for boats.",
            [],
            id="each, and something else",
        ),
        pytest.param(
            "At USD 51.3 million, tents take 3 times the budget of health, USD 17.1 million.",
            [],
            id="times",
        ),
        pytest.param(
            "At USD 51.3 million, tents take 3.4 times the budget of health, USD 17.1 million.",
            MULTIPLE,
            id="not so many times",
        ),
        pytest.param("Los casos se triplicaron, de 39 a 217.", MULTIPLE, id="tripled"),
        pytest.param(
            "Of the 920 cases, 903 (98%) were tested and 547 (61%) were ill.", [], id="of the last"
        ),
        pytest.param(
            "Of the 920 cases, 903 (98%) were tested and 547 (65%) were ill.", SHARE, id="of none"
        ),
        pytest.param(
            "Des cas, 54 pour cent sont des femmes et 48 pour cent sont des hommes.",
            SHARE,
            id="halves",
        ),
        pytest.param(
            "Des cas, 52 pour cent sont des femmes et 48 pour cent sont des hommes.",
            [],
            id="right halves",
        ),
        pytest.param(
            "Women make up 52 per cent of the staff, and men 44 per cent.", SHARE, id="make up"
        ),
        pytest.param(
            "It is even, with women making up 55 per cent of the staff, and men making up 48.0 "
            "per cent.",
            SHARE,
            id="making up",
        ),
        pytest.param(
            "With women making up 55 per cent of recruits, and men making up 48 per cent of those "
            "who left, it shrank.",
            [],
            id="making up others",
        ),
        pytest.param(
            "Of smokers, 52 per cent are women and of drinkers, 44 per cent are men.",
            [],
            id="halves of two wholes",
        ),
        pytest.param(
            "Of teachers, 62 per cent are women, whereas of heads, 51 per cent are men.",
            [],
            id="halves of two wholes, against each other",
        ),
        pytest.param(
            "Las mujeres representan el 54 por ciento del personal y los hombres el 48 por ciento.",
            SHARE,
            id="make up, in Spanish",
        ),
        pytest.param(
            "Women make up 52 per cent of the staff, men 44 per cent and 4 per cent told nothing.",
            [],
            id="halves, and others",
        ),
        pytest.param(
            "Women make up 52 per cent of cooks and, among pilots, men make up 44 per cent.",
            [],
            id="of others",
        ),
        pytest.param(
            "Unemployment among women is 52 per cent and among men 44 per cent.", [], id="rates"
        ),
        pytest.param(
            "The literacy rate of women is 48 per cent and that of men is 59 per cent.",
            [],
            id="the rate of each",
        ),
        pytest.param("Literacy: women 48 per cent, men 59 per cent.", [], id="rates, by sex"),
        pytest.param(
            "It fell for both (girls 48 per cent, boys 59 per cent).", [], id="rates of both"
        ),
        pytest.param("Coughs were told by 48% (women) and 59% (men).", [], id="in brackets"),
        pytest.param(
            "Loans are rarer among women (48 per cent) than among men (59 per cent).",
            [],
            id="rates in brackets",
        ),
        pytest.param(
            "Of the women, 45 per cent smoke, and of the men, 52 per cent.", [], id="of each"
        ),
        pytest.param(
            "Chez les femmes 48 pour cent et chez les hommes 57 pour cent savent lire.",
            [],
            id="of each, in French",
        ),
        pytest.param(
            "Women are 48 per cent more likely to fall ill, men 44 per cent.", [], id="likelier"
        ),
        pytest.param(
            "Jobs of women account for 48 per cent and those of men for 59 per cent.",
            [],
            id="what each has",
        ),
    ],
)
def test_how_else_it_is_said(found: Audit, text: str, codes: Told) -> None:
    assert told(found(text)) == codes


TOLD_BEFORE = "In 2031 it had USD 74.7 million for grants. "


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param(
            "States gave USD 47.1 million (66 per cent), and firms gave USD 27.6 million.",
            SHARE,
            id="of the sum of both",
        ),
        pytest.param(
            "States gave USD 47.1 million (63 per cent), and firms gave USD 27.6 million.",
            [],
            id="of the sum of both, right",
        ),
        pytest.param(
            "Roads took USD 47.1 million (66 per cent borrowed), and ports USD 27.6 million.",
            [],
            id="of the part",
        ),
        pytest.param(
            "States gave USD 47.1 million (36 per cent), and firms gave USD 22.6 million.",
            [],
            id="no sum",
        ),
        pytest.param(
            "Of these grants, USD 14.2 million (19 per cent) went to schools and USD 2.6 million "
            "(3.8 per cent) to clinics.",
            SHARE,
            id="of what opens the sentence",
        ),
        pytest.param(
            "Of these grants, USD 14.2 million (19 per cent) went to schools and USD 2.6 million "
            "(3.5 per cent) to clinics.",
            [],
            id="of what opens the sentence, right",
        ),
        pytest.param(
            "Of the rice, USD 14.2 million (31 per cent) was sold and USD 2.6 million (3.8 per "
            "cent) lost.",
            [],
            id="of what is not told",
        ),
    ],
)
def test_shares_of_an_amount_told_before(found: Audit, text: str, codes: Told) -> None:
    assert told(found(TOLD_BEFORE + text)) == codes


BY_TURNS = """# Relief in Lorn 2031

In 2031, water took USD 764.0 million, or 52.8 per cent. In 2031, roads took USD 469.0 million, or
{share} per cent.

Table 1. Relief (USD million)

| Sector | 2031 |
|---|---|
| Water | 764.0 |
| Roads | 469.0 |
| Schools | 214.4 |
| Total | 1,447.4 |
"""


@pytest.mark.parametrize(("share", "codes"), [("32.4", []), ("32.0", SHARE)])
def test_shares_of_a_total_elsewhere(found: Audit, share: str, codes: Told) -> None:
    assert told(found(BY_TURNS.format(share=share))) == codes


NAMED = """# Relief in Lorn 2031

In 2031, spending on staff wages is USD 32.7 million.

## Guards

In 2031, guards cost USD 5.5 million, or {share} per cent, of the staff wages.
"""


@pytest.mark.parametrize(("share", "codes"), [("16.8", []), ("10", SHARE)])
def test_shares_of_a_whole_that_is_named(found: Audit, share: str, codes: Told) -> None:
    assert told(found(NAMED.format(share=share))) == codes
