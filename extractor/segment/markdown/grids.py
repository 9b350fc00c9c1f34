"""Tables: cells by row and column, and which of them are headers."""

from collections.abc import Callable, Iterator, Mapping, Sequence

import regex

from extractor.readers.source import Inline, MarkdownBlock
from extractor.segment.draft import Draft, DraftCell, DraftTable
from extractor.segment.markdown.cleaned import Cleaned
from extractor.segment.markdown.values import VALUE, is_dressed
from extractor.segment.pairs import is_form

YEAR = regex.compile(
    r"(?: FY \s? )? (?: 19 | 20 ) \d\d (?: \s? [-–/] \s? (?: \d\d ){1,2} )?", regex.X | regex.I
)
NUMERIC = regex.compile(
    r"""
    [(+\-−–~<>≈]{0,2}+ \s?+
    (?: [A-Z]{0,3} \p{Sc} \s? | [A-Z]{3} \s )?+
    \p{Nd} [\p{Nd}.,'’\s]*+
    (?: % | [KMB] | bn | mn | m | k )?+ \s?+ (?: \p{Sc} | [A-Z]{3} )?+ [)*]?+
    """,
    regex.X,
)

NAME_AND_VALUE = 2  # columns
SIGNS = "+-−–±~≈<>≥≤"
LABEL = regex.compile(r"\w \W*+ \w", regex.X)  # a tick or a cross labels nothing

Place = tuple[int, int]
"""Row and column; or of a span how many of them."""
Read = Callable[[Inline], Cleaned]


def is_numeric(text: str) -> bool:
    """Say whether a cell holds a number and nothing else, a year left out.

    >>> is_numeric("1,250"), is_numeric("US$ 3.2M"), is_numeric("2031"), is_numeric("2031 needs")
    (True, True, False, False)
    """
    return NUMERIC.fullmatch(text) is not None and YEAR.fullmatch(text) is None


def table_draft(block: MarkdownBlock, read: Read) -> Draft:
    """Return a table with every cell, the blank ones too; the widest row tells the columns."""
    rows = [[read(cell).text for cell in row] for row in block.rows]
    header_rows = block.header_rows
    spans = dict(block.spans)
    while header_rows and not any(len(cell.content) for cell in rows[0]):
        # The markup demands a header row; a blank one says that the table has none of its own.
        del rows[0]
        header_rows -= 1
        spans = {(row - 1, col): span for (row, col), span in spans.items()}
    texts = [[cell.content.text for cell in row] for row in rows]
    heads = _heads(texts, header_rows)
    width = max((len(row) for row in rows), default=0)
    labelled = _label_columns(texts[heads.stop :])
    cells: list[DraftCell] = []
    spans = _tiling(texts, spans)
    covered = {place for at, span in spans.items() for place in _beside(at, span)}
    for i, row in enumerate(rows):
        for j in range(width):
            if (i, j) in covered:
                continue
            cell = DraftCell(row=i, col=j)
            if j < len(row):
                cell.content, cell.marks = row[j].content, row[j].marks
                cell.links, cell.bold = row[j].links, row[j].bold
            if len(cell.content):
                cell.row_span, cell.col_span = spans.get((i, j), (1, 1))
                cell.header = "column" if i in heads else "row" if j < labelled else None
            cells.append(cell)
    return Draft(type="table", table=DraftTable(cells=cells, n_rows=len(rows), n_cols=width))


def _heads(rows: Sequence[Sequence[str]], marked: int) -> range:
    """Return the rows that head the columns; those that the markup makes heads may head none.

    `Budget | CHF 12,000` over `Coverage | 43%` is a line as those below it are; `Shelter | People:
    2,500 |` is a title over the heads. Several values in a row may well be heads: `<5% | 5-10%`.
    """
    if marked and is_form(rows):
        return range(0)
    values = [text for text in rows[0][1:] if text] if marked and rows else []
    if len(values) != 1 or not _is_told(values[0]):
        return range(marked or _header_rows(rows))
    return range(0) if len(rows[0]) <= NAME_AND_VALUE else range(1, 1 + _header_rows(rows[1:]))


def _is_told(text: str) -> bool:
    """Say whether a cell tells a value, and is no class of values: an amount, or `label: amount`.

    >>> _is_told("CHF 12,000,000"), _is_told("People targeted: 25,000"), _is_told("5-10%")
    (True, True, False)
    """
    value = text.rpartition(": ")[2]
    found = VALUE.fullmatch(value)
    plain = found is not None and found["range"] is None and value[0] not in SIGNS
    dated = found is not None and YEAR.fullmatch(found["number"] or "") is not None  # `May 2031`
    return plain and not dated and is_dressed(value)


def _tiling(texts: Sequence[Sequence[str]], spans: Mapping[Place, Place]) -> dict[Place, Place]:
    """Return the spans of cells with text that cover nothing but blanks."""
    return {
        at: span
        for at, span in spans.items()
        if at[0] >= 0
        and texts[at[0]][at[1]]
        and not any(j < len(texts[i]) and texts[i][j] for i, j in _beside(at, span))
    }


def _beside(at: Place, span: Place) -> Iterator[Place]:
    """Yield the places that a spanning cell covers beside its own."""
    for i in range(at[0], at[0] + span[0]):
        for j in range(at[1], at[1] + span[1]):
            if (i, j) != at:
                yield i, j


def _header_rows(rows: Sequence[Sequence[str]]) -> int:
    """Return 1 where the first row holds labels or years only and the rows below hold numbers."""
    if len(rows) < 2:  # noqa: PLR2004  # a header and a body
        return 0
    filled = [text for text in rows[0] if text]
    if len(filled) < 2 and len(rows[0]) > 1:  # noqa: PLR2004  # one label names a group, not columns
        return 0
    if not filled or any(is_numeric(text) or _is_told(text) for text in filled):
        return 0
    return int(any(is_numeric(text) for row in rows[1:] for text in row))


def _label_columns(body: Sequence[Sequence[str]]) -> int:
    """Return how many columns from the left hold labels: no number in them, numbers beside."""
    if not any(is_numeric(text) for row in body for text in row):
        return 0
    columns = 0
    for j in range(max(len(row) for row in body)):
        column = [row[j] for row in body if j < len(row) and row[j]]
        if any(is_numeric(text) for text in column):
            break
        if any(map(LABEL.search, column)):
            columns = j + 1
        elif column:
            break
    return columns
