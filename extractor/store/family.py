"""Which files are editions of one document: told by its publisher and its title."""

from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import sha256

import regex

from extractor.data.tables import load
from extractor.figures.lexicon import load_pack
from schemas.document import DocumentInfo

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]++")
_YEAR = regex.compile(r"(?:fy)?+(?:19|20)\d\d")
_SHORT = regex.compile(r"\d{1,2}+(?:st|nd|rd|th)?+")  # a day, or the end of `2031-33`
_PARTED = " | "
LONG = 4
"""Words of a title that tells a document without its publisher."""


def family(document: DocumentInfo) -> str:
    """Return what the editions of a document have alike.

    That is publisher and title, without what tells the edition: years, months and words such as
    `revised`, with the numbers beside them. Where no publisher is told, the title has to be a long
    one: many publish an annual report. A document of which that is not known is its own.
    """
    title = [*_series(document.title or "", document.language)]
    publisher = _words(document.publisher or "")
    if title and (publisher or len(title) >= LONG):
        return _PARTED.join((" ".join(publisher), " ".join(title)))
    return f"sha256:{document.sha256}"


def document_id(family_: str) -> str:
    """Return the id of the document that a family of editions is."""
    return f"doc-{sha256(family_.encode('utf-8', 'replace')).hexdigest()[:16]}"


def _series(title: str, language: str | None) -> Iterator[str]:
    """Yield the words of a title that do not tell the edition."""
    words = _words(title)
    tells = [_YEAR.fullmatch(word) or word in _edition_words(language) for word in words]
    for number, word in enumerate(words):
        beside = tells[max(0, number - 1) : number + 2]
        if not (tells[number] or (any(beside) and _is_number(word))):
            yield word


def _is_number(word: str) -> bool:
    return word.isdecimal() or _SHORT.fullmatch(word) is not None


def _words(text: str) -> Sequence[str]:
    return _WORD.findall(text.casefold())


@cache
def _edition_words(language: str | None) -> frozenset[str]:
    months = load_pack(language).section("date.months").inverted()
    told = load("families.toml")["edition"]["words"]
    return frozenset(word.casefold() for word in (*months, *told))
