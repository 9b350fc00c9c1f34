"""Reading a sentence without a parser: noun phrases, and what says nothing at their ends."""

from extractor.bind.passage import CLOSING, Range, Sentence, Token
from extractor.bind.verbs import is_predicate_start
from extractor.bind.words import is_adverb, is_auxiliary, is_determiner, is_preposition, word_class

MAX_PHRASE = 14  # words; a longer phrase names no indicator
NOUN_STOPS = frozenset("and or than as not no".split())
POINTING = frozenset("there here now".split())
"""Adverbs that only point; they belong to neither a noun nor a verb."""
WITHIN_NOUN_PHRASE = frozenset("of to on for in with by".split())
"""Prepositions that carry a noun phrase on instead of ending it."""


def noun_phrase_before(sentence: Sentence, end: int) -> Range | None:
    """Return the noun phrase that ends before a position, its of-phrases included.

    A bracket and a date behind it are passed over: `The budget of 2033 (see annex) amounts to …`.
    """
    start = end = _before_insertion(sentence, end)
    while start > 0 and end - start < MAX_PHRASE and _is_in_phrase(sentence, start - 1):
        start -= 1
    while start < end and is_adverb(sentence.tokens[end - 1].text):
        end -= 1
    return trimmed(sentence, (start, end))


def _before_insertion(sentence: Sentence, end: int) -> int:
    tokens = sentence.tokens
    if end > 0 and tokens[end - 1].text in CLOSING:
        bracket = sentence.bracket_of(end - 1)
        end = bracket[0] if bracket is not None else end
    last = tokens[end - 1].found if end > 1 else None
    dated = last is not None and last.is_time and is_preposition(tokens[end - 2].text)
    return end - 2 if dated else end


def _is_in_phrase(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    if not token.is_word or token.lower in word_class("subordinators"):
        return False
    if is_auxiliary(token.text) or is_predicate_start(sentence, at):
        return False
    return not is_preposition(token.text) or token.lower in WITHIN_NOUN_PHRASE


def trimmed(sentence: Sentence, span: Range) -> Range | None:
    """Return a phrase without articles, conjunctions and punctuation at its ends, if any left."""
    start, end = span
    while start < end and _is_edge(sentence.tokens[start], first=True):
        start += 1
    return trimmed_end(sentence, (start, end))


def trimmed_end(sentence: Sentence, span: Range) -> Range | None:
    """Return a phrase without what says nothing at its end; None if nothing is left."""
    start, end = span
    while end > start and is_trailing(sentence.tokens[end - 1]):
        end -= 1
    return (start, end) if start < end else None


def is_trailing(token: Token) -> bool:
    """Say whether a token at a phrase's end says nothing: punctuation, `and`, a preposition."""
    return _is_edge(token, first=False)


def _is_edge(token: Token, *, first: bool) -> bool:
    if not token.is_word:
        closes = token.text in {"(", ")"} and not first
        return token.found is None and not closes
    says_nothing = token.lower in NOUN_STOPS or (token.lower in POINTING and not first)
    return says_nothing or is_determiner(token.text) or is_preposition(token.text)
