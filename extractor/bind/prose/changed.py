"""The base of a change: what rose, fell or differs, whose former level the share is of.

`The price of flour rose by 20 per cent`, `a 34 per cent increase in the price of tomatoes`,
`prices were 5 per cent higher`: the noun phrase of what changed, where the clause says it.
"""

from extractor.bind.chains import DIRECTIONS, copula_before, without_auxiliaries
from extractor.bind.clauses import BE
from extractor.bind.found import Binding, Found, inherited
from extractor.bind.passage import OPENING, Range, Sentence, Token
from extractor.bind.phrases import noun_phrase_before, subject_before, trimmed
from extractor.bind.prose.differences import before_amount, goes_on_change, is_share
from extractor.bind.prose.governed import CHANGES, governing_verb
from extractor.bind.prose.listed import RULE as LISTED
from extractor.bind.prose.named_changes import changed_noun, ends_name, names_change
from extractor.bind.prose.quantities import RULE, host_before, set_changed, share_host, share_last
from extractor.bind.prose.spot import Spot
from extractor.bind.verbs import is_predicate_start
from extractor.bind.words import (
    forms_of,
    is_adverb,
    is_auxiliary,
    is_determiner,
    is_preposition,
    names_nothing,
    word_class,
)

POINTING = frozenset({"this", "that", "which", "it"})
TELLING = frozenset(
    "is was marks marked represents represented reflects reflected constitutes signifies".split()
)
"""What joins `this` to the change of what was counted before."""
LEVELS = frozenset({"from", "to"})
"""What leads to a level: `from 29 per cent to 9 per cent`."""
COMPARING = (["compared", "to"], ["compared", "with"])
RELATIVES = frozenset({"which", "that"})
JOINTS = frozenset({"and", "but", "yet", "while"})
SEASONS = frozenset("spring summer autumn winter".split())
MAX_CLAUSE = 12  # words from the subject of a list to its verb


def bind_changed(spot: Spot) -> bool:
    """Bind what changed as the base of a share that says by how much; say whether it is one."""
    after = spot.tokens[spot.at + 1 : spot.at + 2]
    of_whole = bool(after) and after[0].lower == "of"
    if of_whole:
        return False
    if changed_noun(spot):
        _tell_what_changed(spot)
        return True
    if spot.leads in COMPARING:
        return share_last(spot)  # `fell by 10 per cent, compared to 3 per cent before`
    rules = (_moved, _rising, _differs, _directed, _unchanged, _listed, _again)
    return spot.lead not in LEVELS and any(rule(spot) for rule in rules)


def _tell_what_changed(spot: Spot) -> None:
    """`an increase of 11 per cent in fuel prices`: a change alone does not tell what changed."""
    said, base, end = spot.found.indicator, spot.found.population, spot.at + 1
    leads = spot.tokens[end : end + 1]
    after = base is not None and base.span is not None and base.span[0] > spot.found.span[1]
    if said is None or base is None or not after or not leads or leads[0].lower != "in":
        return
    if names_nothing(base.value) or base.value.lower() in SEASONS:
        return  # `a reduction of 11 per cent in summer`: when it was
    if said.rule == "prose.amount_of" and said.value.lower().split()[-1] in CHANGES:
        value = f"{said.value} in {base.value}"
        spot.found.indicator = Binding(value, said.state, said.rule, said.span)


# --- by a verb ------------------------------------------------------------------------------------


def _moved(spot: Spot) -> bool:
    """`rents rose by 5 per cent`, `reduced the staff by 3 per cent`: the subject, or the object."""
    by = _by(spot)
    gapped = _gapped(spot, by) if by is not None else None
    if gapped is not None:
        return set_changed(spot, gapped)
    verb = governing_verb(spot.sentence, by) if by is not None else None
    if by is None or verb is None or spot.tokens[by - 1].lower == "followed":
        return False
    begin = without_auxiliaries(spot.sentence, verb, by)
    parted = any(t.text == "," for t in spot.tokens[begin:by])
    if parted or not _moves(spot.sentence, verb, begin):
        return False
    changed = _object(spot.sentence, begin + 1, by)
    return set_changed(spot, changed) if changed is not None else _of_subject(spot, verb)


def _moves(sentence: Sentence, verb: int, begin: int) -> bool:
    """Say whether what comes by so much is a change: not those by whom something was done."""
    token = sentence.tokens[begin]
    if is_auxiliary(token.text) or not token.is_word:
        return False
    after = sentence.tokens[begin + 1 : begin + 2]
    if token.lower.endswith("ing") or (after and after[0].lower == "to"):
        return True  # `are expected to rise`
    joined = verb > 0 and sentence.tokens[verb - 1].lower in JOINTS
    passive = joined or any(t.lower in BE for t in sentence.tokens[verb:begin])
    return not passive or _is_moving(token)  # `was backed … and rejected by`


def _is_moving(token: Token) -> bool:
    return token.lower in forms_of("change") | word_class("moved")


def _by(spot: Spot) -> int | None:
    """Return where the `by` stands that leads to a share, or to the list of shares it is in."""
    at = before_amount(spot) - 1
    while at > 0 and is_adverb(spot.tokens[at].text):
        at -= 1
    return at if at > 0 and spot.tokens[at].lower == "by" else None


def _gapped(spot: Spot, by: int) -> Range | None:
    """`food rose by 5 per cent and rents by 7 per cent`: what has its verb from the one before."""
    phrase = noun_phrase_before(spot.sentence, by)
    before = spot.figure_before
    if phrase is None or before is None or not is_share(before):
        return None
    tokens = spot.tokens
    start = next(i for i, t in enumerate(tokens) if t.found is before) + 1
    between = tokens[start : phrase[0]]
    joined = bool(between) and between[-1].lower in {*JOINTS, ","}
    acts = any(is_predicate_start(spot.sentence, i) for i in range(start, phrase[0]))
    verb = phrase[1] > phrase[0] + 1 and _is_moving(tokens[phrase[0]])  # `and raised pensions by`
    return (phrase[0] + verb, phrase[1]) if joined and not acts else None


def _rising(spot: Spot) -> bool:
    """`income from wheat plunged 92 per cent`: the subject of the verb right before the share."""
    verb = before_amount(spot) - 1
    moves = verb > 0 and spot.tokens[verb].lower in word_class("differing")
    if not moves or not is_predicate_start(spot.sentence, verb):
        return False
    return _of_subject(spot, verb)


def _object(sentence: Sentence, start: int, end: int) -> Range | None:
    """Return the object that follows a verb, if one does before `end`."""
    start += sentence.tokens[start].lower in DIRECTIONS  # `went up by`, `scaled up the grants by`
    token = sentence.tokens[start]
    if start >= end or not token.is_word or is_preposition(token.text) or is_adverb(token.text):
        return None
    ends = (i for i in range(start, end) if ends_name(sentence, i))
    return trimmed(sentence, (start, next(ends, end)))


def _of_subject(spot: Spot, verb: int) -> bool:
    """Bind the subject of the verb that begins at a token."""
    tokens, sentence = spot.tokens, spot.sentence
    if verb and tokens[verb - 1].lower in RELATIVES:
        at = verb - 1
        while at > 0 and not tokens[at - 1].is_word and tokens[at - 1].found is None:
            at -= 1
        host = tokens[at - 1].measured if at else None
        return (
            share_host(spot, host)
            if host is not None
            else set_changed(spot, subject_before(sentence, at))
        )
    if _joint_before(sentence, verb) is not None and share_last(spot):
        return True
    return set_changed(spot, subject_of(sentence, verb))


def subject_of(sentence: Sentence, verb: int) -> Range | None:
    """Return the subject of a verb, or of the one that it is joined to."""
    joined = _joint_before(sentence, verb)
    first = verb if joined is None else governing_verb(sentence, joined)
    return subject_before(sentence, first) if first is not None else None


def _joint_before(sentence: Sentence, verb: int) -> int | None:
    """Return where an `and` joins a verb to the one before: `… and by May were 5 per cent up`."""
    at = verb - 1
    while at > 0 and _only_dates(sentence.tokens[at]) and sentence.tokens[at].lower not in JOINTS:
        at -= 1
    return at if at > 0 and sentence.tokens[at].lower in JOINTS else None


def _only_dates(token: Token) -> bool:
    is_time = token.found is not None and token.found.is_time
    return is_time or is_adverb(token.text) or is_preposition(token.text)


def _differs(spot: Spot) -> bool:
    """`prices were 5 per cent higher`: the subject, or what a bracket compares."""
    after = spot.tokens[spot.at + 1 : spot.at + 2]
    compares = bool(after) and after[0].lower in word_class("comparatives")
    if not compares:
        return False
    if spot.lead == "(":
        phrase = noun_phrase_before(spot.sentence, spot.before - 1)
        named = phrase is not None and is_determiner(spot.tokens[phrase[0] - 1].text)
        return named and set_changed(spot, phrase)  # `the dearest loaf (12 per cent above the …)`
    chain = copula_before(spot.sentence, spot.before)
    joined = chain is None and spot.lead in JOINTS
    return share_last(spot) if joined else chain is not None and _of_subject(spot, chain)


def _directed(spot: Spot) -> bool:
    """`USD 35 (up 7 per cent)`, `2,300 arrivals, down 5 per cent`, `prices were up 5 per cent`."""
    at = spot.before - 1
    if spot.lead not in DIRECTIONS or at < 1:
        return False
    if spot.tokens[at - 1].text in {*OPENING, ","}:
        return _goes_on_list(spot) or share_host(spot, host_before(spot, at - 1))
    chain = copula_before(spot.sentence, spot.before)
    return chain is not None and _of_subject(spot, chain)


def _unchanged(spot: Spot) -> bool:
    """`The price of salt saw no change (0 per cent)`, `Salt: no change (0%)`: the subject."""
    opening = spot.before - 1
    words = [t.lower for t in spot.tokens[max(0, opening - 2) : opening]]
    if words != ["no", "change"] or spot.tokens[opening].text not in OPENING:
        return False
    return set_changed(spot, subject_before(spot.sentence, opening - 2))


# --- in a list ------------------------------------------------------------------------------------


def _listed(spot: Spot) -> bool:
    """`Prices rose in Lorn (6%) and Vell (3%)`: the subject of the clause that leads the list."""
    said = spot.found.indicator
    if said is None or said.rule != LISTED or said.span is None:
        return False
    first = next(i for i, t in enumerate(spot.tokens) if t.end > said.span[0])
    clause = range(first, min(spot.at, first + MAX_CLAUSE))
    verb = next((i for i in clause if spot.tokens[i].lower in forms_of("change")), None)
    return verb is not None and _of_subject(spot, verb)


def _goes_on_list(spot: Spot) -> bool:
    said = spot.found.indicator
    return said is not None and said.rule == LISTED and share_last(spot)


def _again(spot: Spot) -> bool:
    """`grew by 3 per cent in May, and by 5 per cent in June`: of the same thing."""
    return (_by(spot) is not None or goes_on_change(spot)) and share_last(spot)


# --- of the sentence before -----------------------------------------------------------------------


def changed_before(spot: Spot, counted: Found) -> None:
    """`In May 2,300 nurses came. This is a rise of 5 per cent`: of those counted just before."""
    tokens = spot.tokens
    opens = len(tokens) > 1 and tokens[0].lower in POINTING and tokens[1].lower in TELLING
    if not opens or spot.figure_before is not None or not names_change(spot):
        return
    noun = counted.reading.noun
    spot.found.population = inherited(counted.population, RULE)
    if counted.population is None and noun is not None and counted.unit is not None:
        spot.found.population = Binding(counted.unit, "inherited", RULE, noun)
