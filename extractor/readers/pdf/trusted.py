"""Whether the tags of a PDF make sense; those that do not are left out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import fmean

import numpy as np

from extractor.readers.pdf.marked import ARTIFACT
from extractor.readers.source import PdfPage, Tag

LEAST_COVERED = 0.9  # share of a page's glyphs that its tags and artifacts hold
LEAST_TAGGED = 0.4  # share of them that is no artifact
MOST_MISPLACED = 0.1  # share of the elements that have to stand in a certain one and do not
MOST_HEADINGS = 0.3  # share of a document's tagged glyphs that are headings

HEADINGS = frozenset({"H", "H1", "H2", "H3", "H4", "H5", "H6"})
_PARENTS = {
    "LI": frozenset({"L"}),
    "LBody": frozenset({"LI"}),
    "TR": frozenset({"Table", "THead", "TBody", "TFoot"}),
    "TH": frozenset({"TR"}),
    "TD": frozenset({"TR"}),
    "TBody": frozenset({"Table"}),
    "THead": frozenset({"Table"}),
}


def trusted_tags(tags: tuple[Tag, ...], glyphs: int) -> tuple[Tag, ...]:
    """Return a page's tags if they hold its text and are nested as they have to be, else none.

    Args:
        tags: The tags of the page.
        glyphs: The number of glyphs of the page.
    """
    covered = sum(map(_size, tags))
    tagged = sum(_size(tag) for tag in tags if tag.role != "Artifact")
    if covered < LEAST_COVERED * glyphs or tagged < LEAST_TAGGED * glyphs:
        return ()
    placed = [
        parent in _PARENTS[tag.role]
        for tag, parent in _with_parents(tags, "")
        if tag.role in _PARENTS
    ]
    return () if placed and fmean(placed) < 1 - MOST_MISPLACED else tags


def may_cover(marked: Sequence[int]) -> bool:
    """Whether the tags of a page may hold its text, by the marked content of its glyphs.

    Where they cannot, there is no need to read them.
    """
    if not len(marked):
        return True  # pictures have tags too
    numbers = np.asarray(marked)
    tagged = int((numbers >= 0).sum())
    covered = tagged + int((numbers == ARTIFACT).sum())
    return covered >= LEAST_COVERED * len(numbers) and tagged >= LEAST_TAGGED * len(numbers)


def trusted_headings(pages: Sequence[PdfPage]) -> tuple[PdfPage, ...]:
    """Return the pages, headings made paragraphs where the tags call too much a heading.

    Some programs tag as a heading whatever is large, bold or numbered; a document mostly made of
    headings has none.
    """
    tags = [tag for page in pages for tag in page.tags if tag.role != "Artifact"]
    headings = sum(_size(tag) for tag, _ in _with_parents(tags, "") if tag.role in HEADINGS)
    if headings <= MOST_HEADINGS * sum(map(_size, tags)):
        return tuple(pages)
    return tuple(replace(page, tags=tuple(map(_without_heading, page.tags))) for page in pages)


def _without_heading(tag: Tag) -> Tag:
    children = tuple(map(_without_heading, tag.children))
    if tag.role in HEADINGS:
        return replace(tag, role="P", level=0, children=children)
    return replace(tag, children=children)


def _size(tag: Tag) -> int:
    return sum(end - start for start, end in tag.glyphs)


def _with_parents(tags: Sequence[Tag], parent: str) -> Iterator[tuple[Tag, str]]:
    """Yield every tag with the role of the one that holds it, in no order."""
    waiting = [(tag, parent) for tag in tags]
    while waiting:
        tag, held = waiting.pop()
        yield tag, held
        waiting += [(child, tag.role) for child in tag.children]
