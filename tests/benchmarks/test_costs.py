"""What reading costs: calls of functions, and time against that of pdfplumber; never seconds."""

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median

import pytest
from pages.generator import long
from pages.generator.printing import printed
from stages import REFERENCE, STAGES, whole

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
FEW, MORE = 4, 8  # pages, text and numbers by turns
MOST_CALLS = 160_000  # a page; it took 127,000 when this was written
MOST_SHARE = 0.6  # of the time of pdfplumber; it was 0.37 when this was written


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two documents, the second of which begins as the first and is twice as long."""
    folder = tmp_path_factory.mktemp("costs")
    files = [folder / f"{pages}.pdf" for pages in (FEW, MORE)]
    for file, pages in zip(files, (FEW, MORE), strict=True):
        made = long.document(long.pages(pages, (long.prose, long.table)))
        file.write_bytes(printed(made, tagged=True)[0])
    return files


def told(script: str, *words: object) -> str:
    """Return what a script says; what measures coverage here would be measured too."""
    line = [sys.executable, str(BENCHMARKS / script), *map(str, words)]
    env = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    return subprocess.run(line, check=True, stdout=subprocess.PIPE, text=True, env=env).stdout


@pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="others call otherwise")
def test_calls_grow_as_pages_do(documents: list[Path], tmp_path: Path) -> None:
    kept = tmp_path / "calls.json"
    told("calls.py", *documents, "--json", kept)
    few, more = json.loads(kept.read_text("utf-8"))["rows"]
    assert (few["pages"], more["pages"]) == (FEW, MORE)
    assert more["calls"] < 2.05 * few["calls"]
    assert more["calls_a_page"] < MOST_CALLS


@pytest.mark.alone
def test_reading_takes_a_part_of_the_time_that_pdfplumber_takes(documents: list[Path]) -> None:
    lines = told("stages.py", documents[1], *[documents[0]] * 3).splitlines()
    _, *rows = (json.loads(line)["seconds"] for line in lines)  # what is made once is in the first
    assert set(rows[0]) == {*STAGES, REFERENCE}
    assert median(whole(row) / row[REFERENCE] for row in rows) < MOST_SHARE
