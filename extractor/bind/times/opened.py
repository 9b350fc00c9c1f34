"""The time that a sentence opens with: `On 28 March 2031, 172 boats left (31 of them at night)`."""

from collections.abc import Iterable, Mapping

from extractor.bind.found import Binding, Found
from extractor.bind.passage import Sentence
from extractor.bind.times.comparing import is_compared
from extractor.bind.times.dating import MAX_OPENING, as_of, is_whole_before_part

Opened = Mapping[int, Binding]
"""The time of sentences that open with it and tell no other, by where they begin."""


def opened_times(sentences: Iterable[Sentence]) -> Opened:
    """Return the time of each sentence that opens with one and tells no other."""
    told: dict[int, Binding] = {}
    for sentence in sentences:
        opening = _opening(sentence)
        if opening is None:
            continue
        if sum(found.reading.kind == "date" for found in sentence.founds) == 1:
            told[sentence.span[0]] = as_of(opening, "stated", "as_of.opening")
    return told


def told_before(opened: Opened, found: Found, sentence: Sentence | None) -> Binding | None:
    """Return the time that a figure's sentence opens with, past brackets and other clauses."""
    date = opened.get(sentence.span[0]) if sentence is not None else None
    if sentence is None or date is None:
        return None
    tokens = sentence.tokens
    at = sentence.position_of(found)
    held_against = is_compared(tokens, at) or is_whole_before_part(tokens, at)
    return None if held_against else date


def _opening(sentence: Sentence) -> Found | None:
    """Return the date that a sentence opens with, which a comma ends."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens[: MAX_OPENING + 1]):
        if token.found is None:
            continue
        ends = at + 1 < len(tokens) and tokens[at + 1].text == ","
        is_time = token.found.reading.kind == "date" and token.found.reading.role is not None
        return token.found if is_time and ends else None
    return None
