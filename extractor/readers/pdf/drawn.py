"""What is drawn on a page beside its text: rules, filled boxes, pictures, curves."""

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

from extractor.readers.pdf.view import IDENTITY, Matrix, View, apply, bounds, compose
from extractor.readers.source import Box, Rule, Shape

THIN_PT = 3.0  # a filled box thinner than this was drawn as a line
LEVEL_PT = 0.6  # a line that rises less than this over its length is level
SHORTEST_RULE_PT = 2.0
MOST_OBJECTS = 30_000  # a page of more drawn objects is a map or a plot: the rest is not looked at
MOST_SEGMENTS = 120_000
DEEPEST_FORM = 12
WHITE = "#ffffff"

Point = tuple[float, float]


@dataclass(slots=True)
class Drawn:
    """The drawn things of one page."""

    rules: list[Rule] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    cut: bool = False
    """Whether there was more than is looked at."""


@dataclass(slots=True)
class _Subpath:
    points: list[Point] = field(default_factory=list)
    curved: bool = False
    closed: bool = False


class DrawnReader:
    """Reads the drawn things of one page."""

    def __init__(self, page: object, view: View) -> None:
        self._page = page
        self._view = view
        self._drawn = Drawn()
        self._objects_left = MOST_OBJECTS
        self._segments_left = MOST_SEGMENTS

    def read(self) -> Drawn:
        """Return the page's rules and shapes."""
        for thing, matrix in self._things(self._page, IDENTITY, 0):
            kind = pdfium.FPDFPageObj_GetType(thing)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._path(thing, matrix)
            elif kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
                self._picture(thing, matrix, kind)
        return self._drawn

    def _things(
        self, holder: object, matrix: Matrix, depth: int
    ) -> Iterator[tuple[object, Matrix]]:
        """Yield the page's objects, those inside forms too, with the matrix they are drawn by."""
        if depth == 0:
            count, get = pdfium.FPDFPage_CountObjects(holder), pdfium.FPDFPage_GetObject
        else:
            count, get = pdfium.FPDFFormObj_CountObjects(holder), pdfium.FPDFFormObj_GetObject
        for i in range(max(0, count)):
            thing = get(holder, i)
            if self._objects_left <= 0:
                self._drawn.cut = True
                return
            self._objects_left -= 1
            if pdfium.FPDFPageObj_GetType(thing) == pdfium.FPDF_PAGEOBJ_FORM:
                if depth < DEEPEST_FORM:
                    inner = compose(_matrix(thing), matrix)
                    yield from self._things(thing, inner, depth + 1)
            else:
                yield thing, matrix

    def _picture(self, thing: object, matrix: Matrix, kind: int) -> None:
        corners = [ctypes.c_float() for _ in range(4)]
        if not pdfium.FPDFPageObj_GetBounds(thing, *corners):
            return
        x0, y0, x1, y1 = (corner.value for corner in corners)
        box = self._seen([apply(matrix, x, y) for x, y in ((x0, y0), (x1, y0), (x0, y1), (x1, y1))])
        is_image = kind == pdfium.FPDF_PAGEOBJ_IMAGE
        self._drawn.shapes.append(Shape(box, "image" if is_image else "fill"))

    def _seen(self, points: list[Point]) -> Box:
        return bounds(apply(self._view.matrix, x, y) for x, y in points)

    def _path(self, thing: object, matrix: Matrix) -> None:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        if not pdfium.FPDFPath_GetDrawMode(thing, fill, stroke):
            return
        if not fill.value and not stroke.value:
            return
        width = ctypes.c_float()
        pdfium.FPDFPageObj_GetStrokeWidth(thing, width)
        color = _color(thing, pdfium.FPDFPageObj_GetFillColor) if fill.value else None
        whole = compose(compose(_matrix(thing), matrix), self._view.matrix)
        for subpath in self._subpaths(thing, whole):
            if subpath.curved:
                self._drawn.shapes.append(Shape(bounds(subpath.points), "curve", color))
            elif fill.value:
                self._filled(subpath, color)
            if stroke.value and not subpath.curved:
                self._stroked(subpath, max(width.value, 0.1))

    def _subpaths(self, thing: object, matrix: Matrix) -> list[_Subpath]:
        found: list[_Subpath] = []
        x, y = ctypes.c_float(), ctypes.c_float()
        for i in range(max(0, pdfium.FPDFPath_CountSegments(thing))):
            self._segments_left -= 1
            if self._segments_left < 0:
                self._drawn.cut = True
                break
            segment = pdfium.FPDFPath_GetPathSegment(thing, i)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            if kind == pdfium.FPDF_SEGMENT_MOVETO or not found:
                found.append(_Subpath())
            found[-1].points.append(apply(matrix, x.value, y.value))
            found[-1].curved |= kind == pdfium.FPDF_SEGMENT_BEZIERTO
            found[-1].closed |= bool(pdfium.FPDFPathSegment_GetClose(segment))
        return [subpath for subpath in found if len(subpath.points) > 1]

    def _filled(self, subpath: _Subpath, color: str | None) -> None:
        x0, y0, x1, y1 = box = bounds(subpath.points)
        if min(x1 - x0, y1 - y0) < THIN_PT:
            self._rule(box, min(x1 - x0, y1 - y0))
        elif not _is_box(subpath.points):
            self._drawn.shapes.append(Shape(box, "curve", color))
        else:
            self._drawn.shapes.append(Shape(box, "fill", color))

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


def _matrix(thing: object) -> Matrix:
    m = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(thing, m)
    return m.a, m.b, m.c, m.d, m.e, m.f


def _color(thing: object, read: Callable[..., int]) -> str | None:
    rgba = [ctypes.c_uint() for _ in range(4)]
    if not read(thing, *rgba) or not rgba[3].value:
        return None
    return "#{:02x}{:02x}{:02x}".format(*(part.value for part in rgba[:3]))


def _is_box(points: list[Point]) -> bool:
    """Whether every side of a polygon is level or upright."""
    sides = zip(points, [*points[1:], points[0]], strict=True)
    return all(
        abs(one[0] - other[0]) <= LEVEL_PT or abs(one[1] - other[1]) <= LEVEL_PT
        for one, other in sides
    )
