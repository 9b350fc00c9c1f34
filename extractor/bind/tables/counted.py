"""What a bare count in a table counts, and the group: the noun of its head, label or row group."""

from collections.abc import Iterator
from functools import lru_cache

import regex

from extractor.bind.context import Context
from extractor.bind.found import Binding, Found, Span
from extractor.bind.tables.governing import Governing
from extractor.bind.tables.headers import (
    YEAR,
    counts_events,
    is_whole,
    leaves_open,
    names_sex,
    says_how,
    tells_stage,
)
from extractor.bind.tables.nouns import NUMBER_OF, Counted, bare_part, counted_noun
from extractor.bind.tables.titles import without_label
from extractor.segment.document import Cell


def bind_count(context: Context, found: Found, what: Governing) -> None:
    """Bind unit and group of a bare count whose head, label or row group says what is counted."""
    whole = (found.reading.value or ".").lstrip("-").isdecimal()
    for cell in _tellers(context, what):
        said = counted_noun(cell.text, context.collected.language)
        if said is None or cell.span is None or not (whole or said.is_group):
            continue
        found.unit = said.noun if said.is_group else _cased(said.noun)
        if said.is_group:
            found.population = _part(context, what) or _group(said, cell.span)
        return
    if whole:
        _bind_titled(context, found, what)


def _bind_titled(context: Context, found: Found, what: Governing) -> None:
    """Bind a count to what the table's title counts, where no head says more."""
    table = context.doc.tables[found.cell[0]] if found.cell is not None else None
    if table is None or table.title is None or table.title_span is None:
        return
    title = without_label(table.title)
    said = counted_noun(title, context.collected.language)
    event = next((w for w in title.lower().split() if counts_events(w)), None)
    if said is not None and (said.is_group or NUMBER_OF.match(title)):
        of_sex = part_of_people(what)
        if said.is_group and of_sex is None and not _leave_open(context, what):
            return
        found.unit = said.noun if said.is_group else _cased(said.noun)
        if said.is_group:
            found.population = _part(context, what) or of_sex or _group(said, table.title_span)
    elif event is not None and (part_of_people(what) or _leave_open(context, what)):
        found.unit = event


def _group(said: Counted, span: Span) -> Binding | None:
    """Return the group that is counted, with its evidence; events are of no group."""
    if counts_events(said.noun.lower()):
        return None
    return Binding(said.noun, "inherited", "table.people", span)


def _part(context: Context, what: Governing) -> Binding | None:
    """Return the group that is all of the row's label, where the head counts a wider one."""
    for cell in what.labels[-1:]:
        said = counted_noun(cell.text, context.collected.language)
        group = said is not None and said.is_group and said.noun == bare_part(cell.text)
        if cell.span is not None and (group or names_sex(cell.text)):
            return Binding(bare_part(cell.text), "inherited", "table.part", cell.span)
    return None


def part_of_people(what: Governing) -> Binding | None:
    """Return the sex that the nearest head or label which names one says is counted there."""
    labels = (cell for cell in what.labels if len(cell.text) > 1)  # `M` and `F` may be codes
    for cell in (*reversed(what.columns), *labels):
        if cell.span is not None and names_sex(cell.text):
            return Binding(cell.text.strip(), "inherited", "table.part", cell.span)
    return None


def _cased(noun: str) -> str:
    return noun.lower() if not noun.isupper() else noun


def _tellers(context: Context, what: Governing) -> Iterator[Cell]:
    """Yield the cells that may name what is counted: heads, then what the row is.

    First comes what says itself that it is a number. A row names what is counted where the heads
    above only say when, where, at what stage or how it is counted.
    """
    spanned = what.labels[:1] if len(what.labels) > 1 and what.labels[0].row_span > 1 else []
    row = [*spanned, *reversed(what.labels), *([what.group] if what.group is not None else [])]
    yield from (c for c in (*reversed(what.columns), *row) if NUMBER_OF.match(c.text))
    yield from reversed(what.columns)
    if _leave_open(context, what):
        yield from row


def _leave_open(context: Context, what: Governing) -> bool:
    """Say whether the nearest head leaves open what is counted below it."""
    return all(_is_open(c.text) or _is_place(context, c) for c in what.columns[-1:])


PLANNED = regex.compile(
    r"""
    \s*+ (?: year | month | quarter | phase | round | année | an | mois | trimestre | año | mes
      | рік | год ) \s? \d{1,2} \s*+
    """,
    regex.X | regex.I,
)
"""A time that a plan counts from its own start: `Year 1`."""


@lru_cache(maxsize=4096)  # a header governs many cells
def _is_open(head: str) -> bool:
    """Say whether a head leaves open what is counted below it."""
    time_or_sum = bool(YEAR.match(head) or PLANNED.fullmatch(head)) or is_whole(head)
    time_or_sum = time_or_sum or says_how(head)
    return time_or_sum or tells_stage(head) or leaves_open(head)


def _is_place(context: Context, cell: Cell) -> bool:
    """Say whether a head is a place."""
    if cell.span is None or context.areas.of(cell) is not None:
        return cell.span is not None
    return any(place.span == cell.span for place in context.places_in(cell.span))
