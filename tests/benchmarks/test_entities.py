"""The entities of the shipped plans are found as they were curated, no worse than once measured."""

import json
from pathlib import Path

import pytest
from entities import GOLDENS, KINDS, main, scores

# What was measured; a floor may only rise.
FLOORS = {
    "place": (1.0, 0.77),
    "organisation": (1.0, 0.77),
    "acronym": (1.0, 1.0),
    "person": (1.0, 1.0),
    "law": (1.0, 1.0),
    "population": (0.92, 0.85),
    "sector": (1.0, 1.0),
    "programme": (1.0, 1.0),
}


def test_precision_and_recall_hold_their_floors() -> None:
    below = [
        (score.kind, round(score.precision, 3), round(score.recall, 3))
        for score in scores()
        if score.precision < FLOORS[score.kind][0] or score.recall < FLOORS[score.kind][1]
    ]
    assert below == []


@pytest.mark.parametrize("path", sorted(GOLDENS.glob("*.json")), ids=lambda path: path.stem)
def test_every_curated_entity_is_printed(path: Path) -> None:
    golden = json.loads(path.read_text("utf-8"))
    text = (GOLDENS.parents[1] / "corpus" / golden["file"]).read_text("utf-8").lower()
    assert sorted(golden["entities"]) == sorted(KINDS)
    absent = [v for values in golden["entities"].values() for v in values if v.lower() not in text]
    assert absent == []


def test_the_command_prints_a_row_a_kind(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == ["kind", *KINDS]
