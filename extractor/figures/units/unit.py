"""What stands beside a number and says what it measures."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from extractor.figures.number import ONE

UnitKind = Literal["money", "percent", "measure", "duration", "times"]

MINOR: Final = "minor"
"""The form of hundredths of a money: cents, pence."""
HUNDREDTH: Final = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit beside a number."""

    kind: UnitKind
    name: str | None
    """As in `Reading.unit`; None for durations and for money whose country is not told."""
    start: int
    end: int
    form: str
    """How it is printed, for the name of the rule."""
    scale: Decimal = ONE
    letter: str = ""
    """Of a duration: its letter of ISO 8601."""


def initials(words: Iterable[str]) -> frozenset[str]:
    """Return the letters and signs that a share or one of the words may begin with."""
    return frozenset(char for w in words for char in (w[0].lower(), w[0].upper())).union("%％٪‰")


def initial(text: str, at: int) -> str:
    """Return the first letter or sign behind a number, a blank or hyphen between or none."""
    return text[at + 1 : at + 2] if text[at] in " -" else text[at]
