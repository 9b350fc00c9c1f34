"""Rates of a whole in a table: whether they can be what the rates of its parts come to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from itertools import permutations

from extractor.check.findings import Severity, finding
from extractor.check.index import Index
from extractor.check.intervals import FINER, HUNDRED, Term, compare, plain, total
from extractor.check.tables.grid import Grid, Held, Line
from extractor.check.words import EVERYBODY, group, measured_in
from schemas.extraction import Finding

FAR = Decimal(5)  # percentage points; what is further off is the rate of something else
SURE = 1000  # times its tolerance: a sum that large is a sum by no chance


@dataclass(frozen=True, slots=True)
class Rate:
    """The rate of a whole, and those of its parts."""

    stated: Held
    parts: tuple[Held, ...]
    weights: tuple[Held, ...]
    """What each part counts in the whole; empty where the table does not say."""

    @property
    def computed(self) -> Term:
        """The mean of the parts, as exact as they are; without weights the nearest of them."""
        half = max(part.term.half for part in self.parts)
        if self.weights:
            pairs = zip(self.parts, self.weights, strict=True)
            told = sum((part.term.value * by.term.value for part, by in pairs), Decimal(0))
            mean = told / total([by.term for by in self.weights]).value
            step = self.stated.term.step * FINER
            return Term(mean.quantize(step, rounding=ROUND_HALF_EVEN), half)
        return min(
            (part.term for part in self.parts), key=lambda t: abs(t.value - self.stated.term.value)
        )

    @property
    def is_fault(self) -> bool:
        """Whether no parts as printed can make the rate, which is near enough to be meant so."""
        allowed = self.stated.term.half + self.computed.half
        gap = abs(self.stated.term.value - self.computed.value)
        values = [part.term.value for part in self.parts]
        within = not self.weights and min(values) <= self.stated.term.value <= max(values)
        return not within and allowed < gap <= FAR


def rates(index: Index) -> Iterator[Finding]:
    """Yield rates of a whole that those of its parts cannot come to: `share_mismatch`."""
    for table in index.extraction.tables:
        figures = index.cells.get(table.id)
        if not figures or not any(f.kind == "percent" for held in figures.values() for f in held):
            continue
        for grid in index.grids(table):
            yield from (_told(rate) for rate in _rates(grid) if rate.is_fault)


def _rates(grid: Grid) -> Iterator[Rate]:
    """Yield the rates of the line that is the sum of all others, where it holds any."""
    parts = [line for line in grid.lines if line.role == "leaf"]
    for whole in grid.lines:
        others = [line for line in parts if line is not whole]
        if whole.role in ("leaf", "total") and len(others) > 1 and _is_sum(whole, others):
            yield from _rates_of(whole, others)
            return


def _is_sum(whole: Line, parts: Sequence[Line]) -> bool:
    """Say whether a line is the sum of others wherever it counts, and once by no chance."""
    sure = False
    for at, stated in enumerate(whole.cells):
        if not isinstance(stated, Held) or stated.figure.kind not in ("count", "money"):
            continue
        held = [part.cells[at] for part in parts]
        known = [each for each in held if isinstance(each, Held)]
        if len(known) < len(held) or any(k.measured_in != stated.measured_in for k in known):
            continue
        computed = total([each.term for each in known])
        if compare(stated.term, computed) not in ("agrees", "rounded"):
            return False
        filled = sum(each.term.value > 0 for each in known)
        sure |= filled > 1 and stated.term.value > SURE * (computed.half + stated.term.half)
    return sure


def _rates_of(whole: Line, parts: Sequence[Line]) -> Iterator[Rate]:
    """Yield the rates of a whole, with the weights that the nearest count before them gives."""
    base: int | None = None
    for at, stated in enumerate(whole.cells):
        if not isinstance(stated, Held):
            continue
        if stated.figure.kind != "percent":
            base = at
            continue
        held = [part.cells[at] for part in parts]
        known = tuple(each for each in held if isinstance(each, Held))
        alike = all(each.figure.kind == "percent" for each in known)
        averaged = alike and not (_are_shares(stated, known) or _is_divided(at, whole, parts))
        if len(known) == len(held) and averaged:
            weights = () if base is None else _weights(stated, [p.cells[base] for p in parts])
            yield Rate(stated, known, weights)


def _are_shares(stated: Held, parts: Sequence[Held]) -> bool:
    """Say whether parts are added up, and not averaged."""
    computed = total([part.term for part in parts])
    return stated.term.value == HUNDRED or abs(computed.value - stated.term.value) <= FAR


def _is_divided(at: int, whole: Line, parts: Sequence[Line]) -> bool:
    """Say whether a rate is what two other columns make in its line, and in most of the parts."""
    return any(
        _is_share(whole, at, *pair)
        and sum(_is_share(part, at, *pair) for part in parts) > len(parts) / 2
        for pair in permutations(range(len(whole.cells)), 2)
    )


def _is_share(line: Line, at: int, one: int, other: int) -> bool:
    rate, part, every = line.cells[at], line.cells[one], line.cells[other]
    if not (isinstance(rate, Held) and isinstance(part, Held) and isinstance(every, Held)):
        return False
    counted = "percent" not in (part.figure.kind, every.figure.kind) and every.term.value > 0
    share = part.term.value * HUNDRED / every.term.value if counted else None
    return share is not None and abs(share - rate.term.value) <= rate.term.half


def _weights(stated: Held, cells: Sequence[object]) -> tuple[Held, ...]:
    """Return the counts of the people that the rates are of; nothing for those of others."""
    of = group(stated.figure)
    held = tuple(cell for cell in cells if isinstance(cell, Held) and cell.figure.kind == "count")
    people = [measured_in(each.figure) for each in held]
    weighty = total([each.term for each in held])
    same = of is not None and all(each in (of, EVERYBODY) for each in people)
    exact = weighty.value > SURE * weighty.half and len(held) == len(cells)
    return held if same and exact else ()


def _told(rate: Rate) -> Finding:
    figures = [held.figure for held in (rate.stated, *rate.parts, *rate.weights)]
    numbers = rate.stated.term, rate.computed
    start = f"{rate.stated.figure.anchor.quote}: those of its {len(rate.parts)} parts"
    severity: Severity
    if rate.weights:
        shown = ", ".join(weight.figure.anchor.quote for weight in rate.weights)
        message = f"{start}, weighted by {shown}, come to {plain(rate.computed.value)} per cent."
        severity = "warning"
    else:
        message = f"{start} are all on one side of it, the nearest {plain(rate.computed.value)}."
        severity = "error"
    return finding("share_mismatch", severity, message, figures, numbers)
