"""What stands in line as tables do and is none: lists of contents, charts."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

import regex

from extractor.readers.geometry import Range, around, downwards, shared, sideways
from extractor.readers.source import Box, Shape
from extractor.segment.layout.lines import Line
from extractor.segment.layout.markers import marker
from extractor.segment.layout.paragraphs import leader
from extractor.segment.layout.tables.cells import Table, is_numeric
from extractor.segment.layout.tables.rows import Row

LEAST_ROWS = 3
LISTED = 3  # a number, a title and a page: more is a table
LEAST_BARS = 2
LEAST_COLUMNS = 3  # of a chart
TALLEST_BAR = 3.0  # type sizes
PAGE_NUMBERS = regex.compile(r"\d{1,3}")
PLAIN_NUMBER = regex.compile(r"-? \d{1,15} (?: \. \d{1,6} )?", regex.X)
HEADED_WORDS = 3  # of the line of text below a heading
BESIDE_NUMBER = regex.compile(r"[%,\p{Sc}\s]", regex.X)


def are_axes(body: Sequence[Row], columns: Sequence[Range]) -> bool:
    """Whether every column counts in equal steps, as the axes of charts do."""
    return all(_counts_in_steps(body, column) for column in range(len(columns)))


def _counts_in_steps(body: Sequence[Row], column: int) -> bool:
    texts = [p.text for row in body for p in row.cells.get(column, [])]
    plain = [BESIDE_NUMBER.sub("", text).replace("−", "-") for text in texts]
    values = [float(text) for text in plain if PLAIN_NUMBER.fullmatch(text)]
    steps = {round(b - a, 6) for a, b in pairwise(values)}
    return len(values) >= LEAST_ROWS and len(steps) == 1 and 0.0 not in steps


def is_contents(body: Sequence[Row]) -> bool:
    """Whether the rows list page numbers: one number at the end of each, never falling."""
    ends = [row.pieces[-1].text for row in body]
    if len(ends) < LEAST_ROWS or not all(map(PAGE_NUMBERS.fullmatch, ends)):
        return False
    listed = all(len(row.pieces) <= LISTED for row in body)
    counted = any(is_numeric(piece.text) for row in body for piece in row.pieces[1:-1])
    numbers = [int(end) for end in ends]
    return listed and not counted and numbers == sorted(numbers)


def is_bulleted(body: Sequence[Row]) -> bool:
    """Whether most texts open with a bullet, the first of the rows among them: a list's items."""
    firsts = sum(_has_bullet(row.pieces[0]) for row in body)
    every = [_has_bullet(piece) for row in body for piece in row.pieces]
    return firsts * 2 > len(body) and sum(every) * 2 > len(every)


def are_headed_columns(table: Table) -> bool:
    """Whether text stands in every column, then a heading in bold and text again."""
    return all(
        _heads_text_again([x for cell in table.cells if cell.col == column for x in cell.lines])
        for column in range(table.n_cols)
    )


def _heads_text_again(lines: Sequence[Line]) -> bool:
    lines = sorted(lines, key=lambda line: line.baseline)
    return any(
        line.bold and not above.bold and not below.bold and len(below.words) >= HEADED_WORDS
        for above, line, below in zip(lines, lines[1:], lines[2:], strict=False)
    )


def _has_bullet(piece: Line) -> bool:
    found = marker(piece)
    return found is not None and not found.counted


def has_leader(row: Row) -> bool:
    """Whether dots lead from a title to its page: a lone number after them."""
    dotted = any(leader(piece.text) for piece in row.pieces)
    return dotted and sum(is_numeric(piece.text) for piece in row.pieces[1:]) < LISTED - 1


def is_bar_chart(body: Sequence[Row], shapes: Sequence[Shape]) -> bool:
    """Whether a bar stands beside most rows: shapes with one end in line and other lengths."""
    bars = [bar for row in body if (bar := _bar_beside(row, shapes)) is not None]
    if len(bars) < LEAST_BARS or len(bars) * 2 <= len(body):
        return False
    in_line = len({round(bar[0]) for bar in bars}) == 1 or len({round(bar[1]) for bar in bars}) == 1
    lengths = {round(bar[1] - bar[0]) for bar in bars}
    return in_line and len(lengths) * 2 > len(bars)


def _bar_beside(row: Row, shapes: Sequence[Shape]) -> Range | None:
    """Return from where to where a filled box on the line of a row runs, that holds no text."""
    middle = row.baseline - 0.3 * row.size
    for shape in shapes:
        x0, y0, x1, y1 = shape.box
        if shape.kind != "fill" or not y0 <= middle <= y1 or y1 - y0 > TALLEST_BAR * row.size:
            continue
        if not any(shared((x0, x1), sideways(piece.box)) > 0 for piece in row.pieces):
            return x0, x1
    return None


def is_column_chart(body: Sequence[Row], shapes: Sequence[Shape]) -> bool:
    """Whether columns of one width and other heights stand apart on one line below the rows."""
    box = around(row.box for row in body)
    feet: dict[tuple[int, int], list[Box]] = defaultdict(list)
    for shape in shapes:
        x0, y0, x1, y1 = shape.box
        inside = shape.kind == "fill" and box[0] <= (x0 + x1) / 2 <= box[2]
        if inside and shared((y0, y1), downwards(box)) > 0 and _has_over((x0, x1), body):
            feet[round(y1), round(x1 - x0)].append(shape.box)
    return any(_stand_apart(columns) for columns in feet.values())


def _has_over(column: Range, body: Sequence[Row]) -> bool:
    """Whether a text stands over a column of a chart, or in it: a chart beside rows has none."""
    return any(shared(column, sideways(piece.box)) > 0 for row in body for piece in row.pieces)


def _stand_apart(columns: Sequence[Box]) -> bool:
    """Whether columns have other heights, and white between them."""
    heights = {round(y1 - y0) for _, y0, _, y1 in columns}
    apart = all(a[2] < b[0] for a, b in pairwise(sorted(columns)))
    return len(columns) >= LEAST_COLUMNS and apart and len(heights) * 2 > len(columns)
