"""Lines of tables that are the difference of two others: more or less than the year before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice, permutations

from extractor.check.findings import Severity, finding, more_or_less, shown
from extractor.check.index import Index
from extractor.check.intervals import Term, compare, is_misprint, printed
from extractor.check.tables.grid import Content, Held, Line
from schemas.extraction import Finding

MAX_LINES = 12  # in a table of more columns, or rows, differences are not looked for among them
ALIKE = 3  # places that must bear out that a line is the difference of two others
MOST = Decimal("0.8")  # of the places
TRIED = 5  # places that are looked at first
TELLING = 20  # a difference must be that many times its tolerance, or it may be chance
NEAR = Decimal("0.05")  # of the difference; what is further off without a slip is of something else
SURE = 8  # places that must bear it out before any other place is a fault, however far off
NEARLY_ALL = Decimal("0.9")  # of the places, for that


@dataclass(frozen=True, slots=True)
class Difference:
    """What a line holds in one place, and the two values that it is the difference of."""

    stated: Held
    more: Held
    less: Held

    @property
    def figures(self) -> frozenset[str]:
        """The three figures: each is the difference, or the sum, of the others."""
        return frozenset(held.figure.id for held in (self.stated, self.more, self.less))

    @property
    def computed(self) -> Term:
        """The difference, as exact as the two values are."""
        more, less = self.more.term, self.less.term
        return Term(more.value - less.value, more.half + less.half)

    @property
    def fits(self) -> bool:
        """Whether the line holds the difference, within what was printed."""
        return compare(self.stated.term, self.computed) in ("agrees", "rounded")

    @property
    def is_close(self) -> bool:
        """Whether it is about the difference: quickly told."""
        stated, more, less = self.stated.term, self.more.term, self.less.term
        gap = abs(more.value - less.value - stated.value)
        return gap <= more.half + less.half + stated.half

    @property
    def tells(self) -> bool:
        """Whether it is no chance that it fits: neither value is nothing, nor is the difference."""
        allowed = self.stated.term.half + self.computed.half
        least = min(abs(held.term.value) for held in (self.stated, self.more, self.less))
        return least > TELLING * allowed

    @property
    def is_fault(self) -> bool:
        """Whether it was meant to be the difference: near it, or a single slip away."""
        gap = self.stated.term.value - self.computed.value
        slips = (
            is_misprint(self.stated.term, self.computed.value)
            or is_misprint(self.more.term, self.more.term.value + gap)
            or is_misprint(self.less.term, self.less.term.value - gap)
        )
        return slips or abs(gap) <= NEAR * abs(self.computed.value)


def differences(index: Index) -> Iterator[Finding]:
    """Yield differences that do not follow from their two values: `difference_mismatch`."""
    told: set[frozenset[str]] = set()
    for table in index.extraction.tables:
        for grid in index.grids(table):
            lines = grid.lines
            if len(lines) > MAX_LINES:  # of long accounts what is left of two totals
                lines = tuple(line for line in lines if line.role in ("total", "net"))
            for wrong, severity in _wrong(lines) if len(lines) <= MAX_LINES else ():
                if wrong.figures not in told:
                    told.add(wrong.figures)
                    yield _told(wrong, severity)


def _wrong(lines: Sequence[Line]) -> Iterator[tuple[Difference, Severity]]:
    """Yield the places that are not the difference that the others are, and how grave that is.

    Of two pairs of lines that one may be the difference of, it is that of the pair it fits better.
    """
    best: dict[int, list[Difference]] = {}
    for stated, places in _differences(lines):
        known = best.get(stated)
        if known is None or _misfits(places) < _misfits(known):
            best[stated] = places
    for places in best.values():
        misfits = _misfits(places)
        right = sum(each.fits for each in places if each.tells)
        sure = right >= SURE and len(places) - misfits >= NEARLY_ALL * len(places)
        for each in places:
            if not each.fits and (sure or each.is_fault):
                yield each, "error" if sure else "warning"


def _differences(lines: Sequence[Line]) -> Iterator[tuple[int, list[Difference]]]:
    """Yield the lines that are the difference of two others nearly everywhere, with the places."""
    settled: set[frozenset[int]] = set()  # of three lines one is the difference
    # What is left of a line when another is taken off, and the other way round, is asked once.
    likely: dict[tuple[int, frozenset[int]], bool] = {}
    for three in permutations(reversed(list(enumerate(lines))), 3):  # differences come last
        stated, more, less = (line for _, line in three)
        parts_a_total = more.role == "total" and less.role != "total"
        if parts_a_total or stated.role == "total":
            continue  # a total less a part is the other part: what the check of totals asks
        which = frozenset(at for at, _ in three)
        asked = three[1][0], which
        if which in settled:
            continue
        if asked not in likely:
            likely[asked] = _is_likely(stated.cells, more.cells, less.cells)
        if not likely[asked]:
            continue
        places = list(_places(stated.cells, more.cells, less.cells))
        right = sum(each.fits for each in places if each.tells)
        if right >= ALIKE and right >= MOST * (right + _misfits(places)):
            settled.add(which)
            yield three[0][0], places


def _misfits(places: Sequence[Difference]) -> int:
    return sum(not each.fits for each in places)


def _is_likely(*lines: Sequence[Content]) -> bool:
    """Say whether most of the first places bear a difference out: few lines are one."""
    first = list(islice(_places(*lines), TRIED))
    return sum(each.is_close for each in first) * 2 > len(first)


def _places(*lines: Sequence[Content]) -> Iterator[Difference]:
    """Yield the places in which all three lines hold numbers that can be compared."""
    for one, two, third in zip(*lines, strict=True):
        if not (isinstance(one, Held) and isinstance(two, Held) and isinstance(third, Held)):
            continue
        if one.measured_in == two.measured_in == third.measured_in:
            yield Difference(one, two, third)


def _told(wrong: Difference, severity: Severity) -> Finding:
    stated, computed = wrong.stated.term, wrong.computed
    message = (
        f"{shown(wrong.stated.figure, stated)} is {more_or_less(stated, computed)} the difference "
        f"of {wrong.more.figure.anchor.quote} and {wrong.less.figure.anchor.quote}, "
        f"{printed(computed.value)}."
    )
    figures = [held.figure for held in (wrong.stated, wrong.more, wrong.less)]
    return finding("difference_mismatch", severity, message, figures, (stated, computed))
