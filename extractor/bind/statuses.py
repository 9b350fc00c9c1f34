"""Whether a figure says what is needed, targeted, reached, required or funded."""

from functools import cache

import regex

from extractor.bind.context import Context
from extractor.bind.found import Binding, Found, Span
from extractor.entities.gazetteer import load
from schemas.figure import State

Evidence = tuple[Span, State, str]
"""Where to look for a status, how what is found there counts, and the rule's name."""

MONEY_ONLY = frozenset({"required", "funded"})


@cache
def _pattern() -> "regex.Pattern[str]":
    table = load("english.toml")["status"]
    parts = [
        f"(?P<{status}>{'|'.join(regex.escape(w) for w in sorted(words, key=len, reverse=True))})"
        for status, words in table.items()
    ]
    return regex.compile(rf"(?<![\p{{L}}])(?:{'|'.join(parts)})(?![\p{{L}}])", regex.I)


def bind_statuses(context: Context) -> None:
    """Bind the status of every figure that is no date or duration."""
    for found in context.founds:
        if found.is_time or found.status is not None:
            continue
        found.status = _status(context, found)
        if found.status is None and found.of is not None and found.of.status is not None:
            parent = found.of.status
            found.status = Binding(parent.value, "inherited", "status.parent", parent.span)


def _status(context: Context, found: Found) -> Binding | None:
    for span, state, rule in _evidence(context, found):
        for match in _pattern().finditer(context.doc.text, *span):
            status = match.lastgroup or ""
            if (status in MONEY_ONLY) == (found.reading.kind == "money"):
                return Binding(status, state, rule, match.span())
    return None


def _evidence(context: Context, found: Found) -> list[Evidence]:
    doc = context.doc
    headings: list[Evidence] = [
        (s.span, "inherited", "status.heading") for s in context.headings_of(found.block)
    ]
    if found.cell is not None:
        what = context.governing_of(found)
        cells = [c.span for c in (*reversed(what.columns), *reversed(what.labels)) if c.span]
        title = doc.tables[found.cell[0]].title_span
        spans: list[Evidence] = [(s, "inherited", "status.table_header") for s in cells]
        if title is not None:
            spans.append((title, "inherited", "status.table_title"))
        return [*spans, *headings]
    if found.zone == "keyfigure":
        label = _passage_span(context, found)
        return [(label, "stated", "status.label"), *headings]
    indicator = found.indicator
    return [(indicator.span, "stated", "status.indicator")] if indicator and indicator.span else []


def _passage_span(context: Context, found: Found) -> Span:
    passage = context.collected.passages[found.passage]
    later = [f for f in passage.founds if f.span[0] > found.span[0] and not f.is_time]
    end = later[0].span[0] if later else passage.canonical(len(passage.text) - 1) + 1
    return found.span[1], end
