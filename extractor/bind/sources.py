"""On whose word a figure stands, step by step: names in its sentence, notes, lines below it."""

from collections.abc import Iterator
from dataclasses import replace

import regex

from extractor.bind.citations import named_sources
from extractor.bind.context import Context
from extractor.bind.found import Found, SourceBinding
from extractor.bind.notes import note_sources

SOURCE_LINE = regex.compile(
    r"""
    ^ \s*+ (?: sources? | fuente | quelle | джерело | источник ) \s*+ : \s*+
    (?P<name> [^\n]{2,200}? ) \.? \s*+ $
    """,
    regex.X | regex.I,
)


def bind_sources(context: Context) -> None:
    """Bind the sources of every figure."""
    for sentence in context.sentences:
        if any(not f.is_time for f in sentence.founds):
            named_sources(context, sentence)
        note_sources(context, sentence)
    _bind_source_lines(context)
    for found in context.founds:
        whole = found.of
        if not found.sources and whole is not None and found.zone == whole.zone:
            found.sources = [_again(s) for s in whole.sources]


def _again(source: SourceBinding) -> SourceBinding:
    return replace(source, state="inherited", rule="source.parent")


def _bind_source_lines(context: Context) -> None:
    """Bind `Source: X` below a table or a key figure to every figure of it that has no source."""
    doc = context.doc
    for index, block in enumerate(doc.blocks):
        match = SOURCE_LINE.match(doc.quote(block.span)) if block.type != "table" else None
        if match is None:
            continue
        span = (block.span[0] + match.start("name"), block.span[0] + match.end("name"))
        source = SourceBinding(match["name"], "stated", "source.line", span)
        for found in _figures_above(context, index):
            if not found.sources and not found.is_time:
                found.sources = [source]


def _figures_above(context: Context, line: int) -> Iterator[Found]:
    """Yield the figures of the table or key figure that a source line stands below."""
    doc = context.doc
    block = doc.blocks[line]
    noted = next((i for i, t in enumerate(doc.tables) if block.id in t.notes), None)
    if noted is not None:
        yield from context.by_table.get(noted, [])
    elif block.group is not None:
        yield from (f for f in context.founds if doc.blocks[f.block].group == block.group)
