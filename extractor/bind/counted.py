"""What a bare count in a table counts, and the group: the noun of its head, label or row group."""

from collections.abc import Iterator
from functools import lru_cache

from extractor.bind.context import Context
from extractor.bind.found import Binding, Found
from extractor.bind.governing import Governing
from extractor.bind.headers import YEAR, counts_events, is_whole, says_how, tells_stage
from extractor.bind.nouns import NUMBER_OF, counted_noun
from extractor.segment.document import Cell


def bind_count(context: Context, found: Found, what: Governing) -> None:
    """Bind unit and group of a bare count whose head, label or row group says what is counted."""
    whole = (found.reading.value or ".").lstrip("-").isdecimal()
    for cell in _tellers(context, what):
        said = counted_noun(cell.text, context.collected.language)
        if said is None or cell.span is None or not (whole or said.is_group):
            continue
        found.unit = said.noun if said.is_group else _cased(said.noun)
        if said.is_group and not counts_events(said.noun.lower()):
            start = cell.span[0]
            span = (start + said.span[0], start + said.span[1])
            found.population = Binding(said.noun, "inherited", "table.people", span)
        return


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
    if all(_is_open(c.text) or _is_place(context, c) for c in what.columns[-1:]):
        yield from row


@lru_cache(maxsize=4096)  # a header governs many cells
def _is_open(head: str) -> bool:
    """Say whether a head leaves open what is counted below it."""
    return bool(YEAR.match(head)) or is_whole(head) or says_how(head) or tells_stage(head)


def _is_place(context: Context, cell: Cell) -> bool:
    """Say whether a head is a place."""
    if cell.span is None or cell.text.lower() in context.areas:
        return cell.span is not None
    return any(place.span == cell.span for place in context.places_in(cell.span))
