"""Titles of sections, tables and lines, as they are compared."""

from extractor.editions.labels import unnumbered
from extractor.editions.stems import words

WORDED = 3  # letters of a title that is more than a code


def letters(title: str) -> str:
    """Return the letters and digits of a title: how it is spaced and hyphenated says nothing.

    The number of a table is no part of its title; a title of nothing but signs stays as it is.

    >>> letters("Table 3. Re-building schools (2031)") == letters("rebuilding  Schools 2031")
    True
    """
    title = unnumbered(title).casefold()
    return "".join(filter(str.isalnum, title)) or title.strip()


def spoken(title: str) -> str:
    """Return the letters of a title: its numbers and years are told of by figures.

    >>> spoken("Wells as of 2 May") == spoken("Wells, as of 3 May"), spoken("2a.1")
    (True, '2a1')
    """
    told = letters(title)
    return "".join(filter(str.isalpha, told)) if is_worded(title) else told


def is_worded(title: str) -> bool:
    """Say whether a title is more than a number or a code."""
    return sum(map(str.isalpha, title)) >= WORDED


def worded(title: str) -> frozenset[str]:
    """Return the stems of a title's words, without numbers and codes."""
    return frozenset(filter(str.isalpha, words(title)))
