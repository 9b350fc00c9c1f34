"""Fiscal years: whose they are, and which months."""

from collections.abc import Sequence

import pytest

from extractor.figures import fiscal_year, read_text
from extractor.figures.fiscal import FiscalYear
from extractor.figures.reading import NumberFormat
from extractor.figures.timeframe import Timeframe

APRIL = FiscalYear(4)
AUSTRALIAN = "Australia pays. " * 3 + "FY2031"


@pytest.mark.parametrize(
    ("text", "year"),
    [
        pytest.param("The fiscal year begins on 1 April.", APRIL, id="its begin"),
        pytest.param("The financial year ended March 31, 2031", APRIL, id="its end"),
        pytest.param("Exercice clos le 31 mars 2031", APRIL, id="in French"),
        pytest.param("FY ends 30 June. The fiscal year ends on 30 June.", FiscalYear(7), id="once"),
        pytest.param(AUSTRALIAN, FiscalYear(7), id="the country it is about"),
        pytest.param("New York City in FY2031. " * 3, FiscalYear(7), id="the city it is about"),
        pytest.param("Japan pays in FY2031. " * 3, FiscalYear(4, named_by_begin=True), id="begin"),
        pytest.param(
            "Kenya pays in FY2031. UNICEF. " * 3, FiscalYear(7, is_public=False), id="of others"
        ),
        pytest.param("Kenya and Canada pay in FY2031. " * 3, None, id="two countries"),
        pytest.param("Kenya pays. " * 9, None, id="no fiscal year"),
        pytest.param(
            "The fiscal year begins on 1 April. A fiscal year begins on 1 July.", None, id="two"
        ),
    ],
)
def test_a_document_tells_its_fiscal_year(text: str, year: FiscalYear | None) -> None:
    assert fiscal_year(text) == year


@pytest.mark.parametrize(
    ("text", "year", "values"),
    [
        pytest.param("in FY2031", APRIL, ["2030-04/2031-03"], id="named by its end"),
        pytest.param(
            "in FY2031", FiscalYear(4, named_by_begin=True), ["2031-04/2032-03"], id="begin"
        ),
        pytest.param("in FY2031/32", APRIL, ["2031-04/2032-03"], id="both years"),
        pytest.param("in 2031–32", APRIL, ["2031-04/2032-03"], id="without a word"),
        pytest.param("in 2031-2032", APRIL, ["2031/2032"], id="two years"),
        pytest.param("in 2031-33", APRIL, ["2031/2033"], id="three years"),
        pytest.param(
            "Fiscal 2031 through Fiscal 2033", APRIL, ["2030-04/2033-03"], id="to another"
        ),
        pytest.param("in 2031/32", FiscalYear(4, is_public=False), ["2031/2032"], id="of others"),
        pytest.param("in FY2031", FiscalYear(1), ["2031"], id="the calendar year"),
        pytest.param("in FY2031", None, ["2031"], id="not known"),
    ],
)
def test_a_fiscal_year_is_its_months(
    text: str, year: FiscalYear | None, values: Sequence[str]
) -> None:
    figures = read_text(text, NumberFormat(), Timeframe(fiscal=year)).figures
    assert [figure.value for figure in figures] == values
