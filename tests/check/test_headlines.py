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
YEARS = """
| | 2031 | 2032 | 2033 |
|---|---|---|---|
| Lorn | $102,413,000 | $91,250,000 | $61,400,000 |
| Harrow | $70,180,000 | $60,320,000 | $27,100,000 |
"""
KEYFIGURE = """# A plan for Lorn 2031-2033

**{told}**

Total required for ferries and harbours of the delta 2031-2033

## Ferries and harbours of the delta
"""
SENTENCE = """# A plan for Lorn

The plan needs {told} for harbours and ferries of the delta from 2031 to 2033.

Table 4. Harbours and ferries of the delta, by district and year
"""
GROUPS = """# A plan for Kenya

In 2031, {told} in Kenya are targeted.

{counted} targeted in Kenya in 2031

| Province | {counted} targeted |
|---|---|
| North | 229,500 |
| South | 200,000 |
| Total | 429,500 |
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
        pytest.param("$412.7M", [], id="rounded"),
        pytest.param("$412.6M", ["truncated"], id="cut off"),
        pytest.param("$414.7M", ["total_mismatch"], id="another"),
        pytest.param("$64.2M", [], id="too far off"),
    ],
)
@pytest.mark.parametrize("text", [KEYFIGURE, SENTENCE], ids=["key figure", "sentence"])
def test_the_headline_of_a_table_without_totals(
    found: Audit, text: str, told: str, codes: list[str]
) -> None:
    assert [each.code for each in found(text.format(told=told) + YEARS)] == codes


@pytest.mark.parametrize(
    ("said", "years"),
    [
        pytest.param("ferries of the delta", "from 2031 to 2033", id="too little said"),
        pytest.param("harbours and ferries of the coast", "from 2031 to 2033", id="another coast"),
        pytest.param("harbours and ferries of the delta", "from 2031 to 2034", id="other years"),
        pytest.param("harbours and ferries of the delta", "in 2031", id="one of the years"),
    ],
)
def test_a_table_of_something_else_is_not_added_up(found: Audit, said: str, years: str) -> None:
    text = SENTENCE.replace(
        "harbours and ferries of the delta from 2031 to 2033", f"{said} {years}"
    )
    assert found(text.format(told="$414.7M") + YEARS) == []


@pytest.mark.parametrize(
    ("told", "counted", "codes"),
    [
        pytest.param("412,300 people", "People", ["total_mismatch"], id="people"),
        pytest.param("412,300 persons", "People", ["total_mismatch"], id="people by another word"),
        pytest.param("412,300 children", "People", [], id="a part of them"),
        pytest.param("412,300 people", "Schools", [], id="something else"),
    ],
)
def test_a_headline_counts_what_its_table_counts(
    found: Audit, told: str, counted: str, codes: list[str]
) -> None:
    assert [each.code for each in found(GROUPS.format(told=told, counted=counted))] == codes


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


COSTS = """# Plan of the Lorn Trust 2031

{told}

## What it costs

| Programme (USD million) | Cost |
|---|---|
| Wells | 46.5 |
| Roads | 38.5 |
| Total | 85.0 |

| Reserve (USD million) | Cost |
|---|---|
| Pumps | 1.5 |
| Boats | 2.5 |
| Total | 4.0 |
"""


@pytest.mark.parametrize(
    ("told", "codes"),
    [
        pytest.param("The plan costs USD 84.5 million.", ["total_mismatch"], id="the plan"),
        pytest.param("The plan costs USD 85.0 million.", [], id="the same"),
        pytest.param("The last plan costs USD 84.5 million.", [], id="another plan"),
        pytest.param("The part that it seeks in Orsk is USD 84.5 million.", [], id="a part"),
        pytest.param("The plan costs about USD 84.5 million.", [], id="about"),
        pytest.param("The plan costs USD 3.9 million in reserves.", [], id="of another table"),
        pytest.param("The wall costs USD 84.5 million.", [], id="something else"),
        pytest.param("- Total cost: USD 84.5 million", ["total_mismatch"], id="a headline"),
        pytest.param("The plan costs USD 84.5 million a year.", [], id="a year"),
        pytest.param("The plan requires USD 84 million more.", [], id="more"),
        pytest.param("The plan needs USD 84 million from donors.", [], id="from donors"),
        pytest.param("The plan costs USD 84.2 million, without the reserve.", [], id="without"),
        pytest.param("The plan seeks USD 83 million of the USD 85.0 million.", [], id="a part of"),
        pytest.param("- Total cost: USD 84.5 million without reserve", [], id="narrowed"),
        pytest.param("The city needs USD 83 million.", [], id="another body"),
        pytest.param("- Total budget: USD 84.5 million", [], id="a headline that names nothing"),
        pytest.param("- Total of the north: USD 84.5 million", [], id="of a place"),
    ],
)
def test_what_a_plan_costs(found: Audit, told: str, codes: list[str]) -> None:
    grave = [each for each in found(COSTS.format(told=told)) if each.severity != "info"]
    assert [each.code for each in grave] == codes


def test_what_a_plan_seeks_is_no_income(found: Audit) -> None:
    text = COSTS.replace("Cost |", "Income |").format(told="It seeks USD 84.5 million.")
    assert [each.code for each in found(text) if each.severity != "info"] == []
