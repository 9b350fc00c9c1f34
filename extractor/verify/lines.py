"""The words in a box, read as a part of a quote."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import numpy as np
import regex
from numpy.typing import NDArray

from extractor.readers.source import Box
from extractor.verify.spelling import HYPHENS, LEADER_DOTS, drawn, without_dots

Sides = NDArray[np.float64]

LOOSE_PT = 0.1  # a box is written in hundredths, and an id does not change by a tenth
MOST_TRIED = 300  # words of one line that are tried in any order

RTL = regex.compile(r"[\p{Bidi_Class=R}\p{Bidi_Class=AL}]")
STOPS = ".,:;،؛"


@dataclass(frozen=True, slots=True)
class Printed:
    """The part of a word that stands in a box."""

    text: str
    drawn: str
    """What of it a quote has to have."""
    sides: Sides
    """Of each character left, top, right, bottom, as rows."""
    shared: bool
    """Whether it stands in the lines of two blocks, and may be no part of this one."""
    slanted: bool = False
    """Whether it leans, so that in the box around it there is much that stands beside it."""
    whole: bool = True
    """Whether it is all of the word."""


@dataclass(frozen=True, slots=True)
class Line:
    """What stands in a box."""

    words: Sequence[Printed]
    """From left to right."""

    @classmethod
    def of(cls, words: Iterable[Printed]) -> "Line":
        """Return a line of words; beside slanted ones parts of others stick into the box."""
        ordered = sorted(words, key=lambda word: float(word.sides[0, 0] + word.sides[2, 0]))
        if any(word.slanted and word.whole for word in ordered):
            ordered = [word for word in ordered if word.whole or not word.slanted]
        return cls(_without_leaders(ordered))

    def without_dots(self) -> "Line":
        """Return the same words, of which no dot has to be drawn but those within them."""
        return Line([replace(word, drawn=without_dots(word.drawn)) for word in self.words])

    def read(self, wanted: str, at: int) -> Sequence[Printed] | None:
        """Return the words that a text goes on with from a place; None where others are there.

        Words of a line are read from left to right, from right to left, or both in turns.
        """
        for order in (self.words, self.words[::-1]):
            if wanted.startswith("".join(word.drawn for word in order), at):
                return order
        if len(self.words) > MOST_TRIED:
            return None
        # The longest first, as `12` goes on with `1` too, of equals one of this block only; else as
        # the writing mostly runs.
        longest = sorted(self.words, key=lambda word: (-len(word.drawn), word.shared))
        tried = (_in_turns(order, wanted, at) for order in (longest, self.words[::-1], self.words))
        if (read := next((read for read in tried if read is not None), None)) is not None:
            return read
        parted = [part for word in self.words[::-1] for part in _parted(word)]
        rtl = len(parted) > len(self.words) and RTL.search(wanted)
        return _in_turns(parted, wanted, at) if rtl else None


def unfilled(box: Box, words: Sequence[Printed], size: tuple[float, float]) -> list[float] | None:
    """Return the box around words where the given one is another; None where it is that one.

    It ends where the page of that size does. A hyphen at its end may have been mended away.
    """
    if not words:
        return []
    sides = np.concatenate([word.sides for word in words], axis=1)
    hyphen = np.array([character in HYPHENS for word in words for character in word.text])
    whole = _around(sides, size)
    bare = whole if hyphen.all() else _around(sides[:, ~hyphen], size)
    near = (np.abs(box - whole) <= LOOSE_PT) | (np.abs(box - bare) <= LOOSE_PT)
    return None if near.all() else [round(side, 2) for side in whole.tolist()]


def _parted(word: Printed) -> Iterator[Printed]:
    """Yield a word and the stops at its ends, each by itself.

    In writing that runs from the right the stop after a number stands on its left.
    """
    text = word.text
    first, last = len(text) - len(text.lstrip(STOPS)), len(text.rstrip(STOPS))
    for start, end in ((0, first), (first, last), (max(first, last), len(text))):
        if start < end:
            part, sides = text[start:end], word.sides[:, start:end]
            yield Printed(text=part, drawn=drawn(part), sides=sides, shared=word.shared)


def _in_turns(preferred: Sequence[Printed], wanted: str, at: int) -> Sequence[Printed] | None:
    """Return the words as a text goes on with them, of several that would do the preferred one."""
    left, read = list(preferred), list[Printed]()
    while word := next((word for word in left if wanted.startswith(word.drawn, at)), None):
        left.remove(word)
        read.append(word)
        at += len(word.drawn)
    if read and all(word.slanted for word in read if word.drawn):
        return read
    return read if all(word.shared or _is_over(word, read) for word in left) else None


def _is_over(word: Printed, others: Sequence[Printed]) -> bool:
    """Whether a word is printed over others: the same again, or another text."""
    if not others:
        return False
    left, top, right, bottom = np.concatenate([other.sides for other in others], axis=1)
    x = (word.sides[0] + word.sides[2])[:, None] / 2
    y = (word.sides[1] + word.sides[3])[:, None] / 2
    covered = (left <= x) & (x <= right) & (top <= y) & (y <= bottom)
    return bool(covered.any(axis=1).all())


def _without_leaders(words: Sequence[Printed]) -> list[Printed]:
    """Return words of which none has to be drawn that is but dots of a leader, set apart."""
    dots = [not word.text.strip(".") for word in words]
    made = list(words)
    for is_dots, run in groupby(range(len(words)), key=dots.__getitem__):
        row = list(run)
        if is_dots and sum(len(words[at].text) for at in row) >= LEADER_DOTS:
            for at in row:
                made[at] = replace(words[at], drawn="")
            if before := row[0]:  # the stop of an abbreviation is a dot of the row
                last = words[before - 1]
                made[before - 1] = replace(last, drawn=last.drawn.rstrip("."))
    return made


def _around(sides: Sides, size: tuple[float, float]) -> Sides:
    around = np.concatenate((sides[:2].min(axis=1), sides[2:].max(axis=1)))
    on_page: Sides = np.clip(around, 0.0, np.array((*size, *size)))
    return on_page
