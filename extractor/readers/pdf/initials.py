"""Large first letters that reach down over several lines: they belong to their word."""

import numpy as np

from extractor.readers.pdf.chars import PRINTED, Chars
from extractor.readers.pdf.columns import Flags

LEAST_TIMES = 1.8  # an initial is this much larger than the text beside it
MOST_INITIALS = 50  # of a page: more large capitals are a display, not the beginnings of paragraphs
CAPITAL = 0.7  # type sizes: the height of a capital

# In sizes of the text beside.
NEAR_TOP = 0.8  # how far the tops of both may be apart
NEXT_LINE = 0.8
LEVEL = 0.1
OVERLAP = 0.4
WIDEST_GAP = 1.5
ALONE = 1.0


def with_initials(chars: Chars) -> Chars:
    """Return the characters, large initials moved to the words that they begin, as their letters.

    Such a letter gets the style and the line of its word: on the page it stands on several.
    """
    size = chars.size
    if not len(size) or size.max() < LEAST_TIMES * size.min():
        return chars
    page = _Page(chars)
    pairs = [(initial, page.partner(initial)) for initial in page.initials()]
    joined = {partner: initial for initial, partner in pairs if partner is not None}
    if not joined:
        return chars
    moved = set(joined.values())
    order: list[int] = []
    for i in range(len(chars)):
        if i in joined:
            order.append(joined[i])
        if i not in moved:
            order.append(i)
    made = chars.picked(np.array(order, np.int64))
    for at, i in enumerate(order):
        if i in moved:
            _fit(made, at)
    return made


def _fit(chars: Chars, initial: int) -> None:
    """Make an initial a letter of the word that follows it."""
    word = initial + 1
    chars.initials[initial] = float(chars.bottom[initial])
    chars.style[initial] = chars.style[word]
    chars.baseline[initial] = chars.baseline[word]
    chars.top[initial], chars.bottom[initial] = chars.top[word], chars.bottom[word]
    chars.right[initial] = max(chars.left[word], chars.left[initial])
    chars.space[initial] = PRINTED


class _Page:
    """The characters of a page as columns of numbers."""

    def __init__(self, chars: Chars) -> None:
        self._text, self._style = chars.text, chars.style
        self._size, self._upright = chars.size, chars.upright
        self._left, self._right = chars.left, chars.right
        self._baseline = chars.baseline

    def initials(self) -> list[int]:
        """Return the large capitals that stand alone on their line."""
        large = self._size >= LEAST_TIMES * float(np.median(self._size))
        found = [
            i for i in np.flatnonzero(large & self._upright).tolist() if self._text[i].isupper()
        ]
        return [i for i in found if self._alone(i)] if len(found) <= MOST_INITIALS else []

    def _alone(self, i: int) -> bool:
        reach = ALONE * self._size[i]
        alike = (self._style == self._style[i]) & self._on_line(i, self._size[i])
        near = (self._left < self._right[i] + reach) & (self._right > self._left[i] - reach)
        return int((alike & near).sum()) == 1

    def _on_line(self, i: int, size: float) -> Flags:
        level: Flags = np.abs(self._baseline - self._baseline[i]) <= LEVEL * size
        return level

    def partner(self, i: int) -> int | None:
        """Return the first letter beside the top of an initial, if lines below it make room too."""
        size = self._size
        beside = (
            (size * LEAST_TIMES <= size[i])
            & (self._left >= self._right[i] - OVERLAP * size)
            & (self._left <= self._right[i] + WIDEST_GAP * size)
        )
        top = self._baseline[i] - CAPITAL * size[i]
        first_line = np.abs(self._baseline - CAPITAL * size - top) <= NEAR_TOP * size
        near = np.flatnonzero(beside & first_line & self._upright).tolist()
        letters = np.array([j for j in near if self._text[j].islower()], np.int64)
        if not len(letters):
            return None
        partner = int(letters[np.lexsort((self._left[letters], self._baseline[letters]))[0]])
        return partner if self._reaches_down(i, partner, beside) else None

    def _reaches_down(self, i: int, partner: int, beside: Flags) -> bool:
        """Whether an initial stands beside a second line, and its word begins the first."""
        size = self._size[partner]
        down = self._baseline - self._baseline[partner]
        second = (down >= NEXT_LINE * size) & (self._baseline <= self._baseline[i] + LEVEL * size)
        before = (
            self._on_line(partner, size)
            & (self._right <= self._left[partner])
            & (self._right > self._left[i])
        )
        return bool((beside & second).any()) and not before.any()
