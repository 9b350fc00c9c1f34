"""Whether a figure says what is needed, targeted, reached, required or funded."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

import regex

from extractor.bind.context import Context
from extractor.bind.found import Binding, Found, Span, inherited
from extractor.bind.staged import RULE as STAGED
from extractor.bind.staged import stage_of
from extractor.bind.statuswords import (
    CLAUSE_ENDS,
    GAP,
    MAX_LEAD,
    OF_TARGET,
    Evidence,
    Said,
    Words,
)
from extractor.bind.tables.celltext import is_phrase, is_running_text
from extractor.bind.tables.headers import counts_events, is_of_stage, is_whole
from extractor.bind.tables.nouns import counted_noun
from extractor.bind.tables.own_labels import RULE as OWN_LABEL
from extractor.data.tables import load
from extractor.segment.document import Cell

RESTATES = regex.compile(r"\s* (?: , \s or | \( ) \s*", regex.X)
"""What stands between a figure and the share that says it again: `USD 3 million, or 7 per cent`."""
FUNDS = regex.compile(r"\s++ (?: the | these | those | their | its | an? ) \s", regex.X)
"""What follows a verb whose subject funds something."""
WORD = regex.compile(r"[\p{L}\p{M}]++")
MAX_BASE = 40  # characters after a share in which its base is named
COMPARING = frozenset({"below", "above"})
OF_MANY = frozenset({"status.table_title", "status.heading"})
"""Rules of what is said of many figures: of two statuses it tells none which one is theirs."""
MONEY_ONLY = frozenset({"required", "funded"})
"""What only money can be; people are in need, targeted and reached."""


def bind_statuses(context: Context) -> None:
    """Bind the status of every figure that is no date or duration."""
    said = Said(context)
    for found in context.founds:
        if found.is_time or found.status is not None:
            continue
        found.status = _status(said, found)
        if found.status is None and found.of is not None and not _counts_other(found):
            found.status = inherited(found.of.status, "status.parent")
    for sentence in context.sentences:
        for before, found in pairwise(sentence.founds):
            between = context.doc.text[before.span[1] : found.span[0]]
            if found.reading.kind == "percent" and RESTATES.fullmatch(between):
                found.status = inherited(before.status, "status.restated") or found.status


def _status(said: Said, found: Found) -> Binding | None:
    """Return the status that is said nearest."""
    for words, state, rule in _evidence(said, found):
        if not words:
            continue  # as most heads and labels
        fitting = [(s, at) for s, at in words if _fits(s, found) and not _funds(said, found, s, at)]
        several = len({status for status, _ in fitting}) > 1
        if any(status == GAP for status, _ in words) or (several and rule in OF_MANY):
            return None
        if fitting:
            return Binding(fitting[0][0], state, rule, fitting[0][1])
    return None


def _funds(said: Said, found: Found, status: str, place: Span) -> bool:
    """Say whether a share is of those who fund: `12 per cent have funded these plans`."""
    is_share = status == "funded" and found.reading.kind == "percent"
    return is_share and FUNDS.match(said.context.doc.text, place[1]) is not None


def _fits(status: str, found: Found) -> bool:
    """Say whether a figure can have a status: sums are required, and they or a share funded."""
    if status == "funded" and found.reading.kind == "percent":
        return found.cell is None or not _is_of_people(found)
    return (status in MONEY_ONLY) == (found.reading.kind == "money")


def _is_of_people(found: Found) -> bool:
    """Say whether a share in a table is of people, who received no funding but goods or aid."""
    counted = counted_noun(found.indicator.value, None) if found.indicator is not None else None
    return found.population is not None or (counted is not None and counted.is_group)


def _evidence(said: Said, found: Found) -> Iterator[Evidence]:
    """Yield what may say the status of a figure, the nearest first."""
    context = said.context
    if found.cell is None and found.zone != "keyfigure":
        yield from _of_text(said, found)
        return
    if found.cell is None:
        yield said.at(_label(context, found)), "stated", "status.label"
    else:
        text = context.cell_of(found).text
        own = (
            found.indicator.span if found.indicator and found.indicator.rule == OWN_LABEL else None
        )
        if own is not None:
            yield said.at(own), "stated", "status.label"
        if is_running_text(text) or is_phrase(text):
            yield from _of_text(said, found)  # it says itself what is required or reached
            return
        yield from _of_table(said, found, found.cell[0])
    for section in context.headings_of(found.block):
        if found.cell is not None and _is_of_others(said, found, section.span):
            continue
        yield said.at(section.span), "inherited", "status.heading"


def _is_of_others(said: Said, found: Found, over: Span) -> bool:
    """Say whether the heads of a cell or its label tell another state of people than a title does.

    Below `Who is reached` stands a column of `People exposed`.
    """
    if not said.at(over):
        return False
    what = said.context.governing_of(found)
    words = (_other_words(cell.text) for cell in (*what.columns, *what.labels[-1:]))
    others = frozenset[str]().union(*words)
    return not others.issubset(WORD.findall(said.context.doc.quote(over).lower()))


@lru_cache(maxsize=4096)
def _other_words(head: str) -> frozenset[str]:
    others, words = load("statuses.toml")["others"], WORD.findall(head.lower())
    whole = words if " ".join(words) in others["heads"] else []
    return frozenset(whole) | frozenset(others["words"]).intersection(words)


def _of_text(said: Said, found: Found) -> Iterator[Evidence]:
    indicator, context = found.indicator, said.context
    if indicator is None or indicator.span is None or _counts_other(found):
        return
    if indicator.rule == STAGED:
        yield from _of_stage(said, found)
    elif not _is_level(context, found, indicator):
        yield said.at(indicator.span), "stated", "status.indicator"
    if found.reading.kind == "money":
        yield said.at(_lead(context, found)), "stated", "status.lead"


def _of_stage(said: Said, found: Found) -> Iterator[Evidence]:
    """Yield the status that the stage before a value says; at the start nobody is reached."""
    stage = stage_of(said.context, found)
    if stage is not None:
        achieved = is_of_stage(said.context.doc.quote(stage), "after")
        words: Words = [("reached", stage)] if achieved else said.at(stage)
        yield words, "stated", "status.label"


def _lead(context: Context, found: Found) -> Span:
    """Return where the last words before a sum stand, of its own clause: `is costed at`."""
    start = max(0, found.span[0] - MAX_LEAD)
    before = context.doc.text[start : found.span[0]]
    return start + max(before.rfind(mark) for mark in CLAUSE_ENDS) + 1, found.span[0]


def _counts_other(found: Found) -> bool:
    """Say whether a figure counts things: `414 teams reached` is of no people reached."""
    group = found.population
    people = group is not None and not counts_events(group.value)
    return found.reading.kind == "count" and found.unit is not None and not people


def _is_level(context: Context, found: Found, said: Binding) -> bool:
    """Say whether a target is a level: `a target of 75 per cent`, `80 per cent of targets`."""
    if found.reading.kind in {"percent", "ratio"}:
        end = found.span[1]
        after = context.doc.text[end : end + MAX_BASE]
        if said.rule == "prose.amount_of" or OF_TARGET.search(after):
            return True
    return not COMPARING.isdisjoint(said.value.lower().split())


def _of_table(said: Said, found: Found, table: int) -> Iterator[Evidence]:
    what = said.context.governing_of(found)
    yield from said.by(what.columns)
    head = what.columns[-1] if what.columns else None
    if head is not None and head.span is not None and is_of_stage(head.text, "before"):
        return  # at the start nobody was reached, whomever the row targets
    if head is not None and head.span is not None and _is_of_end(said, head):
        if any(counts_events(word.lower()) for cell in what.labels for word in cell.text.split()):
            return  # of deaths nobody is reached
        if said.targets_beside(head, table):
            yield [("reached", head.span)], "inherited", "status.achieved"
        return
    yield from said.by(what.labels)
    title = said.context.doc.tables[table].title_span
    if title is None or _is_of_others(said, found, title):
        return
    told = said.at(title)
    if told and not _is_told_beside(said, told, table):
        yield told, "inherited", "status.table_title"


def _is_told_beside(said: Said, told: Words, table: int) -> bool:
    """Say whether heads below a title tell what it does and another state: each is its column's.

    `Population exposed and targeted` stands over one column of each. Beside the people reached
    alone, women and men are parts of them. A total is of all columns.
    """
    heads = said.by_heads(table)
    statuses = {status for status, _ in told}
    if all(is_whole(head.text) for status in statuses for head in heads.get(status, ())):
        return False
    is_money = not statuses.isdisjoint(MONEY_ONLY)
    if any((status in MONEY_ONLY) == is_money for status in heads.keys() - statuses):
        return True
    what = said.context.doc.tables[table]
    title = what.title_span
    others = _other_words(said.context.doc.quote(title)) if title is not None else frozenset()
    columns = (cell for cell in what.cells if cell.header == "column")
    return bool(others) and any(not others.isdisjoint(_other_words(cell.text)) for cell in columns)


def _is_of_end(said: Said, head: Cell) -> bool:
    """Say whether a head is of what was achieved: `Achieved`, and `Actual` alone in English."""
    words = WORD.findall(head.text.lower())
    alone = load("statuses.toml")["stages"]["alone_after"]
    english = said.context.collected.language in {None, "en"}
    return is_of_stage(head.text, "after") or (english and len(words) == 1 and words[0] in alone)


def _label(context: Context, found: Found) -> Span:
    """Return the stretch from a key figure to the next one of its passage, or the end of it."""
    passage = context.passage_of(found)
    later = (f.span[0] for f in passage.founds if f.span > found.span and not f.is_time)
    return found.span[1], next(later, passage.canonical(len(passage.text) - 1) + 1)
