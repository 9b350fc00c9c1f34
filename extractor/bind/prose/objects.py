"""Predicates and objects: what is said of those counted, and what is done with them."""

from extractor.bind.clauses import clause_end
from extractor.bind.found import Binding, Span
from extractor.bind.passage import Token
from extractor.bind.phrases import MAX_PHRASE, trimmed, trimmed_end
from extractor.bind.prose.spot import (
    Spot,
    before_predicate,
    clean,
    counts_people,
    population_from_noun,
    set_indicator,
    set_indicator_text,
    set_predicate,
    with_adverb,
)
from extractor.bind.verbs import find_predicate, is_predicate_start
from extractor.bind.words import forms_of, is_auxiliary, is_preposition, is_verb, verbs

NOUN_LINKS = frozenset("with of for on to against".split())
"""Prepositions that carry a counted noun on: `surveys with travellers`."""
NOUN_STATES = frozenset({("in", "need"), ("at", "risk")})
PURPOSES = frozenset("in for of to as towards on".split())
"""Prepositions between an amount or a share and what it is for or of."""
OBJECT_LEADS = frozenset("with to into by of for through from".split())
WEAK_VERBS = frozenset("include contain comprise need require involve engage use".split())
"""Verbs that say nothing of their object but that it is there."""
MAX_TO_PREDICATE = 8  # words between the counted noun and its verb, insertions not counted
MAX_IN_INSERTION = 8  # words more where an insertion of parts stands between


def predicate_right(spot: Spot) -> bool:
    """`3.7 million people are internally displaced`: what is said of those counted."""
    if spot.found.reading.kind in {"money", "measure"}:
        return False
    return predicate_of(spot)


def predicate_of(spot: Spot) -> bool:
    """Bind what the clause says of a figure of any kind that is its subject."""
    if _is_object(spot) and not counts_people(spot.found):
        return False
    start = find_predicate(spot.sentence, spot.after_noun)
    if start is None or start > spot.after_noun + MAX_TO_PREDICATE + _inserted(spot):
        return False
    start = with_adverb(spot, start)
    population_from_noun(spot, start)
    return set_predicate(spot, start, "prose.predicate")


def _inserted(spot: Spot) -> int:
    """Return how many tokens brackets and lists of parts after the figure may hold."""
    tokens = spot.tokens
    start = end = spot.after_noun
    while end < len(tokens) and tokens[end].text in "(,":
        after = spot.sentence.after_bracket(end)
        if after == end:
            figures = [i for i in range(end + 1, len(tokens)) if tokens[i].found is not None]
            if not figures:
                break
            after = figures[-1] + 1
        end = after
    return end - start + MAX_IN_INSERTION if end > start else 0


def _is_object(spot: Spot) -> bool:
    """Say whether a verb or preposition stands right before the figure: it is no subject."""
    if spot.before == 0:
        return False
    token = spot.tokens[spot.before - 1]
    acts = is_verb(token.text) and token.lower not in forms_of("reporting")
    return token.is_word and (acts or token.lower in OBJECT_LEADS)


# --- objects --------------------------------------------------------------------------------------


def as_object(spot: Spot) -> bool:
    """`conducted more than 24,000 surveys with …`, `pushing 7.1 million people into poverty`."""
    if not spot.is_counted:
        return False
    if counts_people(spot.found):
        population_from_noun(spot)
        return _state_of_object(spot) or verb_left(spot)
    text, whole = _noun_with_link(spot)
    done = "" if whole else _done(spot)
    value = " ".join(part for part in (done, clean(spot, text)) if part)
    spot.found.indicator = Binding(value, "stated", "prose.object", text)
    return True


def _state_of_object(spot: Spot) -> bool:
    """Bind what a verb makes of the people who are its object: `pushing … people into poverty`."""
    end = clause_end(spot.sentence, spot.after_noun)
    dated = any(t.found is not None for t in spot.tokens[spot.after_noun + 1 : end][:1])
    if spot.after_noun >= end or dated or not is_verb(spot.lead):
        return False
    rest = trimmed_end(spot.sentence, (spot.after_noun, end))
    rule = "prose.object_state"
    return rest is not None and set_indicator(spot, rest, rule, keep_edge=True)


def counted_noun(spot: Spot) -> bool:
    """`50 partnerships with government authorities`: nothing is said of it but what it is."""
    if not spot.is_counted:
        return False
    return set_indicator_text(spot, _noun_with_link(spot)[0], "prose.counted")


def _noun_with_link(spot: Spot) -> tuple[Span, bool]:
    """Return where the counted noun stands, and whether what a preposition links to it is in it."""
    noun = spot.found.reading.noun or spot.found.span
    i = spot.after_noun
    end = clause_end(spot.sentence, i)
    words = tuple(t.lower for t in spot.tokens[i : i + 2])
    linked = words[:1] != () and (words[0] in NOUN_LINKS or words in NOUN_STATES)
    if i < end and linked:
        return (noun[0], spot.tokens[end - 1].end), True
    return noun, False


def _done(spot: Spot) -> str:
    """Return the past verb whose object the figure is (`destroyed or damaged`), else nothing."""
    tokens, start = spot.tokens, spot.before
    while start > 0 and (_is_past(tokens[start - 1]) or tokens[start - 1].lower in {"or", "and"}):
        start -= 1
    while start < spot.before and not _is_past(tokens[start]):
        start += 1
    return " ".join(t.text for t in tokens[start : spot.before] if t.found is None)


def _is_past(token: Token) -> bool:
    past = token.lower.endswith("ed") and token.lower in verbs()
    return token.found is None and past and verbs()[token.lower] not in WEAK_VERBS


def verb_left(spot: Spot) -> bool:
    """`reach 40,000 people`, `provided shelter to 12,000 households`: the verb and its object."""
    end = spot.before
    for i in range(end - 1, max(-1, end - MAX_PHRASE), -1):
        token = spot.tokens[i]
        if token.found is not None or token.text in ".;:()":
            return False
        if is_predicate_start(spot.sentence, i) and not is_auxiliary(token.text):
            span = trimmed(spot.sentence, (i, end))
            return span is not None and set_indicator(spot, span, "prose.verb")
    return False


# --- amounts --------------------------------------------------------------------------------------


def money_object(spot: Spot) -> bool:
    """`The agency requires USD 55.3 million`, `received USD 24.6 million`: what is done with it."""
    if spot.found.reading.kind != "money" or not spot.before:
        return False
    verb = spot.tokens[spot.before - 1]
    known = verb.found is None and verb.lower in verbs() and verb.lower not in forms_of("copulas")
    span = (spot.before - 1, spot.before)
    return known and set_indicator(spot, span, "prose.money_verb", keep_edge=True)


def money_passive(spot: Spot) -> bool:
    """`USD 24.6 million had been received`: what was done with the money."""
    i = spot.after_figure
    passive = i < len(spot.tokens) and is_auxiliary(spot.tokens[i].text)
    is_money = spot.found.reading.kind == "money"
    return is_money and passive and set_predicate(spot, i, "prose.money_passive")


def noun_after(spot: Spot) -> bool:
    """`USD 3 million for shelter`, `$152B in estimated damage`, `20 per cent children`."""
    tokens, i = spot.tokens, spot.after_figure
    kind = spot.found.reading.kind
    if i >= len(tokens) or kind == "ratio" or spot.is_counted:
        return False
    end = clause_end(spot.sentence, i)
    linked = tokens[i].lower in ({"for"} if kind == "count" else PURPOSES)
    before_figure = linked and i + 1 < len(tokens) and tokens[i + 1].found is not None
    if i >= end or before_figure:
        return False
    if not linked and not _opens_noun(spot, i):
        return kind == "percent" and set_predicate(spot, i, "prose.share_is")
    return set_indicator(spot, (i, before_predicate(spot, end)), "prose.noun_after")


def _opens_noun(spot: Spot, at: int) -> bool:
    """Say whether what a figure other than a bare count is of begins at the token after it."""
    token = spot.tokens[at]
    opens = token.is_word and not is_preposition(token.text)
    is_count = spot.found.reading.kind == "count"
    return opens and not is_count and not is_predicate_start(spot.sentence, at)
