"""Columns of text on a terminal: as wide as they need to be, and no wider than there is room."""

from collections.abc import Sequence
from unicodedata import combining, east_asian_width

GAP = "  "
ELLIPSIS = "…"

Limits = Sequence[tuple[int, int]]
"""The least and the most that each column may take."""


def fitting(rows: Sequence[Sequence[str]], limits: Limits, width: int) -> list[int]:
    """Return the widths of columns: what they need, less where all of them are too wide.

    >>> fitting([("boats", "12"), ("houses", "1,300")], [(3, 20), (5, 20)], 12)
    [5, 5]
    """
    needed = [
        min(most, max(length(row[at]) for row in rows)) for at, (_, most) in enumerate(limits)
    ]
    over = sum(needed) + len(GAP) * (len(needed) - 1) - width
    while over > 0:
        spare = [has - least for has, (least, _) in zip(needed, limits, strict=True)]
        widest = max(range(len(spare)), key=spare.__getitem__)
        if spare[widest] <= 0:
            break
        needed[widest] -= 1
        over -= 1
    return needed


def aligned(row: Sequence[str], widths: Sequence[int]) -> str:
    """Return the cells of a row in columns, cut where they are too long."""
    cells = [cut(cell, width) for cell, width in zip(row, widths, strict=True)]
    return GAP.join(
        cell + " " * (width - length(cell)) for cell, width in zip(cells, widths, strict=True)
    ).rstrip()


def cut(cell: str, width: int) -> str:
    """Return a text that takes no more than so many columns.

    >>> cut("boats lost in the flood", 11)
    'boats lost…'
    """
    if length(cell) <= width:
        return cell
    kept, used = [], 1
    for letter in cell:
        used += length(letter)
        if used > width:
            break
        kept.append(letter)
    return "".join(kept).rstrip() + ELLIPSIS


def length(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if combining(letter) else 2 if east_asian_width(letter) in "WF" else 1 for letter in text
    )
