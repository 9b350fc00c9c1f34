"""What a comparison counts and what it lists."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Literal

from schemas.base import BoxPiece, Piece

Part = Literal["figures", "headings", "tables", "captions", "footnotes", "digits"]
ALL = "all"  # the group that every other group of a part adds up to


@dataclass(slots=True)
class Tally:
    """Counts of one field: bound by the golden, bound by the program, and both alike."""

    expected: int = 0
    found: int = 0
    right: int = 0
    compared: int = 0
    """Entries that both have, the field bound or not."""
    agreed: int = 0
    """Those of them that agree, also on leaving the field unbound."""

    @property
    def precision(self) -> float:
        """The share of what the program says that is right; 1 where it says nothing."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what the golden says that the program found; 1 where it says nothing."""
        return self.right / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.found + self.expected
        return 2 * self.right / total if total else 1.0

    @property
    def accuracy(self) -> float:
        """The share of entries compared that agree; 1 where none was compared."""
        return self.agreed / self.compared if self.compared else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One place where golden and program differ, or where a known gap is none any more."""

    part: Part
    field: str
    label: str
    """The entry, as a person would look it up."""
    at: Piece | None
    """Where it stands in the source."""
    expected: str
    found: str
    known: bool = False
    """Whether the golden marks it as a known gap."""

    def where(self, lines: "LineFinder | None") -> str:
        """Return the line or page to look at."""
        if isinstance(self.at, BoxPiece):
            return f"page {self.at.page}"
        if self.at is None or lines is None:
            return "somewhere"
        return f"line {lines.line(self.at.start)}"

    def sentence(self, lines: "LineFinder | None") -> str:
        """Return the difference in one line."""
        return (
            f"{self.where(lines)}: {self.part}: {self.label}: {self.field}: "
            f"expected {self.expected}, found {self.found}"
        )


class LineFinder:
    """Turns offsets of a decoded file into line numbers, counted from 1."""

    def __init__(self, text: str) -> None:
        self._text = text

    def line(self, offset: int) -> int:
        """Return the number of the line that holds an offset."""
        return self._text.count("\n", 0, offset) + 1


@dataclass(slots=True)
class Result:
    """What came of comparing one part of a document."""

    part: Part
    tallies: dict[tuple[str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    """By group (a kind, a status, or `all`) and field."""
    differences: list[Difference] = field(default_factory=list)

    def tally(self, group: str, name: str) -> tuple[Tally, ...]:
        """Return the tallies that an entry of a group counts in: its own and that of all."""
        keys = dict.fromkeys((ALL, group))
        return tuple(self.tallies[key, name] for key in keys)

    @property
    def failures(self) -> list[Difference]:
        """The differences that are no known gaps."""
        return [difference for difference in self.differences if not difference.known]
