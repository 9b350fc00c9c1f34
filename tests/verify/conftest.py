"""Extractions as `extract` writes them, beside the documents that they are of."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.output import record_json, write_whole
from schemas.extraction import Extraction

PLAN = """# Harbour plan 2031

The plan needs **USD 2.5 million** for 7 towns &amp; 1,200 people.[^1]

| Sector | Needs (USD thousand) | People |
|---|---|---|
| Shelter | 1,250 | 700 |
| Water | 1,250 | 500 |
| Total | 2,500 | 1,200 |

[^1]: Harbour Office, Survey of May 2030.
"""

Written = Callable[[Path], Path]


@pytest.fixture
def written(tmp_path: Path, extracted: Callable[[Path], Extraction]) -> Written:
    """Copy a document to an empty folder and write its extraction beside it."""

    def write(document: Path) -> Path:
        target = tmp_path / f"plan{document.suffix}"
        shutil.copyfile(document, target)
        result = tmp_path / f"{target.name}.json"
        write_whole(result, [record_json(extracted(document))])
        return result

    return write


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A small Markdown plan."""
    path = tmp_path / "source" / "plan.md"
    path.parent.mkdir()
    path.write_text(PLAN, "utf-8")
    return path
