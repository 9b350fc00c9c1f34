"""Cells that hold a number rather than words."""

from functools import lru_cache

import regex

NUMERIC = regex.compile(
    r"""
    ^ (?! [QHTS] [1-4] \s )  # a quarter
    [\s\d.,()%$€£+\-−–'’*A-Z]{0,4} \d [\s\d.,()%+\-−–'’]*+ [%\p{L}]{0,3} $
    """,
    regex.X,
)


@lru_cache(maxsize=8192)  # each cell is asked several times
def is_numeric(text: str) -> bool:
    """Say whether a cell holds a number rather than words.

    >>> is_numeric("$1,250"), is_numeric("(3.4%)"), is_numeric("Shelter 2")
    (True, True, False)
    """
    return NUMERIC.match(text) is not None
