"""What two readers of characters make of the digits of a page: where they disagree."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from extractor.readers.geometry import around, downwards, shared, sideways
from extractor.readers.pdf.chars import Chars
from extractor.readers.pdf.words import GlyphStore, page_words
from extractor.readers.source import Box

DIGITS = regex.compile(r"\d++")
OVERLAP = 0.5  # share of the narrower digit, and of the lower one, that lies on the other


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A place where two readers do not find the same digits, in the order of reading."""

    one: str
    other: str
    box: Box


@dataclass(frozen=True, slots=True)
class _Digit:
    text: str
    box: Box
    first: bool
    """Whether the first of the two readers found it."""
    run: int
    """Number of its run of digits."""
    turned: bool


def disagreements(one: Chars, other: Chars) -> list[Disagreement]:
    """Return where two readings of a page have other digits, from top to bottom.

    Digits are compared where they stand: the order of the content and how a number is parted into
    words do not matter.
    """
    digits = [*_digits(one, 0, first=True), *_digits(other, len(one), first=False)]
    found = []
    for place in _places(digits):
        place.sort(key=lambda digit: digit.box[1 if digit.turned else 0])
        read = ["".join(d.text for d in place if d.first is first) for first in (True, False)]
        if read[0] != read[1]:
            found.append(Disagreement(read[0], read[1], around([d.box for d in place])))
    return sorted(found, key=lambda one: (one.box[1], one.box[0]))


def _digits(chars: Chars, run: int, *, first: bool) -> Iterator[_Digit]:
    store = GlyphStore()
    for word in page_words(chars, store):
        for match in DIGITS.finditer(word.text):
            run += 1
            for at in range(word.glyph + match.start(), word.glyph + match.end()):
                box = store.left[at], store.top[at], store.right[at], store.bottom[at]
                text = word.text[at - word.glyph]
                yield _Digit(text, box, first, run, not word.upright)


def _places(digits: Sequence[_Digit]) -> list[list[_Digit]]:
    """Return the digits by place: those of one run, and of the runs of the other reader on it."""
    parent = {digit.run: digit.run for digit in digits}

    def root(run: int) -> int:
        while parent[run] != run:
            parent[run] = parent[parent[run]]
            run = parent[run]
        return run

    open_digits: list[_Digit] = []
    for digit in sorted(digits, key=lambda digit: digit.box[1]):
        open_digits = [one for one in open_digits if one.box[3] > digit.box[1]]
        for one in open_digits:
            if one.first is not digit.first and _same_place(one.box, digit.box):
                parent[root(one.run)] = root(digit.run)
        open_digits.append(digit)
    places: dict[int, list[_Digit]] = {}
    for digit in digits:
        places.setdefault(root(digit.run), []).append(digit)
    return list(places.values())


def _same_place(one: Box, other: Box) -> bool:
    across = shared(sideways(one), sideways(other))
    down = shared(downwards(one), downwards(other))
    narrower = min(one[2] - one[0], other[2] - other[0])
    lower = min(one[3] - one[1], other[3] - other[1])
    return across > OVERLAP * narrower and down > OVERLAP * lower
