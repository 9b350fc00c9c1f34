"""The pages of a PDF as pictures, for people to look at."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

import pypdfium2
from PIL.Image import Image

from extractor.readers.pdf.opening import opened, opened_page, page_view
from extractor.readers.source import Box

POINTS_AN_INCH = 72


@dataclass(frozen=True, slots=True)
class PagePicture:
    """What is seen of a page, and which part of the page that is."""

    number: int
    """Counted from 1."""
    visible: Box
    """The part shown, in points from the page's top left, as anchors have them."""
    image: Image


def page_pictures(
    path: Path, data: bytes, *, resolution: int, most_pixels: int, password: str | None = None
) -> Iterator[PagePicture]:
    """Yield a picture of each page, in dots an inch; a page of many pixels is drawn coarser.

    Pages that are broken are left out.

    Raises:
        UnreadableSourceError: The file is damaged or encrypted.
    """
    with opened(path, data, password) as document:
        for index in range(len(document)):
            with opened_page(document, index) as loaded:
                if loaded is None:
                    continue
                visible = page_view(loaded[0]).visible
            yield PagePicture(index + 1, visible, _drawn(document, index, resolution, most_pixels))


def _drawn(document: pypdfium2.PdfDocument, index: int, resolution: int, most_pixels: int) -> Image:
    page = document[index]
    try:
        width, height = page.get_size()
        finest = sqrt(most_pixels / max(width * height, 1.0))
        drawn: Image = page.render(scale=min(resolution / POINTS_AN_INCH, finest)).to_pil()
        return drawn.convert("RGB")
    finally:
        page.close()
