"""What a stretch of time or a rate is of, by the noun right beside it.

`7 days’ lead time`, `two weeks of warning`, `interest at 4 per cent`.
"""

from extractor.bind.passage import Range
from extractor.bind.phrases import noun_phrase_before
from extractor.bind.prose.quantities import quantities
from extractor.bind.prose.spot import Spot, set_indicator
from extractor.bind.prose.times import SILENT_ZONES
from extractor.bind.verbs import is_predicate_start
from extractor.bind.words import (
    is_adverb,
    is_auxiliary,
    is_determiner,
    is_preposition,
    verbs,
    word_class,
)

POSSESSIVE = frozenset("’'")
LATER = frozenset(
    "later ago earlier old long before after ahead away apart out in hence thereafter".split()
)
"""Words behind a stretch of time that only say from when it counts."""
JOINING = frozenset("and or but than as not".split())
RATED = frozenset("interest coupon unemployment inflation growth coverage occupancy".split())
"""Nouns, besides those that have an amount, of what has a rate."""
UNITS = ("minute", "hour", "day", "week", "month", "year")
MAX_NOUN = 3  # words


def time_of_noun(spot: Spot) -> bool:
    """`7 days’ lead time`, `with 10 days notice`: the noun that takes so long."""
    found, at = spot.found, spot.at + 1
    if found.reading.kind != "duration" or found.zone in SILENT_ZONES or at >= len(spot.tokens):
        return False
    if not spot.tokens[spot.at].lower.rstrip("s").endswith(UNITS):
        return False  # of another language
    owned = spot.tokens[at].text in POSSESSIVE
    noun = _noun(spot, at + owned)
    if noun is None or not (owned or _is_alone(spot, noun)):
        return False
    _, hyphen, unit = spot.tokens[spot.at].text.rpartition("-")
    attribute = bool(hyphen) and unit.isalpha()  # `a three-year plan`
    rule = "prose.duration_attribute" if attribute else "prose.time_of_noun"
    return set_indicator(spot, noun, rule)


def _noun(spot: Spot, start: int) -> Range | None:
    """Return the words of a noun that begin at a token."""
    end = start
    while end < min(len(spot.tokens), start + MAX_NOUN) and _goes_on(spot, end):
        end += 1
    return (start, end) if end > start else None


def _goes_on(spot: Spot, at: int) -> bool:
    token = spot.tokens[at]
    word = token.lower
    closed = word in JOINING | LATER or word in word_class("subordinators")
    if not token.is_word or closed or is_preposition(word) or is_determiner(word):
        return False
    return not (is_auxiliary(token.text) or is_adverb(token.text))


def _is_alone(spot: Spot, noun: Range) -> bool:
    """Say whether a noun right behind a stretch of time is no subject: `In three days boats left`.

    It is singular, and no verb stands in it or behind it.
    """
    start, end = noun
    tokens = spot.tokens
    acts = any(
        is_predicate_start(spot.sentence, i) for i in range(start, min(end + 1, len(tokens)))
    )
    plain = all(t.text.islower() and not t.text.endswith("s") for t in tokens[start:end])
    after = tokens[end] if end < len(tokens) else None
    closed = after is None or not after.is_word or is_preposition(after.text)
    return plain and closed and not acts


def rate_at(spot: Spot) -> bool:
    """`bears interest at 4 per cent`, `unemployment at 7 per cent`: what stands at a rate."""
    lead = spot.before - 1
    if spot.found.reading.kind != "percent" or spot.lead != "at":
        return False
    phrase = noun_phrase_before(spot.sentence, lead)
    if phrase is None or phrase[1] != lead:
        return False
    words = [t.lower for t in spot.tokens[phrase[0] : phrase[1]]]
    of = words.index("of") if "of" in words else len(words)
    known = words[max(0, of - 1)] in quantities() | RATED
    acts = [i for i, word in enumerate(words[: max(0, of - 1)]) if word in verbs()]
    start = phrase[0] + (acts[-1] + 1 if acts else 0)  # `The note bears interest at 4 per cent`
    return known and set_indicator(spot, (start, phrase[1]), "prose.rate_at")
