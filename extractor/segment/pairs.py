"""Rows of a form: labels with their colons, each before its value."""

from collections.abc import Sequence


def is_row_of_pairs(texts: Sequence[str]) -> bool:
    """Say whether every other cell of a row, from the first, is a label with a colon, no value.

    >>> is_row_of_pairs(["People:", "2,500", "Lead time:", "72 hours"])
    True
    >>> is_row_of_pairs(["Sector", "People:"]), is_row_of_pairs(["People:", "Boats:"])
    (False, False)
    """
    labels, values = texts[::2], texts[1::2]
    named = bool(labels and labels[0]) and all(text.endswith(":") for text in labels if text)
    return named and any(values) and not any(text.endswith(":") for text in values)
