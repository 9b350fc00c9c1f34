"""Headings by the edit similarity of their trees."""

import pytest
from pages.metrics.headings import headings, similarity
from pages.truth import Heading, Reading

PLAN = [Heading(1, "Needs"), Heading(2, "Food"), Heading(2, "Water"), Heading(1, "Costs")]


@pytest.mark.parametrize(
    ("read", "share"),
    [
        (PLAN, 1),
        (PLAN[:3], 3 / 4),
        ([*PLAN, Heading(1, "not one")], 4 / 5),
        ([], 0),
        # "Wader" for "Water": one letter of five
        ([*PLAN[:2], Heading(2, "Wader"), PLAN[3]], 1 - 0.2 / 4),
        # the levels themselves do not count, what stands below what does
        ([Heading(h.level + 1, h.text) for h in PLAN], 1),
        # "Water" is taken out of "Needs" and put in beside it
        ([*PLAN[:2], Heading(1, "Water"), PLAN[3]], 1 - 2 / 4),
    ],
)
def test_edits_count_by_heading(read: list[Heading], share: float) -> None:
    assert similarity(PLAN, read) == pytest.approx(share)


def test_a_title_may_be_told_apart_or_be_a_heading() -> None:
    truth = Reading(title="The plan", headings=tuple(PLAN))
    above = Reading(
        headings=(Heading(1, "The plan"), *(Heading(h.level + 1, h.text) for h in PLAN))
    )
    beside = Reading(headings=(Heading(1, "The plan"), *PLAN))
    assert [headings(truth, r).share for r in (truth, above, beside)] == [1, 1, 1]


def test_headings_where_there_are_none_count() -> None:
    assert headings(Reading(), Reading(headings=(Heading(1, "x"),))).share == 0
    assert headings(Reading(), Reading()).share is None
