"""Lines that tell a state without a verb: `57 deaths`, `320 people in camps`."""

from functools import cache

import regex

from extractor.bind.words import irregular_participles, irregular_pasts, verbs, word_class
from extractor.data.tables import load
from extractor.editions.labels import ENDED
from extractor.editions.lists import stems
from extractor.editions.stems import words

NOUN = 2  # words after a number among which that is which tells what it counts
WORD = regex.compile(r"\p{L}++(?:-\p{L}++)*+")
PARTICIPLES = regex.compile(r"\p{L}{2,}(?:(?<!e)ed|[ai]d[oa]s?|ée?s?)")
"""How participles end in English, Spanish and French; some nouns do, too."""


def is_headline(line: str, after: str) -> bool:
    """Say whether a line is no sentence, counts people, deaths, homes or places, and tells no deed.

    >>> is_headline("320 people affected", " people affected"), is_headline("57 deaths", " deaths")
    (True, True)
    >>> is_headline("320 people rescued", " people rescued"), is_headline("9 flights", " flights")
    (False, False)
    """
    if ENDED.search(line) or not stems("flows").isdisjoint(words(line)):
        return False
    counted = frozenset(load("editions.toml")["headlines"]["words"])
    if counted.isdisjoint(WORD.findall(after.casefold())[:NOUN]):
        return False
    told = WORD.findall(line.casefold())
    return not any(map(_is_deed, ("", *told), told))


def _is_deed(led: str, word: str) -> bool:
    """Say whether a word tells what was done, and not what befell: behind `in` it is a noun."""
    if led in word_class("prepositions") or word.startswith(_harms()):
        return False
    is_verb = word in verbs() or word in irregular_pasts() or word in irregular_participles()
    return is_verb or PARTICIPLES.fullmatch(word) is not None


@cache
def _harms() -> tuple[str, ...]:
    return tuple(load("editions.toml")["headlines"]["harms"])
