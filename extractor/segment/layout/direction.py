"""Which way a line is read, and what of it the file gives the other way round."""

from collections.abc import Sequence
from dataclasses import replace

import regex

from extractor.readers.source import Word

RTL_SHARE = 0.5  # of the letters

RTL = regex.compile(r"[\p{Bidi_Class=R}\p{Bidi_Class=AL}]")
STRONG = regex.compile(r"\p{L}")
ARABIC_DIGIT = regex.compile(r"[\u0660-\u0669\u06f0-\u06f9]")
OPENED = regex.compile(r"(?P<sign> [-–.,،:؛] ) (?P<number> \p{Nd} [\p{Nd}.,/٫٬]*+ )", regex.X)
"""A number with a sign that does not belong to it: `1-` opens a list, `2031.` ends a sentence."""
MIRROR = {"(": ")", ")": "(", "[": "]", "]": "[", "{": "}", "}": "{"}


def may_be_rtl(text: str) -> bool:
    """Whether a text has letters or digits of a script that is written from right to left."""
    if text.isascii():
        return False
    return RTL.search(text) is not None or ARABIC_DIGIT.search(text) is not None


def is_mostly_rtl(words: Sequence[Word]) -> bool:
    """Whether most letters of some words are of such a script."""
    strong = rtl = 0
    for word in words:
        if word.text.isascii():
            strong += sum(map(str.isalpha, word.text))
            continue
        strong += len(STRONG.findall(word.text))
        rtl += len(RTL.findall(word.text))
    return rtl > RTL_SHARE * strong


def right_to_left(words: list[Word]) -> list[Word]:
    """Return words of a right-to-left line in reading order; runs of other words keep theirs."""
    ordered: list[Word] = []
    run: list[Word] = []
    for word in reversed(words):
        if RTL.search(word.text) or not any(c.isalnum() for c in word.text):
            ordered += _from_left(run)
            run = []
            ordered.append(word)
        else:
            run.append(word)
    return ordered + _from_left(run)


def _from_left(run: list[Word]) -> list[Word]:
    """Return a run of other words in its order; a sign left of its first number is read last."""
    opened = OPENED.fullmatch(run[-1].text) if run else None
    if opened is None:
        return run[::-1]
    first = run[-1]
    left, top, right, bottom = first.box
    cut = left + (right - left) / len(first.text)
    sign = replace(first, text=opened["sign"], box=(left, top, cut, bottom), glued=False)
    number = replace(
        first, text=opened["number"], box=(cut, top, right, bottom), glyph=first.glyph + 1
    )
    return [number, *run[-2::-1], sign]


def brackets_unmirrored(words: list[Word]) -> list[Word]:
    """Return words with brackets that the file gives as they look turned to what they mean."""
    found = [c for word in words for c in word.text if c in MIRROR]
    if not found or found[0] in "([{" or found[-1] in ")]}":
        return words
    table = str.maketrans(MIRROR)
    return [replace(word, text=word.text.translate(table)) for word in words]
