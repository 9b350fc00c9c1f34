"""Counts and amounts of all that there is of something, told in two places."""

from collections.abc import Callable

import pytest

from schemas.extraction import Finding

Audit = Callable[[str], list[Finding]]
CONTRADICTION = ["contradiction"]


def codes(findings: list[Finding]) -> list[str]:
    return [each.code for each in findings if each.code != "corroborated"]


COUNTS = """# Plan of the Lorn Trust 2031

## At a glance

- Partners: 48 organizations
- 146 staff and 320 volunteers
- Wells: 1,420

## What we do

{told}
"""


@pytest.mark.parametrize(
    "told",
    [
        "In 2031, 52 organizations will implement the plan.",
        "In all, 52 organizations, large and small, share the work.",
        "The Trust has 52 organizations.",
        "Work is shared. The 52 organizations, big and small, meet every month.",
        "The Trust employs 164 staff.",
        "The plan will be carried out by 52 organizations.",
        "The plan will be carried out by 52 organizations in five towns.",
        "The 52 organizations were heard in March.",
        "The camps are kept by 302 volunteers.",
        "The plan provides for 1,240 wells in 2031.",
    ],
)
def test_a_count_of_all_that_is_told_otherwise(found: Audit, told: str) -> None:
    assert codes(found(COUNTS.format(told=told))) == CONTRADICTION


@pytest.mark.parametrize(
    "told",
    [
        pytest.param("In 2031, 48 organizations will implement the plan.", id="the same"),
        pytest.param("In 2030, 52 organizations took part in the plan.", id="of another year"),
        pytest.param("In the north, 52 organizations are at work.", id="of a place"),
        pytest.param("The 52 organizations in the north meet every month.", id="of a place behind"),
        pytest.param("The 52 organizations of last year have met.", id="of last year"),
        pytest.param("Another 52 organizations wait.", id="others"),
        pytest.param("The Trust has about 52 organizations.", id="about"),
        pytest.param("Then 52 organizations signed the charter.", id="of some of them"),
        pytest.param("The Trust has 70 organizations.", id="far off"),
        pytest.param("The northern office employs 164 staff.", id="of another body"),
        pytest.param("The Trust employs 164 medical staff.", id="of one sort"),
        pytest.param("The Trust trained 160 staff, 146 staff of its own.", id="for one purpose"),
        pytest.param(
            "There are 45 mills. The 52 mills of the hills and the 45 mills rest.", id="of"
        ),
        pytest.param("The 302 volunteers of the valley rest.", id="two digits swapped, of a place"),
        pytest.param("Of the 1,240 wells that were dug, 310 are dry.", id="narrowed"),
    ],
)
def test_a_count_of_something_else(found: Audit, told: str) -> None:
    assert codes(found(COUNTS.format(told=told))) == []


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param("It will train 3,200 teachers.", [], id="the same"),
        pytest.param(
            "By 2031, 3,600 teachers will have been trained.", CONTRADICTION, id="trained"
        ),
        pytest.param("The first phase will train 3,000 teachers.", [], id="of a phase"),
        pytest.param("In the hills, it will train 3,000 teachers.", [], id="of a place"),
        pytest.param("It will hire 3,000 teachers.", [], id="not trained"),
        pytest.param("It trained 3,000 teachers in 2030.", [], id="of another year"),
    ],
)
def test_what_is_done_with_a_count(found: Audit, told: str, expected: list[str]) -> None:
    text = (
        "# Plan of the ministry 2031\n\nThe ministry will train 3,200 teachers.\n\n## Teachers\n\n"
    )
    assert codes(found(f"{text}{told}\n")) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param(
            "Operating expenditure is USD 26.4 million, up 2 per cent.", CONTRADICTION, id="is"
        ),
        pytest.param("The operating expenditure amounts to USD 26.9 million.", [], id="the same"),
        pytest.param("Operating expenditure was USD 26.4 million in 2030.", [], id="another year"),
        pytest.param("Previous operating expenditure is USD 26.4 million.", [], id="previous"),
        pytest.param(
            "Operating expenditure of schools is USD 26.4 million.", [], id="another name"
        ),
        pytest.param("Operating expenditure is about USD 26.4 million.", [], id="about"),
        pytest.param("Operating expenditure is USD 260 per pupil.", [], id="a rate"),
        pytest.param("Operating expenditure was USD 26.4 million in June.", [], id="of a month"),
    ],
)
def test_an_amount_that_is_told_by_its_name(found: Audit, told: str, expected: list[str]) -> None:
    text = f"# Budget 2031\n\n- Operating expenditure: USD 26.9 million\n\n## More\n\n{told}\n"
    assert codes(found(text)) == expected


def test_a_name_told_in_french(found: Audit) -> None:
    text = (
        "# Budget 2031\n\n- Dépenses de fonctionnement : 26,9 millions d'euros\n\n## Détail\n\n"
        "Les dépenses de fonctionnement s'élèvent à 26,4 millions d'euros, contre 25,8 en 2030.\n"
    )
    assert codes(found(text)) == CONTRADICTION


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            "Primary education\n\nThe ministry employs 8,970 teachers.",
            "Secondary education\n\nThe ministry employs 8,120 teachers.",
            id="levels",
        ),
        pytest.param("North\n\nIt has 24 clinics.", "South\n\nIt has 26 clinics.", id="places"),
        pytest.param("2030\n\nWe have 124 schools.", "2031\n\nWe have 132 schools.", id="years"),
        pytest.param(
            "Year one\n\nWe train 320 nurses.", "Year two\n\nWe train 340 nurses.", id="stages"
        ),
        pytest.param(
            "Baseline\n\n- Schools: 124 schools", "Target\n\n- Schools: 132 schools", id="aims"
        ),
        pytest.param(
            "Project A\n\nThe project has 24 staff.",
            "Project B\n\nThe project has 26 staff.",
            id="projects",
        ),
        pytest.param(
            "Parks\n\nThe city funds 45 projects.",
            "Roads\n\nThe city funds 48 projects.",
            id="sectors",
        ),
        pytest.param(
            "At a glance\n\n- Staff: 1,265 staff",
            "Faculty of Law\n\nIt has 1,180 staff.",
            id="a body",
        ),
        pytest.param(
            "Phase one\n\nThe plan has 48 projects.",
            "Phase two\n\nThe plan has 52 projects.",
            id="phases of the plan",
        ),
        pytest.param(
            "Partners\n\nThe ministry has 146 staff.",
            "Work\n\nOur partner is the Oban League. It has 154 staff.",
            id="of the body before",
        ),
        pytest.param(
            "Work\n\nThe agency has 214 tankers.",
            "Partners\n\nThe council has 241 tankers.",
            id="not the author",
        ),
        pytest.param(
            "First quarter\n\nNet income was EUR 4.2 million.",
            "Second quarter\n\nNet income was EUR 4.9 million.",
            id="amounts of quarters",
        ),
        pytest.param(
            "Project A\n\nThe total budget is EUR 4.2 million.",
            "Project B\n\nThe total budget is EUR 4.9 million.",
            id="amounts of projects",
        ),
        pytest.param(
            "Income\n\n- Grants: EUR 4.2 million",
            "Budget for next year\n\n- Grants: EUR 4.9 million",
            id="amounts of two years",
        ),
    ],
)
def test_what_is_told_of_parts(found: Audit, first: str, second: str) -> None:
    title = "Plan of the ministry and the city of Lorn, a project"
    assert codes(found(f"# {title}\n\n## {first}\n\n## {second}\n")) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            "North\n\nThe plan has 48 projects.", "Roads\n\nThe plan has 52 projects.", id="a plan"
        ),
        pytest.param(
            "Overview\n\nThe ministry has 146 staff.",
            "Staff\n\nThe ministry is old. It has 154 staff.",
            id="it",
        ),
        pytest.param(
            "North\n\nThe ministry has 146 staff.\n\nThe ministry has 154 staff.",
            "South\n\nMore is to come.",
            id="one section",
        ),
    ],
)
def test_what_is_told_of_the_whole(found: Audit, first: str, second: str) -> None:
    title = "Plan of the ministry of Lorn"
    assert codes(found(f"# {title}\n\n## {first}\n\n## {second}\n")) == CONTRADICTION
