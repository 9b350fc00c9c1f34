"""How far a table without a grid reaches: its header above and its last lines below the numbers."""

from collections.abc import Sequence

from extractor.readers.source import Rule
from extractor.segment.layout.geometry import shared, sideways
from extractor.segment.layout.lines import Line
from extractor.segment.layout.tables.cells import is_numeric
from extractor.segment.layout.tables.rows import Row

PROSE_WORDS = 6  # words of a piece that reads as running text
HEADER_REACH = 2.4  # type sizes from one line of a header to the next
FAR_HEADS = 8.0  # the same to heads that stand over most columns, with nothing between
MOST_HEADER_LINES = 8
LONG_RULE = 0.6  # of the table's width a rule covers that marks it off
HEADING = 1.1  # type this much larger than the table's heads a section, not a column


def is_prose(piece: Line) -> bool:
    """Whether a piece reads as running text."""
    return len(piece.words) >= PROSE_WORDS and not is_numeric(piece.text)


def header_start(
    rows: Sequence[Row],
    first: int,
    columns: Sequence[tuple[float, float]],
    rules: Sequence[Rule],
) -> int:
    """Return the first row of the header above the first row with numbers."""
    start = first
    top_rule = _top_rule(rows, first, rules)
    for i in range(first - 1, max(-1, first - 1 - MOST_HEADER_LINES), -1):
        row, below = rows[i], rows[i + 1]
        step = (below.baseline - row.baseline) / max(row.size, below.size)
        heads = _heads_columns(row, columns) and (
            step <= HEADER_REACH or (step <= FAR_HEADS and _over_most(row, columns))
        )
        if not (heads if top_rule is None else row.baseline >= top_rule):
            break
        start = i
    return start


def _top_rule(rows: Sequence[Row], first: int, rules: Sequence[Rule]) -> float | None:
    """Return the highest rule right above the header; None where no rule stands over it."""
    reach = rows[first].baseline
    found: float | None = None
    for rule in sorted(rules, key=lambda rule: -rule.box[1]):
        y = (rule.box[1] + rule.box[3]) / 2
        if y >= rows[first].baseline:
            continue
        between = [row for row in rows[:first] if y < row.baseline < reach]
        if reach - y > (len(between) + 1.5) * HEADER_REACH * rows[first].size:
            break
        if len(between) > MOST_HEADER_LINES or any(
            _full_prose(row) or _is_heading(row, rows[first]) for row in between
        ):
            break
        found = reach = y
    return found


def _is_heading(row: Row, body: Row) -> bool:
    return len(row.pieces) == 1 and row.size > HEADING * body.size


def _full_prose(row: Row) -> bool:
    return len(row.pieces) == 1 and len(row.pieces[0].words) > 2 * PROSE_WORDS


def _heads_columns(row: Row, columns: Sequence[tuple[float, float]]) -> bool:
    """Whether a row reads as a line of a header: short pieces over the columns."""
    if any(is_prose(piece) and len(row.pieces) < 3 for piece in row.pieces):  # noqa: PLR2004
        return False
    if len(row.pieces) > 1:
        return True
    piece = row.pieces[0]
    return (
        piece.left >= columns[1][0] - 2 * piece.size
        and piece.right <= columns[-1][1] + 3 * piece.size
    )


def _over_most(row: Row, columns: Sequence[tuple[float, float]]) -> bool:
    """Whether the pieces of a row stand each over a column of its own, and over most of them."""
    over: list[int] = []
    for piece in row.pieces:
        reach = piece.left - piece.size, piece.right + piece.size
        under = [i for i, c in enumerate(columns) if shared(reach, c) > 0]
        if not under:
            return False
        middle = piece.left + piece.right
        over.append(min(under, key=lambda i: abs(columns[i][0] + columns[i][1] - middle)))
    return len(set(over)) == len(over) and len(over) * 2 > len(columns)


def last_row(
    rows: Sequence[Row],
    last: int,
    columns: Sequence[tuple[float, float]],
    rules: Sequence[Rule],
) -> int:
    """Return the last row: lines below the last numbers go with it up to a closing rule."""
    end = last
    low = max((rule.box[1] for rule in rules), default=0.0)
    for i in range(last + 1, min(len(rows), last + 3)):
        row = rows[i]
        prose = any(is_prose(piece) for piece in row.pieces)
        far = row.baseline - rows[i - 1].baseline > HEADER_REACH * row.size
        if row.baseline > low or prose or far or row.box[2] > columns[-1][1] + row.size:
            break
        end = i
    return end


def rules_over(body: Sequence[Row], rules: Sequence[Rule]) -> list[Rule]:
    """Return the level rules that run over most of the rows' width."""
    width = (min(row.box[0] for row in body), max(row.box[2] for row in body))
    return [
        rule
        for rule in rules
        if rule.box[2] - rule.box[0] > rule.box[3] - rule.box[1]
        and shared(sideways(rule.box), width) > LONG_RULE * (width[1] - width[0])
    ]
