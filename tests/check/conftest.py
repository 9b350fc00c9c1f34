"""Invented documents and what the audit finds in them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.check.audit import audit
from schemas.extraction import Extraction, Finding

Read = Callable[[str], Extraction]
Audit = Callable[[str], list[Finding]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Give the function from a Markdown text to its extraction."""
    from extractor.pipeline import extract

    def from_text(text: str) -> Extraction:
        path = tmp_path / "plan.md"
        path.write_text(text, "utf-8")
        return extract(path)

    return from_text


@pytest.fixture
def found(read: Read) -> Audit:
    """Give the function from a Markdown text to its findings."""
    return lambda text: list(audit(read(text)))
