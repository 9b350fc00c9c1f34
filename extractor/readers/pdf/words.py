"""Characters to words: by printed spaces where there are some, else by the gaps between."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby, pairwise

import regex

from extractor.readers.pdf.chars import GAP, PRINTED, Chars
from extractor.readers.source import Box, Word

RTL = regex.compile(r"[\p{Bidi_Class=R}\p{Bidi_Class=AL}]")

FRACTION = "\u2044"  # parts a raised numerator from its denominator

# All in parts of the type size.
WIDE_GAP = 0.30  # a gap that parts words though no space is printed
DOUBTFUL_GAP = 0.12  # a gap that parts words where PDFium takes it for a space
TOUCHING_GAP = 0.12  # words closer than this, without a space between, are glued
BACKWARD = 0.60  # a jump against the direction of reading begins a new word
OTHER_LINE = 0.10  # a baseline further off than this is another line, or a raised mark
SAME_PLACE = 0.15  # the same character drawn again this close to itself is drawn for boldness

SPARSE_SPACES = 0.04  # a page with fewer printed spaces a character sets its words by gaps alone
NARROW_GAP = 0.17


@dataclass(slots=True)
class GlyphStore:
    """The boxes of every glyph of the document, word after word."""

    left: "array[float]" = field(default_factory=lambda: array("f"))
    top: "array[float]" = field(default_factory=lambda: array("f"))
    right: "array[float]" = field(default_factory=lambda: array("f"))
    bottom: "array[float]" = field(default_factory=lambda: array("f"))
    marked: "array[int]" = field(default_factory=lambda: array("i"))
    """The marked content of each glyph."""
    word_starts: "array[int]" = field(default_factory=lambda: array("l"))
    """First glyph of each word."""
    turned: bytearray = field(default_factory=bytearray)
    """For each word whether it runs up or down the page."""
    page_starts: "array[int]" = field(default_factory=lambda: array("l"))
    """First glyph of each page."""
    confidence: dict[int, float] = field(default_factory=dict)
    """By first glyph, how sure OCR is of a word; a word that the file tells is not in it."""


def page_words(chars: Chars, store: GlyphStore) -> tuple[Word, ...]:
    """Return the words of a page in the order of its content, their glyphs added to the store."""
    store.page_starts.append(len(store.left))
    return tuple(_word(chars, members, glued=glued, store=store) for members, glued in _runs(chars))


def _runs(chars: Chars) -> Iterator[tuple[list[int], bool]]:
    """Yield for each word the indices of its characters and whether it touches the one before."""
    if not chars.text:
        return
    wide = WIDE_GAP if _spaced(chars) else NARROW_GAP
    members, glued = [0], False
    for before, this in pairwise(range(len(chars.text))):
        if _drawn_twice(chars, before, this):
            continue
        parted = _parted(chars, members[-1], this, wide)
        if parted or not _alike(chars, before, this):
            yield members, glued
            members, glued = [this], not parted
        elif _level(chars, members[-1], this):
            members.append(this)
        else:
            yield members, glued
            members, glued = [this], _touching(chars, before, this)
    yield members, glued


def _alike(chars: Chars, before: int, this: int) -> bool:
    """Whether two characters can be of one word."""
    if chars.raised[before] != chars.raised[this] and FRACTION not in chars.text[before : this + 2]:
        return False
    return chars.style[this] == chars.style[before]


def _spaced(chars: Chars) -> bool:
    return chars.space.count(PRINTED) >= SPARSE_SPACES * len(chars.text)


def _gap(chars: Chars, before: int, this: int) -> float:
    """Return the distance between two characters along their line, in parts of the type size."""
    size = max(min(chars.style[before].size, chars.style[this].size), 0.1)
    if chars.style[this].upright:
        gap = max(
            chars.left[this] - chars.right[before],
            chars.left[before] - chars.right[this],
        )
    else:
        gap = max(
            chars.top[this] - chars.bottom[before],
            chars.top[before] - chars.bottom[this],
        )
    return gap / size


def _parted(chars: Chars, before: int, this: int, wide: float) -> bool:
    space = chars.space[this]
    if space == PRINTED:
        return True
    gap = _gap(chars, before, this)
    if gap >= wide or (space == GAP and gap >= DOUBTFUL_GAP):
        return True
    if chars.style[this].upright:
        return _backward(chars, before, this)
    return _aside(chars, before, this)


def _aside(chars: Chars, before: int, this: int) -> bool:
    """Whether a turned character stands in another column than the one it follows."""
    apart = max(
        chars.left[this] - chars.right[before],
        chars.left[before] - chars.right[this],
    )
    return apart > max(chars.style[this].size, chars.style[before].size)


def _backward(chars: Chars, before: int, this: int) -> bool:
    """Whether a level character lies on or before the one it follows, as on a new line."""
    size = max(chars.style[this].size, chars.style[before].size)
    apart = abs(chars.baseline[this] - chars.baseline[before])
    return apart > BACKWARD * size


def _level(chars: Chars, before: int, this: int) -> bool:
    if not chars.style[this].upright:
        return True
    limit = OTHER_LINE * chars.style[this].size
    return abs(chars.baseline[this] - chars.baseline[before]) <= limit


def _touching(chars: Chars, before: int, this: int) -> bool:
    return _gap(chars, before, this) <= TOUCHING_GAP


def _drawn_twice(chars: Chars, before: int, this: int) -> bool:
    if chars.text[before] != chars.text[this] or chars.space[this] == PRINTED:
        return False
    near = SAME_PLACE * chars.style[this].size
    return (
        abs(chars.left[before] - chars.left[this]) < near
        and abs(chars.top[before] - chars.top[this]) < near
        and chars.right[this] - chars.left[this] > near
        # The letters of a ligature share one place exactly; they are not drawn twice.
        and (chars.left[before], chars.top[before]) != (chars.left[this], chars.top[this])
    )


def _word(chars: Chars, members: list[int], *, glued: bool, store: GlyphStore) -> Word:
    style = chars.style[members[0]]
    members = _ligatures_in_order(chars, members)
    first = len(store.left)
    store.word_starts.append(first)
    store.turned.append(not style.upright)
    for i in members:
        store.left.append(chars.left[i])
        store.top.append(chars.top[i])
        store.right.append(chars.right[i])
        store.bottom.append(chars.bottom[i])
        store.marked.append(chars.marked[i])
    return Word(
        text="".join(chars.text[i] for i in members),
        box=_around(chars, members),
        size=style.size,
        font=style.font,
        bold=style.bold,
        italic=style.italic,
        color=style.color,
        glyph=first,
        upright=style.upright,
        glued=glued,
        baseline=chars.baseline[members[0]],
        raised=all(chars.raised[i] for i in members),
    )


def _ligatures_in_order(chars: Chars, members: list[int]) -> list[int]:
    """Return a word's characters with the letters of a right-to-left ligature in reading order.

    PDFium turns the line round as a whole, and with it the letters that share one place.
    """
    if all(chars.text[i].isascii() for i in members):
        return members
    ordered: list[int] = []
    for _, group in groupby(members, key=lambda i: (chars.left[i], chars.right[i], chars.top[i])):
        letters = list(group)
        rtl = len(letters) > 1 and all(RTL.match(chars.text[i]) for i in letters)
        ordered += reversed(letters) if rtl else letters
    return ordered


def _around(chars: Chars, members: list[int]) -> Box:
    return (
        min(chars.left[i] for i in members),
        min(chars.top[i] for i in members),
        max(chars.right[i] for i in members),
        max(chars.bottom[i] for i in members),
    )
