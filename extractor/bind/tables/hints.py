"""What a table's headers, title and notes say of the unit and factor of each cell."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import regex

from extractor.bind.sumwords import is_sum
from extractor.bind.tables.governing import (
    Governed,
    Governing,
    Heads,
    Place,
    headers_by_column,
    year_columns,
)
from extractor.bind.tables.headers import heads_units, is_lump, is_of_stage, is_stage
from extractor.bind.tables.moneywords import COUNTED, MONEY_TITLE, PRICED
from extractor.bind.tables.nouns import counted_noun
from extractor.bind.tables.numeric import is_numeric
from extractor.bind.tables.of_money import columns_of_money, speaks_of_money
from extractor.bind.tables.parts_of_money import (
    columns_added_up,
    currencies_by_sums,
    signed_columns,
)
from extractor.bind.tables.stated import (
    counts,
    heads_count,
    percent_in,
    says_counting,
    stated_of,
    unit_in,
)
from extractor.bind.tables.unitheads import base_of, unit_of_head
from extractor.figures.reading import CellHint, NumberFormat
from extractor.segment.document import Table
from extractor.segment.titles import Stated, StatedUnit, is_total
from extractor.segment.unit_words import CODE

YEAR = regex.compile(r"\s*+ (?: 19 | 20 | ١٩ | ٢٠ ) \d\d \s*+", regex.X)
DOLLAR = "USD"  # what a unit of bare dollars is called until the document says whose they are
AMERICAN = regex.compile(
    r"US ?\$ | \$ ?US | \b USD \b | \b U\.?S\.? \s dollars | \b EE\.? ?UU", regex.X
)
SHARES = frozenset({"percent", "percentage_points"})


class Money(NamedTuple):
    """What the document around a table says of its money."""

    unit: str | None = None
    magnitude: str | None = None
    of_all: bool = False
    """Whether it says so of all numbers there, not only of what the table calls money."""


def hints(
    table: Table, governed: Governed, money: Money, numbers: NumberFormat
) -> dict[Place, CellHint]:
    """Return the unit and factor that govern each cell, from the nearest header that states one.

    A table that speaks of money without naming a currency is counted as the document around it
    says, or as money of no currency; so is a column that prints the sign of a currency at its
    ends alone. `numbers` tells what a bare dollar is in the document.
    """
    dollar = numbers.dollar
    own = {DOLLAR: dollar} if dollar != DOLLAR and not _names_american(table) else {}
    if table.unit in own:
        table.unit = dollar
    heads = headers_by_column(table)
    added = currencies_by_sums(table, heads, numbers.decimal)
    signed, headed = added | signed_columns(table), _headed(table)
    told = money.of_all or speaks_of_money(table, numbers.language)
    sums = signed.keys() | (columns_of_money(table, heads) if money.unit else frozenset())
    added_up = columns_added_up(table, heads, numbers.decimal) if told else frozenset()
    found: dict[Place, CellHint] = {}
    beside, titled = _units_of_rows(table, heads), _titled_share(table)
    priced = _priced_columns(heads) if _unit_columns(heads) else frozenset()
    bought = _columns_bought(heads) if priced else frozenset()
    counted = _counted_rows(table, heads, beside) if bought else frozenset()
    things = frozenset() if money.of_all else _columns_of_things(table, heads)
    staged = frozenset() if money.of_all else _columns_of_stages(table, heads)
    for at, stated in stated_of(table, governed):
        what = governed[at]
        shared = stated[0] in SHARES  # the unit of what is bought is none of its change
        unit, magnitude = stated if at[1] in priced or shared else beside.get(at[0], stated)
        if unit is None and titled is not None and not _counts_other(what):
            unit = titled.unit
        thing = (
            at[1] in things
            or (at[0] in counted and at[1] in bought)
            or (at[1] in staged and not _is_of_sum(what, numbers.language))
        )
        of_money = (told and not thing) or at[1] in sums
        counted_else = _counts_amid_money(what, numbers.language, parts=at[1] in added_up)
        if is_money := unit is None and of_money and not counted_else:
            unit, magnitude = _sums(signed.get(at[1]), magnitude, headed, money)
        found[at] = CellHint(
            unit=own.get(unit, unit) if unit else None,
            magnitude=magnitude,
            is_money=is_money and unit is None,
        )
    found.update(dict.fromkeys(_places_of_years(table, heads), CellHint(is_year_column=True)))
    return found


def _places_of_years(table: Table, heads: Heads) -> Iterator[Place]:
    """Yield where a number of four digits is a year: in heads, and in rows and columns of years."""
    rows, columns = _year_rows(table), year_columns(table, heads)
    for cell in table.cells:
        if cell.header == "column" or cell.row in rows or cell.col in columns:
            yield cell.row, cell.col


def _sums(sign: str | None, magnitude: str | None, headed: Money, money: Money) -> Stated:
    """Return currency and factor of sums that no head governs, by what stands nearest."""
    unit = sign or headed.unit or money.unit
    if headed.unit is not None:
        return unit, magnitude or headed.magnitude
    return unit, magnitude or (money.magnitude if unit is not None or money.of_all else None)


def _unit_columns(heads: Heads) -> frozenset[int]:
    """Return the columns that give the unit of each row."""
    return frozenset(
        col for col, cells in heads.items() if any(heads_units(cell.text) for cell in cells[-1:])
    )


def _units_of_rows(table: Table, heads: Heads) -> dict[int, Stated]:
    """Return the unit that a column of units gives for each row, where it is one that we know."""
    columns = _unit_columns(heads)
    said = {c.row: unit_in(f"({c.text})") for c in table.cells if c.col in columns and c.text}
    return {row: (unit.unit, unit.magnitude) for row, unit in said.items() if unit and unit.unit}


def _counted_rows(table: Table, heads: Heads, beside: Mapping[int, Stated]) -> frozenset[int]:
    """Return the rows whose unit is none that we know: what is bought of them is counted so.

    A lump sum is bought for what it costs.
    """
    columns = _unit_columns(heads)
    return frozenset(
        cell.row
        for cell in table.cells
        if cell.col in columns
        and cell.header != "column"
        and cell.row not in beside
        and cell.text
        and not is_lump(cell.text)
    )


def _columns_bought(heads: Heads) -> frozenset[int]:
    """Return the columns of stages beside that of units, where none says that quantities are there.

    What was spent, or what there is of a year, may be a sum.
    """
    named = {col: cells[-1].text for col, cells in heads.items() if cells}
    if any(COUNTED.search(head) and not heads_units(head) for head in named.values()):
        return frozenset()
    return frozenset(col for col, head in named.items() if is_stage(head))


def _headed(table: Table) -> Money:
    """Return the money that the heads of a table state where all that state one agree.

    The columns of sums whose heads state none are of the same.
    """
    said = (unit_in(c.text) for c in table.cells if c.header == "column" and c.text)
    stated = {(s.unit, s.magnitude) for s in said if s and s.unit and len(s.unit) == CODE}
    return Money(*stated.pop()) if len(stated) == 1 else Money()


def _priced_columns(heads: Heads) -> frozenset[int]:
    """Return the columns of sums, which the unit beside what is bought does not govern.

    Beside a column of prices or costs a total is one of sums, too.
    """
    named = {
        col: cells[-1].text
        for col, cells in heads.items()
        if cells and not says_counting(cells[-1].text)
    }
    priced = {col for col, head in named.items() if PRICED.search(head) or _is_sum_unit(head)}
    totals = {col for col, head in named.items() if is_total(head)} if priced else set()
    return frozenset(priced | totals)


def _columns_of_things(table: Table, heads: Heads) -> frozenset[int]:
    """Return the columns of things, where one other alone speaks of money and names its currency.

    `Wells drilled` beside `Spending (USD)` counts wells; beside `Total cost (USD)` it may cost.
    """
    named = _beside_money(table, heads)
    return frozenset(col for col, head in named.items() if counted_noun(head, None))


def _columns_of_stages(table: Table, heads: Heads) -> frozenset[int]:
    """Return the columns of the values of indicators: a baseline, and the other stages beside it.

    Beside numbers of another head (`Revised`) they may be what was budgeted first.
    """
    named = _beside_money(table, heads)
    stages = {col for col, head in named.items() if is_stage(head)}
    if not any(is_of_stage(named[col], "before") for col in stages):
        return frozenset()
    numbers = {c.col for c in table.cells if c.header is None and is_numeric(c.text)}
    known = stages.union(
        col
        for col, head in named.items()
        if _is_sum_unit(head)
        or MONEY_TITLE.search(head)
        or YEAR.search(head)
        or heads_units(head)
        or counted_noun(head, None)
    )
    return frozenset(stages) if numbers <= known else frozenset()


def _beside_money(table: Table, heads: Heads) -> dict[int, str]:
    """Return the heads of columns where one alone speaks of money and names its currency."""
    named = {col: cells[-1].text for col, cells in heads.items() if cells}
    of_money = [head for head in named.values() if MONEY_TITLE.search(head)]
    if len(of_money) != 1 or MONEY_TITLE.search(table.title or ""):
        return {}
    return {} if is_total(of_money[0]) or not _is_sum_unit(of_money[0]) else named


def _is_of_sum(what: Governing, language: str) -> bool:
    """Say whether the label of a row names a sum of money: `Salaries`, `Revenue`."""
    return any(is_sum(cell.text, language) for cell in what.labels)


def _is_sum_unit(head: str) -> bool:
    """Say whether a head states a currency."""
    said = unit_in(head)
    return said is not None and said.unit is not None and len(said.unit) == CODE


def _titled_share(table: Table) -> StatedUnit | None:
    """Return percent where the title ends in what its shares are of (`(% of respondents)`)."""
    title = table.title or ""
    if not title.rstrip().endswith(")"):
        return None
    said = unit_of_head(title)
    if said is not None and said.unit in {"percent", "percentage_points"}:
        return said
    return percent_in(title) if base_of(title) else None


def _names_american(table: Table) -> bool:
    """Say whether a table says that its dollars are those of the United States."""
    heads = " ".join(c.text for c in table.cells if c.header == "column")
    return AMERICAN.search(f"{table.title or ''} {heads}") is not None


def _year_rows(table: Table) -> set[int]:
    """Return the rows whose numbers are years, two or more: heads repeated within a table."""
    rows: dict[int, list[bool]] = defaultdict(list)
    for cell in table.cells:
        if is_numeric(cell.text):
            rows[cell.row].append(YEAR.fullmatch(cell.text) is not None)
    return {row for row, are_years in rows.items() if len(are_years) > 1 and all(are_years)}


def _nearest_first(what: Governing) -> list[str]:
    texts = [*(c.text for c in reversed(what.labels)), *(c.text for c in reversed(what.columns))]
    if what.group is not None:
        texts.append(what.group.text)
    return texts


def _counts_amid_money(what: Governing, language: str, *, parts: bool) -> bool:
    """Say whether a cell of a table of money counts something else, by its label or its head.

    What is spent on projects is no project: a label must say that it counts. A head that names a
    sum counts nothing, whatever it is spent on (`Cost of schools`), nor do `parts` of a total.
    """
    if any(says_counting(cell.text) for cell in what.labels):
        return True
    if parts or not heads_count(what):
        return False
    return not any(is_sum(cell.text, language) for cell in what.columns)


def _counts_other(what: Governing) -> bool:
    """Say whether a header or label says that people or things are counted."""
    return any(counts(text) for text in _nearest_first(what))
