"""Numbers of charts: what the caption, the series and the category of each say together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from extractor.bind.charts import AXIS, DRAWN, is_unit_line
from extractor.bind.context import Context
from extractor.bind.found import Binding, Found, Span
from extractor.bind.scales import scale
from extractor.bind.tables.naming import bare_title, without_tails
from extractor.segment.captions import kind_of
from extractor.segment.document import Document, Plotted
from extractor.segment.titles import StatedUnit, read_unit, stated_unit

RULE = "keyfigure.plotted"
MAX_TITLE = 2  # blocks from a heading that is the title of a chart to it: a line of units
MAX_BETWEEN = 3  # blocks between a caption and its chart: a line of units, the names of an axis
AROUND = " *,;:–—-"


@dataclass(frozen=True, slots=True)
class Headed:
    """What is said over all of a chart."""

    title: str | None
    span: Span | None
    """Of the caption, or the heading."""
    unit: StatedUnit | None


def bind_plots(context: Context) -> None:
    """Bind the numbers of charts whose place in the drawing names a series and a category."""
    founds = {found.block: found for found in context.founds if found.zone == "keyfigure"}
    if not context.doc.plotted:
        return
    for _, run in groupby(context.doc.plotted, attrgetter("chart")):
        plotted = list(run)
        headed = _headed(context, plotted)
        for place in plotted:
            found = founds.get(place.block)
            if found is None or found.span != context.doc.blocks[place.block].span:
                continue
            scale(found, headed.unit)
            if place.category is not None:
                _bind(context, found, place, headed)


def _headed(context: Context, plotted: Sequence[Plotted]) -> Headed:
    """Return what stands right above a chart, or else right below it, and the unit stated there."""
    doc = context.doc
    caption = _caption(doc, plotted)
    said = None if caption is None else stated_unit(doc.quote(doc.blocks[caption].span))
    unit = said or next(_units_beside(doc, plotted, caption), None)
    if caption is None:
        return Headed(None, None, unit)
    span = doc.blocks[caption].span
    return Headed(bare_title(context, doc.quote(span), span), span, unit)


def _caption(doc: Document, plotted: Sequence[Plotted]) -> int | None:
    """Return the block of the caption of a chart, or of the heading right above it."""
    first, last = plotted[0].block, plotted[-1].block
    page = doc.blocks[first].page
    while first and AXIS.fullmatch(doc.quote(doc.blocks[first - 1].span)):
        first -= 1
    above = range(first - 1, max(-1, first - 2 - MAX_BETWEEN), -1)
    below = range(last + 1, min(len(doc.blocks), last + 2 + MAX_BETWEEN))
    for side in (above, below):
        for at in side:
            block = doc.blocks[at]
            if block.type == "heading" and at in range(first - MAX_TITLE, first):
                return at
            if block.type in ("table", "heading", "key_figure") or block.page != page:
                break
            if block.type == "caption" and kind_of(doc.quote(block.span)) in DRAWN:
                return at
    return None


def _units_beside(
    doc: Document, plotted: Sequence[Plotted], caption: int | None
) -> Iterator[StatedUnit]:
    """Yield the units that lines in and around a chart state and nothing else."""
    first, last = plotted[0].block, plotted[-1].block + MAX_BETWEEN
    if caption is not None:
        first = min(first, caption + 1)
    for block in doc.blocks[first : last + 1]:
        text = doc.quote(block.span)
        if block.page != doc.blocks[first].page:
            return
        if block.type == "paragraph" and is_unit_line(text):
            yield StatedUnit(*read_unit(text.strip(" ()")), block.span)


def _bind(context: Context, found: Found, place: Plotted, headed: Headed) -> None:
    """Bind a number to its caption and names; a category may be a time, a place, or both."""
    names = [name for name in (place.series, place.category) if name is not None]
    said = ", ".join(filter(None, (_left(context, name) for name in names)))
    value = ": ".join(filter(None, (headed.title, said)))
    if value:
        evidence = place.series or headed.span or names[-1]
        found.indicator = Binding(value, "inherited", RULE, evidence)
    places = [one for name in names for one in context.places_in(name)]
    if len(places) == 1:
        one = places[0]
        found.place = Binding(one.value, "inherited", "place.chart", one.span, one.code)
    spans = [*reversed(names), *([headed.span] if headed.span else [])]
    time = next(filter(None, map(context.date_in, spans)), None)
    if time is not None and time.reading.value:
        found.as_of = Binding(time.reading.value, "inherited", "as_of.chart", time.span)


def _left(context: Context, name: Span) -> str:
    """Return what a name says besides a time or a place: nothing where it is only that."""
    if any(place.span == name for place in context.places_in(name)):
        return ""
    text = without_tails(context, " ".join(context.doc.quote(name).split()), name).strip(AROUND)
    for date in [found for found in context.founds_in(name) if found.is_time]:
        printed = " ".join(context.doc.quote(date.span).split())
        text = text.removeprefix(printed).strip(AROUND)
    return text
