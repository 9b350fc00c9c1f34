"""Countries named in a case, or with a preposition written together with the name."""

import pytest

from extractor import entities
from extractor.data.tables import load
from extractor.entities import gazetteer
from extractor.entities.inflected import inflected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "в Украине, из Сирии, с Молдовой",
            [("Украине", "UA"), ("Сирии", "SY"), ("Молдовой", "MD")],
        ),
        ("беженцы из Южного Судана", [("Южного Судана", "SS")]),
        ("в Демократической Республике Конго", [("Демократической Республике Конго", "CD")]),
        ("правительство Российской Федерации", [("Российской Федерации", "RU")]),
        (
            "в Соединенных Штатах Америки, США",
            [("Соединенных Штатах Америки", "US"), ("США", "US")],
        ),
        (
            "до Польщі, у Німеччині, з Іраку",
            [("Польщі", "PL"), ("Німеччині", "DE"), ("Іраку", "IQ")],
        ),
        ("в Мали и Перу", [("Мали", "ML"), ("Перу", "PE")]),
        ("بأوكرانيا وسوريا", [("أوكرانيا", "UA"), ("سوريا", "SY")]),
        ("بالعراق، للسودان", [("العراق", "IQ"), ("للسودان", "SD")]),
        ("في اوكرانيا", [("اوكرانيا", "UA")]),
        ("في الولايات المتحدة", [("الولايات المتحدة", "US")]),
        ("украинские семьи, Иранец, قطري", []),
        ("Lorn, Iraq", []),
    ],
)
def test_countries_in_their_forms(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[slice(*m.span)], m.code) for m in inflected(text)] == expected


def test_a_place_is_found_by_its_form_in_a_text() -> None:
    found, _ = entities.find("В Украине нуждаются 5 млн человек.")
    assert ("place", "UA") in [(m.type, m.code) for m in found]


def test_every_name_that_is_added_is_of_a_country() -> None:
    assert set(load("cases.toml")["names"]) <= set(gazetteer.countries())
