"""Who is in need, targeted or reached, and what is required or funded: in text and in tables."""

from collections.abc import Callable

import pytest

P = pytest.param
Holds = Callable[[str, str, dict[str, object]], None]

VERB, LISTED, SUM = "status.verb", "status.list", "status.verb_of_sum"

CASES = [
    P(
        "In total, 139 people received food and nets, 84 people healthcare and 46 children milk.",
        "139",
        ("reached", VERB),
        id="who received something",
    ),
    P(
        "In total, 139 people received food and nets, 84 people healthcare and 46 children milk.",
        "84",
        ("reached", LISTED),
        id="who follows in a list without a verb",
    ),
    P("The yards reached some 760 people.", "760", ("reached", VERB), id="whom a verb reached"),
    P("They plan to assist 270 families.", "270", ("targeted", VERB), id="whom they will reach"),
    P("The yards will reach 271 families.", "271", ("targeted", VERB), id="whom they will"),
    P("Some 272 children will be assisted.", "272", ("targeted", VERB), id="who will be"),
    P(
        "About 229 people on the coast require life-saving assistance.",
        "229",
        ("in_need", VERB),
        id="who needs help",
    ),
    P("Nets were given to 2,600 families.", "2,600", None, id="no verb that tells"),
    P("They provided nets to 261 men.", "261", ("reached", VERB), id="who was given something"),
    P("They will provide nets to 262 men.", "262", ("targeted", VERB), id="who will be given"),
    P("They hope providing nets to 263 men helps.", "263", None, id="who may be given"),
    P("Some 264 men will receive nets.", "264", ("targeted", VERB), id="who will receive"),
    P("Some 265 men often receive nets.", "265", None, id="who receives at times"),
    P("Yards plan to provide nets to 266 men.", "266", ("targeted", VERB), id="who is meant"),
    P("They never provided nets to 268 men.", "268", None, id="who was never given a thing"),
    P("No yard provided nets to 269 men.", "269", None, id="whom nobody gave a thing"),
    P("They would have provided nets to 273 men.", "273", None, id="who would have been"),
    P("They claim to have provided nets to 274 men.", "274", None, id="who is said to have been"),
    P("They gave no nets to 275 men.", "275", None, id="who was given nothing"),
    P("The tide gave rise to camps for 276 men.", "276", None, id="a verb that gives nothing"),
    P("The court gave sentences to 277 men.", "277", None, id="who is given what is no help"),
    P("They refused to provide nets to 278 men.", "278", None, id="who was refused"),
    P("They tried to distribute 9 nets to 279 men.", "279", None, id="what was only tried"),
    P("Plans to provide nets to 281 men were dropped.", "281", None, id="a plan dropped"),
    P("They do not plan to provide nets to 282 men.", "282", None, id="no plan"),
    P("Some 283 men will receive no nets.", "283", None, id="who will receive nothing"),
    P("Some 284 men will receive fines.", "284", None, id="who will receive no help"),
    P("None of the 285 men will receive nets.", "285", None, id="none of them"),
    P("Donors gave EUR 351.", "EUR 351", ("funded", SUM), id="what was given"),
    P("Donors will give EUR 352.", "EUR 352", None, id="what will be given"),
    P("The men gave EUR 353.", "EUR 353", None, id="what people spend"),
    P("EUR 361 is needed for boats.", "EUR 361", ("required", SUM), id="what is needed"),
    P("EUR 362 is now being sought.", "EUR 362", ("required", SUM), id="what is sought"),
    P("So far EUR 354 was donated.", "EUR 354", ("funded", SUM), id="what was donated"),
    P("The yards seek EUR 355.", "EUR 355", ("required", SUM), id="what is asked for"),
    P("The yards are calling for EUR 356.", "EUR 356", ("required", SUM), id="what is called for"),
    *(
        P(f"{text}.", f"EUR {n}", ("funded", SUM), id=text)
        for n, text in [
            (371, "Norland contributed EUR 371 to the appeal"),
            (372, "Norland contributed EUR 372 in cash"),
        ]
    ),
    *(
        P(f"{text}.", f"EUR {n}", None, id=text)
        for n, text in [
            (373, "No donor gave EUR 373"),
            (374, "The fund gave EUR 374 less than in May"),
            (375, "Fishing contributed EUR 375 to output"),
            (376, "The yard contributed EUR 376 in tax"),
            (377, "The crew called EUR 377 an insult"),
            (378, "The museum asked EUR 378 for a ticket"),
            (379, "EUR 379 was not requested"),
            (381, "The plan needed EUR 381 less"),
            (382, "The yards seek EUR 382 in damages"),
            (383, "The yards do not need EUR 383"),
        ]
    ),
    P("Families need EUR 357 a month.", "EUR 357", None, id="what people need to live"),
    P("The boats cost EUR 358.", "EUR 358", None, id="a price"),
    P("Cover benefits up to 135 families.", "135", None, id="how many at most"),
    P("In May, 414 boats reached the coast.", "414", None, id="things that reach a place"),
    P("The sheds were reached by 93 deaths.", "93", None, id="events"),
    P(
        "They achieved 80 per cent of their targets.",
        "80 per cent",
        None,
        id="a share of a target is none",
    ),
    P("The plan is costed at EUR 350.", "EUR 350", ("required", "status.lead"), id="what it costs"),
    P(
        "The plan had received EUR 145, or 47 per cent, of what it asked for.",
        "47 per cent",
        ("funded", "status.restated"),
        id="a share that says a sum again",
    ),
    P(
        "Le fonds a atteint 310 personnes, dont 41 enfants.",
        "310",
        ("reached", VERB),
        id="in French",
    ),
    P("Trois patients atteints de la grippe sont là.", "Trois", None, id="who is ill, in French"),
    P(
        "Last week, 38 families had yet to be visited and not been reached.",
        "38",
        None,
        id="not reached",
    ),
    P("The number of its users reached 2,300 members.", "2,300", None, id="a number that reaches"),
    P("It let the number of users to reach 900 people.", "900", None, id="a level to reach"),
    P(
        "In March, a number of clubs reached 310,000 people with food aid.",
        "310,000",
        ("reached", VERB),
        id="some who reach people",
    ),
    P(
        "The growing number of partners reached 12,700 children.",
        "12,700",
        ("reached", VERB),
        id="a number of others than those reached",
    ),
    P(
        "Help to the population has reached 4,100 people.",
        "4,100",
        ("reached", VERB),
        id="a population under another noun",
    ),
    P(
        "Hot soup for the camp population reached 950 people.",
        "950",
        ("reached", VERB),
        id="for a population",
    ),
    P("The camp population reached 950 people.", "950", None, id="a population that reaches"),
    P(
        "Some 310 people without tents received blankets.",
        "310",
        ("reached", VERB),
        id="people who lack something else",
    ),
    P(
        "By May 5,100 people with no other wages were supported.",
        "5,100",
        ("reached", VERB),
        id="people who have no other",
    ),
    P(
        "Some 420 people who had not been uprooted received soup.",
        "420",
        ("reached", VERB),
        id="a negation of another verb",
    ),
    P("Some 430 people have never been reached.", "430", None, id="a negation among auxiliaries"),
    P("The threshold will be raised to USD 8,000.", "USD 8,000", None, id="a level is raised"),
    P(
        "The team raised USD 8,000.",
        "USD 8,000",
        ("funded", "status.indicator"),
        id="money is raised",
    ),
    P("Each household received USD 86.", "USD 86", None, id="what a household received"),
    *(
        P(text, quote, ("funded", "status.indicator"), id=text)
        for text, quote in [
            ("A total of USD 14 million was raised by the gala.", "USD 14 million"),
            ("USD 6 million has been raised from guests.", "USD 6 million"),
            ("The club has raised to date USD 7 million.", "USD 7 million"),
            ("Feed the Children received USD 9 million from guests.", "USD 9 million"),
            ("Orn Women received USD 9 million.", "USD 9 million"),
            ("The Office for Refugees received USD 4 million.", "USD 4 million"),
            ("The club's scheme for refugees received USD 8 million.", "USD 8 million"),
        ]
    ),
    P("The fee was raised by USD 40.", "USD 40", None, id="a level is raised by an amount"),
    P("Refugees received USD 45.", "USD 45", None, id="people that open a sentence"),
    P("The plan is 9 per cent funded.", "9 per cent", ("funded", "status.indicator"), id="so far"),
    P("Just 12 per cent have funded these plans.", "12 per cent", None, id="a share that funds"),
    P("The fund supported 800 farmers in six towns.", "six", None, id="where people are reached"),
]


@pytest.mark.parametrize(("sentence", "quote", "status"), CASES)
def test_status(sentence: str, quote: str, status: object, holds: Holds) -> None:
    holds(f"# Tide plan\n\n{sentence}\n", quote, {"status": status})


TABLE = """\
# Tide plan

Table 1. People in need and people targeted

| Sector | Requirements (USD) | % funded | Gap (USD) | Boys |
|---|---|---|---|---|
| Water | 1,250 | 27 | 912 | 33 |
"""


TITLED = """\
# Tide plan

Table 1. People exposed and people targeted

| Town | Quarters | People exposed | People targeted |
|---|---|---|---|
| Lorn | 8 | 412 | 413 |

Table 2. People reached

| Town | Men | Women | Total reached |
|---|---|---|---|
| Lorn | 414 | 415 | 829 |

Table 3. Funding

| Sector | Received (%) | Households that received nets (%) |
|---|---|---|
| Water | 42 | 43 |

Table 4. People reached by town

| Town | People reached | Women | Men |
|---|---|---|---|
| Lorn | 831 | 416 | 417 |

Table 5. Requirements by sector (USD)

| Sector | Required | 2030 | 2031 |
|---|---|---|---|
| Water | 832 | 418 | 419 |

Table 6. People reached by yard

| Town | Reached | Targeted | Boys |
|---|---|---|---|
| Lorn | 833 | 834 | 421 |
"""


@pytest.mark.parametrize(
    ("quote", "status"),
    [
        P("412", None, id="a title of two columns, one of them targeted"),
        P("413", ("targeted", "status.table_header"), id="that one"),
        P("8", None, id="a column of neither"),
        P("414", ("reached", "status.table_title"), id="a part of a total that tells it"),
        P("417", ("reached", "status.table_title"), id="a part of a column that tells it"),
        P("419", ("required", "status.table_title"), id="a year of sums beside them all"),
        P("421", None, id="a column beside those of two statuses"),
        P("42", ("funded", "status.table_header"), id="a share of money"),
        P("43", None, id="a share of people, who received goods"),
    ],
)
def test_status_of_a_title(quote: str, status: object, holds: Holds) -> None:
    holds(TITLED, quote, {"status": status})


STAGES = """\
# Tide plan

| Indicator | Baseline | Target | Achieved |
|---|---|---|---|
| Number of targeted families with nets | 41 | 90 | 72 |

## Nets

| Indicator | Actual |
|---|---|
| Number of families with nets | 55 |
"""


@pytest.mark.parametrize(
    ("quote", "status"),
    [
        P("41", None, id="at the start"),
        P("90", ("targeted", "status.table_header"), id="the target"),
        P("72", ("reached", "status.achieved"), id="what was achieved of it"),
        P("55", None, id="nothing to hold it to"),
    ],
)
def test_status_of_a_stage(quote: str, status: object, holds: Holds) -> None:
    holds(STAGES, quote, {"status": status})


@pytest.mark.parametrize(
    ("quote", "status"),
    [
        ("1,250", ("required", "status.table_header")),
        ("27", ("funded", "status.table_header")),
        ("912", None),
        ("33", None),
    ],
)
def test_status_in_table(quote: str, status: object, holds: Holds) -> None:
    holds(TABLE, quote, {"status": status})


OTHERS = """\
# Tide plan

## Who is reached

| Town | Population | People exposed | % exposed | Men | To be assisted | Families to be supported |
|---|---|---|---|---|---|---|
| Lorn | 610 | 62 | 63 | 64 | 65 | 66 |

## Affected people reached

| Town | Affected men | Refugee population |
|---|---|---|
| Lorn | 67 | 68 |
"""


@pytest.mark.parametrize(
    ("quote", "status"),
    [
        P("610", None, id="who live there"),
        P("62", None, id="who is exposed"),
        P("63", None, id="a share of them"),
        P("64", ("reached", "status.table_title"), id="those of the heading"),
        P("65", ("targeted", "status.table_header"), id="yet to come"),
        P("66", ("targeted", "status.table_header"), id="yet to come, by another verb"),
        P("67", ("reached", "status.table_title"), id="a state that the heading tells too"),
        P("68", ("reached", "status.table_title"), id="a group by its name"),
    ],
)
def test_status_of_a_heading(quote: str, status: object, holds: Holds) -> None:
    holds(OTHERS, quote, {"status": status})


@pytest.mark.parametrize(
    ("sentence", "heads", "statuses"),
    [
        (
            "The council of the port printed what it knows of the boats.",
            ("People who will be reached", "People to be assisted", "People assisted"),
            ("targeted", "targeted", "reached"),
        ),
        (
            "Le conseil du port a publié son rapport sur les bateaux de la côte et les filets.",
            ("Ménages à soutenir", "Ménages qui seront assistés", "Ménages assistés"),
            ("targeted", "targeted", "reached"),
        ),
        (
            "El consejo del puerto publicó su informe sobre los barcos de la costa y las redes.",
            ("Familias que serán atendidas", "Familias por atender", "Familias atendidas"),
            ("targeted", "targeted", "reached"),
        ),
        (
            "El consejo del puerto publicó su informe sobre los barcos de la costa y las redes.",
            ("Población meta", "Situación actual", "Actual"),
            ("targeted", None, None),
        ),
        (
            "The council of the port printed what it knows of the boats.",
            ("Target", "Actual need", "Actual"),
            ("targeted", None, "reached"),
        ),
    ],
    ids=["en", "fr", "es", "current in Spanish", "actual in English"],
)
def test_status_of_what_is_still_to_come(
    sentence: str, heads: tuple[str, ...], statuses: tuple[str | None, ...], bind: Callable
) -> None:
    rows = "| Indicator | {} | {} | {} |\n|---|---|---|---|\n| Nets | 71 | 72 | 73 |"
    memo = f"# Tide\n\n{sentence}\n\n{rows.format(*heads)}\n"
    found = [bind(memo, quote)["status"] for quote in ("71", "72", "73")]
    assert tuple(said and said[0] for said in found) == statuses


def test_deaths_are_not_reached(holds: Holds) -> None:
    memo = "# Tide\n\n| Indicator | Target | Actual |\n|---|---|---|\n| Deaths | 3 | 76 |\n"
    holds(memo, "76", {"status": None})


def test_money_to_be_raised_is_not_funded(holds: Holds) -> None:
    holds("# Tide\n\nUSD 8,100 is to be raised by the club.", "USD 8,100", {"status": None})


@pytest.mark.parametrize(
    ("quote", "status"),
    [
        ("4,300", ("reached", VERB)),
        ("2,100", ("reached", VERB)),
        ("2,200", ("reached", VERB)),
        ("800", None),  # what its bracket holds is no part of it
        ("910", None),
    ],
)
def test_a_bracket_of_parts_keeps_no_group_from_its_verb(
    quote: str, status: object, holds: Holds
) -> None:
    text = (
        "# Tide plan\n\nIn all, 4,300 children (2,100 girls and 2,200 boys) received kits. Some 800"
        " people (see page 3) fled. Of 910 people (60 per cent women), 40 were assisted.\n"
    )
    holds(text, quote, {"status": status})
