"""Cells that hold text: what it counts is told by its own words, not by row and column."""

from functools import lru_cache

import regex

SENTENCES = regex.compile(r"[.;!?] \s++ \p{Lu} [\p{L}\s]", regex.X)
WORDS = regex.compile(r"\p{L}{2,}+")
MAX_WORDS = 5  # around a value that its row and column tell: `22 of 36 sheds (61 %)`
MAX_TEXT = 25  # words; a longer cell is running text


@lru_cache(maxsize=4096)  # tables say the same again and again
def is_running_text(text: str) -> bool:
    """Say whether a cell holds sentences, whose figures its row and column do not tell."""
    return SENTENCES.search(text) is not None or text.count(" ") >= MAX_TEXT


@lru_cache(maxsize=4096)
def is_phrase(text: str) -> bool:
    """Say whether a cell is a phrase with a number in it, which tells itself what that is.

    >>> is_phrase("High risk of fires in the sheds (78 burnt)"), is_phrase("200 (as a whole)")
    (True, False)
    """
    return len(WORDS.findall(text)) > MAX_WORDS
