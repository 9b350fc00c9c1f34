"""Shares that part a whole between them, line by line: whether they make 100."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.check.findings import finding
from extractor.check.index import Index
from extractor.check.intervals import HUNDRED, Term, is_misprint, printed, total
from extractor.check.tables.grid import MISSING, Grid, Held
from schemas.extraction import Finding

FAR = Decimal(5)  # percentage points; what is further off, without a slip, was not meant to be 100
ALIKE = 3  # lines that must make 100 before the others are held against it
MOST = Decimal("0.75")  # of the lines
FILLED = 2  # shares of a line, at least, that are more than nothing


@dataclass(frozen=True, slots=True)
class Parted:
    """The shares of one line."""

    label: str
    shares: tuple[Held, ...]

    @property
    def computed(self) -> Term:
        """What they come to; a bare 0 among decimals is as exact as they are."""
        least = min(share.term.half for share in self.shares)
        terms = [
            share.term if share.term.value else Term(Decimal(0), least) for share in self.shares
        ]
        return total(terms)

    @property
    def gap(self) -> Decimal:
        """How far they are from 100."""
        return self.computed.value - HUNDRED

    @property
    def fits(self) -> bool:
        """Whether they make 100, as far as they were rounded."""
        return abs(self.gap) <= self.computed.half

    @property
    def tells(self) -> bool:
        """Whether it says anything that they make 100: more than one is more than nothing."""
        return sum(share.term.value > 0 for share in self.shares) >= FILLED

    @property
    def slips(self) -> list[Held]:
        """The shares in which a single slip would explain the gap."""
        return [s for s in self.shares if is_misprint(s.term, s.term.value - self.gap)]


def hundreds(index: Index) -> Iterator[Finding]:
    """Yield lines whose shares do not make 100, where those of most lines do: `share_mismatch`."""
    for table in index.extraction.tables:
        for grid in index.grids(table):
            for first, last in _runs(grid):
                yield from _of_run(grid, first, last)


def _runs(grid: Grid) -> Iterator[tuple[int, int]]:
    """Yield the tracks beside each other in which lines hold shares and no whole."""
    first: int | None = None
    places = len(grid.lines[0].cells) if grid.lines else 0
    for at in range(places + 1):
        shares = at < places and _holds_shares([line.cells[at] for line in grid.lines])
        if shares and first is None:
            first = at
        elif not shares and first is not None:
            if at - first >= FILLED:
                yield first, at
            first = None


def _holds_shares(cells: Sequence[object]) -> bool:
    held = [cell for cell in cells if isinstance(cell, Held)]
    parts = [cell for cell in held if cell.term.value < HUNDRED]
    percents = all(cell.figure.kind == "percent" and cell.term.value >= 0 for cell in held)
    return percents and len(parts) >= ALIKE


def _of_run(grid: Grid, first: int, last: int) -> Iterator[Finding]:
    lines = [
        Parted(line.label, tuple(cell for cell in line.cells[first:last] if isinstance(cell, Held)))
        for line in grid.lines
        if MISSING not in line.cells[first:last]
    ]
    told = [line for line in lines if len(line.shares) >= FILLED and line.tells]
    right = sum(line.fits for line in told)
    if right >= ALIKE and right >= MOST * len(told):
        for line in told:
            if not line.fits and (abs(line.gap) <= FAR or line.slips):
                yield _told(line)


def _told(line: Parted) -> Finding:
    shares = " + ".join(share.figure.anchor.quote for share in line.shares)
    name = " ".join(line.label.split()) or "A line"
    message = f"{name}: {shares} make {printed(line.computed.value)}; those of other lines 100."
    slips = line.slips if len(line.slips) == 1 else []
    figures = [held.figure for held in (*slips, *line.shares)]
    numbers = (Term(HUNDRED, Decimal(0)), line.computed)
    return finding("share_mismatch", "warning", message, figures, numbers)
