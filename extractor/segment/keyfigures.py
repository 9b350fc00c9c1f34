"""Key figures: which value, label and as-of line belong together."""

from itertools import pairwise

import regex

from extractor.segment.document import Document
from extractor.segment.draft import Draft

VALUE = regex.compile(
    r"^ [+\-−~≈<>]{0,2} \s? (?: [A-Z]{0,3} [$€£₴¥] \s? | [A-Z]{3} \s )? [\p{Nd}] [\p{Nd}.,  ]* ",
    regex.X,
)

AS_OF = regex.compile(
    r"^ \W* (?: as \s of | as \s at | situation \s au | au | al | a \s fecha \s de | станом \s на | по \s состоянию \s на | sources? \s* : ) \b",
    regex.X | regex.I,
)
MAX_LINE = 60  # characters; a longer paragraph is no as-of line


def group(doc: Document) -> None:
    """Number the key figures: a value opens one, what follows up to the next value is its label."""
    number = -1
    open_group = False
    for block in doc.blocks:
        if block.type != "key_figure":
            open_group = False
            continue
        if not open_group or VALUE.match(doc.quote(block.span)):
            number += 1
        open_group = True
        block.group = number


def adopt_lines(drafts: list[Draft]) -> None:
    """Make the as-of line that stands alone below a key figure a part of it."""
    for before, draft in pairwise(drafts):
        text = draft.content.text
        alone = draft.type == "paragraph" and len(text) <= MAX_LINE
        if before.type == "key_figure" and alone and AS_OF.match(text):
            draft.type = "key_figure"
