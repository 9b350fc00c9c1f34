"""Forms: tables of labels with their colons, each before its value, which no row heads."""

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from extractor.data.tables import load
from extractor.segment.titles import is_total, read_unit, stated_unit

MONEY = regex.compile(r"\p{Sc} \s? \p{Nd} | \p{Nd} \s? \p{Sc} | \b \p{Lu}{3} \s? \p{Nd}", regex.X)
NUMBER = regex.compile(
    r"[^\p{L}\p{Nd}]*+ (?: \p{Lu}{1,3} \s? \p{Sc}?+ )? \p{Nd} [^\p{Lu}]*+ (?: \p{Lu}{1,3} )?",
    regex.X,
)
"""A number with what belongs to it, no name and no date among it."""
AMOUNT = regex.compile(
    r"""
    (?: (?: \p{Lu}{1,3} \s? \p{Sc}?+ | \p{Sc} ) \s? )?+
    (?! 10{0,2} (?: [\s.,] 000 )++ (?! \p{Nd} ) )  # a factor may well head a column
    (?! (?: 19 | 20 ) \d\d \b (?! [.,] \d ) )
    (?: \p{Nd} [\p{Nd}.,\s'’]*+ (?: % | \p{Sc} | \p{Lu}{3} | [KMB] | bn | mn | m | k )?+
      | \p{Nd}{1,3} (?: [\s.,] \p{Nd}{3} )++ (?: \s \p{Ll}++ ){1,3} )
    """,
    regex.X,
)
"""A number that is a value by itself: no year, factor, term (`5 years`) or class (`5-10`)."""
YEAR = regex.compile(
    r"(?: \p{Lu}{1,3} \s? )? (?: 19 | 20 ) \d\d (?: \s? [-–/] \s? (?: \d\d ){1,2} )?", regex.X
)
NAME = regex.compile(r"[\p{Lu}\p{Lt}\p{Lo}] [^\n]* \p{L}{3}", regex.X)
"""Words that begin as a name or a sentence does; `none yet` and `n/a` stand for a number."""
WORD = regex.compile(r"[\p{L}\p{M}]++")
LEAST_NAMES = 1 / 3  # of the values below: among more numbers than that, words stand for one


def is_form(rows: Sequence[Sequence[str]]) -> bool:
    """Say whether a table is a form, whose first row is of pairs as those below it are.

    It is where that row tells an amount, or where what stands below its words is of two kinds, as
    nothing below one head is. A year, a unit or a stage is a head. Blank cells are in the rows.

    >>> is_form([["People:", "2,500"], ["Lead time:", "72 hours"]])
    True
    >>> is_form([["Emergency:", "Floods"], ["People:", "410"], ["Partner:", "Tidal Board"]])
    True
    >>> is_form([["Item:", "Quantity"], ["Tents:", "410"], ["Boats:", "33"]])
    False
    """
    if len(rows) < 2 or not all(map(_is_row_of_pairs, rows[:2])):  # noqa: PLR2004 - one is no form
        return False
    values = [text for text in rows[0][1::2] if text]
    if any(map(AMOUNT.fullmatch, values)):
        return True
    if any(map(_is_head, values)):
        return False
    width = max(map(len, rows))
    return any(_is_mixed(list(_below(rows, col))) for col in range(1, width, 2))


def _is_row_of_pairs(texts: Sequence[str]) -> bool:
    """Say whether every other cell of a row, from the first, is a label with a colon, no value."""
    labels, values = texts[::2], texts[1::2]
    named = bool(labels and labels[0]) and all(text.endswith(":") for text in labels if text)
    return named and any(values) and not any(text.endswith(":") for text in values)


def _is_head(text: str) -> bool:
    """Say whether a text tells a year, a unit or a stage for what stands below it."""
    if YEAR.fullmatch(text) or stated_unit(text) is not None or read_unit(text) != (None, None):
        return True
    return not _stages().isdisjoint(WORD.findall(text.lower()))


@cache
def _stages() -> frozenset[str]:
    """Return the words for the stages of a programme, its targets among them."""
    table = load("statuses.toml")
    stages = [word for words in table["stages"].values() for word in words]
    packs = [pack for pack in table.values() if isinstance(pack, dict) and "targeted" in pack]
    return frozenset((*stages, *(word for pack in packs for word in pack["targeted"])))


def _below(rows: Sequence[Sequence[str]], col: int) -> Iterator[str]:
    """Yield the values of a column below its first; a total may have a sign that others lack."""
    for row in rows[1:]:
        if col < len(row) and row[col] and not is_total(row[col - 1]):
            yield row[col]


def _is_mixed(values: Sequence[str]) -> bool:
    """Say whether values are names and numbers, or sums of money behind other numbers.

    A column of money may well print its currency in its first row alone.
    """
    numbers = [value for value in values if NUMBER.fullmatch(value)]
    names = sum(NAME.match(value) is not None for value in values if value not in numbers)
    if numbers and names >= LEAST_NAMES * len(values):
        return True
    sums = [MONEY.search(value) is not None for value in numbers]
    return any(sums) and not sums[0]
