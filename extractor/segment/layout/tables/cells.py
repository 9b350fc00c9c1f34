"""A table before it is written: cells with the lines in them, row by row."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import attrgetter
from typing import Literal

import regex

from extractor.readers.geometry import Range
from extractor.readers.source import Box, PdfLink, Word
from extractor.segment.draft import Draft, DraftCell, DraftTable, DraftText
from extractor.segment.layout.baselines import page_lines
from extractor.segment.layout.lines import Line
from extractor.segment.layout.markers import marker
from extractor.segment.layout.text import Writer

_HOW_LONG = r"""
    (?: (?: \s | (?<= \s ) ) [-–—] \s \p{Nd}{1,4} )? (?: \s | (?<= \s ) )  # ages stand closer
    (?: years? | yrs? | months? | days? | ans | années | mois | jours | años | meses | días )
"""
"""What tells behind a number how long something lasts: `10 – 50 years`."""
NUMERIC = regex.compile(
    r"""
    (?: \d{1,2} / \s )?                                          # the mark of a note
    [(\[+\-−–~≈<>*±]{0,3} \s? (?: [rpe] (?= \p{Nd} ) )?             # revised, preliminary
    (?: \p{Lu}{0,3}\p{Sc} | (?-i: \p{Lu}{3} ) (?= \s? \p{Nd} ) )? \s? [(\-−–]?
    (?: \p{Nd} [\p{Nd}.,'’\s\u00a0\u202f]*+ (?: [eE][+-]?\d+ )? [½⅓⅔¼¾⅛⅜⅝⅞]?
      | [½⅓⅔¼¾⅛⅜⅝⅞]
      | [-–—−…]{1,3} | \.{1,12} | n [./]? [ad] \.? | s [./] [odr] \.? | t\.?b\.?[acd]\.? | nil
      | : | x | (?-i: Z | (?<= \( ) (?: [DLSXZ] | NA ) (?= \) ) )   # held back, too small
      | [✓✔✗✘✕✖☐☑☒●○◯■□◆◇] )
    \s? [)\]]? \s? (?: % | \p{Sc} | [KMBkm] | bn | mn | pp )? [)\]*∗]{0,2}
    (?: \s? \( [<>~]? \p{Nd} [\p{Nd}.,/\s\u00a0\u202f]{0,12}+ %? \) )?   # its share of the whole
    (?: \s? [a-z]? / | [a-z*∗†] )?
    """
    f"(?: {_HOW_LONG} )?",
    regex.X | regex.I,
)
LASTING = regex.compile(rf"[^\p{{L}}]*+ {_HOW_LONG}", regex.X | regex.I)
CHECK = regex.compile(r"[✓✔✗✘✕✖☐☑☒●○◯■□◆◇]{1,2}")
YEARS = regex.compile(r"\D{0,6} (?: 19 | 20 ) \d\d \D{0,3} (?: \d{2,4} \D{0,2} )?", regex.X)
WORD = regex.compile(r"\p{L}{2,}")
TITLE = regex.compile(
    r"""
    (?: table | tableau | tabla | cuadro | таблица | таблиця | tabela | tabelle
      | tabella | quadro | الجدول | جدول )
    \b .{0,8}? \d
    | \p{L}{4,9} \s \d{1,3} [.:]
    """,
    regex.X | regex.I,
)
TITLE_GOES_ON = regex.compile(r"[(\[]|in\b|en\b|\p{Sc}|\p{Ll}", regex.X | regex.I)


@dataclass(slots=True, eq=False)
class Cell:
    """A cell and the lines in it."""

    row: int
    col: int
    row_span: int = 1
    col_span: int = 1
    lines: list[Line] = field(default_factory=list)
    header: Literal["column", "row"] | None = None

    @property
    def text(self) -> str:
        """The cell's text, its lines joined by spaces."""
        return " ".join([line.text for line in self.lines])


@dataclass(slots=True, eq=False)
class Table:
    """A table on one page, or over several once its parts are joined."""

    box: Box
    page: int
    cells: list[Cell]
    n_rows: int
    n_cols: int
    columns: list[Range] = field(default_factory=list)
    """From where to where each column runs, to tell whether the next page's table goes on."""
    pages: list[int] = field(default_factory=list)
    header_rows: int = 0
    element: tuple[int, ...] | None = None
    """Its place in the structure tree, where that names it: the same on all its pages."""

    def row(self, index: int) -> list[Cell]:
        """Return the cells that begin in a row, from left to right."""
        return sorted([c for c in self.cells if c.row == index], key=attrgetter("col"))

    def rows(self) -> dict[int, list[Cell]]:
        """Return the cells by the row that they begin in, those of a row from left to right."""
        found: dict[int, list[Cell]] = defaultdict(list)
        for cell in sorted(self.cells, key=attrgetter("col")):
            found[cell.row].append(cell)
        return found


def cell_lines(words: Sequence[Word], page: int) -> list[Line]:
    """Return the lines of a cell's words from top to bottom, each whole."""
    rows: list[list[Line]] = []
    for line in sorted(page_lines(words, page), key=lambda line: (line.baseline, line.left)):
        if rows and abs(rows[-1][0].baseline - line.baseline) <= 0.3 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [
        row[0]
        if len(row) == 1
        else Line.of(
            [word for line in row for word in line.words],
            page,
            set().union(*(line.raised for line in row)),
        )
        for row in rows
    ]


@lru_cache(maxsize=16384)
def is_numeric(text: str) -> bool:
    """Whether a cell's text is a number, or a dash or blank mark in place of one.

    >>> is_numeric("1,250.5"), is_numeric("(12)"), is_numeric("–"), is_numeric("10 - 50 years")
    (True, True, True, True)
    >>> is_numeric("Total 5"), is_numeric("10 - 50 boats")
    (False, False)
    """
    return NUMERIC.fullmatch(text.strip()) is not None


def _within(places: Sequence[int], first: int, span: int) -> Sequence[int]:
    """Return the places from a first one on, over a span; the places are in order."""
    return places[bisect_left(places, first) : bisect_left(places, first + span)]


def compacted(table: Table) -> Table | None:
    """Return a table without the rows and columns that are empty; None where nothing is left."""
    filled = [cell for cell in table.cells if cell.lines]
    rows = sorted({cell.row for cell in filled})
    cols = sorted({cell.col for cell in filled})
    if not rows or not cols:
        return None
    if len(rows) == table.n_rows and len(cols) == table.n_cols:
        return table
    row_at = {row: i for i, row in enumerate(rows)}
    col_at = {col: i for i, col in enumerate(cols)}
    kept: list[Cell] = []
    for cell in table.cells:
        within_rows = _within(rows, cell.row, cell.row_span)
        within_cols = _within(cols, cell.col, cell.col_span)
        if within_rows and within_cols:
            cell.row, cell.row_span = row_at[within_rows[0]], len(within_rows)
            cell.col, cell.col_span = col_at[within_cols[0]], len(within_cols)
            kept.append(cell)
    table.columns = [table.columns[c] for c in cols if c < len(table.columns)]
    table.cells, table.n_rows, table.n_cols = kept, len(rows), len(cols)
    return table


def has_words(table: Table) -> bool:
    """Whether any cells say what the numbers are: a table of bare numbers is a chart's."""
    years = sum(YEARS.fullmatch(cell.text) is not None for cell in table.cells)
    return years > 1 or any(WORD.search(cell.text) for cell in table.cells)


def take_title(table: Table) -> list[Line]:
    """Take a title that stands in the first row over the whole table out of it, and return it."""
    taken = _title_over_heads(table)
    while table.n_rows > 2:  # noqa: PLR2004 - a header and a body stay
        filled = [cell for cell in table.row(0) if cell.lines]
        spans = len(filled) == 1 and filled[0].row_span == 1
        if not spans or not (taken or TITLE.match(filled[0].text)) or filled[0].col > 1:
            break
        if taken and not TITLE_GOES_ON.match(filled[0].text):
            break
        taken += filled[0].lines
        table.cells = [cell for cell in table.cells if cell.row > 0]
        for cell in table.cells:
            cell.row -= 1
        table.n_rows -= 1
    return taken


def _title_over_heads(table: Table) -> list[Line]:
    """Take the title that stands in the first cell above all heads out of it, and return it."""
    first, *others = [cell for cell in table.row(0) if cell.lines] or [Cell(0, 0)]
    if not others or first.col or not TITLE.match(first.text):
        return []
    heads = min(line.top for cell in others for line in cell.lines)
    taken = [line for line in first.lines if line.baseline < heads]
    first.lines = first.lines[len(taken) :]
    return taken


def written(table: Table, writer: Writer, links: Sequence[PdfLink]) -> Draft:
    """Return the table as a draft."""
    cells = [_written_cell(cell, writer, links) for cell in table.cells]
    cells.sort(key=lambda cell: (cell.row, cell.col))
    return Draft(
        type="table",
        page=table.page,
        table=DraftTable(
            cells=cells,
            n_rows=table.n_rows,
            n_cols=table.n_cols,
            continued_pages=[page for page in table.pages if page != table.page],
        ),
    )


def _written_cell(cell: Cell, writer: Writer, links: Sequence[PdfLink]) -> DraftCell:
    text = _cell_text(cell.lines, writer, links) if cell.lines else DraftText()
    return DraftCell(
        content=text.content,
        marks=text.marks,
        links=text.links,
        bold=text.bold,
        row=cell.row,
        col=cell.col,
        row_span=cell.row_span,
        col_span=cell.col_span,
        header=cell.header,
        page=table_page(cell),
    )


def _cell_text(lines: Sequence[Line], writer: Writer, links: Sequence[PdfLink]) -> DraftText:
    writer.begin(links)
    for line in lines:
        found = None if is_numeric(line.text) else marker(line)  # a dash may be a number's sign
        writer.add(line, skip=found.words if found and not found.counted else 0)
    return writer.finish()[0]


def table_page(cell: Cell) -> int | None:
    """Return the page of a cell; None for a blank one, which stands nowhere."""
    return cell.lines[0].page if cell.lines else None
