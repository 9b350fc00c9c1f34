"""Lines of tables by what varies along them: the years, the places or the groups of one thing."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractor.check.tables.grid import Grid, Held, Line
from extractor.check.words import stages
from schemas.document import Table
from schemas.figure import Figure

Along = tuple[str, str]
"""What varies along a line, and what it is in one place: the year, the place or the group."""


@dataclass(frozen=True, slots=True)
class Told:
    """A line of a table by what varies along it."""

    table: Table
    label: str
    held: Mapping[Along, Held]
    heads: Mapping[Along, str]
    """What is printed over, or beside, each of them."""

    def stages(self, at: Along) -> frozenset[str]:
        """Return of which stage of a plan it says that its value in a place is."""
        return stages(f"{self.label} {self.heads[at]} {self.table.title or ''}")


def told_along(table: Table, both: Sequence[Grid]) -> Iterator[Told]:
    """Yield the lines of a table that hold two numbers or more, by what varies along them.

    `both` are its grids: by rows, then by columns.
    """
    for grid, crossing in zip(both, reversed(both), strict=True):
        heads = [f"{line.group} {line.label}" for line in crossing.lines]
        for line in grid.lines:
            held = _along(line)
            if held:
                at = {along: heads[place] for along, (place, _) in held.items()}
                yield Told(table, line.label, {k: each for k, (_, each) in held.items()}, at)


def _along(line: Line) -> Mapping[Along, tuple[int, Held]]:
    """Return a line's numbers, and their places, by the first thing that differs in each."""
    numbers = [(at, c) for at, c in enumerate(line.cells) if isinstance(c, Held) and c.term.value]
    measures = Counter(cell.measured_in for _, cell in numbers).most_common(1)
    held = [(at, cell) for at, cell in numbers if cell.measured_in == measures[0][0]]
    if len(held) > 1:
        for name in ("as_of", "place", "population"):
            found = {(name, _said(cell.figure, name)): (at, cell) for at, cell in held}
            if len(found) == len(held) and (name, "") not in found:
                return found
    return {}


def _said(figure: Figure, name: str) -> str:
    bound = getattr(figure, name)
    return "" if bound is None else str(bound.value).casefold()
