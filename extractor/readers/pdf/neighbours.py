"""How the characters of a page stand together: drawn twice, parted by a gap, on one baseline."""

import numpy as np

from extractor.readers.pdf.chars import GAP, JOINED, PRINTED, Chars
from extractor.readers.pdf.columns import Flags, Numbers, Whole

FRACTION = "\u2044"  # parts a raised numerator from its denominator

# All in parts of the type size.
WIDE_GAP = 0.30  # a gap that parts words though no space is printed
DOUBTFUL_GAP = 0.12  # a gap that parts words where PDFium takes it for a space
BACKWARD = 0.60  # a jump against the direction of reading begins a new word
OTHER_LINE = 0.10  # a baseline further off than this is another line, or a raised mark
SAME_PLACE = 0.15  # the same character drawn again this close to itself is drawn for boldness

SPARSE_SPACES = 0.04  # a page with fewer printed spaces a character sets its words by gaps alone
NARROW_GAP = 0.17

LEAST_SIZE_PT = 0.1  # type of no size at all has gaps too


class Neighbours:
    """The characters of a page as columns of numbers, and how pairs of them stand together."""

    def __init__(self, chars: Chars) -> None:
        self._codes = chars.codes
        self._left, self._right = chars.left, chars.right
        self._top, self._bottom = chars.top, chars.bottom
        self._baseline = chars.baseline
        self._space, self._raised = chars.space, chars.raised
        self._style, self._size, self._upright = chars.style, chars.size, chars.upright
        self._all_upright = bool(self._upright.all())  # as on nearly all pages

    def drawn_twice(self) -> Flags:
        """Return for each character after the first whether it is the one before drawn again."""
        same = self._codes[1:] == self._codes[:-1]
        near = SAME_PLACE * self._size[1:]
        left, top = np.diff(self._left), np.diff(self._top)
        near_by = (np.abs(left) < near) & (np.abs(top) < near)
        wide = self._right[1:] - self._left[1:] > near
        # The letters of a ligature share one place exactly; they are not drawn twice.
        elsewhere = (left != 0) | (top != 0)
        twice: Flags = same & near_by & wide & elsewhere & (self._space[1:] != PRINTED)
        return twice

    def alike(self, before: Whole, this: Whole) -> Flags:
        """Return whether neighbours can be of one word."""
        alike: Flags = self._raised[before] == self._raised[this]
        fraction = self._codes == ord(FRACTION)
        if fraction.any():
            after = np.append(fraction[1:], [False])
            alike |= fraction[before] | fraction[this] | after[this]
        alike &= self._style[before] == self._style[this]
        return alike

    def gap(self, before: Whole, this: Whole) -> Numbers:
        """Return the distances between characters along their line, in parts of the type size."""
        size = np.maximum(np.minimum(self._size[before], self._size[this]), LEAST_SIZE_PT)
        gap: Numbers = _apart((self._left, self._right), before, this)
        if not self._all_upright:
            turned = _apart((self._top, self._bottom), before, this)
            gap = np.where(self._upright[this], gap, turned)
        gap /= size
        return gap

    def parted(self, before: Whole, this: Whole, gap: Numbers) -> Flags:
        """Return whether a space or a gap, as wide as `gap`, parts characters, or the line ends."""
        space = self._space[this]
        wide = WIDE_GAP if self._spaced() else NARROW_GAP
        doubtful = (space == GAP) & (gap >= DOUBTFUL_GAP)
        on_next_line = self._below(before, this)
        if not self._all_upright:
            aside = self._aside(before, this)
            on_next_line = np.where(self._upright[this], on_next_line, aside)
        parted: Flags = (space == PRINTED) | (gap >= wide) | doubtful | on_next_line
        parted &= space != JOINED
        return parted

    def _below(self, before: Whole, this: Whole) -> Flags:
        """Return whether characters stand on lines of their own."""
        rise = np.abs(self._baseline[this] - self._baseline[before])
        below: Flags = rise > BACKWARD * np.maximum(self._size[this], self._size[before])
        return below

    def _aside(self, before: Whole, this: Whole) -> Flags:
        """Return whether turned characters stand in columns of their own."""
        apart = _apart((self._left, self._right), before, this)
        aside: Flags = apart > np.maximum(self._size[this], self._size[before])
        return aside

    def level(self, before: Whole, this: Whole) -> Flags:
        """Return whether characters stand on one baseline; turned ones always do."""
        rise = np.abs(self._baseline[this] - self._baseline[before])
        level: Flags = ~self._upright[this] | (rise <= OTHER_LINE * self._size[this])
        return level

    def _spaced(self) -> bool:
        return int((self._space == PRINTED).sum()) >= SPARSE_SPACES * len(self._codes)


def _apart(sides: tuple[Numbers, Numbers], before: Whole, this: Whole) -> Numbers:
    low, high = sides
    return np.maximum(low[this] - high[before], low[before] - high[this])
