"""What a list item opens with: a bullet, or a number or letter in brackets or with a stop."""

from dataclasses import dataclass
from functools import lru_cache

import regex

from extractor.readers.source import Word
from extractor.segment.layout.lines import Line

BULLETS = "•●○◦‣⁃∙▪▫■□◘◆◇►▶▸➢➤→✓✔✗✘❖⮚·"
PRIVATE_USE = regex.compile(r"[\ue000-\uf8ff]")
DASHES = "-–—−"
SYMBOL_FONT = regex.compile(r"symbol | dingbat | wingding | webding", regex.X | regex.I)
COUNTED = regex.compile(
    r"""
    (?: \( (?: \d{1,3} | \p{L} | [ivxlc]{1,6} ) \)    # (1)  (a)  (iv)
      | (?: \d{1,3} | \p{L} | [ivxlc]{1,6} ) [.)]     # 1.  a)  iv.
    )
    """,
    regex.X | regex.I,
)
DECIMAL = regex.compile(r"(?: \d{1,2} \. ){1,4} \d{1,3} \.? | \d{1,2} \.", regex.X)
TURNED = regex.compile(r"[-–—.] \s? \p{Nd}{1,3} | \p{Nd}{1,3} \s? [-–—.]", regex.X)
"""The number of a paragraph read from the right, by itself: the file may have its sign first."""
LABEL = regex.compile(r"[(\[]? (?: \d{1,3} | \p{Ll} | [*†‡§¶]{1,4} ) [)\]]?", regex.X)
LONGEST_LABEL = 6  # characters
CLEAR_GAP = 0.15  # type sizes between a marker and its text
EQUALS = "=≈≠"  # behind a letter that stands for a quantity, and never behind a bullet


@dataclass(frozen=True, slots=True)
class Marker:
    """The marker a line opens with."""

    words: int
    """Number of words it takes."""
    text: str
    counted: bool
    """Whether it counts (a number or letter), and is no bullet."""


def marker(line: Line) -> Marker | None:
    """Return the marker a line opens with; None where it has none."""
    if len(line.words) < 2 or line.words[0].glyph in line.raised:  # noqa: PLR2004 - marker and text
        return None
    if line.raised and all(word.glyph in line.raised for word in line.words[1:]):
        return None
    first, second = line.words[0], line.words[1]
    gap = abs(second.box[0] - first.box[2] if not line.rtl else first.box[0] - second.box[2])
    clear = gap >= CLEAR_GAP * line.size
    bullet = _is_bullet(first) and not _is_quantity(line)
    if bullet or (clear and _is_letter_bullet(first, gap)):
        return Marker(1, first.text, counted=False)
    counted = clear and first.text[-1] in ".)" and COUNTED.fullmatch(first.text) is not None
    return Marker(1, first.text, counted=True) if counted else None


def is_bare_marker(line: Line) -> bool:
    """Whether a line is nothing but a marker, whose text stands in a line of its own."""
    if len(line.words) != 1 or line.raised:  # what is raised is a note's label
        return False
    word = line.words[0]
    return (
        is_marker_word(word)
        or (
            "." in word.text
            and word.text[0].isdecimal()
            and DECIMAL.fullmatch(word.text) is not None
        )
        or (word.text == "o" and _is_symbol_font(word.font))
    )


def is_turned_number(line: Line) -> bool:
    """Whether a line is nothing but a number that may open a text read from the right."""
    short = len(line.words) <= len(("number", "sign")) and len(line.text) <= LONGEST_LABEL
    return short and TURNED.fullmatch(line.text) is not None


def is_bare_label(line: Line) -> bool:
    """Whether a line is nothing but what may be a note's label."""
    return (
        len(line.words) == 1
        and len(line.text) <= LONGEST_LABEL
        and LABEL.fullmatch(line.words[0].text) is not None
    )


def is_marker_word(word: Word) -> bool:
    """Whether a word is a bullet, or a number in brackets or with a stop that counts items."""
    if word.text[-1] in ".)":
        return COUNTED.fullmatch(word.text) is not None or _is_bullet(word)
    return _is_bullet(word)


def _is_bullet(word: Word) -> bool:
    if len(word.text) != 1:
        return False
    return (
        word.text in BULLETS
        or word.text in DASHES
        or PRIVATE_USE.match(word.text) is not None
        or (_is_symbol_font(word.font) and not word.text.isdigit())
    )


def _is_quantity(line: Line) -> bool:
    """Whether a line opens with a letter that equals something: `χ2 = 25.4`."""
    return line.words[0].text.isalpha() and any(w.text[0] in EQUALS for w in line.words[1:3])


def _is_letter_bullet(word: Word, gap: float) -> bool:
    """Whether a lone letter o is the hollow bullet that word processors set in a code font."""
    return word.text == "o" and (gap > 0.6 * word.size or "courier" in word.font.casefold())


@lru_cache(maxsize=256)  # a document has few fonts
def _is_symbol_font(font: str) -> bool:
    return SYMBOL_FONT.search(font) is not None
