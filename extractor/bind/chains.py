"""Reading a sentence without a parser: chains of verbs that join a subject to its amount."""

from collections.abc import Sequence

from extractor.bind.passage import Sentence, Token
from extractor.bind.verbs import CHAIN_WORDS, POSSESSING, governs_noun, is_noun_here
from extractor.bind.words import forms_of, is_adverb, is_auxiliary, is_preposition

SKIPPED = frozenset("already also now still currently so far just".split())
"""Adverbs between auxiliaries and their verb."""
LEVELS = frozenset({"by", "to", "from"})
"""What makes a verb of getting better one of change: `recovered to`."""
DIRECTIONS = frozenset({"up", "down"})
"""What makes a verb of going one of change: `went up`."""
PLACING = frozenset({"in", "of"})
LENGTHS = frozenset("km m mi kilometre kilometres kilometer kilometers mile miles".split())
"""Units of how far somebody goes."""
MAX_TO_LEVEL = 3  # tokens from `went up` to the level


def without_auxiliaries(sentence: Sentence, start: int, end: int) -> int:
    """Return where a predicate begins without auxiliaries (adverbs before a verb stay)."""
    tokens = sentence.tokens
    i = start
    while i < end - 1 and (is_auxiliary(tokens[i].text) or tokens[i].lower in SKIPPED):
        i += 1
    return i


def copula_before(sentence: Sentence, at: int) -> int | None:
    """Return where the verb chain that joins a subject to the amount at `at` begins, if one does.

    `was estimated to have reached`, `amounts to`, `totalled`, `increased in 2022 from`, `stood at`.
    """
    tokens = sentence.tokens
    i = at
    first: int | None = None
    joined = 0
    while i > 0 and _is_in_chain(sentence, i - 1):
        i -= 1
        if _joins(sentence, i):
            first, joined = i, joined + 1
    has_only = first is not None and joined == 1 and tokens[first].lower in POSSESSING
    return None if has_only else first


def _is_in_chain(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    if not token.is_word:
        return token.found is not None and token.found.is_time
    linking = is_preposition(token.text) or is_adverb(token.text) or token.lower in CHAIN_WORDS
    return linking or _joins(sentence, at)


def _joins(sentence: Sentence, at: int) -> bool:
    """Say whether a word is a verb that joins a subject to its amount, no noun (`the costs`)."""
    token = sentence.tokens[at]
    if not token.is_word or is_auxiliary(token.text):
        return token.is_word
    if token.lower not in forms_of("copulas"):
        return _goes_up(sentence, at)
    return _totals(sentence, at) or not is_noun_here(sentence, at)


def says_moved(sentence: Sentence, at: int) -> bool:
    """Say whether a verb at a token says that its subject changed: `rose`, `went up`."""
    return sentence.tokens[at].lower in forms_of("change") or _goes_up(sentence, at)


def _goes_up(sentence: Sentence, at: int) -> bool:
    """`went up`, `recovered to`: a verb that says so only with the word behind it."""
    after = sentence.tokens[at + 1].lower if at + 1 < len(sentence.tokens) else ""
    if after in LEVELS:
        return sentence.tokens[at].lower in forms_of("altering")
    going = after in DIRECTIONS and sentence.tokens[at].lower in forms_of("going")
    return going and _leads_to_level(sentence.tokens[at + 2 : at + 2 + MAX_TO_LEVEL])


def _leads_to_level(words: Sequence[Token]) -> bool:
    """Say whether words behind `went up` may lead to a level, not to a place or a distance.

    `went up in 30 towns`, `moved up 300 km of river`, but `went up in 2031 to 3 m`.
    """
    lead = next((t.lower for t in words if not is_adverb(t.text)), "")
    first = next((t.found for t in words if t.found is not None), None)
    if lead in PLACING:
        return first is not None and first.is_time
    return lead == "by" or first is None or first.reading.unit not in LENGTHS


def _totals(sentence: Sentence, at: int) -> bool:
    """Say whether `total` is a verb: `The repairs of the last year total USD 3 million`."""
    if sentence.tokens[at].lower != "total" or at == 0 or at + 1 >= len(sentence.tokens):
        return False
    before, after = sentence.tokens[at - 1], sentence.tokens[at + 1].found
    money = after is not None and after.reading.kind == "money"
    return money and before.is_word and not governs_noun(before)
