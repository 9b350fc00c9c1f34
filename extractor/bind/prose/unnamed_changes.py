"""Changes that do not say of what: of what changed before them.

`The price of flour rose again. The highest increase, of 11 per cent, was in Lorn`: the price is
what increased. Said before is what a clause or a noun names as changing, in the sentence itself or
in the one before it, where the change names nothing else: it is the subject, or a place has it.
"""

from extractor.bind.chains import DIRECTIONS
from extractor.bind.found import inherited, restated
from extractor.bind.passage import Range, Sentence
from extractor.bind.phrases import subject_before, trimmed
from extractor.bind.prose.changed import subject_of
from extractor.bind.prose.differences import is_share
from extractor.bind.prose.listed import RULE as LISTED
from extractor.bind.prose.named_changes import WITHIN, ends_name, head_of, names_change
from extractor.bind.prose.quantities import NO_QUANTITIES, RULE, quantities, set_changed
from extractor.bind.prose.spot import Spot
from extractor.bind.verbs import is_predicate_start
from extractor.bind.words import forms_of, is_determiner, word_class


def bind_unnamed(spot: Spot, before: Sentence | None) -> None:
    """Bind a change that does not say of what by its sentence, or the one before it."""
    changes = word_class("changes")
    nouns = [i for i in range(spot.before) if spot.tokens[i].lower in changes]
    said = spot.found.indicator
    goes_on = spot.lead in DIRECTIONS or (said is not None and said.rule == LISTED)
    if not (names_change(spot) or (goes_on and nouns)):
        return
    if _said_until(spot, spot.sentence, spot.before):
        return
    if before is not None and _names_nothing(spot.sentence, nouns[0] if nouns else spot.before):
        _said_until(spot, before, len(before.tokens))
        spot.found.population = inherited(spot.found.population, RULE)


def _said_until(spot: Spot, sentence: Sentence, end: int) -> bool:
    """Bind what a sentence says last, before a position, that changed."""
    for i in range(end - 1, -1, -1):
        share = sentence.tokens[i].measured
        base = share.population if share is not None and is_share(share) else None
        if base is not None and base.rule == RULE:
            spot.found.population = restated(base, RULE)
            return True
        phrase = _changed_at(sentence, i, end)
        named = phrase is not None and head_of(sentence, phrase) in quantities()
        if named and set_changed(Spot(sentence, i, spot.found), phrase):
            return True
    return False


def _changed_at(sentence: Sentence, at: int, end: int) -> Range | None:
    """Return what the noun or the verb of change at a token says that changed."""
    tokens, lower = sentence.tokens, sentence.tokens[at].lower
    if lower in word_class("changes") and at + 1 < end and tokens[at + 1].lower in WITHIN:
        return _name_from(sentence, at + 2, end)
    if lower not in forms_of("change"):
        return None
    if lower.endswith("ing") and at and is_determiner(tokens[at - 1].text):
        return _name_from(sentence, at + 1, end)  # `recorded a falling price`
    return subject_of(sentence, at) if is_predicate_start(sentence, at) else None


def _name_from(sentence: Sentence, start: int, end: int) -> Range | None:
    ends = (i for i in range(start, end) if ends_name(sentence, i))
    return trimmed(sentence, (start, next(ends, end)))


def _names_nothing(sentence: Sentence, noun: int) -> bool:
    """Say whether a noun of change is the subject of its clause, or what a place has."""
    verbs = (i for i in range(noun) if is_predicate_start(sentence, i))
    verb = next(verbs, None)
    if verb is None:
        return True
    subject = subject_before(sentence, verb)
    last = sentence.tokens[subject[1] - 1] if subject is not None else None
    return last is not None and (last.text[0].isupper() or last.lower in NO_QUANTITIES)
