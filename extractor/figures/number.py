"""A number with its magnitude, as every reader passes it on."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

import regex

from extractor.figures.neighbours import ALL, Followers
from extractor.figures.reading import Span

ONE: Final = Decimal(1)
TEN: Final = Decimal(10)
DOZEN: Final = Decimal(12)
HUNDRED: Final = Decimal(100)
THOUSAND: Final = Decimal(1000)
_YEAR = regex.compile(r"(?:19|20)[0-9]{2}|2100")


@dataclass(slots=True, unsafe_hash=True)
class Number:
    """A number with its magnitude."""

    span: Span
    value: Decimal
    quantum: Decimal
    """One unit of the last printed digit."""
    factor: Decimal = ONE
    """The magnitude, which is part of value and quantum."""
    spelled: bool = False
    """Whether it is printed in words."""
    printed: str = ""
    """The numeral without its magnitude; empty for words."""
    behind: Followers = ALL
    """What may stand behind it."""

    @property
    def end(self) -> int:
        """One past the last character."""
        return self.span[1]

    @property
    def is_year(self) -> bool:
        """Whether it is printed like a year of our time."""
        return _YEAR.fullmatch(self.printed) is not None

    def times(self, factor: Decimal, end: int | None = None) -> "Number":
        """Return the number with a magnitude applied, up to `end`."""
        return Number(
            span=(self.span[0], self.span[1] if end is None else end),
            value=self.value * factor,
            quantum=self.quantum * factor,
            factor=self.factor * factor,
            spelled=self.spelled,
            printed=self.printed,
        )


def plain(value: Decimal) -> str:
    """Return a decimal in plain digits, without exponent and trailing zeros.

    >>> plain(Decimal("4.60E+6"))
    '4600000'
    """
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
