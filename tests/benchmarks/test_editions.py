"""Golden diffs: which figure became which, as a person read it."""

import json
from collections.abc import Callable
from pathlib import Path

import editions
import pytest

from extractor.editions.compare import diff
from schemas.extraction import Extraction

ROOT = Path(__file__).parents[2]
GOLDENS = sorted((ROOT / "golden/diffs").glob("*--*.json"))
WANTED = {"recall": 0.93, "precision": 0.97, "type": 0.95}


@pytest.mark.corpus
@pytest.mark.parametrize("golden", GOLDENS, ids=lambda golden: golden.stem)
def test_a_diff_tells_what_a_person_told(
    golden: Path, extracted: Callable[[Path], Extraction], absent: Callable[[str], None]
) -> None:
    told = json.loads(golden.read_text("utf-8"))
    files = editions.documents(golden, told)
    if len(files) < 2:
        absent(" and ".join(told[side]["name"] for side in ("old", "new")))
        return
    score = editions.Score(told, diff(*((file.name, extracted(file)) for file in files)))
    shares = {}
    for measure in WANTED:
        right, of = (score.counts[name] for name in editions.COLUMNS[measure])
        shares[measure] = right / of
    short = {name: share for name, share in shares.items() if share < WANTED[name]}
    assert not short, "\n".join([str(short), *score.faults])
