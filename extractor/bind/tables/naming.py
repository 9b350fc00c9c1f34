"""What a column or title says is measured: without unit, date, place and listed dimensions."""

from collections.abc import Iterator
from functools import lru_cache

import regex

from extractor.bind.context import Context
from extractor.bind.found import Span
from extractor.bind.tables.headers import (
    AROUND,
    AROUND_CLOSED,
    YEAR,
    after_date,
    before_date,
    is_frame,
    is_whole,
    names_sex,
    numbers_rows,
    parts_people,
    says_how,
)
from extractor.bind.tables.nouns import PART_OF, counted_noun
from extractor.bind.tables.summaries import is_summary
from extractor.bind.tables.titles import without_label
from extractor.bind.tables.unitheads import without_unit
from extractor.segment.captions import opens_caption
from extractor.segment.document import Cell, Table
from extractor.segment.titles import is_total, read_unit

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
MAX_NAME = 12  # words; a longer header over others is a banner
MIN_WIDE = 3  # columns of a table in which two may lie below one header of their own
MAX_LINES = 3  # blocks over a table among which its title is
MAX_LINE = 80  # characters of a line that names a statement
MAX_TAILS = 4  # dates and places at the end of a title


def head_of(
    context: Context, index: int, columns: list[Cell], *, labelled: bool
) -> tuple[str, Span | None]:
    """Return what the columns of a cell, or else the table's title, say is measured, and where.

    `labelled` is whether a label says what its row is: a title that is a text then says no more.
    """
    table = context.doc.tables[index]
    counting = bool(columns) and says_how(columns[-1].text)
    named = [
        (_measure(context, index, c), c.span) for c in _parting(table, columns, counting=counting)
    ]
    named = [(text, span) for text, span in named if text]
    telling = [one for one in named if not parts_people(one[0])]
    if telling or not named:
        return _joined(telling) or _of_table(context, index, columns, labelled=labelled)
    titled = _of_table(context, index, columns, labelled=labelled)
    return titled if titled[0] else _joined(named) or titled


def _joined(named: list[tuple[str, Span | None]]) -> tuple[str, Span | None] | None:
    """Return what several heads say, and where the nearest stands; None for none."""
    return (" ".join(text for text, _ in named), named[-1][1]) if named else None


def _of_table(
    context: Context, index: int, columns: list[Cell], *, labelled: bool
) -> tuple[str, Span | None]:
    """Return what columns whose heads name no measure are of: a sum of all, or the title."""
    table = context.doc.tables[index]
    last = next((c for c in reversed(columns) if is_whole(c.text) or says_how(c.text)), None)
    if last is not None and _adds_up(context, index, last):
        return without_unit(last.text), last.span
    how = says_how(columns[-1].text if columns else "") or is_summary(context, index)
    if labelled and how and not _is_titled(table):
        return "", None  # the head says how the row is counted, its label what
    titled = next(_titles(context, table, labelled=labelled), None)
    if titled is not None or last is None:
        return titled or ("", None)
    return without_unit(last.text), last.span


def _is_titled(table: Table) -> bool:
    """Say whether a table has a title of its own, with its label (`Table 3. Boats`)."""
    return opens_caption(table.title or "")


def _adds_up(context: Context, index: int, total: Cell) -> bool:
    """Say whether a total stands beside columns of several measures, not of years or groups."""
    if not is_total(total.text):
        return False
    beside = (
        _measure(context, index, cell)
        for cell in context.doc.tables[index].cells
        if cell.header == "column" and cell.row == total.row and 0 < cell.col != total.col
    )
    return any(text and not _is_group(context, text) for text in beside)


def _is_group(context: Context, head: str) -> bool:
    said = counted_noun(head, context.collected.language)
    return names_sex(head) or (said is not None and said.is_group)


def _titles(context: Context, table: Table, *, labelled: bool) -> Iterator[tuple[str, Span]]:
    """Yield what the table's title says is measured; for one that is a date, what its heading says.

    A title that only lists dimensions (`By sector`) says nothing, nor does that of the document.
    """
    title, span = table.title, table.title_span
    if title is None or span is None:
        return
    bare = bare_title(context, title, span)
    if is_frame(bare) or _only_dates(context, span):
        over = _line_over(context, table, span)
        section = next(iter(context.headings_of(table.block)), None)
        if over is not None:
            title, span = context.doc.quote(over), over
        elif section is None or section.span == span:
            return
        else:
            title, span = section.title, section.span
        bare = bare_title(context, title, span)
    whole = context.doc.title_span
    is_of_document = whole is not None and context.doc.quote(whole) == title
    is_text = labelled and bare.count(" ") >= MAX_NAME and not opens_caption(title)
    if bare and not (is_of_document or is_text or ONLY_DIMENSIONS.match(without_label(title))):
        yield bare, span


def _line_over(context: Context, table: Table, span: Span) -> Span | None:
    """Return where the line stands that is right over a title which only says when or how.

    Statements are headed by their name, and below it by the day or period that they are of.
    """
    blocks = context.doc.blocks
    titles = range(table.block - 1, max(0, table.block - 1 - MAX_LINES), -1)
    at = next((i for i in titles if blocks[i].span[0] <= span[0] < blocks[i].span[1]), None)
    if at is None or blocks[at - 1].type != "paragraph" or blocks[at - 1].page != blocks[at].page:
        return None
    over = blocks[at - 1].span
    text = context.doc.quote(over)
    names = text[:1].isupper() and not text.endswith((".", ":", ";", ","))
    return over if names and len(text) <= MAX_LINE and not context.founds_in(over) else None


def _only_dates(context: Context, span: Span) -> bool:
    """Say whether a line only says when: `31 December 2031, with figures of 2030`.

    It opens with a date, and no word follows that right away, as in `May 2031 tide plan`.
    """
    first = next((f for f in context.founds_in(span) if f.is_time), None)
    if first is None:
        return False
    text = context.doc.text
    before, after = text[span[0] : first.span[0]], text[first.span[1] : span[1]].lstrip()
    return not before_date(before) and (not after[:1].isalpha() or after.startswith("with "))


def _parting(table: Table, columns: list[Cell], *, counting: bool) -> list[Cell]:
    """Return the headers without the banners over the table, which part no columns.

    Where the nearest header only counts, one over all columns but that of the labels is a banner.
    """
    width = table.n_cols - 1 if counting and table.n_cols > MIN_WIDE else table.n_cols
    named = [c for c in columns if c.col_span < width and c.text.count(" ") < MAX_NAME]
    return named or ([] if counting else columns)


def _measure(context: Context, table: int, cell: Cell) -> str:
    """Return what a header says is measured; nothing where it is a time, a place or a unit."""
    if cell.span is None or YEAR.match(cell.text) or context.is_period(table, cell.text):
        return ""
    text = without_remarks(without_unit(_undated(context, cell.span)))
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


@lru_cache(maxsize=4096)
def without_remarks(head: str) -> str:
    """Return a head without what only says that its figures are restated, audited or explained.

    >>> without_remarks("Budget (Note 12)"), without_remarks("(Restated - Note 2)")
    ('Budget', '')
    >>> without_remarks("Note 4 loans"), without_remarks("Audited")
    ('Note 4 loans', '')
    """
    return REMARKS.sub("", head).strip()


def _undated(context: Context, span: Span) -> str:
    """Return a header without its one date and the words that lead to it."""
    date = context.date_in(span)
    text = context.doc.text
    if date is None:
        return text[slice(*span)]
    before, after = text[span[0] : date.span[0]], text[date.span[1] : span[1]]
    return f"{before_date(before)} {after_date(after)}".strip()


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
    return _closed(text)


def _closed(text: str) -> str:
    """Return a text without a bracket that opens in it and does not close: `Index (100`."""
    last = text.rfind("(")
    return text[:last].rstrip(AROUND) if last > 0 and ")" not in text[last:] else text


def _without_time(text: str, times: list[str]) -> str:
    for time in times:
        before, found, after = text.rpartition(time)
        if found and not after_date(after).strip(AROUND_CLOSED + "."):
            return before_date(ANOTHER.sub("", before))
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
