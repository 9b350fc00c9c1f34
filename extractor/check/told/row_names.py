"""Rows of tables as a sentence names them: by the words of their label, or by half of these."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.check.tables.grid import Content, Grid, Held
from extractor.check.words import role, stems
from schemas.document import Table
from schemas.figure import Figure

HALF = 0.5  # of the words of a label; who says fewer names something else
MAX_WORDS = 10  # of a label; a longer one is a sentence
NONE: frozenset[str] = frozenset()
FEWEST = 2  # rows of a table of which one can be told apart


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its place in the rows, and what is printed at its head."""

    at: int
    head: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table that is no total: the stems of its name, and what it holds."""

    table: Table
    stems: frozenset[str]
    cells: Sequence[Content]
    columns: Sequence[Column]

    def held(self) -> Iterator[tuple[Column, Held]]:
        """Yield the numbers of the row with their columns."""
        for column in self.columns:
            cell = self.cells[column.at]
            if isinstance(cell, Held):
                yield column, cell

    def known(self, figure: Figure) -> frozenset[str]:
        """Return the stems of its name, of what its table is of, and of what a figure counts."""
        heads = " ".join(column.head for column in self.columns)
        return self.stems | stems(f"{self.table.title or ''} {heads} {figure.unit or ''}")


class RowNames:
    """The named rows of all tables, found by the stems of their names."""

    def __init__(self, tables: Iterable[Sequence[Grid]]) -> None:
        """Take the rows of tables, each by rows and by columns, that have two named rows."""
        self._rows: list[Row] = []
        self._by_stem: defaultdict[str, list[int]] = defaultdict(list)
        for table in tables:
            rows = list(_rows(table))
            for row in rows if len(rows) >= FEWEST else ():
                for stem in row.stems:
                    self._by_stem[stem].append(len(self._rows))
                self._rows.append(row)

    def named(self, said: frozenset[str]) -> list[Row]:
        """Return of each table the one row that words name; none where they name two."""
        shared = Counter(at for stem in said for at in self._by_stem.get(stem, ()))
        by_table: defaultdict[str, list[Row]] = defaultdict(list)
        for at, many in shared.items():
            row = self._rows[at]
            if many >= HALF * len(row.stems):
                by_table[row.table.id].append(row)
        return [one for rows in by_table.values() if (one := _only(rows, said)) is not None]


def _rows(table: Sequence[Grid]) -> Iterator[Row]:
    for across, down in pairwise(table):
        columns = [Column(at, line.label) for at, line in enumerate(down.lines)]
        for line in across.lines:
            words = stems(line.label) if role(line.label) == line.role == "leaf" else NONE
            if 0 < len(words) <= MAX_WORDS and any(isinstance(c, Held) for c in line.cells):
                yield Row(across.table, words, line.cells, columns)


def _only(rows: Sequence[Row], said: frozenset[str]) -> Row | None:
    """Return the row that shares most with what is said, if all that any other shares is its."""
    best = max(rows, key=lambda row: (len(row.stems & said), -len(row.stems)))
    others = [row for row in rows if row is not best]
    clear = all((row.stems & said) < (best.stems & said) for row in others)
    # *Health* is named by `health`, and *Child health* only by both of its words.
    exact = best.stems <= said and all(not row.stems <= said for row in others)
    alike = all((row.stems & said) <= (best.stems & said) for row in others)
    return best if clear or (exact and alike) else None
