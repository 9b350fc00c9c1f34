"""Goldens on disk: never overwritten by accident, not believed when they contradict themselves."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.errors import GoldenError, OutputError
from extractor.golden.store import (
    check_printed,
    corpus_of_others,
    default_path,
    find_document,
    load_golden,
    write_golden,
)
from schemas.golden import Golden


def test_a_golden_comes_back_as_it_was_written(golden: Golden, tmp_path: Path) -> None:
    path = tmp_path / "golden" / "northland.json"
    write_golden(path, golden, force=False)
    assert load_golden(path) == golden


def test_a_golden_is_replaced_only_by_force(golden: Golden, tmp_path: Path) -> None:
    path = tmp_path / "northland.json"
    path.write_text("somebody's work")
    with pytest.raises(OutputError, match="--force"):
        write_golden(path, golden, force=False)
    assert path.read_text() == "somebody's work"
    write_golden(path, golden, force=True)
    assert load_golden(path) == golden


def test_the_default_place_of_a_golden() -> None:
    assert default_path(Path("plans/northland.v2.pdf")) == Path("golden/northland.v2.json")


def _twice(golden: Golden) -> Golden:
    return golden.model_copy(update={"figures": golden.figures * 2})


def _orphan(golden: Golden) -> Golden:
    part = golden.figures[0].model_copy(update={"of": 99})
    return golden.model_copy(update={"figures": (part,)})


@pytest.mark.parametrize(
    ("spoil", "words"), [(_twice, "two figures are number 1"), (_orphan, "a part of 99")]
)
def test_a_golden_that_contradicts_itself(
    golden: Golden, tmp_path: Path, spoil: Callable[[Golden], Golden], words: str
) -> None:
    path = tmp_path / "northland.json"
    write_golden(path, spoil(golden), force=False)
    with pytest.raises(GoldenError, match=words):
        load_golden(path)


@pytest.mark.parametrize(
    ("content", "words"),
    [("{", "the file: Invalid JSON"), ('{"file": "x", "colour": 1}', "northland.json: ")],
)
def test_a_golden_that_is_none(tmp_path: Path, content: str, words: str) -> None:
    path = tmp_path / "northland.json"
    path.write_text(content)
    with pytest.raises(GoldenError, match=words):
        load_golden(path)


def test_a_golden_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(GoldenError, match="No such file"):
        load_golden(tmp_path / "northland.json")


@pytest.mark.parametrize("beside", [False, True])
def test_a_document_is_known_by_its_hash(
    golden: Golden,
    document: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    beside: bool,
) -> None:
    path = tmp_path / "golden" / "northland.json"
    assert find_document(path, golden) is None  # another edition: the hash differs
    digest = hashlib.sha256(document.read_bytes()).hexdigest()
    if beside:
        path = tmp_path / "elsewhere" / "golden" / "northland.json"
        monkeypatch.setenv("PLANFACTS_CORPUS", str(tmp_path))
    assert find_document(path, golden.model_copy(update={"sha256": digest})) == document


@pytest.mark.parametrize(
    ("told", "folder"), [(None, "shared/corpus"), ("", "shared/corpus"), ("elsewhere", "elsewhere")]
)
def test_an_empty_variable_is_none(
    told: str | None, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PLANFACTS_CORPUS", raising=False)
    if told is not None:
        monkeypatch.setenv("PLANFACTS_CORPUS", told)
    assert corpus_of_others(Path("checkout")) == Path(folder)


def test_what_is_said_to_be_printed_must_be(golden: Golden, document: Path) -> None:
    text = document.read_text("utf-8")
    check_printed(Path("g.json"), golden, text)
    with pytest.raises(GoldenError, match="figure 1: '40,000' is not printed there"):
        check_printed(Path("g.json"), golden, f"x{text}")
    no_figures = golden.model_copy(update={"figures": ()})
    with pytest.raises(GoldenError, match="is not printed there"):
        check_printed(Path("g.json"), no_figures, f"x{text}")
