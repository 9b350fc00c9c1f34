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
SAID = regex.compile(r"\p{L}++ (?: \W++ [\p{L}'’]++ ){2} .*+", regex.X | regex.S)
"""Words that have a number among them: `Storms of category 3 and above`."""


def first_property(table: Table, rows: Mapping[int, Sequence[Cell]]) -> int | None:
    """Return the row with which a list of properties begins: 0, or 1 under a row of heads.

    None if a table is none: `Area | People`, with numbers of one kind.
    """
    if table.n_cols != 2 or len(rows) < KINDS:  # noqa: PLR2004 - a name and a value
        return None
    cells = [cell for row in rows.values() for cell in row]
    whole = all(cell.lines and cell.row_span * cell.col_span == 1 for cell in cells)
    if len(cells) != 2 * len(rows) or not whole:
        return None
    names, values = ([rows[row][col] for row in sorted(rows)] for col in (0, 1))
    apart = _are_set_apart(names, values)
    if not apart and len({kind for value in values for kind in _kinds(value.text)}) < KINDS:
        return None
    firsts = (names, values) if not apart else ()
    return int(any(look(first) not in map(look, others) for first, *others in firsts))


def _are_set_apart(names: Sequence[Cell], values: Sequence[Cell]) -> bool:
    """Say whether all names are in bold, the first too, and no value is: what heads is as bold."""
    return all(look(name)[0] for name in names) and not any(look(value)[0] for value in values)


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
    elif SAID.fullmatch(text):
        yield "words"
    elif MONEY.search(text):
        yield "money"
    elif "%" in text:
        yield "share"
    elif LASTING.fullmatch(text) or YEARS.fullmatch(text):
        yield "time"
    else:
        yield "number"
