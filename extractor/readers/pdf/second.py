"""The digits of pages by the other engine: what PDFium reads is proved by other hands."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

import numpy as np

from extractor.errors import UnreadableSourceError
from extractor.readers.pdf.chars import Chars
from extractor.readers.pdf.opening import Opened, opened, opened_page, page_view
from extractor.readers.pdf.plumber import DamagedPageError, PlumberReader, plumber_reader
from extractor.readers.source import Box

Digit = tuple[str, Box]


def digits_by_plumber(
    path: Path, data: bytes, numbers: Iterable[int], *, password: str | None = None
) -> Iterator[tuple[int, tuple[Digit, ...] | None]]:
    """Yield for each page (from 1) its digits, in the order of its content.

    Those of a page that pdfplumber cannot read are None, and so are all where it cannot even open
    the file. What cannot be seen on the page is not told from what can.

    Raises:
        UnreadableSourceError: The file is truncated, damaged, or encrypted.
    """
    with ExitStack() as stack:
        document = stack.enter_context(opened(path, data, password))
        reader = _reader(stack, path, document.readable)
        for number in numbers:
            yield number, None if reader is None else _digits(reader, document, number - 1)


def _reader(stack: ExitStack, path: Path, data: bytes) -> PlumberReader | None:
    try:
        return stack.enter_context(plumber_reader(path, data))
    except UnreadableSourceError:
        return None


def _digits(reader: PlumberReader, document: Opened, index: int) -> tuple[Digit, ...] | None:
    with opened_page(document, index) as page:
        if page is None:
            return None
        view = page_view(page[0])
    try:
        chars = reader.read(index, view)
    except DamagedPageError:
        return None
    return tuple(_placed(chars))


def _placed(chars: Chars) -> Iterator[Digit]:
    text = chars.text
    at = [i for i, character in enumerate(text) if character.isdecimal()]
    sides = np.array([chars.left[at], chars.top[at], chars.right[at], chars.bottom[at]]).T.tolist()
    for i, (left, top, right, bottom) in zip(at, sides, strict=True):
        yield text[i], (left, top, right, bottom)
