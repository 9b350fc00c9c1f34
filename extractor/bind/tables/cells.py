"""What the grammar reads in the cells of a table, and the cells that hold no figure.

Those are the numbers and codes of rows, the notes that a row refers to, months and quarters.
"""

from collections.abc import Iterator

import regex

from extractor.bind.tables.ages import ages_in
from extractor.bind.tables.counting import counting_heads
from extractor.bind.tables.governing import Governed, Governing
from extractor.bind.tables.headers import YEAR, heads_notes, numbers_rows
from extractor.bind.tables.hints import Money, hints
from extractor.bind.tables.numeric import is_numeric
from extractor.bind.tables.periods import SOME_YEAR, period_in
from extractor.bind.tables.stacked import stacked_heads, with_head
from extractor.bind.tables.unitheads import unit_of_head
from extractor.figures import read_cell, read_text
from extractor.figures.reading import CellHint, Explained, NumberFormat, Readings
from extractor.figures.timeframe import Timeframe
from extractor.segment.document import Cell, Table
from extractor.segment.titles import read_unit
from schemas.extraction import LedgerStatus

DIGITS = regex.compile(r"\p{Nd}+")
NOT_DIGITS = regex.compile(r"\P{Nd}+")
NAME = regex.compile(r"^ (?P<letters> \p{Lu}{1,8}+ ) [-‑–]? \d{1,3} $", regex.X)
"""A name that ends in a number: `EU-15`, `COVID-19`, `IAS39`."""
CODED = regex.compile(r"^ \s*+ (?P<code> \p{Nd}{5,}+ ) \s++ \p{Lu}", regex.X)
"""The number of an account before its name in the first column."""
NOTED = regex.compile(
    r"^ \d{1,3} (?: \.\d{1,2} )? \p{Ll}? (?: [\s,;&–-]++ \d{1,3} \p{Ll}? )*+ $", regex.X
)
"""The notes to the accounts that a row refers to: `4`, `12, 13`, `7a`."""
REFERRED = regex.compile(
    r"^ \W*+ (?: notes? | notas? | annexe? | anexo | schedule ) \s \d{1,3} [\d\s,;&a-z]*+ \W*+ $",
    regex.X | regex.I,
)
"""A cell that only names a note: `(Note 12)`, `Notes 3, 4`."""


def read_cells(
    table: Table, governed: Governed, money: Money, numbers: NumberFormat, frame: Timeframe
) -> Iterator[tuple[Cell, Readings]]:
    """Yield each cell that is not blank with what is read in it."""
    hinted = hints(table, governed, money, numbers)
    counting, ages, stacked = counting_heads(table), ages_in(table), stacked_heads(table)
    for cell in table.cells:
        if cell.span is None:
            continue
        at = cell.row, cell.col
        why = "list_number" if at in counting else _no_figures(cell, governed[at], numbers)
        why = "age" if why is None and at in ages else why
        readings = _explained(cell, why) if why else _read(cell, hinted[at], numbers, frame)
        over = stacked.get(at)
        yield cell, readings if over is None else with_head(cell, over, readings, numbers)


def _no_figures(cell: Cell, what: Governing, numbers: NumberFormat) -> LedgerStatus | None:
    """Return why a cell's digits count nothing; None where they may."""
    head = what.columns[-1].text if what.columns else ""
    if head and is_numeric(cell.text) and numbers_rows(head, first=cell.col == 0):
        return "list_number"
    if REFERRED.match(cell.text) or (head and heads_notes(head) and NOTED.match(cell.text)):
        return "reference"
    return _name(cell.text, numbers) if cell.header is not None or cell.col == 0 else None


def _name(text: str, numbers: NumberFormat) -> LedgerStatus | None:
    """Return what a head or label is that only names: a quarter, or a name with a number."""
    period = period_in(text, SOME_YEAR, numbers)
    if period is not None and "/" in period:
        return "reference"
    name = NAME.match(text)
    is_name = name is not None and name["letters"] != "FY" and read_unit(name["letters"])[0] is None
    return "name" if is_name else None


def _read(cell: Cell, hint: CellHint, numbers: NumberFormat, frame: Timeframe) -> Readings:
    if _is_fiscal_year(cell):
        return read_text(cell.text, numbers, frame)
    return _without_factor(cell, _without_code(cell, read_cell(cell.text, hint, numbers, frame)))


def _is_fiscal_year(cell: Cell) -> bool:
    """Say whether a cell is a fiscal year such as `FY28`, which is no count of `FY`."""
    return cell.text.startswith("FY") and YEAR.match(cell.text) is not None


def _without_code(cell: Cell, readings: Readings) -> Readings:
    """Return the readings of a label without the number of the account that it names."""
    code = CODED.match(cell.text) if cell.col == 0 else None
    if code is None:
        return readings
    start, end = code.span("code")
    figures = tuple(f for f in readings.figures if f.span[0] >= end)
    explained = (Explained((start, end), "code"), *readings.explained)
    return Readings(figures, tuple(e for i, e in enumerate(explained) if not i or e.span[0] >= end))


def _without_factor(cell: Cell, readings: Readings) -> Readings:
    """Return the readings of a head or label without the factor in figures that it states."""
    labels = readings.figures and (cell.header is not None or cell.col == 0)
    said = unit_of_head(cell.text) if labels else None
    if said is None or said.magnitude is None:
        return readings
    start, end = said.span
    factors = [
        figure.span
        for figure in readings.figures
        if start <= figure.span[0] <= figure.span[1] <= end
        and NOT_DIGITS.sub("", cell.text[slice(*figure.span)]) == said.magnitude
    ]
    figures = tuple(figure for figure in readings.figures if figure.span not in factors)
    explained = (
        Explained(run.span(), "reference")
        for span in factors
        for run in DIGITS.finditer(cell.text, *span)
    )
    every = sorted((*readings.explained, *explained), key=lambda one: one.span)
    return Readings(figures, tuple(every))


def _explained(cell: Cell, why: LedgerStatus) -> Readings:
    return Readings((), tuple(Explained(m.span(), why) for m in DIGITS.finditer(cell.text)))
