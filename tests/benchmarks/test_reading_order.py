"""Reading order by normalised indel similarity."""

import pytest
from pages.metrics.reading_order import reading_order, similarity
from pages.truth import Reading


def test_a_block_that_moved_costs_its_characters_twice() -> None:
    # "aa bbbb" becomes "bbbb aa": 3 characters taken out and 3 put in, of 14 in both
    assert similarity(["aa", "bbbb"], ["bbbb", "aa"]) == pytest.approx(1 - 6 / 14)


def test_blanks_and_ligatures_and_leaders_cost_nothing() -> None:
    assert similarity(["The first part 3"], ["The  ﬁrst\npart ..... 3"]) == 1


def test_the_best_order_that_the_truth_allows_counts() -> None:
    truth = Reading(order=("box", "text"), alternatives=(("text", "box"),))
    assert reading_order(truth, Reading(order=("text", "box"))).share == 1


def test_a_truth_without_text_is_not_scored() -> None:
    assert reading_order(Reading(), Reading(order=("debris",))).share is None
