"""Tables without a drawn grid: rows of short texts that stand in line under each other."""

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from extractor.readers.source import PdfPage, Rule
from extractor.segment.layout.cells import Table, compacted, has_words, is_numeric
from extractor.segment.layout.framing import Row, columns_of, framed, place, rows_of
from extractor.segment.layout.geometry import median, merged_ranges, shared, sideways
from extractor.segment.layout.lines import Line
from extractor.segment.layout.markers import marker
from extractor.segment.layout.paragraphs import LEADER
from extractor.segment.layout.profile import Profile

PROSE_WORDS = 6  # words of a piece that reads as running text
PROSE_LINES = 4  # lines of a column of running text
LEAST_ROWS = 3  # with numbers
LEAST_ROWS_RULED = 2  # where rules mark the table off
MOST_BETWEEN = 3  # rows without numbers between rows with them
ROW_REACH = 3.2  # type sizes from one row to the next
HEADER_REACH = 2.4
MOST_HEADER_LINES = 8
ALIGNED = 0.9  # type sizes by which numbers of one column stand apart
SIZE_JUMP = 1.5  # key figures are set in different sizes, a table's rows are not
KEY_FIGURES = 1.3  # of the body's type
HEADING = 1.1  # type this much larger than the table's heads a section, not a column
LONG_RULE = 0.6  # of the table's width a rule covers that marks it off
RULE_REACH = 1.8  # type sizes between a rule and the row it marks off

PLAIN_NUMBER = regex.compile(r"-? \d{1,9} (?: \. \d{1,6} )?", regex.X)
PAGE_NUMBERS = regex.compile(r"\d{1,3}")


@dataclass(slots=True)
class _Stream:
    """Rows of one column of the page."""

    rows: list[Row]


def borderless_tables(
    lines: Sequence[Line], page: PdfPage, profile: Profile
) -> tuple[list[Table], list[Line]]:
    """Return the tables found among the lines of a page, and the lines outside them."""
    tables: list[Table] = []
    taken: set[int] = set()
    for stream in _streams(rows_of(lines)):
        for first, last, rows in _stretches(stream.rows):
            table = _table((first, last), rows, page.rules, profile)
            if table is not None:
                tables.append(table)
                taken |= {w.glyph for c in table.cells for line in c.lines for w in line.words}
    if not tables:
        return [], list(lines)
    return tables, [rest for line in lines if (rest := _without(line, taken)) is not None]


def _without(line: Line, taken: set[int]) -> Line | None:
    words = [word for word in line.words if word.glyph not in taken]
    if len(words) == len(line.words):
        return line
    return Line.of(words, line.page, {w.glyph for w in words} & line.raised) if words else None


def _streams(rows: Sequence[Row]) -> list[_Stream]:
    """Return the rows by the columns of running text that the page has, full width last."""
    prose = [piece for row in rows for piece in row.pieces if _is_prose(piece)]
    stripes = [
        stripe
        for stripe in merged_ranges(sideways(piece.box) for piece in prose)
        if sum(shared(sideways(piece.box), stripe) > 0 for piece in prose) >= PROSE_LINES
    ]
    if len(stripes) < 2:  # noqa: PLR2004 - one column is no columns
        return [_Stream(list(rows))]
    edges = [(one[1] + other[0]) / 2 for one, other in zip(stripes, stripes[1:], strict=False)]
    streams = [_Stream([]) for _ in range(len(edges) + 2)]
    for row in rows:
        if not any(_is_prose(piece) for piece in row.pieces):
            streams[-1].rows.append(row)
            continue
        for i in range(len(edges) + 1):
            pieces = [p for p in row.pieces if sum(p.left > edge for edge in edges) == i]
            if pieces:
                streams[i].rows.append(Row(pieces, row.baseline))
    return streams


def _is_prose(piece: Line) -> bool:
    return len(piece.words) >= PROSE_WORDS and not is_numeric(piece.text)


def _numbers(row: Row) -> list[Line]:
    """Return the numbers of a row that stand in columns of their own."""
    if len(row.pieces) < 2 or any(LEADER.search(piece.text) for piece in row.pieces):  # noqa: PLR2004
        return []
    numbers = [piece for piece in row.pieces if is_numeric(piece.text)]
    first = row.pieces[0]
    if numbers and numbers[0] is first:
        return numbers[1:] if len(numbers) > 1 else []
    return numbers if not (len(row.pieces) == 2 and marker(first)) else numbers  # noqa: PLR2004


def _runs(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """Return the first and last index of runs of rows whose numbers stand in line."""
    runs: list[tuple[int, int]] = []
    start: int | None = None
    last = -1
    for i, row in enumerate(rows):
        if not _numbers(row):
            continue
        if start is not None and _goes_on(rows, last, i):
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
    runs = _runs(rows)
    found: list[tuple[int, int, Sequence[Row]]] = []
    for i, (first, last) in enumerate(runs):
        low = runs[i - 1][1] + 1 if i else 0
        high = runs[i + 1][0] if i + 1 < len(runs) else len(rows)
        found.append((first - low, last - low, rows[low:high]))
    return found


def _goes_on(rows: Sequence[Row], last: int, this: int) -> bool:
    if this - last > MOST_BETWEEN + 1:
        return False
    one, other = rows[last], rows[this]
    if max(one.size, other.size) > SIZE_JUMP * min(one.size, other.size):
        return False
    steps = range(last, this)
    if any(rows[i + 1].baseline - rows[i].baseline > ROW_REACH * one.size for i in steps):
        return False
    if any(_is_prose(piece) for row in rows[last + 1 : this] for piece in row.pieces[:1]) and any(
        row.box[2] > min(p.left for p in _numbers(other)) for row in rows[last + 1 : this]
    ):
        return False
    return _in_line(_numbers(one), _numbers(other), ALIGNED * one.size)


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


def _table(
    run: tuple[int, int], rows: Sequence[Row], rules: Sequence[Rule], profile: Profile
) -> Table | None:
    first, last = run
    body = [row for row in rows[first : last + 1] if _numbers(row)]
    width = (min(row.box[0] for row in body), max(row.box[2] for row in body))
    level = [
        rule
        for rule in rules
        if rule.box[2] - rule.box[0] > rule.box[3] - rule.box[1]
        and shared(sideways(rule.box), width) > LONG_RULE * (width[1] - width[0])
    ]
    if len(body) < (LEAST_ROWS_RULED if level else LEAST_ROWS) or _is_contents(body):
        return None
    columns = columns_of(body)
    if len(columns) < 2 or not _numeric_columns(body, columns):  # noqa: PLR2004
        return None
    if _are_axes(body, columns) or _are_key_figures(body, profile):
        return None
    top = _header_start(rows, first, columns, level)
    bottom = _last_row(rows, last, level, columns)
    table = framed(rows[top : bottom + 1], columns, level)
    if (table.n_rows < LEAST_ROWS and not level) or not has_words(table):
        return None
    return compacted(table)


def _is_contents(body: Sequence[Row]) -> bool:
    """Whether the rows list page numbers: one number at the end of each, never falling."""
    ends = [row.pieces[-1].text for row in body]
    if any(len(row.pieces) > 3 or len(_numbers(row)) > 1 for row in body):  # noqa: PLR2004
        return False
    if not all(PAGE_NUMBERS.fullmatch(end) for end in ends):
        return False
    numbers = [int(end) for end in ends]
    return len(numbers) > 2 and numbers == sorted(numbers)  # noqa: PLR2004


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


def _are_key_figures(body: Sequence[Row], profile: Profile) -> bool:
    """Whether the numbers are set larger than the body: figures to look at, not a table."""
    sizes = [piece.size for row in body for piece in _numbers(row)]
    return median(sizes) >= KEY_FIGURES * profile.body


def _are_axes(body: Sequence[Row], columns: Sequence[tuple[float, float]]) -> bool:
    """Whether every column counts in equal steps, as the axes of charts do."""
    stepping = 0
    for column in range(len(columns)):
        texts = [p.text for row in body for p in row.cells.get(column, [])]
        plain = [text.rstrip("%").replace(",", "").replace("−", "-") for text in texts]
        values = [float(text) for text in plain if PLAIN_NUMBER.fullmatch(text)]
        steps = {round(b - a, 6) for a, b in zip(values, values[1:], strict=False)}
        if len(values) >= LEAST_ROWS and len(steps) == 1 and 0.0 not in steps:
            stepping += 1
    return stepping == len(columns)


def _header_start(
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
        if top_rule is not None:
            if row.baseline < top_rule:
                break
        elif below.baseline - row.baseline > HEADER_REACH * max(row.size, below.size):
            break
        elif not _heads_columns(row, columns):
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
    if any(_is_prose(piece) and len(row.pieces) < 3 for piece in row.pieces):  # noqa: PLR2004
        return False
    if len(row.pieces) > 1:
        return True
    piece = row.pieces[0]
    return (
        piece.left >= columns[1][0] - 2 * piece.size
        and piece.right <= columns[-1][1] + 3 * piece.size
    )


def _last_row(
    rows: Sequence[Row],
    last: int,
    rules: Sequence[Rule],
    columns: Sequence[tuple[float, float]],
) -> int:
    """Return the last row: lines below the last numbers go with it up to a closing rule."""
    end = last
    low = max((rule.box[1] for rule in rules), default=0.0)
    for i in range(last + 1, min(len(rows), last + 3)):
        row = rows[i]
        if row.baseline > low or any(_is_prose(piece) for piece in row.pieces):
            break
        if row.baseline - rows[i - 1].baseline > HEADER_REACH * row.size:
            break
        if row.box[2] > columns[-1][1] + row.size:
            break
        end = i
    return end
