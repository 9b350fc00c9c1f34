"""What a document asks for: the largest figure that it states, never a sum."""

from collections.abc import Callable
from typing import Any

import pytest

from extractor.report.asked import Asked, asked
from extractor.report.wording import Wording
from schemas.extraction import Entity, Extraction

TEXT = "Lorn 900 100 250 40 7 5 EUR 8 12 and Health in 2031 and 2032"


@pytest.fixture
def told(sketch: Callable[[str], Any]) -> Asked:
    s = sketch(TEXT)
    lorn, health = s.bound("Lorn"), s.bound("Health")
    required, need = s.bound("required", "Lorn"), s.bound("in_need", "Lorn")
    first, second = s.bound("2031"), s.bound("2032")
    money = {"unit": "USD", "status": required}
    s.figure("900", "money", "900", **money, place=lorn, as_of=first)
    s.figure("100", "money", "100", **money, place=lorn, as_of=second)
    s.figure("250", "money", "250", **money, place=s.bound("Marl", "and"), indicator=health)
    s.figure("40", "count", "40", unit="people", status=need, place=lorn)
    s.figure("7", "money", "7000", unit="EUR", status=required, place=lorn)
    s.figure("5", "percent", "5", unit="percent", status=need, place=lorn)
    s.figure("8", "money", "8", **money, indicator=s.bound("Total: health", "Health"))
    s.figure("12", "count", "12", unit="PEOPLE", status=need, place=s.bound("Marl", "and"))
    sector = Entity(id="e1", type="sector", value="Health", mentions=(s.anchor("Health"),))
    made: Extraction = s.extraction()
    return asked(made.model_copy(update={"entities": (sector,)}))


def cells(told: Asked, title: str) -> dict[str, list[str | None]]:
    table = next(each for each in told.summaries if each.title == title)
    return {row.label: [cell and cell.shown for cell in row.cells] for row in table.rows}


def test_the_headline_is_the_largest_of_the_commonest_currency(told: Asked) -> None:
    assert [(head, cell.shown) for head, cell in told.headline] == [
        ("Required", "USD 900"),
        ("In need", "40 people"),
    ]


def test_places_are_told_with_the_largest_first(told: Asked) -> None:
    assert cells(told, "By place") == {
        "Lorn": ["USD 900", "40 people"],
        "Marl": ["USD 250", "12 people"],
    }


def test_years_are_told_in_order_with_bars_to_scale(told: Asked) -> None:
    table = next(each for each in told.summaries if each.title == "By year")
    assert [(row.label, row.bar) for row in table.rows] == [("2031", 100.0), ("2032", 11.1)]
    assert table.bars_of == "Required"


def test_a_table_of_one_row_is_left_out(told: Asked) -> None:
    assert [each.title for each in told.summaries] == ["By place", "By year"]


def test_a_document_that_asks_for_nothing_has_no_summary(sketch: Callable[[str], Any]) -> None:
    s = sketch("41 people")
    s.figure("41", "count", "41", unit="people")
    assert asked(s.extraction()) == Asked((), ())


def test_what_is_counted_is_written_small_where_the_document_does_so(
    sketch: Callable[[str], Any],
) -> None:
    s = sketch("12 People In Camps 9 Canadians; of these people some are in other camps")
    for value, unit, status in (
        ("12", "People In Camps", "in_need"),
        ("9", "Canadians", "reached"),
    ):
        s.figure(value, "count", value, unit=unit, status=s.bound(status, "some"))
    wording = Wording(s.text)
    assert [wording.worded(figure).unit for figure in s.figures] == ["people in camps", "Canadians"]
    assert [cell.shown for _, cell in asked(s.extraction()).headline] == ["12 people in camps"]
