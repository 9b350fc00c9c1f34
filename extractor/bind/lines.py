"""Lines that name their value in any language: `Nombre de ménages ciblés : 52 000`."""

import regex

from extractor.bind.context import Context
from extractor.bind.found import Binding, Found, Span
from extractor.bind.places.leads import is_label_of_place
from extractor.bind.tables.headers import is_whole
from extractor.bind.tables.labels import bare_label, opens_part
from extractor.bind.tables.naming import without_tails
from extractor.bind.tables.own_labels import COLON, MAX_LABEL, bind_counted, label_span
from extractor.bind.words import forms_of, is_auxiliary

ZONES = frozenset({"list", "prose"})
CLOSES = regex.compile(r"\s*+ (?: $ | [;.,(\n] )", regex.X)
"""What stands behind a value that is all that a line of prose says."""
LEADS = frozenset("in au aux en al de du del sur para".split())
"""What makes a total no name of anything: `Au total : 28 cas`."""
OPENERS = "\n;•|."


def bind_lines(context: Context) -> None:
    """Bind figures of text that no sentence binds to the label that opens their line."""
    for found in context.founds:
        if found.indicator is None and found.zone in ZONES and not found.is_time:
            _bind(context, found)


def _bind(context: Context, found: Found) -> None:
    text, first = context.doc.text, context.doc.blocks[found.block].span[0]
    if text.find(COLON, max(first, found.span[0] - MAX_LABEL), found.span[0]) < 0:
        return
    span = label_span(context, found, first)
    if span is None or not _opens(text, span[0], first) or not _names(context, span):
        return
    if found.zone == "prose" and CLOSES.match(text, _end(found)) is None:
        return
    label = bare_label(context.doc.quote(span))
    bare = found.reading.kind == "count" and found.unit is None
    if bare and not bind_counted(context, found, label, span):
        return  # it may be the number of a thing: `Fund: 101`
    found.indicator = Binding(
        without_tails(context, label, span) or label, "stated", "prose.label", span
    )


def _opens(text: str, start: int, first: int) -> bool:
    """Say whether a label opens its line: with it, or behind what closes another value."""
    before = text[first:start].rstrip(" -–*\t")
    return not before or before[-1] in OPENERS


def _names(context: Context, span: Span) -> bool:
    """Say whether a label names a measure: no place, no whole or part, and no clause."""
    label = context.doc.quote(span)
    words = label.split()
    places = context.places_in(span)
    place = len(places) == 1 and is_label_of_place(span, places[0])
    clause = any(map(is_auxiliary, words)) or words[-1].lower() in forms_of("reporting")
    bare = is_whole(words[-1]) and (len(words) == 1 or words[0].lower() in LEADS)
    return not (place or clause or bare or opens_part(label))


def _end(found: Found) -> int:
    noun = found.reading.noun
    return max(found.span[1], noun[1] if noun is not None else 0)
