"""When figures of two editions hold: for the plan of a year, as of a day, since the last report."""

import pytest

from extractor.editions.ahead import tells_ahead
from extractor.editions.headlines import is_headline
from extractor.editions.tense import tells_so_far
from tests.editions.conftest import Compared, told, types


@pytest.mark.parametrize(
    ("period", "next_one", "what"),
    [
        ("2031", "2032", ("next_period",)),
        ("2031-2033", "2032-2034", ("revised_up",)),
        ("2031", "2031", ("revised_up",)),
        ("2031", "2035", ("revised_up",)),
    ],
)
def test_what_the_plan_of_a_year_aims_at_is_of_that_year(
    period: str, next_one: str, what: tuple[str, ...], compared: Compared
) -> None:
    text = "# Harbour Response Plan {}\n\n## Food\n\nThe plan targets {} people.\n"
    found = compared(text.format(period, "61,500"), text.format(next_one, "66,900"))
    assert types(found, "61,500") == what


@pytest.mark.parametrize(
    "text",
    [
        "In the last drought 90,000 people were in need.",
        "The 2030 plan required USD 12 million.",
        "The survey found 4,000 children in need.",
        "| Item | Minimum target |\n|---|---|\n| Water a day | 15 litres |",
    ],
)
def test_what_plans_of_two_years_tell_alike_is_of_neither(text: str, compared: Compared) -> None:
    found = compared(*(f"# Plan {year}\n\n## Needs\n\n{text}\n" for year in (2031, 2032)))
    assert {change.types for change in found.figures if change.old} == {("unchanged",)}


def test_what_was_before_is_of_no_plan(compared: Compared) -> None:
    text = "# Plan {}\n\n## Needs\n\nIn the last drought {} people were in need.\n"
    found = compared(text.format(2031, "90,000"), text.format(2032, "95,000"))
    assert types(found, "90,000") == ("revised_up",)


WILL = (
    ("en", "Cash will go to 320 people."),
    ("en", "The Front will train 320 nurses and 41 midwives."),
    ("en", "320 homes in the valley will be repaired."),
    ("en", "Partners shall repair 320 wells."),
    ("en", "In 2031 humanitarian partners in Orn will also train 320 teachers."),
    ("en", "320 homes will be rebuilt by the partners."),
    ("fr", "La campagne touchera 320 enfants."),
    ("fr", "Le ministère de la santé formera 320 infirmiers."),
    ("fr", "320 infirmiers seront recrutés."),
    ("es", "Se distribuirán 320 carpas."),
    ("es", "El ministerio formará a 320 maestros."),
    ("es", "Serán reparadas 320 casas."),
)
WILL_NOT = (
    ("en", "It needs 320 boats, which will be built in Orn."),
    ("en", "The fund gave 320 tents that will be set up."),
    ("en", "320 people fled and will return."),
    ("en", "320 people who will return are in camps."),
    ("en", "The schools that will be rebuilt have 320 pupils."),
    ("en", "It has 320 boats and will buy more."),
    ("en", "By the will of 320 donors."),
    ("en", "320 agencies will hand out cash."),
    ("en", "320 homes destroyed by the storm were rebuilt and will be sold."),
    ("fr", "Le choléra a tué 320 personnes."),
    ("fr", "Le Sahara compte 320 puits."),
    ("fr", "Il emploie 320 médecins, qui recevront des primes."),
    ("es", "Viven allá 320 personas, que recibirán carpas."),
    ("en", "Over its life the dam will water 320 farms."),
    ("en", "Over the next five years, the fund will build 320 homes."),
    ("en", "The ministry will train 320 nurses by the end of the programme."),
    ("en", "The new hospital will hold 320 beds."),
    ("en", "The ministry will build a hospital with 320 beds."),
    ("en", "A school for 320 pupils will be built."),
    ("en", "The sea will drown 320 homes."),
    ("en", "320 homes will be drowned by the sea."),
    ("en", "320 homes will be bought by traders."),
    ("en", "The population of Orn will be 320 thousand."),
    ("en", "Orn will lose 320 farms to the sea."),
    ("en", "Without aid, 320 children will be hungry."),
    ("en", "320 children will be hungry."),
    ("en", "If the rain fails, partners will feed 320 families."),
    ("en", "The government will not close 320 schools."),
    ("en", "Each village will receive 320 cows."),
    ("en", "The ministry will give each village 320 cows."),
    ("en", "The ministry will continue to employ 320 teachers."),
    ("en", "The ministry will repair the 320 wells."),
    ("en", "The bridge of the ministry will carry 320 lorries."),
    ("fr", "Le ministère ne construira pas 320 maisons."),
    ("fr", "La mer emportera 320 maisons."),
    ("fr", "320 maisons seront inondées."),
    ("fr", "320 enfants seront présents."),
    ("fr", "Le ministère comptera 320 employés."),
    ("es", "El viento del mar afectará 320 casas."),
    ("es", "Se perderán 320 casas."),
    ("es", "El ministerio no cerrará 320 escuelas."),
    ("es", "Hasta el fin del plan, el ministerio formará a 320 maestros."),
)


@pytest.mark.parametrize(("told", "sentences"), [(True, WILL), (False, WILL_NOT)])
def test_the_clause_of_a_figure_tells_what_the_plan_will_do(
    *, told: bool, sentences: tuple[tuple[str, str], ...]
) -> None:
    for language, sentence in sentences:
        before, _, after = sentence.partition("320")
        assert tells_ahead(before, after, language) is told, sentence


@pytest.mark.parametrize(
    ("period", "next_one", "text", "what"),
    [
        ("2031", "2032", "The office will train {} clerks.", ("next_period",)),
        ("2031", "2031", "The office will train {} clerks.", ("revised_up",)),
        ("2031-2033", "2032-2034", "The office will train {} clerks.", ("revised_up",)),
        ("2031", "2032", "By 2040, the office will train {} clerks.", ("revised_up",)),
        ("2031", "2032", "The office employs {} clerks.", ("revised_up",)),
        ("2031", "2032", "The office will pay USD {} for the bridge.", ("revised_up",)),
        ("2031", "2032", "Crews will get USD {} per month.", ("revised_up",)),
    ],
)
def test_what_the_plan_of_a_year_will_do_is_of_that_year(
    period: str, next_one: str, text: str, what: tuple[str, ...], compared: Compared
) -> None:
    plan = "# Harbour Plan {}\n\n## Staff\n\n{}\n"
    found = compared(*(plan.format(y, text.format(n)) for y, n in ((period, 615), (next_one, 669))))
    assert [c.types for c in found.figures if c.old and "615" in c.old.quote] == [what]


@pytest.mark.parametrize(
    ("came", "what"),
    [
        ("The office trained 669 clerks.", ("revised_up",)),
        ("The office will train 669 clerks.", ("next_period",)),
    ],
)
def test_what_came_of_a_plan_is_no_plan_of_the_next_year(
    came: str, what: tuple[str, ...], compared: Compared
) -> None:
    old = "# Harbour Plan 2031\n\n## Staff\n\nThe office will train 615 clerks.\n"
    found = compared(old, f"# Harbour Plan 2032\n\n## Staff\n\n{came}\n")
    assert [c.types for c in found.figures if c.old and "615" in c.old.quote] == [what]


REPORT = """# Storm on the isles: situation report No. {number}

{line} {day} May 2031

## Needs

- {people} people affected
- {new} new cases of fever
- USD 19 million required
"""


def test_what_a_report_tells_as_of_a_day_is_a_state_of_that_day(compared: Compared) -> None:
    old = REPORT.format(number=4, line="As of", day=12, people="84,300", new=37)
    new = REPORT.format(number=5, line="As of", day=19, people="84,300", new=29)
    found = compared(old, new)
    told_of = ("12 May 2031", "84,300", "37", "USD 19 million")
    assert [types(found, quote) for quote in told_of] == [
        ("next_period",),
        ("redated",),
        ("next_period",),
        ("unchanged",),
    ]
    assert (found.old.reported, found.new.reported) == ("2031-05-12", "2031-05-19")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("In the past week, {} people arrived.", ("next_period",)),
        ("{} kits were handed out during the reporting period.", ("next_period",)),
        ("Since the last report {} houses collapsed.", ("next_period",)),
        ("{} people live in tents.", ("revised_up", "redated")),
        ("{} wells were dry last year.", ("revised_up", "redated")),
        ("A total of {} people live in tents.", ("revised_up", "redated")),
        ("{} people who in the past lived at the coast are in camps.", ("revised_up", "redated")),
        ("Since the last census {} people live in camps.", ("revised_up", "redated")),
        ("Over the past decades {} people moved to camps.", ("revised_up", "redated")),
        ("{} children eat at school during the week.", ("revised_up", "redated")),
    ],
)
def test_what_is_told_of_the_time_since_the_last_report_is_no_state(
    text: str, what: tuple[str, ...], compared: Compared
) -> None:
    report = "# Storm: situation report\n\nAs of {} May 2031\n\n## Needs\n\n{}\n"
    old, new = ((12, "3,200"), (19, "3,900"))
    found = compared(*(report.format(day, text.format(told)) for day, told in (old, new)))
    assert types(found, "3,200") == what


@pytest.mark.parametrize(
    ("told", "what"),
    [
        ("Partners have handed out {} tents.", ("revised_up", "redated")),
        ("In all districts, {} people are in shelters.", ("revised_up", "redated")),
        ("Se han distribuido {} carpas.", ("revised_up", "redated")),
        ("Partners handed out {} tents.", ("next_period",)),
        ("The Front claimed to have sunk {} boats.", ("next_period",)),
        ("In the past week, partners have handed out {} tents.", ("next_period",)),
        ("Partners have found {} new wells.", ("next_period",)),
        ("Se distribuyeron {} carpas.", ("next_period",)),
        ("{} people, mostly boys, are in shelters.", ("revised_up", "redated")),
        ("Partners gave {} tents to people who are living in camps.", ("next_period",)),
        ("Yesterday {} people have been moved.", ("next_period",)),
    ],
)
def test_a_dated_report_tells_what_is_so_far_or_what_was_done_since_the_last(
    told: str, what: tuple[str, ...], compared: Compared
) -> None:
    report = "# Storm: situation report\n\nDate: {} May 2031. Period covered: a week\n\n{}\n"
    found = compared(*(report.format(d, told.format(n)) for d, n in ((12, "320"), (19, "390"))))
    assert types(found, "320") == what


SO_FAR = (
    ("en", "Partners, including the Red Star, have already handed out 320 tents."),
    ("en", "Partners have handed out 410 kits, 77 pots and 320 tents."),
    ("en", "Officials say that 320 people are in shelters."),
    ("en", "There are 320 people in shelters."),
    ("en", "320 people displaced by the floods are in shelters."),
    ("en", "320 people and 41 homes are cut off."),
    ("en", "Another 320 people are in tents."),
    ("en", "The shelters currently host 320 people."),
    ("en", "Nurses, who have treated 320 patients, left."),
    ("es", "En Orn, 320 personas siguen aisladas."),
    ("es", "Viven en carpas 320 personas."),
    ("fr", "Quelque 320 personnes restent isolées."),
    ("fr", "320 personnes sont hébergées à Orn."),
)
LATELY = (
    ("en", "Trucks carried 320 tonnes to Orn, which is cut off."),
    ("en", "The Fund sent 320 kits to clinics that have no stock."),
    ("en", "Police arrested 320 people who have looted."),
    ("en", "Trucks brought 320 bags, as roads are open."),
    ("en", "Helicopters made 320 flights, and it is hoped that more will follow."),
    ("en", "A father and son sold 320 tickets."),
    ("en", "An additional 320 people have been moved."),
    ("en", "320 more boats have arrived."),
    ("en", "Partners gave 320 tents to families in need."),
    ("en", "Boats that have broken down carried 320 tonnes."),
    ("en", "On roads that are open 320 trucks crossed."),
    ("en", "As bridges have collapsed boats carried 320 tonnes."),
    ("en", "320 people said water is short."),
    ("en", "320 people arrived and are in shelters."),
    ("en", "320 people died and 41 homes are cut off."),
    ("en", "Helicopters have landed and 320 people died."),
    ("en", "Farmers sold 320 goats to buy what they need."),
    ("en", "A fire burned 320 tents in camps families are fleeing."),
    ("es", "Los equipos vacunaron a 320 niños que viven en carpas."),
    ("es", "Llevaron 320 bolsas a pueblos que siguen aislados."),
    ("es", "Los equipos que han llegado vacunaron a 320 niños."),
    ("es", "Se han distribuido otras 320 carpas."),
    ("fr", "Des camions ont livré 320 tentes à des familles qui restent isolées."),
    ("fr", "320 personnes sont arrivées à Orn."),
    (None, "320 people are in shelters."),
)


@pytest.mark.parametrize(
    ("language", "sentence", "is_so_far"),
    [*((*each, True) for each in SO_FAR), *((*each, False) for each in LATELY)],
)
def test_the_verb_of_its_own_clause_tells_what_is_so_far(
    language: str | None, sentence: str, *, is_so_far: bool
) -> None:
    before, _, after = sentence.partition("320")
    assert tells_so_far(before, after, language) is is_so_far


@pytest.mark.parametrize(
    ("line", "is_state"),
    [
        *((line, True) for line in ("people affected", "deaths", "people in camps", "dead")),
        *((line, True) for line in ("homes destroyed", "villages without water", "muertos")),
        *((line, True) for line in ("personas desplazadas", "personnes déplacées", "missing")),
        *((line, False) for line in ("newly displaced people", "patients admitted", "arrivals")),
        *((line, False) for line in ("convoys crossed the border", "flights", "attacks")),
        *((line, False) for line in ("samples tested", "tonnes of food delivered", "births")),
        *((line, False) for line in ("tents needed", "wells planned", "people rescued")),
        *((line, False) for line in ("people fled", "people came to Orn", "homes rebuilt")),
        *((line, False) for line in ("kits for families", "personnes vaccinées", "people moved")),
        *((line, False) for line in ("people are in camps.", "familias atendidas", "new deaths")),
    ],
)
def test_a_line_without_a_verb_tells_a_state_of_people_deaths_homes_and_places(
    line: str, *, is_state: bool
) -> None:
    assert is_headline(f"320 {line}", f" {line}") is is_state


@pytest.mark.parametrize(
    ("day", "what"), [(", as of {0} May 2031", ("revised_up", "redated")), ("", ("next_period",))]
)
def test_lines_without_a_verb_hold_as_the_tables_of_a_report_do(
    day: str, what: tuple[str, ...], compared: Compared
) -> None:
    report = (
        "# Storm: situation report\n\nDate: {0} May 2031\n\n- {1} people affected\n\n"
        f"Table 1: People in camps{day}\n\n"
        "| Isle | People |\n|---|---|\n| Lorn | {2} |\n| Mull | {3} |\n"
    )
    old, new = (12, "320", "4,100", "2,600"), (19, "390", "4,700", "2,900")
    found = compared(report.format(*old), report.format(*new))
    assert types(found, "320") == what


@pytest.mark.parametrize(
    ("line", "reported"),
    [
        ("Data as of", "2031-05-12"),
        ("Situation as of", "2031-05-12"),
        ("Tariffs as of", None),
        ("Next update: figures as of", None),
        ("Inscripciones abiertas hasta el", None),
        ("Deadline for comments:", None),
        ("Contributions as of now; the next report is due on", None),
        ("Published", None),  # it says when it came out
    ],
)
def test_no_other_day_above_a_text_is_what_it_reports_of(
    line: str, reported: str | None, compared: Compared
) -> None:
    text = REPORT.format(number=4, line=line, day=12, people="84,300", new=37)
    assert compared(text, text).old.reported == reported


def test_a_sentence_that_a_day_opens_is_no_line_of_a_report(compared: Compared) -> None:
    text = "# The harbour\n\nAs of 1 July 2032 new fares hold\n\n## Boats\n\n40 boats sail.\n"
    assert compared(text, text).old.reported is None


@pytest.mark.parametrize(
    ("new", "types"),
    [
        ("The use of nets rose from 5 per cent in 2010 to 45 per cent in 2020.", {"redated"}),
        ("The crews of Lorn counted the nets of the town in 2020.", {"added", "withdrawn"}),
    ],
)
def test_a_year_that_alone_changed_in_its_sentence_is_another_date(
    new: str, types: set[str], compared: Compared
) -> None:
    old = "The use of nets rose from 5 per cent in 2010 to 45 per cent in 2023."
    found = compared(f"# Notes\n\n{old}\n", f"# Notes\n\n{new}\n")
    dates = [c for c in found.figures if "2023" in (c.old.quote if c.old else "2023")]
    assert {each for change in dates for each in change.types} & {*types, "unchanged"} == types


@pytest.mark.parametrize(
    ("years", "became"),
    [
        ((2030, 2031, 2032), {"482": "519", "527": "576", "589": "623"}),
        ((2031, 2032, 2033), {"482": None, "527": "519", "589": "576"}),
        ((2032, 2033, 2034), {"482": None, "527": None, "589": "519"}),
        ((2033, 2034, 2035), {"482": "519", "527": "576", "589": "623"}),
    ],
)
def test_a_table_that_rolls_on_is_held_year_against_year(
    years: tuple[int, int, int], became: dict[str, str | None], compared: Compared
) -> None:
    table = (
        "# Budget of Lorn\n\n| Branch | {} (actual) | {} (estimate) | {} (request) |\n"
        "|---|---|---|---|\n| Piers | {} | {} | {} |\n| Boats | {} | {} | {} |\n"
        "| Lights | 126 | 138 | 152 |\n"
    )
    old = table.format(2030, 2031, 2032, 482, 527, 589, 551, 574, 610)
    found = told(compared(old, table.format(*years, 519, 576, 623, 562, 602, 635)))
    assert {quote: found[quote] for quote in became} == became
