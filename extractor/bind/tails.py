"""What is said too much: the place and date that end an indicator or a group."""

import regex

from extractor.bind.context import Context
from extractor.bind.found import Binding, Found, Span, inherited

LEAD_TO_DATE = regex.compile(
    r"""
    (?: ^ | \s | , ) \s*+
    (?: in | within | across | inside | throughout | since | by | during | until | as\sof | on | for
      | of | between | from
    )
    \s++ (?: the\s++ )?
    (?: (?: end\sof | beginning\sof | next | coming | past | last | following ) \s++ )? $
    """,
    regex.X | regex.I,
)
LEAD_TO_PLACE = regex.compile(
    r"""
    (?: ^ | \s | , ) \s*+
    (?: in | near | within | across | inside | throughout ) \s++ (?: the\s++ )? $
    """,
    regex.X | regex.I,
)
AREA = regex.compile(
    r"""
    \s (?: state | province | district | region | governorate | county | department | division
      | municipality | oblast | prefecture | canton | upazila | LGA
    ) s?
    """,
    regex.X | regex.I,
)
"""What kind of area a place is, behind its name."""
WINDOW = 30  # characters before a place or date in which its preposition stands


def cut_tails(context: Context) -> None:
    """Cut the place and the date that end what is bound to a figure in running text."""
    for found in context.founds:
        if found.cell is None:
            found.population = _without_tail(context, found.population)
        binding = found.indicator
        if binding is None or binding.span is None or found.cell is not None:
            continue
        if any(m.span == binding.span for m in context.places_in(binding.span)):
            _share_with_mate(context, found)
            continue
        found.indicator = _without_tail(context, binding)


def _without_tail(context: Context, binding: Binding | None) -> Binding | None:
    """Return a binding without the place and date at its end; as it is where nothing is left."""
    if binding is None or binding.span is None:
        return binding
    span = _cut(context, binding.span)
    removed = context.doc.text[span[1] : binding.span[1]]
    value = _without_end(binding.value, removed)
    return Binding(value, binding.state, binding.rule, span) if removed and value else binding


def _share_with_mate(context: Context, found: Found) -> None:
    """Bind a figure of which only a place is said by the figure of its kind before it.

    `88 per cent of wells are dry in Lorn, but only 43 per cent in Orn`.
    """
    founds = context.passage_of(found).founds
    earlier = [f for f in founds if f.span < found.span and f.reading.kind == found.reading.kind]
    mate = earlier[-1] if earlier else None
    said = mate.indicator if mate is not None else None
    found.indicator = inherited(said, "prose.elliptical")
    if mate is not None and said is not None and found.population is None:
        found.population = inherited(mate.population, "prose.elliptical")


def _cut(context: Context, span: Span) -> Span:
    """Return a span without the places and dates at its end, and the words that lead to them."""
    start, end = span
    begin = _tail(context, (start, end))
    while begin is not None and begin > start:
        end = begin
        begin = _tail(context, (start, end))
    return start, end


def _tail(context: Context, span: Span) -> int | None:
    """Return where the place or date that ends a span begins, with the words that lead to it."""
    text = context.doc.text
    places = [m.span for m in context.places_in(span)]
    dates = [f.span for f in context.founds_in(span) if f.is_time]
    for tail, lead in ((places, LEAD_TO_PLACE), (dates, LEAD_TO_DATE)):
        if tail and _ends_with(text, tail[-1], span[1]):
            at = tail[-1][0]
            match = lead.search(text, max(span[0], at - WINDOW), at)
            if match is not None:
                return match.start()
    return None


def _ends_with(text: str, tail: Span, end: int) -> bool:
    """Say whether a stretch ends with a place or date, or with what kind of area the place is."""
    return tail[1] == end or AREA.fullmatch(text, tail[1], end) is not None


def _without_end(value: str, removed: str) -> str:
    tail = " ".join(removed.split())
    return value.removesuffix(tail).rstrip(" ,") if value.endswith(tail) else value
