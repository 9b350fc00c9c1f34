"""The outlines of the paths on a page, all of them found together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pypdfium2.raw as pdfium

from extractor.readers.pdf.columns import Flags, Numbers, Whole, run_starts
from extractor.readers.pdf.native import (
    Handle,
    Rooms,
    path_segment,
    segment_closes,
    segment_kind,
    segment_point,
)
from extractor.readers.pdf.view import Matrix
from extractor.readers.source import Box

LEVEL_PT = 0.6  # a line that rises less than this over its length is level


@dataclass(slots=True)
class Path:
    """A path to be outlined."""

    thing: Handle
    matrix: Matrix
    """From its own coordinates to the page as it is seen."""
    length: int
    """How many of its segments are looked at."""
    stroked: bool
    """Whether its outline is drawn."""


@dataclass(slots=True)
class Subpath:
    """A part of a path that is drawn in one go."""

    box: Box
    level: bool
    """Whether every side is level or upright."""
    curved: bool
    sides: list[Box]
    """The boxes of what a pen draws; none of a curved one, or where no pen draws."""


def outlines(paths: Sequence[Path], rooms: Rooms) -> list[list[Subpath]]:
    """Return the parts of each path that are more than a point."""
    lengths = [path.length for path in paths]
    if not any(lengths):
        return [[] for _ in paths]
    number = np.repeat(np.arange(len(paths)), lengths)
    segments = list(
        map(
            path_segment,
            [path.thing for path in paths for _ in range(path.length)],
            [i for length in lengths for i in range(length)],
        )
    )
    a, b, c, d, e, f = np.array([path.matrix for path in paths]).T[:, number]
    x, y = rooms.point.filled(segment_point, segments)[1].astype(np.float64).T
    corners = _Corners(a * x + c * y + e, b * x + d * y + f, number, segments)
    found: list[list[Subpath]] = [[] for _ in paths]
    stroked = any(path.stroked for path in paths)
    for owner, subpath in corners.subpaths(corners.sides(segments) if stroked else None):
        found[owner].append(subpath)
    return found


class _Corners:
    """The corners of paths, path after path."""

    def __init__(self, x: Numbers, y: Numbers, path: Whole, segments: Sequence[Handle]) -> None:
        kinds = np.array(list(map(segment_kind, segments)))
        begins = kinds == pdfium.FPDF_SEGMENT_MOVETO
        begins[run_starts(path)] = True
        self._x, self._y, self._path = x, y, path
        self._starts = np.flatnonzero(begins)
        self._ends = np.append(self._starts[1:], len(x))
        # From each corner a side leads to the next one, from the last one back to the first.
        self._after = np.arange(1, len(x) + 1)
        self._after[self._ends - 1] = self._starts
        self._curved = self._any(kinds == pdfium.FPDF_SEGMENT_BEZIERTO)

    def _any(self, flags: Flags) -> list[bool]:
        found: list[bool] = np.logical_or.reduceat(flags, self._starts).tolist()
        return found

    def sides(self, segments: Sequence[Handle]) -> Iterator[list[Box]]:
        """Yield the boxes of the sides of each part; the last one leads back if it is closed."""
        boxes = self._boxes(self._x[self._after], self._y[self._after])
        closed = self._any(np.array(list(map(segment_closes, segments)), np.bool_))
        ends = np.where(closed, self._ends, self._ends - 1).tolist()
        for start, end in zip(self._starts.tolist(), ends, strict=True):
            yield boxes[start:end]

    def subpaths(self, sides: Iterator[list[Box]] | None) -> Iterator[tuple[int, Subpath]]:
        """Yield the parts that are more than a point, each with the number of its path."""
        many = (self._ends - self._starts > 1).tolist()
        parts = zip(self._owners(), self._around(), self._level(), self._curved, many, strict=True)
        for path, box, level, curved, is_part in parts:
            drawn = next(sides) if sides else []
            if is_part:
                yield path, Subpath(box, level and not curved, curved, [] if curved else drawn)

    def _owners(self) -> list[int]:
        owners: list[int] = self._path[self._starts].tolist()
        return owners

    def _around(self) -> Iterator[Box]:
        """Return the box of each part."""
        return zip(
            np.minimum.reduceat(self._x, self._starts).tolist(),
            np.minimum.reduceat(self._y, self._starts).tolist(),
            np.maximum.reduceat(self._x, self._starts).tolist(),
            np.maximum.reduceat(self._y, self._starts).tolist(),
            strict=True,
        )

    def _boxes(self, x: Numbers, y: Numbers) -> list[Box]:
        """Return the box of each side, whose other ends are given."""
        return list(
            zip(
                np.minimum(self._x, x).tolist(),
                np.minimum(self._y, y).tolist(),
                np.maximum(self._x, x).tolist(),
                np.maximum(self._y, y).tolist(),
                strict=True,
            )
        )

    def _level(self) -> list[bool]:
        across = np.abs(self._x - self._x[self._after])
        down = np.abs(self._y - self._y[self._after])
        straight = (across <= LEVEL_PT) | (down <= LEVEL_PT)
        level: list[bool] = np.logical_and.reduceat(straight, self._starts).tolist()
        return level
