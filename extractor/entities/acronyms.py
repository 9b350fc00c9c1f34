"""Acronyms that the document defines itself: `internally displaced persons (IDPs)`, or reversed."""

from dataclasses import dataclass

import regex

DEFINITION = regex.compile(r"\( (?P<short> \p{Lu} [\p{L}\d&/\-]{1,11} ) \)", regex.X)
EXPLAINED = regex.compile(
    r"""
    (?<! [\p{L}\d] ) (?P<short> \p{Lu} [\p{Lu}\d&]{1,11} ) \  \( (?P<long> [^()\n]{4,120}+ ) \)
    """,
    regex.X,
)
"""A short form with the long one in brackets: `INRB (institut national …)`."""
ELIDED = regex.compile(r"[dlnsDLNS][’']")
WORD = regex.compile(r"[\p{L}\d]+(?:[’'][\p{L}]+)?", regex.X)

SMALL_WORDS = frozenset(
    "a an and the of for in on to de la le les des du d l à au aux et y el los las del e en".split()
)
MAX_WORDS = 12  # of a long form
MAX_LONG = 120  # characters of a long form


@dataclass(frozen=True, slots=True)
class Acronym:
    """A short form, the long form it stands for, and where both are printed."""

    short: str
    long: str
    short_span: tuple[int, int]
    long_span: tuple[int, int]


def define(text: str) -> list[Acronym]:
    """Return the acronyms that a text defines, in order.

    >>> [(a.short, a.long) for a in define("internally displaced persons (IDPs) in Lorn (LRN)")]
    [('IDPs', 'internally displaced persons')]
    """
    found: list[Acronym] = []
    for match in DEFINITION.finditer(text):
        short = match["short"]
        if sum(c.isupper() for c in short) < len(short) / 2:
            continue
        long_span = _long_form(text, match.start(), short)
        if long_span:
            long = text[long_span[0] : long_span[1]]
            found.append(Acronym(short, long, match.span("short"), long_span))
    found += (told for match in EXPLAINED.finditer(text) if (told := _explained(text, match)))
    return sorted(found, key=lambda acronym: acronym.short_span)


def _explained(text: str, match: regex.Match[str]) -> Acronym | None:
    """Return an acronym whose long form stands in the brackets behind it, and is all of them."""
    span = _long_form(text, match.end("long"), match["short"])
    if span != match.span("long"):
        return None
    return Acronym(match["short"], match["long"], match.span("short"), span)


def _long_form(text: str, end: int, short: str) -> tuple[int, int] | None:
    """Return where the words before `end` stand that open with the letters of the short form."""
    letters = [c.casefold() for c in short.removesuffix("s") if c.isalnum()]
    words = list(WORD.finditer(text, max(0, end - MAX_LONG), end))[-MAX_WORDS:]
    if not words or "\n" in text[words[-1].end() : end]:
        return None
    at = len(words) - 1
    for letter in reversed(letters):
        while at >= 0 and not _opens_with(words[at][0], letter):
            if words[at][0].casefold() not in SMALL_WORDS:
                return None
            at -= 1
        if at < 0:
            return None
        at -= 1
    elided = ELIDED.match(words[at + 1][0])
    start = words[at + 1].start() + (elided.end() if elided is not None else 0)
    return (start, words[-1].end()) if "\n\n" not in text[start:end] else None


def _opens_with(word: str, letter: str) -> bool:
    word = ELIDED.sub("", word, count=1)  # `d’Ebola` opens with an E
    return word[0].casefold() == letter and word.casefold() not in SMALL_WORDS
