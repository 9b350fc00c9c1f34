"""Sentences that go on reporting in the time that one before them opens with."""

from itertools import pairwise

from extractor.bind.passage import Sentence, Token
from extractor.bind.words import (
    irregular_pasts,
    is_adverb,
    is_auxiliary,
    is_determiner,
    is_preposition,
    is_verb,
    verbs,
    word_class,
)

PAST = frozenset("was were had did".split())
PERFECT = frozenset("is are has have been".split())
"""Auxiliaries of what holds now: so also as of the date that the sentence before gives."""
OTHER_TIMES = frozenset(
    "after afterwards ago already annual annually before currently daily each earlier every "
    "expected far following forecast former formerly hitherto initial initially last later "
    "monthly next now originally planned previous previously prior projected quarterly since "
    "subsequently target targets then today until usually week weekly year years yearly "
    "yesterday".split()
)
"""Words of a sentence that is of another time, or of no time at all."""


def goes_on(sentence: Sentence, *, now: bool) -> bool:
    """Say whether a sentence reports in the same time as the one before it, and names no other.

    After a time in which things were done it must be told in the past: `It has 40 members` holds
    now. After a date as of which things are so (`now`) it may also be told in the present.
    """
    tokens = [t for t in sentence.tokens if t.found is None]
    if sentence.zone != "prose" or any(found.is_time for found in sentence.founds):
        return False
    if any(t.lower in OTHER_TIMES for t in tokens):
        return False
    verb = next((b for a, b in pairwise([None, *tokens]) if b is not None and _acts(a, b)), None)
    if verb is None:
        return False
    return _is_past(verb) or (now and verb.lower in PERFECT)


def _acts(before: Token | None, token: Token) -> bool:
    """Say whether a word is a finite verb, as far as its neighbour before it tells."""
    lower = token.lower
    if not token.is_word or before is None or before.lower == "to" or is_determiner(before.text):
        return False
    if is_auxiliary(token.text) or _is_past(token) or lower in word_class("never_nouns"):
        return True
    if verbs().get(lower) is None or is_preposition(before.text):
        return False
    plural = before.lower.endswith("s") and before.is_word
    third = lower.endswith("s") and not plural and before.is_word and not is_adverb(before.text)
    return third or (plural and verbs()[lower] == lower)


def _is_past(token: Token) -> bool:
    lower = token.lower
    acts = lower in irregular_pasts() or (lower.endswith("ed") and is_verb(lower))
    return lower in PAST or acts
