"""Laws and resolutions: cited by number, by symbol, or by name and year, in the six languages."""

import pytest

from extractor import entities
from extractor.entities.laws import laws


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("as S/RES/1997 (2011) asks", ["S/RES/1997 (2011)"]),
        ("A/RES/46/182 and resolution 70/1", ["A/RES/46/182", "resolution 70/1"]),
        ("Security Council resolution 1997 (2011)", ["Security Council resolution 1997 (2011)"]),
        ("Law No. 12/2019 of 3 May", ["Law No. 12/2019"]),
        ("the rate set by Law 27/2030.", ["Law 27/2030"]),
        ("the Roads Act of 2019 and the Wells and Pumps Act 1998",
         ["Roads Act of 2019", "Wells and Pumps Act 1998"]),
        ("Presidential Decree No. 64", ["Presidential Decree No. 64"]),
        ("Directive 2001/55/EC, Regulation (EU) 2021/1058",
         ["Directive 2001/55/EC", "Regulation (EU) 2021/1058"]),
        ("la loi n° 2019-12 du 3 mars", ["loi n° 2019-12"]),
        ("le décret n° 2020-45", ["décret n° 2020-45"]),
        ("la Ley 1448 de 2011", ["Ley 1448 de 2011"]),
        ("el Real Decreto-ley 4/2020", ["Real Decreto-ley 4/2020"]),
        ("Закон № 2102-IX", ["Закон № 2102-IX"]),
        ("القانون رقم 12 لسنة 2019", ["القانون رقم 12 لسنة 2019"]),
        ("Act 3 of the play, and resolution 4", []),
        ("The Act of the people", []),
        ("Lawrence 2019", []),
    ],
)  # fmt: skip
def test_laws(text: str, cited: list[str]) -> None:
    assert [law.value for law in laws(text)] == cited


def test_laws_in_any_line_are_found() -> None:
    text = "Roads Act 2019 and Law No. 3/2001\n\nNeeds\t5\nAs RESOLUTION 70/1 and Law No. 7/2002"
    found = ["Roads Act 2019", "Law No. 3/2001", "RESOLUTION 70/1", "Law No. 7/2002"]
    assert [law.value for law in laws(text)] == found


def test_a_place_in_the_name_of_a_law_is_no_place() -> None:
    mentions, _ = entities.find("The Kenya Roads Act 2019 holds in Kenya.")
    assert [(m.type, m.value) for m in mentions] == [
        ("law", "Kenya Roads Act 2019"),
        ("place", "Kenya"),
    ]
