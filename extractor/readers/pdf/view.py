"""From the coordinates of a PDF page to points from the top left of the page as it is seen."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from extractor.readers.pdf.columns import Numbers
from extractor.readers.source import Box

Matrix = tuple[float, float, float, float, float, float]
"""`(a, b, c, d, e, f)`: x' = a x + c y + e, y' = b x + d y + f."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def compose(first: Matrix, then: Matrix) -> Matrix:
    """Return the matrix that applies `first` and after it `then`.

    >>> compose((2, 0, 0, 2, 0, 0), (1, 0, 0, 1, 5, 7))
    (2, 0, 0, 2, 5, 7)
    """
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Return the point that a matrix takes (x, y) to."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


@dataclass(frozen=True, slots=True)
class View:
    """How a page is looked at: its media box, turned by /Rotate, seen from the top left."""

    matrix: Matrix
    width: float
    height: float
    visible: Box
    """The crop box, in points from the top left."""
    media: Box
    """The media box, in the coordinates of the page."""
    turned: int
    """By how many quarters the page is turned."""

    @classmethod
    def of(cls, media: Box, crop: Box, quarter_turns: int) -> "View":
        """Return the view of a page with the given boxes (left, bottom, right, top).

        >>> View.of((0, 0, 600, 800), (0, 0, 600, 800), 0).box(10, 700, 20, 710)
        (10.0, 90.0, 20.0, 100.0)
        """
        x0, y0, x1, y1 = media
        matrix = (
            (1.0, 0.0, 0.0, -1.0, -x0, y1),
            (0.0, 1.0, 1.0, 0.0, -y0, -x0),
            (-1.0, 0.0, 0.0, 1.0, x1, -y0),
            (0.0, -1.0, -1.0, 0.0, y1, x1),
        )[quarter_turns % 4]
        width, height = x1 - x0, y1 - y0
        if quarter_turns % 2:
            width, height = height, width
        bare = cls(matrix, width, height, (0.0, 0.0, width, height), media, quarter_turns % 4)
        return replace(bare, visible=bare.box(*crop))

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """Return a box of page coordinates as seen from the top left."""
        return bounds((apply(self.matrix, x0, y0), apply(self.matrix, x1, y1)))

    def boxes(self, x0: Numbers, y0: Numbers, x1: Numbers, y1: Numbers) -> Numbers:
        """Return many boxes together: the rows are their left, top, right, bottom.

        >>> page = View.of((0, 0, 600, 800), (0, 0, 600, 800), 0)
        >>> page.boxes(*np.array([[10.0], [700.0], [20.0], [710.0]])).T.tolist()
        [[10.0, 90.0, 20.0, 100.0]]
        """
        a, b, c, d, e, f = self.matrix
        across = a * x0 + c * y0 + e, a * x1 + c * y1 + e
        down = b * x0 + d * y0 + f, b * x1 + d * y1 + f
        made = np.empty((4, len(x0)))
        np.minimum(*across, out=made[0])
        np.minimum(*down, out=made[1])
        np.maximum(*across, out=made[2])
        np.maximum(*down, out=made[3])
        return made


def bounds(points: Iterable[tuple[float, float]]) -> Box:
    """Return the smallest box around the points."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
