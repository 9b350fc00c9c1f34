"""Digits that are no figure, with the reason."""

from collections.abc import Callable

import pytest

Reader = Callable[..., list[tuple[str, str, str, str | None, str | None]]]
Explainer = Callable[..., list[tuple[str, str]]]

REASONS = [
    ("SO1 and S01", [("1", "code"), ("01", "code")]),
    ("1a.1 and 2b.5", [("1", "code"), ("1", "code"), ("2", "code"), ("5", "code")]),
    ("A/79/797", [("79", "code"), ("797", "code")]),
    ("STRATEGIC OBJECTIVE 01", [("01", "code")]),
    ("Outcome 3.2: schools", [("3", "code"), ("2", "code")]),
    ("Cluster 4", [("4", "code")]),
    ("SDG 5", [("5", "code")]),
    ("COVID-19", [("19", "name")]),
    ("Round 13", [("13", "reference")]),
    ("page 12", [("12", "reference")]),
    ("Tables 3 and 4", [("3", "reference"), ("4", "reference")]),
    ("section 2.1, below", [("2", "reference"), ("1", "reference")]),
    ("Article 21(1)", [("21", "reference"), ("1", "reference")]),
    ("week 12", [("12", "reference")]),
    ("Directive 2001/55/EC", [("2001", "name"), ("55", "name")]),
    ("Regulation (EU) No 21/1060", [("21", "name"), ("1060", "name")]),
    ("Regulation (EU) 2021/1060", [("2021", "name"), ("1060", "name")]),
    ("the rate set by Law 27/2030.", [("27", "name"), ("2030", "name")]),
    ("Law 1448 of 2031", [("1448", "name"), ("2031", "name")]),
    ("Law of Northland No. 2030-IX", [("2030", "name")]),
    ("resolution 7254 (2031)", [("7254", "name"), ("2031", "name")]),
    (
        "resolutions 7139 (2030) and 7165 (2031)",
        [("7139", "name"), ("2030", "name"), ("7165", "name"), ("2031", "name")],
    ),
    ("Executive Order 93224", [("93224", "name")]),
    ("Convention No. 969", [("969", "name")]),
    ("Article 5 of the Law", [("5", "reference")]),
    ("A/RES/97/124", [("97", "code"), ("124", "code")]),
    ("(CC0 1.0)", [("0", "name"), ("1", "name"), ("0", "name")]),
    ("CC BY-SA 4.0", [("4", "name"), ("0", "name")]),
    ("the Open Licence, version 2.0", [("2", "name"), ("0", "name")]),
    ("ISO 9001:2015", [("9001", "name"), ("2015", "name")]),
    ("Agenda 2040", [("2040", "name")]),
    ("the workshops of the Alba 21 corridor", [("21", "name")]),
    ("the project Alba 21 began", [("21", "name")]),
    ("© XYZ 2023/Some Body", [("2023", "credit")]),
    ("© XYZ, 2023", [("2023", "credit")]),
    ("Photo: Some Body/2022", [("2022", "credit")]),
    ("see https://a.example/2023/12", [("2023", "url"), ("12", "url")]),
    ("write to x12@y.example", [("12", "url")]),
    (
        "Tel: +41 22 717 91 11",
        [("41", "code"), ("22", "code"), ("717", "code"), ("91", "code"), ("11", "code")],
    ),
    ("the Global Appeal 2024", [("2024", "name")]),
    ("the 2024 Northland Response Plan", [("2024", "name")]),
    ("open 24/7", [("24", "name"), ("7", "name")]),
    ("1. Introduction", [("1", "list_number")]),
    ("2.1 Conditions", [("2", "list_number"), ("1", "list_number")]),
    ("the 3rd round", [("3", "ordinal")]),
    ("aged 12", [("12", "age")]),
    ("a 12-year-old", [("12", "age")]),
    ("children aged 6-59 months", [("6", "age"), ("59", "age")]),
    ("children under 5", [("5", "age")]),
    ("people aged 60 years and older", [("60", "age")]),
    ("Alba (12) drew it", [("12", "age")]),
    ("her sons Bo (12) and Al (9) came", [("12", "age"), ("9", "age")]),
    ("25-05391 (E)", [("25", "code"), ("05391", "code")]),
    (
        "under agenda items 62, 67 and 80",
        [("62", "reference"), ("67", "reference"), ("80", "reference")],
    ),
    ("at 10:30 am", [("10", "reference"), ("30", "reference")]),
]


@pytest.mark.parametrize(("text", "expected"), REASONS, ids=[text for text, _ in REASONS])
def test_explained(
    figures: Reader, reasons: Explainer, text: str, expected: list[tuple[str, str]]
) -> None:
    assert figures(text) == []
    assert reasons(text) == expected


def test_numbers_after_places_are_counts(figures: Reader) -> None:
    values = [
        case[2] for case in figures("boats left Norport (38), Suport (4), and Westport (81).")
    ]
    assert values == ["38", "4", "81"]


COUNTED = [
    ("Alba built 21 road bridges", "21"),
    ("they gave Alba 21 school buses", "21"),
    ("an order of 27 tents", "27"),
    ("Order 12,000 tents", "12000"),
    ("Order 2.5 million tents", "2500000"),
    ("the act 300 people saw", "300"),
    ("Target 45 per cent", "45"),
    ("Target 5 million people", "5000000"),
]


@pytest.mark.parametrize(("text", "value"), COUNTED, ids=[text for text, _ in COUNTED])
def test_number_beside_a_name_that_counts(figures: Reader, text: str, value: str) -> None:
    assert [case[2] for case in figures(text)] == [value]
