"""Key figures: which value, label and as-of line belong together."""

import regex

from extractor.segment.document import Document

VALUE = regex.compile(
    r"^ [+\-−~≈<>]{0,2} \s? (?: [A-Z]{0,3} [$€£₴¥] \s? | [A-Z]{3} \s )? [\p{Nd}] [\p{Nd}.,  ]* ",
    regex.X,
)


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
