"""Which rows of a table head its columns, and which of its columns name the rows."""

from collections.abc import Mapping, Sequence

import regex

from extractor.segment.layout.tables.cells import LASTING, YEARS, Cell, Table, is_numeric
from extractor.segment.layout.tables.counted import count_columns
from extractor.segment.layout.tables.properties import first_property, look
from extractor.segment.pairs import is_form
from extractor.segment.titles import read_unit

LETTER = regex.compile(r"\p{L}")
MAGNITUDE = regex.compile(
    r"""
    (?<= \p{Nd} ) \s? (?: (?: thousand | mille | mil | mill?i?[oó]n(?:s|es)? | milliards? | billion
    | mln | mrd | тыс\.? | млн\.? | млрд\.? | мільйон\w* | миллион\w* | ألف | مليون | مليار ) \b )+
    """,
    regex.X | regex.I,
)
"""Words that make a number larger, at the end of a cell or before a unit."""
AMOUNT_OF = regex.compile(
    r"""
    (?! 10{0,2} (?: [ \u00a0\u202f.,] 000 )++ \s | 1 \s )
    (?: \p{Nd}{1,3} (?: [ \u00a0\u202f.,] \p{Nd}{3} )++ \s
      | \p{Nd} [\p{Nd}.,]*+ \s (?: mille | mil | mill?i?[oó]n(?:s|es)? | milliards? | billion ) \s )
    \p{Ll}++ .{0,60}+
    """,
    regex.X | regex.I,
)
"""A large number of something, as values are told in words: `420 000 people`, `2 million boats`.

A unit is no such number: `1,000 tonnes`, `100 000 habitants`, `1 million euros`.
"""
BARE = regex.compile(r"[\p{Nd}\s.,'’()−–-]++")
"""A number without a unit of its own."""
COUNT = regex.compile(r"\(? (?P<count> \d | \p{Ll} ) [.)]{1,2}", regex.X)
MOST_HEADER_ROWS = 5
PAIRS = 2  # columns of names and values

Rows = Mapping[int, Sequence[Cell]]
"""The cells of a table by their row."""


def mark_headers(table: Table) -> None:
    """Say of each cell whether it heads its column or its row."""
    table.header_rows = header_rows(table)
    for cell in table.cells:
        if cell.row < table.header_rows:
            cell.header = "column"
        elif cell.col == 0 and LETTER.search(cell.text) and table.n_cols > 1:
            cell.header = "row"


def header_rows(table: Table) -> int:
    """Return how many rows at the top head the columns."""
    if table.n_rows < 2:  # noqa: PLR2004 - a header needs something to head
        return 0
    rows = table.rows()
    numeric = _first_numeric_row(table, rows)
    if numeric == 0 or _are_counted(rows) or _are_pairs(table, rows):
        return 0
    if (properties := first_property(table, rows)) is not None:
        return properties
    limit = min(numeric or 1, _first_repeated(rows, numeric), MOST_HEADER_ROWS, table.n_rows - 1)
    limit = min(limit, _first_set_as_body(rows, limit, numeric))
    reach = limit if numeric is not None else 1
    while reach > 0 and _row_is_body(table, reach - 1, rows.get(reach - 1, ())):
        reach -= 1
    spans = [c.row + c.row_span for c in table.cells if c.row < reach and c.col > 0]
    return min(max([reach, *spans]), table.n_rows - 1) if reach else 0


def _are_counted(rows: Rows) -> bool:
    """Whether the first two rows are the first two of counted ones: `(1)`, `(2)`; `a)`, `b)`."""
    firsts = [cell.text for row in (0, 1) for cell in rows.get(row, ())[:1] if cell.col == 0]
    counts = [found["count"] for text in firsts if (found := COUNT.fullmatch(text))]
    return counts in (["1", "2"], ["a", "b"])


def _are_pairs(table: Table, rows: Rows) -> bool:
    """Whether the rows are those of a form: a label with its colon opens it."""
    first = rows.get(0, ())
    if not first or not first[0].text.endswith(":"):
        return False
    texts = [[""] * table.n_cols for _ in range(table.n_rows)]
    for cell in table.cells:
        texts[cell.row][cell.col] = cell.text
    return is_form(texts)


def _first_numeric_row(table: Table, rows: Rows) -> int | None:
    for row in range(table.n_rows):
        filled = [c for c in rows.get(row, ()) if c.lines]
        if _count_columns(filled):
            continue
        body = [c for c in filled if c.col > 0]
        below = {c.col: c.text for c in rows.get(row + 1, ())}
        numbers = [c for c in body if _is_number(c.text, below.get(c.col, c.text))]
        if table.n_cols == PAIRS:
            numbers = numbers or [c for c in body if _is_amount(table, c)]
        if row == 0:  # cards of one value each may head nothing, and be all that there is
            numbers = [c for c in numbers if not _names_value(c.text)]
        if numbers and len(numbers) * 2 >= len(body):
            return row
    return None


def _is_number(text: str, below: str) -> bool:
    """Whether a cell of a body holds a number: a term (`5 years`) may also head other numbers."""
    if _names_value(text):
        return True
    if not is_numeric(MAGNITUDE.sub("", text)) or YEARS.fullmatch(text):
        return False
    return not LASTING.fullmatch(text) or LASTING.fullmatch(below) is not None


def _is_amount(table: Table, cell: Cell) -> bool:
    """Whether a cell tells a large number in words, and is no unit of bare numbers below it."""
    if not AMOUNT_OF.fullmatch(cell.text):
        return False
    below = [c.text for c in table.cells if c.col == cell.col and c.row > cell.row and c.lines]
    return not all(map(BARE.fullmatch, below))


def _names_value(text: str) -> bool:
    """Whether a cell names a value and gives it, as no head does: `Baseline (2031): 31 %`."""
    name, colon, value = text.partition(":")
    return bool(colon and name) and is_numeric(value) and not YEARS.fullmatch(value.strip())


def _first_repeated(rows: Rows, numeric: int | None) -> int:
    """Return the first row whose words and numbers stand in the same columns as the next row's.

    Such rows are of the body, though more of their cells are words: heads hold no numbers.
    """
    end = numeric or 1
    patterns = [_pattern(rows.get(row, ())) for row in range(end)]
    return next(
        (
            row
            for row in range(1, end - 1)
            if patterns[row] == patterns[row + 1] and set(patterns[row].values()) >= {True, False}
        ),
        end,
    )


def _first_set_as_body(rows: Rows, limit: int, numeric: int | None) -> int:
    """Return the first row with a label that is set as the body is, where the first row is not.

    `Policy adopted | No | Yes` under heads in bold, above `Schools open | 34 % | 50 %`. A row of
    heads under others has no label of its own: that column is headed once.
    """
    if numeric is None or limit < 2:  # noqa: PLR2004 - one row of heads is none too many
        return limit
    body = {look(cell) for cell in rows.get(numeric, ()) if cell.col > 0 and cell.lines}
    if body & {look(cell) for cell in rows.get(0, ()) if cell.col > 0 and cell.lines}:
        return limit
    for row in range(1, limit):
        filled = [cell for cell in rows.get(row, ()) if cell.lines]
        values = {look(cell) for cell in filled if cell.col > 0}
        if filled and filled[0].col == 0 and values and values <= body:
            return row
    return limit


def _pattern(cells: Sequence[Cell]) -> dict[int, bool]:
    """Return for the cells of a row that are not blank, by column, whether they are numbers."""
    filled = [c for c in cells if c.col > 0 and c.lines]
    return {c.col: is_numeric(c.text) and not YEARS.fullmatch(c.text) for c in filled}


def _count_columns(filled: Sequence[Cell]) -> bool:
    """Whether a row counts its columns: weeks, columns by their number."""
    return bool(filled) and count_columns([c.text for c in filled], labelled=filled[0].col == 0)


def _row_is_body(table: Table, row: int, cells: Sequence[Cell]) -> bool:
    """Whether a row above the numbers is of the body all the same.

    It has labels and nothing over the numbers, or is the name of a group of rows that runs over
    the whole table: that a head does only in the first row, or to tell the unit.
    """
    filled = [c for c in cells if c.lines]
    labels = label_columns(table)
    if row > 0 and len(filled) == 1 and filled[0].col_span == table.n_cols > 1:
        return read_unit(filled[0].text.strip(" ()[]")) == (None, None)
    return row > 0 and all(c.col + c.col_span <= labels for c in filled)


def label_columns(table: Table) -> int:
    """Return how many columns on the left name the rows; at least the first."""
    for col in range(1, table.n_cols):
        texts = [c.text for c in table.cells if c.col == col and c.col_span == 1 and c.lines]
        numbers = sum(is_numeric(text) and not YEARS.fullmatch(text) for text in texts)
        if numbers * 2 >= len(texts):
            return col
    return 1
