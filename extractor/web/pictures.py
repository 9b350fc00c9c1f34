"""The pages of a PDF, small enough for a file of many."""

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL.Image import Image

from extractor.readers import page_pictures
from extractor.readers.source import Box

DOTS_AN_INCH = 110
MOST_PIXELS = 2_000_000  # a poster is shown coarser
QUALITIES = (62, 40, 20)
"""Of WebP; the next is tried where a page takes too much."""
MOST_BYTES = 150_000  # a page: sixty of them, written in base64, make 12 MB
SMALLER = 2  # times fewer pixels each way, where no quality is enough
EFFORT = 2  # of 0 to 6; more takes twice the time for a twentieth of the bytes


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as a picture."""

    number: int
    """Counted from 1."""
    visible: Box
    """The part of the page that it shows, in points from its top left."""
    content: str
    """WebP, in base64; empty where the page cannot be drawn."""


def pictures(path: Path, password: str | None) -> Iterator[Picture]:
    """Yield the pages of a PDF as pictures; broken pages are left out."""
    drawn = page_pictures(path, resolution=DOTS_AN_INCH, most_pixels=MOST_PIXELS, password=password)
    for page in drawn:
        content = b"" if page.image is None else _webp(page.image)
        yield Picture(page.number, page.visible, b64encode(content).decode("ascii"))


def _webp(image: Image) -> bytes:
    """Return a picture in the best quality that is small enough."""
    for quality in QUALITIES:
        content = _written(image, quality)
        if len(content) <= MOST_BYTES:
            return content
    return _written(image.reduce(SMALLER), QUALITIES[-1])


def _written(image: Image, quality: int) -> bytes:
    out = BytesIO()
    image.save(out, "WEBP", quality=quality, method=EFFORT)
    return out.getvalue()
