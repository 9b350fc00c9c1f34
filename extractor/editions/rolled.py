"""The second view of plans that roll on: each cell beside that of its place, some years on."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from extractor.editions.contents import Contents
from extractor.editions.facets import Facet, value_of
from extractor.editions.parts import Part, Parts
from extractor.editions.stems import words
from extractor.editions.structure import Structure
from extractor.editions.times import is_moment, stretch
from schemas.document import Table
from schemas.figure import CellRef

Stretch = tuple[date, date]
Lines = Callable[[Contents, Table], Sequence[Part]]


@dataclass(frozen=True, slots=True)
class _Axis:
    """What runs over the years: the rows, or the columns."""

    of: Callable[[CellRef], int]
    across: Callable[[CellRef], int]
    lines: Lines
    crossing: Lines


ROWS = _Axis(lambda c: c.row, lambda c: c.col, Contents.rows, Contents.columns)
COLUMNS = _Axis(lambda c: c.col, lambda c: c.row, Contents.columns, Contents.rows)


@dataclass(frozen=True)
class _Grid:
    """A table of one edition, as one of its axes runs over the years."""

    contents: Contents
    table: Table
    figures: Sequence[Facet]
    axis: _Axis

    def periods(self) -> Mapping[int, Stretch]:
        """Return the period of each line whose figures all are of one."""
        told: defaultdict[int, set[str | None]] = defaultdict(set)
        for facet in self.figures:
            if facet.figure.cell is not None:
                told[self.axis.of(facet.figure.cell)].add(value_of(facet.figure.as_of))
        single = {at: next(iter(times)) for at, times in told.items() if len(times) == 1}
        found = {at: stretch(each) for at, each in single.items() if each and not is_moment(each)}
        return {at: period for at, period in found.items() if period is not None}

    def places(self, years: int) -> Mapping[Hashable, int]:
        """Return the lines by what tells them: words, period some years on, and their turn."""
        titles = {part.id: part.title for part in self.axis.lines(self.contents, self.table)}
        seen = Counter[Hashable]()
        found: dict[Hashable, int] = {}
        for at, period in sorted(self.periods().items()):
            told = (
                *words(titles.get(str(at), "")),
                _later(period[0], years),
                _later(period[1], years),
            )
            found[told, seen[told]] = at
            seen[told] += 1
        return found

    def cells(self) -> Mapping[tuple[int, int], Sequence[Facet]]:
        """Return the figures by line and crossing line."""
        found: defaultdict[tuple[int, int], list[Facet]] = defaultdict(list)
        for facet in self.figures:
            if facet.figure.cell is not None:
                found[self.axis.of(facet.figure.cell), self.axis.across(facet.figure.cell)].append(
                    facet
                )
        return found


def _later(day: date, years: int) -> tuple[int, int, int]:
    return day.year + years, day.month, day.day


def rolled(parts: Structure) -> Iterator[tuple[Facet, Facet]]:
    """Yield the cells of tables over years, each with that of its place in the other edition.

    Only of tables some of whose years are in both: of others, it is its partner anyway.
    """
    ours, theirs = _by_table(parts.old), _by_table(parts.new)
    for old, new in parts.tables.pairs():
        for axis in (ROWS, COLUMNS):
            one, other = (
                _Grid(contents, contents.side.facets.tables[part.id], figures[part.id], axis)
                for contents, part, figures in ((parts.old, old, ours), (parts.new, new, theirs))
            )
            yield from _rolled(one, other)


def _by_table(contents: Contents) -> Mapping[str, Sequence[Facet]]:
    found: defaultdict[str, list[Facet]] = defaultdict(list)
    for facet in contents.side.figures:
        if facet.figure.cell is not None and facet.figure.kind != "date":
            found[facet.figure.cell.table_id].append(facet)
    return found


def _rolled(old: _Grid, new: _Grid) -> Iterator[tuple[Facet, Facet]]:
    years = _years_between(set(old.periods().values()), set(new.periods().values()))
    if not years:
        return
    successors, places = old.places(years), new.places(0)
    lines = {at: places[told] for told, at in successors.items() if told in places}
    axis = old.axis
    crossing = Parts.matched(
        axis.crossing(old.contents, old.table), axis.crossing(new.contents, new.table)
    ).became
    there = new.cells()
    for (line, across), figures in old.cells().items():
        became = crossing.get(str(across))
        if line in lines and became is not None:
            yield from zip(figures, there.get((lines[line], int(became)), ()), strict=False)


def _years_between(old: set[Stretch], new: set[Stretch]) -> int:
    """Return how many years later the last period is; 0 where both have none in common."""
    if old.isdisjoint(new) or min(len(old), len(new)) == 1:
        return 0
    return max(last for _, last in new).year - max(last for _, last in old).year
