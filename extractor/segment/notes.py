"""Footnotes: where they stand, what they link to, and which one a mark calls."""

from collections import defaultdict

import regex

from extractor.segment.document import Document
from extractor.segment.draft import Draft

ADDRESS = regex.compile(r"(?:https?://|www\.)[^\s<>\"“”]++", regex.I)
AFTER_ADDRESS = ".,;:)]"  # what a sentence puts after an address


class Called:
    """The footnotes of a document by their label, to be called by marks."""

    def __init__(self, doc: Document) -> None:
        self._doc = doc
        self._by_label: dict[str, list[int]] = defaultdict(list)
        for index, note in enumerate(doc.footnotes):
            self._by_label[note.label].append(index)

    def by(self, label: str, page: int | None, at: int) -> int | None:
        """Return the one note that a mark calls, as its index; None where it is not clear which.

        It is the note of that label on the mark's page, else the next one below, else the only one.
        """
        same = self._by_label.get(label, [])
        on_page = [index for index in same if page is not None and self._page(index) == page]
        below = [index for index in same if self._doc.footnotes[index].span[0] >= at]
        for candidates in (on_page, below[:1], same):
            if len(candidates) == 1:
                return candidates[0]
        return None

    def _page(self, note: int) -> int | None:
        return self._doc.blocks[self._doc.footnotes[note].block].page


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
        if draft.type == "footnote":
            waiting.append(draft)
            continue
        if waiting and (_is_later(draft, waiting[-1]) if by_page else draft.type == "heading"):
            placed.extend(waiting)
            waiting = []
        placed.append(draft)
    return placed + waiting


def _is_later(draft: Draft, note: Draft) -> bool:
    return draft.page is not None and draft.page > (note.page or 0)
