"""Wrapped cells: which lines are one row of a table that no lines part."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from math import inf, sqrt

from extractor.readers.geometry import merged_ranges, shared, sideways
from extractor.readers.source import Rule
from extractor.segment.layout.tables.cells import LASTING, is_numeric
from extractor.segment.layout.tables.going_on import is_broken, reads_on
from extractor.segment.layout.tables.levels import HEADER_LEADING, OVERLAP, one_header
from extractor.segment.layout.tables.rows import Row, has_counts, has_numbers, label, step

LEADING = 0.95  # type sizes between the lines of one cell, at least
IN_LINE = 0.6  # type sizes between the left ends of the lines of one text
WIDER = 1.5  # times the width of a text a rule is that stands under more than it
HEADS_APART = 1.2  # the white below the heads is this much larger than between their lines
JUMP = 1.1  # the white between rows is this much larger than between the lines of one
LEAST_BANDS = 3  # rows that lines part, so that lines part all rows
STACKED = 0.25  # of them may hold numbers under each other, or be taller than
LEAST_TEXT = 2  # words of a line that fills its column
SPACE = 0.25  # type sizes of a space between words
TALLEST_ROW = 14  # lines
TOUCHING_PT = 0.5  # between the strokes of one line, which each cell draws its own of
FEWER = 0.5  # of the lines close to the one above have text in fewer columns than it


def joined_rows(rows: list[Row], ruled: AbstractSet[int]) -> list[list[Row]]:
    """Return the rows in groups: the lines of one row of the table together.

    Args:
        rows: The lines of the table, each with its columns told.
        ruled: The rows that a line runs above.
    """
    if not rows:
        return []
    numbered = _first_numbers(rows)
    limit = wrap_limit(rows[numbered:])
    body = _body_start(rows, numbered, limit)
    heads = max((i + 1 for i in range(body) if rows[i].cells.keys() - {0}), default=0)
    every_row = _rules_every_row(rows, ruled, body)
    groups = [[rows[0]]]
    for i in range(1, len(rows)):
        if i == body or i in ruled:
            joins = False
        elif i < heads:
            joins = one_header(rows[i - 1], rows[i])
        elif i < body:  # labels between the heads and the first numbers
            joins = reads_on(label(rows[i - 1]), label(rows[i]))
        else:
            joins = every_row or _wraps(groups[-1], rows, i, limit)
        if joins:
            groups[-1].append(rows[i])
        else:
            groups.append([rows[i]])
    return groups


def _rules_every_row(rows: Sequence[Row], ruled: AbstractSet[int], body: int) -> bool:
    """Whether lines part every row from the next: hardly any two numbers stand between them."""
    starts = sorted({body, *(i for i in ruled if i > body), len(rows)})
    bands = [rows[start:end] for start, end in pairwise(starts)]
    most = max(len(row.cells) for row in rows)
    stacked = sum(
        max(1, sum(map(has_numbers, band)), sum(len(row.cells) == most for row in band)) - 1
        for band in bands
    )
    tall = sum(len(band) > TALLEST_ROW for band in bands)
    return len(bands) >= LEAST_BANDS and stacked + tall <= STACKED * len(bands)


def _first_numbers(rows: Sequence[Row]) -> int:
    """Return the first row with numbers, years over the columns left aside; 0 where none has."""
    counted = (
        i
        for i, row in enumerate(rows)
        if has_counts(row) and not _ends_heads(rows, i) and not _names_ages(rows, i)
    )
    dated = (i for i, row in enumerate(rows) if has_numbers(row))
    return next(counted, next(dated, 0))


def _names_ages(rows: Sequence[Row], i: int) -> bool:
    """Whether all numbers of a line are terms and those below are not: `18 years` | `and over`."""
    if not _are_terms(rows[i]) or i + 1 >= len(rows):
        return False
    return not _are_terms(rows[i + 1])


def _are_terms(row: Row) -> bool:
    texts = [piece.text for column, pieces in row.cells.items() if column for piece in pieces]
    numbers = [text for text in texts if is_numeric(text)]
    return bool(numbers) and all(LASTING.fullmatch(text) for text in numbers)


def _ends_heads(rows: Sequence[Row], i: int) -> bool:
    """Whether a line with numbers is the last of the heads: it goes on with the line above it."""
    if not 0 < i < len(rows) - 1:
        return False
    above, row, below = rows[i - 1 : i + 2]
    if (
        0 in above.cells
        or max(above.spans.values()) > 1
        or not above.cells.keys() <= row.cells.keys()
    ):
        return False
    worded = any(not is_numeric(p.text) for c, pieces in row.cells.items() if c for p in pieces)
    return worded and step(row, below) >= HEADS_APART * step(above, row)


def wrap_limit(rows: Sequence[Row]) -> float:
    """Return the step below which lines are of one row; 0 where the white does not tell.

    Where cells have air around them, the lines of one cell stand closer than two rows do.
    """
    pairs = list(pairwise(rows))
    apart = [step(a, b) for a, b in pairs if has_numbers(a) and has_numbers(b)]
    others = [(a, b) for a, b in pairs if not (has_numbers(a) and has_numbers(b))]
    closest = min(apart, default=inf)
    steps = sorted(
        {step(a, b) for a, b in others if LEADING * b.size <= step(a, b) < closest / JUMP}
    )
    if apart:
        steps.append(closest)
    jumps = [(high / low, sqrt(low * high)) for low, high in pairwise(steps) if low > 0]
    ratio, limit = max(jumps, default=(0.0, 0.0))
    if ratio < JUMP:
        return 0.0
    close = [(a, b) for a, b in others if step(a, b) < limit]
    fewer = sum(len(b.cells) < len(a.cells) or len(a.cells) == 1 for a, b in close)
    return limit if fewer >= FEWER * len(close) else 0.0


def _body_start(rows: Sequence[Row], numbered: int, limit: float) -> int:
    """Return where the body begins: the label of its first row may begin over the numbers."""
    start = numbered
    while start > 1 and set(rows[start - 1].cells) == {0}:
        above, row = rows[start - 1], rows[start]
        close = step(above, row) < max(limit, OVERLAP * row.size)
        if not (close or reads_on(label(above), label(row))):
            break
        if start > 2 and is_broken(label(rows[start - 2])):  # noqa: PLR2004 - it ends a head
            break
        start -= 1
    return start


def _wraps(group: Sequence[Row], rows: Sequence[Row], i: int, limit: float) -> bool:
    """Whether a line of the body belongs to the row of the lines above it."""
    row = rows[i]
    down = step(rows[i - 1], row)
    if down <= HEADER_LEADING * row.size and (_mends(group, row) or _runs_on(rows, i)):
        return True
    counts = has_numbers(row) and any(has_numbers(line) for line in group)
    if counts or _names_group(group[-1], row):
        return False
    goes_on = down < limit if limit else _reads_on_below(group, row)
    return down < OVERLAP * row.size or (goes_on and not _opens_next(rows, i))


def _mends(group: Sequence[Row], row: Row) -> bool:
    """Whether a line is the rest of a label that breaks off above it."""
    text = " ".join(label(line) for line in group if 0 in line.cells)
    return set(row.cells) == {0} and is_broken(text)


def _runs_on(rows: Sequence[Row], i: int) -> bool:
    """Whether a line has one text, no label: the rest of the text above it, which fills its column.

    What it begins with, a number or a capital, tells nothing then.
    """
    (column, *others), above = rows[i].cells, rows[i - 1].cells
    if others or not column or column not in above or rows[i].spans[column] > 1:
        return False
    one, other = above[column][-1], rows[i].cells[column][0]
    if len(one.words) < LEAST_TEXT or abs(one.left - other.left) > IN_LINE * one.size:
        return False
    right = max(piece.right for row in rows for piece in row.cells.get(column, []))
    first = other.words[0].box
    return one.right + SPACE * one.size + first[2] - first[0] > right


def _names_group(above: Row, row: Row) -> bool:
    """Whether a line is nothing but a label in bold, under one that is not."""
    bold = set(row.cells) == {0} and all(piece.bold for piece in row.pieces)
    return bold and 0 in above.cells and not any(piece.bold for piece in above.cells[0])


def _reads_on_below(group: Sequence[Row], row: Row) -> bool:
    """Whether the words of a line go on with those of the lines above it."""
    if not has_numbers(row):
        return _goes_on(group, row)
    alone = all(set(line.cells) == {0} for line in group)
    return alone and reads_on(label(group[-1]), label(row))


def _goes_on(group: Sequence[Row], row: Row) -> bool:
    """Whether every text of a line goes on with the text above it in its column."""
    for column, pieces in row.cells.items():
        above = [p for line in group for p in line.cells.get(column, [])]
        if not above or is_numeric(above[-1].text):
            return False
        if not reads_on(above[-1].text, pieces[0].text):
            return False
    return True


def _opens_next(rows: Sequence[Row], i: int) -> bool:
    """Whether a line without numbers is nearer to the row below it than to the one above."""
    if i + 1 >= len(rows) or has_numbers(rows[i]):
        return False
    return step(rows[i], rows[i + 1]) < 0.9 * step(rows[i - 1], rows[i])


def rows_ruled(rows: Sequence[Row], rules: Sequence[Rule]) -> set[int]:
    """Return the rows that a rule runs above, over most of their width."""
    level = [rule for rule in rules if rule.box[2] - rule.box[0] > rule.box[3] - rule.box[1]]
    if not level:
        return set()
    return {
        i
        for i in range(1, len(rows))
        if _ruled_between(rows[i - 1], rows[i], level) or _underlined(rows[i - 1], rows[i], level)
    }


def _underlined(above: Row, below: Row, rules: Sequence[Rule]) -> bool:
    """Whether rules run under every text of a row, wider than it: heads over several columns."""
    if has_counts(above):
        return False
    strokes = (
        sideways(rule.box)
        for rule in rules
        if above.baseline < rule.box[1] < below.baseline - 0.5 * below.size
    )
    between = merged_ranges(strokes, TOUCHING_PT)
    return all(
        any(
            start <= piece.left
            and piece.right <= end
            and end - start > WIDER * (piece.right - piece.left)
            for start, end in between
        )
        for piece in above.pieces
    )


def _ruled_between(above: Row, below: Row, rules: Sequence[Rule]) -> bool:
    """Whether a level rule runs between two rows, over most of the lower one."""
    top = above.baseline
    bottom = below.baseline - 0.5 * below.size
    box = below.box
    return any(
        top < (rule.box[1] + rule.box[3]) / 2 < bottom
        and shared(sideways(rule.box), sideways(box)) > 0.5 * (box[2] - box[0])
        for rule in rules
    )
