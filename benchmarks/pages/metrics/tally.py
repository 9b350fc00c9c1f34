"""What a metric gained out of what; documents are pooled by adding."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """A gain out of a total; the share is what is printed."""

    gain: float = 0.0
    total: float = 0.0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.gain + other.gain, self.total + other.total)

    @property
    def share(self) -> float | None:
        """The gain's share of the total; None where there was nothing to gain.

        >>> Tally(1, 4).share, Tally().share
        (0.25, None)
        """
        return self.gain / self.total if self.total else None


def f1(matched: int, truth: int, read: int) -> Tally:
    """Return the F1 measure, which pools as twice the matches out of both counts.

    >>> f1(2, 3, 5).share
    0.5
    """
    return Tally(2 * matched, truth + read)
