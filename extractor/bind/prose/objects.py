"""Predicates and objects: what is said of those counted, and what is done with them."""

from extractor.bind.chains import without_auxiliaries
from extractor.bind.clauses import clause_end
from extractor.bind.found import Span
from extractor.bind.passage import Token
from extractor.bind.phrases import trimmed_end
from extractor.bind.prose.changes import counted_again, placed_again
from extractor.bind.prose.given import member_of, verb_left
from extractor.bind.prose.governed import noun_for, noun_of, object_done, recipients
from extractor.bind.prose.labelled import SIDES
from extractor.bind.prose.spot import (
    Spot,
    before_predicate,
    counts_people,
    population_from_noun,
    set_indicator,
    set_indicator_text,
    set_predicate,
    with_adverb,
)
from extractor.bind.verbs import POSSESSING, find_predicate, is_predicate_start
from extractor.bind.words import forms_of, is_adverb, is_auxiliary, is_preposition, is_verb, verbs

NOUN_LINKS = frozenset("with of for".split())
"""Prepositions that carry a counted noun on: `surveys with travellers`."""
NOUN_STATES = frozenset({("in", "need"), ("at", "risk")})
PURPOSES = frozenset("in for of to as towards on".split())
"""Prepositions between an amount or a share and what it is for or of."""
OBJECT_LEADS = frozenset("with to into by of for through from".split())
WHERE = frozenset("in at on across within".split())
WHILE = frozenset("between since during compared by until versus vs than".split())
"""What opens a time or a comparison: it says nothing of a share."""
LASTING = frozenset("over throughout across via".split())
"""What opens how long or how widely a share holds."""
AGAINST_WHEN = frozenset(
    "respectively m-o-m y-o-y month-on-month year-on-year annually monthly yearly".split()
)
"""What says against when a change is, or orders a list."""
OPENING = frozenset("of among amongst".split())
ANYBODY = frozenset("people persons individuals children women men girls boys adults".split())
"""Nouns of people that tell nothing more of them."""
MAX_TO_PREDICATE = 8  # words between the counted noun and its verb, insertions not counted
MAX_IN_INSERTION = 8  # words more where an insertion of parts stands between


def predicate_right(spot: Spot) -> bool:
    """`3.7 million people are internally displaced`: what is said of those counted."""
    if spot.found.reading.kind in {"money", "measure"}:
        return False
    return predicate_of(spot)


def predicate_of(spot: Spot) -> bool:
    """Bind what the clause says of a figure of any kind that is its subject."""
    is_subject = counts_people(spot.found) or not _is_object(spot)
    start = find_predicate(spot.sentence, spot.after_noun) if is_subject else None
    if start is None or not _is_of(spot, start):
        return False
    start = with_adverb(spot, start)
    population_from_noun(spot, start)
    if placed_again(spot, start):
        return True
    if not _only_reported(spot, start):
        return set_predicate(spot, start, "prose.predicate")
    return set_indicator_text(spot, _noun_of(spot, start), "prose.counted")


def _noun_of(spot: Spot, end: int) -> Span:
    """Return where a counted noun and its `of` stand, without where or when it was counted."""
    start, places = spot.after_noun, WHERE | WHILE
    end = next((i for i in range(start + 1, end) if spot.tokens[i].lower in places), end)
    return (spot.found.reading.noun or spot.found.span)[0], spot.tokens[end - 1].end


def _is_of(spot: Spot, predicate: int) -> bool:
    """Say whether a predicate is near enough, and none that is said of another figure."""
    far = predicate > spot.after_noun + MAX_TO_PREDICATE + _inserted(spot, predicate)
    far = far or _is_of_next(spot, predicate)
    other = _is_object(spot) and _has_figure(spot, predicate)
    return not (far or other or _is_joined(spot, predicate))


def _is_of_next(spot: Spot, predicate: int) -> bool:
    """Say whether a clause of its own subject begins first: `to 120 families, and prices fell`."""
    i = spot.after_noun
    opens = [t.lower for t in spot.tokens[i : i + 2]] in ([",", "and"], [",", "but"])
    between = spot.tokens[i + 2 : predicate]
    plain = all(t.is_word and not is_preposition(t.text) for t in between)
    return opens and bool(between) and plain and not is_adverb(between[0].text)


def _only_reported(spot: Spot, predicate: int) -> bool:
    """`8 cases of cholera were reported in May`: what happened, and only that it was reported."""
    verb = without_auxiliaries(spot.sentence, predicate, len(spot.tokens))
    reported = verb > predicate and spot.tokens[verb].lower in forms_of("reporting")
    after = spot.tokens[spot.after_noun].lower if spot.after_noun < len(spot.tokens) else ""
    return reported and spot.is_counted and after == "of"


def _has_figure(spot: Spot, until: int) -> bool:
    """Say whether another amount stands before a verb, which may be said of that one."""
    return any(t.measured is not None for t in spot.tokens[spot.after_noun : until])


def _is_joined(spot: Spot, predicate: int) -> bool:
    """`has 130 fitters and needs 450`: say whether a verb joins that of which it is the object."""
    joins = spot.tokens[predicate - 1].lower in {"and", "or", "but"}
    return joins and (_is_object(spot) or is_auxiliary(spot.lead))


def _inserted(spot: Spot, predicate: int) -> int:
    """Return how many tokens brackets and lists of parts may hold between a noun and its verb."""
    tokens = spot.tokens
    i, held = spot.after_noun, 0
    while i < predicate:
        after = i
        if tokens[i].text in "(,":
            after = spot.sentence.after_bracket(i)
            figures = [j for j in range(i + 1, predicate) if tokens[j].found is not None]
            if after == i and figures:
                after = figures[-1] + 1
        held += after - i
        i = max(after, i + 1)
    return held + MAX_IN_INSERTION if held else 0


def _is_object(spot: Spot) -> bool:
    """Say whether a verb or preposition stands right before the figure: it is no subject."""
    if spot.before == 0:
        return False
    token = spot.tokens[spot.before - 1]
    acts = is_verb(token.text) and token.lower not in forms_of("reporting")
    acts = acts or token.lower in POSSESSING
    placed = token.lower in WHERE and spot.before > 1 and not counts_people(spot.found)
    return token.is_word and (acts or placed or token.lower in OBJECT_LEADS)


# --- objects --------------------------------------------------------------------------------------


def as_object(spot: Spot) -> bool:
    """`conducted more than 24,000 surveys with …`, `pushing 7.1 million people into poverty`."""
    if not spot.is_counted:
        return False
    if counts_people(spot.found):
        population_from_noun(spot)
        rules = (counted_again, _state_of_object, recipients, noun_of, member_of, verb_left)
        in_state = tuple(t.lower for t in spot.tokens[spot.after_noun :][:2]) in NOUN_STATES
        return any(rule(spot) for rule in rules) or (not in_state and noun_for(spot))
    if any(rule(spot) for rule in (counted_again, noun_of, member_of, object_done)):
        return True
    return set_indicator_text(spot, _noun_with_link(spot), "prose.object")


def _state_of_object(spot: Spot) -> bool:
    """Bind what a verb makes of the people who are its object: `pushing … people into poverty`."""
    start = spot.after_noun
    end = clause_end(spot.sentence, start)
    if start >= end or not is_verb(spot.lead) or not _says_state(spot, start):
        return False
    rest = trimmed_end(spot.sentence, (start, end))
    rule = "prose.object_state"
    return rest is not None and set_indicator(spot, rest, rule, keep_edge=True)


def in_state(spot: Spot) -> bool:
    """Bind a set phrase behind a figure by which those are known who are counted: `in need`."""
    start = spot.after_noun
    known = tuple(t.lower for t in spot.tokens[start : start + 2]) in NOUN_STATES
    return known and set_indicator(spot, (start, start + 2), "prose.in_state", keep_edge=True)


def _says_state(spot: Spot, at: int) -> bool:
    """Say whether the words after a counted noun say what those are who are counted."""
    words = tuple(t.lower for t in spot.tokens[at : at + 2])
    reported = spot.lead in forms_of("reporting")
    acts = words[0].endswith(("ing", "ed")) or words[0] in {"without", "who"}
    return words[0] == "into" or words in NOUN_STATES or (reported and acts)


def opening_whole(spot: Spot) -> bool:
    """`Of the 5,260 nurses in rural posts, 87 per cent are women`: a whole is who it counts."""
    opens = spot.tokens[0].lower in OPENING and spot.is_counted and spot.figure_before is None
    end = clause_end(spot.sentence, spot.after_noun) if opens else 0
    noun = spot.found.reading.noun
    if (
        noun is None
        or end < 1
        or end >= len(spot.tokens)
        or spot.tokens[end].text not in {",", ":"}
    ):
        return False
    population_from_noun(spot)
    text = (noun[0], max(noun[1], spot.tokens[end - 1].end))
    return set_indicator_text(spot, text, "prose.opening_whole")


def counted_noun(spot: Spot) -> bool:
    """`50 partnerships with government authorities`: nothing is said of it but what it is.

    A bare `12 people` has a group, and nothing that is measured of it.
    """
    if not spot.is_counted:
        return False
    noun = _noun_with_link(spot)
    if noun == spot.found.reading.noun and (spot.found.unit or "").lower() in ANYBODY:
        return True
    return set_indicator_text(spot, noun, "prose.counted")


def _noun_with_link(spot: Spot) -> Span:
    """Return where the counted noun stands, with what a preposition links to it."""
    noun = spot.found.reading.noun or spot.found.span
    i = spot.after_noun
    end = clause_end(spot.sentence, i)
    words = tuple(t.lower for t in spot.tokens[i : i + 2])
    linked = words[:1] != () and (words[0] in NOUN_LINKS or words in NOUN_STATES)
    phrase = trimmed_end(spot.sentence, (i, end)) if i < end and linked else None
    return (noun[0], spot.tokens[phrase[1] - 1].end) if phrase is not None else noun


# --- amounts --------------------------------------------------------------------------------------


def noun_after(spot: Spot) -> bool:
    """`USD 3 million for shelter`, `$152B in estimated damage`, `20 per cent children`."""
    tokens, i = spot.tokens, _past_comparing(spot, spot.after_figure)
    end = clause_end(spot.sentence, i)
    kind = spot.found.reading.kind
    if kind == "ratio" or spot.is_counted or i >= end or not tokens[i].is_word:
        return False
    linked = tokens[i].lower in ({"for"} if kind == "count" else PURPOSES)
    of_whole = kind == "percent" and tokens[i].lower == "of"  # its base, not what is so of it
    if of_whole or (linked and _is_circumstance(spot, i)):
        return False
    if not linked and not _opens_noun(spot, i):
        says = kind == "percent" and tokens[i].lower not in WHILE | LASTING
        return says and set_predicate(spot, i, "prose.share_is")
    # `70 per cent forecast confidence actually …`: a verb follows, though no list may have it.
    end = next((j for j in range(i + 2, end) if _is_manner(tokens[j])), end)
    if kind == "measure" and linked:
        end = next((j for j in range(i + 1, end) if _leads_on(tokens[j])), end)
    return set_indicator(spot, (i, before_predicate(spot, end)), "prose.noun_after")


def _is_manner(token: Token) -> bool:
    return token.lower.endswith("ly") and is_adverb(token.text)


def _leads_on(token: Token) -> bool:
    """Say whether a word leads from what is measured to where, when or whose it is."""
    return is_preposition(token.text) and token.lower != "of"


def _past_comparing(spot: Spot, at: int) -> int:
    """Return the position after a bracket, and after what says against when (`y-o-y`)."""
    at = spot.sentence.after_bracket(at)
    while at < len(spot.tokens) and spot.tokens[at].lower in AGAINST_WHEN:
        at += 1
    return at


def _is_circumstance(spot: Spot, at: int) -> bool:
    """Say whether a preposition leads to a time, a name, an infinitive or `on average`."""
    tokens = spot.tokens
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or after.found is not None or after.lower == "average":
        return True
    if tokens[at].lower == "to" and verbs().get(after.lower) == after.lower:
        return True
    return tokens[at].lower in {"in", "to"} and after.is_word and after.text[0].isupper()


def _opens_noun(spot: Spot, at: int) -> bool:
    """Say whether what a figure other than a bare count is of begins at the token after it."""
    token = spot.tokens[at]
    opens = token.is_word and not is_preposition(token.text) and token.lower not in SIDES
    is_count = spot.found.reading.kind == "count"
    return opens and not is_count and not is_predicate_start(spot.sentence, at)
