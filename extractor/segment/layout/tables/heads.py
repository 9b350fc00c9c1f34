"""Heads over several columns: what a head that stands over other heads covers."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from extractor.readers.geometry import Range, shared
from extractor.readers.source import Rule
from extractor.segment.layout.tables.cells import Cell, Table
from extractor.segment.layout.tables.headrows import header_rows, label_columns

RULED = 0.8  # of a column's width a rule under a head covers
CENTRED = 0.8  # type sizes between the middle of a head and that of its columns
LEFT = 0.6  # between the left ends of a head and of its first column


def spread_heads(table: Table, columns: Sequence[Range], rules: Sequence[Rule]) -> None:
    """Let each head that stands over other heads span the columns of these."""
    levels = header_rows(table)
    first = label_columns(table)
    for row in range(levels - 1):
        heads = [cell for cell in table.row(row) if cell.lines and cell.col >= first]
        below = {c.col for c in table.cells if row < c.row < levels and c.lines}
        free = [c for c in range(first, table.n_cols) if c in below]
        if not heads or any(c.col_span > 1 and c.col < first for c in table.row(row)):
            continue
        spans = _by_names(heads, free, _below(table, row)) or _reaches(heads, free, columns, rules)
        for head, (start, end) in zip(heads, spans, strict=True):
            _spread(table, head, start, end)
        if any(cell.col_span > 1 for cell in heads):
            _draw_down(table, row, levels)


def _draw_down(table: Table, row: int, levels: int) -> None:
    """Let each head beside one that spans others reach down to the body, where nothing is below."""
    for head in (cell for cell in table.row(row) if cell.lines and cell.col_span == 1):
        below = [c for c in table.cells if c.col == head.col and row < c.row < levels]
        free = all(not c.lines and c.row_span == c.col_span == 1 for c in below)
        if free and head.row_span == 1 and len(below) == levels - row - 1:
            head.row_span = levels - row
            table.cells = [cell for cell in table.cells if cell not in below]


def _below(table: Table, row: int) -> dict[int, str]:
    """Return the names in the row under a row of heads, by their column."""
    return {cell.col: cell.text for cell in table.row(row + 1) if cell.lines and cell.col_span == 1}


def _by_names(
    heads: Sequence[Cell], free: Sequence[int], names: Mapping[int, str]
) -> list[tuple[int, int]]:
    """Return the first and last column of each head, where the names below begin again under it.

    `2031 | 2032` over `Need | Gap | Need | Gap | Share` span two columns and three; a name before
    those that begin again (`All | Need | Gap | Need | Gap`) is under neither.
    """
    own = [c for c in free if c in names]
    every = [names[c] for c in own]
    first = next((name for name in every if every.count(name) == len(heads)), None)
    again = [c for c in own if names[c] == first]
    if len(heads) < 2 or len(again) != len(heads) or len(own) < len(free):  # noqa: PLR2004 - one has all
        return []
    blocks = list(zip(again, [c - 1 for c in again[1:]] + [own[-1]], strict=True))
    fits = all(
        start <= head.col and head.col + head.col_span - 1 <= end
        for head, (start, end) in zip(heads, blocks, strict=True)
    )
    return blocks if fits and len(own) > len(heads) else []


def _reaches(
    heads: Sequence[Cell], free: Sequence[int], columns: Sequence[Range], rules: Sequence[Rule]
) -> list[tuple[int, int]]:
    """Return the first and last column of each head: those with a rule under them come first."""
    over = [head for head in heads if not free or head.col_span > 1 or head.col in free]
    even = _even(over, free, columns)
    ruled = _by_rules(heads, free, columns, rules)
    at = {id(head): span for head, span in zip(over, even, strict=False)}
    spans = [at.get(id(head), (head.col, head.col)) for head in heads]
    if even and all(
        spans[i][0] <= start and end <= spans[i][1] for i, (start, end) in ruled.items()
    ):
        return spans
    taken = {c for start, end in ruled.values() for c in range(start, end + 1)}
    left = [c for c in free if c not in taken]
    return [
        ruled.get(i) or _span(head, _between(heads, i, left), columns)
        for i, head in enumerate(heads)
    ]


def _by_rules(
    heads: Sequence[Cell], free: Sequence[int], columns: Sequence[Range], rules: Sequence[Rule]
) -> dict[int, tuple[int, int]]:
    """Return the first and last column of the heads with a rule under them, by their index.

    Heads over one rule, drawn in pieces that touch, have equal shares of it.
    """
    under: dict[tuple[int, ...], list[int]] = {}
    for i, head in enumerate(heads):
        others = {other.col for other in heads if other is not head}
        if over := _ruled(head, set(free), columns, rules, others):
            under.setdefault(tuple(over), []).append(i)
    found: dict[int, tuple[int, int]] = {}
    for columns_under, these in under.items():
        alone = [(columns_under[0], columns_under[-1])]
        spans = (
            _even([heads[i] for i in these], columns_under, columns) if len(these) > 1 else alone
        )
        found.update(zip(these, spans, strict=False))
    return found


def _even(
    heads: Sequence[Cell], free: Sequence[int], columns: Sequence[Range]
) -> list[tuple[int, int]]:
    """Return equal shares of the columns where each head stands over its own; else nothing.

    Of two heads that cannot stand in the middle of equal ones, those that they do stand in.
    """
    if not heads:
        return []
    share, rest = divmod(len(free), len(heads))
    whole = bool(free) and free == list(range(free[0], free[-1] + 1))
    if rest or share < 2 or not whole:  # noqa: PLR2004 - a head over one column spans none
        return []
    blocks = [(free[i * share], free[i * share + share - 1]) for i in range(len(heads))]
    fits = all(
        start <= head.col and head.col + head.col_span - 1 <= end
        for head, (start, end) in zip(heads, blocks, strict=True)
    )
    return _shifted(heads, blocks, columns) or blocks if fits else []


def _shifted(
    heads: Sequence[Cell], blocks: Sequence[tuple[int, int]], columns: Sequence[Range]
) -> list[tuple[int, int]]:
    """Return the only shares of their columns in whose middle two heads may stand, if not equal."""
    first, last = blocks[0][0], blocks[-1][1]
    if len(heads) != 2 or _centred(heads, blocks, columns):  # noqa: PLR2004 - one border to move
        return []
    # A head over one column has no other below it.
    others = [[(first, border), (border + 1, last)] for border in range(first + 1, last - 1)]
    fitting = [spans for spans in others if _centred(heads, spans, columns)]
    return fitting[0] if len(fitting) == 1 else []


def _centred(
    heads: Sequence[Cell], spans: Sequence[tuple[int, int]], columns: Sequence[Range]
) -> bool:
    """Whether each head may stand in the middle of its cell.

    Numbers stand at the right of theirs: in the white before them it begins.
    """
    numbers = columns[spans[0][0] : spans[-1][1] + 1]
    widest = max(other[1] - one[1] for one, other in pairwise(numbers))
    for head, (start, end) in zip(heads, spans, strict=True):
        line = head.lines[0]
        left, right = columns[start][0], columns[end][1]
        before = max(columns[start - 1][1] if start else left, columns[start][1] - widest)
        reach = CENTRED * line.size
        low, high = (before + right) / 2 - reach, (left + right) / 2 + reach
        if not low <= (line.left + line.right) / 2 <= high:
            return False
    return True


def _between(heads: Sequence[Cell], i: int, free: Sequence[int]) -> list[int]:
    """Return the columns that a head may span: its own, and the free ones up to other heads."""
    head = heads[i]
    low = heads[i - 1].col + heads[i - 1].col_span if i else 0
    high = heads[i + 1].col if i + 1 < len(heads) else max([*free, head.col]) + 1
    own = set(range(head.col, head.col + head.col_span))
    return sorted(own | {c for c in free if low <= c < high})


def _span(head: Cell, reach: Sequence[int], columns: Sequence[Range]) -> tuple[int, int]:
    """Return the first and last column of a head: by its middle or its left."""
    last = head.col + head.col_span - 1
    line = head.lines[0]
    middle = (line.left + line.right) / 2
    best = (CENTRED * line.size, 0, head.col, last)
    for start in (c for c in reach if c <= head.col):
        for end in (c for c in reach if c >= last):
            off = abs((columns[start][0] + columns[end][1]) / 2 - middle)
            best = min(best, (max(off, LEFT * line.size), start - end, start, end))
    if best[2:] == (head.col, last) and abs(line.left - columns[head.col][0]) <= LEFT * line.size:
        return head.col, max(reach)
    return best[2], best[3]


def _ruled(
    head: Cell,
    free: AbstractSet[int],
    columns: Sequence[Range],
    rules: Sequence[Rule],
    others: AbstractSet[int],
) -> list[int]:
    """Return the columns that a rule right under a head runs over, under few others if any."""
    line = head.lines[-1]
    open_to = free | set(range(head.col, head.col + head.col_span))
    found: list[list[int]] = []
    for rule in rules:
        if line.baseline < rule.box[1] < line.baseline + 1.2 * line.size:
            across = rule.box[0], rule.box[2]
            found.append(
                [
                    c
                    for c, column in enumerate(columns)
                    if shared(across, column) >= RULED * (column[1] - column[0])
                ]
            )
    fits = [over for over in found if head.col in over and set(over) <= open_to]
    return min(fits, key=lambda over: (len(others & set(over)), -len(over)), default=[])


def _spread(table: Table, head: Cell, start: int, end: int) -> None:
    gone = set(range(start, end + 1))
    table.cells = [
        cell
        for cell in table.cells
        if cell is head or cell.row != head.row or cell.lines or cell.col not in gone
    ]
    head.col, head.col_span = start, end - start + 1
