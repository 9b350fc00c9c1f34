"""No rule knows a document by its names: under invented ones every figure is bound alike."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import regex

from extractor import extract
from schemas.extraction import Extraction

CORPUS = Path(__file__).parents[2] / "corpus"

# Every name of a place, an organisation or a person, word by word, and an invented one as long:
# a dump's columns stand where they stood, and an acronym has the letters that its words open with.
# What says only what kind of thing is named (`Ministry of Health`) is no name.
NAMES: Mapping[str, Mapping[str, str]] = {
    "norvia-2031": {
        "Norvia": "Quelda",
        "Norvian": "Queldan",
        "Norvians": "Queldans",
        "Costrava": "Umberlin",
        "Costravan": "Umberlino",
        "Tessarine": "Gavollish",
        "Relief": "Husken",
        "Recovery Agency": "Ozeltery Yonder",
        "TRRA": "GHOY",
        "Sarn": "Plim",
        "Kavenne": "Duboshi",
        "Miradell": "Hontafor",
        "Ostrel": "Waxbid",
        "Brennick": "Jolvatup",
        "Tolsk": "Ghemp",
        "Ilse": "Bram",
        "Marrowan": "Tolvidge",
        "Senna": "Wrilk",
        "Ildor": "Pasqu",
        "Olan": "Tuff",
        "Brisk": "Ynder",
        "Ama": "Oru",
        "Veldt": "Chawn",
        "Harrow": "Wobbly",
        "Lindmark": "Ovtascho",
        "Basin": "Kelpt",
        "River Basin": "Mossy Kelpt",
        "Joint Survey Desk": "Gloam Tinder Hulk",
    },
    "calvessa-2033": {
        "Calvessa": "Bruntomy",
        "Calvessan": "Bruntomic",
        "Lantern": "Drizzle",
        "Vell": "Gock",
        "Tarrow": "Ibbsin",
        "Hollin": "Fuzmat",
        "Marrak": "Yelpok",
        "Sundra": "Wintuk",
        "Isel": "Qaro",
        "Ines": "Ulva",
        "Taru": "Zemp",
        "Dorel": "Vixom",
        "Kint": "Yobb",
        "Northern": "Sprightl",
        "Regional Development": "Thumbled Grustworks",
        "Lake Transport": "Moor Habbleton",
    },
}
FORMS = ("md", "txt")
BOUND = ("indicator", "population", "place", "as_of", "status", "per")
READ = ("kind", "value", "low", "high", "unit", "modifier", "zone", "rule")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("plan", sorted(NAMES))
def test_figures_are_bound_alike_under_invented_names(
    plan: str, form: str, extracted: Callable[[Path], Extraction], tmp_path: Path
) -> None:
    original = CORPUS / plan / f"plan.{form}"
    renamed = tmp_path / f"plan.{form}"
    rename = _renaming(NAMES[plan])
    renamed.write_text(rename(original.read_text("utf-8")), encoding="utf-8")
    expected = [rename(line) for line in _bindings(extracted(original))]
    assert _bindings(extract(renamed)) == expected


@pytest.mark.parametrize("plan", sorted(NAMES))
def test_every_place_of_a_plan_gets_an_invented_name(
    plan: str, extracted: Callable[[Path], Extraction]
) -> None:
    places = {e.value for e in extracted(CORPUS / plan / "plan.md").entities if e.type == "place"}
    rename = _renaming(NAMES[plan])
    assert places
    assert [place for place in sorted(places) if rename(place) == place] == []


def _renaming(names: Mapping[str, str]) -> Callable[[str], str]:
    """Return what gives a text the invented names, in the letters (capitals or not) it prints."""
    forms = {
        case(name): case(invented)
        for case in (str.lower, str.upper, str)
        for name, invented in names.items()
    }
    printed = "|".join(regex.escape(form) for form in sorted(forms, key=len, reverse=True))
    whole = regex.compile(rf"(?<!\p{{L}})(?:{printed})(?!\p{{L}})")
    return lambda text: whole.sub(lambda match: forms[match[0]], text)


def _bindings(extraction: Extraction) -> list[str]:
    """Return, a line a figure, how it is read and what it is bound to, without places and ids."""
    numbers = {figure.id: number for number, figure in enumerate(extraction.figures)}
    lines: list[str] = []
    for figure in extraction.figures:
        told: dict[str, object] = {name: getattr(figure, name) for name in READ}
        told |= {name: _told(getattr(figure, name)) for name in BOUND}
        told["of"] = numbers[figure.of] if figure.of else None
        told["sources"] = [(*_told(s), s.footnote, s.url) for s in figure.sources]
        lines.append(json.dumps(told, ensure_ascii=False, default=str))
    return lines


def _told(bound: object) -> tuple[str, ...] | None:
    names = ("value", "key", "code", "state", "rule")
    return tuple(str(getattr(bound, n, None)) for n in names) if bound is not None else None
