"""Words as they are compared: by their stems, whatever their endings."""

from collections.abc import Sequence
from functools import lru_cache

import regex

from extractor.bind.words import irregular_verbs, verbs
from extractor.keys import key

YEAR = regex.compile(r"(?:19|20)\d\d")
STEM = 5  # letters of a word that are compared


@lru_cache(maxsize=4096)  # headings and labels of tables stand above many figures
def words(text: str) -> Sequence[str]:
    """Return the stems of the words of a text, in order; years are left out.

    A stem is no more than the first letters, which serves any language that ends its words by case
    and number; forms of an English verb are one word.

    >>> words("Boats reported lost in Eastport, 2031 (Phase 3)"), words("Piers built")
    (('boat', 'repor', 'lose', 'eastp', 'phase', '3'), ('pier', 'build'))
    """
    told = key(text).split()
    return tuple(_stem(word) for word in told if word.isalnum() and not YEAR.match(word))


def spoken(text: str) -> list[str]:
    """Return the stems of words, and years; other numbers change from edition to edition."""
    found = [word for word in key(text).split() if word.isalnum()]
    return [_stem(word) for word in found if not word.isdigit() or YEAR.fullmatch(word)]


def _stem(word: str) -> str:
    base = verbs().get(word, word)
    return (base if base in irregular_verbs() else word)[:STEM]
