"""Changes that a noun names: `a 34 per cent increase in the price of tomatoes`."""

from extractor.bind.clauses import clause_end
from extractor.bind.passage import Range, Sentence
from extractor.bind.phrases import noun_phrase_before, subject_before, trimmed
from extractor.bind.prose.differences import before_amount
from extractor.bind.prose.quantities import host_before, quantities, set_changed, share_host
from extractor.bind.prose.spot import Spot
from extractor.bind.verbs import is_predicate_start
from extractor.bind.words import forms_of, is_determiner, is_preposition, word_class

WITHIN = frozenset({"in", "of", "on"})
"""Prepositions from a change to what changed."""
OF_SHARE = frozenset({"of", "by"})
"""Prepositions from a change to its amount."""
WITHIN_NAME = frozenset("of for with without among".split())
"""Prepositions that go on with the name of what changed."""
MAX_TO_NOUN = 3  # tokens between a share and the noun that makes it one of change


def changed_noun(spot: Spot) -> bool:
    """`a 34 per cent increase in rents`, `a rise in rents of 5 per cent`, `a price rise of …`."""
    after = _noun_after(spot)
    if after is not None:
        return _within(spot, after + 1) or _compound(spot, (spot.at + 1, after)) or _of_host(spot)
    phrase = _noun_before(spot)
    return phrase is not None and _said_before(spot, phrase)


def names_change(spot: Spot) -> bool:
    """Say whether a noun makes a share one of change."""
    return _noun_after(spot) is not None or _noun_before(spot) is not None


def _said_before(spot: Spot, phrase: Range) -> bool:
    """Bind what changed by the noun phrase of its change, which stands before a share."""
    changes = word_class("changes")
    noun = max(i for i in range(*phrase) if spot.tokens[i].lower in changes)
    said = (noun + 2, phrase[1])
    linked = noun + 2 < phrase[1] and spot.tokens[noun + 1].lower in WITHIN
    if linked and set_changed(spot, trimmed(spot.sentence, said)):
        return True
    if _compound(spot, (phrase[0], noun)) or _within(spot, spot.at + 1):
        return True
    return _of_host(spot, phrase[0]) or _had(spot, phrase[0])


def _noun_after(spot: Spot) -> int | None:
    """Return where the noun stands that makes a share one of change (`5 per cent m-o-m rise`)."""
    for i, token in enumerate(spot.tokens[spot.at + 1 :][: MAX_TO_NOUN + 1], spot.at + 1):
        if token.lower in word_class("changes"):
            return i
        ends = (
            not token.is_word or is_preposition(token.text) or is_predicate_start(spot.sentence, i)
        )
        if ends and (token.found is None or not token.found.is_time):
            return None
    return None


def _noun_before(spot: Spot) -> Range | None:
    """Return the noun phrase of a change that has so much: `a fall in rents of 5 per cent`."""
    at = before_amount(spot)
    if at < 1 or spot.tokens[at - 1].lower not in OF_SHARE:
        return None
    phrase = noun_phrase_before(spot.sentence, at - 1)
    words = spot.tokens[slice(*phrase)] if phrase is not None else []
    return phrase if any(t.lower in word_class("changes") for t in words) else None


def _within(spot: Spot, start: int) -> bool:
    """Bind what a change is in, where a preposition at a token says it."""
    tokens = spot.tokens
    if start >= len(tokens) or tokens[start].lower not in WITHIN:
        return False
    end = clause_end(spot.sentence, start + 1)
    ends = (i for i in range(start + 1, end) if ends_name(spot.sentence, i))
    return set_changed(spot, trimmed(spot.sentence, (start + 1, next(ends, end))))


def ends_name(sentence: Sentence, at: int) -> bool:
    """Say whether the name of what changed ends before a token: at a preposition or a verb."""
    token = sentence.tokens[at]
    leads = is_preposition(token.text) and token.lower not in WITHIN_NAME
    acts = is_predicate_start(sentence, at) and token.lower not in quantities()
    return leads or not token.is_word or acts


def _compound(spot: Spot, span: Range) -> bool:
    """Bind what the noun of a change is joined to: `a rent increase`; `a sharp increase` is not."""
    named = span[0] < span[1] and spot.tokens[span[1] - 1].lower in quantities()
    return named and set_changed(spot, trimmed(spot.sentence, span))


def _of_host(spot: Spot, start: int | None = None) -> bool:
    """`2,300 arrivals, a drop of 5 per cent`, `(8 per cent more)`: of what the figure before is."""
    at = spot.before if start is None else start
    while at > 0 and _is_link(spot.tokens[at - 1].lower):
        at -= 1
    tokens = spot.tokens
    parted = at > 0 and not tokens[at - 1].is_word and tokens[at - 1].found is None
    linked = at < spot.before and tokens[at].lower in word_class("stating_change")
    if not (parted or linked):
        return False
    return _named_before(spot, at - parted) or share_host(spot, host_before(spot, at - parted))


def _named_before(spot: Spot, end: int) -> bool:
    """`an increase in visas (5 per cent more)`: what the change is in that was named before."""
    changes = word_class("changes")
    for i in range(end - 2, -1, -1):
        if spot.tokens[i].lower in changes and spot.tokens[i + 1].lower in WITHIN:
            return _within(spot, i + 1)
        if spot.tokens[i].found is not None or spot.tokens[i].text in {",", ";"}:
            return False
    return False


def _had(spot: Spot, start: int) -> bool:
    """`The economy saw a growth of 3 per cent`: the quantity that had the change."""
    while start > 0 and is_determiner(spot.tokens[start - 1].text):
        start -= 1
    if start < 1 or spot.tokens[start - 1].lower not in forms_of("having_change"):
        return False
    phrase = subject_before(spot.sentence, start - 1)
    named = phrase is not None and head_of(spot.sentence, phrase) in quantities()
    return named and set_changed(spot, phrase)


def head_of(sentence: Sentence, phrase: Range) -> str:
    """Return the noun of a phrase, before what is said of it."""
    words = sentence.tokens[slice(*phrase)]
    end = next((i for i, t in enumerate(words) if is_preposition(t.text)), len(words))
    return words[max(0, end - 1)].lower


def _is_link(lower: str) -> bool:
    return lower in word_class("stating_change") or lower in {"a", "an", "the"}
