"""The binder: what each figure measures, of whom, where, as of when, and on whose word.

Each line of `bind` is a step; a step sees what the steps before it bound.
"""

from extractor.bind.assisted import bind_assisted
from extractor.bind.breakdowns import bind_breakdowns
from extractor.bind.charts import bind_charts
from extractor.bind.collect import Collected, collect
from extractor.bind.context import Context
from extractor.bind.foreign import bind_foreign
from extractor.bind.found import Binding, Found, SourceBinding
from extractor.bind.funding import bind_funding
from extractor.bind.keyfigures import bind_by_heading, bind_keyfigures
from extractor.bind.lines import bind_lines
from extractor.bind.places.binding import bind_places
from extractor.bind.plots import bind_plots
from extractor.bind.prose import bind_sentences
from extractor.bind.sources.binding import bind_sources
from extractor.bind.staged import bind_staged
from extractor.bind.states import settle_states
from extractor.bind.statuses import bind_statuses
from extractor.bind.sums import bind_sums
from extractor.bind.tables.binding import bind_cells
from extractor.bind.tables.parts import bind_parts
from extractor.bind.tails import cut_tails
from extractor.bind.tells import tell_bare_numbers, tell_rows
from extractor.bind.times.binding import bind_times
from extractor.bind.wholes import bind_place_parts, bind_wholes
from extractor.entities import Acronym, Mention
from extractor.segment.document import Document

__all__ = ["Binding", "Collected", "Context", "Found", "SourceBinding", "bind", "collect"]


def bind(
    doc: Document, collected: Collected, mentions: list[Mention], acronyms: list[Acronym]
) -> Context:
    """Bind every figure of a document in place and return the context it was bound in."""
    context = Context(doc, collected, mentions, acronyms)
    bind_sentences(context.sentences)
    bind_foreign(context)
    bind_lines(context)
    bind_staged(context)
    bind_cells(context)
    bind_parts(context)
    bind_keyfigures(context)
    bind_charts(context)
    bind_plots(context)
    bind_breakdowns(context)
    cut_tails(context)
    bind_sums(context)
    bind_assisted(context)
    bind_funding(context)
    bind_statuses(context)
    bind_wholes(context)
    bind_place_parts(context)
    tell_bare_numbers(context)
    bind_places(context)
    tell_rows(context)
    bind_times(context)
    bind_by_heading(context)
    bind_sources(context)
    settle_states(context)
    return context
