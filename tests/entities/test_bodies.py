"""Organisations and programmes that no list has: told by the noun in their name."""

import pytest

from extractor import entities


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("the Lorn Roads Board pays", ["Lorn Roads Board"]),
        ("the Ministry of Public Works and Water", ["Ministry of Public Works and Water"]),
        ("the Ministry of Works of Kenya", ["Ministry of Works"]),
        ("the Government of the Windy Isles", ["Government of the Windy Isles"]),
        ("Nurses' Council, Midwives’ Union", ["Nurses' Council", "Midwives’ Union"]),
        ("le Ministère de la Santé", ["Ministère de la Santé"]),
        ("el Instituto del Agua", ["Instituto del Agua"]),
        (
            "the Lorn National Police, the High-Level Council of Ost",
            ["Lorn National Police", "High-Level Council of Ost"],
        ),
        ("The Council met. Our Board met.", []),
        ("Director of the Lorn Water Board", ["Lorn Water Board"]),
        ("the Local Government Area", []),
        ("Roads and Water", []),
        ("the roads board", []),
        ("Board games of Lorn", []),
    ],
)
def test_organisations_by_their_form(text: str, named: list[str]) -> None:
    mentions, _ = entities.find(text)
    assert [m.value for m in mentions if m.type == "organisation"] == named


def test_a_group_in_the_name_of_an_organisation_is_none() -> None:
    mentions, _ = entities.find("The Nurses' Council asked nurses.")
    assert [(m.type, m.value) for m in mentions] == [
        ("organisation", "Nurses' Council"),
        ("population", "nurses"),
    ]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("the Lorn School Meals Programme feeds", ["Lorn School Meals Programme"]),
        ("the Clean Wells Initiative and the Ost Roads Project",
         ["Clean Wells Initiative", "Ost Roads Project"]),
        ("le Programme National de Nutrition", ["Programme National de Nutrition"]),
        ("el Programa de Mejoramiento de Barrios", ["Programa de Mejoramiento de Barrios"]),
        ("the Country Programme and the Joint Global Programme", []),
        ("Savings and Programme", []),
        ("The Programme pays; Project Manager; the wells project", []),
        ("the Wells Programme Board", []),
    ],
)  # fmt: skip
def test_programmes_by_their_form(text: str, named: list[str]) -> None:
    mentions, _ = entities.find(text)
    assert [m.value for m in mentions if m.type == "programme"] == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("the Government of Kenya pays", ["Government of Kenya"]),
        ("the Government of the Sudan, le Gouvernement du Tchad",
         ["Government of the Sudan", "Gouvernement du Tchad"]),
        ("Kenya Roads Board and Kenya", ["Kenya Roads Board"]),
        ("the Kenya Ministry of Women Affairs", ["Kenya Ministry of Women Affairs"]),
        ("the Uganda Bureau of Statistics of Kenya", ["Uganda Bureau of Statistics"]),
        ("the Ministry of Works of Kenya", []),
        ("Kenya Roads and Kenya. The Board met.", []),
        ("the Kenya Country Office, the Kenya Office", []),
        ("the Kenya Statistics Office", ["Kenya Statistics Office"]),
        ("the government of Kenya", []),
    ],
)  # fmt: skip
def test_organisations_named_by_a_place_which_stays_one(text: str, named: list[str]) -> None:
    mentions, _ = entities.find(text)
    told = entities.further(text, mentions, "en")
    assert [m.value for m in told] == named
    assert [m for m in mentions if m.type == "place"]
