"""Months and quarters that a table prints without their year: `Q1` below 2031, `Mar` beside it."""

from functools import lru_cache

from extractor.bind.tables.datewords import AROUND_CLOSED, AROUND_OPEN, before_date
from extractor.figures import read_text
from extractor.figures.reading import NumberFormat

MAX_PERIOD = 14  # characters: `3rd quarter`, `septiembre`
SOME_YEAR = "2000"


@lru_cache(maxsize=4096)  # heads govern many cells
def is_period(text: str, numbers: NumberFormat) -> bool:
    """Say whether a head or label is a month, a quarter or a half of a year that it leaves out.

    >>> is_period("Q1", NumberFormat()), is_period("Mar.", NumberFormat())
    (True, True)
    >>> is_period("Men", NumberFormat()), is_period("FY", NumberFormat())
    (False, False)
    """
    return period_in(text, SOME_YEAR, numbers) is not None


@lru_cache(maxsize=4096)
def period_in(text: str, year: str, numbers: NumberFormat) -> str | None:
    """Return the date that a bare month or quarter is in a year; None for any other text.

    >>> period_in("Q1", "2031", NumberFormat()), period_in("Costs", "2031", NumberFormat())
    ('2031-01/2031-03', None)
    """
    name = text.strip(AROUND_OPEN + AROUND_CLOSED)
    if not 1 < len(name) <= MAX_PERIOD or not before_date(f"{name} "):
        return None
    whole = f"{name} {year}"
    figures = read_text(whole, numbers).figures
    if len(figures) != 1 or figures[0].kind != "date" or figures[0].span != (0, len(whole)):
        return None
    value = figures[0].value
    return value if value is not None and value not in {year, f"{year}/.."} else None
