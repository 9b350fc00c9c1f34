"""A day over years, and days below a year: each head is the day in its year."""

from collections.abc import Callable

import pytest

from extractor.bind.tables.stacked import day_in
from extractor.figures.reading import NumberFormat
from schemas.extraction import Extraction

HEADS = """\
# Accounts of the ferry trust

| | {over} | | |
|---|---|---|---|
| | Notes | {first} | {second} |
| Cash in hand | 3 | 1,250 | 975 |
"""


@pytest.mark.parametrize(
    ("head", "language", "told"),
    [
        ("31 December", "en", "2031-12-31"),
        ("As at 30 June", "en", "2031-06-30"),
        ("For the six months ended 30 September", "en", "2031-09-30"),
        ("Au 31 décembre", "fr", "2031-12-31"),
        ("Exercice clos le 31 mars", "fr", "2031-03-31"),
        ("Al 31 de diciembre", "es", "2031-12-31"),
        ("Zum 31. Dezember", "de", "2031-12-31"),
        ("Due on 30 June", "en", None),
        ("Change since 30 June", "en", None),
        ("12 towns in March", "en", None),
        ("31 March 2029", "en", None),
        ("Men 15-24", "en", None),
        ("Table 12", "en", None),
        ("30 boats", "en", None),
        ("Q1", "en", None),
    ],
)
def test_a_head_that_is_a_day_and_no_more(head: str, language: str, told: str | None) -> None:
    day = day_in(head, "2031", NumberFormat(language=language))
    assert (day and day.value) == told


@pytest.mark.parametrize(
    ("over", "first", "second", "expected"),
    [
        ("31 March", "2031", "2030", {"2031": "2031-03-31", "2030": "2030-03-31"}),
        ("Ferries sold on 31 March", "2031", "2030", {"2031": "2031", "2030": "2030"}),
    ],
)
def test_years_below_a_day_are_that_day(
    over: str,
    first: str,
    second: str,
    expected: dict[str, str],
    read_memo: Callable[[str], Extraction],
) -> None:
    plan = read_memo(HEADS.format(over=over, first=first, second=second))
    dates = {f.anchor.quote: f.value for f in plan.figures if f.kind == "date"}
    assert dates == expected
    held = {f.anchor.quote: f.as_of and f.as_of.value for f in plan.figures if f.kind == "count"}
    assert held == {"1,250": expected["2031"], "975": expected["2030"]}


TITLED = """\
# Accounts of the ferry trust

Table 1: Income of the year ended 31 December 2031

| | 31 December | 31 December |
|---|---|---|
| | 2031 Notes | 2030 |
| Fees | 1,250 | 975 |
"""


def test_the_day_of_a_title_is_not_that_of_columns_whose_years_are_not_read(
    read_memo: Callable[[str], Extraction],
) -> None:
    plan = read_memo(TITLED)
    last = next(f for f in plan.figures if f.anchor.quote == "975")
    assert last.as_of is None or last.as_of.value == "2030-12-31"
