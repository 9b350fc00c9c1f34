"""Predicates and objects: what is said of those counted, and what is done with them."""

from extractor.bind.chains import without_auxiliaries
from extractor.bind.clauses import clause_end
from extractor.bind.found import Binding, Found, Span
from extractor.bind.phrases import trimmed_end
from extractor.bind.predicates import find_predicate
from extractor.bind.prose.changes import counted_again, placed_again
from extractor.bind.prose.given import member_of, verb_left
from extractor.bind.prose.governed import noun_of, object_done
from extractor.bind.prose.groups import EVENTS
from extractor.bind.prose.recipients import noun_for, paid_for, recipients
from extractor.bind.prose.spot import (
    Spot,
    counts_people,
    population_from_noun,
    set_indicator,
    set_indicator_text,
    set_predicate,
    with_adverb,
)
from extractor.bind.verbs import POSSESSING, RELATIVES
from extractor.bind.words import (
    forms_of,
    is_adverb,
    is_auxiliary,
    is_preposition,
    is_verb,
    verbs,
)

NOUN_LINKS = frozenset("with of for".split())
"""Prepositions that carry a counted noun on: `surveys with travellers`."""
NOUN_STATES = frozenset({("in", "need"), ("at", "risk")})
OBJECT_LEADS = frozenset("with to into by of for through from".split())
WHERE = frozenset("in at on across within".split())
LEAVING = frozenset({"leave", "keep"})
"""Verbs of what becomes of people: `left 300 pupils without classes`."""
WHEN = frozenset("since after before until and".split())
"""What opens another clause than that of an object."""
WHILE = frozenset("between since during compared by until versus vs than".split())
"""What opens a time or a comparison: it says nothing of a share."""
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
    if start is None or not _is_of(spot, start) or _is_of_part(spot, start):
        return False
    start = with_adverb(spot, start)
    population_from_noun(spot, start)
    if placed_again(spot, start):
        return True
    if not _only_reported(spot, start):
        return set_predicate(spot, start, "prose.predicate") and _with_thing(spot)
    return set_indicator_text(spot, _noun_of(spot, start), "prose.counted")


def _noun_of(spot: Spot, end: int) -> Span:
    """Return where a counted noun and its `of` stand, without where or when it was counted."""
    start, places = spot.after_noun, WHERE | WHILE
    end = next((i for i in range(start + 1, end) if spot.tokens[i].lower in places), end)
    return (spot.found.reading.noun or spot.found.span)[0], spot.tokens[end - 1].end


def _with_thing(spot: Spot) -> bool:
    """Put what is counted before a verb that alone would tell nothing: `latrines built`.

    Of people the verb tells enough: they are the group.
    """
    said, unit = spot.found.indicator, spot.found.unit
    alone = said is not None and " " not in said.value and spot.is_counted
    if said is not None and alone and unit and not _counts_acting(spot.found):
        spot.found.indicator = Binding(f"{unit} {said.value}", said.state, said.rule, said.span)
    return True


def _counts_acting(found: Found) -> bool:
    """Say whether people are counted, not what befell them."""
    return counts_people(found) and EVENTS.isdisjoint((found.unit or "").lower().split()[-1:])


def _is_of(spot: Spot, predicate: int) -> bool:
    """Say whether a predicate is near enough, and none that is said of another figure."""
    far = predicate > spot.after_noun + MAX_TO_PREDICATE + _inserted(spot, predicate)
    far = far or _is_of_next(spot, predicate) or _is_of_later(spot, predicate)
    other = _is_object(spot) and _has_figure(spot, predicate)
    return not (far or other or _is_joined(spot, predicate))


def _is_of_part(spot: Spot, predicate: int) -> bool:
    """Say whether a verb tells of a part, not of its whole: `12 of the 30 nurses were ill`.

    What a participle or a relative clause tells is of the whole.
    """
    before, tokens = spot.figure_before, spot.tokens
    whole = spot.lead == "of" and before is not None and before.of is spot.found
    relative = tokens[predicate - 1].lower in RELATIVES
    return whole and is_auxiliary(tokens[predicate].text) and not relative


def _is_of_later(spot: Spot, predicate: int) -> bool:
    """Say whether a verb behind an object is of another clause: `killed 41 since war was declared`.

    So is one that an `and` leads to: `hired 4,200 nurses last year and plans to train more`.
    """
    words = spot.tokens[spot.after_noun : predicate]
    return is_verb(spot.lead) and any(t.lower in WHEN for t in words)


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
        rules = (
            counted_again,
            _state_of_object,
            recipients,
            paid_for,
            noun_of,
            member_of,
            verb_left,
        )
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
    reported = spot.lead in forms_of("reporting") or verbs().get(spot.lead) in LEAVING
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
