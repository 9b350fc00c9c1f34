"""Dates, intervals and what the words before say of them."""

from collections.abc import Callable
from datetime import date

import pytest

from extractor.figures import read_text
from extractor.figures.reading import NumberFormat
from extractor.figures.timeframe import Timeframe

Reader = Callable[..., list[tuple[str, str, str, str | None, str | None]]]
Explainer = Callable[..., list[tuple[str, str]]]

DATES = [
    ("24 February 2022", "24 February 2022", "2022-02-24", "point"),
    ("on 24th of February, 2022", "24th of February, 2022", "2022-02-24", "point"),
    ("February 24, 2022", "February 24, 2022", "2022-02-24", "point"),
    ("2022-02-24", "2022-02-24", "2022-02-24", "point"),
    ("24/02/2022", "24/02/2022", "2022-02-24", "point"),
    ("since mid-April 2022", "mid-April 2022", "2022-04/..", "since"),
    ("Since March 2022, when it rained", "March 2022", "2022-03/..", "since"),
    ("apparent since 2018. More", "2018", "2018/..", "since"),
    ("Since the start of 2023, they help", "2023", "2023/..", "since"),
    ("since 24 February 2022, many left", "24 February 2022", "2022-02-24/..", "since"),
    ("since the summer of 2023 they help", "summer of 2023", "2023-06/..", "since"),
    ("since the 24 February 2022 raid", "24 February 2022", "2022-02-24", "point"),
    ("since the 2022 floods", "2022", "2022", "point"),
    ("As of December 2023", "December 2023", "2023-12", "as_of"),
    ("by the end of 2024", "2024", "2024", "until"),
    ("In 2022 it rained", "2022", "2022", "point"),
    ("Summer 2023", "Summer 2023", "2023-06/2023-08", "period"),
    ("winter of 2022-2023", "winter of 2022-2023", "2022-12/2023-02", "period"),
    ("2024-2026", "2024-2026", "2024/2026", "period"),
    ("2024 - 2026", "2024 - 2026", "2024/2026", "period"),
    ("2026–27", "2026–27", "2026/2027", "period"),
    ("FY2024/25", "FY2024/25", "2024/2025", "period"),
    ("FY25", "FY25", "2025", "point"),
    ("Q3 2024", "Q3 2024", "2024-07/2024-09", "period"),
    ("the first half of 2023", "first half of 2023", "2023-01/2023-06", "period"),
    ("the last quarter of 2023", "last quarter of 2023", "2023-10/2023-12", "period"),
    ("the 1990s", "1990s", "1990/1999", "period"),
    ("11 May - 14 June 2023", "11 May - 14 June 2023", "2023-05-11/2023-06-14", "period"),
    ("11-14 June 2023", "11-14 June 2023", "2023-06-11/2023-06-14", "period"),
    ("June 11-14, 2023", "June 11-14, 2023", "2023-06-11/2023-06-14", "period"),
    ("from March to May 2022", "March to May 2022", "2022-03/2022-05", "period"),
    ("between May 2022 and June 2023", "May 2022 and June 2023", "2022-05/2023-06", "period"),
    ("between 2019 and 2021", "2019 and 2021", "2019/2021", "period"),
    ("March 2022 to date", "March 2022 to date", "2022-03/..", "since"),
    ("from 2025 onwards", "2025 onwards", "2025/..", "since"),
    ("Framework (2022-2024)", "2022-2024", "2022/2024", "period"),
    ("around March 2021", "March 2021", "2021-03", "point"),
]


@pytest.mark.parametrize(("text", "quote", "value", "role"), DATES, ids=[c[0] for c in DATES])
def test_date(text: str, quote: str, value: str, role: str) -> None:
    (reading,) = read_text(text, NumberFormat()).figures
    assert (text[slice(*reading.span)], reading.value, reading.role) == (quote, value, role)
    assert (reading.kind, reading.unit, reading.precision) == ("date", None, None)


@pytest.mark.parametrize("text", ["they may come", "March on", "the second half", "summer is hot"])
def test_words_that_are_no_date(figures: Reader, text: str) -> None:
    assert figures(text) == []


def test_day_without_year_is_no_figure(figures: Reader, reasons: Explainer) -> None:
    assert figures("On 12 June it rained") == []
    assert reasons("On 12 June it rained") == [("12", "reference")]


YEARLESS = [
    ("Wave 13 (11 May - 14 June)", 2023, ["2023-05-11/2023-06-14"]),
    ("from 11 to 14 June", 2023, ["2023-06-11/2023-06-14"]),
    ("It rained on 3 July.", 2023, ["2023-07-03"]),
    ("In 2023 it rained twice (11 May - 14 June)", None, ["2023", "2023-05-11/2023-06-14"]),
    ("On 2 May 2023, and on 12 June again", None, ["2023-05-02", "2023-06-12"]),
    ("In 2022 and 2023 it rained on 12 June", None, ["2022", "2023"]),
    ("Since 2022 it rained on 12 June", None, ["2022/.."]),
    ("By 2025; it rained on 12 June", None, ["2025"]),
    ("from 15 December to 10 January", 2023, []),
    ("on 31 April", 2023, []),
]


@pytest.mark.parametrize(("text", "year", "values"), YEARLESS, ids=[c[0] for c in YEARLESS])
def test_day_takes_the_year_in_force(text: str, year: int | None, values: list[str]) -> None:
    assert values_of(text, Timeframe(year=year)) == values


def values_of(text: str, frame: Timeframe) -> list[str | None]:
    """Return the dates of a text."""
    return [r.value for r in read_text(text, NumberFormat(), frame).figures if r.kind == "date"]


ISSUED = [
    pytest.param("On 30 November it rained", ["2030-11-30"], id="the half year before"),
    pytest.param("In early January and since mid-December", ["2031-01", "2030-12/.."], id="months"),
    pytest.param("From January to February it rained", ["2031-01/2031-02"], id="two months"),
    pytest.param("from 15 December to 10 January", ["2030-12-15/2031-01-10"], id="over New Year"),
    pytest.param("In 2030, on 5 March, it rained", ["2030", "2030-03-05"], id="the year spoken of"),
    pytest.param("By 30 April they must build", ["2031-04-30"], id="a deadline"),
    pytest.param("On 1 July they will build", ["2031-07-01"], id="soon after"),
    pytest.param("On 11 March 2011 and by 30 March", ["2011-03-11", "2011-03-30"], id="told last"),
    pytest.param("On 9 December, as on 2 May 2022", ["2030-12-09", "2022-05-02"], id="told later"),
    pytest.param("A year ends on 31 December of each year", [], id="every year"),
    pytest.param(
        "It rose from 4,100 in January 2029 to 5,900.5 boats in December",
        ["2029-01", "2029-12"],
        id="what was reached",
    ),
    pytest.param(
        "fell from 41 in May 2029 to 12 in April", ["2029-05", "2030-04"], id="reached a year on"
    ),
    pytest.param(
        "It rained in May 2029. It led to 12 wells in April", ["2029-05", "2029-04"], id="no course"
    ),
    pytest.param("The November Plan may march on", [], id="a name"),
]


@pytest.mark.parametrize(("text", "values"), ISSUED)
def test_the_day_of_issue_tells_the_year(text: str, values: list[str]) -> None:
    assert values_of(text, Timeframe(issued=date(2031, 2, 21))) == values


def test_full_stop_is_no_part_of_a_day(figures: Reader) -> None:
    assert [case[0] for case in figures("In 2023 it rained on 3 July.")] == ["2023", "3 July"]


def test_two_years_in_a_row_of_words_are_two_dates(figures: Reader) -> None:
    assert [case[0] for case in figures("in 2022 and 2023")] == ["2022", "2023"]


def test_impossible_day_is_no_date(figures: Reader) -> None:
    assert all(case[2] != "2022-02-31" for case in figures("31 February 2022"))
