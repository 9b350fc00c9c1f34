"""Editions of invented plans, compared as the command compares them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from schemas.diff import Diff
from schemas.extraction import Extraction

HARBOUR = Path(__file__).with_name("harbour.md").read_text("utf-8")

Read = Callable[[str], Extraction]
Compared = Callable[[str, str], Diff]


@pytest.fixture(scope="session")
def read(tmp_path_factory: pytest.TempPathFactory) -> Read:
    """Read Markdown into an extraction."""
    from extractor.pipeline import extract

    path = tmp_path_factory.mktemp("editions") / "plan.md"

    def markdown(text: str) -> Extraction:
        path.write_text(text, "utf-8")
        return extract(path)

    return markdown


@pytest.fixture(scope="session")
def harbour_text() -> str:
    """The invented plan that tests edit."""
    return HARBOUR


@pytest.fixture(scope="session")
def harbour(read: Read) -> Extraction:
    """The same, read."""
    return read(HARBOUR)


@pytest.fixture(scope="session")
def compared(read: Read) -> Compared:
    """Compare two editions in Markdown."""
    from extractor.editions.compare import diff

    return lambda old, new: diff(("old", read(old)), ("new", read(new)))


def told(found: Diff) -> dict[str, str | None]:
    """Return what each figure of the old edition became, by its quote."""
    olds = [change for change in found.figures if change.old is not None]
    return {c.old.quote: c.new.quote if c.new else None for c in olds if c.old}


def types(found: Diff, quote: str) -> tuple[str, ...]:
    """Return what became of a figure of the old edition."""
    return next(c.types for c in found.figures if c.old is not None and c.old.quote == quote)
