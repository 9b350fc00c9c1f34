"""When figures hold: clause, sentence, bracket, captions, headings, wholes."""

from collections.abc import Callable, Mapping

import pytest

P = pytest.param
Holds = Callable[[str, str, dict[str, object]], None]

CASES = [
    P("As of May 2031, 300 wells were dry.", "300", ("2031-05", "as_of.sentence"), id="as of"),
    P("Some 300 wells fell dry in May 2031.", "300", ("2031-05", "as_of.clause"), id="after it"),
    P(
        "In May 2031, the team counted 300 dry wells.",
        "300",
        ("2031-05", "as_of.clause_before"),
        id="before it",
    ),
    P(
        "Losses reached USD 40 million (June 2031).",
        "USD 40 million",
        ("2031-06", "as_of.bracket"),
        id="in a bracket",
    ),
    P(
        "About 300 wells have been dry since March 2029.",
        "300",
        ("2029-03/..", "as_of.clause"),
        id="since: the interval is open",
    ),
    P(
        "Exports of tea rose from 300 tonnes to 450 tonnes in 2030.",
        "300 tonnes",
        None,
        id="what it was before the change has no date",
    ),
    P(
        "Some 300 wells lie below the target of 75 per cent, which was set in 2028.",
        "75 per cent",
        None,
        id="the date of an aside",
    ),
    P(
        "Repairs to the line, 125 km long, began in May 2031.",
        "125 km",
        None,
        id="the date of the verb after an aside",
    ),
    P(
        "Losses fell from 19 per cent in 2030 to 3 per cent in 2032, and a visit costs USD 60.",
        "USD 60",
        None,
        id="the date of the clause before",
    ),
    P(
        "By May 2031, 312 of the 445 boats had been mended.",
        "445",
        None,
        id="the whole of what was reached by then",
    ),
    P("Some 300 wells fell dry; 40 boats sank in May 2031.", "300", None, id="of another clause"),
    P(
        "In May 2031, 1,200 families lost nets. Of people, 300 left.",
        "300",
        ("2031-05", "as_of.paragraph"),
        id="of another sentence",
    ),
    P(
        "About 4,200 households (88%) lost nets in May 2031.",
        "88%",
        ("2031-05", "as_of.restated"),
        id="the count that a share says again",
    ),
    P(
        "# Tide plan\n\n## Coast\n\n![Mill](a.jpg)\n\n"
        "*Twelve masons at work on the mill, May 2031. Photo: Ana Brisk*\n",
        "Twelve",
        ("2031-05", "as_of.caption"),
        id="a caption's only date",
    ),
    P(
        "# Tide plan\n\n## Nets in 2031\n\n**400**\n\nNETS LOST\n\n**500**\n\nNETS MENDED\n",
        "500",
        ("2031", "as_of.heading"),
        id="the heading of a key figure",
    ),
]

COMPARED = [
    P("Thefts rose by 21 per cent from 2029.", "21 per cent", None, id="the base of a change"),
    P(
        "In 2030 thefts fell, a 9 per cent drop compared with 2029.",
        "9 per cent",
        ("2030", "as_of.clause_before"),
        id="the base of a comparison",
    ),
    P(
        "In 2030, 62 per cent of posts passed, up from 50 per cent before.",
        "50 per cent",
        None,
        id="what it is held against",
    ),
    P(
        "In 2030, 62 per cent of posts passed, up from 50 per cent in 2029.",
        "50 per cent",
        ("2029", "as_of.clause"),
        id="what it is held against has its own date",
    ),
    P(
        "Between 2020 and 2030, the rate fell from 48 per cent to 17 per cent.",
        "17 per cent",
        ("2030", "as_of.clause_before"),
        id="the last value of a change",
    ),
    P(
        "Between 2020 and 2030, the rate fell from 48 per cent to 17 per cent.",
        "48 per cent",
        ("2020", "as_of.clause_before"),
        id="the first value of a change",
    ),
    P(
        "The rate rose from 9 per cent in 2012-2017 to 15 per cent in 2017-2022.",
        "15 per cent",
        ("2017/2022", "as_of.clause"),
        id="a value with a time of its own",
    ),
    P(
        "Since its founding in 2027, 300 crews were trained.",
        "300",
        ("2027/..", "as_of.clause_before"),
        id="since an event of a year",
    ),
    P(
        "The board has 550 members and became a council in 2031.",
        "550",
        None,
        id="the date of the next thing done",
    ),
    P(
        "An average of 300 crews left daily after the storms began in May 2031.",
        "300",
        None,
        id="the date of a clause that says after what",
    ),
    P(
        "The fund got USD 40 million, while the plan for 2031 lost members.",
        "USD 40 million",
        None,
        id="the date of a clause with while",
    ),
    P(
        "In 2028 the share was 58 per cent, a difference of 14 per cent.",
        "14 per cent",
        None,
        id="a difference of two times",
    ),
    P(
        "The count rests on the census of 2031, and it leaves out 300 crews.",
        "300",
        None,
        id="the date of a noun of the clause before",
    ),
    P(
        "Prices fell by 4 per cent, reversing the rise of the years since 2029.",
        "4 per cent",
        None,
        id="the date of a clause in -ing",
    ),
    P(
        "Crews pay with their feet: in 2032, the way was 34 km, and 300 left at night.",
        "300",
        ("2032", "as_of.clause_before"),
        id="a date that opens what follows a colon",
    ),
    P("Waive the duty of 17 per cent until May 2036.", "17 per cent", None, id="when it ends"),
    P(
        "Some 300 posts are to be lit before the end of 2036.",
        "300",
        ("2036", "as_of.clause"),
        id="before a date",
    ),
]


@pytest.mark.parametrize(("text", "quote", "as_of"), [*CASES, *COMPARED])
def test_as_of(text: str, quote: str, as_of: tuple[str, str] | None, holds: Holds) -> None:
    holds(text, quote, {"as_of": as_of})


@pytest.mark.parametrize(
    ("text", "quote", "date"),
    [
        pytest.param(
            "On 28 March 2031, the fund sent 172 boats (31 of them at night); 100 came back.",
            "100",
            ("2031-03-28", "as_of.opening"),
            id="past a bracket and a semicolon",
        ),
        pytest.param(
            "In May 2031, 172 boats left; in June 2031, 14 did, and of the 44 nets 12 tore.",
            "12",
            None,
            id="another date is told",
        ),
        pytest.param("In Lorn, 172 boats left; 14 stayed.", "14", None, id="no date opens it"),
        pytest.param(
            "(May 2031) Some 172 boats are lost.",
            "172",
            ("2031-05", "as_of.opening"),
            id="a date line in brackets",
        ),
    ],
)
def test_a_date_that_opens_a_sentence_holds_for_all_of_it(
    bind: Callable[[str, str], Mapping[str, object]], text: str, quote: str, date: object
) -> None:
    assert bind(text, quote)["as_of"] == date


IN_MAY = "In May 2031, the port moved 30 boats. "
AS_OF_MAY = "Despite gaps, as of May 2031 the port has moved 30 boats. "
MAY = ("2031-05", "as_of.paragraph")


@pytest.mark.parametrize(
    ("text", "quote", "date"),
    [
        pytest.param(IN_MAY + "It hired 400 guards.", "400", MAY, id="what else was done"),
        pytest.param(
            IN_MAY + "Fees were raised. Some 400 guards were hired.", "400", MAY, id="two later"
        ),
        pytest.param(IN_MAY + "Lorn lost 400 boats.", "400", MAY, id="what happened in a place"),
        pytest.param(IN_MAY + "Some 400 died.", "400", MAY, id="a count as the subject"),
        pytest.param(IN_MAY + "In Lorn, it trained 400 men.", "400", MAY, id="opens with a place"),
        pytest.param(IN_MAY + "Fees also rose by USD 400.", "USD 400", MAY, id="past an adverb"),
        pytest.param(AS_OF_MAY + "Some 400 guards have been hired.", "400", MAY, id="so by then"),
        pytest.param(AS_OF_MAY + "Some 400 guards are ill.", "400", MAY, id="so as of then"),
        pytest.param(
            "[May 2031, Lorn] Rain fell on 30 boats. Some 400 guards are ill.",
            "400",
            MAY,
            id="a date line with its place",
        ),
        pytest.param(
            "[May 2031, Lorn] In 2030, fees fell. Some 400 guards are ill.",
            "400",
            None,
            id="a date line before another time",
        ),
        pytest.param(
            AS_OF_MAY + "Some 30 guards are ill (a decrease from 400).", "400", None, id="before"
        ),
        pytest.param(IN_MAY + "It has 400 guards.", "400", None, id="so now"),
        pytest.param(IN_MAY + "Some 400 guards have been hired.", "400", None, id="so by now"),
        pytest.param(IN_MAY + "The port employs 400 guards.", "400", None, id="does now"),
        pytest.param(IN_MAY + "Two unions support 400 guards.", "400", None, id="do now"),
        pytest.param(
            AS_OF_MAY + "Crews that leave the port continue to have needs, with care (40%) named.",
            "40%",
            None,
            id="goes on now, behind who does",
        ),
        pytest.param(IN_MAY + "It will hire 400 guards.", "400", None, id="to come"),
        pytest.param(AS_OF_MAY + "It will hire 400 guards.", "400", None, id="to come from then"),
        pytest.param(AS_OF_MAY + "Each boat carries 400 nets.", "400", None, id="always so"),
        pytest.param(IN_MAY + "It previously hired 400 guards.", "400", None, id="earlier"),
        pytest.param(IN_MAY + "Some USD 400 was required.", "USD 400", None, id="planned"),
        pytest.param(
            IN_MAY + "Some 30 men are ill. It hired 400 guards.", "400", None, id="left before"
        ),
        pytest.param(IN_MAY + "It then hired 400 guards.", "400", None, id="later"),
        pytest.param(
            IN_MAY + "It hired 12 cooks in June 2031. It paid 400 guards.",
            "400",
            None,
            id="another time was told between",
        ),
        pytest.param(IN_MAY + "\nIt hired 400 guards.", "400", MAY, id="a line that goes on"),
        pytest.param(IN_MAY + "\n\nIt hired 400 guards.", "400", None, id="a new paragraph"),
    ],
)
def test_a_paragraph_goes_on_in_the_time_that_a_sentence_opens_with(
    bind: Callable[[str, str], Mapping[str, object]], text: str, quote: str, date: object
) -> None:
    assert bind(text, quote)["as_of"] == date


AS_OF_JUNE = "As of 30 June 2031, the loan has reached USD 4 million. "


@pytest.mark.parametrize(
    "text",
    [
        "In 2035, the plan will reach 300 schools. The baseline was 40.",
        "From 2033 to 2036, the fund will build 300 wells. It built 40.",
        "By 2035, coverage should be 80%. The coverage was 40 per cent.",
        "As of 30 June 2031, the loan stood at USD 4 million. The dam was built with 40 men.",
        "Wealth at the end of 2007 is USD 4 million. Losses are USD 40.",
        AS_OF_JUNE + "The dam was built with 40 men.",
        *(
            IN_MAY + sentence
            for sentence in (
                "About 40 displaced families live in tents.",
                "Roughly 40 affected towns lack water.",
                "Women and displaced people make up 40 per cent.",
                "Rural displaced families share 40 tents.",
                "The rural displaced families hold 40 tents.",
                "Families displaced by war occupy 40 tents.",
                "Its reserves, held in banks, stand at USD 40.",
                "Most certified farms use 40 litres.",
                "Farmers who planted trees earn USD 40.",
                "Sales had been 40 tonnes under the old owner.",
                "Analysts had rightly predicted 40 per cent.",
                "It could have hired 40 guards.",
                "Over the past decade, it spent USD 40.",
                "The town was founded by 40 families.",
                "To date, 40 were open.",
                "On Monday, it hired 40 guards.",
                "At independence, it had 40 mills.",
                "Some 40 per cent lost goods during the war.",
                "A survey found 40 sick men.",
                "Experts said the port needs 40 cranes.",
                "The baseline was 40 boats.",
                "Boats made of wood cost USD 40.",
                "The remaining boats need 40 repairs.",
            )
        ),
    ],
)
def test_what_may_be_of_another_time_goes_on_in_none(
    bind: Callable[[str, str], Mapping[str, object]], text: str
) -> None:
    quote = next(q for q in ("USD 40.", "40 per cent", "40 tonnes", "40 litres", "40") if q in text)
    assert bind(text, quote.removesuffix("."))["as_of"] is None
