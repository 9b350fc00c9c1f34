"""The words of titles, heads and labels without unit, date, place and listed dimensions."""

from collections.abc import Collection
from functools import lru_cache

import regex

from extractor.bind.context import Context
from extractor.bind.found import Span
from extractor.bind.places.titled import named_in
from extractor.bind.tables.datewords import AROUND, AROUND_CLOSED, after_date, before_date
from extractor.bind.tables.titles import without_label
from extractor.bind.tables.unitheads import without_unit

BY = r"(?: by | par | por | за | по | حسب ) \s++ (?: (?! by\b ) [\p{L}\-’']++ [\s,]*+ ){1,6}+ $"
DIMENSIONS = regex.compile(rf"(?<! [\s,] ) [\s,]++ {BY}", regex.X | regex.I)
ONLY_DIMENSIONS = regex.compile(rf"^ \W*+ {BY}", regex.X | regex.I)
LEAD_TO_PLACE = regex.compile(
    r"(?: , | [\s(] (?: in | within | across | for | en | dans | au | aux | para | в | у | في ) )"
    r"\s++ (?: the\s++ | la\s++ | le\s++ | el\s++ | l['’] )?+ $",
    regex.X | regex.I,
)
ANOTHER = regex.compile(
    r"(?: \s*+ , \s*+ )?+ (?: \s (?: and | et | y | or | ou | o ) )? \s*+ $", regex.X
)
"""What ties the last of several dates to those before it: `2029, 2030 and`."""
MATURING = regex.compile(
    r"[,;(] \s? (?: due | maturing | expiring | échéance ) (?: \s \p{Ll}{1,3} )? \s*+ $",
    regex.X | regex.I,
)
"""What leads to the end of a loan, set apart from its name: `Pier loan, due 2042`."""
NAMES = regex.compile(
    r"""
    (?: (?: \s*+ , \s*+ | \s (?= and | et | y | & ) )
      (?: (?: and | et | y | & ) \s )?+ (?: the \s )?+
      \p{Lu} [\p{L}\d\-.’']*+ (?: \s \p{Lu} [\p{L}\d\-.’']*+ ){0,3}+
    ){0,12}+
    """,
    regex.X,
)
"""The names that go on with a list of places: `, EU-15 and Lorn`."""
REMARK = r"""
    (?: as \s )? (?: restated | unaudited | audited | retrait[ée]s? | (?: non \s )? audit[ée]s?
      | reexpresad[oa]s? | (?: no \s )? auditad[oa]s? )
    | (?: see \s | voir \s | v[ée]ase \s )? (?: notes? | notas? | schedule | annexe? | anexo )
      \s \d{1,3}+ (?: \.\d{1,2} )? \p{Ll}? (?: (?: , | \s (?: & | and | et | y ) ) \s \d{1,3}+ )*+
"""
REMARKS = regex.compile(
    rf"""
    (?: (?<= \S ) \s*+ [(\[] | ^ [(\[]? ) \s*+
    (?: {REMARK} ) (?: \s*+ [,;–—\-(]* \s*+ (?: {REMARK} ) )?+ \s*+ (?: [)\]]++ | $ )
    """,
    regex.X | regex.I,
)
"""What a head says of its figures and not of what they measure: `(restated - note 2)`."""
LEAD_WINDOW = 24  # characters before a place in which what leads to it stands
MAX_TAILS = 12  # dates and places at the end of a title
DATES, TIMES = ("date",), ("date", "duration")
"""What a title may end in: before its dimensions, a stretch is mostly of ages."""


@lru_cache(maxsize=4096)
def without_remarks(head: str) -> str:
    """Return a head without what only says that its figures are restated, audited or explained.

    >>> without_remarks("Budget (Note 12)"), without_remarks("(Restated - Note 2)")
    ('Budget', '')
    >>> without_remarks("Note 4 loans"), without_remarks("Audited")
    ('Note 4 loans', '')
    """
    return REMARKS.sub("", head).strip()


def undated(context: Context, span: Span) -> str:
    """Return a header without its one date and the words that lead to it."""
    date = context.date_in(span)
    text = context.doc.text
    if date is None:
        return text[slice(*span)]
    before, after = text[span[0] : date.span[0]], text[date.span[1] : span[1]]
    language = context.collected.language
    return f"{before_date(before, language)} {after_date(after, language)}".strip()


def bare_title(context: Context, title: str, span: Span) -> str:
    """Return what a title says is measured: also without the dates and places that it ends in.

    The dimensions that it lists may stand behind them: `Wages in Lorn and Orn by gender in 2031`.
    """
    text = without_tails(context, without_unit(without_label(title)), span)
    plain = plain_title(text)
    if plain == text or named_in(context, span, "") is None:
        return plain  # `Refugees from Lorn in Orn by age` keeps the places that nothing is bound to
    return without_tails(context, plain, span, DATES)


def without_tails(context: Context, text: str, span: Span, kinds: Collection[str] = TIMES) -> str:
    """Return a title or label without the dates and places that it ends in; they are at a span."""
    times = [
        " ".join(context.doc.quote(f.span).split())
        for f in context.founds_in(span)
        if f.reading.kind in kinds
    ]
    places = [" ".join(context.doc.quote(m.span).split()) for m in context.places_in(span)]
    for _ in range(MAX_TAILS):
        in_time = _without_time(text, times, context.collected.language)
        shorter = in_time or _without_place(text, places)
        if not shorter:
            break
        text = shorter.rstrip(AROUND + ".")
    return _closed(text)


def _closed(text: str) -> str:
    """Return a text without a bracket that opens in it and does not close: `Index (100`."""
    last = text.rfind("(")
    return text[:last].rstrip(AROUND) if last > 0 and ")" not in text[last:] else text


def _without_time(text: str, times: list[str], language: str | None) -> str:
    for time in times:
        before, found, after = text.rpartition(time)
        if found and not after_date(after, language).strip(AROUND_CLOSED + "."):
            return before_date(ANOTHER.sub("", MATURING.sub("", before)), language)
    return ""


def _without_place(text: str, places: list[str]) -> str:
    """Return a text without the place, or the list of names that one opens, in which it ends."""
    text = text.rstrip(AROUND + ".")
    for place in places:
        at = text.find(place)
        if at < 0 or NAMES.fullmatch(text, at + len(place)) is None:
            continue
        lead = LEAD_TO_PLACE.search(text, max(0, at - LEAD_WINDOW), at)
        return "" if lead is None else text[: lead.start()]
    return ""


@lru_cache(maxsize=256)
def plain_title(title: str) -> str:
    """Return what a title says is measured: without label, unit and the dimensions it lists.

    >>> plain_title("Table 2. Requirements by outcome and year (USD thousand)")
    'Requirements'
    """
    text = without_unit(without_label(title))
    return DIMENSIONS.sub("", text).strip(" ,;:–—-") or text
