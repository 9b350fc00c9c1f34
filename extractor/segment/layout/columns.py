"""Columns beside each other: whether they are read one after the other, or row by row."""

from itertools import pairwise

import regex

from extractor.readers.geometry import downwards, median
from extractor.segment.layout.anew import LARGER, PROSE_WORDS
from extractor.segment.layout.lines import Line
from extractor.segment.layout.order import Fixed, Item, is_unit

LABELS = 2
LABEL_WORDS = 4
LABEL_SHARE = 0.3  # of the width of a text that a column of labels beside it has at most
NEAR_LABEL = 0.6  # type sizes of white between two labels, at least
BLOCK_LINES = 5
LIKE_WIDTH = 0.5  # of the wider of two such blocks
CARD_LINES = 4  # over or under each of several things side by side
LEVEL = 0.8  # of the less high line's height that the middles of a row are apart, twice
ASIDE_SHARE = 0.75  # of the text's width: a box beside it that is no wider is read after it
SHORT_COLUMN = 2  # strips; fewer are read row by row

DATA = regex.compile(r"\p{N} | [%✓✗:–—] | ^ \W*+ $", regex.X)
NUMBERS = regex.compile(r"[\p{N}\p{P}\p{S}\s]*+ | [ivxlcdm]++", regex.X)


def read_downwards(group: list[list[Item]], columns: list[list[Item]]) -> bool:
    """Whether columns are read one after the other, and not row by row."""
    if any(isinstance(item, Fixed) for column in columns for item in column):
        cards = all(map(_is_mixed, columns))
        return cards or not _one_each(group, columns) or any(map(is_aside, columns))
    if len(group) < SHORT_COLUMN:
        return False
    if _labelled_rows(group, columns) and all(_one_look(column) for column in columns):
        return _words(columns) > PROSE_WORDS or _are_blocks(group, columns)
    return not any(_only_numbers(column) for column in columns[1:]) or not _aligned(columns)


def sections(group: list[list[Item]]) -> list[list[list[Item]]]:
    """Return a text with boxes beside it cut at its headings: a box stands by its section."""
    usual = median([item.size for strip in group for item in strip if item.size])
    # A box goes with the heading at its head, and with the smaller ones below that.
    at = next(i for i, strip in enumerate(group) if any(map(is_unit, strip)))
    least = max(LARGER * usual, 0.95 * max(item.size for item in group[at]))
    parts: list[list[list[Item]]] = []
    for strip in group:
        alone = len(strip) == 1 and strip[0].size > least
        if parts and not alone:
            parts[-1].append(strip)
        else:
            parts.append([strip])
    return parts


def labelled(group: list[list[Item]], columns: list[list[Item]]) -> list[list[list[Item]]]:
    """Return a text with short labels at its side cut at them: each is read before its text."""
    whole = [group]
    if len(columns) != len(("labels", "text")):
        return whole
    labels, texts = columns
    if len(labels) < LABELS or not all(map(_is_label, labels)) or _words([texts]) <= PROSE_WORDS:
        return whole
    wide = [max(i.box[2] for i in c) - min(i.box[0] for i in c) for c in columns]
    apart = all(two.box[1] > one.box[3] + NEAR_LABEL * one.size for one, two in pairwise(labels))
    level = all(any(_is_beside(label, text) for text in texts) for label in labels)
    if wide[0] > LABEL_SHARE * wide[1] or not apart or not level:
        return whole
    mine = {id(item) for item in labels}
    starts = [i for i, strip in enumerate(group) if any(id(item) in mine for item in strip)]
    ends = [*starts[1:], len(group)]
    return [group[a:b] for a, b in zip([0, *starts[1:]], ends, strict=True)]


def _is_label(item: Item) -> bool:
    return isinstance(item, Line) and len(item.words) <= LABEL_WORDS


def _is_beside(label: Item, text: Item) -> bool:
    """Whether a label is level with a line of text that is set otherwise."""
    if not isinstance(label, Line) or not isinstance(text, Line) or not _level(label, text):
        return False
    return (label.bold, label.color) != (text.bold, text.color)


def asides_last(columns: list[list[Item]]) -> list[list[Item]]:
    """Return the columns with narrow boxes beside a wider text after it."""
    widths = [max(i.box[2] for i in column) - min(i.box[0] for i in column) for column in columns]
    texts = [width for width, column in zip(widths, columns, strict=True) if not is_aside(column)]
    aside = [
        bool(texts) and is_aside(column) and width <= ASIDE_SHARE * max(texts)
        for width, column in zip(widths, columns, strict=True)
    ]
    return [
        column
        for wanted in (False, True)
        for column, is_aside in zip(columns, aside, strict=True)
        if is_aside is wanted
    ]


def bands(group: list[list[Item]]) -> list[list[list[Item]]]:
    """Return rows of cards apart: things side by side, with a few lines over or under each."""
    fixed = [all(isinstance(item, Fixed) for item in strip) for strip in group]
    whole = all(
        isinstance(item, Line) or alike
        for strip, alike in zip(group, fixed, strict=True)
        for item in strip
    )
    if not whole or all(fixed) or not any(fixed):
        return [group]
    starts = [i for i in range(1, len(group)) if fixed[i] is fixed[0] is not fixed[i - 1]]
    if starts and not any(fixed[starts[-1] :]):
        starts.pop()  # lines over nothing belong to the cards above
    ends = [*starts, len(group)]
    spans = list(zip([0, *starts], ends, strict=True))
    few = all(end - start - sum(fixed[start:end]) <= CARD_LINES for start, end in spans)
    return [group[start:end] for start, end in spans] if few else [group]


def _is_mixed(column: list[Item]) -> bool:
    """Whether a column holds lines, and something that is read as a unit."""
    return len({isinstance(item, Line) for item in column}) > 1


def is_aside(column: list[Item]) -> bool:
    """Whether a column is boxes alone."""
    return all(map(is_unit, column))


def _one_each(group: list[list[Item]], columns: list[list[Item]]) -> bool:
    """Whether every strip has one item in each column."""
    return all(len(strip) == len(columns) for strip in group) and all(
        len(column) == len(group) for column in columns
    )


def _labelled_rows(group: list[list[Item]], columns: list[list[Item]]) -> bool:
    """Whether every strip has one item in the first column and another beside it."""
    first = {id(item) for item in columns[0]}
    return len(first) == len(group) and all(
        len(strip) > 1 and sum(id(item) in first for item in strip) == 1 for strip in group
    )


def _are_blocks(group: list[list[Item]], columns: list[list[Item]]) -> bool:
    """Whether a few lines stand beside others set as they are, as signatures and addresses do."""
    rows = [[item for item in strip if isinstance(item, Line)] for strip in group]
    looks = all(len({(i.bold, i.color, round(i.size)) for i in row}) == 1 for row in rows)
    plain = not any(DATA.search(item.text) for row in rows for item in row)
    widths = [median([item.box[2] - item.box[0] for item in column]) for column in columns]
    like = min(widths) >= LIKE_WIDTH * max(widths)  # abbreviations stand beside longer names
    return len(group) <= BLOCK_LINES and looks and plain and like


def _one_look(column: list[Item]) -> bool:
    sizes = [item.size for item in column]
    return max(sizes) <= LARGER * min(sizes)


def _words(columns: list[list[Item]]) -> float:
    lines = [item for column in columns for item in column if isinstance(item, Line)]
    return sum(len(line.words) for line in lines) / max(1, len(lines))


def _only_numbers(column: list[Item]) -> bool:
    return all(isinstance(item, Line) and NUMBERS.fullmatch(item.text) for item in column)


def _aligned(columns: list[list[Item]]) -> bool:
    """Whether every line of the later columns is level with one of the first."""
    rest = [item for column in columns[1:] for item in column]
    level = sum(any(_level(one, other) for one in columns[0]) for other in rest)
    return level >= 0.9 * len(rest)


def _level(one: Item, other: Item) -> bool:
    (top, bottom), (above, below) = downwards(one.box), downwards(other.box)
    return abs(top + bottom - above - below) < LEVEL * min(bottom - top, below - above)
