"""Values printed in a drawing, one beside each name: what its caption says is measured."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

import regex

from extractor.bind.context import Context
from extractor.bind.found import Binding, Found, Span
from extractor.bind.tables.declared import in_factor
from extractor.bind.tables.naming import bare_title
from extractor.bind.tables.unitheads import base_of
from extractor.segment.captions import kind_of
from extractor.segment.document import Block, Document
from extractor.segment.titles import read_unit, stated_unit

RULE = "keyfigure.caption"
MIN_VALUES = 3  # fewer values below a caption may be anything
MAX_NAME = 5  # words of the name beside a value
DRAWN = ("figure", "chart")
MAX_UNIT_LINE = 40  # characters
AXIS = regex.compile(r"\P{L}{1,12}")  # a number on the axis of a drawing, with its sign


@dataclass(frozen=True, slots=True)
class Drawn:
    """A value of a drawing, and the block of the name beside it."""

    found: Found
    name: Span


def bind_charts(context: Context) -> None:
    """Bind the values of each run of bare values and names that follows the caption of a figure."""
    values = {
        context.doc.blocks[f.block].span: f
        for f in context.founds
        if f.zone == "keyfigure" and not f.is_time
    }
    for caption, run in _captioned(context.doc):
        text = context.doc.quote(caption.span)
        if kind_of(text) not in DRAWN:
            continue
        _scale(
            _with_units(context.doc, caption, run[0]),
            [found for block in run if (found := _bare(block, values)) is not None],
        )
        drawn = _drawn(context, run, values)
        if len(drawn) >= MIN_VALUES:
            _bind(context, caption, drawn)


def _scale(caption: str, founds: Sequence[Found]) -> None:
    """Read the money of a drawing in the factor that its caption states, if it has none itself.

    What has one is told by its precision.
    """
    stated = stated_unit(caption) if len(founds) >= MIN_VALUES else None
    if stated is not None and stated.magnitude is not None:
        for found in founds:
            reading = found.reading
            if reading.kind == "money" and Decimal(reading.precision or 1) < 1:
                found.reading = in_factor(reading, stated.magnitude)


def _captioned(doc: Document) -> Iterator[tuple[Block, list[Block]]]:
    """Yield each caption with the key figures after it, up to the next block of another type.

    A first name that stands apart counts in: a dump does not tell that it is beside a value. The
    bare numbers of an axis between the two are passed over.
    """
    blocks = doc.blocks
    for at, block in enumerate(blocks):
        if block.type != "caption":
            continue
        end = first = _after_axis(doc, at + 1)
        while end < len(blocks) and (
            blocks[end].type == "key_figure" or _is_first(blocks, first, end)
        ):
            end += 1
        if end > first:
            yield block, blocks[first:end]


def _with_units(doc: Document, caption: Block, first: Block) -> str:
    """Return a caption with the line of units between it and its drawing."""
    between = doc.text[caption.span[1] : first.span[0]].split("\n")
    units = [line for line in between if is_unit_line(line)]
    return ", ".join([doc.quote(caption.span), *units])


def is_unit_line(text: str) -> bool:
    """Say whether a line states a unit or a factor and nothing else.

    >>> is_unit_line("USD million"), is_unit_line("(per cent)"), is_unit_line("Kenya")
    (True, True, False)
    """
    return len(text) <= MAX_UNIT_LINE and read_unit(text.strip(" ()")) != (None, None)


def _after_axis(doc: Document, at: int) -> int:
    """Return the first block, from one on, that is no number of an axis and no line of units."""
    while at < len(doc.blocks) and doc.blocks[at].type == "paragraph":
        text = doc.quote(doc.blocks[at].span)
        if AXIS.fullmatch(text) is None and not is_unit_line(text):
            break
        at += 1
    return at


def _is_first(blocks: Sequence[Block], first: int, at: int) -> bool:
    follows = at + 1 < len(blocks) and blocks[at + 1].type == "key_figure"
    return at == first and follows and blocks[at].type == "paragraph"


def _drawn(context: Context, run: Sequence[Block], values: dict[Span, Found]) -> list[Drawn]:
    """Return the values at the head of a run that alternate with names, all of one kind."""
    founds = [_bare(block, values) for block in run]
    first = next((at for at, found in enumerate(founds) if found is not None), len(run))
    step = 1 if first == 0 else -1  # the name stands below its value, or above it
    drawn: list[Drawn] = []
    for at in range(first, len(run), 2):
        found, beside = founds[at], at + step
        if found is None or not 0 <= beside < len(run) or founds[beside] is not None:
            break
        if drawn and found.reading.kind != drawn[0].found.reading.kind:
            break
        if len(context.doc.quote(run[beside].span).split()) > MAX_NAME:
            break
        drawn.append(Drawn(found, run[beside].span))
    return drawn if first <= 1 else []


def _bare(block: Block, values: dict[Span, Found]) -> Found | None:
    """Return the value that is all of a block."""
    found = values.get(block.span)
    return found if found is not None and found.span == block.span else None


def _bind(context: Context, caption: Block, drawn: Sequence[Drawn]) -> None:
    """Bind values to their caption, told apart by their names: places, times or anything else."""
    text, span = context.doc.quote(caption.span), caption.span
    title, base, date = bare_title(context, text, span), base_of(text), context.date_in(span)
    for one in drawn:
        found, name = one.found, context.doc.quote(one.name)
        places = [p for p in context.places_in(one.name) if p.span == one.name]
        dated = context.date_in(one.name)
        alone = bool(places) or name.lower() in context.areas.anywhere or dated is not None
        found.indicator = Binding(title if alone else f"{title}: {name}", "inherited", RULE, span)
        if places:
            place = places[0]
            found.place = Binding(place.value, "inherited", "place.chart", one.name, place.code)
        time = dated or date
        if time is not None and time.reading.value:
            found.as_of = Binding(time.reading.value, "inherited", "as_of.chart", time.span)
        if base is not None and found.reading.kind == "percent":
            found.population = Binding(base, "inherited", "keyfigure.base", span)
