"""What an indicator says too much: the place and the date at its end, which are bound on their own."""

import regex

from extractor.bind.context import Context
from extractor.bind.found import Binding, Found, Span

LEAD = regex.compile(
    r"(?:^|\s|,)\s*(?:in|within|across|inside|throughout|since|by|during|until|as of|on|for|of|between|from)\s+(?:the\s+)?(?:end of\s+|beginning of\s+|next\s+|coming\s+|past\s+|last\s+|following\s+)?$",
    regex.I,
)
LOCATIVE = regex.compile(
    r"(?:^|\s|,)\s*(?:in|near|within|across|inside|throughout)\s+(?:the\s+)?$", regex.I
)
WINDOW = 30  # characters before a place or date in which its preposition stands


def cut_tails(context: Context) -> None:
    """Cut the place and the date that end the indicator of a figure in running text."""
    for found in context.founds:
        binding = found.indicator
        if binding is None or binding.span is None or found.cell is not None:
            continue
        if _is_place(context, binding):
            found.indicator = _of_sentence_mate(context, found)
            continue
        span = _cut(context, binding.span)
        if span != binding.span:
            removed = context.doc.text[span[1] : binding.span[1]]
            value = _without_end(binding.value, removed)
            if value:
                found.indicator = Binding(value, binding.state, binding.rule, span)


def _is_place(context: Context, binding: Binding) -> bool:
    """Say whether an indicator is nothing but a place: `88 per cent in Lorn, but only 43 per cent in Orn`."""
    span = binding.span or (0, 0)
    return any(m.span == span and m.type == "place" for m in context.mentions_in(span))


def _of_sentence_mate(context: Context, found: Found) -> Binding | None:
    """Return the indicator of the figure before in the passage, of the same kind."""
    founds = context.collected.passages[found.passage].founds
    earlier = [f for f in founds if f.span < found.span and f.reading.kind == found.reading.kind]
    if not earlier or earlier[-1].indicator is None:
        return None
    if found.population is None and earlier[-1].population is not None:
        mate = earlier[-1].population
        found.population = Binding(mate.value, "inherited", "prose.elliptical", mate.span)
    said = earlier[-1].indicator
    return Binding(said.value, "inherited", "prose.elliptical", said.span)


def _cut(context: Context, span: Span) -> Span:
    """Return a span without the places and dates at its end, and the words that lead to them."""
    start, end = span
    while True:
        begin = _tail(context, (start, end))
        if begin is None or begin <= start:
            return start, end
        end = begin


def _tail(context: Context, span: Span) -> int | None:
    text = context.doc.text
    places = [m.span for m in context.mentions_in(span) if m.type == "place"]
    dates = [f.span for f in context.founds_in(span) if f.is_time]
    for tail, lead in ((places, LOCATIVE), (dates, LEAD)):
        if not tail or tail[-1][1] != span[1]:
            continue
        match = lead.search(text, max(span[0], tail[-1][0] - WINDOW), tail[-1][0])
        if match is not None and match.end() == tail[-1][0]:
            return match.start()
    return None


def _without_end(value: str, removed: str) -> str:
    tail = " ".join(removed.split())
    return value.removesuffix(tail).rstrip(" ,") if value.endswith(tail) else value
