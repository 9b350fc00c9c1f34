"""Tables of hard cases, one file a language: groupings, magnitudes, money, dates, limits."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.figures.lexicon import packs

CASES = [
    (path.stem, text, figures)
    for path in sorted((Path(__file__).parent / "cases").glob("*.toml"))
    for text, figures in tomllib.loads(path.read_text("utf-8")).items()
]
FEWEST = 40  # cases of each language


@pytest.mark.parametrize("language", packs())
def test_each_language_has_its_table(language: str) -> None:
    assert sum(1 for code, _, _ in CASES if code == language) >= FEWEST


@pytest.mark.parametrize(
    ("language", "text", "expected"), CASES, ids=[f"{code}: {text}" for code, text, _ in CASES]
)
def test_figures_of_a_hard_case(
    rows: Callable[..., list[str]], language: str, text: str, expected: list[str]
) -> None:
    assert rows(text, language) == expected
