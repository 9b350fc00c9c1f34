"""What is usual in a document: the body's type, the words it uses, the way its pages are set."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import regex

from extractor.readers.source import PdfPage
from extractor.segment.layout.lines import RTL

LETTERS = regex.compile(r"\p{L}++ (?: [-‐] \p{L}++ )*+", regex.X)
RTL_PAGE_SHARE = 0.5
HYPHENS = "-‐\u00ad"


@dataclass(frozen=True, slots=True)
class Profile:
    """What is usual in a document."""

    body: float
    """The type size of most characters."""
    body_bold: bool
    vocabulary: frozenset[str]
    """Every word of the document that no line end cuts, in lower case; compounds whole."""
    rtl: bool
    """Whether it is read from right to left."""


def profile(pages: Iterable[PdfPage]) -> Profile:
    """Return what is usual in a document."""
    sizes: Counter[tuple[float, bool]] = Counter()
    words: set[str] = set()
    letters = rtl = 0
    for page in pages:
        cut = False
        for word in page.words:
            sizes[round(word.size * 2) / 2, word.bold] += len(word.text)
            if word.text.isascii():
                letters += len(word.text)
            else:
                found = len(RTL.findall(word.text))
                rtl += found
                letters += len(word.text)
            # A word that a line end cuts is two pieces, and neither is a word of the document.
            before, cut = cut, word.text[-1] in HYPHENS
            if not cut and not before:
                words.update(m[0].casefold() for m in LETTERS.finditer(word.text))
    by_size: Counter[float] = Counter()
    for (size, _), count in sizes.items():
        by_size[size] += count
    body = max(by_size, key=lambda size: (by_size[size], -size), default=10.0)
    return Profile(
        body=body,
        body_bold=sizes[body, True] > sizes[body, False],
        vocabulary=frozenset(words),
        rtl=rtl > RTL_PAGE_SHARE * letters,
    )
