"""The characters of a page, read through PDFium: what would change with the engine."""

import sys
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import repeat

import numpy as np
import regex
from numpy.typing import NDArray

from extractor.readers.pdf.marked import UNMARKED, marked_content
from extractor.readers.pdf.native import (
    char_code,
    char_count,
    char_ink_box,
    char_loose_box,
    char_origin,
    char_owner,
    char_unmapped,
    handle,
    page_object,
)
from extractor.readers.pdf.styles import Style, StyleReader
from extractor.readers.pdf.view import View

FIGURES = frozenset("0123456789⁰¹²³⁴⁵⁶⁷⁸⁹")  # an Arabic zero is small by nature
RAISED_HEIGHT = 0.55  # type sizes; a figure's ink is higher, a superior one's is not
RAISED_CLEAR = 0.18  # type sizes between the baseline and the ink of a superior figure

REPLACEMENT = "\ufffd"
SURROGATE = regex.compile(r"[\ud800-\udfff]")
MOST_CHARS = 200_000  # of a page; a poster of small print has a quarter of them
HYPHEN_AT_LINE_END = "\x02"  # what PDFium makes of a hyphen that ends a line

Numbers = NDArray[np.float64]
Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(slots=True)
class Chars:
    """The characters of a page in the order of the content, boxes in points from the top left."""

    text: list[str] = field(default_factory=list)
    left: "array[float]" = field(default_factory=lambda: array("d"))
    top: "array[float]" = field(default_factory=lambda: array("d"))
    right: "array[float]" = field(default_factory=lambda: array("d"))
    bottom: "array[float]" = field(default_factory=lambda: array("d"))
    baseline: "array[float]" = field(default_factory=lambda: array("d"))
    style: list[Style] = field(default_factory=list)
    space: bytearray = field(default_factory=bytearray)
    """What stood before: 0 nothing, 1 a gap that PDFium takes for a space, 2 a printed space,
    3 a gap that only sets the letters of a word apart."""
    raised: bytearray = field(default_factory=bytearray)
    """Whether a digit is a raised form of its font: told by its ink, not by its size."""
    marked: "array[int]" = field(default_factory=lambda: array("i"))
    """The marked content that it is part of, as `marked_content` tells."""
    owner: list[int] = field(default_factory=list)
    """PDFium's text object that it is of; empty where pdfplumber read the characters."""
    initials: dict[int, float] = field(default_factory=dict)
    """By index, where the large initials end that were made letters of their words."""

    def picked(self, kept: Sequence[int]) -> "Chars":
        """Return some of the characters, by index."""
        return Chars(
            text=[self.text[i] for i in kept],
            left=array("d", [self.left[i] for i in kept]),
            top=array("d", [self.top[i] for i in kept]),
            right=array("d", [self.right[i] for i in kept]),
            bottom=array("d", [self.bottom[i] for i in kept]),
            baseline=array("d", [self.baseline[i] for i in kept]),
            style=[self.style[i] for i in kept],
            space=bytearray(self.space[i] for i in kept),
            raised=bytearray(self.raised[i] for i in kept),
            marked=array("i", [self.marked[i] for i in kept]),
            owner=[self.owner[i] for i in kept] if self.owner else [],
        )

    def styles(self) -> tuple[list[Style], Whole]:
        """Return the different styles, and for each character the number of its own."""
        # To hash a style for each character would take longer than all else that needs them.
        addresses = np.fromiter(map(id, self.style), np.int64, len(self.style))
        _, firsts, objects = np.unique(addresses, return_index=True, return_inverse=True)
        found = [self.style[i] for i in firsts.tolist()]
        numbers = {style: number for number, style in enumerate(dict.fromkeys(found))}
        return list(numbers), np.array([numbers[style] for style in found], np.int64)[objects]


GAP, PRINTED, JOINED = 1, 2, 3
LEANING = -1  # text that is turned by no quarter


@dataclass(frozen=True, slots=True)
class _Object:
    """A text object: its style, and how its characters' boxes are made."""

    style: Style
    baseline: float
    marked: int


class CharReader:
    """Reads the characters of one page, all of them together as far as PDFium lets itself ask."""

    def __init__(self, textpage: object, view: View, *, tagged: bool = False) -> None:
        self._page = handle(textpage)
        self._view = view
        self._styles = StyleReader(self._page, view)
        self._tagged = tagged

    @property
    def cut(self) -> bool:
        """Whether the page has more characters than are read."""
        return int(char_count(self._page)) > MOST_CHARS

    def read(self) -> Chars:
        """Return the page's characters; white space only shows in `space`."""
        count = min(max(0, char_count(self._page)), MOST_CHARS)
        codes = list(map(char_code, repeat(self._page), range(count)))
        owners = list(map(char_owner, repeat(self._page), range(count)))
        known = {code: _character(code) for code in set(codes)}
        # PDFium gives the number of a glyph for a character that it does not know: a guess.
        wrong = map(char_unmapped, repeat(self._page), range(count))
        text = [
            REPLACEMENT if error == 1 else known[code]
            for error, code in zip(wrong, codes, strict=True)
        ]
        blank = np.fromiter(map(str.isspace, text), np.bool_, count)
        owned = np.fromiter(map(bool, owners), np.bool_, count)
        written, boxes = self._boxes(np.flatnonzero(owned & ~blank))
        if not len(written):
            return Chars()
        spaces = np.where(blank, np.where(owned, PRINTED, GAP), 0).astype(np.uint8)
        at = written.tolist()
        chars = self._placed(at, [owners[i] for i in at], boxes)
        chars.text = [text[i] for i in at]
        chars.space = bytearray(_before(spaces, written).tobytes())
        chars.raised = self._raised(chars, written)
        return chars

    def _boxes(self, places: Whole) -> tuple[Whole, Numbers]:
        """Return the characters that PDFium gives a box, and the boxes as seen from the top left.

        The boxes are the columns left, top, right, bottom.
        """
        corners = np.zeros((len(places), 4), np.float32)
        given = map(char_loose_box, repeat(self._page), places.tolist(), _addresses(corners))
        boxed = np.fromiter(map(bool, given), np.bool_, len(places))
        left, top, right, bottom = corners[boxed].astype(np.float64).T
        return places[boxed], self._view.boxes(left, bottom, right, top)

    def _placed(self, at: list[int], owners: list[int], boxes: Numbers) -> Chars:
        """Return the characters without their text; an upright one is as high as its type."""
        # Read backwards, what remains of each object is the first character of it.
        firsts = dict(zip(reversed(owners), reversed(at), strict=True))
        objects = [self._object(first, owner) for owner, first in firsts.items()]
        number = {owner: i for i, owner in enumerate(firsts)}
        members = [number[owner] for owner in owners]
        upright = np.array([one.style.upright for one in objects], np.bool_)[members]
        size = np.array([one.style.size for one in objects])[members]
        baseline = np.array([one.baseline for one in objects])[members]
        marked = np.array([one.marked for one in objects], np.int32)[members]
        turn = np.array([LEANING if (t := one.style.turn) is None else t for one in objects])
        _set_height(boxes, size, turn[members])
        left, top, right, bottom = boxes
        return Chars(
            left=_array(left),
            top=_array(top),
            right=_array(right),
            bottom=_array(bottom),
            baseline=_array(np.where(upright, baseline, bottom)),
            style=[objects[i].style for i in members],
            marked=array("i", marked.tobytes()),
            owner=owners,
        )

    def _object(self, index: int, owner: int) -> _Object:
        style, baseline = self._styles.read(index, owner)
        marked = marked_content(page_object(owner)) if self._tagged else UNMARKED
        return _Object(style, baseline, marked)

    def _raised(self, chars: Chars, written: Whole) -> bytearray:
        """Return for each character whether it is a digit whose ink stands clear of the line."""
        raised = np.zeros(len(chars.text), np.uint8)
        digits = [
            i
            for i, character in enumerate(chars.text)
            if character in FIGURES and chars.style[i].upright
        ]
        if digits:
            size = np.array([chars.style[i].size for i in digits])
            raised[digits] = self._is_raised(written[digits].tolist(), size)
        return bytearray(raised.tobytes())

    def _is_raised(self, places: list[int], size: Numbers) -> Flags:
        ink, origin = np.zeros((len(places), 4)), np.zeros((len(places), 2))
        boxed = list(map(char_ink_box, repeat(self._page), places, *_columns(ink)))
        list(map(char_origin, repeat(self._page), places, *_columns(origin)))
        # A page on its side has its heights along x.
        level = self._view.matrix[0] != 0
        low, high = (ink[:, 2], ink[:, 3]) if level else (ink[:, 0], ink[:, 1])
        stand = origin[:, 1] if level else origin[:, 0]
        clear = np.minimum(np.abs(low - stand), np.abs(high - stand))
        small = high - low < RAISED_HEIGHT * size
        return small & (clear > RAISED_CLEAR * size) & np.array(boxed, np.bool_)


def _character(code: int) -> str:
    """Return what a code of PDFium stands for."""
    character = chr(code) if 0 < code <= sys.maxunicode else REPLACEMENT
    if character == HYPHEN_AT_LINE_END:
        return "-"
    if character < " ":
        return " "
    return REPLACEMENT if SURROGATE.match(character) else character


def _set_height(boxes: Numbers, size: Numbers, turn: Whole) -> None:
    """Make boxes as high as their type on the side to which it rises, whatever fonts claim."""
    left, top, right, bottom = boxes
    for quarters, side, foot, rise in (
        (0, top, bottom, -1),
        (1, left, right, -1),
        (2, bottom, top, 1),
        (3, right, left, 1),
    ):
        turned = np.flatnonzero(turn == quarters)
        side[turned] = foot[turned] + rise * size[turned]


def _before(spaces: NDArray[np.uint8], written: Whole) -> NDArray[np.uint8]:
    """Return for each written character the widest space since the one before it."""
    starts = np.concatenate(([0], written[:-1]))
    found: NDArray[np.uint8] = np.maximum.reduceat(spaces[: written[-1] + 1], starts)
    return found


def _addresses(table: NDArray[np.generic], column: int = 0) -> range:
    """Return the address of a column's number in each row of a table."""
    first, step = table.ctypes.data + column * table.itemsize, table.shape[1] * table.itemsize
    return range(first, first + len(table) * step, step)


def _columns(table: NDArray[np.generic]) -> list[range]:
    return [_addresses(table, column) for column in range(table.shape[1])]


def _array(numbers: Numbers) -> "array[float]":
    return array("d", numbers.tobytes())
