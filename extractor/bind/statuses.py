"""Whether a figure says what is needed, targeted, reached, required or funded."""

from collections.abc import Iterator
from functools import cache

import regex

from extractor.bind.context import Context
from extractor.bind.found import Binding, Found, Span, inherited
from extractor.entities.gazetteer import load
from schemas.figure import State

Evidence = tuple[Span, State, str]
"""Where to look for a status, how what is found there counts, and the rule's name."""

Said = list[tuple[str, Span]]
"""The words for a status in a stretch of text, in order: which one each says, and where."""

COMPARING = frozenset({"below", "above"})
MONEY_ONLY = frozenset({"required", "funded"})
"""What only money can be; people are in need, targeted and reached."""


@cache
def _pattern(language: str | None) -> "regex.Pattern[str]":
    """Return what finds the words for a status: those of a language, and the English ones."""
    table = load("statuses.toml")
    packs = [table["en"], *([table[language]] if language in table and language != "en" else [])]
    parts = []
    for status in table["en"]:
        words = sorted({w for p in packs for w in p[status]}, key=lambda w: (-len(w), w))
        parts.append(f"(?P<{status}>{'|'.join(map(regex.escape, words))})")
    return regex.compile(
        rf"(?<![\p{{L}}\p{{M}}])(?:{'|'.join(parts)})(?![\p{{L}}\p{{M}}])", regex.I
    )


def bind_statuses(context: Context) -> None:
    """Bind the status of every figure that is no date or duration."""
    said: dict[Span, Said] = {}
    for found in context.founds:
        if found.is_time or found.status is not None:
            continue
        found.status = _status(context, found, said)
        if found.status is None and found.of is not None:
            found.status = inherited(found.of.status, "status.parent")


def _status(context: Context, found: Found, said: dict[Span, Said]) -> Binding | None:
    """Return the status that is said nearest; `said` keeps what each stretch was found to say."""
    is_money = found.reading.kind == "money"
    for span, state, rule in _evidence(context, found):
        words = said.get(span)
        if words is None:  # one header governs many figures
            pattern = _pattern(context.collected.language)
            matches = pattern.finditer(context.doc.text, *span)
            words = said[span] = [(match.lastgroup or "", match.span()) for match in matches]
        for status, place in words:
            if (status in MONEY_ONLY) == is_money:
                return Binding(status, state, rule, place)
    return None


def _evidence(context: Context, found: Found) -> Iterator[Evidence]:
    """Yield where the status of a figure may be said, the nearest first."""
    if found.cell is None and found.zone != "keyfigure":
        said = found.indicator
        if said is not None and said.span is not None and not _is_level(found, said):
            yield said.span, "stated", "status.indicator"
        return
    if found.cell is None:
        yield _label(context, found), "stated", "status.label"
    else:
        yield from _of_table(context, found, found.cell[0])
    for section in context.headings_of(found.block):
        yield section.span, "inherited", "status.heading"


def _is_level(found: Found, said: Binding) -> bool:
    """Say whether a target is a level: `a target of 75 per cent`, `live below the target`."""
    is_share = found.reading.kind == "percent" and said.rule == "prose.amount_of"
    return is_share or not COMPARING.isdisjoint(said.value.lower().split())


def _of_table(context: Context, found: Found, table: int) -> Iterator[Evidence]:
    for cell in context.governing_of(found).heads:
        if cell.span is not None:
            yield cell.span, "inherited", "status.table_header"
    title = context.doc.tables[table].title_span
    if title is not None:
        yield title, "inherited", "status.table_title"


def _label(context: Context, found: Found) -> Span:
    """Return the stretch from a key figure to the next one of its passage, or the end of it."""
    passage = context.passage_of(found)
    later = (f.span[0] for f in passage.founds if f.span > found.span and not f.is_time)
    return found.span[1], next(later, passage.canonical(len(passage.text) - 1) + 1)
