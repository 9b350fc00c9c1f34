"""A small plan with everything that an explanation tells, read once."""

from pathlib import Path

import pytest

from extractor.output import record_json, write_whole
from extractor.pipeline import extract
from schemas.extraction import Extraction
from schemas.figure import Figure

PLAN = """# Northland Floods: Response Plan 2031

## 1. Needs

As of May 2031, over 40,000 people in Northland need shelter; 35 per cent of them are children.[^1]

## 2. Requirements

| Requirements (USD thousand) | 2031 | 2032 |
| --- | --- | --- |
| Shelter | 1,250 | 900 |
| Water | 600 | 450 |
| Total | 1,850 | 1,360 |

[^1]: Northland Relief Office, Census of Evacuees (April 2031), https://census.example
"""


@pytest.fixture(scope="session")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("explain") / "plan.md"
    path.write_text(PLAN, "utf-8")
    return path


@pytest.fixture(scope="session")
def extraction(plan: Path) -> Extraction:
    return extract(plan)


@pytest.fixture(scope="session")
def written(plan: Path, extraction: Extraction) -> Path:
    """The extraction, beside its source."""
    path = plan.with_suffix(".json")
    write_whole(path, [record_json(extraction)])
    return path


@pytest.fixture(scope="session")
def figures(extraction: Extraction) -> dict[str, Figure]:
    """The figures by what is printed."""
    return {figure.anchor.quote: figure for figure in extraction.figures}
