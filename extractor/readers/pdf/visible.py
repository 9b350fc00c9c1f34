"""What a reader can see of a page's characters; what is left out is said."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from extractor.readers.pdf.chars import REPLACEMENT, Chars
from extractor.readers.pdf.columns import Flags
from extractor.readers.pdf.drawn import Drawn
from extractor.readers.pdf.painted import unseen
from extractor.readers.pdf.view import View

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
    drawn_at_all = np.array([style.drawn for style in chars.styles], np.bool_)
    scan = len(chars) > 0 and not drawn_at_all.any()
    if scan:
        faults.append(("text-layer-of-scan", "its text is an invisible layer over a picture"))
    seen = _on_page(chars, view)
    if not scan:
        seen &= drawn_at_all[chars.style]
        seen &= ~unseen(chars, drawn, view)
    shown = np.flatnonzero(seen)
    if hidden := len(chars) - len(shown):
        faults.append(("invisible-text", f"{hidden} invisible characters were left out"))
    unknown = shown[chars.codes[shown] == ord(REPLACEMENT)].tolist()
    fonts = Counter(chars.styles[number].font for number in chars.style[unknown].tolist())
    for font, count in sorted(fonts.items()):
        said = f"the file does not tell what {count} characters of the font {font or '?'} mean"
        faults.append(("glyphs-without-unicode", said))
    shown = shown[~_silent(chars)[shown]]
    return Seen(chars if len(shown) == len(chars) else chars.picked(shown), tuple(faults))


def _silent(chars: Chars) -> Flags:
    """Return which characters are soft hyphens inside of their line, where they show nothing."""
    silent: Flags = chars.codes == ord(SOFT_HYPHEN)
    silent[-1:] = False
    silent[:-1] &= (chars.baseline[:-1] == chars.baseline[1:]) & (chars.space[1:] == 0)
    return silent


def _on_page(chars: Chars, view: View) -> Flags:
    """Return for each character whether its middle lies on what is seen of the page."""
    x, y = (chars.left + chars.right) / 2, (chars.top + chars.bottom) / 2
    x0, y0, x1, y1 = view.visible
    on_page: Flags = (
        (max(x0, 0.0) <= x)
        & (x <= min(x1, view.width))
        & (max(y0, 0.0) <= y)
        & (y <= min(y1, view.height))
    )
    return on_page
