"""What is drawn on a page beside its text: rules, filled boxes, pictures, curves."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

import pypdfium2.raw as pdfium

from extractor.readers.pdf.native import (
    Handle,
    addresses,
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
    path_segment,
    segment_closes,
    segment_kind,
    segment_point,
)
from extractor.readers.pdf.view import IDENTITY, Matrix, View, apply, bounds, compose
from extractor.readers.source import Box, Rule, Shape

THIN_PT = 3.0  # a filled box thinner than this was drawn as a line
LEVEL_PT = 0.6  # a line that rises less than this over its length is level
SHORTEST_RULE_PT = 2.0
MOST_OBJECTS = 30_000  # a page of more drawn objects is a map or a plot: the rest is not looked at
MOST_SEGMENTS = 120_000
DEEPEST_FORM = 12
THINNEST_PT = 0.1  # PDF draws a line of no width as thin as the device can

# Read from PDFium's binding once: its names are looked up for every corner of a path.
MOVE, CURVE = pdfium.FPDF_SEGMENT_MOVETO, pdfium.FPDF_SEGMENT_BEZIERTO

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Ground:
    """A painted area."""

    order: int
    """When it is painted, among all things on the page."""
    box: Box
    color: str | None
    """None where it has not one colour all over its box: a picture, a curve, a frame."""
    thing: int
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
class _Subpath:
    points: list[Point] = field(default_factory=list)
    curved: bool = False
    closed: bool = False
    box: Box = (0.0, 0.0, 0.0, 0.0)
    level: bool = False
    """Whether every side is level or upright."""

    def measure(self) -> None:
        """Find the box and whether it is filled."""
        self.box = bounds(self.points)
        self.level = not self.curved and _is_box(self.points)


class DrawnReader:
    """Reads the drawn things of one page."""

    def __init__(self, page: object, view: View) -> None:
        self._page = page
        self._view = view
        self._drawn = Drawn()
        self._objects_left = MOST_OBJECTS
        self._segments_left = MOST_SEGMENTS
        # What PDFium writes to.
        self._modes, self._color = (ctypes.c_int * 2)(), (ctypes.c_uint * 4)()
        self._floats = (ctypes.c_float * 6)()
        self._modes_at, self._color_at = addresses(self._modes), addresses(self._color)
        self._floats_at = addresses(self._floats)

    def read(self) -> Drawn:
        """Return the page's rules and shapes."""
        for thing, kind, matrix in self._things(handle(self._page), IDENTITY, 0):
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                self._drawn.texts[thing] = self._order
            elif kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._path(thing, matrix)
            elif kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
                self._picture(thing, matrix, kind)
        return self._drawn

    def _things(
        self, holder: Handle, matrix: Matrix, depth: int
    ) -> Iterator[tuple[int, int, Matrix]]:
        """Yield the page's objects, those inside forms too, with the matrix they are drawn by."""
        count = (form_object_count if depth else page_object_count)(holder)
        get = form_object_at if depth else page_object_at
        for i in range(max(0, count)):
            thing = get(holder, i)
            if self._objects_left <= 0:
                self._drawn.cut = True
                return
            self._objects_left -= 1
            kind = object_kind(thing)
            if depth and kind == pdfium.FPDF_PAGEOBJ_TEXT:
                self._drawn.inner.add(thing)
            if kind != pdfium.FPDF_PAGEOBJ_FORM:
                yield thing, kind, matrix
            elif depth < DEEPEST_FORM:
                inner = compose(self._matrix(thing), matrix)
                yield from self._things(Handle(thing), inner, depth + 1)

    @property
    def _order(self) -> int:
        return MOST_OBJECTS - self._objects_left

    def _picture(self, thing: int, matrix: Matrix, kind: int) -> None:
        if not object_bounds(thing, *self._floats_at[:4]):
            return
        x0, y0, x1, y1 = self._floats[:4]
        box = self._seen([apply(matrix, x, y) for x, y in ((x0, y0), (x1, y0), (x0, y1), (x1, y1))])
        self._drawn.grounds.append(Ground(self._order, box, None, thing))
        is_image = kind == pdfium.FPDF_PAGEOBJ_IMAGE
        self._drawn.shapes.append(Shape(box, "image" if is_image else "fill"))

    def _seen(self, points: list[Point]) -> Box:
        return bounds(apply(self._view.matrix, x, y) for x, y in points)

    def _path(self, thing: int, matrix: Matrix) -> None:
        if not path_draw_mode(thing, *self._modes_at):
            return
        fill, stroke = self._modes
        if not fill and not stroke:
            return
        width = self._line_width(thing) if stroke else 0.0
        color = self._fill_color(thing) if fill else None
        whole = compose(compose(self._matrix(thing), matrix), self._view.matrix)
        subpaths = self._subpaths(thing, whole)
        if fill:
            self._painted(thing, subpaths, color)
        for subpath in subpaths:
            if subpath.curved:
                self._drawn.shapes.append(Shape(subpath.box, "curve", color))
            elif fill:
                self._filled(subpath, color)
            if stroke and not subpath.curved:
                self._stroked(subpath, max(width, THINNEST_PT))

    def _painted(self, thing: int, subpaths: list[_Subpath], color: str | None) -> None:
        """Add what a path paints; of several parts some may be holes."""
        seen = color if len(subpaths) == 1 and subpaths[0].level else None
        self._drawn.grounds += [Ground(self._order, one.box, seen, thing) for one in subpaths]

    def _subpaths(self, thing: int, matrix: Matrix) -> list[_Subpath]:
        found: list[_Subpath] = []
        point, at = self._floats, self._floats_at[:2]
        length = max(0, path_length(thing))
        if length > self._segments_left:
            length, self._drawn.cut = self._segments_left, True
        self._segments_left -= length
        last, (x_at, y_at) = _Subpath(), at
        for i in range(length):
            segment = path_segment(thing, i)
            kind = segment_kind(segment)
            segment_point(segment, x_at, y_at)
            if kind == MOVE or not found:
                last = _Subpath()
                found.append(last)
            last.points.append(apply(matrix, point[0], point[1]))
            if kind == CURVE:
                last.curved = True
            if segment_closes(segment):
                last.closed = True
        drawn = [subpath for subpath in found if len(subpath.points) > 1]
        for subpath in drawn:
            subpath.measure()
        return drawn

    def _matrix(self, thing: int) -> Matrix:
        object_matrix(thing, self._floats_at[0])
        a, b, c, d, e, f = self._floats
        return a, b, c, d, e, f

    def _line_width(self, thing: int) -> float:
        object_line_width(thing, self._floats_at[0])
        return self._floats[0]

    def _fill_color(self, thing: int) -> str | None:
        if not object_fill(thing, *self._color_at) or not self._color[3]:
            return None
        return "#{:02x}{:02x}{:02x}".format(*self._color[:3])

    def _filled(self, subpath: _Subpath, color: str | None) -> None:
        x0, y0, x1, y1 = box = subpath.box
        if min(x1 - x0, y1 - y0) < THIN_PT:
            self._rule(box, min(x1 - x0, y1 - y0))
        else:
            kind: Literal["fill", "curve"] = "fill" if subpath.level else "curve"
            self._drawn.shapes.append(Shape(box, kind, color))

    def _stroked(self, subpath: _Subpath, width: float) -> None:
        points = subpath.points
        ends = [*points[1:], points[0]] if subpath.closed else points[1:]
        for one, other in zip(points, ends, strict=False):
            box = bounds((one, other))
            if min(box[2] - box[0], box[3] - box[1]) <= LEVEL_PT:
                self._rule(box, width)
            else:
                self._drawn.shapes.append(Shape(box, "curve"))

    def _rule(self, box: Box, width: float) -> None:
        if max(box[2] - box[0], box[3] - box[1]) >= SHORTEST_RULE_PT:
            self._drawn.rules.append(Rule(box, width))


def _is_box(points: list[Point]) -> bool:
    """Whether every side of a polygon is level or upright."""
    sides = zip(points, [*points[1:], points[0]], strict=True)
    return all(
        abs(one[0] - other[0]) <= LEVEL_PT or abs(one[1] - other[1]) <= LEVEL_PT
        for one, other in sides
    )
