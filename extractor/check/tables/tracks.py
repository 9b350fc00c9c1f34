"""Running sums along the tracks of a table: whether a total is what its lines come to so far."""

from decimal import Decimal

from extractor.check.intervals import ZERO
from extractor.check.tables.grid import MISSING, Held

COARSE = 20  # a total must be that many times its tolerance, or adding up says nothing


def can_be_part(part: Held, whole: Held) -> bool:
    """Say whether a number can be a part of another: a bare one, below a sum of money, is money."""
    bare = part.figure.kind == "count" and part.figure.unit is None
    return part.measured_in == whole.measured_in or (bare and whole.figure.kind == "money")


def may_be_summed(stated: Held) -> bool:
    """Say whether a total can be a sum: of shares only the whole."""
    return stated.figure.kind != "percent" or stated.term.value == 100  # noqa: PLR2004  # per cent


class Track:
    """The sum of a run in one track, as it grows."""

    def __init__(self, stated: tuple[int, Held], coarse: int = COARSE) -> None:
        """Take the total and its place, and how many times its tolerance it must be."""
        self.stated, self._coarse = stated, coarse
        self._sum = self._half = ZERO
        self._filled = 0
        self._is_part = False
        """Whether a value was not told, so that the total may be more than the sum."""
        self._known = may_be_summed(stated[1])

    def add(self, cell: object) -> None:
        """Add one cell; what is not known spoils the sum, what is not told makes it a part."""
        if cell is None or cell is MISSING:
            self._is_part |= cell is MISSING
            return
        held = self.stated[1]
        if not isinstance(cell, Held) or not can_be_part(cell, held):
            self._known = False
            return
        self._sum += cell.term.value
        self._half += cell.term.half
        self._filled += cell.term.value != 0

    @property
    def _allowed(self) -> Decimal:
        return self.stated[1].term.half + self._half

    @property
    def fails(self) -> bool:
        """Whether the total is not the sum so far, of which all is known."""
        over = self._sum - self.stated[1].term.value
        return self._known and (over if self._is_part else abs(over)) > self._allowed

    @property
    def adds_up(self) -> bool:
        """Whether the total is the sum so far, and that is no chance."""
        value, allowed = self.stated[1].term.value, self._allowed
        close = abs(self._sum - value) <= allowed
        return close and self._known and self._filled > 1 and abs(value) >= self._coarse * allowed
