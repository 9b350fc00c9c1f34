"""What is printed under a box, by pdfplumber's characters alone: independent of our engine."""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

import regex
from pdfplumber.page import Page
from pdfplumber.utils import dedupe_chars

Char = dict[str, Any]
"""What pdfplumber tells of a character."""

Box = tuple[float, float, float, float]

WORD_GAP = 0.18
"""Of the type size: a wider gap between two letters parts two words."""
BULLET = regex.compile(r"^(?:[•▪○➢]|o\s)\s*")
GLYPHS = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "\N{SOFT HYPHEN}": "-",
    "\uf0b7": "•",  # the symbol fonts' own places for bullets
    "\uf0a7": "▪",
    "\uf0d8": "➢",
}
BROKEN_WORD = regex.compile(r"(?<=\p{L})-$")
BROKEN_ADDRESS = regex.compile(r"(?:://|www\.)\S*[-/]$")


@dataclass(frozen=True, slots=True)
class Glyph:
    """A printed character and its box."""

    text: str
    box: Box
    turned: int
    """Degrees, counter-clockwise, by which its line is turned: 0, 90, 180 or 270."""
    ends_word: bool
    """Whether the file has white space after it: justified lines can be set too tight to tell."""
    middle: tuple[float, float] = field(init=False)
    """The middle of its box, which is asked for again and again."""

    def __post_init__(self) -> None:
        x0, top, x1, bottom = self.box
        object.__setattr__(self, "middle", ((x0 + x1) / 2, (top + bottom) / 2))

    def upright(self) -> Box:
        """Return its box as it would stand if its line ran from left to right."""
        x0, top, x1, bottom = self.box
        return {
            0: self.box,
            90: (-bottom, x0, -top, x1),
            180: (-x1, -bottom, -x0, -top),
            270: (top, -x1, bottom, -x0),
        }[self.turned]


def glyphs_of(page: Page) -> tuple[Glyph, ...]:
    """Return a page's characters, doubled ones once, white space left out."""
    chars = _once(page.chars)
    return tuple(
        Glyph(
            GLYPHS.get(char["text"], char["text"]),
            (char["x0"], char["top"], char["x1"], char["bottom"]),
            _turned(char["matrix"]),
            ends_word=after is not None and not after["text"].strip(),
        )
        for char, after in itertools.zip_longest(chars, chars[1:])
        if char["text"].strip()
    )


def _once(chars: Sequence[Char]) -> list[Char]:
    """Return the characters, of doubled ones the first.

    Those of one letter at a time: of all of a page it takes a time that grows by its square.
    """
    alike: defaultdict[str, list[Char]] = defaultdict(list)
    for char in chars:
        alike[char["text"]].append(char)
    several = (dedupe_chars(same, tolerance=1, extra_attrs=("size",)) for same in alike.values())
    kept = {id(char) for same in several for char in same}
    return [char for char in chars if id(char) in kept]


def inside(box: Box, glyph: Glyph) -> bool:
    """Return whether the middle of a character lies in a box."""
    x, y = glyph.middle
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def under(boxes: Iterable[Box], glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Return the lines under the boxes, box after box, each line in the order of reading."""
    return [
        line
        for box in boxes
        for line in lines_of([glyph for glyph in glyphs if inside(box, glyph)])
    ]


def lines_of(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Part characters into lines, by the band of the tallest ones: a raised mark joins its line."""
    lines: list[tuple[Box, list[Glyph]]] = []
    for glyph in sorted(glyphs, key=lambda glyph: -_height(glyph)):
        _, top, _, bottom = glyph.upright()
        centre = (top + bottom) / 2
        for band, line in lines:
            if band[1] < centre < band[3] and line[0].turned == glyph.turned:
                line.append(glyph)
                break
        else:
            lines.append((glyph.upright(), [glyph]))
    lines.sort(key=lambda entry: (entry[0][1] + entry[0][3]) / 2)
    return [sorted(line, key=lambda glyph: glyph.upright()[0]) for _, line in lines]


def spell(line: Sequence[Glyph], left_out: Sequence[Box] = ()) -> str:
    """Return the text of a line, its words parted by spaces, without what is in some boxes."""
    gap = WORD_GAP * median(map(_height, line))
    words, parted = "", False
    for before, glyph in zip((line[0], *line), line, strict=False):
        parted |= before.ends_word or glyph.upright()[0] - before.upright()[2] > gap
        if any(inside(box, glyph) for box in left_out):
            continue
        words += f" {glyph.text}" if parted and words else glyph.text
        parted = False
    return words


def join_lines(lines: Iterable[str], compounds: Sequence[str] = ()) -> str:
    """Return lines as one text.

    A word that a hyphen breaks is mended, unless it is one of the compounds; an address is never
    parted by a space, and keeps its hyphens.
    """
    text = ""
    for line in lines:
        if not text or BROKEN_ADDRESS.search(text):
            text += line
        elif BROKEN_WORD.search(text) is None:
            text += f" {line}"
        else:
            text = _mended(text, line, compounds)
    return text


def _mended(text: str, line: str, compounds: Sequence[str]) -> str:
    """Join a line to a text that ends in a hyphen."""
    begun = text.rsplit(maxsplit=1)[-1]
    word = (begun + line.split(maxsplit=1)[0]).strip(",.;:()")
    if word in compounds:
        return text + line
    return text[:-1] + line if line[:1].islower() else f"{text} {line}"


def unbulleted(text: str) -> str:
    """Return a cell's text without the bullet it begins with."""
    return BULLET.sub("", text)


def _height(glyph: Glyph) -> float:
    _, top, _, bottom = glyph.upright()
    return bottom - top


def _turned(matrix: tuple[float, ...]) -> int:
    a, b, c, d = matrix[:4]
    if abs(a) + abs(d) >= abs(b) + abs(c):
        return 0 if a >= 0 or d > 0 else 180
    return 90 if b > 0 else 270
