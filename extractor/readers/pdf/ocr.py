"""Pages without text, read in their picture: needs the extra `planfacts[ocr]`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from math import sqrt
from statistics import median
from typing import TYPE_CHECKING, Any, Protocol

import pypdfium2

from extractor.errors import UsageError
from extractor.readers.pdf.marked import UNMARKED
from extractor.readers.pdf.view import View, bounds
from extractor.readers.pdf.words import GlyphStore
from extractor.readers.source import Box, Word

if TYPE_CHECKING:
    from numpy import uint8
    from numpy.typing import NDArray

    Picture = NDArray[uint8]
    """A page in pixels: height x width x 3, blue, green, red."""

POINTS_AN_INCH = 72
DOTS_AN_INCH = 200  # the models were trained on lines of some 30 to 50 pixels
MOST_PIXELS = 25_000_000  # a poster is read in a coarser picture
FONT = "ocr"
INK = "#000000"
TYPE_SIZE = 0.85  # of the height of a line's frame, which has some room around the type
BASELINE = 0.25  # of that height below the middle of the frame
ALIKE = 0.35  # a frame is that much lower where nothing rises above or hangs below the line
WIDE_FORMS = range(0xFF01, 0xFF5F)  # full-width twins of ASCII, which the models like to give
WIDE_BY = 0xFEE0
# A line that looks upside down to the classifier of single lines is a line of poor print.
_PARAMS = {"Global.log_level": "error", "Global.use_cls": False}


@dataclass(frozen=True, slots=True)
class ReadWord:
    """A word in a picture: its frame in pixels, and how sure the reader is, 0 to 1."""

    text: str
    box: Box
    confidence: float


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line in a picture: its frame in pixels, and its words from left to right."""

    box: Box
    words: tuple[ReadWord, ...]


class OcrEngine(Protocol):
    """What reads the words in a picture."""

    def lines(self, picture: "Picture") -> list[ReadLine]:
        """Return the lines of a picture; the same picture always gives the same lines."""


class RapidOcr:
    """RapidOCR with the models of its wheel (PaddleOCR's, Apache-2.0): nothing is downloaded."""

    def __init__(self) -> None:
        from rapidocr import RapidOCR  # noqa: PLC0415 - heavy, and an extra

        self._engine = RapidOCR(params=_PARAMS)

    def lines(self, picture: "Picture") -> list[ReadLine]:
        """Return the lines of a picture."""
        result: Any = self._engine(picture, return_word_box=True)
        if result.boxes is None:
            return []
        return [
            ReadLine(bounds(map(tuple, frame.tolist())), tuple(_read_words(words)))
            for frame, words in zip(result.boxes, result.word_results, strict=True)
            if words
        ]


def _read_words(words: Sequence[tuple[str, float, Any]]) -> Iterator[ReadWord]:
    for text, confidence, frame in words:
        if plain := _plain(text):
            yield ReadWord(plain, bounds(map(tuple, frame)), round(float(confidence), 3))


def _plain(text: str) -> str:
    """Return text with full-width forms as the ASCII characters that were printed.

    >>> _plain("２０３１，５")
    '2031,5'
    """
    return "".join(
        chr(ord(c) - WIDE_BY) if ord(c) in WIDE_FORMS else c for c in text if not c.isspace()
    )


@cache
def ocr_engine() -> OcrEngine:
    """Return the installed reader of pictures; it is made once, because its models are large.

    Raises:
        UsageError: The extra is not installed.
    """
    if find_spec("rapidocr") is None or find_spec("onnxruntime") is None:
        raise UsageError("--ocr needs the extra: pip install 'planfacts[ocr]'")
    return RapidOcr()


def read_picture(
    document: pypdfium2.PdfDocument, index: int, view: View, engine: OcrEngine
) -> list[ReadLine]:
    """Return the lines that stand in the picture of a page (from 0), in points of the page."""
    page = document[index]
    try:
        width, height = page.get_size()
        finest = sqrt(MOST_PIXELS / max(width * height, 1.0))
        scale = min(DOTS_AN_INCH / POINTS_AN_INCH, finest)
        picture = page.render(scale=scale, rev_byteorder=False).to_numpy()
    finally:
        page.close()
    return [_placed(line, scale, view) for line in engine.lines(picture[:, :, :3])]


def _placed(line: ReadLine, scale: float, view: View) -> ReadLine:
    left, top = view.visible[:2]

    def points(box: Box) -> Box:
        x0, y0, x1, y1 = (side / scale for side in box)
        return x0 + left, y0 + top, x1 + left, y1 + top

    words = (ReadWord(word.text, points(word.box), word.confidence) for word in line.words)
    return ReadLine(points(line.box), tuple(words))


def ocr_words(lines: Sequence[ReadLine], store: GlyphStore) -> tuple[Word, ...]:
    """Return the words of the lines, their glyphs and confidences added to the store.

    A word's glyphs share its width evenly. A line's type size is told by its height; lines of about
    the usual height are of one size, because a frame is no ruler.
    """
    if not lines:
        return ()
    usual = median(line.box[3] - line.box[1] for line in lines)
    return tuple(_word(word, line, usual, store) for line in _in_rows(lines) for word in line.words)


def _in_rows(lines: Sequence[ReadLine]) -> list[ReadLine]:
    return sorted(lines, key=lambda line: (line.box[1], line.box[0]))


def _word(word: ReadWord, line: ReadLine, usual: float, store: GlyphStore) -> Word:
    first = len(store.left)
    _add_glyphs(word, store)
    height = line.box[3] - line.box[1]
    if abs(height - usual) <= ALIKE * usual:
        height = usual
    return Word(
        text=word.text,
        box=word.box,
        size=round(TYPE_SIZE * height, 2),
        font=FONT,
        bold=False,
        italic=False,
        color=INK,
        glyph=first,
        baseline=(line.box[1] + line.box[3]) / 2 + BASELINE * height,
    )


def _add_glyphs(word: ReadWord, store: GlyphStore) -> None:
    first = len(store.left)
    store.word_starts.append(first)
    store.turned.append(0)
    store.confidence[first] = word.confidence
    x0, top, x1, bottom = word.box
    step = (x1 - x0) / len(word.text)
    for at in range(len(word.text)):
        store.left.append(x0 + at * step)
        store.right.append(x0 + (at + 1) * step)
        store.top.append(top)
        store.bottom.append(bottom)
        store.marked.append(UNMARKED)
