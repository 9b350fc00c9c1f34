"""The date that a sentence gives for a figure: in a bracket, after it in its clause, or before."""

from dataclasses import replace
from functools import lru_cache

from extractor.bind.found import Binding, Found, Span
from extractor.bind.passage import CLOSING, OPENING, Sentence, Token
from extractor.bind.times.comparing import (
    at_end_of_change,
    is_base_of,
    is_compared,
    is_held_against,
)
from extractor.bind.words import is_auxiliary, is_verb, simple_pasts, word_class
from schemas.figure import State

LEADS = frozenset("in since by during for of on as at from between before end".split())
"""What ties a date to the clause before it."""
SUBORDINATORS = frozenset(
    "after although because before following given if once owing unless whereas while".split()
)
"""What opens a clause of its own, but right before a date (`before the end of 2031`)."""
EDGES = frozenset("beginning close end middle start".split())
MAX_TO_VERB = 5  # tokens before a figure in which the verb stands whose object it is
TIMED = frozenset("beginning during ending including starting".split())
"""What ends in -ing after a comma and may lead to the date of the figure before it."""
MAX_OPENING = 6  # tokens to a date that opens its sentence: `At the end of May 2031, …`
MAX_SINCE = 8  # tokens between `since` and the date it opens: `since its founding in 2007`
JOINING = frozenset({"and", "but"})
ENDING = frozenset({"until", "till"})
"""What leads to when something ends, which is not when a figure holds."""
RELATIVES = frozenset({"which", "whose", "where", "who"})
MAX_TO_RELATIVE = 4  # tokens after a comma in which the relative stands: `, a pace at which`
TIES = frozenset({"-", "–", "—", ":"})
"""What parts a date from its figure in a bracket: `(2030 - USD 3 million)`."""
STOPS_AFTER = frozenset(";.")
STOPS_BEFORE = frozenset("();")


def as_of(date: Found, state: State, rule: str) -> Binding:
    """Return the binding to a date; what holds since a date holds for an open interval."""
    value = date.reading.value or ""
    opens = date.reading.role == "since" and "/" not in value
    return _shared(f"{value}/.." if opens else value, state, rule, date.span)


@lru_cache(maxsize=256)  # a column's year is that of all its cells
def _shared(value: str, state: State, rule: str, span: Span) -> Binding:
    return Binding(value, state, rule, span)


def date_beside(found: Found, sentence: Sentence) -> Binding | None:
    """Return the date that a bracket or a dash ties to a figure: `2030 (USD 3)`, `(2030 - 4)`."""
    tokens = sentence.tokens
    at = sentence.position_of(found)
    date = tokens[at - 2] if at > 1 and _is_date(tokens[at - 2]) else None
    if date is None or date.found is None:
        return None
    before = [t.text for t in tokens[max(0, at - 3) : at - 2]]
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    bracketed = tokens[at - 1].text == "(" and after == ")"
    parted = tokens[at - 1].text in TIES and before in (["("], ["["], [";"])
    return as_of(date.found, "stated", "as_of.beside") if bracketed or parted else None


def date_in_clause(found: Found, sentence: Sentence | None, language: str | None) -> Binding | None:
    """Return the date that stands in the figure's own clause or bracket, or opens the sentence."""
    if sentence is None:
        return None
    tokens = sentence.tokens
    at = sentence.position_of(found)
    after = _date_after(tokens, at)
    based = after is not None and is_held_against(tokens, after, language)
    if after is not None and not based and not is_base_of(tokens, at, after):
        told = _after(tokens, after)
        return at_end_of_change(tokens, at, told) if told is not None else None
    return None if is_whole_before_part(tokens, at) else _before(tokens, at, language)


def _before(tokens: list[Token], at: int, language: str | None) -> Binding | None:
    """Return the date before a figure, but of what holds at another time than what is said of it.

    What it was before a change is not what it was at the date of the change.
    """
    date = _date_before(tokens, at)
    if date is None or is_compared(tokens, at):
        return None
    if is_held_against(tokens, next(i for i, t in enumerate(tokens) if t.found is date), language):
        return None
    told = _since(tokens, date, as_of(date, "stated", "as_of.clause_before"))
    dated = at_end_of_change(tokens, at, told)
    found = tokens[at].found
    said = found.indicator if found is not None else None
    changed = said is not None and said.rule == "prose.change_from"
    return None if changed and dated is told else dated


def _since(tokens: list[Token], date: Found, told: Binding) -> Binding:
    """Return an open time where `since` leads to its date: `since its founding in 2007`."""
    at = next(i for i, t in enumerate(tokens) if t.found is date)
    words = [t.text for t in tokens[max(0, at - MAX_SINCE) : at]]
    since = [i for i, word in enumerate(words) if word.lower() == "since"]
    opens = bool(since) and "," not in words[since[-1] :] and "/" not in told.value
    return replace(told, value=f"{told.value}/..") if opens else told


def _date_before(tokens: list[Token], at: int) -> Found | None:
    """Return the date before a figure in its clause; one of the clause before only if it opens it.

    `It fell to 3 per cent in 2032, and a visit costs USD 60`: the date is that of the first.
    """
    in_clause = True
    for i in range(at - 1, -1, -1):
        token = tokens[i]
        if token.found is not None and _is_time_of_clause(token.found):
            colon = max((j for j in range(i) if tokens[j].text == ":"), default=-1)
            opens = i - colon <= MAX_OPENING and not any(t.measured for t in tokens[:i])
            return token.found if in_clause or opens else None
        if token.found is None and token.text in STOPS_BEFORE:
            return None
        in_clause = in_clause and not _opens_clause(tokens, i)
    return None


def is_whole_before_part(tokens: list[Token], at: int) -> bool:
    """Say whether a figure is the whole of the one before it: `By May, 31 of the 44 boats`."""
    words = [t.lower for t in tokens[max(0, at - 2) : at]]
    return words == ["of", "the"] and at > len(words) and tokens[at - 3].measured is not None


def _opens_clause(tokens: list[Token], at: int) -> bool:
    """Say whether `and` or `but` after a comma stands here, which may open a clause of its own."""
    return at > 0 and tokens[at].lower in JOINING and tokens[at - 1].text == ","


def _ends_clause(tokens: list[Token], figure: int, at: int) -> bool:
    """Say whether the clause of a figure before it ends here, or is left for a while."""
    text = tokens[at].text
    aside = _opens_aside(tokens, at) or _closes_aside(tokens, figure, at)
    return text in STOPS_AFTER or aside or _opens_other(tokens, figure, at)


def _opens_other(tokens: list[Token], figure: int, at: int) -> bool:
    """Say whether a clause opens that says another thing: `after …`, `and became …`."""
    later = tokens[at + 1] if at + 1 < len(tokens) else None
    if later is None or later.found is not None:
        return False
    if tokens[at].lower in SUBORDINATORS:
        return EDGES.isdisjoint(t.lower for t in tokens[at + 1 : at + 3])
    if tokens[at].lower not in JOINING or not _is_finite(tokens, at + 1):
        return False
    before = [t.text for t in tokens[max(0, figure - MAX_TO_VERB) : figure]]
    said = any(is_verb(t.text) for t in tokens[figure + 1 : at])
    return not said or any(is_verb(word) or is_auxiliary(word) for word in before)


def _is_finite(tokens: list[Token], at: int) -> bool:
    """Say whether a verb is the next thing done (`and expected in`), not `and displaced people`."""
    word = tokens[at].lower
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    ties = word_class("prepositions") | word_class("determiners")
    return word in simple_pasts() or (word.endswith("ed") and is_verb(word) and after in ties)


def _closes_aside(tokens: list[Token], figure: int, at: int) -> bool:
    """Say whether a comma closes an aside with a figure: `the line, 12 km long, began in May`."""
    in_aside = figure > 0 and tokens[figure - 1].text == "," == tokens[at].text
    return in_aside and at + 1 < len(tokens) and is_verb(tokens[at + 1].text)


def _opens_aside(tokens: list[Token], at: int) -> bool:
    """Say whether a comma opens a clause about what stands before it: `, which was set in 2028`."""
    if tokens[at].text != ",":
        return False
    word = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if word.endswith("ing") and word not in TIMED and is_verb(word):
        return True
    return any(t.lower in RELATIVES for t in tokens[at + 1 : at + 1 + MAX_TO_RELATIVE])


def _date_after(tokens: list[Token], at: int) -> int | None:
    """Return where the first date after a figure stands that is of its clause or next bracket."""
    depth = 0
    for i in range(at + 1, len(tokens)):
        token = tokens[i]
        if token.found is None:
            depth += (token.text in OPENING) - (token.text in CLOSING)
            if depth < 0 or _ends_clause(tokens, at, i):
                return None
        elif depth == 0 and token.measured is not None:
            return None
        elif _is_date(token) and (depth == 0 or _is_alone_in_bracket(tokens, i, depth)):
            return i
    return None


def _after(tokens: list[Token], at: int) -> Binding | None:
    """Return the date after a figure, where its bracket or the word before it ties it there."""
    date = tokens[at].found
    if date is None:
        return None
    if tokens[at - 1].text in OPENING:
        return as_of(date, "stated", "as_of.bracket")
    if tokens[at - 1].lower in ENDING:
        return None
    tied = tokens[at - 1].lower in LEADS or date.reading.role is not None
    return as_of(date, "stated", "as_of.clause") if tied else None


def _is_date(token: Token) -> bool:
    return token.found is not None and token.found.reading.kind == "date"


def _is_alone_in_bracket(tokens: list[Token], at: int, depth: int) -> bool:
    """Say whether a date is all that stands in its bracket: `… are children (May 2031)`."""
    around = tokens[at - 1 : at + 2]
    return depth == 1 and around[0].text == "(" and around[-1].text == ")"


def _is_time_of_clause(date: Found) -> bool:
    """Say whether a date says when its clause holds, not when something named in it happened."""
    return date.reading.kind == "date" and date.reading.role is not None and date.indicator is None
