"""Footnotes, marks, captions and key figures."""

import pytest
from pages.metrics import score
from pages.truth import Caption, Footnote, KeyFigure, Mark, Reading

TRUTH = Reading(
    footnotes=(Footnote("1", "Survey (2031), p. 2."), Footnote("2", "Register.")),
    marks=(Mark("1", "of 40,000 people"), Mark("2", "in the north."), Mark("2", "")),
    captions=(
        Caption("photo", "A well. © NAVO 2031/Ama Veldt", "NAVO/Ama Veldt", "2031"),
        Caption("table", "Table 1. Costs", of="sector 2031 food 12", beside="(USD million)"),
    ),
    key_figures=(KeyFigure("1.2 million", "people in need", "As of May 2031"),),
)


def test_all_found_is_all_gained() -> None:
    assert {name: tally.share for name, tally in score(TRUTH, TRUTH).items()} == {
        "reading order": None,
        "headings": None,
        "TEDS": None,
        "TEDS-S": None,
        "adjacency F1": None,
        "footnotes F1": 1,
        "marks F1": 1,
        "captions F1": 1,
        "caption kinds F1": 1,
        "credits F1": 1,
        "caption's table F1": 1,
        "key figures F1": 1,
    }


def test_what_is_not_given_is_not_scored() -> None:
    assert set(score(TRUTH, Reading(gives=frozenset(("order",))))) == {"reading order"}


@pytest.mark.parametrize(
    ("metric", "read", "share"),
    [
        # one of two notes, and one too much: 2 of 4
        (
            "footnotes F1",
            Reading(footnotes=(Footnote("1", "Survey 2031, p 2"), Footnote("3", "Register."))),
            2 / 4,
        ),
        ("footnotes F1", Reading(footnotes=(Footnote("2", "Survey (2031), p. 2."),)), 0),
        # only the last letters before a mark tell its place
        ("marks F1", Reading(marks=(Mark("1", "More was given to 40 000 people"),)), 0),
        ("marks F1", Reading(marks=(Mark("2", "It rains in the south."),)), 0),
        # a block that was cut has fewer letters before its mark, but the same
        ("marks F1", Reading(marks=(Mark("2", "in the north."),)), 2 / 4),
        ("marks F1", Reading(marks=(Mark("2", "north."), Mark("2", "north."))), 2 / 5),
        ("marks F1", Reading(marks=(Mark("2", "th."),)), 0),
        ("marks F1", Reading(marks=(Mark("1", "north."),)), 0),
        ("marks F1", Reading(marks=(Mark("2", "It rains in the north"),)), 2 / 4),
        ("captions F1", Reading(captions=(Caption(None, "Table 1. Costs"),)), 2 / 3),
        ("captions F1", Reading(captions=(Caption(None, "Table 1. Costs (USD million)"),)), 2 / 3),
        ("caption kinds F1", Reading(captions=(Caption(None, "Table 1. Costs"),)), 0),
        (
            "credits F1",
            Reading(captions=(Caption("photo", "A well. © NAVO 2031/Ama Veldt", "NAVO", "2031"),)),
            0,
        ),
        (
            "caption's table F1",
            Reading(captions=(Caption("table", "Table 1. Costs", of="Other things 1 2 3 4 5"),)),
            0,
        ),
        ("key figures F1", Reading(key_figures=(KeyFigure("1.2 million", "People in need"),)), 1),
        (
            "key figures F1",
            Reading(key_figures=(KeyFigure("1.2 million", "people in need As of May 2031"),)),
            1,
        ),
        ("key figures F1", Reading(key_figures=(KeyFigure("12 million", "people"),)), 0),
    ],
)
def test_things_match_one_to_one(metric: str, read: Reading, share: float) -> None:
    assert score(TRUTH, read)[metric].share == pytest.approx(share)


@pytest.mark.parametrize(("label", "share"), [("north", 1), ("rain", 2 / 3)])
def test_numbers_in_a_chart_may_be_given_or_left_out(label: str, share: float) -> None:
    figure = KeyFigure("1.2 million", "people in need")
    truth = Reading(key_figures=(figure,), graphics=("north 12 south 30",))
    read = Reading(key_figures=(figure, KeyFigure("12", label)))
    assert score(truth, read)["key figures F1"].share == pytest.approx(share)
