"""Tables whose rows name values of many sorts: summaries without heads, lists of indicators."""

from functools import cache, lru_cache

import regex

from extractor.bind.context import Context
from extractor.bind.tables.ages import AGES
from extractor.bind.tables.classes import CLASS
from extractor.bind.tables.headers import MAX_HEADER, WORDS, alternatives, parts_people
from extractor.data.tables import load
from extractor.segment.document import Cell, Table

COLUMNS = 2  # a name and its value


def is_summary(context: Context, index: int) -> bool:
    """Say whether the rows of a table say themselves what each value is, of several kinds.

    What stands over such a table is no measure; over values of one kind it may be.
    """
    table = context.doc.tables[index]
    if table.n_cols != COLUMNS or any(cell.header == "column" for cell in table.cells):
        return False
    kinds = {f.reading.kind for f in context.by_table.get(index, ()) if f.reading.kind != "date"}
    return len(kinds) > 1


def lists_indicators(table: Table, title: str) -> bool:
    """Say whether title and head of a table announce indicators: its labels then are what they are.

    Such are rows below `Indicator` in `Key indicators of harbour safety`; not those that only part
    people, nor what goes on with another label, of which each is one small word (`mended`).
    """
    if not announces_indicators(title):
        return False
    heads = [c for c in table.cells if c.header == "column" and c.col < COLUMNS]
    columns = {c.col for c in heads if _heads_indicators(c)}
    labels = [c.text for c in table.cells if c.col in columns and c.header != "column" and c.text]
    parting = sum(_parts(text) for text in labels)
    return bool(columns) and 2 * parting < len(labels) and not any(map(_goes_on, labels))


def _heads_indicators(head: Cell) -> bool:
    """Say whether a head is of indicators: `Indicator`, `Indicators of use`; not how many."""
    words = load("tables.toml")["indicators"]
    named = {*words["one"], *words["several"]}
    if len(head.text) > MAX_HEADER or named.isdisjoint(WORDS.findall(head.text.lower())):
        return False
    return head.col == 0 or _announcing("one").fullmatch(head.text) is not None


def _parts(label: str) -> bool:
    """Say whether a label is a group of people by sex or age."""
    return parts_people(label) or bool(AGES.fullmatch(label) or CLASS.fullmatch(label))


def _goes_on(label: str) -> bool:
    return label.isalpha() and label.islower()


@lru_cache(maxsize=256)
def announces_indicators(title: str) -> bool:
    """Say whether a title says that indicators are listed, and nothing that is measured by them.

    >>> announces_indicators("Key indicators of harbour safety"), announces_indicators("Indicators")
    (True, True)
    >>> announces_indicators("Key indicators, boats only"), announces_indicators("Indicators met")
    (False, False)
    """
    return any(_announcing(name).fullmatch(title) for name in ("several", "of_several"))


@cache
def _announcing(name: str) -> "regex.Pattern[str]":
    """Return the pattern of titles that list indicators, by the form of that word in them.

    A list may come before it, and adjectives; behind it what they are of, or in languages that set
    adjectives there any words but those that tell how many were met.
    """
    words = {key: alternatives(said) for key, said in load("tables.toml")["indicators"].items()}
    listed = "" if name == "of_several" else "?"
    return regex.compile(
        rf"""
        (?: (?: {words["lists"]} ) \s (?: (?: {words["leads"]} ) \s | [dl] ['’] ){{0,2}}+ ){listed}
        (?: (?! (?: {words["leads"]} | {words[name]} ) \b | \p{{Arabic}} )
          [\p{{L}}\p{{M}}\d&/'’-]++ \s ){{0,5}}+
        (?: (?P<first> {words["led_on"]} ) | {words[name]} ) \b
        (?: \s (?(first) (?: {words["leads"]} ) \b | (?! (?: {words["met"]} ) \b ) )
          (?: [^,:;()–—%] | \( [^\s()]*? (?-i: \p{{Lu}} [^\s()]*? \p{{Lu}} ) [^\s()]*+ \) )++ )?+
        """,
        regex.X | regex.I,
    )
