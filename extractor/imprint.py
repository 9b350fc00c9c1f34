"""When a document was published and which edition it is: what its cover and its imprint say.

Both are told by short lines of their own, never by a sentence.
Two lines that disagree tell nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile
from typing import NamedTuple

import regex

from extractor.figures import read_text
from extractor.figures.reading import NumberFormat, Reading
from extractor.segment.document import Block, Cell, Document

MAX_LINE = 120  # characters; a longer paragraph is body text
FRONT_BLOCKS = 20  # blocks among which the lines of a cover stand
MAX_GAP = 12  # characters between `Published` and its date (` in `, ` on: `)
LINES = frozenset({"title", "heading", "paragraph", "key_figure"})

PUBLISHED = regex.compile(
    r"""
    ^ \W*+ (?:
      (?: date \s of \s )? (?: published | publication | issued? | release d? ) (?: \s date )?
      | (?: date \s de \s (?: la \s )? )? publi (?: ée? | cation )
      | (?: fecha \s de \s )? publica (?: d[oa] | ción )
      | дата \s публикации | опубликован[оа]? | дата \s публікації | опубліковано | تاريخ \s النشر
    ) \b
    """,
    regex.X | regex.I,
)
DATED = regex.compile(
    r"^ \W*+ (?: (?: dated? | fecha | дата | التاريخ ) \s?+ : | distr\. \s?+ : \s?+ \p{L}++ )",
    regex.X | regex.I,
)

_NUMBER = r"(?: \d{1,3} (?: \. \d{1,2} )? | [IVX]{1,5} ) (?! [\p{L}\d] | [.,/\-–]\d )"
_NUMBERED = r"(?: (?: no\. | no | n° | nº | № | number | \# | num[eé]ro ) \s? )"
LABELLED = regex.compile(r"[.;|•·–—] \s*+ (?= \p{Lu} [\p{L}\s]{1,40}+ :)", regex.X)
"""Where a line goes on with what another label tells: `Date: 3 May 2031. Period covered: May`."""

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
DIGIT = regex.compile(r"\p{Nd}")
SERIAL = regex.compile(rf"(?<! \w ) (?: No\. | N° | Nº | № ) \s? {_NUMBER}", regex.X | regex.I)


class _Line(NamedTuple):
    """A line with the block that it stands in, whose language it is read in."""

    block: int
    text: str


def published(doc: Document, formats: Sequence[NumberFormat]) -> str | None:
    """Return the date of publication at its own precision; None where it is not clear.

    A line that says `Published` counts before a cover's line that is a date and nothing else, that
    before the date beside the number of an edition (`No. 13, 29 May 2031`). `formats` has one for
    each block.
    """
    short = (_Line(at, doc.quote(b.span)) for at, b in enumerate(doc.blocks) if _is_line(b))
    cover = [_Line(at, doc.quote(b.span)) for at, b in _front(doc) if b.type in LINES]
    stated = [*_saying(PUBLISHED, short), *_saying(PUBLISHED, _cover_rows(doc))]
    stated += _saying(DATED, cover)
    beside = (line for line in _cover_lines(doc) if _edition_in(line.text))

    def dated(lines: Iterable[_Line]) -> Iterator[tuple[str, list[Reading]]]:
        for block, text in lines:
            readings = read_text(text, formats[block]).figures if DIGIT.search(text) else ()
            yield text, [r for r in readings if r.kind == "date"]

    for told in (
        [dates for _, dates in dated(stated) if dates and dates[0].span[0] <= MAX_GAP],
        [dates for text, dates in dated(cover) if _is_all(text, dates)],
        [dates for _, dates in dated(beside)],
    ):
        values = {value for dates in told if (value := _one_date(dates)) is not None}
        if values:
            return values.pop() if len(values) == 1 else None
    return None


def edition(doc: Document) -> str | None:
    """Return the edition as the cover prints it (`Version 2`); None where it is not clear."""
    said = [_edition_in(line.text) for line in _cover_lines(doc)]
    printed = [" ".join(one.split()) for one in said if one is not None]
    return printed[0] if len({one.casefold() for one in printed}) == 1 else None


def _front(doc: Document) -> Iterator[tuple[int, Block]]:
    """Yield the blocks before the first body text: on the first page, where there are pages."""
    return takewhile(lambda one: not _is_body(one[1]), enumerate(doc.blocks[:FRONT_BLOCKS]))


def _is_body(block: Block) -> bool:
    is_long = block.type in {"paragraph", "list_item"} and not _is_short(block)
    return is_long or (block.page is not None and block.page > 1)


def _is_line(block: Block) -> bool:
    return block.type in LINES and _is_short(block)


def _is_short(block: Block) -> bool:
    return block.span[1] - block.span[0] <= MAX_LINE


def _cover_lines(doc: Document) -> Iterator[_Line]:
    """Yield the lines of the cover; some covers are set in the cells of a table."""
    yield from (_Line(at, doc.quote(b.span)) for at, b in _front(doc) if b.type in LINES)
    yield from (_Line(at, cell.text) for at, row in _cover_cells(doc) for cell in row)


def _cover_rows(doc: Document) -> Iterator[_Line]:
    """Yield the rows of tables on the cover, each a label and what is said of it."""
    return (_Line(at, " ".join(cell.text for cell in row)) for at, row in _cover_cells(doc))


def _cover_cells(doc: Document) -> Iterator[tuple[int, list[Cell]]]:
    for at, block in _front(doc):
        if block.table is not None:
            cells = (c for c in doc.tables[block.table].cells if 0 < len(c.text) <= MAX_LINE)
            yield from ((at, list(row)) for _, row in groupby(cells, key=lambda cell: cell.row))


def _edition_in(line: str) -> str | None:
    match = EDITION.search(line) or SERIAL.search(line)
    return match[0] if match else None


def _saying(word: regex.Pattern[str], lines: Iterable[_Line]) -> list[_Line]:
    """Return what lines that open with a word say behind it."""
    openings = ((line, word.match(line.text)) for line in lines)
    behind = ((line, line.text[m.end() :]) for line, m in openings if m is not None)
    return [_Line(line.block, LABELLED.split(text, 1)[0]) for line, text in behind]


def _is_all(line: str, dates: Sequence[Reading]) -> bool:
    """Say whether a line is a date and nothing else."""
    if len(dates) != 1:
        return False
    start, end = dates[0].span
    return not any(c.isalnum() for c in line[:start] + line[end:])


def _one_date(dates: Sequence[Reading]) -> str | None:
    """Return the one date of a line; None for a bare year or an interval, which tell a period."""
    values = {date.value for date in dates}
    value = values.pop() if len(values) == 1 else None
    return value if value is not None and "-" in value and "/" not in value else None
