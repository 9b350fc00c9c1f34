"""Names in a text: what is known beforehand, what the document defines, what it names again."""

from itertools import pairwise

import pytest
import regex

from extractor import entities
from extractor.entities import gazetteer, known
from extractor.entities.acronyms import define
from extractor.entities.local import local_places
from extractor.entities.mention import Mention, outside

ISO_3166_1 = frozenset(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO
    BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ
    DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP
    GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG
    KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML
    MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE
    PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL
    SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM
    US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
    """.split()
)


def named(text: str) -> list[tuple[str, str, str]]:
    """Return type, printed words and value of each mention."""
    return [(m.type, text[slice(*m.span)], m.value) for m in entities.find(text)[0]]


# --- the lists ----------------------------------------------------------------------------------


def test_every_country_code_is_iso() -> None:
    codes = {place.code for place in gazetteer.places().values()} - {None}
    assert codes == ISO_3166_1


def test_a_country_that_iso_does_not_list_is_a_place_without_a_code() -> None:
    assert gazetteer.places()["Kosovo"] == gazetteer.Place("Kosovo", None)


def test_no_name_has_a_digit_but_behind_a_hyphen() -> None:
    names = (gazetteer.places(), gazetteer.organisations(), gazetteer.people_nouns())
    bare = (regex.sub(r"(?<=\p{L}-)\d+\b", "", name) for known in names for name in known)
    numbered = [name for name in bare if any(map(str.isdigit, name))]
    assert numbered == []  # else `known.TOKEN` may not take numbers in a row for one


def test_a_number_of_a_name_is_none_of_those_behind_it() -> None:
    text = "EU-15\n15 401 12.3\nEU-27 9"
    named = [text[slice(*mention.span)] for mention in known.known_names(text)]
    assert named == ["EU-15", "EU-27"]


def test_no_name_means_two_things() -> None:
    groups = [
        {known._folded(name) for name in names}  # noqa: SLF001  # two names the matcher cannot tell
        for names in (gazetteer.places(), gazetteer.organisations(), gazetteer.people_nouns())
    ]
    assert not groups[0] & groups[1]
    assert not groups[0] & groups[2]
    assert not groups[1] & groups[2]


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("Kenya", "Kenya", "KE"),
        ("Viet Nam", "Viet Nam", "VN"),
        ("Vietnam", "Viet Nam", "VN"),
        ("Tchad", "Chad", "TD"),
        ("Congo", "Republic of the Congo", "CG"),
        ("RDC", "Democratic Republic of the Congo", "CD"),
        ("Sahel", "Sahel", None),
    ],
)
def test_names_of_a_place_stand_for_one(name: str, value: str, code: str | None) -> None:
    assert gazetteer.places()[name] == gazetteer.Place(value, code)


# --- in a text ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Wells in Kenya.", [("place", "Kenya", "Kenya")]),
        ("Kenya’s wells", [("place", "Kenya", "Kenya")]),
        ("KENYA/SUDAN", [("place", "KENYA", "Kenya"), ("place", "SUDAN", "Sudan")]),
        ("Sierra Leone’s wells", [("place", "Sierra Leone", "Sierra Leone")]),
        ("The host countries pay.", [("place", "host countries", "host countries")]),
        ("WHO and WFP pay.", [
            ("organisation", "WHO", "World Health Organization"),
            ("organisation", "WFP", "World Food Programme"),
        ]),
        ("refugees and Refugees", [
            ("population", "refugees", "refugees"), ("population", "Refugees", "Refugees"),
        ]),
        ("internally displaced persons", [
            ("population", "internally displaced persons", "internally displaced persons"),
        ]),
        ("Those who ate turkey from china", []),
        ("Who pays?", []),
        ("the national strategy for nationals", [("population", "nationals", "nationals")]),
        ("midwives et réfugiés", [
            ("population", "midwives", "midwives"), ("population", "réfugiés", "réfugiés"),
        ]),
        ("unaccompanied or separated children", [
            ("population", "unaccompanied or separated children",
             "unaccompanied and separated children"),
        ]),
        ("внутрішньо переміщених осіб", [
            ("population", "внутрішньо переміщених осіб", "внутрішньо переміщені особи"),
        ]),
        ("اللاجئين و20 طفلا", [
            ("population", "اللاجئين", "اللاجئون"), ("population", "طفلا", "الأطفال"),
        ]),
        ("South\nSudan", [("place", "Sudan", "Sudan")]),
        ("Kenyatta", []),
        ("", []),
    ],
)  # fmt: skip
def test_known_names(text: str, mentions: list[tuple[str, str, str]]) -> None:
    assert named(text) == mentions


def test_a_long_text_in_pieces_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Refugees in South Sudan and in Kenya\nare fed by WFP.\n\n" * 20
    whole = entities.find(text)
    for size in (40, 97, 200):
        monkeypatch.setattr(known, "CHUNK", size)
        assert entities.find(text) == whole


def test_a_line_longer_than_a_piece_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "CHUNK", 10)
    assert [m.span for m in known.known_names("." * 20 + "Kenya" + "." * 20)] == [(20, 25)]


@pytest.mark.parametrize(
    ("text", "defined"),
    [
        ("internally displaced persons (IDPs)", [("IDPs", "internally displaced persons")]),
        ("the Lorn Relief Agency (LRA) pays", [("LRA", "Lorn Relief Agency")]),
        ("Office of the Mayor of Ost (OMO)", [("OMO", "Office of the Mayor of Ost")]),
        ("Agence de secours de Lorn (ASL)", [("ASL", "Agence de secours de Lorn")]),
        ("la maladie à virus de Lorn (MVL)", [("MVL", "maladie à virus de Lorn")]),
        ("par l’Institut de Lorn (IL)", [("IL", "Institut de Lorn")]),
        ("le CTE (centre de traitement d’Ebola)", [("CTE", "centre de traitement d’Ebola")]),
        ("the LRA (agency of Lorn)", []),
        ("LRA (see the Lorn Relief Agency)", []),
        ("the agency (LRA)", []),
        ("Lorn (see Ost)", []),
        ("Lorn Relief\n\nAgency (LRA)", []),
        ("(LRA)", []),
    ],
)
def test_acronyms(text: str, defined: list[tuple[str, str]]) -> None:
    found = define(text)
    assert [(a.short, a.long) for a in found] == defined
    for one in found:
        assert text[slice(*one.short_span)] == one.short
        assert text[slice(*one.long_span)] == one.long


def test_an_acronym_stands_for_its_first_definition() -> None:
    text = "Lorn Relief Agency (LRA) and Ost. Later: Local Roads Act (LRA). The LRA pays."
    assert [m[2] for m in named(text) if m[0] == "acronym"] == ["Lorn Relief Agency"] * 3


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("In Ostmark it rained. Roads in Ostmark broke.", ["Ostmark", "Ostmark"]),
        ("In Ostmark it rained. OSTMARK is wet. Ostmark!", ["Ostmark", "OSTMARK", "Ostmark"]),
        ("Roads in Ostmark’s north and in Ostmark’s south", ["Ostmark", "Ostmark"]),
        ("In Upper Lorn and near Upper Lorn", ["Upper Lorn", "Upper Lorn"]),
        ("the town of Ostmark", ["Ostmark"]),
        ("l’aire de santé d’Ostmark et la ville de Lorn", ["Ostmark", "Lorn"]),
        ("la ciudad de Ostmark", ["Ostmark"]),
        ("the Upper Lorn raion", ["Upper Lorn"]),
        ("the city of the people, a town of Many and many", []),
        ("In Ostmark it rained.", []),
        ("Shares in Ostmark Hydro Inc. rose. A stake in Ostmark Hydro Inc. fell.", []),
        ("Shares in Ostmark Ltd. rose. A stake in Ostmark Ltd. fell.", []),
        ("In LORNA and in LORNA", []),
        ("in March and in March", []),
        ("In Need and in Need, those in need.", []),
        ("", []),
    ],
)
def test_places_that_only_the_document_knows(text: str, places: list[str]) -> None:
    assert [text[slice(*m.span)] for m in local_places(text)] == places


def test_mentions_are_disjoint_and_in_order() -> None:
    text = "In Kenya Hills and in Kenya Hills the Kenya Hills Agency (KHA) pays; KHA in Kenya."
    spans = [m.span for m in entities.find(text)[0]]
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@pytest.mark.parametrize(
    ("span", "kept"),
    [((0, 2), True), ((0, 3), False), ((4, 5), False), ((5, 7), True), ((0, 9), False)],
)
def test_outside_means_no_shared_character(span: tuple[int, int], *, kept: bool) -> None:
    known_one = Mention("place", (2, 5), "Lorn")
    assert bool(list(outside([Mention("place", span, "Ost")], [known_one]))) is kept
