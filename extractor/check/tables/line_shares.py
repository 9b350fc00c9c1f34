"""Lines of tables that are shares: each place is made of those of two other lines."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from itertools import islice, permutations
from typing import Literal

from extractor.check.index import Index
from extractor.check.intervals import FINER, HUNDRED, ZERO, Term, printed
from extractor.check.prose.claims import made
from extractor.check.tables.grid import Grid, Held
from schemas.figure import Figure

MAX_LINES = 12  # in a table of more columns, or rows, shares are not looked for among them
ALIKE = 3  # places that must bear out that a line is made of two others
MOST = Decimal("0.75")  # of the places
FIRST = 5  # places of which one must bear it out before the others are looked at
SIGNS = ("+", "-", "−", "–")

Verdict = Literal["agrees", "truncated", "differs"]
Made = tuple[Decimal, Decimal, str, tuple[Term, Term] | None]
"""A part, its whole, how they are printed, and as how exact, if they were rounded."""
Fraction = Callable[[Held, Held], Made | None]


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage, the part and the whole that it is of."""

    figure: Figure
    stated: Term
    part: Decimal
    whole: Decimal
    beside: tuple[Figure, ...]
    """The figures that give the part and the whole."""
    words: str
    """How the part and the whole are printed."""
    rounded: tuple[Term, Term] | None = None
    """The part and the whole as exact as they are printed; None where both are counted."""

    @property
    def computed(self) -> Decimal:
        """The share that the part is, told a little finer than it is stated."""
        share = self.part * HUNDRED / self.whole
        return share.quantize(self.stated.step * FINER, rounding=ROUND_HALF_EVEN)

    @property
    def verdict(self) -> Verdict:
        """How the stated share stands to the part and the whole."""
        plainly = self.plainly
        if plainly == "agrees" or self.rounded is None:
            return plainly
        made_of = made(lambda some, every: some * HUNDRED / every, *self.rounded)
        share, half = self.part * HUNDRED / self.whole, ZERO if made_of is None else made_of.half
        near = half and abs(share - self.stated.value) <= self.stated.half + half
        return "agrees" if near else plainly

    @property
    def plainly(self) -> Verdict:
        """The same, if part and whole are taken as they are printed."""
        share, step = self.part * HUNDRED / self.whole, self.stated.step
        rounded = {
            (share / step).to_integral_value(rounding=how) * step
            for how in (ROUND_HALF_UP, ROUND_HALF_EVEN)
        }
        if self.stated.value in rounded:
            return "agrees"
        cut_off = (share / step).to_integral_value(rounding=ROUND_DOWN) * step
        return "truncated" if self.stated.value == cut_off else "differs"


def line_shares(index: Index) -> Iterator[Share]:
    """Yield the shares of lines that most places bear out to be made of two other lines."""
    for table in index.extraction.tables:
        figures = index.cells.get(table.id)
        if figures and any(f.kind == "percent" for found in figures.values() for f in found):
            both = index.grids(table)
            for grid, across in zip(both, reversed(both), strict=True):
                if len(grid.lines) <= MAX_LINES:
                    yield from _of_grid(grid, [line.role == "total" for line in across.lines])


def _of_grid(grid: Grid, totals: Sequence[bool]) -> Iterator[Share]:
    """Yield the shares of a table's lines; at some places of each stands a total."""
    lines = [line.cells for line in grid.lines]
    percents = [at for at, cells in enumerate(lines) if _holds(cells, ("percent",))]
    counts = [at for at, cells in enumerate(lines) if _holds(cells, ("count", "money"))]
    for at in percents:
        for one, other in permutations(counts, 2):
            for fraction in FRACTIONS:
                places = _rows(fraction, lines[at], lines[one], lines[other])
                rows = list(islice(places, FIRST))
                if not any(row.plainly == "agrees" for row in rows):
                    continue
                rows += places
                right = sum(row.plainly == "agrees" for row in rows)
                if right >= ALIKE and right >= MOST * len(rows):
                    yield from rows
        for one in counts:
            rows = list(_of_whole(lines[at], lines[one]))
            right = sum(row.verdict == "agrees" for row in rows)
            enough = right >= ALIKE and right >= MOST * len(rows)
            all_but_one = len(rows) == ALIKE and right == ALIKE - 1
            if enough or (all_but_one and _are_of_a_total(lines[at], totals)):
                yield from rows


def _of_whole(shares: Sequence[object], amounts: Sequence[object]) -> Iterator[Share]:
    """Yield each share of a line with what it is of: the amount beside its 100 per cent."""
    pairs = [
        (share, amount)
        for share, amount in zip(shares, amounts, strict=True)
        if isinstance(share, Held) and isinstance(amount, Held)
    ]
    wholes = [amount for share, amount in pairs if share.term.value == HUNDRED]
    if len(wholes) != 1:
        return
    (whole,) = wholes
    for share, part in pairs:
        made_of = _share(part, whole) if part.measured_in == whole.measured_in else None
        if made_of is not None and share.term.value and share.term.step:
            beside = (part.figure, whole.figure)
            yield Share(share.figure, share.term, *made_of[:2], beside, *made_of[2:])


def _are_of_a_total(shares: Sequence[object], totals: Sequence[bool]) -> bool:
    """Say whether the 100 per cent of a line stands at a total: progress reaches it, too."""
    return any(
        isinstance(share, Held) and share.term.value == HUNDRED and is_total
        for share, is_total in zip(shares, totals, strict=True)
    )


def _holds(cells: Sequence[object], kinds: Sequence[str]) -> bool:
    held = [cell.figure.kind for cell in cells if isinstance(cell, Held)]
    return len(held) >= ALIKE and set(held) <= set(kinds)


def _rows(
    fraction: Fraction, shares: Sequence[object], ones: Sequence[object], others: Sequence[object]
) -> Iterator[Share]:
    """Yield each place of a line with the fraction that two other lines make there."""
    for share, one, other in zip(shares, ones, others, strict=True):
        if not (isinstance(share, Held) and isinstance(one, Held) and isinstance(other, Held)):
            continue
        made_of = fraction(one, other) if one.figure.kind == other.figure.kind else None
        if made_of is not None and share.term.value and share.term.step:
            beside = (one.figure, other.figure)
            yield Share(share.figure, share.term, *made_of[:2], beside, *made_of[2:])


def _share(part: Held, whole: Held) -> Made | None:
    """Return a part in its whole, where that says something: not all, not nothing."""
    words = f"{part.figure.anchor.quote} of {whole.figure.anchor.quote}"
    within = 0 < part.term.value < whole.term.value
    return (part.term.value, whole.term.value, words, _rounded(part, whole)) if within else None


def _change(change: Held, now: Held) -> Made | None:
    """Return a change, printed with its sign, in what was there before it."""
    before = now.term.value - change.term.value
    signed = change.figure.anchor.quote.startswith(SIGNS) and change.term.value != 0
    words = f"{change.figure.anchor.quote} on {printed(before)}"
    rounded = _rounded(change, now)
    if rounded is not None:
        rounded = change.term, Term(before, change.term.half + now.term.half)
    return (change.term.value, before, words, rounded) if signed and before > 0 else None


def _growth(before: Held, now: Held) -> Made | None:
    """Return what a value grew or fell by, in what it was."""
    gap = now.term.value - before.term.value
    words = f"from {before.figure.anchor.quote} to {now.figure.anchor.quote}"
    rounded = _rounded(now, before)
    return (gap, before.term.value, words, rounded) if gap and before.term.value > 0 else None


def _rounded(part: Held, whole: Held) -> tuple[Term, Term] | None:
    """Return a part and its whole as exact as they are printed; None for counts: they are exact."""
    counted = part.figure.kind == "count" and part.term.step == whole.term.step == 1
    return None if counted else (part.term, whole.term)


FRACTIONS: tuple[Fraction, ...] = (_share, _change, _growth)
