"""Sectors: common words that name one beside its noun, as a whole cell, or under its header."""

import pytest

from extractor.data.tables import load
from extractor.entities.mention import Mention
from extractor.entities.sectors import sectors

WASH = "Water, Sanitation and Hygiene"


def named(text: str, *known: Mention) -> list[tuple[str, str]]:
    """Return printed words and value of each sector."""
    return [(text[slice(*m.span)], m.value) for m in sectors(text, known)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Health Cluster, the WASH sector", [("Health", "Health"), ("WASH", WASH)]),
        ("the health sector and the Child Protection sub-cluster",
         [("health", "Health"), ("Child Protection", "Child Protection")]),
        ("le secteur de la santé, le cluster Nutrition",
         [("santé", "Health"), ("Nutrition", "Nutrition")]),
        ("el sector de agua, saneamiento e higiene", [("agua, saneamiento e higiene", WASH)]),
        ("el sector salud", [("salud", "Health")]),
        ("кластер із питань захисту, Кластер Освіта", [("Освіта", "Education")]),
        ("قطاع التعليم", [("التعليم", "Education")]),
        ("the Durable Wells Cluster", [("Durable Wells", "Durable Wells")]),
        ("Global Clusters; the private sector; clusters of cases; directors", []),
        ("Health and Education are rights.", []),
        ("unhealth sector", []),
        ("", []),
    ],
)  # fmt: skip
def test_a_noun_beside_tells_a_sector(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


def test_a_column_headed_so_names_sectors_up_to_a_blank_line() -> None:
    table = "Sector\tPeople\nHealth\t40\nRiver roads\t20\nTotal\t60\n\nWells\t10\n"
    assert named(table) == [("Health", "Health"), ("River roads", "River roads")]


def test_whole_cells_and_lines_are_sectors_where_there_are_several() -> None:
    text = "Needs\n\nHealth\n\nEducation:\n\nHealth care\n\nProtection\t40"
    assert [value for _, value in named(text)] == ["Health", "Education", "Protection"]
    assert named("Health\n\nEducation\n\nwells") == []


def test_a_known_name_is_no_sector() -> None:
    text = "the Health Cluster"
    assert named(text, Mention("organisation", (4, 10), "Health")) == []


def test_every_name_is_listed_for_one_sector() -> None:
    listed = load("sectors.toml")["sectors"]
    names = [name.lower() for value, others in listed.items() for name in (value, *others)]
    assert sorted(names) == sorted(set(names))


def test_a_text_of_nothing_but_nouns_is_read_in_one_pass() -> None:
    assert named("sector" * 2000 + " sector" * 2000) == []
    assert named("Sector\tx\n" * 20000 + "\n") == []
