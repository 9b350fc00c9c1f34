"""Which wordings count as the same."""

import pytest

from extractor.golden.wording import normal_form, text_hash


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("People in need", "people in need."),
        ("the number of refugees", "number of refugee"),
        ("cities", "city"),
        ("boxes of classes", "box class"),
        ("Office's budget", "office budget"),
        ("m\u00e9nages d\u00e9plac\u00e9s", "les m\u00e9nages d\u00e9plac\u00e9s"),
        ("\ufb01nancing", "financing"),
    ],
)
def test_the_same(one: str, other: str) -> None:
    assert normal_form(one) == normal_form(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("need", "needs met"), ("analysis", "analys"), ("gas", "ga"), ("of", "in"), ("WHO", "IOM")],
)
def test_not_the_same(one: str, other: str) -> None:
    assert normal_form(one) != normal_form(other)


def test_white_space_does_not_count_in_a_hash() -> None:
    assert text_hash("two  words\n") == text_hash("two words")
    assert text_hash("two words") != text_hash("two Words")
