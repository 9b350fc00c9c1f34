"""pdfplumber's page model, filled with what PDFium read: its tools work without its slow parser.

`find_tables`, `crop`, `extract_words` and visual debugging ask a page for its objects only. Here
they get ours, in points from the top left of the page as it is seen.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, cast

from pdfplumber.page import Page
from typing_extensions import override

from extractor.errors import UnreadableSourceError, UsageError
from extractor.readers.pdf.opening import opened, opened_page, page_view
from extractor.readers.pdf.reading import read_page
from extractor.readers.pdf.words import GlyphStore
from extractor.readers.source import Box, PdfPage, Word

Mark = dict[str, Any]
"""An object of pdfplumber's page model."""

SAME_LINE = 0.5  # type sizes between the baselines of words of one line
_KINDS = {"fill": "rect", "image": "image", "curve": "curve"}


@dataclass(frozen=True, slots=True)
class _File:
    """What pdfplumber asks of the file a page is of, when it draws the page."""

    stream: BytesIO
    password: str | None
    path: None = None


@dataclass(frozen=True, slots=True)
class _Attributes:
    """What pdfplumber asks of the parsed page: its boxes, the turn already applied."""

    attrs: dict[str, Any]
    annots: None = None


class FilledPage(Page):
    """A page of pdfplumber's whose objects were read by PDFium."""

    def __init__(self, file: _File, marks: PdfPage, store: GlyphStore, visible: Box) -> None:
        width, height = marks.page.width or 0.0, marks.page.height or 0.0
        x0, top, x1, bottom = visible
        boxes = {
            "MediaBox": [0.0, 0.0, width, height],
            "CropBox": [x0, height - bottom, x1, height - top],
        }
        super().__init__(cast(Any, file), cast(Any, _Attributes(boxes)), marks.page.number)
        self._filled = _objects(marks, store)

    @property
    @override
    def objects(self) -> dict[str, list[Mark]]:
        return self._filled


def filled_page(path: Path, data: bytes, number: int, *, password: str | None = None) -> FilledPage:
    """Return one page (from 1) of a PDF as pdfplumber's page, read by PDFium.

    Raises:
        UnreadableSourceError: The file or the page is damaged, or the file is encrypted.
        UsageError: The file has no such page.
    """
    with opened(path, data, password) as document:
        if not 1 <= number <= len(document):
            raise UsageError(f"{path}: has no page {number}: its pages are 1 to {len(document)}")
        marks, store = read_page(document, number - 1)
        with opened_page(document, number - 1) as loaded:
            if loaded is None:
                raise UnreadableSourceError(f"{path}: page {number} is damaged")
            visible = page_view(loaded[0]).visible
    return FilledPage(_File(BytesIO(data), password), marks, store, visible)


def _objects(marks: PdfPage, store: GlyphStore) -> dict[str, list[Mark]]:
    """Return the marks of a page by pdfplumber's names of their kinds."""
    height = marks.page.height or 0.0
    objects: dict[str, list[Mark]] = {}
    for kind, box, more in (*_chars(marks, store), *_drawn(marks)):
        x0, top, x1, bottom = box
        mark = {
            "object_type": kind,
            "page_number": marks.page.number,
            "x0": x0,
            "x1": x1,
            "top": top,
            "bottom": bottom,
            "doctop": top,
            "y0": height - bottom,
            "y1": height - top,
            "width": x1 - x0,
            "height": bottom - top,
        }
        objects.setdefault(kind, []).append(mark | more)
    return objects


def _chars(marks: PdfPage, store: GlyphStore) -> Iterator[tuple[str, Box, Mark]]:
    before: Word | None = None
    for word in marks.words:
        if before is not None and (space := _space_between(before, word)):
            yield "char", space, {"text": " ", **_style(word)}
        for at, character in enumerate(word.text, word.glyph):
            box = store.left[at], store.top[at], store.right[at], store.bottom[at]
            yield "char", box, {"text": character, **_style(word)}
        before = word


def _space_between(before: Word, word: Word) -> Box | None:
    """Return the box of the space between words of a line: pdfplumber counts spaces as marks."""
    level = abs(before.baseline - word.baseline) < SAME_LINE * word.size
    if word.glued or not level or not before.upright or not word.upright:
        return None
    left, right = before.box[2], word.box[0]
    return (left, word.box[1], right, word.box[3]) if left < right else None


def _style(word: Word) -> Mark:
    return {
        "fontname": word.font,
        "size": word.size,
        "upright": word.upright,
        "non_stroking_color": word.color,
    }


def _drawn(marks: PdfPage) -> Iterator[tuple[str, Box, Mark]]:
    for rule in marks.rules:
        x0, top, x1, bottom = line = _thin(rule.box)
        yield "line", line, {"pts": [(x0, top), (x1, bottom)], "linewidth": rule.width}
    for shape in marks.shapes:
        x0, top, x1, bottom = shape.box
        corners = [(x0, top), (x1, top), (x1, bottom), (x0, bottom)]
        yield (
            _KINDS[shape.kind],
            shape.box,
            {"pts": corners, "fill": shape.kind == "fill", "non_stroking_color": shape.color},
        )


def _thin(box: Box) -> Box:
    """Return the middle line of a rule: pdfplumber takes a line for level only if it is exactly."""
    x0, top, x1, bottom = box
    x, y = (x0 + x1) / 2, (top + bottom) / 2
    return (x0, y, x1, y) if x1 - x0 >= bottom - top else (x, top, x, bottom)
