"""Key figures that are parts of another: shares below it, and the same measure in other places."""

import regex

from extractor.bind.context import Context
from extractor.bind.found import Binding, Found, Span, take_over
from extractor.bind.keyfigures import label_span
from extractor.bind.passage import Passage

PART = regex.compile(
    r"""
    ^ \s*+
    (?: is | are | was | were | of\s(?: whom | which ) | including
      | est | sont | était | étaient | dont | es | son | eran
      | de\s(?: los | las )\scuales | incluid[oa]s? | из\sних | з\sних | منهم | منهن | من\sبينهم
    ) \b
    """,
    regex.X | regex.I,
)
"""How a label opens that says of what part of the figure above it is so."""
PART_WINDOW = 20  # characters after a figure in which it does
WORD = regex.compile(r"\p{L}+")
AROUND_PLACE = frozenset("in within across the out of and".split())
GROUPS = frozenset({"keyfigure.label", "prose.predicate"})
"""Rules whose indicator says who is counted better than the noun alone: `people in need`."""


def bind_breakdowns(context: Context) -> None:
    """Bind key figures that are parts of the one above them."""
    _bind_shares(context)
    _bind_placed(context)


# --- shares ---------------------------------------------------------------------------------------


def _bind_shares(context: Context) -> None:
    """Bind the shares that break down the count above them: `41% are women and girls`."""
    whole: Found | None = None
    section: int | None = None
    for passage in context.collected.passages:
        here = context.doc.blocks[passage.blocks[0]].section
        if passage.zone != "keyfigure":
            announced = _announced(passage)
            if announced is not None:
                whole, section = announced, here
            continue
        if here != section:
            whole, section = None, here
        first = passage.first_measured
        if first is not None and not _is_share_of(context, first, whole):
            whole = _next_whole(context, first, whole)


def _is_share_of(context: Context, found: Found, whole: Found | None) -> bool:
    """Bind a share of a whole; say whether the figure is one."""
    if whole is None or found.reading.kind != "percent" or not _is_part(context, found):
        return False
    _break_down(found, whole)
    return True


def _next_whole(context: Context, found: Found, whole: Found | None) -> Found | None:
    """Return the figure that is broken down after a key figure: itself, where it is a count."""
    opens = found.reading.kind == "count" and found.of is None and not _is_part(context, found)
    return found if opens else whole


def _announced(passage: Passage) -> Found | None:
    """Return the count of a line that announces a breakdown: `Of the 1.2 million in need:`."""
    text = passage.text.strip()
    if not (text.startswith("Of ") and text.endswith(":")):
        return None
    return next((f for f in passage.founds if f.reading.kind == "count"), None)


def _is_part(context: Context, found: Found) -> bool:
    end = found.span[1]
    return PART.match(context.doc.text[end : end + PART_WINDOW]) is not None


def _break_down(found: Found, whole: Found) -> None:
    found.of = whole
    said = whole.indicator if whole.indicator and whole.indicator.rule in GROUPS else None
    group = said or whole.population or whole.indicator
    if found.population is None and group is not None:
        found.population = Binding(group.value, "inherited", "keyfigure.parent", group.span)


# --- places ---------------------------------------------------------------------------------------


def _bind_placed(context: Context) -> None:
    """Bind a key figure whose label only says where (`1.5M in Lorn`) by the one above it."""
    above: Found | None = None
    for passage in context.collected.passages:
        first = passage.first_measured if passage.zone == "keyfigure" else None
        span = label_span(context, first) if first is not None else None
        if first is None or span is None or first.reading.kind != "count":
            continue
        if not _is_only_place(context, span):
            above = first
        elif above is not None and _is_told_by(context, first, above):
            take_over(first, above, "keyfigure.label_above")
            _count_whole(passage, first)


def _is_told_by(context: Context, found: Found, above: Found) -> bool:
    """Whether the key figure above says what another counts: on its page, as panels are read."""
    pages = {context.doc.blocks[figure.block].page for figure in (found, above)}
    return len(pages) == 1 and above.indicator is not None and _says_what(above.indicator)


def _says_what(indicator: Binding) -> bool:
    """Whether an indicator names what is counted, and is no lone name, as those on a map are."""
    words = indicator.value.split()
    return len(words) > 1 or words[0][:1].islower()


def _count_whole(passage: Passage, part: Found) -> None:
    """Let the whole that the same label gives (`out of 8.5M`) count what its part counts."""
    for other in passage.founds:
        if other is part.of and other.of is None:
            other.unit = other.unit or part.unit
            other.population = other.population or part.population


def _is_only_place(context: Context, span: Span) -> bool:
    places = context.places_in(span)
    if not places:
        return False
    text = context.doc.text
    rest = text[span[0] : places[0].span[0]] + text[places[-1].span[1] : span[1]]
    return all(w in AROUND_PLACE for w in WORD.findall(rest.lower()))
