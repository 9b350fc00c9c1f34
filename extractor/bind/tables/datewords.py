"""The words around the date of a head or title that say nothing without it: `as of`, `year`."""

from functools import cache, lru_cache

import regex

from extractor.bind.tables.headers import alternatives
from extractor.data.tables import load

AROUND = " ,;:–—-*/"
AROUND_OPEN, AROUND_CLOSED = AROUND + "([", AROUND + ")]"


@lru_cache(maxsize=4096)
def before_date(text: str, language: str | None = None) -> str:
    """Return what stands before a date in a header, without the words that lead to the date.

    >>> before_date("Boats as of "), before_date("Fiscal year ")
    ('Boats', '')
    >>> before_date("Boote Stand ", "de"), before_date("Stand ", "en")
    ('Boote', 'Stand')
    """
    return _leads_to_date(language).sub("", text.rstrip(AROUND_OPEN) + " ").strip(AROUND)


@lru_cache(maxsize=4096)
def after_date(text: str, language: str | None = None) -> str:
    """Return what stands after a date in a header, without the words that belong to the date.

    >>> after_date(" року (план)"), after_date(" Actual")
    ('(план)', 'Actual')
    """
    return _follows_date(language).sub("", text.lstrip(AROUND_CLOSED)).strip(AROUND)


def _around_dates(language: str | None) -> str:
    dates = load("tables.toml")["dates"]
    return alternatives([*dates["around"], *dates["around_in"].get(language, ())])


@cache
def _leads_to_date(language: str | None) -> "regex.Pattern[str]":
    words = _around_dates(language)
    return regex.compile(rf"(?:(?:^|(?<=\s))(?:{words})\.?\s++){{1,6}}+$", regex.I)


@cache
def _follows_date(language: str | None) -> "regex.Pattern[str]":
    words = _around_dates(language)
    return regex.compile(rf"^\s*+(?:{words})\.?(?=\W|$)", regex.I)
