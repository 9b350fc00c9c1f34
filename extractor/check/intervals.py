"""Printed precision: what a value may be, what a sum may be, and which slip would explain it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

ZERO, ONE, HUNDRED = Decimal(0), Decimal(1), Decimal(100)
MAX_DIGITS = 60  # a longer number is no number of a plan, and makes arithmetic slow
FINER = Decimal("0.01")  # of the last printed digit: how exactly a computed number is told
MAX_KEPT = 1 << 15  # values, each of which many checks ask for; most are those of the last document

ROUND_ZEROS = 3  # trailing zeros that make a number a round one

Verdict = Literal["agrees", "truncated", "rounded", "differs"]


@dataclass(frozen=True, slots=True)
class Term:
    """A value as printed: between `value - half` and `value + half`."""

    value: Decimal
    half: Decimal
    """Half a unit of the last printed digit; 0 for what is exact."""

    @property
    def step(self) -> Decimal:
        """A unit of the last printed digit."""
        return self.half * 2


@lru_cache(maxsize=MAX_KEPT)
def term(value: str | None, precision: str | None) -> Term | None:
    """Return a printed value as a term; None for what is no number that can be added.

    >>> term("3700000", "50000").step
    Decimal('100000')
    """
    if value is None or precision is None or not (_is_number(value) and _is_number(precision)):
        return None
    return Term(Decimal(value), Decimal(precision))


def _is_number(text: str) -> bool:
    """Say whether a text is a number in plain digits; extractions come from outside."""
    digits = text.removeprefix("-").replace(".", "", 1)
    return len(text) <= MAX_DIGITS and digits.isdecimal()


def total(terms: Sequence[Term]) -> Term:
    """Return the sum of terms, as exact as they are all together."""
    return Term(sum((t.value for t in terms), ZERO), sum((t.half for t in terms), ZERO))


def compare(stated: Term, computed: Term) -> Verdict:
    """Say how a stated value stands to a computed one.

    It agrees if the computed value rounds to it. It is truncated if the computed value was cut off
    where it should have been rounded; rounded, if the rounding of the parts explains the rest.

    >>> tenth, exact = Decimal("0.05"), ZERO
    >>> compare(Term(Decimal("24.6"), tenth), Term(Decimal("24.68"), exact))
    'truncated'
    >>> compare(Term(Decimal("24.7"), tenth), Term(Decimal("24.68"), exact))
    'agrees'
    """
    gap = abs(computed.value - stated.value)
    if gap <= stated.half:
        return "agrees"
    cut_off = abs(computed.value) - abs(stated.value)
    finer = stated.half > computed.half and computed.value * stated.value > 0
    # Cut off even where the parts are as low as their rounding allows.
    if finer and stated.half + computed.half < cut_off < stated.step:
        return "truncated"
    if gap > max(stated.half, abs(stated.value) / 2) + computed.half:  # more than any zeros allow
        return "differs"
    allowed = max(stated.half, roundness(stated)) + computed.half
    return "rounded" if gap <= allowed else "differs"


def roundness(printed: Term) -> Decimal:
    """Return half of what a round number was likely rounded to, else half its last digit.

    >>> half = Decimal("0.5")
    >>> roundness(Term(Decimal(153557000), half)), roundness(Term(Decimal(120), half))
    (Decimal('500.0'), Decimal('0.5'))
    """
    return printed.half * 10 ** _zeros(printed) if is_round(printed) else printed.half


def is_round(printed: Term) -> bool:
    """Say whether a number is printed in round figures: with three zeros or more at its end."""
    return _zeros(printed) >= ROUND_ZEROS


def _zeros(printed: Term) -> int:
    if not printed.value or not printed.step:
        return 0
    digits = f"{printed.value / max(printed.step, ONE):.0f}"
    return len(digits) - len(digits.rstrip("0"))


def digits(value: Term) -> int:
    """Return how many digits of a number tell something: not the zeros at its end."""
    return len(value.value.normalize().as_tuple().digits)


def meets(one: Term, other: Term) -> bool:
    """Say whether two printed values can be one; what was rounded alike must be printed alike.

    >>> tenth, whole = Decimal("0.05"), Decimal("0.5")
    >>> meets(Term(Decimal("24.1"), tenth), Term(Decimal("24"), whole))
    True
    >>> meets(Term(Decimal("24"), whole), Term(Decimal("25"), whole))
    False
    """
    return gap_meets(abs(one.value - other.value), one, other)


def gap_meets(gap: Decimal, one: Term, other: Term) -> bool:
    """Say whether two values that far apart can be one, as exact as the terms were printed."""
    allowed = one.half + other.half
    return gap < allowed or gap == 0 or (gap == allowed and one.half != other.half)


def is_misprint(printed: Term, right: Decimal) -> bool:
    """Say whether a single slip turns the right value into the printed one.

    A slip is one digit, two neighbours swapped, a digit dropped or a digit doubled.

    >>> exact = Decimal("0.5")
    >>> is_misprint(Term(Decimal(55340), exact), Decimal(55330))
    True
    >>> is_misprint(Term(Decimal(1325), exact), Decimal(1235))
    True
    >>> is_misprint(Term(Decimal(125), exact), Decimal(1235))
    True
    >>> is_misprint(Term(Decimal(1225), exact), Decimal(125))
    True
    >>> is_misprint(Term(Decimal(1353), exact), Decimal(1235))
    False
    """
    if not printed.step or (printed.value < 0) != (right < 0):
        return False
    steps = abs(right) / printed.step
    nearest = steps.to_integral_value()
    if steps != nearest:
        return False
    return _is_slip(f"{abs(printed.value) / printed.step:.0f}", f"{nearest:.0f}")


def _is_slip(printed: str, right: str) -> bool:
    longer = len(printed) - len(right)
    if longer == 0:
        return _is_changed(printed, right)
    if longer == -1:
        return any(printed == right[:at] + right[at + 1 :] for at in range(len(right)))
    doubled = (right[:at] + right[at] + right[at:] for at in range(len(right)))
    return longer == 1 and printed in doubled


def _is_changed(printed: str, right: str) -> bool:
    pairs = [pair for pair in zip(printed, right, strict=True) if pair[0] != pair[1]]
    if len(pairs) == 2 and pairs[0] == pairs[1][::-1]:  # noqa: PLR2004  # a pair
        at = next(at for at, digit in enumerate(printed) if digit != right[at])
        return printed[at + 1] != right[at + 1]
    return len(pairs) == 1


def plain(value: Decimal) -> str:
    """Return a number in plain digits, without trailing zeros after the point.

    >>> plain(Decimal("143200000.0")), plain(Decimal("-0.50"))
    ('143200000', '-0.5')
    """
    text = f"{value:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def printed(value: Decimal) -> str:
    """Return a number for a sentence: its thousands parted.

    >>> printed(Decimal("143200000.0"))
    '143,200,000'
    """
    return f"{Decimal(plain(value)):,f}"
