"""What the figures of a table are bound to: `title or column: row label`, and who is counted."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

import regex

from extractor.bind.context import Context
from extractor.bind.found import Binding, Found
from extractor.bind.governing import Governing, is_label
from extractor.bind.headers import counts_people
from extractor.bind.naming import head_of
from extractor.segment.document import Cell
from extractor.segment.titles import is_total

GENERIC_LABEL = regex.compile(
    r"^ (?: no\.? | \# | № | n° | item | code | ref\.? ) $", regex.X | regex.I
)
CODE_LABEL = regex.compile(
    r"^ (?: \p{Lu}{0,3} \d{1,2} \p{L}? (?: \.\d{1,2} ){0,3} | \d{1,3} ) \.? $", regex.X
)
LABEL_CODE = regex.compile(r"^ [\d\-.]{5,16}+ \s++ (?= \p{Lu} )", regex.X)
"""The number of an account or project before its name: `3911434 Nets mended`."""
SENTENCES = regex.compile(r"[.;!?] \s++ \p{Lu} [\p{L}\s]", regex.X)
MAX_LABEL = 25  # words; a longer cell is running text, no label
PLURAL = regex.compile(r"^ \p{L}{5,}+ (?<=s) $", regex.X)
PEOPLE_HEAD = regex.compile(
    r"""
    ^ (?:
        (?: total | number | no\.? | \# | estimated | overall | nombre | n[uú]mero | nbre ) \s+
        (?: (?: of | de | des | d['’] | de\slos | de\slas ) \s*+ )?
      | (?: кількість | число | количество | численность | عدد | n° | nº ) \s+
    )*
    (?P<head> [\p{L}\p{M}\-]++ (?: \s [\p{L}\p{M}\-]++ ){0,2} )
    """,
    regex.X | regex.I,
)

Repeated = frozenset[tuple[int, str]]
"""Tables (by index) with the row labels that stand in several of their rows."""


def bind_cells(context: Context) -> None:
    """Bind indicator and group of every figure in a table that is no date or duration."""
    repeated = _repeated_labels(context)
    for found in context.founds:
        if found.cell is None:
            continue
        what = context.governing_of(found)
        if not found.is_time and found.indicator is None:
            _bind_indicator(context, found, what, repeated)
        if found.reading.kind == "count" and found.unit is None:
            _bind_people(found, what)


# --- indicators -----------------------------------------------------------------------------------


def _bind_indicator(context: Context, found: Found, what: Governing, repeated: Repeated) -> None:
    """Bind what a cell measures: `title or column: row label`."""
    cell = context.cell_of(found)
    if found.cell is None or cell.header == "column" or _is_running_text(cell.text):
        return  # what a sentence in a cell counts is not what its column is headed by
    index = found.cell[0]
    labels = _telling(context, what.labels)
    if not labels and is_label(cell) and cell.span is not None and found.span[0] > cell.span[0]:
        return  # a number within a label is no value of its row
    head, head_span = head_of(context, context.doc.tables[index], what.columns)
    parts = [part for part in (head, _label(what, labels, index, repeated)) if part]
    if parts:
        span = labels[-1].span if labels else head_span
        found.indicator = Binding(": ".join(parts), "inherited", "table.header_and_label", span)


def _telling(context: Context, cells: Iterable[Cell]) -> list[Cell]:
    """Return the cells of a row that say what it is: no number of the row, no value, no text."""
    return [
        c
        for c in cells
        if not (_is_number_of_row(c.text) or _is_running_text(c.text) or _is_value(context, c))
    ]


@lru_cache(maxsize=4096)
def _is_number_of_row(text: str) -> bool:
    return (GENERIC_LABEL.match(text) or CODE_LABEL.match(text)) is not None


@lru_cache(maxsize=4096)
def _is_running_text(text: str) -> bool:
    return SENTENCES.search(text) is not None or text.count(" ") >= MAX_LABEL


def _is_value(context: Context, cell: Cell) -> bool:
    """Say whether a cell, not of the first column, opens with a value: `1-in-2 year`."""
    if cell.col == 0 or cell.span is None:
        return False
    first = next(iter(context.founds_in(cell.span)), None)
    return first is not None and not first.is_time and first.span[0] == cell.span[0]


def _repeated_labels(context: Context) -> Repeated:
    """Return the labels that are the last of several rows, and so do not tell them apart."""
    counts: Counter[tuple[int, str]] = Counter()
    for index, governed in enumerate(context.collected.governed):
        ends = {(row, what.labels[-1].text) for (row, _), what in governed.items() if what.labels}
        counts.update((index, text) for _, text in ends)
    return frozenset(label for label, count in counts.items() if count > 1)


def _label(what: Governing, labels: list[Cell], table: int, repeated: Repeated) -> str:
    """Return the row's label; one of several rows with what tells them apart before it.

    That is the label to its left, or for a label that says nothing but `total` its group.
    """
    group = " ".join(what.group.text.split()) if what.group is not None else ""
    if not labels:
        return group
    label = LABEL_CODE.sub("", " ".join(labels[-1].text.split())).strip(" :;")
    if len(labels) > 1 and (table, labels[-1].text) in repeated:
        before = " ".join(labels[-2].text.split()).strip(" :;")
        return f"{before}: {label}"
    bare_total = is_total(label) and len(label.split()) == 1
    return f"{group}: {label}" if group and bare_total else label


# --- people ---------------------------------------------------------------------------------------


def _bind_people(found: Found, what: Governing) -> None:
    """Bind unit and population of a bare count whose column or row says who is counted."""
    for cell in what.heads:
        match = PEOPLE_HEAD.match(cell.text)
        if match is None or cell.span is None:
            continue
        group = next((n for n in _heads(match["head"]) if counts_people(n.lower())), None)
        if group is not None:
            found.unit = group
            span = (cell.span[0], cell.span[0] + match.end("head"))
            found.population = Binding(group, "inherited", "table.people", span)
            return
        if cell.header == "column" and PLURAL.match(cell.text):
            found.unit = cell.text.lower()
            return


def _heads(words: str) -> list[str]:
    """Return the runs of words that may be the noun, the longest first."""
    parts = words.split()
    return [" ".join(parts[:n]) for n in range(len(parts), 0, -1)]
