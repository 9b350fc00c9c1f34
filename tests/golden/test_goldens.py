"""The goldens in golden/, one test a document and a part."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from extractor.golden.awaited import is_waiting
from extractor.golden.check import compare_document
from extractor.golden.score import LineFinder, Part, Result
from extractor.golden.store import find_document, load_golden
from schemas.extraction import Extraction

GOLDENS = sorted((Path(__file__).parents[2] / "golden").glob("*.json"))
SHOWN = 25  # differences that a failure lists

Compared = Callable[[Path], tuple[dict[str, Result], LineFinder | None]]


@pytest.fixture(scope="session")
def compared(extracted: Callable[[Path], Extraction], absent: Callable[[str], None]) -> Compared:
    """Compare a document with its golden, once a session."""

    @cache
    def run(path: Path) -> tuple[dict[str, Result], LineFinder | None]:
        golden = load_golden(path)
        document = find_document(path, golden)
        if document is None:
            return {}, absent(f"{golden.file} is not here, or is another edition")
        results, lines = compare_document(path, golden, document, extracted(document))
        return {result.part: result for result in results}, lines

    return run


@pytest.mark.corpus
@pytest.mark.parametrize("part", get_args(Part))
@pytest.mark.parametrize("path", GOLDENS, ids=lambda path: path.stem)
def test_the_program_reads_what_a_person_read(path: Path, part: Part, compared: Compared) -> None:
    results, lines = compared(path)
    differences = [difference.sentence(lines) for difference in results[part].failures]
    shown = "\n".join(differences[:SHOWN])
    assert not differences, f"{len(differences)} differences, among them:\n{shown}"


@pytest.mark.parametrize("path", GOLDENS, ids=lambda path: path.stem)
def test_a_person_read_it(path: Path) -> None:
    golden = load_golden(path)
    assert golden.curated_by != "draft"
    assert not is_waiting(golden)
