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
        UsageError: The document is no PDF.
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
    for x0, top, x1, bottom in boxes:
        frame = x0 - FRAME_PT, top - FRAME_PT, x1 + FRAME_PT, bottom + FRAME_PT
        shown.draw_rect(frame, fill=(*FIGURE.colour, FIGURE.fill), stroke=FIGURE.colour)
    _, first, _, last = around(boxes)
    offset, scale = shown.bbox[1], shown.scale
    upper = max(0, int((first - ABOVE_PT - offset) * scale))
    lower = min(shown.annotated.height, int((last + ABOVE_PT - offset) * scale))
    out = BytesIO()
    part = shown.annotated.crop((0, upper, shown.annotated.width, max(lower, upper + 1)))
    part.save(out, format="PNG", dpi=(RESOLUTION, RESOLUTION))
    return out.getvalue()
