"""Notes of tables: a mark at a cell, at the header or label over it, or at the title."""

from collections.abc import Iterator
from dataclasses import replace

from extractor.bind.context import Context
from extractor.bind.found import Found, SourceBinding, Span
from extractor.bind.sources.notes import cited_by

Cited = dict[Span, list[SourceBinding]]
"""What the notes of a stretch cite, of each that has marks."""


def table_sources(context: Context) -> None:
    """Bind the figures of tables to what the notes cite whose marks stand nearest over them."""
    for index, founds in context.by_table.items():
        table = context.doc.tables[index]
        block = context.doc.blocks[table.block].span
        titles = [span for span in (table.title_span, table.note_span) if span is not None]
        if not any(_has_mark(context, span) for span in (block, *titles)):
            continue
        cited: Cited = {}
        for found in founds:
            if not found.is_time:
                found.sources = _nearest(context, found, titles, cited) or found.sources


def _has_mark(context: Context, span: Span) -> bool:
    return bool(context.marks_in((span[0] + 1, span[1] + 1)))


def _nearest(
    context: Context, found: Found, titles: list[Span], cited: Cited
) -> list[SourceBinding]:
    """Return what the first of the cell, its heads and the titles cites; `cited` keeps each."""
    own = context.cell_of(found).span
    for span, rule in _over(context, found, titles):
        if span not in cited:
            cited[span] = [
                replace(source, state="stated" if span == own else "inherited")
                for mark in context.marks_in((span[0] + 1, span[1] + 1))
                for source in cited_by(context, mark, rule)
            ]
        if cited[span]:
            return list(cited[span])
    return []


def _over(context: Context, found: Found, titles: list[Span]) -> Iterator[tuple[Span, str]]:
    """Yield what stands over a figure, the nearest first, and the rule of a mark there."""
    own = context.cell_of(found).span
    if own is not None:
        yield own, "source.mark_at_figure"
    what = context.governing_of(found)
    group = [what.group] if what.group is not None else []
    for cell in (*reversed(what.labels), *reversed(what.columns), *group):
        if cell.span is not None:
            yield cell.span, "source.mark_at_header"
    yield from ((span, "source.mark_at_title") for span in titles)
