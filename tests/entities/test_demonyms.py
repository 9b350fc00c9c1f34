"""Demonyms: they name a country, and never say where a figure holds."""

from pathlib import Path

import pytest

from extractor import entities
from extractor.data.tables import load
from extractor.entities import gazetteer
from extractor.entities.demonyms import demonyms
from extractor.entities.known import known_names
from extractor.pipeline import extract


def named(text: str, language: str | None = "en") -> list[tuple[str, str | None]]:
    """Return printed words and code of each demonym."""
    found = demonyms(text, list(known_names(text)), language)
    return [(text[slice(*m.span)], m.code) for m in found]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Afghan women, Syrians and KENYANS", "en",
         [("Afghan", "AF"), ("Syrians", "SY"), ("KENYANS", "KE")]),
        ("South African, South Sudanese and Equatorial Guinean wells", "en",
         [("South African", "ZA"), ("South Sudanese", "SS"), ("Equatorial Guinean", "GQ")]),
        ("a Kosovar town", "en", [("Kosovar", None)]),
        ("Chad: Congolese nationals", "en", []),
        ("Democratic Republic of the Congo: Congolese nationals", "en", [("Congolese", "CD")]),
        ("the Russian Federation", "en", []),
        ("Latin American, Indian Ocean, Kenyan shillings", "en", []),
        ("in French, French only, French.", "en", []),
        ("the French wells", "en", [("French", "FR")]),
        ("afghan, Syrianus, non-Syrians", "en", []),
        ("réfugiés afghans, Maliennes, familles turques", "fr",
         [("afghans", "AF"), ("Maliennes", "ML"), ("turques", "TR")]),
        ("en français, le russe", "fr", []),
        ("niñas sirias, marroquíes, una francesa", "es",
         [("sirias", "SY"), ("marroquíes", "MA"), ("francesa", "FR")]),
        ("Afghan wells", None, [("Afghan", "AF")]),
        ("", "en", []),
    ],
)  # fmt: skip
def test_demonyms(text: str, language: str | None, expected: list[tuple[str, str | None]]) -> None:
    assert named(text, language) == expected


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_demonym_is_of_a_country(language: str) -> None:
    listed = load("demonyms.toml")[language]
    assert set(listed) <= set(gazetteer.countries())


def test_no_demonym_is_a_known_name() -> None:
    places = {name.lower() for name in gazetteer.places()}
    listed = load("demonyms.toml")["en"]
    assert [n for names in listed.values() for n in names if n.lower() in places] == []


def test_a_figure_is_not_where_a_demonym_names_a_country(tmp_path: Path) -> None:
    plan = tmp_path / "plan.md"
    plan.write_text("# A plan\n\nIn Kenya, 4,000 Ugandan refugees drew water.\n", "utf-8")
    read = extract(plan)
    (figure,) = (f for f in read.figures if f.value == "4000")
    assert figure.place is not None
    assert figure.place.code == "KE"
    assert ("place", "Uganda", "UG") in [(e.type, e.value, e.code) for e in read.entities]


def test_what_tells_no_place_is_apart_from_what_does() -> None:
    text = "Afghan women of the Protection Cluster in Kenya"
    mentions, _ = entities.find(text)
    told = entities.further(text, mentions, "en")
    assert [m.value for m in mentions] == ["women", "Kenya"]
    assert [(m.type, m.value) for m in told] == [("place", "Afghanistan"), ("sector", "Protection")]
