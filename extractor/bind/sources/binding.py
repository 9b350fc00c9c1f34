"""On whose word a figure stands, step by step: names in its sentence, notes, lines below it."""

from dataclasses import replace

from extractor.bind.context import Context
from extractor.bind.found import Found, SourceBinding
from extractor.bind.passage import Sentence
from extractor.bind.sources.citations import carried_sources, named_sources
from extractor.bind.sources.columns import column_sources
from extractor.bind.sources.lines import line_sources
from extractor.bind.sources.notes import note_sources
from extractor.bind.sources.table_notes import table_sources


def bind_sources(context: Context) -> None:
    """Bind the sources of every figure."""
    before: Sentence | None = None
    for sentence in context.sentences:
        if any(not f.is_time for f in sentence.founds):
            named_sources(context, sentence)
            carried_sources(context, sentence, before)
        note_sources(context, sentence)
        before = sentence
    table_sources(context)
    column_sources(context)
    line_sources(context)
    for found in context.founds:
        whole = found.of
        if not found.sources and whole is not None and _is_told_with(context, found, whole):
            # A note is of the figures of its sentence; a part told in it has the note itself.
            found.sources = [_again(s) for s in whole.sources if s.footnote is None]


def _is_told_with(context: Context, part: Found, whole: Found) -> bool:
    """Say whether a part stands in the sentence of its whole, or in a table as that does.

    Who says a sentence says nothing of the next one, though that tells of a part of the same.
    """
    return part.zone == whole.zone and context.sentence_of(part) is context.sentence_of(whole)


def _again(source: SourceBinding) -> SourceBinding:
    return replace(source, state="inherited", rule="source.parent")
