"""The text of sentences that only their boxes tell, by pdfplumber's characters alone."""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import pdfplumber
import regex
from pages.golden import find_document
from pages.printed import BROKEN_WORD, WORD_GAP, Glyph, glyphs_of, inside, under

from schemas.base import Anchor, BoxPiece
from schemas.sentences import Box, DrawnSentence

RIGHT_TO_LEFT = regex.compile(r"[\p{Script=Arabic}\p{Script=Hebrew}]")
NUMBER = regex.compile(r"[\p{Nd}\p{Latin}]")
SEPARATOR = regex.compile(r"[.,/:\u066a-\u066c]")
LEAST_SHARE = 0.5
"""Of the characters of a figure that lie in a sentence: less, and it is its neighbour's."""

File = tuple[str, str]
"""Name and hash of a document."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A text and where it is printed."""

    document: Path
    page: int
    text: str
    glyphs: tuple[Glyph | None, ...]
    """One a character; None for the blanks between words."""

    def span(self, anchor: Anchor) -> tuple[int, int] | None:
        """Return where of the text an anchor's boxes lie; None where they lie elsewhere."""
        boxes = [
            piece.bbox
            for piece in anchor.source
            if isinstance(piece, BoxPiece) and piece.page == self.page
        ]
        held = [
            at
            for at, glyph in enumerate(self.glyphs)
            if glyph and any(inside(box, glyph) for box in boxes)
        ]
        if len(held) < max(1, LEAST_SHARE * len("".join(anchor.quote.split()))):
            return None
        return held[0], held[-1] + 1


def documents(files: Iterable[File]) -> dict[File, Path]:
    """Return where documents are, by name and hash, those left out that are not here."""
    found = {file: find_document(*file) for file in sorted(files)}
    return {file: path for file, path in found.items() if path is not None}


def place(
    sentences: Iterable[DrawnSentence], paths: Mapping[File, Path]
) -> Iterator[tuple[DrawnSentence, Placed]]:
    """Yield sentences with their text, document by document and page by page."""

    def where(one: DrawnSentence) -> tuple[str, str, int]:
        return one.file, one.sha256, one.page

    for (name, digest, page), group in itertools.groupby(sorted(sentences, key=where), where):
        path = paths.get((name, digest))
        if path is None:
            continue
        together = list(group)
        with pdfplumber.open(path, pages=[page]) as pdf:
            boxes = [box for one in together for box in one.boxes]
            # Doubled characters are looked for among all that it holds, which takes long.
            glyphs = glyphs_of(pdf.pages[0].filter(partial(_under_one, boxes)))
        for one in together:
            yield one, _placed(path, page, under(one.boxes, glyphs))


def _under_one(boxes: Iterable[Box], thing: Mapping[str, Any]) -> bool:
    """Return whether the middle of a character of a page lies in one of the boxes."""
    if thing["object_type"] != "char":
        return False
    x, y = (thing["x0"] + thing["x1"]) / 2, (thing["top"] + thing["bottom"]) / 2
    return any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in boxes)


def _placed(path: Path, page: int, lines: Sequence[Sequence[Glyph]]) -> Placed:
    text: list[tuple[str, Glyph | None]] = []
    for line in lines:
        written = list(spelled(line))
        if BROKEN_WORD.search("".join(char for char, _ in text)) and written[0][0].islower():
            text.pop()
        elif text:
            text.append((" ", None))
        text += written
    return Placed(path, page, "".join(c for c, _ in text), tuple(glyph for _, glyph in text))


def spelled(line: Sequence[Glyph]) -> Iterator[tuple[str, Glyph | None]]:
    """Yield the characters of a line in logical order, its words parted by blanks."""
    gap = WORD_GAP * median(glyph.box[3] - glyph.box[1] for glyph in line)
    cells: list[list[Glyph]] = [[]]
    for before, glyph in zip((line[0], *line), line, strict=False):
        if before.ends_word or glyph.upright()[0] - before.upright()[2] > gap:
            cells.append([])
        cells[-1].append(glyph)
    words = [word for word in cells if word]
    if any(RIGHT_TO_LEFT.search(glyph.text) for glyph in line):
        words = list(_from_right(words))
    for at, word in enumerate(words):
        if at:
            yield " ", None
        for glyph in word:
            yield from ((char, glyph) for char in glyph.text)


def _from_right(words: Sequence[list[Glyph]]) -> Iterator[list[Glyph]]:
    """Yield the words of a line that runs from right to left, numbers as they are printed."""
    parts = itertools.groupby(reversed(words), lambda word: all(_numeric(word)))
    for numeric, group in parts:
        run = list(group)
        yield from reversed(run) if numeric else map(_turned, run)


def _turned(word: Sequence[Glyph]) -> list[Glyph]:
    """Return a word from right to left, the numbers in it from left to right."""
    turned: list[Glyph] = []
    flagged = list(zip(_numeric(word), word, strict=True))
    for numeric, group in itertools.groupby(reversed(flagged), lambda pair: pair[0]):
        run = [glyph for _, glyph in group]
        turned += reversed(run) if numeric else run
    return turned


def _numeric(word: Sequence[Glyph]) -> list[bool]:
    """Tell of each character whether it belongs to a number or a foreign word."""
    own = [False, *(bool(NUMBER.match(glyph.text)) for glyph in word), False]
    return [
        own[at] or (own[at - 1] and own[at + 1] and bool(SEPARATOR.match(glyph.text)))
        for at, glyph in enumerate(word, start=1)
    ]
