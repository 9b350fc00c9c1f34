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
MISSED = {
    ("un_afghanistan", "recall"),
    ("un_afghanistan", "precision"),
}
"""What is wanted of a pair and not reached yet."""


@cache
def scored(golden: Path, old: Path, new: Path) -> editions.Score:
    sides = ((file.name, editions.read(file)) for file in (old, new))
    return editions.Score(json.loads(golden.read_text("utf-8")), diff(*sides))


def cases() -> list[object]:
    """Give each pair and each measure, the missed ones as failures that must not pass unseen."""
    found = []
    for golden in GOLDENS:
        for measure in WANTED:
            missed = any(golden.name.startswith(n) and m == measure for n, m in MISSED)
            marks = [pytest.mark.xfail(reason="issue 6", strict=True)] if missed else []
            found.append(pytest.param(golden, measure, id=f"{golden.stem}-{measure}", marks=marks))
    return found


@pytest.mark.corpus
@pytest.mark.parametrize(("golden", "measure"), cases())
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
