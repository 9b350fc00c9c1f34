"""Shares, contradictions, restatements, and what cannot be."""

from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.check.audit import audit
from schemas.extraction import Extraction, Finding, ReadWarning

Audit = Callable[[str], list[Finding]]
Read = Callable[[str], Extraction]
Told = list[tuple[str, str]]


def told(findings: list[Finding]) -> Told:
    return [(each.code, each.severity) for each in findings]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param("Fever was seen in 11 of 34 districts (32.4%).", [], id="rounded"),
        pytest.param(
            "Fever was seen in 11 of 34 districts (32.3%).", [("truncated", "warning")], id="cut"
        ),
        pytest.param(
            "Fever was seen in 11 of 34 districts (34.3%).",
            [("share_mismatch", "warning")],
            id="off",
        ),
        pytest.param("Fever was seen in 11 of 34 districts (72%).", [], id="of something else"),
        pytest.param("Fever was seen in about 11 of 34 districts (34.3%).", [], id="about"),
        pytest.param("Some 45% (15 of 34 districts) were dry.", [], id="a rounder share"),
        pytest.param("Some 45% (47/55) and 3 of 8 were dry.", [], id="far off"),
        pytest.param("Dry were 47/55 wells (83%).", [("share_mismatch", "warning")], id="/"),
        pytest.param("Nearly 1 in 5 (18%) were dry.", [], id="nearly"),
        pytest.param("1 in 5 (18%) were dry.", [], id="a way of speaking"),
        pytest.param("Fever was seen in nearly 7/8 (85%).", [], id="nearly of a count"),
    ],
)
def test_a_share_beside_its_part_and_whole(found: Audit, text: str, codes: Told) -> None:
    assert told(found(f"# Fever in Norway\n\n{text}\n")) == codes


SHARES = """# Fever in Lorn

Table 1. Cases and deaths

| District | Cases | Deaths | Lethality (%) |
|---|---|---|---|
| Upper town | 97 | 22 | 22.7 |
| Lower town | 45 | 9 | 20.0 |
| Bay | 38 | 7 | 18.4 |
| Hills | 25 | 5 | {hills} |
| Harbour | 64 | 13 | 20.3 |
"""


@pytest.mark.parametrize(
    ("hills", "codes"),
    [
        pytest.param("20.0", [], id="right"),
        pytest.param("20.5", [("share_mismatch", "warning")], id="off"),
        pytest.param("19.9", [("share_mismatch", "warning")], id="a digit lower"),
    ],
)
def test_a_column_of_shares(found: Audit, hills: str, codes: Told) -> None:
    assert told(found(SHARES.format(hills=hills))) == codes


PORTIONS = """# Funds of Lorn

| Sector | Amount (USD) | Share |
|---|---|---|
| Health | 9,100,000 | 25% |
| Shelter | 7,280,000 | 20% |
| Water | 10,920,000 | {water} |
| Schools | 9,100,000 | 25% |
| Total | 36,400,000 | 100% |
"""


@pytest.mark.parametrize(
    ("water", "codes"),
    [
        pytest.param("30%", [], id="right"),
        pytest.param("35%", ["share_mismatch", "total_mismatch"], id="off"),
    ],
)
def test_a_column_of_shares_of_a_total(found: Audit, water: str, codes: list[str]) -> None:
    assert sorted(each.code for each in found(PORTIONS.format(water=water))) == codes


@pytest.mark.parametrize("last", ["Total", "Fourth"])
def test_what_is_done_by_a_milestone_is_no_share(found: Audit, last: str) -> None:
    rows = "| First | 10 | 10% |\n| Second | 30 | 30% |\n| Third | 60 | 55% |\n"
    text = (
        f"# Lorn\n\n| Milestone | Villages | Done |\n|---|---|---|\n{rows}| {last} | 100 | 100% |\n"
    )
    assert ("share_mismatch" in [each.code for each in found(text)]) == (last == "Total")


TARGETS = """# Needs of Lorn

| Sector | People in need | People targeted |
|---|---|---|
| Water | 210,000 | 120,000 |
| Health | 180,000 | {health} |
| Schools | 140,000 | {schools} |
| Food | 300,000 | 150,000 |
"""


@pytest.mark.parametrize(
    ("health", "schools", "codes"),
    [
        pytest.param("95,000", "90,000", [], id="right"),
        pytest.param("95,000", "160,000", [("part_over_whole", "warning")], id="one over"),
        pytest.param("195,000", "160,000", [], id="not of one group"),
    ],
)
def test_no_more_are_targeted_than_are_in_need(
    found: Audit, health: str, schools: str, codes: Told
) -> None:
    assert told(found(TARGETS.format(health=health, schools=schools))) == codes


GROWTH = """# Fever in Lorn

Table 1. Cases since the last report

| | Number | Change | % |
|---|---|---|---|
| Cases | 70 | +2 | 2.94 |
| Confirmed | 30 | +2 | 7.14 |
| Deaths | 42 | +1 | {deaths} |
| In hospital | 2 | -1 | -33.33 |
"""


@pytest.mark.parametrize(
    ("deaths", "codes"),
    [
        pytest.param("2.44", [], id="right"),
        pytest.param("2.43", [("truncated", "warning")], id="cut off"),
        pytest.param("2.38", [("share_mismatch", "warning")], id="of what is there now"),
    ],
)
def test_a_column_of_changes(found: Audit, deaths: str, codes: Told) -> None:
    assert told(found(GROWTH.format(deaths=deaths))) == codes


BY_YEAR = """# Schools of Lorn

Table 1. Pupils by year

| District | 2030 | 2031 | Growth (%) |
|---|---|---|---|
| North | 1,240 | 1,315 | 6.0 |
| South | 2,870 | 2,641 | -8.0 |
| West | 964 | 1,102 | {west} |
| East | 3,318 | 3,402 | 2.5 |
"""


@pytest.mark.parametrize(
    ("west", "codes"),
    [pytest.param("14.3", [], id="right"), pytest.param("13.4", ["share_mismatch"], id="swapped")],
)
def test_a_column_of_growth(found: Audit, west: str, codes: list[str]) -> None:
    assert [each.code for each in found(BY_YEAR.format(west=west))] == codes


CHANGES = """# A budget for Lorn

Table 1. Budget by office (USD)

| Office | 2030 | 2031 | Increase |
|---|---|---|---|
| Roads | 1,284,310 | 1,296,475 | 12,165 |
| Water | 875,462 | 790,138 | -85,324 |
| Clinics | 632,517 | 600,846 | -31,671 |
| Schools | 312,958 | 348,367 | {schools} |
| Markets | 198,423 | 225,179 | 26,756 |
"""


@pytest.mark.parametrize(
    ("schools", "codes"),
    [
        pytest.param("35,409", [], id="right"),
        pytest.param("35,489", [("difference_mismatch", "warning")], id="a digit"),
        pytest.param("71,236", [], id="something else"),
        pytest.param("about 35,489", [], id="about"),
    ],
)
def test_a_column_of_differences(found: Audit, schools: str, codes: Told) -> None:
    assert told(found(CHANGES.format(schools=schools))) == codes


TWICE = """# A plan for Kenya 2031

As of March 2031, {first} people in Kenya were in need.

## Needs

In March 2031, {second} people in Kenya were in need.
"""


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [
        pytest.param("1.24 million", "1,237,400", [("corroborated", "info")], id="rounded"),
        pytest.param("1.24 million", "1.19 million", [("contradiction", "warning")], id="apart"),
        pytest.param(
            "1.24 million", "1.25 million", [("contradiction", "warning")], id="one digit"
        ),
        pytest.param("about 1.24 million", "1.19 million", [("contradiction", "info")], id="about"),
        pytest.param("1,240,000", "1,190,000", [("contradiction", "info")], id="four zeros"),
        pytest.param("1,000,000", "1,190,000", [("contradiction", "info")], id="round"),
        pytest.param("1.24 million", "0.31 million", [], id="too far to be the same"),
    ],
)
def test_what_is_told_twice(found: Audit, first: str, second: str, codes: Told) -> None:
    assert told(found(TWICE.format(first=first, second=second))) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param("Between 45 and 60 people came.", [], id="range"),
        pytest.param(
            "Between 60 and 45 people came.", [("range_reversed", "error")], id="range reversed"
        ),
        pytest.param("It was between -5 and -12 degrees.", [], id="below zero"),
        pytest.param("Rain fell in 2031 – 2030 was dry.", [], id="two clauses"),
        pytest.param(
            "The plan runs from 2033 – 2031.", [("period_reversed", "error")], id="between blanks"
        ),
        pytest.param("| A | Change 2031-2030 |\n|---|---|\n| x | 5 |", [], id="what is taken off"),
        pytest.param("Both of 60 and 45 people came.", [], id="no range"),
        pytest.param(
            "The plan runs 2033-2031.", [("period_reversed", "error")], id="period reversed"
        ),
        pytest.param("The plan runs from 2031-2033.", [], id="period"),
        pytest.param(
            "The plan runs from 1 July 2031 to 31 March 2031.",
            [("period_reversed", "error")],
            id="days reversed",
        ),
        pytest.param(
            "Le plan va du 1er juillet 2031 au 31 mars 2031.",
            [("period_reversed", "error")],
            id="days reversed, French",
        ),
        pytest.param(
            "El plan va del 1 de julio de 2031 al 31 de marzo de 2031.",
            [("period_reversed", "error")],
            id="days reversed, Spanish",
        ),
        pytest.param(
            "It was done between July 2031 and March 2031.",
            [("period_reversed", "error")],
            id="months reversed",
        ),
        pytest.param("It differs between March 2032 and July 2031.", [], id="months compared"),
        pytest.param("The gap between July and March 2031 closed.", [], id="one month bare"),
        pytest.param(
            "The change between July 2031 and March 2031 was small.", [], id="months of a change"
        ),
        pytest.param("It was moved from 30 June 2031 to 15 May 2031.", [], id="moved"),
        pytest.param(
            "Le délai est passé du 30 juin 2031 au 15 mai 2031.", [], id="moved, in French"
        ),
        pytest.param(
            "Counts differed between 30 June 2031 and 31 May 2031.", [], id="days that differ"
        ),
        pytest.param("From 31 May 2032 to 31 May 2031 it differs.", [], id="days compared"),
        pytest.param("The plan runs from 1 July 2031 to 31 March 2032.", [], id="days"),
        pytest.param("It opened on 31 May 2031.", [], id="last day"),
        pytest.param(
            "It opened on 31 June 2031.", [("impossible_date", "error")], id="no day of June"
        ),
        pytest.param("Abrió el 31 de junio de 2031.", [("impossible_date", "error")], id="Spanish"),
        pytest.param(
            "It opened on June 31, 2031.", [("impossible_date", "error")], id="month first"
        ),
        pytest.param("In June 31 families came; 31 June-born lambs.", [], id="no date"),
        pytest.param(
            "It opened on June 31 2031.", [("impossible_date", "error")], id="without a comma"
        ),
        pytest.param("By June 31 2000-seat halls had a roof.", [], id="as large as a year"),
        pytest.param("From May to June 31 2031 leavers were asked.", [], id="as many as a year"),
        pytest.param(
            "Il a ouvert le 30 février 2031.", [("impossible_date", "error")], id="French"
        ),
        pytest.param("We saw 45 out of 52 schools.", [], id="part"),
        pytest.param(
            "We saw 54 out of 52 schools.", [("part_over_whole", "warning")], id="part over whole"
        ),
        pytest.param(
            "Of the 52 schools, 61 were open.", [("part_over_whole", "warning")], id="of the whole"
        ),
        pytest.param(
            "We met 2,512 people, including 2,735 children.",
            [("part_over_whole", "warning")],
            id="included",
        ),
        pytest.param("It fed 120 people a day, including 340 children.", [], id="included, of all"),
        pytest.param(
            "Net migration was 120 people, including 340 children.",
            [],
            id="included in what is left",
        ),
        pytest.param("It saw 120 families, including 340 children.", [], id="included in others"),
        pytest.param(
            "Of the 52 schools, 120 per cent were open.",
            [("part_over_whole", "warning")],
            id="more than all",
        ),
        pytest.param("We met 120 per cent of the 52 schools.", [], id="more than was meant"),
        pytest.param(
            "They are 65 per cent women and 48 per cent men.",
            [("share_mismatch", "warning")],
            id="more than everybody",
        ),
        pytest.param("They are 65 per cent women and 35 per cent men.", [], id="everybody"),
        pytest.param("Work has 7% of women and 84% of men.", [], id="of each"),
    ],
)
def test_what_cannot_be(found: Audit, text: str, codes: Told) -> None:
    assert told(found(f"# Lorn\n\n{text}\n")) == codes


def test_a_note_that_is_there_twice(found: Audit) -> None:
    text = """# Lorn

Rain fell.[^1] It fell again.[^2]

[^1]: Weather Office of Lorn, Bulletin of May.
[^2]: Weather Office of Lorn, Bulletin of May.
"""
    (finding,) = found(text)
    assert (finding.code, finding.severity, len(finding.source)) == ("duplicate_note", "info", 2)


MARKED = """# Lorn

Rain fell.[^1] It fell again{mark}.

[^1]: Weather Office of Lorn, Bulletin of May.
{note}
"""


@pytest.mark.parametrize(
    ("mark", "note", "codes"),
    [
        pytest.param("", "", [], id="each has its other"),
        pytest.param("[^7]", "", [("orphan_marker", "warning")], id="no note"),
        pytest.param("", "[^2]: River Office, Flows.", [("orphan_note", "warning")], id="no mark"),
    ],
)
def test_marks_and_notes(found: Audit, mark: str, note: str, codes: Told) -> None:
    findings = found(MARKED.format(mark=mark, note=note))
    assert told(findings) == codes
    assert all(each.source for each in findings)


@pytest.mark.parametrize(
    ("listed", "severity"), [(3, "warning"), (4, "info")], ids=["slips", "a list of works"]
)
def test_many_notes_without_a_mark_are_no_slips(found: Audit, listed: int, severity: str) -> None:
    notes = "\n".join(f"[^{n}]: River Office, Flows of year {n}." for n in range(2, 2 + listed))
    assert told(found(MARKED.format(mark="", note=notes))) == [("orphan_note", severity)] * listed


def test_many_marks_without_a_note_are_no_slips(found: Audit) -> None:
    marks = "".join(f" It rose{n}.[^{n}]" for n in range(5, 9))
    assert told(found(MARKED.format(mark=marks, note=""))) == [("orphan_marker", "info")] * 4


@pytest.mark.parametrize("before", ["10", "s−", "cm-"])
def test_a_mark_may_be_an_exponent(read: Read, before: str) -> None:
    plan = read(MARKED.format(mark="", note=""))
    message = f"no footnote '4' for the mark after 'rates of 5 {before}'"
    warning = ReadWarning(code="mark-without-note", message=message, page=1)
    (finding,) = audit(plan.model_copy(update={"warnings": (warning,)}))
    assert (finding.code, finding.severity) == ("orphan_marker", "info")


@pytest.mark.parametrize(
    ("mark", "note", "codes"),
    [
        pytest.param("\\*", "", [("orphan_marker", "info")], id="mark"),
        pytest.param("\\*", "\n\\* Wells of the north.\n", [], id="both"),
        pytest.param("", "\n\\* Wells of the north.\n", [("orphan_note", "info")], id="note"),
    ],
)
def test_a_sign_that_is_left_in_the_text(found: Audit, mark: str, note: str, codes: Told) -> None:
    text = f"# Lorn\n\n| Wells{mark} | 2031 |\n|---|---|\n| Deep | 45 |\n| Flat | 17 |\n{note}"
    assert told(found(text)) == codes


@pytest.mark.parametrize(
    ("cell", "other", "codes"),
    [
        ("Deep \\*", "Flat", []),
        ("Deep", "Flat", [("orphan_note", "warning")]),
        pytest.param("Inn \\*", "Mill \\*", [("orphan_note", "warning")], id="grades"),
    ],
)
def test_a_sign_set_apart_calls_its_note(found: Audit, cell: str, other: str, codes: Told) -> None:
    text = f"# Lorn\n\n| Wells | 2031 |\n|---|---|\n| {cell} | 45 |\n| {other} | 17 |\n"
    assert told(found(f"{text}\n[^*]: River Office, Flows of the north.\n")) == codes


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ([("2", "χ")], 0),
        ([("2", "area of α")], 0),
        ([("4", "in all regions ("), ("4", "(")], 0),
        pytest.param([("4", "in all regions (")], 1, id="no note"),
        pytest.param([("4", "in all regions ("), ("5", "(")], 2, id="another"),
        pytest.param([("2", "in Lorn")], 1, id="a word"),
        pytest.param([("2", "στην")], 1, id="a Greek word"),
        pytest.param([("7", "χ")], 1, id="no exponent"),
    ],
)
def test_exponents_and_marks_in_brackets(
    read: Read, said: list[tuple[str, str]], left: int
) -> None:
    texts = [f"no footnote {label!r} for the mark after {before!r}" for label, before in said]
    warnings = [ReadWarning(code="mark-without-note", message=text, page=2) for text in texts]
    extraction = read("# Lorn\n\nWells are dug.\n")
    findings = audit(extraction.model_copy(update={"warnings": tuple(warnings)}))
    assert [each.code for each in findings] == ["orphan_marker"] * left


def test_a_source_that_names_nothing(found: Audit) -> None:
    text = "# Lorn\n\n4.5M\n\nworkers needed\n\nSource\n\n2.4M\n\njobs lost"
    assert told(found(text)) == [("source_without_document", "info")]


@pytest.mark.parametrize(
    "text",
    [
        "As of 4 August 2031, 45 schools in Kenya were open.",
        "Au 4 août 2031, 45 écoles étaient ouvertes.",
        "Al 4 de agosto de 2031, 45 escuelas habían abierto.",
        "Au 4 août 2031, les 45 cas de choléra avaient été soignés.",
        "Al 4 de agosto de 2031 se habían registrado 45 casos.",
    ],
)
def test_what_is_told_as_of_a_day_after_the_publication(read: Read, text: str) -> None:
    extraction = read(f"# Lorn\n\n{text}\n")
    for published, codes in (("2031-05", ["dated_after_publication"]), ("2031-09", [])):
        document = extraction.document.model_copy(update={"published": published})
        findings = audit(extraction.model_copy(update={"document": document}))
        assert [each.code for each in findings] == codes


@pytest.mark.parametrize(
    "text",
    [
        "Au 4 août 2031, 45 écoles seront ouvertes.",
        "Au 4 août 2031, la cible était de 45 écoles.",
        "Au 4 août 2031, si les fonds étaient reçus, 45 écoles ouvriraient.",
        "Du 2 mai au 4 août 2031, 45 écoles étaient fermées.",
        "Al 4 de agosto de 2031, 45 escuelas habrán abierto.",
        "Al 4 de agosto de 2031 la meta era de 45 escuelas.",
        "Au 4 août 2031, le parc comptera 64 bus, contre 12 qui étaient en service en 2029.",
        "Au 4 août 2031, 64 familles qui étaient sans abri emménagent.",
        "Au 4 août 2031, 64 écoles doivent rouvrir, car elles étaient fermées.",
        "Au 4 août 2031 expire le bail de 64 terres qui était de 9 ans.",
        "Al 4 de agosto de 2031 vencen los contratos que fueron firmados por 64 familias.",
        "Al 4 de agosto de 2031 se espera que abran 64 escuelas, que eran 12.",
        "Al 4 de agosto de 2031, 64 escuelas abrirán donde estaban las antiguas.",
    ],
)
def test_what_will_be_by_a_day(read: Read, text: str) -> None:
    extraction = read(f"# Lorn\n\n{text}\n")
    document = extraction.document.model_copy(update={"published": "2031-05"})
    assert audit(extraction.model_copy(update={"document": document})) == ()


@pytest.mark.corpus
@pytest.mark.parametrize("form", ["pdf", "md", "txt"])
@pytest.mark.parametrize(
    ("folder", "faults"),
    [
        ("norvia-2031", ["contradiction", "total_mismatch", "total_mismatch", "truncated"]),
        ("calvessa-2033", ["contradiction", "total_mismatch"]),
    ],
)
def test_the_shipped_documents_give_no_more_than_what_was_planted(
    corpus_document: Callable[[str], Path],
    extracted: Callable[[Path], Extraction],
    folder: str,
    faults: list[str],
    form: str,
) -> None:
    extraction = extracted(corpus_document(f"{folder}/plan.{form}"))
    graver = [each.code for each in audit(extraction) if each.severity != "info"]
    assert sorted(graver) == faults


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [
        pytest.param("1.24 million persons", "1.31 million people", 1, id="people by two words"),
        pytest.param("1.24 million children", "1.31 million children", 1, id="children twice"),
        pytest.param("1.24 million children", "1.31 million people", 0, id="a part of them"),
    ],
)
def test_only_one_group_can_contradict_itself(
    found: Audit, first: str, second: str, codes: int
) -> None:
    text = f"As of May 2031, {first} in Kenya were in need.\n\n## Needs\n\n"
    text += f"In May 2031, {second} in Kenya were in need."
    assert told(found(f"# A plan\n\n{text}\n")) == [("contradiction", "warning")] * codes


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        pytest.param("", "1.25 million", "rounding", id="a last digit"),
        pytest.param("", "1.31 million", "contradiction", id="apart"),
        pytest.param(" (revised)", "1.31 million", "revision", id="revised"),
        pytest.param(", excluding returnees", "1.31 million", "scope", id="scope"),
    ],
)
def test_why_two_values_differ(found: Audit, first: str, then: str, told: str) -> None:
    text = f"As of May 2031, 1.24 million people in Kenya were in need{first}.\n\n## Needs\n\n"
    text += f"In May 2031, {then} people in Kenya were in need."
    (finding,) = found(f"# A plan\n\n{text}\n")
    assert (finding.code, finding.type) == ("contradiction", told)
    assert finding.severity == ("info" if told == "revision" else "warning")


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        pytest.param("In 2031", [("date", "info")], id="a year"),
        pytest.param("In May 2031", [("contradiction", "warning")], id="the same month"),
        pytest.param("In June 2031", [], id="a month later: a series"),
    ],
)
def test_a_year_and_a_month_of_it_differ_by_their_dates(
    found: Audit, when: str, expected: list[tuple[str, str]]
) -> None:
    text = "As of May 2031, 1.24 million people in Kenya were in need.\n\n## Needs\n\n"
    findings = found(f"# A plan\n\n{text}{when}, 1.31 million people in Kenya were in need.\n")
    assert [(each.type, each.severity) for each in findings] == expected


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param(
            "The office counts 3.7 million people; our count, 3.9 million, also takes in camps.",
            [("contradiction", "warning")],
            id="two counts",
        ),
        pytest.param("The office counts 3.7 million people; 3.9 million are poor.", [], id="one"),
        pytest.param(
            "The office counts 3.7 million people; our own count, 1.2 million, is of camps.",
            [],
            id="too far to be the same",
        ),
    ],
)
def test_two_counts_in_one_sentence(found: Audit, text: str, codes: Told) -> None:
    assert told(found(f"# Lorn\n\n{text}\n")) == codes


def test_opposites_do_not_contradict_each_other(found: Audit) -> None:
    text = "In May 2031, {} of people in Kenya lived {} the poverty line.\n"
    both = text.format("48 per cent", "below") + "\n## B\n\n" + text.format("52 per cent", "above")
    assert found(f"# A plan\n\n{both}") == []


def test_a_year_is_not_the_period_that_begins_in_it(found: Audit) -> None:
    text = "In {}, {} people in Kenya were in need.\n"
    both = text.format("2031", "1.24 million") + "\n## B\n\n"
    both += text.format("2031-2033", "1.31 million")
    assert found(f"# A plan\n\n{both}") == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param("Girls aged 12 to 15 were seen.", [], id="rising"),
        pytest.param("Girls aged 15 to 12 were seen.", ["range_reversed"], id="aged"),
        pytest.param("Girls between the ages of 15 and 12.", ["range_reversed"], id="ages"),
        pytest.param("Jóvenes de entre 29 y 15 años de edad.", ["range_reversed"], id="Spanish"),
        pytest.param("Jeunes âgés de 25 à 15 ans.", ["range_reversed"], id="French"),
        pytest.param("Girls aged between 15 and 12.", ["range_reversed"], id="between"),
        pytest.param("Two brothers, aged 14 and 9, were seen.", [], id="of two"),
        pytest.param("Her sons, ages 9 and 7, were seen.", [], id="of two sons"),
        pytest.param("Deux frères âgés de 14 et 9 ans.", [], id="of two, in French"),
        pytest.param("Pupils aged 12 and 8 teachers.", [], id="another noun"),
        pytest.param("It was built between 30 and 20 years ago.", [], id="ago"),
        pytest.param("Casas construidas hace entre 30 y 20 años.", [], id="ago, in Spanish"),
        pytest.param("They were sentenced to between 20 and 15 years.", [], id="a sentence"),
        pytest.param("A man aged 80 – 20 of them were 60.", [], id="a dash between clauses"),
        pytest.param("They lower the voting ages 18 to 16.", [], id="lowered"),
        pytest.param("Lower the voting age 18 to 16.", [], id="one age"),
        pytest.param("Hommes âgés de 60 à 50 %.", [], id="a share"),
        pytest.param("Women aged 50 to 12,000 men.", [], id="thousands"),
        pytest.param("Pupils aged 18 to 5.5 km away.", [], id="a measure"),
        pytest.param("People aged 80 to 2031.", [], id="a year"),
        pytest.param("Children aged 6 to 59 months were seen.", [], id="in months"),
        pytest.param("The limit moves from ages 24 to 18.", [], id="moved"),
        pytest.param("Homes aged 15 to 12.5 were sold.", [], id="decimals"),
        pytest.param("Aged 80, 12 to 5 pm.", [], id="hours"),
        pytest.param(
            "Period: 1 March 2031 to 28 February 2031", ["period_reversed"], id="a period's label"
        ),
        pytest.param("Moved: 1 March 2031 to 28 February 2031", [], id="another label"),
    ],
)
def test_brackets_of_age_and_periods(found: Audit, text: str, codes: list[str]) -> None:
    assert [each.code for each in found(f"# Lorn\n\n{text}\n")] == codes
