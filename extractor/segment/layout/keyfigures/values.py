"""What reads as the number of a key figure, and what is set as its value on a page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import regex

from extractor.readers.geometry import around
from extractor.readers.source import Box, Word
from extractor.segment.layout.lines import Line
from extractor.segment.unit_words import WORDLIKE_CODES, codes, is_measure

LARGER = 1.3  # of the body's type
LONGEST_VALUE = 32  # characters
LONGEST_LABEL = 140
SPACE = 0.45  # type sizes between words of one value at most
WIDE_SPACE = 0.8  # the same between the thousands of one number: as wide as a letter at most
SMALLER = 1.25  # the value's type in parts of its label's on one line, at least
ONE_EDGE_PT = 1.0  # between the left edges of two lines of one label
NEXT_ROW = 2.0  # type sizes between the baselines of these

VALUE = regex.compile(
    r"""
    (?&value) (?: \s? (?: / | in | of | out \s of | sur | de \s cada | de | из ) \s? (?&value) )?
    (?: \s? \( [^()]{1,24} \) )? \s? [*†]{0,2}
    (?(DEFINE) (?P<value>
      [~≈<>+±−-]? \s? (?: \p{Lu}{0,3} \p{Sc} \s? | (?: (?-i: \p{Lu}{3} ) | (?&code) ) \s )?
      \p{N} [\p{N}.,\s\u00a0/–-]*
      (?: \s? (?: % | \p{Sc} | per \s cent | pour \s cent | por \s ciento | \+ | [x×¢p]
            | [KMBkm]n? | bn | mn | mio | M \p{Sc} | Md \p{Sc}?
            | (?: thousand | million | billion | mill | milliard | mil | mi ) \p{L}{0,4}
            | млн | млрд | тыс ) \.? \+? (?= \s | $ ) ){0,3}
      (?: \s? (?: \p{Sc} | (?-i: \p{Lu}{3} ) | (?&code) | (?&unit) ) )?
    ) (?P<code> usd | eur | gbp | chf | xaf | xof | kes ) (?P<unit>
      km²? | m[²³] | ha | kg | tonn?es? | t | MT | [MGk]W h? | °C | pp | pts?
      | min (?: ute s? | uto s? )? | hours? | heures? | horas? | hrs?
      | days? | jours? | d[ií]as? | weeks? | semaines? | semanas?
      | months? | mois | mes (?: es )?
    ))
    """,
    regex.X | regex.I,
)
BARE = regex.compile(r"(?P<number> \d{1,3} ) [.)]?", regex.X)
HEADING_LABEL = 1.2  # of the body's type: what stands beside a bare small number is a heading then
SMALL_NUMBER = 99  # a bare number up to this may count chapters
THOUSANDS = regex.compile(r".* (?<! \d ) \d{1,3} \s \d{3} (?: [.,] \d++ )?", regex.X)
UNITS = frozenset(
    "million millions millones millón billion billions thousand mille mil milliard milliards"
    " mn bn k m md % $ € £ usd eur chf xaf".split()
)
"""Words that belong to a value though they may be set smaller."""
YEAR = regex.compile(r"(?: 19 | 20 ) \d\d (?: [–/-] \d{2,4} )?", regex.X)


@dataclass(slots=True, eq=False)
class Value:
    """A value on its place: one line, and a second where its unit had no room."""

    lines: list[Line]
    box: Box = (0.0, 0.0, 0.0, 0.0)

    def __post_init__(self) -> None:
        """Work out the box."""
        self.box = around(line.box for line in self.lines)

    @property
    def size(self) -> float:
        """The type size of its digits."""
        return size_of(self.lines[0])

    @property
    def text(self) -> str:
        """The lines joined by a space."""
        return " ".join(line.text for line in self.lines)


@dataclass(slots=True, eq=False)
class KeyFigure:
    """A value with its label and its as-of line, each in lines."""

    value: list[Line]
    label: list[Line] = field(default_factory=list)
    as_of: list[Line] = field(default_factory=list)
    drawing: Box | None = None
    """Of a number on a map: its outline."""

    @property
    def lines(self) -> list[Line]:
        """Every line of it."""
        return [*self.value, *self.label, *self.as_of]

    @property
    def words(self) -> list[Word]:
        """Every word of it."""
        return [word for line in self.lines for word in line.words]

    @property
    def box(self) -> Box:
        """Around all of it."""
        return around(line.box for line in self.lines)


def reads_as_value(text: str) -> bool:
    """Whether a text is a number and nothing else, and no year.

    >>> reads_as_value("USD 12 million"), reads_as_value("1 in 3"), reads_as_value("96 hours")
    (True, True, True)
    >>> reads_as_value("2031"), reads_as_value("12 wells")
    (False, False)
    """
    plain = " ".join(text.split())
    short = 0 < len(plain) <= LONGEST_VALUE
    return short and VALUE.fullmatch(plain) is not None and not YEAR.fullmatch(plain)


def counts(text: str) -> bool:
    """Whether a bare small number may count chapters or the items of a list.

    >>> counts("7"), counts("12."), counts("12%"), counts("120")
    (True, True, False, False)
    """
    bare = BARE.fullmatch(text)
    return bare is not None and int(bare["number"]) <= SMALL_NUMBER


def size_of(line: Line) -> float:
    """Return a line's type size; of a value with smaller signs around it, its tallest."""
    tall = line.bottom - line.top
    mixed = tall >= SMALLER * line.size and reads_as_value(line.text)
    return tall if mixed else line.size


def parted(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines with values apart: from the label beside them, from other values."""
    for line in lines:
        if not _has_digit(line.text) or len(line.words) == 1:
            yield line
        else:
            yield from _parts(line, lines)


def _parts(line: Line, lines: Sequence[Line]) -> list[Line]:
    runs: list[list[Word]] = [[]]
    for word in line.words:
        if runs[-1] and _is_cut(runs[-1], word, line.raised, lines):
            runs.append([])
        runs[-1].append(word)
    parts = [Line.of(run, line.page, {w.glyph for w in run} & line.raised) for run in runs]
    apart = len(parts) > 1 and any(reads_as_value(part.text) for part in parts)
    return parts if apart else [line]


def _is_cut(run: Sequence[Word], word: Word, raised: frozenset[int], lines: Sequence[Line]) -> bool:
    """Whether a run of words ends before a word: by white beside a value, or by smaller type."""
    before = run[-1]
    if word.glyph in raised or before.glyph in raised:
        return False
    larger, less = max(before.size, word.size), min(before.size, word.size)
    if larger >= SMALLER * less and _opens_label(word, before, lines):
        return True
    gap = word.box[0] - before.box[2]
    thousands = THOUSANDS.fullmatch(f"{before.text} {word.text}") is not None
    wide = gap > (WIDE_SPACE if thousands else SPACE) * larger and _has_digit(word.text)
    return wide and reads_as_value(" ".join(other.text for other in run))


def _opens_label(word: Word, before: Word, lines: Sequence[Line]) -> bool:
    """Whether a word in other type than the value before it is no unit, but of its label.

    A bracket is of the value (`12.5 (USD million)`, `640 (est.)`), but where other lines of a
    label begin at its left edge.
    """
    bare = word.text.strip("(),")
    code = bare in codes() and bare not in WORDLIKE_CODES
    if code or not bare[:1].isalpha() or bare.casefold() in UNITS:
        return False
    if word.text[0] == "(":
        return not is_measure(bare) and any(_is_next_row(word, line) for line in lines)
    return not (is_measure(bare) and reads_as_value(f"{before.text} {bare}"))


def _is_next_row(word: Word, line: Line) -> bool:
    """Whether a line in a word's type begins at its left edge, right over or under it."""
    apart = abs(line.baseline - word.baseline)
    near = line.size / 2 < apart < NEXT_ROW * word.size
    alike = word.size < SMALLER * line.size and line.size < SMALLER * word.size
    return near and alike and abs(line.left - word.box[0]) <= ONE_EDGE_PT


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def is_label_text(lines: Sequence[Line]) -> bool:
    """Whether lines may be the words of a label."""
    text = " ".join(line.text for line in lines)
    return len(text) <= LONGEST_LABEL and any(c.isalpha() for c in text)
