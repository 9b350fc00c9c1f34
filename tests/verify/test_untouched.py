"""What was not touched is proved whole."""

from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.verify import verify

ROOT = Path(__file__).parents[2]
SHIPPED = sorted(
    path for path in (ROOT / "corpus").glob("*/plan.*") if path.suffix in {".pdf", ".md", ".txt"}
)


@pytest.mark.corpus
@pytest.mark.parametrize("document", SHIPPED, ids=lambda path: f"{path.parent.name}{path.suffix}")
def test_every_proof_of_a_shipped_document_holds(
    document: Path, written: Callable[[Path], Path]
) -> None:
    verdict = verify(written(document))
    assert verdict.failures == ()
    assert verdict.standing == verdict.anchors > 1000
    assert verdict.figures > 200
    assert not verdict.changed
    assert not verdict.notes
