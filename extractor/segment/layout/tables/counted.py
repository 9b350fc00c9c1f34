"""Heads that look like numbers: columns counted on by one."""

from collections.abc import Sequence
from itertools import pairwise

import regex

LEAST_COUNTED = 3  # numbers of a row that counts its columns
PLACE = regex.compile(r"(\d{1,2}) (?: \s? = \s? [\d()\s+\-−–/*×÷]{1,30} )?", regex.X)  # 5 = 4 - 3
IN_BRACKETS = regex.compile(r"[(\[] (?<place> [^()\[\]]{1,12} ) [)\]]", regex.X)


def count_columns(texts: Sequence[str], *, labelled: bool) -> bool:
    """Whether the texts of a row number the columns.

    Where the first stands over the labels, brackets tell it from a row of values.

    >>> count_columns(["13", "14", "15"], labelled=False)
    True
    >>> count_columns(["1", "2", "3"], labelled=True)
    False
    >>> count_columns(["(1)", "(2)", "(3) = (2) - (1)"], labelled=True)
    True
    >>> count_columns(["(1)", "2", "3", "4"], labelled=True)
    False
    """
    bracketed = all(IN_BRACKETS.match(text) for text in texts)
    return (bracketed or not labelled) and _count_on(texts)


def _count_on(texts: Sequence[str]) -> bool:
    """Whether texts are numbers of one or two digits, each one more than that before it."""
    bare = [IN_BRACKETS.sub(r"\g<place>", text, count=1) for text in texts]
    places = [PLACE.fullmatch(text) for text in bare]
    if len(places) < LEAST_COUNTED or None in places:
        return False
    counts = [int(place[1]) for place in places if place]
    return all(one + 1 == other for one, other in pairwise(counts))
