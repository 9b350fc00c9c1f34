"""Rows and columns of tables that something outside of tables tells again, value by value."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.check.index import Index
from extractor.check.intervals import meets, term
from extractor.check.tables.grid import Grid, Held, Line
from extractor.check.tables.restated import leading
from extractor.check.told.plotted import name_of
from extractor.check.words import telling_words

PLOTTED = "keyfigure.plotted"  # the rule that binds a number by its place in a chart
ALIKE = 2  # values that must be those of a column before the others are held against it


@dataclass(frozen=True, slots=True)
class Column:
    """The numbers of a row or a column of a table, each with the label of where it crosses."""

    title: str
    held: Sequence[tuple[Held, str]]
    is_drawn: bool = False
    """Whether it is of a chart."""

    @property
    def words(self) -> frozenset[str]:
        """What is said over all of it."""
        return telling_words([self.title])

    def agreeing(self, values: Sequence[Held], telling: int) -> int:
        """Return how many values it has, by no chance: of so many times their last digit."""
        terms = {each.term for each in values if each.term.value >= telling * each.term.step}
        return sum(any(meets(term, held.term) for held, _ in self.held) for term in terms)


class Columns:
    """The rows and columns of a document, found by the values that they hold."""

    def __init__(self, index: Index) -> None:
        """Take the numbers of all tables."""
        self._columns = list(_columns(index))
        self._by_value: defaultdict[object, set[int]] = defaultdict(set)
        for at, column in enumerate(self._columns):
            for held, _ in column.held:
                for digits in leading(held.term):
                    self._by_value[held.measured_in, digits].add(at)

    def told(self, values: Sequence[Held], words: frozenset[str], telling: int) -> Column | None:
        """Return the column that has most of some values, two at least, and speaks of the same.

        It has none of the values themselves, as the column of the chart that they stand in.
        """
        own = {each.figure.id for each in values}
        counts: Counter[int] = Counter()
        for each in values:
            keys = [(each.measured_in, digits) for digits in leading(each.term)]
            counts.update({at for key in keys for at in self._by_value.get(key, ())})
        best: Column | None = None
        most = ALIKE - 1
        for at, alike in sorted(counts.items()):
            column = self._columns[at]
            if own & {held.figure.id for held, _ in column.held}:
                continue
            if alike > most and words & column.words:
                agreeing = column.agreeing(values, telling)
                if agreeing > most:
                    best, most = column, agreeing
        return best


def _columns(index: Index) -> Iterator[Column]:
    for table in index.extraction.tables:
        both = index.grids(table)
        for grid, crossing in zip(both, reversed(both), strict=True):
            for line in grid.lines:
                held = list(_held(line, crossing))
                if len(held) > ALIKE:
                    yield Column(table.title or "", held)
    yield from _drawn(index)


def _drawn(index: Index) -> Iterator[Column]:
    """Yield the numbers of each chart that stand over one category, each with its series."""
    found: defaultdict[tuple[str | None, ...], list[tuple[Held, str]]] = defaultdict(list)
    for figure in index.extraction.figures:
        what = figure.indicator
        if figure.zone != "keyfigure" or what is None or what.rule != PLOTTED or not figure.as_of:
            continue
        value = term(figure.value, figure.precision)
        name = name_of(what)
        if value is not None and name.label:
            at = (name.title, name.stage, figure.as_of.value)
            found[*at, figure.kind, figure.unit, figure.section_id].append(
                (Held(figure, value), name.label)
            )
    for (over, *_), held in found.items():
        if len(held) > ALIKE:
            yield Column(over or "", held, is_drawn=True)


def _held(line: Line, crossing: Grid) -> Iterator[tuple[Held, str]]:
    for cell, other in zip(line.cells, crossing.lines, strict=True):
        if isinstance(cell, Held):
            yield cell, other.label
