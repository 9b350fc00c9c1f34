"""The document's own words: they tell whether a hyphen at a line's end is part of the word."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

import regex

WORD = regex.compile(r"\p{L}[\p{L}\p{M}’']*+ (?: [\-\u2010] \p{L}[\p{L}\p{M}’']*+ )*+", regex.X)
LAST = regex.compile(r"(?: [\p{L}\p{M}\d’']++ [\-\u2010] )*+ [\p{L}\p{M}\d’']++ $", regex.X)
FIRST = regex.compile(r"^ [\p{L}\p{M}\d’']++ (?: [\-\u2010] [\p{L}\p{M}\d’']++ )*+", regex.X)
HYPHENS = "-\u2010"
SOFT = "\u00ad\ufffe\u0002"  # hyphens that only a line end shows
SOFT_INSIDE = regex.compile(rf"(?<= \p{{L}} ) [{SOFT}] (?= \p{{L}} )", regex.X)
LINKING = frozenset("and or to y o u e et ou und oder i или и або та й".split())
MIN_PART = 4  # letters of each part, when nothing but the parts themselves speaks for a compound
TAIL = 120  # characters of a line's end that hold its last word


def soft_inside(text: str) -> "Iterator[regex.Match[str]]":
    """Give the hyphens of line ends that stand inside a text."""
    if any(sign in text for sign in SOFT):  # most texts have none, and some are very long
        yield from SOFT_INSIDE.finditer(text)


def _cut(line: str) -> Iterator[str]:
    """Give a line in parts, each but the last with the hyphen of a line's end inside it."""
    at = 0
    for match in soft_inside(line):
        yield line[at : match.end()]
        at = match.end()
    yield line[at:]


class Vocabulary:
    """Counts of the words and compounds that stand unbroken in the document."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._words: Counter[str] = Counter()
        self._compounds: Counter[str] = Counter()
        self._first_parts: set[str] = set()
        self._last_parts: set[str] = set()
        goes_on = False
        for text in (part for line in texts for part in _cut(line)):
            cut = text[-1:] in HYPHENS + SOFT
            # at a cut, the last word of the line and the first of the next are parts of one
            first = FIRST.match(text) if goes_on else None
            self._read(text, first.end() if first else 0, len(text) - 1 if cut else len(text) + 1)
            goes_on = cut

    def _read(self, text: str, start: int, end: int) -> None:
        for match in WORD.finditer(text, start):
            if match.end() >= end:
                continue
            word = match[0].casefold().replace("\u2010", "-")
            if "-" not in word:
                self._words[word] += 1
                continue
            parts = word.split("-")
            self._words.update(parts)
            for left, right in pairwise(parts):
                self._compounds[f"{left}-{right}"] += 1
                self._first_parts.add(left)
                self._last_parts.add(right)

    def keeps_hyphen(self, before: str, after: str) -> bool:
        """Say whether the hyphen between two lines is the word's own.

        >>> words = Vocabulary(["needs-based aid", "the community", "coordination", "in-depth"])
        >>> words.keeps_hyphen("a community", "based plan"), words.keeps_hyphen("co", "ordination")
        (True, False)
        """
        last, first = LAST.search(before[-TAIL:]), FIRST.match(after[:TAIL])
        if last is None or first is None or not first[0][0].islower():
            return True
        lefts = last[0].casefold().replace("\u2010", "-").split("-")
        left, right = lefts[-1], first[0].casefold().replace("\u2010", "-").split("-")[0]
        joined = self._words[left + right]
        compound = self._compounds[f"{left}-{right}"]
        if joined or compound:
            return compound > joined
        return self._is_compound(left, right, longer=len(lefts) > 1)

    def _is_compound(self, left: str, right: str, *, longer: bool) -> bool:
        if not self._words[left] or left[-1:].isdigit():
            return left[-1:].isdigit()
        if right in self._last_parts or (left in self._first_parts and self._words[right]):
            return True
        if not self._words[right]:
            return False
        return longer or min(len(left), len(right)) >= MIN_PART

    def is_suspended(self, before: str, after: str) -> bool:
        """Say whether the hyphen stands for a part to come: `short-` before `and long-term`."""
        last, first = LAST.search(before[-TAIL:]), FIRST.match(after[:TAIL])
        if last is None or first is None or first[0].casefold() not in LINKING:
            return False
        left = last[0].casefold()
        partner = after[:TAIL].split()[1:2]
        known = bool(self._words[left]) or left in self._first_parts
        return known or (bool(partner) and "-" in partner[0].strip("-"))
