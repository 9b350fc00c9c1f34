"""What is drawn on a page beside its text: rules, filled boxes, pictures, curves."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import repeat
from typing import Literal

import pypdfium2.raw as pdfium

from extractor.readers.pdf.native import (
    Handle,
    Rooms,
    form_object_at,
    form_object_count,
    handle,
    object_bounds,
    object_fill,
    object_kind,
    object_line_width,
    object_matrix,
    page_object_at,
    page_object_count,
    path_draw_mode,
    path_length,
)
from extractor.readers.pdf.paths import LEVEL_PT, Path, Subpath, outlines
from extractor.readers.pdf.view import IDENTITY, Matrix, View, apply, bounds, compose
from extractor.readers.source import Box, Rule, Shape

THIN_PT = 3.0  # a filled box thinner than this was drawn as a line
SHORTEST_RULE_PT = 2.0
MOST_OBJECTS = 30_000  # a page of more drawn objects is a map or a plot: the rest is not looked at
MOST_SEGMENTS = 120_000
DEEPEST_FORM = 12
THINNEST_PT = 0.1  # PDF draws a line of no width as thin as the device can

# Read from PDFium's binding once: its names are looked up for every object.
TEXT, PATH, FORM = (
    pdfium.FPDF_PAGEOBJ_TEXT,
    pdfium.FPDF_PAGEOBJ_PATH,
    pdfium.FPDF_PAGEOBJ_FORM,
)
IMAGE = pdfium.FPDF_PAGEOBJ_IMAGE
PICTURES = IMAGE, pdfium.FPDF_PAGEOBJ_SHADING


@dataclass(slots=True, unsafe_hash=True)
class Ground:
    """A painted area."""

    order: int
    """When it is painted, among all things on the page."""
    box: Box
    color: str | None
    """None where it has not one colour all over its box: a picture, a curve, a frame."""
    thing: Handle
    """PDFium's object."""


@dataclass(slots=True)
class Drawn:
    """The drawn things of one page."""

    rules: list[Rule] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    grounds: list[Ground] = field(default_factory=list)
    """What is painted, in its order."""
    texts: dict[int, int] = field(default_factory=dict)
    """When each text object is painted, among the same things."""
    inner: set[int] = field(default_factory=set)
    """The text objects that stand in a form."""
    cut: bool = False
    """Whether there was more than is looked at."""


@dataclass(slots=True)
class _Thing:
    """An object of the page."""

    handle: Handle
    kind: int
    matrix: Matrix
    """What it is drawn by, beside its own matrix."""
    order: int
    """When it is painted."""


@dataclass(slots=True)
class _Look:
    """How a path is painted."""

    fill: bool
    stroke: bool
    width: float = 0.0
    color: str | None = None


@lru_cache(maxsize=1024)  # a document has few colours
def _named_color(red: int, green: int, blue: int) -> str:
    return f"#{red:02x}{green:02x}{blue:02x}"


class DrawnReader:
    """Reads the drawn things of one page, as far as PDFium lets itself ask all of them together."""

    def __init__(self, page: object, view: View, rooms: Rooms) -> None:
        self._page = page
        self._view = view
        self._rooms = rooms
        self._drawn = Drawn()
        self._order = 0
        self._segments_left = MOST_SEGMENTS

    def read(self) -> Drawn:
        """Return the page's rules and shapes."""
        things = list(self._things(handle(self._page), IDENTITY, 0))
        looks = self._looks([thing for thing in things if thing.kind == PATH]) if things else {}
        painted = [thing for thing in things if thing.order in looks]
        parts = iter(outlines(self._paths(painted, looks), self._rooms))
        for thing in things:
            if thing.kind in PICTURES:
                self._picture(thing)
            elif thing.order in looks:
                self._path(thing, looks[thing.order], next(parts))
        return self._drawn

    def _things(self, holder: Handle, matrix: Matrix, depth: int) -> Iterator[_Thing]:
        """Yield the page's paths and pictures, those inside forms too; note its text."""
        count = (form_object_count if depth else page_object_count)(holder)
        get = form_object_at if depth else page_object_at
        things = list(map(get, repeat(holder), range(min(count, MOST_OBJECTS - self._order))))
        self._drawn.cut |= len(things) < count
        for thing, kind in zip(things, map(object_kind, things), strict=True):
            if self._order >= MOST_OBJECTS:
                self._drawn.cut = True
                return
            self._order += 1
            if kind == TEXT:
                self._drawn.texts[thing.value or 0] = self._order
                if depth:
                    self._drawn.inner.add(thing.value or 0)
            elif kind != FORM:
                yield _Thing(thing, kind, matrix, self._order)
            elif depth < DEEPEST_FORM:
                (own,) = self._matrices([thing])
                yield from self._things(thing, compose(own, matrix), depth + 1)

    def _matrices(self, things: Sequence[Handle]) -> list[Matrix]:
        rows = self._rooms.matrix.filled(object_matrix, things)[1].tolist()
        return [(a, b, c, d, e, f) for a, b, c, d, e, f in rows]

    def _looks(self, paths: Sequence[_Thing]) -> dict[int, _Look]:
        """Return how paths are painted, by their order; those that are not are left out."""
        given, modes = self._rooms.modes.filled(path_draw_mode, [path.handle for path in paths])
        looks = {
            path.order: _Look(fill=bool(fill), stroke=bool(stroke))
            for path, is_given, (fill, stroke) in zip(paths, given, modes.tolist(), strict=True)
            if is_given and (fill or stroke)
        }
        stroked = [path for path in paths if path.order in looks and looks[path.order].stroke]
        widths = self._rooms.width.filled(object_line_width, [path.handle for path in stroked])[1]
        for path, width in zip(stroked, widths[:, 0].tolist(), strict=True):
            looks[path.order].width = width
        filled = [path for path in paths if path.order in looks and looks[path.order].fill]
        given, colors = self._rooms.color.filled(object_fill, [path.handle for path in filled])
        for path, is_given, (*color, alpha) in zip(filled, given, colors.tolist(), strict=True):
            if is_given and alpha:
                looks[path.order].color = _named_color(*color)
        return looks

    def _paths(self, things: Sequence[_Thing], looks: Mapping[int, _Look]) -> list[Path]:
        paths: list[Path] = []
        own = self._matrices([thing.handle for thing in things])
        for thing, matrix in zip(things, own, strict=True):
            length = max(0, path_length(thing.handle))
            if length > self._segments_left:
                length, self._drawn.cut = self._segments_left, True
            self._segments_left -= length
            # Most paths stand in no form.
            placed = matrix if thing.matrix is IDENTITY else compose(matrix, thing.matrix)
            whole = compose(placed, self._view.matrix)
            paths.append(Path(thing.handle, whole, length, looks[thing.order].stroke))
        return paths

    def _picture(self, thing: _Thing) -> None:
        given, rows = self._rooms.corners.filled(object_bounds, [thing.handle])
        if not given[0]:
            return
        x0, y0, x1, y1 = rows[0].tolist()
        corners = [apply(thing.matrix, x, y) for x in (x0, x1) for y in (y0, y1)]
        box = bounds(apply(self._view.matrix, x, y) for x, y in corners)
        self._drawn.grounds.append(Ground(thing.order, box, None, thing.handle))
        self._drawn.shapes.append(Shape(box, "image" if thing.kind == IMAGE else "fill"))

    def _path(self, thing: _Thing, look: _Look, subpaths: Sequence[Subpath]) -> None:
        if look.fill:
            self._painted(thing, subpaths, look.color)
        for subpath in subpaths:
            if subpath.curved:
                self._drawn.shapes.append(Shape(subpath.box, "curve", look.color))
            elif look.fill:
                self._filled(subpath, look.color)
            if look.stroke:
                self._stroked(subpath, max(look.width, THINNEST_PT))

    def _painted(self, thing: _Thing, subpaths: Sequence[Subpath], color: str | None) -> None:
        """Add what a path paints; of several parts some may be holes."""
        seen = color if len(subpaths) == 1 and subpaths[0].level else None
        self._drawn.grounds += [
            Ground(thing.order, subpath.box, seen, thing.handle) for subpath in subpaths
        ]

    def _filled(self, subpath: Subpath, color: str | None) -> None:
        x0, y0, x1, y1 = box = subpath.box
        if min(x1 - x0, y1 - y0) < THIN_PT:
            self._rule(box, min(x1 - x0, y1 - y0))
        else:
            kind: Literal["fill", "curve"] = "fill" if subpath.level else "curve"
            self._drawn.shapes.append(Shape(box, kind, color))

    def _stroked(self, subpath: Subpath, width: float) -> None:
        for box in subpath.sides:
            if min(box[2] - box[0], box[3] - box[1]) <= LEVEL_PT:
                self._rule(box, width)
            else:
                self._drawn.shapes.append(Shape(box, "curve"))

    def _rule(self, box: Box, width: float) -> None:
        if max(box[2] - box[0], box[3] - box[1]) >= SHORTEST_RULE_PT:
            self._drawn.rules.append(Rule(box, width))
