"""The characters of a page, read through PDFium: what would change with the engine."""

import ctypes
import sys
from dataclasses import dataclass, field
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from extractor.readers.pdf.columns import Codes, Flags, Numbers, Whole, run_starts, text_of
from extractor.readers.pdf.marked import UNMARKED, marked_content
from extractor.readers.pdf.native import (
    Handle,
    Rooms,
    argument,
    char_code,
    char_count,
    char_ink_box,
    char_loose_box,
    char_origin,
    char_owner,
    char_unmapped,
    chars_written,
)
from extractor.readers.pdf.styles import Style, StyleReader
from extractor.readers.pdf.view import View

FIGURES = "0123456789⁰¹²³⁴⁵⁶⁷⁸⁹"  # an Arabic zero is small by nature
ARABIC = 0x600, 0x6FF
SMALL_IN_ARABIC = (ord("0"), ord("5"))  # fonts there may draw the Arabic figures for them
RAISED_HEIGHT = 0.55  # type sizes; a figure's ink is higher, a superior one's is not
RAISED_CLEAR = 0.18  # type sizes between the baseline and the ink of a superior figure

REPLACEMENT = "\ufffd"
SURROGATES = 0xD800, 0xDFFF
MOST_CHARS = 200_000  # of a page; a poster of small print has a quarter of them
HYPHEN_AT_LINE_END = 2  # what PDFium makes of a hyphen that ends a line
NO_CHARACTER = 0xFFFE  # what PDFium puts into a text for it

Small = NDArray[np.uint8]


@dataclass(slots=True, kw_only=True)
class Chars:
    """The characters of a page in the order of the content, boxes in points from the top left."""

    codes: Codes
    """The code point of each."""
    left: Numbers
    top: Numbers
    right: Numbers
    bottom: Numbers
    baseline: Numbers
    styles: tuple[Style, ...] = ()
    """All styles; `style` has the number of each character's."""
    style: Whole
    space: Small
    """What stood before: 0 nothing, 1 a gap that PDFium takes for a space, 2 a printed space,
    3 a gap that only sets the letters of a word apart."""
    raised: Flags
    """Whether a digit is a raised form of its font: told by its ink, not by its size."""
    marked: NDArray[np.int32]
    """The marked content that it is part of, as `marked_content` tells."""
    owner: Whole
    """PDFium's text object that it is of; empty where pdfplumber read the characters."""
    initials: dict[int, float] = field(default_factory=dict)
    """By index, where the large initials end that were made letters of their words."""

    def __len__(self) -> int:
        return len(self.codes)

    @property
    def text(self) -> str:
        """The characters."""
        return text_of(self.codes)

    @property
    def size(self) -> Numbers:
        """The type size of each character."""
        return np.array([style.size for style in self.styles], np.float64)[self.style]

    @property
    def upright(self) -> Flags:
        """Whether each character stands upright."""
        return np.array([style.upright for style in self.styles], np.bool_)[self.style]

    def picked(self, kept: Whole) -> "Chars":
        """Return some of the characters, by index."""
        return Chars(
            codes=self.codes[kept],
            left=self.left[kept],
            top=self.top[kept],
            right=self.right[kept],
            bottom=self.bottom[kept],
            baseline=self.baseline[kept],
            styles=self.styles,
            style=self.style[kept],
            space=self.space[kept],
            raised=self.raised[kept],
            marked=self.marked[kept],
            owner=self.owner[kept] if len(self.owner) else self.owner,
        )


GAP, PRINTED, JOINED = 1, 2, 3
LEANING = -1  # text that is turned by no quarter
_IS_FIGURE = np.zeros(max(map(ord, FIGURES)) + 2, np.bool_)  # of the last one none is a figure
_IS_FIGURE[list(map(ord, FIGURES))] = True
LAST_BLANK = 0x3000  # of all white space the last in Unicode
_IS_BLANK = np.array([chr(code).isspace() for code in range(LAST_BLANK + 1)] + [False])


class CharReader:
    """Reads the characters of one page, all of them together as far as PDFium lets itself ask."""

    def __init__(self, textpage: object, view: View, rooms: Rooms, *, tagged: bool = False) -> None:
        self._page = argument(textpage)
        self.view = view
        self._rooms = rooms
        self._styles = StyleReader(self._page, view, rooms)
        self._tagged = tagged

    @property
    def cut(self) -> bool:
        """Whether the page has more characters than are read."""
        return int(char_count(self._page)) > MOST_CHARS

    def read(self) -> Chars:
        """Return the page's characters; white space only shows in `space`."""
        count = min(max(0, char_count(self._page)), MOST_CHARS)
        codes, blank = self._codes(count)
        owner = np.fromiter(map(char_owner, repeat(self._page), range(count)), np.int64, count)
        owned = owner != 0
        written, boxes = self._boxes(np.flatnonzero(owned & ~blank))
        spaces = np.where(blank, np.where(owned, PRINTED, GAP), 0).astype(np.uint8)
        chars = self._placed(codes[written], owner[written], written, boxes)
        if len(written):
            chars.space = _before(spaces, written)
            chars.raised = self._raised(chars, written)
        return chars

    def _codes(self, count: int) -> tuple[Codes, Flags]:
        """Return the code point of each character, and whether it is blank."""
        codes = self._told(count)
        codes[codes == HYPHEN_AT_LINE_END] = ord("-")
        codes[(codes > 0) & (codes < ord(" "))] = ord(" ")
        first, last = SURROGATES
        codes[(codes == 0) | (codes > sys.maxunicode)] = ord(REPLACEMENT)
        codes[(codes >= first) & (codes <= last)] = ord(REPLACEMENT)
        # PDFium gives the number of a glyph for a character that it does not know: a guess.
        wrong = list(map(char_unmapped, repeat(self._page), range(count)))
        if 1 in wrong:
            codes[np.array(wrong) == 1] = ord(REPLACEMENT)
        return codes, _IS_BLANK[np.minimum(codes, LAST_BLANK + 1)]

    def _told(self, count: int) -> Codes:
        """Return the codes that PDFium gives the characters."""
        room = (ctypes.c_ushort * (count + 1))()
        if chars_written(self._page, 0, count, room) != count + 1:  # one more ends the text
            # Control characters are left out of it.
            return np.array(list(map(char_code, repeat(self._page), range(count))), np.uint32)
        codes: Codes = np.frombuffer(bytes(room), np.uint16)[:count].astype(np.uint32)
        for at in np.flatnonzero(codes == NO_CHARACTER).tolist():
            codes[at] = char_code(self._page, at)
        return codes

    def _boxes(self, places: Whole) -> tuple[Whole, Numbers]:
        """Return the characters that PDFium gives a box, and the boxes as seen from the top left.

        The boxes are the rows left, top, right, bottom.
        """
        at = places.tolist()
        boxed, corners = self._rooms.box.filled(char_loose_box, [self._page] * len(at), at)
        left, top, right, bottom = corners[boxed].astype(np.float64).T
        return places[boxed], self.view.boxes(left, bottom, right, top)

    def _placed(self, codes: Codes, owner: Whole, places: Whole, boxes: Numbers) -> Chars:
        """Return the characters; an upright one is as high as its type."""
        starts = run_starts(owner)
        owners, firsts = owner[starts].tolist(), dict[int, int]()
        for address, place in zip(owners, places[starts].tolist(), strict=True):
            firsts.setdefault(address, place)
        things = list(map(Handle, firsts))
        style, baseline = self._styles.read(list(firsts.values()), things)
        marked = list(map(marked_content, things)) if self._tagged else [UNMARKED] * len(things)
        number = {address: i for i, address in enumerate(firsts)}
        lengths = np.diff(np.append(starts, len(owner)))
        members = np.repeat(np.array([number[one] for one in owners], np.int64), lengths)
        left, top, right, bottom = boxes
        chars = Chars(
            codes=codes,
            left=left,
            top=top,
            right=right,
            bottom=bottom,
            baseline=baseline[members],
            styles=self._styles.styles,
            style=style[members],
            space=np.zeros(len(codes), np.uint8),
            raised=np.zeros(len(codes), np.bool_),
            marked=np.array(marked, np.int32)[members],
            owner=owner,
        )
        _set_height(chars)
        return chars

    def _raised(self, chars: Chars, written: Whole) -> Flags:
        """Return for each character whether it is a digit whose ink stands clear of the line."""
        raised = np.zeros(len(chars), np.bool_)
        is_figure = _IS_FIGURE[np.minimum(chars.codes, len(_IS_FIGURE) - 1)]
        if np.any((chars.codes >= ARABIC[0]) & (chars.codes <= ARABIC[1])):
            is_figure &= ~np.isin(chars.codes, SMALL_IN_ARABIC)
        digits = np.flatnonzero(is_figure & chars.upright)
        if len(digits):
            raised[digits] = self._is_raised(written[digits], chars.size[digits])
        return raised

    def _is_raised(self, places: Whole, size: Numbers) -> Flags:
        at = places.tolist()
        boxed, ink = self._rooms.ink.filled(char_ink_box, [self._page] * len(at), at)
        # A page on its side has its heights along x.
        level = self.view.matrix[0] != 0
        low, high = (ink[:, 2], ink[:, 3]) if level else (ink[:, 0], ink[:, 1])
        raised: Flags = boxed & (high - low < RAISED_HEIGHT * size)
        small = np.flatnonzero(raised)
        at = places[small].tolist()
        origin = self._rooms.origin.filled(char_origin, [self._page] * len(at), at)[1]
        stand = origin[:, 1] if level else origin[:, 0]
        clear = np.minimum(np.abs(low[small] - stand), np.abs(high[small] - stand))
        raised[small] = clear > RAISED_CLEAR * size[small]
        return raised


def _set_height(chars: Chars) -> None:
    """Make boxes as high as their type on the side to which it rises, whatever fonts claim."""
    turns = [LEANING if style.turn is None else style.turn for style in chars.styles]
    turn, size = np.array(turns, np.int64)[chars.style], chars.size
    left, top, right, bottom = chars.left, chars.top, chars.right, chars.bottom
    for quarters, side, foot, rise in (
        (0, top, bottom, -1),
        (1, left, right, -1),
        (2, bottom, top, 1),
        (3, right, left, 1),
    ):
        if quarters in turns:
            turned = np.flatnonzero(turn == quarters)
            side[turned] = foot[turned] + rise * size[turned]
    # Only the baseline of an upright character says where it stands.
    chars.baseline = np.where(chars.upright, chars.baseline, bottom)


def _before(spaces: Small, written: Whole) -> Small:
    """Return for each written character the widest space since the one before it."""
    starts = np.concatenate(([0], written[:-1]))
    found: Small = np.maximum.reduceat(spaces[: written[-1] + 1], starts)
    return found
