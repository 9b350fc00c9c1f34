"""A shipped document as PDF, Markdown and text dump gives the same figures."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from schemas.extraction import Extraction
from schemas.figure import Figure

CORPUS = Path(__file__).parents[1] / "corpus"
# What its forms give differently stands, field by field, in the gaps of its goldens.
PAPER_DIFFERS = pytest.mark.xfail(reason="issue 3: the position paper", strict=True)
CASES = [
    ("norvia-2031", "pdf"),
    ("norvia-2031", "txt"),
    ("norvia-2032", "pdf"),
    ("norvia-2032", "txt"),
    pytest.param("calvessa-2033", "pdf", marks=PAPER_DIFFERS),
    pytest.param("calvessa-2033", "txt", marks=PAPER_DIFFERS),
]

Meaning = tuple[str, str | None, str | None, str | None, str | None]


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


@pytest.mark.parametrize(("plan", "form"), CASES)
def test_a_form_gives_the_figures_of_the_markdown(
    plan: str, form: str, extracted: Callable[[Path], Extraction]
) -> None:
    expected = Counter(meaning(f) for f in extracted(CORPUS / plan / "plan.md").figures)
    found = Counter(meaning(f) for f in extracted(CORPUS / plan / f"plan.{form}").figures)
    assert sorted((expected - found).elements(), key=str) == []
    assert sorted((found - expected).elements(), key=str) == []
