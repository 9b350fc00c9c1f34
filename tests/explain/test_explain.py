"""What is told of one figure."""

from collections.abc import Callable
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest

from extractor.errors import UsageError
from extractor.explain import Explanation, explain
from extractor.explain.sheet import sheet
from schemas.extraction import Extraction, Finding
from schemas.figure import CellRef, Figure

Tell = Callable[[str], Explanation]


@pytest.fixture
def tell(extraction: Extraction, figures: dict[str, Figure], plan: Path) -> Tell:
    """Explain the figure that is printed so."""
    return lambda printed: explain(extraction, figures[printed].id, text=plan.read_text("utf-8"))


def test_the_line_around_a_figure_is_the_text_around_it(tell: Tell) -> None:
    standing = tell("40,000").standing
    assert standing.before.endswith("As of May 2031, over ")
    assert standing.after.startswith(" people in Northland need shelter")
    assert (standing.where, standing.page, standing.zone) == ("line 5", None, "prose")


def test_the_sections_lead_from_the_widest_to_the_innermost(tell: Tell) -> None:
    assert tell("40,000").standing.sections[-1] == "1 Needs"


def test_without_the_source_a_place_is_a_character(
    extraction: Extraction, figures: dict[str, Figure]
) -> None:
    told = explain(extraction, figures["40,000"].id)
    assert told.standing.where == f"character {figures['40,000'].anchor.source[0].start}"


def test_a_cell_is_told_by_its_heads_and_its_row(tell: Tell) -> None:
    standing = tell("1,250").standing
    assert standing.table is not None
    assert (standing.table.row, standing.table.col) == (2, 2)
    assert standing.table.column_heads == ("2031",)
    assert standing.table.row_heads == ("Shelter",)
    assert (standing.before, standing.after) == ("Shelter\t", "\t900")


def test_a_reading_keeps_its_modifier_and_its_words(tell: Tell) -> None:
    told = tell("40,000")
    assert told.written == "at least 40,000 people"
    assert told.reading.modifier_evidence is not None
    assert told.reading.modifier_evidence.quote == "over"
    assert told.reading.precision == "0.5"


def test_each_attribute_has_its_evidence(tell: Tell) -> None:
    bound = {each.name: each for each in tell("1,250").attributes}
    assert bound["indicator"].value == "Requirements: Shelter"
    assert bound["as_of"].evidence is not None
    assert (bound["as_of"].evidence.quote, bound["as_of"].evidence.where) == ("2031", "line 9")
    assert bound["status"].state == "inherited"


def test_a_source_is_followed_from_the_mark_to_the_address(tell: Tell) -> None:
    (source,) = tell("35 per cent").sources
    assert source.note is not None
    assert (source.note.label, source.note.mark, source.note.where) == ("1", "line 5", "line 15")
    assert source.note.text.startswith("Northland Relief Office")
    assert (source.date, source.url) == ("2031-04", "https://census.example")


def test_whole_and_part_name_each_other(tell: Tell, figures: dict[str, Figure]) -> None:
    part = tell("35 per cent")
    assert part.whole is not None
    assert part.whole.id == figures["40,000"].id
    assert [each.id for each in tell("40,000").parts] == [figures["35 per cent"].id]


def test_a_sum_that_adds_up_is_told_of_its_total_and_its_parts(tell: Tell) -> None:
    (total,) = [check for check in tell("1,850").checks if check.severity == "agrees"]
    assert {other.quote for other in total.others} == {"1,250", "600"}
    assert "is the total of 2 parts that make 1,850,000" in total.message
    (part,) = [check for check in tell("600").checks if check.severity == "agrees"]
    assert {other.quote for other in part.others} == {"1,250", "1,850"}


def test_a_sum_that_does_not_add_up_is_a_finding_of_its_figures(tell: Tell) -> None:
    for printed in ("1,360", "900", "450"):
        (found,) = tell(printed).checks
        assert (found.code, found.stated, found.computed) == (
            "total_mismatch",
            "1360000",
            "1350000",
        )
    assert all(check.severity == "agrees" for check in tell("600").checks)


def test_a_fault_of_reading_is_told_too(extraction: Extraction, figures: dict[str, Figure]) -> None:
    id_ = figures["600"].id
    doubt = Finding(code="engines-disagree", severity="warning", message="6 or 8", figures=(id_,))
    told = explain(extraction.model_copy(update={"findings": (doubt,)}), id_)
    assert told.checks[0].code == "engines-disagree"


def test_the_same_indicator_is_found_elsewhere(tell: Tell) -> None:
    (other,) = tell("1,250").elsewhere
    assert (other.figure.quote, other.relation) == ("900", "another time")
    assert tell("40,000").elsewhere == ()


@pytest.mark.parametrize("date", ["May", None])
def test_restatements_say_whether_they_agree(
    sketch: Callable[[str], Any], date: str | None
) -> None:
    s = sketch("Evacuees in May: 40,000, 40 thousand, 41,000 or 39,000")
    s.block("paragraph", s.text)
    for printed, value, half, block in (
        ("40,000", "40000", "0.5", "b0"),
        ("40 thousand", "40000", "500", "b1"),
        ("41,000", "41000", "0.5", "b2"),
        ("39,000", "39000", "0.5", "b0"),  # in one breath with the first, so another thing
    ):
        more = {"precision": half, "indicator": s.bound("Evacuees"), "block_id": block}
        s.figure(printed, "count", value, as_of=date and s.bound(date), **more)
    told = explain(s.extraction(), "fig-0").elsewhere
    assert [(one.figure.quote, one.relation) for one in told] == [
        ("40 thousand", "agrees"),
        ("41,000", "differs" if date else "time not told"),
    ]


def test_another_figure_is_told_with_its_place(sketch: Callable[[str], Any]) -> None:
    s = sketch("Boats: 12 in Eastport, 12 in Westport")
    s.block("paragraph", s.text)
    whole = s.figure("12", "count", "12", place=s.bound("Eastport"))
    s.figure("12", "count", "12", anchor=s.anchor("12", 1), of=whole.id, place=s.bound("Westport"))
    told = explain(s.extraction(), "fig-0")
    assert [part.place for part in told.parts] == ["Westport"]
    assert "whole of      12, Westport, " in sheet(told)
    assert "part of       12, Eastport, " in sheet(explain(s.extraction(), "fig-1"))


def test_a_row_is_told_by_its_first_words_where_its_head_is_a_number(
    extraction: Extraction, figures: dict[str, Figure]
) -> None:
    (table,) = extraction.tables
    place = attrgetter("row", "col")
    cells = [cell.model_copy(update={"col": cell.col + 1}) for cell in table.cells]
    cells += [
        cell.model_copy(update={"text": str(cell.row), "header": "row"})
        for cell in table.cells
        if cell.col == 0
    ]
    numbered = table.model_copy(update={"cells": tuple(sorted(cells, key=place)), "n_cols": 4})
    figure = figures["1,250"]
    assert figure.cell is not None
    moved = figure.model_copy(update={"cell": figure.cell.model_copy(update={"col": 2})})
    changed = {"tables": (numbered,), "figures": (moved,)}
    told = explain(extraction.model_copy(update=changed), figure.id)
    assert told.standing.table is not None
    assert told.standing.table.row_heads == ("1", "Shelter")


def test_a_long_cell_is_cut_as_a_long_paragraph_is(sketch: Callable[[str], Any]) -> None:
    words = " ".join(["word"] * 100)
    s = sketch(f"{words} 7 {words}\tlast")
    s.block("table", s.text)
    s.figure("7", "count", "7", cell=CellRef(table_id="t", row=0, col=0))
    standing = explain(s.extraction(), "fig-0").standing
    assert standing.before.startswith("… word ")
    assert standing.after.endswith(" word …")
    assert len(standing.before) + len(standing.after) < 400


def test_the_beginning_of_an_id_is_enough(
    extraction: Extraction, figures: dict[str, Figure]
) -> None:
    id_ = figures["40,000"].id
    assert explain(extraction, id_[:10]).id == id_
    assert explain(extraction, id_.removeprefix("fig-")[:8]).id == id_


def test_an_ambiguous_beginning_names_the_figures(extraction: Extraction) -> None:
    with pytest.raises(UsageError, match=r"begins the ids of \d+: fig-\w+ \(.*character \d+"):
        explain(extraction, "fig-")


def test_a_wrong_id_names_near_ones(extraction: Extraction, figures: dict[str, Figure]) -> None:
    id_ = figures["40,000"].id
    with pytest.raises(UsageError, match=f"near it are {id_}"):
        explain(extraction, f"{id_[:-1]}x")
    with pytest.raises(UsageError, match=f"it is printed by {id_}"):
        explain(extraction, "40,000")
    with pytest.raises(UsageError, match=r"no figure is 'zzz'$"):
        explain(extraction, "zzz")


def test_sections_that_are_in_each_other_end(
    extraction: Extraction, figures: dict[str, Figure]
) -> None:
    """An extraction comes from outside: its references may lead anywhere."""
    looped = tuple(
        section.model_copy(update={"parent_id": section.id}) for section in extraction.sections
    )
    broken = extraction.model_copy(update={"sections": looped, "tables": (), "blocks": ()})
    told = explain(broken, figures["1,250"].id)
    assert told.standing.table is None
    assert told.standing.sections == ("2 Requirements",)
