"""Golden diffs: which figure became which, as a person read it."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import editions
import pytest

from extractor.editions.compare import diff

ROOT = Path(__file__).parents[2]
GOLDENS = sorted((ROOT / "golden/diffs").glob("*--*.json"))
WANTED = {"recall": 0.93, "precision": 0.97, "type": 0.95}


@cache
def scored(golden: Path, old: Path, new: Path) -> editions.Score:
    sides = ((file.name, editions.read(file)) for file in (old, new))
    return editions.Score(json.loads(golden.read_text("utf-8")), diff(*sides))


@pytest.mark.corpus
@pytest.mark.parametrize("measure", WANTED)
@pytest.mark.parametrize("golden", GOLDENS, ids=lambda golden: golden.stem)
def test_a_diff_tells_what_a_person_told(
    golden: Path, measure: str, absent: Callable[[str], None]
) -> None:
    told = json.loads(golden.read_text("utf-8"))
    files = editions.documents(golden, told)
    if len(files) < 2:
        absent(" and ".join(told[side]["name"] for side in ("old", "new")))
        return
    score = scored(golden, *files)
    right, of = (score.counts[name] for name in editions.COLUMNS[measure])
    assert right >= WANTED[measure] * of, "\n".join(score.faults)
