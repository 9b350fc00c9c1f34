"""Marks that stand on the line: `52*`, `averted*`, `refugees[1]`, told by the note they call.

A raised mark is told by where it stands. One on the line is told only by a line that opens with
the same: without it an asterisk is an asterisk. Words are parted from their marks before lines
are made, so that all that follows sees a mark as a word of its own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

import regex

from extractor.readers.source import Word
from extractor.segment.layout.raised import SMALL

CLOSE = 1.2  # type sizes: a word nearer than this to the one before does not open a line
SAME_LINE = 0.6  # type sizes between two baselines of one line, one of which may be raised

# What a symbol stands on both sides of is enclosed by it, as the number of a bar code is.
OPENER = regex.compile(
    r"""
    (?P<label> [*†‡§¶]{1,4} | \( [*†‡§¶]{1,4} \) | \[ \d{1,3} \] )
    (?: $ | (?= [\p{L}\p{N}(«“"] ) (?! \S* [*†‡§¶] $ ) )
    """,
    regex.X,
)
CLOSER = regex.compile(
    r"""
    (?P<word> (?! [*†‡§¶] ) \S* [\p{L}\p{N}%).,:;?!»”’"'] )?
    (?P<mark>
        [*†‡§¶]{1,4} | \( [*†‡§¶]{1,4} \) | \[ \d{1,3} (?: (?: [,;–-] | \]\[ ) \d{1,3} )*+ \]
    )
    (?P<rest> [.,;:?!)»”]{0,3} )
    """,
    regex.X,
)
AMOUNT = regex.compile(r"\d .? \d .? \d $", regex.X)
NUMBERED = "["
SIGNS = "*†‡§¶[("  # every opener begins with one of these


def openers(words: Sequence[Word]) -> frozenset[str]:
    """Return the labels that lines of a page open with: `*`, `†`, `[1]`."""
    return frozenset(
        found["label"]
        for i, word in enumerate(words)
        if word.text[0] in SIGNS
        and (found := OPENER.match(word.text)) is not None
        and _opens(words, i)
    )


def _opens(words: Sequence[Word], at: int) -> bool:
    """Whether a word opens a line: the one before it in the file is not close on its left."""
    word = words[at]
    if not word.upright:
        return False
    if at == 0:
        return True
    before = words[at - 1]
    level = abs(before.baseline - word.baseline) <= SAME_LINE * max(word.size, before.size)
    return not (level and -word.size < word.box[0] - before.box[2] < CLOSE * word.size)


def letter_openers(words: Sequence[Word]) -> frozenset[str]:
    """Return the small raised letters that lines of a page open with."""
    small = {
        word.text
        for word, after in pairwise(words)
        if len(word.text) == 1 and _is_small_letter(word, after) and word.box[0] < after.box[0]
    }
    if not small:
        return frozenset()
    return frozenset(w.text for i, w in enumerate(words) if w.text in small and _opens(words, i))


def letters_apart(words: Sequence[Word], own: frozenset[str], after: frozenset[str]) -> list[Word]:
    """Return the words of a page with each small letter that calls a note told as a mark.

    A letter raised after a number may be an ordinal (2a); a note that it labels says it is none.
    Where the note stands on the next page, the number says it: ordinals have one digit or two.

    Args:
        words: The words of the page.
        own: The letters that its lines open with.
        after: Those that the lines of the next page open with.
    """
    if not (own or after):
        return list(words)
    return [
        *words[:1],
        *(
            replace(word, raised=True)
            if (word.text in own or (word.text in after and AMOUNT.search(before.text)))
            and word.glued
            and _is_small_letter(word, before)
            else word
            for before, word in pairwise(words)
        ),
    ]


def _is_small_letter(word: Word, beside: Word) -> bool:
    """Whether a word is one lower-case letter, smaller and higher than the word beside it."""
    letter = len(word.text) == 1 and word.text.islower()
    return letter and word.size <= SMALL * beside.size and word.baseline < beside.baseline


def marks_apart(words: Sequence[Word], labels: frozenset[str]) -> list[Word]:
    """Return the words of a page with the marks that call one of the labels as raised words."""
    if not labels:
        return list(words)
    found: list[Word] = []
    calls: set[str] = set()
    for i, word in enumerate(words):
        parts = _parted(words, i, labels)
        if parts is None:
            found.append(word)
            continue
        calls.update(part.text for part in parts if part.raised)
        found += parts
    symbols = {label for label in labels if label[0] != NUMBERED}
    return _labels_apart(found, calls | symbols) if calls or symbols else list(words)


def _parted(words: Sequence[Word], at: int, labels: frozenset[str]) -> list[Word] | None:
    word = words[at]
    match = CLOSER.fullmatch(word.text)
    if match is None or not _all_known(match["mark"], labels):
        return None
    if not match["word"] and (_opens(words, at) or _between_numbers(words, at)):
        return None
    start, end = match.span("mark")
    parts = [part(word, 0, start), replace(part(word, start, end), raised=True)]
    return [found for found in (*parts, part(word, end, len(word.text))) if found.text]


def _all_known(mark: str, labels: frozenset[str]) -> bool:
    if not mark.startswith(NUMBERED):
        return mark in labels
    return all(f"[{number}]" in labels for number in regex.findall(r"\d++", mark))


def _between_numbers(words: Sequence[Word], at: int) -> bool:
    """Whether an asterisk multiplies."""
    around = [*words[max(0, at - 1) : at], *words[at + 1 : at + 2]]
    return len(around) == 2 and all(word.text[0].isdigit() for word in around)  # noqa: PLR2004


def _labels_apart(words: Iterable[Word], calls: set[str]) -> list[Word]:
    """Return the words with the labels that are called parted from the text they touch."""
    found: list[Word] = []
    for word in words:
        label = OPENER.match(word.text)
        if label is None or word.raised or label["label"] not in calls:
            found.append(word)
            continue
        parts = part(word, 0, label.end()), part(word, label.end(), len(word.text))
        found += [each for each in parts if each.text]
    return found


def part(word: Word, start: int, end: int) -> Word:
    """Return the characters of a word from `start` to `end`, as wide as their share of it."""
    if start == 0 and end == len(word.text):
        return word
    left, top, right, bottom = word.box
    step = (right - left) / len(word.text)
    return replace(
        word,
        text=word.text[start:end],
        box=(left + start * step, top, left + end * step, bottom),
        glyph=word.glyph + start,
        glued=word.glued if start == 0 else True,
    )
