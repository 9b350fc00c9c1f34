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
    r"""
    ^ \W*+ (?:
      (?: as \s of | as \s at | situation \s au | au | al | a \s fecha \s de
        | stand (?: \s (?: vom | am ) )? (?= :? \s? \d{1,2} [./] )
        | aggiornat[oai] \s al | à \s data \s de
        | станом \s на | по \s состоянию \s на
      ) \b
      | sources? \s*+ (?: : | $ )
    )
    """,
    regex.X | regex.I,
)
MAX_LINE = 60  # characters; a longer paragraph is no as-of line


def group(doc: Document) -> None:
    """Number the key figures: a value opens one, what follows up to the next value is its label."""
    number = -1
    open_group = False
    plotted = {place.block for place in doc.plotted}  # their names stand elsewhere
    for at, block in enumerate(doc.blocks):
        if block.type != "key_figure":
            open_group = False
            continue
        if not open_group or at in plotted or VALUE.match(doc.quote(block.span)):
            number += 1
        open_group = True
        block.group = number


def is_as_of_line(text: str) -> bool:
    """Say whether a short text is an as-of or source line of its own.

    >>> is_as_of_line("As of May 2031"), is_as_of_line("Source"), is_as_of_line("As before")
    (True, True, False)
    """
    return len(text) <= MAX_LINE and AS_OF.match(text) is not None


def adopt_lines(drafts: list[Draft]) -> None:
    """Make the as-of line that stands alone below a key figure a part of it."""
    for before, draft in pairwise(drafts):
        alone = draft.type == "paragraph" and is_as_of_line(draft.content.text)
        if before.type == "key_figure" and alone:
            draft.type = "key_figure"
