"""Figures that were split or merged, and tables that roll on."""

from collections.abc import Callable

import pytest

from schemas.diff import Diff, FigureChange

Compared = Callable[[str, str], Diff]

TABLE = """# Budget of Lornland 2031-2033

Published in March 2031

**Table 1. Requirements (USD thousand)**

| Item | 2031 | 2032 | 2033 |
|---|---:|---:|---:|
{}
"""
OLD = TABLE.format(
    "| Piers | 410 | 380 | 350 |\n| Boats and nets | 720 | 650 | 540 |\n| Schools | 95 | 88 | 71 |"
)


def joined(found: Diff, name: str) -> list[tuple[str | None, str | None]]:
    return [
        (change.old and change.old.quote, change.new and change.new.quote)
        for change in found.figures
        if name in change.types
    ]


def test_a_figure_that_stands_as_its_parts_is_split(compared: Compared) -> None:
    found = compared(
        "# Harbour\n\nThe storm closed 34 villages of the coast.",
        "# Harbour\n\nThe storm closed 21 villages in Eastmark and 13 villages in Westmark.",
    )
    assert joined(found, "split") == [("34", "21"), ("34", "13")]
    assert len({change.group for change in found.figures}) == 1
    back = compared(
        "# Harbour\n\nThe storm closed 21 villages in Eastmark and 13 villages in Westmark.",
        "# Harbour\n\nThe storm closed 34 villages of the coast.",
    )
    assert joined(back, "merged") == [("21", "34"), ("13", "34")]


def test_parts_that_make_up_something_else_are_no_split(compared: Compared) -> None:
    found = compared(
        "# Harbour\n\nThe storm closed 34 villages of the coast.",
        "# Harbour\n\nThe storm closed 21 villages in Eastmark and 15 villages in Westmark.",
    )
    assert joined(found, "split") == []


def test_numbers_of_other_things_are_no_parts(compared: Compared) -> None:
    found = compared(
        "# Harbour\n\nThe storm closed 34 villages of the coast.",
        "# Harbour\n\nThe storm sank 21 ferries and 13 barges.",
    )
    assert joined(found, "split") == []


def test_a_number_and_what_it_is_made_of_make_up_nothing_else(compared: Compared) -> None:
    found = compared(
        "# Harbour\n\nThe storm closed 34 villages, 21 of them in Eastmark and 13 in Westmark.",
        "# Harbour\n\nThe storm closed 68 villages of the coast.",
    )
    assert joined(found, "merged") == []


def test_a_row_that_became_two_is_split_cell_by_cell(compared: Compared) -> None:
    new = OLD.replace(
        "| Boats and nets | 720 | 650 | 540 |",
        "| Boats | 500 | 430 | 340 |\n| Nets | 220 | 220 | 200 |",
    )
    assert joined(compared(OLD, new), "split") == [
        ("720", "500"),
        ("650", "430"),
        ("540", "340"),
        ("720", "220"),
        ("650", "220"),
        ("540", "200"),
    ]


def test_a_row_that_became_two_is_split_though_one_went_by_the_number_of_another(
    compared: Compared,
) -> None:
    text = "# Budget\n\n**Table 1. Requirements (USD thousand)**\n\n| Item | 2031 |\n|---|---:|\n{}"
    old = "| 2a.2 Piers and light towers | 7,900 |\n| 2a.3 Rope sheds | 6,000 |\n"
    new = "| 2a.2 Piers | 5,300 |\n| 2a.3 Light towers | 2,600 |\n"
    found = compared(text.format(old), text.format(new))
    assert joined(found, "split") == [("7,900", "5,300"), ("7,900", "2,600")]


@pytest.fixture(scope="session")
def rolled_on(compared: Compared) -> Diff:
    """The table, a year on."""
    new = OLD.replace("2031 | 2032 | 2033", "2032 | 2033 | 2034").replace(
        "Lornland 2031", "Lornland 2032"
    )
    new = new.replace("| 410 | 380 | 350 |", "| 385 | 350 | 290 |")
    return compared(OLD, new.replace("| 720 | 650 | 540 |", "| 650 | 540 | 400 |"))


def ends(changes: tuple[FigureChange, ...]) -> dict[str, tuple[str, tuple[str, ...]]]:
    return {
        f"{each.old.quote} of {each.old.as_of}": (
            f"{each.new.quote} of {each.new.as_of}",
            each.types,
        )
        for each in changes
        if each.old and each.new and each.old.kind == "money"
    }


def test_a_cell_is_held_against_its_own_period(rolled_on: Diff) -> None:
    told = ends(rolled_on.figures)
    assert told["380 of 2032"] == ("385 of 2032", ("revised_up",))
    assert told["350 of 2033"] == ("350 of 2033", ("unchanged",))
    assert "410 of 2031" not in told


def test_the_second_view_holds_a_cell_against_its_place_one_year_on(rolled_on: Diff) -> None:
    told = ends(rolled_on.rolled)
    assert told["410 of 2031"] == ("385 of 2032", ("next_period",))
    assert told["350 of 2033"] == ("290 of 2034", ("next_period",))
    assert len(told) == 9


def test_a_table_without_common_years_has_one_view(compared: Compared) -> None:
    new = OLD.replace("2031 | 2032 | 2033", "2034 | 2035 | 2036").replace(
        "Lornland 2031", "Lornland 2034"
    )
    assert compared(OLD, new).rolled == ()


def test_what_a_whole_is_rounded_by_is_no_part_of_it(compared: Compared) -> None:
    text = "# Needs\n\nIn the north 14.6 million people need help, {} women and girls among them."
    found = compared(text.format("41 per cent of them"), text.format("41"))
    assert joined(found, "split") == []


def test_a_rounded_whole_is_split_where_its_parts_are_exactly_it(compared: Compared) -> None:
    text = "# Needs\n\nIn 2032 the water programme reached {}.\n"
    whole = text.format("1 million people")
    parts = text.format("600,000 people in the north and 400,000 people in the south")
    pairs = [("1 million", "600,000"), ("1 million", "400,000")]
    assert joined(compared(whole, parts), "split") == pairs
    assert joined(compared(parts, whole), "merged") == [(part, one) for one, part in pairs]
    less = parts.replace("400,000", "300,000")
    assert joined(compared(whole, less), "split") == []
