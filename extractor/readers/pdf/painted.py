"""Which characters nobody sees: clipped away, painted over, or of the colour of what is behind."""

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from extractor.readers.pdf.chars import Chars
from extractor.readers.pdf.columns import Flags, Numbers, Whole, run_starts
from extractor.readers.pdf.drawn import Drawn, Ground
from extractor.readers.pdf.native import (
    Handle,
    clip_length,
    clip_paths,
    clip_segment,
    object_clip,
    object_is_transparent,
    segment_point,
)
from extractor.readers.pdf.view import View, apply, bounds
from extractor.readers.source import Box

NEAR = 10  # colours whose parts differ by no more cannot be told apart
PAPER = "#ffffff"
MOST_MEETINGS = 4_000_000  # of text objects with areas that are looked at, the first areas first
MOST_SEGMENTS = 200  # of the outline of a clip
EVERYWHERE: Box = (-np.inf, -np.inf, np.inf, np.inf)

Color = tuple[int, ...]
"""Red, green and blue."""


def unseen(chars: Chars, drawn: Drawn, view: View) -> Flags:
    """Return for each character whether it cannot be told from what is painted at its place."""
    hidden = np.zeros(len(chars), np.bool_)
    if drawn.cut or not len(chars.owner):
        return hidden
    things = _Things.of(chars, drawn)
    grounds = drawn.grounds[: MOST_MEETINGS // len(things.addresses)]
    met = things.met(grounds)
    for number in np.flatnonzero(things.suspicious(grounds, met)).tolist():
        members = things.members[things.starts[number] : things.starts[number + 1]]
        order, color = int(things.order[number]), tuple(things.color[number].tolist())
        near = [grounds[i] for i in np.flatnonzero(met[:, number]).tolist()]
        hidden[members] = _hidden(_boxes(chars, members), order, color, near)
    clips = _clips(things.addresses, drawn, view)
    if any(clip != EVERYWHERE for clip in clips):
        around = np.repeat(np.array(clips), np.diff(things.starts), axis=0).T
        hidden[things.members] |= ~_within(_boxes(chars, things.members), around)
    return hidden


@dataclass(frozen=True, slots=True)
class _Things:
    """The text objects of a page."""

    addresses: list[int]
    members: Whole
    """The characters, object after object."""
    starts: Whole
    """Where in `members` each object begins, and their number."""
    boxes: Numbers
    """The rows left, top, right, bottom."""
    color: Whole
    """The columns red, green, blue."""
    order: Whole

    @classmethod
    def of(cls, chars: Chars, drawn: Drawn) -> "_Things":
        """Return the objects that a page's characters are of."""
        members = np.argsort(chars.owner, kind="stable")
        places = chars.owner[members]
        starts = run_starts(places)
        left, top, right, bottom = _boxes(chars, members)
        boxes = np.stack(
            (
                np.minimum.reduceat(left, starts),
                np.minimum.reduceat(top, starts),
                np.maximum.reduceat(right, starts),
                np.maximum.reduceat(bottom, starts),
            )
        )
        addresses = places[starts].tolist()
        colors = _colors([style.color for style in chars.styles])
        return cls(
            addresses=addresses,
            members=members,
            starts=np.append(starts, len(members)),
            boxes=boxes,
            color=colors[chars.style[members[starts]]],
            order=np.array([drawn.texts.get(address, -1) for address in addresses], np.int64),
        )

    def met(self, grounds: Sequence[Ground]) -> Flags:
        """Return for each ground and object whether they meet."""
        x0, y0, x1, y1 = np.array([ground.box for ground in grounds]).reshape(-1, 4).T[:, :, None]
        left, top, right, bottom = self.boxes
        meets: Flags = (x0 < right) & (x1 > left) & (y0 < bottom) & (y1 > top)
        return meets

    def suspicious(self, grounds: Sequence[Ground], met: Flags) -> Flags:
        """Return the objects that meet their own colour, or anything plain painted after them."""
        found: Flags = np.abs(self.color - _parts(PAPER)).max(axis=1) <= NEAR
        plain = np.array([ground.color is not None for ground in grounds], np.bool_)
        at, number = np.nonzero(met & plain[:, None])
        colors = _colors([ground.color or PAPER for ground in grounds])
        order = np.array([ground.order for ground in grounds], np.int64)
        same = np.abs(colors[at] - self.color[number]).max(axis=1) <= NEAR
        found[number[same | (order[at] > self.order[number])]] = True
        return found & (self.order >= 0)


def _boxes(chars: Chars, members: Whole | slice = slice(None)) -> Numbers:
    sides = (chars.left, chars.top, chars.right, chars.bottom)
    return np.array([side[members] for side in sides])


@lru_cache(maxsize=1024)  # a document has few colours
def _parts(color: str) -> Color:
    """Return the red, green and blue of a colour."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _colors(colors: Sequence[str]) -> Whole:
    return np.array(list(map(_parts, colors)), np.int64).reshape(-1, 3)


def _near(one: Color, color: str) -> bool:
    return all(abs(a - b) <= NEAR for a, b in zip(one, _parts(color), strict=True))


def _hidden(boxes: Numbers, order: int, color: Color, grounds: Sequence[Ground]) -> Flags:
    """Return which characters of an object are hidden by what is painted before or after it."""
    left, top, right, bottom = boxes
    x, y = (left + right) / 2, (top + bottom) / 2
    hidden = np.full(len(x), _near(color, PAPER))
    for ground in grounds:
        x0, y0, x1, y1 = ground.box
        if ground.order < order:
            inside = (x0 <= x) & (x <= x1) & (y0 <= y) & (y <= y1)
            hidden[inside] = ground.color is not None and _near(color, ground.color)
        elif ground.color is not None:
            over = (x0 <= left) & (right <= x1) & (y0 <= y) & (y <= y1)
            if over.any() and _covers(ground):
                hidden |= over
    return hidden


def _covers(ground: Ground) -> bool:
    """Whether nothing shows through an area, and all of it is painted."""
    clipped = clip_paths(object_clip(ground.thing)) > 0
    return not clipped and not object_is_transparent(ground.thing)


def _within(boxes: Numbers, clip: Numbers) -> Flags:
    """Return which characters have their middle within the clip of each."""
    left, top, right, bottom = boxes
    x, y = (left + right) / 2, (top + bottom) / 2
    within: Flags = (clip[0] <= x) & (x <= clip[2]) & (clip[1] <= y) & (y <= clip[3])
    return within


def _clips(addresses: Sequence[int], drawn: Drawn, view: View) -> list[Box]:
    """Return for each object the box outside of which nothing of it is painted."""
    paths = list(map(object_clip, map(Handle, addresses)))
    outlines = _Outlines(view)
    return [
        outlines.around(path, count) if count > 0 and address not in drawn.inner else EVERYWHERE
        for address, path, count in zip(addresses, paths, map(clip_paths, paths), strict=True)
    ]


class _Outlines:
    """The boxes of the outlines of clips: the objects of a page share theirs."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._boxes: dict[int | None, Box] = {}
        """By where PDFium keeps the first segment of an outline, as long as the page is open."""

    def around(self, path: Handle, count: int) -> Box:
        """Return the box outside of which nothing is painted, of a clip of so many outlines."""
        clip = EVERYWHERE
        for i in range(count):
            length = clip_length(path, i)
            if not 0 < length < MOST_SEGMENTS:
                continue
            first = clip_segment(path, i, 0).value
            box = self._boxes.get(first)
            if box is None:
                box = self._boxes[first] = self._box(path, i, length)
            x0, y0, x1, y1 = box
            clip = max(clip[0], x0), max(clip[1], y0), min(clip[2], x1), min(clip[3], y1)
        return clip

    def _box(self, path: Handle, outline: int, length: int) -> Box:
        x, y = ctypes.c_float(), ctypes.c_float()
        at = ctypes.byref(x), ctypes.byref(y)
        points = []
        for i in range(length):
            segment_point(clip_segment(path, outline, i), *at)
            points.append(apply(self._view.matrix, x.value, y.value))
        return bounds(points)
