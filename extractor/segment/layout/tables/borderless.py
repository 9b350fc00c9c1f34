"""Tables without a drawn grid: rows of short texts that stand in line under each other."""

from collections.abc import Sequence
from itertools import dropwhile, pairwise, takewhile

import regex

from extractor.readers.geometry import median
from extractor.readers.source import Rule
from extractor.segment.captions import SENTENCE_ENDS
from extractor.segment.layout.lines import Line
from extractor.segment.layout.tables.cells import YEARS, Table, compacted, has_words, is_numeric
from extractor.segment.layout.tables.drawn import Drawn
from extractor.segment.layout.tables.extents import (
    UNIT_NOTE,
    header_start,
    is_heading,
    is_prose,
    last_row,
    rules_over,
)
from extractor.segment.layout.tables.framing import columns_of, framed, place
from extractor.segment.layout.tables.going_on import reads_on
from extractor.segment.layout.tables.levels import stand_years_over
from extractor.segment.layout.tables.lookalikes import (
    are_axes,
    has_leader,
    is_bar_chart,
    is_column_chart,
    is_contents,
)
from extractor.segment.layout.tables.reparted import heads_parted, reparted
from extractor.segment.layout.tables.rows import Row
from extractor.segment.layout.tables.streams import without

LEAST_ROWS = 3  # with numbers
LEAST_ROWS_RULED = 2  # where rules mark the table off
MOST_BETWEEN = 3  # labels without numbers between rows with them
MOST_WRAPPED = 14  # lines of a cell beside the numbers
ROW_REACH = 3.2  # type sizes from one row to the next
FAR_REACH = 6.5  # the same between rows with the same columns
PARTED = 1.6  # times the step from row to row: white that ends a table before another's years
MARK_REACH = 8.0  # type sizes from the rows to a rule over their heads or below them, at most
ALIGNED = 0.9  # type sizes by which numbers of one column stand apart
SIZE_JUMP = 1.5  # key figures are set in different sizes, a table's rows are not
KEY_FIGURES = 1.3  # of the body's type

COLUMN_NUMBER = regex.compile(r"\( \d{1,2} \)", regex.X)


def borderless_tables(
    lines: Sequence[Line], found: Sequence[Sequence[Row]], drawn: Drawn
) -> tuple[list[Table], list[Line]]:
    """Return the tables found among the lines of a page, and the lines outside them.

    Args:
        lines: The lines of the page.
        found: Their rows, as `streams` parts them; they stay as they are.
        drawn: What is drawn on the page.
    """
    tables: list[Table] = []
    taken: set[int] = set()
    for stream in found:
        for first, last, rows in _stretches(stream):
            table = _table((first, last), [row.anew() for row in rows], drawn)
            if table is not None:
                tables.append(table)
                taken |= {w.glyph for c in table.cells for line in c.lines for w in line.words}
    if not tables:
        return [], list(lines)
    return tables, [rest for line in lines if (rest := without(line, taken)) is not None]


def _numbers(row: Row) -> list[Line]:
    """Return the numbers of a row that stand in columns of their own."""
    if row.numbers is None:
        row.numbers = _told_numbers(row)
    return row.numbers


def _told_numbers(row: Row) -> list[Line]:
    if len(row.pieces) < 2 or has_leader(row):  # noqa: PLR2004 - a label, a number
        return []
    numbers = [piece for piece in row.pieces if is_numeric(piece.text)]
    first = row.pieces[0]
    if numbers and numbers[0] is first:
        return numbers[1:] if len(numbers) > 1 else []
    return numbers


def _runs(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """Return the first and last index of runs of rows whose numbers stand in line."""
    runs: list[tuple[int, int]] = []
    start: int | None = None
    last = -1
    for i, row in enumerate(rows):
        if not _numbers(row):
            continue
        if (
            start is not None
            and _goes_on(rows, last, i)
            and not _opens_another(rows, start, last, i)
        ):
            last = i
            continue
        if start is not None:
            runs.append((start, last))
        start, last = i, i
    if start is not None:
        runs.append((start, last))
    return runs


def _stretches(rows: Sequence[Row]) -> list[tuple[int, int, Sequence[Row]]]:
    """Return each run of rows with numbers, and the rows from the run before to the one after."""
    runs = [run for run in _runs(rows) if _counts(rows, run)]
    found: list[tuple[int, int, Sequence[Row]]] = []
    for i, (first, last) in enumerate(runs):
        low = runs[i - 1][1] + 1 if i else 0
        high = runs[i + 1][0] if i + 1 < len(runs) else len(rows)
        found.append((first - low, last - low, rows[low:high]))
    return found


def _counts(rows: Sequence[Row], run: tuple[int, int]) -> bool:
    """Whether a run may be a table: years over columns, or one row, are parts of another."""
    numbers = [_numbers(row) for row in rows[run[0] : run[1] + 1]]
    dated = all(YEARS.fullmatch(piece.text) for found in numbers for piece in found)
    return not dated and sum(bool(found) for found in numbers) > 1


def _goes_on(rows: Sequence[Row], last: int, this: int) -> bool:
    one, other, between = rows[last], rows[this], rows[last + 1 : this]
    alike = max(one.size, other.size) <= SIZE_JUMP * min(one.size, other.size)
    reach = FAR_REACH if _alike_columns(one, other) else ROW_REACH
    near = all(
        below.baseline - above.baseline <= reach * one.size
        for above, below in pairwise(rows[last : this + 1])
    )
    if not alike or not near or _interrupted(one, between, other):
        return False
    return _in_line(_numbers(one), _numbers(other), ALIGNED * one.size)


def _opens_another(rows: Sequence[Row], first: int, last: int, this: int) -> bool:
    """Whether years over the columns, after white and a text of its own, open another table."""
    steps = [below.baseline - above.baseline for above, below in pairwise(rows[first : last + 1])]
    if this == last + 1 or not steps or not _heads_years(rows[this]):
        return False
    white = rows[last + 1].baseline - rows[last].baseline
    return white > PARTED * min(steps)


def _heads_years(row: Row) -> bool:
    return all(YEARS.fullmatch(piece.text) for piece in row.pieces)


def _interrupted(above: Row, between: Sequence[Row], below: Row) -> bool:
    """Whether lines between two rows are no wrapped cells and labels of their table."""
    if any(_reads_on_its_own(row, max(above.size, below.size)) for row in between):
        return True
    if any(_announces(row, after) for row, after in pairwise(between)):
        return True
    numbers = below.pieces if _heads_years(below) else _numbers(below)
    first_number = min(piece.left for piece in numbers)
    labels = [row for row in between if row.pieces[0].left < first_number - row.size]
    begun = sum(
        not reads_on(one.pieces[0].text, other.pieces[0].text)
        for one, other in pairwise([above, *labels])
    )
    if begun > MOST_BETWEEN or len(between) > MOST_WRAPPED:
        return True
    return any(
        is_prose(piece) and piece.right > first_number and not UNIT_NOTE.fullmatch(piece.text)
        for piece in (row.pieces[0] for row in labels)
    )


def _reads_on_its_own(row: Row, size: float) -> bool:
    """Whether a row is a text in larger type than the table's, and no label in it."""
    text = row.pieces[0]
    return is_heading(row, size) and (is_prose(text) or text.text.endswith(SENTENCE_ENDS))


def _announces(row: Row, heads: Row) -> bool:
    """Whether a text that ends as a sentence does stands over heads: those of another table.

    What stands over the second head or behind it is the end of a cell.
    """
    (text, *others) = row.pieces
    worded = len(heads.pieces) > 1 and not any(is_numeric(piece.text) for piece in heads.pieces)
    before = worded and text.left < heads.pieces[1].left - text.size
    return before and not others and text.text.endswith(SENTENCE_ENDS)


def _alike_columns(one: Row, other: Row) -> bool:
    """Whether two rows have the same several numbers in line: white between them parts groups."""
    numbers, others = _numbers(one), _numbers(other)
    return (
        len(one.pieces) == len(other.pieces) > 2  # noqa: PLR2004 - a label, several numbers
        and len(numbers) == len(others) > 1
        and all(
            _in_line([a], [b], ALIGNED * one.size) for a, b in zip(numbers, others, strict=True)
        )
    )


def _in_line(numbers: Sequence[Line], others: Sequence[Line], reach: float) -> bool:
    """Whether a number of one row stands under one of the other: by an end or its middle."""
    return any(
        min(
            abs(a.left - b.left),
            abs(a.right - b.right),
            abs(a.left + a.right - b.left - b.right) / 2,
        )
        <= reach
        for a in numbers
        for b in others
    )


def _table(run: tuple[int, int], rows: Sequence[Row], drawn: Drawn) -> Table | None:
    first, last = run
    rows = reparted(rows)
    body = [row for row in rows[first : last + 1] if _numbers(row)]
    level = rules_over(body, drawn.rules)
    counting = _below_heads(body)
    columns = columns_of(counting)
    if len(counting) < len(body) and not _stand_over(rows, first, counting[0]):
        columns = max(columns, columns_of(body), key=len)
    marked = _is_marked_off(body, level)
    if len(body) < (LEAST_ROWS_RULED if marked else LEAST_ROWS) or len(columns) < 2:  # noqa: PLR2004
        return None
    if is_contents(body) or not _numeric_columns(body, columns):
        return None
    rows = heads_parted(rows, first, columns)
    top = header_start(rows, first, columns, level)
    bottom = last_row(rows, last, columns, level)
    table = framed(rows[top : bottom + 1], columns, drawn.rules)
    charted = are_axes(body, columns) or is_bar_chart(body, drawn.shapes) or not has_words(table)
    charted = charted or is_column_chart(body, drawn.shapes) or _are_key_figures(body, drawn.body)
    too_short = table.n_rows < LEAST_ROWS and not marked
    return None if charted or too_short else compacted(table)


def _is_marked_off(body: Sequence[Row], level: Sequence[Rule]) -> bool:
    """Whether a level rule runs among the rows or near them: the others are not the table's."""
    reach = MARK_REACH * body[0].size
    top, bottom = body[0].baseline - reach, body[-1].baseline + reach
    return any(top < rule.box[1] < bottom for rule in level)


def _below_heads(body: Sequence[Row]) -> Sequence[Row]:
    """Return the rows below those at the top that only name columns by years or by their number."""
    counting = list(dropwhile(_numbers_columns, body))
    return counting if len(counting) >= LEAST_ROWS_RULED else body


def _stand_over(rows: Sequence[Row], first: int, counting: Row) -> bool:
    """Whether the rows above the first that counts are years over the heads of the columns."""
    over = list(takewhile(lambda row: row is not counting, rows[first:]))
    return any(stand_years_over(above, row) for above, row in pairwise(over))


def _numbers_columns(row: Row) -> bool:
    return all(
        YEARS.fullmatch(piece.text) or COLUMN_NUMBER.fullmatch(piece.text)
        for piece in _numbers(row)
    )


def _numeric_columns(body: Sequence[Row], columns: Sequence[tuple[float, float]]) -> bool:
    """Whether a column beside the first mostly holds numbers."""
    for row in body:
        place(row, columns)
    for column in range(len(columns)):
        texts = [p.text for row in body for p in row.cells.get(column, [])]
        numbers = sum(is_numeric(text) for text in texts)
        if (
            numbers >= LEAST_ROWS_RULED
            and numbers * 2 > len(texts)
            and (column or len(columns) > 1)
        ):
            return True
    return False


def _are_key_figures(body: Sequence[Row], size: float) -> bool:
    """Whether the numbers are set larger than the body: figures to look at, not a table."""
    sizes = [piece.size for row in body for piece in _numbers(row)]
    return median(sizes) >= KEY_FIGURES * size
