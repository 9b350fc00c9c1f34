"""The command line, run with a pipeline that makes its extractions by hand."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Unpack

import pytest
from click.testing import CliRunner, Result

from extractor.cli import cli
from extractor.errors import UnreadableSourceError
from extractor.publish import Outcome
from extractor.readers.options import ReadOptions
from schemas.extraction import Extraction, ReadWarning

Planfacts = Callable[..., Result]


@pytest.fixture
def one_line(sketch: Callable[[str], Any]) -> Callable[..., Extraction]:
    """A pipeline that reads any text file as one paragraph; an empty file fails."""

    def read(path: Path, **options: Unpack[ReadOptions]) -> Extraction:
        text = path.read_text("utf-8")
        if not text:
            raise UnreadableSourceError(f"{path}: the file is empty")
        if text == "our fault":
            raise ZeroDivisionError("by zero")
        s = sketch(text)
        s.block("paragraph", text)
        if "7 towns" in text:
            s.figure("7", "count", "7", unit="towns", indicator=s.bound("towns"))
        extraction = s.extraction()
        if "broken page" in text or options.get("password"):
            warning = ReadWarning(code="page-unreadable", message="page 2 is broken", page=2)
            extraction = extraction.model_copy(update={"warnings": (warning,)})
        return extraction

    return read


@dataclass(frozen=True)
class Made:
    """An extraction made by hand, as what is to be written."""

    made: Extraction

    def extraction(self) -> Extraction:
        return self.made

    def parts(self) -> Iterator[tuple[str, Any]]:
        return iter(self.made)

    @property
    def outcome(self) -> Outcome:
        made = self.made
        return Outcome(
            pages=len(made.document.pages),
            sections=len(made.sections),
            tables=len(made.tables),
            kinds=Counter(figure.kind for figure in made.figures),
            bound=Counter(figure.kind for figure in made.figures if figure.indicator),
            explained=made.ledger.explained,
            warnings=made.warnings,
        )


@pytest.fixture
def one_line_published(one_line: Callable[..., Extraction]) -> Callable[..., Made]:
    """The same pipeline, to be written part by part."""
    return lambda path, **options: Made(one_line(path, **options))


@pytest.fixture
def planfacts(
    one_line: Callable[..., Extraction],
    one_line_published: Callable[..., Made],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> Planfacts:
    """Run the command in an empty folder."""
    stub = SimpleNamespace(extract=one_line, published=one_line_published)
    monkeypatch.setitem(sys.modules, "extractor.pipeline", stub)
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(cli, words, catch_exceptions=False)


@pytest.fixture
def north(tmp_path: Path) -> Path:
    """A small document."""
    path = tmp_path / "north.txt"
    path.write_text("Floods hit 7 towns", "utf-8")
    return path


@pytest.fixture
def south(tmp_path: Path) -> Path:
    """Another one."""
    path = tmp_path / "south.md"
    path.write_text("Nothing is counted here", "utf-8")
    return path
