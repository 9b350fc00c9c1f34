"""Lines that two tables tell, one in short and one at length: whether they say the same."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import combinations

from extractor.check.findings import Severity, finding, more_or_less
from extractor.check.index import Index
from extractor.check.intervals import MAX_KEPT, Term, gap_meets, is_misprint
from extractor.check.tables.along import Along, Told
from extractor.check.tables.grid import Held
from schemas.extraction import DifferenceType, Finding

ALIKE = 3  # places in which two lines must agree before they are one line told twice
TELLING = 1000  # a value must be that many times its last digit, or it may be alike by chance
FAR = Decimal("0.01")  # of a value; where a line is that far off elsewhere, it is another line
LEADING = 3  # digits by which values are looked up
CARRIED = 995  # leading digits that rounding may carry on: 9.96 million is 10.0 million too
MAX_ALIKE = 40  # lines that hold a value with the same leading digits; more are a run of zeros


@dataclass(frozen=True, slots=True)
class Twice:
    """A value that two tables tell of one thing."""

    coarser: Held
    finer: Held
    swapped: bool = False
    """Whether the finer value is that of the first of the two lines."""

    @property
    def terms(self) -> tuple[Term, Term]:
        """Both values without their signs: what one table takes off another may add up."""
        one, other = self.coarser.term, self.finer.term
        return Term(abs(one.value), one.half), Term(abs(other.value), other.half)

    @property
    def agrees(self) -> bool:
        """Whether both can be one value, as far as they were printed."""
        one, other = self.coarser.term, self.finer.term
        return gap_meets(abs(abs(one.value) - abs(other.value)), one, other)

    def tells(self, steps: int) -> bool:
        """Say whether it is no chance that they agree: of how many steps the coarser one is."""
        coarser, _ = self.terms
        return coarser.value >= steps * coarser.step

    @property
    def is_near(self) -> bool:
        """Whether they were meant to be one: nearly so, or a single slip apart."""
        coarser, finer = self.terms
        near = abs(coarser.value - finer.value) <= FAR * max(coarser.value, finer.value)
        return near or is_misprint(coarser, finer.value) or is_misprint(finer, coarser.value)

    @property
    def is_rounding(self) -> bool:
        """Whether no more than the last digit differs."""
        coarser, finer = self.terms
        return abs(coarser.value - finer.value) <= coarser.step + finer.half


def restated(index: Index) -> Iterator[Finding]:
    """Yield where two tables tell a line and differ in a place of it: `contradiction`."""
    told: set[frozenset[str]] = set()
    for one, other in _alike(index.lines):
        for at, each in _differing(one, other):
            both = frozenset((each.coarser.figure.id, each.finer.figure.id))
            if both not in told and not _is_revision(one.stages(at), other.stages(at)):
                told.add(both)
                yield _told(each, one.label, other.label)


def _is_revision(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two values are of different stages: what was proposed is not what is adopted."""
    return bool(one and other) and one != other


def _alike(told: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Yield the lines of two tables that have enough values in common to be one."""
    by_value: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, line in enumerate(told):
        for along, held in line.held.items():
            for digits in leading(held.term):
                by_value[(*along, held.measured_in, *digits)].append(at)
    pairs: Counter[tuple[int, int]] = Counter()
    for found in by_value.values():
        if len(found) <= MAX_ALIKE:
            pairs.update(set(combinations(sorted(set(found)), 2)))
    for one, other in sorted(pair for pair, alike in pairs.items() if alike >= ALIKE):
        if told[one].table is not told[other].table:
            yield told[one], told[other]


@lru_cache(maxsize=MAX_KEPT)
def leading(value: Term) -> tuple[tuple[int, int], ...]:
    """Return the leading digits of a value, with those that rounding may have made of them."""
    size = abs(value.value).adjusted() - LEADING + 1
    digits = int(abs(value.value).scaleb(-size))
    carried = digits >= CARRIED
    return ((size, digits), (size, digits + 1), *([(size + 1, 10 ** (LEADING - 1))] * carried))


def _differing(one: Told, other: Told) -> Sequence[tuple[Along, Twice]]:
    """Return the places in which two lines differ that are else the same; nothing if not."""
    shared = [at for at in one.held if at in other.held]
    both = [(at, twice(one.held[at], other.held[at])) for at in shared]
    agreeing = {each.terms[0].value for _, each in both if each.agrees and each.tells(TELLING)}
    differing = [(at, each) for at, each in both if not each.agrees]
    same = len(agreeing) >= max(ALIKE, len(differing)) and all(e.is_near for _, e in differing)
    return differing if same else ()


def twice(one: Held, other: Held) -> Twice:
    """Return two values of one thing, the coarser one first."""
    if one.term.half >= other.term.half:
        return Twice(one, other)
    return Twice(other, one, swapped=True)


def _told(each: Twice, label: str, other: str) -> Finding:
    coarser, finer = each.terms
    names = [" ".join(name.split()) or "no label" for name in (label, other)]
    if each.swapped:
        names.reverse()
    small = ", a last digit apart" if each.is_rounding else ""
    message = (
        f"{each.coarser.figure.anchor.quote} ({names[0]}) is {more_or_less(coarser, finer)} "
        f"{each.finer.figure.anchor.quote} ({names[1]}) in another table{small}; "
        f"else the two lines agree."
    )
    figures = (each.coarser.figure, each.finer.figure)
    severity: Severity = "info" if each.is_rounding else "warning"
    found = finding("contradiction", severity, message, figures, (coarser, finer))
    return found.model_copy(update={"type": why(coarser, finer)})


def why(one: Term, other: Term) -> DifferenceType:
    """Return why two values of one thing differ: by no more than a unit of their last digit."""
    gap = abs(one.value - other.value)
    return "rounding" if gap <= max(one.step, other.step) else "contradiction"
