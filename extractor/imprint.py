"""When a document was published and which edition it is: what its cover and its imprint say.

Both are told by short lines of their own, never by a sentence.
Two lines that disagree tell nothing.
"""

from collections.abc import Iterable, Iterator
from itertools import takewhile

import regex

from extractor.bind import Context
from extractor.segment.document import Block, Document, Span

MAX_LINE = 120  # characters; a longer paragraph is body text
FRONT_BLOCKS = 20  # blocks among which the lines of a cover stand
MAX_GAP = 12  # characters between `Published` and its date (` in `, ` on: `)
LINES = frozenset({"title", "heading", "paragraph", "key_figure"})

PUBLISHED = regex.compile(
    r"""
    ^ \W*+ (?:
      (?: date \s of \s )? (?: published | publication | issued? | release d? ) (?: \s date )?
      | (?: date \s de \s )? publi (?: ée? | cation )
      | (?: fecha \s de \s )? publica (?: d[oa] | ción )
      | дата \s публикации | опубликован[оа]? | дата \s публікації | опубліковано | تاريخ \s النشر
    ) \b
    """,
    regex.X | regex.I,
)
DATED = regex.compile(r"^ \W*+ (?: dated? | fecha | дата | التاريخ ) \s?+ :", regex.X | regex.I)

_NUMBER = r"(?: \d{1,3} (?: \. \d{1,2} )? | [IVX]{1,5} ) (?! [\p{L}\d] | [.,/\-–]\d )"
_NUMBERED = r"(?: (?: no\. | no | n° | nº | № | number | \# | num[eé]ro ) \s? )"
EDITION = regex.compile(
    rf"""
    \b (?:
      (?: version | versi[oó]n | revision | r[eé]vision | revisi[oó]n | rev\. | edition | [eé]dition
        | edici[oó]n | issue | update | mise \s à \s jour | actualizaci[oó]n | sitrep | bulletin
        | situation \s report | rapport \s de \s situation | версия | версія
      ) \s {_NUMBERED}? {_NUMBER}
      | (?: \d{{1,2}} (?: st | nd | rd | th | e | ème | ª | \.ª ) | first | second | third | fourth
          | fifth | revised | première | deuxième | troisième | primera | segunda | tercera
        ) \s (?: edition | version | [eé]dition | edici[oó]n | revision )
    ) (?! \w )
    """,
    regex.X | regex.I,
)
SERIAL = regex.compile(rf"(?<! \w ) (?: No\. | N° | Nº | № ) \s? {_NUMBER}", regex.X | regex.I)


def published(context: Context) -> str | None:
    """Return the date of publication at its own precision; None where it is not clear.

    A line that says `Published` counts before a cover's line that is a date and nothing else, that
    before the date beside the number of an edition (`No. 13, 29 May 2031`).
    """
    doc = context.doc
    cover = list(_cover(doc))
    lines = [b.span for b in doc.blocks if b.type in LINES and b.span[1] - b.span[0] <= MAX_LINE]
    stated = [s for s in lines if _says_when(context, s, PUBLISHED)]
    stated += [s for s in cover if _says_when(context, s, DATED)]
    alone = [s for s in cover if _is_date_alone(context, s)]
    beside = [s for s in _cover_lines(doc) if _edition_in(doc.quote(s))]
    for spans in (stated, alone, beside):
        dates = {date for span in spans if (date := _one_date(context, span)) is not None}
        if dates:
            return dates.pop() if len(dates) == 1 else None
    return None


def edition(doc: Document) -> str | None:
    """Return the edition as the cover prints it (`Version 2`); None where it is not clear."""
    said = [_edition_in(doc.quote(span)) for span in _cover_lines(doc)]
    printed = [" ".join(one.split()) for one in said if one is not None]
    return printed[0] if len({one.casefold() for one in printed}) == 1 else None


def _front(doc: Document) -> Iterator[Block]:
    """Yield the blocks before the first body text: on the first page, where there are pages."""
    return takewhile(lambda block: not _is_body(block), doc.blocks[:FRONT_BLOCKS])


def _cover(doc: Document) -> Iterator[Span]:
    return (block.span for block in _front(doc) if block.type in LINES)


def _is_body(block: Block) -> bool:
    is_long = block.type in {"paragraph", "list_item"} and block.span[1] - block.span[0] > MAX_LINE
    return is_long or (block.page is not None and block.page > 1)


def _cover_lines(doc: Document) -> Iterator[Span]:
    """Yield the lines of the cover; some covers are set in the cells of a table."""
    yield from _cover(doc)
    for block in _front(doc):
        if block.table is not None:
            cells: Iterable[Span | None] = (cell.span for cell in doc.tables[block.table].cells)
            yield from (span for span in cells if span and span[1] - span[0] <= MAX_LINE)


def _edition_in(line: str) -> str | None:
    match = EDITION.search(line) or SERIAL.search(line)
    return match[0] if match else None


def _says_when(context: Context, span: Span, word: regex.Pattern[str]) -> bool:
    """Say whether a line opens with a word and has a date right after it."""
    opening = word.match(context.doc.quote(span))
    dates = _dates(context, span)
    return opening is not None and bool(dates) and dates[0][0] - span[0] <= opening.end() + MAX_GAP


def _is_date_alone(context: Context, span: Span) -> bool:
    text, dates = context.doc.quote(span), _dates(context, span)
    if len(dates) != 1:
        return False
    start, end = (at - span[0] for at in dates[0])
    return not any(c.isalnum() for c in text[:start] + text[end:])


def _dates(context: Context, span: Span) -> list[Span]:
    return [found.span for found in context.founds_in(span) if found.reading.kind == "date"]


def _one_date(context: Context, span: Span) -> str | None:
    """Return the one date of a line; None for a bare year or an interval, which tell a period."""
    values = {
        found.reading.value for found in context.founds_in(span) if found.reading.kind == "date"
    }
    value = values.pop() if len(values) == 1 else None
    return value if value is not None and "-" in value and "/" not in value else None
