"""Lines: words on one baseline, what is usual in them, and their text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress, pairwise
from operator import attrgetter
from typing import TypeVar

import regex

from extractor.readers.geometry import around
from extractor.readers.source import Box, Word
from extractor.segment.layout.direction import (
    brackets_unmirrored,
    closing_first,
    is_mostly_rtl,
    may_be_rtl,
    right_to_left,
)

# In parts of the type size.
HEADLESS_GAP = 0.5  # before a hyphen that some files set apart from the word it belongs to
TOUCHING = 0.10  # words that do not follow each other in the file are glued when this close
GROUPED = 0.8  # the thousands of one number stand no further apart: as wide as a letter at most
OVERLAPPING = 0.5  # no more of one stands over the other
ALL_BUT_FEW = 0.9  # of the characters

HYPHENS = "-‐"
DIGITS = "0123456789"
ENDS_GROUP = regex.compile(r"(?<! [0-9] ) [0-9]{1,3} \Z", regex.X)
THOUSANDS = regex.compile(r"[0-9]{3} (?! [0-9] )", regex.X)
PARTED = "  "  # what stands between two numbers that one blank would make one
HEADLESS = regex.compile(rf"[{HYPHENS}]\p{{Ll}}{{2}}")

_look = attrgetter("size", "baseline", "color", "bold", "italic")


@dataclass(slots=True, eq=False)
class Line:
    """Words on one baseline, in reading order."""

    words: list[Word]
    page: int
    raised: frozenset[int] = frozenset()
    """First glyphs of the words that are raised marks."""
    box: Box = (0.0, 0.0, 0.0, 0.0)
    """Around the words that are no raised marks."""
    baseline: float = 0.0
    size: float = 0.0
    """The type size of most characters."""
    bold: bool = False
    """Whether all but a few characters are bold."""
    italic: bool = False
    color: str = "#000000"
    rtl: bool = False
    text: str = ""
    """The words joined, raised marks left out."""
    pieces: "list[Line] | None" = None
    """Once asked for (tables.rows): its parts where a column may begin; none where it is whole."""

    @classmethod
    def of(cls, words: Iterable[Word], page: int, raised: Iterable[int] = ()) -> "Line":
        """Return the line of some words, brought into reading order."""
        return cls.from_left(sorted(words, key=lambda w: w.box[0]), page, raised)

    @classmethod
    def from_left(cls, words: list[Word], page: int, raised: Iterable[int] = ()) -> "Line":
        """Return the line of words that stand from left to right, brought into reading order."""
        line = cls(words, page, frozenset(raised))
        line.measure()
        if may_be_rtl(line.text):
            line.turn()
        return line

    @classmethod
    def in_order(cls, words: Sequence[Word], page: int) -> "Line":
        """Return the line of words that are in reading order: those of a turned label."""
        line = cls(list(words), page)
        line.measure()
        return line

    def turn(self) -> None:
        """Bring the words into the order that they are read in, from right to left if so."""
        self.rtl = is_mostly_rtl(self._plain())
        if self.rtl:
            self.words = right_to_left(self.words)
        else:
            self.words = closing_first(self.words)
        self.words = brackets_unmirrored(self.words)
        self.measure()

    def measure(self) -> None:
        """Work out what follows from the words in their order."""
        if len(self.words) == 1:  # so it is of most lines in tables
            self._measure_word(self.words[0])
            return
        plain = self._plain()
        self.box = around([w.box for w in plain])
        looks = [_look(w) for w in plain]
        if looks.count(looks[0]) == len(looks):  # so it is of nearly every line
            self.size, self.baseline, self.color, self.bold, self.italic = looks[0]
        else:
            self._weigh(plain)
        self.text = _joined(self.words, self.raised)

    def _weigh(self, words: Sequence[Word]) -> None:
        """Tell how most characters of words that are set differently are set."""
        lengths = [len(w.text) for w in words]
        self.size = _most([w.size for w in words], lengths)
        self.baseline = _most([w.baseline for w in words], lengths)
        self.color = _most([w.color for w in words], lengths)
        self.bold = _mostly([w.bold for w in words], lengths)
        self.italic = _mostly([w.italic for w in words], lengths)

    def _measure_word(self, word: Word) -> None:
        self.box, self.size, self.baseline = word.box, word.size, word.baseline
        self.color, self.bold, self.italic = word.color, word.bold, word.italic
        self.text = word.text

    def _plain(self) -> list[Word]:
        """Return the words that are no raised marks; all where there are only marks."""
        if not self.raised:
            return self.words
        return [w for w in self.words if w.glyph not in self.raised] or self.words

    @property
    def left(self) -> float:
        """Left end."""
        return self.box[0]

    @property
    def right(self) -> float:
        """Right end."""
        return self.box[2]

    @property
    def top(self) -> float:
        """Upper end."""
        return self.box[1]

    @property
    def bottom(self) -> float:
        """Lower end."""
        return self.box[3]


_Value = TypeVar("_Value", float, str)


def _most(values: list[_Value], lengths: Sequence[int]) -> _Value:
    """Return the value of most characters, the greatest of equals."""
    if values.count(values[0]) == len(values):  # so it is in nearly every line
        return values[0]
    counts: dict[_Value, int] = {}
    for value, length in zip(values, lengths, strict=True):
        counts[value] = counts.get(value, 0) + length
    return max(counts, key=lambda key: (counts[key], key))


def _mostly(marked: Sequence[bool], lengths: Sequence[int]) -> bool:
    """Whether all but a few characters are marked."""
    if not any(marked):  # so it is in most lines
        return False
    return sum(compress(lengths, marked)) >= ALL_BUT_FEW * sum(lengths)


def glued(before: Word, word: Word) -> bool:
    """Whether no space stands between two neighbours of a line."""
    headless = word.text[0] in HYPHENS and HEADLESS.match(word.text) is not None
    if word.glyph == before.glyph + len(before.text) and not headless:
        return word.glued
    size, gap = min(before.size, word.size), _gap(before, word)
    if headless and before.text[-1].isalpha():
        return gap < HEADLESS_GAP * size
    return -OVERLAPPING * size < gap < TOUCHING * size


def space(before: Word, word: Word) -> str:
    """Return what parts two neighbours of a line: more than a blank between numbers far apart.

    Digits behind a blank may be the thousands of one number, which white as wide as a letter
    rules out.
    """
    wide = _gap(before, word) > GROUPED * min(before.size, word.size)
    if not wide or THOUSANDS.match(word.text) is None or ENDS_GROUP.search(before.text) is None:
        return " "
    return PARTED


def _gap(before: Word, word: Word) -> float:
    return max(word.box[0] - before.box[2], before.box[0] - word.box[2])


def _joined(words: Sequence[Word], raised: frozenset[int]) -> str:
    """Return the text of words, raised marks left out; that of the marks where there is no more."""
    parts: list[str] = [] if words[0].glyph in raised else [words[0].text]
    for before, word in pairwise(words):
        if word.glyph in raised:
            continue
        text = word.text
        # Nearly all words follow each other in the file: to ask `glued` takes as long as the rest.
        follows = word.glyph == before.glyph + len(before.text) and text[0] not in HYPHENS
        if parts and not (word.glued if follows else glued(before, word)):
            parts.append(" " if text[0] not in DIGITS else space(before, word))
        parts.append(text)
    return "".join(parts or [word.text for word in words])


def joined_line(lines: Sequence[Line]) -> Line:
    """Return the lines of one baseline as one."""
    if len(lines) == 1:
        return lines[0]
    words = [word for line in lines for word in line.words]
    return Line.of(words, lines[0].page, set().union(*(line.raised for line in lines)))
