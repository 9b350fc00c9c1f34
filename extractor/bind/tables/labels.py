"""The label of a row: which of its cells say what it is, and what of them is said of the value."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

import regex

from extractor.bind.context import Context
from extractor.bind.places.leads import is_label_of_place
from extractor.bind.tables.celltext import SENTENCES
from extractor.bind.tables.governing import Governing
from extractor.bind.tables.headers import heads_asides, heads_bearers, heads_kinds, names_givers
from extractor.bind.tables.naming import without_remarks, without_tails
from extractor.bind.tables.nouns import NUMBER_OF, PART_OF
from extractor.bind.tables.unitheads import MARKS, without_unit
from extractor.segment.document import Cell
from extractor.segment.titles import is_total

GENERIC_LABEL = regex.compile(
    r"^ (?: no\.? | \# | № | n° | item | code | ref\.? ) $", regex.X | regex.I
)
CODE_LABEL = regex.compile(
    r"^ (?: \p{Lu}{0,3} \d{1,2} \p{L}? (?: \.\d{1,2} ){0,3} | \d{1,3} ) \.? $", regex.X
)
NUMBER_OF_LABEL = regex.compile(
    r"""
    ^ (?: [\d\-.]{5,16}+
        | \d{1,2} \p{Ll}? (?: \.\d{1,2} ){1,3} \.? | \d{1,2} (?: \. \p{Lu} )?+ [.)]
        | \( (?: \p{L} | [ivx]{1,4} | \d{1,2} ) \) | (?: \p{L} | [ivx]{1,4} ) \) | \p{Lu} \.
      ) \s++ (?= \p{Lu} )
    """,
    regex.X,
)
"""The number of an account, of a line or an item before its name: `3911434 Nets`, `1.2 Rent`."""
BOUND = regex.compile(r"\s*+ [<>≤≥] \s?+ \p{Nd}", regex.X)
"""How a cell opens that is a bound of values."""
MAX_LABEL = 45  # words; a longer label too, though it may list what it counts
MIN_SENTENCES = 8  # words; a shorter label with a stop abbreviates: `Unrestricted Intergov. Aid`
MAX_PLACES = 60  # rows below one that counts, which part its count by place
SAY_LITTLE = frozenset(
    "other others autre autres otros otras інше інші прочее прочие другие".split()
)

Repeated = frozenset[tuple[int, str]]
"""Tables (by index) with the row labels that stand in several of their rows."""


@lru_cache(maxsize=4096)
def is_number_of_row(text: str) -> bool:
    """Say whether a label only numbers its row (`1.2`, `SO1`, `No.`)."""
    return (GENERIC_LABEL.match(text) or CODE_LABEL.match(text)) is not None


@lru_cache(maxsize=4096)
def opens_part(text: str) -> bool:
    """Say whether a label or head is of a part of the one before it (`of which: fire`)."""
    return PART_OF.match(text) is not None


def telling(context: Context, table: int, cells: Iterable[Cell]) -> list[Cell]:
    """Return the cells of a row that say what it is: no number, place, time, unit or text."""
    named = [c for c in cells if not is_number_of_row(c.text)]
    return [
        c
        for c in named
        if not (
            _is_text(c.text)
            or is_value(context, c)
            or _is_date(context, c)
            or context.is_period(table, c.text)
            or (c is not named[0] and _is_aside(context, table, c))
            or _is_where(context, table, c)
        )
    ]


@lru_cache(maxsize=4096)
def _is_text(text: str) -> bool:
    words = text.count(" ") + 1
    return words >= MAX_LABEL or (words >= MIN_SENTENCES and SENTENCES.search(text) is not None)


def is_value(context: Context, cell: Cell) -> bool:
    """Say whether a cell, not of the first column, opens with a value (`1-in-2 year`) or ends so.

    Such are `Chance of at least 30 %`, `Target: 60 (2032)` and the bound `< 33rd percentile`.
    """
    if cell.col == 0 or cell.span is None:
        return False
    if BOUND.match(cell.text):
        return True
    measured = [f for f in context.founds_in(cell.span) if not f.is_time]
    if not measured:
        return False
    opening = context.doc.text[cell.span[0] : measured[0].span[0]]
    last = measured[-1]
    counts = last.reading.kind == "count" and ":" not in cell.text
    ends = _closes(context, last.span[1], cell.span[1]) and not counts
    return ends or not any(c.isalnum() for c in opening)  # `≥ 40 % of normal` opens with it, too


def _closes(context: Context, start: int, end: int) -> bool:
    """Say whether nothing but its time in a bracket stands behind a value: `Target: 60 (2032)`."""
    rest = context.doc.text[start:end]
    times = (f for f in context.founds_in((start, end)) if f.is_time)
    return not rest or any(rest == f" ({context.doc.quote(f.span)})" for f in times)


def _is_date(context: Context, cell: Cell) -> bool:
    """Say whether a label is a date, which says when and not what, or a stretch of time."""
    date = context.date_in(cell.span) if cell.span is not None else None
    if date is not None and cell.span is not None:
        rest = context.doc.text[date.span[1] : cell.span[1]]
        return date.span[0] == cell.span[0] and not rest.strip(MARKS)
    whole = context.founds_in(cell.span) if cell.span is not None and cell.col else []
    return len(whole) == 1 and whole[0].is_time and whole[0].span == cell.span


def _is_aside(context: Context, table: int, cell: Cell) -> bool:
    """Say whether a column behind the first gives unit, source or remarks of each row."""
    what = context.collected.governed[table].get((cell.row, cell.col))
    heads = what.columns[-1:] if what is not None else []
    return any(heads_asides(head.text) for head in heads)


def _is_where(context: Context, table: int, cell: Cell) -> bool:
    """Say whether a label is the place that its row is of, which says where and not what.

    A place below a head or title that names who gives is one that gives.
    """
    if not _is_place(context, cell):
        return False
    what = context.collected.governed[table].get((cell.row, cell.col))
    heads = [head.text for head in what.columns] if what is not None else []
    return not any(map(names_givers, [*heads, context.doc.tables[table].title or ""]))


def repeated_labels(context: Context) -> Repeated:
    """Return the labels that are the last of several rows, and so do not tell them apart.

    Where one label beside another is, all of its column are: rows are named alike. So are those of
    a column of who carries out, where the labels to its left do not tell the rows apart either.
    """
    found: set[tuple[int, str]] = set()
    for index, governed in enumerate(context.collected.governed):
        rows: dict[int, list[Cell]] = {}
        for (row, _), what in governed.items():
            if len(what.labels) > len(rows.get(row, ())):
                rows[row] = what.labels
        told = {row: telling(context, index, labels) for row, labels in rows.items()}
        ends = [
            (labels[-1].text, len(labels))
            for row, labels in told.items()
            if labels and labels[-1].row == row  # one over several rows stands once
        ]
        counts = Counter(text for text, _ in ends)
        beside = any(size > 1 and counts[text] > 1 for text, size in ends)
        several = (text for text, size in ends if counts[text] > 1 or (beside and size > 1))
        found.update((index, text) for text in several)
        found.update((index, text) for text in _needed_bearers(context, index, told))
    return frozenset(found)


def _needed_bearers(context: Context, table: int, told: dict[int, list[Cell]]) -> list[str]:
    """Return who carries out the rows of a table of which several are named alike but for that."""
    borne = [
        labels[-2:]
        for row, labels in told.items()
        if len(labels) > 1 and labels[-2].row == row and _is_bearer(context, table, labels[-1])
    ]
    names = Counter(left.text for left, _ in borne)
    return [right.text for _, right in borne] if len(names) < len(borne) else []


def row_label(
    context: Context, what: Governing, labels: list[Cell], table: int, repeated: Repeated
) -> str:
    """Return the row's label; one of several rows with what tells them apart before it.

    That is the label to its left, or else its group, which also comes before a label that says
    little (`Total`, `Other`).
    """
    group = group_label(context, what.group)
    if not labels:
        return group
    label = _said_by(context, labels[-1])
    several = (table, labels[-1].text) in repeated
    if several and any(_is_where(context, table, c) for c in what.labels):
        return group  # the place tells the rows apart, what stands beside it does not
    if len(labels) > 1 and (several or _is_bearer(context, table, labels[-1])):
        return _beside(context, labels[-2], labels[-1], several=several)
    little = len(label.split()) == 1 and (is_total(label) or label.casefold() in SAY_LITTLE)
    qualified = group and (little or several) and group.casefold() != label.casefold()
    return f"{group}: {label}" if qualified else label


def _beside(context: Context, left: Cell, right: Cell, *, several: bool) -> str:
    """Return what two labels say; who does what the left one says only parts several rows of it."""
    said = _said_by(context, left)
    alone = not several and left.row == right.row and left.row_span == 1
    return said if alone else f"{said}: {_said_by(context, right)}"


def _is_bearer(context: Context, table: int, cell: Cell) -> bool:
    """Say whether a label tells who carries out what its row is of, or of what sort that is."""
    what = context.collected.governed[table].get((cell.row, cell.col))
    heads = [head.text for head in what.columns[-1:]] if what is not None else []
    return any(heads_bearers(head) or heads_kinds(head) for head in heads)


def group_label(context: Context, group: Cell | None) -> str:
    """Return what the label of a row's group says; one that is a place or date says where, when."""
    if group is None or _is_place(context, group) or _is_date(context, group):
        return ""
    return _said_by(context, group)


def _said_by(context: Context, cell: Cell) -> str:
    """Return what a label says: also without the date that it ends in (`Balance at 1 May 2031`)."""
    label = bare_label(cell.text)
    if cell.span is None or context.date_in(cell.span) is None:
        return label
    return without_tails(context, label, cell.span) or label


def counted_above(context: Context, table: int, row: int, col: int) -> str:
    """Return what the row counts whose count the places below it part; nothing where none does.

    Such are `Lorn` and `Orn` below `Number of boats`.
    """
    governed = context.collected.governed[table]
    for at in range(row - 1, max(-1, row - 1 - MAX_PLACES), -1):
        what = governed.get((at, col))
        if what is None or not what.labels:
            return ""
        label = what.labels[-1]
        if not _is_place(context, label):
            return _said_by(context, label) if NUMBER_OF.match(label.text) else ""
    return ""


def _is_place(context: Context, cell: Cell) -> bool:
    """Say whether a label, or that of a group, is a place."""
    if cell.span is None or context.areas.of(cell) is not None:
        return cell.span is not None
    places = context.places_in(cell.span)
    return len(places) == 1 and is_label_of_place(cell.span, places[0])


@lru_cache(maxsize=4096)
def bare_label(text: str) -> str:
    """Return a label without the number and the words that open it, its unit and its remarks.

    >>> bare_label("1.2 Rent (USD)"), bare_label("Of which: fire"), bare_label("Cash (note 3)")
    ('Rent', 'fire', 'Cash')
    """
    label = NUMBER_OF_LABEL.sub("", " ".join(text.split()))
    label = without_remarks(label) or label
    return (PART_OF.sub("", without_unit(label)) or label).strip(" :;")
