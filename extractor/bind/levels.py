"""Numbers of people that reach a level: in `the number of users reached 300` nobody is reached."""

from collections.abc import Sequence

from extractor.bind.found import Found
from extractor.bind.passage import Token
from extractor.bind.tables.headers import counts_events
from extractor.bind.words import is_preposition
from extractor.entities.gazetteer import people_nouns

NUMBERS = frozenset({"number", "numbers"})
NUMBERED = NUMBERS | frozenset("population membership toll caseload".split())
"""Nouns of what people are the value of, whatever the verb."""
UNDER = frozenset("for to of from with among".split())
"""Prepositions that put a noun under another: `meals for the camp population reached …`."""
STOPS = frozenset(",;:")
ANYBODY = frozenset("people persons individuals members".split())
"""Nouns that say again whom a number counts, whoever they are."""
MAX_SUBJECT = 9  # words of a subject before the verb whose number it is
MAX_MODIFIERS = 4  # words of a noun phrase before its noun


def is_level(subject: Sequence[Token], found: Found) -> bool:
    """Say whether the subject that ends before a verb is a number whose value the people are."""
    near = subject[-MAX_SUBJECT:]
    return any(
        token.lower in NUMBERED and _heads(near, at) and _counts_same(near, at, found)
        for at, token in enumerate(near)
    )


def _heads(near: Sequence[Token], at: int) -> bool:
    """Say whether a noun heads the subject, in its own clause and under no other noun."""
    if any(token.text in STOPS for token in near[at:]):
        return False
    for token in reversed(near[max(0, at - MAX_MODIFIERS) : at]):
        if token.lower in UNDER:
            return False
        if token.found is not None or not token.is_word:
            break
    return True


def _counts_same(near: Sequence[Token], at: int, found: Found) -> bool:
    """Say whether a number counts the people of its figure: `number of partners` does not.

    `A number of partners` are some of them, and other nouns tell by themselves whom they count.
    """
    if near[at].lower not in NUMBERS:
        return True
    if at > 0 and near[at - 1].lower == "a":
        return False
    if at + 1 == len(near) or near[at + 1].lower != "of":
        return True
    counted = []
    for token in near[at + 2 :]:
        if is_preposition(token.text):
            break
        counted.append(token.lower)
    return any(_is_same(noun, found) for noun in counted)


def _is_same(noun: str, found: Found) -> bool:
    """Say whether a noun counts those whom a figure counts, or what happened to them."""
    unit = (found.unit or "").lower().split()[-1:]
    anybody = noun in ANYBODY or not ANYBODY.isdisjoint(unit)
    return [noun] == unit or counts_events(noun) or (anybody and noun in people_nouns())
