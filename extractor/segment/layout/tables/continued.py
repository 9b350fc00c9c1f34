"""Tables that run over pages: the part on the next page goes on with the one before."""

from collections.abc import Sequence
from itertools import pairwise

import regex

from extractor.readers.geometry import Range
from extractor.segment.layout.lines import Line
from extractor.segment.layout.notes.labels import REMARK
from extractor.segment.layout.paragraphs import Unit
from extractor.segment.layout.tables.cells import Cell, Table, is_numeric
from extractor.segment.layout.tables.extents import UNIT_NOTE
from extractor.segment.layout.tables.leftover import leftover

COLUMN_SLACK_PT = 12.0
MOST_AFTER = 3  # notes between a table and the end of its page
MOST_BEFORE = 2  # a title said again between the top of a page and the rest of its table

CONTINUED = regex.compile(
    r"""
    \b (?: continued | cont[’'.]?d | concluded | suite | fin | continuación | continuacion
          | conclusión | продолжение | окончание | continuação | fortsetzung ) \b
    | \(? \b cont \. | تابع
    """,
    regex.X | regex.I,
)


def join_tables(pages: Sequence[list[Unit]]) -> list[Line]:
    """Join each table that opens a page to the one that closes the page before, if it goes on.

    The notes below its last part go with it. Returns the lines of the titles and header rows that
    a later part repeats.
    """
    repeated: list[Line] = []
    open_table: Table | None = None
    home: list[Unit] = []  # the page that the open table begins on
    for before, after in pairwise(pages):
        last = _at_end(before)
        if last is not None:
            open_table, home = last, before
        elif before:
            open_table = None
        part = _part(open_table, before, after) if open_table else None
        if open_table is None or part is None:
            if last is not None and before[-1].fixed is not None:
                repeated += _join_leftover(last, before, after)
            open_table = None
            continue
        titles = after[: after.index(part)]
        repeated += [line for unit in titles for line in unit.lines]
        if part.fixed and part.fixed.table:
            repeated += append_rows(open_table, part.fixed.table)
        del after[: len(titles) + 1]
        if _bring_notes(open_table, home, after):
            open_table = None
    return repeated


def _bring_notes(table: Table, home: list[Unit], after: list[Unit]) -> int:
    """Put the notes that a page begins with below their table's first part; return how many.

    They are read with the table, before the footnotes of the page that it begins on.
    """
    count = _count_notes(after)
    first = next(i for i, unit in enumerate(home) if unit.fixed and unit.fixed.table is table) + 1
    at = first + _count_notes(home[first:])
    home[at:at] = after[:count]
    del after[:count]
    return count


def _count_notes(units: Sequence[Unit]) -> int:
    """Return how many of some units, from the first, are notes, remarks or sources of a table."""
    others = (i for i, unit in enumerate(units) if not _is_note(unit))
    return next(others, len(units))


def _is_note(unit: Unit) -> bool:
    if unit.fixed is not None:
        return unit.fixed.note is not None and unit.fixed.note.place == "beside"
    return unit.marker is None and REMARK.match(unit.text) is not None


def _join_leftover(table: Table, before: list[Unit], after: list[Unit]) -> list[Line]:
    """Join the rows and notes that the next page begins with; return the lines said again."""
    rest = leftover(table, after)
    if rest is not None:
        del after[: rest.units]
        append_rows(table, rest.part(table))
    _bring_notes(table, before, after)
    return rest.repeated if rest else []


def _at_end(units: Sequence[Unit]) -> Table | None:
    """Return the last table of a page that only notes may stand below."""
    bare = [unit for unit in units if unit.fixed is None or unit.fixed.note is None]
    for unit in bare[: -2 - MOST_AFTER : -1]:
        if unit.fixed is not None:
            return unit.fixed.table
    return None


def _part(table: Table, before: Sequence[Unit], after: Sequence[Unit]) -> Unit | None:
    """Return the part of a table that opens a page; None where something else does."""
    said_again = 0
    for i, unit in enumerate(after):
        if unit.fixed is not None:
            part = unit.fixed.table
            said = i > 0
            if part is None or not _goes_on(table, part):
                return None
            ends = bool(before) and before[-1].fixed is None
            again = _repeated_rows(table, part) > 0 or _same_element(table, part)
            return unit if said or again or not (ends or has_own_head(part)) else None
        if not _says_head(table, unit):
            said_again += 1
            if said_again > MOST_BEFORE or not CONTINUED.search(unit.text):
                return None
    return None


def _says_head(table: Table, unit: Unit) -> bool:
    """Whether a text has only words of a table's heads: a tree leaves out heads that it repeats."""
    heads = {w for c in table.cells if c.row < table.header_rows for w in c.text.split()}
    return table.element is not None and heads.issuperset(unit.text.split())


def _same_element(table: Table, part: Table) -> bool:
    return table.element is not None and table.element == part.element


def has_own_head(part: Table) -> bool:
    """Whether words stand over every column of numbers: the head of another table."""
    head = [c for c in part.cells if c.row < part.header_rows and c.lines]
    heads = {c.col for c in head if not is_numeric(c.text)}
    body = [c for c in part.cells if c.row >= part.header_rows and c.lines]
    numbers = {c.col for c in body if is_numeric(c.text)}
    return bool(numbers) and numbers <= heads


def _goes_on(table: Table, part: Table) -> bool:
    if table.n_cols != part.n_cols:
        return False
    if _same_element(table, part):
        return True
    if len(table.columns) == len(part.columns) == table.n_cols:
        return all(map(is_same_column, table.columns, part.columns))
    return True


def is_same_column(one: Range, other: Range) -> bool:
    """Whether two columns begin, end or are centred at one place, or one lies in the other."""
    ends = one[0] - other[0], one[1] - other[1]
    off = min(abs(ends[0]), abs(ends[1]), abs(sum(ends)) / 2)
    return off <= COLUMN_SLACK_PT or ends[0] * ends[1] <= 0


def append_rows(table: Table, part: Table) -> list[Line]:
    """Add the rows of a part without the header rows that it repeats; return the lines of those."""
    skip = _repeated_rows(table, part)
    repeated = [line for cell in part.cells if cell.row < skip for line in cell.lines]
    if _continues_row(part, skip):
        _finish_row(table, part.row(skip))
        part.cells = [cell for cell in part.cells if cell.row != skip]
        skip += 1
    shift = table.n_rows - skip
    for cell in part.cells:
        if cell.row + cell.row_span <= skip:
            continue
        cell.row_span -= max(0, skip - cell.row)
        cell.row = max(cell.row, skip) + shift
        if cell.row_span and cell.header == "column":
            cell.header = None
        table.cells.append(cell)
    table.n_rows += part.n_rows - skip
    table.pages += part.pages
    return repeated


def _continues_row(part: Table, row: int) -> bool:
    """Whether a row goes on with the one that the page cut: it names nothing and counts nothing."""
    cells = part.row(row)
    first = next((cell for cell in cells if cell.col == 0), None)
    if first is None or first.lines or part.n_rows <= row:
        return False
    plain = all(cell.row_span == cell.col_span == 1 for cell in cells)
    return plain and not any(is_numeric(cell.text) for cell in cells if cell.lines)


def _finish_row(table: Table, rest: Sequence[Cell]) -> None:
    last = {cell.col: cell for cell in table.cells if cell.row + cell.row_span == table.n_rows}
    for cell in rest:
        if cell.lines and cell.col in last:
            last[cell.col].lines += cell.lines


def _repeated_rows(table: Table, part: Table) -> int:
    count = 0
    while count < min(table.n_rows, part.n_rows - 1) and _texts(table.row(count)) == _texts(
        part.row(count)
    ):
        count += 1
    return count


def _texts(cells: Sequence[Cell]) -> list[str]:
    """Return the texts of a row: what its heads span is not seen alike on every page.

    A unit that stands over the labels is not said again.
    """
    said = [cell for cell in cells if cell.lines]
    if said and said[0].col == 0 and UNIT_NOTE.fullmatch(said[0].text):
        del said[0]
    return [" ".join(cell.text.split()).casefold() for cell in said]
