"""The fiscal years of a document: as it says itself, else those of the body that it is about."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

import regex

from extractor.data.tables import load
from extractor.figures.calendar import Point
from extractor.figures.dollar import INTERNATIONAL, INTERNATIONAL_NAMES
from extractor.figures.lexicon import load_pack
from extractor.figures.phrases import any_of
from extractor.figures.subject import counter, subject

_YEAR_MONTHS = 12
_LAST_DAY = 28  # of a month, at least
_LANGUAGES = ("en", "fr", "es")
_MONTHS: Final = {
    name.casefold(): int(number)
    for language in _LANGUAGES
    for name, number in load_pack(language).section("date.months").inverted().items()
}
_YEAR = regex.compile(
    r"(?<!\p{L})(?: (?:fiscal|financial|budget)\ year | exercice | ejercicio | año\ fiscal )",
    regex.X | regex.I,
)
_SIGNS = ("fiscal", "financial year", "budget year", "exercice", "ejercicio")
"""One of them stands in every name of a fiscal year: they are found ten times as fast."""
_PRINTED = regex.compile(r"(?<!\p{L}) FY | (?:19|20)[0-9]{2} [/–-] [0-9]{2}", regex.X | regex.I)
_MONTH = any_of(_MONTHS)
_SAYS = regex.compile(
    rf"""
    [^.;\n]{{0,60}}?
    (?: (?P<begins> \b (?: begin | start | commenc | runs? | ouvert | empieza | comienza | inicia )
            \p{{L}}*+ ) | (?P<ends> \b (?: end | clos | termin | cierr | finaliz ) \p{{L}}*+ ) )
    \ [^.;\n0-9]{{0,20}}?
    (?: (?P<day> [0-9]{{1,2}} ) (?: st | nd | rd | th | er )? (?: \ (?:of|de) )?
        \ (?P<month> {_MONTH} )
      | (?P<month> {_MONTH} ) \ (?P<day> [0-9]{{1,2}} ) )
    (?! [\p{{L}}0-9] )
    """,
    regex.X | regex.I,
)


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """The twelve months of a fiscal year."""

    first_month: int
    named_by_begin: bool = False
    """Whether a year named by one number begins in it; else it ends in it."""
    is_public: bool = True
    """Whether the document is that of a government, where 2031/32 is a fiscal year by itself."""

    def dated(self, point: Point) -> Point:
        """Return a fiscal year as printed (`FY2031`, `FY2031/32`) as its months."""
        if point.year is None or self.first_month == 1 or point.month is not None:
            return point
        begins = point.years > 1 or self.named_by_begin
        year = point.year if begins else point.year - 1
        return Point(point.end, year, self.first_month, months=_YEAR_MONTHS, form="fiscal")


_TABLE = load("fiscal.toml")["calendars"]
_CALENDARS = {
    str(at): FiscalYear(c["first"], c["named"] == "begins") for at, c in enumerate(_TABLE)
}
_BODIES = {name: str(at) for at, one in enumerate(_TABLE) for name in one["names"]}
_named = counter({**_BODIES, **dict.fromkeys(INTERNATIONAL_NAMES, INTERNATIONAL)})


def fiscal_year(text: str) -> FiscalYear | None:
    """Return the fiscal year of a document: as it says, else that of the one body it is about.

    >>> fiscal_year("The fiscal year begins on 1 April.")
    FiscalYear(first_month=4, named_by_begin=False, is_public=True)
    """
    folded = text.casefold()
    named_so = any(sign in folded for sign in _SIGNS)
    if not named_so and not _PRINTED.search(text):
        return None
    stated = set(_stated(text)) if named_so else set()
    if stated:
        return FiscalYear(stated.pop()) if len(stated) == 1 else None
    named = _named([text])
    body = subject(named)
    if body is not None and body != INTERNATIONAL:
        return _CALENDARS[body]
    del named[INTERNATIONAL]
    body = subject(named)
    return None if body is None else replace(_CALENDARS[body], is_public=False)


def _stated(text: str) -> Iterator[int]:
    """Yield the first month of each fiscal year that a text tells the begin or the end of."""
    for year in _YEAR.finditer(text):
        says = _SAYS.match(text, year.end())
        if says is None:
            continue
        month, day = _MONTHS[says["month"].casefold()], int(says["day"])
        if says["begins"] and day == 1:
            yield month
        elif says["ends"] and day >= _LAST_DAY:
            yield month % _YEAR_MONTHS + 1
