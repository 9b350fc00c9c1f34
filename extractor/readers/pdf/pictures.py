"""The pages of a PDF as pictures, for people to look at."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
from PIL.Image import Image

from extractor.readers.pdf.opening import Opened, opened, opened_page, page_view
from extractor.readers.source import Box

POINTS_AN_INCH = 72
LONGEST_SIDE = 16_000  # pixels; picture formats hold little more
MOST_IMAGE_PIXELS = 200_000_000  # that images on a page may have: drawing them takes that memory
DEEPEST = 8  # forms in forms in which images are looked for


@dataclass(frozen=True, slots=True)
class PagePicture:
    """What is seen of a page, and which part of the page that is."""

    number: int
    """Counted from 1."""
    visible: Box
    """The part shown, in points from the page's top left, as anchors have them."""
    image: Image | None
    """None where the images on the page are so large that drawing it would take too much."""


def page_pictures(
    path: Path, data: bytes, *, resolution: int, most_pixels: int, password: str | None = None
) -> Iterator[PagePicture]:
    """Yield a picture of each page that is read, in dots an inch; a large page is drawn coarser.

    Pages that are broken are left out.

    Raises:
        UnreadableSourceError: The file is damaged or encrypted.
    """
    with opened(path, data, password) as document:
        for index in range(min(len(document), document.most_pages)):
            with opened_page(document, index) as loaded:
                if loaded is None:
                    continue
                visible = page_view(loaded[0]).visible
            yield PagePicture(index + 1, visible, _drawn(document, index, resolution, most_pixels))


def _drawn(document: Opened, index: int, resolution: int, most_pixels: int) -> Image | None:
    page = document[index]
    try:
        if _image_pixels(page) > MOST_IMAGE_PIXELS:
            return None
        width, height = page.get_size()
        finest = sqrt(most_pixels / max(width * height, 1.0))
        longest = LONGEST_SIDE / max(width, height, 1.0)
        scale = min(resolution / POINTS_AN_INCH, finest, longest)
        drawn: Image = page.render(scale=scale).to_pil()
        return drawn.convert("RGB")
    finally:
        page.close()


def _image_pixels(page: pypdfium2.PdfPage) -> int:
    """Return how many pixels the largest image on a page has."""
    images = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=DEEPEST)
    sizes = (image.get_px_size() for image in images)
    return max((width * height for width, height in sizes), default=0)
