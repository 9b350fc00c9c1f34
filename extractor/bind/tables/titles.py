"""The label and number that open a title or caption."""

import regex

from extractor.segment.captions import LABEL, opens_caption

LABEL_OF_ANYTHING = regex.compile(
    r"""
    ^ \p{L}{3,9} \.? \s
    (?: \d{1,3} | [A-Z] ) (?: [.\-–] \d{1,3} )*+
    \s? [.:–—-] \s+
    """,
    regex.X,
)


def without_label(title: str) -> str:
    """Return a title without the label and number that open it.

    >>> without_label("Table 3.1 Boats by town"), without_label("Annex A. Boats")
    ('Boats by town', 'Boats')
    """
    label = LABEL.match(title) if opens_caption(title) else None
    bare = title[label.end() :] if label is not None else LABEL_OF_ANYTHING.sub("", title)
    return bare.lstrip(" |") or title
