"""Phrases beside a figure: the longest of a list that follows or precedes a place."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

import regex

PREFIXED_AND = "و"  # Arabic writes it together with the next word
# And so it writes "and so", "in" or "by", "to" or "for", "like", and the article.
PREFIXES = ("و", "ف", "ب", "ل", "ك", "ال", "وب", "ول", "فب", "وال", "بال", "لل", "فال", "وبال")
PREFIXED = frozenset("".join(PREFIXES))
Match = Callable[..., "regex.Match[str] | None"]
ARTICLES = ("ال", "لل")
_ENDS = regex.compile(r"\s*+(?:\Z|\p{Lu}(?!\p{Lu}))")  # behind the last word of a sentence
_PREFIX_BEFORE = regex.compile(
    rf"(?r) (?<![\p{{L}}\p{{M}}0-9]) (?:{'|'.join(sorted(PREFIXES, key=len, reverse=True))}) ـ?+",
    regex.X,
)


def after(
    phrases: Iterable[str], *, gap: str = r"\ ?", end: str = r"(?![\p{L}0-9])", cased: bool = False
) -> "LazyPattern":
    """Return what finds one of the phrases (group `phrase`) that stands right after a place."""
    return _cached(gap, tuple(longest_first(phrases)), end, cased=cased)


def before(phrases: Iterable[str], *, gap: str = r"\ {1,2}", cased: bool = False) -> "LazyPattern":
    """Return what finds one of the phrases that stands right before a place.

    It reads from right to left: call `match(text, 0, place)`.
    """
    words = tuple(longest_first(phrases))
    return _cached(r"(?r) (?<![\p{L}0-9])", words, gap, cased=cased)


class LazyPattern:
    """A pattern that is made when it is first asked for.

    To make one takes a millisecond, a language has two hundred, and a document comes by a third.
    """

    match: Match
    search: Match
    fullmatch: Match
    finditer: Callable[..., Iterator[regex.Match[str]]]

    def __init__(self, source: str, flags: int = 0, **lists: Iterable[str]) -> None:
        self._made_of = source, flags, lists

    def __getattr__(self, name: str) -> object:
        """Make the pattern, whose methods are this one's from now on."""
        if name not in LazyPattern.__annotations__:
            raise AttributeError(name)
        source, flags, lists = self._made_of
        named: dict[str, Any] = dict(lists)
        made = regex.compile(source, flags, **named)
        for method in LazyPattern.__annotations__:
            setattr(self, method, getattr(made, method))
        return getattr(self, name)


def _phrases(head: str, words: tuple[str, ...], tail: str, *, cased: bool) -> LazyPattern:
    flags = regex.X | (0 if cased else regex.I)
    if not words:  # a named list without words would match everywhere
        return LazyPattern(rf"{head} (?P<phrase> (?!) ) {tail}", flags)
    return LazyPattern(rf"{head} (?P<phrase> \L<phrases> ) {tail}", flags, phrases=words)


_cached = cache(_phrases)  # the formats of a language share most


def past_stop(text: str, end: int) -> int:
    """Return where an abbreviation ends that may end with a full stop, without one of a sentence.

    >>> past_stop("5 mio. euros", 6), past_stop("It got 5 mio.", 13)
    (6, 12)
    """
    return end - (text[end - 1] == "." and _ENDS.match(text, end) is not None)


def prefixed(text: str, at: int) -> bool:
    """Say whether digits at a place are written together with a preposition: `ب5`, `لـ12`."""
    near = text[at - 1 : at]
    return (near == "ـ" or near in PREFIXED) and _PREFIX_BEFORE.match(text, 0, at) is not None


def longest_first(phrases: Iterable[str]) -> list[str]:
    """Return the phrases without repetition, those that contain others before them."""
    return sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))


def any_of(phrases: Iterable[str]) -> str:
    """Return the source of a group that matches one of the phrases; none never match."""
    words = longest_first(phrases)
    return f"(?:{'|'.join(map(regex.escape, words))})" if words else "(?!)"


def linked(partitives: Iterable[str]) -> str:
    """Return the pattern of the words that may stand between a number and what it counts."""
    return "|".join(p if p.endswith("'") else rf"{p}\ " for p in partitives) or "(?!)"


def joined(word: str) -> str:
    """Return the pattern of a word between two numbers, its blanks included."""
    return rf"\ {regex.escape(word)}" + (r"\ ?" if word == PREFIXED_AND else r"\ ")
