"""Groups that a sentence names: whom or what surveys and plans count shares of."""

from collections.abc import Iterable

from extractor.bind.found import Found
from extractor.bind.passage import Range, Sentence
from extractor.bind.verbs import is_predicate_start
from extractor.bind.words import is_determiner, is_preposition, is_verb, word_class
from extractor.entities.gazetteer import people_nouns

QUANTITIES = frozenset(
    "number share proportion percentage rate majority most many half third quarter level all "
    "minority part more fewer other two-thirds one-third some several few nearly over average "
    "per".split()
)
"""What only says how much of a group: the group is what is spoken of."""
COLLECTIVES = frozenset("people population staff youth elderly".split())
EVENTS = frozenset("case cases death deaths fatality fatalities".split())
PRONOUNS = frozenset("it them which whom who".split())
RESTRICTING = frozenset("with without having living residing aged headed".split())
"""What tells behind the noun of a group which of them."""
STATES = frozenset(
    {("in", "need"), ("in", "transit"), ("in", "prison"), ("in", "detention"), ("at", "risk")}
)
AGE_LINKS = frozenset("the of to and or between than".split())
AGE_WORDS = AGE_LINKS | frozenset(
    "under over above below aged age ages years year months month old younger older".split()
)
AGE_NUMBERS = frozenset("two three four five six ten twelve fifteen sixteen eighteen sixty".split())
MAX_RESTRICTION = 7  # words behind the noun of a group that tell which of them
MAX_MODIFIERS = 3  # words before the noun of a group that tell which of them (`newly arrived IDPs`)


def drop_events(founds: Iterable[Found]) -> None:
    """Leave `70 cases`, `42 deaths` without a group: they count what befell nobody named there."""
    for found in founds:
        group = found.population if found.reading.kind == "count" else None
        if group is not None and group.value.lower() in EVENTS:
            found.population = None


def first_group(sentence: Sentence, start: int, end: int) -> Range | None:
    """Return the first group that a stretch of a sentence names."""
    groups = (group_at(sentence, i) for i in range(start, end))
    return next((g for g in groups if g is not None), None)


def has_preposition(sentence: Sentence, span: Range) -> bool:
    """Say whether a preposition stands in a stretch of a sentence."""
    return any(is_preposition(t.text) for t in sentence.tokens[span[0] : span[1]])


def group_at(sentence: Sentence, at: int) -> Range | None:
    """Return the group whose noun stands at a token, with what tells which of them before it."""
    if not is_group_noun(sentence, at):
        return None
    tokens = sentence.tokens
    end = at + 1
    if end + 1 < len(tokens) and tokens[end].lower == "and" and is_group_noun(sentence, end + 1):
        end += 2
    start = at
    while start > max(0, at - MAX_MODIFIERS) and _tells_which(sentence, start - 1):
        start -= 1
    return start, end


def whole_group(sentence: Sentence, group: Range) -> Range:
    """Return a group with what tells behind its noun which of them: `women with children`."""
    tokens, end = sentence.tokens, group[1]
    if tuple(t.lower for t in tokens[end : end + 2]) in STATES:
        return group[0], end + 2
    last = min(len(tokens), end + MAX_RESTRICTION)
    if end < last and tokens[end].lower in RESTRICTING:
        end += 1
        while end < last and _goes_on_restricting(sentence, end):
            end += 1
        return (group[0], end) if end > group[1] + 1 else group
    return group[0], after_ages(sentence, end)


def after_ages(sentence: Sentence, at: int) -> int:
    """Return the position after the ages that follow a group: `children 6-59 months`."""
    tokens = sentence.tokens
    end = at
    while end < min(len(tokens), at + MAX_RESTRICTION) and _is_age_word(sentence, end):
        end += 1
    while end > at and tokens[end - 1].lower in AGE_LINKS:
        end -= 1
    ages = any(
        tokens[i].lower in AGE_NUMBERS or tokens[i].text[0].isdigit() for i in range(at, end)
    )
    return end if ages else at


def _is_age_word(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    number = token.text[0].isdigit() or token.lower in AGE_NUMBERS
    return token.found is None and (number or token.lower in AGE_WORDS or token.text in "-–")


def _goes_on_restricting(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    leads = is_preposition(token.text) and token.lower != "of"
    closed = leads or token.lower in {"and", "or"} or token.lower in word_class("subordinators")
    return token.is_word and not closed and not is_predicate_start(sentence, at)


def _tells_which(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    lower = token.lower
    closed = (
        lower in QUANTITIES | PRONOUNS
        or lower in word_class("subordinators")
        or lower in {"and", "or", "than"}
    )
    if not token.is_word or closed or is_determiner(token.text) or is_preposition(token.text):
        return False
    if lower.endswith("ing") and at and sentence.tokens[at - 1].is_word:
        before = sentence.tokens[at - 1]  # `households hosting children`: what they do
        return is_determiner(before.text) or is_preposition(before.text)
    if is_verb(token.text) and lower.endswith("s"):
        return False
    return lower.endswith("ed") or not is_predicate_start(sentence, at)


def is_group_noun(sentence: Sentence, at: int) -> bool:
    """Say whether a token is a plural noun for people, or of what shares are counted of."""
    token = sentence.tokens[at]
    if not token.is_word:
        return False
    return _names_group(token.lower)


def _names_group(lower: str) -> bool:
    if lower in word_class("surveyed") or lower in COLLECTIVES:
        return True
    return people_nouns().get(lower, lower) != lower


def head_noun(group: str) -> str:
    """Return the noun of a group, before what tells which of them.

    >>> head_noun("children under five years"), head_noun("empty clinics in camps")
    ('children', 'clinics')
    """
    words = group.split()
    end = next((i for i, w in enumerate(words) if i and is_preposition(w)), len(words))
    named = (w for w in words[:end] if _names_group(w.lower()))
    return next(named, words[end - 1])


def is_modifier(sentence: Sentence, at: int) -> bool:
    """Say whether a participle only tells which of a group: `interviewed households`."""
    after = at + 1
    if after >= len(sentence.tokens):  # the sentence may break off after `30% of`
        return False
    participle = sentence.tokens[at].lower.endswith(("ed", "ing"))
    return participle and is_group_noun(sentence, after)
