"""How far a table without a grid reaches: its header above and its last lines below the numbers."""

from collections.abc import Sequence

import regex

from extractor.readers.geometry import Range, shared, sideways
from extractor.readers.source import Rule
from extractor.segment.layout.lines import Line
from extractor.segment.layout.notes.labels import REMARK, is_raised, note_label
from extractor.segment.layout.raised import LESS, MARK
from extractor.segment.layout.tables.cells import TITLE, YEARS, is_numeric
from extractor.segment.layout.tables.rows import Row

PROSE_WORDS = 6  # words of a piece that reads as running text
HEADER_REACH = 2.4  # type sizes from one line of a header to the next
AIRY_REACH = 3.2  # the same, where the rows of the body stand as far from each other
AS_FAR = 1.1  # times the step from row to row, at most
STUB_REACH = 1.6  # the same from a head of the labels alone
FAR_HEADS = 8.0  # the same to heads that stand over most columns, with nothing between
MOST_HEADER_LINES = 8
MOST_LABELS = 3  # lines that name the rows below them, between heads and the first numbers
MOST_WRAPPED = 14  # lines of one cell
BESIDE = 0.8  # type sizes between baselines: nearer lines stand beside each other
IN_LINE = 0.3  # type sizes between the right ends of numbers of one column
WRAP_REACH = 1.45  # type sizes from one line of a cell to the next, at most
UNIT_NOTE = regex.compile(r"[(\[] [^()\[\]]{1,60} [)\]]", regex.X)
NUMBERED = regex.compile(r"\(? [\da-z]{1,2} [.)] \s", regex.X)
LONG_RULE = 0.6  # of the table's width a rule covers that marks it off
HEADING = 1.1  # type this much larger than the table's heads a section, not a column
SECTION = regex.compile(r"(?: \d{1,2} | \p{Lu} | [IVX]{1,5} ) (?: \. \d{1,2} ){0,4} [.)]?", regex.X)


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
    labels = 0
    dated = all(YEARS.fullmatch(piece.text) for piece in rows[first].pieces)
    reach = _reach(rows, first)
    # A rule that leaves the labels out runs under heads, not over them.
    top_rule = _top_rule(rows, first, [r for r in rules if r.box[0] < columns[0][1]])
    if top_rule is not None and _runs_under_heads(top_rule, rows, first, columns):
        top_rule = None
    for i in range(first - 1, max(-1, first - 1 - MOST_HEADER_LINES), -1):
        if top_rule is not None and rows[i].baseline < top_rule:
            break
        if top_rule is None and is_heading(rows[i], rows[first].size):
            break
        near = _step(rows, i) <= reach
        if top_rule is not None or _is_head(rows, i, columns, near=near):
            start = i
        elif (
            near
            and labels < MOST_LABELS
            and _is_label(rows, i, columns, headed=dated or start < first)
        ):
            labels += 1
        else:
            break
    while start < first and _is_note(rows[start], columns):
        start += 1
    return start


def _runs_under_heads(y: float, rows: Sequence[Row], first: int, columns: Sequence[Range]) -> bool:
    """Whether a rule parts the body from heads above it, so that it is not the table's top."""
    above = max((i for i in range(first) if rows[i].baseline < y), default=None)
    if above is None or any(len(row.pieces) > 1 for row in rows[above + 1 : first]):
        return False
    row = rows[above]
    worded = not any(is_numeric(p.text) and not YEARS.fullmatch(p.text) for p in row.pieces)
    near = _step(rows, above) <= HEADER_REACH and y - row.baseline <= HEADER_REACH * row.size
    return near and worded and len(row.pieces) > 1 and _over_most(row, columns)


def _reach(rows: Sequence[Row], first: int) -> float:
    """Return how far, in type sizes, a line of the header may stand above the next line.

    It may be as far as the rows of the body stand from each other.
    """
    airy = AS_FAR * _step(rows, first) if first + 1 < len(rows) else 0.0
    return max(HEADER_REACH, min(airy, AIRY_REACH))


def _is_head(rows: Sequence[Row], i: int, columns: Sequence[Range], *, near: bool) -> bool:
    near = near or (_step(rows, i) <= FAR_HEADS and _over_most(rows[i], columns))
    return near and _heads_columns(rows[i], columns)


def _is_label(rows: Sequence[Row], i: int, columns: Sequence[Range], *, headed: bool) -> bool:
    """Whether a row names the rows below it: a short text in the first column alone.

    Above heads it stands as close as they do, and has no number as sections have.
    """
    (piece, *more) = rows[i].pieces
    if headed and (_step(rows, i) > STUB_REACH or NUMBERED.match(piece.text)):
        return False
    alone = not more and not is_prose(piece) and abs(piece.left - columns[0][0]) <= piece.size
    return alone and piece.right <= columns[1][0]


def _is_note(row: Row, columns: Sequence[Range]) -> bool:
    """Whether the top row is the table's title or unit: one text from the left, not a head."""
    (piece, *more) = row.pieces
    from_left = not more and piece.left < columns[1][0] - 2 * piece.size
    return from_left and (TITLE.match(piece.text) or UNIT_NOTE.fullmatch(piece.text)) is not None


def _step(rows: Sequence[Row], i: int) -> float:
    """Return how far a row stands above the next, in type sizes."""
    return (rows[i + 1].baseline - rows[i].baseline) / max(rows[i].size, rows[i + 1].size)


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
        if any(row.baseline - y > HEADER_REACH * row.size for row in between[:1]):
            break
        if len(between) > MOST_HEADER_LINES or any(_is_above(row, rows[first]) for row in between):
            break
        found = reach = y
    return found


def _is_above(row: Row, body: Row) -> bool:
    """Whether a row is no head but of what stands above the table."""
    return _full_prose(row) or is_heading(row, body.size) or _opens_note(row, body)


def is_heading(row: Row, size: float) -> bool:
    """Whether a row heads a section and no columns: one text, its number apart, in larger type."""
    (first, *more) = row.pieces
    one = not more or (len(more) == 1 and SECTION.fullmatch(first.text) is not None)
    return one and row.size > HEADING * size


def _opens_note(row: Row, body: Row) -> bool:
    """Whether a row begins as what stands below another table does: a mark, a source."""
    (first, *more) = row.pieces
    small = row.size < LESS * body.size
    marked = is_raised(first) or (small and (note_label(first) or MARK.fullmatch(first.text)))
    alone = not more and len(first.words) > 1  # a lone mark is a head's
    return alone and bool(marked or REMARK.match(first.text))


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
    for i in range(last + 1, min(len(rows), last + 1 + MOST_WRAPPED)):
        row = rows[i]
        if _is_above(row, rows[last]):  # a source, a section's heading
            break
        beside = row.baseline - rows[i - 1].baseline < BESIDE * row.size
        wraps = beside or _wraps_cell(rows[i - 1], row, columns) or _sums(rows[i - 1], row)
        prose = any(is_prose(piece) for piece in row.pieces)
        far = row.baseline - rows[i - 1].baseline > HEADER_REACH * row.size
        beyond = row.baseline > low or i > last + 2 or row.box[2] > columns[-1][1] + row.size
        if not wraps and (beyond or prose or far):
            break
        end = i
    return end


def _wraps_cell(above: Row, row: Row, columns: Sequence[Range]) -> bool:
    """Whether every text of a row goes on, right under it, with one beside the first column."""
    close = row.baseline - above.baseline <= WRAP_REACH * row.size
    return close and all(
        piece.left >= columns[1][0] - piece.size
        and any(abs(piece.left - over.left) <= piece.size for over in above.pieces)
        for piece in row.pieces
    )


def _sums(above: Row, row: Row) -> bool:
    """Whether a row is bare numbers under those of the row above: a sum without a label."""
    near = row.baseline - above.baseline <= HEADER_REACH * row.size
    over = [piece for piece in above.pieces[1:] if is_numeric(piece.text)]
    return near and all(
        any(map(str.isdigit, piece.text))
        and is_numeric(piece.text)
        and any(abs(piece.right - number.right) <= IN_LINE * piece.size for number in over)
        for piece in row.pieces
    )


def rules_over(body: Sequence[Row], rules: Sequence[Rule]) -> list[Rule]:
    """Return the level rules that run over most of the rows' width."""
    width = (min(row.box[0] for row in body), max(row.box[2] for row in body))
    return [
        rule
        for rule in rules
        if rule.box[2] - rule.box[0] > rule.box[3] - rule.box[1]
        and shared(sideways(rule.box), width) > LONG_RULE * (width[1] - width[0])
    ]
