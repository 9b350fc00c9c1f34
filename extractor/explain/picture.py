"""The stretch of a page that a figure is printed on, the figure framed."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from extractor.errors import UsageError
from extractor.readers import pdf_page
from extractor.readers.geometry import around
from extractor.readers.source import Box
from extractor.view import FIGURE
from schemas.base import BoxPiece
from schemas.figure import Figure

RESOLUTION = 150  # dots an inch: small print can be read on a screen
ABOVE_PT = 80.0  # of the page above and below a figure: some lines, or the rows of a table
FRAME_PT = 1.5  # between the glyphs and the frame


def picture(figure: Figure, source: Path, password: str | None = None) -> bytes:
    """Return a PNG of the part of the page that a figure begins on, as wide as the page.

    Raises:
        UsageError: The document is no PDF, or has no such place.
        UnreadableSourceError: The source cannot be read.
    """
    first = figure.anchor.source[0]
    if not isinstance(first, BoxPiece):
        raise UsageError(f"{source}: is no PDF: only the pages of a PDF can be drawn")
    boxes = [
        piece.bbox
        for piece in figure.anchor.source
        if isinstance(piece, BoxPiece) and piece.page == first.page
    ]
    return _drawn(source, first.page, boxes, password)


def _drawn(source: Path, number: int, boxes: Sequence[Box], password: str | None) -> bytes:
    page = pdf_page(source, number, password=password)
    shown = page.to_image(resolution=RESOLUTION, antialias=True)
    left, above, right, below = shown.bbox
    x0, first, x1, last = around(boxes)
    # Extractions come from outside; a box that is no number is on no page either.
    if not (left <= x0 <= x1 <= right and above <= first <= last <= below):
        raise UsageError(f"{source}: what can be seen of page {number} does not hold the figure")
    for box in boxes:
        frame = box[0] - FRAME_PT, box[1] - FRAME_PT, box[2] + FRAME_PT, box[3] + FRAME_PT
        shown.draw_rect(frame, fill=(*FIGURE.colour, FIGURE.fill), stroke=FIGURE.colour)
    picture, scale = shown.annotated, shown.scale
    upper = max(0, int((first - ABOVE_PT - above) * scale))
    lower = min(picture.height, int((last + ABOVE_PT - above) * scale) + 1)
    out = BytesIO()
    part = picture.crop((0, upper, picture.width, lower))
    part.save(out, format="PNG", dpi=(RESOLUTION, RESOLUTION))
    return out.getvalue()
