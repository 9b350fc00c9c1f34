"""Lines that name their value in any language: `Nombre de ménages ciblés : 52 000`."""

from functools import cache

import regex

from extractor.bind.context import Context
from extractor.bind.found import Binding, Found, Span
from extractor.bind.places.leads import is_label_of_place
from extractor.bind.prose.labelled import RULE
from extractor.bind.scales import scale, stated_in
from extractor.bind.tables.headers import heads_asides, heads_notes, is_whole
from extractor.bind.tables.labels import bare_label, opens_part
from extractor.bind.tables.naming import without_tails
from extractor.bind.tables.own_labels import COLON, MAX_LABEL, bind_counted, label_span
from extractor.bind.words import forms_of, is_auxiliary
from extractor.data.tables import load

ZONES = frozenset({"list", "prose"})
CLOSES = regex.compile(r"[^\S\n]*+ (?: $ | [;.,(\n] )", regex.X)
"""What stands behind a value that is all that a line of prose says."""
UNIT = regex.compile(r"\( (?P<unit> [^()]{1,30}+ ) \) \s?+ : \s*+ \Z", regex.X)
"""The unit of what a label leads to: `Budget (CHF): `."""
LEADS = frozenset("in au aux en al de du del sur para".split())
"""What makes a total no name of anything: `Au total : 28 cas`."""
OPENERS = "\n;•|."


def bind_lines(context: Context) -> None:
    """Bind figures of text that no sentence binds to the label that opens their line."""
    for found in context.founds:
        said = found.indicator
        if said is None and found.zone in ZONES and not found.is_time:
            _bind(context, found)
        elif said is not None and said.rule == RULE and said.span is not None:
            _complete(context, found, said.span)


def _complete(context: Context, found: Found, label: Span) -> None:
    """Give a bare number the unit in a bracket behind its label, or what the label counts."""
    if found.reading.kind != "count" or found.unit is not None or found.population is not None:
        return
    if bracket := UNIT.search(context.doc.text, label[0], found.span[0]):
        scale(found, stated_in(bracket["unit"], bracket.span("unit")))
    else:
        bind_counted(context, found, context.doc.quote(label), label)


def _bind(context: Context, found: Found) -> None:
    text, first = context.doc.text, context.doc.blocks[found.block].span[0]
    if text.find(COLON, max(first, found.span[0] - MAX_LABEL), found.span[0]) < 0:
        return
    span = label_span(context, found, first)
    if span is None or not _opens(text, span[0], first) or not _names(context, span):
        return
    if not _leads_to(context, span, found) or not _closes(text, found):
        return
    label = bare_label(context.doc.quote(span))
    bare = found.reading.kind == "count" and found.unit is None
    if bare and not bind_counted(context, found, label, span):
        return  # it may be the number of a thing: `Fund: 101`
    found.indicator = Binding(without_tails(context, label, span) or label, "stated", RULE, span)


def _opens(text: str, start: int, first: int) -> bool:
    """Say whether a label opens its line: with it, or behind what closes another value."""
    before = text[first:start].rstrip(" -–*\t")
    return not before or before[-1] in OPENERS


def _leads_to(context: Context, label: Span, found: Found) -> bool:
    """Say whether a value is the first thing behind its label's colon, but for its modifier.

    What stands behind `Source: survey of 2031, 1,200 households` is no value of a source.
    """
    between = (label[1], found.span[0])
    return "," not in context.doc.quote(between) and not context.founds_in(between)


def _is_numbered(context: Context, label: Span) -> bool:
    """Say whether a label ends in a number that is no time: `Line 3` names a line, no measure."""
    last = context.doc.quote(label).split()[-1].strip("()")
    dated = any(f.is_time and f.span[1] > label[1] - len(last) for f in context.founds_in(label))
    return last.isdecimal() and not dated


def _names(context: Context, span: Span) -> bool:
    """Say whether a label names a measure: no place, whole or part, no source, and no clause."""
    label = context.doc.quote(span)
    words = label.split()
    places = context.places_in(span)
    place = len(places) == 1 and is_label_of_place(span, places[0])
    bare = is_whole(words[-1]) and (len(words) == 1 or words[0].lower() in LEADS)
    aside = heads_asides(label) or heads_notes(label)
    other = place or bare or aside or _is_numbered(context, span)
    return not (other or _is_clause(words) or opens_part(label))


def _is_clause(words: list[str]) -> bool:
    """Say whether a label is a clause: with an auxiliary, or ending in a verb of saying."""
    lower = [word.lower() for word in words]
    to_come = lower[1:].count("be") and " to be " in " ".join(lower)  # `People to be assisted`
    if any(is_auxiliary(w) for w in words if not (to_come and w == "be")) or lower[-1] in forms_of(
        "reporting"
    ):
        return True
    return lower[-1] in _saying("finite") or (
        len(lower) > 1
        and lower[-1] in _saying("participles")
        and lower[-2] in _saying("auxiliaries")
    )


@cache
def _saying(form: str) -> frozenset[str]:
    """Return what says that somebody says something in languages other than English."""
    return frozenset(load("said.toml")["saying"][form])


def _closes(text: str, found: Found) -> bool:
    """Say whether a value is all that its line of prose says; an item of a list may say more."""
    reading = found.reading
    end = max(span[1] for span in (found.span, reading.noun, reading.per_span) if span is not None)
    return found.zone != "prose" or CLOSES.match(text, end) is not None
