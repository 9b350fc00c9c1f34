"""The entities of the shipped plans are found as they were curated, no worse than once measured."""

import json
from pathlib import Path

import pytest
from entities import GOLDENS, KINDS, Curated, curated, main, scores

SHIPPED = [golden for golden in curated() if golden.shipped]
# What was measured; a floor may only rise.
FLOORS = {
    "place": (1.0, 0.77),
    "organisation": (1.0, 0.90),
    "acronym": (1.0, 1.0),
    "person": (1.0, 1.0),
    "law": (1.0, 1.0),
    "population": (0.94, 0.94),
    "sector": (1.0, 1.0),
    "programme": (1.0, 1.0),
}


def test_precision_and_recall_hold_their_floors() -> None:
    below = [
        (score.kind, round(score.precision, 3), round(score.recall, 3))
        for score in scores(SHIPPED)
        if score.precision < FLOORS[score.kind][0] or score.recall < FLOORS[score.kind][1]
    ]
    assert below == []


@pytest.mark.parametrize("golden", SHIPPED, ids=lambda golden: golden.file)
def test_every_curated_entity_of_a_shipped_plan_is_printed(golden: Curated) -> None:
    text = golden.document.read_text("utf-8").lower()
    absent = [v for values in golden.entities.values() for v in values if v.lower() not in text]
    assert absent == []


@pytest.mark.parametrize("path", sorted(GOLDENS.glob("*.json")), ids=lambda path: path.stem)
def test_every_golden_has_every_kind(path: Path) -> None:
    assert sorted(json.loads(path.read_text("utf-8"))["entities"]) == sorted(KINDS)


def test_the_command_prints_a_row_a_kind(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    printed = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert printed[: len(KINDS) + 2] == ["shipped", "kind", *KINDS]
