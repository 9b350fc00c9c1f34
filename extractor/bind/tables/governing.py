"""What governs each cell of a table.

A cell is governed by the header cells above it (the nearest last), the label of its row and the
label of the row group it stands in.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import regex

from extractor.bind.tables.classes import classes_in
from extractor.bind.tables.groups import row_groups
from extractor.bind.tables.headers import (
    YEAR,
    heads_notes,
    heads_years,
    is_whole,
    numbers_rows,
    says_how,
)
from extractor.bind.tables.numeric import is_numeric
from extractor.segment.document import Cell, Table
from extractor.segment.titles import read_quantity

MAX_PART = 30  # characters of a head that parts another one
MIN_BANNER = 3  # columns that a header over the whole table spans
PLACEHOLDER = regex.compile(
    r"""
    ^ \s*+
    (?: n\.?/?a\.? | tbc | tbd | nil | none | n\.?d\.? | s/o | \p{P}++ | [✓✔☑✗✘x×] )?
    \s*+ $
    """,
    regex.X | regex.I,
)


@dataclass(slots=True)
class Governing:
    """What governs one cell."""

    columns: list[Cell] = field(default_factory=list)
    """Header cells above it, the outermost first."""
    labels: list[Cell] = field(default_factory=list)
    """Label cells of its row, from the left."""
    group: Cell | None = None
    """The label of the row group it stands in."""
    years: list[Cell] = field(default_factory=list)
    """Cells of its row that are the year it is for."""
    width: int = 0
    """Columns of the table."""

    @property
    def heads(self) -> Iterator[Cell]:
        """The header cells and labels, the nearest first, headers before labels."""
        yield from reversed(self.columns)
        yield from reversed(self.labels)

    def is_banner(self, head: Cell) -> bool:
        """Say whether a header stands over all columns but that of the labels."""
        return head.header == "column" and head.col_span >= max(self.width - 1, MIN_BANNER)


Place = tuple[int, int]
"""Row and column."""

Governed = dict[Place, Governing]
"""What governs each cell of a table."""

Heads = dict[int, list[Cell]]
"""The header cells of each column, the outermost first."""


def governing(table: Table) -> Governed:
    """Return what governs each cell of a table, by row and column; nothing governs a header."""
    headers, below = headers_by_column(table), _row_below_heads(table)
    labels = _labels_by_row(table)
    groups, years = row_groups(table, headers), _years_by_row(table, headers)
    followed = _followed_by_years(table, headers)
    lowest = {col: max(cell.row for cell in cells) for col, cells in headers.items()}
    found: Governed = {}
    none: list[Cell] = []
    for cell in table.cells:
        if cell.header == "column" or cell.row == below:
            found[cell.row, cell.col] = Governing()
            continue
        found[cell.row, cell.col] = Governing(
            _above(headers.get(cell.col, none), cell.row, lowest.get(cell.col, -1)),
            _left_of(labels.get(cell.row, none), cell.col),
            groups.get(cell.row),
            _years_of(years.get(cell.row, none), cell.col, followed),
            table.n_cols,
        )
    return found


def _above(cells: list[Cell], row: int, lowest: int) -> list[Cell]:
    """Return the cells above a row; where all are, the list itself, which a column then shares."""
    return cells if lowest < row else [cell for cell in cells if cell.row < row]


def _left_of(cells: list[Cell], col: int) -> list[Cell]:
    """Return the cells on the left of a column; where all are, the list itself likewise."""
    if not cells:
        return cells
    found = [cell for cell in cells if cell.col < col]
    return cells if len(found) == len(cells) else found


def _years_of(cells: list[Cell], col: int, followed: Mapping[int, int]) -> list[Cell]:
    """Return the years of a row that are those of a column: right behind it, or on its left."""
    behind = [cell for cell in cells if cell.col == followed.get(col)]
    return behind or _left_of(cells, col)


def _followed_by_years(table: Table, headers: Heads) -> dict[int, int]:
    """Return the columns of values that a column of their years follows, and which that is.

    It is of the last values before it alone: `Level | Change | Period` tells when the change was.
    """
    years = year_columns(table, headers)
    values = {
        cell.col
        for cell in table.cells
        if cell.col not in years
        and cell.col
        and cell.header is None
        and is_numeric(cell.text)
        and not any(numbers_rows(head.text, first=False) for head in headers.get(cell.col, ()))
    }
    if not years or not values or min(years) < min(values):
        return {}
    return {max(col for col in values if col < year): year for year in sorted(years, reverse=True)}


def _years_by_row(table: Table, headers: Heads) -> dict[int, list[Cell]]:
    """Return for each row its cells of the columns that say for which year the row is."""
    columns = year_columns(table, headers)
    found: dict[int, list[Cell]] = {}
    for cell in table.cells:
        if cell.col in columns and cell.header != "column" and YEAR.match(cell.text):
            for row in range(cell.row, cell.row + cell.row_span):
                found.setdefault(row, []).append(cell)
    return found


def year_columns(table: Table, headers: Heads) -> set[int]:
    """Return the columns of years: the first, or one that its header calls so.

    Without such a header each number of the first column must be one.
    """
    named = {
        col for col, cells in headers.items() if any(heads_years(cell.text) for cell in cells[-1:])
    }
    first = [c.text for c in table.cells if c.col == 0 and c.header != "column"]
    numbers = [text for text in first if is_numeric(text)]
    if len(numbers) > 1 and all(YEAR.match(text) for text in numbers):
        named.add(0)
    return named


def headers_by_column(table: Table) -> Heads:
    """Return the header cells of each column, the outermost first."""
    found: dict[int, list[Cell]] = {}
    below = _row_below_heads(table)
    widths = _widened(table, below)
    for cell in sorted(table.cells, key=lambda c: (c.row, c.col)):
        if cell.span and (cell.header == "column" or cell.row == below):
            for col in range(cell.col, cell.col + widths.get((cell.row, cell.col), cell.col_span)):
                found.setdefault(col, []).append(cell)
    return found


def _row_below_heads(table: Table) -> int | None:
    """Return the row below the heads that parts them further: years, totals, units or `n` and `%`.

    Not every form of a document marks a second row of heads, which may head the notes, too. Below
    heads that are blank over some columns, as only the first of several prints what is over all,
    other words part them as well.
    """
    heads = [cell.row for cell in table.cells if cell.header == "column"]
    row = max(heads) + 1 if heads else 0
    texts = {cell.col: cell.text for cell in table.cells if cell.row == row and cell.text}
    blank = _is_parted(table, row, texts)
    parts = [col for col, text in texts.items() if col and (_parts_heads(text) or blank)]
    noted = [col for col, text in texts.items() if heads_notes(text)]
    return row if heads and len(parts) > 1 and len(parts) + len(noted) == len(texts) else None


def _is_parted(table: Table, row: int, texts: dict[int, str]) -> bool:
    """Say whether a row of words only stands below heads of which some are blank, none of labels.

    Each column without a head has such words, and the one before it that has the head of both.
    """
    heads = {cell.col for cell in table.cells if cell.row == row - 1 and cell.text}
    words = all(
        YEAR.match(text) or (not is_numeric(text) and len(text) <= MAX_PART)
        for text in texts.values()
    )
    below = set(texts)
    blank = below - heads
    parted = blank | {max((col for col in heads if col < at), default=0) for at in blank}
    return words and 0 in heads and bool(blank) and below >= parted and 0 not in below


def _parts_heads(text: str) -> bool:
    if YEAR.match(text) is not None or is_whole(text) or says_how(text):
        return True
    return read_quantity(text.strip(" ()[]"))[0] is not None


def _widened(table: Table, below: int | None) -> dict[Place, int]:
    """Return how many columns each head stands over: also blank ones that a row below parts."""
    if below is None:
        return {}
    named = {c.col for c in table.cells if c.row == below - 1 and c.text}
    parted = {c.col for c in table.cells if c.row == below and c.text}
    found: dict[Place, int] = {}
    for col in named:
        end = col + 1
        while end in parted and end not in named:
            end += 1
        found[below - 1, col] = end - col
    return found


def _labels_by_row(table: Table) -> dict[int, list[Cell]]:
    found: dict[int, list[Cell]] = {}
    classes = classes_in(table)
    for cell in table.cells:
        if is_label(cell) or (cell.row, cell.col) in classes:
            for row in range(cell.row, cell.row + cell.row_span):
                found.setdefault(row, []).append(cell)
    return found


def is_label(cell: Cell) -> bool:
    """Say whether a body cell holds words that say what its row is, no value and no placeholder."""
    if cell.header == "column" or is_numeric(cell.text) or PLACEHOLDER.match(cell.text):
        return False
    list_letter = len(cell.text) == 1 and cell.text.isupper()
    return list_letter or (len(cell.text) > 1 and any(c.isalpha() for c in cell.text))
