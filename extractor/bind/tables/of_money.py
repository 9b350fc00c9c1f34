"""What says that a table, or a column of it, is of money, though it names no currency there."""

from collections.abc import Iterable
from functools import cache, lru_cache

import regex

from extractor.bind.sumwords import is_sum
from extractor.bind.tables.governing import Heads
from extractor.bind.tables.headers import alternatives
from extractor.bind.tables.moneywords import COUNTED, MONEY_TITLE
from extractor.bind.tables.nouns import counted_noun
from extractor.bind.tables.numeric import is_numeric
from extractor.bind.tables.titles import without_label
from extractor.data.tables import load
from extractor.segment.document import Table
from extractor.segment.titles import is_total, named_by_total

MIN_DIGITS = 5  # of the largest number of sums that are given: `12 grants` are counted
MIN_ROWS = 2  # that name sums, for all rows to be of them
DIGIT = regex.compile(r"\p{Nd}")
FRACTION = regex.compile(r"\p{Nd} [.,٫] \p{Nd}{1,2} (?! [\p{Nd}.,٫%] )", regex.X)
NOUN = r"(?: \s++ (?! (?: {by} ) (?! \p{{L}} ) ) [\p{{L}}\p{{M}}'’-]++ )"


def speaks_of_money(table: Table, language: str) -> bool:
    """Say whether a table tells of money: its title or a head does, or the names of its rows do."""
    named = " ".join(c.text for c in table.cells if c.header == "column")
    if MONEY_TITLE.search(f"{table.title or ''} {named}"):
        return True
    return _is_of_given(table) or _has_rows_of_sums(table, language)


def columns_of_money(table: Table, heads: Heads) -> frozenset[int]:
    """Return the columns that are headed as sums: `Amount`, or as what is given in large numbers.

    A total beside them is one of them, where no other column is.
    """
    named = {col: cells[-1].text for col, cells in heads.items() if cells}
    numbers = _numbers(table)
    told = {
        col
        for col, head in named.items()
        if _heads_amounts(head) or (gives(head) and _are_sums(numbers.get(col, ())))
    }
    others = {col for col in numbers if col not in told and not is_total(named.get(col, ""))}
    return frozenset(told if others or not told else told | numbers.keys())


def _is_of_given(table: Table) -> bool:
    """Say whether a title names what is given, and the numbers are as large or fine as sums."""
    title = without_label(table.title or "")
    return gives(title) and _are_sums(text for texts in _numbers(table).values() for text in texts)


@lru_cache(maxsize=4096)  # heads and titles are asked again and again
def gives(text: str) -> bool:
    """Say whether a title or head names money that is given, owed or earned.

    >>> gives("Contributions by donor, 2031"), gives("Allocation of thematic funds")
    (True, True)
    >>> gives("Number of grants"), gives("Donations of blood"), gives("Allocation of tents")
    (False, False, False)
    """
    word = _given().search(text)
    if word is None or COUNTED.search(text, 0, word.start()):
        return False
    before = text[: word.start()].strip()
    if before and (said := counted_noun(before, None)) is not None and said.is_group:
        return False
    thing = _of_thing().match(text, word.end())
    return thing is None or _moneyed().search(thing[0]) is not None


def _has_rows_of_sums(table: Table, language: str) -> bool:
    """Say whether the rows are named after sums: half of them, or a total (`Total revenue`)."""
    labels = [
        c.text
        for c in table.cells
        if c.col == 0 and c.header != "column" and not is_numeric(c.text)
    ]
    totals = [label for label in labels if is_total(label)]
    if any(is_sum(said, language) for each in totals for said in (each, named_by_total(each))):
        return True
    names = [label for label in labels if label and label not in totals]
    sums = sum(is_sum(name, language) for name in names)
    return sums >= max(MIN_ROWS, len(names) / 2)


def _numbers(table: Table) -> dict[int, list[str]]:
    """Return the numbers of each column, as printed."""
    found: dict[int, list[str]] = {}
    for cell in table.cells:
        if cell.header is None and is_numeric(cell.text):
            found.setdefault(cell.col, []).append(cell.text)
    return found


def _are_sums(numbers: Iterable[str]) -> bool:
    """Say whether numbers may be sums: one is large, or has a fraction."""
    return any(
        len(DIGIT.findall(text)) >= MIN_DIGITS or FRACTION.search(text)
        for text in numbers
        if "%" not in text
    )


@lru_cache(maxsize=4096)
def _heads_amounts(head: str) -> bool:
    return _amounts().search(head) is not None and _of_thing().search(head) is None


@cache
def _given() -> "regex.Pattern[str]":
    return _whole(_said("given"))


@cache
def _amounts() -> "regex.Pattern[str]":
    return _whole(_said("amounts"))


@cache
def _moneyed() -> "regex.Pattern[str]":
    return _whole([*_said("moneyed"), *_said("given"), *load("tables.toml")["givers"]["words"]])


@cache
def _of_thing() -> "regex.Pattern[str]":
    of, by = alternatives(_said("of")), alternatives(_said("by"))
    return regex.compile(
        rf"\s++ (?: {of} ) (?! \p{{L}} ) {NOUN.format(by=by)}{{1,4}}+", regex.X | regex.I
    )


def _whole(words: list[str]) -> "regex.Pattern[str]":
    return regex.compile(rf"(?<!\p{{L}})(?:{alternatives(words)})(?!\p{{L}})", regex.I)


def _said(name: str) -> list[str]:
    words: list[str] = load("tables.toml")["sums"][name]
    return words
