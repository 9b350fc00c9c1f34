"""People: named with a title, or signing what they say."""

import pytest

from extractor.entities.people import people


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("President Olan Brisk said", ["Olan Brisk"]),
        ("Mr. A. Brisk; Dr Ilse van der Veld", ["A. Brisk", "Ilse van der Veld"]),
        ("H.E. President Oru Chawn", ["Oru Chawn"]),
        ("President Brisk’s visit", ["Brisk"]),
        ("Mme Awa de Lorn", ["Awa de Lorn"]),
        ("Sr. Juan de la Osta", ["Juan de la Osta"]),
        ("Secretary-General Ilse O’Lorn", ["Ilse O’Lorn"]),
        ("Olan Brisk\n\nDirector of the Lorn Agency", ["Olan Brisk"]),
        ("(Signed) Olan Brisk\n\nChargé", ["Olan Brisk"]),
        ("Olan Brisk\n\nDirections to the agency", []),
        ("the President of Lorn", []),
        ("the Prime Minister Office", []),
        ("the Minister General", []),
        ("Governor Lorn Hospital", []),
        ("the president said", []),
        ("Президент Олан Бриск заявив", ["Олан Бриск"]),
        ("міністр охорони здоров’я Ільза Веддер", ["Ільза Веддер"]),
        ("г-жа И. О. Веддер и г-н Олан Бриск", ["И. О. Веддер", "Олан Бриск"]),
        ("министр финансов Лорнской Республики", []),
        ("президент Российской Федерации", []),
        ("السيدة إلزا فيدر قالت", ["إلزا فيدر"]),
        ("الرئيس السابق قال", []),
    ],
)
def test_people(text: str, named: list[str]) -> None:
    assert [person.value for person in people(text)] == named
