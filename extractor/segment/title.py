"""The document's title, where the segmenter of its format has not found it already."""

import regex

from extractor.segment.draft import Draft
from extractor.segment.issuers import names_issuer

MAX_TITLE = 200  # characters
NO_TITLE = regex.compile(r"\d{1,2} (?: [.)] | (?: \. \d{1,2} )++ ) \s | \p{Ll}", regex.X)
"""A section's number: the page is one of a longer document; or the middle of a sentence."""
OPENING = 6  # blocks among which a title stands before the first heading


def recognise(drafts: list[Draft]) -> None:
    """Set the type of the draft that is the title.

    It is the one heading of the top level with which the document opens, or a short line set apart
    (bold or in capitals) before the first heading.
    """
    if any(d.type == "title" for d in drafts):
        return
    written = [d for d in drafts if d.content.text.strip() and d.type != "footnote"]
    candidate = next((d for d in written[:OPENING] if d.type in {"paragraph", "heading"}), None)
    if candidate is None or not _may_name(candidate.content.text):
        return
    if candidate.type == "heading" and _is_alone_on_top(candidate, drafts):
        candidate.type, candidate.level = "title", None
    elif candidate.type == "paragraph" and _is_set_apart(candidate):
        candidate.type = "title"


def _may_name(text: str) -> bool:
    return len(text) <= MAX_TITLE and NO_TITLE.match(text) is None


def _is_alone_on_top(candidate: Draft, drafts: list[Draft]) -> bool:
    others = [d.level or 1 for d in drafts if d.type == "heading" and d is not candidate]
    return bool(others) and min(others) > (candidate.level or 1)


def _is_set_apart(candidate: Draft) -> bool:
    text = candidate.content.text
    bold = sum(end - start for start, end in candidate.bold)
    letters = [c for c in text if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    if names_issuer(text):
        return False
    apart = bold * 2 >= len(text) or (bool(letters) and capitals * 2 > len(letters))
    return apart and not text.rstrip().endswith((".", ":", ";"))
