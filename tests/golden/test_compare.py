"""Every field of a golden is compared: flip it once and see it named."""

from collections.abc import Callable
from typing import Any

import pytest

from extractor.golden.compare import compare
from extractor.golden.score import Difference
from schemas.base import BoxPiece, OffsetPiece
from schemas.extraction import Extraction
from schemas.golden import Golden, GoldenExtra, GoldenPlace, GoldenSource

Differing = Callable[[Golden], list[Difference]]
SHARE = 1  # index of the percentage, which has most fields bound
RANGE = 3


def changed(golden: Golden, part: str, at: int, **change: Any) -> Golden:  # noqa: ANN401
    """Return a golden with one entry of one part changed."""
    entries = list(getattr(golden, part))
    entries[at] = entries[at].model_copy(update=change)
    return golden.model_copy(update={part: tuple(entries)})


def test_a_draft_agrees_with_its_extraction(golden: Golden, differences: Differing) -> None:
    assert differences(golden) == []


@pytest.mark.parametrize(
    ("at", "field", "value"),
    [
        (SHARE, "kind", "ratio"),
        (SHARE, "value", "36"),
        (SHARE, "unit", "percentage_points"),
        (SHARE, "unit", None),
        (SHARE, "modifier", None),
        (SHARE, "zone", "list"),
        (SHARE, "indicator", ("adults",)),
        (SHARE, "indicator", ()),
        (SHARE, "population", ()),
        (SHARE, "place", GoldenPlace(value=("Northland",), code=None)),
        (0, "place", None),
        (0, "place", GoldenPlace(value=("Northland",), code="NO")),
        (SHARE, "as_of", None),
        (RANGE, "status", "funded"),
        (RANGE, "per", None),
        (SHARE, "of", None),
        (SHARE, "of", 3),
        (SHARE, "sources", ()),
    ],
)
def test_a_field_of_a_figure(
    golden: Golden, differences: Differing, at: int, field: str, value: object
) -> None:
    found = differences(changed(golden, "figures", at, **{field: value}))
    assert [(d.part, d.field, d.known) for d in found] == [("figures", field, False)]


def test_the_ends_of_a_range(golden: Golden, differences: Differing) -> None:
    (found,) = differences(changed(golden, "figures", RANGE, high="4000000"))
    assert (found.field, found.expected) == ("value", "'2500000 to 4000000'")


@pytest.mark.parametrize(
    ("source", "agree"),
    [
        (GoldenSource(value=("another name",), footnote="1", url="https://census.example/"), True),
        (GoldenSource(value=("Census of evacuees",), footnote="1", url=None), False),
        (GoldenSource(value=("census of Evacuees",), url="https://census.example"), False),
        (GoldenSource(value=("x",), footnote="2", url="https://census.example"), False),
    ],
    ids=["label and address", "address not given", "mark not given", "another mark"],
)
def test_a_source(
    golden: Golden, differences: Differing, source: GoldenSource, *, agree: bool
) -> None:
    found = differences(changed(golden, "figures", SHARE, sources=(source,)))
    assert [d.field for d in found] == ([] if agree else ["sources"])


def test_a_span_that_is_too_long_is_no_missing_figure(
    golden: Golden, differences: Differing
) -> None:
    (piece,) = golden.figures[0].source
    longer = (piece.model_copy(update={"end": piece.end + 9}),)
    assert [d.field for d in differences(changed(golden, "figures", 0, source=longer))] == ["span"]


def test_white_space_does_not_count_in_a_span(golden: Golden, differences: Differing) -> None:
    (piece,) = golden.figures[2].source  # May 2031, as if a line ended after May
    cut = (
        OffsetPiece(start=piece.start, end=piece.start + 3),
        OffsetPiece(start=piece.start + 4, end=piece.end),
    )
    assert differences(changed(golden, "figures", 2, source=cut)) == []


def test_any_of_the_acceptable_wordings_will_do(golden: Golden, differences: Differing) -> None:
    wordings = ("share of minors", "the Children,")
    assert differences(changed(golden, "figures", SHARE, indicator=wordings)) == []


def test_a_missing_figure_is_one_difference(golden: Golden, differences: Differing) -> None:
    nowhere = (OffsetPiece(start=90000, end=90005),)
    found = differences(changed(golden, "figures", RANGE, source=nowhere))
    assert [(d.field, d.expected, d.found) for d in found if d.part == "figures"] == [
        ("figure", "one", "nothing"),
        ("figure", "nothing", "one"),
    ]


def test_a_known_gap_is_no_failure(golden: Golden, plan: Extraction) -> None:
    gap = changed(golden, "figures", SHARE, value="36", gaps=("value",))
    (result, *_) = compare(gap, plan, None)
    assert [d.known for d in result.differences] == [True]
    assert result.failures == []


@pytest.mark.parametrize("gap", ["value", "figure", "sources"])
def test_a_gap_that_is_closed_is_a_failure(
    golden: Golden, differences: Differing, gap: str
) -> None:
    (found,) = differences(changed(golden, "figures", SHARE, gaps=(gap,)))
    assert (found.field, found.known, found.expected) == (gap, False, "a known gap")


def test_an_extra_that_is_known(golden: Golden, differences: Differing) -> None:
    *others, last = golden.figures
    fewer = golden.model_copy(
        update={
            "figures": tuple(others),
            "extras": (GoldenExtra(part="figures", source=last.source),),
        }
    )
    assert [(d.field, d.known) for d in differences(fewer)] == [("figure", True)]


def test_an_extra_that_is_none_any_more(golden: Golden, differences: Differing) -> None:
    nowhere = (OffsetPiece(start=90000, end=90005),)
    extra = GoldenExtra(part="headings", source=nowhere)
    (found,) = differences(golden.model_copy(update={"extras": (extra,)}))
    assert (found.part, found.field, found.known) == ("headings", "extras", False)


@pytest.mark.parametrize(
    ("part", "change", "field"),
    [
        ("headings", {"text": "Needs of the Hill Towns"}, "text"),
        ("headings", {"type": "title"}, "type"),
        ("headings", {"level": 2}, "level"),
        ("headings", {"number": None}, "number"),
        ("captions", {"sha256": "0" * 64}, "text"),
        ("captions", {"credit": None}, "credit"),
        ("captions", {"credit_year": "2031"}, "credit_year"),
        ("footnotes", {"label": "2"}, "label"),
        ("footnotes", {"text": "something else"}, "text"),
        ("footnotes", {"urls": ()}, "urls"),
        ("footnotes", {"references": ()}, "references"),
        ("tables", {"title": None}, "title"),
        ("tables", {"unit": "USD"}, "unit"),
        ("tables", {"magnitude": "1000"}, "magnitude"),
        ("tables", {"n_rows": 3}, "n_rows"),
        ("tables", {"n_cols": 3}, "n_cols"),
        ("tables", {"total_rows": (1,)}, "total_rows"),
    ],
)
def test_a_field_of_another_part(
    golden: Golden, differences: Differing, part: str, change: dict[str, Any], field: str
) -> None:
    at = len(getattr(golden, part)) - 1
    found = differences(changed(golden, part, at, **change))
    assert [(d.part, d.field) for d in found] == [(part, field)]
    gap = differences(changed(golden, part, at, **change, gap=True))
    assert [d.known for d in gap] == [True]
    closed = differences(changed(golden, part, at, gap=True))
    assert [(d.part, d.expected, d.known) for d in closed] == [(part, "a known gap", False)]


def test_a_heading_may_be_held_without_its_number(golden: Golden, differences: Differing) -> None:
    assert differences(changed(golden, "headings", 1, text="Needs of the River Towns")) == []


@pytest.mark.parametrize(
    "change", [{"text": "1,251"}, {"col": 0, "row": 2}, {"col_span": 2}], ids=str
)
def test_a_cell(golden: Golden, differences: Differing, change: dict[str, Any]) -> None:
    *cells, last = golden.tables[0].cells
    wrong = (*cells, last.model_copy(update=change))
    found = differences(changed(golden, "tables", 0, cells=wrong))
    assert {d.field.split()[0] for d in found} == {"cell"}
    known = differences(changed(golden, "tables", 0, cells=wrong, gap=True))
    assert all(d.known for d in known)


def test_a_status_of_digits(golden: Golden, differences: Differing) -> None:
    at = next(at for at, run in enumerate(golden.digits) if run.status == "credit")
    wrong = changed(golden, "digits", at, status="name")
    assert [(d.part, d.expected, d.found) for d in differences(wrong)] == [
        ("digits", "name", "credit")
    ]
    assert [d.known for d in differences(changed(wrong, "digits", at, gap=True))] == [True]
    closed = differences(changed(golden, "digits", at, gap=True))
    assert [(d.part, d.known) for d in closed] == [("digits", False)]


def test_digits_of_a_golden_figure_count_for_the_status(golden: Golden, plan: Extraction) -> None:
    entries = tuple(
        entry.model_copy(update={"status": "name"}) if entry.status == "figure" else entry
        for entry in plan.ledger.entries
    )
    hiding = plan.model_copy(update={"ledger": plan.ledger.model_copy(update={"entries": entries})})
    *_, digits = compare(golden, hiding, hiding.text)
    (tally,) = {id(t): t for t in digits.tally("all", "status")}.values()
    assert tally.accuracy < 0.5
    assert digits.differences == []  # the figures themselves say so


def test_scores_of_a_field_count_only_what_is_bound(golden: Golden, plan: Extraction) -> None:
    figures, *_ = compare(changed(golden, "figures", 0, indicator=("evacuees",)), plan, plan.text)
    tally = figures.tallies["all", "indicator"]
    assert (tally.expected, tally.found, tally.right) == (2, 1, 1)
    assert (tally.precision, tally.recall) == (1.0, 0.5)
    assert (tally.compared, tally.agreed) == (5, 4)


def test_boxes_pair_on_their_page_and_uncovered_pages_do_not_count(
    golden: Golden, plan: Extraction
) -> None:
    def boxed(page: int, left: float) -> tuple[BoxPiece, ...]:
        return (BoxPiece(page=page, bbox=(left, 100, left + 40, 110)),)

    def moved(at: int, page: int, left: float) -> Any:  # noqa: ANN401
        figure = plan.figures[at]
        anchor = figure.anchor.model_copy(update={"source": boxed(page, left)})
        return figure.model_copy(update={"anchor": anchor})

    pdf = plan.model_copy(update={"figures": (moved(0, 1, 50), moved(2, 1, 200), moved(4, 2, 50))})
    entry = golden.figures[0].model_copy(update={"source": boxed(1, 52)})
    pages = golden.model_copy(update={"figures": (entry,), "coverage": ("1",), "headings": ()})
    figures, headings, *_ = compare(pages, pdf, None)
    assert [(d.field, d.found) for d in figures.differences] == [("figure", "one")]
    assert headings.differences == []  # they have offsets, so they stand on no covered page
