"""Rows: what stands on one line of a page, from left to right."""

import regex

from extractor.readers.geometry import downwards, shared
from extractor.segment.captions import opens_caption
from extractor.segment.layout.lines import Line, joined_line
from extractor.segment.layout.order import Item

ROW_SHARE = 0.5  # of the less high of two things side by side that they share

LABEL = regex.compile(
    r"(?: \p{L}{1,12} \.? \s? )? [(\[]? (?: \d{1,3} (?: \. \d{1,3} ){0,4} | [IVX]{1,6} | \p{L} )"
    r" [.)\]:–—-]{0,2} | .{0,60} :",
    regex.X,
)
"""What stands before the rest of its line: a number, `Annex 2`, words before a colon."""
NUMBER = regex.compile(r"[\p{Sc}\s]*+ [+−–-]? \p{N}[\p{N}\p{P}\s]*+ [%\p{Sc}]?", regex.X)


def rows_of(strip: list[Item], *, rtl: bool) -> list[Item]:
    """Return the items of a strip row by row, the pieces of one line made one."""
    found: list[Item] = []
    for row in _rows(strip, rtl=rtl):
        texts = [item for item in row if isinstance(item, Line)]
        found += [joined_line(texts)] if len(texts) == len(row) else row
    return found


def runs_of(group: list[list[Item]], *, rtl: bool) -> list[list[Item]]:
    """Return strips row by row, as runs of what goes on downwards.

    What stands side by side does not, unless a label or a number at the end makes one line of it.
    """
    runs: list[list[Item]] = []
    alone = True
    for row in (row for strip in group for row in _rows(strip, rtl=rtl)):
        texts = [item for item in row if isinstance(item, Line)]
        pieces = [joined_line(texts)] if texts and _is_line(texts) else row
        if len(pieces) > 1 or alone:
            runs += [[item] for item in pieces]
        else:
            runs[-1] += pieces
        alone = len(pieces) > 1
    return runs


def _is_line(pieces: list[Line]) -> bool:
    """Whether pieces on one baseline are one line, for all the white between them."""
    first, last = pieces[0].text, pieces[-1].text
    return (
        len(pieces) == 1 or LABEL.fullmatch(first) is not None or NUMBER.fullmatch(last) is not None
    )


def _rows(strip: list[Item], *, rtl: bool) -> list[list[Item]]:
    rows: list[list[Item]] = []
    for item in sorted(strip, key=lambda item: (item.box[1] + item.box[3], item.box[0])):
        if rows and _one_row(rows[-1][0], item):
            rows[-1].append(item)
        else:
            rows.append([item])
    for row in rows:
        row.sort(key=lambda item: item.box[0], reverse=rtl)
    return rows


def _one_row(one: Item, other: Item) -> bool:
    if isinstance(one, Line) and isinstance(other, Line):
        if opens_caption(one.text) or opens_caption(other.text) or _opens_note(one, other):
            return False
        return abs(one.baseline - other.baseline) <= 0.3 * min(one.size, other.size)
    if isinstance(one, Line) or isinstance(other, Line):
        return False
    heights = [item.box[3] - item.box[1] for item in (one, other)]
    return shared(downwards(one.box), downwards(other.box)) > ROW_SHARE * min(heights)


def _opens_note(*lines: Line) -> bool:
    """Whether one of the lines begins with a raised mark: a note begins with its label."""
    return any(line.words[0].glyph in line.raised for line in lines)
