"""Words to lines: what stands on one baseline without a wide gap, raised marks with their word."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import compress, pairwise
from operator import is_
from typing import TypeVar

import regex

from extractor.readers.geometry import around
from extractor.readers.source import Box, Word

# In parts of the type size.
SAME_BASELINE = 0.25  # of the smaller type
WIDE_GAP = 1.15  # a gap wider than this may be a gutter
LIKE_SIZE = 1.15
UNLIKE_GAP = 0.6  # the same between words in different sizes
STRETCHED_GAP = 2.5  # no wider gap in a line that justification pulls apart
EVEN = 1.6  # times the narrowest gap of such a line is the widest
STRETCHED_WORDS = 4
STRETCHED_LOWER = 0.4  # share of its words in lower case
HEADLESS_GAP = 0.5  # before a hyphen that some files set apart from the word it belongs to
TOUCHING = 0.10  # words that do not follow each other in the file are glued when this close
RAISED_FROM, RAISED_TO = 0.12, 0.75  # how far above its word's baseline a mark stands
MARK_REACH = 0.6  # how far from its word
SMALL = 0.82  # a mark's type, in parts of its word's
LESS, CLEAR_RISE = 0.92, 0.25  # the same for one that stands so high that nothing else is meant
RTL_SHARE = 0.5
ALL_BUT_FEW = 0.9  # of the characters

RTL = regex.compile(r"[\p{Bidi_Class=R}\p{Bidi_Class=AL}]")
HYPHENS = "-‐"
HEADLESS = regex.compile(rf"[{HYPHENS}]\p{{Ll}}{{2}}")
STRONG = regex.compile(r"\p{L}")
MARK = regex.compile(
    r"""
    [(\[]?
    (?P<label>
        [⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3} | \d{1,3} (?: (?: [,;–-]\ ? | \]\[ ) \d{1,3} )*+
      | [*†‡§¶#]{1,4} | [a-z]
    )
    [)\]]? [,;]?
    """,
    regex.X,
)
ARABIC_DIGIT = regex.compile(r"[\u0660-\u0669\u06f0-\u06f9]")
MIRROR = {"(": ")", ")": "(", "[": "]", "]": "[", "{": "}", "}": "{"}
SUPERIOR = regex.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}")
NOUGHT = regex.compile(r"[(\[]? [0٠۰]", regex.X)  # opens no number of a note
LONGEST_MARK = 12  # characters
HOST_BANDS = 4  # baselines from a mark down to that of its word, at most
ORDINAL_END = regex.compile(
    r"(?: (?<! [\d.,] ) \d{1,3} | \b (?: [NnMV] | [SD]r ) ) [eèoaºª] $", regex.X
)
"""A word and one letter raised after it: `2ª`, `1e`, `Nº`, `Dra`; an amount is no ordinal."""


@dataclass(slots=True, eq=False)
class Line:
    """Words on one baseline, in reading order."""

    words: list[Word]
    page: int
    raised: set[int] = field(default_factory=set)
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

    @classmethod
    def of(cls, words: Sequence[Word], page: int, raised: Iterable[int] = ()) -> "Line":
        """Return the line of some words, brought into reading order."""
        line = cls(list(words), page, set(raised))
        line.settle()
        return line

    @classmethod
    def in_order(cls, words: Sequence[Word], page: int) -> "Line":
        """Return the line of words that are in reading order: those of a turned label."""
        line = cls(list(words), page)
        line.measure()
        return line

    def settle(self) -> None:
        """Work out everything that follows from the words."""
        if len(self.words) > 1:
            self.words.sort(key=lambda w: w.box[0])
        elif self.words[0].text.isascii():
            self._measure_word(self.words[0])
            return
        text = "".join([w.text for w in self.words])
        if not text.isascii() and (RTL.search(text) or ARABIC_DIGIT.search(text)):
            self.rtl = _mostly_rtl(self._plain())
            if self.rtl:
                self.words = _right_to_left(self.words)
            self.words = _brackets_unmirrored(self.words)
        self.measure()

    def measure(self) -> None:
        """Work out what follows from the words in their order."""
        if len(self.words) == 1:  # so it is of most lines in tables
            self._measure_word(self.words[0])
            return
        plain = self._plain()
        lengths = [len(w.text) for w in plain]
        self.box = around([w.box for w in plain])
        self.size = _most([w.size for w in plain], lengths)
        self.baseline = _most([w.baseline for w in plain], lengths)
        self.color = _most([w.color for w in plain], lengths)
        self.bold = _mostly([w.bold for w in plain], lengths)
        self.italic = _mostly([w.italic for w in plain], lengths)
        self.text = _joined(self.words, self.raised)

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


def _mostly_rtl(words: Sequence[Word]) -> bool:
    strong = rtl = 0
    for word in words:
        if word.text.isascii():
            strong += sum(map(str.isalpha, word.text))
            continue
        strong += len(STRONG.findall(word.text))
        rtl += len(RTL.findall(word.text))
    return rtl > RTL_SHARE * strong


def _right_to_left(words: list[Word]) -> list[Word]:
    """Return words of a right-to-left line in reading order; runs of other words keep theirs."""
    ordered: list[Word] = []
    run: list[Word] = []
    for word in reversed(words):
        if RTL.search(word.text) or not any(c.isalnum() for c in word.text):
            ordered += reversed(run)
            run = []
            ordered.append(word)
        else:
            run.append(word)
    return ordered + list(reversed(run))


def _brackets_unmirrored(words: list[Word]) -> list[Word]:
    """Return words with brackets that the file gives as they look turned to what they mean."""
    found = [c for word in words for c in word.text if c in MIRROR]
    if not found or found[0] in "([{" or found[-1] in ")]}":
        return words
    table = str.maketrans(MIRROR)
    return [replace(word, text=word.text.translate(table)) for word in words]


def glued(before: Word, word: Word) -> bool:
    """Whether no space stands between two neighbours of a line."""
    headless = word.text[:1] in HYPHENS and HEADLESS.match(word.text) is not None
    if word.glyph == before.glyph + len(before.text) and not headless:
        return word.glued
    size = min(before.size, word.size)
    gap = max(word.box[0] - before.box[2], before.box[0] - word.box[2])
    if headless and before.text[-1:].isalpha():
        return gap < HEADLESS_GAP * size
    return -0.5 * size < gap < TOUCHING * size


def _joined(words: Sequence[Word], raised: set[int]) -> str:
    parts: list[str] = []
    for i, word in enumerate(words):
        if word.glyph in raised:
            continue
        if parts and not glued(words[i - 1], word):
            parts.append(" ")
        parts.append(word.text)
    return "".join(parts) or "".join(word.text for word in words)


def page_lines(words: Iterable[Word], page: int, known: Sequence[Line] = ()) -> list[Line]:
    """Return the lines of a page's upright words, from top to bottom, parted at wide gaps.

    Args:
        words: The words; those that are not upright are left out.
        page: The page's number.
        known: The lines found before some words were taken off; what stays is not made again.
    """
    upright = [w for w in words if w.upright]
    if len(upright) == sum([len(line.words) for line in known]) and _has_glyphs(known, upright):
        return list(known)
    bands = _bands(upright)
    raised = _raise_marks(bands)
    before = {line.words[0].glyph: line for line in known}
    found: list[Line] = []
    for band in bands:
        for part in _parts(band):
            marks = {w.glyph for w in part} & raised if raised else raised
            same = before.get(part[0].glyph)
            if same is None or same.raised != marks or not _has_words(same, part):
                same = Line.of(part, page, marks)
            found.append(same)
    found.sort(key=lambda line: (line.box[1], line.box[0]))
    return found


def _has_glyphs(lines: Sequence[Line], words: Sequence[Word]) -> bool:
    return {w.glyph for line in lines for w in line.words} == {w.glyph for w in words}


def _has_words(line: Line, words: Sequence[Word]) -> bool:
    return len(line.words) == len(words) and all(map(is_, line.words, words))


def _bands(words: list[Word]) -> list[list[Word]]:
    bands: list[list[Word]] = []
    first: Word | None = None
    for word in sorted(words, key=lambda w: (w.baseline, w.box[0])):
        if first and word.baseline - first.baseline <= SAME_BASELINE * min(first.size, word.size):
            bands[-1].append(word)
        else:
            bands.append([word])
            first = word
    return bands


def _raise_marks(bands: list[list[Word]]) -> set[int]:
    """Move raised words to the band they belong to; return the first glyphs of the marks."""
    found: list[tuple[Word, str]] = []
    openers: set[str] = set()
    largest = [max(word.size for word in band) for band in bands]
    for i, band in enumerate(bands):
        reach = LESS * max(largest[i : i + HOST_BANDS])
        for word in [w for w in band if len(w.text) <= LONGEST_MARK]:
            superior = word.raised or _is_superior(word.text)
            if not superior and word.size > reach:
                continue
            target, neighbour = _host(word, bands, i) if word.size <= reach else (band, None)
            if superior and neighbour is None:
                neighbour = _left_neighbour(word, band)
            if target is not band:
                band.remove(word)
                target.append(word)
            follows = neighbour is not None and neighbour.box[0] < word.box[0]
            if not follows:
                openers.add(word.text)
            if superior or neighbour is not None:
                told = (word.raised and word.text.isalpha()) or not follows
                found.append((word, neighbour.text if neighbour and not told else ""))
    bands[:] = [band for band in bands if band]
    return {word.glyph for word, before in found if _calls(word.text, before, openers)}


def _is_superior(text: str) -> bool:
    return not text.isascii() and SUPERIOR.fullmatch(text) is not None


def _calls(text: str, before: str, openers: set[str]) -> bool:
    """Whether a raised text is a mark; a letter after a number is, where a line opens with it."""
    ordinal = text.isalpha() and ORDINAL_END.search(before + text) is not None
    return is_mark(text, "" if ordinal and text in openers else before)


def is_mark(text: str, before: str) -> bool:
    """Whether a raised text reads as a footnote mark and not as an ordinal or a power.

    >>> is_mark("12", "refugees"), is_mark("2", "km"), is_mark("th", "5"), is_mark("*", "total")
    (True, False, False, True)
    """
    if not MARK.fullmatch(text) or NOUGHT.match(text):
        return False
    if ORDINAL_END.search(before + text):
        return False
    return not (text in "23²³" and POWER.search(before))


POWER = regex.compile(
    r"(?: ^ | [^\p{L}] ) (?: [kcmdhµμ]? m | CO | [kc]?м | ft | yd | R | [x×·] \s? 10 ) $", regex.X
)


def _host(word: Word, bands: list[list[Word]], index: int) -> tuple[list[Word], Word | None]:
    """Return the band and word that a raised word belongs to; its own and None if not raised."""
    for band in bands[index : index + HOST_BANDS]:
        for other in band:
            rise = (other.baseline - word.baseline) / other.size
            if not RAISED_FROM <= rise <= RAISED_TO:  # so it is of most; neither is the word itself
                continue
            if word.size > (LESS if rise >= CLEAR_RISE else SMALL) * other.size:
                continue
            near = (MARK_REACH if MARK.fullmatch(word.text) else TOUCHING) * other.size
            beside = (
                -near < word.box[0] - other.box[2] < near
                or -near < other.box[0] - word.box[2] < near
            )
            if beside:
                return band, _left_neighbour(word, band) or other
    return bands[index], None


def _left_neighbour(word: Word, band: list[Word]) -> Word | None:
    before = [w for w in band if w is not word and w.box[2] <= word.box[0] + word.size]
    return max(before, key=lambda w: w.box[2], default=None)


def _parts(band: list[Word]) -> list[list[Word]]:
    """Return the words of a band in runs without a wide gap."""
    parts: list[list[Word]] = []
    reach = 0.0
    ordered = sorted(band, key=lambda w: w.box[0])
    if _is_stretched(ordered):
        return [ordered]
    for word in ordered:
        if parts and word.box[0] - reach <= _widest_gap(parts[-1][-1], word):
            parts[-1].append(word)
            reach = max(reach, word.box[2])
        else:
            parts.append([word])
            reach = word.box[2]
    return parts


def _is_stretched(words: Sequence[Word]) -> bool:
    """Whether words are a line of running text that justification pulls apart: evenly."""
    if len(words) < STRETCHED_WORDS:
        return False
    lower = sum([word.text[0].islower() for word in words])
    if lower < STRETCHED_LOWER * len(words):
        return False
    gaps = [
        (word.box[0] - before.box[2]) / word.size
        for before, word in pairwise(words)
        if not glued(before, word)
    ]
    return bool(gaps) and max(gaps) <= min(STRETCHED_GAP, EVEN * min(gaps))


def _widest_gap(before: Word, word: Word) -> float:
    """Return the widest gap inside a line; type of another size needs less to stand apart."""
    larger, smaller = max(before.size, word.size), min(before.size, word.size)
    if larger <= LIKE_SIZE * smaller:
        return WIDE_GAP * larger
    return min(UNLIKE_GAP * larger, WIDE_GAP * smaller)


def joined_line(lines: Sequence[Line]) -> Line:
    """Return the lines of one baseline as one."""
    if len(lines) == 1:
        return lines[0]
    words = [word for line in lines for word in line.words]
    return Line.of(words, lines[0].page, set().union(*(line.raised for line in lines)))
