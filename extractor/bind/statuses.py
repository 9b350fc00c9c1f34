"""Whether a figure says what is needed, targeted, reached, required or funded."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import regex

from extractor.bind.celltext import is_phrase, is_running_text
from extractor.bind.context import Context
from extractor.bind.found import Binding, Found, Span, inherited
from extractor.entities.gazetteer import load
from schemas.figure import State

Evidence = tuple[Span, State, str]
"""Where to look for a status, how what is found there counts, and the rule's name."""

Said = list[tuple[str, Span]]
"""The words for a status in a stretch of text, in order: which one each says, and where."""

OF_TARGET = regex.compile(
    r"^ (?: \s++ or \s++ more )? \s++ of \s++ (?: [\p{L}\p{N}’'\-]++ \s++ ){0,3}? targets? \b",
    regex.X | regex.I,
)
"""What makes a share one of a target, which is no target itself."""
RESTATES = regex.compile(r"\s* (?: , \s or | \( ) \s*", regex.X)
"""What stands between a figure and the share that says it again: `USD 3 million, or 7 per cent`."""
CLAUSE_ENDS = ".,;:()\n"
MAX_LEAD = 30  # characters before a sum in which a verb may tell its status
MAX_BASE = 40  # characters after a share in which its base is named
COMPARING = frozenset({"below", "above"})
GAP = "gap"
"""What is said of money or people that lack: it is none of the statuses."""
OF_MANY = frozenset({"status.table_title", "status.heading"})
"""Rules of what is said of many figures: of two statuses it tells none which one is theirs."""
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
    for sentence in context.sentences:
        for before, found in pairwise(sentence.founds):
            between = context.doc.text[before.span[1] : found.span[0]]
            if found.reading.kind == "percent" and RESTATES.fullmatch(between):
                found.status = inherited(before.status, "status.restated") or found.status


def _status(context: Context, found: Found, said: dict[Span, Said]) -> Binding | None:
    """Return the status that is said nearest; `said` keeps what each stretch was found to say."""
    for span, state, rule in _evidence(context, found):
        words = said.get(span)
        if words is None:  # one header governs many figures
            pattern = _pattern(context.collected.language)
            matches = pattern.finditer(context.doc.text, *span)
            words = said[span] = [(match.lastgroup or "", match.span()) for match in matches]
        fitting = [(status, place) for status, place in words if _fits(status, found)]
        several = len({status for status, _ in fitting}) > 1
        if any(status == GAP for status, _ in words) or (several and rule in OF_MANY):
            return None
        if fitting:
            return Binding(fitting[0][0], state, rule, fitting[0][1])
    return None


def _fits(status: str, found: Found) -> bool:
    """Say whether a figure can have a status: sums are required, and they or a share funded."""
    if status == "funded" and found.reading.kind == "percent":
        return True
    return (status in MONEY_ONLY) == (found.reading.kind == "money")


def _evidence(context: Context, found: Found) -> Iterator[Evidence]:
    """Yield where the status of a figure may be said, the nearest first."""
    if found.cell is None and found.zone != "keyfigure":
        yield from _of_text(context, found)
        return
    if found.cell is None:
        yield _label(context, found), "stated", "status.label"
    else:
        text = context.cell_of(found).text
        if is_running_text(text) or is_phrase(text):
            yield from _of_text(context, found)  # it says itself what is required or reached
            return
        yield from _of_table(context, found, found.cell[0])
    for section in context.headings_of(found.block):
        yield section.span, "inherited", "status.heading"


def _of_text(context: Context, found: Found) -> Iterator[Evidence]:
    said = found.indicator
    if said is None or said.span is None or _counts_other(found):
        return
    if not _is_level(context, found, said):
        yield said.span, "stated", "status.indicator"
    if found.reading.kind == "money":
        yield _lead(context, found), "stated", "status.lead"


def _lead(context: Context, found: Found) -> Span:
    """Return where the last words before a sum stand, of its own clause: `is costed at`."""
    start = max(0, found.span[0] - MAX_LEAD)
    before = context.doc.text[start : found.span[0]]
    return start + max(before.rfind(mark) for mark in CLAUSE_ENDS) + 1, found.span[0]


def _counts_other(found: Found) -> bool:
    """Say whether a figure counts things: `414 teams reached` is of no people reached."""
    return found.reading.kind == "count" and found.population is None and found.unit is not None


def _is_level(context: Context, found: Found, said: Binding) -> bool:
    """Say whether a target is a level: `a target of 75 per cent`, `80 per cent of targets`."""
    if found.reading.kind in {"percent", "ratio"}:
        end = found.span[1]
        after = context.doc.text[end : end + MAX_BASE]
        if said.rule == "prose.amount_of" or OF_TARGET.search(after):
            return True
    return not COMPARING.isdisjoint(said.value.lower().split())


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
