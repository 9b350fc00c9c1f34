"""Headlines and the tables behind them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.check.audit import audit
from schemas.extraction import Extraction, Finding

Audit = Callable[[str], list[Finding]]

PLAN = """# A plan for Lorn 2031

## Contributions

By 30 June 2031, the plan had received {told} from five donors.

Contributions received by 30 June 2031 (USD)

| Donor | Amount |
|---|---|
| Levy of Lorn | $9,750,000 |
| Harrow | $6,430,000 |
| Lindmark | $8,500,000 |
| Total | $24,680,000 |
"""
SUMMED = """# A plan for Lorn 2031-2033

**{told}**

TOTAL REQUIRED FOR MENDING ROADS AND BRIDGES 2031-2033

## MENDING ROADS AND BRIDGES

| | 2031 | 2032 | 2033 |
|---|---|---|---|
| Lorn | $150,718,000 | $150,950,000 | $145,800,000 |
| Harrow | $74,746,000 | $40,950,000 | $25,200,000 |
"""


@pytest.mark.parametrize(
    ("told", "codes"),
    [
        pytest.param("USD 24.7 million", [], id="rounded"),
        pytest.param("USD 24,680,000", [], id="the same"),
        pytest.param("USD 24.6 million", [("truncated", "warning")], id="cut off"),
        pytest.param("USD 24.9 million", [("total_mismatch", "error")], id="another"),
        pytest.param("about USD 24.9 million", [("total_mismatch", "info")], id="about"),
        pytest.param("USD 24,000,000", [("total_mismatch", "info")], id="round"),
        pytest.param("USD 12.4 million", [], id="of something else"),
    ],
)
def test_what_prose_says_of_a_table(found: Audit, told: str, codes: list[tuple[str, str]]) -> None:
    findings = [f for f in found(PLAN.format(told=told)) if f.code != "corroborated"]
    assert [(each.code, each.severity) for each in findings] == codes


@pytest.mark.parametrize(
    ("told", "codes"),
    [
        pytest.param("$588.4M", [], id="rounded"),
        pytest.param("$588.3M", ["truncated"], id="cut off"),
        pytest.param("$589.4M", ["total_mismatch"], id="another"),
        pytest.param("$88.4M", [], id="too far off"),
    ],
)
def test_the_headline_of_a_table_without_totals(found: Audit, told: str, codes: list[str]) -> None:
    assert [each.code for each in found(SUMMED.format(told=told))] == codes


def with_value(extraction: Extraction, printed: str, value: str, **more: str) -> Extraction:
    """Return an extraction in which the key figures so printed hold another value."""
    figures = tuple(
        figure.model_copy(update={"value": value, **more})
        if figure.anchor.quote == printed and figure.zone == "keyfigure"
        else figure
        for figure in extraction.figures
    )
    return extraction.model_copy(update={"figures": figures})


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("value", "more", "faults"),
    [
        pytest.param("58", {}, [], id="adds up"),
        pytest.param("53", {}, ["total_mismatch"], id="does not"),
        pytest.param("53", {"modifier": "approx"}, [], id="about"),
        pytest.param("11", {}, [], id="broken down only in part"),
    ],
)
def test_parts_by_place_make_their_whole(
    corpus_document: Callable[[str], Path],
    extracted: Callable[[Path], Extraction],
    value: str,
    more: dict[str, str],
    faults: list[str],
) -> None:
    extraction = extracted(corpus_document("norvia-2031/plan.md"))
    before = {each.message for each in audit(extraction)}
    changed = with_value(extraction, "58", value, **more)
    added = [each for each in audit(changed) if each.message not in before]
    assert [each.code for each in added] == faults


@pytest.mark.corpus
@pytest.mark.parametrize("form", ["pdf", "md", "txt"])
def test_the_planted_headlines_are_found(
    corpus_document: Callable[[str], Path],
    extracted: Callable[[Path], Extraction],
    form: str,
) -> None:
    extraction = extracted(corpus_document(f"norvia-2031/plan.{form}"))
    by_id = {figure.id: figure.anchor.quote for figure in extraction.figures}
    found = {(by_id[each.figures[0]], each.code, each.severity) for each in audit(extraction)}
    assert ("US$ 143.2 million", "total_mismatch", "error") in found
    assert ("USD 24.6 million", "truncated", "warning") in found
