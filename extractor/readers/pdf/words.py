"""Characters to words: by printed spaces where there are some, else by the gaps between."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby, pairwise, repeat
from sys import intern

import numpy as np
import regex

from extractor.readers.pdf.chars import Chars
from extractor.readers.pdf.columns import Flags, Numbers, Whole, text_of
from extractor.readers.pdf.neighbours import Neighbours
from extractor.readers.source import Word

RTL = regex.compile(r"[\p{Bidi_Class=R}\p{Bidi_Class=AL}]")

TOUCHING_GAP = 0.12  # type sizes; words closer than this, without a space between, are glued


@dataclass(slots=True)
class GlyphStore:
    """The boxes of every glyph of the document, word after word."""

    left: "array[float]" = field(default_factory=lambda: array("f"))
    top: "array[float]" = field(default_factory=lambda: array("f"))
    right: "array[float]" = field(default_factory=lambda: array("f"))
    bottom: "array[float]" = field(default_factory=lambda: array("f"))
    marked: "array[int]" = field(default_factory=lambda: array("i"))
    """The marked content of each glyph."""
    word_starts: "array[int]" = field(default_factory=lambda: array("i"))
    """First glyph of each word."""
    turned: bytearray = field(default_factory=bytearray)
    """For each word whether it runs up or down the page."""
    page_starts: "array[int]" = field(default_factory=lambda: array("i"))
    """First glyph of each page."""
    confidence: dict[int, float] = field(default_factory=dict)
    """By first glyph, how sure OCR is of a word; a word that the file tells is not in it."""


def page_words(chars: Chars, store: GlyphStore) -> tuple[Word, ...]:
    """Return the words of a page in the order of its content, their glyphs added to the store."""
    store.page_starts.append(len(store.left))
    if not len(chars):
        return ()
    runs = _runs(chars)
    order = _reading_order(chars, runs)
    first = len(store.left)
    _keep(chars, order, store)
    store.word_starts.frombytes((runs.starts + first).astype("i").tobytes())
    return tuple(_words(chars, runs, order, store))


@dataclass(frozen=True, slots=True)
class _Runs:
    """The words of a page as stretches of its characters."""

    members: Whole
    """The characters that are kept, word after word."""
    starts: Whole
    """Where in `members` each word begins."""
    glued: Flags
    """Whether each word touches the one before."""

    def spans(self) -> Iterator[tuple[int, int]]:
        """Yield where in `members` each word begins and ends."""
        return pairwise((*self.starts.tolist(), len(self.members)))


def _runs(chars: Chars) -> _Runs:
    neighbours = Neighbours(chars)
    members = np.flatnonzero(np.concatenate(([True], ~neighbours.drawn_twice())))
    this, kept = members[1:], members[:-1]
    # What is drawn twice stands between two characters that are kept; fonts change after it.
    before = this - 1
    gap = neighbours.gap(kept, this)
    parted = neighbours.parted(kept, this, gap)
    broken = parted | ~neighbours.alike(before, this)
    begins = broken | ~neighbours.level(kept, this)
    if not np.array_equal(kept, before):
        gap = neighbours.gap(before, this)
    glued = np.where(broken, ~parted, gap <= TOUCHING_GAP)
    starts = np.flatnonzero(np.concatenate(([True], begins)))
    return _Runs(members, starts, np.concatenate(([False], glued))[starts])


def _keep(chars: Chars, order: Whole, store: GlyphStore) -> None:
    """Add the boxes of glyphs to the store."""
    for kept, sides in (
        (store.left, chars.left),
        (store.top, chars.top),
        (store.right, chars.right),
        (store.bottom, chars.bottom),
    ):
        kept.frombytes(sides[order].astype(np.float32).tobytes())
    store.marked.frombytes(chars.marked[order].tobytes())


def _words(chars: Chars, runs: _Runs, order: Whole, store: GlyphStore) -> Iterator[Word]:
    """Return the words, whose glyphs are the last in the store."""
    starts = runs.starts
    boxes = zip(
        np.minimum.reduceat(chars.left[order], starts).tolist(),
        _shared(np.minimum.reduceat(chars.top[order], starts)),
        np.maximum.reduceat(chars.right[order], starts).tolist(),
        _shared(np.maximum.reduceat(chars.bottom[order], starts)),
        strict=True,
    )
    begin = runs.members[starts]
    styles = [chars.styles[number] for number in chars.style[begin].tolist()]
    store.turned.extend([not style.upright for style in styles])
    text = text_of(chars.codes[order])
    # A document says the same words again and again.
    texts = [intern(text[start:end]) for start, end in runs.spans()]
    initials = chars.initials
    return map(
        Word,
        texts,
        boxes,
        [style.size for style in styles],
        [style.font for style in styles],
        [style.bold for style in styles],
        [style.italic for style in styles],
        [style.color for style in styles],
        (starts + (len(store.left) - len(text))).tolist(),
        [style.upright for style in styles],
        runs.glued.tolist(),
        _shared(chars.baseline[order[starts]]),
        np.logical_and.reduceat(chars.raised[order], starts).tolist(),
        [initials.get(at, 0.0) for at in begin.tolist()] if initials else repeat(0.0),
    )


def _shared(numbers: Numbers) -> list[float]:
    """Return numbers, equal ones as one object: the words of a line have most of theirs alike."""
    values, known = numbers.tolist(), dict[float, float]()
    return list(map(known.setdefault, values, values))


def _reading_order(chars: Chars, runs: _Runs) -> Whole:
    """Return the characters word after word, the letters within one in reading order."""
    if not RTL.search(text_of(chars.codes[runs.members])):
        return runs.members
    text = chars.text
    return np.array(
        [
            i
            for start, end in runs.spans()
            for i in _ligatures_in_order(chars, text, runs.members[start:end].tolist())
        ]
    )


def _ligatures_in_order(chars: Chars, text: str, members: list[int]) -> list[int]:
    """Return a word's characters with the letters of a right-to-left ligature in reading order.

    PDFium turns the line round as a whole, and with it the letters that share one place.
    """
    if all(text[i].isascii() for i in members):
        return members
    ordered: list[int] = []
    for _, group in groupby(members, key=lambda i: (chars.left[i], chars.right[i], chars.top[i])):
        letters = list(group)
        rtl = len(letters) > 1 and all(RTL.match(text[i]) for i in letters)
        ordered += reversed(letters) if rtl else letters
    return ordered
