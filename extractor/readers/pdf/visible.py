"""What a reader can see of a page's characters; what is left out is said."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from extractor.readers.pdf.chars import Chars, Flags
from extractor.readers.pdf.drawn import Drawn
from extractor.readers.pdf.painted import unseen
from extractor.readers.pdf.view import View

REPLACEMENT = "\ufffd"
SOFT_HYPHEN = "\u00ad"


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
    styles, style = chars.styles()
    scan = bool(chars.text) and not any(one.drawn for one in styles)
    if scan:
        faults.append(("text-layer-of-scan", "its text is an invisible layer over a picture"))
    seen = _on_page(chars, view)
    if not scan:
        seen &= np.array([one.drawn for one in styles], np.bool_)[style]
        seen &= ~unseen(chars, drawn, view)
    shown = np.flatnonzero(seen).tolist()
    if hidden := len(chars.text) - len(shown):
        faults.append(("invisible-text", f"{hidden} invisible characters were left out"))
    unknown: Counter[str] = Counter()
    if REPLACEMENT in chars.text:
        unknown.update(chars.style[i].font for i in shown if chars.text[i] == REPLACEMENT)
    for font, count in sorted(unknown.items()):
        said = f"the file does not tell what {count} characters of the font {font or '?'} mean"
        faults.append(("glyphs-without-unicode", said))
    if SOFT_HYPHEN in chars.text:
        shown = [i for i in shown if not _is_silent(chars, i)]
    return Seen(chars if len(shown) == len(chars.text) else chars.picked(shown), tuple(faults))


def _is_silent(chars: Chars, i: int) -> bool:
    """Whether a character is a soft hyphen inside of its line, where it shows nothing."""
    if chars.text[i] != SOFT_HYPHEN or i + 1 == len(chars.text):
        return False
    return chars.baseline[i] == chars.baseline[i + 1] and not chars.space[i + 1]


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
