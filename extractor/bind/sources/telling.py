"""Which sentences tell something, and which are mere names and titles."""

from collections.abc import Iterator

import regex

from extractor.bind.found import Span
from extractor.bind.words import irregular_pasts, is_auxiliary, is_verb

WORDS = regex.compile(r"\p{L}+")
SENTENCE = regex.compile(r"\S (?: [^.;!?] | [.;!?] (?= \S ) )*+ [.;!?]?+", regex.X)
# Verbs by which notes tell in the present, and what English citations say of what they cite.
FINITE = frozenset(
    "combines comprise comprises consists covers encompass encompasses exclude excludes include"
    " includes means provides refer refers reflects represents"
    " est sont était étaient ont avait avaient sera seront fut furent es eran fue fueron"
    " ha han había será serán hay hubo".split()
)
CITING = frozenset(
    "accessed adapted adopted amended based cited consulted dated edited entitled issued launched"
    " posted published quoted released retrieved revised signed titled updated viewed".split()
)


def sentences(text: str) -> Iterator[Span]:
    """Yield where the sentences of a note stand; a full stop of an abbreviation ends one too."""
    return (match.span() for match in SENTENCE.finditer(text))


def tells(sentence: str) -> bool:
    """Say whether a sentence has a finite verb; titles print theirs with a capital.

    >>> tells("The court disposed of 8 cases by 2031."), tells("Lorn, One Year of Aid, 2031.")
    (True, False)
    """
    return any(
        word in FINITE or is_auxiliary(word) or (word not in CITING and _is_past(word))
        for word in WORDS.findall(sentence)
        if word.islower()
    )


def _is_past(word: str) -> bool:
    """Say whether a word is a verb of the past."""
    return is_verb(word) and (word.endswith("ed") or word in irregular_pasts())
