"""What the grammar gives: figures as read, and the digits that are none, with the reason."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from schemas.extraction import LedgerStatus
from schemas.figure import Kind, Modifier

Span = tuple[int, int]
"""A stretch of the text that was read: first character, one past the last."""
Move = Callable[[int, int], Span]
"""Turns a stretch of the text that was read into one of another text, such as the document's."""


@dataclass(slots=True, kw_only=True, unsafe_hash=True)
class Reading:
    """A figure in a stretch of text, before anybody knows what it measures."""

    span: Span
    kind: Kind
    value: str | None
    """Plain digits in full units, or ISO 8601; None for a numeric range."""
    low: str | None = None
    high: str | None = None
    unit: str | None = None
    modifier: Modifier | None = None
    modifier_span: Span | None = None
    precision: str | None = None
    """Half a unit of the last printed digit in full units; None for dates and durations."""
    rule: str
    """Name of the grammar rule, `<kind>.<form>`."""
    noun: Span | None = None
    """The counted noun phrase that follows (`conflict-affected children under five`)."""
    per: str | None = None
    """What a rate is counted on (`person/month`)."""
    per_span: Span | None = None
    role: Literal["as_of", "since", "until", "period", "point"] | None = None
    """Of a date: what the words before say of it (`as of` / `in`, `since`, `by`, `from … to`)."""

    @property
    def rate_end(self) -> int:
        """Where the rate ends that stands right behind the figure or its noun; 0 for none."""
        if self.per_span is None:
            return 0
        near = self.per_span[0] <= max(self.span[1], (self.noun or self.span)[1]) + 1
        return self.per_span[1] if near else 0

    def moved(self, move: Move) -> "Reading":
        """Return the reading with its spans in another text."""
        modifier, noun, per = self.modifier_span, self.noun, self.per_span
        return Reading(
            span=move(*self.span),
            kind=self.kind,
            value=self.value,
            low=self.low,
            high=self.high,
            unit=self.unit,
            modifier=self.modifier,
            modifier_span=move(*modifier) if modifier else None,
            precision=self.precision,
            rule=self.rule,
            noun=move(*noun) if noun else None,
            per=self.per,
            per_span=move(*per) if per else None,
            role=self.role,
        )


@dataclass(slots=True, unsafe_hash=True)
class Explained:
    """A run of digits that is no figure, and what it is."""

    span: Span
    status: LedgerStatus


@dataclass(slots=True, unsafe_hash=True)
class Readings:
    """Everything the grammar says of one text: figures and explained digits, in order, disjoint."""

    figures: tuple[Reading, ...]
    explained: tuple[Explained, ...]


class NumberFormat(NamedTuple):
    """How the document groups and points its numbers, decided from its own evidence.

    A tuple, because the grammar of a format is looked up by it for every text.
    """

    decimal: str = "."
    group: str = ","
    sure: bool = False
    """Whether the document gave evidence; otherwise the language's custom is taken."""
    language: str = "en"
    """Language whose words are read; one without a pack is read with the English one."""
    dollar: str = "USD"
    """Money that a bare `$` means in the document."""
    moneys: tuple[tuple[str, str], ...] = ()
    """First letters of a name of money without a country, and the money that it means here."""


@dataclass(slots=True, unsafe_hash=True)
class CellHint:
    """What governs a table cell: the unit and factor of its column, row or table."""

    unit: str | None = None
    """ISO 4217, `percent`, a measure's unit or a counted noun; None where nothing is stated."""
    magnitude: str | None = None
    """Factor in plain digits (`1000`); None where none is stated."""
    is_money: bool = False
    """Whether money is told of whose currency nothing is said."""
    is_year_column: bool = False
    """Whether bare four-digit numbers of this column are years."""
