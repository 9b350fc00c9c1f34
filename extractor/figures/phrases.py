"""Phrases beside a figure: the longest of a list that follows or precedes a place."""

from collections.abc import Iterable

import regex


def after(
    phrases: Iterable[str], *, gap: str = r"\ ?", end: str = r"(?![\p{L}0-9])", cased: bool = False
) -> "regex.Pattern[str]":
    """Return a pattern of one of the phrases (group `phrase`) that stands right after a place."""
    return regex.compile(
        rf"{gap} (?P<phrase> \L<phrases> ) {end}",
        regex.X | (0 if cased else regex.I),
        phrases=longest_first(phrases),
    )


def before(
    phrases: Iterable[str], *, gap: str = r"\ {1,2}", cased: bool = False
) -> "regex.Pattern[str]":
    """Return a pattern of one of the phrases that stands right before a place.

    The pattern reads from right to left: call `match(text, 0, place)`.
    """
    return regex.compile(
        rf"(?r) (?<![\p{{L}}0-9]) (?P<phrase> \L<phrases> ) {gap}",
        regex.X | (0 if cased else regex.I),
        phrases=longest_first(phrases),
    )


def longest_first(phrases: Iterable[str]) -> list[str]:
    """Return the phrases without repetition, those that contain others before them."""
    return sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))


def any_of(phrases: Iterable[str]) -> str:
    """Return the source of a group that matches one of the phrases; none never match."""
    words = longest_first(phrases)
    return f"(?:{'|'.join(map(regex.escape, words))})" if words else "(?!)"
