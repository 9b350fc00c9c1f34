"""Letters that are set apart for effect: they are words all the same."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

import numpy as np

from extractor.readers.pdf.chars import JOINED, PRINTED, Chars
from extractor.readers.pdf.columns import Flags, Numbers, text_of

# In parts of the type size.
LEAST_GAP = 0.10  # between most letters of a word set apart
TOUCHING = 0.05  # letters closer than this are set as usual, or as a kerned pair
WIDEST_LETTER_GAP = 0.90
WIDEST_GAP = 2.0  # between words of one line
LEVEL = 0.10
MOST_KERNED = 0.14  # so much nearer stand the letters of a pair like AV; no space is so narrow

WORD_GAP = 1.6  # in letter gaps: a gap as wide as this parts words
LEAST_EVEN = 0.4  # the narrowest of the letter gaps, in letter gaps
LEAST_LETTERS = 4
LEAST_LETTER_SHARE = 0.5
LAST_OF_SPACED_SCRIPTS = "\u052f"  # Latin, Greek, Cyrillic; others set their letters otherwise
# Initials over the narrow columns of a calendar are letters set apart, and no word.
CALENDARS = ("JFMAMJJASOND", "EFMAMJJASOND", "MTWTFSS", "SMTWTFS", "LMMJVSD", "LMXJVSD", "DLMMJVS")


def with_words_joined(chars: Chars) -> Chars:
    """Return the characters, letters that are set apart evenly marked as joined to words."""
    if len(chars) < LEAST_LETTERS:
        return chars
    gaps, linked, touching = _gaps(chars)
    space = chars.space.copy()
    for start, end in _stretches(linked):
        if touching[start] or touching[end : end + 1].any():
            continue  # the end of a word, words of one letter, the beginning of a word
        style = chars.style[start]
        if not chars.styles[style].upright or (chars.style[start:end] != style).any():
            continue
        letters, apart = text_of(chars.codes[start:end]), gaps[start + 1 : end].tolist()
        if _is_spaced(letters, apart):
            limit = WORD_GAP * median(apart)
            for i, gap in enumerate(apart, start + 1):
                space[i] = JOINED if gap < limit else PRINTED
    return replace(chars, space=space)


def _gaps(chars: Chars) -> tuple[Numbers, Flags, Flags]:
    """Return how far each character stands from the one before it on its line.

    Beside it stands whether it may go on a word set apart, and whether it goes on a usual one.
    """
    # The box of a level character is as high as its type; turned ones are sorted out later.
    size = np.maximum(chars.bottom - chars.top, 1.0)
    gaps = np.zeros(len(size))
    gaps[1:] = (chars.left[1:] - chars.right[:-1]) / size[1:]
    level = np.zeros(len(size), np.bool_)
    level[1:] = np.abs(np.diff(chars.baseline)) <= LEVEL * size[1:]
    apart = (gaps >= TOUCHING) & (gaps <= WIDEST_GAP) & level
    close = (gaps > -LEAST_GAP) & (gaps < TOUCHING) & level
    kerned = close & _between(apart, level)
    return gaps, apart | kerned, close & ~kerned


def _between(apart: Flags, level: Flags) -> Flags:
    """Return which letters may be the second of a kerned pair: alone among letters set apart.

    At an end of the line only one side tells.
    """
    after_end, after_apart = np.append(~level[1:], True), np.append(apart[1:], False)
    before_end, before_apart = np.append(True, ~level[:-1]), np.append(False, apart[:-1])
    sides = (before_apart | before_end) & (after_apart | after_end)
    found: Flags = sides & (before_apart | after_apart)
    return found


def _stretches(linked: Flags) -> Iterator[tuple[int, int]]:
    """Yield from where to where characters follow each other, each apart from the next."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], linked, [False])).astype(np.int8)))
    for start, end in edges.reshape(-1, 2).tolist():
        if end - start + 1 >= LEAST_LETTERS:
            yield start - 1, end


def _is_spaced(text: str, gaps: Sequence[float]) -> bool:
    """Whether letters at these distances are words, and no columns of single letters."""
    usual = median(gaps)
    between = [gap for gap in gaps if gap < WORD_GAP * usual]
    words = len(gaps) - len(between) + 1
    latin = sum(letter.isalpha() and letter <= LAST_OF_SPACED_SCRIPTS for letter in text)
    return (
        LEAST_GAP <= usual <= WIDEST_LETTER_GAP
        and min(between) >= min(LEAST_EVEN * usual, usual - MOST_KERNED)
        and latin >= max(LEAST_LETTERS, LEAST_LETTER_SHARE * len(text))
        and len(text) >= 2 * words
        and not _is_series(text)
    )


def _is_series(text: str) -> bool:
    """Whether letters are one repeated, a stretch of the alphabet, or of a calendar."""
    steps = {ord(after) - ord(before) for before, after in pairwise(text)}
    return steps <= {0} or steps <= {1} or any(text in calendar * 3 for calendar in CALENDARS)
