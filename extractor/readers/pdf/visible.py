"""What a reader can see of a page's characters; what is left out is said."""

from dataclasses import dataclass

import numpy as np

from extractor.readers.pdf.chars import Chars, Flags
from extractor.readers.pdf.drawn import Drawn
from extractor.readers.pdf.painted import unseen
from extractor.readers.pdf.view import View

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
    seen = _on_page(chars, view)
    if not scan:
        seen &= np.array([style.drawn for style in chars.style], np.bool_)
        seen &= ~unseen(chars, drawn, view)
    shown = np.flatnonzero(seen).tolist()
    if hidden := len(chars.text) - len(shown):
        faults.append(("invisible-text", f"{hidden} invisible characters were left out"))
    if unmapped := sum(chars.text[i] == REPLACEMENT for i in shown):
        faults.append(("glyphs-without-unicode", f"{unmapped} characters could not be decoded"))
    return Seen(chars if not hidden else chars.picked(shown), tuple(faults))


def _on_page(chars: Chars, view: View) -> Flags:
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
    return on_page
