"""First-level areas: known by ISO 3166-2, told from all else that has their names."""

import json
from importlib.resources import files
from pathlib import Path

import pytest
import regex

from extractor import entities
from extractor.data.tables import load
from extractor.entities import gazetteer
from extractor.entities.areas import areas
from extractor.entities.known import known_names
from extractor.pipeline import extract

CODE = regex.compile(r"[A-Z\d]{1,3}")
MOST_BYTES = 600_000


def found(text: str) -> list[tuple[str, str, str | None]]:
    """Return printed words, value and code of each area."""
    mentions = areas(text, list(known_names(text)))
    return [(text[slice(*m.span)], m.value, m.area) for m in mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Wells in Turkana, in the north of Kenya",
            [("Turkana", "Turkana", "KE-43")],
            id="its country is named",
        ),
        pytest.param("Wells in Turkana", [], id="its country is not named"),
        pytest.param(
            "Wells in Turkana County",
            [("Turkana County", "Turkana", "KE-43")],
            id="the word for its kind stands behind",
        ),
        pytest.param(
            "la province du Nord-Kivu",
            [("province du Nord-Kivu", "Nord-Kivu", "CD-NK")],
            id="the word for its kind stands before",
        ),
        pytest.param(
            "In Zambia, the Northern Province and northern roads; Northern lights",
            [("Northern Province", "Northern", "ZM-05")],
            id="a common word needs the word for its kind",
        ),
        pytest.param("the Northern Province", [], id="a common word needs its country too"),
        pytest.param(
            "Zambia: the Northern, Western and Central provinces",
            [
                ("Northern", "Northern", "ZM-05"),
                ("Western", "Western", "ZM-01"),
                ("Central", "Central", "ZM-02"),
            ],
            id="one word for the kind of several",
        ),
        pytest.param(
            "Zambia: the Northern Province, Western and others",
            [("Northern Province", "Northern", "ZM-05")],
            id="the word for one kind tells no neighbour",
        ),
        pytest.param(
            "Kenya and Kenya and Uganda: Busia",
            [("Busia", "Busia", "KE-04")],
            id="of two areas of one name that of the country named most",
        ),
        pytest.param("Kenya and Uganda: Amudat, Jambi", [], id="areas of countries not named"),
        pytest.param(
            "Kenya, Kenya, Kenya, Kenya, Kenya, Kenya; once Türkiye; Adana",
            [],
            id="a country that is hardly named",
        ),
        pytest.param(
            "Kenya, Kenya, Kenya, Kenya, Kenya, Kenya; Adana, Türkiye",
            [("Adana", "Adana", "TR-01")],
            id="the country follows",
        ),
        pytest.param(
            "Ukraine: Kyiv", [("Kyiv", "Kyiv", None)], id="a town and the land around it"
        ),
        pytest.param("Kenya: Nairobi University", [], id="a longer name"),
        pytest.param("Kenya: Greater Nairobi", [], id="a longer name before"),
        pytest.param("Kenya: Greater Turkana County", [], id="a longer name before its kind"),
        pytest.param("Kenya: the Turkana Department of Works", [], id="a body"),
        pytest.param(
            "Across Turkana (Kenya)", [("Turkana", "Turkana", "KE-43")], id="a sentence opens"
        ),
        pytest.param(
            "KENYA: TURKANA AND MERU",
            [("TURKANA", "Turkana", "KE-43")],
            id="capitals, but for short names, which may be acronyms",
        ),
        pytest.param(
            "Україна, у Харківській області",
            [("Харківській області", "Харківська область", "UA-63")],
            id="a Ukrainian case",
        ),
        pytest.param(
            "اليمن: محافظة تعز", [("محافظة تعز", "تعز", "YE-TA")], id="Arabic"
        ),
        pytest.param("Kenya: Turkanas, Merus", [], id="another word"),
        pytest.param("", [], id="nothing"),
    ],
)  # fmt: skip
def test_areas(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert found(text) == expected


def test_an_area_is_a_place_whose_code_is_no_country() -> None:
    (area,) = (m for m in entities.find("In Turkana County")[0] if m.type == "place")
    assert (area.value, area.code, area.area) == ("Turkana", None, "KE-43")


def test_all_names_of_an_area_are_one_entity(tmp_path: Path) -> None:
    plan = tmp_path / "plan.md"
    plan.write_text("# Kenya and Ukraine\n\nKharkiv, Kharkov, in KHARKIV.\n", "utf-8")
    (area,) = (e for e in extract(plan).entities if e.code == "UA-63")
    assert (area.value, len(area.mentions)) == ("Kharkiv", 3)


def test_a_figure_is_in_an_area_by_its_printed_name(tmp_path: Path) -> None:
    plan = tmp_path / "plan.md"
    plan.write_text("# Wells in Kenya\n\nIn Turkana County, 400 wells were dug.\n", "utf-8")
    (figure,) = (f for f in extract(plan).figures if f.value == "400")
    assert figure.place is not None
    assert (figure.place.value, figure.place.code) == ("Turkana", None)


def test_a_country_counts_before_an_area_of_its_name() -> None:
    mentions, _ = entities.find("Nigeria and Niger")
    assert [(m.value, m.code or m.area) for m in mentions] == [("Nigeria", "NG"), ("Niger", "NE")]


# --- the lists ----------------------------------------------------------------------------------


def test_an_area_with_the_word_for_its_kind_counts_before_a_country() -> None:
    mentions, _ = entities.find("Nigeria: Niger State, and Niger")
    assert [(m.value, m.code or m.area) for m in mentions] == [
        ("Nigeria", "NG"),
        ("Niger", "NG-NI"),
        ("Niger", "NE"),
    ]


def test_the_list_is_small_and_its_codes_are_of_countries() -> None:
    content = files("extractor.data").joinpath("areas.json").read_bytes()
    assert len(content) < MOST_BYTES
    table = json.loads(content)["areas"]
    countries = {place.code for place in gazetteer.places().values()}
    assert set(table) <= countries
    assert all(CODE.fullmatch(code) for coded in table.values() for code in coded)
    assert all(names for coded in table.values() for names in coded.values())


def test_every_alias_and_every_doubtful_name_is_of_an_area() -> None:
    table = json.loads(files("extractor.data").joinpath("areas.json").read_text("utf-8"))["areas"]
    codes = {f"{country}-{code}" for country, coded in table.items() for code in coded}
    names = {n.lower() for coded in table.values() for names in coded.values() for n in names}
    listed = load("places.toml")["areas"]
    assert set(listed["aliases"]) <= codes
    assert {name.lower() for name in listed["doubtful"]} <= names
