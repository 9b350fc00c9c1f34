"""Shares of a whole that a sentence names and another tells: whether they are of that number."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

import regex

from extractor.check.again.contradictions import words_of
from extractor.check.index import Index
from extractor.check.intervals import ONE, meets, term
from extractor.check.prose.claims import share_claim
from extractor.check.prose.sentences import Said, Sentence
from extractor.check.prose.told_changes import is_one
from extractor.keys import key
from schemas.extraction import Finding
from schemas.figure import Figure

MAX_TOLD = 200  # figures of one kind, unit and time; more are a table in words
TELLING = 2  # words of a name that must be there, none of which the whole may lack
Matter = tuple[str, str | None, str]
NAME = regex.compile(
    r"""
    ^ [\s,)]*+ (?: of | des | du | de \s la | de \s los | de \s las | del ) \s++
    (?: (?: the | all | its | their | total | overall | los | las | les ) \s++ )*+
    (?P<name> [\p{L}\s'’&-]{3,60}+ )
    """,
    regex.X | regex.I,
)
ENDS = regex.compile(
    r"""
    \s++ (?: in|for|is|are|was|were|as|by|that|which|who|budgeted|planned|en|pour|para|por ) \b .*
    """,
    regex.X | regex.I | regex.S,
)


def named_wholes(index: Index) -> Iterator[Finding]:
    """Yield shares that are not of the whole that their sentence names: `share_mismatch`."""
    named = [
        (part, share, name)
        for sentence in index.sentences
        for part, share, name in _named(sentence)
        if _matter(share.figure, part.figure) is not None
    ]
    told = _by_matter(index) if named else {}
    for part, share, name in named:
        there = told.get(_matter(share.figure, part.figure), ())
        wholes = [
            whole
            for whole in (there if len(there) <= MAX_TOLD else ())
            if name <= words_of(whole.figure.indicator) and whole.figure.id != part.figure.id
        ]
        if wholes and all(meets(whole.term, wholes[0].term) for whole in wholes):
            yield from _told(part, share, min(wholes, key=lambda each: each.term.half))


def _named(sentence: Sentence) -> Iterator[tuple[Said, Said, frozenset[str]]]:
    """Yield the amounts with their shares and the words of what they are said to be of."""
    for one, other in pairwise(sentence):
        named = NAME.match(other.after) if is_one(one, other) else None
        telling = frozenset(key(ENDS.sub("", named["name"])).split()) if named is not None else ()
        if len(telling) >= TELLING:
            part, share = (other, one) if one.figure.kind == "percent" else (one, other)
            yield part, share, frozenset(telling)


def _by_matter(index: Index) -> dict[Matter | None, list[Said]]:
    """Return the figures outside of tables that say when they hold, by kind, unit and time."""
    found: defaultdict[Matter | None, list[Said]] = defaultdict(list)
    for figure in index.extraction.figures:
        value = term(figure.value, figure.precision)
        if figure.cell is None and value is not None:
            found[_matter(figure, figure)].append(Said.of(figure, value))
    return found


def _matter(share: Figure, part: Figure) -> Matter | None:
    """Return what must be equal of a part and its whole; the share or the part tells when."""
    when = share.as_of or part.as_of
    return None if when is None else (part.kind, part.unit, when.value)


def _told(part: Said, share: Said, whole: Said) -> Iterator[Finding]:
    claim = share_claim(part, share, whole, far=ONE)
    if claim is not None and 0 < part.term.value <= whole.term.value:
        found = claim.finding()
        yield from [found] if found is not None else []
