"""The golden diff of the shipped editions: whole, of every kind, and what its figures say."""

import importlib
import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from schemas.base import BoxPiece
from schemas.figure import Modifier
from schemas.golden import Golden, GoldenFigure

ROOT = Path(__file__).parents[2]
DIFF = ROOT / "golden" / "diffs" / "norvia-2031--norvia-2032.json"
CHANGES = {
    *("unchanged", "revised_up", "revised_down", "rounded", "restated", "next_period", "redated"),
    *("unit_changed", "currency_changed", "modifier_changed", "resourced", "moved"),
    *("split", "merged", "added", "withdrawn"),
}

Side = dict[str, Any]
Place = tuple[int, tuple[float, ...]]


@pytest.fixture(scope="module")
def diff() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(DIFF.read_text("utf-8"))
    return read


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    """Import a script that makes the golden diff."""
    monkeypatch.syspath_prepend(str(ROOT / "corpus"))
    return importlib.import_module


@pytest.fixture
def change_types(script: Callable[[str], ModuleType]) -> ModuleType:
    """What holds types against figures when the golden diff is made."""
    return script("change_types")


def place(side: Side) -> Place:
    return side["page"], tuple(side["box"])


def printed(edition: str) -> set[Place]:
    """Where the figures of an edition are printed, as its own golden has it."""
    text = (ROOT / "golden" / f"{edition}.pdf.json").read_text("utf-8")
    boxes = [figure.source[0] for figure in Golden.model_validate_json(text).figures]
    return {(box.page, box.bbox) for box in boxes if isinstance(box, BoxPiece)}


@pytest.mark.parametrize(("side", "edition"), [("old", "norvia-2031"), ("new", "norvia-2032")])
def test_every_figure_of_both_editions_is_in_an_entry(
    side: str, edition: str, diff: dict[str, Any]
) -> None:
    told = {place(entry[side]) for entry in diff["entries"] if entry[side]}
    assert told == printed(edition)


def test_every_kind_of_change_is_there(diff: dict[str, Any]) -> None:
    assert {kind for entry in diff["entries"] for kind in entry["types"]} == CHANGES


def test_look_alikes_are_no_pairs(diff: dict[str, Any]) -> None:
    pairs = {(place(e["old"]), place(e["new"])) for e in diff["entries"] if e["old"] and e["new"]}
    alike = {(place(row["old"]), place(row["new"])) for row in diff["not_pairs"]}
    assert len(pairs) >= 40
    assert len(alike) >= 10
    assert not pairs & alike


def test_what_rolled_on_is_a_year_later(diff: dict[str, Any]) -> None:
    years = {(row["old"]["as_of"], row["new"]["as_of"]) for row in diff["rolled"]}
    assert years == {("2031", "2032"), ("2032", "2033"), ("2033", "2034")}
    assert {row["old"]["label"] for row in diff["rolled"]} > {
        "Requirements: Mobile clinics, Norvia",
        "Requirements: Grand total, Norvia",
    }


def count(value: str, modifier: Modifier | None = None) -> GoldenFigure:
    box = BoxPiece(page=1, bbox=(0.0, 0.0, 9.0, 9.0))
    return GoldenFigure(
        n=1,
        source=(box,),
        printed=value,
        kind="count",
        value=value,
        unit="boats",
        modifier=modifier,
        zone="prose",
        indicator=(),
        population=(),
        place=None,
        as_of=None,
        status=None,
        sources=(),
    )


@pytest.mark.parametrize(
    ("old", "new", "types", "said"),
    [
        (count("12"), count("15"), ("revised_up",), None),
        (count("12"), count("15"), ("revised_down",), "value"),
        (count("12"), count("15"), ("unchanged",), "value"),
        (count("12"), count("12"), ("revised_up",), "value"),
        (count("12"), count("15"), ("next_period",), None),
        (count("12"), count("12", "approx"), ("modifier_changed",), None),
        (count("12"), count("12", "approx"), ("unchanged",), "modifier"),
    ],
)
def test_types_are_held_against_the_figures(
    old: GoldenFigure,
    new: GoldenFigure,
    types: tuple[str, ...],
    said: str | None,
    change_types: ModuleType,
) -> None:
    sides = importlib.import_module("change_sides")
    ends = [sides.Figure("line", figure, None) for figure in (old, new)]
    entry = change_types.Entry(*ends, (types,), None)
    assert change_types.contradiction(entry) == said


@pytest.mark.parametrize(("parts", "said"), [("75", None), ("76", "{'12'} is not 13")])
def test_parts_of_a_split_make_up_the_whole(
    parts: str, said: str | None, change_types: ModuleType
) -> None:
    sides = importlib.import_module("change_sides")
    whole = sides.Figure("whole", count("12"), None)
    entries = [
        change_types.Entry(whole, sides.Figure(part, count(part), None), (("split",),), "boats")
        for part in parts
    ]
    assert change_types.group_contradiction(entries) == said


def test_parts_that_changed_have_to_be_told(script: Callable[[str], ModuleType]) -> None:
    parts = script("change_parts")
    folders = [ROOT / "corpus" / name for name in ("norvia-2031", "norvia-2032")]
    old, new = map(script("change_sides").read_edition, folders)
    said = tomllib.loads((folders[1] / "changes.toml").read_text("utf-8"))
    said["footnotes"] = [row for row in said["footnotes"] if row.get("old") != "10"]

    with pytest.raises(ValueError, match=r"not in both as it was, nor told: \['10', '8'\]"):
        parts.changed_parts(said, old, new)
