"""`golden check`: what it prints and how it ends."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.errors import GoldenError, UnreadableSourceError
from extractor.golden.check import check_goldens
from extractor.golden.draft import draft_golden
from extractor.golden.store import write_golden
from extractor.output import ExitCode
from schemas.extraction import Extraction
from schemas.golden import Golden

Check = Callable[..., ExitCode]


class Said:
    """What a check printed, and what it complained of."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.complaints: list[str] = []


@pytest.fixture
def said() -> Said:
    """Collect what is printed."""
    return Said()


@pytest.fixture
def filed(golden: Golden, document: Path, tmp_path: Path) -> Path:
    """The golden, written where its document is found."""
    digest = hashlib.sha256(document.read_bytes()).hexdigest()
    path = tmp_path / "golden" / "northland.json"
    write_golden(path, golden.model_copy(update={"sha256": digest}), force=False)
    return path


@pytest.fixture
def check(plan: Extraction, said: Said) -> Check:
    """Run a check with an extraction made by hand."""

    def run(*paths: Path) -> ExitCode:
        return check_goldens(paths, lambda _: plan, said.lines.append, said.complaints.append)

    return run


def test_agreement(filed: Path, check: Check, said: Said) -> None:
    assert check(filed) == ExitCode.DONE
    assert said.lines[0] == "== northland.txt: 0 differences, 0 known gaps"
    scores = said.lines[1].splitlines()
    assert scores[0].split()[:3] == ["part", "kind", "field"]
    row = next(
        line.split() for line in scores if line.split()[:3] == ["figures", "percent", "indicator"]
    )
    assert row[3:] == ["1", "1", "1", "1.000", "1.000", "1.000", "1", "1.000"]


def test_a_difference_is_told_with_its_line(filed: Path, check: Check, said: Said) -> None:
    text = filed.read_text("utf-8").replace('"modifier": "approx"', '"modifier": "at_most"')
    filed.write_text(text, "utf-8")
    assert check(filed) == ExitCode.DIFFERENT
    assert (
        "line 5: figures: #2 '35 per cent': modifier: expected 'at_most', found 'approx'"
        in said.lines
    )


def test_a_document_that_is_not_here(filed: Path, check: Check, said: Said, tmp_path: Path) -> None:
    (tmp_path / "corpus" / "northland.txt").write_text("another edition")
    assert check(filed) == ExitCode.FAILED
    assert said.complaints == [
        f"planfacts: {filed}: its document northland.txt is not here, or is another edition"
    ]


def test_one_of_several_fails(filed: Path, check: Check, said: Said, tmp_path: Path) -> None:
    assert check(filed, tmp_path / "none.json") == ExitCode.PARTLY
    assert len(said.complaints) == 1


def test_a_document_that_cannot_be_read(filed: Path, said: Said) -> None:
    def refuse(path: Path) -> Extraction:
        raise UnreadableSourceError(f"{path}: is empty")

    assert check_goldens([filed], refuse, said.lines.append, said.complaints.append) == 2
    assert said.complaints[0].endswith("northland.txt: is empty")


def test_without_any_golden(check: Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(GoldenError, match="no golden files"):
        check()


def test_long_text_of_others_is_hashed(plan: Extraction, document: Path) -> None:
    (caption,) = draft_golden(document, plan).captions
    assert (caption.text, len(caption.sha256 or "")) == (None, 64)
    (caption,) = draft_golden(document, plan, own=True).captions
    assert (caption.text or "").startswith("A ferry leaves Eastport")
