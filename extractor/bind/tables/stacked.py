"""Heads that tell a day and its year one above the other: `31 December` over `2031` and `2030`."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

import regex

from extractor.bind.tables.datewords import before_date
from extractor.bind.tables.governing import Place, headers_by_column
from extractor.figures import read_text
from extractor.figures.reading import NumberFormat, Reading, Readings
from extractor.segment.document import Cell, Table

YEAR = regex.compile(r"\s*+ (?: 19 | 20 | ١٩ | ٢٠ ) \p{Nd}{2} \s*+", regex.X)
DAY = regex.compile(r"\p{Nd}{1,2} (?! \p{Nd} ) .*? \p{L} | \p{L} .*? \p{Nd}", regex.X)
"""What has the number of a day and a word."""
TO_THE_DAY = regex.compile(r"\d{4}-\d\d-\d\d (?: /.* )?", regex.X)
MAX_ROWS = 5  # of heads
MAX_HEAD = 60  # characters: `For the six months ended 30 September`


def stacked_heads(table: Table) -> Mapping[Place, str]:
    """Return the text of the head right above each head, where one is a year, one may be a day."""
    top = [cell.text for cell in table.cells if cell.row < MAX_ROWS and cell.text]
    if not (any(map(YEAR.fullmatch, top)) and any(map(_may_tell_day, top))):
        return {}
    found: dict[Place, str] = {}
    for cells in headers_by_column(table).values():
        for over, under in pairwise(cells):
            years = [YEAR.fullmatch(cell.text) is not None for cell in (over, under)]
            days = [_may_tell_day(cell.text) for cell in (over, under)]
            if (years[0] and days[1]) or (days[0] and years[1]):
                found.setdefault((under.row, under.col), over.text)
    return found


def _may_tell_day(head: str) -> bool:
    return len(head) <= MAX_HEAD and DAY.search(head) is not None


def with_head(cell: Cell, over: str, readings: Readings, numbers: NumberFormat) -> Readings:
    """Return what is read in a head with the day or the year that the head above it tells."""
    if YEAR.fullmatch(cell.text) is None:
        day = day_in(cell.text, over, numbers)
        if day is None or readings.figures:
            return readings
        start = day.span[0]
        end = len(cell.text.rstrip())
        outside = tuple(e for e in readings.explained if e.span[1] <= start)
        return Readings((replace(day, span=(start, end), rule="date.day_below_year"),), outside)
    day = day_in(over, cell.text, numbers)
    if day is None or len(readings.figures) != 1:
        return readings
    year = replace(readings.figures[0], value=day.value, rule="date.year_below_day")
    return Readings((year,), readings.explained)


@lru_cache(maxsize=4096)  # heads of tables say the same again and again
def day_in(head: str, year: str, numbers: NumberFormat) -> Reading | None:
    """Return the date of a head that tells a day and no more, in a year; None for any other head.

    >>> day_in("As at 31 December", "2031", NumberFormat()).value
    '2031-12-31'
    >>> [day_in(head, "2031", NumberFormat()) for head in ("Due on 30 June", "Q1", "30 boats")]
    [None, None, None]
    """
    whole = f"{head.rstrip()} {year.strip()}"
    figures = read_text(whole, numbers).figures
    days = [f for f in figures if f.kind == "date" and f.span[1] == len(whole)]
    if not days:
        return None
    lasted = [f.span for f in figures if f.kind == "duration"]  # `Six months ended 30 June`
    starts, ends = lasted[0] if lasted else (0, 0)
    around = (whole[:starts], whole[ends : days[0].span[0]])
    if any(before_date(words, numbers.language) for words in around):
        return None
    told = days[0].value
    return days[0] if told is not None and TO_THE_DAY.fullmatch(told) else None
