"""What is usual in a document: the body's type, the words it uses, the way its pages are set."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import TypeVar

import regex

from extractor.readers.source import PdfPage
from extractor.segment.layout.direction import RTL

LETTERS = regex.compile(r"\p{L}++ (?: [-‐] \p{L}++ )*+", regex.X)
_Look = tuple[float, bool, bool, str]
"""Size, bold, italic and colour."""
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
    """The type size of most characters of running text."""
    body_bold: bool
    body_italic: bool
    body_color: str
    vocabulary: Vocabulary
    rtl: bool
    """Whether it is read from right to left."""


_look = attrgetter("size", "bold", "italic", "color")


def profile(pages: Sequence[PdfPage]) -> Profile:
    """Return what is usual in a document."""
    every: Counter[_Look] = Counter()
    running: Counter[_Look] = Counter()
    rtl = 0
    for page in pages:
        for seen, words in groupby(page.words, _look):  # words set alike follow each other
            texts = [word.text for word in words]
            every[seen] += len("".join(texts))
            if within := len("".join(_running(texts))):
                running[seen] += within
        whole = "".join([word.text for word in page.words])
        rtl += 0 if whole.isascii() else len(RTL.findall(whole))
    looks = _by_step(running or every)
    body = _most([(look[0], count) for look, count in looks], 10.0)
    looks = [(look, count) for look, count in looks if look[0] == body]
    return Profile(
        body=body,
        body_bold=_most([(look[1], count) for look, count in looks], default=False),
        body_italic=_most([(look[2], count) for look, count in looks], default=False),
        body_color=_most([(look[3], count) for look, count in looks], "#000000"),
        vocabulary=_vocabulary(pages),
        rtl=rtl > RTL_PAGE_SHARE * every.total(),
    )


def _running(texts: Iterable[str]) -> list[str]:
    """Return the words that may stand inside a sentence; names and numbers, as tables have, not."""
    return [
        text
        for text in texts
        if len(text) > 1 and (first := text[0]).isalpha() and not first.isupper()
    ]


def _by_step(looks: Counter[_Look]) -> list[tuple[_Look, int]]:
    """Return looks with their sizes in steps of half a point."""
    return [
        ((round(size * 2) / 2, bold, italic, color), count)
        for (size, bold, italic, color), count in looks.items()
    ]


_Trait = TypeVar("_Trait", float, bool, str)


def _most(counted: Iterable[tuple[_Trait, int]], default: _Trait) -> _Trait:
    """Return the trait of most characters, the least of equals."""
    counts: Counter[_Trait] = Counter()
    for trait, count in counted:
        counts[trait] += count
    return min(counts, key=lambda trait: (-counts[trait], trait), default=default)


def _vocabulary(pages: Sequence[PdfPage]) -> Vocabulary:
    whole: set[str] = set()
    cuts: list[str] = []
    total = 0
    for page in pages:
        texts = [word.text for word in page.words]
        total += len(texts)
        at = 0
        for i in [i for i, text in enumerate(texts) if text[-1] in HYPHENS]:
            whole.update(texts[at:i])
            at = i + 1
            # A word that a line end cuts is two pieces, and neither is a word of the document.
            if joined := CUT.fullmatch(" ".join(texts[i : i + 2])):
                cuts.append((joined[1] + joined[2]).casefold())
                at += 0 if texts[at][-1] in HYPHENS else 1
        whole.update(texts[at:])
    words = {part.casefold() for text in whole for part in _lettered(text)}
    known = sum(joined in words for joined in cuts)
    return Vocabulary(
        words=frozenset(words),
        hyphenates=len(cuts) >= HYPHENATED_SHARE * total or known >= SURELY_HYPHENATED,
    )


def _lettered(text: str) -> Sequence[str]:
    """Return the words of a text without what is no letter: nearly always the text itself."""
    return (text,) if text.isalpha() else LETTERS.findall(text)
