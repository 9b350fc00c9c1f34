"""What was read of a page, as one process hands it to another: quick to write and to read.

Most of it are words. As columns they take a tenth of the time that they take one by one.
"""

import marshal
import pickle
from array import array
from collections.abc import Iterable
from dataclasses import dataclass, fields
from operator import attrgetter

from extractor.readers.pdf.words import GlyphStore
from extractor.readers.source import PdfPage, Tag, Word
from schemas.extraction import Finding, ReadWarning

_word_values = attrgetter(*(field.name for field in fields(Word)))
_GLYPH = [field.name for field in fields(Word)].index("glyph")
_ARRAYS = ("left", "top", "right", "bottom", "marked", "word_starts")


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a page beside what stands on it."""

    warnings: list[ReadWarning]
    findings: list[Finding]
    """What two engines disagree on."""
    doubts: list[ReadWarning]
    """What the engines warn of."""


def handed_over(page: PdfPage, store: GlyphStore, told: Told) -> bytes:
    """Return a page as bytes; the store has its glyphs alone."""
    # Who reads them is a copy of who writes them: there is no other version of either.
    words = marshal.dumps(tuple(zip(*map(_word_values, page.words), strict=True)))
    glyphs = [getattr(store, name).tobytes() for name in _ARRAYS]
    rest = (page.page, page.rules, page.shapes, page.links, page.grids, page.tags)
    return pickle.dumps((words, glyphs, store.turned, store.confidence, rest, told), 5)


def taken_over(handed: bytes, store: GlyphStore) -> tuple[PdfPage, Told]:
    """Return a page that was handed over; its glyphs are added to the store, and counted on."""
    words, glyphs, turned, confidence, rest, told = pickle.loads(handed)  # noqa: S301  # our own
    first = len(store.left)
    starts = _added(store, glyphs, first)
    store.turned += turned
    store.confidence |= {first + glyph: sure for glyph, sure in confidence.items()}
    columns = list(marshal.loads(words))  # noqa: S302  # our own
    if columns:
        columns[_GLYPH] = starts
    about, rules, shapes, links, grids, tags = rest
    _count_on(tags, first)
    page = PdfPage(
        page=about,
        words=tuple(map(Word, *columns)) if columns else (),
        rules=rules,
        shapes=shapes,
        links=links,
        grids=grids,
        tags=tags,
    )
    return page, told


def _added(store: GlyphStore, glyphs: Iterable[bytes], first: int) -> "array[int]":
    """Add the glyphs of a page to the store; return the first one of each of its words."""
    *sides, starts = zip(_ARRAYS, glyphs, strict=True)
    store.page_starts.append(first)
    for name, numbers in sides:
        getattr(store, name).frombytes(numbers)
    own = array("i")
    own.frombytes(starts[1])
    counted = array("i", [first + glyph for glyph in own])
    store.word_starts.extend(counted)
    return counted


def _count_on(tags: Iterable[Tag], first: int) -> None:
    """Count the glyphs of tags from another first one."""
    for tag in tags:
        tag.glyphs = tuple((first + start, first + end) for start, end in tag.glyphs)
        _count_on(tag.children, first)
