"""What a reader can see of a page's characters; what is left out is said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from extractor.readers.pdf.chars import Chars, Flags
from extractor.readers.pdf.drawn import Drawn
from extractor.readers.pdf.styles import Style
from extractor.readers.pdf.view import View
from extractor.readers.source import Box

WHITE_FROM = 0xF5  # each part of a colour at least this: white on white paper is not seen
REPLACEMENT = "\ufffd"


@dataclass(frozen=True, slots=True)
class Seen:
    """The visible characters, and (code, message) of what is wrong with the others."""

    chars: Chars
    faults: tuple[tuple[str, str], ...]


def visible_chars(chars: Chars, drawn: Drawn, view: View) -> Seen:
    """Return the characters that can be seen on the page.

    Text that is neither filled nor stroked is left out, unless the page has no other: then it is
    what a scanner's software read in the picture.
    """
    faults: list[tuple[str, str]] = []
    scan = bool(chars.text) and not any(style.drawn for style in chars.style)
    if scan:
        faults.append(("text-layer-of-scan", "its text is an invisible layer over a picture"))
    grounds = [shape.box for shape in drawn.shapes]
    white = {id(style) for style in _distinct(chars.style) if _white(style.color)}
    shown = [
        i
        for i, (style, on_page) in enumerate(zip(chars.style, _on_page(chars, view), strict=True))
        if on_page
        and (scan or style.drawn)
        and (id(style) not in white or _grounded(chars, i, grounds))
    ]
    if hidden := len(chars.text) - len(shown):
        faults.append(("invisible-text", f"{hidden} invisible characters were left out"))
    if unmapped := sum(chars.text[i] == REPLACEMENT for i in shown):
        faults.append(("glyphs-without-unicode", f"{unmapped} characters could not be decoded"))
    return Seen(chars if not hidden else chars.picked(shown), tuple(faults))


def _distinct(styles: Sequence[Style]) -> Iterable[Style]:
    return {id(style): style for style in styles}.values()


def _on_page(chars: Chars, view: View) -> list[bool]:
    """Return for each character whether its middle lies on what is seen of the page."""
    x = (np.frombuffer(chars.left) + np.frombuffer(chars.right)) / 2
    y = (np.frombuffer(chars.top) + np.frombuffer(chars.bottom)) / 2
    x0, y0, x1, y1 = view.visible
    on_page: Flags = (
        (max(x0, 0.0) <= x)
        & (x <= min(x1, view.width))
        & (max(y0, 0.0) <= y)
        & (y <= min(y1, view.height))
    )
    shown: list[bool] = on_page.tolist()
    return shown


def _inside(x: float, y: float, box: Box) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _white(color: str) -> bool:
    return all(int(color[i : i + 2], 16) >= WHITE_FROM for i in (1, 3, 5))


def _grounded(chars: Chars, i: int, grounds: list[Box]) -> bool:
    """Whether anything is drawn behind a white character."""
    x = (chars.left[i] + chars.right[i]) / 2
    y = (chars.top[i] + chars.bottom[i]) / 2
    return any(_inside(x, y, box) for box in grounds)
