"""What a column or title says is measured: without unit, date, place and listed dimensions."""

from functools import lru_cache

import regex

from extractor.bind.context import Context
from extractor.bind.found import Span
from extractor.bind.headers import (
    AROUND,
    AROUND_CLOSED,
    YEAR,
    after_date,
    before_date,
    is_whole,
    numbers_rows,
    says_how,
)
from extractor.bind.labels import PART_OF
from extractor.bind.unitheads import without_unit
from extractor.segment.captions import LABEL, opens_caption
from extractor.segment.document import Cell, Table
from extractor.segment.titles import read_unit

LABEL_OF_ANYTHING = regex.compile(
    r"""
    ^ \p{L}{3,9} \.? \s
    (?: \d{1,3} | [A-Z] ) (?: [.\-–] \d{1,3} )*+
    \s? [.:–—-] \s+
    """,
    regex.X,
)
BY = r"(?: by | par | por | за | по | حسب ) \s++ (?: (?! by\b ) [\p{L}\-’']++ [\s,]*+ ){1,6}+ $"
DIMENSIONS = regex.compile(rf"(?<! [\s,] ) [\s,]++ {BY}", regex.X | regex.I)
ONLY_DIMENSIONS = regex.compile(rf"^ \W*+ {BY}", regex.X | regex.I)
LEAD_TO_PLACE = regex.compile(
    r"(?: , | [\s(] (?: in | within | across | for | en | dans | au | aux | para | в | у | في ) )"
    r"\s++ (?: the\s++ | la\s++ | le\s++ | el\s++ | l['’] )?+ $",
    regex.X | regex.I,
)
LEAD_WINDOW = 24  # characters before a place in which what leads to it stands
MAX_NAME = 12  # words; a longer header over others is a banner
MAX_TAILS = 4  # dates and places at the end of a title


def head_of(context: Context, index: int, columns: list[Cell]) -> tuple[str, Span | None]:
    """Return what the columns of a cell, or else the table's title, say is measured, and where."""
    table = context.doc.tables[index]
    named = [(_measure(context, index, c), c.span) for c in _within(table, columns)]
    named = [(text, span) for text, span in named if text]
    if named:
        return " ".join(text for text, _ in named), named[-1][1]
    if table.title and table.title_span and _tells(context, table.title):
        return bare_title(context, table.title, table.title_span), table.title_span
    totals = [c for c in columns if is_whole(c.text)]
    return (without_unit(totals[-1].text), totals[-1].span) if totals else ("", None)


def _tells(context: Context, title: str) -> bool:
    """Say whether a table's title says what is measured: more than `By sector`, no whole plan."""
    whole = context.doc.title_span
    is_of_document = whole is not None and context.doc.quote(whole) == title
    return not is_of_document and not ONLY_DIMENSIONS.match(without_label(title))


def _within(table: Table, columns: list[Cell]) -> list[Cell]:
    """Return the headers without the banners over the table, which part no columns."""
    named = [c for c in columns if c.col_span < table.n_cols and c.text.count(" ") < MAX_NAME]
    return named or columns


def _measure(context: Context, table: int, cell: Cell) -> str:
    """Return what a header says is measured; nothing where it is a time, a place or a unit."""
    if cell.span is None or YEAR.match(cell.text) or context.is_period(table, cell.text):
        return ""
    text = without_unit(_undated(context, cell.span))
    if _says_nothing(text, first=cell.col == 0):
        return ""
    if cell.text.lower() in context.areas:
        return ""
    places = context.places_in(cell.span)
    alone = len(places) == 1 and places[0].span == cell.span
    return "" if alone else " ".join(PART_OF.sub("", text).split())


def _says_nothing(text: str, *, first: bool) -> bool:
    """Say whether a header only numbers, counts or adds up, or is nothing but a unit."""
    if numbers_rows(text, first=first) or is_whole(text) or says_how(text):
        return True
    return read_unit(text) != (None, None) or not any(c.isalpha() for c in text)


def _undated(context: Context, span: Span) -> str:
    """Return a header without its one date and the words that lead to it."""
    date = context.date_in(span)
    text = context.doc.text
    if date is None:
        return text[slice(*span)]
    before, after = text[span[0] : date.span[0]], text[date.span[1] : span[1]]
    return f"{before_date(before)} {after_date(after)}".strip()


def without_label(title: str) -> str:
    """Return a title without the label and number that open it.

    >>> without_label("Table 3.1 Boats by town"), without_label("Annex A. Boats")
    ('Boats by town', 'Boats')
    """
    label = LABEL.match(title) if opens_caption(title) else None
    return title[label.end() :] if label is not None else LABEL_OF_ANYTHING.sub("", title)


def bare_title(context: Context, title: str, span: Span) -> str:
    """Return what a title says is measured: also without the dates and places that it ends in."""
    text = without_unit(without_label(title))
    return plain_title(without_tails(context, text, span))


def without_tails(context: Context, text: str, span: Span) -> str:
    """Return a title or label without the dates and places that it ends in; they are at a span."""
    times = [
        " ".join(context.doc.quote(f.span).split()) for f in context.founds_in(span) if f.is_time
    ]
    places = [" ".join(context.doc.quote(m.span).split()) for m in context.places_in(span)]
    for _ in range(MAX_TAILS):
        shorter = _without_time(text, times) or _without_place(text, places)
        if not shorter:
            break
        text = shorter.rstrip(AROUND + ".")
    return text


def _without_time(text: str, times: list[str]) -> str:
    for time in times:
        before, found, after = text.rpartition(time)
        if found and not after_date(after).strip(AROUND_CLOSED + "."):
            return before_date(before)
    return ""


def _without_place(text: str, places: list[str]) -> str:
    text = text.rstrip(AROUND + ".")
    place = next((p for p in places if text.endswith(p)), None)
    if place is None:
        return ""
    at = len(text) - len(place)
    lead = LEAD_TO_PLACE.search(text, max(0, at - LEAD_WINDOW), at)
    return "" if lead is None else text[: lead.start()]


@lru_cache(maxsize=256)
def plain_title(title: str) -> str:
    """Return what a title says is measured: without label, unit and the dimensions it lists.

    >>> plain_title("Table 2. Requirements by outcome and year (USD thousand)")
    'Requirements'
    """
    text = without_unit(without_label(title))
    return DIMENSIONS.sub("", text).strip(" ,;:–—-") or text
