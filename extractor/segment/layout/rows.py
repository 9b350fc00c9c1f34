"""Rows: what stands on one line of a page, from left to right."""

from extractor.segment.captions import opens_caption
from extractor.segment.layout.lines import Line, joined_line
from extractor.segment.layout.order import Item


def rows_of(strip: list[Item], *, rtl: bool) -> list[Item]:
    """Return the items of a strip row by row, the pieces of one line made one."""
    rows: list[list[Item]] = []
    for item in sorted(strip, key=lambda item: (item.box[1] + item.box[3], item.box[0])):
        if rows and _one_row(rows[-1][0], item):
            rows[-1].append(item)
        else:
            rows.append([item])
    found: list[Item] = []
    for row in rows:
        texts = [item for item in row if isinstance(item, Line)]
        if len(texts) == len(row):
            found.append(joined_line(texts))
        else:
            found += sorted(row, key=lambda item: item.box[0], reverse=rtl)
    return found


def _one_row(one: Item, other: Item) -> bool:
    if isinstance(one, Line) and isinstance(other, Line):
        if other.words[0].glyph in other.raised or one.words[0].glyph in one.raised:
            return False  # a note begins with its label
        if opens_caption(one.text) or opens_caption(other.text):
            return False
        return abs(one.baseline - other.baseline) <= 0.3 * min(one.size, other.size)
    return False
