"""A page with what was recognised drawn on it: a person debugs layout by looking."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise

from pdfplumber.display import PageImage
from pdfplumber.page import Page
from PIL import Image, ImageDraw, ImageFont

from extractor.readers.geometry import around
from extractor.readers.source import Box
from schemas.base import Anchor, BoxPiece, Piece
from schemas.document import Block
from schemas.extraction import Extraction

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Style:
    """How a kind of thing is drawn: told by its tag too, for those who do not see its colour."""

    tag: str
    name: str
    colour: Colour
    margin: float = 1.0
    """Points between the glyphs and the frame."""
    fill: int = 0
    """Opacity of the inside, 0 to 255."""


STYLES = {
    "title": Style("Ti", "title", (142, 68, 173), fill=30),
    "heading": Style("H", "heading and its level", (192, 57, 43), fill=30),
    "paragraph": Style("P", "paragraph", (41, 128, 185)),
    "list_item": Style("L", "list item and its level", (22, 160, 133)),
    "key_figure": Style("K", "key figure", (211, 84, 0), fill=40),
    "table": Style("T", "table", (39, 174, 96), margin=4.0),
    "caption": Style("C", "caption", (183, 149, 11), fill=30),
    "footnote": Style("N", "footnote", (127, 96, 0), fill=20),
    "furniture": Style("X", "left out of the text", (127, 140, 141), fill=60),
}
CELL = Style("", "cell (a header cell is shaded)", (39, 174, 96), margin=0.5)
HEADER_CELL = Style("", "", (39, 174, 96), margin=0.5, fill=60)
MARK = Style("", "footnote mark", (231, 76, 60), margin=1.0, fill=110)
FIGURE = Style("", "figure", (243, 156, 18), margin=0.0, fill=90)
COLUMN = Style("", "column", (149, 165, 166), margin=6.0)
ORDER = (52, 73, 94)
"""Colour of the line that runs from block to block as they are read."""

LABEL_SIZE = 10  # pixels; the picture is for a screen
LEGEND_ROW = 16
LEGEND_COLUMN = 230


def draw_page(extraction: Extraction, page: Page, *, resolution: int) -> bytes:
    """Return a PNG of a page with its blocks, columns, tables, cells, notes and figures drawn.

    The page is pdfplumber's, of the PDF that the extraction was made of; resolution is in dots an
    inch. Below the page stands a legend.
    """
    number = page.page_number
    picture = page.to_image(resolution=resolution, antialias=True)
    canvas = _Canvas(picture)
    placed = [
        (block, boxes) for block in extraction.blocks if (boxes := list(_boxes(block, number)))
    ]
    body = [each for each in placed if each[0].anchor is not None]
    for column in _columns([around(boxes) for _, boxes in body]):
        canvas.frame(column, COLUMN)
    for box in _figure_boxes(extraction, number):
        canvas.frame(box, FIGURE)
    _draw_tables(canvas, extraction, number)
    for block, boxes in placed:
        _draw_block(canvas, block, boxes)
    canvas.path([around(boxes) for _, boxes in body])
    for order, (_, boxes) in enumerate(body, 1):
        canvas.number(around(boxes), order)
    for note in extraction.footnotes:
        for reference in note.references:
            for box in _on_page(reference.source, number):
                canvas.frame(box, MARK)
    return _png(picture.annotated, resolution)


class _Canvas:
    """Draws on pdfplumber's picture of a page."""

    def __init__(self, picture: PageImage) -> None:
        self._picture = picture
        self._font = ImageFont.load_default(LABEL_SIZE)

    def frame(self, box: Box, style: Style, tag: str = "") -> None:
        """Draw a frame around a box, its tag at the top left."""
        x0, top, x1, bottom = box
        grown = x0 - style.margin, top - style.margin, x1 + style.margin, bottom + style.margin
        self._picture.draw_rect(grown, fill=(*style.colour, style.fill), stroke=style.colour)
        if tag:
            x, y = self._pixel(grown[0], grown[1])
            self._label(x, y - LABEL_SIZE - 1, tag, style.colour)

    def path(self, boxes: Sequence[Box]) -> None:
        """Draw the way that the eye goes: from the middle of each box to that of the next."""
        for one, other in pairwise(boxes):
            self._picture.draw_line((_middle(one), _middle(other)), stroke=(*ORDER, 110))

    def number(self, box: Box, order: int) -> None:
        """Write the place of a block in the reading order beside its right end."""
        x, y = self._pixel(box[2], box[1])
        self._label(x + 2, y, str(order), ORDER)

    def _label(self, x: float, y: float, text: str, colour: Colour) -> None:
        draw = self._picture.draw
        box = draw.textbbox((x, y), text, font=self._font)
        draw.rectangle(box, fill=(255, 255, 255, 200))
        draw.text((x, y), text, fill=colour, font=self._font)

    def _pixel(self, x: float, y: float) -> tuple[float, float]:
        left, top = self._picture.bbox[:2]
        return (x - left) * self._picture.scale, (y - top) * self._picture.scale


def _draw_block(canvas: _Canvas, block: Block, boxes: Sequence[Box]) -> None:
    style = STYLES[block.type]
    tag = f"{style.tag}{block.level or ''}"
    shown = [around(boxes)] if block.type == "table" else boxes
    for at, box in enumerate(shown):
        canvas.frame(box, style, tag if at == 0 else "")


def _draw_tables(canvas: _Canvas, extraction: Extraction, number: int) -> None:
    for table in extraction.tables:
        for cell in table.cells:
            for box in _on_page(cell.anchor.source if cell.anchor else (), number):
                canvas.frame(box, HEADER_CELL if cell.header else CELL)


def _figure_boxes(extraction: Extraction, number: int) -> Iterator[Box]:
    for figure in extraction.figures:
        yield from _on_page(figure.anchor.source, number)


def _boxes(block: Block, number: int) -> Iterator[Box]:
    anchor: Anchor | None = block.anchor
    return _on_page(anchor.source if anchor else block.source, number)


def _on_page(pieces: Iterable[Piece], number: int) -> Iterator[Box]:
    for piece in pieces:
        if isinstance(piece, BoxPiece) and piece.page == number:
            yield piece.bbox


def _columns(boxes: Sequence[Box]) -> list[Box]:
    """Return the columns as they were read: runs of blocks each of which stands below the last."""
    columns: list[Box] = []
    for box in boxes:
        if columns and _below(columns[-1], box):
            columns[-1] = around((columns[-1], box))
        else:
            columns.append(box)
    return columns


def _below(above: Box, box: Box) -> bool:
    shared = min(above[2], box[2]) - max(above[0], box[0])
    return box[1] >= above[1] and shared > 0


def _middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _png(page: Image.Image, resolution: int) -> bytes:
    """Return the page with the legend below it as PNG bytes."""
    shown = [*STYLES.values(), CELL, MARK, FIGURE, COLUMN]
    across = max(1, page.width // LEGEND_COLUMN)
    rows = -(-len(shown) // across)
    whole = Image.new("RGB", (page.width, page.height + LEGEND_ROW * (rows + 1)), "white")
    whole.paste(page)
    draw, font = ImageDraw.Draw(whole, "RGBA"), ImageFont.load_default(LABEL_SIZE)
    for at, style in enumerate(shown):
        x = 8 + (at % across) * LEGEND_COLUMN
        y = page.height + LEGEND_ROW // 2 + (at // across) * LEGEND_ROW
        draw.rectangle(
            (x, y, x + 18, y + 11), fill=(*style.colour, style.fill), outline=style.colour
        )
        draw.text((x + 24, y), f"{style.tag} {style.name}".strip(), fill="black", font=font)
    out = BytesIO()
    whole.save(out, format="PNG", dpi=(resolution, resolution))
    return out.getvalue()
