"""What is usual in a document: the body's type, the words it uses, the way its pages are set."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from extractor.readers.source import PdfPage
from extractor.segment.layout.lines import RTL

LETTERS = regex.compile(r"\p{L}++ (?: [-‐] \p{L}++ )*+", regex.X)
RTL_PAGE_SHARE = 0.5
HYPHENS = "-‐\u00ad"
CUT = regex.compile(r"\W* (\p{L}++) [-‐\u00ad] \s (\p{Ll}++) .*", regex.X | regex.S)
# Of the words: text set with hyphenation cuts one in twenty to one in a hundred at a line end;
# where only compounds stand there, it is less than one in three hundred.
HYPHENATED_SHARE = 0.004
SURELY_HYPHENATED = 2  # cut words that stand uncut elsewhere


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a document."""

    words: frozenset[str]
    """Every word that no line end cuts, in lower case; compounds whole."""
    hyphenates: bool
    """Whether it cuts words at line ends; else a hyphen there belongs to a compound."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What is usual in a document."""

    body: float
    """The type size of most characters."""
    body_bold: bool
    vocabulary: Vocabulary
    rtl: bool
    """Whether it is read from right to left."""


def profile(pages: Sequence[PdfPage]) -> Profile:
    """Return what is usual in a document."""
    sizes: Counter[tuple[float, bool]] = Counter()
    letters = rtl = 0
    for page in pages:
        for word in page.words:
            sizes[round(word.size * 2) / 2, word.bold] += len(word.text)
            if word.text.isascii():
                letters += len(word.text)
            else:
                found = len(RTL.findall(word.text))
                rtl += found
                letters += len(word.text)
    by_size: Counter[float] = Counter()
    for (size, _), count in sizes.items():
        by_size[size] += count
    body = max(by_size, key=lambda size: (by_size[size], -size), default=10.0)
    return Profile(
        body=body,
        body_bold=sizes[body, True] > sizes[body, False],
        vocabulary=_vocabulary(pages),
        rtl=rtl > RTL_PAGE_SHARE * letters,
    )


def _vocabulary(pages: Sequence[PdfPage]) -> Vocabulary:
    words: set[str] = set()
    cuts: list[str] = []
    total = 0
    for page in pages:
        before = ""
        for word in page.words:
            total += 1
            cut = word.text if word.text[-1] in HYPHENS else ""
            # A word that a line end cuts is two pieces, and neither is a word of the document.
            if before and (joined := CUT.fullmatch(f"{before} {word.text}")):
                cuts.append((joined[1] + joined[2]).casefold())
            elif not cut:
                words.update(m[0].casefold() for m in LETTERS.finditer(word.text))
            before = cut
    known = sum(joined in words for joined in cuts)
    return Vocabulary(
        words=frozenset(words),
        hyphenates=len(cuts) >= HYPHENATED_SHARE * total or known >= SURELY_HYPHENATED,
    )
