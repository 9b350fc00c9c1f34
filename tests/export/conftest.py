"""A small plan as Markdown and the shipped one as PDF, as they are exported."""

from collections.abc import Callable
from pathlib import Path

import pytest

from schemas.extraction import Extraction

PLAN = """# Northland Floods: Response Plan 2031

## Needs

As of May 2031, over **40,000** people in Northland need shelter; 35 per cent of them are
children.[^1]
Between USD 2 million and USD 3 million is needed.

[^1]: Northland Relief Office, Census of Evacuees (April 2031), https://census.example
"""
SHIPPED = Path(__file__).parents[2] / "corpus" / "norvia-2031" / "plan.pdf"


@pytest.fixture(scope="session")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("export") / "plan.md"
    path.write_text(PLAN, "utf-8")
    return path


@pytest.fixture(scope="session")
def extraction(plan: Path, extracted: Callable[[Path], Extraction]) -> Extraction:
    return extracted(plan)


@pytest.fixture(scope="session")
def shipped(extracted: Callable[[Path], Extraction]) -> Extraction:
    return extracted(SHIPPED)
