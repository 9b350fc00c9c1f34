"""The shipped plan as PDF, Markdown and text dump gives the same figures."""

from collections import Counter
from pathlib import Path

import pytest

from extractor import extract
from schemas.extraction import Extraction
from schemas.figure import Figure

PLAN = Path(__file__).parents[1] / "corpus" / "norvia-2031"

Meaning = tuple[str, str | None, str | None, str | None, str | None]


@pytest.fixture(scope="module")
def forms() -> dict[str, Extraction]:
    return {ending: extract(PLAN / f"plan.{ending}") for ending in ("md", "pdf", "txt")}


def meaning(figure: Figure) -> Meaning:
    value = figure.value or f"{figure.low}..{figure.high}"
    unit = figure.unit.lower() if figure.unit else None
    return (
        figure.kind,
        value,
        unit,
        figure.indicator.key if figure.indicator else None,
        figure.place.value if figure.place else None,
    )


@pytest.mark.parametrize("form", ["pdf", "txt"])
def test_a_form_gives_the_figures_of_the_markdown(form: str, forms: dict[str, Extraction]) -> None:
    expected = Counter(meaning(f) for f in forms["md"].figures)
    found = Counter(meaning(f) for f in forms[form].figures)
    assert sorted((expected - found).elements(), key=str) == []
    assert sorted((found - expected).elements(), key=str) == []
