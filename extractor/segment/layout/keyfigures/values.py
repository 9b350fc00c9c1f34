"""What reads as the number of a key figure, and what is set as its value on a page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import regex

from extractor.readers.geometry import around
from extractor.readers.source import Box, Word
from extractor.segment.layout.lines import Line

LARGER = 1.3  # of the body's type
LONGEST_VALUE = 32  # characters
LONGEST_LABEL = 140
SPACE = 0.45  # type sizes between words of one value at most
WIDE_SPACE = 0.8  # the same between the thousands of one number: as wide as a letter at most
SMALLER = 1.25  # the value's type in parts of its label's on one line, at least

VALUE = regex.compile(
    r"""
    (?&value) (?: \s? (?: / | in | of | out \s of | sur | de \s cada | de | из ) \s? (?&value) )?
    (?: \s? \( [^()]{1,24} \) )? \s? [*†]{0,2}
    (?(DEFINE) (?P<value>
      [~≈<>+±−-]? \s? (?: \p{Lu}{0,3} \p{Sc} \s? | \p{Lu}{3} \s )?
      \p{N} [\p{N}.,\s\u00a0/–-]*
      (?: \s? (?: % | \p{Sc} | per \s cent | pour \s cent | por \s ciento | \+ | [x×¢p]
            | [KMBkm]n? | bn | mn | mio | M \p{Sc} | Md \p{Sc}?
            | (?: thousand | million | billion | mill | milliard | mil | mi ) \p{L}{0,4}
            | млн | млрд | тыс ) \.? \+? (?= \s | $ ) ){0,3}
      (?: \s? (?: \p{Sc} | \p{Lu}{3} | (?&unit) ) )?
    ) (?P<unit>
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


def parted(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines with values apart: from the label beside them, from other values."""
    for line in lines:
        if not _has_digit(line.text) or len(line.words) == 1:
            yield line
        else:
            yield from _parts(line)


def _parts(line: Line) -> list[Line]:
    runs: list[list[Word]] = [[]]
    for word in line.words:
        if runs[-1] and _is_cut(runs[-1], word, line.raised):
            runs.append([])
        runs[-1].append(word)
    parts = [Line.of(run, line.page, {w.glyph for w in run} & line.raised) for run in runs]
    apart = len(parts) > 1 and any(reads_as_value(part.text) for part in parts)
    return parts if apart else [line]


def _is_cut(run: Sequence[Word], word: Word, raised: frozenset[int]) -> bool:
    """Whether a run of words ends before a word: by white beside a value, or by smaller type."""
    before = run[-1]
    if word.glyph in raised or before.glyph in raised:
        return False
    larger, less = max(before.size, word.size), min(before.size, word.size)
    if larger >= SMALLER * less and _opens_label(word.text):
        return True
    gap = word.box[0] - before.box[2]
    thousands = THOUSANDS.fullmatch(f"{before.text} {word.text}") is not None
    wide = gap > (WIDE_SPACE if thousands else SPACE) * larger and _has_digit(word.text)
    return wide and reads_as_value(" ".join(other.text for other in run))


def _opens_label(text: str) -> bool:
    """Whether a word is no unit: of a label, which may stand in brackets."""
    return text.lstrip("(")[:1].isalpha() and text.casefold() not in UNITS


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def is_label_text(lines: Sequence[Line]) -> bool:
    """Whether lines may be the words of a label."""
    text = " ".join(line.text for line in lines)
    return len(text) <= LONGEST_LABEL and any(c.isalpha() for c in text)
