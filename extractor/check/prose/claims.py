"""What a sentence claims of a number, held against what its other numbers make of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from itertools import product

from extractor.check.findings import Severity, finding
from extractor.check.intervals import FINER, HUNDRED, ONE, Term, compare, printed, total
from extractor.check.prose.sentences import Said
from schemas.extraction import Finding

PER_CENT = " per cent"  # behind a number computed
FAR = Decimal("0.5")  # of a stated number; what is further off was computed of something else


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A number as stated, and what others in reach make of it."""

    stated: Said
    computed: Term
    others: Sequence[Said]
    """The numbers that it was computed of."""
    how: str
    """How it was computed, for a sentence."""
    code: str
    """What it is called if it does not hold."""
    unit: str = ""
    """What stands behind the number computed, with a blank before it."""
    gravest: Severity = "error"
    far: Decimal = FAR

    def finding(self) -> Finding | None:
        """Return what is wrong; None where it holds, or is likely claimed of something else."""
        verdict = compare(self.stated.term, self.computed)
        gap = abs(self.stated.term.value - self.computed.value)
        if verdict in ("agrees", "rounded") or gap > self.far * abs(self.stated.term.value):
            return None
        said = (self.stated, *self.others)
        told = Term(self._told(), self.computed.half)
        start = f"{self.stated.quote}: {self.how} is {printed(told.value)}{self.unit}"
        figures, numbers = [each.figure for each in said], (self.stated.term, told)
        if verdict == "truncated":
            message = f"{start}, cut off where it should have been rounded."
            return finding("truncated", severity(said, "warning"), message, figures, numbers)
        message = f"{start}, {printed(abs(self.stated.term.value - told.value))} off."
        return finding(self.code, severity(said, self.gravest), message, figures, numbers)

    def _told(self) -> Decimal:
        """Return the number computed, a little finer than the one stated."""
        step = (self.stated.term.step or ONE) * FINER
        return self.computed.value.quantize(step, ROUND_HALF_EVEN)


def share_claim(part: Said, share: Said, whole: Said, far: Decimal = FAR) -> Claim | None:
    """Return what a share claims of a part and its whole; None where one may be nothing."""
    computed = made(lambda some, every: some * HUNDRED / every, part.term, whole.term)
    if computed is None:
        return None
    return Claim(
        stated=share,
        computed=computed,
        others=(part, whole),
        how=f"{part.quote} of {whole.quote}",
        code="share_mismatch",
        unit=PER_CENT,
        gravest="warning",
        far=far,
    )


def sum_claim(whole: Said, parts: Sequence[Said], far: Decimal, gravest: Severity) -> Claim:
    """Return what a number claims that is told to be the sum of others."""
    quoted = [each.quote for each in parts]
    return Claim(
        stated=whole,
        computed=total([each.term for each in parts]),
        gravest=gravest,
        others=parts,
        how=f"the sum of {' and '.join([', '.join(quoted[:-1]), quoted[-1]])}",
        code="total_mismatch",
        far=far,
    )


def severity(said: Sequence[Said], gravest: Severity) -> Severity:
    """Return how grave a fault among numbers is: not at all, if one was not meant exactly."""
    return "info" if any(each.is_inexact for each in said) else gravest


def growth(was: Term, now: Term) -> Term | None:
    """Return by how many per cent a value changed; None where one of the two may be nothing."""
    return made(lambda base, level: abs(level - base) * HUNDRED / base, was, now)


def made(of: Callable[..., Decimal], *terms: Term) -> Term | None:
    """Return what a function makes of printed values; None where one of them may be nothing.

    >>> half = Decimal("0.5")
    >>> made(lambda part, whole: part / whole, Term(Decimal(2), half), Term(Decimal(4), half))
    Term(value=Decimal('0.5'), half=Decimal('0.2142857142857142857142857143'))
    """
    if any(abs(each.value) <= abs(each.half) for each in terms):
        return None
    ends = [(each.value - each.half, each.value + each.half) for each in terms]
    middle = of(*(each.value for each in terms))
    return Term(middle, max(abs(of(*corner) - middle) for corner in product(*ends)))
