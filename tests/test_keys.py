"""The comparing form of a phrase."""

import pytest

from extractor.keys import key


@pytest.mark.parametrize(
    ("phrase", "form"),
    [
        ("Displaced Persons in need of shelters", "displaced person need shelter"),
        ("the cities and the boxes", "city box"),
        ("Children’s wells", "child well"),
        ("people", "person"),
        ("axes, ties, crises", "axe tie crisis"),
        ("bus status basis glass gas", "bus status basis glass gas"),
        ("classes and watches", "class watch"),
        ("Besoins (2031)", "besoin 2031"),
        ("of the", "of the"),
        ("—", "—"),
    ],
)
def test_forms(phrase: str, form: str) -> None:
    assert key(phrase) == form


@pytest.mark.parametrize("phrase", ["Displaced persons in need", "cities", "Children’s wells"])
def test_a_form_is_its_own(phrase: str) -> None:
    assert key(key(phrase)) == key(phrase)
