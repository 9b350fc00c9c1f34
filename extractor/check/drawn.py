"""Drawings that print values of a table's line: whether they were rounded or cut off."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from extractor.check.findings import finding, shown
from extractor.check.grid import Held, grids
from extractor.check.index import Index
from extractor.check.intervals import compare, meets, term
from extractor.check.restated import leading
from extractor.check.words import telling_words
from schemas.document import Table
from schemas.extraction import Finding
from schemas.figure import Figure

ALIKE = 2  # values that a drawing must have of a line before it is held against the others
TELLING = 1000  # such a value must be that many times its last digit, or it may be so by chance
LEAST = 100  # the same, of a value that is held against the line
SUMMED = ("money", "count")


@dataclass(frozen=True, slots=True)
class Column:
    """The numbers of a row or a column of a table, and what the table says of them."""

    table: Table
    held: Sequence[Held]


def drawn(index: Index) -> Iterator[Finding]:
    """Yield the values of drawings that were cut off where a table has them finer: `truncated`."""
    drawings = list(_drawings(index))
    columns = list(_columns(index)) if drawings else []
    by_value = _by_value(columns)
    for drawing in drawings:
        column = _told(drawing, columns, by_value)
        if column is not None:
            yield from _cut_off(drawing, column)


def _drawings(index: Index) -> Iterator[list[Held]]:
    """Yield the key figures of one measure that stand together and say the same but for a name."""
    keys = [f for f in index.extraction.figures if f.zone == "keyfigure" and f.kind in SUMMED]
    for _, run in groupby(keys, key=_drawing_of):
        read = [(figure, term(figure.value, figure.precision)) for figure in run]
        held = [Held(f, t) for f, t in read if t is not None and t.value >= LEAST * t.step > 0]
        if len(held) > ALIKE:
            yield held


def _drawing_of(figure: Figure) -> tuple[object, ...]:
    """Return what the values of one drawing have in common: what is measured, but for a name."""
    what = None if figure.indicator is None else figure.indicator.anchor
    return figure.kind, figure.unit, figure.section_id, what


def _columns(index: Index) -> Iterator[Column]:
    for table in index.extraction.tables:
        figures = index.cells.get(table.id)
        for grid in grids(table, figures) if figures else ():
            for line in grid.lines:
                held = [cell for cell in line.cells if isinstance(cell, Held)]
                if len(held) > ALIKE:
                    yield Column(table, held)


def _by_value(columns: Sequence[Column]) -> Mapping[object, set[int]]:
    """Return the columns that hold a value, by what is measured and its leading digits."""
    found: defaultdict[object, set[int]] = defaultdict(set)
    for at, column in enumerate(columns):
        for held in column.held:
            for digits in leading(held.term):
                found[held.measured_in, digits].add(at)
    return found


def _told(
    drawing: Sequence[Held], columns: Sequence[Column], by_value: Mapping[object, set[int]]
) -> Column | None:
    """Return the column that has most of a drawing's values, if it speaks of what that shows."""
    counts: Counter[int] = Counter()
    for each in drawing:
        held = {
            c for digits in leading(each.term) for c in by_value.get((each.measured_in, digits), ())
        }
        counts.update(held)
    words = telling_words([_what(each.figure) for each in drawing])
    best: Column | None = None
    most = ALIKE - 1
    for at, alike in sorted(counts.items()):
        column = columns[at]
        if alike > most and words & telling_words([column.table.title or ""]):
            agreeing = _agreeing(drawing, column)
            if agreeing > most:
                best, most = column, agreeing
    return best


def _what(figure: Figure) -> str:
    return "" if figure.indicator is None else figure.indicator.value


def _agreeing(drawing: Sequence[Held], column: Column) -> int:
    """Return how many values of a drawing a column has, by no chance."""
    telling = {each.term for each in drawing if each.term.value >= TELLING * each.term.step}
    return sum(any(meets(value, held.term) for held in column.held) for value in telling)


def _cut_off(drawing: Sequence[Held], column: Column) -> Iterator[Finding]:
    """Yield the values that a column has finer, and that were not rounded as they should be."""
    for each in drawing:
        verdicts = [compare(each.term, held.term) for held in column.held]
        if verdicts.count("truncated") == 1 and "agrees" not in verdicts:
            yield _finding(each, column.held[verdicts.index("truncated")])


def _finding(each: Held, held: Held) -> Finding:
    message = (
        f"{shown(each.figure, each.term)} ({_what(each.figure)}) is {held.figure.anchor.quote} in "
        f"a table, cut off where it should have been rounded; it has others of the drawing."
    )
    figures = (each.figure, held.figure)
    return finding("truncated", "warning", message, figures, (each.term, held.term))
