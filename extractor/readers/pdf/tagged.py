"""The structure tree of a tagged PDF, as far as it stands on a page."""

import ctypes
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, groupby, islice
from sys import intern

import pypdfium2
import pypdfium2.raw as pdfium

from extractor.readers.pdf.marked import ARTIFACT
from extractor.readers.pdf.native import (
    Handle,
    attribute,
    attribute_number,
    element_alt,
    element_attribute_count,
    element_attributes,
    element_child,
    element_children,
    element_content,
    element_role,
    handle,
    tree_child,
    tree_children,
)
from extractor.readers.source import GlyphSpan, Tag

DEEPEST_TAG = 32
MOST_TAGS = 5_000  # of one page
MOST_PLACES = 5_000_000  # children of elements that are looked at in a document
IDLE_PLACES = 64  # children off the page that end a search when all marked text was found
LONGEST_TEXT_BYTES = 4_096
MOST_ATTRIBUTES = 16
MOST_SPANNED = 1_000

_LEVELS = {f"H{level}": level for level in range(1, 7)}
_CELLS = frozenset({"TH", "TD"})
_PICTURES = frozenset({"Figure", "Formula"})

Place = tuple[int, ...]
Glyphs = tuple[GlyphSpan, ...]


@dataclass(slots=True)
class _Page:
    """What is known of the page while its tags are read."""

    glyphs: dict[int, Glyphs]
    """The glyphs of each piece of marked content that no element has claimed as yet."""
    missing: set[int]
    """The numbers of those pieces, without what is no part of the tree."""
    tags_left: int = MOST_TAGS


@dataclass(frozen=True, slots=True)
class _Kind:
    """How the children of a thing are asked for."""

    count: Callable[[Handle], int]
    child: Callable[[Handle, int], Handle]
    content: Callable[[Handle, int, _Page], Glyphs]


@dataclass(frozen=True, slots=True)
class TagsRead:
    """What reading the tags of some pages has to do with those of the pages before and after."""

    began: Mapping[Place, int]
    """Where the first search among the children of each element began."""
    ended: Mapping[Place, int]
    """Where the next one would begin."""
    places: int
    """How many children were looked at."""
    exhausted: bool


class TagReader:
    """Reads the tags of one page after the other.

    An element lists its children over all pages, thousands in a long document. Those of a page
    mostly follow those of the page before, so the search begins where the last one ended.
    """

    def __init__(self, document: pypdfium2.PdfDocument) -> None:
        self.tagged = bool(pdfium.FPDFCatalog_IsTagged(document))
        """Whether the file says that it is tagged."""
        self._places_left = self._places_before = MOST_PLACES
        self._resume: dict[Place, int] = {}
        self._began: dict[Place, int] = {}
        self._buffer = ctypes.create_string_buffer(LONGEST_TEXT_BYTES)
        self._roles: dict[bytes, str] = {}
        """The roles that elements have, by how PDFium writes them."""

    @property
    def exhausted(self) -> bool:
        """Whether the tree is so large that the rest of it is not read."""
        return self._places_left <= 0

    def begin(self) -> None:
        """Have `read_since` tell of the pages that are read from now on."""
        self._began, self._places_before = {}, self._places_left

    def read_since(self) -> TagsRead:
        """Return what was read since the beginning."""
        ended = {place: self._resume[place] for place in self._began if place in self._resume}
        looked_at = self._places_before - self._places_left
        return TagsRead(self._began, ended, looked_at, self.exhausted)

    def go_on_after(self, others: TagsRead) -> bool:
        """Go on as if this one had read pages that another one did; False if it would not have.

        Where it would have begun to search elsewhere, it might have found something else.
        """
        alike = all(self._resume.get(place, 0) == at for place, at in others.began.items())
        if not alike or others.exhausted or others.places >= self._places_left:
            return False
        self._resume.update(others.ended)
        self._places_left -= others.places
        return True

    def read(self, page: object, marked: Sequence[int], first: int) -> tuple[Tag, ...]:
        """Return the elements on a page, at the end one for what is marked as an artifact.

        Args:
            page: PDFium's page.
            marked: The marked content of each glyph of the page.
            first: The number of the page's first glyph.
        """
        if not self.tagged or self.exhausted:
            return ()
        here = _page(marked, first)
        with _opened_tree(page) as tree:
            tags = self._parts(handle(tree), _TREE, (), here)[0] if tree else []
        if ARTIFACT in here.glyphs:
            tags.append(Tag(role="Artifact", place=(), glyphs=here.glyphs[ARTIFACT]))
        return tuple(tags)

    def _parts(
        self, holder: Handle, kind: _Kind, place: Place, here: _Page
    ) -> tuple[list[Tag], list[Glyphs]]:
        """Return the children that the tree or an element has on the page, and all its glyphs."""
        found: list[tuple[int, Tag | None, Glyphs]] = []
        idle = looked_at = 0
        for index in self._places(kind.count(holder), place):
            looked_at += 1
            child = kind.child(holder, index)
            tag = self._tag(child, (*place, index), here) if child.value else None
            glyphs = tag.glyphs if tag else kind.content(holder, index, here)
            if tag or glyphs:
                found.append((index, tag, glyphs))
                idle = 0
            else:
                idle += 1
                if idle >= IDLE_PLACES and not here.missing:
                    break
        self._places_left -= looked_at
        if looked_at > IDLE_PLACES and found:
            found.sort(key=lambda one: one[0])
            self._resume[place] = found[-1][0]
        return [tag for _, tag, _ in found if tag], [glyphs for _, _, glyphs in found]

    def _places(self, count: int, place: Place) -> Iterable[int]:
        """Return the indices of the children, those first that the page is likely to have."""
        if count <= IDLE_PLACES:
            return range(count)
        resumed = self._resume.get(place, 0)
        self._began.setdefault(place, resumed)
        start = min(resumed, count)
        return islice(chain(range(start, count), range(start - 1, -1, -1)), self._places_left)

    def _tag(self, element: Handle, place: Place, here: _Page) -> Tag | None:
        here.tags_left -= 1
        if here.tags_left < 0 or self.exhausted or len(place) > DEEPEST_TAG:
            return None
        role = self._role(element)
        children, glyphs = self._parts(element, _ELEMENT, place, here)
        rows, columns = _spans(element) if role in _CELLS else (1, 1)
        alt = ""
        if role in _PICTURES:
            alt = self._told(element_alt, element).decode("utf-16-le", "replace")
        return Tag(
            role=role,
            place=place,
            glyphs=_joined(glyphs),
            children=tuple(children),
            level=_LEVELS.get(role, 0),
            alt=" ".join(alt.split()) or None,
            rows=rows,
            columns=columns,
        )

    def _role(self, element: Handle) -> str:
        raw = self._told(element_role, element)
        role = self._roles.get(raw)
        if role is None:
            role = self._roles[raw] = intern(raw.decode("utf-16-le", "replace"))
        return role

    def _told(self, read: Callable[..., int], element: Handle) -> bytes:
        length = min(read(element, self._buffer, LONGEST_TEXT_BYTES), LONGEST_TEXT_BYTES)
        return ctypes.string_at(self._buffer, max(0, length - 2))


def _content(element: Handle, index: int, here: _Page) -> Glyphs:
    """Return the glyphs of marked content; those that two elements claim are the first one's."""
    content: int = element_content(element, index)
    if content < 0:
        return ()
    here.missing.discard(content)
    return here.glyphs.pop(content, ())


def _no_content(_holder: Handle, _index: int, _here: _Page) -> Glyphs:
    return ()


_TREE = _Kind(tree_children, tree_child, _no_content)
_ELEMENT = _Kind(element_children, element_child, _content)


def _joined(parts: Sequence[Glyphs]) -> Glyphs:
    """Return the glyphs of all parts in their order, made one span where they follow each other."""
    if len(parts) == 1:
        return parts[0]
    joined: list[GlyphSpan] = []
    for start, end in chain.from_iterable(parts):
        if joined and joined[-1][1] == start:
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return tuple(joined)


def _spans(element: Handle) -> tuple[int, int]:
    """Return how many rows and columns a table's cell says that it spans."""
    rows = columns = 1
    for i in range(min(element_attribute_count(element), MOST_ATTRIBUTES)):
        attributes = element_attributes(element, i)
        rows = max(rows, _number(attributes, b"RowSpan"))
        columns = max(columns, _number(attributes, b"ColSpan"))
    return rows, columns


def _number(attributes: Handle, name: bytes) -> int:
    found = attribute(attributes, name)
    if not found.value:
        return 1
    value = ctypes.c_float()
    if not attribute_number(found, ctypes.byref(value)):
        return 1
    return int(min(max(value.value, 1), MOST_SPANNED))


def _page(marked: Sequence[int], first: int) -> _Page:
    """Return the glyphs of a page by their marked content."""
    spans: dict[int, list[GlyphSpan]] = {}
    start = first
    for content, run in groupby(marked):
        end = start + len(list(run))
        spans.setdefault(content, []).append((start, end))
        start = end
    glyphs = {content: tuple(found) for content, found in spans.items()}
    return _Page(glyphs, {content for content in glyphs if content >= 0})


@contextmanager
def _opened_tree(page: object) -> Iterator[object]:
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    try:
        yield tree
    finally:
        if tree:
            pdfium.FPDF_StructTree_Close(tree)
