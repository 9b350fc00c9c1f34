"""Tables of two columns that list the properties of one thing: no line of them heads the others.

`Country | Norvia`, `Budget | USD 1.2 million`, `Lead time | 10 days`: the first line is set as the
others are, and what stands beside the names is of many kinds, which no one head could be over.
"""

from collections.abc import Iterator, Mapping, Sequence

import regex

from extractor.segment.layout.tables.cells import LASTING, YEARS, Cell, Table

KINDS = 3
"""Of so many kinds at least are the values: `Activity | When` has dates, durations and words."""
SAME_SIZE = 0.5  # points
DIGIT = regex.compile(r"\p{Nd}")
CODE = regex.compile(r"(?=\S*+\p{Lu}\p{Lu}) (?=\S*+\p{Nd}) [\p{Lu}\p{Nd}/._-]{6,}", regex.X)
MONEY = regex.compile(r"\p{Sc} \s? \p{Nd} | \p{Nd} \s? \p{Sc} | \b \p{Lu}{3} \s? \p{Nd}", regex.X)
WORDS = regex.compile(r"\p{L}{3}")


def first_property(table: Table, rows: Mapping[int, Sequence[Cell]]) -> int | None:
    """Return the row with which a list of properties begins: 0, or 1 under a row of heads.

    None if a table is none: `Area | People`, with numbers of one kind.
    """
    if table.n_cols != 2 or len(rows) < KINDS:  # noqa: PLR2004 - a name and a value
        return None
    cells = [cell for row in rows.values() for cell in row]
    if len(cells) != 2 * len(rows) or any(
        not c.lines or c.row_span * c.col_span > 1 for c in cells
    ):
        return None
    values = [rows[row][1] for row in sorted(rows)]
    if len({kind for value in values for kind in _kinds(value.text)}) < KINDS:
        return None
    first, *others = (rows[row] for row in sorted(rows))
    return int(
        any(look(one) not in {look(row[i]) for row in others} for i, one in enumerate(first))
    )


def look(cell: Cell) -> tuple[bool, int, str]:
    """Return how the text of a cell that has any is set: in bold, in half points, in a colour."""
    line = cell.lines[0]
    return line.bold, round(line.size / SAME_SIZE), line.color


def _kinds(text: str) -> Iterator[str]:
    """Yield of what kind a value is; nothing for a dash."""
    if not DIGIT.search(text):
        if WORDS.search(text):
            yield "words"
    elif CODE.fullmatch(text):
        yield "code"
    elif MONEY.search(text):
        yield "money"
    elif "%" in text:
        yield "share"
    elif LASTING.fullmatch(text) or YEARS.fullmatch(text):
        yield "time"
    else:
        yield "number"
