"""Reading a sentence without a parser: noun phrases, and what says nothing at their ends."""

from extractor.bind.passage import Range, Sentence, Token
from extractor.bind.verbs import is_predicate_start
from extractor.bind.words import is_auxiliary, is_determiner, is_preposition, word_class

MAX_PHRASE = 14  # words; a longer phrase names no indicator
NOUN_STOPS = frozenset("and or than as not no".split())
WITHIN_NOUN_PHRASE = frozenset("of to on for in with by".split())
"""Prepositions that carry a noun phrase on instead of ending it."""


def noun_phrase_before(sentence: Sentence, end: int) -> Range | None:
    """Return the noun phrase that ends before a position, its of-phrases included."""
    start = end
    while start > 0 and end - start < MAX_PHRASE and _is_in_phrase(sentence, start - 1):
        start -= 1
    return trimmed(sentence, (start, end))


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
    return token.lower in NOUN_STOPS or is_determiner(token.text) or is_preposition(token.text)
