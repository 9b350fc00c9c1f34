"""Names of a long list beside a place, found by looking them up.

A pattern of five hundred names takes 10 ms to make and 20 µs at each place where it is tried.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from extractor.figures.lexicon import LexiconError

KEY = 3  # characters at the end of a name by which it is looked for


class Listed:
    """A list of names; `same` gives the spelling under which a stretch of text is looked up."""

    def __init__(self, names: Iterable[str], same: Callable[[str], str] = str) -> None:
        self._names = frozenset(names)
        self._same = same
        self._by_opening = _lengths((name[:KEY], len(name)) for name in self._names)
        self._by_ending = _lengths((name[-KEY:], len(name)) for name in self._names)

    def after(self, text: str, start: int) -> int | None:
        """Return where the longest name ends that begins at a place and ends with a word.

        >>> Listed(["euro", "euros"]).after("5 euros.", 2)
        7
        """
        same, names = self._same, self._names
        for length in self._by_opening.get(same(text[start : start + KEY]), ()):
            end = start + length
            if end <= len(text) and same(text[start:end]) in names and not _in_word(text, end):
                return end
        return None

    def before(self, text: str, end: int, floor: int) -> int | None:
        """Return where the longest name begins, not before `floor`, that ends at a place.

        >>> Listed(["euro", "new euro"]).before("a new euro", 10, 0)
        2
        """
        same, names = self._same, self._names
        for length in self._by_ending.get(same(text[max(floor, end - KEY) : end]), ()):
            start = end - length
            if start >= floor and same(text[start:end]) in names and not _in_word(text, start - 1):
                return start
        return None


def _lengths(keyed: Iterable[tuple[str, int]]) -> Mapping[str, tuple[int, ...]]:
    """Return the lengths of the names of each key, the longest first."""
    found: dict[str, set[int]] = defaultdict(set)
    for key, length in keyed:
        if length < KEY:
            raise LexiconError(f"{key!r} is too short for a listed name")
        found[key].add(length)
    return {key: tuple(sorted(lengths, reverse=True)) for key, lengths in found.items()}


def _in_word(text: str, at: int) -> bool:
    """Say whether a letter or a digit stands at a place; none does outside of the text."""
    return 0 <= at < len(text) and (text[at].isalpha() or text[at] in "0123456789")
