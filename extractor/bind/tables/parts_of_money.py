"""Money that only a part of a column or table states: its ends, a total, or the parts of one."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

import regex

from extractor.bind.tables.governing import Heads
from extractor.bind.tables.headers import counts_people
from extractor.bind.tables.numeric import is_numeric
from extractor.bind.tables.stated import counts
from extractor.bind.tables.unitheads import unit_of_head, without_unit
from extractor.segment.document import Table
from extractor.segment.titles import is_total, read_unit
from extractor.segment.unit_words import CODE

SIGN = regex.compile(r"[\s(+\-−–]*+ (?P<sign> [^\d\s(),.%]{1,4}+ ) \s?+ \d", regex.X)
NO_DIGIT = regex.compile(r"\P{Nd}++")
NEGATIVE = ("(", "-", "−", "–")
MIN_ROWS, MIN_PARTS = 2, 2  # that a total adds up


def currencies_by_sums(table: Table, columns: Heads, decimal: str) -> dict[int, str]:
    """Return the currency of each column whose head states none, but its total's or its parts' do.

    `Readiness | Activation | Total (CHF)` are all in francs where the rows add up to the total.
    `decimal` is the sign of decimals in the document.
    """
    heads = {col: [cell.text for cell in cells] for col, cells in columns.items()}
    totals = [col for col, head in heads.items() if col and is_total(without_unit(head[-1]))]
    if not totals:
        return {}
    money = {col: code for col, head in heads.items() if (code := _currency(head)) is not None}
    values = _values(table, decimal)
    found: dict[int, str] = {}
    for total in totals:
        parts = [col for col in values if col < total and col not in totals]
        if len(parts) < MIN_PARTS or not _adds_up(values, parts, total):
            continue
        said = {money[col] for col in (*parts, total) if col in money}
        if len(said) == 1:
            found.update(dict.fromkeys((*parts, total), said.pop()))
    return {col: code for col, code in found.items() if col not in money}


def columns_added_up(table: Table, columns: Heads, decimal: str) -> frozenset[int]:
    """Return the columns of things whose rows add up to a total that counts nothing by itself.

    `Schools | Clinics | Total` below a title that speaks of money are what it goes to; people are
    people still. `decimal` is the sign of decimals in the document.
    """
    named = {col: cells[-1].text for col, cells in columns.items() if cells}
    totals = [col for col, head in named.items() if col and is_total(head) and not counts(head)]
    if not totals or not any(counts(head) for head in named.values()):
        return frozenset()
    values = _values(table, decimal)
    for total in totals:
        parts = [col for col in values if col < total and col not in totals]
        of_people = any(counts_people(named[col].lower()) for col in parts if col in named)
        if len(parts) >= MIN_PARTS and not of_people and _adds_up(values, parts, total):
            return frozenset(parts)
    return frozenset()


def signed_columns(table: Table) -> dict[int, str]:
    """Return the currency of each column whose first and last number alone print its sign.

    Accounts print the sign once at the top and once at the total; the numbers between are money.
    """
    columns: dict[int, list[str]] = defaultdict(list)
    for cell in table.cells:
        if cell.header != "column" and is_numeric(cell.text):
            columns[cell.col].append(cell.text)
    found: dict[int, str] = {}
    for col, texts in columns.items():
        first, last = _sign_of(texts[0]), _sign_of(texts[-1])
        if len(texts) > 1 and first is not None and first == last:
            found[col] = first
    return found


@lru_cache(maxsize=4096)  # tables say the same again and again
def _sign_of(text: str) -> str | None:
    """Return the currency that a cell prints before its number, or None."""
    opening = SIGN.match(text)
    return None if opening is None else read_unit(opening["sign"])[0]


def _currency(heads: Sequence[str]) -> str | None:
    """Return the currency that the nearest of some heads states which states any unit."""
    for head in reversed(heads):
        said = unit_of_head(head)
        unit = said.unit if said is not None else read_unit(head)[0]
        if unit is not None:
            return unit if len(unit) == CODE and unit.isupper() else None
    return None


def _values(table: Table, decimal: str) -> dict[int, dict[int, Decimal]]:
    """Return the numbers of each column by row, as they are signed."""
    found: dict[int, dict[int, Decimal]] = {}
    for cell in table.cells:
        if cell.header != "column" and is_numeric(cell.text):
            value = _value(cell.text, decimal)
            signed = -value if cell.text.strip().startswith(NEGATIVE) else value
            found.setdefault(cell.col, {})[cell.row] = signed
    return dict(sorted(found.items()))


def _value(text: str, decimal: str) -> Decimal:
    """Return the number in a cell; a sign that stands once between digits sets off decimals."""
    whole, _, fraction = text.partition(decimal)
    digits = NO_DIGIT.sub("", fraction)
    if whole[-1:].isdigit() and fraction[:1].isdigit() and decimal not in fraction:
        return Decimal(f"{NO_DIGIT.sub('', whole)}.{digits}")
    return Decimal(NO_DIGIT.sub("", whole) + digits)


def _adds_up(values: Mapping[int, Mapping[int, Decimal]], parts: list[int], total: int) -> bool:
    """Say whether each row with two parts or more adds up to its total."""
    rows = 0
    for row, whole in values.get(total, {}).items():
        told = [values[col][row] for col in parts if row in values[col]]
        if len(told) >= MIN_PARTS:
            if sum(told) != whole:
                return False
            rows += 1
    return rows >= MIN_ROWS
