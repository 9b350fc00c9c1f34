"""Footnotes: where they stand, what they link to, and which one a mark calls."""

from collections import defaultdict
from dataclasses import dataclass

import regex

from extractor.segment.document import Document, Footnote
from extractor.segment.draft import Draft

ADDRESS = regex.compile(r"(?:https?://|www\.)[^\s<>\"“”]++", regex.I)
NEAR_PAGES = (0, 1)
"""How many pages after its mark a note at the foot may stand."""
MAX_SOURCE = 300  # characters of a line of sources or remarks between a table and its notes
MOST_NOTES = 30  # of one table
AFTER_ADDRESS = ".,;:)]"  # what a sentence puts after an address


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mark stands: in which block, on which page, at which offset of the text."""

    block: int
    page: int | None
    at: int


class Called:
    """The footnotes of a document by their label, to be called by marks."""

    def __init__(self, doc: Document) -> None:
        self._doc = doc
        self._by_label: dict[str, list[int]] = defaultdict(list)
        for index, note in enumerate(doc.footnotes):
            self._by_label[note.label].append(index)

    def by(self, label: str, mark: Place) -> int | None:
        """Return the one note that a mark calls, as its index; None where it is not clear which.

        It is the note of that label below the mark's table, else on the mark's page, else the next
        one below, else the only one.
        """
        page = mark.page
        every = self._by_label.get(label, [])
        table = [note for note in every if self._is_below(note, mark.block)]
        same = [note for note in every if self._reaches(note, page)]
        on_page = [note for note in same if page is not None and self._page(note) == page]
        below = [note for note in same if self._doc.footnotes[note].span[0] >= mark.at]
        next_on_page = [note for note in below if note in on_page]
        for candidates in (table[:1], on_page, next_on_page[:1], below[:1], same):
            if len(candidates) == 1:
                return candidates[0]
        return None

    def _page(self, note: int) -> int | None:
        return self._doc.blocks[self._doc.footnotes[note].block].page

    def _reaches(self, note: int, page: int | None) -> bool:
        """Whether a note can be called from a page.

        At the foot of a printed page stand the notes of this page, and what the one before had no
        room for; endnotes, and the notes of a file without pages, are called from anywhere. Signs
        (`*`) are the same on every page, and so call those of their own only.
        """
        footnote = self._doc.footnotes[note]
        if self._doc.media_type != "application/pdf" or footnote.place == "end":
            return True
        near = NEAR_PAGES if any(c.isalnum() for c in footnote.label) else NEAR_PAGES[:1]
        return page is not None and (self._page(note) or 0) - page in near

    def _is_below(self, note: int, block: int) -> bool:
        """Whether a note stands below a table, among its notes."""
        return is_note_of(self._doc, self._doc.footnotes[note], block)


def is_note_of(doc: Document, note: Footnote, table: int) -> bool:
    """Whether a footnote stands below a table, given as its block: sources and notes between."""
    if note.place != "beside" or doc.blocks[table].type != "table":
        return False
    between = doc.blocks[table + 1 : note.block]
    return table < note.block <= table + MOST_NOTES and all(
        block.type == "footnote" or len(doc.quote(block.span)) <= MAX_SOURCE for block in between
    )


def addresses(draft: Draft) -> list[str]:
    """Return the addresses in and behind a footnote, in order, each once."""
    printed = [m[0].rstrip(AFTER_ADDRESS) for m in ADDRESS.finditer(draft.content.text)]
    behind = [link.url for link in draft.links if ADDRESS.match(link.url)]
    return list(dict.fromkeys([*draft.urls, *behind, *printed]))


def in_place(drafts: list[Draft], *, by_page: bool) -> list[Draft]:
    """Return the drafts with each footnote after the last block of its page, or of its section."""
    placed: list[Draft] = []
    waiting: list[Draft] = []
    for draft in drafts:
        if draft.type == "footnote" and draft.note_place == "foot":
            waiting.append(draft)
            continue
        if waiting and (_is_later(draft, waiting[-1]) if by_page else draft.type == "heading"):
            placed.extend(waiting)
            waiting = []
        placed.append(draft)
    return placed + waiting


def _is_later(draft: Draft, note: Draft) -> bool:
    return draft.page is not None and draft.page > (note.page or 0)
