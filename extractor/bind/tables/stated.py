"""The unit and factor that heads and labels state for the cells below and beside them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import regex

from extractor.bind.tables.governing import Governed, Governing, Place
from extractor.bind.tables.headers import heads_notes, is_of_stage, numbers_rows
from extractor.bind.tables.moneywords import COUNTED, COUNTING, PRICED
from extractor.bind.tables.nouns import NUMBER_OF, counted_noun
from extractor.bind.tables.numeric import is_numeric
from extractor.bind.tables.unitheads import COUNTED as BRACKETED
from extractor.bind.tables.unitheads import opening_measure, unit_of_head
from extractor.segment.document import Cell, Table
from extractor.segment.titles import Stated, StatedUnit, read_quantity, read_unit
from extractor.segment.unit_words import CODE, is_measure

PERCENT = regex.compile(
    r"""
    (?: ^ \s*+ | [(\[] \s*+ (?= [^()]{1,12} \s (?: of | des? | du | del? ) \s ) )
    (?: % | (?: percentage | pourcentage | porcentaje | per\ ?cent ) (?! \p{L} ) )
    (?P<points> \s*+ points )?
    """,
    regex.X | regex.I,
)
NOTHING: Stated = (None, None)


def stated_of(table: Table, governed: Governed) -> Iterator[tuple[Place, Stated]]:
    """Yield what is stated for each cell; each head or label is asked once for all below it."""
    by_row: dict[Place, Stated] = {}
    by_column: dict[Place, Stated] = {}
    for at, what in governed.items():
        row, column = (at[0], len(what.labels)), (at[1], len(what.columns))
        if row not in by_row:
            by_row[row] = _stated(c for c in reversed(what.labels) if not _is_name(c, table))
        if column not in by_column:
            by_column[column] = _row_of_units(what.columns) or _stated(reversed(what.columns))
    own = _own_columns(table, governed)
    for at, what in governed.items():
        of_row, of_column = by_row[at[0], len(what.labels)], by_column[at[1], len(what.columns)]
        if at[1] in own:
            of_row = NOTHING
        group = NOTHING if what.group is None else _stated([what.group])
        yield at, _nearest_unit((of_row, of_column, group), what, table)


def _row_of_units(heads: Sequence[Cell]) -> Stated | None:
    """Return the unit that stands below a head, in a row of units: `Length` over `km`."""
    said = read_quantity(heads[-1].text.strip(" ()[]")) if len(heads) > 1 else NOTHING
    return said if said[0] is not None else None


def _own_columns(table: Table, governed: Governed) -> frozenset[int]:
    """Return the columns whose head states a unit that no row's goes before.

    It is that of no other column of numbers (`Resources (USD)` beside `Target`), or of prices
    beside a column without a unit, or a currency beside a baseline without one. A unit of several
    columns is the table's: `Margin (%)` is a row of its own below `2030 (USD)` and `2031 (USD)`.
    """
    numbers = {c.col for c in table.cells if c.header is None and is_numeric(c.text)}
    heads = {at[1]: what.columns for at, what in governed.items() if at[1] in numbers}
    told = {col: cells for col, cells in heads.items() if not _refers(cells)}
    units = {col: _stated(reversed(cells))[0] for col, cells in told.items()}
    times = Counter(units.values())
    bare = (told[col][-1].text for col, unit in units.items() if unit is None and told[col])
    staged = any(is_of_stage(head, "before") for head in bare)
    return frozenset(
        col
        for col, unit in units.items()
        if unit is not None
        and len(units) > 1
        and (
            times[unit] == 1
            or (times[None] and PRICED.search(told[col][-1].text))
            or (staged and len(unit) == CODE)
        )
    )


def _refers(heads: Sequence[Cell]) -> bool:
    """Say whether a column's numbers are no values: of notes, or of the rows."""
    return any(heads_notes(c.text) or numbers_rows(c.text, first=False) for c in heads)


def _is_name(label: Cell, table: Table) -> bool:
    """Say whether a label that is a currency's code names something: its table has a currency."""
    is_code = len(label.text) == CODE and label.text.isupper()
    return is_code and table.unit is not None and len(table.unit) == CODE


def _says_number(what: Governing) -> bool:
    """Say whether a label says that its row counts: `Staff (number)`, `Number of boats`."""
    labels = [cell.text for cell in what.labels[-1:]]
    return any(NUMBER_OF.match(label) or BRACKETED.search(label) for label in labels)


def _stated(cells: Iterable[Cell]) -> Stated:
    """Return the first unit and the first factor that some heads or labels state."""
    unit: str | None = None
    magnitude: str | None = None
    for cell in cells:
        said = unit_in(cell.text)
        if said is not None:
            unit = unit or said.unit
            magnitude = magnitude or said.magnitude
    return unit, magnitude


def _nearest_unit(stated: tuple[Stated, Stated, Stated], what: Governing, table: Table) -> Stated:
    (of_row, row_factor), (of_column, column_factor), (of_group, group_factor) = stated
    if of_row is None and _is_of_sums(of_column) and _says_number(what):
        return NOTHING
    if of_row is not None and of_column is not None and of_row != of_column:
        column_factor = group_factor = None  # the head's factor is said of the head's unit
    unit = of_row or of_column or of_group
    magnitude = row_factor or column_factor or group_factor
    if unit is None and _is_of_sums(table.unit) and heads_count(what):
        return None, magnitude
    if unit is None or unit == table.unit:
        # The table's factor is said of its own unit: people beside it are not counted in thousands.
        return table.unit, magnitude or table.magnitude
    return unit, magnitude


@lru_cache(maxsize=4096)  # a header governs many cells
def unit_in(text: str) -> StatedUnit | None:
    """Return the unit and the factor that a head or label states; None for neither."""
    unit, magnitude = read_unit(text)
    if unit is None and magnitude is None:
        return unit_of_head(text) or percent_in(text) or opening_measure(text)
    return StatedUnit(unit, magnitude, (0, len(text)))


def percent_in(text: str) -> StatedUnit | None:
    """Return percent for a head that says so in words: `% funded`, `Lost (% of boats)`."""
    opening = PERCENT.search(text)
    if opening is None:
        return None
    return StatedUnit("percentage_points" if opening["points"] else "percent", None, opening.span())


def _is_of_sums(unit: str | None) -> bool:
    """Say whether a unit is of money or of a measure, in which no people or things are counted."""
    return unit is not None and ((len(unit) == CODE and unit.isupper()) or is_measure(unit))


def heads_count(what: Governing) -> bool:
    """Say whether the head of a column says that persons or things are counted below it."""
    return any(counts(cell.text) for cell in what.columns)


@lru_cache(maxsize=4096)  # a label is that of all cells of its row
def says_counting(label: str) -> bool:
    """Say whether a label says that its row is none of money among rows of money."""
    return COUNTING.search(label) is not None


@lru_cache(maxsize=4096)
def counts(text: str) -> bool:
    """Say whether a head or label says that people or things are counted."""
    said = counted_noun(text, None)
    return COUNTED.search(text) is not None or (said is not None and said.is_group)
