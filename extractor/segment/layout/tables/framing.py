"""Rows and columns of a table that no lines draw: told by what stands in line."""

from bisect import bisect_left
from collections.abc import Sequence

import regex

from extractor.readers.geometry import Range, around, median, shared, sideways
from extractor.readers.source import Rule
from extractor.segment.layout.lines import Line
from extractor.segment.layout.tables.cells import Table, is_numeric
from extractor.segment.layout.tables.heads import spread_heads
from extractor.segment.layout.tables.labels import span_sublabels, with_sublabels
from extractor.segment.layout.tables.lifted import lifted, span_levels
from extractor.segment.layout.tables.rows import Row, has_counts
from extractor.segment.layout.tables.spans import framed_cells, open_columns, separators
from extractor.segment.layout.tables.wrapped import joined_rows, rows_ruled

COLUMN_GAP = 0.35  # white between two columns, at least
STRAY_SHARE = 0.06  # of the rows may cross the white between two columns
MOST_STRAYS = 2  # rows that are aligned otherwise than the others of their column
NEAR_COLUMNS = 2.5  # type sizes between a head and the numbers that it stands beside, at most
LEAST_SPANNED = 3  # columns, one of them the stub
CENTRED = 1.5  # type sizes between the middle of a text and that of the columns it spans
IN_LINE = 0.3  # type sizes between the ends of texts of one column
UNDERLINE = 0.4  # type sizes from a baseline to the line under its text, at most
LONGEST_SIGN = 3  # letters
MONEY = regex.compile(r"\p{Lu}{0,2} \p{Sc}", regex.X)
COVERED = 0.4  # of a column's width a spanning text covers


def columns_of(rows: Sequence[Row]) -> list[Range]:
    """Return the columns that the pieces of rows stand in, from left to right."""
    edges: list[tuple[float, int]] = []
    for row in rows:
        for piece in row.pieces:
            edges += [(piece.left, 1), (piece.right, -1)]
    allowed = int(STRAY_SHARE * len(rows))
    least = COLUMN_GAP * median([row.size for row in rows])
    columns: list[Range] = []
    depth, start = 0, 0.0
    for x, step in sorted(edges):
        before, depth = depth, depth + step
        if before <= allowed < depth:
            start = x
        elif depth <= allowed < before:
            columns.append((start, x))
    return _with_signs(_with_room(columns, least), rows)


def _with_signs(columns: Sequence[Range], rows: Sequence[Row]) -> list[Range]:
    """Return the columns, those of nothing but signs of money made one with the numbers beside."""
    pieces = [piece for row in rows for piece in row.pieces]
    signs = [piece for piece in pieces if len(piece.text) <= LONGEST_SIGN]
    if not any(MONEY.fullmatch(piece.text) for piece in signs):
        return list(columns)
    joined: list[Range] = []
    start: float | None = None
    for column in columns:
        held = [piece for piece in pieces if shared(sideways(piece.box), column) > 0]
        left = column[0] if start is None else start
        of_signs = bool(held) and all(MONEY.fullmatch(piece.text) for piece in held)
        start = left if of_signs else None
        if not of_signs:
            joined.append((left, column[1]))
    return joined if start is None else [*joined, columns[-1]]


def _with_room(columns: Sequence[Range], least: float) -> list[Range]:
    joined: list[Range] = []
    for start, end in columns:
        if joined and start - joined[-1][1] < least:
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined


def without_strays(rows: Sequence[Row], columns: Sequence[Range]) -> list[Range]:
    """Return the columns, those that a row or two aligned otherwise fill made one with their own.

    A total set to the left below numbers set to the right shares no row with them.
    """
    held: list[set[int]] = [set() for _ in columns]
    for i, row in enumerate(rows):
        for piece in row.pieces:
            left, _, right, _ = piece.box
            over = [c for c, (start, end) in enumerate(columns) if start < right and left < end]
            if len(over) == 1:
                held[over[0]].add(i)
    joined = [(columns[0], held[0])]
    for column, these in zip(columns[1:], held[1:], strict=True):
        (left, right), those = joined[-1]
        few, many = sorted((these, those), key=len)
        stray = 0 < len(few) <= MOST_STRAYS < len(many) and not few & many
        if stray and min(few) > min(many) and all(len(rows[i].pieces) > 1 for i in few):
            joined[-1] = (left, max(right, column[1])), these | those
        else:
            joined.append((column, these))
    return [column for column, _ in joined]


def place(row: Row, columns: Sequence[Range]) -> None:
    """Work out which columns each piece of a row stands in."""
    row.cells, row.spans = {}, {}
    for piece in row.pieces:
        covered = _covered(piece, columns)
        if not covered:
            covered = [_free(piece, row, columns)]
        first = covered[0]
        row.cells.setdefault(first, []).append(piece)
        row.spans[first] = max(row.spans.get(first, 1), covered[-1] - first + 1)


def _covered(piece: Line, columns: Sequence[Range]) -> list[int]:
    left, _, right, _ = piece.box
    covered: list[int] = []
    for i, (start, end) in enumerate(columns):
        if left >= end:
            continue
        if right <= start:  # the columns stand from left to right
            break
        if start <= left and right <= end:  # as nearly all do
            covered += [i] if left < right else []
            continue
        narrower = min(end - start, right - left)
        if narrower > 0 and min(end, right) - max(start, left) > COVERED * narrower:
            covered.append(i)
    return covered


def _free(piece: Line, row: Row, columns: Sequence[Range]) -> int:
    """Return the nearest column of a text over none; of two heads the right one has the next."""
    nearest = _nearest(piece, columns)
    next_one = nearest + 1
    taken = nearest in row.cells and nearest > 0 and next_one < len(columns)
    beyond = taken and columns[nearest][1] < piece.left < columns[next_one][0]
    if not beyond or any(is_numeric(other.text) for other in row.pieces):
        return nearest
    behind = row.pieces[row.pieces.index(piece) + 1 :]
    held = any(other.left < columns[next_one][1] for other in behind)
    return nearest if held else next_one


def _nearest(piece: Line, columns: Sequence[Range]) -> int:
    middle = (piece.left + piece.right) / 2
    return min(range(len(columns)), key=lambda i: abs((columns[i][0] + columns[i][1]) / 2 - middle))


def framed(rows: Sequence[Row], columns: Sequence[Range], rules: Sequence[Rule]) -> Table:
    """Return the table of some rows: wrapped rows joined, spanning texts over their columns."""
    columns, rules = without_strays(rows, columns), _inside(rows, rules)
    sublabelled = with_sublabels(rows, columns, rules)
    two_levels = len(sublabelled) > len(columns)
    columns = sublabelled
    settled = settled_columns(rows, columns)
    if len(settled) < len(columns):
        columns = settled
        for row in rows:
            place(row, columns)
    rows, through = lifted(rows)
    lines = separators(rows, columns, rules)
    levels = {at + 1 for at in through.values()}
    groups = joined_rows(list(rows), rows_ruled(rows, rules) | lines.keys() | levels)
    _span_centred(groups, rows, columns)
    if two_levels:
        span_sublabels(rows)
    cells = framed_cells(groups, len(columns), open_columns(groups, rows, lines))
    cells = span_levels(cells, through)
    page = rows[0].pieces[0].page
    table = Table(
        box=around(row.box for row in rows),
        page=page,
        cells=cells,
        n_rows=len(groups),
        n_cols=len(columns),
        columns=list(columns),
        pages=[page],
    )
    spread_heads(table, columns, rules)
    return table


def _span_centred(
    groups: Sequence[Sequence[Row]], rows: Sequence[Row], columns: Sequence[Range]
) -> None:
    """Let each text that stands alone in the middle of the columns span them.

    It names the rows below it or says their unit; the first column may stand aside.
    """
    if len(columns) < LEAST_SPANNED or not any(map(has_counts, rows)):
        return
    extent = sideways(around(row.box for row in rows))
    for group in groups:
        (row, *more), (piece, *others) = group, group[0].pieces
        if more or others or is_numeric(piece.text):
            continue
        first = _centred_over(piece, extent, columns)
        if first is not None:
            row.cells, row.spans = {first: [piece]}, {first: len(columns) - first}


def _centred_over(piece: Line, extent: Range, columns: Sequence[Range]) -> int | None:
    """Return the first of the columns that a text stands in the middle of; None if it does not.

    Where the cells of numbers begin is not seen: somewhere in the white on their left.
    """
    reach = CENTRED * piece.size
    middle = (piece.left + piece.right) / 2
    low, high = ((left + extent[1]) / 2 for left in (columns[0][1], columns[1][0]))
    if piece.left > columns[0][1] and (abs(middle - high) <= reach or low <= middle <= high):
        left, right = columns[_nearest(piece, columns)]
        in_line = min(abs(piece.left - left), abs(piece.right - right)) <= IN_LINE * piece.size
        return None if in_line else 1
    whole = abs(middle - sum(extent) / 2) <= reach and piece.left > columns[0][0] + reach
    return 0 if whole else None


def _inside(rows: Sequence[Row], rules: Sequence[Rule]) -> list[Rule]:
    """Return the rules between the first and the last line of a table, no text's underline."""
    left, _, right, _ = around(row.box for row in rows)
    inside = [
        rule
        for rule in rules
        if rows[0].baseline < rule.box[1] < rows[-1].baseline
        and shared(sideways(rule.box), (left, right)) > 0
    ]
    baselines = [row.baseline for row in rows]
    reach = (1 + UNDERLINE) * max(row.size for row in rows)
    kept: list[Rule] = []
    for rule in inside:
        # Few rows stand near a rule: a table may have hundreds of both.
        first = bisect_left(baselines, rule.box[1] - reach)
        near = rows[first : bisect_left(baselines, rule.box[1])]
        if not any(_underlines(rule, piece) for row in near for piece in row.pieces):
            kept.append(rule)
    return kept


def _underlines(rule: Rule, piece: Line) -> bool:
    """Whether a rule runs right under a text of words, from its first letter to its last."""
    left, _, right, _ = piece.box
    reach = IN_LINE * piece.size
    if abs(rule.box[0] - left) > reach or abs(rule.box[2] - right) > reach:  # as nearly all do
        return False
    under = 0 < rule.box[1] - piece.baseline < UNDERLINE * piece.size
    return under and not is_numeric(piece.text)


def settled_columns(rows: Sequence[Row], columns: Sequence[Range]) -> list[Range]:
    """Place the rows; return the columns, those that only heads fill made one with a neighbour.

    A head in the middle of a column may stand beside all the numbers to the right of it.
    """
    for row in rows:
        place(row, columns)
    first = next((i for i, row in enumerate(rows) if has_counts(row)), 0)
    held = [_rows_with(rows, i) for i in range(len(columns))]
    heads = [_all_before(these, first) for these in held]
    body = [bool(these) and not _any_before(these, first) for these in held]
    settled = [columns[0]]
    alone = 0  # the column that the last of the settled ones is, while it is but one
    for i in range(1, len(columns)):
        pair = alone == i - 1 and ((heads[i - 1] and body[i]) or (body[i - 1] and heads[i]))
        white = columns[i][0] - columns[i - 1][1]
        near = i > 1 or white <= NEAR_COLUMNS * rows[0].size
        nearer = heads[i] and i + 1 < len(columns) and body[i + 1]
        if nearer and columns[i + 1][0] - columns[i][1] < white:
            near = False
        if first and pair and near:
            settled[-1] = settled[-1][0], columns[i][1]
        else:
            settled.append(columns[i])
            alone = i
    return settled


def _rows_with(rows: Sequence[Row], column: int) -> set[int]:
    return {i for i, row in enumerate(rows) if column in row.cells}


def _all_before(held: set[int], first: int) -> bool:
    return bool(held) and all(i < first for i in held)


def _any_before(held: set[int], first: int) -> bool:
    return any(i < first for i in held)
