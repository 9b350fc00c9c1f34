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
STROKE = regex.compile(r"(?: [-–] )? \p{Nd}++ / | / \p{Nd}++", regex.X)
"""A number with a stroke that a blank parts from the next: each has its place from the right."""
CLOSED = regex.compile(r"(?P<number> \p{Nd}++ ) (?P<sign> [)\]}] )", regex.X)
OPENING = "([{"
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
        elif "/" in word.text and STROKE.fullmatch(word.text):
            ordered += [*_from_left(run), *_turned(word)]
            run = []
        else:
            run.append(word)
    return ordered + _from_left(run)


def _from_left(run: list[Word]) -> list[Word]:
    """Return a run of other words in its order; a sign left of its first number is read last."""
    opened = OPENED.fullmatch(run[-1].text) if run else None
    if opened is None:
        return run[::-1]
    sign, number = _cut(run[-1], 1)
    return [number, *run[-2::-1], sign]


def _turned(word: Word) -> list[Word]:
    """Return the signs and the number of a word, each by itself, from right to left."""
    text = word.text
    begin = len(text) - len(text.lstrip("-–/"))
    end = len(text.rstrip("/"))
    signs, rest = _cut(word, begin) if begin else (None, word)
    number, stroke = _cut(rest, end - begin) if end < len(text) else (rest, None)
    return [piece for piece in (stroke, number, signs) if piece]


def _cut(word: Word, at: int) -> tuple[Word, Word]:
    """Return the characters of a word before a place and from it on, as wide as their share."""
    left, top, right, bottom = word.box
    middle = left + (right - left) * at / len(word.text)
    return (
        replace(word, text=word.text[:at], box=(left, top, middle, bottom), glued=False),
        replace(word, text=word.text[at:], box=(middle, top, right, bottom), glyph=word.glyph + at),
    )


def closing_first(words: list[Word]) -> list[Word]:
    """Return numbers from left to right, the bracket that closes them where it stands: first.

    The file has a line of digits alone from the right, and each number of it from the left, so
    that the bracket on the left of `(1 234)` comes behind the 1 and the one on its right alone.
    """
    closed = CLOSED.fullmatch(words[0].text) if len(words) > 1 else None
    if closed is None or words[-1].text not in OPENING:
        return words
    first = words[0]
    left, top, right, bottom = first.box
    middle = left + (right - left) / len(first.text)
    glyph = first.glyph + len(closed["number"])
    sign = replace(first, text=closed["sign"], box=(left, top, middle, bottom), glyph=glyph)
    number = replace(first, text=closed["number"], box=(middle, top, right, bottom))
    return [sign, number, *words[1:]]


def brackets_unmirrored(words: list[Word]) -> list[Word]:
    """Return words with brackets that the file gives as they look turned to what they mean."""
    found = [c for word in words for c in word.text if c in MIRROR]
    if not found or found[0] in "([{" or found[-1] in ")]}":
        return words
    table = str.maketrans(MIRROR)
    return [replace(word, text=word.text.translate(table)) for word in words]
